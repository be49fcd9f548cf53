"""Documents from files, folders and strings."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, frozen

from factcheck.errors import CorpusError, ReadingError
from factcheck.model import Corpus, Document, Unread
from factcheck.reading.columns import Columns
from factcheck.reading.dates import iso_date
from factcheck.reading.documents import make_document
from factcheck.reading.encoding import Decoded, decode
from factcheck.reading.formats import FORMATS, INPUT_FORMATS, format_of, refusal
from factcheck.reading.gather import Gathered, gather, gather_several
from factcheck.reading.manifest import Source, nearest_key
from factcheck.reading.metadata import METADATA
from factcheck.reading.rows import Data, Table, documents, read_table, rows_of
from factcheck.reading.tables import TABLES
from factcheck.reading.walk import Selection, os_reason, shown_name

PathLike = str | os.PathLike[str]


def read(
    path: PathLike | Iterable[PathLike],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    format: str = "",
    columns: Mapping[str, str] | None = None,
) -> Corpus:
    """Read a file, a folder with all folders in it, or several of these.

    A ``corpus.toml`` in a folder describes the documents below it. Documents that cannot be read
    are listed in ``failed``; so are paths that do not exist where several are given. A table has a
    document in each row, called by the name of the file and its id, ``FILE#ID``.

    Args:
        path: what to read. A file is read whatever its name; of a folder, the files in a known
            format, and of tables those with columns for id and text.
        include: patterns relative to the folder (``**`` for any folders); only files that fit one
            are read. A pattern that spells out an ending reads files with it as plain text.
        exclude: patterns of files and folders to leave out.
        format: how to read files that are named directly, whatever their names: ``txt``, ``md``,
            ``html``, ``jsonl``, ``csv``, ``tsv`` or ``parquet``.
        columns: names of columns in tables that have no standard name, by what they hold: ``id``,
            ``text``, or what is known about a document, such as ``{"text": "abstract"}``.

    Returns:
        The documents in the order of their names, which are relative to the folder.

    Raises:
        CorpusError: there is nothing to read: the path does not exist, the folder is empty.
        ManifestError: a ``corpus.toml`` is wrong.
        ReadingError: the format is unknown, or what a column is to hold.
    """
    outcomes = stream(path, include=include, exclude=exclude, format=format, columns=columns)
    found: list[Document] = []
    failed: list[Unread] = []
    for outcome in outcomes:
        if isinstance(outcome, Document):
            found.append(outcome)
        else:
            failed.append(outcome)
    corpus = corpus_of(found, outcomes.title(found[0] if found else None, len(found)), failed)
    return evolve(corpus, passed_over=outcomes.passed_over)


@frozen
class Stream:
    """Documents read one after the other, and what cannot be read, in no order to rely on."""

    _gathered: Gathered
    _columns: Columns
    _alone: bool

    def __iter__(self) -> Iterator[Document | Unread]:
        yield from self._gathered.failed
        for name, path in sorted(self._gathered.files.items()):
            source = self._gathered.sources.get(name)
            format = self._gathered.formats.get(name) or format_of(name)
            if format in TABLES:
                table = Table.of_file(shown_name(name), self._columns, source)
                yield from read_table(path, format, table)
            else:
                yield _read_file(path, shown_name(name), format, source)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """Names of the files of a folder that are in no format known."""
        return tuple(sorted(map(shown_name, self._gathered.passed_over)))

    def title(self, first: Document | None, count: int) -> str:
        """Return the name of the collection, given its first document and how many it has."""
        if self._gathered.title or not self._alone or first is None:
            return self._gathered.title
        table, has_id, _ = first.name.partition("#")
        return table if count > 1 and has_id else first.title


def stream(
    path: PathLike | Iterable[PathLike],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    format: str = "",
    columns: Mapping[str, str] | None = None,
) -> Stream:
    """Return the documents that ``read`` reads, one after the other, and raise what it raises."""
    paths = [path] if isinstance(path, str | os.PathLike) else list(path)
    if not paths:
        raise CorpusError("no path was given; name a file or a folder to read")
    if format and format not in INPUT_FORMATS:
        raise _unknown_format(format, INPUT_FORMATS)
    selection = Selection(include, exclude, Columns.of(columns), format)
    if len(paths) == 1:
        gathered = gather(os.fspath(paths[0]), selection)
    else:
        gathered = gather_several([os.fspath(each) for each in paths], selection)
    return Stream(gathered, selection.columns, len(paths) == 1)


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
        raise _unknown_format(format, FORMATS)
    return make_document(name, Decoded(text, ""), reader(text), _checked(metadata), Path(name).stem)


def read_rows(
    rows: Data, name: str = "rows", *, columns: Mapping[str, str] | None = None
) -> Corpus:
    """Read a document from each row of a data frame, or from each of several mappings.

    Args:
        rows: a data frame of pandas or polars, or mappings from columns to values.
        name: what to call it all; a document is called by that and its id, ``NAME#ID``.
        columns: as for ``read``.

    Returns:
        The documents in the order of their names; rows that hold none are listed in ``failed``.

    Raises:
        ReadingError: these are no rows, or nothing known can be held by a column.
    """
    outcomes = list(documents(rows_of(rows), Table(name, Columns.of(columns))))
    return corpus_of(
        (one for one in outcomes if isinstance(one, Document)),
        name,
        (one for one in outcomes if isinstance(one, Unread)),
    )


def corpus_of(
    documents: Iterable[Document], title: str = "", failed: Iterable[Unread] = ()
) -> Corpus:
    """Return a corpus of documents, in the order of their names.

    Documents with the same text are all kept, each with a note that names the others.

    Raises:
        CorpusError: two documents have one name.
    """
    ordered = list(distinct(sorted(documents, key=lambda document: document.name)))
    alike: dict[str, list[str]] = defaultdict(list)
    for document in ordered:
        alike[document.text].append(document.name)
    noted = (with_copies(document, alike[document.text]) for document in ordered)
    return Corpus(title, tuple(noted), tuple(sorted(failed, key=unread_order)))


def distinct(ordered: Iterable[Document]) -> Iterator[Document]:
    """Yield documents that are in the order of their names.

    Raises:
        CorpusError: two of them have one name.
    """
    before = None
    for document in ordered:
        if document.name == before:
            raise CorpusError(f"two documents are called {before!r}; give each its own name")
        yield document
        before = document.name


def with_copies(document: Document, names: Sequence[str]) -> Document:
    """Return a document with a note, once, on the others, if any, that have the same text.

    Args:
        document: what may be noted.
        names: the documents with its text, in order, its own name among them.
    """
    others = [name for name in names if name != document.name]
    note = f"same text as {', '.join(others)}"
    if not others or note in document.notes:
        return document
    return evolve(document, notes=(*document.notes, note))


def unread_order(unread: Unread) -> tuple[str, str]:
    """Return a key that sorts what could not be read."""
    return unread.path, unread.reason


def _read_file(path: Path, name: str, format: str, source: Source | None) -> Document | Unread:
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
    metadata = {} if source is None else source.described
    if source is not None:
        decoded = evolve(decoded, notes=decoded.notes + source.notes)
    parsed = FORMATS[format](decoded.text)
    return make_document(name, decoded, parsed, metadata, shown_name(path.stem))


def _unknown_format(format: str, known: Iterable[str]) -> ReadingError:
    return ReadingError(f"unknown format {format!r}; known are {', '.join(known)}")


def _checked(metadata: Mapping[str, str | float]) -> dict[str, str | float]:
    for key, value in metadata.items():
        if key not in METADATA:
            nearest = nearest_key(key, METADATA)
            hint = f"did you mean {nearest!r}?" if nearest else f"known are {', '.join(METADATA)}"
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
