"""The shape of exported reviews is what its page says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from reviewing.examples import ANN, BEN, CONFLICT, ROOT, desk, item

from factcheck.review.exchange import to_jsonl
from factcheck.review.transfer import Transfer

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "reviews.md"


def _documented(section: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    body = re.split(r"^## ", text, flags=re.M)
    part = next(one for one in body if one.startswith(f"{section}\n"))
    cells = re.findall(r"^\| (`.+?`) \|", part, re.M)
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


def test_every_key_is_documented_in_its_order(tmp_path: Path) -> None:
    found = desk(str(tmp_path / "reviews.db"), 1)
    for number, voter in enumerate((ANN, BEN)):
        found.vote(voter, f"vote-{number:04}", item(0).fingerprint, CONFLICT)
    text = to_jsonl(Transfer(found.database).dossiers(ROOT))
    head, finding, entry, _ = (json.loads(line) for line in text.splitlines())
    shapes = {
        "review": head,
        "finding": finding,
        "claim": finding["claims"][0],
        "pair": finding["pairs"][0],
        "entry": entry,
        "ballot": entry["ballot"],
    }
    for section, data in shapes.items():
        assert list(data) == _documented(section), section
