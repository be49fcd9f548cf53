"""Figures of a sort, a part or a case against those of the whole."""

import pytest
from judged_pairs import conflicts, contradictions, stance

OF_A_SORT = [
    ("The download delay is 5 seconds.", "The delay is 60 seconds by default."),
    ("The heated basin is 12 metres long.", "The basin is 50 metres long."),
    ("The guest parking charge is £9.", "The charge is £3."),
    ("The reserve fuel tank holds 12 litres.", "The fuel tank holds 60 litres."),
    ("The frozen fish keeps for six months.", "The fish keeps for three days."),
    ("The price per metre is £4.", "The price is £30."),
    ("The school has 12 attic rooms.", "The school has 48 rooms."),
    ("The planned length of the quay is 900 metres.", "The length of the quay is 600 metres."),
    ("The porch roof was laid in 1890.", "The roof was laid in 1951."),
]

OF_A_PART = [
    ("The farm shop opens at 10 am.", "The farm opens at 8 am."),
    ("The mine shaft is 40 metres deep.", "The mine is 300 metres deep."),
    ("The attic of the barn is 3 metres high.", "The barn is 11 metres high."),
]

OF_A_CASE = [
    ("Entry costs £4 for pupils.", "Entry costs £9."),
    ("Entry costs £4 if booked early.", "Entry costs £9."),
    ("On weekdays, entry costs £4.", "Entry costs £9."),
    ("Skis cost £12 online.", "Skis cost £20."),
]

ANY_SUCH = [
    ("The whole hike takes 3 hours.", "The hike takes 6 hours."),
    ("The famous spire is 42 metres high.", "The spire is 51 metres high."),
    ("The brick chimney is 42 metres high.", "The chimney is 51 metres high."),
    ("The download limit is 5 GB.", "The download limit is 60 GB."),
    ("Entry costs £4.", "Entry costs £9."),
    ("Entry costs £4 for pupils.", "Entry costs £6 for pupils."),
]


@pytest.mark.parametrize(("one", "other"), OF_A_SORT + OF_A_PART)
def test_a_figure_of_a_sort_or_part_is_not_held_against_another(one: str, other: str) -> None:
    assert stance(one, other, "value") == stance(other, one, "value") == "abstains"
    assert not conflicts(one, other)


@pytest.mark.parametrize(("one", "other"), OF_A_CASE)
def test_a_figure_for_one_case_is_a_tension(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "qualifies"


@pytest.mark.parametrize(("one", "other"), ANY_SUCH)
def test_words_that_only_describe_leave_a_contradiction(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


def test_what_a_collection_is_about_tells_no_sort() -> None:
    about = " ".join(f"The canal has a {thing}." for thing in "lock gate bank weir quay".split())
    one = f"{about} The canal basin is 12 metres deep."
    assert contradictions(one, f"{about} The basin is 50 metres deep.")


def test_one_figure_of_a_sort_and_of_all_still_agree() -> None:
    assert stance("The heated basin is 12 metres long.", "The basin is 12 metres long.") == "agrees"


def test_a_count_of_who_acts_is_no_figure_of_what_is_there() -> None:
    assert not conflicts("The barn has 310 seats.", "310 seats were let.")
    assert stance("The barn has 310 seats.", "310 seats were let.", "value") == "abstains"
    assert stance("The mill has 310 steps.", "The tower has 310 steps.", "value") == "agrees"
    assert (
        stance("All 34 miners drowned.", "A flood hit the mine, and 34 miners drowned.") == "agrees"
    )
