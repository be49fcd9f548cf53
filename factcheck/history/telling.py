"""The words in which every format tells what changed."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from factcheck.history.difference import (
    Cause,
    CauseKind,
    Difference,
    DocumentChange,
    DocumentState,
    FindingChange,
)
from factcheck.history.snapshot import SavedFinding, Snapshot
from factcheck.reporting.standing import acceptance_of
from factcheck.reporting.wording import acceptance, clean, counted, sentence_case, share

SHOWN = 3
"""Most claims of one side, and most causes of one change, that are quoted; JSON holds them all."""


@frozen
class ToldSide:
    """A side of a finding: its letter, its label, and what it says where."""

    letter: str
    label: str
    quotes: tuple[tuple[str, str], ...]
    more: int


@frozen
class ToldChange:
    """A change of a finding in words.

    Attributes:
        sign: ``≠`` or ``~``; where that changed, both.
        topic: the aspect in readable words.
        facts: confidence, rule and fingerprint.
        before, after: the sides; ``before`` is empty unless the finding changed.
        causes: what brought it about, a sentence each.
        decided: what people hold of it; empty where they said nothing.
    """

    sign: str
    topic: str
    facts: str
    before: tuple[ToldSide, ...]
    after: tuple[ToldSide, ...]
    causes: tuple[str, ...]
    decided: str


def sections(difference: Difference) -> list[tuple[str, list[ToldChange]]]:
    """Return the changes under their headings; headings without any are left out."""
    parts = (
        ("New", difference.appeared),
        ("Changed", difference.changed),
        ("Gone", difference.gone),
    )
    return [
        (title, [_told(change, difference) for change in changes])
        for title, changes in parts
        if changes
    ]


def summary(difference: Difference) -> str:
    """Return how many findings are new, changed, gone and as before."""
    if not difference:
        return f"No finding changed · {difference.same:,} as before"
    parts = (
        (len(difference.appeared), "new"),
        (len(difference.changed), "changed"),
        (len(difference.gone), "gone"),
        (difference.same, "as before"),
    )
    return " · ".join(f"{number:,} {word}" for number, word in parts)


def run_facts(run: Snapshot) -> str:
    """Return what a run is in one line."""
    disputes = sum(finding.stance.sign == "≠" for finding in run.findings)
    return " · ".join(
        filter(
            None,
            (
                clean(run.name),
                counted(len(run.documents), "document"),
                f"{counted(disputes, 'dispute')} ≠",
                f"{counted(len(run.findings) - disputes, 'qualification')} ~",
                f"{counted(run.agreements, 'agreement')} =",
                f"factcheck {clean(run.version)}",
            ),
        )
    )


def circumstances(difference: Difference) -> list[str]:
    """Return what else changed: documents, settings, the version."""
    lines = [document_line(change) for change in difference.documents]
    lines += [
        f"setting {name.replace('_', '-')}: {_setting(then)}, now {_setting(now)}"
        for name, then, now in difference.settings
    ]
    old, new = clean(difference.old.version), clean(difference.new.version)
    return [*lines, *([f"factcheck {old}, now {new}"] if old != new else [])]


def document_line(change: DocumentChange) -> str:
    """Return what became of a document."""
    name = clean(change.name)
    match change.state:
        case DocumentState.RENAMED:
            return f"{name} was renamed; before, it was {clean(change.before)}"
        case DocumentState.UNREAD:
            return f"{name} could not be read"
        case _:
            return f"{name} was {change.state.value}"


def _told(change: FindingChange, difference: Difference) -> ToldChange:
    finding = change.finding
    signs = [each.stance.sign for each in (change.before, change.after) if each is not None]
    causes = list(dict.fromkeys(_cause(cause, difference) for cause in change.causes))
    if len(causes) > SHOWN:
        causes[SHOWN:] = [f"and {counted(len(causes) - SHOWN, 'more cause')}"]
    both = change.before is not None and change.after is not None
    return ToldChange(
        sign=" now ".join(dict.fromkeys(signs)),
        topic=sentence_case(clean(finding.topic)),
        facts=f"confidence {share(finding.confidence)} · rule {clean(finding.rule)} · "
        f"#{finding.fingerprint}",
        before=_sides(change.before) if both and change.before else (),
        after=_sides(finding),
        causes=tuple(causes),
        decided=acceptance(acceptance_of(change.decided)) if change.decided else "",
    )


def _sides(finding: SavedFinding) -> tuple[ToldSide, ...]:
    told = []
    for letter, label in finding.labels:
        claims = [claim for claim in finding.claims if claim.side == letter]
        quotes = tuple((clean(one.document), clean(one.words)) for one in claims[:SHOWN])
        told.append(ToldSide(letter, clean(label), quotes, max(0, len(claims) - SHOWN)))
    return tuple(told)


def _cause(cause: Cause, difference: Difference) -> str:
    match cause.kind:
        case CauseKind.SETTINGS:
            names = ", ".join(name.replace("_", "-") for name in cause.settings)
            return f"other settings: {names}"
        case CauseKind.VERSION:
            versions = clean(difference.old.version), clean(difference.new.version)
            return f"another version: factcheck {versions[0]}, now {versions[1]}"
        case CauseKind.COLLECTION:
            return (
                "its documents are as they were; which claims are compared, and how surely, "
                "depends on the whole collection"
            )
        case CauseKind.CONTEXT:
            return f"{clean(cause.document)} was {_became(cause)} around these words"
        case _:
            return _claim_cause(cause)


def _claim_cause(cause: Cause) -> str:
    name = clean(cause.document)
    words = f"“{clean(cause.claim.words)}”" if cause.claim else ""
    appeared = cause.kind is CauseKind.APPEARED
    match cause.state:
        case DocumentState.ADDED | DocumentState.REMOVED:
            return f"{name} was {cause.state.value}: {words}"
        case DocumentState.UNREAD:
            return f"{name} could not be read: {words}"
        case None:
            return f"{name} is read otherwise {'now' if appeared else 'than before'}: {words}"
        case _:
            said = "and now says" if appeared else "and no longer says"
            return f"{name} was {_became(cause)} {said} {words}"


def _became(cause: Cause) -> str:
    return "renamed and edited" if cause.state is DocumentState.RENAMED else "changed"


def _setting(value: object) -> str:
    if isinstance(value, list | tuple):
        return clean(", ".join(map(str, value))) or "none"
    return clean(str(value)) if value not in ("", None) else "none"


def quoted(quotes: Sequence[tuple[str, str]]) -> list[str]:
    """Return each quotation behind the name of its document."""
    return [f"{document}: “{words}”" for document, words in quotes]
