"""Range bars: true places, legible words, the same content as text."""

from math import inf

from attrs import evolve
from dispute_builders import dispute, statement
from hypothesis import given, settings
from hypothesis import strategies as st
from svg_reading import Drawing

from factcheck.model import Claim, Interval, Run, Span, Stance
from factcheck.reporting import fragment
from factcheck.reporting.pictures import range_bars

HOUR, DAY, WEEK, MONTH = 3600.0, 86400.0, 604800.0, 2629746.0
WIDTHS = (700, 340)


def repairs() -> tuple[Claim, Claim, Claim]:
    return (
        statement("a.txt", "about four weeks", Interval(3.5 * WEEK, 4.5 * WEEK), approximate=True),
        statement("b.txt", "two months", Interval(2 * MONTH, 2 * MONTH), title="The survey"),
        statement("c.txt", "half a year or more", Interval(6 * MONTH, inf)),
    )


def test_bars_lie_in_the_order_of_what_sources_say() -> None:
    a, b, c = repairs()
    picture = range_bars(dispute((a,), (b,), (c,)))
    assert picture is not None
    drawing = Drawing(picture.svg)
    (a_from, a_to), (b_from, b_to), (c_from, c_to) = drawing.bars()
    assert a_from < a_to < b_from < b_to < c_from < c_to == drawing.width - 4
    drawing.check_name("img")


def test_the_words_stand_at_the_bars_and_the_reading_in_the_table() -> None:
    a, b, c = repairs()
    picture = range_bars(dispute((a,), (b,), (c,)), link=lambda id: f"x.html#{id}")
    assert picture is not None
    words = Drawing(picture.svg).words()
    assert {"“about four weeks”", "“two months”", "“half a year or more”"} <= set(words)
    assert [word for word in words if word in "ABC"] == ["A", "B", "C"]
    assert picture.title == "Repairs: what each source says, on one axis"
    assert picture.description == (
        "A, about 3.5 weeks to 4.5 weeks (a.txt); B, 2 months (The survey); "
        "C, 6 months or more (c.txt). Axis: months."
    )
    told = [[cell[0].text for cell in row.cells] for row in picture.table.rows]
    assert told[1] == ["The survey", "B", "“two months”", "2 months"]
    assert picture.table.rows[1].cells[0][0].href == f"x.html#{b.source.id}"


def test_what_is_about_right_has_a_soft_edge_and_sides_have_patterns() -> None:
    a, b, c = repairs()
    picture = range_bars(dispute((a,), (b,), (c,)))
    assert picture is not None
    soft, hatched, dotted = Drawing(picture.svg).all("polygon")
    assert soft.attrib["mask"].endswith("-soft)") and "stroke" not in soft.attrib
    assert hatched.attrib["fill"].endswith("-hatched)") and "mask" not in hatched.attrib
    assert dotted.attrib["fill"].endswith("-dotted)")
    assert len(dotted.attrib["points"].split()) == 5  # pointed, since it goes on


def test_an_axis_over_orders_of_magnitude_says_that_it_is_logarithmic() -> None:
    near = statement("a.txt", "an hour", Interval(HOUR, HOUR))
    far = statement("b.txt", "a week", Interval(WEEK, WEEK))
    picture = range_bars(dispute((near,), (far,)))
    assert picture is not None
    assert "time, logarithmic scale" in Drawing(picture.svg).words()


def test_a_claim_that_was_not_judged_counts_with_its_values_of_the_same_attribute() -> None:
    a, b, _ = repairs()
    supporter = statement("d.txt", "a month", Interval(MONTH, MONTH))
    other = statement("e.txt", "90 days", Interval(90 * DAY, 90 * DAY))
    other = evolve(other, values=(evolve(other.values[0], attribute=("latency",)),))
    picture = range_bars(dispute((a, supporter, other), (b,)))
    assert picture is not None
    assert [row.cells[0][0].text for row in picture.table.rows] == ["a.txt", "d.txt", "The survey"]


def test_of_two_amounts_in_a_claim_the_one_that_was_judged_counts() -> None:
    a, b, _ = repairs()
    (judged,) = a.values
    wider = evolve(judged, span=Span(judged.span.start - 4, judged.span.end), text="took about …")
    other = evolve(judged, interval=Interval(9, 9), span=Span(0, 3), text="The")
    both = evolve(a, values=(judged, evolve(wider, interval=Interval(8, 8)), other))
    picture = range_bars(dispute((both,), (b,)))
    assert picture is not None
    told = [row.cells[3][0].text for row in picture.table.rows]
    assert told == ["about 3.5 weeks to 4.5 weeks", "2 months"]


def test_a_dispute_without_amounts_has_no_bars(run: Run) -> None:
    a, b, _ = repairs()
    numbers = dispute((a,), (b,))
    words = evolve(numbers, judgements=(evolve(numbers.judgements[0], rule="polarity"),))
    assert range_bars(words) is None
    assert range_bars(run.disputes[0]) is None  # one side states no value


def test_a_dispute_shows_its_bars_in_a_notebook() -> None:
    a, b, _ = repairs()
    found = dispute((a,), (b,))
    picture = range_bars(found)
    assert picture is not None
    assert picture.svg in fragment(found)


def test_many_sources_are_cut_and_told() -> None:
    months = [
        statement(f"{n:02}.txt", f"{n} months", Interval(n * MONTH, n * MONTH))
        for n in range(1, 31)
    ]
    picture = range_bars(dispute(tuple(months[:29]), (months[29],)))
    assert picture is not None
    drawing = Drawing(picture.svg)
    assert len(drawing.bars()) == 16
    assert "B" in drawing.words()
    assert picture.note == "14 more ranges in the table only."
    assert len(picture.table.rows) == 30


def test_hostile_names_and_words_stay_words() -> None:
    a = statement('"><script>alert(1)</script>', "</text><a href='javascript:x'>", Interval(1, 2))
    b = statement("n" * 10_000, "w" * 10_000 + "\u202e\x00", Interval(5, 6), title="t" * 10_000)
    picture = range_bars(dispute((a,), (b,)), 340)
    assert picture is not None
    drawing = Drawing(picture.svg)
    assert {element.tag.rpartition("}")[2] for element in drawing.root.iter()} <= {
        *("svg", "title", "desc", "defs", "pattern", "path", "linearGradient", "stop", "mask"),
        *("rect", "line", "text", "polygon"),
    }
    assert max(map(len, drawing.words())) < 80
    drawing.check_room()


bounds = st.one_of(
    st.floats(allow_nan=False),
    st.floats(0, 1e9),
    st.integers(0, 800_000).map(float),
)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@settings(deadline=None)
@given(
    st.lists(st.tuples(bounds, bounds, words, st.booleans()), min_size=2, max_size=6),
    st.sampled_from(
        (
            "duration",
            "date",
            "unit:day of year",
            "unit:time of day",
            "proportion",
            "count",
            "money:GBP",
            "length",
            "unit:volt",
        )
    ),
    st.sampled_from(WIDTHS),
)
def test_nothing_ever_leaves_the_drawing_or_lies_on_other_words(
    said: list[tuple[float, float, str, bool]], scale: str, width: int
) -> None:
    claims = [
        statement(f"{n}.txt", text, Interval(min(one, two), max(one, two)), scale, soft, text)
        for n, (one, two, text, soft) in enumerate(said)
    ]
    picture = range_bars(dispute(*((claim,) for claim in claims)), width)
    if picture is None:
        return
    drawing = Drawing(picture.svg)
    assert len(drawing.bars()) == len(claims)
    for begin, end in drawing.bars():
        assert 0 <= begin < end <= width
    drawing.check_room()


def test_a_qualification_has_bars_too() -> None:
    a, b, _ = repairs()
    found = evolve(dispute((a,), (b,)), stance=Stance.QUALIFIES)
    assert range_bars(found) is not None
