"""Findings that another may repeat."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck as fc
from factcheck.web.neighbours import Neighbours

TEXTS = {
    "north.txt": "The mill was built in 1784. The bridge was built in 1801.",
    "south.txt": "The mill was built in 1812. The bridge was built in 1833.",
    "east.txt": "The school was built in 1850.",
    "west.txt": "The school was built in 1871.",
}


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Neighbours:
    folder: Path = tmp_path_factory.mktemp("documents")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Neighbours(fc.check(fc.read(folder)).disputes)


def of(neighbours: Neighbours, word: str, find: str = "", most: int = 9) -> list[tuple[str, bool]]:
    own = {one.question.split()[0].lower(): one for one in neighbours.of("", frozenset(), "", 9)}
    documents = frozenset({"north.txt", "south.txt"} if word != "school" else {"east.txt"})
    found = neighbours.of(own[word].fingerprint, documents, find, most)
    return [(one.question.split()[0].lower(), one.related) for one in found]


def test_those_of_the_same_documents_come_first(neighbours: Neighbours) -> None:
    assert of(neighbours, "mill") == [("bridge", True), ("school", False)]
    assert of(neighbours, "mill", most=1) == [("bridge", True)]
    assert of(neighbours, "school") == [("bridge", False), ("mill", False)]


def test_words_narrow_them_down(neighbours: Neighbours) -> None:
    assert of(neighbours, "mill", "SCHOOL") == [("school", False)]
    assert of(neighbours, "mill", "1871") == [("school", False)]
    assert of(neighbours, "mill", "mill") == []
    assert of(neighbours, "mill", "school nowhere") == []
