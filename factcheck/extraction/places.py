"""Where phrases of many lists stand in a sentence, found in one pass over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.extraction.tokens import Token

Places = Mapping[str, Sequence[tuple[int, int]]]
"""By the name of a list: where its phrases stand, from the left and the longest first."""


class _Node:
    """What a phrase may go on with, and the names of the lists that hold it if it ends here."""

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.names: frozenset[str] = frozenset()


_NOWHERE = _Node()


class PhraseLists:
    """Lists of words and phrases, all of which are looked for at once."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Index the phrases of every list, given in lower case with single spaces."""
        self._root = _Node()
        for name, phrases in lists.items():
            for phrase in phrases:
                node = self._root
                for word in phrase.split():
                    node = node.following.setdefault(word, _Node())
                node.names |= {name}

    def places(self, tokens: list[Token]) -> Places:
        """Return where phrases stand; a list of which there is none is left out.

        Words are compared in the form they have and in their base form.
        """
        found: dict[str, list[tuple[int, int]]] = {}
        opening = self._root.following
        for index, token in enumerate(tokens):
            if token.lower in opening or token.lemma in opening:
                for name, end in reversed(list(self._at(tokens, index))):
                    found.setdefault(name, []).append((index, end))
        return found

    def _at(self, tokens: list[Token], start: int) -> Iterator[tuple[str, int]]:
        """Yield each phrase at ``start`` as its list and its end, the shortest first."""
        written = base = self._root
        for index in range(start, len(tokens)):
            token = tokens[index]
            written = written.following.get(token.lower, _NOWHERE)
            base = base.following.get(token.lemma or token.lower, _NOWHERE)
            for name in written.names | base.names:
                yield name, index + 1
            if not (written.following or base.following):
                return


def within(places: Places, name: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where phrases of a list stand in ``[start, end)``, the longest of those that overlap.

    >>> list(within({"hedges": [(1, 3), (1, 2), (2, 3)]}, "hedges", 0, 3))
    [(1, 3)]
    >>> list(within({"hedges": [(1, 3), (1, 2), (2, 3)]}, "hedges", 0, 2))
    [(1, 2)]
    """
    covered = start
    for low, high in places.get(name, ()):
        if covered <= low and high <= end:
            covered = high
            yield (low, high)


def phrase_at(places: Places, name: str, index: int, end: int) -> int:
    """Return where the longest phrase of a list ends that begins at ``index``; 0 for none.

    >>> phrase_at({"truths": [(1, 3), (1, 2)]}, "truths", 1, 2)
    2
    """
    found = (high for low, high in places.get(name, ()) if low == index and high <= end)
    return next(found, 0)
