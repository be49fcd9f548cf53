"""Everything behind one id of a run."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from factcheck.errors import UnknownIdError
from factcheck.explaining.bench import Bench
from factcheck.explaining.counterfactuals import counterfactuals, threshold, without_rules
from factcheck.explaining.explanation import (
    Explained,
    ExplainedClaim,
    ExplainedPair,
    Explanation,
)
from factcheck.explaining.pairs import confidence, hearings, matched
from factcheck.model import Agreement, Claim, Dispute, Document, Judgement, Run, Topic

# How many ids an ambiguous one is told apart by.
_SHOWN = 5


def explain(bench: Bench, name: str) -> Explanation:
    """Return everything behind a claim, judgement, finding, topic or source of a run.

    Args:
        bench: the judge of a finished run.
        name: an id or a fingerprint, with or without ``#``, or how only one of them begins.

    Raises:
        UnknownIdError: nothing in the run has this id, or several things have.
        LexiconError: a pack that the run used is no longer there.
    """
    return explained(find(bench.run, name), bench)


def find(run: Run, name: str) -> Explained:
    """Return the value of a run with this id or fingerprint, or with the only one that starts so.

    Words that stand twice in a document have one fingerprint; the first of them is meant.

    Raises:
        UnknownIdError: none has, or several.
    """
    wanted = name.removeprefix("#")
    printed = (run.disputes, run.qualifications, run.agreements, run.judgements, run.claims)
    parts: Iterable[tuple[Explained, ...]] = (*printed, run.topics, run.corpus.documents)
    by_id: dict[str, Explained] = {value.id: value for part in parts for value in part}
    for part in printed:
        for value in part:
            by_id.setdefault(value.fingerprint, value)
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


@singledispatch
def explained(value: object, bench: Bench) -> Explanation:
    """Return everything behind a value of the run that a bench is of; see :func:`explain`."""
    raise TypeError(f"{type(value).__name__} cannot be explained")


@explained.register
def _dispute(value: Dispute, bench: Bench) -> Explanation:
    claims = [(claim, side.letter) for side in value.positions for claim in side.claims]
    return _finding(value, claims, value.judgements, bench)


@explained.register
def _agreement(value: Agreement, bench: Bench) -> Explanation:
    claims = [(claim, "") for claim in value.claims]
    return _finding(value, claims, value.judgements, bench)


@explained.register
def _judgement(value: Judgement, bench: Bench) -> Explanation:
    return _finding(value, [(value.a, "A"), (value.b, "B")], (value,), bench)


@explained.register
def _claim(value: Claim, bench: Bench) -> Explanation:
    pairs = [one for one in bench.run.judgements if value.id in (one.a.id, one.b.id)]
    return Explanation(value, _told([value], bench), _pairs(pairs, bench))


@explained.register
def _topic(value: Topic, bench: Bench) -> Explanation:
    inside = set(value.claims)
    claims = [claim for claim in bench.run.claims if claim.id in inside]
    pairs = [one for one in bench.run.judgements if {one.a.id, one.b.id} <= inside]
    return Explanation(value, _told(claims, bench), _pairs(pairs, bench))


@explained.register
def _document(value: Document, bench: Bench) -> Explanation:
    claims = [claim for claim in bench.run.claims if claim.source.id == value.id]
    skipped = tuple(one for one in bench.run.skipped if one.source.id == value.id)
    return Explanation(value, _told(claims, bench), skipped=skipped)


def _told(claims: Iterable[Claim], bench: Bench) -> tuple[ExplainedClaim, ...]:
    return tuple(ExplainedClaim(claim, "", bench.entries.of(claim)) for claim in claims)


def _pairs(judgements: Iterable[Judgement], bench: Bench) -> tuple[ExplainedPair, ...]:
    surest = sorted(judgements, key=lambda one: (-one.confidence, one.id))
    return tuple(_pair(one, bench) for one in surest)


def _finding(
    value: Dispute | Agreement | Judgement,
    claims: Iterable[tuple[Claim, str]],
    judgements: tuple[Judgement, ...],
    bench: Bench,
) -> Explanation:
    built_in = [one for one in judgements if one.grounds is not None]
    whole = [threshold(judgements)]
    if isinstance(value, Dispute):
        whole += without_rules(built_in, bench)
    return Explanation(
        value,
        tuple(ExplainedClaim(claim, side, bench.entries.of(claim)) for claim, side in claims),
        tuple(_pair(one, bench) for one in judgements),
        tuple(whole),
    )


def _pair(judgement: Judgement, bench: Bench) -> ExplainedPair:
    """Return a judgement taken apart; a judge that gives no grounds is not asked again."""
    asked = judgement.grounds is not None
    return ExplainedPair(
        judgement,
        matched(judgement, bench),
        hearings(judgement, bench) if asked else (),
        confidence(judgement, bench),
        counterfactuals(judgement, bench) if asked else (),
    )
