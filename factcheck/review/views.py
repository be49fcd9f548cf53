"""What somebody is allowed to see of a review: blindness is decided here and nowhere else."""

from __future__ import annotations

from hashlib import sha256

from attrs import evolve, frozen

from factcheck.model import (
    Account,
    Ballot,
    Entry,
    Quoted,
    ReviewItem,
    Role,
    Stance,
    Status,
)
from factcheck.review.standing import Outcome, Standing


@frozen
class Opinion:
    """What the machine holds of a finding."""

    stance: Stance
    rule: str
    confidence: float
    impact: float


@frozen
class ItemView:
    """A finding as one person may see it.

    Attributes:
        fingerprint, question, topic, quoted, orphaned, present, round: as of the item.
        mine: what stands of this person, a vote, a skip or an adjudication; None where nothing.
        opinion: the machine's; None while it is hidden.
        status: where the finding stands; None for whom it would tell of others' votes.
        votes: the ballots that stand, without names and in an order that tells nothing; empty
            where this person may not see them.
        outcome: what was settled; None where nothing was, or where it may not be seen. It names
            authors only for admins.
        may: what this person may do now, in the words of :class:`Act`.
        earlier: fingerprints of the findings that it has grown from, of which this person may see
            what was said.
    """

    fingerprint: str
    question: str
    topic: str
    quoted: tuple[Quoted, ...]
    orphaned: str
    present: bool
    round: int
    mine: Entry | None
    opinion: Opinion | None
    status: Status | None
    votes: tuple[Ballot, ...]
    outcome: Outcome | None
    may: tuple[str, ...]
    earlier: tuple[str, ...] = ()


def oversees(actor: Account) -> bool:
    """Return whether somebody sees where findings stand, though they may vote on some."""
    return actor.role is not Role.REVIEWER


def sees_votes(actor: Account, found: Standing) -> bool:
    """Return whether somebody may see what others voted on a finding.

    Reviewers never do. Those who settle differences do where votes differ and none is theirs;
    once a finding is closed everybody does who is no reviewer. An adjudicator who votes is blind
    to the others until it is closed.
    """
    if actor.role is Role.REVIEWER:
        return False
    if found.status is Status.CLOSED:
        return True
    voted = any(vote.author == actor.name for vote in found.votes)
    return actor.role.adjudicates and found.status is Status.ADJUDICATION and not voted


def view(
    actor: Account, item: ReviewItem, found: Standing, mine: Entry | None, *, blind: bool
) -> ItemView:
    """Return what somebody may see of a finding.

    Args:
        actor: who looks.
        item: the finding.
        found: where it stands.
        mine: what stands of the one who looks.
        blind: whether the machine's opinion is hidden from those who have not voted.
    """
    seen = sees_votes(actor, found)
    ballots = sorted(found.votes, key=_shuffled) if seen else []
    return ItemView(
        fingerprint=item.fingerprint,
        question=item.question,
        topic=item.topic,
        quoted=item.quoted,
        orphaned=item.orphaned,
        present=item.present,
        round=item.round,
        mine=mine,
        opinion=_opinion(item) if _sees_opinion(actor, found, mine, blind) else None,
        status=found.status if seen or _sees_status(actor, found) else None,
        votes=tuple(one.ballot for one in ballots if one.ballot is not None),
        outcome=_outcome(actor, found) if seen else None,
        may=may(actor, item, found, mine),
    )


def may(actor: Account, item: ReviewItem, found: Standing, mine: Entry | None) -> tuple[str, ...]:
    """Return the names of the acts that somebody may do to a finding now."""
    voted = any(vote.author == actor.name for vote in found.votes)
    if actor.role.adjudicates and not voted and found.status is Status.ADJUDICATION:
        return ("adjudicate",)
    settled = found.adjudication
    if settled is not None:
        return ("adjudicate",) if settled.author == actor.name else ()
    if not actor.role.votes or (found.status is not Status.OPEN and not voted):
        return ()
    return ("vote", "skip") if mine is None else ("vote",)


def _sees_status(actor: Account, found: Standing) -> bool:
    """Overseers see where findings stand, unless they voted and it would tell of the others."""
    voted = any(vote.author == actor.name for vote in found.votes)
    return oversees(actor) and not (voted and found.status is not Status.CLOSED)


def _sees_opinion(actor: Account, found: Standing, mine: Entry | None, blind: bool) -> bool:
    settled = found.status is Status.CLOSED and oversees(actor)
    if not blind or actor.role is Role.READ_ONLY or settled:
        return True
    return mine is not None and mine.ballot is not None


def _opinion(item: ReviewItem) -> Opinion:
    return Opinion(item.stance, item.rule, item.confidence, item.impact)


def _outcome(actor: Account, found: Standing) -> Outcome | None:
    if found.outcome is None or actor.role is Role.ADMIN:
        return found.outcome
    return evolve(found.outcome, authors=())


def _shuffled(entry: Entry) -> str:
    return sha256(entry.id.encode()).hexdigest()
