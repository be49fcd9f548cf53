"""Claims into candidate pairs: found by what they share, the most telling of them chosen."""

from factcheck.blocking.earlier import Keys, asked
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
    Paired,
    Pairs,
    Selection,
    block,
    candidate_pair,
    counted,
    paired,
)
from factcheck.blocking.rows import Rows
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
    "Keys",
    "Met",
    "Paired",
    "Pairs",
    "Postings",
    "Rows",
    "Said",
    "Selection",
    "Traits",
    "asked",
    "block",
    "candidate_pair",
    "common",
    "counted",
    "described",
    "home",
    "key_weight",
    "most_telling",
    "paired",
    "postings",
    "shown",
    "traits_of",
]
