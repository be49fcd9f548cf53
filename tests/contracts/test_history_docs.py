"""The pages on baselines, differences and explanations name every key of their schemas."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", ["baseline", "diff", "explanation"])
def test_every_key_is_documented_in_its_order(name: str) -> None:
    schema = json.loads((REFERENCE / f"{name}.schema.json").read_text(encoding="utf-8"))
    page = (REFERENCE / f"{name}.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    for part, described in {name: schema, **schema["$defs"]}.items():
        if "properties" in described:
            keys = re.findall(r"^\| `([a-z_]+)` \|", sections[part], re.M)
            assert keys == list(described["properties"]), part
