"""What an HTML page says about itself in its head."""

from __future__ import annotations

from attrs import define, field

from factcheck.reading.dates import iso_date
from factcheck.reading.elements import Attributes

# Names of <meta> elements, by name, property or itemprop, in use for each field.
_META = {
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "citation_author": "author",
    "date": "date",
    "dc.date": "date",
    "dcterms.date": "date",
    "dcterms.created": "date",
    "article:published_time": "date",
    "datepublished": "date",
    "citation_publication_date": "date",
    "publisher": "publisher",
    "dc.publisher": "publisher",
    "og:site_name": "publisher",
    "application-name": "publisher",
    "og:url": "address",
}


@define
class PageMetadata:
    """Collects a page's statements about itself; the first of each kind counts.

    Attributes:
        title: text of the title element.
        found: other values by the names of Document's fields.
        notes: what a reader should know about how the page was read.
    """

    title: str = ""
    found: dict[str, str] = field(factory=dict)
    notes: list[str] = field(factory=list)

    def take(self, tag: str, attributes: Attributes) -> None:
        """Take in a start tag."""
        values = {name: (value or "").strip() for name, value in attributes}
        if tag == "meta":
            name = values.get("name") or values.get("property") or values.get("itemprop") or ""
            key = _META.get(name.lower(), "")
            self._keep(key, " ".join(values.get("content", "").split()))
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self._keep("address", values.get("href", ""))

    def _keep(self, key: str, value: str) -> None:
        if key == "date":
            value = iso_date(value)
        # An author given as an address of a profile is no name.
        elif key == "author" and value.startswith(("http://", "https://")):
            value = ""
        if key and value:
            self.found.setdefault(key, value)
