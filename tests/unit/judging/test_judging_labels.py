"""What a finding is about is told in the words of a source where they stand together."""

from __future__ import annotations

import pytest

import factcheck as fc


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("The mill was rebuilt in 1890.", "The mill was rebuilt in 1902.", "mill was rebuilt"),
        ("There is no Wi-Fi in the hostel.", "Wi-Fi is available in the hostel.", "Wi-Fi"),
        ("A day pass costs £7.", "The day pass costs £9.", "day pass costs"),
        ("Lunch is served until 2 pm.", "Lunch is served until 3 pm.", "Lunch"),
        (
            "The quarry stands 300 metres from the village.",
            "The quarry is 2 km from the village.",
            "distance, quarry",
        ),
    ],
)
def test_an_aspect_reads_as_a_source_has_it(first: str, second: str, label: str) -> None:
    found = fc.judge_pair(first, second)
    assert found is not None
    assert found.label == label


def test_a_label_does_not_tell_the_answer() -> None:
    found = fc.judge_pair("The harbour is not open at night.", "The harbour is open at night.")
    assert found is not None
    assert "not" not in found.label.split()
    assert {"harbour", "open"} <= set(found.label.split())


def test_a_label_holds_no_end_of_a_bracket() -> None:
    found = fc.judge_pair(
        "The Harbour Guild (HG) leases the quay from the town.",
        "The Harbour Guild (HG) leases the quay from the county.",
    )
    assert found is None or not set(found.label) & set("()")


def test_a_name_keeps_its_capital_at_the_start_of_a_sentence() -> None:
    found = fc.judge_pair("Wendover Bridge opened in 1931.", "Wendover Bridge opened in 1934.")
    assert found is not None
    assert found.label == "Wendover Bridge opened"
