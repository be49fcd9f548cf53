"""The comment on a pull request, read by a Markdown parser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from test_markdown_writer import Reader

from factcheck import check, read
from factcheck.model import Run, Unread
from factcheck.reporting import render
from factcheck.reporting.comment import LIMIT, mark, shown, write
from factcheck.reporting.wording import clean

CORPUS = Path(__file__).parents[3] / "corpus"


def rendered(markdown: str) -> Reader:
    return Reader(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown))


def test_it_opens_with_its_mark_and_the_counts(run: Run) -> None:
    lines = render(run, "comment", folder="docs").splitlines()
    assert lines[0] == "<!-- factcheck: docs -->"
    assert lines[2] == "### Consistency of 3 documents in docs"
    assert lines[4] == "**1 dispute ≠ · 1 qualification ~ · 2 agreements = · 11 claims**"
    assert "- scans/plan.pdf: no reader for .pdf files" in lines


def test_the_table_has_a_row_a_finding_and_the_rest_folds(run: Run) -> None:
    text = render(run, "comment")
    page = rendered(text)
    assert {"table", "details", "summary", "blockquote", "strong"} <= page.tags
    assert text.count("<details>") == text.count("</details>") == 2
    assert (
        "| ≠&nbsp;1 | Deck repair: how long? | **A** about four months (gazette.txt:3)<br>"
        "**B** two years (survey.txt:1) | .91 |"
    ) in text
    assert "> gazette.txt:3: “Repairs to the deck took **about four months**.”" in text
    assert "Left out here" not in text


def test_a_run_without_findings_says_so(empty_run: Run) -> None:
    text = render(empty_run, "comment")
    assert "No source was found to contradict another." in text
    assert "| question |" not in text


@pytest.fixture(scope="module")
def lighthouse() -> Run:
    return check(read(CORPUS / "lighthouse")).run


@pytest.mark.parametrize("limit", [2_500, 4_000, 6_000, 9_000, LIMIT])
def test_it_keeps_to_the_limit_and_says_what_it_left_out(lighthouse: Run, limit: int) -> None:
    run = lighthouse
    found = len(run.disputes) + len(run.qualifications)
    text = "".join(write(run, "corpus/lighthouse", limit=limit))
    assert len(text.encode()) <= limit
    rows = len(re.findall(r"^\| (?:≠|\\~)&nbsp;\d", text, re.M))
    details = text.count("<details>")
    assert rows >= details == text.count("</details>")
    assert text.endswith("confidence is the share of such findings that hold.\n")
    left_out = re.search(r"Left out here, since a comment holds [\d,]+ characters: (.+)\.", text)
    assert (left_out is None) == (details == found)
    if left_out and rows < found:
        missing = found - rows
        assert left_out[1].startswith(f"{missing} finding{'s' * (missing > 1)} of {found}")
    if left_out and details < rows:
        assert f"the quotations of {rows - details} finding" in left_out[1]


def test_a_flood_of_findings_and_of_unread_documents_fits(run: Run) -> None:
    failed = tuple(
        Unread("long/" * 900 + f"{number}.txt", "because " * 900) for number in range(99)
    )
    flood = evolve(run, disputes=run.disputes * 3_000, corpus=evolve(run.corpus, failed=failed))
    text = render(flood, "comment")
    assert LIMIT - 2_000 < len(text.encode()) <= LIMIT
    assert "- and 79 more" in text
    assert re.search(r"Left out here.*: [\d,]+ findings of 3,001", text)


def test_nobody_is_called_and_nothing_is_linked(run: Run) -> None:
    sly = "@octocat #12 a/b#3 GH-4 :heart: me@x.org www.x.org http://x.org <b>|`$x$"
    sides = tuple(evolve(side, label=sly) for side in run.disputes[0].positions)
    dispute = evolve(run.disputes[0], topic=sly, positions=sides)
    text = render(evolve(run, disputes=(dispute,)), "comment")
    bare = re.sub(r"\\(.)", r"\1", text)
    assert not re.search(r"@\w|#\d|GH-\d|:heart:", bare)
    page = rendered(text)
    assert not page.tags & {"a", "img", "b", "code", "script"}
    assert page.text.count("octocat") >= 4
    assert "@octocat #12 a/b#3 GH-4 :heart: me@x.org" in page.text


@settings(deadline=None)
@given(st.text(st.sampled_from("ab1 .)*_`[](){}<>#+-!|~$&;:/\\^\"'=@w\néжGH"), max_size=40))
def test_what_is_shown_is_what_was_said(text: str) -> None:
    page = rendered(shown(text))
    assert page.text.strip() == clean(text)
    assert page.tags <= {"p"}


@settings(deadline=None)
@given(st.text())
@example("a--b->")
@example("---")
def test_the_mark_is_one_comment_whatever_the_folder(folder: str) -> None:
    assert re.fullmatch(r"<!-- factcheck: (?:(?!--)[!-~])+ -->", mark(folder))


def test_a_hostile_source_stays_text(hostile_run: Run) -> None:
    page = rendered(render(hostile_run, "comment"))
    assert not page.tags & {"script", "img", "style", "a", "iframe"}
    assert page.addresses == set()
    assert "<script>alert(2)</script>" in page.text
