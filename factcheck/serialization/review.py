"""What reviewers said and of what, as JSON-ready data, and back.

The shapes are told in ``docs/reference/reviews.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, override

from factcheck.errors import ConfigurationError
from factcheck.model import RecordedPair, Stance
from factcheck.model.adjudication import Decision
from factcheck.model.review import Act, Ballot, Entry, Quoted, Reason, ReviewItem, Sureness
from factcheck.serialization.recorded import (
    check_ends,
    pair_reader,
    pairs_to_data,
    verified,
    without,
)
from factcheck.serialization.structuring import faults, plain_reader

Data = dict[str, Any]
T = TypeVar("T")

REVIEW_SCHEMA = "factcheck-review/1"
"""Name and version of the shape; the number changes when a reader of the old one would break."""

_HINT = "it was edited"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


def item_to_data(item: ReviewItem) -> Data:
    """Return a finding under review, with its claims and what stands between them."""
    return {
        "fingerprint": item.fingerprint,
        "question": item.question,
        "topic": item.topic,
        "stance": item.stance.value,
        "rule": item.rule,
        "confidence": item.confidence,
        "impact": item.impact,
        "claims": [quoted_to_data(one) for one in item.quoted],
        "pairs": pairs_to_data(item.pairs),
        "orphaned": item.orphaned,
        "present": item.present,
        "round": item.round,
        "formerly": list(item.formerly),
        "earlier": list(item.earlier),
    }


def item_from_data(data: object) -> ReviewItem:
    """Return the finding that ``data`` was written from.

    Raises:
        ConfigurationError: ``data`` has another shape, or was changed so that its words no longer
            have the fingerprint beside them; the message says where.
    """
    return _read(data, ReviewItem, "finding")


def entry_to_data(entry: Entry) -> Data:
    """Return one entry of the log of a review."""
    return {
        "number": entry.number,
        "id": entry.id,
        "item": entry.item,
        "author": entry.author,
        "act": entry.act.value,
        "ballot": entry.ballot and ballot_to_data(entry.ballot),
        "supersedes": entry.supersedes,
        "time": entry.time,
        "round": entry.round,
        "documents": [{"name": name, "id": id} for name, id in entry.documents],
        "version": entry.version,
    }


def entry_from_data(data: object) -> Entry:
    """Return the entry that ``data`` was written from.

    Raises:
        ConfigurationError: ``data`` has another shape, or says what no entry can; the message says
            where.
    """
    return _read(data, Entry, "entry")


def ballot_to_data(ballot: Ballot) -> Data:
    """Return what a person says of a finding."""
    return {
        "decision": ballot.decision.value,
        "reason": ballot.reason and ballot.reason.value,
        "duplicate_of": ballot.duplicate_of,
        "note": ballot.note,
        "sureness": ballot.sureness and ballot.sureness.value,
    }


def ballot_from_data(data: object) -> Ballot:
    """Return the ballot that ``data`` was written from; only the decision must be given.

    Raises:
        ConfigurationError: ``data`` has another shape, or the parts do not go together; the
            message says where.
    """
    return _read(data, Ballot, "ballot")


def quoted_to_data(one: Quoted) -> Data:
    """Return a claim of a finding with what finds its place again."""
    return {
        "fingerprint": one.fingerprint,
        "side": one.side,
        "document": one.document,
        "document_id": one.document_id,
        "quote": one.words,
        "start": one.span.start,
        "end": one.span.end,
        "exact": one.exact,
        "prefix": one.prefix,
        "suffix": one.suffix,
    }


def _read(data: object, kind: type[T], noun: str) -> T:
    try:
        return _reader().structure(data, kind)
    except BaseValidationError as error:
        raise ConfigurationError(f"this is no {noun}: {faults(error, noun)}") from error
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"this is no {noun}: {error}") from error


@cache
def _reader() -> Converter:
    converter = plain_reader((Act, Decision, Reason, Stance, Sureness))
    ballot = make_dict_structure_fn(Ballot, converter, _cattrs_forbid_extra_keys=True)
    converter.register_structure_hook(Ballot, lambda data, kind: ballot(without(data), kind))
    entry = make_dict_structure_fn(Entry, converter, _cattrs_forbid_extra_keys=True)
    converter.register_structure_hook(
        Entry, lambda data, kind: _checked_entry(entry(_with_documents(data), kind))
    )
    converter.register_structure_hook(RecordedPair, pair_reader(converter, _HINT))
    quoted = verified(
        converter,
        Quoted,
        _HINT,
        words=override(rename="quote"),
    )
    converter.register_structure_hook(
        Quoted, lambda data, kind: _checked_quoted(quoted(_with_span(data), kind))
    )
    item = verified(converter, ReviewItem, _HINT, quoted=override(rename="claims"))
    converter.register_structure_hook(
        ReviewItem, lambda data, kind: _checked_item(item(data, kind))
    )
    return converter


def _with_documents(data: Any) -> Data:
    """Return the data of an entry with its documents as pairs."""
    kept = without(data)
    documents = kept.get("documents", [])
    if not isinstance(documents, list):
        raise ValueError("documents: a list was expected")
    pairs = []
    for one in documents:
        if not isinstance(one, Mapping) or set(one) != {"name", "id"}:
            raise ValueError("documents: each has a name and an id, and nothing else")
        pairs.append((one["name"], one["id"]))
    return {**kept, "documents": pairs}


def _with_span(data: Any) -> Data:
    kept = without(data, "start", "end")
    return {**kept, "span": {key: data[key] for key in ("start", "end") if key in data}}


def _checked_entry(entry: Entry) -> Entry:
    if entry.time and not _is_time(entry.time):
        raise ValueError(
            f"time: {entry.time!r} is not allowed; give UTC as in 2026-03-31T14:05:09.250Z"
        )
    _check_round(entry.round)
    if entry.number < 0:
        raise ValueError(f"number: {entry.number} is not allowed; entries are numbered from 1")
    return entry


def _is_time(text: str) -> bool:
    try:
        return _TIME.fullmatch(text) is not None and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def _checked_quoted(one: Quoted) -> Quoted:
    if not 0 <= one.span.start <= one.span.end or len(one.span) != len(one.exact):
        raise ValueError("start and end do not go with the characters that stand between them")
    return one


def _checked_item(item: ReviewItem) -> ReviewItem:
    for name, value in (("confidence", item.confidence), ("impact", item.impact)):
        if not 0 <= value <= 1:
            raise ValueError(f"{name}: {value} is not allowed; give a number from 0 to 1")
    _check_round(item.round)
    check_ends(item.pairs, item.finding.claims)
    return item


def _check_round(number: int) -> None:
    if number < 1:
        raise ValueError(f"round: {number} is not allowed; rounds are counted from 1")
