"""Patterns that choose files."""

from __future__ import annotations

import pytest

from factcheck.reading.globs import asks_for, matches


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "a/b.txt", True),
        ("./*.txt", "a.txt", True),
        ("a/*.txt", "a/b.txt", True),
        ("a/*.txt", "a/b/c.txt", False),
        ("a/**", "a/b/c.txt", True),
        ("a/**/c.txt", "a/c.txt", True),
        ("**/c.txt", "c.txt", True),
        ("**", "a/b.txt", True),
        ("drafts/", "drafts", True),
        ("drafts", "old/drafts", True),
        ("/a.txt", "a.txt", True),
        ("?.txt", "ab.txt", False),
        ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False),
        ("[a-c].txt", "b.txt", True),
        ("[c-a].txt", "-.txt", True),
        ("[]].txt", "].txt", True),
        ("[", "[", True),
        ("a+(b).txt", "a+(b).txt", True),
        ("*", "line\nbreak.txt", True),
        ("*.txt", "a.md", False),
    ],
)
def test_matches(pattern: str, name: str, expected: bool) -> None:
    assert matches(pattern, name) is expected


def test_a_pattern_asks_for_the_ending_or_name_that_it_spells_out() -> None:
    assert asks_for("*.log", "a/b.log")
    assert asks_for("notes/LICENSE", "notes/LICENSE")
    assert not asks_for("notes/*", "notes/a.log")
    assert not asks_for("*", "LICENSE")
