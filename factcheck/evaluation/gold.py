"""Gold folders: what people found in documents, to measure a run against.

A folder holds ``claims.json`` and ``relations.json`` and, where there is something to say,
``nonclaims.json``, ``headlines.json`` and ``verify.json``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import TypeVar

from attrs import frozen

from factcheck.errors import GoldError
from factcheck.evaluation.entries import Entry, read_entries, read_object
from factcheck.model import Corpus, Span, Verdict

RELATIONS = ("contradict", "tension", "agree", "related_not_conflicting")

# What a claim weighs that says nothing about it; the scale is 1 (minor) to 3 (central).
_DEFAULT_WEIGHT = 2

_Item = TypeVar("_Item")


@frozen
class GoldClaim:
    """A claim that a person marked.

    Attributes:
        id: its name in the folder.
        document: file name of the document, without folders.
        span, sentence: where it stands, and the sentence around it where that was marked.
        quote: the words, as the gold file repeats them; empty where it does not.
        statement: the proposition in a person's words, else the quote.
        weight: how much it counts in recall, more than 0.
    """

    id: str
    document: str
    span: Span
    sentence: Span | None
    quote: str
    statement: str
    weight: float


@frozen
class GoldRelation:
    """How two gold claims stand to each other; ``accepted`` holds every label that is right."""

    a: str
    b: str
    relation: str
    accepted: frozenset[str]
    aspect: str

    @property
    def pair(self) -> frozenset[str]:
        """The two claims, in no order."""
        return frozenset((self.a, self.b))


@frozen
class NonClaim:
    """A passage that is no claim; a borderline one may be taken for one."""

    id: str
    document: str
    span: Span
    borderline: bool


@frozen
class HeadlineConflict:
    """A conflict that a reader should see; finding any of its pairs finds it."""

    id: str
    title: str
    pairs: tuple[frozenset[str], ...]


@frozen
class HeadlineAgreement:
    """An agreement that a reader should see, between claims of several documents."""

    id: str
    title: str
    claims: frozenset[str]


@frozen
class GoldStatement:
    """A statement, and the verdict on it; ``accepted`` holds every verdict that is right."""

    id: str
    statement: str
    verdict: str
    accepted: frozenset[str]


@frozen
class Gold:
    """One gold folder; a part that has no file is ``None``."""

    claims: tuple[GoldClaim, ...]
    relations: tuple[GoldRelation, ...]
    nonclaims: tuple[NonClaim, ...] | None
    conflicts: tuple[HeadlineConflict, ...] | None
    agreements: tuple[HeadlineAgreement, ...] | None
    statements: tuple[GoldStatement, ...] | None

    def misfits(self, corpus: Corpus) -> tuple[str, ...]:
        """Return, in words, where the gold was made for other documents than these."""
        found = []
        by_name = {document_name(document.name): document for document in corpus}
        for name in sorted({claim.document for claim in self.claims} - by_name.keys()):
            found.append(f"the gold speaks of {name!r}, which is not among the documents")
        for name, document in sorted(by_name.items()):
            moved = [
                claim.id
                for claim in self.claims
                if claim.document == name
                and claim.quote
                and claim.span.of(document.text) != claim.quote
            ]
            if moved:
                found.append(
                    f"{name!r} differs from what the gold was made for: "
                    f"{len(moved)} of its claims quote other words (the first is {moved[0]})"
                )
        return tuple(found)


def document_name(path: str) -> str:
    r"""Return the file name by which gold files call a document.

    >>> document_name("in\\here/a.txt")
    'a.txt'
    """
    return PurePosixPath(path.replace("\\", "/")).name


def load_gold(folder: Path) -> Gold:
    """Return the gold of a folder.

    Raises:
        GoldError: a file is missing or wrong; the message names the file and the entry.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: is no folder; gold is a folder with claims.json.")
    claims = _all(folder / "claims.json", _claim)
    _unique(folder / "claims.json", (claim.id for claim in claims))
    known = frozenset(claim.id for claim in claims)
    relations = _all(folder / "relations.json", lambda entry: _relation(entry, known))
    headlines = folder / "headlines.json"
    conflicts, agreements = _headlines(headlines, known) if headlines.exists() else (None, None)
    return Gold(
        claims,
        relations,
        _optional(folder / "nonclaims.json", _nonclaim),
        conflicts,
        agreements,
        _optional(folder / "verify.json", _statement),
    )


def _all(path: Path, read: Callable[[Entry], _Item]) -> tuple[_Item, ...]:
    return tuple(read(entry) for entry in read_entries(path))


def _optional(path: Path, read: Callable[[Entry], _Item]) -> tuple[_Item, ...] | None:
    return _all(path, read) if path.exists() else None


def _unique(path: Path, ids: Iterable[str]) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            raise GoldError(f"{path}: the id {name!r} is given {times} times.")


def _claim(entry: Entry) -> GoldClaim:
    sentence = entry.has("sentence_start")
    quote = entry.text("quote", "")
    return GoldClaim(
        id=entry.text("id"),
        document=document_name(entry.text("doc")),
        span=entry.span("start", "end"),
        sentence=entry.span("sentence_start", "sentence_end") if sentence else None,
        quote=quote,
        statement=entry.text("proposition", quote),
        weight=entry.positive("weight", _DEFAULT_WEIGHT),
    )


def _relation(entry: Entry, known: frozenset[str]) -> GoldRelation:
    relation = entry.choice("relation", RELATIONS)
    a, b = entry.known("a", known), entry.known("b", known)
    if a == b:
        raise entry.wrong("a", "and 'b' are the same claim")
    accepted = frozenset((relation, *entry.choices("relation_also_ok", RELATIONS)))
    return GoldRelation(a, b, relation, accepted, entry.text("aspect", ""))


def _nonclaim(entry: Entry) -> NonClaim:
    return NonClaim(
        entry.text("id"),
        document_name(entry.text("doc")),
        entry.span("start", "end"),
        entry.switch("borderline"),
    )


def _statement(entry: Entry) -> GoldStatement:
    verdicts = tuple(verdict.value for verdict in Verdict)
    verdict = entry.choice("verdict", verdicts)
    accepted = frozenset((verdict, *entry.choices("verdict_also_ok", verdicts)))
    return GoldStatement(entry.text("id"), entry.text("statement"), verdict, accepted)


def _headlines(
    path: Path, known: frozenset[str]
) -> tuple[tuple[HeadlineConflict, ...], tuple[HeadlineAgreement, ...]]:
    both = read_object(path)
    conflicts = tuple(
        HeadlineConflict(
            entry.text("id"),
            entry.text("title", ""),
            tuple(frozenset(pair) for pair in entry.pairs("pairs", known)),
        )
        for entry in both.entries("conflicts")
    )
    agreements = tuple(
        HeadlineAgreement(
            entry.text("id"), entry.text("title", ""), frozenset(entry.names("claims", known))
        )
        for entry in both.entries("agreements")
    )
    return conflicts, agreements
