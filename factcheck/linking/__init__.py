"""Mentions into concepts, concepts into topics."""

from factcheck.linking.abbreviations import abbreviations
from factcheck.linking.linker import Linked, link, term_weights

__all__ = ["Linked", "abbreviations", "link", "term_weights"]
