"""What stands in front of a sentence: its sort, its speaker, or that it is a myth."""

from __future__ import annotations

import pytest
from claim_reading import claims, only

from factcheck.model import Polarity


@pytest.mark.parametrize(
    "label", ["Myth:", "Myth 3:", "Myth #3:", "Myth one –", "A common misconception:", "MYTH:"]
)
def test_a_label_that_calls_it_a_myth_denies_it(label: str) -> None:
    claim = only(f"{label} bees are blind.")
    assert (claim.text, claim.polarity) == ("Bees are blind.", Polarity.NEGATED)
    assert claim.negation is not None
    assert claim.negation.text.lower() in label.lower()
    assert claim.quote == f"{label} bees are blind"


@pytest.mark.parametrize(
    "sentence",
    [
        "Myth: coffee raises blood pressure.",
        "It is a myth that coffee raises blood pressure.",
        "It is a myth that bulls hate red.",
    ],
)
def test_what_is_a_myth_may_open_with_any_noun(sentence: str) -> None:
    claim = only(sentence)
    assert claim.text in {"Coffee raises blood pressure.", "Bulls hate red."}
    assert (claim.polarity, claim.endorsed) == (Polarity.NEGATED, True)


def test_a_myth_that_denies_is_affirmed() -> None:
    claim = only("Myth 2: Bees do not see colours.")
    assert claim.polarity is Polarity.AFFIRMED


@pytest.mark.parametrize("label", ["Fact:", "Fact 3:", "The truth:", "Reality:"])
def test_a_label_that_calls_it_true_adds_nothing(label: str) -> None:
    claim = only(f"{label} Bees see colours.")
    assert (claim.text, claim.polarity) == ("Bees see colours.", Polarity.AFFIRMED)


@pytest.mark.parametrize(
    "sentence", ["Myths about bees are common.", "The myth of the queen bee is old."]
)
def test_a_myth_that_is_spoken_of_is_no_label(sentence: str) -> None:
    assert only(sentence).polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    "dateline", ["PARIS —", "PARIS, 4 May -", "NEW YORK (AP) –", "LONDON, 12 March (Reuters) -"]
)
def test_a_dateline_is_no_part_of_the_report(dateline: str) -> None:
    claim = only(f"{dateline} The museum closed its doors.")
    assert claim.text == "The museum closed its doors."
    assert claim.quote == "The museum closed its doors"


def test_a_name_in_capitals_before_a_dash_is_kept() -> None:
    found = claims("NATO – the alliance of 1949 – has its seat in Brussels.")
    assert all("NATO" in claim.text for claim in found)
