"""Fits what confidence rests on to findings of which the truth is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from factcheck.errors import ConfigurationError, GoldError
from factcheck.evaluation.outcomes import Case
from factcheck.evaluation.reliability import Reliability, reliability
from factcheck.judging.confidence import OPINION, Calibration, features, of_opinions
from factcheck.model import Judgement, Stance

PER_SOURCE = 400
"""Findings of one source that count in full; those of a larger one share this weight, so that no
single collection decides."""

PENALTY = 0.5
"""Inverse strength of the ridge penalty: a rule seen a few times stays near its stance's weight."""

DIGITS = 3


@frozen
class Known:
    """A judgement of which it is known whether it is right."""

    source: str
    judgement: Judgement
    right: bool
    weight: float


def judged(cases: Iterable[Case]) -> list[Known]:
    """Return the judgements of the cases that tell whether they are right."""
    return [
        Known(case.source, case.judgement, right, case.weight)
        for case in cases
        if case.judgement is not None
        and case.judgement.grounds is not None
        and (right := case.right(case.judgement.stance)) is not None
    ]


def of_other_judges(cases: Iterable[Case]) -> list[Case]:
    """Return the cases on which a finding of a judge beside the rules stands."""
    return [one for one in cases if one.judgement is not None and one.judgement.rule == OPINION]


def unseen_stances(cases: Iterable[Case]) -> tuple[Stance, ...]:
    """Return the stances that no judgement of the cases that tell has."""
    seen = {known.judgement.stance for known in judged(cases)}
    return tuple(stance for stance in Stance if stance not in seen)


def fit(cases: Iterable[Case], rules: Calibration | None = None) -> Calibration:
    """Return the calibration that fits best, by logistic regression with a ridge penalty.

    Args:
        cases: what was judged.
        rules: for what a judge beside the rules found, the weights that stay, so that what the
            rules find is as sure as without it.

    Raises:
        GoldError: no findings, or all of them right, or all of them wrong.
        ConfigurationError: scipy is not installed.
    """
    return _fit(judged(cases), rules)


def reliability_of(
    cases: Iterable[Case], *, unseen: bool = False, rules: Calibration | None = None
) -> Reliability:
    """Return how far confidence can be trusted on cases.

    Args:
        cases: what was judged.
        unseen: whether to work confidence out anew for each source with weights that are fitted
            to the other sources, instead of taking it as printed.
        rules: weights that stay then, as for :func:`fit`.
    """
    known = judged(cases)
    if not unseen:
        return reliability((one.judgement.confidence, one.right) for one in known)
    found = []
    for source in sorted({one.source for one in known}):
        calibration = _fit([one for one in known if one.source != source], rules)
        found += [
            (confidence_by(calibration, one.judgement), one.right)
            for one in known
            if one.source == source
        ]
    return reliability(found)


def confidence_by(calibration: Calibration, judgement: Judgement) -> float:
    """Return the confidence that a judgement has under a calibration."""
    if judgement.grounds is None:
        return judgement.confidence
    return calibration.confidence(
        judgement.rule, judgement.stance, judgement.grounds, judgement.votes
    )


def as_toml(calibration: Calibration, comment: str) -> str:
    """Return a calibration as the file that ``load_calibration`` reads."""
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    lines += ["", "[weights]"]
    lines += [f'"{name}" = {weight}' for name, weight in sorted(calibration.weights.items())]
    return "\n".join((*lines, ""))


def _fit(known: Sequence[Known], rules: Calibration | None) -> Calibration:
    """Return the calibration that fits best; where ``rules`` stay, beside their weights."""
    if rules is None:
        return Calibration(_fitted(known))
    kept = {name: weight for name, weight in rules.weights.items() if not of_opinions(name)}
    return Calibration({**kept, **_fitted(known)})


def _fitted(known: Sequence[Known]) -> dict[str, float]:
    """Return weights of features by logistic regression."""
    if len({one.right for one in known}) < 2:
        raise GoldError(
            f"{len(known)} findings to fit to, and not both right and wrong ones among them."
        )
    np, minimize = _solver()
    rows = [_features(one.judgement) for one in known]
    names = sorted({name for row in rows for name in row})
    size: dict[str, float] = defaultdict(float)
    for one in known:
        size[one.source] += one.weight
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    sign = np.array([1.0 if one.right else -1.0 for one in known])
    share = np.array([one.weight * min(1.0, PER_SOURCE / size[one.source]) for one in known])

    def loss(weights: Any) -> tuple[float, Any]:
        margin = sign * (table @ weights)
        slope = -PENALTY * share * sign / (1 + np.exp(margin))
        lost = PENALTY * (share * np.logaddexp(0, -margin)).sum()
        return lost + weights @ weights / 2, table.T @ slope + weights

    # What a judge holds the likelier is no less often right, whatever mixed sources make of it.
    bounds = [(0.0 if name.endswith(".held") else None, None) for name in names]
    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    return {n: round(float(w), DIGITS) for n, w in zip(names, best.x, strict=True)}


def _features(judgement: Judgement) -> dict[str, float]:
    assert judgement.grounds is not None
    return features(judgement.rule, judgement.stance, judgement.grounds, judgement.votes)


def _solver() -> Any:
    try:
        import numpy
        from scipy.optimize import minimize
    except ImportError as error:
        raise ConfigurationError(
            "fitting a calibration needs scipy: pip install 'factcheck[calibrate]'"
        ) from error
    return numpy, minimize
