"""Measurements are kept, part by part, and the page is drawn from them."""

from __future__ import annotations

import sys
from pathlib import Path

import guard
import pytest
import record
import run
from attrs import evolve
from measuring import Point, Row
from record import Chapter, Part, Plot, Recorded

SQUARES = tuple(
    Row(f"{n} claims", "1 s", "nothing", (Point("growth", "ours", n, n * n / 100),))
    for n in (10, 100, 1000)
)
CHAPTERS = {
    "small": Chapter("Small"),
    "growth": Chapter("Growth", {"growth": Plot("Time by claims", "claims", "seconds")}),
}


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    parts = {
        "growth": Part().with_rows(SQUARES),
        "small": Part().with_rows([Row("a", "2 ×", "b", ratio=2.0)]),
        "gone": Part(missing="left out: no such package"),
    }
    file = tmp_path / "recorded.json"
    assert record.load(file) == {}
    record.save(parts, file)
    assert record.load(file) == parts


def test_a_size_measured_again_replaces_that_size_only() -> None:
    part = Part().with_rows(SQUARES)
    again = Row("100 claims", "2 s", "nothing")
    kept = part.with_rows([again], keep=True)
    assert [one.row for one in kept.rows] == [SQUARES[0], again, SQUARES[2]]
    assert [one.row for one in part.with_rows([again]).rows] == [again]


def test_the_page_shows_what_is_known_and_what_was_left_out() -> None:
    parts = {"growth": Part().with_rows(SQUARES), "small": Part(missing="left out: no package")}
    told = record.page(CHAPTERS, parts)
    assert "### Small\n\nLeft out: no package." in told
    assert "| seconds grow with the power | 2.00 | ours |" in told
    assert told.index("### Small") < told.index("### Growth")
    assert "(../images/growth.svg)" in told
    assert "### Small" not in record.page(CHAPTERS, {"growth": parts["growth"]})
    assert [name for name, _ in record.plots(CHAPTERS, parts)] == ["growth"]
    assert list(record.plots(CHAPTERS, {})) == []


def test_all_days_and_versions_of_a_table_are_told() -> None:
    part = Part().with_rows(SQUARES[:1])
    old = Recorded(SQUARES[1], "0.0.9", "2020-01-31")
    told = record.page(CHAPTERS, {"growth": evolve(part, rows=(old, *part.rows))})
    assert "Measured with version 0.0.9 on 2020-01-31 and version" in told


def test_a_part_without_its_package_keeps_what_was_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    before = Part().with_rows(SQUARES[:1])
    assert list(run.measured("extraction", before, ())) == [before]
    (part,) = run.measured("extraction", Part(), ())
    assert "spacy is not installed" in part.missing
    assert capsys.readouterr().err.count("spacy is not installed") == 2


def test_the_record_in_the_repository_is_what_the_page_shows() -> None:
    parts = record.load()
    assert record.page(run.PARTS, parts) in run.PAGE.read_text(encoding="utf-8")
    for name, drawn in record.plots(run.PARTS, parts):
        assert (run.IMAGES / f"{name}.svg").read_text(encoding="utf-8") == drawn


def test_a_check_that_costs_a_fifth_more_is_warned_of() -> None:
    parts = {"guard": Part().with_rows([Row("a", "", "", ratio=100.0), Row("b", "", "")])}
    before = guard.recorded(parts)
    assert before == {"a": 100.0}
    assert guard.recorded({}) == {}
    now = [Row("a", "", "", ratio=119.0), Row("new", "", "", ratio=900.0)]
    assert list(guard.warnings(now, before)) == []
    (line,) = guard.warnings([Row("a", "", "", ratio=130.0)], before)
    assert line == "warning: a costs 130 ×, 30% more than 100 ×"
