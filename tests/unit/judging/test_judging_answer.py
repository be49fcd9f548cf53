"""Rule answer: two names for what there is one of."""

import pytest
from judged_pairs import SILENT, stance

import factcheck as fc

RULE = "answer"

TWO_NAMES = [
    ("The comet was discovered by Halley.", "The comet was discovered by Newton."),
    ("The comet was discovered by Edmond Halley in 1682.", "Isaac Newton discovered the comet."),
    ("The old tower, designed by Anna Berg, stands here.", "Carla Novak designed the old tower."),
    ("The capital of the province is Arven.", "The capital of the province is Lomar."),
    ("The Orle is the longest river in the north.", "The Tamm is the longest river in the north."),
    ("Arven is a city in Spain.", "Arven is in Peru."),
    ("Arven is a city in the north of Spain.", "Arven is a town in South America."),
    ("The dance comes from Tibet.", "The dance comes from the hills of the Caucasus."),
    ("Ida Holm was born in Madrid.", "Holm was born in Denmark."),
    ("The pier was built to the design of Anna Berg.", "Carla Novak designed the pier."),
    ("Ida Holm is the author of the novel.", "The author of the novel is Karl Lund."),
    ("The kiln was designed by Ida Holm.", "Karl Lund drew up the plans for the kiln."),
    ("The kiln was designed by Ida Holm.", "The architect of the kiln was Karl Lund."),
    ("The barges were built in Riga by Tervo.", "Oldmark built the barges."),
    ("The kiln is owned by the Holm family.", "The kiln belongs to the Lund Trust."),
    ("The kiln is owned by the Holm family.", "The kiln's owner is the Lund Trust."),
    ("The kiln is owned by a firm, Holm Clay.", "The Oldmark Guild rents the kiln from Ida Lund."),
    ("The barge is operated by Holm Lines.", "The Oldmark Guild operates the barge in May."),
    ("The parser is written in Rust.", "The parser is written in Go."),
    ("The parser is written in C++.", "These days the parser is implemented in Java."),
]

PERHAPS_TWO = [
    ("The mayor is elected by the council.", "The mayor is elected by the people."),
    ("The kiln is run by the county.", "Volunteers run the kiln."),
    ("The kiln is owned by the county.", "The kiln belongs to the Lund Trust."),
    ("The kiln was owned by the Holm family.", "The kiln belongs to the Lund Trust."),
    ("The repairs were paid for by Ida Holm.", "Karl Lund paid for the repairs."),
]

TWO_LANGUAGES_TOGETHER = [
    ("The parser is written in Rust.", "The parser is written in C and Rust."),
    ("The saga was written in Lund.", "The saga was written in Danish."),
    ("The parser is written in Rust.", "The scanner is written in Go."),
]

LICENCES = ("The tool is released under the MIT licence.", "The tool is licensed under the GPL.")

CITIES = [
    ("The firm is based in Bergen.", "The firm is in Oslo."),
    ("The poet was born in Leeds.", "The poet was born in Bristol."),
]

ONE_AGREED = [
    ("The comet was discovered by Edmond Halley.", "Halley discovered the comet."),
    ("The firm was founded by Karl and Ida Holm.", "The firm was founded by Ida Holm."),
    ("The kiln belongs to the Lund Trust.", "The Lund Trust is the owner of the kiln."),
]

ONE_NAME = [
    ("The comet was discovered by Edmond Halley.", "Edmund Hallay discovered the comet."),
    ("The firm was founded by Karl Holm.", "The firm was founded by Ida Holm."),
]

NOT_ONE_THING = [
    ("Anna Berg wrote novels.", "Carla Novak wrote novels."),
    ("The new tower was designed by Anna Berg.", "Carla Novak designed the old tower."),
    ("The Orle is the longest river.", "The Tamm is the longest river in the north."),
    ("The Orle is one of the longest rivers.", "The Tamm is the longest river."),
    ("Anna Berg painted the tower.", "Carla Novak climbed the tower."),
    ("Arven is a city in Spain.", "Arven is in Europe."),
    ("Arven is a city in Spain.", "The bank of Arven is in Peru."),
    ("The firm is in Spain and in Peru.", "The firm is in Peru."),
    ("Ida Holm died in Spain.", "Holm was born in Denmark."),
    ("Engineers designed the tower.", "The tower was designed by Anna Berg."),
    ("The kiln was designed by Ida Holm.", "The door of the kiln was designed by Karl Lund."),
    ("The kiln was designed by Ida Holm.", "Karl Lund built the kiln."),
    ("The kiln is owned by Ida Holm.", "Karl Lund runs the kiln."),
    ("The kiln was owned by Ida Holm until 1950.", "The kiln is owned by Karl Lund."),
    ("Ida Holm owns a kiln.", "Karl Lund owns a kiln."),
    ("The kiln is owned by the county.", "The kiln belongs to the county."),
    ("The kiln is owned by tenants.", "The kiln belongs to the Lund Trust."),
    ("His father was born in Kenya.", "Her father comes from Denmark."),
    ("Lind made clear that the bridge would stay.", "Berg made clear that the bridge would stay."),
]


def test_a_work_has_one_licence() -> None:
    assert stance(*LICENCES) == "contradicts"
    assert stance(LICENCES[0], "The tool is published under the MIT License.") != "contradicts"


@pytest.mark.parametrize(("one", "other"), CITIES)
def test_cities_exclude_each_other_and_no_country(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"
    assert stance(one, "The firm is in Norway.") != "contradicts"


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_two_names_contradict(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "contradicts"


@pytest.mark.parametrize(("one", "other"), ONE_AGREED)
def test_one_name_longer_or_shorter_agrees(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "agrees"


@pytest.mark.parametrize(("one", "other"), PERHAPS_TWO)
def test_what_may_be_two_together_or_in_turn_is_a_tension(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "qualifies"


def test_the_languages_a_thing_is_written_in_are_told_as_they_are_spelt() -> None:
    found = fc.judge_pair("The parser is written in C++.", "The parser is now coded in C#.")
    assert found is not None
    assert found.rationale == "One says that parser is in “C++”, the other in “C#”."


@pytest.mark.parametrize(("one", "other"), TWO_LANGUAGES_TOGETHER)
def test_languages_that_go_together_do_not_contradict(one: str, other: str) -> None:
    assert stance(one, other) != "contradicts"


@pytest.mark.parametrize(("one", "other"), ONE_NAME + NOT_ONE_THING)
def test_one_name_or_two_things_do_not(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
