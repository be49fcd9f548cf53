"""A check in parts yields what a check in memory yields, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck as fc
from factcheck.engines import Serial
from factcheck.partitions import PartitionedCheck
from factcheck.pipeline import make_pipeline
from factcheck.protocols import Engine
from factcheck.reading import read, stream
from factcheck.reporting import render
from factcheck.settings import Settings

CORPUS = Path(__file__).parents[3] / "corpus"


def in_memory(path: Path, settings: Settings) -> bytes:
    return render(fc.check(read(path), settings).run, "jsonl").encode("utf-8", "backslashreplace")


def in_parts(path: Path, settings: Settings, folder: Path, size: int, engine: Engine) -> bytes:
    check = PartitionedCheck(make_pipeline(settings), engine, size)
    check.run(stream(path), folder)
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


@pytest.mark.parametrize("collection", ["ketamine", "tramway"])
@pytest.mark.parametrize("size", [1, 8_000, 10**9])
def test_parts_of_any_size_yield_the_same_bytes(collection: str, size: int, tmp_path: Path) -> None:
    settings = Settings()
    expected = in_memory(CORPUS / collection, settings)
    assert in_parts(CORPUS / collection, settings, tmp_path / "out", size, Serial()) == expected
