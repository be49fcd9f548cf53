"""What reviewers said as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

Every vote and adjudication that stands is an annotation by its author, on the places of the claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.model import Ballot, Entry, Quoted, ReviewItem, content_id
from factcheck.reporting.json import dumps
from factcheck.reporting.linkeddata.annotations import CONTEXT
from factcheck.reporting.linkeddata.names import PREFIX, iri
from factcheck.reporting.wording import clean
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
    collection: Data = {
        "@context": [CONTEXT, PREFIX],
        "id": name,
        "type": "AnnotationCollection",
        "label": "Reviews of findings",
        "total": len(items),
    }
    if items:
        page = f"{name}:page-1"
        collection["first"] = {
            "id": page,
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        }
        collection["last"] = page
    return dumps(collection, indent=1) + "\n"


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
        {**_text(item.question), "language": "en", "purpose": "describing"},
        {**_text(ballot.decision.value), "purpose": "classifying"},
    ]
    if ballot.reason:
        bodies.append({**_text(ballot.reason.value), "purpose": "classifying"})
    if ballot.duplicate_of:
        bodies.append(
            {"type": "SpecificResource", "source": iri(ballot.duplicate_of), "purpose": "linking"}
        )
    if ballot.sureness:
        bodies.append({**_text(ballot.sureness.value), "purpose": "tagging"})
    if ballot.note:
        bodies.append({**_text(ballot.note), "purpose": "commenting"})
    return bodies


def _text(words: str) -> Data:
    return {"type": "TextualBody", "value": clean(words), "format": "text/plain"}


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
