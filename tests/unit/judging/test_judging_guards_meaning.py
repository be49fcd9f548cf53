"""False alarms: two claims on one matter that can both be true, or say the same."""

import pytest
from judged_pairs import SILENT, conflicts, contradictions, stance, wrong

ONLY_REPORTED = [
    ("Critics hold that the dam is unsafe.", "The dam is safe."),
    ("It used to be thought that the continents do not move.", "The continents move."),
    ("Some people believe that bats are blind.", "Bats are not blind."),
    (
        "It is a myth that the wall is visible from the Moon.",
        "The wall is not visible from the Moon.",
    ),
    ("The prosecution claimed that the signature was forged.", "The signature was not forged."),
    ("Sceptics argue that the reform raised unemployment.", "The reform reduced unemployment."),
    ("According to legend, the bell was cast in 1190.", "The bell was cast in 1402."),
    ("For centuries people thought that the Earth was flat.", "The Earth is not flat."),
    ("Opponents say that the tunnel will flood.", "The tunnel will not flood."),
]

OPPOSITE_WORDS_SAME_MEANING = [
    ("Always test before you commit.", "Never commit without testing."),
    (
        "The museum always closes the vault at night.",
        "The museum never leaves the vault open at night.",
    ),
    ("The bridge remained intact.", "The bridge did not collapse."),
    ("The patient survived the operation.", "The patient did not die in the operation."),
    ("The shop accepts cards.", "The shop does not refuse cards."),
    ("The plan was not accepted.", "The plan was rejected."),
    ("The lamp is still lit.", "The lamp has not been extinguished."),
    ("The offer was not ignored.", "The offer was considered."),
    wrong(
        "a negation of an antonym in a clause with it is not cancelled",
        "It is not uncommon for bats to live 20 years.",
        "It is common for bats to live 20 years.",
    ),
    ("Few species survived.", "Most species died out."),
    ("He was fined, not jailed.", "He was fined."),
    ("The company did not fail to deliver.", "The company delivered."),
    ("Hardly anyone opposed the plan.", "The plan was widely supported."),
]

PARTS_BOTH_TRUE = [
    ("The front end is written in TypeScript.", "The back end is written in Go."),
    ("The nave is Romanesque.", "The choir is Gothic."),
    ("The engine is cooled by water.", "The battery is cooled by air."),
    ("The cabin is heated.", "The cargo hold is not heated."),
    ("The keel is made of oak.", "The deck is made of pine."),
    ("The upper jaw has teeth.", "The lower jaw has no teeth."),
]

OMISSION = [
    ("The stew contains beef, carrots and wine.", "The stew contains beef and carrots."),
    ("The treaty was signed by France and Spain.", "The treaty was signed by France."),
    ("The film was shot in Malta in 1999.", "The film was shot in 1999."),
    ("The beetle eats leaves and roots.", "The beetle eats leaves."),
    ("The service logs errors and warnings.", "The service logs errors."),
]

BOTH_SAID_OF_ONE_SUBJECT = [
    ("The team is small.", "The team ships weekly."),
    ("The cathedral is a ruin.", "The cathedral is a place of pilgrimage."),
    ("The river is shallow.", "The river is wide."),
    ("The author was a doctor.", "The author was a politician."),
    ("The wine is dry.", "The wine is red."),
    ("Marie Curie was a physicist.", "Marie Curie was a chemist."),
    ("The library is old.", "The library is a public building."),
    ("The harbour is deep.", "The harbour is small."),
    ("The language is typed.", "The language is interpreted."),
    ("The castle is in the north of Spain.", "The castle is on a hill."),
]

OTHER_MEASURES = [
    ("The country recorded 240 murders.", "The murder rate is 1.1 per 100,000 inhabitants."),
    ("The mean income is 41,000 euros.", "The median income is 33,000 euros."),
    ("The cache answers 80 % of requests.", "The cache is used by 12 % of sites."),
    (
        "The country emits 9 tonnes of carbon per person.",
        "The country emits 400 million tonnes of carbon in total.",
    ),
    ("Oats make up 34 % of the mixture.", "Barley makes up 66 % of the mixture."),
    ("Of the 1,503 voters, 815 voted in favour.", "Of the 1,503 voters, 688 voted against."),
    ("The average temperature is 9 °C.", "The highest temperature is 34 °C."),
    ("Gross profit was 12 million euros.", "Net profit was 3 million euros."),
    ("Forests cover 30 % of the island.", "Farmland covers 55 % of the island."),
    ("The lift carries 20 people at a time.", "The lift carries 3,000 people a day."),
    ("The concert hall seats 2,100 people.", "The concert hall was visited by 300,000 people."),
    ("The minimum wage is 12 euros.", "The average wage is 21 euros."),
    ("The hospital employs 1,200 people.", "The hospital treats 60,000 people a year."),
]

HEDGED = [
    ("The ruins may be Roman.", "The ruins may not be Roman."),
    ("The tax might raise prices.", "The tax might lower prices."),
    ("The fossil is perhaps a bird.", "The fossil is possibly not a bird."),
]

CONDITIONAL = [
    ("If the sluice fails, the village floods.", "The village does not flood."),
    ("If the rate rises, house prices fall.", "House prices rise."),
    ("Unless it is watered, the plant dies.", "The plant does not die."),
]


@pytest.mark.parametrize(("one", "other"), ONLY_REPORTED)
def test_a_position_that_is_only_reported(one: str, other: str) -> None:
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("one", "other"), OPPOSITE_WORDS_SAME_MEANING)
def test_opposite_cue_words_with_one_meaning(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), PARTS_BOTH_TRUE)
def test_two_parts_each_as_it_is(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), OMISSION)
def test_what_is_left_out_is_not_denied(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), BOTH_SAID_OF_ONE_SUBJECT)
def test_two_things_said_of_one_subject(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_MEASURES)
def test_two_measures_of_one_thing(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), HEDGED)
def test_two_possibilities(one: str, other: str) -> None:
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("one", "other"), CONDITIONAL)
def test_what_holds_only_under_a_condition(one: str, other: str) -> None:
    assert conflicts(one, other) == []


def test_a_quotation_that_the_source_shares_does_count() -> None:
    one = "The engineers report that the dam is safe."
    assert contradictions(one, "The dam is not safe.")


def test_advice_and_questions_take_part_in_nothing() -> None:
    assert stance("Is the dam safe?", "The dam is not safe.") == SILENT
    assert stance("Do not cross the dam at night.", "Cross the dam at night.") == SILENT


@pytest.mark.parametrize(
    "open_question",
    [
        "It is unclear whether the resin slows corrosion.",
        "Nobody knows whether the resin slows corrosion.",
    ],
)
def test_what_is_left_open_is_in_tension_with_what_is_stated(open_question: str) -> None:
    assert stance(open_question, "The resin slows corrosion.") == "qualifies"
    assert stance(open_question, "The resin does not slow corrosion.") == "qualifies"
    assert stance(open_question, open_question) == "agrees"
