"""Whatever a report puts into a source's mouth stands in the source, to the character.

The seeds are not part of this repository; they are tested where they lie beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field
from markdown_it import MarkdownIt
from markdown_it.token import Token

import factcheck as fc
from factcheck.model import Agreement, Dispute, Document, Run, Span
from factcheck.reporting import render
from factcheck.reporting.wording import clean

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / ".." / "shared" / "seeds"
COLLECTIONS = sorted(path.parent.name for path in (ROOT / "corpus").glob("*/corpus.toml"))
VOID = {"meta", "br", "hr", "img", "input", "link", "base"}


@pytest.fixture(scope="module", params=[*COLLECTIONS, "seeds"])
def run(request: pytest.FixtureRequest) -> Run:
    folder = SEEDS if request.param == "seeds" else ROOT / "corpus" / request.param
    if not folder.is_dir():
        pytest.skip("the seed articles are not beside this repository (../shared/seeds)")
    return fc.check(fc.read(folder)).run


@define
class Element:
    """An element of a page with its words."""

    tag: str
    attributes: dict[str, str]
    words: list[str] = field(factory=list)
    inside: list[Element] = field(factory=list)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def find(self, tag: str, kind: str = "") -> list[Element]:
        """Return the elements within that have a tag and, where given, a class."""
        found = []
        for each in self.inside:
            if each.tag == tag and (not kind or kind in each.attributes.get("class", "").split()):
                found.append(each)
            found += each.find(tag, kind)
        return found


class Tree(HTMLParser):
    """A page as a tree of elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words.append(data)


@pytest.fixture(scope="module")
def page(run: Run) -> Element:
    return Tree(render(run, "html")).root


def shown(document: Document, span: Span) -> str:
    """Return what a reader of the document sees at a place, by the model's own account."""
    return clean(document.visible(span)) or clean(span.of(document.text))


def test_json_quotes_stand_at_their_offsets(run: Run) -> None:
    data = json.loads(render(run, "json"))
    texts = {document.name: document.text for document in run.corpus}
    quoted = [each for key in ("claims", "skipped", "notes") for each in data[key]]
    assert len(quoted) > 50
    for each in quoted:
        assert texts[each["document"]][each["start"] : each["end"]] == each["quote"]


def test_annotations_quote_what_their_positions_select(run: Run) -> None:
    documents = {document.name: document for document in run.corpus}
    by_place = {
        (claim.start, claim.end, claim.quote): documents[claim.source.name] for claim in run.claims
    }
    selected = list(_selectors(json.loads(render(run, "annotations", date="2026-11-22"))))
    assert len(selected) > 10
    for place, quote, *seen in selected:
        span = Span(place["start"], place["end"])
        document = by_place[span.start, span.end, quote["exact"]]
        text = document.text
        assert text[: span.start].endswith(quote["prefix"])
        assert text[span.end :].startswith(quote["suffix"])
        assert [each["exact"] for each in seen] in ([], [document.visible(span)])


def _selectors(data: object) -> Iterator[list[dict[str, Any]]]:
    """Yield the selectors of every target."""
    if isinstance(data, list):
        for each in data:
            yield from _selectors(each)
    elif isinstance(data, dict):
        if isinstance(data.get("selector"), list):
            yield data["selector"]
        for each in data.values():
            yield from _selectors(each)


def test_sources_are_shown_as_they_read(run: Run, page: Element) -> None:
    articles = {each.attributes["id"]: each for each in page.find("article", "source")}
    for document in run.corpus:
        segments = [
            each for each in articles[document.id].find("span") if "data-start" in each.attributes
        ]
        assert segments
        for each in segments:
            span = Span(int(each.attributes["data-start"]), int(each.attributes["data-end"]))
            assert clean(each.text) == shown(document, span)


def test_a_claim_is_highlighted_from_its_first_word_to_its_last(run: Run, page: Element) -> None:
    parts: dict[str, list[Element]] = {}
    for each in page.find("span"):
        for identity in each.attributes.get("data-claims", "").split():
            parts.setdefault(identity, []).append(each)
    for claim in run.claims:
        highlighted = parts[claim.id]
        assert int(highlighted[0].attributes["data-start"]) == claim.start
        assert int(highlighted[-1].attributes["data-end"]) == claim.end
        words = "".join(each.text for each in highlighted)
        # A line break of a page is no character of the passage.
        assert clean(words).replace(" ", "") == shown(claim.source, claim.span).replace(" ", "")


def test_quotations_are_the_sentence_that_their_link_leads_to(run: Run, page: Element) -> None:
    claims = {claim.id: claim for claim in run.claims}
    quotations = [each for quote in page.find("blockquote") for each in quote.find("p")]
    places = [(each, link) for each in quotations for link in each.find("a", "place")]
    assert len(places) > 10
    for quotation, link in places:
        claim = claims[link.attributes["href"].removeprefix("#")]
        before, after = _context(quotation)
        said = quotation.text.removesuffix(link.text).strip()
        sentence = said.removeprefix(before).removesuffix(after).strip()
        assert sentence == shown(claim.source, claim.sentence)
        whole = shown(claim.source, Span(0, len(claim.source.text)))
        for context in (before, after):
            assert context.strip("… ") in whole


def _context(quotation: Element) -> tuple[str, str]:
    """Return the words before and after the sentence of a quotation."""
    sentence = quotation.text
    before = after = ""
    for each in quotation.find("span", "context"):
        if sentence.strip().startswith(each.text.strip()) and not before:
            before = each.text.strip()
        else:
            after = each.text.strip()
    return before, after


def test_markdown_quotes_words_of_its_sources(run: Run) -> None:
    # Without spaces, since a page puts one between sentences that a source lets touch.
    texts = [shown(each, Span(0, len(each.text))).replace(" ", "") for each in run.corpus]
    findings: list[Dispute | Agreement] = [*run.disputes, *run.qualifications, *run.agreements]
    sentences = {
        shown(claim.source, claim.sentence) for finding in findings for claim in finding.claims
    }
    said = list(_quotations(MarkdownIt().enable("table").parse(render(run, "markdown"))))
    assert len(said) > 5
    for quotation in said:
        assert any(sentence in quotation for sentence in sentences)
        words = quotation.removeprefix("… ").removesuffix(" …").replace(" ", "")
        assert any(words in text for text in texts)


def _quotations(tokens: list[Token]) -> Iterator[str]:
    """Yield the quotations of block quotes without their quotation marks."""
    depth = 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            text = "".join(child.content for child in token.children or [])
            if text.startswith("“"):
                yield text[1:-1].replace("‹", "").replace("›", "")
