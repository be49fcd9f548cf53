"""What the docs show as examples of judgements is what the rules do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import api
from factcheck.settings import RULE_IDS, Settings

DOCS = Path(__file__).parents[2] / "docs"
SILENT = "abstains"
ROW = re.compile(r"^\| (?P<a>[A-Z].+?) \| (?P<b>[A-Z].+?) \| (?P<stance>[a-z]+) \|$", re.M)


def examples(page: str) -> list[tuple[str, str, str]]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return [(row["a"], row["b"], row["stance"]) for row in ROW.finditer(text)]


def rule_examples() -> list[tuple[str, str, str, str]]:
    return [
        (rule, *example) for rule in RULE_IDS for example in examples(f"reference/rules/{rule}.md")
    ]


def stance_of(a: str, b: str, settings: Settings) -> str:
    judgement = api.judge_pair(a, b, settings)
    return judgement.stance.value if judgement else SILENT


@pytest.mark.parametrize(("rule", "a", "b", "stance"), rule_examples())
def test_a_rule_judges_as_its_page_says(rule: str, a: str, b: str, stance: str) -> None:
    assert stance_of(a, b, Settings(select=(rule,))) == stance


@pytest.mark.parametrize(("a", "b", "stance"), examples("explanation/false-alarms.md"))
def test_the_guards_do_as_their_page_says(a: str, b: str, stance: str) -> None:
    assert stance_of(a, b, Settings()) == stance


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_page_shows_where_its_rule_speaks_and_where_it_does_not(rule: str) -> None:
    stances = [stance for _, _, stance in examples(f"reference/rules/{rule}.md")]
    assert SILENT in stances
    assert len(set(stances)) > 1
