from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import GoldError
from factcheck.evaluation.classification import canonical, classify
from factcheck.evaluation.pairs import Prediction, TextPair, figures, predictions, read_pairs
from factcheck.model import Claim, Document, Judgement, Span, Stance

SCORER = Path(__file__).parents[4] / "shared" / "bench" / "score.py"


def row(**fields: object) -> str:
    return json.dumps({"id": "p1", "a": "Bees fly.", "b": "Bees walk.", **fields})


def judge(a: str, b: str) -> Judgement | None:
    """Judge by the texts' first letter: = agrees, ! contradicts, ~ qualifies."""
    stances = {"=": Stance.AGREES, "!": Stance.CONTRADICTS, "~": Stance.QUALIFIES}
    if a[0] not in stances:
        return None
    span = Span(0, 1)
    one, other = (Claim(Document(text, text, ()), span, text, span) for text in (a, b))
    return Judgement(one, other, stances[a[0]], 0.75, "polarity", "So.", (), "", span, span)


def test_rows_are_read_and_empty_lines_passed_over() -> None:
    lines = ["\ufeff" + row(), "", "  \n", row(id=7, label="agree", dataset="x")]
    assert list(read_pairs(lines, "f")) == [
        TextPair("p1", "Bees fly.", "Bees walk."),
        TextPair("7", "Bees fly.", "Bees walk.", "agree"),
    ]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "must be an object"),
        (json.dumps({"id": "x", "a": "y"}), "'b' is missing"),
        (row(a=None), "'a' must be a text, not None"),
        (row(id=True), "'id'"),
        (row(label=1), "'label'"),
    ],
)
def test_a_bad_line_is_named(line: str, part: str) -> None:
    with pytest.raises(GoldError) as caught:
        list(read_pairs([row(), line], "file.jsonl"))
    assert "file.jsonl, line 2" in str(caught.value)
    assert part in str(caught.value)


def test_stances_become_labels() -> None:
    pairs = [TextPair(str(i), text, "b") for i, text in enumerate(("=", "!", "~", "?"))]
    assert list(predictions(pairs, judge)) == [
        Prediction("0", "agree", 0.75, "polarity"),
        Prediction("1", "contradict", 0.75, "polarity"),
        Prediction("2", "neutral", 0.75, "polarity"),
        Prediction("3", "neutral", 0.0, ""),
    ]
    assert Prediction("3", "neutral", 0.0, "").as_data() == {
        "id": "3",
        "label": "neutral",
        "confidence": 0.0,
        "rule": "",
    }


def test_figures_leave_out_pairs_without_a_label_and_count_a_missing_answer_as_wrong() -> None:
    pairs = [
        TextPair("1", "=", "", "agree"),
        TextPair("2", "=", "", "agree"),
        TextPair("3", "=", "", "contradict"),
        TextPair("4", "=", ""),
        TextPair("5", "=", "", "neutral"),
    ]
    answers = [Prediction(str(i), "agree", 1.0, "") for i in range(1, 5)]
    found = figures(pairs, answers)
    assert (found.pairs, found.accuracy) == (4, 0.5)
    agree, contradict, neutral = found.classes
    assert [agree.precision, agree.recall] == pytest.approx([2 / 3, 1.0])
    assert (contradict.f1, neutral.f1) == (0.0, 0.0)
    assert found.macro_f1 == pytest.approx(0.8 / 3)


def test_a_denied_class_makes_two_classes() -> None:
    found = classify([("not_agree", "neutral"), ("not_agree", "contradict"), ("agree", "agree")])
    assert found.accuracy == 1.0
    assert [one.label for one in found.classes] == ["agree", "not_agree"]


def test_no_pairs_have_figures() -> None:
    assert classify([]).as_data() == {"pairs": 0, "accuracy": 0.0, "macro_f1": 0.0, "classes": {}}


LABELS = st.sampled_from(["agree", "contradict", "neutral"])


@given(st.lists(st.tuples(LABELS, LABELS), min_size=1))
def test_figures_are_shares_and_perfect_only_where_all_is_right(
    pairs: list[tuple[str, str]],
) -> None:
    found = classify(pairs)
    for one in found.classes:
        assert 0 <= one.precision <= 1
        assert 0 <= one.recall <= 1
        assert min(one.precision, one.recall) - 1e-9 <= one.f1
        assert one.f1 <= max(one.precision, one.recall) + 1e-9
    assert (found.macro_f1 == 1) == (found.accuracy == 1)
    assert canonical(" Supports ") == "agree"


@pytest.mark.skipif(
    not SCORER.exists(),
    reason="the reference scorer lies beside a checkout, in ../shared, and is not here",
)
@pytest.mark.parametrize("labels", [("agree", "contradict", "neutral"), ("agree", "not_agree")])
def test_figures_equal_the_reference_scorer(tmp_path: Path, labels: tuple[str, ...]) -> None:
    said = ("agree", "contradict", "neutral")
    pairs = [TextPair(str(i), "a", "b", labels[i * i % len(labels)]) for i in range(50)]
    answers = [Prediction(str(i), said[i % 3], 1.0, "") for i in range(50)]
    gold, guesses = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    gold.write_text("".join(json.dumps({"id": p.id, "label": p.label}) + "\n" for p in pairs))
    guesses.write_text("".join(json.dumps(one.as_data()) + "\n" for one in answers))
    done = subprocess.run(
        [sys.executable, SCORER, guesses, gold, "--json"],
        capture_output=True,
        check=True,
        text=True,
    )
    expected = json.loads(done.stdout)[str(gold)]
    found = figures(pairs, answers)
    assert found.accuracy == expected["accuracy"]
    assert found.macro_f1 == pytest.approx(expected["macro_F1"])
    for one in found.classes:
        assert one.precision == pytest.approx(expected["classes"][one.label]["P"])
        assert one.recall == pytest.approx(expected["classes"][one.label]["R"])
