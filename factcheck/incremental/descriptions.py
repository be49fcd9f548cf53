"""Claims that stand as they did are not described again for choosing pairs.

What choosing pairs asks of a claim rests on the claim alone, as linking left it. It is kept for
each document, under its terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from factcheck.blocking import AspectsOf, Describing, Traits, described
from factcheck.incremental.basis import digest
from factcheck.incremental.memory import Memory
from factcheck.incremental.packing import pack, unpack
from factcheck.model import Claim


def descriptions(memory: Memory) -> Describing:
    """Return what describes claims, taken over from what earlier runs say of them.

    Args:
        memory: what earlier runs say, and where this one leaves it.
    """
    return partial(_descriptions, memory)


def _descriptions(memory: Memory, claims: Sequence[Claim], aspects: AspectsOf) -> list[Traits]:
    documents = dict(_by_key(memory, claims))
    found = {
        key: [Traits(*columns) for columns in unpack(content, ())]
        for key, content in memory.entries.recall(tuple(documents)).items()
    }
    new = {key: described(own, aspects) for key, own in documents.items() if key not in found}
    memory.entries.keep({key: pack(tuple(map(tuple, own)), {}) for key, own in new.items()})
    found |= new
    return [traits for key in documents for traits in found[key]]


def _by_key(memory: Memory, claims: Sequence[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """Yield the claims of each document, with a key of all that their description rests on."""
    for _, some in groupby(claims, key=lambda claim: claim.source.id):
        own = list(some)
        terms = [claim.term_groups for claim in own]
        yield digest("traits", memory.key(own[0].source), terms), own
