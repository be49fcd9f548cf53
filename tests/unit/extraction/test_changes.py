"""What increases, decreases or stays as it is."""

from __future__ import annotations

import pytest
from claim_reading import claims, last, only, wrong

from factcheck.model import Claim, Direction

UP, DOWN, SAME = Direction.INCREASES, Direction.DECREASES, Direction.UNCHANGED
SOME = Direction.AFFECTED


def changes(claim: Claim) -> set[tuple[Direction, str, bool]]:
    return {(change.direction, " ".join(change.of), change.negated) for change in claim.changes}


@pytest.mark.parametrize(
    ("sentence", "direction", "of"),
    [
        # verbs
        ("Salt raises blood pressure.", UP, "blood_pressur"),
        ("The subsidy reduced the price of bread.", DOWN, "price bread"),
        ("The fertiliser boosts growth.", UP, "grow"),
        ("Unemployment rose sharply in 1931.", UP, "unemploy"),
        ("Trade declined.", DOWN, "trade"),
        ("The number of bees has fallen.", DOWN, "bee"),
        ("The price of rice doubled in 2008.", UP, "rice price"),
        ("Wages are already down by 12 per cent.", DOWN, "wage"),
        ("The number of owls was up 3 %.", UP, "owl"),
        ("Ticket sales dropped last season.", DOWN, "ticket sell"),
        ("Rents have been climbing year after year.", UP, "rent"),
        ("Trams lost many riders last year.", DOWN, "rider"),
        # passives
        ("Wages were increased by the union.", UP, "wage"),
        ("The fine was reduced by the court.", DOWN, "fine"),
        # nouns
        ("The reform led to an increase in wages.", UP, "wage"),
        ("The city experienced a rise in rents.", UP, "rent"),
        ("The tax brought a reduction of waste.", DOWN, "wast"),
        # for better and worse
        ("The ointment improves the pain.", DOWN, "pain"),
        ("The therapy improves memory.", UP, "memori"),
        ("The diet worsens symptoms.", UP, "symptom"),
        ("Symptoms improve after two weeks.", DOWN, "symptom"),
        ("The medicine relieves pain.", DOWN, "pain"),
        ("The bypass eased congestion.", DOWN, "congest"),
        # none
        ("Prices remained stable in 2019.", SAME, "price"),
        ("The rate stayed the same.", SAME, "rate"),
        # participles of a going change
        ("Profits are falling.", DOWN, "profit"),
        ("Logging is increasing erosion.", UP, "erod"),
    ],
)
def test_a_change_and_what_it_is_of(sentence: str, direction: Direction, of: str) -> None:
    claim = only(sentence)
    assert changes(claim) == {(direction, of, False)}
    cue = claim.changes[0].cue
    assert cue.span.of(sentence) == cue.text


@pytest.mark.parametrize(
    ("sentence", "direction", "of"),
    [
        ("The tariff does not raise prices.", UP, "price"),
        ("The reform did not lower the price of fuel.", DOWN, "price fuel"),
        ("The fare never fell.", DOWN, "fare"),
    ],
)
def test_a_change_ruled_out(sentence: str, direction: Direction, of: str) -> None:
    assert changes(only(sentence)) == {(direction, of, True)}


@pytest.mark.parametrize(
    ("sentence", "direction", "of", "by"),
    [
        # what brings it about
        ("Salt raises blood pressure.", UP, "blood_pressur", "salt"),
        ("Wages were increased by the union.", UP, "wage", "union"),
        ("Hikers carrying poles had fewer colds.", DOWN, "cold", "hiker carri pole"),
        ("Patients receiving zinc had fewer colds.", DOWN, "cold", "zinc"),
        # coming about and being kept from it
        ("Smoking causes wheezing.", UP, "wheez", "smoke"),
        ("Smoking is a risk factor for gout.", UP, "gout", "smoke"),
        ("Sunlight is required for flowering.", UP, "flower", "sunlight"),
        ("Zinc protects against scurvy.", DOWN, "scurvi", "zinc"),
        # bearing on it, the way not said
        ("The moon influences the tides.", SOME, "tide", "moon"),
        ("Zinc plays a role in digestion.", SOME, "digest", "zinc"),
        ("Digestion is affected by zinc.", SOME, "digest", "zinc"),
        # no bearing
        ("Zinc had no effect on digestion.", SAME, "digest", "zinc"),
        ("There was no effect of zinc on digestion.", SAME, "digest", "zinc"),
        ("Zinc plays no role in digestion.", SAME, "digest", "zinc"),
        ("The gene is dispensable for flowering.", SAME, "flower", "gene"),
        # serving its purpose
        ("Zinc is effective against colds.", UP, "cold", "zinc"),
        ("Zinc is effective in the treatment of fever.", DOWN, "fever", "zinc"),
        ("Zinc is not useful for fever.", SAME, "fever", "zinc"),
        # absences
        ("Loss of the gene delays flowering.", UP, "flower", "gene"),
        ("Iron deficiency lowers stamina.", UP, "stamina", "iron"),
        ("Inhibitors of the enzyme lower fever.", UP, "fever", "enzym"),
        ("Men without tremor were more likely to cough.", DOWN, "cough", "tremor"),
        # found together with it
        ("A rise in theft was noted after the reopening.", UP, "robber", "reopen"),
        # changes of changes
        ("Zinc led to a reduction in fever.", DOWN, "fever", "zinc"),
        ("Zinc prevents the decline in stamina.", UP, "stamina", "zinc"),
        ("Shade brought a greater reduction in sweating.", DOWN, "sweat", "shade"),
        # more likely
        ("Miners were more likely to cough.", UP, "cough", "miner"),
        ("Miners were less likely to develop gout.", DOWN, "gout", "miner"),
        ("Smoke makes asthma more likely.", UP, "asthma", "smoke"),
        ("Shade makes fever less common.", DOWN, "fever", "shade"),
    ],
)
def test_an_effect_and_its_cause(sentence: str, direction: Direction, of: str, by: str) -> None:
    found = only(sentence).changes
    assert [(c.direction, " ".join(c.of), " ".join(c.by), c.negated) for c in found] == [
        (direction, of, by, False)
    ]


def test_a_relation_is_told_from_both_ends() -> None:
    found = only("We found no link between zinc and gout.").changes
    assert {(c.direction, c.of, c.by) for c in found} == {
        (SAME, ("gout",), ("zinc",)),
        (SAME, ("zinc",), ("gout",)),
    }


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Gout depends on income.", SOME),
        ("Income was inversely associated with gout.", DOWN),
        ("Higher income was associated with gout.", UP),
        ("Income was associated with gout.", SOME),
        ("Income was associated with a lower risk of gout.", DOWN),
    ],
)
def test_which_way_a_relation_goes(sentence: str, direction: Direction) -> None:
    found = [change for change in only(sentence).changes if "gout" in change.of]
    assert {change.direction for change in found} == {direction}


def test_a_purpose_that_is_not_named_is_a_benefit() -> None:
    assert {(c.direction, c.of, c.by) for c in only("The charm is useless.").changes} == {
        (SAME, ("advantag",), ("charm",))
    }


def test_a_heading_of_an_abstract_is_no_cause() -> None:
    assert only("RESULTS Zinc lowers fever.").changes[0].by == ("zinc",)


def test_a_change_of_several_things() -> None:
    assert changes(only("Caffeine increases alertness, heart rate and blood pressure.")) == {
        (UP, "alert", False),
        (UP, "heart_rate", False),
        (UP, "blood_pressur", False),
    }


def test_a_change_in_the_subject_beside_the_one_it_brings() -> None:
    assert changes(only("Higher temperatures reduce yields.")) == {
        (UP, "temperatur", False),
        (DOWN, "yield", False),
    }


def test_two_changes_the_opposite_way() -> None:
    found = claims("The new rule lowers costs and raises wages.")
    assert {change for claim in found for change in changes(claim)} == {
        (DOWN, "cost", False),
        (UP, "wage", False),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The glue dries quickly.",
        "The whale is a mammal.",
        "A decline in cod followed the ban.",
        "This rise in rents worries tenants.",
        "Engineers tested the valve.",
        "He worked for the council.",
        "She lost six kilos.",
        "No passenger was injured.",
        "The sustained effort pleased users.",
        "The report reviews forecasts of a rise in rents.",
        "The two did not agree on the forecast of a rise in rents.",
        "There is no effective remedy.",
        "The effective date is printed on the card.",
        "The pump is as useful as the windmill.",
        "The pump is not as useful as the windmill.",
        "Mechanical stability is measured in the lab.",
        "Revenue was broadly unchanged.",
    ],
)
def test_no_change(sentence: str) -> None:
    assert not any(claim.changes for claim in claims(sentence))


def test_a_pronoun_in_the_object_does_not_make_the_subject_change() -> None:
    claim = last("The pump leaked. The crew repaired it.")
    assert "crew" not in {term for change in claim.changes for term in change.of}


@wrong("an infinitive in the subject is read as a change that happens")
def test_a_plan_that_was_dropped_changes_nothing() -> None:
    claim = only("The plan to widen the road was dropped.")
    assert (UP, "road", False) not in changes(claim)


@pytest.mark.parametrize(
    ("sentence", "changed"),
    [
        ("Nine carts fell into the river.", False),
        ("The boy plunged off a roof.", False),
        ("Wages fell into decline.", True),
        ("Wages fell from 9 to 7 euros.", True),
    ],
)
def test_what_falls_into_a_place_has_not_become_less(sentence: str, changed: bool) -> None:
    assert any(claim.changes for claim in claims(sentence)) is changed


def test_where_something_stops_is_kept_from_nothing() -> None:
    assert only("The bus stops at the school.").changes == ()
    assert only("The crew stopped the leak.").changes != ()
