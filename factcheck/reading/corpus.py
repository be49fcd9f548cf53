"""Documents from files, folders and strings."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from attrs import evolve

from factcheck.errors import CorpusError, ReadingError
from factcheck.model import Corpus, Document, Passage, PassageKind, Unread
from factcheck.protocols import ParsedText
from factcheck.reading.dates import iso_date
from factcheck.reading.encoding import Decoded, decode
from factcheck.reading.formats import FORMATS, format_of, refusal
from factcheck.reading.gather import gather, gather_several
from factcheck.reading.manifest import Source, nearest_key
from factcheck.reading.walk import Selection, os_reason, shown_name

PathLike = str | os.PathLike[str]

_METADATA = ("title", "author", "publisher", "address", "date", "authority")
_TITLE_WORDS = 14


def read(
    path: PathLike | Iterable[PathLike],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> Corpus:
    """Read a file, a folder with all folders in it, or several of these.

    A ``corpus.toml`` in a folder describes the documents below it. Documents that cannot be read
    are listed in ``failed``; so are paths that do not exist where several are given.

    Args:
        path: what to read. A file is read whatever its name; of a folder, the files in a known
            format.
        include: patterns relative to the folder (``**`` for any folders); only files that fit one
            are read. A pattern that spells out an ending reads files with it as plain text.
        exclude: patterns of files and folders to leave out.

    Returns:
        The documents in the order of their names, which are relative to the folder.

    Raises:
        CorpusError: there is nothing to read: the path does not exist, the folder is empty.
        ManifestError: a ``corpus.toml`` is wrong.
    """
    paths = [path] if isinstance(path, str | os.PathLike) else list(path)
    if not paths:
        raise CorpusError("no path was given; name a file or a folder to read")
    selection = Selection.of(include, exclude)
    if len(paths) == 1:
        gathered = gather(os.fspath(paths[0]), selection)
    else:
        gathered = gather_several([os.fspath(each) for each in paths], selection)
    documents = []
    failed = gathered.failed
    for name, file in sorted(gathered.files.items()):
        outcome = _read_file(file, shown_name(name), gathered.sources.get(name))
        if isinstance(outcome, Document):
            documents.append(outcome)
        else:
            failed.append(outcome)
    title = gathered.title
    if not title and len(paths) == 1 and documents:
        title = documents[0].title
    return corpus_of(documents, title, failed)


def read_text(
    text: str, name: str = "text", *, format: str = "txt", **metadata: str | float
) -> Document:
    """Read a document from a string.

    Args:
        text: the document.
        name: what to call it.
        format: ``txt``, ``md`` or ``html``.
        metadata: title, author, publisher, address, date and authority; these count more than
            what the text says of itself.

    Raises:
        ReadingError: the format or a key of the metadata is unknown, or a value is wrong.
    """
    reader = FORMATS.get(format)
    if reader is None:
        raise ReadingError(f"unknown format {format!r}; known are {', '.join(FORMATS)}")
    return _document(name, Decoded(text, ""), reader(text), _checked(metadata), Path(name).stem)


def corpus_of(
    documents: Iterable[Document], title: str = "", failed: Iterable[Unread] = ()
) -> Corpus:
    """Return a corpus of documents, in the order of their names.

    Documents with the same text are all kept, each with a note that names the others.

    Raises:
        CorpusError: two documents have one name.
    """
    ordered = sorted(documents, key=lambda document: document.name)
    for first, second in pairwise(ordered):
        if first.name == second.name:
            raise CorpusError(f"two documents are called {first.name!r}; give each its own name")
    alike: dict[str, list[str]] = defaultdict(list)
    for document in ordered:
        alike[document.text].append(document.name)
    noted = []
    for document in ordered:
        others = [name for name in alike[document.text] if name != document.name]
        note = (f"same text as {', '.join(others)}",) if others else ()
        noted.append(evolve(document, notes=document.notes + note) if note else document)
    unread = sorted(failed, key=lambda unread: (unread.path, unread.reason))
    return Corpus(title, tuple(noted), tuple(unread))


def _read_file(path: Path, name: str, source: Source | None) -> Document | Unread:
    if reason := refusal(path.suffix):
        return Unread(name, reason)
    try:
        decoded = decode(path.read_bytes())
    except OSError as error:
        return Unread(name, os_reason(error))
    except ReadingError as error:
        return Unread(name, error.message)
    if not decoded.text.strip("\0 \t\r\n\f"):
        return Unread(name, "it is empty; give it a text or leave it out")
    metadata: dict[str, str | float] = {}
    if source is not None:
        metadata |= source.metadata
        if source.authority is not None:
            metadata["authority"] = source.authority
        decoded = evolve(decoded, notes=decoded.notes + source.notes)
    parsed = FORMATS[format_of(path.suffix)](decoded.text)
    return _document(name, decoded, parsed, metadata, shown_name(path.stem))


def _document(
    name: str,
    decoded: Decoded,
    parsed: ParsedText,
    metadata: Mapping[str, str | float],
    stem: str,
) -> Document:
    known = {**parsed.metadata, **metadata}
    notes = [*decoded.notes, *parsed.notes]
    if count := decoded.text.count("\0"):
        notes.append(f"{count} NUL characters are left out of what is read")
    if decoded.text.strip() and not parsed.passages:
        notes.append("no prose was found in it")
    return Document(
        name=name,
        text=decoded.text,
        passages=parsed.passages,
        title=str(known.get("title") or "") or _first_line(parsed.passages) or stem,
        author=str(known.get("author", "")),
        publisher=str(known.get("publisher", "")),
        address=str(known.get("address", "")),
        date=str(known.get("date", "")),
        authority=float(known.get("authority", 0.5)),
        encoding=decoded.encoding,
        notes=tuple(notes),
    )


def _first_line(passages: tuple[Passage, ...]) -> str:
    """Return the first passage if it can serve as a title; empty if it is a sentence or long."""
    if not passages or passages[0].kind is not PassageKind.PARAGRAPH:
        return ""
    text = passages[0].text
    short = len(text) <= 200 and len(text.split()) <= _TITLE_WORDS
    return text if short and not text.endswith((".", ";", ",")) else ""


def _checked(metadata: Mapping[str, str | float]) -> dict[str, str | float]:
    for key, value in metadata.items():
        if key not in _METADATA:
            nearest = nearest_key(key, _METADATA)
            hint = f"did you mean {nearest!r}?" if nearest else f"known are {', '.join(_METADATA)}"
            raise ReadingError(f"unknown metadata {key!r}; {hint}")
        if key == "authority":
            if isinstance(value, str | bool) or not 0 <= value <= 1:
                raise ReadingError(f"authority must be a number from 0 to 1, not {value!r}")
        elif not isinstance(value, str):
            raise ReadingError(f"{key} must be a text, not {value!r}")
        elif key == "date" and value and not iso_date(value):
            raise ReadingError(
                f"date must be one such as 2021, 2021-05 or 2021-05-03, not {value!r}"
            )
    return {**metadata, **({"date": iso_date(str(metadata["date"]))} if "date" in metadata else {})}
