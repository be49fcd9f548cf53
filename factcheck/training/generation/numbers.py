"""Edits of figures: another figure, a bound that holds or does not, another date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from factcheck.extraction.quantities import Quantity
from factcheck.model.value import DATES, TIME_OF_DAY
from factcheck.training.generation.edits import Edit
from factcheck.training.generation.sentence import Sentence

_FIGURE = re.compile(r"(?<![\w.,/:–-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/:–-]|[.,]\d)")
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_LATEST = 2024
"""The last year that a date is moved to, unless it lies behind it already."""

_BOUNDS = re.compile(
    r"(?i)\b(?:least|most|than|to|over|under|about|around|approximately|nearly|almost|some|roughly"
    r"|only|no|number|page|chapter|route|class|type|grade|age|aged|between|and|or|from|by|every"
    r"|per|past|the|these|those|first|last)$"
)
_ABOVE = ("more than", "over", "at least")
_BELOW = ("fewer than", "less than", "under")
_FEWEST = 10
"""Figures below which "more than" says little."""

_NO_AMOUNT = ("age", "out", "year")
MONTHS = (
    "January February March April May June July August September October November December".split()
)


def other_figures(sentence: Sentence, rng: Random) -> list[Edit]:
    """Return edits that give a quantity a value that the stated one rules out."""
    found = []
    for quantity in sentence.quantities:
        figure = _figure(sentence.text, quantity)
        if figure is None or quantity.scale in ("ordinal", *DATES, TIME_OF_DAY):
            continue
        if sentence.text[: figure.start()].endswith((" past ", "number ", "No. ")):
            continue
        edit = Edit(*figure.span(), _other(figure[0], quantity, rng))
        if _rules_out(sentence, quantity, edit):
            found.append(edit)
    return found


def other_dates(sentence: Sentence, rng: Random) -> list[Edit]:
    """Return edits that move a date."""
    found = []
    for quantity in sentence.quantities:
        if quantity.scale not in DATES or len(quantity.named) != 1:
            continue
        place = sentence.text[quantity.start : quantity.end]
        for match in re.finditer(rf"{_YEAR.pattern}|{'|'.join(MONTHS)}", place):
            new = (
                _other_year(int(match[0]), rng)
                if match[0].isdigit()
                else _other_month(match[0], rng)
            )
            low, high = match.span()
            edit = Edit(quantity.start + low, quantity.start + high, new)
            if _rules_out(sentence, quantity, edit):
                found.append(edit)
    return found


def bounded(sentence: Sentence, rng: Random) -> Iterator[tuple[str, bool]]:
    """Yield texts with a bound in the place of a figure, and whether they still hold."""
    for quantity in sentence.quantities:
        figure = _figure(sentence.text, quantity)
        if figure is None or not _takes_bound(sentence, quantity, figure):
            continue
        value = float(figure[0].replace(",", ""))
        lower = _rounded(value * rng.uniform(0.55, 0.9))
        higher = _rounded(value * rng.uniform(1.15, 1.7))
        if not lower < value < higher or (quantity.scale == "proportion" and higher > 100):
            continue
        for words, number, holds in (
            (_ABOVE, lower, True),
            (_BELOW, higher, True),
            (_ABOVE, higher, False),
            (_BELOW, lower, False),
        ):
            bound = f"{rng.choice(words)} {_written(number)}"
            yield Edit(*figure.span(), bound).of(sentence.text), holds


def _takes_bound(sentence: Sentence, quantity: Quantity, figure: re.Match[str]) -> bool:
    """Return whether "more than" can stand before a figure: behind a verb or a preposition."""
    if not figure[0][0].isdigit() or float(figure[0].replace(",", "")) < _FEWEST:
        return False
    if quantity.scale in ("ordinal", *DATES) or _YEAR.fullmatch(figure[0]) or not quantity.unit:
        return False
    if quantity.interval.low != quantity.interval.high or "only" in sentence.words:
        return False
    before = [token for token in sentence.tokens if token.end <= figure.start()]
    if len(before) < 2 or _BOUNDS.search(before[-1].text):
        return False
    last, second = before[-1], before[-2]
    if last.tag == "I":
        of_amount = last.lower in ("of", "with", "for") and second.tag != "#"
        return of_amount and second.text not in MONTHS and second.lower not in _NO_AMOUNT
    return last.tag in "VXP"


def _figure(text: str, quantity: Quantity) -> re.Match[str] | None:
    """Return the one number that a quantity is written with; None where it is not clear."""
    if not quantity.numeral or quantity.interval.low == quantity.interval.high == 1:
        return None
    found = [
        match
        for pattern in (_FIGURE, _WORD)
        for match in pattern.finditer(text, quantity.start, quantity.number_end or quantity.end)
    ]
    return found[0] if len(found) == 1 else None


def _rules_out(sentence: Sentence, quantity: Quantity, edit: Edit) -> bool:
    """Return whether the edited text states a value in the place that excludes the old one."""
    edited = sentence.of(edit.of(sentence.text)).quantities
    return any(
        other.scale == quantity.scale
        and other.start == quantity.start
        and other.interval.disjoint(quantity.interval)
        for other in edited
    )


def _other(figure: str, quantity: Quantity, rng: Random) -> str:
    if figure in _WORDS:
        return rng.choice([word for word in _WORDS if word != figure])
    value = float(figure.replace(",", ""))
    if _YEAR.fullmatch(figure):
        return _other_year(int(figure), rng)
    most = 100.0 if quantity.scale == "proportion" else float("inf")
    if "." in figure:
        digits = len(figure.split(".")[1])
        return f"{_scaled(value, most, rng):.{digits}f}"
    if value <= 12:
        return str(rng.choice([other for other in range(2, 15) if other != value]))
    new = round(_scaled(value, most, rng))
    if value % 100 == 0 and new > 200:
        new = round(new, -2)
    elif value % 10 == 0 and new > 20:
        new = round(new, -1)
    return f"{new:,}" if "," in figure or new >= 10_000 else str(new)


def _scaled(value: float, most: float, rng: Random) -> float:
    factors = [f for f in (0.25, 0.4, 0.6, 0.75, 1.3, 1.6, 2.2, 3.5) if value * f <= most]
    return value * rng.choice(factors)


def _other_year(year: int, rng: Random) -> str:
    latest = max(year, _LATEST)
    steps = [s for s in (-38, -21, -12, -7, -4, -2, -1, 1, 2, 3, 6, 11, 19) if year + s <= latest]
    return str(year + rng.choice(steps))


def _other_month(month: str, rng: Random) -> str:
    return rng.choice([other for other in MONTHS if other != month])


def _rounded(value: float) -> int:
    """Return a number with at most two figures that are not zero."""
    return int(round(value, 2 - len(str(int(value))))) if value >= 100 else round(value)


def _written(value: int) -> str:
    return f"{value:,}" if value >= 10_000 else str(value)
