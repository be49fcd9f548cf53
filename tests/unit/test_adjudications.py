"""What people decided is read line by line, and what is wrong is told with its line and key."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcheck.errors import ConfigurationError
from factcheck.model import Adjudication, RatedClaim
from factcheck.model.adjudication import Author, AuthorKind, Decision, Rating
from factcheck.serialization import read_adjudications

GOOD: dict[str, Any] = {
    "finding": "fp-1",
    "decision": "true_conflict",
    "author": {"name": "Desk", "kind": "organization", "url": "https://example.org/desk"},
    "date": "2026-03-31",
    "url": "https://example.org/checks/1",
    "note": "See the log.",
    "ratings": [{"claim": "fp-2", "rating": "mixed", "label": "Half so", "summary": "It is."}],
}


def test_a_line_is_an_adjudication() -> None:
    short = {key: GOOD[key] for key in ("decision", "date")}
    lines = [
        "\ufeff" + json.dumps(GOOD) + "\n",
        "\n",
        json.dumps({**short, "finding": "fp-9", "author": {"name": "A. Reader"}}),
    ]
    assert read_adjudications(lines, "a.jsonl") == (
        Adjudication(
            "fp-1",
            Decision.TRUE_CONFLICT,
            Author("Desk", AuthorKind.ORGANIZATION, "https://example.org/desk"),
            "2026-03-31",
            (RatedClaim("fp-2", Rating.MIXED, "Half so", "It is."),),
            "https://example.org/checks/1",
            "See the log.",
        ),
        Adjudication("fp-9", Decision.TRUE_CONFLICT, Author("A. Reader"), "2026-03-31"),
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"decision": "yes"}, "'yes' is not allowed; there are true_conflict, not_a_conflict"),
        ({"decision": "skip"}, r"there are .* @ adjudication\.decision"),
        ({"decision": "duplicate"}, "a decision 'duplicate' rates no claim"),
        ({"date": "31 March"}, "'31 March' is not allowed; give a day as in 2026-03-31"),
        ({"url": "desk"}, "url: 'desk' is not allowed; give a web address"),
        ({"extra": 1, "more": 2}, "unknown key 'extra', 'more'"),
        ({"finding": 7}, r"str expected, found 7 @ adjudication\.finding"),
        ({"author": {"name": ""}}, "name must not be empty @ adjudication.author"),
        ({"author": "Desk"}, r"data of another shape expected @ adjudication\.author"),
        ({"ratings": 3}, r"data of another shape expected @ adjudication\.ratings"),
        (
            {"ratings": [{"claim": "fp-2"}]},
            r"key 'rating' missing @ adjudication\.ratings\[0\]\.rating",
        ),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        read_adjudications(["", json.dumps({**GOOD, **change})], "a.jsonl")
    assert str(caught.value).startswith("a.jsonl, line 2: ")


def test_a_missing_key_is_told() -> None:
    with pytest.raises(ConfigurationError, match=r"line 1: .*missing @ adjudication\.author"):
        read_adjudications(
            ['{"finding": "fp-1", "decision": "duplicate", "date": "2026-01-01"}'], "a"
        )


def test_one_finding_is_decided_once() -> None:
    with pytest.raises(ConfigurationError, match="line 3: the finding fp-1 is adjudicated in"):
        read_adjudications([json.dumps(GOOD), "", json.dumps(GOOD)], "a.jsonl")


@pytest.mark.parametrize("line", ["{", "[1]", "3"])
def test_a_line_that_is_no_object_is_told(line: str) -> None:
    with pytest.raises(
        ConfigurationError, match=r"^a, line 1: (is not JSON|must be an object with)"
    ):
        read_adjudications([line], "a")
