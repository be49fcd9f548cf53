"""Passages into sentences."""

from __future__ import annotations

import re

from attrs import frozen

from factcheck.model import Passage, PassageKind

_MISSED = re.compile(
    r"(?<=[a-z]{3})[.!?](?=[A-Za-z][a-z]+\s)"
    r"|(?<=\d [A-Z])\.(?=\s+[A-Z][a-z])"
    r"|(?<=[a-z]{4})[.!?]['”\"’)]*(?=\s+[“\"‘(]?[A-Z][a-z]*\b(?!\.))"
)
_SUFFIX = re.compile(
    r"(?:com|org|net|edu|gov|io|ac|co|uk|eu|txt|md|csv|html?|pdf|py|js|json|xml|toml)\b"
)
_ABBREVIATED = re.compile(r"(?i)\b(?:approx|dept|prof|capt|sept|assn|univ|corp|govt|messrs|intl)$")


@frozen
class PunktSegmenter:
    """Splits passages with nupunkt, a Punkt model (Kiss and Strunk 2006) with exact offsets."""

    def sentences(self, passage: Passage) -> tuple[tuple[int, int], ...]:
        """Return the sentences of a passage as half-open ranges of its visible text.

        A heading is one sentence. White space at either end is left out.
        """
        if passage.kind is PassageKind.HEADING:
            return _trimmed(passage.text, [(0, len(passage.text))])
        from nupunkt import sent_spans

        return _trimmed(passage.text, _unjoined(passage.text, list(sent_spans(passage.text))))


def _unjoined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Also split where the model saw an abbreviation in an ordinary word, or no space followed.

    A lower-case word of four letters or more before a full stop ends a sentence where a capital
    follows, unless it is one of the few abbreviations of that length.
    """
    out: list[tuple[int, int]] = []
    for begin, end in spans:
        start = begin
        for match in _MISSED.finditer(text, begin, end):
            if _ABBREVIATED.search(text, max(start, match.start() - 8), match.start()):
                continue
            if _SUFFIX.match(text, match.end()):
                continue
            out.append((start, match.end()))
            start = match.end()
        out.append((start, end))
    return out


def _trimmed(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    trimmed = []
    for start, end in spans:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = end - (len(piece) - len(piece.rstrip()))
        if left < right:
            trimmed.append((left, right))
    return tuple(trimmed)
