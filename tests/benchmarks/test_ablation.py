"""What a second opinion adds is kept, and the page is drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import ablation
import pytest
import second_opinion
from ablation import ALONE, BOTH, RULES, Ablation, Set

from factcheck.evaluation.judges import JudgeFigures
from factcheck.model import Stance


def figures(judge: str, right: int, known: int, listed: int) -> tuple[JudgeFigures, ...]:
    share = right / known if known else 0.0
    return tuple(
        JudgeFigures(judge, stance, known, known, right, share, listed, right / listed)
        for stance in (Stance.CONTRADICTS, Stance.AGREES)
    )


def measured(
    rules: tuple[int, int], both: tuple[int, int], checked: Mapping[str, Mapping[str, str]] = {}
) -> Set:
    told = {RULES: rules, ALONE: (10, 40), BOTH: both}
    of_all = tuple(one for judge, (a, b) in told.items() for one in figures(judge, a, b, 20))
    return Set(100, of_all, {RULES: 1.0, BOTH: 2.5}, 7, checked)


EVERYTHING = Ablation(
    "nli:own@0",
    98.7,
    {
        "more": measured((4, 4), (6, 6)),
        "wrong": measured((4, 4), (6, 7)),
        "fewer": measured((4, 4), (5, 5)),
        "none": measured((0, 0), (0, 0)),
        "town": measured((4, 5), (6, 8), {RULES: {"verify": "1/2"}, BOTH: {"verify": "2/2"}}),
    },
)


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "opinions.json"
    ablation.save(EVERYTHING, file)
    assert ablation.load(file) == EVERYTHING


@pytest.mark.parametrize(
    ("name", "helped"),
    [("more", True), ("wrong", False), ("fewer", False), ("none", False), ("town", True)],
)
def test_a_judge_helps_where_it_finds_more_and_is_right(name: str, helped: bool) -> None:
    assert EVERYTHING.sets[name].helped is helped


def test_the_page_says_where_it_helps_and_where_not() -> None:
    told = ablation.page(EVERYTHING)
    assert "on more, town; not on wrong, fewer, none." in told
    assert "| more | 100 | 1.00 / 0.20 (4 of 4) | 0.25 / 0.50 (10 of 40) |" in told
    assert "| none | 100 | – / 0.00 |" in told
    assert "| town | rules |" in told
    assert "1.0 s | 2.5 s |" in told


def test_the_record_in_the_repository_is_what_the_page_shows() -> None:
    text = second_opinion.PAGE.read_text(encoding="utf-8")
    shown = text.partition(second_opinion.BEGIN)[2].partition(second_opinion.END)[0].strip()
    assert shown == (ablation.page(ablation.load()) if ablation.FILE.exists() else "")
