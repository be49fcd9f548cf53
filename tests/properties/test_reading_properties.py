"""Whatever the text, every visible word can be found in it, and nothing but words is visible."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.errors import ReadingError
from factcheck.model import Document, Unread
from factcheck.reading import read, read_text
from factcheck.reading.encoding import decode

_WORDS = st.sampled_from(
    ["The", "tide", "rose", "by 10 %", "naïve", "“so”", "it’s", "end.", "Why?", "x", "\u00ad", "𝛼"]
)
_SPACES = st.sampled_from([" ", "  ", "\n", "\r\n", "\r", "\n\n", "\t", "\x0c", "\u00a0", "\x85"])
_MARKDOWN = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "`",
        "``",
        "# ",
        "> ",
        "- ",
        "1. ",
        "[",
        "](",
        ")",
        "](u)",
        "[a]: /b\n",
        "![",
        "|",
        "|-|\n",
        "\\|",
        "\\*",
        "&amp;",
        "&#0;",
        "---",
        "===",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<u:v>",
        "    ",
        "```\n",
        "[^1]",
        "<s>",
        "</s>",
        "<br>",
        "\\\n",
        "  \n",
        "[x] ",
        '"t"',
        "\x00",
        "[]",
        "[a]",
    ]
)
_HTML = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![",
        "]]>",
        "<br>",
        "<br/>",
        "<h1>",
        "</h1>",
        "<li>",
        "<ul>",
        "</ul>",
        "<td>",
        "<table>",
        "</table>",
        "<a href='",
        '<a b="',
        "&amp;",
        "&lt",
        "&#x41;",
        "&#xD800;",
        "&bogus;",
        "&",
        "<",
        ">",
        "</",
        "</>",
        "<sup>",
        "</sup>",
        "<a href='#n'>",
        "</a>",
        "<nav>",
        "<form>",
        "<q>",
        "</q>",
        "<?",
        "<!",
        "<title>",
        "</title>",
        "<p/>",
        "<style>",
        "<pre>",
        "</x",
        "<svg>",
        "\x00",
        "<textarea>",
        "&nbsp;",
    ]
)


def _mixture(marks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pieces = st.one_of(_WORDS, _SPACES, marks, st.text(max_size=3))
    return st.lists(pieces, max_size=40).map("".join)


_PLAIN = st.sampled_from(["- ", "1. ", "> ", "===", "\n---\n", "a | b | c", "well-\nknown", "\0"])
_TEXTS = st.one_of(
    st.tuples(st.just("txt"), _mixture(_PLAIN)),
    st.tuples(st.just("md"), _mixture(_MARKDOWN)),
    st.tuples(st.just("html"), _mixture(_HTML)),
)


def check(document: Document) -> None:
    """Assert what holds for every passage of every document."""
    for passage in document.passages:
        assert passage.text
        assert passage.text == " ".join(passage.text.split())
        assert not re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", passage.text)
        position = 0
        source = 0
        for run in passage.runs:
            assert run.start == position
            assert run.end > run.start
            assert source <= run.source_start < run.source_end <= len(document.text)
            position, source = run.end, run.source_end
            if run.end - run.start == run.source_end - run.source_start:
                check_run(
                    document.text[run.source_start : run.source_end],
                    passage.text[run.start : run.end],
                )
        assert position == len(passage.text)


def check_run(source: str, visible: str) -> None:
    for written, shown in zip(source, visible, strict=True):
        if written.isspace():
            assert shown == " "
        elif "\ud800" <= written <= "\udfff":
            assert shown == "\ufffd"
        else:
            # A tag or an entity of one character does not exist, so a single unequal pair is NUL.
            assert written in (shown, "\x00")


@settings(max_examples=600, deadline=None)
@given(_TEXTS)
def test_runs_lead_every_visible_character_to_its_source(case: tuple[str, str]) -> None:
    form, text = case
    document = read_text(text, format=form)
    assert document.text == text
    check(document)


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.data())
def test_places_are_in_order_and_within_the_text(
    case: tuple[str, str], data: st.DataObject
) -> None:
    form, text = case
    document = read_text(text, format=form)
    for passage in document.passages[:3]:
        length = len(passage.text)
        cuts = sorted(data.draw(st.lists(st.integers(0, length), min_size=3, max_size=3)))
        first, second = passage.locate(cuts[0], cuts[1]), passage.locate(cuts[1], cuts[2])
        assert 0 <= first.start <= second.start <= len(text)
        assert first.end <= second.end <= len(text)
        if cuts[0] < cuts[1]:
            assert first.start < first.end


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["txt", "md", "html"]), st.text())
@example("md", "\\\x0c0")
def test_no_text_is_refused(form: str, text: str) -> None:
    check(read_text(text, format=form))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_bytes_are_text_or_refused_with_a_reason(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadingError as error:
        assert error.message
    else:
        assert decoded.encoding


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=40),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
def test_a_byte_order_mark_brings_the_text_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([".txt", ".md", ".html"]))
def test_any_file_is_read_or_listed(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path: Path = tmp_path_factory.mktemp("any") / f"file{suffix}"
    path.write_bytes(data)
    corpus = read(path)
    assert len(corpus.documents) + len(corpus.failed) == 1
    for document in corpus:
        check(document)
    for unread in corpus.failed:
        assert isinstance(unread, Unread)
        assert unread.reason


@settings(max_examples=200, deadline=None)
@given(_mixture(_HTML))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_text(text, format="html") == read_text(text, format="html")
