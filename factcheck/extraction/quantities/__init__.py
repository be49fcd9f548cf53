"""The grammar of quantities: numbers, dates, durations, shares and ratios as intervals.

One pass over the tokens of a text. Each kind of quantity is read from the token that must be
in it (a number, the name of a month, a unit of time), and the words that bound it are looked
up before and behind it, so that no part of a text is read more often than a fixed number of
times.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.quantities.calendar import SEASONS
from factcheck.extraction.quantities.clock import HOUR_WORDS, read_clock
from factcheck.extraction.quantities.dates import read_date
from factcheck.extraction.quantities.durations import read_single_duration, read_vague_duration
from factcheck.extraction.quantities.grammar import UNENDING, Grammar, grammar_of
from factcheck.extraction.quantities.identifiers import name_with_number
from factcheck.extraction.quantities.lists import with_fronted_rates, with_lent_units
from factcheck.extraction.quantities.measures import read_measure
from factcheck.extraction.quantities.quantity import Quantity, Reading
from factcheck.extraction.quantities.ratios import STARTERS, read_ratio
from factcheck.extraction.quantities.scores import past_score
from factcheck.extraction.quantities.shares import read_share_word
from factcheck.extraction.quantities.statistics import STATISTIC, read_statistic
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Lexicon

__all__ = ["STATISTIC", "Quantity", "quantities"]


def quantities(text: str, lexicon: Lexicon, begin: int = 0) -> tuple[Quantity, ...]:
    """Return the quantities in a text, in order and without overlaps.

    Args:
        text: any text; offsets count its code points.
        lexicon: the words for units, numbers, months and shares.
        begin: offset of the text's first character, where it is part of a longer one.
    """
    words = Words(text)
    grammar = grammar_of(lexicon)
    found: list[Reading] = []
    floor = 0
    dated = False
    for at in _beginnings(words, grammar):
        if at < floor:
            continue
        goes_on = dated and _continues_list(words, floor, at)
        reading = read_clock(words, at)
        if reading is None:
            reading = _read_date(words, at, grammar, floor, goes_on)
            dated = reading is not None
        if reading is None and words.numeric[at]:
            reading = read_statistic(words, at, grammar, floor)
        if reading is None:
            named = name_with_number(words, at, grammar) or past_score(words, at, grammar)
            if named:
                floor = named
                continue
            reading = _read_other(words, at, grammar, floor)
        if reading is not None:
            found.append(reading)
            floor = max(reading.after, at + 1)
    read = with_fronted_rates(words, with_lent_units(words, found), grammar)
    return tuple(_quantity(words, reading, grammar, begin) for reading in read)


def _beginnings(words: Words, grammar: Grammar) -> Iterator[int]:
    """Yield the tokens with which a quantity may begin."""
    known, numeric = grammar.beginnings, words.numeric
    for at, low in enumerate(words.lows[: words.size]):
        if numeric[at] or (
            low in known
            and (
                low in grammar.starters
                or low in HOUR_WORDS
                or grammar.opens_share(low, words.lows[at + 1])
            )
        ):
            yield at


def _read_date(
    words: Words, at: int, grammar: Grammar, floor: int, goes_on: bool
) -> Reading | None:
    low = words.lows[at]
    if (
        words.numeric[at]
        or low in grammar.lexicon.months
        or low in SEASONS
        or low in grammar.decades
        or low in grammar.ordinals
        or low in grammar.cardinals
    ):
        return read_date(words, at, grammar, floor, goes_on)
    return None


def _continues_list(words: Words, floor: int, at: int) -> bool:
    """Return whether only commas and "and" lie between the last quantity and a token."""
    return 0 < at - floor <= 2 and all(
        words.lows[i] in {",", "and", "or", "&"} for i in range(floor, at)
    )


def _read_other(words: Words, at: int, grammar: Grammar, floor: int) -> Reading | None:
    low = words.lows[at]
    if words.numeric[at] or low in grammar.numerals:
        found = read_measure(words, at, grammar, floor)
        return read_share_word(words, at, grammar) if found is None else found
    if low in STARTERS or low in grammar.folds:
        return read_ratio(words, at, grammar, floor) or read_share_word(words, at, grammar)
    if low in grammar.vague_units or low == "overnight" or low in UNENDING:
        return read_vague_duration(words, at, grammar, floor)
    single = read_single_duration(words, at, grammar, floor)
    return read_share_word(words, at, grammar) if single is None else single


def _quantity(words: Words, reading: Reading, grammar: Grammar, begin: int) -> Quantity:
    start, end = words.starts[reading.first], words.ends[reading.after - 1]
    numeral = reading.scale != "ordinal" and any(
        words.numeric[at] or words.lows[at] in grammar.figures
        for at in range(reading.first, reading.after)
    )
    return Quantity(
        start=begin + start,
        end=begin + end,
        text=words.text[start:end],
        scale=reading.scale,
        interval=reading.interval,
        approximate=reading.approximate,
        unit=reading.unit,
        noun=reading.noun,
        number_end=begin + (words.ends[reading.counted - 1] if reading.counted else end),
        numeral=numeral,
        named=reading.named,
    )
