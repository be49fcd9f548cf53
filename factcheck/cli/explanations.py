"""What a rule, or a value of a run, is and rests on, in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from functools import singledispatch

from factcheck.errors import UnknownIdError
from factcheck.model import (
    Agreement,
    Claim,
    Dispute,
    Document,
    Judgement,
    Run,
    Topic,
)
from factcheck.reporting.wording import clean

Explained = Claim | Judgement | Dispute | Agreement | Topic | Document

_WIDTH = 80
# How many ids an ambiguous one is told apart by.
_SHOWN = 5


def find(run: Run, name: str) -> Explained:
    """Return the value of a run with this id, or with the only id that starts so.

    Raises:
        UnknownIdError: none has, or several.
    """
    wanted = name.removeprefix("#")
    parts: Iterable[tuple[Explained, ...]] = (
        run.disputes,
        run.qualifications,
        run.agreements,
        run.judgements,
        run.claims,
        run.topics,
        run.corpus.documents,
    )
    by_id = {value.id: value for part in parts for value in part}
    if wanted in by_id:
        return by_id[wanted]
    near = sorted(key for key in by_id if wanted and key.startswith(wanted))
    if len(near) == 1:
        return by_id[near[0]]
    if near:
        shown = ", ".join(near[:_SHOWN]) + (", …" if len(near) > _SHOWN else "")
        raise UnknownIdError(f"{len(near)} ids start with {name!r}: {shown}")
    raise UnknownIdError(
        f"nothing in these documents has the id {name!r} under the present settings."
    )


def explain_rule(name: str) -> str:
    """Return what a rule compares.

    Raises:
        UnknownIdError: there is no such rule.
    """
    from factcheck.judging import RULES

    for rule in RULES:
        if rule.id == name:
            return f"{rule.id}: {rule.summary}\n\n{textwrap.fill(rule.explanation, _WIDTH)}\n"
    raise UnknownIdError(f"no rule is called {name!r}.")


def explain_value(value: Explained, run: Run) -> str:
    """Return what a value of a run is and what it rests on."""
    return "\n".join((*_lines(value, run), ""))


@singledispatch
def _lines(value: object, run: Run) -> list[str]:
    raise TypeError(f"{type(value).__name__} cannot be explained")


@_lines.register
def _claim_lines(value: Claim, run: Run) -> list[str]:
    judged = [one for one in run.judgements if value.id in (one.a.id, one.b.id)]
    topics = [topic.label for topic in run.topics if value.id in topic.claims]
    lines = [
        f"claim {value.id}",
        *_quoted(value),
        f"  read as: {clean(value.text)}",
        f"  {value.kind.value}, {value.polarity.value}, {value.certainty.value}",
    ]
    for cue, what in ((value.negation, "negated by"), (value.hedge, "hedged by")):
        if cue is not None:
            lines.append(f"  {what}: “{clean(cue.text)}”")
    if value.attribution:
        lines.append(f"  said by: {clean(value.attribution)}")
    if not value.endorsed:
        lines.append("  only reported: the source does not share it")
    lines += [f"  {one.scale}: “{clean(one.text)}”" for one in value.values]
    if value.conditions:
        lines.append(f"  conditions: {', '.join(map(clean, value.conditions))}")
    if topics:
        lines.append(f"  about: {', '.join(map(clean, topics))}")
    return [*lines, *_judged(judged, "judged against nothing")]


@_lines.register
def _judgement_lines(value: Judgement, run: Run) -> list[str]:
    return [
        f"judgement {value.id}: {value.a.id} {value.stance.value} {value.b.id}",
        *_quoted(value.a),
        *_quoted(value.b),
        f"  aspect: {clean(value.label)}",
        *_why(value),
        f"  deciding words: “{_evidence(value)[0]}” and “{_evidence(value)[1]}”",
    ]


@_lines.register
def _dispute_lines(value: Dispute, run: Run) -> list[str]:
    kind = "dispute" if value in run.disputes else "qualification"
    lines = [
        f"{kind} {value.id}: {clean(value.topic)}",
        f"  {len(value.sources)} sources, confidence {value.confidence:.2f}",
    ]
    for side in value.positions:
        lines.append(f"  {side.letter}  {clean(side.label)}")
        lines += [f"  {line}" for claim in side.claims for line in _quoted(claim)]
    return [*lines, *_judged(value.judgements, "")]


@_lines.register
def _agreement_lines(value: Agreement, run: Run) -> list[str]:
    return [
        f"agreement {value.id}: {clean(value.topic)}",
        f"  {len(value.sources)} sources, {value.independent} of them independent, "
        f"confidence {value.confidence:.2f}",
        *(line for claim in value.claims for line in _quoted(claim)),
        *_judged(value.judgements, ""),
    ]


@_lines.register
def _topic_lines(value: Topic, run: Run) -> list[str]:
    about = [claim for claim in run.claims if claim.id in value.claims]
    inside = set(value.claims)
    judged = [one for one in run.judgements if one.a.id in inside and one.b.id in inside]
    return [
        f"topic {value.id}: {clean(value.label)}",
        f"  terms: {', '.join(map(clean, value.terms))}; weight {value.weight:.2f}",
        *(line for claim in about for line in _quoted(claim)),
        *_judged(judged, "no judgement between these claims"),
    ]


@_lines.register
def _document_lines(value: Document, run: Run) -> list[str]:
    facts = {
        "title": value.title,
        "author": value.author,
        "publisher": value.publisher,
        "address": value.address,
        "date": value.date,
        "encoding": value.encoding,
    }
    claims = sum(claim.source.id == value.id for claim in run.claims)
    skipped = sum(one.source.id == value.id for one in run.skipped)
    return [
        f"source {value.id}: {clean(value.name)}",
        *(f"  {name}: {clean(fact)}" for name, fact in facts.items() if fact),
        f"  authority: {value.authority:.2f}",
        f"  {claims} claims, {skipped} passages left out",
        *(f"  note: {clean(note)}" for note in value.notes),
    ]


def _quoted(claim: Claim) -> list[str]:
    place = f"{clean(claim.source.name)}:{claim.start}-{claim.end}"
    return [f"  “{clean(claim.words)}”", f"      {place} #{claim.id}"]


def _why(judgement: Judgement) -> list[str]:
    return [
        f"  why: {clean(judgement.rationale)}",
        f"  rule {judgement.rule}, confidence {judgement.confidence:.2f}",
    ]


def _evidence(judgement: Judgement) -> tuple[str, str]:
    return (
        clean(judgement.a.source.visible(judgement.a_evidence)),
        clean(judgement.b.source.visible(judgement.b_evidence)),
    )


def _judged(judgements: Iterable[Judgement], none: str) -> list[str]:
    lines = [
        f"  {one.stance.sign} {one.a.id} {one.b.id} [{one.rule} {one.confidence:.2f} #{one.id}] "
        f"{clean(one.rationale)}"
        for one in sorted(judgements, key=lambda one: (-one.confidence, one.id))
    ]
    return lines or ([f"  {none}"] if none else [])
