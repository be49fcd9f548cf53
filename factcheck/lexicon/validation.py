"""Says what is wrong with a pack, every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from math import isfinite
from typing import Any

from attrs import fields

from factcheck.lexicon.merging import WORD_LISTS, antonym_sides
from factcheck.lexicon.packfile import Pack, PackFile
from factcheck.lexicon.positions import Path, lines_of
from factcheck.lexicon.schema import Lexicon

# The scales that factcheck.model.value.Value documents, the last two being open families.
# fmt: off
SCALES = frozenset((
    "duration", "date", "proportion", "degree", "count", "ordinal", "mass", "length",
    "area", "volume", "temperature", "speed", "energy", "power", "data", "ratio",
))
# fmt: on
SCALE_FAMILIES = ("money:", "unit:")

_KEYS = (
    "name",
    "description",
    *(entry.name for entry in fields(Lexicon) if entry.name != "packs"),
)


def faults_of(pack: Pack) -> list[str]:
    """Return every fault of a pack, each as ``file:line: what is wrong``, in reading order."""
    inspection = _Inspection()
    lines = []
    for file in pack.files:
        found = sorted(inspection.faults_in(file))
        lines += [f"{file.label}:{line}: {message}" for line, message in found]
    return lines


class _Inspection:
    """What is known so far of one pack: the faults, and where each word was mapped."""

    def __init__(self) -> None:
        self._faults: list[tuple[Path, str]] = []
        self._taken: set[tuple[str, str]] = set()

    def faults_in(self, file: PackFile) -> list[tuple[int, str]]:
        """Return the faults of one file, each with its line."""
        self._faults = []
        for key, value in file.data.items():
            if key not in _KEYS:
                self.fault((key,), f"unknown key {key!r}{_nearest(key, _KEYS)}")
            elif key in {"name", "description"}:
                if not isinstance(value, str) or not value.strip():
                    self.fault((key,), f"{key} must be a text that is not empty")
            elif key in WORD_LISTS:
                self.words((key,), value)
            else:
                _RULES[key](self, (key,), value)
        # Lines are looked up only where needed, since finding them costs more than parsing.
        lines = lines_of(file.text) if self._faults else {}
        return [(_line(lines, path), message) for path, message in self._faults]

    def fault(self, path: Path, message: str) -> None:
        self._faults.append((path, message))

    def word(self, path: Path, word: object, *, any_case: bool = False) -> bool:
        """Report a word that is none; return whether it is a text at all."""
        if not isinstance(word, str):
            self.fault(path, f"expected a word in quotes, found {_kind(word)}")
            return False
        if not word.strip():
            self.fault(path, "a word is empty")
        elif word != " ".join(word.split()):
            self.fault(path, f"{word!r} must have single spaces, and none around it")
        elif not any_case and word != word.lower():
            self.fault(path, f"{word!r} must be in lower case: {word.lower()!r}")
        return True

    def words(self, path: Path, value: object, *, any_case: bool = False) -> list[tuple[Path, str]]:
        """Report what is no list of words; return the words, each with its path."""
        return [
            (place, word)
            for place, word in self.rows(path, value, "words")
            if self.word(place, word, any_case=any_case)
        ]

    def rows(self, path: Path, value: object, of: str) -> Iterator[tuple[Path, Any]]:
        """Yield the entries of a list, each with its path; report what is no list."""
        if not isinstance(value, list):
            self.fault(path, f"{_named(path)} must be a list of {of}, found {_kind(value)}")
            return
        for place, row in enumerate(value):
            yield (*path, place), row

    def pairs(self, path: Path, value: object) -> Iterator[tuple[Path, str, Any]]:
        """Yield the words of a table with their values; report what is no table of words."""
        if not isinstance(value, dict):
            self.fault(path, f"{path[-1]} must be a table, found {_kind(value)}")
            return
        for word, entry in value.items():
            self.word((*path, word), word)
            yield (*path, word), word, entry

    def records(
        self, path: Path, value: object, required: Collection[str], optional: Collection[str] = ()
    ) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Yield the tables of a list that have the required keys; report all others."""
        known = (*required, *optional)
        for place, row in self.rows(path, value, f"tables: [[{path[-1]}]]"):
            if not isinstance(row, dict):
                self.fault(place, f"expected a table [[{path[-1]}]], found {_kind(row)}")
                continue
            for key in row:
                if key not in known:
                    self.fault((*place, key), f"unknown key {key!r}{_nearest(key, known)}")
            missing = [key for key in required if key not in row]
            if missing:
                self.fault(place, f"[[{path[-1]}]] has no {' and no '.join(missing)}")
            else:
                yield place, row

    def number(self, path: Path, value: object) -> float | None:
        """Report what is no finite number; return the number."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fault(path, f"{path[-1]} must be a number, found {_kind(value)}")
            return None
        if not isfinite(value):
            self.fault(path, f"{path[-1]} must be a finite number, found {value}")
            return None
        return value

    def bounds(self, path: Path, row: dict[str, Any]) -> None:
        """Report a band that is not within 0 and 1, or upside down."""
        low, high = (self.number((*path, key), row[key]) for key in ("low", "high"))
        for key, bound in (("low", low), ("high", high)):
            if bound is not None and not 0 <= bound <= 1:
                self.fault((*path, key), f"{key} must lie from 0 to 1, found {bound}")
        if low is not None and high is not None and low > high:
            self.fault((*path, "low"), f"low {low} is greater than high {high}")

    def once(self, path: Path, table: str, word: str, what: str) -> None:
        """Report a word that the pack already mapped, since only one mapping can hold."""
        if (table, word) in self._taken:
            self.fault(path, f"{word!r} is already {what}")
        self._taken.add((table, word))


def _named(path: Path) -> str:
    return path[-1] if isinstance(path[-1], str) else f"each entry of {path[-2]}"


def _line(lines: Mapping[Path, int], path: Path) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _nearest(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f", did you mean {close[0]!r}?" if close else f"; known are {', '.join(sorted(known))}"


def _kind(value: object) -> str:
    names = {str: "a text", bool: "true or false", dict: "a table", list: "a list"}
    number = "a number" if isinstance(value, int | float) else "a date or time"
    return names.get(type(value), number)


def _irregular(inspection: _Inspection, path: Path, value: object) -> None:
    for place, lemma, forms in inspection.pairs(path, value):
        for at, form in inspection.words(place, forms):
            inspection.once(at, "irregular", form, f"a form of another lemma than {lemma!r}")


def _degrees(inspection: _Inspection, path: Path, value: object) -> None:
    for place, row in inspection.records(path, value, ("dimension", "low", "high", "words")):
        inspection.bounds(place, row)
        dimension = row["dimension"]
        inspection.word((*place, "dimension"), dimension)
        for at, word in inspection.words((*place, "words"), row["words"]):
            inspection.once(at, f"{path[0]}:{dimension}", word, f"a degree of {dimension!r}")


def _proportions(inspection: _Inspection, path: Path, value: object) -> None:
    for place, row in inspection.records(path, value, ("low", "high", "words")):
        inspection.bounds(place, row)
        for at, word in inspection.words((*place, "words"), row["words"]):
            inspection.once(at, "proportions", word, "a proportion")


def _units(inspection: _Inspection, path: Path, value: object) -> None:
    rows = inspection.records(path, value, ("scale", "factor", "words"), ("offset",))
    for place, row in rows:
        _scale(inspection, (*place, "scale"), row["scale"])
        factor = inspection.number((*place, "factor"), row["factor"])
        if factor is not None and factor <= 0:
            inspection.fault((*place, "factor"), f"factor must be greater than 0, found {factor}")
        inspection.number((*place, "offset"), row.get("offset", 0))
        for at, word in inspection.words((*place, "words"), row["words"], any_case=True):
            inspection.once(at, "units", word, "a unit")


def _scale(inspection: _Inspection, path: Path, scale: object) -> None:
    if not inspection.word(path, scale, any_case=True):
        return
    assert isinstance(scale, str)
    named = any(scale.startswith(family) and scale != family for family in SCALE_FAMILIES)
    if scale not in SCALES and not named:
        close = get_close_matches(scale, sorted(SCALES), n=1)
        hint = f"did you mean {close[0]!r}? Known are" if close else "known are"
        known = [*sorted(SCALES), *(f"{family}…" for family in SCALE_FAMILIES)]
        inspection.fault(path, f"unknown scale {scale!r}; {hint} {', '.join(known)}")


def _antonyms(inspection: _Inspection, path: Path, value: object) -> None:
    for place, entry in inspection.rows(path, value, "pairs"):
        if not _is_pair(entry):
            shape = '["accept", "reject"] or [["accept", "approve"], ["reject", "deny"]]'
            inspection.fault(place, f"expected a pair such as {shape}")
            continue
        sides = antonym_sides(entry)
        for side in sides:
            inspection.words(place, side)
        for word in sorted(set(sides[0]) & set(sides[1])):
            inspection.fault(place, f"{word!r} is an antonym of itself")


def _is_pair(entry: object) -> bool:
    if not isinstance(entry, list) or len(entry) != 2:
        return False
    if all(isinstance(side, str) for side in entry):
        return True
    return all(
        isinstance(side, list) and side and all(isinstance(word, str) for word in side)
        for side in entry
    )


def _synonyms(inspection: _Inspection, path: Path, value: object) -> None:
    for at, word in _groups(inspection, path, value):
        inspection.once(at, "synonyms", word, "in a synonym group")


def _disjoint(inspection: _Inspection, path: Path, value: object) -> None:
    # A class may stand in several groups, since each group alone excludes.
    _groups(inspection, path, value)


def _groups(inspection: _Inspection, path: Path, value: object) -> list[tuple[Path, str]]:
    found = []
    for place, group in inspection.rows(path, value, "lists of words"):
        found += inspection.words(place, group)
        if isinstance(group, list) and len(group) < 2:
            inspection.fault(place, "a group needs two words or more")
    return found


def _broader(inspection: _Inspection, path: Path, value: object) -> None:
    for place, noun, wider in inspection.pairs(path, value):
        for at, word in inspection.words(place, wider):
            if word == noun:
                inspection.fault(at, f"{noun!r} is broader than itself")


def _garbled(inspection: _Inspection, path: Path, value: object) -> None:
    for place, phrase, standard in inspection.pairs(path, value):
        if inspection.word(place, standard) and standard == phrase:
            inspection.fault(place, f"{phrase!r} stands for itself")
        inspection.once(place, "garbled", phrase, "a garbled phrase")


def _numbers(inspection: _Inspection, path: Path, value: object) -> None:
    for place, word, number in inspection.pairs(path, value):
        inspection.number(place, number)
        inspection.once(place, "numbers", word, "a number")


def _months(inspection: _Inspection, path: Path, value: object) -> None:
    for place, name, number in inspection.pairs(path, value):
        if isinstance(number, bool) or not isinstance(number, int):
            inspection.fault(place, f"{name} must be a whole number, found {_kind(number)}")
        elif not 1 <= number <= 12:
            inspection.fault(place, f"{name} must be a month from 1 to 12, found {number}")
        inspection.once(place, "months", name, "a month")


def _naming(key: str, inspection: _Inspection, path: Path, value: object) -> None:
    article = "an" if key[0] in "aeiou" else "a"
    for place, row in inspection.records(path, value, (key, "words")):
        name = row[key]
        inspection.word((*place, key), name)
        for at, word in inspection.words((*place, "words"), row["words"]):
            inspection.once(at, f"{key}s:{name}", word, f"{article} {key} {name!r}")


_RULES: dict[str, Callable[[_Inspection, Path, object], None]] = {
    "irregular": _irregular,
    "degrees": _degrees,
    "appraisals": _degrees,
    "proportions": _proportions,
    "antonyms": _antonyms,
    "synonyms": _synonyms,
    "disjoint": _disjoint,
    "broader": _broader,
    "garbled": _garbled,
    "units": _units,
    "numbers": _numbers,
    "months": _months,
    "events": partial(_naming, "event"),
    "phases": partial(_naming, "phase"),
    "agencies": partial(_naming, "agency"),
}
