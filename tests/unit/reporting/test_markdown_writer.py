"""The report as Markdown, read by a Markdown parser."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.model import Run
from factcheck.reporting import render
from factcheck.reporting.content import Piece
from factcheck.reporting.markdown import escape, marked
from factcheck.reporting.wording import clean


class Reader(HTMLParser):
    """Collects the tags, addresses and text of rendered HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses |= {value or "" for key, value in attrs if key in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(markdown: str) -> Reader:
    return Reader(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown))


markup = st.text(st.sampled_from("ab1 .)*_`[](){}<>#+-!|~$&;:/\\^\"'=@w\néж"), max_size=40)


@given(markup)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    line = clean(text)
    assert rendered(escape(line)).text.strip() == line
    assert rendered(f"- {escape(line)}").text.strip() == line
    assert rendered(escape(line)).tags <= {"p"}


@given(st.lists(st.text("ab(.) *", min_size=1, max_size=8).map(clean).filter(bool), max_size=5))
def test_marks_never_change_the_words(parts: list[str]) -> None:
    pieces = [Piece(words, number % 2 == 1) for number, words in enumerate(parts)]
    shown = rendered("x " + marked(pieces)).text.replace("‹", "").replace("›", "")
    assert shown.strip() == clean("x " + "".join(piece.text for piece in pieces))


def test_the_report_has_its_parts_in_order(run: Run) -> None:
    text = render(run, "markdown", date="2026-11-22")
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == [
        "## What should worry you",
        "## What is solid",
        "## Disputes",
        "## Qualifications: both sides can hold",
        "## Agreements",
        "## Sources",
        "## Left out as not checkable",
        "## Could not be read",
        "## Method",
    ]
    assert "Repairs to the deck took **about four months**." in text
    assert "[The Harl Bridge](<https://example.org/gazette?a=1&b=2>)" in text


def test_a_hostile_source_stays_text(hostile_run: Run) -> None:
    page = rendered(render(hostile_run, "markdown"))
    assert not page.tags & {"script", "img", "style", "a", "iframe"}
    assert page.addresses == set()
    assert "<script>alert(2)</script>" in page.text
