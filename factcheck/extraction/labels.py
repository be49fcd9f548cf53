"""Words in front of a sentence that name its sort, its speaker, or call it a myth."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon

_ABSTRACT_LABELS = frozenset(
    "background introduction objective objectives purpose aim aims design setting methods results"
    " findings interpretation discussion conclusion conclusions significance".split()
)
"""Headings of structured abstracts, which often stand before their sentence without a colon."""

_SORTS = frozenset("note notes warning caution danger important tip hint notice".split())
"""Labels that say what sort of sentence follows their colon."""
_TRUE = frozenset("fact facts truth reality".split())
"""Labels of what a source holds against a myth."""
_FALSE = frozenset("myth misconception fallacy falsehood".split())
"""Labels of what a source holds to be untrue."""
_COMMON = frozenset("the a common popular widespread another".split())
_DENIED = ("it", "is", "a")
_TITLE_SIGNS = frozenset([".", "-", "&"])
_NUMBER_SIGNS = frozenset(["#", ".", "no", "number"])
_PARTING = frozenset([":", "–", "—"])
_DASHES = frozenset("-–—")
_LONGEST_DATELINE = 10
_SHORTEST_PLACE = 3
_LONGEST_LABEL = 5
"""Words and signs that name a speaker at most, with the colon behind them."""
_SHORTEST_BEHIND = 3


def without_label(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens behind what only names their sort or speaker.

    "RESULTS The rate fell", "**Note:** the gate is shut", "**MRS DALE:** The mill closed",
    "**PARIS, 4 May (AFP) –** The mill closed". A label that calls its sentence untrue says so in
    words: "**Myth 2:** bees are blind" is read as "it is a **myth** that bees are blind", whose
    supplied words are empty in the source.
    """
    behind = _verdict(tokens, lexicon) or _behind_dateline(tokens, lexicon)
    if behind:
        return behind
    colon = next((i for i, token in enumerate(tokens[:_LONGEST_LABEL]) if token.lower == ":"), 0)
    label = tokens[:colon]
    sort = colon == 1 and label[0].lower in _SORTS
    named = any(len(token.text) > 1 for token in label) and all(
        token.text.isupper() or token.lower in _TITLE_SIGNS for token in label
    )
    behind = tokens[colon + 1 :]
    stated = len(behind) > _SHORTEST_BEHIND and behind[-1].lower != "?"
    opens = stated and behind[0].text[:1].isupper()
    if colon and opens and (sort or (named and behind[0].text[1:].islower())):
        return behind
    labelled = (
        len(tokens) > 2
        and tokens[0].text.isupper()
        and tokens[0].lower in _ABSTRACT_LABELS
        and tokens[1].text[0].isupper()
    )
    return tokens[1:] if labelled else tokens


def _behind_dateline(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return what stands behind where and when a report was written; nothing without that."""
    places = (i for i, token in enumerate(tokens[:_LONGEST_DATELINE]) if token.text in _DASHES)
    end = next(places, 0)
    behind = tokens[end + 1 :]
    if not end or not tokens[0].text.isupper() or len(tokens[0].text) < _SHORTEST_PLACE:
        return []
    bracket = next((i for i in range(end) if tokens[i].lower == "("), end)
    dated = all(
        token.text.isupper() or token.lower.isdigit() or token.lower in {",", ".", *lexicon.months}
        for token in tokens[:bracket]
    )
    opens = len(behind) > _SHORTEST_BEHIND and behind[0].text[:1].isupper()
    return behind if dated and opens and tokens[end - 1].end < tokens[end].start else []


def _verdict(tokens: list[Token], lexicon: Lexicon) -> list[Token] | None:
    """Return what a sentence says whose label calls it true or untrue; None without one."""
    places = (i for i, token in enumerate(tokens[:_LONGEST_LABEL]) if token.text in _PARTING)
    end = next(places, 0)
    label = [token for token in tokens[:end] if token.lower not in _COMMON]
    behind = tokens[end + 1 :]
    if not label or len(behind) < _SHORTEST_BEHIND or behind[-1].lower == "?":
        return None
    numbered = all(
        token.lower.isdigit() or token.lower in _NUMBER_SIGNS or token.lower in lexicon.numbers
        for token in label[1:]
    )
    if not numbered or label[0].lower not in _TRUE | _FALSE:
        return None
    if label[0].lower in _TRUE:
        return behind
    myth = label[0]
    start = tokens[0].start
    supplied = [evolve(myth, text=word, lower=word, start=start, end=start) for word in _DENIED]
    that = evolve(myth, text="that", lower="that", start=myth.end, end=myth.end)
    return [*supplied, evolve(myth, text=myth.lower, start=start), that, *behind]
