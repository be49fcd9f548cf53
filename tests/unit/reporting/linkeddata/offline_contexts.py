"""JSON-LD as a consumer reads it, without the network.

A test must not fetch a context, so what the standards' contexts say of the terms that are written
here stands here: https://www.w3.org/TR/annotation-vocab/#json-ld-context and https://schema.org.
"""

from __future__ import annotations

import json
from typing import Any

from rdflib import Graph

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def _number(name: str) -> dict[str, str]:
    return {"@id": name, "@type": f"{XSD}nonNegativeInteger"}


def _link(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id"}


def _word(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@vocab"}


ANNOTATION = {
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "SpecificResource": f"{OA}SpecificResource",
    "TextualBody": f"{OA}TextualBody",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "assessing": f"{OA}assessing",
    "classifying": f"{OA}classifying",
    "describing": f"{OA}describing",
    "body": _link(f"{OA}hasBody"),
    "target": _link(f"{OA}hasTarget"),
    "source": _link(f"{OA}hasSource"),
    "selector": _link(f"{OA}hasSelector"),
    "via": _link(f"{OA}via"),
    "motivation": _word(f"{OA}motivatedBy"),
    "purpose": _word(f"{OA}hasPurpose"),
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": _number(f"{OA}start"),
    "end": _number(f"{OA}end"),
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "creator": _link("http://purl.org/dc/terms/creator"),
    "created": {"@id": "http://purl.org/dc/terms/created", "@type": f"{XSD}dateTime"},
    "generator": _link(f"{AS}generator"),
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": _number(f"{AS}totalItems"),
    "startIndex": _number(f"{AS}startIndex"),
    "first": _link(f"{AS}first"),
    "last": _link(f"{AS}last"),
    "partOf": _link(f"{AS}partOf"),
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
}

CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION,
    "https://schema.org": {"@vocab": "https://schema.org/", "url": _link("https://schema.org/url")},
}


def parsed(text: str) -> Graph:
    """Return the triples of a JSON-LD text whose contexts are known here."""
    return Graph().parse(data=json.dumps(_inlined(json.loads(text))), format="json-ld")


def _inlined(data: Any) -> Any:
    if isinstance(data, list):
        return [_inlined(entry) for entry in data]
    if not isinstance(data, dict):
        return data
    known = {key: _inlined(value) for key, value in data.items() if key != "@context"}
    if "@context" in data:
        known["@context"] = _context(data["@context"])
    return known


def _context(context: Any) -> Any:
    if isinstance(context, str):
        return CONTEXTS[context]
    return [_context(each) for each in context] if isinstance(context, list) else context
