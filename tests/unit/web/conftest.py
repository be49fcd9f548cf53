"""A review application that answers, with three findings and somebody of each role."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reviewing import examples
from reviewing.serving import Served, served

from factcheck import api
from factcheck.model import Run


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "a.txt").write_text("The mill was built in 1784.", encoding="utf-8")
    (folder / "b.txt").write_text("The mill was built in 1812.", encoding="utf-8")
    return api.check(api.read(folder)).run


@pytest.fixture
def app(tmp_path: Path, run: Run) -> Iterator[Served]:
    with served(examples.desk(tmp_path), run, examples.EVERYBODY) as here:
        yield here


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Iterator[Served]:
    """The same for tests that change nothing, since starting it takes longer than they do."""
    folder = tmp_path_factory.mktemp("shared")
    with served(examples.desk(folder), run, examples.EVERYBODY) as here:
        yield here
