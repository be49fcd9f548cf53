"""What is compared: changes, what is there, classes and lists."""

from __future__ import annotations

import pytest
from claim_reading import claims, last, only, wrong

from factcheck.model import Claim, Direction

UP, DOWN, SAME = Direction.INCREASES, Direction.DECREASES, Direction.UNCHANGED


def changes(claim: Claim) -> set[tuple[Direction, str, bool]]:
    return {(change.direction, " ".join(change.of), change.negated) for change in claim.changes}


@pytest.mark.parametrize(
    ("sentence", "direction", "of"),
    [
        # verbs
        ("Salt raises blood pressure.", UP, "blood pressur"),
        ("The subsidy reduced the price of bread.", DOWN, "price bread"),
        ("The fertiliser boosts growth.", UP, "grow"),
        ("Unemployment rose sharply in 1931.", UP, "unemploy"),
        ("Trade declined.", DOWN, "trade"),
        ("The number of bees has fallen.", DOWN, "bee"),
        ("The price of rice doubled in 2008.", UP, "rice price"),
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
        pytest.param(
            "The rate stayed the same.",
            SAME,
            "rate",
            marks=wrong("“stay the same” is no phrase of constancy"),
        ),
        # participles of a going change
        ("Profits are falling.", DOWN, "profit"),
        pytest.param(
            "Logging is increasing erosion.",
            UP,
            "erod",
            marks=wrong("“is increasing” is read as a copula with an adjective"),
        ),
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


def test_a_change_of_several_things() -> None:
    assert changes(only("Caffeine increases alertness, heart rate and blood pressure.")) == {
        (UP, "alert", False),
        (UP, "heart rate", False),
        (UP, "blood pressur", False),
    }


def test_a_change_in_the_subject_beside_the_one_it_brings() -> None:
    assert changes(only("Higher temperatures reduce yields.")) == {
        (UP, "temperatur", False),
        (DOWN, "yield", False),
    }


@wrong("a verb that is a noun too, with a bare object, is tagged as a noun behind “and”")
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
    ],
)
def test_no_change(sentence: str) -> None:
    assert not any(claim.changes for claim in claims(sentence))


@wrong("a transitive verb whose object has no content word changes its subject")
def test_a_pronoun_in_the_object_does_not_make_the_subject_change() -> None:
    claim = last("The pump leaked. The crew repaired it.")
    assert "crew" not in {term for change in claim.changes for term in change.of}


@wrong("an infinitive in the subject is read as a change that happens")
def test_a_plan_that_was_dropped_changes_nothing() -> None:
    claim = only("The plan to widen the road was dropped.")
    assert (UP, "road", False) not in changes(claim)


# -- presence ------------------------------------------------------------------------------


def presence(claim: Claim, thing: str) -> tuple[float, float]:
    found = [(p.low, p.high) for p in claim.presences if thing in p.of]
    assert found, [p.of for p in claim.presences]
    assert len(set(found)) == 1, claim.presences
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("The procedure carries no risk of infection.", "infect"),
        ("The paint is free of lead.", "lead"),
        ("The cheese has no additives.", "addit"),
        ("The alloy contains no nickel.", "nickel"),
        ("The vaccine does not contain mercury.", "mercuri"),
        ("There is no water on the asteroid.", "water"),
        ("The soup thickens without flour.", "flour"),
        ("The district has neither a school nor a clinic.", "school"),
        ("The district has neither a school nor a clinic.", "clinic"),
        pytest.param(
            "The town lacks a hospital.",
            "hospit",
            marks=wrong("“lack” as the main verb denies nothing"),
        ),
    ],
)
def test_what_is_not_there(sentence: str, thing: str) -> None:
    assert presence(only(sentence), thing) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("The lake contains arsenic.", "arsen"),
        ("The side effects include nausea, dizziness and headache.", "dizzi"),
        ("Accidents occur in winter.", "accid"),
        ("The bridge poses a high risk of collapse.", "collaps"),
        ("Frost is a danger to vineyards.", "risk"),
        pytest.param(
            "The method is not without risks.",
            "risk",
            marks=wrong("“not without” counts as one denial"),
        ),
        ("The mushroom causes nausea.", "nausea"),
    ],
)
def test_what_is_there(sentence: str, thing: str) -> None:
    claim = only(sentence)
    stem = next((t for p in claim.presences for t in p.of if t.startswith(thing)), thing)
    low, high = presence(claim, stem)
    assert low > 0
    assert high == 1.0


def test_a_low_risk_reaches_every_thing_it_is_shared_by() -> None:
    claim = only("The battery has a low risk of fire and leakage potential.")
    for thing in ("fire", "leakag"):
        low, high = presence(claim, thing)
        assert 0 <= low < high <= 0.35


def test_little_of_a_thing() -> None:
    low, high = presence(only("There is little danger of flooding."), "flood")
    assert (low, high <= 0.3) == (0.0, True)


@wrong("“no” before the first thing is taken for all")
def test_little_of_one_thing_beside_none_of_another() -> None:
    claim = only("The soil has no nitrogen and little potassium.")
    assert presence(claim, "nitrogen") == (0.0, 0.0)
    assert presence(claim, "potassium")[1] > 0


def test_a_reason_for_a_ban_is_a_danger_of_weight() -> None:
    claim = only("The insecticide is banned because of its potential for poisoning bees.")
    low, high = presence(claim, "poison")
    assert low >= 0.5
    assert high == 1.0


# -- classes and lists ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Saffron is a spice.", ("spice",)),
        ("Basalt is an igneous rock.", ("igneous", "rock")),
        ("The Vasa was a Swedish warship.", ("swedish", "warship")),
        ("The axolotl is known as a salamander.", ("salamand",)),
        ("The fungus is classified as a pathogen.", ("pathogen",)),
        ("The whale is not a fish.", ("fish",)),
        ("The fossil may be a feather.", ("feather",)),
    ],
)
def test_the_class_that_something_is_put_into(sentence: str, terms: tuple[str, ...]) -> None:
    assert [category.terms for category in only(sentence).categories] == [terms]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rail link is expensive.",
        "The pine is one of the oldest trees.",
        "The strait is narrow and shallow.",
        pytest.param(
            "Steel is heavier than wood.", marks=wrong("comparatives are tagged as nouns")
        ),
        pytest.param(
            "Diamond is harder than quartz.", marks=wrong("comparatives are tagged as nouns")
        ),
        pytest.param(
            "The mixture is lead-free.",
            marks=wrong("unknown adjectives with a hyphen are tagged as nouns"),
        ),
        pytest.param(
            "Logging is increasing erosion.",
            marks=wrong("“is increasing” is read as a copula with an adjective"),
        ),
        pytest.param(
            "There is no water on the asteroid.",
            marks=wrong("“there is” is read as putting nothing into a class"),
        ),
        pytest.param(
            "The spire is the tallest in the world.",
            marks=wrong("superlatives are tagged as nouns"),
        ),
        pytest.param(
            "The contract was void.",
            marks=wrong("adjectives that no list holds are tagged as nouns"),
        ),
    ],
)
def test_no_class(sentence: str) -> None:
    assert not only(sentence).categories


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("The dough contains flour, water and salt.", {"flour", "water", "salt"}),
        ("The serum is given by injection, patch or tablet.", {"inject", "patch", "tablet"}),
        ("The choir sings in Latin, German and French.", {"latin", "german", "french"}),
        ("The route passes through Lyon, Turin and Milan.", {"lyon", "turin", "milan"}),
        ("The dye comes from roots, bark, or leaves.", {"root", "bark", "leaf"}),
        ("The soup is served with bread, butter and cheese.", {"bread", "butter", "chees"}),
    ],
)
def test_the_members_of_a_list(sentence: str, members: set[str]) -> None:
    claim = only(sentence)
    assert len(claim.items) == 1
    assert {" ".join(member) for member in claim.items[0].members} == members
    assert claim.items[0].span.of(sentence) in sentence
    assert not claim.items[0].exhaustive


@wrong("an adverb before the preposition hides the list")
def test_a_list_that_is_said_to_be_complete() -> None:
    claim = only("The dye comes only from roots, bark or leaves.")
    assert [one.exhaustive for one in claim.items] == [True]


def test_one_thing_is_no_list() -> None:
    assert only("The lake contains arsenic.").items == ()
