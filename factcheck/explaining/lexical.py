"""Which entries of which lexicon pack made words what they were read as."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from attrs import field, frozen

from factcheck.explaining.explanation import Entry
from factcheck.lexicon.packfile import PackFile, read_pack
from factcheck.lexicon.positions import Path, lines_of
from factcheck.lexicon.terms import Terms, base_forms
from factcheck.model import Claim, Span

_DENYING = (
    "negators",
    "negative_determiners",
    "negative_prepositions",
    "negative_verbs",
    "absences",
    "falsehoods",
)
_KEYS: Mapping[str, tuple[str, ...]] = {
    "negation": _DENYING,
    "hedge": ("hedges", "reporting_verbs", "reporting_nouns", "distancing", "reports"),
    "change": (
        "increases",
        "decreases",
        "unchanged",
        "improves",
        "worsens",
        "affects",
        "relates",
        "causes",
        "prevents",
        "helps",
        "useless",
    ),
    "presence": (*_DENYING, "degrees", "risk_nouns", "causes", "prevents", "proportions"),
    "appraisal": ("appraisals",),
    "degree": ("degrees",),
    "value": ("units", "numbers", "months", "proportions"),
    "event": ("events", "phases"),
}
"""By what a stretch was read as: the keys of a pack that can have made it so."""

_ASKED = frozenset(("antonyms", "disjoint", "broader", *chain.from_iterable(_KEYS.values())))
"""The keys that are ever asked for: those above, and those that relate words."""

_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*|[%°$€£]")
_LONGEST = 5
"""Most words of an entry that are looked for."""


@frozen
class _Found:
    key: str
    word: str
    meaning: str
    file: PackFile = field(repr=False)
    path: Path = field(repr=False)

    @property
    def place(self) -> str:
        """File and line of the entry."""
        return f"{self.file.label}:{_lines(self.file.text)[self.path]}"


# Most entries are never asked for, and most files hold none of those that are.
_lines = lru_cache(maxsize=64)(lines_of)


@frozen
class Entries:
    """The entries of the packs of a run.

    Attributes:
        terms: turns words into terms.
        by_word: the entries of each word.
        words: the words of each term that have entries.
    """

    terms: Terms
    by_word: Mapping[str, tuple[_Found, ...]]
    words: Mapping[str, tuple[str, ...]]

    def of(self, claim: Claim) -> tuple[Entry, ...]:
        """Return the entries that a claim was read by, in the order of their places."""
        found = {
            entry
            for feature, words, span, sense in _features(claim)
            for entry in self._entries(feature, words, span)
            if entry.meaning.startswith(sense)
        }
        return tuple(sorted(found, key=lambda one: (one.span, one.feature, one.key, one.entry)))

    def together(self, key: str, *terms: str) -> str:
        """Return where the first entry of one key stands that knows words of all these terms."""
        places = [
            {
                one.place: None
                for word in self.words.get(term, ())
                for one in self.by_word[word]
                if one.key == key
            }
            for term in terms
        ]
        return next((place for place in places[0] if all(place in one for one in places)), "")

    def _entries(self, feature: str, words: str, span: Span) -> Iterator[Entry]:
        spelled = _WORD.findall(words.lower())
        taken: set[int] = set()
        for length in range(min(_LONGEST, len(spelled)), 0, -1):
            for start in range(len(spelled) - length + 1):
                places = set(range(start, start + length))
                if places & taken:
                    continue
                for one in self._matching(spelled[start : start + length], feature):
                    taken |= places
                    yield Entry(feature, words, span, one.key, one.word, one.meaning, one.place)

    def _matching(self, spelled: Sequence[str], feature: str) -> list[_Found]:
        keys = _KEYS[feature]
        first = base_forms(spelled[0], self.terms.lexicon)
        last = base_forms(spelled[-1], self.terms.lexicon)
        forms = [" ".join(spelled)]
        forms += [" ".join((form, *spelled[1:])) for form in first]
        forms += [" ".join((*spelled[:-1], form)) for form in last]
        for form in forms:
            found = [one for one in self.by_word.get(form, ()) if one.key in keys]
            if found:
                return found
        return []


def entries_of(packs: Sequence[str], terms: Terms) -> Entries:
    """Return the entries of the packs that make up the lexicon of ``terms``."""
    found: dict[str, list[_Found]] = defaultdict(list)
    for pack in packs:
        for file in read_pack(pack).files:
            for key, path, word, meaning in _tables(file):
                found[word].append(_Found(key, word, meaning, file, path))
    words: dict[str, list[str]] = defaultdict(list)
    for word in found:
        words[terms.of(word)].append(word)
    by_word = {word: tuple(each) for word, each in found.items()}
    return Entries(terms, by_word, {term: tuple(each) for term, each in words.items()})


def _tables(file: PackFile) -> Iterator[tuple[str, Path, str, str]]:
    """Yield key, place in the file, word and meaning of every entry."""
    for key, table in file.data.items():
        if key not in _ASKED:
            continue
        if isinstance(table, dict):
            for word, meaning in table.items():
                yield key, (key, word), word, _meaning(key, {"to": meaning})
        elif isinstance(table, list):
            for number, entry in enumerate(table):
                yield from _listed(key, (key, number), entry)


def _listed(key: str, path: Path, entry: Any) -> Iterator[tuple[str, Path, str, str]]:
    if isinstance(entry, str):
        yield key, path, entry, ""
    elif isinstance(entry, dict):
        for word in entry["words"]:
            yield key, path, word, _meaning(key, entry)
    else:
        for part in entry:
            for word in [part] if isinstance(part, str) else part:
                yield key, path, word, ""


def _meaning(key: str, entry: Mapping[str, Any]) -> str:
    match key:
        case "degrees" | "appraisals":
            return f"{entry['dimension']} from {entry['low']:g} to {entry['high']:g}"
        case "proportions":
            return f"share from {entry['low']:g} to {entry['high']:g}"
        case "units":
            return f"{entry['scale']}, {entry['factor']:,.10g} of its base unit"
        case "numbers" | "months":
            return f"{entry['to']:g}"
        case "events" | "phases":
            return str(entry[key[:-1]])
        case _:
            return ""


def _features(claim: Claim) -> Iterator[tuple[str, str, Span, str]]:
    """Yield what stretches of a claim were read as, and how the meaning of an entry must begin."""
    cues = [("negation", claim.negation), ("hedge", claim.hedge)]
    cues += [("change", change.cue) for change in claim.changes]
    cues += [("presence", presence.cue) for presence in claim.presences]
    for feature, cue in cues:
        if cue is not None:
            yield feature, cue.text, cue.span, ""
    for one in claim.appraisals:
        yield "appraisal", one.cue.text, one.cue.span, f"{one.respect} from"
    for value in claim.values:
        dimension = " ".join((*value.attribute[:1], "from")) if value.scale == "degree" else ""
        yield "degree" if dimension else "value", value.text, value.span, dimension
