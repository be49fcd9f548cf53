"""Abbreviations with their long forms, after Schwartz and Hearst (2003)."""

import string

import pytest
from effort import TWICE, lines
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
    ("We found a hazard ratio (HR 1.4 [not shown]).", ("HR", "hazard ratio")),
    ("Rain fell (odds ratio [OR] 2.1, in all).", ("OR", "odds ratio")),
    (
        "The bill fell to the loser (second generation network, 2GN).",
        ("2GN", "second generation network"),
    ),
    ("They built a third-generation network (3GN).", ("3GN", "third-generation network")),
    ("Their ambient pressure (P) fell.", ("P", "pressure")),
    ("Many small island states (SISs) signed.", ("SISs", "small island states")),
    ("They burn sulphur dioxide (SO2) there.", ("SO2", "sulphur dioxide")),
    (
        "We took the forced flow volume in 1 second (FFV(1)).",
        ("FFV(1)", "forced flow volume in 1 second"),
    ),
    ("The International Rowing Committee (CIR) met.", ("CIR", "International Rowing Committee")),
    ("It measures the outer pH (pHo) first.", ("pHo", "outer pH")),
    ("Each cell/rapid transit line (RTL) is new.", ("RTL", "rapid transit line")),
    ("The so-called “late onset model” (LOM) failed.", ("LOM", "late onset model")),
    ("The national rail office(NRO) paid.", ("NRO", "national rail office")),
    ("Samples went to the laboratory (lab) by van.", ("lab", "laboratory")),
    ("The trees have a mean stem height (msh) of 3 m.", ("msh", "mean stem height")),
    ("The central fire service (hereafter CFS) came.", ("CFS", "central fire service")),
    ("The Northern Fishing Union, or NFU, objects.", ("NFU", "Northern Fishing Union")),
    ("It lay beside S. Bruno parish hall (SBPH).", ("SBPH", "S. Bruno parish hall")),
]

REVERSED = [
    (
        "The IPA (International Phonetic Alphabet) has 107 letters.",
        ("IPA", "International Phonetic Alphabet"),
    ),
    ("Its RAM (random access memory) is small.", ("RAM", "random access memory")),
    ("A GPS device (Global Positioning System) helps.", ("GPS", "Global Positioning System")),
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
    "A pump (p) and a tank (t) stand there.",
    "The first sample (1 kg) was lost.",
    "The station (on) and the pier (to) lie apart.",
    "Tea, or coffee, is served.",
    "We took the ferry, or FAST, as they call it.",
    "Brackets that (close wrongly] end (CWE).",
]


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.short, one.long) for one in abbreviations(text))


@pytest.mark.parametrize(("text", "pair"), DEFINED)
def test_a_short_form_behind_its_long_form(text: str, pair: tuple[str, str]) -> None:
    assert pairs(text) == (pair,)


@pytest.mark.parametrize(("text", "pair"), REVERSED)
def test_a_long_form_behind_its_short_form(text: str, pair: tuple[str, str]) -> None:
    assert pairs(text) == (pair,)


@pytest.mark.parametrize("text", NOT_DEFINED)
def test_other_brackets_define_nothing(text: str) -> None:
    assert pairs(text) == ()


def test_several_definitions_come_in_order_and_once() -> None:
    text = (
        "The World Trade Organization (WTO) met. The International Labour Organization (ILO) did"
        " not. The World Trade Organization (WTO) will."
    )
    assert pairs(text) == (
        ("WTO", "World Trade Organization"),
        ("ILO", "International Labour Organization"),
    )


def test_the_long_form_is_the_shortest_that_spells_the_short_form() -> None:
    text = "The large and costly magnetic resonance imaging (MRI) scanner hums."
    assert pairs(text) == (("MRI", "magnetic resonance imaging"),)


def test_the_first_letter_starts_a_word() -> None:
    assert long_form("AB", "the cab") == (0, "")
    assert long_form("CT", "a computed tomography") == (2, "computed tomography")


def test_a_long_form_does_not_reach_into_an_earlier_sentence() -> None:
    assert pairs("She left Naples. All trains stopped (NATS).") == ()


@pytest.mark.parametrize(
    "text", ["GDP", "mRNA", "H2O", "NaCl", "U.S.", "TCP/IP", "p53A", "3D", "A", "lab", "V(T)", "NO"]
)
def test_what_can_be_a_short_form(text: str) -> None:
    assert is_short_form(text)


@pytest.mark.parametrize(
    "text", ["1932", "no", "a", "two lower", "1 kW", "three words here", "ABCDEFGHIJK", "—", "(X)"]
)
def test_what_cannot_be_a_short_form(text: str) -> None:
    assert not is_short_form(text)


# Without vowels, so that none happens to be a function word.
CONSONANTS = "".join(letter for letter in string.ascii_lowercase if letter not in "aeiouy")
WORDS = st.lists(st.text(alphabet=CONSONANTS, min_size=3, max_size=9), min_size=2, max_size=6)


@given(WORDS)
def test_initials_in_brackets_are_found(words: list[str]) -> None:
    short = "".join(word[0] for word in words).upper()
    found = pairs(f"We used a {' '.join(words)} ({short}) today.")
    if found:
        ((name, long),) = found
        assert name == short
        assert " ".join(words).endswith(long)
        assert long[0] == short[0].lower()
    else:
        assert short.lower() in words


@given(st.text(max_size=200))
def test_both_forms_stand_where_they_are_said_to(text: str) -> None:
    for one in abbreviations(text):
        assert text[one.short_start :].startswith(one.short)
        assert text[one.long_start :].startswith(one.long)


def test_places_are_exact_within_a_longer_text() -> None:
    text = "Today the “World Rail Bureau” ( WRB ) met."
    (one,) = abbreviations(text)
    assert (one.short_start, one.long_start) == (text.index("WRB"), text.index("World"))


@pytest.mark.parametrize(
    "piece", ["(", ")", "((", "word ", "A (", "(AB) ", ", or AB", "a(b)", "Ab cd (AC", "a, b; (x, "]
)
def test_the_work_grows_with_the_length_of_the_text(piece: str) -> None:
    def work(length: int) -> int:
        text, left_open = piece * (length // len(piece)), piece * (length // 3 // len(piece))
        return lines(lambda: (abbreviations(text), abbreviations(left_open + ")" * (length // 3))))

    assert work(3_000) <= TWICE * work(1_500)
