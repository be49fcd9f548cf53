"""Claims choose again where what they meet has changed, and what is kept follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from attrs import define, field

import factcheck as fc
from factcheck.blocking import block
from factcheck.incremental import Memory, choices, retold
from factcheck.model import Claim, Corpus
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.protocols import Linking

STORY = (
    "The Orne mill was built in 1903. It has iron gates. The miller left in 1950.",
    "The Orne weir was built in 1911. It has no gates. The weir broke in 1947.",
    "The keeper drank caffeine. Caffeine raises blood pressure. It has a bitter taste.",
    "The ferry was launched in 1962. The ferry costs £18. It leaves at noon.",
)


@define
class Entries:
    """Entries that last as long as a test, and how often some were put in."""

    held: dict[str, bytes] = field(factory=dict)
    kept: int = 0

    def recall(self, keys: Sequence[str], /) -> dict[str, bytes]:
        return {key: self.held[key] for key in keys if key in self.held}

    def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = (), /) -> None:
        self.kept += 1
        self.held |= entries


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(fc.Settings(jobs=1))


def linked(pipeline: Pipeline, *texts: str) -> Linking:
    documents = tuple(fc.read_text(text, f"{number}.txt") for number, text in enumerate(texts))
    found = (claim for one in documents for claim in pipeline.extractor.extract(one).claims)
    return pipeline.linker(tuple(found), Corpus("", documents))


def rows(found: Linking, memory: Memory, title: str = "", bound: int = 2) -> list[list[int]]:
    """Return the pairs of claims, which are the same as those chosen from scratch."""
    chosen = block(found.claims, found.weights, choices=choices(memory, title), bound=bound)
    scratch = block(found.claims, found.weights, bound=bound)
    assert list(chosen.pairs) == list(scratch.pairs)
    assert chosen.counts == scratch.counts
    return [list(row) for row in chosen.later]


def test_where_nothing_changed_nothing_is_chosen_anew(pipeline: Pipeline) -> None:
    entries = Entries()
    memory = Memory(entries, "basis")
    first = rows(linked(pipeline, *STORY, *STORY), memory)
    assert any(first)
    assert rows(linked(pipeline, *STORY, *STORY), memory) == first
    assert entries.kept == 1


def test_what_is_met_by_many_is_chosen_by_them_anew(pipeline: Pipeline) -> None:
    entries = Entries()
    memory = Memory(entries, "basis")
    before = rows(linked(pipeline, *STORY), memory)
    after = rows(linked(pipeline, *STORY[:3], "The Orne mill was built in 1903."), memory)
    assert after != before
    assert entries.kept == 2


@pytest.mark.parametrize(("title", "bound"), [("another", 2), ("", 3)])
def test_another_collection_or_bound_chooses_by_itself(
    pipeline: Pipeline, title: str, bound: int
) -> None:
    entries = Entries()
    memory = Memory(entries, "basis")
    rows(linked(pipeline, *STORY), memory)
    rows(linked(pipeline, *STORY), memory, title, bound)
    assert len(entries.held) == 2


class Searching:
    """Takes every pair for a retold one, and counts the claims whose pairs it is given."""

    def __init__(self, found: Linking) -> None:
        self.claims: Sequence[Claim] = found.claims
        self.searched = 0

    def __call__(self, given: Sequence[Sequence[int]]) -> list[tuple[str, str]]:
        self.searched += sum(map(bool, given))
        return [
            (min(ids), max(ids))
            for place, row in enumerate(given)
            for other in row
            for ids in [(self.claims[place].id, self.claims[other].id)]
        ]


def searched(found: Linking, memory: Memory) -> int:
    """Return how many claims were searched for what they retell; what is found is the same."""
    pairs = [list(row) for row in block(found.claims, found.weights).later]
    search = Searching(found)
    repeated = sorted(retold(memory, "", found, pairs, search))
    assert repeated == sorted(Searching(found)(pairs))
    return search.searched


def test_documents_are_searched_for_retold_passages_once(pipeline: Pipeline) -> None:
    memory = Memory(Entries(), "basis")
    assert searched(linked(pipeline, *STORY, *STORY), memory) > 4
    assert searched(linked(pipeline, *STORY, *STORY), memory) == 0


def test_a_document_whose_statements_moved_is_searched_again(pipeline: Pipeline) -> None:
    memory = Memory(Entries(), "basis")
    searched(linked(pipeline, *STORY, *STORY), memory)
    moved = searched(linked(pipeline, f"\n\n{STORY[0]}", *STORY[1:], *STORY), memory)
    assert 0 < moved <= 3
