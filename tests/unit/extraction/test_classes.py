"""The classes that a subject is put into, and the lists that a clause gives."""

from __future__ import annotations

import pytest
from claim_reading import only, wrong


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
        ("Anchor is a 1962 Danish ballet staged by Ida Holm.", ("danish", "ballet")),
        ("Anchor is a Danish ballet featuring Ida Holm.", ("danish", "ballet")),
        ("The Vasa was a 69 m Swedish warship.", ("swedish", "warship")),
    ],
)
def test_the_class_that_something_is_put_into(sentence: str, terms: tuple[str, ...]) -> None:
    assert [category.terms for category in only(sentence).categories] == [terms]


def test_classes_side_by_side_are_read_one_by_one() -> None:
    found = only("Ida Holm was a Danish poet, painter and sailor.").categories
    assert [one.terms for one in found] == [("danish", "poet"), ("painter",), ("sailor",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rail link is expensive.",
        "The pine is one of the oldest trees.",
        "The strait is narrow and shallow.",
        "Steel is heavier than wood.",
        "Diamond is harder than quartz.",
        pytest.param(
            "The mixture is lead-free.",
            marks=wrong("unknown adjectives with a hyphen are tagged as nouns"),
        ),
        "Logging is increasing erosion.",
        "There is no water on the asteroid.",
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


def test_a_list_that_is_said_to_be_complete() -> None:
    claim = only("The dye comes only from roots, bark or leaves.")
    assert [one.exhaustive for one in claim.items] == [True]


def test_one_thing_is_no_list() -> None:
    assert only("The lake contains arsenic.").items == ()


@pytest.mark.parametrize(
    ("sentence", "member"),
    [
        ("The kiosk takes vouchers only.", "voucher"),
        ("The kiosk only takes vouchers.", "voucher"),
        ("The islet can be reached only on foot.", "foot"),
        ("The islet can only be reached on foot.", "foot"),
        ("The kiosk does not only take vouchers.", ""),
        ("The kiosk takes vouchers.", ""),
        ("The bus costs only £3.", ""),
        ("The kiosk opened only in 1990.", ""),
    ],
)
def test_a_sole_member_is_said_to_be_all(sentence: str, member: str) -> None:
    found = [items for items in only(sentence).items if items.exhaustive]
    assert " ".join(term for items in found for one in items.members for term in one) == member


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Basalt is one of the rocks.", [("rock",)]),
        ("Basalt is one of the hardest rocks.", []),
        ("Basalt is one of many.", []),
    ],
)
def test_one_of_a_class_is_in_it(sentence: str, terms: list[tuple[str, ...]]) -> None:
    assert [category.terms for category in only(sentence).categories] == terms
