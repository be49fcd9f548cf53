"""Places in a document as the selectors of the W3C Web Annotation Data Model (section 4.2)."""

from __future__ import annotations

from factcheck.model import Document, Span

Selector = dict[str, object]

CONTEXT = 32
"""How many characters before and after a quotation are given where they make it unique."""

LONGEST_CONTEXT = 1024
"""How many are given at most; beyond, only the position tells two places apart."""


def selectors(document: Document, span: Span) -> list[Selector]:
    """Return the selectors of a place: its position and its words with their context.

    Where markup stands between the words, they follow once more as a reader of the page sees them.
    Positions count Unicode code points of the decoded text, as the standard demands.
    """
    found = [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        quote_selector(document.text, span),
    ]
    seen = document.visible(span)
    if seen and seen != " ".join(span.of(document.text).split()):
        found.append({"type": "TextQuoteSelector", "exact": seen})
    return found


def quote_selector(text: str, span: Span) -> Selector:
    """Return the words at ``span`` with as much context as tells the place from all others."""
    prefix, suffix = context(text, span)
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": prefix,
        "suffix": suffix,
    }


def context(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and behind ``span``, enough to tell it from all other places."""
    reach = CONTEXT
    while reach < LONGEST_CONTEXT and not _unique(text, _widened(text, span, reach)):
        reach *= 2
    around = _widened(text, span, reach)
    return text[around.start : span.start], text[span.end : around.end]


def only_place(text: str, words: str) -> int | None:
    """Return where ``words`` stand in ``text``; nothing where they do not, or more than once.

    >>> only_place("the sea and the land", "sea"), only_place("the sea and the land", "the")
    (4, None)
    """
    first = text.find(words) if words else -1
    return first if first >= 0 and text.find(words, first + 1) < 0 else None


def _widened(text: str, span: Span, reach: int) -> Span:
    return Span(max(0, span.start - reach), min(len(text), span.end + reach))


def _unique(text: str, span: Span) -> bool:
    return only_place(text, span.of(text)) is not None
