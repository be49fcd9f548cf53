"""Markdown: the words of the rendered text, with places in the file."""

from __future__ import annotations

import pytest

from factcheck.model import Document, PassageKind
from factcheck.reading import read_text


def text_of(text: str) -> Document:
    return read_text(text, format="md")


def shown(text: str) -> list[str]:
    return [passage.text for passage in text_of(text).passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The *tide* **rose** _by_ __10__.", "The tide rose by 10."),
        ("In [the harbour](http://x.org/a_(b) \"a title\") it fell.", "In the harbour it fell."),
        ("In [the harbour][ref] it [fell][], [so].\n\n[ref]: /a\n[fell]: /b\n[so]: /c",
         "In the harbour it fell, so."),
        ("[not a link] [at all][none]", "[not a link] [at all][none]"),
        ("Run `the code` now.", "Run the code now."),
        ("Five \\* six &amp; seven &copy;", "Five * six & seven ©"),
        ("A hard  \nbreak and\\\nanother\nsoft", "A hard break and another soft"),
        ("An ![image of](a.png) here.", "An here."),
        ("See <https://example.org/a>.", "See https://example.org/a."),
        ("One<br>two <b>three</b> <span hidden>no</span>four", "One two three four"),
        ("Stated.[^1]", "Stated."),
        ("[a](b)b [![i](u)](v) c", "ab c"),
        ("snake_case and 2*3*4", "snake_case and 234"),
        ("a <!-- no --> b <del>no</del> c", "a b c"),
    ],
)  # fmt: skip
def test_inline_marks_are_not_words(text: str, expected: str) -> None:
    assert shown(text) == [expected]


def test_words_lead_back_to_the_file() -> None:
    text = '> - The *tide*\r\n>   rose [in\r\n>   port](u "t") &amp; fell\\*.\r\n'
    document = text_of(text)
    (passage,) = document.passages
    assert passage.text == "The tide rose in port & fell*."
    for word, source in [("tide", "tide"), ("rose", "rose"), ("&", "&amp;"), ("*", "\\*")]:
        start = passage.text.index(word)
        assert passage.locate(start, start + len(word)).of(text) == source
    start = passage.text.index("port")
    span = passage.locate(start, start + 4)
    assert (span.start, span.of(text)) == (text.index("port"), "port")


def test_repeated_words_are_told_apart() -> None:
    text = "[tide](tide) tide `tide` *tide*"
    (passage,) = text_of(text).passages
    places = [passage.locate(at, at + 4).start for at in (0, 5, 10, 15)]
    assert places == [1, 13, 19, 26]


def test_kinds_and_levels() -> None:
    document = text_of(
        "# Tides #\n\nSecond\n---\n\nWords.\n\n- one\n\n  more\n1. two\n- [x] done\n\n> said\n\n"
        "| Port | Rise |\n|---|---|\n| A \\| B | |\n| | *9* |\n"
    )
    assert [(p.kind, p.level, p.text) for p in document.passages] == [
        (PassageKind.HEADING, 1, "Tides"),
        (PassageKind.HEADING, 2, "Second"),
        (PassageKind.PARAGRAPH, 0, "Words."),
        (PassageKind.ITEM, 0, "one"),
        (PassageKind.ITEM, 0, "more"),
        (PassageKind.ITEM, 0, "two"),
        (PassageKind.ITEM, 0, "done"),
        (PassageKind.QUOTATION, 0, "said"),
        (PassageKind.CELL, 0, "Port"),
        (PassageKind.CELL, 0, "Rise"),
        (PassageKind.CELL, 0, "A | B"),
        (PassageKind.CELL, 0, "9"),
    ]


@pytest.mark.parametrize("row", ["| a | b |", "a | b", "  |a|b", "| `a` | b"])
def test_cells_are_found_in_every_style_of_row(row: str) -> None:
    text = f"> - | x | x |\n>   |---|---|\n>   {row}\n"
    passages = text_of(text).passages
    assert [passage.text for passage in passages] == ["x", "x", "a", "b"]
    assert passages[2].locate(0, 1).start == text.index("a")
    assert passages[3].locate(0, 1).start == text.index("b")


def test_code_and_definitions_are_not_prose() -> None:
    fences = "```python\ncode\n```\n\n~~~\nmore\n~~~"
    assert shown(f"Words.\n\n{fences}\n\n    code\n\n[ref]: /a 'title'\n") == ["Words."]


@pytest.mark.parametrize("space", ["\u00a0", "\x0c", "\u2003\u00a0", "\x85"])
@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_a_line_of_odd_spaces_moves_nothing(space: str, before: str) -> None:
    text = f"{before}{space}\n{before.replace('-', ' ')}The tide"
    (passage,) = text_of(text).passages
    assert passage.text == "The tide"
    assert passage.locate(4, 8).of(text) == "tide"


def test_html_blocks_are_read_as_html() -> None:
    text = "Words.\n\n<div>Shown <b>too</b></div>\n\n<script>\nalert(1)\n</script>\n\n<!-- no -->\n"
    document = text_of(text)
    assert [passage.text for passage in document.passages] == ["Words.", "Shown too"]
    assert document.passages[1].locate(6, 9).of(text) == "too"


def test_front_matter_describes_and_is_not_prose() -> None:
    document = text_of(
        "---\ntitle: 'Tides'\ndate: 2021-05\nauthors: [A, B]\n---\n\n# Other\n\nWords."
    )
    assert (document.title, document.date, document.author) == ("Tides", "2021-05", "A, B")
    assert [passage.text for passage in document.passages] == ["Other", "Words."]


def test_a_rule_at_the_top_is_not_front_matter() -> None:
    assert shown("---\n\nWords here.\n\n---\n\nMore words.") == ["Words here.", "More words."]


def test_the_title_is_the_first_heading() -> None:
    assert text_of("Preface.\n\n## The *tides*\n\nWords.").title == "The tides"


def test_a_line_too_long_for_the_grammar_is_read_as_plain_text() -> None:
    document = text_of("*word* " * 200_000)
    assert document.passages
    assert any("plain text" in note for note in document.notes)


def test_nul_and_old_line_ends() -> None:
    text = "# Ti\0des\r\rWords\rgo on."
    document = text_of(text)
    assert [passage.text for passage in document.passages] == ["Tides", "Words go on."]
    assert document.passages[0].locate(2, 5).of(text) == "des"
