"""Makes one lexicon of several packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from typing import Any

from attrs import fields

from factcheck.lexicon.packfile import Pack
from factcheck.lexicon.schema import Degree, Lexicon, Unit

WORD_LISTS: tuple[str, ...] = tuple(
    # Annotations are strings here, so the schema alone decides which fields are lists of words.
    entry.name
    for entry in fields(Lexicon)
    if str(entry.type) == "frozenset[str]"
)


def merge(packs: Sequence[Pack]) -> Lexicon:
    """Return the lexicon of valid packs: lists joined, mappings of later packs winning."""
    data = [file.data for pack in packs for file in pack.files]
    words = {name: frozenset(_joined(data, name)) for name in WORD_LISTS}
    return Lexicon(
        packs=tuple(pack.name for pack in packs),
        **words,
        irregular={form: lemma for lemma, forms in _items(data, "irregular") for form in forms},
        degrees=_degrees(_joined(data, "degrees")),
        appraisals=_degrees(_joined(data, "appraisals")),
        proportions={
            word: (entry["low"], entry["high"])
            for entry in _joined(data, "proportions")
            for word in entry["words"]
        },
        antonyms=_antonyms(_joined(data, "antonyms")),
        synonyms=_synonyms(_joined(data, "synonyms")),
        disjoint=tuple(frozenset(group) for group in _joined(data, "disjoint")),
        broader=_broader(_items(data, "broader")),
        garbled=dict(_items(data, "garbled")),
        units={
            word: Unit(entry["scale"], float(entry["factor"]), float(entry.get("offset", 0)))
            for entry in _joined(data, "units")
            for word in entry["words"]
        },
        numbers={word: float(value) for word, value in _items(data, "numbers")},
        months=dict(_items(data, "months")),
        events=_named("event", _joined(data, "events")),
        phases=_named("phase", _joined(data, "phases")),
        agencies=_named("agency", _joined(data, "agencies")),
    )


def _joined(data: Iterable[dict[str, Any]], name: str) -> Iterator[Any]:
    for tables in data:
        yield from tables.get(name, ())


def _items(data: Iterable[dict[str, Any]], name: str) -> Iterator[tuple[str, Any]]:
    for tables in data:
        yield from tables.get(name, {}).items()


def antonym_sides(entry: Any) -> tuple[list[str], list[str]]:
    """Return the two sides of an antonym entry, each a word or a list of words."""
    first, second = entry
    if isinstance(first, str):
        return [first], [second]
    return first, second


def _antonyms(entries: Iterable[Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in entries:
        for ours, theirs in permutations(antonym_sides(entry)):
            for word in ours:
                found.setdefault(word, set()).update(theirs)
    return {word: frozenset(others) for word, others in found.items()}


def _synonyms(groups: Iterable[list[str]]) -> dict[str, str]:
    """Map every word of a group, the canonical one included, to the canonical word.

    A later group may take a word out of an earlier one, or make an earlier canonical word point
    on; every chain is followed to its end, and since a canonical word is always detached from
    what it pointed to before, no chain runs in a circle.
    """
    parent: dict[str, str] = {}
    for canonical, *others in groups:
        parent[canonical] = canonical
        for word in others:
            parent[word] = canonical
    return {word: _end(parent, word) for word in parent}


def _end(parent: dict[str, str], word: str) -> str:
    while parent[word] != word:
        word = parent[word]
    return word


def _degrees(entries: Iterable[dict[str, Any]]) -> dict[str, tuple[Degree, ...]]:
    found: dict[str, dict[str, Degree]] = {}
    for entry in entries:
        degree = Degree(entry["dimension"], float(entry["low"]), float(entry["high"]))
        for word in entry["words"]:
            found.setdefault(word, {})[degree.dimension] = degree
    return {word: tuple(by_dimension.values()) for word, by_dimension in found.items()}


def _named(name: str, entries: Iterable[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        for word in entry["words"]:
            found.setdefault(word, {})[entry[name]] = None
    return {word: tuple(names) for word, names in found.items()}


def _broader(items: Iterable[tuple[str, list[str]]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for noun, wider in items:
        found[noun] = found.get(noun, frozenset()).union(wider)
    return found
