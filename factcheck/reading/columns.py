"""Which column of a table holds what of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from factcheck.errors import ReadingError
from factcheck.reading.metadata import METADATA, STANDARD_NAMES

FIELDS = ("id", "text", *METADATA)
"""What a column can hold."""

_TOLD = 10
_STANDARD = {
    "id": ("id", "doc_id", "document_id"),
    "text": ("text", "content", "body"),
    **STANDARD_NAMES,
    "authority": ("authority",),
}


@frozen
class Columns:
    """The columns that somebody named, by what they hold; others are known by standard names."""

    named: tuple[tuple[str, str], ...] = ()

    def __attrs_post_init__(self) -> None:
        for what, _ in self.named:
            if what not in FIELDS:
                raise ReadingError(f"no column holds {what!r}; it is one of {', '.join(FIELDS)}")

    @classmethod
    def of(cls, named: Mapping[str, str] | None) -> Columns:
        """Return the columns of a mapping from fields to their names."""
        return cls(tuple(sorted((named or {}).items())))

    def chosen(self, names: Iterable[str]) -> Mapping[str, str]:
        """Return which of a table's columns hold what, as far as any does.

        >>> dict(Columns.of({"text": "Abstract"}).chosen(["DOI", "URL", "Abstract", "text"]))
        {'text': 'Abstract', 'address': 'URL'}
        """
        return _chosen(self.named, tuple(names))

    def names(self, what: str) -> str:
        """Return the column that somebody named for something; empty where nobody did."""
        return next((column for each, column in self.named if each == what), "")

    def check(self, names: Sequence[str]) -> None:
        """Make sure that a table with these columns can be read.

        Raises:
            ReadingError: it lacks a column that somebody named, or one of texts; or has it twice.
        """
        found = self.chosen(names)
        for what in ("text", *dict(self.named)):
            if what not in found:
                raise ReadingError(self.lacks(what, names))
        for column in found.values():
            if names.count(column) > 1:
                raise ReadingError(f"it has two columns {column!r}; rename one")

    def lacks(self, what: str, names: Sequence[str]) -> str:
        """Return the message for a table, or a row, without a column that it needs."""
        named = self.names(what)
        told = ", ".join(map(repr, names[:_TOLD])) + (", …" if len(names) > _TOLD else "")
        wanted = f"no column {named!r}" if named else "no column of a known name"
        return f"it has {wanted} for its {what}; it has {told} (--column {what}=NAME names one)"

    def are_documents(self, names: Iterable[str]) -> bool:
        """Return whether a table that nobody named is one of documents, by its columns.

        It has an id and a text for each, or the column of texts that somebody named. Where a
        column says at which place a text starts, the texts are quotations, such as in a run.
        """
        names = tuple(names)
        found = self.chosen(names)
        if self.names("text"):
            return "text" in found
        return "text" in found and "id" in found and "start" not in names


@lru_cache(maxsize=1024)
def _chosen(named: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> Mapping[str, str]:
    folded = {name.strip().casefold(): name for name in reversed(names)}
    asked = dict(named)
    found = {}
    for each in FIELDS:
        if each in asked:
            column = asked[each] if asked[each] in names else None
        else:
            column = next((folded[name] for name in _STANDARD[each] if name in folded), None)
        if column is not None:
            found[each] = column
    return found
