"""A number with the unit of its own: one side of a range, or all of a measure."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.quantities.bounds import Modifiers, effect_after
from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.money import currency_before
from factcheck.extraction.quantities.numbers import Number
from factcheck.extraction.quantities.units import UnitPhrase, read_unit, with_rate
from factcheck.extraction.quantities.words import Words
from factcheck.model.frozen import immutable

_MAGNITUDES = {"m": 1e6, "b": 1e9, "t": 1e12}


@immutable(auto_attribs=True, frozen=True)
class Side:
    """A number, its unit if it has one of its own, and the tokens of both."""

    first: int
    after: int
    number: Number
    unit: UnitPhrase | None = None
    effects: tuple[str, ...] = ()


@immutable(auto_attribs=True, frozen=True)
class Measure:
    """One number or two that span a range, in one unit.

    Attributes:
        first, after: its tokens, the bounding words before it left out.
        low, high: the ends in ``unit``.
        unit: None where none is named.
        kind: as in :class:`Number`.
        vague: whether words without a figure gave the numbers.
        modifiers: the bounding words before it.
        effects: what bounding words between the number and its unit do ("10 or more years").
        noun: what is counted.
    """

    first: int
    after: int
    low: float
    high: float
    unit: UnitPhrase | None
    kind: str = "cardinal"
    vague: bool = False
    modifiers: Modifiers = Modifiers(0)
    effects: tuple[str, ...] = ()
    noun: str = ""


def start_of(words: Words, number: Number, grammar: Grammar, floor: int) -> int:
    """Return the first token of a number with the currency sign before it."""
    sign = currency_before(words, number.first, grammar, floor)
    return number.first if sign is None else sign[0]


def side_of(words: Words, number: Number, grammar: Grammar, floor: int) -> Side:
    """Return a number with its currency sign or the unit that follows it."""
    sign = currency_before(words, number.first, grammar, floor)
    if sign is not None:
        first, unit, text = sign
        after = number.after
        factor = _MAGNITUDES.get(words.lows[after])
        if words.glued(after) and factor is not None:
            number = evolve(number, low=number.low * factor, high=number.high * factor, scaled=True)
            after += 1
        return Side(first, after, number, with_rate(words, UnitPhrase(after, unit, text), grammar))
    added = effect_after(words, number.after)
    unit_at = number.after if added is None else added[1]
    found = unit_after(words, unit_at, number, grammar)
    if found is None:
        return Side(number.first, number.after, number)
    effects = () if added is None else (added[0],)
    return Side(number.first, found.after, number, found, effects)


def unit_after(words: Words, at: int, number: Number, grammar: Grammar) -> UnitPhrase | None:
    """Return the unit of a number, that of "half an hour" and "thousands of years" included."""
    found = read_unit(words, at, grammar)
    if found is not None:
        return found
    if number.kind == "fraction":
        if words.lows[at] == "of" and words.lows[at + 1] in {"a", "an"}:
            return read_unit(words, at + 2, grammar)
        if words.lows[at] in {"a", "an"}:
            return read_unit(words, at + 1, grammar)
    if words.lows[at] == "of" and number.low >= 20 and not number.digits:
        return read_unit(words, at + 1, grammar)
    return None
