"""Two runs compared: which findings are new, gone or changed, and why."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from factcheck.history.difference import (
    Cause,
    CauseKind,
    Difference,
    DocumentChange,
    DocumentState,
    FindingChange,
)
from factcheck.history.matching import matched
from factcheck.history.renames import followed, renames
from factcheck.history.snapshot import SavedFinding, Snapshot
from factcheck.model import Baseline
from factcheck.model.fingerprint import claim_fingerprint


def diff(old: Snapshot, new: Snapshot, baseline: Baseline | None = None) -> Difference:
    """Return what changed from one run to another.

    Args:
        old: the run before.
        new: the run after.
        baseline: what people hold of findings; changes that they know of say so.
    """
    moved = _renamed(old, new)
    then = _following(old, moved)
    documents = _documents(then, new, moved)
    settings = tuple(
        (name, old.settings.get(name), new.settings.get(name))
        for name in sorted({*old.settings, *new.settings})
        if old.settings.get(name) != new.settings.get(name)
    )
    causes = _Causes(then, new, {change.name: change.state for change in documents}, settings)
    pairs = matched(then.findings, new.findings)
    known = {id(each) for pair in pairs for each in pair}
    changed = [(before, after) for before, after in pairs if not _same(before, after)]
    return Difference(
        old=old,
        new=new,
        documents=documents,
        settings=settings,
        appeared=tuple(
            _decided(causes.of(None, one), baseline) for one in new.findings if id(one) not in known
        ),
        changed=tuple(_decided(causes.of(before, after), baseline) for before, after in changed),
        gone=tuple(causes.of(one, None) for one in then.findings if id(one) not in known),
        same=len(pairs) - len(changed),
    )


def _decided(change: FindingChange, baseline: Baseline | None) -> FindingChange:
    after = change.after
    if baseline is None or after is None:
        return change
    return evolve(change, decided=baseline.decision(after.stance, after.pairs))


def _same(before: SavedFinding, after: SavedFinding) -> bool:
    return before.stance is after.stance and {c.fingerprint for c in before.claims} == {
        c.fingerprint for c in after.claims
    }


def _renamed(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return documents' new names: of those with the same text, then of those with like claims."""
    come = {name: sha for name, sha in new.documents.items() if name not in old.documents}
    gone = {
        name: sha
        for name, sha in old.documents.items()
        if name not in new.documents and name not in new.unread
    }
    moved = renames({name: {sha} for name, sha in gone.items()}, {n: {s} for n, s in come.items()})
    return moved | renames(
        {name: old.words[name] for name in gone if name not in moved},
        {name: new.words[name] for name in come if name not in moved.values()},
    )


def _following(old: Snapshot, moved: Mapping[str, str]) -> Snapshot:
    """Return the old run with documents by the names that they have now."""
    if not moved:
        return old
    words = {moved.get(name, name): held for name, held in old.words.items()}
    return evolve(
        old,
        documents={moved.get(name, name): sha for name, sha in old.documents.items()},
        words=words,
        claims=frozenset(
            claim_fingerprint(name, each) for name, held in words.items() for each in held
        ),
        findings=tuple(followed(finding, moved) for finding in old.findings),
    )


def _documents(
    then: Snapshot, new: Snapshot, moved: Mapping[str, str]
) -> tuple[DocumentChange, ...]:
    names = {after: before for before, after in moved.items()}
    changes = []
    for name in sorted({*then.documents, *new.documents}):
        before, after = then.documents.get(name), new.documents.get(name)
        if name in names:
            changes.append(DocumentChange(name, DocumentState.RENAMED, names[name]))
        elif before is None:
            changes.append(DocumentChange(name, DocumentState.ADDED))
        elif after is None:
            unread = name in new.unread
            state = DocumentState.UNREAD if unread else DocumentState.REMOVED
            changes.append(DocumentChange(name, state))
        elif before != after:
            changes.append(DocumentChange(name, DocumentState.CHANGED))
    return tuple(changes)


class _Causes:
    """Finds out why findings changed."""

    def __init__(
        self,
        old: Snapshot,
        new: Snapshot,
        states: Mapping[str, DocumentState],
        settings: tuple[tuple[str, object, object], ...],
    ) -> None:
        self._old, self._new = old, new
        self._states = states
        self._general = []
        if settings:
            names = tuple(name for name, _, _ in settings)
            self._general.append(Cause(CauseKind.SETTINGS, settings=names))
        if old.version != new.version:
            self._general.append(Cause(CauseKind.VERSION))

    def of(self, before: SavedFinding | None, after: SavedFinding | None) -> FindingChange:
        """Return the change with its causes, those in the documents first."""
        found = self._claims(before, after)
        if not found or any(cause.state is None for cause in found):
            found += self._contexts(before, after) if not found else []
            found += self._general
        if not found:
            # Which claims are compared, and how surely, depends on what all documents say.
            found = [Cause(CauseKind.COLLECTION)]
        return FindingChange(before, after, tuple(found))

    def _claims(self, before: SavedFinding | None, after: SavedFinding | None) -> list[Cause]:
        """Return the claims that one run holds and the other does not."""
        found = []
        for finding, other, kind in (
            (before, self._new, CauseKind.WENT),
            (after, self._old, CauseKind.APPEARED),
        ):
            for claim in finding.claims if finding else ():
                if claim.fingerprint not in other.claims:
                    state = self._states.get(claim.document)
                    found.append(Cause(kind, claim.document, state, claim))
        return found

    def _contexts(self, before: SavedFinding | None, after: SavedFinding | None) -> list[Cause]:
        """Return the documents of a finding that changed around its words."""
        names = {name for one in (before, after) if one for name in one.documents}
        return [
            Cause(CauseKind.CONTEXT, name, self._states[name])
            for name in sorted(names)
            if name in self._states
        ]
