"""What the rules, a judge beside them and both are worth: how it is kept, and how it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import cattrs
from attrs import asdict, field, frozen

from factcheck.evaluation.judges import JudgeFigures
from factcheck.model import Stance

FILE = Path(__file__).with_name("opinions.json")

RULES, ALONE, BOTH = "rules", "the judge by itself", "both"

MORE = 1.5
"""How many times the contradictions of the rules have to be found for a judge to help."""

WORSE = 0.05
"""How much less often they may be right then."""

COUNTED = {
    "conflict_pairs_found": "conflict pairs",
    "headline_conflicts": "main conflicts",
    "contradicts_unlisted": "contradictions not marked",
    "hard_negatives_called_contradicts": "look-alikes called contradictions",
    "hard_negatives_called_qualifies": "… tensions",
    "agreement_pairs_found": "agreement pairs",
    "headline_agreements": "main agreements",
    "verify": "right verdicts",
}
"""The figures of a check that the page shows, with their names there."""


@frozen
class Set:
    """What was measured on pairs, or on the marked pairs of documents.

    Attributes:
        pairs: how many.
        figures: how well each judge does, stance by stance.
        seconds: what the rules took, and both, of a processor.
        asked: how many questions the judge was asked; 0 where that was not counted.
        checked: for documents, the figures of a check by the rules, and of one by both.
    """

    pairs: int
    figures: tuple[JudgeFigures, ...]
    seconds: Mapping[str, float]
    asked: int = 0
    checked: Mapping[str, Mapping[str, str]] = field(factory=dict)

    def of(self, judge: str, stance: Stance) -> JudgeFigures:
        """Return how well a judge does with a stance."""
        return next(one for one in self.figures if (one.judge, one.stance) == (judge, stance))

    @property
    def helped(self) -> bool:
        """Whether both find more contradictions than the rules, and are hardly less often right."""
        before, after = (self.of(judge, Stance.CONTRADICTS) for judge in (RULES, BOTH))
        more = after.right >= max(MORE * before.right, 1)
        return more and (not before.known or after.precision >= before.precision - WORSE)


@frozen
class Ablation:
    """Everything that was measured with one judge.

    Attributes:
        judge: its name, with a hash of what it is.
        rate: pairs of texts that it reads in a second on one processor.
        sets: what was measured, by the names of the sets.
    """

    judge: str
    rate: float
    sets: Mapping[str, Set]


def load(path: Path = FILE) -> Ablation:
    """Return what was recorded."""
    return cattrs.structure(json.loads(path.read_text(encoding="utf-8")), Ablation)


def save(measured: Ablation, path: Path = FILE) -> None:
    """Write down what was measured."""
    data = cattrs.unstructure(asdict(measured))
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def page(measured: Ablation) -> str:
    """Return what was measured as the page shows it."""
    documents = {name: one for name, one in measured.sets.items() if one.checked}
    parts = [
        "## Figures: a second opinion",
        "The rules alone, a [judge beside them](../reference/judges.md) by itself, and both, on "
        "the same pairs: precision / recall, and how many of those found are right. By itself, a "
        "judge says what it holds the likeliest. Rows that were held out are left out here. The "
        "weights of the judge were fitted to rows of these sets, so what counts is "
        "[what its file says](../reference/judges.md#what-becomes-of-an-opinion) of sources that "
        "weights were not fitted to. Time is that of a processor.",
        f"Measured with `{measured.judge}`, which reads {measured.rate:.0f} pairs a second on one "
        "processor.",
        _by_judge("contradictions", Stance.CONTRADICTS, measured.sets),
        _told(measured.sets),
        _by_judge("agreements", Stance.AGREES, measured.sets),
        "Checks of documents by the rules, and by both; the first table has their marked pairs:",
        _checks(documents),
    ]
    return "\n\n".join(parts)


def _by_judge(what: str, stance: Stance, sets: Mapping[str, Set]) -> str:
    rows = [
        [name, str(one.pairs), *(_shares(one.of(j, stance)) for j in (RULES, ALONE, BOTH))]
        + [f"{one.seconds[judge]:.1f} s" for judge in (RULES, BOTH)]
        for name, one in sets.items()
        if one.of(RULES, stance).listed
    ]
    return _table([what, "pairs", RULES, ALONE, BOTH, f"time of {RULES}", f"of {BOTH}"], rows)


def _shares(one: JudgeFigures) -> str:
    if not one.known:
        return f"– / {one.recall:.2f}"
    return f"{one.precision:.2f} / {one.recall:.2f} ({one.right} of {one.known})"


def _told(sets: Mapping[str, Set]) -> str:
    """Return on which sets both find clearly more than the rules, and on which they do not."""
    known = {name: one for name, one in sets.items() if one.of(RULES, Stance.CONTRADICTS).listed}
    helped = [name for name, one in known.items() if one.helped]
    rest = [name for name in known if name not in helped]
    return (
        f"Both find at least {MORE} times the contradictions that the rules find, with a precision "
        f"lower by {WORSE} at most, on {_list(helped)}; not on {_list(rest)}."
    )


def _list(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"


def _checks(sets: Mapping[str, Set]) -> str:
    rows = [
        [name, judge, *(figures.get(key, "") for key in COUNTED), _asked(one, judge)]
        for name, one in sets.items()
        for judge, figures in one.checked.items()
    ]
    return _table(["documents", "by", *COUNTED.values(), "questions"], rows)


def _asked(one: Set, judge: str) -> str:
    return str(one.asked) if judge == BOTH else "0"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    def lines() -> Iterator[Sequence[str]]:
        yield head
        yield ["---"] * len(head)
        yield from rows

    return "\n".join(f"| {' | '.join(line)} |" for line in lines())
