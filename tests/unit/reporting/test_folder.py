"""The report as a folder of pages: whole, linked, and within its limits."""

import gc
import re
from html import unescape
from pathlib import Path

import pytest
from attrs import evolve
from test_html_writer import Page

from factcheck.errors import ConfigurationError
from factcheck.model import Run
from factcheck.reporting import folder, render_folder
from factcheck.reporting.folder import INDEX_LIMIT, is_large, pages
from factcheck.reporting.pages import stretches
from factcheck.reporting.saving import RECORD, save_pages


def broken_links(found: dict[str, str]) -> list[tuple[str, str]]:
    """The links of pages that lead nowhere, each with its page."""
    ids = {
        name: {*map(unescape, re.findall(r'\sid="([^"]+)"', text))} for name, text in found.items()
    }
    broken = []
    for name, text in found.items():
        for link in map(unescape, re.findall(r'href="([^"]+)"', text)):
            file, _, place = link.partition("#")
            known = ids.get(file or name)
            if not link.startswith("https:") and (known is None or (place and place not in known)):
                broken.append((name, link))
    return broken


def test_every_page_is_whole_and_every_link_leads_somewhere(run: Run) -> None:
    found = dict(pages(run, "2026-11-22"))
    assert next(iter(found)) == "index.html"
    assert {"disputes-1.html", "agreements-1.html", "topics-1.html", "method.html"} <= set(found)
    assert sum(name.startswith("source-") for name in found) == len(run.corpus)
    assert broken_links(found) == []
    for text in found.values():
        page = Page(text)
        assert page.open == []
        assert [tag for tag, _ in page.elements].count("h1") == 1
    assert dict(pages(run, "2026-11-22")) == found


def test_everything_of_the_run_has_its_place(run: Run) -> None:
    text = "".join(text for _, text in pages(run))
    ids = [dispute.id for dispute in (*run.disputes, *run.qualifications)]
    ids += [agreement.id for agreement in run.agreements]
    ids += [claim.id for claim in run.claims]
    ids += [topic.id for topic in run.topics]
    assert [id for id in ids if f'id="{id}"' not in text] == []


def test_findings_are_divided_into_pages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.reporting.folder.FINDINGS", 1)
    monkeypatch.setattr("factcheck.reporting.pages.FINDINGS", 1)
    found = dict(pages(run))
    assert {"agreements-1.html", "agreements-2.html"} <= set(found)
    assert broken_links(found) == []
    assert "Agreements 2 to 2 of 2." in " ".join(Page(found["agreements-2.html"]).text.split())


def test_the_index_keeps_its_limit_and_says_what_it_left_out(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = dict(pages(run))["index.html"]
    assert len(first.encode()) <= INDEX_LIMIT
    assert "are listed here" not in first
    monkeypatch.setattr(folder, "LISTED", (1000, 1))
    monkeypatch.setattr(folder, "INDEX_LIMIT", len(first.encode()) - 1)
    short = dict(pages(run))["index.html"]
    assert "1 of 4 findings are listed here" in short


def test_the_index_does_not_grow_with_its_topics(run: Run) -> None:
    topics = tuple(evolve(run.topics[0], id=f"t-{n}", label=f"topic {n}") for n in range(500))
    few, many = (
        dict(pages(evolve(run, topics=topics[:count])))["index.html"] for count in (100, 500)
    )
    assert "The same in words" in few
    assert len(many) < 1.1 * len(few)


def test_a_large_run_is_told_by_its_documents_or_claims(run: Run) -> None:
    assert not is_large(run)
    assert is_large(evolve(run, claims=run.claims * 1000))


def test_nothing_has_no_pages() -> None:
    assert list(stretches(0, 10)) == []


def test_an_empty_run_and_a_hostile_one_have_pages(empty_run: Run, hostile_run: Run) -> None:
    for each in (empty_run, hostile_run):
        found = dict(pages(each))
        assert broken_links(found) == []
        assert all(Page(text).open == [] for text in found.values())


def test_pages_are_saved_and_those_of_before_go(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "made" / "report"
    assert render_folder(run, target, date="2026") == target.resolve() / "index.html"
    before = {path.name for path in target.iterdir()}
    save_pages(target, [("index.html", "<!doctype html>"), ("sources-1.html", "\ud800")])
    assert {path.name for path in target.iterdir()} == {"index.html", "sources-1.html", RECORD}
    assert len(before) > 3


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "thesis.txt"
    kept.write_text("ten years of work", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="no report"):
        save_pages(tmp_path, [("index.html", "")])
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_edited_record_removes_nothing_outside_the_folder(tmp_path: Path) -> None:
    target = tmp_path / "report"
    save_pages(target, [("index.html", "")])
    outside = tmp_path / "thesis.txt"
    outside.write_text("ten years of work", encoding="utf-8")
    (target / RECORD).write_text("../thesis.txt\nindex.html\n", encoding="utf-8")
    save_pages(target, [("index.html", "")])
    assert outside.exists()


def test_a_folder_holds_the_pages_and_leaves_the_search_for_rings_as_it_was(
    run: Run, tmp_path: Path
) -> None:
    before = gc.get_threshold()
    first = render_folder(run, tmp_path / "report", date="2026-11-22")
    assert gc.get_threshold() == before
    for name, text in pages(run, "2026-11-22"):
        assert (first.parent / name).read_text(encoding="utf-8") == text
