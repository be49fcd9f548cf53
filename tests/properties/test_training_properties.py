"""What holds of every pair that is made to train on."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.lexicon import load
from factcheck.training.generation import Generator, Stated
from factcheck.training.generation.numbers import other_dates, other_figures
from factcheck.training.generation.sentence import Sentence
from factcheck.training.rows import CONTRADICTION

LEXICON = load()
SUBJECTS = st.sampled_from(
    ["The tower", "The northern line", "Kefir", "Anna Orde", "It", "The trams", "A survey"]
)
VERBS = st.sampled_from(
    ["was opened", "has", "cost", "may be seen", "are", "reached", "is not known", "had been"]
)
THINGS = st.sampled_from(
    ["by the council", "a large harbour", "in the old town", "low", "well known", "the keepers"]
)
FIGURES = st.one_of(
    st.integers(2, 99_999).map("with {} people".format),
    st.integers(1500, 2020).map("in {}".format),
    st.floats(0.1, 99, allow_nan=False).map("at {:.1f} per cent".format),
    st.just("with three sons"),
    st.just(""),
)
SENTENCES = st.builds(
    lambda *parts: " ".join(filter(None, parts)) + ".", SUBJECTS, VERBS, THINGS, FIGURES
)
SEEDS = st.integers(0, 99)


@settings(max_examples=80, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=4, unique=True), SEEDS)
def test_pairs_are_made_again_and_contradictions_differ(texts: list[str], seed: int) -> None:
    stated = [Stated(text, "document") for text in texts]
    rows = list(Generator(LEXICON, seed).rows(stated))
    assert rows == list(Generator(LEXICON, seed).rows(stated))
    assert len({(row.premise, row.hypothesis) for row in rows}) == len(rows)
    for row in rows:
        assert row.premise != row.hypothesis
        assert row.label in range(3)
        assert row.hypothesis.strip() == row.hypothesis != ""
        if row.label == CONTRADICTION:
            assert row.premise.lower().split() != row.hypothesis.lower().split()


@settings(max_examples=80, deadline=None)
@given(SENTENCES, SEEDS)
def test_an_edit_of_a_figure_differs_there_alone_and_excludes_it(text: str, seed: int) -> None:
    sentence = Sentence(text, LEXICON)
    for edit in (*other_figures(sentence, Random(seed)), *other_dates(sentence, Random(seed))):
        changed = edit.of(text)
        assert changed[: edit.start] == text[: edit.start]
        assert changed[edit.start + len(edit.new) :] == text[edit.end :]
        before, after = sentence.quantities, sentence.of(changed).quantities
        assert any(
            one.start == other.start and one.interval.disjoint(other.interval)
            for one in before
            for other in after
        )
