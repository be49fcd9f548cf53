"""Rule value: quantities, dates, durations and shares as intervals."""

import pytest
from judged_pairs import SILENT, conflicts, judgements, stance

RULE = "value"

APART = [
    ("The opera house was opened in 1973.", "The opera house was opened in 1979."),
    ("The composer died in 1791.", "The composer died in 1801."),
    ("The war ended on 11 November 1918.", "The war ended on 28 June 1919."),
    ("The mast is 120 metres tall.", "The mast is 95 metres tall."),
    ("The tunnel is 12 km long.", "The tunnel is 9 miles long."),
    ("The white mast is 29 metres tall.", "The mast is 36 metres high."),
    ("The restoration cost £18,000.", "The restoration cost £14,300."),
    ("The alloy melts at 660 °C.", "The alloy melts at 1,085 °C."),
    ("The parliament has 349 members.", "The parliament has 217 members."),
    ("About 90 % of voters backed the plan.", "Some 40 % of voters backed the plan."),
    ("The paint dries in an hour.", "The paint dries in three days."),
    ("The marathon takes place every two years.", "The marathon takes place every five years."),
    ("The chip uses 4 watts.", "The chip uses 15 watts."),
    ("Three keepers lived at the station.", "Four keepers lived at the station."),
    ("The disk holds 500 GB.", "The disk holds 2 TB."),
    ("The cheetah runs at 110 km/h.", "The cheetah runs at 60 km/h."),
    (
        "The parliament abolished the death penalty in 1965.",
        "The parliament abolished the death penalty in 1972.",
    ),
    ("The earthquake had a magnitude of 6.1.", "The earthquake had a magnitude of 7.4."),
    ("Only two copies exist.", "Five copies exist."),
]

MEETING = [
    ("The opera house was opened in 1973.", "The opera house opened in the 1970s."),
    ("The mast is 120 metres tall.", "The mast is about 394 feet tall."),
    ("More than half of voters backed the plan.", "Sixty per cent of voters backed the plan."),
    ("The paint dries within an hour.", "The paint dries in 45 minutes."),
    ("The crater is 2.5 km wide.", "The crater is 2,500 metres wide."),
    ("The orchestra has eighty players.", "The orchestra has 80 players."),
    ("The parcel weighs two kilograms.", "The parcel weighs 2,000 grams."),
    ("The meeting lasted 90 minutes.", "The meeting lasted an hour and a half."),
    ("The committee has a dozen members.", "The committee has 12 members."),
]

BARELY_MEETING = [
    ("The repair takes weeks or months.", "The repair takes months or years."),
    ("The hike takes two to five hours.", "The hike takes four to nine hours."),
    ("The glue works within an hour.", "The glue works within hours or days."),
    ("Standard glues need days to work.", "Other glues need weeks to work."),
]

OTHER_MATTER = [
    ("The opera house was designed in 1957.", "The opera house was opened in 1973."),
    ("The mast is 120 metres tall.", "The tunnel is 12 km long."),
    ("The mast is 120 metres tall.", "The mast is 3 metres wide."),
    ("The composer was born in 1756.", "The composer died in 1791."),
    ("The paint dries within an hour.", "The paint lasts ten years."),
    ("The farm keeps 300 sheep.", "The farm covers 90 hectares."),
    ("The ticket costs 4 euros.", "The guidebook costs 12 euros."),
    ("Copper melts at 1,085 °C.", "Copper boils at 2,562 °C."),
    ("The novel was not published in 1931.", "The novel was published in 1934."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_values_that_do_not_meet_contradict(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), MEETING)
def test_values_that_meet_agree(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


@pytest.mark.parametrize(("one", "other"), BARELY_MEETING)
def test_ranges_that_meet_at_the_edge_are_a_tension(one: str, other: str) -> None:
    assert stance(one, other) == "qualifies"


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER)
def test_values_of_other_things_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert conflicts(one, other) == []


def test_both_values_are_the_evidence_and_are_quoted() -> None:
    a, b = "The opera house was opened in 1973.", "The opera house was opened in 1979."
    (judgement,) = judgements(a, b)
    assert judgement.rule == RULE
    assert "1973" in judgement.a_evidence.of(a)
    assert "1979" in judgement.b_evidence.of(b)
    assert "1973" in judgement.rationale
    assert "1979" in judgement.rationale


def test_further_apart_is_surer() -> None:
    near = judgements("The mast is 120 metres tall.", "The mast is 118 metres tall.")
    far = judgements("The mast is 120 metres tall.", "The mast is 12 metres tall.")
    assert far[0].confidence >= near[0].confidence
