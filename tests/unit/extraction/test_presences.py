"""What is there, is absent, or threatens, and how much of it."""

from __future__ import annotations

import pytest
from claim_reading import only, wrong

from factcheck.model import Claim


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
        ("The town lacks a hospital.", "hospit"),
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
        ("The method is not without risks.", "risk"),
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


def test_the_potential_of_a_thing_for_something_is_one_for_that() -> None:
    (presence,) = only("The potential of the solvent for abuse is low.").presences
    assert (presence.of, presence.high) == (("abus",), 0.3)


def test_what_a_fronted_phrase_lacks_ends_before_the_subject() -> None:
    (presence,) = only("Without a wall, the village was open to the sea.").presences
    assert (presence.of, presence.high) == (("wall",), 0.0)


@pytest.mark.parametrize(
    ("sentence", "thing", "amount"),
    [
        ("Parking is available at the quarry.", "park", (0.3, 1.0)),
        ("Parking is not available at the quarry.", "park", (0.0, 0.0)),
        ("The screws are missing.", "screw", (0.0, 0.0)),
        ("The quarry offers parking.", "park", (0.3, 1.0)),
        ("The biscuit is sugar-free.", "sugar", (0.0, 0.0)),
        ("The biscuit is vegan.", "milk", (0.0, 0.0)),
        ("Lentils are rich in iron.", "iron", (0.65, 1.0)),
        ("Lentils are a good source of iron.", "iron", (0.65, 1.0)),
        ("Lentils are poor in iron.", "iron", (0.0, 0.3)),
        ("The biscuit is not sugar-free.", "sugar", (0.3, 1.0)),
        ("There is no piano on board.", "piano", (0.0, 0.0)),
    ],
)
def test_what_is_available_or_left_out_is_there_or_not(
    sentence: str, thing: str, amount: tuple[float, float]
) -> None:
    assert presence(only(sentence), thing) == amount


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("No lichens were found on the north wall.", "lichen"),
        ("No berths are available in August.", "berth"),
        ("No ferries remain.", "ferri"),
    ],
)
def test_a_subject_denied_of_being_is_not_there(sentence: str, thing: str) -> None:
    assert presence(only(sentence), thing) == (0.0, 0.0)


@pytest.mark.parametrize(
    "sentence", ["No sailor was hurt.", "No ferries run on Sundays.", "No pupil has complained."]
)
def test_a_subject_denied_of_something_else_may_be_there(sentence: str) -> None:
    assert only(sentence).presences == ()
