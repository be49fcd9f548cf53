"""What holds of some of several, which a relative clause picks out, is not said of all."""

import pytest
from judged_pairs import contradictions, stances

OF_OTHERS = [
    ("Cars that run on diesel are banned.", "Cars are not banned."),
    ("Cars that run on diesel are banned.", "Cars that run on petrol are not banned."),
    ("Members who paid late were fined £10.", "Members who paid twice were fined £50."),
    ("Patients who smoke recover slowly.", "Patients recover quickly."),
    ("The council banned cars that run on diesel.", "The council did not ban cars."),
    ("Every tree that is felled is replaced.", "No tree is replaced."),
]

OF_THE_SAME = [
    ("Members who paid late were fined £10.", "Members who paid late were fined £50."),
    ("The tram that runs to the port costs £3.", "The tram to the port costs £4."),
]


@pytest.mark.parametrize(("a", "b"), OF_OTHERS)
def test_what_is_said_of_some_conflicts_with_nothing_said_of_others(a: str, b: str) -> None:
    assert stances(a, b) == []


@pytest.mark.parametrize(("a", "b"), OF_THE_SAME)
def test_what_is_said_of_the_same_ones_is_compared(a: str, b: str) -> None:
    assert contradictions(a, b)


def test_what_used_to_be_is_no_more() -> None:
    assert stances("The fare used to be £3.", "The fare is £5.") == []
    assert contradictions("The fare used to be £3.", "The fare used to be £4.")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The range of the car falls by a third.", "The weight of the car falls by half."),
        ("The range of the cars drops by half.", "The cars lose half of their value."),
    ],
)
def test_changes_of_different_things(a: str, b: str) -> None:
    assert stances(a, b) == []


def test_changes_of_one_thing_in_other_words() -> None:
    assert contradictions(
        "The cars lose half of their range in winter.",
        "The range of the cars drops by up to a third in winter.",
    )


def test_what_befalls_another_thing_speaks_for_nothing() -> None:
    assert not [
        one
        for one in stances("Light delays sleep in the young.", "Noise delays sleep in the old.")
        if "reliability" in one
    ]


def test_the_matter_of_a_text_is_no_kind_named_by_it() -> None:
    a = "# Sleep\n\nSleep restores the body. Dependence develops within weeks."
    b = "# Sleep\n\nSleep is vital. Sleep apnoea is a dangerous condition."
    assert not [one for one in stances(a, b) if "safety" in one]


@pytest.mark.parametrize("effect", ["little effect", "a minimal effect", "a negligible effect"])
def test_an_effect_as_good_as_none(effect: str) -> None:
    assert contradictions(f"Tea has {effect} on sleep.", "Tea disrupts sleep.")


def test_a_little_effect_is_some() -> None:
    assert contradictions("Tea has a little effect on sleep.", "Tea disrupts sleep.") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The cream is available only on prescription.", "The cream is sold over the counter."),
        ("Visits are by appointment only.", "Visits are possible without an appointment."),
    ],
)
def test_ways_to_have_a_thing(a: str, b: str) -> None:
    assert contradictions(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The lower hinge of the door had failed.", "The door had been repaired."),
        ("In Britain the number of hives has dropped.", "Globally, the number of hives rose."),
        ("The ship left Ystad at 22:34.", "The ship left Ystad at 10:35 p.m."),
    ],
)
def test_parts_places_and_minutes_apart(a: str, b: str) -> None:
    assert contradictions(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ship left Ystad at 22:05.", "The ship left Ystad at 10:34 p.m."),
        (
            "The ferry was licensed to carry 220 passengers.",
            "The ferry was certified for 180 passengers.",
        ),
    ],
)
def test_times_and_licences_that_differ(a: str, b: str) -> None:
    assert contradictions(a, b)
