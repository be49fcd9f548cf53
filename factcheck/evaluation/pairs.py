"""Pairs of texts to be judged, one JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from factcheck.evaluation.classification import Classification, classify
from factcheck.evaluation.lines import objects, text_at
from factcheck.model import Judgement, Stance

# Both texts can hold where one qualifies the other, so the pair is neither class.
_LABELS = {Stance.AGREES: "agree", Stance.CONTRADICTS: "contradict", Stance.QUALIFIES: "neutral"}


@frozen
class TextPair:
    """Two texts; ``label`` is the right answer where the file gives one, else empty."""

    id: str
    a: str
    b: str
    label: str = ""


@frozen
class Prediction:
    """The answer to a pair of texts.

    Attributes:
        id: the pair's.
        label: ``agree``, ``contradict`` or ``neutral``.
        confidence: from 0 to 1; 0 where no rule spoke.
        rule: id of the rule that spoke; empty where none did.
    """

    id: str
    label: str
    confidence: float
    rule: str

    def as_data(self) -> dict[str, object]:
        """Return the answer as plain values."""
        return {
            "id": self.id,
            "label": self.label,
            "confidence": self.confidence,
            "rule": self.rule,
        }


def read_pairs(lines: Iterable[str], name: str) -> Iterator[TextPair]:
    """Yield the pairs of a JSONL text; empty lines are passed over.

    Args:
        lines: the lines.
        name: what messages call the file.

    Raises:
        GoldError: a line is no JSON object with texts ``id``, ``a`` and ``b``; the message names
            the line.
    """
    for place, row in objects(lines, name, "'id', 'a' and 'b'"):
        label = "" if row.get("label") is None else text_at(row, "label", place)
        texts = {key: text_at(row, key, place) for key in ("id", "a", "b")}
        yield TextPair(**texts, label=label)


def predictions(
    pairs: Iterable[TextPair], judge: Callable[[str, str], Judgement | None]
) -> Iterator[Prediction]:
    """Yield an answer to each pair, in order.

    Args:
        pairs: the texts.
        judge: says how two texts stand to each other; ``None`` where it cannot tell.
    """
    for pair in pairs:
        judgement = judge(pair.a, pair.b)
        if judgement is None:
            yield Prediction(pair.id, "neutral", 0.0, "")
        else:
            yield Prediction(
                pair.id, _LABELS[judgement.stance], judgement.confidence, judgement.rule
            )


def figures(pairs: Iterable[TextPair], answers: Iterable[Prediction]) -> Classification:
    """Return how the answers compare with the labels of those pairs that have one."""
    label = {answer.id: answer.label for answer in answers}
    return classify((pair.label, label.get(pair.id, "")) for pair in pairs if pair.label)
