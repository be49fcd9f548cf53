"""What a number says: a quantity with a unit, an age, a share, a ratio, a count or a place."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.quantities.bounds import Modifiers, effect_after, modifiers_before
from factcheck.extraction.quantities.grammar import DAY, Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.nouns import counted_noun, noun_of_share
from factcheck.extraction.quantities.numbers import Number, read_number
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.ranges import RATIO, after_change, measure_from
from factcheck.extraction.quantities.ratios import frequency
from factcheck.extraction.quantities.scaling import COUNT, reading_of
from factcheck.extraction.quantities.sides import Measure
from factcheck.extraction.quantities.units import HYPHENS, UnitPhrase, with_rate
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Unit
from factcheck.model.value import Interval

_SHARE = Unit("proportion", 1.0)
_POUNDS = frozenset(["pound", "pounds"])
_PAYING = listed(
    """cost costs pay pays paid paying charge charges charged price prices priced fee fees fare
    fares rent rents budget salary wage wages worth spend spends spent earn earns earned owe owes
    owed debt debts fine fined sold bought buy raised donated loan grant subsidy profit loss
    turnover revenue"""
)
_OLDER = frozenset(["older", "younger"])
_PAST_AGE = frozenset(["over", "above", "under", "below"])
_NO_NOUN = frozenset("to and or when before at on in".split())
_OLDEST = 130
_POSSESSIVES = listed("the a its his her their our my your")
_NO_RANK = listed("hand class rate degree person generation")
_EXTENTS = listed(
    """size length height width weight cost price rate number amount depth age speed dose"""
)
_OF_AGE = listed("over under above below")
_PEOPLE = listed(
    "people persons adults babies infants children men women boys girls kids those anyone everyone"
    " visitors guests passengers travellers customers members residents patients students pupils"
    " participants applicants swimmers drivers employees workers"
)
_GROWING = listed("children kids babies infants toddlers boys girls pupils adults puppies kittens")
"""Who is told apart by an age from which something is for them."""
_COMPARED = listed("above below warmer colder cooler hotter higher lower")
_BEFORE_PRONOUN = listed("this that no the each every any which another some anyone day")


def read_measure(words: Words, at: int, grammar: Grammar, floor: int) -> Reading | None:
    """Return the quantity whose number begins with a token, None if there is none."""
    number = read_number(words, at, grammar, floor)
    if number is None:
        return None
    if number.kind == "ordinal":
        return _ordinal(words, number, grammar)
    measure = measure_from(words, number, grammar, floor)
    aged = _age(words, measure, grammar)
    if aged is not None:
        return reading_of(words, aged, "age")
    if measure.unit is not None:
        return _with_unit(words, measure, measure.unit, grammar, floor)
    if measure.kind == "fraction" and measure.low <= 1:
        return _fraction(words, measure, grammar)
    return _times(words, measure, grammar) or _count(words, measure, grammar)


def _ordinal(words: Words, number: Number, grammar: Grammar) -> Reading | None:
    """Return a place in an order: "the third lighthouse", "21st"."""
    before, after = words.lows[number.first - 1], number.after
    in_words = not words.numeric[number.first]
    if in_words and not (before in _POSSESSIVES and words.alphabetic(after)):
        return None
    hyphenated = words.lows[after] in HYPHENS and words.glued(after)
    if hyphenated and words.lows[after + 1] in _NO_RANK:
        return None
    if before == "a" and words.lows[after] in {"of", "time", "half", "place"}:
        return None
    noun = counted_noun(words, after, grammar, single=True)
    place = Interval(number.low, number.low)
    name = "" if noun is None else noun[0]
    return Reading(number.first, after, "ordinal", place, noun=name)


def _with_unit(
    words: Words, measure: Measure, unit: UnitPhrase, grammar: Grammar, floor: int
) -> Reading | None:
    if unit.unit.scale == "proportion":
        noun = noun_of_share(words, measure.after, grammar)
        return reading_of(words, evolve(measure, noun=noun))
    if unit.text.lower() in _POUNDS and _is_paid(words, measure):
        sterling = UnitPhrase(unit.after, grammar.units["pounds sterling"], unit.text)
        return reading_of(words, evolve(measure, unit=sterling))
    if unit.unit.offset and _is_difference(words, measure, grammar):
        # Two degrees more are no temperature of two degrees: only the step counts.
        step = UnitPhrase(unit.after, Unit("unit:kelvin", unit.unit.factor), unit.text)
        return reading_of(words, evolve(measure, unit=step))
    every = measure.modifiers.first - 1
    if unit.unit.scale == "duration" and words.lows[every] == "every" and measure.low > 0:
        # "every 6 hours" is four a day.
        rate = UnitPhrase(unit.after, Unit("count/day", DAY / unit.unit.factor), unit.text)
        outer = modifiers_before(words, every, floor)
        modifiers = Modifiers(
            outer.first if outer.effects else every, (*measure.modifiers.effects, *outer.effects)
        )
        low, high = 1 / measure.high, 1 / measure.low
        measure = evolve(measure, first=every, low=low, high=high, unit=rate, modifiers=modifiers)
    return reading_of(words, measure)


def _is_difference(words: Words, measure: Measure, grammar: Grammar) -> bool:
    """Return whether a temperature says by how much and not how warm."""
    outer = measure.modifiers.first if measure.modifiers.effects else measure.first
    if words.lows[outer - 1] in {"to", "at", "from"}:
        return False
    return (
        words.lows[outer - 1] == "by"
        or words.lows[measure.after] in _COMPARED
        or (words.lows[outer - 1] == "of" and after_change(words, outer - 1, grammar))
    )


def _age(words: Words, measure: Measure, grammar: Grammar) -> Measure | None:
    """Read "aged 18-40", "65-year-old", "65 years of age", "over 65s" and "16 or older"."""
    at, unit = measure.after, measure.unit
    outer = measure.modifiers.first
    labelled = words.lows[outer - 1] in {"aged", "age", "ages"} or (
        words.lows[outer - 1] in {"of", ":", "was"} and words.lows[outer - 2] in {"age", "ages"}
    )
    labelled = labelled or (words.lows[outer] in _OF_AGE and words.lows[outer - 1] in _PEOPLE)
    labelled = labelled or _older_or_younger(words, at, outer)
    begin = outer if words.lows[outer] == "from" else outer - 1
    labelled = labelled or (words.lows[begin] == "from" and words.lows[begin - 1] in _GROWING)
    if unit is not None and unit.unit.scale == "duration":
        step = 1 if words.lows[at] in HYPHENS else 0
        if words.lows[at + step] in {"old", "olds"}:
            return evolve(measure, after=at + step + 1)
        if words.lows[at] == "of" and words.lows[at + 1] == "age":
            return evolve(measure, after=at + 2)
        if _plural_age(words, at - 1, measure):
            years = grammar.units.get("year", unit.unit)
            return evolve(measure, unit=UnitPhrase(at, years, "age"))
        return measure if labelled else None
    years_unit = grammar.units.get("year")
    if unit is not None or years_unit is None or measure.kind != "cardinal":
        return None
    return (
        evolve(measure, unit=UnitPhrase(at, years_unit, "age"))
        if (labelled and measure.high <= _OLDEST)
        else None
    )


def _older_or_younger(words: Words, at: int, outer: int) -> bool:
    """Return whether only an age is bounded so: "16 or **older**", "must be 18 or over"."""
    if words.lows[at] not in {"or", "and"}:
        return False
    if words.lows[at + 1] in _OLDER:
        return True
    alone = not words.alphabetic(at + 2) or words.lows[at + 2] in _NO_NOUN
    return words.lows[at + 1] in _PAST_AGE and words.lows[outer - 1] == "be" and alone


def _is_paid(words: Words, measure: Measure) -> bool:
    """Return whether pounds are money: "**costs** 9 pounds", "a **fee** of 20 pounds"."""
    outer = measure.modifiers.first if measure.modifiers.effects else measure.first
    return any(low in _PAYING for low in words.lows[max(0, outer - 4) : outer])


def _plural_age(words: Words, at: int, measure: Measure) -> bool:
    """Return whether an "s" is the plural of "over 65s" rather than a second."""
    bounded = words.lows[measure.modifiers.first] in {"over", "under"}
    return bounded and words.words[at] == "s" and words.glued(at) and measure.high <= _OLDEST


def _fraction(words: Words, measure: Measure, grammar: Grammar) -> Reading | None:
    after = measure.after
    extent = words.lows[after] == "the" and words.lows[after + 1] in _EXTENTS
    if words.lows[after] == "as" or extent:
        return reading_of(words, evolve(measure, unit=UnitPhrase(after, RATIO, "times")))
    noun = noun_of_share(words, after, grammar)
    return reading_of(words, evolve(measure, unit=UnitPhrase(after, _SHARE, ""), noun=noun))


def _times(words: Words, measure: Measure, grammar: Grammar) -> Reading | None:
    """Read "three times", "five-fold", "10x", "a factor of ten" and "three times a day"."""
    at = measure.after
    if words.lows[measure.first - 1] == "of" and words.lows[measure.first - 2] == "factor":
        return reading_of(words, evolve(measure, unit=UnitPhrase(at, RATIO, "factor")))
    step = 1 if words.lows[at] in HYPHENS and words.glued(at) else 0
    word = words.lows[at + step]
    if word == "times" or (word == "time" and measure.high == 1):
        often = frequency(words, at + step + 1, grammar)
        if often is not None:
            return reading_of(words, evolve(measure, after=often.after, unit=often))
        if word == "time":
            return None
    elif word != "fold" and not _crossed(words, at):
        return None
    ratio = UnitPhrase(at, RATIO, words.words[at + step])
    return reading_of(words, evolve(measure, after=at + step + 1, unit=ratio))


def _crossed(words: Words, at: int) -> bool:
    return words.lows[at] in {"x", "×"} and words.glued(at) and not words.numeric[at + 1]


def _count(words: Words, measure: Measure, grammar: Grammar) -> Reading | None:
    at = measure.after
    added = effect_after(words, at)
    single = measure.low == measure.high == 1
    found = counted_noun(words, at if added is None else added[1], grammar, single)
    if single and not words.numeric[at - 1] and not _is_number_one(words, measure, bool(found)):
        return None
    if found is not None:
        at = at if added is None else added[1]
        effects = () if added is None else (added[0],)
        measure = evolve(measure, after=found[1], noun=found[0], effects=effects)
    unit = UnitPhrase(measure.after, COUNT, measure.noun)
    # A slash after a bare number makes a date, a key or a blood pressure, but no rate.
    if found is not None or words.lows[measure.after] != "/":
        unit = with_rate(words, unit, grammar)
    reading = reading_of(words, evolve(measure, after=unit.after, unit=unit))
    if reading is None or found is None or reading.after != found[1]:
        return reading
    return evolve(reading, counted=at)


def _is_number_one(words: Words, measure: Measure, counts: bool) -> bool:
    """Return whether "one" is a number; it is a pronoun in "this one" and "one of them"."""
    if words.lows[measure.modifiers.first - 1] in _BEFORE_PRONOUN:
        return False
    bounded = measure.modifiers.of("ge") or measure.modifiers.of("gt")
    return counts or bounded or effect_after(words, measure.after) is not None
