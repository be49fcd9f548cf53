"""Documents that go by another name than before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Protocol, TypeVar

from attrs import evolve

from factcheck.model import RecordedClaim, RecordedPair, Run

SAME = 0.5
"""Share of the words known of a document that one of another name must hold to be the same."""


class Recorded(Protocol):
    """A finding as a file holds it: an attrs class with claims, and pairs of these."""

    @property
    def claims(self) -> tuple[RecordedClaim, ...]:
        """The claims."""

    @property
    def pairs(self) -> tuple[RecordedPair, ...]:
        """What stood between them."""


T = TypeVar("T", bound=Recorded)


def renames(gone: Mapping[str, Set[str]], come: Mapping[str, Set[str]]) -> dict[str, str]:
    """Return the new names of documents, where no doubt is left.

    Args:
        gone: names that are no longer there, each with claims that the document held, word for
            word.
        come: names that are there now and were not before, each with its claims.

    >>> renames({"a.md": {"It is 5 m high."}}, {"b.md": {"It is 5 m high.", "It is red."}})
    {'a.md': 'b.md'}
    """
    wanted: dict[str, list[str]] = {}
    for old in sorted(gone):
        likeness = {new: len(gone[old] & held) for new, held in come.items()}
        most = max(likeness.values(), default=0)
        best = [new for new, shared in likeness.items() if shared == most]
        if most and most >= SAME * len(gone[old]) and len(best) == 1:
            wanted.setdefault(best[0], []).append(old)
    return {olds[0]: new for new, olds in sorted(wanted.items()) if len(olds) == 1}


def renamed(
    known: Iterable[tuple[str, str]], run: Run, elsewhere: Set[str] = frozenset()
) -> dict[str, str]:
    """Return the new names of documents whose claims are known.

    Args:
        known: the name of a document with the words of a claim in it, for every known claim.
        run: what was read now.
        elsewhere: names of documents that are there but were not read.
    """
    before = _words(known)
    there = {document.name for document in run.corpus} | elsewhere
    gone = {name: words for name, words in before.items() if name not in there}
    if not gone:
        return {}
    come = _words(
        (claim.source.name, claim.words) for claim in run.claims if claim.source.name not in before
    )
    return renames(gone, come)


def _words(claims: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for document, words in claims:
        found[document].add(words)
    return dict(found)


def followed(finding: T, names: Mapping[str, str]) -> T:
    """Return a finding with documents by their new names."""
    claims = {
        claim.fingerprint: evolve(claim, document=names.get(claim.document, claim.document))
        for claim in finding.claims
    }
    pairs = tuple(
        evolve(pair, a=claims[pair.a].fingerprint, b=claims[pair.b].fingerprint)
        for pair in finding.pairs
    )
    return evolve(finding, claims=tuple(claims.values()), pairs=pairs)  # type: ignore[misc]
