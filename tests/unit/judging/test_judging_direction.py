"""Rule direction: one says it goes up, the other that it goes down."""

import pytest
from judged_pairs import SILENT, conflicts, judgements, stance, wrong

import factcheck as fc

RULE = "direction"

OPPOSITE = [
    ("Irrigation raises crop yields.", "Irrigation lowers crop yields."),
    ("The new law increased unemployment.", "The new law reduced unemployment."),
    ("House prices rose.", "House prices fell."),
    ("Sea ice in the strait has shrunk since 1990.", "Sea ice in the strait has grown since 1990."),
    ("The reform led to an increase in exports.", "The reform led to a decline in exports."),
    ("Exercise improves memory.", "Exercise impairs memory."),
    ("The toll cut traffic in the centre.", "The toll increased traffic in the centre."),
    wrong(
        "extraction skips it as no statement: the verb is not known",
        "Caching slows the server down.",
        "Caching speeds the server up.",
    ),
    ("Membership of the club is growing.", "Membership of the club is declining."),
    ("The wall weakened the current.", "The wall strengthened the current."),
    ("The number of salmon in the river doubled.", "The number of salmon in the river halved."),
]

DENIED = [
    ("Coffee raises blood pressure.", "Coffee does not raise blood pressure."),
    ("The tax reduced traffic.", "The tax did not reduce traffic."),
    ("The tax reduced traffic.", "The tax left traffic unchanged."),
    ("The fertiliser raised the yield.", "The fertiliser had no effect on the yield."),
    ("Prices rose after the merger.", "Prices stayed the same after the merger."),
]

ALIKE = [
    ("Salt raises blood pressure.", "Salt increases blood pressure."),
    ("The subsidy boosted rice production.", "The subsidy led to a rise in rice production."),
    ("The dam reduced flooding.", "The dam decreased flooding."),
    ("House prices rose.", "House prices increased."),
    ("Trees lower street temperatures.", "Trees reduce street temperatures."),
    wrong(
        "unchanged behind its object is not read as no change",
        "The ban did not lower noise.",
        "The ban left noise unchanged.",
    ),
]

OTHER_MATTER = [
    ("The drug raises serotonin levels.", "The drug lowers cortisol levels."),
    ("Irrigation raises crop yields.", "Drought lowers crop yields."),
    ("Rents rose in the city.", "Wages fell in the city."),
    ("Insulin lowers blood sugar.", "Glucagon raises blood sugar."),
    ("The upgrade increased memory use.", "The upgrade reduced start-up time."),
    ("Iron levels are low in anaemic patients.", "The supplement raises iron levels."),
    ("The reef is shrinking.", "The lagoon is growing."),
]


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_up_against_down_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), DENIED)
def test_a_change_against_no_change_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_the_same_way_agrees(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER)
def test_other_causes_and_other_targets_are_other_matters(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert conflicts(one, other) == []


def test_ruling_out_a_rise_says_nothing_of_a_fall() -> None:
    assert stance("The tax did not raise prices.", "The tax lowered prices.", RULE) == SILENT


def test_the_words_of_change_are_the_evidence() -> None:
    a, b = "The levy raised rents.", "The levy lowered rents."
    (judgement,) = judgements(a, b, fc.Settings(select=(RULE,)))
    assert judgement.stance == "contradicts"
    assert judgement.a_evidence.of(a) == "raised"
    assert judgement.b_evidence.of(b) == "lowered"
    assert "rents" in judgement.rationale
