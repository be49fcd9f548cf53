"""Offsets in texts against lines and columns in files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Corpus, Document, Span
from factcheck.reading import read
from factcheck.reporting.places import Locator, Place


def placed(text: str, start: int, end: int, folder: str = "") -> Place:
    document = Document("a.txt", text, ())
    return Locator.of(Corpus("", (document,)), folder).place(document, Span(start, end))


def test_lines_and_columns_count_from_one() -> None:
    assert placed("one two\nthree", 4, 7) == Place("a.txt", 1, 5, 1, 8)
    assert placed("one two\nthree", 8, 13, "docs") == Place("docs/a.txt", 2, 1, 2, 6)
    assert placed("one two\nthree", 4, 10) == Place("a.txt", 1, 5, 2, 3)


def test_only_line_feeds_end_lines() -> None:
    text = "a\r\nb\rc\x0bd\x85e\u2028f\ng"
    assert placed(text, text.index("f"), text.index("f") + 1).line == 2
    assert placed(text, text.index("g"), len(text)) == Place("a.txt", 3, 1, 3, 2)


def test_columns_are_code_points() -> None:
    text = "🌉🌉 bridge"
    assert placed(text, 3, 9) == Place("a.txt", 1, 4, 1, 10)


def test_a_place_of_no_words_is_a_point() -> None:
    assert placed("ab", 1, 1) == Place("a.txt", 1, 2, 1, 2)
    assert placed("", 0, 0) == Place("a.txt", 1, 1, 1, 1)


@settings(deadline=None)
@given(st.text(st.sampled_from("ab\n\r 🌉"), min_size=1), st.data())
def test_the_place_leads_back_to_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = placed(text, start, end)
    lines = text.split("\n")
    first = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
    last = sum(len(line) + 1 for line in lines[: place.end_line - 1]) + place.end_column - 1
    assert (first, last) == (start, end)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_lines_are_those_of_the_file_on_disk(tmp_path: Path, encoding: str, suffix: str) -> None:
    lines = ["Brücke", "", "The bridge was opened in 1932.", "<p>It is é &amp; old.</p>", ""]
    path = tmp_path / f"bridge{suffix}"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    (document,) = read(path)
    locator = Locator.of(Corpus("", (document,)), "")
    for number, line in enumerate(lines, 1):
        for word in filter(
            str.isascii, line.split()
        ):  # a guessed encoding may guess a letter wrong
            start = document.text.index(word)
            place = locator.place(document, Span(start, start + len(word)))
            assert (place.line, place.column) == (number, line.index(word) + 1)
