"""Quoted words back onto a document that may have changed.

A quotation that stands in one place only is there. Otherwise the position decides, where the
document is unchanged or the words with the context around them still stand at it. What stands
nowhere, or in several places alike, has no place: a wrong one would be worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from factcheck.model import Document, Span
from factcheck.reporting.linkeddata.selectors import only_place


@frozen
class TextQuote:
    """Words with what stood around them, as a TextQuoteSelector has them.

    Attributes:
        exact: the words.
        prefix, suffix: what stood before and behind; empty where it is not known.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


def place_now(
    document: Document, quotes: Sequence[TextQuote], places: Sequence[Span], unchanged: bool
) -> Span | None:
    """Return where words stand in a document now; None where that is in doubt.

    Args:
        document: the document as it is.
        quotes: the words, in each form that they are known in.
        places: where they stood.
        unchanged: whether the document is the same to the character.
    """
    for quote in quotes:
        found = _by_words(document, quote)
        if found is not None:
            return found
    for span in places:
        if span.end > len(document.text):
            continue
        if any(_stands(document.text, span, quote, unchanged) for quote in quotes):
            return span
        if unchanged and not quotes:
            return span
    return None


def why_lost(document: Document, exact: str) -> str:
    """Return why words have no place in a document."""
    if not exact:
        return "the document has changed, and the target quotes no words"
    if exact in document.text:
        return "the words stand in several places alike"
    return "the words do not stand in the document"


def _by_words(document: Document, quote: TextQuote) -> Span | None:
    """Return the one place of the words: with their context, alone, or as a reader sees them."""
    text = document.text
    whole = only_place(text, f"{quote.prefix}{quote.exact}{quote.suffix}")
    if quote.exact and whole is not None:
        start = whole + len(quote.prefix)
        return Span(start, start + len(quote.exact))
    if quote.exact not in text:
        return _by_visible_words(document, quote.exact)
    alone = only_place(text, quote.exact)
    return None if alone is None else Span(alone, alone + len(quote.exact))


def _by_visible_words(document: Document, exact: str) -> Span | None:
    holding = [passage for passage in document.passages if exact in passage.text]
    at = only_place(holding[0].text, exact) if len(holding) == 1 else None
    return None if at is None else holding[0].locate(at, at + len(exact))


def _stands(text: str, span: Span, quote: TextQuote, unchanged: bool) -> bool:
    before = bool(quote.prefix) and text.endswith(quote.prefix, 0, span.start)
    after = bool(quote.suffix) and text.startswith(quote.suffix, span.end)
    return span.of(text) == quote.exact and (unchanged or before or after)
