"""Parts with sizes are measured size by size, and what fails is told."""

from __future__ import annotations

from pathlib import Path

import growth
import record
import run
from record import Part


def test_both_ways_check_the_same_claims() -> None:
    (part,) = run.measured("growth", Part(), [60])
    memory, parts = (one.row for one in part.rows)
    assert memory.name == "about 60 claims in memory"
    assert memory.against.split(";")[0] == parts.against.split(";")[0]
    for row in (memory, parts):
        time, beyond = row.points
        assert time.x == beyond.x > 40
        assert time.y > 0
    lines = record.lines_of(part.rows, "growth-time")
    assert set(lines) == {"in memory", "in parts"}


def test_a_check_after_an_edit_is_a_share_of_a_whole_one() -> None:
    first, both = run.measured("incremental", Part(), [60, 100])
    assert len(first.rows) == 1
    (_, row) = (one.row for one in both.rows)
    assert row.name == "one document of 3 changed"
    whole, again = row.points
    assert row.figure == f"{again.y / whole.y:.1%}"


def test_what_choosing_loses_is_a_share_of_what_judging_finds() -> None:
    (part,) = run.measured("choosing", Part(), [200])
    chosen, contradictions, agreements = (one.row for one in part.rows)
    assert float(chosen.figure.split()[0]) > 0
    for row in (contradictions, agreements):
        assert int(row.against.split()[0]) > 10
        # No claim of so few has more candidates than it may keep.
        assert 0 <= float(row.figure.rstrip("%")) < 10


def test_a_size_that_fails_is_told_in_its_row(tmp_path: Path) -> None:
    row = growth._row("about 1 claim in memory", tmp_path / "nowhere.jsonl", "memory")
    assert row.figure == "did not finish"
    assert "nowhere.jsonl" in row.against
    assert row.points == ()
