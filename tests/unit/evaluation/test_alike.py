from __future__ import annotations

from factcheck.evaluation.alike import AlikeSet


def near(a: int, b: int) -> bool:
    return abs(a - b) < 3


def test_a_member_is_shared_with_one_that_is_alike() -> None:
    assert AlikeSet([10, 20], near) & frozenset([12, 40]) == {10}


def test_each_of_the_others_serves_once() -> None:
    assert AlikeSet([10, 11], near) & frozenset([12]) == {10}
    assert AlikeSet([10, 11], near) & frozenset([12, 13]) == {10, 11}


def test_it_has_its_members_like_any_set() -> None:
    assert len(AlikeSet([1, 2, 2], near)) == 2
    assert AlikeSet([1], near) & frozenset() == frozenset()
