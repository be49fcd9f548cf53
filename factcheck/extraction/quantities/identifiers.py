"""Numbers that measure nothing: names, references, versions, telephone numbers, times of day."""

from __future__ import annotations

import re

from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.money import currency_before
from factcheck.extraction.quantities.nouns import counted_noun, plural
from factcheck.extraction.quantities.numbers import read_number
from factcheck.extraction.quantities.units import HYPHENS, read_simple_unit
from factcheck.extraction.quantities.words import Words

_NAMING = listed(
    """section sect figure fig table chapter chap article art schedule appendix annex page pp p
    no nos nr vol volume version phase type grade stage step item equation eq ref reference
    room route highway interstate line part class model act title rule amendment clause
    paragraph question isbn issn pmid doi rfc iso exhibit box channel gate platform lot issue
    verse psalm supplementary scheme algorithm theorem lemma definition protocol category
    level week-day chromosome bus flight exercise lecture lesson unit apartment suite
    hurricane tier zone day"""
)
_ORDERED = listed(
    """month week year hour sample site group core station run plot block experiment trial task
    case scenario treatment listing code study patient participant subject animal species
    borehole item test season round session episode player team room cell complex compound
    cluster sector district"""
)
_CLOCK = re.compile(r"\d{1,2}\.\d\d")
_MINUS = frozenset("−⁻")
_PARTS_OF_NAMES = frozenset({"_", "@", "\\", "#", ")", "]", "{"})
_LONGEST_FORMULA = 4
_JOINTS = frozenset(".-–/:‐‑_,")
_SHORTEST_ROW = 5
_DAYTIME = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "o’clock"})
_HYPHENATED_NUMBERS = listed(
    """mid early late pre post non sub over under age aged per about up twenty"""
)
_SUFFIXES = listed("s x k m mn mln bn tn b st nd rd th e fold plus")
_LONGEST_CITATION = 24


def name_with_number(words: Words, at: int, grammar: Grammar) -> int:
    """Return the token after a number that is part of a name, 0 if the number counts.

    Args:
        words: the text.
        at: the token of the number, in digits or words.
        grammar: the words that a number may follow or be followed by.
    """
    named = (
        _after_naming_word(words, at, grammar)
        or _in_adjective(words, at, grammar)
        or _in_compound(words, at, grammar)
    )
    if named or not words.numeric[at]:
        return named
    for rule in (
        _joined_to_letters,
        _chain,
        _row,
        _slashed,
        _telephone,
        _daytime,
        _citation,
        _label,
    ):
        after = rule(words, at, grammar)
        if after:
            return after
    return _after_proper_name(words, at, grammar)


def _in_adjective(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over "two-dimensional" and "four-legged", which describe and count nothing."""
    if words.lows[at + 1] not in HYPHENS or not words.glued(at + 1) or not words.glued(at + 2):
        return 0
    described = words.lows[at + 2]
    return at + 3 if described.endswith(_ADJECTIVAL) and described not in grammar.units else 0


def _in_compound(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over the number word that ends a compound: "ground-zero", "sub-two"."""
    if words.numeric[at] or words.lows[at - 1] not in HYPHENS or not words.glued(at):
        return 0
    return at + 1 if words.glued(at - 1) and _names_something(words, at - 2, grammar) else 0


_ADJECTIVAL = ("al", "ed", "ic", "ar", "ive", "ous", "way")


def _after_naming_word(words: Words, at: int, grammar: Grammar) -> int:
    before = at - 1
    dotted = words.lows[before] in {".", ":"}
    while words.lows[before] in {".", ":", "("} and before > at - 3:
        before -= 1
    word = words.lows[before]
    if word in {"#", "§", "№"} and before == at - 1:
        return at + 1
    if words.lows[before - 1] in {"every", "each"}:
        return 0
    if word.removesuffix("s") in _ORDERED or word in _ORDERED:
        return _after_ordered_thing(words, at, before, grammar)
    if word.removesuffix("s") not in _NAMING and word not in _NAMING:
        return 0
    if dotted and len(word) > 4 and word not in {"isbn", "issn", "pmid", "figure", "table"}:
        return 0
    if (
        word in {"no", "nos", "p", "art", "act", "part"}
        and not dotted
        and words.words[before].islower()
    ):
        return 0
    if word in {"no", "p", "art"} and not words.numeric[at]:
        return 0
    # "type two errors" is a name and "type 2 g of it" an order; "class 5 km away" has a unit.
    if words.numeric[at] and not words.glued(at + 1) and read_simple_unit(words, at + 1, grammar):
        return 0
    return _past_group(words, at + 1)


def _after_ordered_thing(words: Words, at: int, before: int, grammar: Grammar) -> int:
    """Pass over "week 12" and "samples 1 and 2", but not over "that year 12 ships sank".

    Such a thing may also be a verb ("they test 10 pumps") or end a phrase of time.
    """
    if before != at - 1 or words.plain_integer(at) is None:
        return 0
    if words.lows[at - 1].endswith("s") and words.lows[at + 1] not in {"and", "to", "-", "–", ","}:
        return 0
    after = _past_group(words, at + 1)
    if words.lows[after] in {"%", "±"} or read_simple_unit(words, after, grammar) is not None:
        return 0
    counted = counted_noun(words, after, grammar, single=False)
    return 0 if counted is not None and plural(counted[0].lower()) else after


def _past_group(words: Words, at: int) -> int:
    """Return the token after "3.1", "3a", "3-5", "3 and 4" that goes on from a reference."""
    for _ in range(8):
        if words.glued(at) and (words.numeric[at] or words.alphabetic(at)):
            at += 1
        elif words.lows[at] == "," and words.lows[at + 1] == "and" and words.numeric[at + 2]:
            at += 3
        elif words.lows[at] in _JOINTS | {",", "and", "to", "&"} and words.numeric[at + 1]:
            short = words.plain_integer(at + 1)
            if words.lows[at] in {",", "and", "to"} and (short is None or short > 999):
                break
            at += 2
        else:
            break
    return at


def _joined_to_letters(words: Words, at: int, grammar: Grammar) -> int:
    if words.glued(at):
        before = words.lows[at - 1]
        if (before[-1:].isalnum() and not words.numeric[at - 1]) or before in _PARTS_OF_NAMES:
            return _past_group(words, at + 1)
        if before in _MINUS and words.glued(at - 1) and words.alphabetic(at - 2):
            return _past_group(words, at + 1)
        if before == "(" and words.glued(at - 1) and len(words.lows[at - 2]) <= _LONGEST_FORMULA:
            return _past_bracket(words, at)
        if before in HYPHENS and words.glued(at - 1) and _names_something(words, at - 2, grammar):
            return _past_group(words, at + 1)
    if not words.glued(at + 1) or not words.alphabetic(at + 1) or words.lows[at + 1] in _SUFFIXES:
        return 0
    if currency_before(words, at, grammar, 0) is not None:
        return 0
    return at + 2 if read_simple_unit(words, at + 1, grammar) is None else 0


def _past_bracket(words: Words, at: int) -> int:
    """Return the token after the figures in the brackets of "F(2, 7.1)" or "poly(2,5-"."""
    after = at + 1
    while words.numeric[after] or (words.lows[after] in _JOINTS and words.numeric[after + 1]):
        after += 1
    return after


def _names_something(words: Words, at: int, grammar: Grammar) -> bool:
    low = words.lows[at]
    return (
        (
            words.alphabetic(at)
            or (words.numeric[at] and words.glued(at) and words.alphabetic(at - 1))
        )
        and low not in _HYPHENATED_NUMBERS
        and low not in grammar.cardinals
        and low not in grammar.lexicon.months
        and not (words.words[at] in grammar.units and words.numeric[at - 1])
    )


def _chain(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over 3.11.2, 192.168.0.1, 555-12-34 and keys of digits."""
    after, groups, dotted = at + 1, 1, False
    while words.glued(after):
        if words.numeric[after]:
            dotted = True
            after += 1
        elif words.lows[after] in _JOINTS and words.glued(after + 1) and words.numeric[after + 1]:
            after += 2
        else:
            break
        groups += 1
    padded = words.words[at][:1] == "0" and words.words[at][1:2].isdigit()
    if groups >= 3 or dotted or padded or words.literal(at) is None:
        return after
    return 0


def _row(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over the row of a table: numbers with nothing between them."""
    if not words.numeric[at + 1]:
        return 0
    after = at + 1
    while words.numeric[after]:
        after += 1
    return after if after >= at + _SHORTEST_ROW else 0


def _slashed(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over 24/7, 9/11 and 120/80, but not over 3/4."""
    if words.lows[at + 1] != "/" or not words.glued(at + 1) or not words.glued(at + 2):
        return 0
    number = read_number(words, at, grammar, at)
    fraction = number is not None and number.after > at + 1
    return 0 if fraction or not words.numeric[at + 2] else at + 3


def _telephone(words: Words, at: int, grammar: Grammar) -> int:
    if words.lows[at - 1] == "+" and words.glued(at):
        after = at + 1
        while words.numeric[after] or (words.lows[after] in {"-", "(", ")"} and after < len(words)):
            after += 1
        return after if after >= at + 3 else 0
    area = words.lows[at - 1] == "(" and words.lows[at + 1] == ")" and len(words.words[at]) == 3
    if area and words.numeric[at + 2] and words.lows[at + 3] == "-" and words.numeric[at + 4]:
        return at + 5
    return 0


def _daytime(words: Words, at: int, grammar: Grammar) -> int:
    hour = words.plain_integer(at)
    after = at + 1
    if words.lows[after] == ":" and words.glued(after + 1) and len(words.words[after + 1]) == 2:
        minutes = words.plain_integer(after + 1)
        if hour is None or minutes is None or minutes > 59 or hour > 24:
            return 0
        if words.lows[after + 2] in _PROPORTIONED or _is_proportioned(words, at):
            return 0
        return _past_daytime(words, after + 2) or after + 2
    if hour is None and not _CLOCK.fullmatch(words.words[at]):
        return 0
    return 0 if (hour or 0) > 24 else _past_daytime(words, after)


_PROPORTIONED = frozenset({"ratio", "odds", "slope", "scale", "dilution", "mixture", "split"})


def _is_proportioned(words: Words, at: int) -> bool:
    """Return whether "ratio of" or the like makes 1:10 a ratio instead of a time."""
    if words.words[at] == "1" and words.lows[at - 1] in {"is", "was", "are", "were", "="}:
        return True
    return any(words.lows[at - back] in _PROPORTIONED for back in (1, 2, 3) if at >= back)


def _past_daytime(words: Words, at: int) -> int:
    low = words.lows[at]
    if (low in _DAYTIME and words.words[at] != "am") or (low == "am" and words.glued(at)):
        return at + 1
    if low == "am":
        return at + 1 if words.lows[at - 2] != "i" else 0
    if low in {"a", "p"} and words.lows[at + 1] == "." and words.lows[at + 2] == "m":
        return at + 4 if words.lows[at + 3] == "." else at + 3
    return 0


def _citation(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over [12], [3, 7-9], (22) and the year of (Author, 1999)."""
    number = words.plain_integer(at)
    if number is None:
        return 0
    if words.lows[at - 1] in {"[", "("}:
        closing = {"[": "]", "(": ")"}[words.lows[at - 1]]
        after = at
        while after < at + _LONGEST_CITATION and (
            (words.plain_integer(after) or 10_000) < 1000
            or words.lows[after] in {",", "-", "–", ";"}
        ):
            after += 1
        if words.lows[after] == closing:
            return after
    return _cited_year(words, at, number, grammar)


def _cited_year(words: Words, at: int, number: int, grammar: Grammar) -> int:
    """Return the token after the years of (Author, 1999; 2001a) and Author et al. (1999)."""
    others = words.lows[at - 2] == "." and words.lows[at - 3] == "al"
    if not 1800 <= number <= 2099 or words.lows[at - 1] not in {",", "(", "."}:
        return 0
    after = at + 1
    while words.glued(after) and words.lows[after] in _YEAR_LETTERS:
        after += 1
    for _ in range(_MOST_YEARS):
        if words.lows[after] != "," or len(words.words[after + 1]) != 4:
            break
        after += 2
        while words.glued(after) and words.lows[after] in _YEAR_LETTERS:
            after += 1
    if (
        others
        or is_cited(words, at, grammar)
        or (words.lows[at - 1] == "." and words.lows[at - 2] == "al")
    ):
        return after
    named = words.lows[at - 1] == "," and words.alphabetic(at - 2)
    return after if named and words.lows[after] in {")", ";"} else 0


def is_cited(words: Words, at: int, grammar: Grammar) -> bool:
    """Return whether a year in brackets belongs to the name of an author before them.

    The author has others beside him ("et al."), another name and "and" before him, or "by",
    "see" and the like, or reports something.
    """
    if words.lows[at - 1] != "(":
        return False
    if words.lows[at - 2] == "." and words.lows[at - 3] == "al":
        return True
    if words.lows[at + 1] != ")" or not words.words[at - 2][:1].isupper():
        return False
    before = words.lows[at - 3]
    if before in {"and", "&"}:
        return words.words[at - 4][:1].isupper()
    reports = grammar.lemma_in(words.lows[at + 2], grammar.lexicon.reporting_verbs)
    return before in _CITING or reports


_CITING = listed("by to see cf following with e.g")
_YEAR_LETTERS = frozenset("abcd")
_MOST_YEARS = 6


def _label(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over "1." and "2)" that open a line."""
    opens = at == 0 or "\n" in words.text[words.ends[at - 1] : words.starts[at]]
    if (
        opens
        and words.lows[at + 1] in {".", ")"}
        and not words.glued(at + 2)
        and at + 2 < len(words)
    ):
        return at + 2
    return 0


def _after_proper_name(words: Words, at: int, grammar: Grammar) -> int:
    """Pass over the number of "Apollo 11", but not over "Over 300 ships" and "In May 12 ships"."""
    name = words.words[at - 1]
    number = words.plain_integer(at)
    if number is None or number > 9999 or not name[:1].isupper() or not name[:1].isalpha():
        return 0
    low = words.lows[at - 1]
    if currency_before(words, at, grammar, 0) is not None or low.endswith(("'s", "’s")):
        return 0
    if low in grammar.stops or low in grammar.lexicon.months or low in grammar.cardinals:
        return 0
    if words.opens_sentence(at - 1) and not _could_be_a_name(words, at, grammar):
        return 0
    following = words.lows[at + 1]
    if low in {"age", "aged", "ages"} or following == "times":
        return 0
    if (
        following in HYPHENS
        or following in {"±", "%", "–"}
        or (words.alphabetic(at + 1) and read_simple_unit(words, at + 1, grammar) is not None)
    ):
        return 0
    return _past_group(words, at + 1)


def _could_be_a_name(words: Words, at: int, grammar: Grammar) -> bool:
    low = words.lows[at - 1]
    known = (
        low in grammar.lexicon.verbs
        or low in grammar.lexicon.noun_verbs
        or low in grammar.lexicon.adverbs
        or low in grammar.lexicon.adjectives
        or low in grammar.lexicon.stopwords
        or low.endswith(("ly", "ing", "s", "ed"))
    )
    counted = counted_noun(words, at + 1, grammar, single=False)
    return not known and not (counted is not None and plural(counted[0].lower()))
