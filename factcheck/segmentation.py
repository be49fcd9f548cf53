"""Passages into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from factcheck.model import Passage, PassageKind

# No name and no other phrase goes on with one of these after an initial or an abbreviation.
_OPENERS = (
    "The|This|These|Those|That|There|It|Its|They|Their|We|Our|He|She|His|Her|In|At|For|From|With"
    "|As|When|While|Where|If|Although|Though|Since|Because|After|Before|During|However|But|And"
    "|Yet|Thus|Therefore|Moreover|Furthermore|Then|Here|What|Who|Why|How|Both|Each"
)
_UNITS = "am|pm|h|hr|hrs|min|mins|sec|s|ms|kg|g|mg|km|m|cm|mm|ml|mL|l|L|ft|lb|lbs|oz|mi|yr|yrs|ha"
# Words of three letters that the model takes for abbreviations.
_SHORT_WORDS = (
    "add|ant|art|axe|bat|bed|bee|bin|bus|can|cap|car|cow|dig|hay|hen|how|ill|lab|leg|low|met|ore"
    "|pen|pet|pin|pub|raw|row|sat|saw|sum|sun|tax|ten|vet|wig|win"
)
_MISSED = re.compile(
    r"(?=[.!?])(?:"
    r"(?<=[a-z]{3})[.!?](?=[A-Za-z][a-z]+\s)"
    rf"|(?<=\b(?:{_SHORT_WORDS}))[.!?](?=\s+[A-Z][a-z])"
    r"|(?<=\bso)[.!?](?=\s+[A-Z][a-z])"
    r"|(?<=\d [A-Z])\.(?=\s+[A-Z][a-z])"
    r"|(?:(?<=^No)|(?<=[.?!:”\"’] No))\.(?=\s+(?:[A-Z][a-z]|I\s))"
    r"|(?<=[a-z]{4})[.!?]['”\"’)]*(?=\s+[“\"‘(]?[A-Z][a-z]*\b(?!\.))"
    rf"|(?<=\b[A-Z])\.['”\"’)]*(?=\s+(?:{_OPENERS})\s(?!and\b|et\b))"
    rf")|(?<=\d)\s?(?:(?:{_UNITS})\.|[AP]\.M\.)(?=\s+[A-Z])"
    rf"|(?<=\d)\s?[ap]\.m\.(?=\s+(?:{_OPENERS})\s)"
)
_SUFFIX = re.compile(
    r"(?:com|org|net|edu|gov|io|ac|co|uk|eu|txt|md|csv|html?|pdf|py|js|json|xml|toml)\b"
)
_ABBREVIATED = re.compile(r"(?i)\b(?:approx|dept|prof|capt|sept|assn|univ|corp|govt|messrs|intl)$")
_NUMBERED = re.compile(r"\b(?:N[or]s?|N°|Figs?|Eqs?|Refs?|Vol|Sec|Ch|Art|pp?|approx|ca)\.$")
_CALLED = re.compile(r"[!?]['”\"’)]*$")
_LONGEST_ENDING = 12
_MARKER = re.compile(
    r"\s*[⁃•*–-]?\s?[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,4})\s?[.)\]]{1,2}\s*"
)
_ITEM = re.compile(r"(?<!\S)[⁃•*–-]?\s?\(?(\d{1,2})[.)]{1,2}\s+(?=[“\"]?[A-Z])")
_COUNTING = re.compile(r"\s*[⁃•*–-]?\s?\(?\d")
_SPACE = re.compile(r"\s*")
_UNBROKEN = re.compile(r"(?<!\S)\S{1000,}")
"""Longer without white space than any word, name or address of prose."""


@frozen
class PunktSegmenter:
    """Splits passages with nupunkt, a Punkt model (Kiss and Strunk 2006) with exact offsets."""

    def sentences(self, passage: Passage) -> tuple[tuple[int, int], ...]:
        """Return the sentences of a passage as half-open ranges of its visible text.

        A heading is one sentence. White space at either end is left out.
        """
        text = passage.text
        starts = [0] if passage.kind is PassageKind.HEADING else _starts(text)
        return _trimmed(text, pairwise((*starts, len(text))))


def _starts(text: str) -> list[int]:
    """Return where sentences begin, zero first.

    To what the model says, sentences are added that follow a word it took for an abbreviation
    and those that no space parts from the one before, and the items of a numbered list. No
    sentence begins behind the mark of a list item, with a figure behind "No." and the like, or in
    lower case behind an exclamation or question mark.
    """
    items = _items(text)
    found = {*items, *_missed(text), *_modelled(text)}
    starts = [0]
    for start in sorted({_past_space(text, one) for one in found}):
        if start > starts[-1] and (start in items or not _continues(text, starts[-1], start)):
            starts.append(start)
    return starts


def _modelled(text: str) -> Iterator[int]:
    """Yield where sentences begin for the model; what is no prose stands by itself.

    The model does not get to see that: its time grows with the square of the signs that end
    sentences in one unbroken stretch.
    """
    from nupunkt import sent_spans

    begin = 0
    for end, after in (*(match.span() for match in _UNBROKEN.finditer(text)), (len(text), 0)):
        yield from (begin + start for start, _ in sent_spans(text[begin:end]))
        yield end
        begin = after


def _missed(text: str) -> Iterator[int]:
    """Yield the ends of sentences where the model saw an abbreviation, or no space followed.

    A lower-case word of four letters or more before a full stop ends a sentence where a capital
    follows, unless it is one of the few abbreviations of that length. So does a unit after a
    figure, and a single capital before a word that begins sentences and no names.
    """
    for match in _MISSED.finditer(text):
        if _ABBREVIATED.search(text, max(0, match.start() - 8), match.start()):
            continue
        if not _SUFFIX.match(text, match.end()):
            yield match.end()


def _items(text: str) -> frozenset[int]:
    """Return where the items of a list begin that counts on from a number at the text's start."""
    found = list(_ITEM.finditer(text)) if _COUNTING.match(text) else []
    if not found or text[: found[0].start()].strip():
        return frozenset()
    items = found[:1]
    for match in found[1:]:
        if int(match[1]) == int(items[-1][1]) + 1:
            items.append(match)
    return frozenset(match.start() for match in items if len(items) > 1)


def _past_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return at if match is None else match.end()


def _continues(text: str, before: int, start: int) -> bool:
    """Return whether a sentence that began at ``before`` goes on at ``start``."""
    if _MARKER.fullmatch(text, before, start):
        return True
    end = text[max(before, start - _LONGEST_ENDING) : start].rstrip()
    following = text[start : start + 1]
    if following.isdigit():
        return bool(_NUMBERED.search(end))
    return following.islower() and bool(_CALLED.search(end))


def _trimmed(text: str, spans: Iterator[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    trimmed = []
    for start, end in spans:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = end - (len(piece) - len(piece.rstrip()))
        if left < right:
            trimmed.append((left, right))
    return tuple(trimmed)
