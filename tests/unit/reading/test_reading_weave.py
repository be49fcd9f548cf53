"""Blocks put together from pieces."""

from __future__ import annotations

from factcheck.model import PassageKind
from factcheck.reading.weave import LONGEST, Weaver


def test_contiguous_pieces_make_one_run() -> None:
    weaver = Weaver("the tide rose")
    weaver.add(0, 4)
    weaver.add(4, 13)
    (passage,) = weaver.passages(PassageKind.PARAGRAPH)
    assert passage.text == "the tide rose"
    assert len(passage.runs) == 1


def test_nothing_visible_is_no_passage() -> None:
    weaver = Weaver(" \0\n ")
    weaver.add(0, 4)
    assert weaver.passages(PassageKind.PARAGRAPH) == []


def test_going_back_to_a_mark() -> None:
    weaver = Weaver("said [1] so")
    weaver.add(0, 4)
    mark = weaver.mark()
    weaver.add(4, 8)
    assert weaver.since(mark) == " [1]"
    weaver.rewind(mark)
    weaver.add(8, 11)
    (passage,) = weaver.passages(PassageKind.PARAGRAPH)
    assert passage.text == "said so"
    assert passage.locate(5, 7).of("said [1] so") == "so"
    assert not weaver.holds(mark)


def test_long_blocks_are_cut_after_sentences_and_lose_nothing() -> None:
    text = "The tide rose. " * (3 * LONGEST // 15)
    weaver = Weaver(text)
    weaver.add(0, len(text))
    passages = weaver.passages(PassageKind.PARAGRAPH)
    assert len(passages) > 2
    assert all(len(passage.text) <= LONGEST and passage.text.endswith(".") for passage in passages)
    assert " ".join(passage.text for passage in passages) == text.strip()
    for passage in passages:
        assert passage.locate(0, len(passage.text)).of(text) == passage.text


def test_a_word_longer_than_a_block_is_cut_anywhere() -> None:
    text = "x" * (2 * LONGEST + 10)
    weaver = Weaver(text)
    weaver.add(0, len(text))
    passages = weaver.passages(PassageKind.PARAGRAPH)
    assert "".join(passage.text for passage in passages) == text


def test_an_entity_is_never_cut() -> None:
    text = "&bne;" * LONGEST  # two characters for five
    weaver = Weaver(text)
    for at in range(0, len(text), 5):
        weaver.add_as("=\u20e5", at, at + 5)
    for passage in weaver.passages(PassageKind.PARAGRAPH):
        assert all(run.end - run.start == 2 for run in passage.runs)
