"""What the grammar of quantities needs to know about words, drawn from a lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factcheck.extraction.quantities.calendar import SEASONS
from factcheck.extraction.quantities.clock import HOUR_WORDS
from factcheck.extraction.quantities.listing import listed
from factcheck.lexicon.schema import Lexicon, Unit
from factcheck.model.frozen import immutable

DAY = 86_400.0
"""Seconds in a day: rates per any length of time are counted per day."""

FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

PERIODIC: Mapping[str, str] = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
"""Adverbs of frequency and the period that they name."""

UNENDING = frozenset(["forever", "indefinitely"])
"""Adverbs for as long as can be."""

MULTIPLES: Mapping[str, float] = {
    "once": 1.0,
    "twice": 2.0,
    "thrice": 3.0,
}
"""Adverbs that count repetitions."""

ADVERBS = {
    "hourly": ("hour", 1.0),
    "daily": ("day", 1.0),
    "nightly": ("day", 1.0),
    "weekly": ("week", 1.0),
    "fortnightly": ("week", 2.0),
    "monthly": ("month", 1.0),
    "quarterly": ("month", 3.0),
    "annually": ("year", 1.0),
    "yearly": ("year", 1.0),
    "biennially": ("year", 2.0),
}
"""How often something is so, by a word: the period, and how many of them lie between."""

MULTIPLE_ADJECTIVES: Mapping[str, float] = {
    "double": 2.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
}
"""Words for a multiple that are as often part of a name ("double bass")."""

CHANGES: Mapping[str, float] = {
    "doubled": 2.0,
    "doubles": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "triples": 3.0,
    "tripling": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "quadruples": 4.0,
    "quadrupling": 4.0,
    "halved": 0.5,
    "halves": 0.5,
    "halving": 0.5,
}
"""Verb forms that tell by what something was multiplied."""

VAGUE_NUMBERS: Mapping[str, tuple[float, float]] = {
    "few": (2, 5),
    "couple": (2, 2),
    "several": (3, 10),
    "dozens": (24, 99),
    "scores": (40, 199),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2e6, 9.99e8),
    "billions": (2e9, 9.99e11),
    "trillions": (2e12, 9.99e14),
}
"""What words without a figure allow: "several weeks" is three to ten weeks, and a plural of
a power of ten runs from two of them to just below the next name ("hundreds": 200 to 999)."""

_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}

_IRREGULAR_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries"}

# Signs of metric units without a scale of their own, and the prefixes that all of them take.
_METRIC = tuple("Pa Hz V A mol eV N Bq Sv Gy Ω M U IU cal bar".split())
_PREFIXES = {
    "p": 1e-12,
    "n": 1e-9,
    "µ": 1e-6,
    "μ": 1e-6,
    "m": 1e-3,
    "c": 1e-2,
    "k": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
}
_PREFIXED = ("g", "m", "l", "L", "s", "W", "Wh", "J", "B", "b")


@immutable(auto_attribs=True, frozen=True)
class Grammar:
    """Tables that the readers of numbers, units and dates share.

    Attributes:
        lexicon: where everything comes from.
        cardinals: number words below a hundred that combine ("twenty").
        multipliers: number words that multiply what precedes ("hundred", "dozen").
        denominators: words that name the lower part of a fraction, to its value ("thirds").
        ordinals: words that name a place in an order ("twenty" of "twentieth": 20).
        units: unit words in every written form, plurals included.
        vague_units: plurals of units of time, to the units ("weeks").
        folds: words for a multiple in one ("threefold": 3).
        decades: plurals of the tens, to the years of a century ("sixties": 60).
        shares: first two words of the phrases for a share (the second empty for single words)
            to the phrases, the longest first.
        numerals: words that may begin a number.
        figures: words that state a number exactly.
        starters: words that may be the first of anything that this grammar reads but a share.
        openers: words that may be the first of a phrase for a share.
        beginnings: the starters and the openers, and the names of hours.
        stops: words that no counted noun phrase holds.
    """

    lexicon: Lexicon
    cardinals: Mapping[str, float]
    multipliers: Mapping[str, float]
    denominators: Mapping[str, float]
    ordinals: Mapping[str, int]
    units: Mapping[str, Unit]
    vague_units: Mapping[str, str]
    folds: Mapping[str, float]
    decades: Mapping[str, int]
    shares: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]
    numerals: frozenset[str]
    figures: frozenset[str]
    starters: frozenset[str]
    openers: frozenset[str]
    beginnings: frozenset[str]
    stops: frozenset[str]

    def opens_share(self, word: str, following: str) -> bool:
        """Return whether two words are the first of a phrase for a share, or one by itself is."""
        return word in self.openers and (
            (word, following) in self.shares or (word, "") in self.shares
        )

    def period(self, word: str) -> float | None:
        """Return the seconds of a unit of time, None if the word is none."""
        unit = self.units.get(word)
        return unit.factor if unit is not None and unit.scale == "duration" else None

    def lemma_in(self, word: str, lemmas: frozenset[str]) -> bool:
        """Return whether a verb form belongs to one of the lemmas."""
        if word in lemmas or self.lexicon.irregular.get(word, "") in lemmas:
            return True
        for ending, restored in (("ing", "e"), ("ed", "e"), ("s", ""), ("es", ""), ("ies", "y")):
            if word.endswith(ending):
                stem = word[: -len(ending)]
                if stem in lemmas or stem + restored in lemmas or stem[:-1] in lemmas:
                    return True
        return False


_STOPS = listed(
    """a about above across after against ago all along also although among an and are around as
    at away back be because been before being below between both but by can compared could did
    do does down during each either else even ever every for from had has have he her here him
    his how however if in including inside instead into is it its itself just later least less
    made many may me might more most much must my near neither no nor not of off often on once
    only onto onward
    onwards or other our out outside over own per plus rather respectively said same she
    should since so some such than that the their them then there these they this those
    through throughout thus to too toward towards under until up upon us versus very via vs
    was we were what when where whereas whether which while who whom whose why will with
    within without would yet you your"""
)


@lru_cache(maxsize=4)
def grammar_of(lexicon: Lexicon) -> Grammar:
    """Return the tables for a lexicon, built once for each."""
    cardinals, multipliers = _number_words(lexicon)
    units = _all_forms(lexicon.units)
    ordinals = {
        _ordinal(word): int(value)
        for word, value in (*cardinals.items(), *multipliers.items())
        if value > 0 and word not in _COLLECTIONS
    }
    vague_units = _vague_units(units)
    numerals = {*cardinals, *multipliers, *ordinals, *VAGUE_NUMBERS, *FRACTION_SIGNS}
    numerals |= {"half", "quarter", "third"}
    folds = {word + "fold": value for word, value in {**cardinals, **multipliers}.items()}
    decades = {
        word[:-1] + "ies": int(value)
        for word, value in cardinals.items()
        if value in range(20, 99, 10) and word.endswith("y")
    }
    shares = _shares(lexicon)
    starters = {*numerals, *lexicon.months, *SEASONS, *decades, *folds, *vague_units}
    starters |= {*vague_units.values(), *MULTIPLES, *CHANGES, *MULTIPLE_ADJECTIVES, *ADVERBS}
    starters |= {"every", "overnight", *UNENDING}
    openers = frozenset(first for first, _ in shares)
    return Grammar(
        lexicon=lexicon,
        cardinals=cardinals,
        multipliers=multipliers,
        denominators=_denominators(cardinals, multipliers),
        ordinals=ordinals,
        units=units,
        vague_units=vague_units,
        folds=folds,
        decades=decades,
        shares=shares,
        numerals=frozenset(numerals),
        figures=frozenset({*cardinals, *multipliers, *FRACTION_SIGNS, "half", "quarter"}),
        starters=frozenset(starters),
        openers=openers,
        beginnings=openers | starters | frozenset(HOUR_WORDS),
        stops=_STOPS | lexicon.negators,
    )


_COLLECTIONS = frozenset({"dozen", "score"})


def _number_words(lexicon: Lexicon) -> tuple[dict[str, float], dict[str, float]]:
    """Return the number words that add up and those that multiply.

    "several" and "couple" are ranges here, whatever single value a pack gives them.
    """
    whole = {
        word: float(value)
        for word, value in lexicon.numbers.items()
        if value == int(value) and word not in VAGUE_NUMBERS and word not in MULTIPLES
    }
    multiplies = {word for word, value in whole.items() if value >= 100} | _COLLECTIONS
    cardinals = {word: value for word, value in whole.items() if word not in multiplies}
    return cardinals, {word: value for word, value in whole.items() if word in multiplies}


def _ordinal(word: str) -> str:
    if word in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[word]
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"


def _denominators(
    cardinals: Mapping[str, float], multipliers: Mapping[str, float]
) -> dict[str, float]:
    shares = {"half": 0.5, "halves": 0.5, "quarter": 0.25, "quarters": 0.25}
    for word, value in (*cardinals.items(), *multipliers.items()):
        if value >= 3 and word not in _COLLECTIONS:
            ordinal = _ordinal(word)
            shares[ordinal] = shares[ordinal + "s"] = 1 / value
    return shares


def _all_forms(units: Mapping[str, Unit]) -> dict[str, Unit]:
    forms: dict[str, Unit] = {}
    for sign in _METRIC:
        _add_prefixed(forms, sign, units.get(sign, Unit(f"unit:{sign}", 1.0)))
    for sign in _PREFIXED:
        if sign in units:
            _add_prefixed(forms, sign, units[sign])
    for word, unit in units.items():
        last = word.rsplit(" ", 1)[-1]
        if len(last) > 2 and last.isalpha() and last[1:].islower():
            forms.setdefault(word + "s", unit)
            head, _, rest = word.partition(" ")
            if rest:
                forms.setdefault(f"{head}s {rest}", unit)
            irregular = _IRREGULAR_PLURALS.get(last)
            if irregular is not None:
                forms.setdefault(word[: -len(last)] + irregular, unit)
            elif last.endswith(("s", "x", "z", "ch", "sh")):
                forms.setdefault(word + "es", unit)
    forms.update(units)
    if "inch" in forms:
        forms.setdefault("in", forms["inch"])
    return forms


def _add_prefixed(forms: dict[str, Unit], sign: str, unit: Unit) -> None:
    forms.setdefault(sign, unit)
    for prefix, factor in _PREFIXES.items():
        forms.setdefault(prefix + sign, Unit(unit.scale, unit.factor * factor))


def _shares(lexicon: Lexicon) -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """Return the phrases for shares that hold no number; those with one are read as numbers."""
    numbers = {*lexicon.numbers, *VAGUE_NUMBERS, "percent"} - {"few", "one", "score", "once"}
    phrases: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in lexicon.proportions:
        parts = tuple(phrase.replace("-", " - ").split())
        if numbers.isdisjoint(parts) and parts[:2] != ("a", "few"):
            second = parts[1] if len(parts) > 1 else ""
            phrases.setdefault((parts[0], second), []).append(parts)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}


def _vague_units(units: Mapping[str, Unit]) -> dict[str, str]:
    names = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
    plurals = {_IRREGULAR_PLURALS.get(name, name + "s"): name for name in names if name in units}
    return {**plurals, **({"millennia": "millennium"} if "millennium" in units else {})}
