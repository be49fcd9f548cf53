"""Files of sections: whole or not there, read piece by piece, sorted beyond memory."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.partitions.archive import Numbering
from factcheck.partitions.sections import Sections, Sorter, mapped, write_sections, write_values
from factcheck.partitions.sections import values as values_of


@given(st.lists(st.binary(max_size=20), max_size=9))
def test_sections_come_back_as_they_were_written(written: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        assert write_sections(path, written) == len(written)
        read = Sections(path)
        assert [bytes(section) for section in read] == written
        assert [bytes(section) for section in read[1:]] == written[1:]


def test_writing_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError

    path = tmp_path / "file"
    write_sections(path, [b"before"])
    with pytest.raises(RuntimeError):
        write_sections(path, failing())
    assert [bytes(section) for section in Sections(path)] == [b"before"]
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_writing_twice_is_writing_once(tmp_path: Path) -> None:
    for _ in range(2):
        write_values(tmp_path / "file", [1, {"two": 2}])
    assert list(values_of(tmp_path / "file")) == [1, {"two": 2}]


def test_an_empty_file_is_mapped_too(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert list(mapped(tmp_path / "empty").cast("Q")) == []


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(OSError, match="taken"):
        write_sections(tmp_path / "taken" / "file", [])


@given(st.lists(st.tuples(st.integers(), st.text(max_size=3))), st.integers(1, 5))
def test_sorting_keeps_the_order_of_equals_beyond_memory(
    values: list[tuple[int, str]], most: int
) -> None:
    with TemporaryDirectory() as folder:
        sorter = Sorter[tuple[int, str]](Path(folder) / "sorted", itemgetter(0), most)
        for value in values:
            sorter.add(value)
        assert list(sorter) == sorted(values, key=itemgetter(0))


@given(st.lists(st.integers(0, 4), min_size=1))
def test_every_number_has_a_part(sizes: list[int]) -> None:
    numbering = Numbering.of(sizes)
    assert len(numbering) == sum(sizes)
    for part in range(len(sizes)):
        assert len(numbering.numbers(part)) == sizes[part]
        assert all(numbering.part(number) == part for number in numbering.numbers(part))
