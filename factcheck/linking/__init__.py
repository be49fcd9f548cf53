"""Mentions into concepts, concepts into topics."""

from factcheck.linking.abbreviations import Abbreviation, abbreviations
from factcheck.linking.linker import Linked, link, term_weights

__all__ = ["Abbreviation", "Linked", "abbreviations", "link", "term_weights"]
