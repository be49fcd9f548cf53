"""Mentions into concepts, concepts into topics."""

from factcheck.linking.abbreviations import Abbreviation, abbreviations
from factcheck.linking.canon import Canon
from factcheck.linking.linker import Linked, link, term_labels, term_weights
from factcheck.linking.topics import (
    Concept,
    TopicMaker,
    concepts,
    is_shared,
    largest_pairs,
    ranked,
)
from factcheck.linking.wording import Usage, Wording

__all__ = [
    "Abbreviation",
    "Canon",
    "Concept",
    "Linked",
    "TopicMaker",
    "Usage",
    "Wording",
    "abbreviations",
    "concepts",
    "is_shared",
    "largest_pairs",
    "link",
    "ranked",
    "term_labels",
    "term_weights",
]
