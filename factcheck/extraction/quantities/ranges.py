"""Numbers with their units, and two of them as a range."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.quantities.angles import with_minutes
from factcheck.extraction.quantities.bounds import Modifiers, modifiers_before
from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.nouns import plural
from factcheck.extraction.quantities.numbers import TIMES, Number, read_number
from factcheck.extraction.quantities.sides import Measure, Side, side_of, start_of, unit_after
from factcheck.extraction.quantities.units import (
    HYPHENS,
    UnitPhrase,
    read_simple_unit,
)
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Unit

RATIO = Unit("ratio", 1.0)

_DASHES = frozenset("-–—‐‑−~")
_CHANGING = listed("change go move shift switch convert turn")


def measure_from(words: Words, number: Number, grammar: Grammar, floor: int) -> Measure:
    """Return the measure whose first number has just been read."""
    side = side_of(words, number, grammar, floor)
    if words.lows[side.first - 1] == "±" and side.first > floor:
        # A tolerance without what it is one of: "accurate to ±5 m".
        modifiers = modifiers_before(words, side.first - 1, floor)
        spread = abs(number.high)
        return Measure(side.first - 1, side.after, -spread, spread, side.unit, modifiers=modifiers)
    modifiers = modifiers_before(words, start_of(words, number, grammar, floor), floor)
    found = (
        _share_of(words, side, grammar)
        or _plus_minus(words, side, grammar)
        or _ratio(words, side)
        or _range(words, side, modifiers, grammar)
    )
    if found is None:
        low, high = side.number.low, side.number.high
        found = Measure(side.first, side.after, low, high, side.unit, number.kind)
        if side.unit is not None:
            found = evolve(_compound(words, found, grammar), effects=side.effects)
    found = _times_power(words, with_minutes(words, found), grammar)
    return evolve(found, vague=number.low < number.high, modifiers=modifiers)


def _times_power(words: Words, measure: Measure, grammar: Grammar) -> Measure:
    """Read "(1.2–3.4) × 10⁵ cells": a power of ten multiplies what stands in brackets."""
    at = measure.after
    if (
        measure.unit is not None
        or words.lows[measure.first - 1] != "("
        or words.lows[at] != ")"
        or words.lows[at + 1] not in TIMES
    ):
        return measure
    power = read_number(words, at + 2, grammar, at + 2)
    if power is None or words.words[at + 2] != "10" or power.after == at + 3:
        return measure
    unit = unit_after(words, power.after, power, grammar)
    return evolve(
        measure,
        first=measure.first - 1,
        after=power.after if unit is None else unit.after,
        low=measure.low * power.low,
        high=measure.high * power.low,
        unit=unit,
    )


def _share_of(words: Words, side: Side, grammar: Grammar) -> Measure | None:
    """Read "1 in 5", "one in every ten" and "3 out of 4"."""
    at = side.number.after
    if (
        side.unit is not None
        or words.lows[at] not in {"in", "out"}
        or side.number.kind != "cardinal"
    ):
        return None
    if words.lows[at] == "out":
        if words.lows[at + 1] != "of":
            return None
        at += 1
    at += 1
    while words.lows[at] in {"every", "about", "the"}:
        at += 1
    whole = read_number(words, at, grammar, at)
    if whole is None or whole.kind != "cardinal" or whole.low != whole.high:
        return None
    part = side.number.low
    if not 0 < part <= whole.low or side.number.high != part or whole.low < 2:
        return None
    year = whole.digits and len(words.words[at]) == 4 and 1000 <= whole.low <= 2099
    if year and words.lows[side.number.after] == "in" and not plural(words.lows[whole.after]):
        return None
    if (
        words.lows[side.number.after] == "in"
        and read_simple_unit(words, whole.after, grammar) is not None
    ):
        return None
    share = part / whole.low
    return Measure(side.first, whole.after, share, share, None, "fraction")


def _plus_minus(words: Words, side: Side, grammar: Grammar) -> Measure | None:
    """Read "5 ± 2 kg", "5 kg ± 2 kg" and "5 (± 2)"."""
    at = side.after
    if words.lows[at] == "(":
        at += 1
    if words.lows[at] == "±":
        at += 1
    elif (
        words.lows[at] in {"+", "-"}
        and words.lows[at + 1] in {"/", "-"}
        and words.lows[at + 2] in {"-", "−"}
    ):
        at += 3
    else:
        return None
    number = read_number(words, at, grammar, at)
    if number is None or number.kind == "ordinal":
        return None
    opened = words.lows[side.after] == "("
    unit = None if opened else unit_after(words, number.after, number, grammar)
    after = number.after if unit is None else unit.after
    spread = number.high
    if unit is not None and side.unit is not None and unit.unit.scale == side.unit.unit.scale:
        spread *= unit.unit.factor / side.unit.unit.factor
    elif unit is not None and side.unit is not None and unit.unit.scale == "proportion":
        spread = abs(side.number.high) * number.high * unit.unit.factor
    if opened and words.lows[after] == ")":
        after += 1
    kept = side.unit or unit
    return Measure(side.first, after, side.number.low - spread, side.number.high + spread, kept)


def _ratio(words: Words, side: Side) -> Measure | None:
    """Read "2:1"; times of day never come here."""
    at = side.number.after
    if words.lows[at] != ":" or not words.glued(at) or not words.glued(at + 1):
        return None
    whole = words.literal(at + 1)
    if not whole or words.lows[at + 2] == ":" or not side.number.digits:
        return None
    value = side.number.low / whole
    return Measure(side.first, at + 2, value, value, UnitPhrase(at + 2, RATIO, ":"))


def _range(words: Words, side: Side, modifiers: Modifiers, grammar: Grammar) -> Measure | None:
    at = _past_joint(words, side, modifiers, grammar)
    if at is None:
        return None
    at = _past_blur(words, at)
    number = _second_number(words, at, grammar)
    if number is None or number.kind == "ordinal":
        return None
    second = side_of(words, number, grammar, at)
    if number.kind == "fraction" and side.number.kind != "fraction" and second.unit is None:
        return None
    first_number = _lifted(side.number, second.number)
    units = _common_unit(words, side, second)
    if units is None:
        return None
    unit, first_factor, second_factor = units
    lows = (first_number.low * first_factor, second.number.low * second_factor)
    highs = (first_number.high * first_factor, second.number.high * second_factor)
    kind = "fraction" if {side.number.kind, number.kind} == {"fraction"} else "cardinal"
    return Measure(side.first, second.after, min(lows), max(highs), unit, kind)


def _second_number(words: Words, at: int, grammar: Grammar) -> Number | None:
    if words.lows[at] in {"-", "−"} and words.glued(at + 1) and words.numeric[at + 1]:
        return read_number(words, at + 1, grammar, at)
    for ahead in (0, 1, 2):
        number = read_number(words, at + ahead, grammar, at)
        if number is not None:
            return number if number.first == at or (ahead <= 1 and _is_sign(words, at)) else None
        if not _is_sign(words, at + ahead) and words.lows[at + ahead] not in {"a", "an", "half"}:
            return None
    return None


def _is_sign(words: Words, at: int) -> bool:
    return words.lows[at] in {"$", "€", "£", "¥", "₹", "us", "a", "an"}


def _past_joint(words: Words, side: Side, modifiers: Modifiers, grammar: Grammar) -> int | None:
    """Return the token where the second number of a range begins, None if there is no range."""
    at = side.after
    low = words.lows[at]
    if low in {"-", "‐"} and words.lows[at + 1] in {"to", "or"}:
        return at + 2
    if low == "and":
        return at + 1 if modifiers.of("between") else None
    if low in {"to", "or"}:
        if low == "to" and modifiers.of("from") and after_change(words, modifiers.first, grammar):
            return None
        return at + 1
    if low not in _DASHES or side.number.kind == "ordinal":
        return None
    sides = words.glued(at), words.glued(at + 1)
    # A dash with a space on one side only separates clauses, or is the sign of the number.
    if sides == (True, True) or (sides == (False, False) and low in {"–", "−", "~", "-"}):
        return at + 1
    return None


def _past_blur(words: Words, at: int) -> int:
    if words.lows[at] in {
        "even",
        "about",
        "around",
        "approximately",
        "nearly",
        "perhaps",
        "possibly",
        "maybe",
    }:
        return at + 1
    if words.lows[at] in {"as", "up"} and words.lows[at + 1] in {"many", "much", "to"}:
        return at + (3 if words.lows[at + 2] == "as" else 2)
    return at


def after_change(words: Words, at: int, grammar: Grammar) -> bool:
    """Return whether a word of change stands close before, as in "rose from 5% to 10%"."""
    lexicon = grammar.lexicon
    for back in range(1, 5):
        word = words.lows[at - back]
        if not word[:1].isalpha():
            return False
        if any(
            grammar.lemma_in(word, lemmas)
            for lemmas in (
                lexicon.increases,
                lexicon.decreases,
                lexicon.improves,
                lexicon.worsens,
                _CHANGING,
            )
        ):
            return True
    return False


def _lifted(first: Number, second: Number) -> Number:
    """Let "5 to 10 million" start at five million."""
    if not second.scaled or first.scaled or first.low >= 1000:
        return first
    for factor in (1e12, 1e9, 1e6, 1e3, 1e2):
        if second.low >= factor:
            if first.low * factor <= second.high * 1.0001 or first.low < 10:
                return evolve(first, low=first.low * factor, high=first.high * factor)
            return first
    return first


def _common_unit(
    words: Words, first: Side, second: Side
) -> tuple[UnitPhrase | None, float, float] | None:
    """Return the unit of a range and what its numbers are multiplied by to be in it."""
    left, right = first.unit, second.unit
    if left is None or right is None:
        joint = words.lows[first.after]
        if left is not None and joint in {"or", "and"}:
            return None
        if (
            left is not None
            and joint == "to"
            and not left.unit.scale.startswith(("money:", "proportion"))
        ):
            return None
        found = left or right
        return (
            (found, 1.0, 1.0)
            if found is None or left is None
            else (evolve(left, after=second.after), 1.0, 1.0)
        )
    if left.unit == right.unit:
        return right, 1.0, 1.0
    if left.unit.scale != right.unit.scale or left.unit.offset != right.unit.offset:
        return None
    return right, left.unit.factor / right.unit.factor, 1.0


def _compound(words: Words, measure: Measure, grammar: Grammar) -> Measure:
    """Add the smaller units of "1 hour 30 minutes", "5 ft 11 in" and "6 years and 3 months"."""
    for _ in range(4):
        unit = measure.unit
        if unit is None or unit.unit.scale not in {"duration", "length", "mass", "money"}:
            return measure
        at = measure.after
        if words.lows[at] in {"and", ","} or (words.lows[at] in HYPHENS and words.glued(at)):
            at += 1
        number = read_number(words, at, grammar, at)
        if number is None or number.kind != "cardinal" or number.first != at:
            return measure
        part = read_simple_unit(words, number.after, grammar)
        if part is None or part.unit.scale != unit.unit.scale:
            return measure
        added = number.low * part.unit.factor
        if not 0 < added < unit.unit.factor or part.unit.factor >= unit.unit.factor:
            return measure
        extra = added / unit.unit.factor
        smaller = measure.low + extra
        # What may follow has to be smaller than the part just read.
        base = UnitPhrase(part.after, Unit(part.unit.scale, part.unit.factor), unit.text)
        ratio = unit.unit.factor / part.unit.factor
        measure = evolve(
            measure,
            after=part.after,
            low=smaller * ratio,
            high=(measure.high + extra) * ratio,
            unit=evolve(base, text=unit.text),
        )
    return measure
