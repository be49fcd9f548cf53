"""Places in an order that a clause gives its subject."""

import pytest
from claim_reading import claims


def ranks(sentence: str) -> list[tuple[float, tuple[str, ...]]]:
    return [
        (value.interval.low, value.attribute[1:])
        for claim in claims(sentence)
        for value in claim.values
        if value.attribute[:1] == ("rank",)
    ]


@pytest.mark.parametrize(
    ("sentence", "place", "of"),
    [
        ("Beck was the 19th mayor of Vik.", 19, 1),
        ("Beck served as the fourth mayor of Vik.", 4, 1),
        ("Vik is the largest port of the island.", 1, 2),
        ("Vik is the second largest port of the island.", 2, 2),
        ("The film is the third-highest-grossing film of the year.", 3, 2),
        ("Vik is the second most populous town of the island.", 2, 2),
        ("Vik, the largest port of the island, has a fort.", 1, 2),
    ],
)
def test_a_rank(sentence: str, place: int, of: int) -> None:
    ((found, ordered),) = ranks(sentence)
    assert found == place
    assert len(ordered) == of


@pytest.mark.parametrize(
    "sentence",
    [
        "Beck was the first mayor to live in Vik.",
        "Beck was the first mayor who kept a dog.",
        "Vik is one of the largest ports of the island.",
        "Vik is a large port.",
        "Beck visited the largest port of the island.",
        "Beck was the honest mayor of Vik.",
    ],
)
def test_no_rank(sentence: str) -> None:
    assert ranks(sentence) == []
