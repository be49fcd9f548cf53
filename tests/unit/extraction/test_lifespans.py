"""Brackets with the dates of what is named before them."""

import pytest
from claim_reading import claims

BIRTH, DEATH = "event:birth", "event:death"


def dates(sentence: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Subject, date and first event of every lifespan."""
    return [
        (claim.subject.terms, value.text, value.attribute[1])
        for claim in claims(sentence)
        if claim.subject and claim.quote.endswith(")")
        for value in claim.values
        if value.attribute[1:]
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Ada Lind (3 May 1802 – 9 June 1871) was a Norwegian painter.",
            [("3 May 1802 – 9 June 1871", BIRTH), ("3 May 1802 – 9 June 1871", DEATH)],
        ),
        ("Ada Lind (1802–1871) was a painter.", [("1802–1871", BIRTH), ("1802–1871", DEATH)]),
        ("Ada Lind (born 3 May 1802) is a painter.", [("3 May 1802", BIRTH)]),
        ("Ada Lind (b. 1802) is a painter.", [("1802", BIRTH)]),
        ("Ada Lind (died 9 June 1871) was a painter.", [("9 June 1871", DEATH)]),
        (
            "Ada Lind (AH-da LIND; born Ada Maria Vik; 3 May 1802) is a painter.",
            [("3 May 1802", BIRTH)],
        ),
        (
            "Ada Lind, the elder, (3 May 1802 -- 9 June 1871) was a painter.",
            [],
        ),
    ],
)
def test_the_dates_of_a_name(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(text, event) for _, text, event in dates(sentence)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "She played for the Rovers (1940–1943) and later for United.",
        "The old mill (built in 1850) is a ruin.",
        "The novel Norden (1931) is by Ada Lind.",
        "Lind (2004) found that larks sing early.",
        "The pass (820 m above sea level in 1990) is closed.",
    ],
)
def test_what_is_no_lifespan(sentence: str) -> None:
    assert dates(sentence) == []


def test_the_sentence_is_read_as_if_the_bracket_were_not_there() -> None:
    bare = claims("Ada Lind, known as Vik, was a painter.")
    dated = claims("Ada Lind (3 May 1802 – 9 June 1871), known as Vik, was a painter.")
    assert [claim.text for claim in dated if not claim.values] == [claim.text for claim in bare]


def test_the_claim_is_the_name_with_its_bracket() -> None:
    found = claims("The painter Ada Lind (3 May 1802 – 9 June 1871) lived in Oslo.")
    assert "Ada Lind (3 May 1802 – 9 June 1871)" in [claim.quote for claim in found]
