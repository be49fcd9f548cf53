"""What changed from one run to another, as values."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from factcheck.history.snapshot import SavedFinding, Snapshot
from factcheck.model import AcceptedFinding, Decision, RecordedClaim, Stance


class DocumentState(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    UNREAD = "unread"


@frozen
class DocumentChange:
    """A document that is not as it was.

    Attributes:
        name: its name now; of a document that is gone, its name then.
        state: what became of it; ``renamed`` may have been edited too, ``unread`` could not be
            read this time.
        before: its name then, where it was renamed.
    """

    name: str
    state: DocumentState
    before: str = ""


class CauseKind(StrEnum):
    """What sort of change brought a finding about or took it away."""

    APPEARED = "claim appeared"
    WENT = "claim went"
    CONTEXT = "read otherwise"
    SETTINGS = "settings"
    VERSION = "version"
    COLLECTION = "collection"


@frozen
class Cause:
    """Why a finding changed.

    Attributes:
        kind: what sort of change it was.
        document: name of the document that it happened in; empty where it is none.
        state: what became of that document; None where it did not change.
        claim: the claim that appeared or went, if any.
        settings: names of the settings that differ, for ``settings``.
    """

    kind: CauseKind
    document: str = ""
    state: DocumentState | None = None
    claim: RecordedClaim | None = None
    settings: tuple[str, ...] = ()


@frozen
class FindingChange:
    """A finding that is new, gone or not as it was.

    Attributes:
        before: the finding then; None where it is new.
        after: the finding now; None where it is gone.
        causes: what brought it about.
        decided: what people hold of the finding as it is now; None where they said nothing.
    """

    before: SavedFinding | None
    after: SavedFinding | None
    causes: tuple[Cause, ...]
    decided: AcceptedFinding | None = None

    @property
    def harmless(self) -> bool:
        """Whether people hold it to be no conflict."""
        return self.decided is not None and self.decided.decision is not Decision.TRUE_CONFLICT

    @property
    def finding(self) -> SavedFinding:
        """The finding as it is, or was last."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def stances(self) -> frozenset[Stance]:
        """Its stance, then and now."""
        return frozenset(each.stance for each in (self.before, self.after) if each is not None)


@frozen
class Difference:
    """Two runs compared.

    Attributes:
        old: the run before.
        new: the run after.
        documents: documents that are not as they were.
        settings: settings that differ, each with its value then and now.
        appeared: findings that are new, the surest first.
        changed: findings on the same question with other claims or another stance.
        gone: findings that are no longer there.
        same: how many are as they were.
    """

    old: Snapshot = field(repr=False)
    new: Snapshot = field(repr=False)
    documents: tuple[DocumentChange, ...] = field(repr=False)
    settings: tuple[tuple[str, object, object], ...] = field(repr=False)
    appeared: tuple[FindingChange, ...]
    changed: tuple[FindingChange, ...]
    gone: tuple[FindingChange, ...]
    same: int

    def __bool__(self) -> bool:
        """Whether any finding is not as it was."""
        return bool(self.appeared or self.changed or self.gone)

    def _repr_html_(self) -> str:
        from factcheck.history.html import fragment

        return fragment(self)
