"""Web Annotations back onto documents: where the words they are about stand now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from factcheck.errors import ConfigurationError
from factcheck.model import Corpus, Document, Span, Stance
from factcheck.reporting.linkeddata.annotations import CITO
from factcheck.reporting.linkeddata.names import text_iri
from factcheck.reporting.linkeddata.quotes import TextQuote, place_now, why_lost

_STANCES = {iri: stance for stance, iri in CITO.items()}

Data = Mapping[str, Any]


@frozen
class Anchor:
    """A place that an annotation is about.

    Attributes:
        document: the document, as it is now.
        span: where the words stand in it now.
        side: letter of the side of a dispute; empty where there is none.
    """

    document: Document
    span: Span
    side: str = ""


@frozen
class Orphan:
    """A place that was not found again.

    Attributes:
        source: what the annotation calls the document.
        exact: the words it quotes; empty where it quotes none.
        reason: why they have no place.
        side: letter of the side of a dispute; empty where there is none.
    """

    source: str
    exact: str
    reason: str
    side: str = ""


@frozen
class Annotation:
    """An annotation, with the places it is about.

    Attributes:
        id: its IRI; empty where it has none.
        stance: what its body says of the documents; None where that is no stance of ours.
        text: what it says in words; empty where it says nothing.
        anchors: the places that were found.
        orphans: those that were not.
    """

    id: str
    stance: Stance | None
    text: str
    anchors: tuple[Anchor, ...]
    orphans: tuple[Orphan, ...]


def read_annotations(data: object, corpus: Corpus) -> tuple[Annotation, ...]:
    """Return the annotations in ``data`` with their places in the documents of ``corpus``.

    Args:
        data: parsed JSON-LD in the form of the W3C's model: an annotation, a list of them, a page,
            or a collection that holds its first page.
        corpus: the documents; they may have changed since. They are known by the SHA-256 of
            their text, else by name (``factcheck:document``) or address.

    Raises:
        ConfigurationError: ``data`` is no such thing, or an annotation in it is malformed.
    """
    documents = _Documents.of(corpus)
    return tuple(
        _annotation(entry, documents, f"annotation {number}")
        for number, entry in enumerate(_entries(data), 1)
    )


def _entries(data: object) -> Iterator[Data]:
    if isinstance(data, Sequence) and not isinstance(data, str):
        for entry in data:
            yield from _entries(entry)
        return
    match data:
        case {"type": "AnnotationCollection", "first": Mapping() as page}:
            yield from _entries(page)
        case {"type": "AnnotationCollection", "total": 0}:
            return
        case {"type": "AnnotationPage", "items": list() as items}:
            yield from _entries(items)
        case {"target": _, **rest} if _has(rest.get("type"), "Annotation"):
            yield data  # type: ignore[misc]
        case _:
            raise ConfigurationError(
                "these are no Web Annotations: an Annotation with a target, an AnnotationPage "
                "with items or an AnnotationCollection with its first page was expected."
            )


def _annotation(entry: Data, documents: _Documents, place: str) -> Annotation:
    bodies = [body for body in _several(entry.get("body")) if isinstance(body, Mapping | str)]
    found = [_anchored(target, documents, place) for target in _several(entry["target"])]
    return Annotation(
        id=_text(entry, "id", place),
        stance=next(filter(None, map(_stance, bodies)), None),
        text=next(filter(None, (_words(body, place) for body in bodies)), ""),
        anchors=tuple(one for one in found if isinstance(one, Anchor)),
        orphans=tuple(one for one in found if isinstance(one, Orphan)),
    )


def _stance(body: Data | str) -> Stance | None:
    named = body if isinstance(body, str) else body.get("source")
    return _STANCES.get(named) if isinstance(named, str) else None


def _words(body: Data | str, place: str) -> str:
    if isinstance(body, str) or not _has(body.get("type"), "TextualBody"):
        return ""
    return _text(body, "value", place)


def _anchored(target: object, documents: _Documents, place: str) -> Anchor | Orphan:
    if isinstance(target, str):
        return Orphan(target, "", "the target has no selector")
    if not isinstance(target, Mapping):
        raise ConfigurationError(f"{place}: a target must be an IRI or an object, not {target!r}.")
    side = _text(target, "factcheck:side", place)
    source = target.get("source")
    known: Data = source if isinstance(source, Mapping) else {"id": source}
    called = _text(known, "factcheck:document", place) or _text(known, "id", place)
    chosen = [one for one in _several(target.get("selector")) if isinstance(one, Mapping)]
    quotes = [_quote(one, place) for one in chosen if _has(one.get("type"), "TextQuoteSelector")]
    places = [_span(one, place) for one in chosen if _has(one.get("type"), "TextPositionSelector")]
    exact = quotes[0].exact if quotes else ""
    if not quotes and not places:
        return Orphan(called, exact, "the target has no selector of words or positions", side)
    name = _text(known, "factcheck:document", place)
    addresses = [_text(known, key, place) for key in ("id", "via") if known.get(key)]
    meant = documents.called(name, addresses)
    if meant is None:
        return Orphan(called, exact, "the document is not among those read", side)
    document, unchanged = meant
    span = place_now(document, quotes, places, unchanged)
    if span is not None:
        return Anchor(document, span, side)
    return Orphan(called, exact, why_lost(document, exact), side)


@frozen
class _Documents:
    """The documents of a corpus by what a source can call them.

    Attributes:
        texts, addresses: the documents with a text (by its IRI) or an address; copies have one.
        names: the document with a name.
    """

    texts: dict[str, list[Document]]
    addresses: dict[str, list[Document]]
    names: dict[str, Document]

    @classmethod
    def of(cls, corpus: Corpus) -> _Documents:
        texts: dict[str, list[Document]] = {}
        addresses: dict[str, list[Document]] = {}
        for document in corpus:
            texts.setdefault(text_iri(document), []).append(document)
            addresses.setdefault(document.address, []).append(document)
        return cls(texts, addresses, {document.name: document for document in corpus})

    def called(self, name: str, addresses: Sequence[str]) -> tuple[Document, bool] | None:
        """Return the document and whether its text is the one meant: by text, name or address."""
        same = [document for key in addresses for document in self.texts.get(key, ())]
        named = [self.names[name]] if name in self.names else []
        there = [document for key in addresses for document in self.addresses.get(key, ())]
        both = [document for document in same if document in named]
        found = next(iter((*both, *same, *named, *there)), None)
        return None if found is None else (found, found in same)


def _quote(selector: Data, place: str) -> TextQuote:
    return TextQuote(*(_text(selector, key, place) for key in ("exact", "prefix", "suffix")))


def _span(selector: Data, place: str) -> Span:
    start, end = selector.get("start"), selector.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ConfigurationError(
            f"{place}: a TextPositionSelector needs a 'start' and an 'end', two whole numbers "
            f"from 0 in this order, not {start!r} and {end!r}."
        )
    return Span(start, end)


def _text(entry: Data, key: str, place: str) -> str:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise ConfigurationError(f"{place}: {key!r} must be a text, not {value!r}.")
    return value or ""


def _several(value: object) -> Iterable[object]:
    """Return what a JSON-LD key holds as a list; one value may stand without its brackets."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _has(types: object, name: str) -> bool:
    return name in types if isinstance(types, list) else types == name
