"""What claims can be told apart by, from what the rules look for in each of them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judging.answer import answers
from factcheck.judging.charges import charge
from factcheck.judging.context import Context
from factcheck.judging.main_causes import main_causes
from factcheck.judging.names import names
from factcheck.judging.obligations import duty
from factcheck.judging.occasions import occasions
from factcheck.judging.solitary import single
from factcheck.judging.value import RESTATING
from factcheck.model import Aspects, Claim


def aspects(claim: Claim, context: Context) -> Aspects:
    """Return what a claim names and answers; of a context it takes the relations of words only.

    Whether it is affirmed, each of its values, changes, presences, appraisals and conditions of a
    phase answers a question, what has to be done or paid for, on which days it is so and what it is
    the only one of as well, and so does each term that excludes others in what is said of its
    subject: "granite" is an answer to what "brick" answers too.
    """
    return Aspects(names(claim, context), frozenset(_answered(claim, context)))


def _answered(claim: Claim, context: Context) -> Iterator[tuple[str, str]]:
    yield "polarity", claim.polarity
    for value in claim.values:
        interval = f"{value.interval.low} {value.interval.high}"
        for attribute in value.attribute or ("",):
            yield f"{value.scale} {attribute}", interval
    for read in RESTATING:
        for restated in context.once(read, claim):
            ends = restated.value.interval
            yield restated.matter, f"{ends.low} {ends.high}"
    for change in claim.changes:
        yield "direction", f"{change.direction} {change.negated}"
    for presence in claim.presences:
        yield "presence", str(presence.low > 0)
    for appraisal in claim.appraisals:
        yield "appraisal", str(appraisal.favourable)
    required = context.once(duty, claim)
    if required is not None:
        yield "duty", required.force
    for scale, days in context.once(occasions, claim).items():
        yield f"occasions {scale}", f"{sorted(days.on)} {sorted(days.off)}"
    paid = context.once(charge, claim)
    if paid is not None:
        yield "charge", str(paid.paid)
    for term in context.once(single, claim):
        yield f"count {term}", "1 1"
    for kind, question in (("phase", "phase"), ("fate", "phase"), ("order", "order")):
        for told in claim.limits(kind):
            yield question, told
    yield from _named(claim, context)
    # Of two subjects each is what it is, but "the brick tower" is said to be of brick.
    for term in claim.vocabulary.difference(claim.subject_terms) | claim.limits("material"):
        yield from context.rivalries(term)


def _named(claim: Claim, context: Context) -> Iterator[tuple[str, str]]:
    """Yield what a claim names where there is one: a main cause, a maker, a holder."""
    for cause in context.once(main_causes, claim):
        yield f"main cause {' '.join(sorted(cause.of))}", " ".join(cause.by)
    for answer in answers(claim, context):
        for name in answer.names:
            yield f"answer {answer.question}", name
