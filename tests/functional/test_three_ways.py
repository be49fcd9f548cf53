"""The library as its first users meet it: from Python, from a notebook, from the command line."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import factcheck as fc

REPOSITORY = Path(__file__).parents[2]

SNIPPET = """
import factcheck as fc
corpus = fc.read("corpus/ketamine")
result = fc.check(corpus)
for dispute in result.disputes:
    print(dispute.topic, dispute.explain())
    for claim in dispute.claims:
        assert claim.source.text[claim.start:claim.end] == claim.quote
result.report("report.html")
fc.verify("Ketamine has a low potential for abuse.", corpus)
"""


class Elements(HTMLParser):
    """The names of a page's elements and whatever they would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.loaded: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.loaded += [value or "" for name, value in attrs if name in ("src", "srcset", "data")]


@pytest.fixture
def beside_the_corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus").symlink_to(REPOSITORY / "corpus", target_is_directory=True)
    return tmp_path


def test_the_first_snippet_runs_as_it_stands(beside_the_corpus: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SNIPPET],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=beside_the_corpus,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()
    report = (beside_the_corpus / "report.html").read_text(encoding="utf-8")
    page = Elements(report)
    assert {"html", "title", "h1"} <= page.names
    assert page.loaded == []


def test_the_report_holds_what_the_result_holds(tmp_path: Path) -> None:
    result = fc.check(fc.read(REPOSITORY / "corpus" / "ketamine"))
    path = result.report(tmp_path / "report.md")
    report = path.read_text(encoding="utf-8")
    assert result.disputes
    for document in result.corpus:
        assert document.title in report
    for name in [one.id for one in result.disputes] + [one.id for one in result.agreements]:
        assert name in report
    assert report.index(result.disputes[0].id) < report.index(result.agreements[0].id)


def test_a_verdict_shows_both_sides() -> None:
    corpus = fc.read(REPOSITORY / "corpus" / "ketamine")
    found = fc.verify("Ketamine has a low potential for abuse.", corpus)
    assert found.verdict is fc.Verdict.DISPUTED
    for judgement in (*found.supporting, *found.opposing):
        claim = judgement.b
        assert claim.source.text[claim.start : claim.end] == claim.quote
    assert not {one.b.id for one in found.supporting} & {one.b.id for one in found.opposing}


@pytest.mark.parametrize("collection", ["ketamine", "lighthouse"])
def test_a_result_renders_in_a_notebook(collection: str) -> None:
    result = fc.check(fc.read(REPOSITORY / "corpus" / collection))
    html = result._repr_html_()
    page = Elements(html)
    assert not page.names & {"html", "body", "script", "link"}
    assert page.loaded == []
    assert f"{len(result.claims)} claims" in html
    assert all(sign in html for sign in "≠=")


def test_the_command_line_says_the_same_as_python(beside_the_corpus: Path) -> None:
    path = beside_the_corpus / "corpus" / "lighthouse"
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", str(path), "--format", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=beside_the_corpus,
    )
    assert done.returncode == 1
    written = fc.check(fc.read(path)).report(beside_the_corpus / "run.json")
    assert done.stdout == written.read_text(encoding="utf-8")
