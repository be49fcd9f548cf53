"""Pairs that were judged before are not judged again, and no others are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.model import CandidatePair, Corpus, Judgement
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.protocols import Judge, Linking
from factcheck.reporting import render
from factcheck.store.runs import RunStore, open_runs

SITES = ("bridge", "weir", "mill")


def texts(count: int) -> dict[str, str]:
    return {
        f"{number:02}.txt": " ".join(
            f"The Orne {site} was built in {1900 + (number * place) % 7}. The Orne {site} is"
            f" {20 + number % 3} metres long. It has {'no ' if number % 4 else ''}iron gates."
            for place, site in enumerate(SITES)
        )
        for number in range(count)
    }


def corpus(held: dict[str, str], title: str = "Orne") -> Corpus:
    return Corpus(title, tuple(fc.read_text(text, name) for name, text in held.items()))


class Counting:
    """A judge that counts what it is asked."""

    def __init__(self, judge: Judge, asked: list[CandidatePair]) -> None:
        self._judge = judge
        self._asked = asked

    def __getattr__(self, name: str) -> object:
        return getattr(self._judge, name)

    def judge(self, pair: CandidatePair) -> Judgement | None:
        self._asked.append(pair)
        return self._judge.judge(pair)


class Watched:
    """A pipeline that keeps what it works out, and how much it judges."""

    def __init__(self, pipeline: Pipeline, runs: RunStore, local: bool = True) -> None:
        self.asked: list[CandidatePair] = []
        made = pipeline.make_judge

        def make_judge(linked: Linking) -> Judge:
            counting = Counting(made(linked), self.asked)
            return counting if local else Plain(counting)

        self.scratch = pipeline
        self.pipeline = evolve(pipeline, make_judge=make_judge).remembering(runs)

    def judged(self, documents: Corpus) -> int:
        """Return how many pairs are judged; the run has to equal one from scratch."""
        self.asked.clear()
        scratch = self.scratch.run(documents)
        # A judge is told by its name, and the one that counts has another.
        run = evolve(self.pipeline.run(documents), judges=scratch.judges)
        assert render(run, "json") == render(scratch, "json")
        return len(self.asked)


class Plain:
    """A judge that does not say what its judgements rest on."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def judge(self, pair: CandidatePair) -> Judgement | None:
        return self._judge.judge(pair)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(fc.Settings(jobs=1))


@pytest.fixture
def runs(tmp_path: Path) -> RunStore:
    return open_runs(tmp_path / "runs.db")


def test_nothing_is_judged_twice(pipeline: Pipeline, runs: RunStore) -> None:
    with closing(runs):
        watched = Watched(pipeline, runs)
        assert watched.judged(corpus(texts(5))) > 100
        assert watched.judged(corpus(texts(5))) == 0


def test_a_changed_document_costs_its_own_pairs(pipeline: Pipeline, runs: RunStore) -> None:
    held = texts(6)
    with closing(runs):
        watched = Watched(pipeline, runs)
        whole = watched.judged(corpus(held))
        held["03.txt"] += " The Orne weir was built in 1950."
        assert 0 < watched.judged(corpus(held)) < whole / 2
        assert {
            pair.a.source.name == "03.txt" or pair.b.source.name == "03.txt"
            for pair in watched.asked
        } == {True}


def test_collections_and_thresholds_are_kept_apart(pipeline: Pipeline, runs: RunStore) -> None:
    held = texts(3)
    stricter = make_pipeline(fc.Settings(jobs=1, min_confidence=0.9))
    fewer = make_pipeline(fc.Settings(jobs=1, ignore=("value",)))
    with closing(runs):
        whole = Watched(pipeline, runs).judged(corpus(held))
        assert Watched(pipeline, runs).judged(corpus(held, "Another")) == whole
        assert Watched(stricter, runs).judged(corpus(held)) == whole
        assert Watched(fewer, runs).judged(corpus(held)) == whole
        assert Watched(pipeline, runs).judged(corpus(held)) == 0


def test_a_judge_that_does_not_say_what_it_rests_on_is_asked_again(
    pipeline: Pipeline, runs: RunStore
) -> None:
    with closing(runs):
        watched = Watched(pipeline, runs, local=False)
        whole = watched.judged(corpus(texts(3)))
        assert watched.judged(corpus(texts(3))) == whole


def test_a_run_whose_entries_are_gone_is_judged_anew(pipeline: Pipeline, runs: RunStore) -> None:
    held = corpus(texts(3))

    class Losing:
        """Entries of which another process drops the pairs while they are asked for."""

        def recall(self, keys: Sequence[str], /) -> dict[str, bytes]:
            found = runs.recall(keys)
            return {} if len(keys) == 1 and lost.issuperset(keys) else found

        def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = (), /) -> None:
            lost.update(entries)
            runs.keep(entries, drop)

    lost: set[str] = set()
    with closing(runs):
        scratch = pipeline.run(held)
        for _ in range(2):
            run = pipeline.remembering(Losing()).run(held)
            assert render(run, "json") == render(scratch, "json")


def test_claims_that_only_moved_are_not_judged_again(pipeline: Pipeline, runs: RunStore) -> None:
    held = texts(6)
    with closing(runs):
        watched = Watched(pipeline, runs)
        watched.judged(corpus(held))
        held["03.txt"] = f"Is it noon? {held['03.txt']}"
        assert watched.judged(corpus(held)) == 0


def test_what_was_kept_last_replaces_what_was_kept_before(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    path = tmp_path / "runs.db"
    for number in (3, 4, 5):
        with closing(open_runs(path)) as runs:
            Watched(pipeline, runs).judged(corpus(texts(number)))
            kept = runs.database.read(lambda db: db.execute("SELECT COUNT(*) FROM run_entry"))
    # Five documents, read and described, on three shelves each; the last run and its pairs;
    # choices, passages, groups.
    assert kept == [(2 * 5 + 2 * 3 + 1 + 1 + 1 + 1 + 1,)]
