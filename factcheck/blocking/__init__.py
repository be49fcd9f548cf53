"""Claims into candidate pairs: found by what they share, the most telling of them chosen."""

from factcheck.blocking.features import shown
from factcheck.blocking.index import (
    COMMON,
    SPREAD,
    Index,
    Postings,
    common,
    home,
    most_telling,
    postings,
)
from factcheck.blocking.meetings import Met
from factcheck.blocking.pairs import (
    Blocked,
    Choosing,
    KeyBlocker,
    Pairs,
    Selection,
    block,
    candidate_pair,
    counted,
)
from factcheck.blocking.said import AspectsOf, Said
from factcheck.blocking.traits import Describing, Traits, described, key_weight, traits_of

__all__ = [
    "COMMON",
    "SPREAD",
    "AspectsOf",
    "Blocked",
    "Choosing",
    "Describing",
    "Index",
    "KeyBlocker",
    "Met",
    "Pairs",
    "Postings",
    "Said",
    "Selection",
    "Traits",
    "block",
    "candidate_pair",
    "common",
    "counted",
    "described",
    "home",
    "key_weight",
    "most_telling",
    "postings",
    "shown",
    "traits_of",
]
