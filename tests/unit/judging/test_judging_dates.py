"""Dates: of one event, of another, and of no event at all."""

import pytest
from judged_pairs import SILENT, contradictions, stance

RULE = "value"

ONE_EVENT = [
    ("The choir was founded in 1921.", "The choir was established in 1934."),
    ("The choir was established in 1921.", "The choir came into being in 1934."),
    ("In 1988, Nora Beck became the director.", "In 1991, Nora Beck was appointed director."),
    ("The painter was born in Lund in 1802.", "The painter was born in Malmö in 1812."),
    ("The painter passed away in 1871.", "The painter died in 1873."),
    (
        "The mill was built by two brothers in 1850.",
        "The mill was finished by two brothers in 1860.",
    ),
    ("The law came into force in 1995.", "The law took effect in 1999."),
    ("The sonata was not published until 1840.", "The sonata was published in 1832."),
    ("The bank used the hall until 1974.", "The bank used the hall until 1951."),
    ("The family has owned the farm since 1990.", "The family has owned the farm since 1890."),
    (
        "The film was shot from May 1994 to June 1995.",
        "The film was shot from May 1994 to June 1996.",
    ),
    ("Norden is a 1931 novel by Ada Lind.", "Norden is a 1941 novel by Ada Lind."),
    ("Norden is a novel by Ada Lind, published in 1931.", "Norden was published in 1941."),
    ("The company started making clocks in 1950.", "The company began making clocks in 1960."),
    ("The hut was built in 1958.", "The hut dates from 1963."),
    ("The chapel, which dates back to 1530, has no tower.", "The chapel was erected in 1412."),
]

OTHER_EVENTS = [
    ("The opera was composed in 1786.", "The opera was performed in 1787."),
    ("The firm bought a mill in 1920.", "The firm bought a quarry in 1925."),
    ("The firm was founded in 1890.", "The firm founded a school in 1920."),
    ("The film was shot in 1994.", "The film was released in 1995."),
    (
        "The brothers began building the mill in 1850.",
        "The brothers finished building the mill in 1853.",
    ),
    ("Beck bought a house built in 1900.", "Beck bought a house in 1950."),
    ("In 1990 the village had 300 people.", "In 2000 the village had 500 people."),
    ("The hall was a bank until 1974.", "The hall was a school until 1951."),
    ("The museum was opened in 1902.", "The museum dates from 1895."),
    ("The porch dates from 1963.", "The inn was built in 1850."),
    ("The inn has served beer from 1963.", "The inn was built in 1850."),
]


@pytest.mark.parametrize(("one", "other"), ONE_EVENT)
def test_two_dates_of_one_event_contradict(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), OTHER_EVENTS)
def test_dates_of_other_events_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert contradictions(one, other) == []


def test_a_day_in_the_period_agrees() -> None:
    one = "The film was shot from May 1994 to June 1995."
    assert stance(one, "The film was shot in 1994.") == "agrees"
    assert contradictions(one, "The film was shot in 1994.") == []


def test_a_stretch_of_time_until_now_dates_nothing() -> None:
    one, other = (
        "Over the last 100 years, the sea has risen.",
        "Over the last 50 years, the sea has risen.",
    )
    assert contradictions(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The kiln was closed in 1951.", "The kiln was given up in 1960.", "contradicts"),
        ("The kiln was discontinued in 1951.", "The kiln was closed down in 1951.", "agrees"),
        ("The kiln was built in 1951.", "The kiln was given up in 1960.", SILENT),
    ],
)
def test_giving_a_thing_up_is_closing_it(one: str, other: str, told: str) -> None:
    assert stance(one, other, "value") == told
