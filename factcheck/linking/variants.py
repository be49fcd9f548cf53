"""Terms that are spellings or derivations of one another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz.distance import Levenshtein

from factcheck.lexicon.terms import Terms

_DERIVED = re.compile(
    r"^(?:at)?(?:or|ori|orial|erg|ic|iv|al|ial|ian|ist|ism|iz|ous|ion|i|ar|ari)?$"
)
_OPPOSED = tuple(
    "hyper hypo in un ex endo exo pre post inter intra over under macro micro anti pro dis non"
    " mono bi".split()
)
SHORTEST = 6
"""Letters that a stem needs before another spelling of it is trusted: below that, one edit makes
another word more often than a variant."""

_START = 5
"""First letters that variants have in common."""


def variants(counts: Mapping[str, int], terms: Terms) -> dict[str, str]:
    """Return rarer spelling to commoner one, for terms that name the same thing.

    Two terms are variants where one is the other with a derivational ending ("glutam",
    "glutamaterg"), or where they differ by one edit within a word of at least eight letters and
    the rarer one is no word that the lexicon knows. Terms that differ in an opposing prefix
    ("hyper", "hypo") never are.
    """
    merged: dict[str, str] = {}
    candidates = (term for term in counts if len(term) >= SHORTEST and term.isalpha())
    ordered = sorted(candidates, key=lambda term: (-counts[term], term))
    met: dict[str, list[int]] = {}
    for rank, term in enumerate(ordered):
        keys = _keys(term)
        near = sorted({other for key in keys for other in met.get(key, ())})
        target = next((ordered[one] for one in near if _same(ordered[one], term, terms)), None)
        if target is not None:
            merged[term] = merged.get(target, target)
        for key in keys:
            met.setdefault(key, []).append(rank)
    return merged


def _keys(term: str) -> set[str]:
    """Return what a term has in common with each of its variants, one of these at least.

    That is a stem that it may be derived from, or the term with one letter left out.
    """
    stems = (term[:end] for end in range(SHORTEST, len(term)) if _DERIVED.match(term[end:]))
    left_out = (term[:at] + term[at + 1 :] for at in range(_START, len(term)))
    return {term, *stems, *left_out}


def _same(common: str, rare: str, terms: Terms) -> bool:
    short, long = sorted((common, rare), key=len)
    if long.startswith(short):
        return bool(_DERIVED.match(long[len(short) :]))
    if len(short) < 8 or _opposed(common, rare):
        return False
    return Levenshtein.distance(common, rare, score_cutoff=1) <= 1 and rare not in terms.known


def _opposed(first: str, second: str) -> bool:
    return any(first.startswith(prefix) != second.startswith(prefix) for prefix in _OPPOSED)
