"""``report --format claimreview``: only with adjudications, and a file for every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import factcheck as fc
from factcheck.cli import main

TEXTS = ("The harbour bridge was opened in 1932.\n", "The harbour bridge was opened in 1951.\n")


@pytest.fixture(autouse=True)
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A folder of two documents that disagree, and what a person decided."""
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    for number, text in enumerate(TEXTS):
        Path(f"docs/{number}.txt").write_text(text, encoding="utf-8")
    (dispute,) = fc.check(fc.read("docs")).disputes
    return {
        "finding": dispute.fingerprint,
        "decision": "true_conflict",
        "author": {"name": "A. Reader"},
        "date": "2026-03-31",
        "url": "https://example.org/bridge",
        "ratings": [{"claim": dispute.claims[0].fingerprint, "rating": "wrong"}],
    }


def report(*options: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, ["report", "docs", *options], input=stdin)


def test_what_a_person_rated_is_written(line: dict[str, object]) -> None:
    other = {**line, "finding": "fp-0000000000000000"}
    Path("a.jsonl").write_text(f"{json.dumps(line)}\n{json.dumps(other)}\n", encoding="utf-8")
    done = report("-f", "claimreview", "--adjudications", "a.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "warning: a.jsonl: the finding fp-0000000000000000 is not in this run" in done.stderr
    assert "report.claimreview.jsonld" in done.stderr
    (review,) = json.loads(Path("report.claimreview.jsonld").read_text(encoding="utf-8"))
    assert review["@type"] == "ClaimReview"
    assert review["url"] == "https://example.org/bridge"
    named = report("-o", "b.claimreview.jsonld", "--adjudications", "-", stdin=json.dumps(line))
    assert named.exit_code == 0
    assert json.loads(Path("b.claimreview.jsonld").read_text(encoding="utf-8")) == [review]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-f", "claimreview"], "name their decisions with --adjudications FILE"),
        (["--adjudications", "a.jsonl"], "is for --format claimreview, not html"),
        (["-f", "claimreview", "--adjudications", "none.jsonl"], "none.jsonl: No such file"),
        (["-f", "claimreview", "--adjudications", "a.jsonl"], "a.jsonl, line 2: is not JSON"),
    ],
)
def test_what_is_missing_or_wrong_is_told(options: list[str], message: str) -> None:
    Path("a.jsonl").write_text("\nno JSON", encoding="utf-8")
    done = report(*options)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not list(Path().glob("report.*"))


def test_a_file_is_named_after_its_format() -> None:
    for format, name in (
        ("json", "report.json"),
        ("markdown", "report.md"),
        ("annotations", "report.annotations.jsonld"),
        ("csl", "report.csl.json"),
    ):
        assert report("-f", format).exit_code == 0
        assert Path(name).exists()
    assert report("-o", "sources.csl.json").exit_code == 0
    csl = Path("report.csl.json").read_text(encoding="utf-8")
    assert Path("sources.csl.json").read_text(encoding="utf-8") == csl
