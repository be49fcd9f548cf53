"""Which reader reads which file."""

from __future__ import annotations

from pathlib import PurePath

from factcheck.protocols import Reader
from factcheck.reading.html import read_html
from factcheck.reading.markdown import read_markdown
from factcheck.reading.plain import read_plain
from factcheck.reading.tables import TABLE_SUFFIXES, TABLES, table_of

FORMATS: dict[str, Reader] = {"txt": read_plain, "md": read_markdown, "html": read_html}
"""Readers by the name of their format."""

SUFFIXES: dict[str, str] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""Formats by the ending of a file's name, in lower case."""

KNOWN_SUFFIXES = (*SUFFIXES, *TABLE_SUFFIXES)
"""Endings of all files that may be read."""

_FOREIGN = {
    ".pdf": "PDF files",
    ".doc": "Word files",
    ".docx": "Word files",
    ".odt": "OpenDocument files",
    ".rtf": "RTF files",
    ".epub": "EPUB books",
    ".ppt": "PowerPoint files",
    ".pptx": "PowerPoint files",
    ".xls": "Excel files",
    ".xlsx": "Excel files",
}


INPUT_FORMATS = (*FORMATS, *TABLES)
"""Formats of all files that can be read."""


def format_of(name: str) -> str:
    """Return the format that a file has by its name; plain text where its ending is not known."""
    return table_of(name) or SUFFIXES.get(PurePath(name).suffix.lower(), "txt")


def is_known(name: str) -> bool:
    """Return whether a file is by its name a document or a table of documents."""
    return PurePath(name).suffix.lower() in SUFFIXES or bool(table_of(name))


def refusal(suffix: str) -> str:
    """Return why files with this ending cannot be read at all; empty where they may be."""
    kind = _FOREIGN.get(suffix.lower())
    if kind is None:
        return ""
    return f"{kind} are not read; save its words as plain text, Markdown or HTML and read that"
