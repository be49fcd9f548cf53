"""Rule direction: a rise or an effect against a fall or none."""

import pytest
from judged_pairs import SILENT, conflicts, judgements, stance, wrong

import factcheck as fc

RULE = "direction"

OPPOSITE = [
    ("The filter improves the mortality rate.", "The filter raises the mortality rate."),
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
    ("Repairs have become cheaper.", "Repairs cost more than they did."),
    ("Rain makes floods more likely.", "Rain lowers the risk of floods."),
    ("Rain raises the number of floods.", "Rain does not make floods more common."),
    ("The playground is noisier than it used to be.", "The playground has got quieter."),
    ("Whooping cough has become rarer.", "Whooping cough is as common as it ever was."),
    ("The road is safer than it was.", "The road has become more dangerous."),
    ("Fewer boats sail to Orla than a year ago.", "More boats sail to Orla than a year ago."),
    ("Ticket sales rose last season.", "Ticket sales fell last season."),
]

DENIED = [
    ("Coffee raises blood pressure.", "Coffee does not raise blood pressure."),
    ("The tax reduced traffic.", "The tax did not reduce traffic."),
    ("The tax reduced traffic.", "The tax left traffic unchanged."),
    ("The fertiliser raised the yield.", "The fertiliser had no effect on the yield."),
    ("Prices rose after the merger.", "Prices stayed the same after the merger."),
]

EFFECT = [
    ("Zinc reduces the risk of gout.", "Zinc is not associated with gout."),
    ("Zinc is a risk factor for gout.", "There was no association between zinc and gout."),
    ("Iron is essential for flowering.", "Iron plays no role in flowering."),
    ("Loss of the gene slows tumour growth.", "The gene suppresses tumour growth."),
    ("Stamina depends on iron.", "Iron has no influence on stamina."),
    ("Masks prevent colds.", "Masks had no effect on colds."),
    ("Zinc is effective against fever.", "Zinc is ineffective against fever."),
    ("The rinse did not result in improved hearing.", "The rinse improved hearing."),
    ("Women taking zinc had fewer colds.", "Zinc increases colds in women."),
    ("Aspirin lowers the fever of men.", "Analgesics do not lower the fever of men."),
    ("Ginger lowers pain.", "Ginger made no difference."),
    ("Income was inversely related to gout.", "Income was positively related to gout."),
    ("There is no evidence linking salt to erosion.", "Salt makes erosion worse."),
]

ALIKE = [
    ("Salt raises blood pressure.", "Salt increases blood pressure."),
    ("The subsidy boosted rice production.", "The subsidy led to a rise in rice production."),
    ("The dam reduced flooding.", "The dam decreased flooding."),
    ("House prices rose.", "House prices increased."),
    ("Trees lower street temperatures.", "Trees reduce street temperatures."),
    ("The ban did not lower noise.", "The ban left noise unchanged."),
    (
        "In this long, cold winter, neither salt nor sand reduced the ice.",
        "Sand had no effect on the ice.",
    ),
]

OTHER_MATTER = [
    ("Revenue rose by 2 per cent.", "Staff turnover did not change."),
    ("Prices rise when the harvest fails.", "Prices fall."),
    ("The old mill is the most constant landmark.", "The landmark was removed."),
    ("The lamp was modified.", "The lamp does not work."),
    ("The drug raises serotonin levels.", "The drug lowers cortisol levels."),
    ("Irrigation raises crop yields.", "Drought lowers crop yields."),
    ("Rents rose in the city.", "Wages fell in the city."),
    ("Insulin lowers blood sugar.", "Glucagon raises blood sugar."),
    ("The upgrade increased memory use.", "The upgrade reduced start-up time."),
    ("Iron levels are low in anaemic patients.", "The supplement raises iron levels."),
    ("The reef is shrinking.", "The lagoon is growing."),
    ("Zinc reduces fever.", "Iron has no effect on fever."),
    ("Zinc reduces fever in children.", "Iron raises fever in children."),
    ("Zinc affects digestion.", "Zinc has no effect on hearing."),
    ("Loss of the gene slows growth.", "Loss of the hormone speeds growth."),
    ("Patients treated with zinc had less pain.", "Patients treated with tea had more pain."),
    ("Other drugs raise the pulse.", "Zinc lowers the pulse of other patients."),
    ("Zinc influences sleep.", "Zinc lowers sleep."),
    ("Ginger blocks NMDA receptors.", "Ginger activates opioid receptors."),
    ("The pump that caused the leak was replaced.", "The pump prevents the leak."),
    ("The sea surface cooled.", "Surface temperatures of the lake rose."),
    ("Critics dispute the forecast of a rise in rents.", "Rents fell."),
    ("There is no effective remedy for gout.", "Zinc is effective against fever."),
    ("Gum disease is rising.", "Gum recession is falling."),
    ("Income from fees rose.", "Income from gifts fell."),
    ("Water levels are falling.", "Water temperatures are rising."),
    ("Rice production rose.", "Rice prices fell."),
    ("Bread has become cheaper.", "Bread has become saltier."),
    ("Lamps have become cheaper.", "The number of lamps has risen."),
    ("Fear of crime has increased.", "Crime has fallen."),
    ("The update will not affect the data.", "The update weakens the seal of the lid."),
    ("The plan eliminates a number of fees.", "The council extends the plan."),
    ("No link with noise was found.", "Noise rose in the spring."),
    ("The trees grow at higher temperatures.", "The trees lower the temperature."),
    ("With raised pressure, the flow declines.", "The flow lowers the pressure."),
    ("The town improves access to parks.", "The town reduces access to roads."),
]


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_up_against_down_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), DENIED)
def test_a_change_against_no_change_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), EFFECT)
def test_an_effect_against_none_or_the_opposite_contradicts(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "contradicts"


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_the_same_way_agrees(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER)
def test_other_causes_and_other_targets_are_other_matters(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert conflicts(one, other) == []


def test_ruling_out_a_rise_says_nothing_of_a_fall() -> None:
    assert stance("The tax did not raise prices.", "The tax lowered prices.", RULE) == SILENT


def test_to_play_no_part_is_not_to_cause() -> None:
    one, other = "Smoke causes lung cancer.", "Smoke plays no part in lung cancer."
    assert stance(one, other, RULE) == "contradicts"


def test_last_year_is_not_this_year() -> None:
    assert stance("Rents fell last year.", "Rents rose this year.", RULE) != "contradicts"
    assert stance("Rents fell last year.", "Rents rose last year.", RULE) == "contradicts"


def test_one_sort_may_do_nothing_where_others_have_an_effect() -> None:
    one = "Coffee raises blood pressure."
    other = "Decaffeinated coffee does not affect blood pressure."
    assert stance(one, other, RULE) == "qualifies"


def test_the_words_of_change_are_the_evidence() -> None:
    a, b = "The levy raised rents.", "The levy lowered rents."
    (judgement,) = judgements(a, b, fc.Settings(select=(RULE,)))
    assert judgement.stance == "contradicts"
    assert judgement.a_evidence.of(a) == "raised"
    assert judgement.b_evidence.of(b) == "lowered"
    assert "rents" in judgement.rationale


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Zinc lowers fever.", "Zinc has no effect on fever.", "“lowers” against “no effect”"),
        ("Zinc lowers fever.", "Zinc does not affect fever.", "“lowers” against “not affect”"),
        ("The rent rose.", "The rent fell.", "“rose” against “fell”"),
    ],
)
def test_a_rationale_quotes_what_denies_a_change(a: str, b: str, words: str) -> None:
    found = fc.judge_pair(a, b, fc.Settings(select=("direction",)))
    assert found is not None
    assert found.rationale.endswith(f": {words}.")


def test_less_of_a_harm_is_an_improvement_however_it_is_measured() -> None:
    one, other = "Rest improves headache frequency.", "Rest lowers headache frequency."
    assert stance(one, other, RULE) == "agrees"
