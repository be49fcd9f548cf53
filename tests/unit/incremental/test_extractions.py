"""Documents that were read before are not read again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.incremental import Memory, digest_of_lexicon, extractions
from factcheck.lexicon import load
from factcheck.model import Document
from factcheck.pipeline import Pipeline, make_pipeline
from factcheck.protocols import Extraction
from factcheck.reading import corpus_of
from factcheck.store.runs import open_runs

TOWER = fc.read_text("The tower is 36 metres tall. Is it old?", name="tower.txt")
FERRY = fc.read_text("The ferry was launched in 1962.", name="ferry.txt")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(fc.Settings())


class Counting:
    """Reads documents and notes which."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self.read: list[str] = []

    def __call__(self, documents: Sequence[Document]) -> Iterator[list[Extraction]]:
        for document in documents:
            self.read.append(document.name)
            yield [self.pipeline.extractor.extract(document)]


class Entries(dict[str, bytes]):
    """Entries that last as long as a test."""

    def recall(self, keys: Sequence[str]) -> dict[str, bytes]:
        return {key: self[key] for key in keys if key in self}

    def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = ()) -> None:
        self.update(entries)
        for key in drop:
            self.pop(key, None)


def test_only_what_is_new_is_read(pipeline: Pipeline) -> None:
    kept, extract = Memory(Entries(), "basis"), Counting(pipeline)
    first = extractions(kept, (TOWER,), extract)
    both = extractions(kept, (FERRY, TOWER), extract)
    assert extract.read == ["tower.txt", "ferry.txt"]
    assert both[1].claims == first[0].claims
    assert both[1].skipped == pipeline.extractor.extract(TOWER).skipped
    assert [claim.source for claim in both[0].claims] == [FERRY]


@pytest.mark.parametrize(
    "changed",
    [
        evolve(TOWER, name="mast.txt"),
        evolve(TOWER, title="Towers"),
        evolve(TOWER, passages=TOWER.passages[:0]),
        fc.read_text("The tower is 37 metres tall. Is it old?", name="tower.txt"),
    ],
)
def test_a_document_that_differs_in_anything_is_read_again(
    pipeline: Pipeline, changed: Document
) -> None:
    kept, extract = Memory(Entries(), "basis"), Counting(pipeline)
    extractions(kept, (TOWER,), extract)
    extractions(kept, (changed,), extract)
    assert len(extract.read) == 2


def test_another_basis_reads_again(pipeline: Pipeline) -> None:
    entries, extract = Entries(), Counting(pipeline)
    extractions(Memory(entries, "one"), (TOWER,), extract)
    extractions(Memory(entries, "another"), (TOWER,), extract)
    assert len(extract.read) == 2


def test_the_basis_goes_by_the_content_of_packs(tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('name = "pack"\nadjectives = ["grue"]\n')
    first = digest_of_lexicon(load([pack]))
    assert digest_of_lexicon(load([pack])) == first
    pack.write_text('name = "pack"\nadjectives = ["bleen"]\n')
    assert digest_of_lexicon(load([pack])) != first
    assert digest_of_lexicon(load(["english"])) != digest_of_lexicon(load(["english", "health"]))


def test_work_that_is_cut_short_is_kept_as_far_as_it_went(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    def dying(documents: Sequence[Document]) -> Iterator[list[Extraction]]:
        yield [pipeline.extractor.extract(documents[0])]
        raise KeyboardInterrupt

    extract = Counting(pipeline)
    with closing(open_runs(tmp_path / "runs.db")) as runs:
        with pytest.raises(KeyboardInterrupt):
            extractions(Memory(runs, "basis"), (TOWER, FERRY), dying)
        extractions(Memory(runs, "basis"), (TOWER, FERRY), extract)
    assert extract.read == ["ferry.txt"]


def test_a_check_reads_each_document_once(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    settings = fc.Settings(runs=str(tmp_path / "runs.db"))
    corpus = corpus_of([TOWER, FERRY])
    first = fc.check(corpus, settings)
    again = fc.check(corpus, settings, progress=lambda *step: told.append(step))
    assert again.to_data() == first.to_data()
    assert not [step for step in told if step[0] == "extract"]
    assert fc.extract(corpus, settings).claims == fc.extract(corpus).claims


def test_a_lexicon_has_one_digest_in_all_processes() -> None:
    program = (
        "from factcheck.incremental import digest_of_lexicon\n"
        "from factcheck.lexicon import load\n"
        "print(digest_of_lexicon(load(())))"
    )
    here = Path(fc.__file__).parents[1]
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(here)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    }
    assert len(told) == 1
