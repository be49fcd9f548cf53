"""Values to JSON-ready data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from math import isinf
from pathlib import PurePath
from typing import Any

from attrs import has
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from factcheck.errors import ConfigurationError
from factcheck.model import (
    AcceptedFinding,
    Agreement,
    Baseline,
    Claim,
    Dispute,
    Document,
    Grounds,
    Interval,
    Judgement,
    Note,
    Position,
    Run,
    Skipped,
    Span,
    Topic,
    Verification,
    Vote,
)
from factcheck.serialization.entries import Entries
from factcheck.serialization.schema import DECIMALS, SCHEMA, text_sha256

Data = dict[str, Any]


def to_data(run: Run, baseline: Baseline | None = None) -> Data:
    """Return ``run`` in the shape ``factcheck-run/1``, with keys in the documented order.

    Scores are rounded to four decimals. Settings keep what JSON can say: tuples become lists,
    sets sorted lists, paths strings. Where a ``baseline`` is given, every dispute and
    qualification says whether it is accepted.
    """
    return {
        key: list(value) if isinstance(value, Entries) else value
        for key, value in run_entries(run, baseline).items()
    }


def run_entries(run: Run, baseline: Baseline | None = None) -> Data:
    """Return what ``to_data`` does, with :class:`Entries` in the place of its lists.

    So a run is written without holding a second form of all of it.
    """
    convert = _writer().unstructure

    def finding(each: Dispute) -> Data:
        return _finding_data(each, baseline)

    return {
        "schema": SCHEMA,
        "version": run.version,
        "settings": _plain(run.settings),
        "corpus": {"title": run.corpus.title},
        "documents": Entries(run.corpus.documents, convert),
        "failed": Entries(run.corpus.failed, convert),
        "claims": Entries(run.claims, convert),
        "skipped": Entries(run.skipped, convert),
        "notes": Entries(run.notes, convert),
        "topics": Entries(run.topics, convert),
        "judgements": Entries(run.judgements, convert),
        "disputes": Entries(run.disputes, finding),
        "qualifications": Entries(run.qualifications, finding),
        "agreements": Entries(run.agreements, convert),
        "counts": convert(run.counts),
        "retold": Entries(run.retold, lambda pair: {"a": pair[0], "b": pair[1]}),
        "judges": list(run.judges),
    }


def value_to_data(value: object) -> Any:
    """Return any value of the model (a claim, a tuple of judgements …) as it looks in a run.

    A ``Verification`` carries its claims with its judgements, since it stands alone.
    """
    return _plain(value) if isinstance(value, Mapping) else _writer().unstructure(value)


@cache
def _writer() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(float, _rounded)
    converter.register_unstructure_hook(Interval, _interval_data)
    converter.register_unstructure_hook(Document, _document_data)
    converter.register_unstructure_hook(Claim, _claim_writer(converter))
    for kind in (Skipped, Note):
        converter.register_unstructure_hook(kind, _place_writer(converter, kind))
    converter.register_unstructure_hook(Topic, _topic_data)
    converter.register_unstructure_hook(Judgement, _judgement_writer(converter))
    converter.register_unstructure_hook(Dispute, _dispute_writer(converter))
    converter.register_unstructure_hook(Agreement, _agreement_data)
    converter.register_unstructure_hook(Verification, _verification_writer(converter))
    return converter


def _rounded(number: float) -> float | None:
    return None if isinf(number) else round(float(number), DECIMALS)


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, set | frozenset):
        return sorted((_plain(item) for item in value), key=str)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return None if isinf(value) else value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, PurePath):
        return value.as_posix()
    if has(type(value)):
        return _writer().unstructure(value)
    raise ConfigurationError(f"a setting cannot be written as JSON: {value!r}")


def _interval_data(interval: Interval) -> Data:
    return {
        "low": None if isinf(interval.low) else interval.low,
        "high": None if isinf(interval.high) else interval.high,
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _document_data(document: Document) -> Data:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "address": document.address,
        "date": document.date,
        "authority": _rounded(document.authority),
        "encoding": document.encoding,
        "notes": list(document.notes),
        "characters": len(document.text),
        "sha256": text_sha256(document.text),
    }


def _claim_writer(converter: Converter) -> Callable[[Claim], Data]:
    aspects = make_dict_unstructure_fn(
        Claim,
        converter,
        id=override(omit=True),
        source=override(omit=True),
        span=override(omit=True),
        text=override(omit=True),
    )

    def write(claim: Claim) -> Data:
        return {
            "id": claim.id,
            "fingerprint": claim.fingerprint,
            "document": claim.source.name,
            "start": claim.start,
            "end": claim.end,
            "quote": claim.quote,
            "words": claim.words,
            "text": claim.text,
            **aspects(claim),
        }

    return write


def _place_writer(
    converter: Converter, kind: type[Skipped] | type[Note]
) -> Callable[[Skipped | Note], Data]:
    rest: Callable[[Any], Data] = make_dict_unstructure_fn(
        kind, converter, source=override(omit=True), span=override(omit=True)
    )

    def write(place: Skipped | Note) -> Data:
        return {"document": place.source.name, **_evidence(place.source, place.span), **rest(place)}

    return write


def _evidence(document: Document, span: Span) -> Data:
    return {"start": span.start, "end": span.end, "quote": span.of(document.text)}


def _topic_data(topic: Topic) -> Data:
    return {
        "id": topic.id,
        "label": topic.label,
        "terms": list(topic.terms),
        "weight": _rounded(topic.weight),
        "claims": list(topic.claims),
    }


def _judgement_writer(converter: Converter) -> Callable[[Judgement], Data]:
    vote = make_dict_unstructure_fn(Vote, converter)
    grounds = make_dict_unstructure_fn(Grounds, converter)

    def write(judgement: Judgement) -> Data:
        return {
            "id": judgement.id,
            "fingerprint": judgement.fingerprint,
            "a": judgement.a.id,
            "b": judgement.b.id,
            "stance": judgement.stance.value,
            "confidence": _rounded(judgement.confidence),
            "rule": judgement.rule,
            "rationale": judgement.rationale,
            "label": judgement.label,
            "aspect": list(judgement.aspect),
            "a_evidence": _evidence(judgement.a.source, judgement.a_evidence),
            "b_evidence": _evidence(judgement.b.source, judgement.b_evidence),
            "votes": [vote(each) for each in judgement.votes],
            "grounds": judgement.grounds and grounds(judgement.grounds),
            "judge": judgement.judge,
        }

    return write


def _ids(values: Iterable[Claim | Judgement]) -> list[str]:
    return [value.id for value in values]


def _position_data(position: Position) -> Data:
    return {
        "letter": position.letter,
        "label": position.label,
        "claims": _ids(position.claims),
        "sources": list(position.sources),
    }


def _dispute_writer(converter: Converter) -> Callable[[Dispute], Data]:
    def write(dispute: Dispute) -> Data:
        return {
            "id": dispute.id,
            "fingerprint": dispute.fingerprint,
            "topic": dispute.topic,
            "stance": dispute.stance.value,
            "confidence": _rounded(dispute.confidence),
            "rule": dispute.rule,
            "explanation": dispute.explain(),
            "positions": [_position_data(position) for position in dispute.positions],
            "judgements": _ids(dispute.judgements),
        }

    return write


def _finding_data(finding: Dispute, baseline: Baseline | None) -> Data:
    data: Data = _writer().unstructure(finding)
    if baseline is None:
        return data
    return {
        **data,
        "accepted": decided_data(baseline.acceptance(finding)),
        "confirmed": decided_data(baseline.confirmation(finding)),
    }


def decided_data(entry: AcceptedFinding | None) -> Data | None:
    """Return what people hold of a finding; None where they said nothing."""
    if entry is None:
        return None
    return {
        "reason": entry.reason,
        "author": entry.author,
        "date": entry.date,
        "decision": entry.decision and entry.decision.value,
    }


def _agreement_data(agreement: Agreement) -> Data:
    return {
        "id": agreement.id,
        "fingerprint": agreement.fingerprint,
        "topic": agreement.topic,
        "claims": _ids(agreement.claims),
        "sources": list(agreement.sources),
        "independent": agreement.independent,
        "confidence": _rounded(agreement.confidence),
        "explanation": agreement.explain(),
        "judgements": _ids(agreement.judgements),
    }


def _verification_writer(converter: Converter) -> Callable[[Verification], Data]:
    def write(verification: Verification) -> Data:
        judgements = verification.supporting + verification.opposing
        claims = {claim.id: claim for each in judgements for claim in (each.a, each.b)}
        return {
            "statement": verification.statement,
            "verdict": verification.verdict.value,
            "confidence": _rounded(verification.confidence),
            "explanation": verification.explain(),
            "claims": [converter.unstructure(claim) for claim in claims.values()],
            "supporting": converter.unstructure(list(verification.supporting)),
            "opposing": converter.unstructure(list(verification.opposing)),
        }

    return write
