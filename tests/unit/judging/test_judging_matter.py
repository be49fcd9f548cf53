"""Values of one matter, and of others: another attribute, part, event, order or share."""

import pytest
from judged_pairs import SILENT, conflicts, contradictions, stance, stances

OTHER_MATTER = [
    ("The mast is 36 metres high.", "The 29-metre mast door is green."),
    ("The mast is 36 metres high.", "The mast behind the 50-metre crane is hollow."),
    ("The mast is 36 metres high.", "The mast stands beside a 50-metre crane."),
    ("The mast is 36 metres high.", "The mast is 50 metres north of the quay."),
    ("The mast is 36 metres high.", "The mast measures 4 metres across."),
    ("The 40-metre pier was built in 1900.", "The pier is 6 metres high."),
    ("The 40-metre pier was built in 1900.", "The pier measures 40 metres by 6 metres."),
    ("The opera house was designed in 1957.", "The opera house was opened in 1973."),
    ("The mast is 120 metres tall.", "The tunnel is 12 km long."),
    ("The mast is 120 metres tall.", "The mast is 3 metres wide."),
    ("The composer was born in 1756.", "The composer died in 1791."),
    ("The paint dries within an hour.", "The paint lasts ten years."),
    ("The farm keeps 300 sheep.", "The farm covers 90 hectares."),
    ("The ticket costs 4 euros.", "The guidebook costs 12 euros."),
    ("Copper melts at 1,085 °C.", "Copper boils at 2,562 °C."),
    ("The novel was not published in 1931.", "The novel was published in 1934."),
    ("Vik is the largest port of the coast.", "Vik is the second oldest town of the coast."),
    ("Vik is the largest port of the fjord.", "Vik is the second largest port of the realm."),
    ("The ticket cost £5 when the pier opened.", "The ticket has been £7 since 2020."),
    ("The shore now lies 20 metres from the mast.", "The shore then lay 85 metres from the mast."),
    ("The dough rests for 24 hours.", "The dough has been known for 200 years."),
    ("A single costs £2 and a day ticket £5.", "A single costs £2."),
    ("The yard employs 180 people.", "On Sundays 900 people use the yard."),
    ("The pier's profit was £3 million.", "The pier cost £2 million."),
    ("The shop opens at 9 am.", "The shop closes at 5 pm."),
    ("The shop opens at 9 am.", "The shop opens at 10 am on Sundays."),
    ("Rents in the town rose by 5 %.", "Rents in the town rose to 40 % of wages."),
    ("The stock fell by 40 tonnes.", "The stock fell to 20 tonnes."),
    ("Two dogs sleep in the yard.", "Three dogs bark in the yard."),
    ("Before the war, the mill had 9 sails.", "The mill has 4 sails."),
    ("In 1900, the line had 90 stations.", "The line has 40 stations."),
    ("The ferry carries 90 people a day.", "In 1960, the ferry carried 40 people a day."),
    ("The level fell between 1910 and 1930.", "The level fell after 1990."),
    ("9 per cent of men notice a change of mood.", "4 per cent of men notice a change of taste."),
    ("60 per cent of patients improve.", "20 per cent of patients drop out."),
    ("86 per cent of trains are on time.", "20 per cent of trains are new."),
    ("The effect wears off within an hour.", "The effect sets in within five minutes."),
    ("The mill does not have 90 sails.", "The mill has 4 sails."),
    ("It is false that 90 per cent of pupils are girls.", "40 per cent of pupils are girls."),
    ("Lead is 104 times denser than air.", "Lead is 20 times heavier than air."),
]

NEAR_THE_SAME = [
    ("The mill has 5 floors.", "The inn behind the mill has 2 floors."),
    ("There are 5 windows in the mill.", "The inn behind the mill has 2 windows."),
    ("The tunnel beneath the mill is 90 m long.", "The mill is 30 m long."),
    ("Building the mill took a year.", "The lawsuit over the mill took six years."),
    ("Building the mill cost £90.", "Painting the mill cost £20."),
    ("The repair of the roof cost £90.", "The repair of the cellar cost £20."),
    ("The roof of the mill is 9 m wide.", "The roof of the inn opposite the mill is 4 m wide."),
    ("The rent of the roof has risen.", "The rent of the cellar has fallen."),
    ("Engine No. 7 weighs 34 tons.", "Its sister weighs 38 tons."),
    ("The mill weighs 34 tons.", "The mill's wheel weighs 8 tons."),
    ("Version 2.0 was released in 2019.", "Version 2.1 was released in 2021."),
    ("A queue holds 90 messages.", "A dead-letter queue holds 40 messages."),
    ("Calls are kept for 60 seconds.", "Calls with a token are kept for ten seconds."),
    ("The length of the mill is 9 m.", "The longest beam of the mill is 4 m long."),
    ("The inn opposite the mill was built in 1850.", "The barn of the mill was built in 1790."),
    ("The mill cost £90 to build.", "Painting the mill cost £20."),
    ("The mill cost £90 to build.", "The lamps on the mill cost £20."),
    ("A ticket to the mill costs £9.", "Lunch at the mill costs £4."),
    ("The mill shows 9 per cent of its tools.", "The mill has sold 4 per cent of its tools."),
    ("A guide to the mill costs £9.", "A ticket for the mill costs £4."),
    ("It takes an hour to reach the mill.", "It took two years to build the mill."),
]


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER)
def test_values_of_other_things_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other, "value") in {SILENT, "agrees"}
    assert conflicts(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The walk takes 20 minutes.", "Guests face a wait of 45 minutes."),
        ("The walk takes 20 minutes.", "The firm offers a 45-minute boat trip."),
        ("The coach has 40 seats.", "The club bought a 70-seat boat."),
        ("A candle costs £4.", "The shop sells a lamp for £9."),
        ("The barge has 40 seats.", "The cabin of the barge has 12 seats."),
        ("The canal cost £4 million.", "The repair of the canal cost £1 million."),
    ],
)
def test_a_measure_of_another_thing_or_of_a_part_is_not_compared(one: str, other: str) -> None:
    assert stances(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fermentation takes 20 hours.", "The dough rests for 40 hours."),
        ("Fermentation takes 20 hours.", "The dough was fermented 40 years ago."),
        ("The glue keeps for two months.", "The glue should harden within five days."),
        ("The glue keeps for two months.", "The paint should be used within five days."),
        ("The glue keeps for five days.", "The glue should be used within five days."),
    ],
)
def test_times_of_other_events_are_no_conflict(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("a", "b"), NEAR_THE_SAME)
def test_what_only_names_a_thing_to_say_where_it_is_is_another(a: str, b: str) -> None:
    assert stances(a, b) == []


def test_what_it_takes_time_to_do_may_be_said_before_or_behind() -> None:
    assert contradictions("It took a year to build the mill.", "Building the mill took six years.")
