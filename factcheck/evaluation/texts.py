"""Single texts to be read, one JSON object a line, and figures of how well they are read.

A line has ``id``, ``text`` and, where it is to be measured, the right answer under the key of its
task. A prediction has the same form, so that what one run printed is gold for the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from attrs import frozen

from factcheck.errors import GoldError
from factcheck.evaluation.classification import ClassFigures, figures_of
from factcheck.evaluation.lines import objects, text_at

Things = Mapping[str, AbstractSet[Hashable]]
"""What an answer holds, by the name of the figure that counts it."""


@frozen
class Task:
    """What is read out of a text.

    Attributes:
        key: where a line keeps the answer: ``cues``, ``label``, …
        things: returns what counts of an answer, given the text. It may raise ``KeyError``,
            ``TypeError`` or ``ValueError`` where the answer is not in the documented form.
        needs: keys of further texts in a line that the reading needs.
    """

    key: str
    things: Callable[[str, Any], Things]
    needs: tuple[str, ...] = ()


@frozen
class Text:
    """A text to read.

    Attributes:
        id: the line's.
        text: what is to be read.
        given: the further texts that the task needs, by key.
        gold: what counts of the right answer; None where the line has none.
    """

    id: str
    text: str
    given: Mapping[str, str]
    gold: Things | None


def read_texts(lines: Iterable[str], name: str, task: Task) -> Iterator[Text]:
    """Yield the texts of a JSONL file; empty lines are passed over.

    Raises:
        GoldError: a line is no JSON object with what the task needs, or its answer is not in the
            documented form; the message names the line.
    """
    for place, row in objects(lines, name, "'id' and 'text'"):
        text = text_at(row, "text", place)
        gold = None
        if row.get(task.key) is not None:
            try:
                gold = task.things(text, row[task.key])
            except (KeyError, TypeError, ValueError) as error:
                raise GoldError(
                    f"{place}: {task.key!r} is not in the documented form: {error!r}."
                ) from error
        given = {key: text_at(row, key, place) for key in task.needs}
        yield Text(text_at(row, "id", place), text, given, gold)


def compare(task: Task, texts: Iterable[Text], answers: Iterable[Any]) -> tuple[ClassFigures, ...]:
    """Return the figures of answers against gold, counted over all texts that have gold.

    Args:
        task: what was asked.
        texts: what was read.
        answers: the answer to each text, in the same order.
    """
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    for text, answer in zip(texts, answers, strict=True):
        if text.gold is None:
            continue
        found = task.things(text.text, answer)
        for name in (*text.gold, *found):
            gold.setdefault(name, 0)
        for name, things in text.gold.items():
            gold[name] += len(things)
            right[name] += len(things & found.get(name, frozenset()))
        for name, things in found.items():
            predicted[name] += len(things)
    return tuple(
        figures_of(name, right[name], count, predicted[name]) for name, count in gold.items()
    )


def as_label(text: str, answer: Any) -> Things:
    """Return a label as the one thing that counts, under its own name."""
    if not isinstance(answer, str):
        raise TypeError(f"{answer!r} is no text")
    return {answer: frozenset([0])}
