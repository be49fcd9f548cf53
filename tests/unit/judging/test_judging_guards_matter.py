"""False alarms: two claims that differ in what, whom, when or where they speak of."""

import pytest
from judged_pairs import conflicts, contradictions, stances, wrong

NO_COMMON_TOPIC = [
    ("The volcano erupted in 1883.", "The parliament has 349 members."),
    ("Bees do not see red.", "The tenor sang an aria."),
    ("The tax was raised to 21 %.", "The comet lost its tail."),
    ("Copper conducts heat well.", "The novel never mentions the war."),
    ("The train is slow.", "Her lecture was short."),
]

CHANGES_ELSEWHERE = [
    ("Rents rose sharply in Spain.", "Rents rose sharply in Italy."),
    ("The harvest fell by half in Peru.", "The harvest fell by half in Chile."),
]

OTHER_NAME = [
    ("The rent of the Orla Mill rose in May.", "The rent of the Tann Mill fell in May."),
    (
        "In the Orla Theatre, 40 per cent of seats are free.",
        "In the Tann Theatre, a tenth is free.",
    ),
    ("It took a year to paint the Orla Mill.", "It took six years to paint the Tann Mill."),
    ("At the Orla Quay, the water is 9 m deep.", "At the Tann Quay, the water is 4 m deep."),
    ("Dogs are allowed in Orla Park.", "Dogs are not allowed in Tann Park."),
    ("The rent of the Orla Mill rose in May.", "The rent of the New Orla Mill fell in May."),
    ("Dogs are allowed in Orla Park.", "Dogs are not allowed in Upper Orla Park."),
    ("Sleep improves with Orlatin.", "Sleep worsens with Tannol."),
    ("Nine per cent of women benefit from Orlatin.", "40 per cent of women benefit from Tannol."),
    ("Adults take 12 mg of Orlatin a day.", "Adults take 90 mg of Tannol a day."),
    ("The roof of the Orla Mill is 9 m wide.", "At the Tann Tower, the roof is 4 m wide."),
    ("The door to the Orla Mill is 3 m high.", "The door of the Tann Tower is 2 m high."),
    ("About 40 per cent of bakers use Orlatin.", "About 20 per cent of bakers use Tannol."),
]

SAME_NAME = [
    ("The rent of the Orla Mill rose in May.", "In May the rent of the old Orla Mill fell."),
    ("The Orla Toll Mill was built in 1784.", "The Orla Mill was built in 1812."),
    ("Dogs are allowed in Orla Park.", "Dogs are not allowed in Orla Park."),
    ("Sleep improves with Orlatin.", "Sleep worsens with Orlatin."),
    ("Adults take 12 mg of Orlatin a day.", "Adults take 90 mg of Orlatin a day."),
]

OTHER_ATTRIBUTE = [
    ("The lake is 40 metres deep.", "The lake is 12 kilometres long."),
    ("The violin was made in 1715.", "The violin was sold in 1971."),
    ("The alloy is light.", "The alloy is expensive."),
    ("The car has a high top speed.", "The car has low fuel consumption."),
    ("The school has 400 pupils.", "The school has 28 teachers."),
    ("The rent is 900 euros.", "The deposit is 1,800 euros."),
    ("The storm killed eleven people.", "The storm injured 240 people."),
    wrong(
        "won and lost are set against each other though they count other matches",
        "The team won 12 matches.",
        "The team lost 5 matches.",
    ),
    ("The hospital has 320 beds.", "The hospital has 45 doctors."),
    ("The river is 210 km long.", "The river is navigable for 80 km."),
]

BUILT_AGAINST_OPENED = [
    ("The theatre was built in 1887.", "The theatre was opened in 1891."),
    ("The bridge was designed in 1926.", "The bridge was completed in 1932."),
    ("The vaccine was developed in the 1950s.", "The vaccine was approved in 1963."),
    ("The satellite was launched in 1998.", "The satellite was switched off in 2012."),
    ("The symphony was written in 1806.", "The symphony was first performed in 1808."),
    ("The law was adopted in March 2004.", "The law came into force in January 2005."),
    wrong(
        "first and last of the same event are one attribute",
        "The summit was first climbed in 1953.",
        "The summit was last climbed in 2021.",
    ),
    ("The bakery was founded in 1921.", "The bakery moved in 1967."),
]

OTHER_SCOPE = [
    ("Some of the manuscripts were burnt.", "Some of the manuscripts were not burnt."),
    ("Many birds migrate.", "Ostriches do not migrate."),
    ("The upper floor is closed to visitors.", "The ground floor is open to visitors."),
    ("Not all planets have moons.", "Most planets have moons."),
    ("The outer wall is made of brick.", "The inner wall is made of timber."),
    ("The drug is safe in small doses.", "The drug is not safe in large doses."),
    ("Three of the seven bells were cast in 1714.", "Four of the seven bells were cast in 1790."),
]

OTHER_TIME = [
    ("In 1900 the town had 3,000 inhabitants.", "In 2010 the town had 41,000 inhabitants."),
    ("Exports rose in 2016.", "Exports fell in 2020."),
    ("The ferry runs in summer.", "The ferry does not run in winter."),
    (
        "The reeds lay 40 metres from the mill in those days.",
        "The reeds now lie 12 metres from the mill.",
    ),
    wrong(
        "until and since are two times, and the noun mine is lost as a pronoun",
        "Until 1975 the mine was open.",
        "Since 1975 the mine has not been open.",
    ),
    wrong(
        "the time of day is no condition",
        "In the morning the road is empty.",
        "In the evening the road is not empty.",
    ),
    ("The price was 3 crowns in 1950.", "The price was 85 crowns in 2022."),
    ("Unemployment was 4 % in 2007.", "Unemployment was 9 % in 2010."),
    (
        "The reserve is open from April to September.",
        "The reserve is closed from October to March.",
    ),
]

OTHER_PLACE = [
    ("In Norway whaling is legal.", "In Australia whaling is not legal."),
    ("Rainfall rose in the north of the country.", "Rainfall fell in the south of the country."),
    ("The plant flowers in April in Spain.", "The plant flowers in June in Finland."),
    ("In Lisbon the metro runs until one.", "In Oslo the metro does not run until one."),
    ("Water boils at 100 °C at sea level.", "Water boils at 90 °C at an altitude of 3,000 metres."),
    ("The film was praised in France.", "The film was criticised in Italy."),
]

OTHER_POPULATION = [
    (
        "The drug lowers blood pressure in adults.",
        "The drug does not lower blood pressure in children.",
    ),
    ("Among women turnout rose.", "Among men turnout fell."),
    ("The diet helped patients with diabetes.", "The diet did not help patients with asthma."),
    ("Half of the students own a car.", "A tenth of the teachers own a car."),
    ("Small firms pay 12 % tax.", "Large firms pay 25 % tax."),
    ("Adult salmon live in the sea.", "Young salmon do not live in the sea."),
]


@pytest.mark.parametrize(("one", "other"), NO_COMMON_TOPIC)
def test_no_topic_in_common(one: str, other: str) -> None:
    assert stances(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_ATTRIBUTE)
def test_another_attribute(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), BUILT_AGAINST_OPENED)
def test_another_event_in_the_life_of_a_thing(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_SCOPE)
def test_another_scope(one: str, other: str) -> None:
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_TIME)
def test_another_time(one: str, other: str) -> None:
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_PLACE)
def test_another_place(one: str, other: str) -> None:
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_POPULATION)
def test_another_population(one: str, other: str) -> None:
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("a", "b"), CHANGES_ELSEWHERE)
def test_a_change_in_one_place_is_not_that_in_another(a: str, b: str) -> None:
    assert conflicts(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("In version 2, logs were kept for two days.", "Logs are kept for seven days."),
        ("Logs are kept for two days in version 2.0.", "Logs are kept for a week in version 2.1."),
    ],
)
def test_versions_of_a_thing_may_differ(a: str, b: str) -> None:
    assert [found.partition(":")[0] for found in stances(a, b)] == ["qualifies"]


@pytest.mark.parametrize(("a", "b"), OTHER_NAME)
def test_things_of_one_kind_are_told_apart_by_their_names(a: str, b: str) -> None:
    assert stances(a, b) == []


@pytest.mark.parametrize(("a", "b"), SAME_NAME)
def test_a_longer_form_of_a_name_is_the_same_name(a: str, b: str) -> None:
    assert contradictions(a, b)
