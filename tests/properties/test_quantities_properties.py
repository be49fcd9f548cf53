"""What holds for the quantities of any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.extraction.quantities import quantities
from factcheck.extraction.quantities.calendar import ordinal
from factcheck.lexicon import load

LEXICON = load(["english"])
_VOCABULARY = """1 2 5 10 12.5 1,000 1990 2020 one two half third twenty hundred million dozen
    several few a an of and or to from between in at least more than about % kg km hours days weeks
    or months March May ( ) [ ] - – , . / : ; ± ≥ < $ £ € per every day times twice old aged years
    century BC AD s th - ½ ² e 10^6 × x the most rarely early c. minus + ' \" """
_MONTHS = """January February March April May June July August September October November
    December"""
_WORDS = st.sampled_from(_VOCABULARY.split())
_PHRASES = st.lists(st.tuples(_WORDS, st.sampled_from([" ", "", "\n"])), max_size=30).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=200), _PHRASES))
@example("İ 5 kg ﬁ 3 hours")
@example("٣ hours and ٢٫٥ kg")
@example("9" * 5000)
@example("1e999 kg and 10^99999")
def test_spans_quote_the_text_in_order(text: str) -> None:
    end = 0
    for quantity in quantities(text, LEXICON):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        assert quantity.interval.low <= quantity.interval.high
        assert quantity.scale
        end = quantity.end


@given(st.integers(min_value=0, max_value=10**15))
def test_an_integer_with_separators_is_read_back(number: int) -> None:
    (quantity,) = quantities(f"There were {number:,} ships.", LEXICON)
    assert quantity.interval.low == quantity.interval.high == number
    assert quantity.scale == "count"


@given(
    st.sampled_from(["km", "kg", "hours", "miles", "litres", "kWh", "feet", "°C", "%"]),
    st.integers(min_value=2, max_value=10**6),
)
def test_units_convert_there_and_back(unit: str, number: int) -> None:
    (quantity,) = quantities(f"It measured {number} {unit} then.", LEXICON)
    known = LEXICON.units[unit]
    assert quantity.scale == known.scale
    assert (quantity.interval.low - known.offset) / known.factor == pytest.approx(number)


@given(st.dates())
def test_days_are_counted_like_the_standard_library_does(day: date) -> None:
    assert ordinal(day.year, day.month, day.day) == day.toordinal()


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_date_is_read_back(day: date) -> None:
    months = _MONTHS.split()
    (quantity,) = quantities(f"It sank on {day.day} {months[day.month - 1]} {day.year}.", LEXICON)
    assert quantity.interval.low == quantity.interval.high == day.toordinal()
