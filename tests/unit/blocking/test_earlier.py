"""Which claims are asked again follows from what came, went, or tells more or less."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.blocking import Index, Keys, Traits, asked, index

STORY = ("mill orne", "weir orne", "ferry noon", "tower orne stone", "ferry price")


def made(*claims: str, weights: Mapping[str, float] | None = None) -> Index:
    """Return the index of claims, each of a document of its own, given their keys."""
    traits = [
        Traits(number, number, 0, 9, hash(keys), tuple(sorted(keys.split())), (0, 0, 0, 0))
        for number, keys in enumerate(claims)
    ]
    return Index.of(traits, weights or {}, within_documents=False)


def again(before: Index, after: Index, *was: int) -> set[int]:
    return asked(Keys.of(before), after, was or range(len(before.ids)))


def test_where_nothing_changed_nobody_is_asked() -> None:
    assert again(made(*STORY), made(*STORY)) == set()


@pytest.mark.parametrize(
    ("came", "meets"),
    [("noon sun", {2, 5}), ("orne", {0, 1, 3, 5}), ("glass", {5}), ("price mill", {0, 4, 5})],
)
def test_who_meets_what_came_is_asked(came: str, meets: set[int]) -> None:
    assert again(made(*STORY), made(*STORY, came), 0, 1, 2, 3, 4, -1) == meets


def test_who_met_what_went_is_asked() -> None:
    assert again(made(*STORY), made(*STORY[:4]), 0, 1, 2, 3) == {2}


def test_who_has_what_tells_less_is_asked() -> None:
    assert again(made(*STORY), made(*STORY, weights={"ferry": 0.7})) == {2, 4}


def test_what_is_common_brings_together_those_that_share_another_such_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "COMMON", 2)
    weights = dict.fromkeys(("orne", "mill", "salt"), 0.2)
    story = ("orne mill", "orne mill", "orne mill", "orne salt", "orne salt", "orne salt", "orne")
    before = made(*story, weights=weights)
    after = made(*story, "orne salt", weights=weights)
    assert again(before, after, *range(7), -1) == {3, 4, 5, 7}


def test_who_becomes_common_is_asked_and_so_is_who_shares_a_pair_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "COMMON", 2)
    weights = dict.fromkeys(("orne", "salt"), 0.2)
    story = ("orne salt", "orne salt", "orne", "glass")
    before = made(*story, weights=weights)
    after = made(*story, "salt", weights=weights)
    assert again(before, after, 0, 1, 2, 3, -1) == {0, 1, 4}


def test_what_stands_elsewhere_among_the_others_is_asked_with_those_that_meet_it() -> None:
    before, after = made(*STORY), made(STORY[1], STORY[0], *STORY[2:])
    assert again(before, after, 1, 0, 2, 3, 4) == {0, 1, 3}


def test_what_is_common_and_telling_brings_together_all_that_have_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "COMMON", 2)
    assert again(made(*STORY), made(*STORY, "orne"), 0, 1, 2, 3, 4, -1) == {0, 1, 3, 5}


def test_who_stands_at_other_pairs_now_is_met_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "COMMON", 2)
    keys = "a b c d e f z"
    weights = {key: (20 - place) / 100 for place, key in enumerate(keys.split())}
    story = (keys, keys, keys, "b z", "c d", "glass")
    before, after = (made(*story, weights=weights | {"a": weight}) for weight in (0.2, 0.01))
    assert again(before, after) == {0, 1, 2, 3}
