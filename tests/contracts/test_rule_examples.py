"""What the rules' pages show as examples is what the rules do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import api
from factcheck.settings import RULE_IDS, Settings

RULES = Path(__file__).parents[2] / "docs" / "reference" / "rules"
SILENT = "abstains"
ROW = re.compile(r"^\| (?P<a>[A-Z].+?) \| (?P<b>[A-Z].+?) \| (?P<stance>[a-z]+) \|$", re.M)


def examples() -> list[tuple[str, str, str, str]]:
    return [
        (rule, row["a"], row["b"], row["stance"])
        for rule in RULE_IDS
        for row in ROW.finditer((RULES / f"{rule}.md").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("rule", "a", "b", "stance"), examples())
def test_an_example_is_judged_as_its_page_says(rule: str, a: str, b: str, stance: str) -> None:
    judgement = api.judge_pair(a, b, Settings(select=(rule,), min_confidence=0.0))
    assert (judgement.stance.value if judgement else SILENT) == stance


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_page_shows_where_its_rule_speaks_and_where_it_does_not(rule: str) -> None:
    stances = [stance for name, _, _, stance in examples() if name == rule]
    assert SILENT in stances
    assert len(set(stances)) > 1
