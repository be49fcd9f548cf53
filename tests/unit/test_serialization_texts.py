from __future__ import annotations

import json

import pytest

from factcheck.errors import ConfigurationError
from factcheck.serialization import decoded, parsed


def test_json_is_read_as_it_stands() -> None:
    assert parsed(decoded('{"é": [1]}'.encode(), "a.json"), "a.json", "run") == {"é": [1]}


def test_bytes_that_are_no_utf8_are_told_by_the_files_name() -> None:
    with pytest.raises(ConfigurationError, match=r"^a\.json: is not UTF-8"):
        decoded(b"\xff", "a.json")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{\n  1}", r"^a\.json, line 2: is not JSON"),
        ("[" * 100_000, r"^a\.json: is no run: it is nested too deeply"),
        (json.dumps(1) * 5000, r"^a\.json: is no run: "),
    ],
)
def test_what_is_no_json_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        parsed(text, "a.json", "run")
