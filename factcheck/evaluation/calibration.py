"""Fits what confidence rests on to findings of which the truth is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.errors import ConfigurationError, GoldError
from factcheck.evaluation.outcomes import Case
from factcheck.evaluation.reliability import Reliability, reliability
from factcheck.judging.confidence import Calibration, features
from factcheck.model import Judgement

PER_SOURCE = 400
"""Findings of one source that count in full; those of a larger one share this weight, so that no
single collection decides."""

PENALTY = 0.5
"""Inverse strength of the ridge penalty: a rule seen a few times stays near its stance's weight."""

DIGITS = 3


def judged(cases: Iterable[Case]) -> list[tuple[str, Judgement, bool]]:
    """Return source, judgement and whether it is right, of the cases that tell."""
    return [
        (case.source, case.judgement, right)
        for case in cases
        if case.judgement is not None
        and case.judgement.grounds is not None
        and (right := case.right(case.judgement.stance)) is not None
    ]


def fit(cases: Iterable[Case]) -> Calibration:
    """Return the calibration that fits best, by logistic regression with a ridge penalty.

    Raises:
        GoldError: no findings, or all of them right, or all of them wrong.
        ConfigurationError: scikit-learn is not installed.
    """
    return _fit(judged(cases))


def reliability_of(cases: Iterable[Case], *, unseen: bool = False) -> Reliability:
    """Return how far confidence can be trusted on cases.

    Args:
        cases: what was judged.
        unseen: whether to work confidence out anew for each source with weights that are fitted
            to the other sources, instead of taking it as printed.
    """
    known = judged(cases)
    if not unseen:
        return reliability((judgement.confidence, right) for _, judgement, right in known)
    found = []
    for source in sorted({source for source, _, _ in known}):
        calibration = _fit([one for one in known if one[0] != source])
        found += [
            (confidence_by(calibration, judgement), right)
            for name, judgement, right in known
            if name == source
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


def _fit(known: Sequence[tuple[str, Judgement, bool]]) -> Calibration:
    if len({right for _, _, right in known}) < 2:
        raise GoldError(
            f"{len(known)} findings to fit to, and not both right and wrong ones among them."
        )
    rows = [_features(judgement) for _, judgement, _ in known]
    names = sorted({name for row in rows for name in row})
    size = Counter(source for source, _, _ in known)
    model = _regression()(C=PENALTY, fit_intercept=False, max_iter=2000)
    model.fit(
        [[row.get(name, 0.0) for name in names] for row in rows],
        [right for _, _, right in known],
        sample_weight=[min(1.0, PER_SOURCE / size[source]) for source, _, _ in known],
    )
    return Calibration(
        {
            name: round(float(weight), DIGITS)
            for name, weight in zip(names, model.coef_[0], strict=True)
        }
    )


def _features(judgement: Judgement) -> dict[str, float]:
    assert judgement.grounds is not None
    return features(judgement.rule, judgement.stance, judgement.grounds, judgement.votes)


def _regression() -> Any:
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise ConfigurationError(
            "fitting a calibration needs scikit-learn: pip install 'factcheck[calibrate]'"
        ) from error
    return LogisticRegression
