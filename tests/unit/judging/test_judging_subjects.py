"""False alarms: two claims whose subjects are not one thing; and where they are."""

import pytest
from judged_pairs import conflicts, stances

OPEN_PRONOUN = [
    (
        "He played in the national league from 1962 to 1983.",
        "He played in the national league until 1917.",
    ),
    ("She married in 1724.", "She married in June 1566."),
    ("They do not have tails.", "They have tails."),
]

OTHER_SUBJECT = [
    ("Granite is hard.", "Chalk is not hard."),
    ("The north tower was finished in 1310.", "The south tower was finished in 1484."),
    ("The male of the species sings.", "The female of the species does not sing."),
    ("The population of Lund grew.", "The population of Ystad shrank."),
    ("Helium is a gas at room temperature.", "Bromine is a liquid at room temperature."),
    ("The older engine uses 9 litres of fuel.", "The newer engine uses 5 litres of fuel."),
    ("The lower house passed the bill.", "The upper house rejected the bill."),
    ("The first trial was stopped.", "The second trial was not stopped."),
    ("The first edition has 210 pages.", "The second edition has 264 pages."),
    ("Diesel cars emit soot.", "Electric cars do not emit soot."),
    ("The old bridge was closed in 1989.", "The new bridge was opened in 1989."),
]

OTHER_SIZE = [
    ("A typical 5 kW heater costs 300 euros.", "An average 9 kW heater costs 900 euros."),
    ("A 75 cl bottle costs £9.", "A 150 cl bottle costs £20."),
    ("A 3-ton lift needs two men.", "A 9-ton lift needs six men."),
]

USUAL_AGAINST_NEW = [
    ("Conventional drugs take weeks to work.", "This drug takes hours to work."),
    ("Ordinary batteries charge in eight hours.", "The new battery charges in ten minutes."),
    ("Standard concrete hardens within 28 days.", "This concrete hardens within a day."),
    ("Unlike steam trains, the electric train needs no water.", "Steam trains need water."),
    ("Older telescopes weigh several tonnes.", "The new telescope weighs 90 kilograms."),
    ("Traditional printing takes days.", "Digital printing takes minutes."),
]


@pytest.mark.parametrize(("a", "b"), OPEN_PRONOUN)
def test_a_pronoun_left_open_is_nobody_s_namesake(a: str, b: str) -> None:
    assert stances(a, b) == []


@pytest.mark.parametrize(("one", "other"), OTHER_SUBJECT)
def test_another_subject(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), USUAL_AGAINST_NEW)
def test_what_is_usual_against_what_is_new(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("a", "b"), OTHER_SIZE)
def test_any_two_things_are_told_apart_by_their_sizes(a: str, b: str) -> None:
    assert stances(a, b) == []


def test_the_sizes_of_one_known_thing_are_compared() -> None:
    assert conflicts("The 30-metre mast stands here.", "The 40-metre mast stands here.")
