"""No acknowledged decision is lost when programs are killed; see faults.py for many more times."""

from __future__ import annotations

import random
from pathlib import Path

from faults import at_work, kill_again_and_again, strike_again_and_again
from postgres_server import Server


def test_the_application_may_be_killed(tmp_path: Path) -> None:
    with at_work(tmp_path, str(tmp_path / "reviews.db")) as trial:
        assert kill_again_and_again(trial, 5, random.Random(5)) == []
    assert trial.faults() == []
    assert trial.ledger.acknowledged


def test_the_database_server_may_be_killed_and_connections_cut(
    postgres: Server, tmp_path: Path
) -> None:
    chance = random.Random(5)
    with at_work(tmp_path, postgres.fresh()) as trial:
        assert strike_again_and_again(trial, 2, chance, postgres.end_sessions) == []
        assert strike_again_and_again(trial, 2, chance, postgres.restart) == []
    assert trial.faults() == []
    assert trial.ledger.acknowledged
