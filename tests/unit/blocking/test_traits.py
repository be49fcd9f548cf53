"""What a claim is found by."""

import factcheck as fc
from factcheck.blocking.traits import keys_of


def keys(text: str) -> set[str]:
    (claim,) = fc.check(fc.Corpus("", (fc.read_text(text, name="a"),))).claims
    return set(keys_of(claim))


def test_a_date_is_found_by_what_happened_in_whatever_words() -> None:
    built, dated = keys("The hut was built in 1958."), keys("The hut dates from 1963.")
    assert "@date:event:building" in built & dated


def test_a_figure_is_found_by_its_attribute() -> None:
    assert "@length:long" in keys("The pier is 60 metres long.")


def test_where_every_claim_names_one_thing_its_dates_still_meet() -> None:
    corpus = fc.Corpus(
        "",
        (
            fc.read_text(
                "The hut was built in 1958. The hut is warm. The hut has a stove."
                " The hut belongs to a club. The hut is open in summer.",
                name="a",
            ),
            fc.read_text(
                "The hut dates from 1963. The hut is full on Saturdays. The hut needs paint."
                " The hut stands on a ridge. The hut sells soup.",
                name="b",
            ),
        ),
    )
    assert [(one.stance.value, one.rule) for one in fc.check(corpus).judgements] == [
        ("contradicts", "value")
    ]
