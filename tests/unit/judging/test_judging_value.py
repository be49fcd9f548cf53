"""Rule value: quantities, dates, durations and shares as intervals."""

import pytest
from judged_pairs import SILENT, conflicts, judgements, stance, stances

RULE = "value"

APART = [
    ("The fair takes place annually.", "The fair is held every two years."),
    ("The lamp is cleaned every night.", "The lamp is cleaned once a week."),
    ("Jam has 300 calories per 100 grams.", "Jam contains 240 calories per 100 grams."),
    (
        "Lorries cause 8 per cent of CO2 emissions.",
        "Lorries account for 14 per cent of carbon dioxide emissions.",
    ),
    ("A lorry emits 600 kilograms of CO2.", "A lorry emits 900 kilograms of carbon dioxide."),
    ("The lamp is cleaned daily.", "The lamp is cleaned three times a week."),
    ("The lake is the deepest in Ulm.", "The lake is the third deepest lake in Ulm."),
    ("The battery lasts nine hours.", "The battery life is six hours."),
    ("Recordings are kept for 30 days.", "Recordings are deleted after 90 days."),
    ("One coat of varnish is enough.", "Two coats of varnish are needed."),
    ("Bus 61 runs four times a day.", "Service 61 runs twice a day."),
    ("The toll was brought in in 2019.", "The toll was introduced in 2021."),
    ("The opera house was opened in 1973.", "The opera house was opened in 1979."),
    ("The composer died in 1791.", "The composer died in 1801."),
    ("The war ended on 11 November 1918.", "The war ended on 28 June 1919."),
    ("The mast is 120 metres tall.", "The mast is 95 metres tall."),
    ("The tunnel is 12 km long.", "The tunnel is 9 miles long."),
    ("The white mast is 29 metres tall.", "The mast is 36 metres high."),
    ("The mast is 36 metres high.", "The white 29-metre mast near the quay is hollow."),
    ("The spire is 36 metres high.", "The spire measures 95 feet from base to tip."),
    ("The 40-metre pier was built in 1900.", "The pier is 60 metres long."),
    ("The pier measures 40 metres.", "The pier has a length of 60 metres."),
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
    ("Nuuk is the second largest port of the coast.", "Nuuk is the largest port of the coast."),
    ("Beck was the 19th mayor of Vik.", "Beck was the 18th mayor of Vik."),
    ("The singer died at the age of 54.", "The singer died at the age of 61."),
    ("Objections are heard within 30 days.", "Objections are heard within 90 days."),
    ("The tank holds up to 40 litres.", "The tank holds up to 60 litres."),
    ("The quartet is a four-member band.", "The quartet is a five-member band."),
    ("The number of mills in Vik is 31.", "The number of mills in Vik is put at 48."),
    ("The painter was born in May.", "The painter was born on 3 June 1802."),
    ("Ada Lind (3 May 1802 – 9 June 1871) was a painter.", "Ada Lind died on 8 June 1871."),
    ("A day ticket is 12 euros.", "A day ticket costs 9 euros."),
    ("The voyage to Vik takes 34 hours.", "The voyage to Vik takes 48 hours."),
    ("The cheese has 6 g of salt per 100 g.", "The cheese has 2 g of salt per 100 g."),
    (
        "The mast stands 20 metres from the shore.",
        "The mast's distance from the shore is 38 metres.",
    ),
    ("The shop opens at 9 am.", "The shop is open from 10 am to 5 pm."),
    ("The shop closes at 5 pm.", "The shop is open until 6.30 pm."),
    ("Rents in the town rose by 5 %.", "Rents in the town rose 9 %."),
    ("It takes weeks until the paint works.", "The paint works within hours."),
    ("The parish has 413 inhabitants.", "The parish has a population of 520."),
    ("The forest covers about 70 % of the island.", "The forest covers 12 % of the island."),
    ("A third of the orchards were lost.", "Almost 80 % of the orchards were lost."),
    ("Frost destroyed 40 hives.", "Sixty hives were destroyed by frost."),
    ("The course lasts six weeks.", "The length of the course is eight weeks."),
    ("The course takes six weeks.", "The course is eight weeks long."),
    ("The permit is valid for two years.", "The permit expires after one year."),
    ("The cistern holds 3,000 litres.", "The cistern has a capacity of 5,000 litres."),
    ("The ferry carries up to 40 passengers.", "The ferry has room for 60 people."),
    ("Essays must be in by 1 May.", "The deadline for essays is 15 May."),
    ("There is no charge for mooring.", "Mooring costs £5."),
    ("The baker has 40 shops.", "The baker runs 55 shops."),
    ("Essays are due on 1 May.", "The closing date for essays is 15 May."),
    ("Rents grew by 10 % in 2020.", "Rents increased by 20 % in 2020."),
    ("Rents doubled in 2020.", "Rents grew by 20 % in 2020."),
    ("The files are kept for a year.", "The files are kept forever."),
    ("The drafts are deleted after a year.", "The drafts are kept indefinitely."),
    ("Parking is free.", "A parking charge of £5 was brought in on 1 July."),
    ("The orchard is open from April to October.", "The orchard is open from May to September."),
]

OTHER_MATTERS = [
    ("The tunnel takes six minutes.", "The tunnel took six years to build."),
    ("The paint takes two days to dry.", "The paint takes ten years to fade."),
    ("The ferry has room for 40 cars.", "The ferry has room for 60 passengers."),
    ("Essays should be read by 1 May.", "Essays should be handed in by 15 May."),
    (
        "A fall in noise by night was found in 39 per cent of streets.",
        "A fall in dust by night was found in 31 per cent of streets.",
    ),
    ("Losses were 32%.", "With 19% of losses due to hail, growers complain."),
    ("Members receive honey (25 g).", "Members receive jam (10 g)."),
    ("The museum is free.", "A parking charge of £5 was brought in on 1 July."),
]

OTHER_PARTS = [
    ("Three of the bells were cast in 1910.", "Two of the bells were cast in 1925."),
    ("A third of the orchards were lost in 1910.", "Half of the orchards were lost in 1950."),
]

OTHER_SHARES = [
    ("Most people get enough iron.", "Around 40 per cent of people have too little iron."),
    ("Most adults own a boat.", "40 per cent of adults have no boat."),
    ("Lorries cause 8 per cent of accidents.", "Lorries account for 40 per cent of traffic."),
]

MEETING = [
    ("The ferry sails every day.", "The ferry sails every two hours."),
    ("The ferry sails daily.", "The ferry sails twice a day."),
    ("The opera house was opened in 1973.", "The opera house opened in the 1970s."),
    ("The mast is 120 metres tall.", "The mast is about 394 feet tall."),
    ("More than half of voters backed the plan.", "Sixty per cent of voters backed the plan."),
    ("The paint dries within an hour.", "The paint dries in 45 minutes."),
    ("The crater is 2.5 km wide.", "The crater is 2,500 metres wide."),
    ("The orchestra has eighty players.", "The orchestra has 80 players."),
    ("The parcel weighs two kilograms.", "The parcel weighs 2,000 grams."),
    ("The meeting lasted 90 minutes.", "The meeting lasted an hour and a half."),
    ("The committee has a dozen members.", "The committee has 12 members."),
    ("The shop closes at 5 pm.", "The shop is open until 17:00."),
    ("The painter was born in May.", "The painter was born on 3 May 1802."),
    ("Ada Lind (3 May 1802 – 9 June 1871) was a painter.", "Ada Lind was born in 1802."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_values_that_do_not_meet_contradict(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), OTHER_MATTERS)
def test_values_of_other_matters_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == SILENT


@pytest.mark.parametrize(("one", "other"), OTHER_PARTS)
def test_other_parts_may_have_other_dates(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_SHARES)
def test_who_has_enough_and_who_has_too_little_are_two_shares(one: str, other: str) -> None:
    assert stance(one, other) != "contradicts"


@pytest.mark.parametrize(("one", "other"), MEETING)
def test_values_that_meet_agree(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The walk takes 20 minutes.", "Guests face a walk of 45 minutes."),
        ("The walk lasts 20 minutes.", "The firm offers a 45-minute walk."),
        ("The coach has 40 seats.", "The club bought a 70-seat coach."),
        ("A candle costs £4.", "The shop sells a candle for £9."),
    ],
)
def test_a_measure_of_what_is_no_subject_is_a_tension(one: str, other: str) -> None:
    assert [told.partition(":")[0] for told in stances(one, other)] == ["qualifies"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Entry is free.", "Entry costs £5.", "contradicts"),
        ("The gallery is free of charge.", "The gallery charges £5.", "contradicts"),
        ("The gallery is free for children.", "The gallery charges £5.", SILENT),
        ("The gallery is free.", "The gallery charges £5 for maps.", SILENT),
        ("The gallery is free.", "The car park charges £5.", SILENT),
        ("The juice has a sugar content of 9 %.", "The juice contains 5 % sugar.", "contradicts"),
        ("The juice has a sugar content of 9 %.", "The juice contains 5 % fat.", SILENT),
        ("The cask holds up to 90 litres.", "The cask holds 60 litres.", SILENT),
        ("The cask holds up to 90 litres.", "The cask holds 120 litres.", "contradicts"),
        ("The bus runs every ten minutes.", "The bus leaves every 20 minutes.", "contradicts"),
        ("The bus runs every ten minutes.", "The bus brakes every two minutes.", SILENT),
    ],
)
def test_what_is_free_contents_and_intervals(one: str, other: str, told: str) -> None:
    assert stance(one, other, RULE) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fermentation takes 20 hours.", "The dough ferments for 40 hours."),
        ("The glue keeps for two months.", "The glue should be used within five days."),
        ("The glue lasts for two months.", "The glue must be used within five days of opening."),
    ],
)
def test_the_time_of_one_event_in_other_words_is_a_tension(one: str, other: str) -> None:
    assert [told.partition(":")[0] for told in conflicts(one, other)] == ["qualifies"]
