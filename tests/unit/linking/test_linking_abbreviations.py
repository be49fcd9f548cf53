"""Abbreviations with their long forms, after Schwartz and Hearst (2003)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.linking import abbreviations
from factcheck.linking.abbreviations import is_short_form, long_form

DEFINED = [
    (
        "Measured with a scanning electron microscope (SEM) in air.",
        ("SEM", "scanning electron microscope"),
    ),
    ("The European Central Bank (ECB) kept rates.", ("ECB", "European Central Bank")),
    (
        "It binds the N-methyl-D-aspartate receptor (NMDAR) first.",
        ("NMDAR", "N-methyl-D-aspartate receptor"),
    ),
    ("A liquid crystal display (LCD) is flat.", ("LCD", "liquid crystal display")),
    ("The sample held polyvinyl chloride (PVC).", ("PVC", "polyvinyl chloride")),
    ("Use secure shell (SSH) to log in.", ("SSH", "secure shell")),
    ("The gross domestic product (GDP; in 2010 prices) rose.", ("GDP", "gross domestic product")),
    (
        "Trains of the regional express network (“REN”) stop here.",
        ("REN", "regional express network"),
    ),
    (
        "Heat shock transcription factor 1 (HSF1) responds.",
        ("HSF1", "Heat shock transcription factor 1"),
    ),
]

REVERSED = [
    (
        "The IPA (International Phonetic Alphabet) has 107 letters.",
        ("IPA", "International Phonetic Alphabet"),
    ),
    ("Its RAM (random access memory) is small.", ("RAM", "random access memory")),
]

NOT_DEFINED = [
    "The bridge (1932) is made of steel.",
    "The bridge (see Figure 2) is made of steel.",
    "The composer (who was deaf) went on.",
    "It melts at 660 °C (1,220 °F).",
    "The capital (Lisbon) is old.",
    "The island (pop. 900) has a school.",
    "The river (in flood) rose.",
    "Nothing stands in brackets here.",
    "The sea rose (XQZ) again.",
    "Brackets (left open, SEM",
    "An empty pair () of brackets.",
]


@pytest.mark.parametrize(("text", "pair"), DEFINED)
def test_a_short_form_behind_its_long_form(text: str, pair: tuple[str, str]) -> None:
    assert abbreviations(text) == (pair,)


@pytest.mark.parametrize(("text", "pair"), REVERSED)
def test_a_long_form_behind_its_short_form(text: str, pair: tuple[str, str]) -> None:
    assert abbreviations(text) == (pair,)


@pytest.mark.parametrize("text", NOT_DEFINED)
def test_other_brackets_define_nothing(text: str) -> None:
    assert abbreviations(text) == ()


def test_several_definitions_come_in_order_and_once() -> None:
    text = (
        "The World Trade Organization (WTO) met. The International Labour Organization (ILO) did"
        " not. The World Trade Organization (WTO) will."
    )
    assert abbreviations(text) == (
        ("WTO", "World Trade Organization"),
        ("ILO", "International Labour Organization"),
    )


def test_the_long_form_is_the_shortest_that_spells_the_short_form() -> None:
    text = "The large and costly magnetic resonance imaging (MRI) scanner hums."
    assert abbreviations(text) == (("MRI", "magnetic resonance imaging"),)


def test_the_first_letter_starts_a_word() -> None:
    assert long_form("AB", "the cab") == ""
    assert long_form("CT", "computed tomography") == "computed tomography"


def test_a_long_form_does_not_reach_into_an_earlier_sentence() -> None:
    assert abbreviations("She left Naples. All trains stopped (NATS).") == ()


@pytest.mark.parametrize("text", ["GDP", "mRNA", "H2O", "NaCl", "U.S.", "TCP/IP", "p53A", "3D"])
def test_what_can_be_a_short_form(text: str) -> None:
    assert is_short_form(text)


@pytest.mark.parametrize(
    "text", ["1932", "A", "lower", "three words here", "ABCDEFGHIJK", "—", "(X)"]
)
def test_what_cannot_be_a_short_form(text: str) -> None:
    assert not is_short_form(text)


WORDS = st.lists(
    st.text(alphabet=string.ascii_lowercase, min_size=3, max_size=9), min_size=2, max_size=6
)


@given(WORDS)
def test_initials_in_brackets_are_found(words: list[str]) -> None:
    short = "".join(word[0] for word in words).upper()
    found = abbreviations(f"We used a {' '.join(words)} ({short}) today.")
    if found:
        ((name, long),) = found
        assert name == short
        assert " ".join(words).endswith(long)
        assert long[0] == short[0].lower()
    else:
        assert short.lower() in words


@given(st.text(max_size=200))
def test_a_long_form_always_spells_its_short_form(text: str) -> None:
    for short, long in abbreviations(text):
        assert long in text
        letters = iter(long.lower())
        assert all(c in letters for c in short.lower() if c.isalnum())
