"""Runs as linked data: Web Annotations, provenance, reviews of claims, and bibliographies.

One module for each standard, each written from the standard's own text; ``names`` holds the
identifiers that they share, and ``anchoring`` reads annotations back onto documents.
"""

from factcheck.reporting.linkeddata.anchoring import Anchor, Annotation, Orphan, read_annotations

__all__ = ["Anchor", "Annotation", "Orphan", "read_annotations"]
