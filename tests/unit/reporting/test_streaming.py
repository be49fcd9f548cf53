"""Formats are written piece by piece, and nothing is lost where one cannot be written."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import Result
from factcheck.errors import ConfigurationError
from factcheck.model import Run
from factcheck.reporting import FORMATS, pieces, render
from factcheck.reporting.json import document
from factcheck.serialization import Entries

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='ab\n"\\ é'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=12,
)


def lazily(data: Any, entries: bool) -> Any:
    """Return ``data`` with its lists in a form that is gone through entry by entry."""
    if isinstance(data, dict):
        return {key: lazily(value, entries) for key, value in data.items()}
    if isinstance(data, list):
        return Entries(data, lambda value: value) if entries else iter(data)
    return data


@given(plain, st.booleans())
def test_json_in_pieces_is_that_of_the_standard_library(data: Any, entries: bool) -> None:
    whole = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    assert "".join(document(lazily(data, entries))) == whole


def test_a_list_is_made_entry_by_entry() -> None:
    made: list[int] = []

    def entry(number: int) -> int:
        made.append(number)
        return number

    written = document({"list": Entries(range(1000), entry)})
    for piece in written:
        if piece == "2":
            break
    assert made == [0, 1, 2]


@pytest.mark.parametrize("format", sorted({*FORMATS} - {"claimreview"}))
def test_pieces_are_of_the_same_text(run: Run, empty_run: Run, format: str) -> None:
    for each in (run, empty_run):
        found = list(pieces(each, format, date="2026-11-22"))
        assert "".join(found) == render(each, format, date="2026-11-22")


@pytest.mark.parametrize("format", ["jsonl", "json", "csv-judgements", "annotations", "provenance"])
def test_a_large_run_is_never_held_as_text(run: Run, format: str, tmp_path: Path) -> None:
    large = evolve(run, judgements=run.judgements * 1000, disputes=run.disputes * 1000)
    file = tmp_path / "run"
    Result(run).report(file, format)
    tracemalloc.start()
    Result(large).report(file, format)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < file.stat().st_size / 2


def test_what_cannot_be_written_leaves_the_file_as_it_was(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "reviews.jsonld"
    file.write_text("kept", encoding="utf-8")
    for format, options in (
        ("claimreview", {}),
        ("annotations", {"date": "yesterday"}),
        ("json", {}),
    ):
        odd = evolve(run, settings={"object": object()}) if format == "json" else run
        with pytest.raises(ConfigurationError):
            pieces(odd, format, **options)
    with pytest.raises(ConfigurationError):
        Result(run).report(file, "claimreview")
    assert file.read_text(encoding="utf-8") == "kept"


def test_pieces_are_no_smaller_than_a_write_is_worth(run: Run) -> None:
    some: Iterator[str] = pieces(run, "html")
    *full, last = (len(piece) for piece in some)
    assert all(size >= 1 << 16 for size in full)
    assert last >= 0
