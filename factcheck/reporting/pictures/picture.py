"""What a picture is: drawn once, told in words, and repeated as a table."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

WIDE, NARROW = 700, 340
"""Widths for a column of text and for a telephone, so that letters keep their size in both."""

Link = Callable[[str], str]
"""Gives the address of a source, topic, claim, finding, rule or section by its id."""


def on_page(id: str) -> str:
    """Return the address of ``id`` on the page that shows the picture.

    >>> on_page("f-1")
    '#f-1'
    """
    return f"#{id}"


@frozen
class Entry:
    """Words in a table, and where they lead.

    Attributes:
        text: the words.
        href: the address; empty where they are no link.
        filter: what a page that filters its findings shows instead, such as ``source=d-1``.
    """

    text: str
    href: str = ""
    filter: str = ""


@frozen
class Row:
    """A row of a table; the first of its cells is its head.

    Attributes:
        cells: what stands under each column, one entry after the other.
        id: what links lead here by; empty where none do.
    """

    cells: tuple[tuple[Entry, ...], ...]
    id: str = ""


@frozen
class Table:
    """What a picture shows, for those who rather read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@frozen
class Picture:
    """A drawing with everything that stands in for it.

    Attributes:
        svg: the drawing as one SVG 1.1 element, safe to put into a page or a file. It takes its
            colours from ``currentColor`` and from the variables ``--accent``, ``--faint`` and
            ``--paper`` where the page around it sets them.
        title: what it shows, in a few words.
        description: what is to be seen, in sentences.
        table: the same content, as text.
        note: what was left out; empty where nothing was.
    """

    svg: str
    title: str
    description: str
    table: Table
    note: str = ""

    def _repr_html_(self) -> str:
        return self.svg
