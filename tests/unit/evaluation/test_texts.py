from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import pytest

from factcheck.errors import GoldError
from factcheck.evaluation.texts import Task, as_label, compare, read_texts


def words(text: str, answer: Any) -> Mapping[str, AbstractSet[Hashable]]:
    """Count short and long words apart; every word must be one of the text."""
    if any(word not in text for word in answer):
        raise ValueError("no word of the text")
    return {
        "short": frozenset(word for word in answer if len(word) < 4),
        "long": frozenset(word for word in answer if len(word) >= 4),
    }


WORDS = Task("words", words, needs=("language",))


def line(**fields: object) -> str:
    return json.dumps({"id": 1, "text": "An owl hunts at night", "language": "en", **fields})


def test_a_text_comes_with_what_the_task_needs_and_its_gold_if_any() -> None:
    first, second = read_texts([line(), "", line(words=["owl", "hunts"])], "f", WORDS)
    assert (first.id, first.given, first.gold) == ("1", {"language": "en"}, None)
    assert second.gold == {"short": {"owl"}, "long": {"hunts"}}


@pytest.mark.parametrize(
    ("bad", "part"),
    [
        ("[]", "must be an object with 'id' and 'text'"),
        (line(text=None), "'text' must be a text, not None"),
        (line(language=3), "'language' must be a text, not 3"),
        (line(words=["bat"]), "'words' is not in the documented form"),
        (line(words=3), "'words' is not in the documented form"),
    ],
)
def test_a_bad_line_is_named(bad: str, part: str) -> None:
    with pytest.raises(GoldError) as caught:
        list(read_texts([line(), bad], "file.jsonl", WORDS))
    assert str(caught.value).startswith(f"file.jsonl, line 2: {part}")


def test_figures_count_over_all_texts_with_gold() -> None:
    texts = list(read_texts([line(words=["owl", "hunts", "night"]), line(), line(words=[])], "f",
                            WORDS))  # fmt: skip
    long, short = sorted(
        compare(WORDS, texts, [["owl", "hunts"], ["An"], ["at"]]), key=lambda one: one.label
    )
    assert (long.precision, long.recall, long.gold, long.predicted) == (1.0, 0.5, 2, 1)
    assert (short.precision, short.recall, short.gold, short.predicted) == (0.5, 1.0, 1, 2)


def test_a_label_is_one_thing_of_its_own_class() -> None:
    task = Task("label", as_label)
    lines = [json.dumps({"id": i, "text": "x", "label": one}) for i, one in enumerate("aab")]
    figures = {one.label: one for one in compare(task, read_texts(lines, "f", task), "aba")}
    assert (figures["a"].precision, figures["a"].recall, figures["a"].f1) == (0.5, 0.5, 0.5)
    assert figures["b"].f1 == 0.0
