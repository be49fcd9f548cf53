"""Which reader reads which file."""

from __future__ import annotations

from factcheck.protocols import Reader
from factcheck.reading.html import read_html
from factcheck.reading.markdown import read_markdown
from factcheck.reading.plain import read_plain

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


def format_of(suffix: str) -> str:
    """Return the format of files with this ending; plain text where it is not known."""
    return SUFFIXES.get(suffix.lower(), "txt")


def refusal(suffix: str) -> str:
    """Return why files with this ending cannot be read at all; empty where they may be."""
    kind = _FOREIGN.get(suffix.lower())
    if kind is None:
        return ""
    return f"{kind} are not read; save its words as plain text, Markdown or HTML and read that"
