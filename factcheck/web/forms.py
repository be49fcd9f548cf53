"""The form of a finding: what it shows, and what it sends."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from attrs import frozen

from factcheck.model import Account, Act, Ballot, Decision, Entry, Reason, Sureness
from factcheck.review import ItemView
from factcheck.web.neighbours import OtherFinding
from factcheck.web.trail import Trail

SKIP = "skip"
"""What the button that decides nothing sends in the place of a decision."""


class IncompleteError(Exception):
    """A decision lacks its reason, or the finding that it repeats.

    Attributes:
        missing: ``reason`` or ``duplicate``.
    """

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing


@frozen
class Form:
    """What the form of a finding shows.

    Attributes:
        act: what a decision is: a vote or an adjudication.
        seen: id of what stands of this person; empty where nothing does.
        entry, undo_entry: new ids for what is sent, so that it is kept once however often it
            arrives.
        query: the filters and the findings before, as a part of the address.
        previous, next: addresses to go on to; the first empty where there is none.
        note, sureness, duplicate_of, find: what is filled in.
        choosing: the panel that is open: ``reason``, ``duplicate`` or none.
        others: findings that this may repeat; None where nobody asked for them.
        said: the decision that stands.
        skipped: whether the finding was skipped.
        closed: whether the keys are off, since something stands or nothing may be done.
        readonly: why nothing may be done; empty where something may.
        skippable, undoable, changeable: which buttons work.
        message: what went wrong; empty where nothing did.
        clash: whether something else stands than this person was shown.
        stands: what stands.
        attempt: what was sent, where the two are in conflict; None for a finding skipped.
    """

    act: str
    seen: str
    entry: str
    undo_entry: str
    query: str
    previous: str
    next: str
    note: str = ""
    sureness: str = ""
    duplicate_of: str = ""
    find: str = ""
    choosing: str = ""
    others: tuple[OtherFinding, ...] | None = None
    said: Ballot | None = None
    skipped: bool = False
    closed: bool = False
    readonly: str = ""
    skippable: bool = False
    undoable: bool = False
    changeable: bool = False
    message: str = ""
    clash: bool = False
    stands: Entry | None = None
    attempt: Ballot | None = None


def blank(view: ItemView, actor: Account, trail: Trail, *, changing: bool = False) -> Form:
    """Return the form of a finding as somebody finds it.

    Args:
        view: the finding.
        actor: who looks.
        trail: how they came here.
        changing: whether they want to change what stands.
    """
    allowed = bool({"vote", "adjudicate"} & set(view.may))
    said = view.mine.ballot if view.mine else None
    closed = not allowed or (said is not None and not changing)
    return Form(
        act=Act.ADJUDICATE if "adjudicate" in view.may else Act.VOTE,
        seen=view.mine.id if view.mine else "",
        entry=secrets.token_urlsafe(18),
        undo_entry=secrets.token_urlsafe(18),
        query=trail.query,
        previous=trail.back,
        next=trail.onward(view.fingerprint),
        note=said.note if said else "",
        sureness=said.sureness or "" if said else "",
        duplicate_of=said.duplicate_of if said else "",
        said=said,
        stands=view.mine,
        skipped=view.mine is not None and view.mine.act is Act.SKIP,
        closed=closed,
        readonly="" if allowed or said else _why_not(actor, view),
        skippable="skip" in view.may,
        undoable=actor.role.votes,
        changeable=allowed and said is not None and not changing,
    )


def ballot_of(sent: Mapping[str, str]) -> Ballot | None:
    """Return the decision in what a form sent, or None where the finding is skipped.

    Raises:
        IncompleteError: the decision needs something that was not sent.
        ValueError: something is not allowed.
    """
    decision, reason = sent.get("decision", ""), sent.get("reason", "")
    duplicate_of = sent.get("duplicate_of", "")
    if "again" in sent:
        decision, reason = sent["again"], sent.get("attempted_reason", "")
        duplicate_of = sent.get("attempted_duplicate", "")
    elif reason:
        decision = Decision.NOT_A_CONFLICT
    if decision == SKIP:
        return None
    chosen = Decision(decision)
    if chosen is Decision.NOT_A_CONFLICT and not reason:
        raise IncompleteError("reason")
    if chosen is Decision.DUPLICATE and not duplicate_of:
        raise IncompleteError("duplicate")
    sureness = sent.get("sureness", "")
    return Ballot(
        chosen,
        Reason(reason) if reason else None,
        duplicate_of if chosen is Decision.DUPLICATE else "",
        sent.get("note", "").replace("\r\n", "\n"),
        Sureness(sureness) if sureness else None,
    )


def _why_not(actor: Account, view: ItemView) -> str:
    if not actor.role.votes:
        return "This account may only read."
    if view.mine is not None:
        return "This finding is settled; what you said stands as it was."
    return "There is nothing for you to decide here."
