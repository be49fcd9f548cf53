"""How often a finding of this sort is right: a logistic model whose weights are data.

The weights are fitted to findings that people have judged (``factcheck evaluate calibrate``) by
logistic regression, the usual way of turning scores into probabilities (Platt, "Probabilistic
outputs for support vector machines", 1999). Every finding starts from the weight of its rule and
stance; what speaks for it or against it is added.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log, tanh
from pathlib import Path

from attrs import frozen

from factcheck.errors import ConfigurationError
from factcheck.model import Grounds, Judgement, Opinion, Stance, Vote

OPINION = "opinion"
"""What stands in the place of a rule for what only a judge beside the rules finds."""

LEAST, MOST = 0.02, 0.98
"""No finding of a rule is certain, either way."""


@frozen
class Calibration:
    """The weights of the model, by feature name (see ``features``)."""

    weights: Mapping[str, float]

    def confidence(
        self, rule: str, stance: Stance, grounds: Grounds, votes: tuple[Vote, ...]
    ) -> float:
        """Return the share of findings like this one that are right, from 0 to 1."""
        score = self.score(features(rule, stance, grounds, votes))
        return round(min(MOST, max(LEAST, (1 + tanh(score / 2)) / 2)), 3)

    def score(self, found: Mapping[str, float]) -> float:
        """Return what features add up to, as the logarithm of the odds."""
        weight = self.weights.get
        return sum([weight(name, 0.0) * value for name, value in found.items()])


def features(
    rule: str, stance: Stance, grounds: Grounds, votes: tuple[Vote, ...]
) -> dict[str, float]:
    """Return what speaks for a finding and against it, by name.

    ``<stance>`` and ``<rule>.<stance>`` are 1 for the finding's own, so that a rule which was
    hardly measured falls back on its stance. ``strength``, ``subject``, ``containment``,
    ``jaccard``, ``hedged`` and ``together`` are those of its grounds. ``seconded`` and ``opposed``
    count the other rules that say the same and something else.

    What a judge beside the rules finds has features of its own: ``opinion.<stance>`` is 1, and with
    ``agreement`` or ``conflict`` for ``<kind>``, ``opinion.<kind>.held`` is how likely it holds
    that, as the logarithm of the odds (a tension as likely as a contradiction), and
    ``opinion.<kind>.together`` is 1 for claims that somebody put side by side, which differ far
    more often than others. Likeness of words tells nothing of one that reads sentences.
    """
    if rule == OPINION and grounds.opinion is not None:
        return _of_opinion(stance, grounds.together, grounds.opinion)
    others = [vote for vote in votes if vote.rule != rule]
    seconded = sum(vote.stance is stance for vote in others)
    return {
        stance.value: 1.0,
        f"{rule}.{stance.value}": 1.0,
        "strength": grounds.strength,
        "subject": grounds.subject,
        "containment": grounds.containment,
        "jaccard": grounds.jaccard,
        "hedged": float(grounds.hedged),
        "together": float(grounds.together),
        "seconded": float(seconded),
        "opposed": float(len(others) - seconded),
    }


def counts_as(judgement: Judgement) -> float:
    """Return what the confidence of a judgement counts as where much hangs on it.

    What only another judge finds counts as the square, since nobody can see why it should be so:
    as if it had to be found twice.
    """
    return judgement.confidence ** (2 if judgement.rule == OPINION else 1)


def of_opinions(name: str) -> bool:
    """Return whether a feature tells of a judge beside the rules."""
    return name.startswith(f"{OPINION}.")


def _of_opinion(stance: Stance, together: bool, opinion: Opinion) -> dict[str, float]:
    agrees = stance is Stance.AGREES
    likely = min(MOST, max(LEAST, opinion.agrees if agrees else opinion.contradicts))
    kind = f"{OPINION}.{'agreement' if agrees else 'conflict'}"
    return {
        f"{OPINION}.{stance.value}": 1.0,
        f"{kind}.held": log(likely / (1 - likely)),
        f"{kind}.together": float(together),
    }


@cache
def built_in() -> Calibration:
    """Return the calibration that comes with the library."""
    text = files("factcheck.judging").joinpath("calibration.toml").read_text(encoding="utf-8")
    return Calibration(tomllib.loads(text)["weights"])


def load_calibration(path: str | Path) -> Calibration:
    """Return the calibration in a TOML file whose table ``weights`` maps features to numbers.

    Raises:
        ConfigurationError: the file cannot be read or has another shape.
    """
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: invalid TOML: {error}") from error
    weights = data.get("weights")
    if not isinstance(weights, dict):
        raise ConfigurationError(f"{path}: has no table [weights].")
    for name, weight in weights.items():
        if isinstance(weight, bool) or not isinstance(weight, int | float):
            raise ConfigurationError(f"{path}: the weight {name!r} is no number: {weight!r}.")
    return Calibration({name: float(weight) for name, weight in weights.items()})
