"""The names that sources give to what they say about a text."""

from __future__ import annotations

METADATA = ("title", "author", "publisher", "address", "date", "authority")
"""What can be said about a document, by the names of Document's fields."""

STANDARD_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "creator", "byline"),
    "publisher": ("publisher", "site_name"),
    "address": ("address", "url", "uri", "canonical_url"),
    "date": ("date", "published", "published_at", "date_published", "publication_date"),
}
"""Names in use for each, in lower case; the first that is there counts. They are those of front
matter, schema.org (``headline``, ``datePublished``), Dublin Core (``creator``) and Open Graph."""
