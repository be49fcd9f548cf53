"""A run as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

Every finding is an annotation: its targets are the claims in their documents, its body the CiTO
property (https://purl.org/spar/cito) that holds between the documents there, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck.model import AcceptedFinding, Agreement, Baseline, Claim, Dispute, Run, Stance
from factcheck.reporting import json
from factcheck.reporting.linkeddata.names import (
    PREFIX,
    day,
    iri,
    run_iri,
    software_iri,
    text_iri,
)
from factcheck.reporting.linkeddata.selectors import selectors
from factcheck.reporting.standing import told_reason
from factcheck.reporting.wording import clean, safe_address
from factcheck.serialization import Entries, value_to_data

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context that the standard demands of every annotation."""

CITO = {
    Stance.AGREES: "http://purl.org/spar/cito/agreesWith",
    Stance.CONTRADICTS: "http://purl.org/spar/cito/disagreesWith",
    Stance.QUALIFIES: "http://purl.org/spar/cito/qualifies",
}
"""What each stance is called in the Citation Typing Ontology."""

Data = dict[str, Any]


def write(run: Run, date: str = "", baseline: Baseline | None = None) -> Iterator[str]:
    """Return the findings of ``run`` as an annotation collection of one page.

    Args:
        run: what to annotate.
        date: day on which the run was made, in ISO 8601; left out where empty.
        baseline: what is accepted; its findings say so, with the reason as a comment.

    Raises:
        ConfigurationError: ``date`` is no such day.
    """
    findings: tuple[Dispute | Agreement, ...] = (
        *run.disputes,
        *run.qualifications,
        *run.agreements,
    )
    made = _made(run, day(date))
    items = Entries(findings, lambda finding: _annotation(finding, made, baseline))
    return json.document(collected(run_iri(run), clean(run.corpus.title) or "Findings", items))


def collected(name: str, label: str, items: Entries[Any] | Sequence[Data]) -> Data:
    """Return annotations as a collection of one page.

    Args:
        name: IRI of the collection.
        label: what people call it.
        items: the annotations.
    """
    collection: Data = {
        "@context": [CONTEXT, PREFIX],
        "id": name,
        "type": "AnnotationCollection",
        "label": label,
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
    return collection


def text_body(words: str) -> Data:
    """Return words as the body of an annotation."""
    return {"type": "TextualBody", "value": clean(words), "format": "text/plain"}


def _made(run: Run, date: str) -> Data:
    """Return by what an annotation was made, and when; the standard wants a time in UTC."""
    software = {"id": software_iri(run), "type": "Software", "name": f"factcheck {run.version}"}
    made: Data = {"creator": software}
    if date:
        made["created"] = f"{date}T00:00:00Z"
    made["generator"] = software["id"]
    return made


def _annotation(finding: Dispute | Agreement, made: Data, baseline: Baseline | None) -> Data:
    accepted = confirmed = None
    if baseline is not None and isinstance(finding, Dispute):
        accepted, confirmed = baseline.acceptance(finding), baseline.confirmation(finding)
    return {
        "id": iri(finding.id),
        "type": "Annotation",
        "motivation": "assessing",
        **made,
        "factcheck:fingerprint": finding.fingerprint,
        "factcheck:confidence": value_to_data(finding.confidence),
        "factcheck:rule": finding.judgements[0].rule,
        **({"factcheck:accepted": True} if accepted else {}),
        "body": _bodies(finding, [one for one in (accepted, confirmed) if one]),
        "target": _targets(finding),
    }


def _bodies(finding: Dispute | Agreement, decided: Iterable[AcceptedFinding]) -> list[Data]:
    stance = finding.stance if isinstance(finding, Dispute) else Stance.AGREES
    bodies: list[Data] = [
        {"type": "SpecificResource", "source": CITO[stance], "purpose": "classifying"},
        {**text_body(finding.explain()), "language": "en", "purpose": "describing"},
    ]
    for entry in decided:
        reason = told_reason(entry)
        if reason:
            comment: Data = {**text_body(reason), "purpose": "commenting"}
            if entry.author:
                comment["creator"] = {"name": clean(entry.author)}
            bodies.append(comment)
    return bodies


def _targets(finding: Dispute | Agreement) -> list[Data]:
    if isinstance(finding, Agreement):
        return [_target(claim) for claim in finding.claims]
    return [
        {**_target(claim), "factcheck:side": side.letter}
        for side in finding.positions
        for claim in side.claims
    ]


def _target(claim: Claim) -> Data:
    return {
        "type": "SpecificResource",
        "source": _source(claim),
        "selector": selectors(claim.source, claim.span),
        "factcheck:claim": claim.fingerprint,
    }


def _source(claim: Claim) -> Data:
    """Return the text that a claim was read in; it is plain text, whatever markup stands in it."""
    document = claim.source
    source: Data = {
        "id": text_iri(document),
        "type": "Text",
        "format": "text/plain",
        "label": clean(document.title) or clean(document.name),
        "factcheck:document": document.name,
    }
    address = safe_address(document.address)
    if address:
        source["via"] = address
    return source
