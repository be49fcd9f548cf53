"""What earlier runs worked out, used again where everything that it rests on is the same."""

from factcheck.incremental.basis import digest, digest_of_lexicon
from factcheck.incremental.choices import choices
from factcheck.incremental.descriptions import descriptions
from factcheck.incremental.extractions import extractions
from factcheck.incremental.judgements import judgements
from factcheck.incremental.memory import Memory
from factcheck.incremental.retold import retold
from factcheck.incremental.settled import settled
from factcheck.incremental.standing import in_place

__all__ = [
    "Memory",
    "choices",
    "descriptions",
    "digest",
    "digest_of_lexicon",
    "extractions",
    "in_place",
    "judgements",
    "retold",
    "settled",
]
