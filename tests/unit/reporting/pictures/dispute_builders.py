"""Disputes about amounts, made by hand: a document a statement."""

from __future__ import annotations

from factcheck.model import (
    Claim,
    Dispute,
    Document,
    Interval,
    Judgement,
    Passage,
    PassageKind,
    Position,
    Span,
    Stance,
    Value,
)


def statement(
    name: str,
    words: str,
    interval: Interval,
    scale: str = "duration",
    approximate: bool = False,
    title: str = "",
) -> Claim:
    """Return a claim of a document of its own that states ``interval`` in ``words``."""
    text = f"The repairs took {words}."
    span = Span(0, len(text))
    place = Span(17, 17 + len(words))
    document = Document(
        name, text, (Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text)),), title=title
    )
    value = Value(scale, interval, words, place, approximate, ("extent",))
    return Claim(document, span, text, sentence=span, values=(value,))


def dispute(*sides: tuple[Claim, ...]) -> Dispute:
    """Return a dispute whose first claims were judged pair by pair."""
    first = sides[0][0]
    judgements = tuple(
        Judgement(
            first,
            side[0],
            Stance.CONTRADICTS,
            0.9,
            "value",
            "They differ.",
            ("repair",),
            "repairs",
            first.values[0].span,
            side[0].values[0].span,
        )
        for side in sides[1:]
    )
    positions = tuple(
        Position(chr(ord("A") + index), side[0].text, side) for index, side in enumerate(sides)
    )
    return Dispute("repairs", Stance.CONTRADICTS, positions, judgements, 0.9)
