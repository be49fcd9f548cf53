"""Mentions into concepts, concepts into topics."""

from factcheck.linking.abbreviations import Abbreviation, abbreviations
from factcheck.linking.linker import Linked, link, term_weights
from factcheck.linking.wording import Usage

__all__ = ["Abbreviation", "Linked", "Usage", "abbreviations", "link", "term_weights"]
