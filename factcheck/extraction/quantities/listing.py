"""Word lists of the grammar, kept readable."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as running text.

    >>> sorted(listed("in since by"))
    ['by', 'in', 'since']
    """
    return frozenset(words.split())
