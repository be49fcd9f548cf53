"""Data frames hold what the tables hold, with the same columns in both libraries."""

from __future__ import annotations

import csv
import io
import sys
from typing import Any, get_args

import pandas
import polars
import pytest
from attrs import evolve

import factcheck as fc
from factcheck.api import Result
from factcheck.errors import ConfigurationError
from factcheck.model import Corpus, Run
from factcheck.reporting import render
from factcheck.reporting.frames import LibraryName
from factcheck.reporting.tables import TableName

TABLES: tuple[TableName, ...] = get_args(TableName)


def columns(frame: Any) -> dict[str, list[Any]]:
    if isinstance(frame, polars.DataFrame):
        return frame.to_dict(as_series=False)
    return {str(key): list(values) for key, values in frame.to_dict(orient="list").items()}


@pytest.mark.parametrize("table", TABLES)
def test_both_libraries_hold_the_table(run: Run, table: TableName) -> None:
    result = Result(run)
    frame, other = result.to_frame(table), result.to_frame(table, library="polars")
    assert isinstance(frame, pandas.DataFrame)
    assert isinstance(other, polars.DataFrame)
    assert columns(frame) == columns(other)
    rows = list(csv.DictReader(io.StringIO(render(run, f"csv-{table}"))))
    assert rows
    assert list(frame.columns) == list(rows[0])
    assert [str(value) for value in columns(frame)["id"]] == [row["id"] for row in rows]


def test_quotes_are_the_text_to_the_character(run: Run) -> None:
    frame = Result(run).to_frame("claims", library="polars")
    for name, start, end, quote in frame.select("document", "start", "end", "quote").rows():
        assert run.corpus.document(name).text[start:end] == quote


@pytest.mark.parametrize("table", TABLES)
def test_columns_have_their_types_without_rows_too(
    run: Run, empty_run: Run, table: TableName
) -> None:
    for library in ("pandas", "polars"):
        full, empty = (Result(each).to_frame(table, library=library) for each in (run, empty_run))
        assert len(empty) == 0
        if library == "pandas":
            assert full["id"].dtype == pandas.StringDtype("python")
        assert list(full.dtypes) == list(empty.dtypes)


def test_names_that_are_no_text_can_be_held(run: Run) -> None:
    odd = evolve(run.claims[0], source=evolve(run.claims[0].source, name="caf\udce9.txt"))
    result = Result(evolve(run, corpus=Corpus("", (odd.source,)), claims=(odd,)))
    for library in ("pandas", "polars"):
        frame = result.to_frame("claims", library=library)
        assert columns(frame)["document"] == ["caf\\udce9.txt"]


def test_hostile_words_stay_words(hostile_run: Run) -> None:
    for table in TABLES:
        assert len(Result(hostile_run).to_frame(table, library="polars")) > 0


@pytest.mark.parametrize("library", get_args(LibraryName))
def test_a_missing_library_names_its_extra(
    run: Run, library: LibraryName, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ConfigurationError, match=rf"pip install 'factcheck\[{library}\]'"):
        Result(run).to_frame("claims", library=library)


def test_what_does_not_exist_is_told(run: Run) -> None:
    with pytest.raises(ConfigurationError, match="'topics' is not allowed; there are claims, jud"):
        Result(run).to_frame("topics")  # type: ignore[call-overload]
    with pytest.raises(ConfigurationError, match="'dask' is not allowed; there are pandas, polars"):
        Result(run).to_frame("claims", library="dask")  # type: ignore[call-overload]


def test_a_checked_collection_becomes_a_frame() -> None:
    texts = ("The mill was built in 1784.", "The mill was built in 1812.")
    corpus = fc.Corpus(
        "", tuple(fc.read_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    )
    frame = fc.check(corpus).to_frame("disputes", library="polars")
    assert frame["side"].to_list() == ["A", "B"]
    assert frame["quote"].to_list() == [text.removesuffix(".") for text in texts]
