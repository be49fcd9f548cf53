"""Claims that stand as they did are not described again for choosing pairs.

What choosing pairs asks of a claim rests on the claim alone, as linking left it. It is kept for
each document, under its terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from factcheck.blocking import AspectsOf, Describing, Traits, described
from factcheck.incremental.basis import digest
from factcheck.incremental.memory import Memory
from factcheck.incremental.shelves import keep, recalled
from factcheck.incremental.standing import by_document
from factcheck.model import Claim

SHELF = 50
"""Documents whose claims are described in one entry."""


def descriptions(memory: Memory, standing: Sequence[bytes]) -> Describing:
    """Return what describes claims, taken over from what earlier runs say of them.

    Args:
        memory: what earlier runs say, and where this one leaves it.
        standing: how each of the claims stands (see ``in_place``).
    """
    return partial(_descriptions, memory, standing)


def _descriptions(
    memory: Memory, standing: Sequence[bytes], claims: Sequence[Claim], aspects: AspectsOf
) -> list[Traits]:
    own = {digest("traits", key): some for key, some in by_document(standing).items()}
    documents = {key: claims[places.start].source for key, places in own.items()}
    found = {
        key: [Traits(*columns) for columns in value]
        for key, value in recalled(memory.entries, documents)
    }
    new = [key for key in own if key not in found]
    for some in (new[start : start + SHELF] for start in range(0, len(new), SHELF)):
        made = {key: described(claims[own[key].start : own[key].stop], aspects) for key in some}
        values = [tuple(map(tuple, traits)) for traits in made.values()]
        keep(memory.entries, {key: documents[key] for key in some}, values)
        found |= made
    return [traits for key in own for traits in found[key]]
