"""An explanation on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch

from factcheck.explaining.explanation import (
    Confidence,
    Counterfactual,
    ExplainedClaim,
    ExplainedPair,
    Explanation,
    Hearing,
    Matched,
)
from factcheck.explaining.wording import (
    condition_words,
    deciding,
    feature,
    outcome,
    readings,
    relation_words,
    telling,
    verdict,
)
from factcheck.model import Agreement, Claim, Dispute, Document, Judgement, Stance, Topic
from factcheck.reporting.columns import wrap
from factcheck.reporting.wording import clean, counted, likelihood, question

_WIDTH = 80
_WHOLE = 1
"""Pairs that are taken apart in full where no more was asked for."""


def write(explanation: Explanation, *, verbose: bool = False) -> str:
    """Return an explanation as lines of 80 columns.

    Args:
        explanation: what to tell.
        verbose: take every pair apart, not only the surest.
    """
    return "\n".join((*_lines(explanation.value, explanation, verbose), ""))


@singledispatch
def _lines(value: object, explanation: Explanation, verbose: bool) -> list[str]:
    raise TypeError(f"{type(value).__name__} cannot be explained")


@_lines.register
def _dispute(value: Dispute, explanation: Explanation, verbose: bool) -> list[str]:
    kind = "dispute" if value.stance is Stance.CONTRADICTS else "qualification"
    lines = [
        f"{kind} {value.id}",
        f"  {clean(question(value))}",
        f"  fingerprint {value.fingerprint}",
        f"  {counted(len(value.sources), 'source')}, confidence {value.confidence:.2f}",
    ]
    for side in value.positions:
        lines += ["", *_wrapped(clean(side.label), f"{side.letter}  ", "   ")]
        of_side = [one for one in explanation.claims if one.side == side.letter]
        lines += [line for claim in of_side for line in _claim_lines(claim)]
    return [*lines, *_pairs(explanation, verbose), *_changes(explanation.counterfactuals, "whole")]


@_lines.register
def _agreement(value: Agreement, explanation: Explanation, verbose: bool) -> list[str]:
    return [
        f"agreement {value.id}",
        f"  {clean(value.topic)}",
        f"  fingerprint {value.fingerprint}",
        f"  {counted(len(value.sources), 'source')}, {value.independent} of them independent, "
        f"confidence {value.confidence:.2f}",
        *(line for claim in explanation.claims for line in ("", *_claim_lines(claim))),
        *_pairs(explanation, verbose),
        *_changes(explanation.counterfactuals, "whole"),
    ]


@_lines.register
def _judgement(value: Judgement, explanation: Explanation, verbose: bool) -> list[str]:
    lines = [
        f"judgement {value.id}",
        f"  {clean(value.label)}",
        f"  fingerprint {value.fingerprint}",
    ]
    for claim in explanation.claims:
        lines += ["", f"{claim.side}", *_claim_lines(claim)]
    return [*lines, *_pairs(explanation, verbose), *_changes(explanation.counterfactuals, "whole")]


@_lines.register
def _claim(value: Claim, explanation: Explanation, verbose: bool) -> list[str]:
    (told,) = explanation.claims
    lines = [
        f"claim {value.id}",
        f"  fingerprint {value.fingerprint}",
        *_claim_lines(told),
        f"  {value.kind.value}, {value.polarity.value}, {value.certainty.value}",
    ]
    if value.attribution:
        lines.append(f"  said by: {clean(value.attribution)}")
    if not value.endorsed:
        lines.append("  only reported: the source does not share it")
    if value.conditions:
        lines += _wrapped(f"conditions: {', '.join(map(clean, value.conditions))}", "  ")
    if not explanation.pairs:
        return [*lines, "  judged against nothing"]
    return [*lines, *_pairs(explanation, verbose)]


@_lines.register
def _topic(value: Topic, explanation: Explanation, verbose: bool) -> list[str]:
    return [
        f"topic {value.id}: {clean(value.label)}",
        *_wrapped(f"terms: {', '.join(map(clean, value.terms))}; weight {value.weight:.2f}", "  "),
        *(line for claim in explanation.claims for line in _quoted(claim.claim)),
        *_brief(explanation.pairs, "no judgement between these claims"),
    ]


@_lines.register
def _document(value: Document, explanation: Explanation, verbose: bool) -> list[str]:
    facts = {
        "title": value.title,
        "author": value.author,
        "publisher": value.publisher,
        "address": value.address,
        "date": value.date,
        "encoding": value.encoding,
    }
    return [
        f"source {value.id}: {clean(value.name)}",
        *(f"  {name}: {clean(fact)}" for name, fact in facts.items() if fact),
        f"  authority: {value.authority:.2f}",
        f"  {counted(len(explanation.claims), 'claim')}, "
        f"{counted(len(explanation.skipped), 'passage')} left out",
        *(line for note in value.notes for line in _wrapped(clean(note), "  note: ")),
    ]


def _wrapped(text: str, first: str, rest: str = "") -> list[str]:
    return wrap(text, _WIDTH, first, rest or " " * len(first))


def _quoted(claim: Claim) -> list[str]:
    place = f"{clean(claim.source.name)}:{claim.start}-{claim.end} #{claim.id}"
    return [*_wrapped(f"“{clean(claim.words)}”", "  "), *_wrapped(place, "      ")]


def _claim_lines(told: ExplainedClaim) -> list[str]:
    claim = told.claim
    lines = _quoted(claim)
    if clean(claim.text).rstrip(".") != clean(claim.words).rstrip("."):
        lines += _wrapped(f"read as: {clean(claim.text)}", "      ")
    for reading in readings(told.entries):
        lines += _wrapped(reading, "      ")
    return lines


def _pairs(explanation: Explanation, verbose: bool) -> list[str]:
    shown = explanation.pairs if verbose else explanation.pairs[:_WHOLE]
    lines: list[str] = []
    for pair in shown:
        lines += ["", *_pair(pair)]
    rest = explanation.pairs[len(shown) :]
    if rest:
        lines += ["", f"{counted(len(rest), 'more pair')} (all of them with --verbose):"]
        lines += _brief(rest)
    return lines


def _brief(pairs: Sequence[ExplainedPair], none: str = "") -> list[str]:
    lines: list[str] = []
    for one in (pair.judgement for pair in pairs):
        lines += _wrapped(
            f"{one.stance.sign} {one.a.id} {one.b.id} [{one.rule} {one.confidence:.2f} "
            f"#{one.id}] {clean(one.rationale)}",
            "  ",
            "    ",
        )
    return lines or ([f"  {none}"] if none else [])


def _pair(pair: ExplainedPair) -> list[str]:
    one = pair.judgement
    words = deciding(one)
    return [
        f"{one.stance.sign} {one.a.id} {one.stance.value} {one.b.id} #{one.id}",
        *_wrapped(f"why: {clean(one.rationale)}", "  "),
        *_wrapped(f"deciding words: “{words[0]}” and “{words[1]}”", "  "),
        "",
        *_matched(pair.matched),
        "",
        *_hearings(pair.hearings),
        *_opinion(one),
        *_confidence(pair.confidence),
        *_changes(pair.counterfactuals, "pair"),
    ]


def _matched(matched: Matched) -> list[str]:
    lines = [
        "what was matched",
        f"  subjects {matched.subject:.2f} the same; shared weight {matched.containment:.2f} of "
        f"the smaller claim, {matched.jaccard:.2f} of both",
    ]
    for title, terms in (
        ("in both", matched.shared),
        ("only in the first", matched.only_a),
        ("only in the second", matched.only_b),
    ):
        words = ", ".join(f"{clean(term)} {weight:.2f}" for term, weight in terms) or "–"
        lines += _wrapped(words, f"  {title}: ", "    ")
    for condition in matched.conditions:
        lines += _wrapped(condition_words(condition), "  ", "    ")
    for relation in matched.relations:
        lines += _wrapped(relation_words(relation), "  ", "    ")
    return lines


def _hearings(hearings: Iterable[Hearing]) -> list[str]:
    told = list(hearings)
    if not told:
        return ["the judge gives no grounds, so nothing more can be told of this pair"]
    width = max(len(hearing.rule) for hearing in told)
    lines = ["what every rule says"]
    for hearing in told:
        head = f"  {hearing.rule:{width}}  "
        lines += _wrapped(f"{verdict(hearing)}: {clean(hearing.reason)}", head)
    return lines


def _opinion(judgement: Judgement) -> list[str]:
    """Return what a judge beside the rules says, where one was heard."""
    if judgement.grounds is None or judgement.grounds.opinion is None:
        return []
    opinion = judgement.grounds.opinion
    says = f"agrees {opinion.agrees:.2f}, contradicts {opinion.contradicts:.2f}"
    decides = "decides" if judgement.judge == opinion.judge else "is heard"
    why = f": {clean(opinion.rationale)}" if opinion.rationale else ""
    return [
        "",
        "what another judge says",
        *_wrapped(f"{decides}: {says}{why}", f"  {clean(opinion.judge)}  "),
    ]


def _confidence(confidence: Confidence | None) -> list[str]:
    if confidence is None:
        return []
    lines = ["", "how sure it is"]
    for part in confidence.contributions:
        if telling(part):
            told = feature(part)
            lines.append(f"  {part.points:+6.2f}  {part.value:.2f} × {part.weight:+.2f}  {told}")
    lines.append(
        f"  {confidence.score:+6.2f}  log-odds, a confidence of {confidence.fitted:.2f}, "
        f"{likelihood(confidence.fitted)}"
    )
    if confidence.final < confidence.fitted:
        lines += _wrapped(
            f"{confidence.final:.2f} in the end: the pair stands in a triangle of agreements and "
            "a contradiction that cannot all be right",
            "  ",
        )
    return lines


def _changes(changes: Iterable[Counterfactual], what: str) -> list[str]:
    told = list(changes)
    if not told:
        return []
    of = "of this pair" if what == "pair" else "as a whole"
    lines = ["", f"what would change the verdict {of}"]
    for change in told:
        lines += _wrapped(f"{clean(change.change)}: {outcome(change)}", "  - ")
    return lines
