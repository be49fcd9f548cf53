"""Disputes and qualifications as build services show them: each at a place in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from factcheck.model import (
    AcceptedFinding,
    Baseline,
    Claim,
    Dispute,
    Position,
    Run,
    Span,
    Stance,
)
from factcheck.reporting.content import Piece
from factcheck.reporting.parts import deciding_words
from factcheck.reporting.places import Locator, Place
from factcheck.reporting.quotation import SourceIndex, index_sources, set_off
from factcheck.reporting.shortening import shorten
from factcheck.reporting.standing import by_weight
from factcheck.reporting.wording import clean, likelihood, question, share

LEVELS = {Stance.CONTRADICTS: "error", Stance.QUALIFIES: "warning"}
"""How grave a finding is, in the words of SARIF and of GitHub."""

QUOTED = 200
"""Most characters of a claim that an alert quotes: what a narrow panel shows in a few lines."""

WITNESSES = 3
"""Most claims of a side that an alert quotes."""

_SENTENCE = 300


@frozen
class Witness:
    """A claim that stands for a side.

    Attributes:
        claim: the claim.
        place: where it stands.
        pieces: its words as a reader sees them, cut where deciding words begin and end.
        evidence: the deciding words.
    """

    claim: Claim = field(repr=False)
    place: Place
    pieces: tuple[Piece, ...]
    evidence: tuple[Span, ...]

    @property
    def words(self) -> str:
        """The words around the deciding ones, short enough for an alert."""
        return "".join(piece.text for piece in shorten(self.pieces, QUOTED))


@frozen
class AlertSide:
    """One side under its letter, its strongest claim first."""

    letter: str
    label: str
    witnesses: tuple[Witness, ...]

    @property
    def first(self) -> Witness:
        """The strongest claim."""
        return self.witnesses[0]


@frozen
class Alert:
    """A finding that somebody should see where the files are.

    Attributes:
        dispute: the finding itself.
        number: place in the report, counted apart for disputes and qualifications.
        question: what the sides answer.
        reason: why the strongest pair was judged as it was.
        sides: the answers; an alert is shown at the strongest claim of the first.
        accepted: under which entry of a baseline it is accepted; None where it is not.
    """

    dispute: Dispute = field(repr=False)
    number: int
    question: str
    reason: str
    sides: tuple[AlertSide, ...]
    accepted: AcceptedFinding | None

    @property
    def level(self) -> str:
        """``error`` for a contradiction, ``warning`` for a tension."""
        return LEVELS[self.dispute.stance]

    @property
    def title(self) -> str:
        """Sign, number and question, as the report has them."""
        return f"{self.dispute.stance.sign} {self.number} {self.question}"

    @property
    def place(self) -> Place:
        """Where the alert is shown."""
        return self.sides[0].first.place

    @property
    def grounds(self) -> str:
        """How sure the finding is, by which rule, and its id."""
        sure = f"confidence {share(self.dispute.confidence)}, {likelihood(self.dispute.confidence)}"
        return f"{sure}; rule {clean(self.dispute.rule)}; {self.dispute.id}"

    def lines(self) -> tuple[str, ...]:
        """Return the alert in plain words, a side with its sources at a time."""
        told = []
        for side in self.sides:
            told.append(f"{side.letter} {side.label}".rstrip())
            told += [f"  {one.place}: “{one.words}”" for one in side.witnesses[:WITNESSES]]
            if len(side.witnesses) > WITNESSES:
                told.append(f"  and {len(side.witnesses) - WITNESSES} more")
        return (*told, self.reason, f"({self.grounds})")


def find_alerts(run: Run, locator: Locator, baseline: Baseline | None = None) -> Iterator[Alert]:
    """Yield the disputes, then the qualifications of ``run``, those that matter most first.

    Args:
        run: what was found.
        locator: finds places in its documents.
        baseline: what is accepted.
    """
    indexes = index_sources(run)
    return (
        _alert(
            number, dispute, locator, indexes, baseline.acceptance(dispute) if baseline else None
        )
        for kind in (run.disputes, run.qualifications)
        for number, dispute in enumerate(by_weight(kind), 1)
    )


def _alert(
    number: int,
    dispute: Dispute,
    locator: Locator,
    indexes: dict[str, SourceIndex],
    accepted: AcceptedFinding | None,
) -> Alert:
    evidence = deciding_words(dispute.judgements)
    return Alert(
        dispute=dispute,
        number=number,
        question=brief(question(dispute)),
        reason=brief(clean(dispute.explain())),
        sides=tuple(_side(side, evidence, locator, indexes) for side in dispute.positions),
        accepted=accepted,
    )


def _side(
    position: Position,
    evidence: dict[str, list[Span]],
    locator: Locator,
    indexes: dict[str, SourceIndex],
) -> AlertSide:
    return AlertSide(
        position.letter,
        brief(clean(position.label)),
        tuple(
            _witness(claim, evidence.get(claim.id, ()), locator, indexes[claim.source.id])
            for claim in position.claims
        ),
    )


def _witness(
    claim: Claim, evidence: Iterable[Span], locator: Locator, index: SourceIndex
) -> Witness:
    marks = tuple(sorted({mark for mark in evidence if claim.span.covers(mark)}))
    pieces = set_off(index.pieces(claim.span, marks))
    return Witness(claim, locator.place(claim.source, claim.span), pieces, marks)


def brief(text: str) -> str:
    """Return ``text`` without what is too long for an alert."""
    return "".join(piece.text for piece in shorten((Piece(text),), _SENTENCE))
