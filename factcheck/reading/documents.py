"""One text and what is known about it, made a document."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Document, Passage, PassageKind
from factcheck.protocols import ParsedText
from factcheck.reading.encoding import Decoded

_TITLE_WORDS = 14


def make_document(
    name: str,
    decoded: Decoded,
    parsed: ParsedText,
    metadata: Mapping[str, str | float],
    stem: str,
) -> Document:
    """Return the document that a text is.

    Args:
        name: what to call it.
        decoded: the text, with notes on how it was come by.
        parsed: the prose in it, and what it says about itself.
        metadata: what others say about it; that counts more.
        stem: its title where nothing gives one.
    """
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
