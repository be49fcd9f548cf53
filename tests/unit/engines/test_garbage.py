"""Rings are looked for rarely during runs, and as before after the last of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from factcheck.engines.garbage import VALUES, making_no_rings, rarely_collecting


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_rings_are_looked_for_rarely_and_then_as_before() -> None:
    with rarely_collecting():
        assert gc.get_threshold() == (VALUES, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_of_runs_side_by_side_the_last_to_end_restores() -> None:
    one, other = rarely_collecting(), rarely_collecting()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold() == (VALUES, 10, 10)
    other.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


def test_a_run_that_fails_restores_too() -> None:
    with pytest.raises(ZeroDivisionError), rarely_collecting():
        raise ZeroDivisionError
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("often", [0, 10 * VALUES])
def test_who_wants_it_rarer_or_not_at_all_has_it_so(often: int) -> None:
    gc.set_threshold(often, 10, 10)
    with rarely_collecting():
        assert gc.get_threshold() == (often, 10, 10)


def test_what_holds_no_rings_is_not_gone_through() -> None:
    searches: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        searches.append(phase)

    gc.callbacks.append(note)
    try:
        with making_no_rings():
            held = [[number] for number in range(5000)]
        assert not searches
    finally:
        gc.callbacks.remove(note)
    assert gc.isenabled()
    assert gc.is_tracked(held)
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("frozen", [False, True])
def test_who_looks_for_no_rings_or_keeps_values_aside_goes_on_so(frozen: bool) -> None:
    gc.disable()
    try:
        if frozen:
            gc.freeze()
        with making_no_rings():
            pass
        assert not gc.isenabled()
        assert bool(gc.get_freeze_count()) is frozen
    finally:
        gc.unfreeze()
        gc.enable()
