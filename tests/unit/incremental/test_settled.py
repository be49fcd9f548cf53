"""Groups of judgements come to what they came to before, where nothing of theirs has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from attrs import define

import factcheck as fc
from factcheck.graph import Group, Numbered, Part, Settling, agreed, disputed, graph_of
from factcheck.incremental import Memory, settled
from factcheck.model import Run
from factcheck.reading import corpus_of
from factcheck.store.runs import open_runs

T = TypeVar("T")
SITES = ("bridge", "weir", "mill", "tower")
PASSAGE = "The keeper of the old {site} on the Orne wrote down every flood by hand for forty years."


def run_of(**texts: str) -> Run:
    """Return a run over documents on four sites, some of them with other texts."""
    plain = {
        f"{site}{number}": f"The Orne {site} was built in {1900 + number % 2}. The Orne {site} is "
        f"{'not ' if number == 2 else ''}open. {PASSAGE.format(site=site)}"
        for site in SITES
        for number in range(3)
    }
    documents = (fc.read_text(text, name) for name, text in sorted((plain | texts).items()))
    return fc.check(corpus_of(documents), settings=fc.Settings(jobs=1)).run


@define
class Counting:
    """Counts what has to be worked out."""

    settling: Settling
    worked: int = 0

    def parts(self, group: Group, work: Callable[[], Sequence[Part]], /) -> Sequence[Part]:
        return self.settling.parts(group, lambda: self._counted(work))

    def count(self, claims: Collection[int], work: Callable[[], int], /) -> int:
        return self.settling.count(claims, lambda: self._counted(work))

    def _counted(self, work: Callable[[], T]) -> T:
        self.worked += 1
        return work()


def worked(memory: Memory, run: Run, retold: tuple[tuple[str, str], ...] | None = None) -> int:
    """Return how much of the findings has to be worked out; they are those of the run."""
    standing: Numbered = graph_of(run.judgements)
    pairs = run.retold if retold is None else retold
    with settled(memory, run.corpus.title, standing, pairs) as settling:
        counting = Counting(settling)
        assert disputed(standing, counting) == (run.disputes, run.qualifications)
        found = agreed(standing, run.corpus, pairs, counting)
    if retold is None:
        assert found == run.agreements
    return counting.worked


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with closing(open_runs(tmp_path / "runs.db")) as runs:
        yield Memory(runs, "basis")


def test_where_nothing_changed_nothing_is_worked_out(memory: Memory) -> None:
    run = run_of()
    assert run.disputes
    assert run.agreements
    assert worked(memory, run) > 4 * len(SITES)
    assert worked(memory, run) == 0


def test_an_edit_has_the_findings_of_its_claims_worked_out(memory: Memory) -> None:
    whole = worked(memory, run_of())
    edited = run_of(mill1="The Orne mill was built in 1907. The Orne mill is open.")
    assert 0 < worked(memory, edited) < whole


def test_what_is_retold_otherwise_is_counted_anew(memory: Memory) -> None:
    run = run_of()
    worked(memory, run)
    one = run.agreements[0].claims
    assert 0 < worked(memory, run, (*run.retold, (one[0].id, one[1].id))) < len(run.agreements)
