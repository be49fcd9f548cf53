"""Tables, read back by the csv module and by pandas."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Result, check, read
from factcheck.model import Run
from factcheck.reporting import render
from factcheck.reporting.csv import _guarded

CORPUS = Path(__file__).parents[3] / "corpus"
REFERENCE = Path(__file__).parents[3] / "docs" / "reference"
TABLES = ("claims", "judgements", "disputes")


@pytest.fixture(scope="module")
def tramway() -> Result:
    return check(read(CORPUS / "tramway"))


def plain(cell: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from working a cell out."""
    return cell[1:] if cell.startswith("'") else cell


def rows(run: Run, table: str) -> list[dict[str, str]]:
    text = render(run, f"csv-{table}")
    lines = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: plain(cell) for name, cell in line.items()} for line in lines]


def frame(run: Run, table: str) -> Any:
    data = io.BytesIO(render(run, f"csv-{table}").encode("utf-8"))
    return pandas.read_csv(data, keep_default_na=False, dtype=str)


def test_the_claims_are_those_of_the_run(run: Run, tramway: Result) -> None:
    for each in (run, tramway.run):
        data = json.loads(render(each, "json"))["claims"]
        found = rows(each, "claims")
        assert len(found) == len(data)
        for row, claim in zip(found, data, strict=True):
            for key in ("id", "document", "quote", "text", "kind", "polarity", "attribution"):
                assert row[key] == claim[key]
            text = each.corpus.document(row["document"]).text
            assert text[int(row["start"]) : int(row["end"])] == row["quote"]
            line = text.split("\n")[int(row["line"]) - 1]
            assert line[int(row["column"]) - 1 :].startswith(row["quote"].split("\n")[0])


def test_judgements_point_at_claims(tramway: Result) -> None:
    claims = {row["id"]: row for row in rows(tramway.run, "claims")}
    found = rows(tramway.run, "judgements")
    assert len(found) == len(tramway.judgements)
    for row, judgement in zip(found, tramway.judgements, strict=True):
        assert (row["stance"], row["rule"]) == (judgement.stance, judgement.rule)
        assert float(row["confidence"]) == pytest.approx(judgement.confidence, abs=1e-4)
        for side in "ab":
            assert claims[row[side]]["quote"] == row[f"{side}_quote"]
            assert row[f"{side}_evidence"]


def test_disputes_have_a_line_for_each_claim_of_each_side(tramway: Result) -> None:
    found = rows(tramway.run, "disputes")
    every = tramway.disputes + tramway.qualifications
    assert len(found) == sum(len(dispute.claims) for dispute in every)
    told = {(row["id"], row["side"], row["claim"]) for row in found}
    assert told == {
        (dispute.id, side.letter, claim.id)
        for dispute in every
        for side in dispute.positions
        for claim in side.claims
    }
    linked = {row["id"]: row["findings"].split() for row in rows(tramway.run, "claims")}
    assert all(row["id"] in linked[row["claim"]] for row in found)


@pytest.mark.parametrize("table", TABLES)
def test_pandas_reads_what_the_csv_module_reads(
    run: Run, hostile_run: Run, empty_run: Run, tramway: Result, table: str
) -> None:
    for each in (run, hostile_run, empty_run, tramway.run):
        read_back = frame(each, table).map(plain)
        assert read_back.to_dict("records") == rows(each, table)


@pytest.mark.parametrize("table", TABLES)
def test_lines_end_and_cells_are_quoted_as_rfc_4180_has_it(run: Run, table: str) -> None:
    text = render(run, f"csv-{table}")
    assert text.endswith("\r\n")
    assert not text.startswith("\ufeff")
    again = io.StringIO(newline="")
    csv.writer(again, strict=True).writerows(csv.reader(io.StringIO(text, newline="")))
    assert again.getvalue() == text


@settings(deadline=None)
@given(st.text(st.sampled_from("=+-@'\t\r\n\x00 ,;\"a1|"), max_size=6))
def test_no_cell_is_a_formula_and_none_is_lost(text: str) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow([_guarded(text), "end"])
    ((cell, end),) = csv.reader(io.StringIO(buffer.getvalue(), newline=""))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert (plain(cell), end) == (text, "end")


def test_formulas_in_sources_are_guarded(run: Run) -> None:
    side = evolve(run.disputes[0].positions[0], label='=HYPERLINK("http://evil.example")')
    sides = (side, run.disputes[0].positions[1])
    odd = evolve(run, disputes=(evolve(run.disputes[0], positions=sides),))
    assert '"\'=HYPERLINK(""http://evil.example"")"' in render(odd, "csv-disputes")
    assert rows(odd, "disputes")[0]["answer"] == side.label


def test_every_column_is_documented(run: Run) -> None:
    page = (REFERENCE / "formats.md").read_text(encoding="utf-8")
    for table in TABLES:
        section = page.split(f"### `csv-{table}`", 1)[1].split("\n## ", 1)[0].split("\n### ", 1)[0]
        for column in render(run, f"csv-{table}").split("\r\n", 1)[0].split(","):
            assert f"`{column}`" in section, (table, column)
