"""How documents are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.model import Document
from factcheck.reporting.content import SourceLabel
from factcheck.reporting.wording import clean, safe_address


def source_labels(documents: Sequence[Document]) -> dict[str, SourceLabel]:
    """Return how each document is called, by document id."""
    titles = Counter(clean(document.title) for document in documents)
    same = len({document.authority for document in documents}) == 1
    return {document.id: _label(document, titles, same) for document in documents}


def _label(document: Document, titles: Mapping[str, int], same: bool) -> SourceLabel:
    name, title = clean(document.name), clean(document.title)
    label = title if titles[title] == 1 else f"{title} ({name})"
    address = safe_address(document.address)
    return SourceLabel(
        id=document.id,
        name=name,
        label=label if title else name,
        author=clean(document.author),
        publisher=clean(document.publisher),
        date=clean(document.date),
        authority=None if same else document.authority,
        address=address,
        unlinked="" if address else clean(document.address),
    )
