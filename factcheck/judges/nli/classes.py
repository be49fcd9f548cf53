"""Which number of a model's output stands for what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from factcheck.errors import JudgeError

_NAMES = {
    "entailment": re.compile(r"entail(ment|s|ed)?"),
    "neutral": re.compile(r"neutral(ity)?"),
    "contradiction": re.compile(r"contradict(ion|s|ed|ory)?"),
}


@frozen
class Classes:
    """The places of the three classes in what a model puts out for a pair."""

    entailment: int
    neutral: int
    contradiction: int


def read_classes(names: Mapping[str, str], place: str) -> Classes:
    """Return the places of the classes that a model names.

    Models have them in different orders, so they are told by their names alone.

    Args:
        names: the table ``id2label`` of the model's configuration.
        place: what messages call the model.

    Raises:
        JudgeError: the classes are not entailment, neutral and contradiction, each once.
    """
    found: dict[str, int] = {}
    for number, name in names.items():
        for known, pattern in _NAMES.items():
            if pattern.fullmatch(name.strip().lower()) and number.isdecimal():
                found[known] = int(number)
    if len(names) == len(_NAMES) and sorted(found.values()) == [0, 1, 2]:
        return Classes(**found)
    told = ", ".join(f"{number}: {name}" for number, name in names.items()) or "no classes"
    raise JudgeError(
        f"{place}: names {told} (id2label in config.json); a judge has to tell entailment, neutral "
        f"and contradiction apart. {_mend(names, found)}"
    )


def _mend(names: Mapping[str, str], found: Mapping[str, int]) -> str:
    unnamed = all(name.upper().startswith("LABEL_") for name in names.values())
    if len(names) == len(_NAMES) and unnamed:
        return "If it does, write their names there; its description says their order."
    if "contradiction" not in found:
        return "This one knows no contradiction, so it cannot be used."
    return "This one does not, so it cannot be used."
