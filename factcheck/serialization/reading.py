"""JSON-ready data to values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import inf
from typing import Any, TypeVar

from attrs import evolve
from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn

from factcheck.errors import ConfigurationError
from factcheck.model import (
    Agreement,
    Certainty,
    Claim,
    ClaimKind,
    Corpus,
    Counts,
    Direction,
    Dispute,
    Document,
    Interval,
    Judgement,
    Note,
    Polarity,
    Position,
    Run,
    Skipped,
    Span,
    Stance,
    Topic,
    Unread,
)
from factcheck.serialization.lines import SavedLines
from factcheck.serialization.schema import SCHEMA, text_sha256
from factcheck.serialization.structuring import exactly, faults, number, plain_reader

_RECORDED = ("title", "author", "publisher", "address", "date", "encoding")

Data = dict[str, Any]
T = TypeVar("T")


def from_data(data: Mapping[str, Any], corpus: Corpus) -> Run:
    """Return the run that ``data`` was written from.

    Args:
        data: what :func:`to_data` returned, also after a way through JSON.
        corpus: the documents, read again; it gives the texts, while title, authority and
            whatever else may have been edited since are taken as recorded.

    Raises:
        ConfigurationError: ``data`` has another shape, a document is missing from ``corpus``
            or has changed, or a reference leads nowhere.
    """
    data = _header(data)
    # Runs written before retold passages were kept lack the key.
    return _told(lambda: _read(data, {"retold": (), **data}.__getitem__, corpus))


def from_jsonl(lines: Iterable[str], corpus: Corpus, name: str = "the run") -> Run:
    """Return the run that was written as JSON Lines.

    The lines are taken one by one, so that they may come out of an open file.

    Args:
        lines: what ``--format jsonl`` wrote.
        corpus: the documents, as for :func:`from_data`.
        name: what messages call the lines.

    Raises:
        ConfigurationError: as for :func:`from_data`; also where a line is no JSON object, lines
            are missing, or they are not in the order they were written in.
    """
    saved = SavedLines(lines, name)
    header = _header(saved.header)
    run = _told(lambda: _read(header, saved.entries, corpus))
    saved.finish()
    return run


def _header(data: object) -> Mapping[str, Any]:
    """Return ``data``, which must say that it is a run of a shape that is known."""
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or schema != SCHEMA:
        raise ConfigurationError(
            f"this run has the schema {schema!r}; this version of factcheck reads {SCHEMA!r}"
        )
    return data


def _told(read: Callable[[], Run]) -> Run:
    try:
        return read()
    except KeyError as error:
        raise ConfigurationError(f"the run lacks the key {error}") from error
    except BaseValidationError as error:
        raise ConfigurationError(
            f"the run does not fit {SCHEMA}: {faults(error, 'run')}"
        ) from error
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"the run does not fit {SCHEMA}: {error}") from error


def _read(header: Mapping[str, Any], part: Callable[[str], Iterable[Data]], corpus: Corpus) -> Run:
    """Return the run of what ``part`` gives for each key, asked for in the order of writing."""
    reader = plain_reader((Certainty, ClaimKind, Direction, Polarity, Stance))
    reader.register_structure_hook(Interval, _interval)

    def plain(key: str, kind: type[T]) -> tuple[T, ...]:
        return tuple(reader.structure(entry, kind) for entry in part(key))

    def checked(key: str, kind: type[T]) -> tuple[T, ...]:
        return tuple(_checked(reader, kind, entry) for entry in part(key))

    documents = tuple(_document(entry, corpus, reader) for entry in part("documents"))
    failed = plain("failed", Unread)
    _add_places(reader, {document.name: document for document in documents})
    claims = checked("claims", Claim)
    by_id = _by_id(claims)
    skipped, notes = plain("skipped", Skipped), plain("notes", Note)
    topics = plain("topics", Topic)
    _add_judgements(reader, by_id)
    judgements = checked("judgements", Judgement)
    _add_findings(reader, by_id, _by_id(judgements))
    return Run(
        corpus=Corpus(reader.structure(header["corpus"]["title"], str), documents, failed),
        claims=claims,
        skipped=skipped,
        notes=notes,
        topics=topics,
        judgements=judgements,
        disputes=checked("disputes", Dispute),
        qualifications=checked("qualifications", Dispute),
        agreements=checked("agreements", Agreement),
        counts=reader.structure(header["counts"], Counts),
        version=reader.structure(header["version"], str),
        settings=dict(header["settings"]),
        judges=reader.structure(header.get("judges", ()), tuple[str, ...]),
        retold=tuple(
            (_known(by_id, pair["a"], "claim").id, _known(by_id, pair["b"], "claim").id)
            for pair in part("retold")
        ),
    )


def _interval(value: Any, _: type[Interval]) -> Interval:
    low, high = value["low"], value["high"]
    return Interval(
        -inf if low is None else _bound(low),
        inf if high is None else _bound(high),
        exactly(bool)(value["low_open"], bool),
        exactly(bool)(value["high_open"], bool),
    )


def _bound(value: Any) -> float:
    """Return a bound as it was written: a whole number stays one, so that it is written alike."""
    return value if type(value) is int else number(value, float)


def _document(entry: Mapping[str, Any], corpus: Corpus, reader: Converter) -> Document:
    name = entry["name"]
    try:
        document = corpus.document(name)
    except KeyError:
        raise ConfigurationError(
            f"the run rests on the document {name!r}, which is not among those read; "
            "read the same documents that the run was made from"
        ) from None
    if text_sha256(document.text) != entry["sha256"]:
        raise ConfigurationError(
            f"the document {name!r} has changed since the run was made; check it anew"
        )
    recorded = {key: reader.structure(entry[key], str) for key in _RECORDED}
    return evolve(
        document,
        title=recorded["title"],
        author=recorded["author"],
        publisher=recorded["publisher"],
        address=recorded["address"],
        date=recorded["date"],
        encoding=recorded["encoding"],
        authority=reader.structure(entry["authority"], float),
        notes=reader.structure(entry["notes"], tuple[str, ...]),
    )


def _add_places(converter: Converter, documents: Mapping[str, Document]) -> None:
    """Teach ``converter`` the values that lie in a document, known by its name."""

    def placed(entry: Mapping[str, Any]) -> Data:
        document = _known(documents, entry["document"], "document")
        span = Span(entry["start"], entry["end"])
        if not 0 <= span.start <= span.end <= len(document.text):
            raise ConfigurationError(
                f"the run names the place {span.start} to {span.end}, which does not lie in "
                f"the document {document.name!r}"
            )
        return {**entry, "source": document, "span": {"start": span.start, "end": span.end}}

    converter.register_structure_hook(Document, lambda document, _: document)
    for kind in (Claim, Skipped, Note):
        _add(converter, kind, placed)


def _add_judgements(converter: Converter, claims: Mapping[str, Claim]) -> None:
    def joined(entry: Mapping[str, Any]) -> Data:
        return {
            **entry,
            "a": _known(claims, entry["a"], "claim"),
            "b": _known(claims, entry["b"], "claim"),
        }

    place = converter.get_structure_hook(Claim)
    converter.register_structure_hook(
        Claim, lambda value, kind: value if isinstance(value, Claim) else place(value, kind)
    )
    _add(converter, Judgement, joined)


def _add_findings(
    converter: Converter, claims: Mapping[str, Claim], judgements: Mapping[str, Judgement]
) -> None:
    def joined(entry: Mapping[str, Any]) -> Data:
        found: Data = {**entry}
        if "claims" in entry:
            found["claims"] = tuple(_known(claims, key, "claim") for key in entry["claims"])
        if "judgements" in entry:
            found["judgements"] = tuple(
                _known(judgements, key, "judgement") for key in entry["judgements"]
            )
        return found

    judge = converter.get_structure_hook(Judgement)
    converter.register_structure_hook(
        Judgement, lambda value, kind: value if isinstance(value, Judgement) else judge(value, kind)
    )
    for kind in (Position, Dispute, Agreement):
        _add(converter, kind, joined)


def _add(
    converter: Converter, kind: type[Any], prepare: Callable[[Mapping[str, Any]], Data]
) -> None:
    structure = make_dict_structure_fn(kind, converter)
    converter.register_structure_hook(kind, lambda entry, cls: structure(prepare(entry), cls))


def _checked(converter: Converter, kind: type[T], entry: Mapping[str, Any]) -> T:
    """Return the value of ``entry``; its id is made from its content, so it must come out alike."""
    value = converter.structure(entry, kind)
    if getattr(value, "id", None) != entry["id"]:
        raise ConfigurationError(
            f"the {kind.__name__.lower()} {entry['id']!r} does not have the content it was "
            "written with; the run was edited or made by another version"
        )
    return value


def _by_id(values: Iterable[Any]) -> dict[str, Any]:
    return {value.id: value for value in values}


def _known(values: Mapping[str, T], key: str, noun: str) -> T:
    if key not in values:
        raise ConfigurationError(f"the run refers to the {noun} {key!r}, which it does not hold")
    return values[key]
