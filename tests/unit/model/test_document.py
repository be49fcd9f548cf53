"""Words are found in a document by their place, wherever its passages stand."""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Corpus, Document, Passage, PassageKind, Span
from factcheck.model.document import TextRun


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document whose runs may be entities, lie in any order and leave gaps."""
    runs: list[tuple[str, int, int]] = []
    text = ""
    for _ in range(draw(st.integers(1, 8))):
        gap, words = (
            draw(st.sampled_from(("", "<b>"))),
            draw(st.sampled_from(("a b", "low ", " x"))),
        )
        shown = draw(st.sampled_from((words, "&")))
        runs.append((shown, len(text) + len(gap), len(text) + len(gap) + len(words)))
        text += gap + words
    order = draw(st.permutations(runs))
    sizes = draw(st.lists(st.integers(1, 3), min_size=len(order), max_size=len(order)))
    passages = []
    while order:
        some, order = order[: sizes[0]], order[sizes.pop(0) :]
        placed, shown = [], ""
        for words, start, end in some:
            placed.append(TextRun(len(shown), len(shown) + len(words), start, end))
            shown += words
        passages.append(Passage(PassageKind.PARAGRAPH, shown, tuple(placed)))
    return Document("a.txt", text, tuple(passages))


def read(document: Document, span: Span) -> str:
    """Return the words of ``span``, found by reading every run."""
    words = []
    for passage in document.passages:
        for run in passage.runs:
            low, high = max(span.start, run.source_start), min(span.end, run.source_end)
            if low >= high:
                continue
            if run.end - run.start != run.source_end - run.source_start:
                words.append(passage.text[run.start : run.end])
            else:
                away = run.start - run.source_start
                words.append(passage.text[low + away : high + away])
    return " ".join("".join(words).split())


@given(documents(), st.integers(0, 40), st.integers(0, 40))
def test_words_are_those_of_all_runs_in_reading_order(
    document: Document, one: int, other: int
) -> None:
    span = Span(min(one, other), max(one, other))
    assert document.visible(span) == read(document, span)
    assert pickle.loads(pickle.dumps(document)).visible(span) == document.visible(span)


def test_documents_are_found_by_name() -> None:
    one, other = Document("a.txt", "A.", ()), Document("b.txt", "B.", ())
    corpus = Corpus("", (one, other))
    assert corpus.document("b.txt") is other
    with pytest.raises(KeyError, match=r"c\.txt"):
        corpus.document("c.txt")


@given(st.lists(st.builds(Span, st.integers(0, 4), st.integers(0, 4)), max_size=6))
def test_spans_are_ordered_by_start_and_end(spans: list[Span]) -> None:
    assert sorted(spans) == sorted(spans, key=lambda span: (span.start, span.end))
    for one in spans:
        for other in spans:
            assert (one <= other) == ((one.start, one.end) <= (other.start, other.end))
            assert (one > other) == ((one.start, one.end) > (other.start, other.end))


def test_the_digest_takes_in_what_the_id_leaves_out() -> None:
    document = Document("a.txt", "a b", (Passage.plain(PassageKind.PARAGRAPH, "a b", 0, 3),))
    others = [
        evolve(document, author="Orne"),
        evolve(document, authority=0.75),
        evolve(document, passages=()),
        evolve(document, passages=(evolve(document.passages[0], level=1),)),
    ]
    assert {one.id for one in others} == {document.id}
    assert len({one.digest for one in (document, *others)}) == 5
    assert evolve(document).digest == document.digest
