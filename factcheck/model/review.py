"""What reviewers say of findings, and who they are."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property

from attrs import Attribute, field, frozen

from factcheck.model.adjudication import Decision
from factcheck.model.baseline import AcceptedFinding
from factcheck.model.judgement import Stance
from factcheck.model.record import RecordedClaim, RecordedPair
from factcheck.model.span import Span

MOST_NOTE = 4000
"""Most characters of a reviewer's note."""

_ENTRY_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")


class Reason(StrEnum):
    """Why a finding is not a conflict."""

    DIFFERENT_TIME = "different_time"
    DIFFERENT_SCOPE = "different_scope"
    DIFFERENT_UNIT = "different_unit"
    DIFFERENT_DEFINITION = "different_definition"
    HEDGED = "hedged"
    EXTRACTION_ERROR = "extraction_error"
    OTHER = "other"


class Sureness(StrEnum):
    """How sure a reviewer is of a ballot."""

    UNSURE = "unsure"
    FAIRLY_SURE = "fairly_sure"
    SURE = "sure"


class Role(StrEnum):
    """What an account may do.

    Reviewers vote; adjudicators vote, and settle what voters differ on; admins do both, assign,
    import and manage accounts; read-only accounts see what is settled.
    """

    REVIEWER = "reviewer"
    ADJUDICATOR = "adjudicator"
    ADMIN = "admin"
    READ_ONLY = "read_only"

    @property
    def votes(self) -> bool:
        """Whether the account takes findings from the queue."""
        return self is not Role.READ_ONLY

    @property
    def adjudicates(self) -> bool:
        """Whether the account settles what voters differ on."""
        return self in (Role.ADJUDICATOR, Role.ADMIN)


class Act(StrEnum):
    """What an entry of the log does."""

    VOTE = "vote"
    SKIP = "skip"
    ADJUDICATE = "adjudicate"
    RETRACT = "retract"


class Status(StrEnum):
    """Where a finding stands in its review."""

    OPEN = "open"
    ADJUDICATION = "adjudication"
    CLOSED = "closed"


def _name(instance: object, attribute: Attribute[str], value: str) -> None:
    if not _NAME.fullmatch(value):
        raise ValueError(
            f"{attribute.name}: {value!r} is not allowed; give 1 to 64 letters, digits or any of "
            ". _ @ - that begin with a letter or digit"
        )


def _note(instance: object, attribute: Attribute[str], value: str) -> None:
    if len(value) > MOST_NOTE:
        raise ValueError(f"note: {len(value):,} characters; at most {MOST_NOTE:,} are kept")
    if "\x00" in value:
        raise ValueError("note: holds a null character, which no database keeps")
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError("note: holds half a character, which no encoding keeps")


@frozen
class Account:
    """Somebody who reviews.

    Attributes:
        name: what they log in as.
        role: what they may do.
        active: whether they still may; accounts are never deleted, since entries name them.
    """

    name: str = field(validator=_name)
    role: Role
    active: bool = True


@frozen
class Ballot:
    """What a person says of a finding.

    Attributes:
        decision: what becomes of it.
        reason: why it is not a conflict; given with that decision and with no other.
        duplicate_of: fingerprint of the finding that it repeats; given with that decision only.
        note: in the person's words, as they typed it; may be empty.
        sureness: how sure they are; None where they did not say.
    """

    decision: Decision
    reason: Reason | None = None
    duplicate_of: str = ""
    note: str = field(default="", validator=_note)
    sureness: Sureness | None = None

    def __attrs_post_init__(self) -> None:
        if (self.reason is not None) != (self.decision is Decision.NOT_A_CONFLICT):
            raise ValueError("reason: is given where, and only where, it is not a conflict")
        if bool(self.duplicate_of) != (self.decision is Decision.DUPLICATE):
            raise ValueError("duplicate_of: is given where, and only where, it is a duplicate")

    @property
    def verdict(self) -> tuple[Decision, str]:
        """What two ballots must share to be identical; reasons may differ, and both are kept."""
        return self.decision, self.duplicate_of


@frozen
class Entry:
    """One line of the log of a review, which is only ever added to.

    Attributes:
        id: given by who sends it, 8 to 64 letters, digits, ``_`` or ``-``, so that what is sent
            twice is kept once.
        item: fingerprint of the finding.
        author: name of the account.
        act: what was done.
        ballot: what they said; with a vote or an adjudication, and with nothing else.
        supersedes: id of the author's entry that stood before this one; with a retraction, the
            entry taken back. Empty where there was none.
        time: when, in UTC, as ISO 8601 with milliseconds and ``Z``.
        round: which round of the review, from 1; a finding whose words were changed gets another.
        documents: names of the documents involved and the ids of what they held then.
        version: version of factcheck.
        number: place in the log, from 1; 0 before it is kept.
    """

    id: str = field()
    item: str
    author: str
    act: Act
    ballot: Ballot | None = None
    supersedes: str = ""
    time: str = ""
    round: int = 1
    documents: tuple[tuple[str, str], ...] = ()
    version: str = ""
    number: int = 0

    @id.validator
    def _check_id(self, _: Attribute[str], value: str) -> None:
        if not _ENTRY_ID.fullmatch(value):
            raise ValueError(
                f"id: {value!r} is not allowed; give 8 to 64 letters, digits, '_' or '-'"
            )

    def __attrs_post_init__(self) -> None:
        if (self.ballot is not None) != (self.act in (Act.VOTE, Act.ADJUDICATE)):
            raise ValueError("ballot: is given with a vote or an adjudication, and only there")


@frozen
class Quoted:
    """A claim of a finding with what finds its place again.

    Attributes:
        side: letter of the side.
        document: name of the document.
        document_id: id of what the document held.
        words: the words as a reader sees them, as in :class:`RecordedClaim`.
        span: where they stood.
        exact: the characters at that place.
        prefix, suffix: what stood around them: 32 characters each, or as many more as tell the
            place from others.
    """

    side: str
    document: str
    document_id: str
    words: str
    span: Span
    exact: str
    prefix: str
    suffix: str

    @property
    def fingerprint(self) -> str:
        """The same as that of the claim in the run."""
        return RecordedClaim(self.side, self.document, self.words).fingerprint


@frozen
class ReviewItem:
    """A finding put up for review, as it was found.

    Attributes:
        question: what the sides answer.
        topic: the aspect in readable words.
        stance, rule, confidence: the machine's opinion.
        impact: how much the finding matters, from 0 to 1; the queue goes by it.
        quoted: the claims, side by side.
        pairs: what stands between them.
        orphaned: why the words that people spoke of could not be found again; empty where they
            stand in the documents.
        present: whether the latest run reports the finding.
        round: the round of review that it is in, from 1.
        formerly: the fingerprints that it had while documents went by other names, the oldest
            first; what was said of those was said of it.
        earlier: fingerprints of findings that people spoke of and that it has grown from, such as
            by another side.
    """

    question: str
    topic: str
    stance: Stance
    rule: str
    confidence: float
    impact: float
    quoted: tuple[Quoted, ...] = field(repr=False)
    pairs: tuple[RecordedPair, ...] = field(repr=False)
    orphaned: str = ""
    present: bool = True
    round: int = 1
    formerly: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()

    @property
    def finding(self) -> AcceptedFinding:
        """The finding as a baseline holds it, with nobody's word on it."""
        claims = {RecordedClaim(one.side, one.document, one.words): None for one in self.quoted}
        return AcceptedFinding(self.question, tuple(claims), self.pairs)

    @cached_property
    def fingerprint(self) -> str:
        """The same as that of the finding in the run."""
        return self.finding.fingerprint

    @property
    def documents(self) -> tuple[tuple[str, str], ...]:
        """Names of the documents involved with the ids of what they held, sorted."""
        return tuple(sorted({(one.document, one.document_id) for one in self.quoted}))
