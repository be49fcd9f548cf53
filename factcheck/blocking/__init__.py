"""Claims into candidate pairs: found by what they share, the most telling of them chosen."""

from factcheck.blocking.index import (
    COMMON,
    SPREAD,
    Index,
    Met,
    Postings,
    common,
    home,
    most_telling,
    postings,
)
from factcheck.blocking.pairs import Blocked, Pairs, block, candidate_pair, counted
from factcheck.blocking.said import AspectsOf
from factcheck.blocking.traits import Traits, key_weight, traits_of

__all__ = [
    "COMMON",
    "SPREAD",
    "AspectsOf",
    "Blocked",
    "Index",
    "Met",
    "Pairs",
    "Postings",
    "Traits",
    "block",
    "candidate_pair",
    "common",
    "counted",
    "home",
    "key_weight",
    "most_telling",
    "postings",
    "traits_of",
]
