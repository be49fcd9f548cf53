"""How much more of something one thing has than another, told in two ways."""

import pytest
from judged_pairs import contradictions, stance, stances

OTHERWISE = [
    ("The lamp is twice as bright as the old one.", "The lamp is 50% brighter than the old one."),
    ("New cars emit half as much soot as vans.", "New cars emit 70% less soot than vans."),
    ("Trams are faster than buses.", "Trams are no faster than buses."),
    ("Trams are faster than buses.", "Trams are as fast as buses."),
    ("Trams are not as fast as buses.", "Trams are faster than buses."),
    ("Trams are dearer than buses.", "Trams are cheaper than buses."),
    ("Trams cost more than buses.", "Trams cost the same as buses."),
    ("Trams cost less than buses.", "Trams are more expensive than buses."),
    ("The fee is twice as high as for vans.", "The fee is slightly higher than for vans."),
    ("Tea contains half as much caffeine as coffee.", "Tea contains more caffeine than coffee."),
    ("Smokers are 30% more likely to fall ill.", "Smokers are twice as likely to fall ill."),
    ("The repair of trams is cheaper.", "The repair of trams costs more."),
    ("Women live longer than men.", "Women live as long as men."),
    ("It is cheaper to rent than to buy.", "It is cheaper to buy than to rent."),
]

COMPATIBLE = [
    ("The husk of the nut is 11% water.", "The resin of the nut is 14% water."),
    ("The drug is more effective than aspirin.", "The drug is less effective than opium."),
    ("The app is faster than the site.", "The app is faster than the old app."),
    ("The trip takes more than two hours.", "The trip takes less than three hours."),
    ("The hotel is larger than the inn.", "The hotel is smaller than the castle."),
    ("Trams are faster in summer.", "Trams are slower in winter."),
    ("The new model is cheaper.", "The old model is more expensive."),
    ("Wool is warmer than cotton.", "Wool is heavier than cotton."),
    ("The mast is up to twice as tall as the house.", "The mast is 50% taller than the house."),
    ("The water is warmer than the air.", "The water is colder at night."),
    ("The work takes three times more time than before.", "The work takes twice as much time."),
]


@pytest.mark.parametrize(("a", "b"), OTHERWISE)
def test_one_thing_held_against_another_with_other_results(a: str, b: str) -> None:
    assert contradictions(a, b)
    assert contradictions(b, a)


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_comparisons_that_can_both_be_true(a: str, b: str) -> None:
    assert contradictions(a, b) == []


def test_like_comparisons_do_not_conflict() -> None:
    a, b = "Trams are cheaper than buses.", "Trams are less expensive than buses."
    assert stance(a, b) != "contradicts"
    assert not [one for one in stances(a, b) if one.startswith("contradicts")]


def test_the_words_that_compare_are_quoted() -> None:
    found = contradictions("Trams are faster than buses.", "Trams are no faster than buses.")
    assert any("“faster” against “no faster”" in one for one in found)
