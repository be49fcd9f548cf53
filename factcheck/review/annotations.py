"""What reviewers said as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

Every vote and adjudication that stands is an annotation by its author, on the places of the claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.model import Ballot, Entry, Quoted, ReviewItem, content_id
from factcheck.reporting import json
from factcheck.reporting.linkeddata.annotations import collected, text_body
from factcheck.reporting.linkeddata.names import iri
from factcheck.review.exchange import Dossier
from factcheck.version import __version__

Data = dict[str, Any]


def to_annotations(dossiers: Sequence[Dossier]) -> str:
    """Return what stands of a review as an annotation collection of one page."""
    items = [
        _annotation(entry, entry.ballot, one.item)
        for one in dossiers
        for entry in one.stands
        if entry.ballot is not None
    ]
    name = iri(content_id("v", *(item["id"] for item in items)))
    return "".join(json.document(collected(name, "Reviews of findings", items)))


def _annotation(entry: Entry, ballot: Ballot, item: ReviewItem) -> Data:
    return {
        "id": iri(f"entry:{entry.id}"),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "nickname": entry.author},
        "created": entry.time,
        "generator": {
            "id": iri(f"version:{entry.version or __version__}"),
            "type": "Software",
            "name": f"factcheck {entry.version or __version__}",
        },
        "factcheck:fingerprint": item.fingerprint,
        "factcheck:act": entry.act.value,
        "factcheck:round": entry.round,
        "body": _bodies(ballot, item),
        "target": [_target(one) for one in item.quoted],
    }


def _bodies(ballot: Ballot, item: ReviewItem) -> list[Data]:
    bodies: list[Data] = [
        {**text_body(item.question), "language": "en", "purpose": "describing"},
        {**text_body(ballot.decision.value), "purpose": "classifying"},
    ]
    if ballot.reason:
        bodies.append({**text_body(ballot.reason.value), "purpose": "classifying"})
    if ballot.duplicate_of:
        bodies.append(
            {"type": "SpecificResource", "source": iri(ballot.duplicate_of), "purpose": "linking"}
        )
    if ballot.sureness:
        bodies.append({**text_body(ballot.sureness.value), "purpose": "tagging"})
    if ballot.note:
        bodies.append({**text_body(ballot.note), "purpose": "commenting"})
    return bodies


def _target(one: Quoted) -> Data:
    return {
        "type": "SpecificResource",
        "source": {
            "id": iri(one.document_id),
            "type": "Text",
            "format": "text/plain",
            "factcheck:document": one.document,
        },
        "selector": _selectors(one),
        "factcheck:claim": one.fingerprint,
        "factcheck:side": one.side,
    }


def _selectors(one: Quoted) -> list[Data]:
    found: list[Data] = [
        {"type": "TextPositionSelector", "start": one.span.start, "end": one.span.end},
        {
            "type": "TextQuoteSelector",
            "exact": one.exact,
            "prefix": one.prefix,
            "suffix": one.suffix,
        },
    ]
    if one.words != " ".join(one.exact.split()):
        found.append({"type": "TextQuoteSelector", "exact": one.words})
    return found
