"""A check in parts yields what a check in memory yields, to the byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.engines import Processes, Serial
from factcheck.engines.connecting import local
from factcheck.errors import ConfigurationError, CorpusError
from factcheck.judging import SecondOpinion
from factcheck.model import CandidatePair, Opinion
from factcheck.partitions import PartitionedCheck
from factcheck.pipeline import make_pipeline
from factcheck.protocols import Engine
from factcheck.reading import read, stream
from factcheck.reporting import render
from factcheck.settings import Settings

T = TypeVar("T")
R = TypeVar("R")

CORPUS = Path(__file__).parents[3] / "corpus"


def in_memory(path: Path, settings: Settings) -> bytes:
    return render(fc.check(read(path), settings).run, "jsonl").encode("utf-8", "backslashreplace")


def in_parts(path: Path, settings: Settings, folder: Path, size: int, engine: Engine) -> bytes:
    pipeline = evolve(make_pipeline(settings), engine_for=lambda size: engine)
    check = PartitionedCheck(pipeline, size)
    check.run(stream(path), folder)
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


@pytest.mark.parametrize("collection", ["ketamine", "kefir"])
@pytest.mark.parametrize("size", [1, 8_000, 10**9])
def test_parts_of_any_size_yield_the_same_bytes(collection: str, size: int, tmp_path: Path) -> None:
    settings = Settings()
    expected = in_memory(CORPUS / collection, settings)
    assert in_parts(CORPUS / collection, settings, tmp_path / "out", size, Serial()) == expected


RETOLD = (
    "The Orne bridge was built in 1902. It is 20 metres long. It has iron gates. It carries"
    " trams. It was painted green in 1950. Its keeper lives in the tower."
)


def test_what_is_retold_comes_out_of_parts_too(tmp_path: Path) -> None:
    told = (
        RETOLD,
        RETOLD.replace("1902", "1903"),
        "A text of its own, on ferries in Bergen.",
        RETOLD,
    )
    for number, text in enumerate(told):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    expected = in_memory(tmp_path, Settings())
    assert b'"retold"' in expected and b"same text as" in expected
    with TemporaryDirectory() as folder:
        found = in_parts(tmp_path, Settings(), Path(folder) / "out", 100, Serial())
    assert found == expected


@pytest.mark.parametrize("within", [False, True])
def test_keys_that_are_common_are_split_in_files_too(
    within: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A key is common in five claims already, which takes hundreds otherwise.
    monkeypatch.setattr("factcheck.blocking.index.COMMON", 5)
    monkeypatch.setattr("factcheck.blocking.index.SPREAD", 4)
    settings = Settings(max_candidates=5, within_documents=within)
    expected = in_memory(CORPUS / "kefir", settings)
    assert b'"cut": 0' not in expected
    assert in_parts(CORPUS / "kefir", settings, tmp_path / "out", 2_000, Serial()) == expected


def test_a_corpus_that_was_read_yields_its_own_run(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": RETOLD}, {"id": "b", "text": RETOLD}, {"id": "c", "text": ""}]
    corpus = fc.read_rows(rows, "dams")
    expected = "".join(render(fc.check(corpus).run, "jsonl"))
    check = PartitionedCheck(make_pipeline(Settings()), 100)
    summary = check.run(corpus, tmp_path / "out")
    assert "".join(file.read_text("utf-8") for file in summary.files) == expected
    assert [one.path for one in summary.failed()] == ["dams#c"]


def test_nothing_to_claim_is_written_too(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Why?", encoding="utf-8")
    expected = in_memory(tmp_path, Settings())
    with TemporaryDirectory() as folder:
        assert in_parts(tmp_path, Settings(), Path(folder) / "out", 100, Serial()) == expected


def test_several_processes_yield_the_same_bytes(tmp_path: Path) -> None:
    expected = in_memory(CORPUS / "lighthouse", Settings(within_documents=True))
    engine = Processes(2)
    settings = Settings(within_documents=True)
    assert in_parts(CORPUS / "lighthouse", settings, tmp_path / "out", 5_000, engine) == expected


def test_a_cluster_yields_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = in_memory(CORPUS / "kefir", Settings())
    monkeypatch.chdir(tmp_path)
    with local(2) as engine:
        found = in_parts(CORPUS / "kefir", Settings(), Path("out"), 9_000, engine)
    assert found == expected


class Again:
    """Does every part twice, as a cluster does where a worker died after its part was done."""

    def map(
        self, work: Callable[[T], R], parts: Iterable[T], known: Sequence[object] = (), /
    ) -> Iterator[R]:
        """Yield what comes of doing a part again."""
        for part in parts:
            work(part)
            yield work(part)


def test_work_that_is_done_twice_does_no_harm(tmp_path: Path) -> None:
    expected = in_memory(CORPUS / "kefir", Settings())
    assert in_parts(CORPUS / "kefir", Settings(), tmp_path / "out", 9_000, Again()) == expected


def test_two_documents_with_one_name_are_an_error(tmp_path: Path) -> None:
    document = fc.read_text("The dam is wet.", name="dam")
    check = PartitionedCheck(make_pipeline(Settings()), 1)
    with pytest.raises(CorpusError, match="'dam'"):
        check.run([document, document], tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    check = PartitionedCheck(make_pipeline(Settings()))
    with pytest.raises(ConfigurationError, match="holds files"):
        check.run([], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


class Contrary:
    """A judge that says something of most pairs, for no reason but what their claims are called."""

    name = "contrary"

    def opinions(self, pairs: Sequence[CandidatePair], /) -> Sequence[Opinion | None]:
        """Return what it holds of each pair."""
        return [self._opinion(int((pair.a.id + pair.b.id)[-2:], 16)) for pair in pairs]

    def _opinion(self, chance: int) -> Opinion | None:
        if chance % 5 == 0:
            return None
        return Opinion(self.name, 0.97, 0.01) if chance % 2 else Opinion(self.name, 0.01, 0.98)


@pytest.mark.parametrize(("most", "size", "jobs"), [(1_000, 1, 1), (20, 3_000, 2)])
def test_another_judge_is_heard_as_in_memory(
    most: int, size: int, jobs: int, tmp_path: Path
) -> None:
    plain = make_pipeline(Settings(engine="serial"))
    second = SecondOpinion(Contrary(), most, plain.settings.min_confidence)
    pipeline = evolve(plain, second=second)
    run = pipeline.run(read(CORPUS / "kefir"))
    assert (run.counts.unasked > 0) == (most == 20)
    assert run.counts.unanswered
    assert any(one.judge == "contrary" for one in run.judgements)
    engine: Engine = Serial() if jobs == 1 else Processes(jobs)
    check = PartitionedCheck(evolve(pipeline, engine_for=lambda size: engine), size)
    summary = check.run(stream(CORPUS / "kefir"), tmp_path / "out")
    assert summary.counts == run.counts
    found = "".join(file.read_text("utf-8") for file in summary.files)
    assert found == "".join(render(run, "jsonl"))


def test_two_checks_do_not_write_into_one_folder(tmp_path: Path) -> None:
    target = tmp_path / "out"
    within = PartitionedCheck(make_pipeline(Settings()))

    def told(stage: str, done: int, total: int) -> None:
        with pytest.raises(ConfigurationError, match="another check writes into it"):
            within.run([], target)

    document = fc.read_text("The dam was finished in 1962.", name="dam")
    summary = PartitionedCheck(make_pipeline(Settings()), progress=told).run([document], target)
    assert summary.lines["claims"] == 1
    assert {file.suffix for file in target.iterdir()} == {".jsonl"}


def test_a_file_is_no_folder_for_a_result(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="holds files"):
        PartitionedCheck(make_pipeline(Settings())).run([], tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"
