"""The report as HTML: complete, self-contained, sound to read aloud, and deaf to its sources."""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

import factcheck as fc
from factcheck.model import Run
from factcheck.reporting import fragment, render

VOID = {"meta", "br", "hr", "img", "input", "link", "base"}


class Page(HTMLParser):
    """The elements of a page with their attributes, its text, and whether tags are balanced."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(run: Run) -> Page:
    return Page(render(run, "html", date="2026-11-22"))


def test_the_page_is_whole_and_needs_nothing(run: Run, page: Page) -> None:
    html = render(run, "html")
    assert html.startswith("<!doctype html>")
    assert page.open == []
    assert page.all("html") == [{"lang": "en"}]
    assert not page.all("link") and not page.all("img")
    assert page.all("script") == [{}]
    assert "url(" not in html.replace("url(#", "") and "@import" not in html
    (policy,) = [m["content"] for m in page.all("meta") if "http-equiv" in m]
    assert policy.startswith("default-src 'none'")
    script = html[html.index("<script>") + len("<script>") : html.index("</script>")]
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert html == render(run, "html")


def test_every_link_leads_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for attributes in page.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    outside = [link for link in links if not link.startswith("#")]
    assert outside == ["https://example.org/gazette?a=1&b=2"]


def test_findings_and_claims_have_permanent_places(run: Run, page: Page) -> None:
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {each.id for each in (*run.disputes, *run.qualifications)} <= ids
    assert {each.id for each in run.agreements} <= ids
    assert {each.id for each in run.claims} <= ids
    assert {each.id for each in run.corpus} <= ids


def test_landmarks_and_headings_are_in_order(page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    assert tags.count("main") == tags.count("header") == tags.count("h1") == 1
    assert page.all("nav") == [{"aria-label": "Contents"}]
    levels = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    first_link = page.all("a")[0]
    assert first_link == {"class": "skip", "href": "#content"}


def test_the_words_are_there_and_the_deciding_ones_marked(run: Run, page: Page) -> None:
    html = render(run, "html")
    text = " ".join(page.text.split())
    assert "<mark>about four months</mark>" in html
    assert "The Harl Bridge opened in 1931. Repairs to the deck took about four months." in text
    assert "The bridge opened in 1931 & was painted green." in text
    assert "scans/plan.pdf: no reader for .pdf files" in text
    for claim in run.claims:
        assert claim.words in text
    for skipped in run.skipped:
        assert skipped.reason in text


def test_sides_differ_by_pattern_and_letter(page: Page) -> None:
    sides = [each["class"] for each in page.all("div") if "side" in each.get("class", "").split()]
    assert sides == ["side solid", "side hatched"] * 2


@pytest.mark.parametrize("address", ["javascript:alert(3)", 'https://x.example/"onclick=alert(1)'])
def test_a_hostile_source_is_inert(hostile_maker: Callable[..., Run], address: str) -> None:
    run = hostile_maker(address, "</bdi></q></p></style></script><svg onload=alert(8)>")
    page = Page(render(run, "html", date="<script>"))
    check_inert(page, scripts=1, drawings=4)
    assert "<script>alert(2)</script>" in page.text


def check_inert(page: Page, scripts: int = 0, drawings: int = 0) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"img", "iframe", "object", "embed", "base"}
    assert len(page.all("svg")) == drawings
    assert len(page.all("script")) == scripts
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert attributes.get("href", "#").startswith(("#", "https://"))
        assert "autofocus" not in attributes


def test_fragments_stand_alone_and_are_inert(run: Run, hostile_run: Run) -> None:
    for each in (run, hostile_run):
        for value in (each, each.disputes[0], each.agreements[0], each.claims[0]):
            page = Page(fragment(value))
            assert page.open == [] and page.text.strip()
            assert "style" not in {tag for tag, _ in page.elements}
            check_inert(page)
    assert "about four months" in fragment(run.disputes[0])
    assert "low risk of flooding" in fragment(run.claims[8])


def test_other_values_have_no_fragment() -> None:
    with pytest.raises(TypeError, match="no HTML for a value of type int"):
        fragment(1)


def test_pictures_stand_in_the_page_with_their_content_as_tables(run: Run, page: Page) -> None:
    names = [each["aria-labelledby"] for each in page.all("svg")]
    assert names == [
        f"{picture}-{width}-title" for picture in ("topics", "sources") for width in (700, 340)
    ]
    links = [each for each in page.all("a") if "data-filter" in each]
    pairs = {each["data-filter"] for each in links}
    gazette, guide, survey = (document.id for document in run.corpus)
    assert pairs == {
        f"source={a}&and={b}"
        for a, b in (
            (gazette, survey),
            (survey, gazette),
            (gazette, guide),
            (guide, gazette),
            (guide, survey),
            (survey, guide),
        )
    }
    ids = [each.id for each in (*run.disputes, *run.qualifications)]
    ids += [each.id for each in run.agreements]
    assert {each["href"] for each in links} <= {f"#{id}" for id in ids}
    assert page.text.count("The same as a table") == 2


def test_an_empty_run_has_a_page(empty_run: Run) -> None:
    page = Page(render(empty_run, "html"))
    assert "No source was found to contradict another." in " ".join(page.text.split())
    assert "No two sources were found to say the same." in page.text


def test_a_side_with_many_sources_shows_some_and_tells_how_many_more(tmp_path: Path) -> None:
    for number in range(20):
        words = f"The mill was built in {1812 if number == 0 else 1784}.\n"
        (tmp_path / f"{number:02}.txt").write_text(words, encoding="utf-8")
    page = Page(render(fc.check(fc.read(tmp_path)).run, "html"))
    quoted = [each for each in page.all("figure") if each.get("class") == "testimony"]
    (dispute,) = (each for each in page.all("article") if each.get("data-stance") == "contradicts")
    assert len(dispute["data-sources"].split()) == 20
    assert len(quoted) < 40
    assert "and 7 more sources, which carry this finding’s number" in page.text
