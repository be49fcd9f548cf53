"""Growth is measured in processes of their own, and what fails is told."""

from __future__ import annotations

from pathlib import Path

import growth
import record
import run
from record import Part


def test_both_ways_check_the_same_claims() -> None:
    (part,) = run.grown(Part(), [60])
    memory, parts = (one.row for one in part.rows)
    assert memory.name == "about 60 claims in memory"
    assert memory.against.split(";")[0] == parts.against.split(";")[0]
    for row in (memory, parts):
        time, beyond = row.points
        assert time.x == beyond.x > 40
        assert time.y > 0
    lines = record.lines_of(part.rows, "growth-time")
    assert set(lines) == {"in memory", "in parts"}


def test_a_size_that_fails_is_told_in_its_row(tmp_path: Path) -> None:
    row = growth._row("about 1 claim in memory", tmp_path / "nowhere.jsonl", "memory")
    assert row.figure == "did not finish"
    assert "nowhere.jsonl" in row.against
    assert row.points == ()
