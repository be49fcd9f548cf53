"""In whose name a sentence says what it says, and whether the source shares it."""

from __future__ import annotations

import pytest
from claim_reading import claims, last, only, saying

from factcheck.model import Certainty, Polarity


@pytest.mark.parametrize(
    ("sentence", "holder", "statement"),
    [
        ("The report states that wages fell.", "The report", "Wages fell."),
        ("Studies show that exercise lowers blood pressure.", "Studies", "Exercise lowers"),
        ("The farmer said the price rose.", "The farmer", "The price rose."),
        ("The company says profits are falling.", "The company", "Profits are falling."),
        (
            "According to the mayor, the tram costs four million euros.",
            "the mayor",
            "the tram costs",
        ),
        ("The court ruled that the contract was valid.", "The court", "The contract was valid."),
        ("The mayor said the bridge was safe.", "The mayor", "The bridge was safe."),
        ("Experts warn that the dam is weak.", "Experts", "The dam is weak."),
        ("The data suggest that the ice is thinning.", "The data", "The ice is thinning."),
        ("“The harvest was good,” the farmer said.", "the farmer", "The harvest was good."),
    ],
)
def test_what_somebody_says(sentence: str, holder: str, statement: str) -> None:
    claim = only(sentence)
    assert claim.attribution == holder
    assert claim.certainty is not Certainty.ASSERTED
    assert statement in claim.text
    assert claim.endorsed


def test_what_somebody_says_of_those_who_do_something() -> None:
    said = saying("Studies show that people who smoke are ill.", "are ill")
    assert (said.attribution, said.certainty) == ("Studies", Certainty.REPORTED)


def test_two_things_that_somebody_says() -> None:
    found = claims("Lind claims that the guests were rich and that the staff were poor.")
    assert [claim.text for claim in found] == ["The guests were rich.", "The staff were poor."]
    assert {claim.attribution for claim in found} == {"Lind"}


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Critics claim that the dam harms salmon.", "The dam harms salmon."),
        ("Some people believe that the lake is haunted.", "The lake is haunted."),
        ("Opponents argue that the tax hurts farmers.", "The tax hurts farmers."),
        ("The author argues that trade declined.", "Trade declined."),
        ("It used to be thought that the Moon had seas.", "The Moon had seas."),
        ("It was once believed that swallows slept in mud.", "Swallows slept in mud."),
        ("The comet was once thought to be a planet.", "planet"),
    ],
)
def test_a_position_only_reported_is_not_endorsed(sentence: str, statement: str) -> None:
    claim = saying(sentence, statement)
    assert not claim.endorsed
    assert claim.certainty is not Certainty.ASSERTED


@pytest.mark.parametrize(
    "sentence",
    [
        "In a novel of the time, the mill has a ghost.",
        "In an old comic play, it took two days to build the mill.",
        "In folklore, birds sleep in mud.",
        "A play about the region pretends that the mill opened in 1901.",
        "The legend says that the mill opened in 1901.",
        "A hoax of 1987 stated that the mill opened in 1901.",
        "Legend has it that the mill opened in 1901.",
        "An early draft, since withdrawn, stated that the mill opened in 1901.",
    ],
)
def test_what_is_told_in_fiction_is_not_endorsed(sentence: str) -> None:
    assert not only(sentence).endorsed


@pytest.mark.parametrize(
    "sentence",
    [
        "In the novel, the mill has a ghost.",
        "The novel was written in a week.",
        "The survey of 1987 stated that the mill opened in 1901.",
    ],
)
def test_what_is_told_of_fiction_or_by_others_is_endorsed(sentence: str) -> None:
    assert only(sentence).endorsed


def test_what_a_myth_is_of_may_begin_with_a_circumstance() -> None:
    claim = last("It is a myth that from bank to bank, the bridge measures 90 metres.")
    assert claim.polarity is Polarity.NEGATED or not claim.endorsed
    assert "bridge measures 90 metres" in claim.text


def test_a_position_only_reported_names_who_holds_it() -> None:
    claim = only("The author argues that trade declined.")
    assert claim.attribution == "The author"
    assert claim.certainty is Certainty.REPORTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Contrary to popular belief, ostriches do not bury their heads.",
        "Pluto, once considered a planet, was reclassified in 2006.",
        "Researchers found that lichens absorb nitrogen.",
        "The committee supports the plan.",
    ],
)
def test_what_the_source_holds_itself_is_endorsed(sentence: str) -> None:
    assert last(sentence).endorsed


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("It is not true that bats are blind.", "ats are blind"),
        ("The captain denied that the ship was overloaded.", "he ship was overloaded"),
        ("The opposition denies that crime fell.", "rime fell"),
        ("The minister did not say that the tax would rise.", "he tax would rise"),
        (
            "There is no evidence that magnets cure pain.",
            "agnets cure pain",
        ),
        ("No study shows that the crystal heals wounds.", "he crystal heals wounds"),
        ("Doctors do not believe that the tonic works.", "he tonic works"),
        ("There is no proof that the tonic is harmful.", "he tonic is harmful"),
    ],
)
def test_what_is_denied_by_its_frame_is_not_affirmed(sentence: str, statement: str) -> None:
    claim = saying(sentence, statement)
    assert claim.polarity is Polarity.NEGATED or not claim.endorsed
    assert not [change for change in claim.changes if not change.negated and claim.endorsed]


def test_what_nobody_doubts_is_affirmed() -> None:
    claim = saying("There is no doubt that the pier is unsafe.", "he pier is unsafe")
    assert claim.polarity is Polarity.AFFIRMED
    assert claim.endorsed


@pytest.mark.parametrize(
    ("sentence", "endorsed"),
    [
        ("Nobody has ever shown that the mill is old.", False),
        ("The survey has not shown that the mill is old.", True),
        ("Nobody denies that the mill is old.", True),
    ],
)
def test_what_nobody_has_shown_is_left_open(sentence: str, endorsed: bool) -> None:
    assert saying(sentence, "The mill is old.").endorsed is endorsed
