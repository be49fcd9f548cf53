"""HTML: what a visitor reads, with places in the file."""

from __future__ import annotations

import pytest

from factcheck.model import Document, PassageKind
from factcheck.reading import read_text


def page(text: str) -> Document:
    return read_text(text, format="html")


def shown(text: str) -> list[str]:
    return [passage.text for passage in page(text).passages]


def test_every_visible_word_leads_back_to_the_file() -> None:
    document = page("<p>The <b>tide</b> rose by&nbsp;10 &lt; 12\r\n  metres.</p>")
    (passage,) = document.passages
    assert passage.text == "The tide rose by 10 < 12 metres."
    for word, source in [("tide", "tide"), ("<", "&lt;"), ("12 metres", "12\r\n  metres")]:
        start = passage.text.index(word)
        span = passage.locate(start, start + len(word))
        assert span.of(document.text) == source


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<script>no</script >",
        "<style>no {}</style>",
        "<template><p>no</p></template>",
        "<noscript>no</noscript>",
        "<nav><ul><li>no</ul></nav>",
        "<footer>no</footer>",
        "<aside>no</aside>",
        "<form>no<button>no</button></form>",
        "<menu><li>no</menu>",
        "<div hidden>no<p>no</p></div>",
        '<div aria-hidden="true">no</div>',
        '<div style="color: red; display : none">no</div>',
        '<span style="visibility:hidden">no</span>',
        '<div role="navigation">no</div>',
        "<pre>no</pre>",
        "<pre><code>no</code></pre>",
        "<dialog>no</dialog>",
        "<svg><title>no</title><text>no</text></svg>",
        "<textarea>no</textarea>",
        "<select><option>no<option>no</select>",
        "<del>no</del>",
        "<!-- no -->",
        "<!-- > no <p>no</p> -->",
        "<?php no ?>",
        "<![CDATA[no]>",
        "<!doctype no>",
        "<p hidden>no<div></div>",
        "<ul><li hidden>no</ul>",
    ],
)
def test_what_is_not_for_the_reader_is_left_out(hidden: str) -> None:
    text = f"<p>The sea rose by one metre at the mill.</p>{hidden}<p>Then it fell.</p>"
    assert shown(text) == ["The sea rose by one metre at the mill.", "Then it fell."]


def test_kinds_and_levels() -> None:
    document = page(
        "<h1>Tides</h1><h3>By port</h3><p>Words.</p><ul><li>one<li>two<ol><li>inner</ol></ul>"
        "<dl><dt>ebb<dd>falling</dl><table><tr><th>Port<td>Rise<tr><td><p>A</p></table>"
        "<blockquote><p>Said.</p></blockquote>bare"
    )
    assert [(p.kind, p.level, p.text) for p in document.passages] == [
        (PassageKind.HEADING, 1, "Tides"),
        (PassageKind.HEADING, 3, "By port"),
        (PassageKind.PARAGRAPH, 0, "Words."),
        (PassageKind.ITEM, 0, "one"),
        (PassageKind.ITEM, 0, "two"),
        (PassageKind.ITEM, 0, "inner"),
        (PassageKind.ITEM, 0, "ebb"),
        (PassageKind.ITEM, 0, "falling"),
        (PassageKind.CELL, 0, "Port"),
        (PassageKind.CELL, 0, "Rise"),
        (PassageKind.CELL, 0, "A"),
        (PassageKind.QUOTATION, 0, "Said."),
        (PassageKind.PARAGRAPH, 0, "bare"),
    ]


def test_inline_markup_does_not_part_words() -> None:
    assert shown("<p>a<b>b</b>c <code>x</code> d<wbr>e soft&shy;ly</p>") == ["abc x de softly"]


def test_line_breaks_are_spaces_and_two_part_blocks() -> None:
    assert shown("<p>one<br>two<br/> <br>three</p>") == ["one two", "three"]


def test_powers_and_notes() -> None:
    text = 'It has 10<sup>6</sup> parts<sup><a href="#n1">[1]</a></sup>, the 1<sup>st</sup>.'
    assert shown(text) == ["It has 10^6 parts, the 1st."]


def test_quotation_marks_that_the_browser_adds() -> None:
    assert shown("<p>It is <q>high</q>.</p>") == ["It is “high”."]


def test_metadata_of_the_page() -> None:
    document = page(
        '<head><title> Tides &amp;\nmore </title><meta name="author" content="A. Sea">'
        '<meta property="article:published_time" content="2021-05-03T10:00:00+02:00">'
        '<meta property="og:site_name" content="The Shore">'
        '<link rel="canonical" href="https://example.org/tides"></head><p>Words.</p>'
    )
    assert document.title == "Tides & more"
    assert document.author == "A. Sea"
    assert document.date == "2021-05-03"
    assert document.publisher == "The Shore"
    assert document.address == "https://example.org/tides"


def test_a_date_in_prose_is_no_date_of_the_page() -> None:
    text = (
        '<meta name="date" content="last May"><meta name="author" content="https://x.org/a"><p>2020'
    )
    assert (page(text).date, page(text).author) == ("", "")


def test_the_first_heading_is_the_title_without_a_title_element() -> None:
    assert page("<h1>The <i>tides</i></h1><p>Words.</p>").title == "The tides"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<nav>Menu<p>Words after it.", ["Menu", "Words after it."]),
        ("<div hidden>one<p>two", ["one", "two"]),
        ("<p>a < b and c > d</p>", ["a < b and c > d"]),
        ("<p>one</span></b>two</p></p>three", ["onetwo", "three"]),
        ("<p>one<a href='x>two", ["one<a href='x>two"]),
        ("<p>one <!-- open <p>two", ["one open", "two"]),
        ("one</>two", ["onetwo"]),
        ("<![if !x]>one<![endif]>", ["one"]),
        ("<h1>Title<p>Words that follow.", ["Title", "Words that follow."]),
        ("one <b", ["one <b"]),
        ("R&D &bogus; AT&T &#xD800;", ["R&D &bogus; AT&T \ufffd"]),
        ("<!-->one<!-- x -->two", ["onetwo"]),
    ],
)
def test_broken_markup_loses_nothing(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_an_unclosed_heading_does_not_swallow_the_paragraphs() -> None:
    kinds = [passage.kind for passage in page("<h1>Title<p>Words that follow.").passages]
    assert kinds == [PassageKind.HEADING, PassageKind.PARAGRAPH]


def test_a_form_around_the_page_is_no_form() -> None:
    assert shown("<form><h1>All</h1><p>The page.</p><nav>Menu</nav></form>") == ["All", "The page."]


def test_an_unclosed_script_hides_the_rest_and_is_reported() -> None:
    document = page("<p>Words.</p><script>let a = 1; <p>no</p>")
    assert [passage.text for passage in document.passages] == ["Words."]
    assert any("never closed" in note for note in document.notes)


def test_deep_nesting_keeps_the_words() -> None:
    assert shown("<div>" * 5000 + "deep" + "</div>" * 5000) == ["deep"]
