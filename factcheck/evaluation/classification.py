"""Figures of labels against gold labels: precision, recall and F1 of each class."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

# Names that data sets for natural language inference and fact checking use for the same labels.
_SAME_LABEL = {
    "entailment": "agree",
    "entails": "agree",
    "support": "agree",
    "supports": "agree",
    "supported": "agree",
    "contradiction": "contradict",
    "contradicts": "contradict",
    "refute": "contradict",
    "refutes": "contradict",
    "refuted": "contradict",
    "unknown": "neutral",
    "nei": "neutral",
    "not_enough_info": "neutral",
    "not_entailment": "not_agree",
    "not_contradiction": "not_contradict",
}
# A gold file with one of these has two classes: this one and the one that it denies.
_DENIALS = ("not_agree", "not_contradict")


@frozen
class ClassFigures:
    """How well one label is predicted; each share is 0 where it is undefined.

    Attributes:
        label: the class.
        precision, recall, f1: from 0 to 1.
        gold, predicted: how many pairs have the label, and how many were given it.
    """

    label: str
    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "gold": self.gold,
            "predicted": self.predicted,
        }


@frozen
class Classification:
    """How well labels are predicted: each class, their unweighted mean, and accuracy."""

    pairs: int
    accuracy: float
    macro_f1: float
    classes: tuple[ClassFigures, ...]

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values."""
        return {
            "pairs": self.pairs,
            "accuracy": self.accuracy,
            "macro_f1": self.macro_f1,
            "classes": {one.label: one.as_data() for one in self.classes},
        }


def canonical(label: str) -> str:
    """Return the name that a label has here.

    >>> canonical("Refutes")
    'contradict'
    """
    lowered = label.strip().lower()
    return _SAME_LABEL.get(lowered, lowered)


def classify(pairs: Iterable[tuple[str, str]]) -> Classification:
    """Return the figures of (gold label, predicted label) pairs.

    Classes are those of the gold. Where the gold knows only a class and its denial
    (``not_agree``, ``not_contradict``), every other label counts as the denial.
    """
    known = [(canonical(gold), canonical(predicted)) for gold, predicted in pairs]
    denial = next((one for one in _DENIALS if any(gold == one for gold, _ in known)), "")
    if denial:
        affirmed = denial.removeprefix("not_")
        known = [
            (gold if gold == affirmed else denial, label if label == affirmed else denial)
            for gold, label in known
        ]
    classes = tuple(_figures(label, known) for label in sorted({gold for gold, _ in known}))
    right = sum(gold == predicted for gold, predicted in known)
    return Classification(
        pairs=len(known),
        accuracy=right / len(known) if known else 0.0,
        macro_f1=sum(one.f1 for one in classes) / len(classes) if classes else 0.0,
        classes=classes,
    )


def figures_of(label: str, right: int, gold: int, predicted: int) -> ClassFigures:
    """Return the figures of one class from its counts."""
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return ClassFigures(label, precision, recall, f1, gold, predicted)


def _figures(label: str, pairs: list[tuple[str, str]]) -> ClassFigures:
    return figures_of(
        label,
        sum(one == other == label for one, other in pairs),
        sum(one == label for one, _ in pairs),
        sum(one == label for _, one in pairs),
    )
