"""A dispute in a line of text."""

from __future__ import annotations

import factcheck as fc


def disputes(*texts: str) -> tuple[fc.Dispute, ...]:
    documents = tuple(fc.read_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return fc.check(fc.Corpus("", documents)).disputes


def test_a_dispute_prints_its_topic_and_its_sides() -> None:
    (dispute,) = disputes("The mill was built in 1784.", "The mill was built in 1812.")
    line = str(dispute)
    assert line.startswith(f"≠ {dispute.topic}: ")
    assert "\n" not in line
    for position in dispute.positions:
        assert f"{position.letter} {position.label} ({', '.join(position.sources)})" in line
    assert "1784 (0.txt)" in line
    assert "1812 (1.txt)" in line


def test_a_side_names_all_its_sources() -> None:
    (dispute,) = disputes(
        "The mill was built in 1784.", "The mill was built in 1812.", "The mill was built in 1812."
    )
    assert "1812 (1.txt, 2.txt)" in str(dispute)
    assert dispute.sources == ("0.txt", "1.txt", "2.txt")


def test_sides_that_deny_each_other_do_not_print_alike() -> None:
    (dispute,) = disputes("The mill has no chimney.", "The mill has a chimney.")
    first, second = (position.label for position in dispute.positions)
    assert first != second
