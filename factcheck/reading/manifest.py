"""The manifest of a folder: a ``corpus.toml`` that says what its documents are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from attrs import field, frozen

from factcheck.errors import ManifestError
from factcheck.reading.dates import iso_date
from factcheck.reading.walk import MANIFEST, os_reason

_TEXTS = ("title", "author", "publisher", "address", "note")
_LISTS = ("restates", "tags")
_DATES = ("date", "as_of")
_SOURCE_KEYS = ("file", *_TEXTS, *_LISTS, *_DATES, "authority")
_TOP_KEYS = ("title", "description", "note", "tags", "as_of", "sources")
# Words that mean one of the keys without being spelled like it.
_MEANT = {
    "url": "address",
    "link": "address",
    "uri": "address",
    "path": "file",
    "filename": "file",
    "document": "file",
    "name": "title",
    "year": "date",
    "published": "date",
    "weight": "authority",
    "trust": "authority",
    "source": "sources",
    "documents": "sources",
}
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*sources[ \t]*\]\]", re.M)


@frozen
class Source:
    """One entry of a manifest.

    Attributes:
        number: its place among the sources, from 1.
        file: path of the document relative to the manifest.
        metadata: title, author, publisher, address and date, as far as given.
        authority: weight from 0 to 1; None where not given.
        notes: what the corpus' owner remarks on the source.
    """

    number: int
    file: str
    metadata: Mapping[str, str] = field(factory=dict)
    authority: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def described(self) -> dict[str, str | float]:
        """All that it says of the document, by the names of Document's fields."""
        weight = {} if self.authority is None else {"authority": self.authority}
        return {**self.metadata, **weight}


@frozen
class Manifest:
    """What a ``corpus.toml`` says.

    Attributes:
        path: the file.
        title: name of the collection; may be empty.
        sources: its entries in order.
    """

    path: Path
    title: str
    sources: tuple[Source, ...]


def load_manifest(folder: Path) -> Manifest:
    """Read the manifest of ``folder``.

    Raises:
        ManifestError: it is no valid TOML (the message gives line and column), or it has unknown
            keys or wrong values (the message lists them all).
    """
    path = folder / MANIFEST
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(_syntax(path, text, str(error))) from None
    except RecursionError:
        raise ManifestError(f"{path}: values are nested too deeply; flatten them") from None
    checker = _Checker(path, text)
    manifest = checker.manifest(content)
    if checker.faults:
        raise ManifestError("\n".join(checker.faults))
    return manifest


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ManifestError(f"{path}: {os_reason(error)}") from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
        raise ManifestError(
            f"{path}:{place}: the file is not UTF-8, as TOML demands; save it as UTF-8"
        ) from None


def _syntax(path: Path, text: str, message: str) -> str:
    place = _PLACE.search(message)
    what = _PLACE.sub("", message)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    column = int(place[2]) if place and place[2] else len(text) - text.rfind("\n")
    return f"{path}:{line}:{column}: invalid TOML: {what[:1].lower()}{what[1:]}"


class _Checker:
    """Turns parsed TOML into a manifest and gathers every fault on the way."""

    def __init__(self, path: Path, text: str) -> None:
        self.faults: list[str] = []
        self._path = path
        self._lines = [text.count("\n", 0, match.end()) + 1 for match in _TABLE.finditer(text)]

    def manifest(self, content: Mapping[str, object]) -> Manifest:
        for key in content:
            if key not in _TOP_KEYS:
                self._unknown("", key, _TOP_KEYS)
        title = content.get("title", "")
        if not isinstance(title, str):
            self._fault("", "title", "a text", title)
        entries = content.get("sources", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._fault("", "sources", "tables, each headed [[sources]]", entries)
            entries = []
        sources = tuple(self._source(number, entry) for number, entry in enumerate(entries, 1))
        self._no_file_twice(sources)
        return Manifest(self._path, " ".join(str(title).split()), sources)

    def _source(self, number: int, entry: Mapping[str, object]) -> Source:
        place = f"source {number}: "
        if len(self._lines) >= number:
            place = f"source {number} (line {self._lines[number - 1]}): "
        for key in entry:
            if key not in _SOURCE_KEYS:
                self._unknown(place, key, _SOURCE_KEYS)
        file = entry.get("file")
        if not isinstance(file, str) or not file.strip():
            self._fault(place, "file", "the path of a document, relative to this file", file)
            file = ""
        metadata = {key: self._text_of(place, key, entry) for key in _TEXTS}
        metadata |= {key: self._date_of(place, key, entry) for key in _DATES}
        for key in _LISTS:
            self._list_of(place, key, entry)
        notes = [metadata.pop("note")]
        if as_of := metadata.pop("as_of"):
            notes.append(f"as of {as_of}")
        return Source(
            number,
            file.replace("\\", "/"),
            {key: value for key, value in metadata.items() if value},
            self._authority_of(place, entry),
            tuple(filter(None, notes)),
        )

    def _text_of(self, place: str, key: str, entry: Mapping[str, object]) -> str:
        value = entry.get(key, "")
        if key == "author" and isinstance(value, list) and all(isinstance(x, str) for x in value):
            return ", ".join(value)
        if not isinstance(value, str):
            self._fault(place, key, "a text", value)
            return ""
        return " ".join(value.split())

    def _list_of(self, place: str, key: str, entry: Mapping[str, object]) -> None:
        value = entry.get(key, "")
        texts = isinstance(value, list) and all(isinstance(member, str) for member in value)
        if not isinstance(value, str) and not texts:
            self._fault(place, key, "a text or a list of texts", value)

    def _date_of(self, place: str, key: str, entry: Mapping[str, object]) -> str:
        value = entry.get(key, "")
        if isinstance(value, datetime):
            return value.date().isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool):
            value = f"{value:04}"
        if isinstance(value, str) and (not value.strip() or iso_date(value)):
            return iso_date(value)
        self._fault(place, key, "a date such as 2021, 2021-05 or 2021-05-03", entry[key])
        return ""

    def _authority_of(self, place: str, entry: Mapping[str, object]) -> float | None:
        value = entry.get("authority")
        if value is None:
            return None
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 <= float(str(value)) <= 1:
            self._fault(place, "authority", "a number from 0 to 1", value)
            return None
        return float(str(value))

    def _no_file_twice(self, sources: tuple[Source, ...]) -> None:
        seen: dict[str, int] = {}
        for source in sources:
            first = seen.setdefault(source.file, source.number)
            if source.file and first != source.number:
                self.faults.append(
                    f"{self._path}: sources {first} and {source.number} both describe "
                    f"{source.file!r}; keep one"
                )

    def _fault(self, place: str, key: str, wanted: str, value: object) -> None:
        found = "missing" if value is None else f"not {value!r}"
        self.faults.append(f"{self._path}: {place}{key} must be {wanted}, {found}")

    def _unknown(self, place: str, key: str, known: tuple[str, ...]) -> None:
        nearest = nearest_key(key, known)
        hint = f"did you mean {nearest!r}?" if nearest else f"known are {', '.join(known)}"
        self.faults.append(f"{self._path}: {place}unknown key {key!r}; {hint}")


def nearest_key(key: str, known: tuple[str, ...]) -> str:
    """Return the known key that was probably meant; empty where none is near."""
    meant = _MEANT.get(key.lower(), "")
    if meant in known:
        return meant
    # Only a faulty manifest needs it.
    from rapidfuzz import process

    # Below 60 of 100 the nearest of a dozen short words is mostly a coincidence.
    best = process.extractOne(key.lower(), known, score_cutoff=60)
    return best[0] if best else ""
