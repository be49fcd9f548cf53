"""Plain text: blocks, wrapped lines, headings, lists."""

from __future__ import annotations

import textwrap

import pytest

from factcheck.model import PassageKind
from factcheck.reading import read_text

LONG = "The sea rose by ten percent in every harbour of the coast, and then it fell again at noon."
OTHER = "Fishermen who live there say that nothing like it was seen in the years before the dam."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in read_text(text).passages]


def test_blank_lines_part_paragraphs() -> None:
    assert kinds(f"{LONG}\n\n \n{OTHER}") == [("paragraph", LONG), ("paragraph", OTHER)]


def test_lines_of_a_file_that_is_not_wrapped_stand_alone() -> None:
    assert kinds(f"{LONG}\n{OTHER}\n{LONG}") == [
        ("paragraph", LONG),
        ("paragraph", OTHER),
        ("paragraph", LONG),
    ]


@pytest.mark.parametrize("width", [40, 60, 72, 85])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_joined(width: int, newline: str) -> None:
    paragraphs = [f"{LONG} {OTHER} {LONG}", f"{OTHER} {LONG}"]
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    text = text.replace("\n", newline)
    document = read_text(text)
    assert [passage.text for passage in document.passages] == paragraphs
    passage = document.passages[1]
    at = passage.text.index("dam")
    assert passage.locate(at, at + 3).start == text.rindex("dam")


def test_a_heading_above_wrapped_lines_is_not_joined() -> None:
    text = "Causes of the flood\n" + textwrap.fill(f"{LONG} {OTHER} {LONG}", 60)
    assert kinds(text) == [
        ("heading", "Causes of the flood"),
        ("paragraph", f"{LONG} {OTHER} {LONG}"),
    ]


def test_indented_paragraphs_without_blank_lines() -> None:
    text = "\n".join(
        textwrap.fill(paragraph, 60, initial_indent="    ") for paragraph in [f"{LONG} {OTHER}"] * 3
    )
    assert [text for _, text in kinds(text)] == [f"{LONG} {OTHER}"] * 3


def test_divided_words_are_put_together() -> None:
    text = (
        "Before the harbour was built the fish were there and be-\nfore that the seals were,"
        " as a well-\nknown account of the short-\nand long-term changes says."
    )
    (passage,) = read_text(text).passages
    assert "and before that" in passage.text
    assert "a well-known account" in passage.text
    assert "short- and long-term" in passage.text


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("Causes of the flood", 2),
        ("What made it rise?", 2),
        ("CAUSES OF THE FLOOD.", 2),
        ("2.1 Causes", 3),
        ("1. Causes", 2),
        ("Causes:", 2),
        ("Causes\n======", 1),
        ("Causes.\n-------", 2),
    ],
)
def test_headings(heading: str, level: int) -> None:
    passage = read_text(f"{OTHER}\n\n{heading}\n\n{LONG}").passages[1]
    assert (passage.kind, passage.level) == (PassageKind.HEADING, level)


def test_what_looks_like_a_heading_but_is_none() -> None:
    causes = "These are the causes:\n\n- the moon\n- the sun"
    text = f"{LONG}\n\nIt fell.\n\n{causes}\n\nA last line without a stop"
    assert kinds(text) == [
        ("paragraph", LONG),
        ("paragraph", "It fell."),
        ("paragraph", "These are the causes:"),
        ("item", "the moon"),
        ("item", "the sun"),
        ("paragraph", "A last line without a stop"),
    ]


def test_the_title_stands_at_the_top() -> None:
    document = read_text(f"How do tides rise and fall?\n\n{LONG}")
    assert document.title == "How do tides rise and fall?"
    assert document.passages[0].level == 1


@pytest.mark.parametrize("marker", ["-", "*", "•", "–", "1.", "12)", "(a)", "b)", "(iv)"])
def test_items(marker: str) -> None:
    text = f"{LONG}\n\n{marker} the moon, which is\n   near\n{marker} The sun."
    assert kinds(text)[1:] == [("item", "the moon, which is near"), ("item", "The sun.")]


def test_initials_and_years_are_no_list_marks() -> None:
    assert kinds("A. Smith wrote this.\n\n1970. It was cold.") == [
        ("paragraph", "A. Smith wrote this."),
        ("paragraph", "1970. It was cold."),
    ]


def test_four_bare_lines_are_a_list() -> None:
    text = f"{LONG}\n\nNorth harbour\nSouth harbour\nOld harbour\nMill harbour\n\n{OTHER}"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", *["item"] * 4, "paragraph"]


def test_tables_are_cells_and_rules_are_nothing() -> None:
    text = "Port | Rise | Fall\n-----+------+-----\nA | 10 cm | 5 cm\n\n* * *\n\nB\t1\t2\n"
    assert [text for _, text in kinds(text)] == [
        "Port", "Rise", "Fall", "A", "10 cm", "5 cm", "B", "1", "2",
    ]  # fmt: skip
    assert {kind for kind, _ in kinds(text)} == {"cell"}


def test_quoted_lines() -> None:
    assert kinds(f"{LONG}\n> It rose\n> at noon.\n{OTHER}")[1] == ("quotation", "It rose at noon.")


def test_characters_that_nobody_sees_are_left_out() -> None:
    text = "The ti\u00adde\u200b r\0ose\u202e by\u00a0ten\tpercent \ud800."
    document = read_text(text)
    (passage,) = document.passages
    assert passage.text == "The tide rose by ten percent \ufffd."
    assert document.text == text
    at = passage.text.index("tide")
    assert passage.locate(at, at + 4).of(text) == "ti\u00adde"
    assert any("NUL" in note for note in document.notes)


def test_an_empty_text_has_no_passages() -> None:
    assert read_text("").passages == ()
    assert read_text(" \n\t").passages == ()
