"""Numbers in digits and in words, without their units."""

from __future__ import annotations

import re
import unicodedata
from math import isfinite

from attrs import evolve

from factcheck.extraction.quantities.grammar import FRACTION_SIGNS, VAGUE_NUMBERS, Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.words import Words
from factcheck.model.frozen import immutable

TIMES = frozenset("×x·*⋅")
_FLATTENED = re.compile(r"10(?:[3-9]|[12]\d)")
_MINUS = frozenset("-−–")
_HYPHENS = frozenset("-‐‑")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MAGNITUDES = {"k": 1e3, "K": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}
_DENOMINATORS_IN_DIGITS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_COMPARATORS = frozenset("=<>≤≥≲≳≈∼~")
_BEFORE_MINUS = frozenset("([{=<>≤≥≲≳,;:~∼≈/±") | {"to", "and", "of", "from", "between", "at", "is"}

# A word number is at most this many tokens, so that a text of number words takes linear time.
_LONGEST_WORDS = 24


@immutable(auto_attribs=True, frozen=True)
class Number:
    """A number and the tokens ``[first, after)`` it was read from.

    Attributes:
        low, high: its value; they differ for words such as "several".
        kind: ``cardinal``, ``fraction`` or ``ordinal``.
        digits: whether it is one literal in digits and nothing else.
        scaled: whether a word such as "million" multiplies it.
    """

    first: int
    after: int
    low: float
    high: float
    kind: str = "cardinal"
    digits: bool = False
    scaled: bool = False


def read_number(words: Words, at: int, grammar: Grammar, floor: int = 0) -> Number | None:
    """Return the number that begins with a token, None if none does.

    Args:
        words: the text.
        at: the token that starts it, an article or a sign before it left out.
        grammar: the words for numbers.
        floor: the first token that it may take in.
    """
    number = _read_unsigned(words, at, grammar, floor)
    if number is None or not isfinite(number.high):
        return None
    sign = number.first - 1
    if number.kind == "cardinal" and sign >= floor and _negates(words, sign):
        return evolve(number, first=sign, low=-number.high, high=-number.low, digits=False)
    if sign >= floor and words.lows[sign] == "+" and _signs(words, sign):
        return evolve(number, first=sign)
    return number


def _signs(words: Words, at: int) -> bool:
    return words.glued(at + 1) and (not words.glued(at) or words.lows[at - 1] in _BEFORE_MINUS)


def _negates(words: Words, at: int) -> bool:
    if words.lows[at] == "minus":
        return not words.numeric[at - 1]
    if words.lows[at] not in _MINUS:
        return False
    if not words.glued(at + 1):
        return words.lows[at - 1] in _COMPARATORS
    if at == 0 or not words.glued(at):
        return words.lows[at] != "–" or not words.numeric[at - 1]
    return words.lows[at - 1] in _BEFORE_MINUS


def _read_unsigned(words: Words, at: int, grammar: Grammar, floor: int) -> Number | None:
    if words.numeric[at]:
        return _read_literal(words, at, grammar)
    low = words.lows[at]
    if low in FRACTION_SIGNS and low:
        return _scaled(
            words, Number(at, at + 1, *_twice(unicodedata.numeric(low)), kind="fraction"), grammar
        )
    if low in VAGUE_NUMBERS:
        return _read_vague(words, at, grammar, floor)
    if low in grammar.cardinals or (low in grammar.multipliers and low != "score"):
        return _read_words(words, at, grammar, floor)
    if low in grammar.denominators and not low.endswith("s"):
        return _read_share(words, at, grammar, floor)
    if low in grammar.ordinals:
        return Number(at, at + 1, *_twice(grammar.ordinals[low]), kind="ordinal")
    return None


def _twice(value: float) -> tuple[float, float]:
    return value, value


def _read_literal(words: Words, at: int, grammar: Grammar) -> Number | None:
    value = words.literal(at)
    if value is None:
        return None
    if words.glued(at + 1) and words.lows[at + 1] in ORDINAL_ENDINGS:
        return Number(at, at + 2, value, value, kind="ordinal")
    number = Number(at, at + 1, value, value, digits=True)
    for longer in (_scientific, _slashed, _mixed):
        found = longer(words, number)
        if found is not None:
            return _scaled(words, found, grammar)
    return _scaled(words, number, grammar)


def _scientific(words: Words, number: Number) -> Number | None:
    at = number.after
    if words.lows[at] == "e" and words.glued(at) and words.glued(at + 1):
        exponent, after = _exponent(words, at + 1)
    elif words.lows[at] in TIMES and words.words[at + 1] == "10":
        raised = at + 3 if words.lows[at + 2] == "^" else at + 2
        if not words.glued(raised):
            return None
        exponent, after = _exponent(words, raised)
    elif words.lows[at] in TIMES and _FLATTENED.fullmatch(words.words[at + 1]):
        # A power whose superscript was lost on the way: "4 × 105".
        exponent, after = int(words.words[at + 1][2:]), at + 2
    elif number.low == 10 and _raises(words, at):
        exponent, after = _exponent(words, at + 1 if words.lows[at] == "^" else at)
        number = evolve(number, low=1.0, high=1.0)
    else:
        return None
    if exponent is None or abs(exponent) > 300:
        return None
    value = number.low * 10.0**exponent
    return (
        evolve(number, after=after, low=value, high=value, digits=False)
        if isfinite(value)
        else None
    )


def _raises(words: Words, at: int) -> bool:
    """Return whether what follows a ten is its exponent: "10^5", "10⁵", "10−5", "× 10-5"."""
    if words.lows[at] == "^" or words.lows[at - 2] in TIMES:
        return True
    if not words.glued(at) or not words.words[at]:
        return False
    return _superscript(words.words[at]) or (
        words.words[at] == "−" and words.glued(at + 1) and words.plain_integer(at + 1) is not None
    )


def _exponent(words: Words, at: int) -> tuple[int | None, int]:
    sign = 1
    if words.lows[at] in _MINUS or words.lows[at] == "+":
        sign = 1 if words.lows[at] == "+" else -1
        at += 1
    if words.plain_integer(at) is not None and words.glued(at):
        return sign * int(words.words[at]), at + 1
    raised = ""
    while len(raised) < 4 and words.glued(at) and _superscript(words.words[at]):
        raised += words.words[at].translate(_SUPERSCRIPTS)
        at += 1
    digits = raised.removeprefix("-")
    return (sign * int(raised), at) if digits.isdecimal() else (None, at)


def _superscript(word: str) -> bool:
    return all(sign in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻" for sign in word)


def _slashed(words: Words, number: Number) -> Number | None:
    """Read 3/4 as a fraction; 24/7 and 9/11 are none."""
    at = number.after
    if words.lows[at] != "/" or not (words.glued(at) and words.glued(at + 1)):
        return None
    upper, lower = words.plain_integer(at - 1), words.plain_integer(at + 1)
    if (
        upper is None
        or lower is None
        or (upper > 1 and lower not in _DENOMINATORS_IN_DIGITS)
        or not 0 < upper < lower
    ):
        return None
    value = upper / lower
    return evolve(number, after=at + 2, low=value, high=value, kind="fraction", digits=False)


def _mixed(words: Words, number: Number) -> Number | None:
    """Read 2 1/2, 2½ and the half of "2 and a half"."""
    at = number.after
    if words.lows[at] and words.lows[at] in FRACTION_SIGNS:
        part, after = unicodedata.numeric(words.lows[at]), at + 1
    elif words.numeric[at] and not words.glued(at) and words.plain_integer(at - 1) is not None:
        fraction = _slashed(words, Number(at, at + 1, 0, 0))
        if fraction is None:
            return None
        part, after = fraction.low, fraction.after
    else:
        return None
    value = number.low + part
    return evolve(number, after=after, low=value, high=value, digits=False)


def _and_a_fraction(words: Words, number: Number, grammar: Grammar) -> Number:
    at = number.after
    if words.lows[at] != "and":
        return number
    share = grammar.denominators.get(words.lows[at + 2], 0.0)
    if words.lows[at + 1] in {"a", "one"} and share >= 0.25:
        return evolve(
            number, after=at + 3, low=number.low + share, high=number.high + share, digits=False
        )
    return number


def _scaled(words: Words, number: Number, grammar: Grammar) -> Number:
    """Apply what multiplies a number: "2.5 million", "two and a half billion", "3bn", "5k"."""
    number = _and_a_fraction(words, number, grammar)
    at = number.after
    if words.lows[at] in _HYPHENS and words.lows[at + 1] in grammar.multipliers:
        at += 1
    factor = grammar.multipliers.get(words.lows[at])
    if factor is None and words.glued(at):
        factor = _MAGNITUDES.get(words.words[at])
    if factor is None:
        return number
    number = evolve(
        number,
        after=at + 1,
        low=number.low * factor,
        high=number.high * factor,
        kind="cardinal",
        digits=False,
        scaled=True,
    )
    return _and_a_fraction(words, number, grammar) if factor == 12 else number


def _read_vague(words: Words, at: int, grammar: Grammar, floor: int) -> Number | None:
    word = words.lows[at]
    low, high = VAGUE_NUMBERS[word]
    first, after = at, at + 1
    if word in {"few", "couple"}:
        if words.lows[at - 1] not in {"a", "last", "past", "next", "first", "another"}:
            return None
        first = at - 1 if words.lows[at - 1] == "a" and at - 1 >= floor else at
    if word in {"tens", "scores"} and words.lows[after] != "of":
        return None
    nested = words.lows[after + 1] if words.lows[after] == "of" else ""
    if nested in VAGUE_NUMBERS and VAGUE_NUMBERS[nested][0] > low > 5:
        least, most = VAGUE_NUMBERS[nested]
        low, high, after = (
            low * least / 2,
            high * most / 9.99 if most > 1e6 else high * least / 2,
            after + 2,
        )
    elif words.lows[after] in grammar.multipliers:
        low, high = (bound * grammar.multipliers[words.lows[after]] for bound in (low, high))
        after += 1
    if words.lows[after] == "of" and words.lows[after + 1] not in {"the", "these", "those", "them"}:
        after += 1
    return Number(first, after, low, high, scaled=low >= 1000)


def _read_words(words: Words, at: int, grammar: Grammar, floor: int) -> Number | None:
    first, after, value, scaled = at, at, 0.0, False
    total = 0.0
    last_scale = float("inf")
    while after < at + _LONGEST_WORDS:
        step = _next_word(words, after, grammar, after == at)
        if step is None:
            break
        position, amount, multiplies = step
        if multiplies:
            if after == at:
                first, value = _multiplied(words, at, floor)
            if amount < 1000:
                if value >= 100 or (amount == 12 and value >= 100):
                    break
                value *= amount
            else:
                if amount >= last_scale:
                    break
                total, value, last_scale = total + (value or 1.0) * amount, 0.0, amount
            scaled = True
        elif not _fits(value, amount):
            break
        else:
            value += amount
        after = position + 1
    if after == at:
        return None
    ordinal = _ordinal_end(words, after, grammar, value)
    if ordinal is not None:
        return Number(first, ordinal[0], *_twice(total + value + ordinal[1]), kind="ordinal")
    number = Number(first, after, *_twice(total + value), scaled=scaled)
    return _with_denominator(words, _scaled(words, number, grammar), grammar)


def _next_word(
    words: Words, at: int, grammar: Grammar, begins: bool
) -> tuple[int, float, bool] | None:
    """Return the position, the value and whether it multiplies, of the next part of a number."""
    if not begins:
        if words.lows[at] in _HYPHENS and words.glued(at) and words.glued(at + 1):
            at += 1
        elif words.lows[at] == "and" and words.lows[at - 1] in grammar.multipliers:
            at += 1
            if words.lows[at] in grammar.multipliers:
                return None
    word = words.lows[at]
    if word in grammar.multipliers:
        return at, grammar.multipliers[word], True
    if word in grammar.cardinals:
        return at, grammar.cardinals[word], False
    return None


def _fits(value: float, amount: float) -> bool:
    """Return whether a part may follow: 3 after 20, 23 after 100, not 3 after 4."""
    if value == 0:
        return True
    below = value % 100
    if below == 0:
        return amount < 100 and value >= 100
    return below >= 20 and below % 10 == 0 and 0 < amount < 10


def _multiplied(words: Words, at: int, floor: int) -> tuple[int, float]:
    """Return where a number opened by a multiplier begins and by what it is multiplied."""
    before = words.lows[at - 1]
    if before in {"a", "an"} and at - 1 >= floor:
        half = words.lows[at - 2]
        if half == "half" and at - 2 >= floor:
            return at - 2, 0.5
        if half == "of" and words.lows[at - 3] == "quarter" and at - 3 >= floor:
            return at - 3, 0.25
        return at - 1, 1.0
    return at, 1.0


def _ordinal_end(words: Words, at: int, grammar: Grammar, value: float) -> tuple[int, int] | None:
    if words.lows[at] in _HYPHENS and words.glued(at) and words.glued(at + 1):
        at += 1
        unit = grammar.ordinals.get(words.lows[at])
        if unit is not None and unit < 10 and _fits(value, unit) and value % 100 != 0:
            return at + 1, unit
    return None


def _with_denominator(words: Words, number: Number, grammar: Grammar) -> Number:
    """Read "two thirds", "three-quarters" and "one third"."""
    at = number.after
    if words.lows[at] in _HYPHENS and words.glued(at) and words.glued(at + 1):
        at += 1
    share = grammar.denominators.get(words.lows[at])
    plural = words.lows[at].endswith("s") or words.lows[at] in {"half", "quarter"}
    if share is None or number.scaled or number.low >= 100 or not (plural or number.low == 1):
        return number
    if plural and number.low == 1 and words.lows[at] not in {"half", "quarter"}:
        return number
    value = number.low * share
    return evolve(number, after=at + 1, low=value, high=value, kind="fraction")


def _read_share(words: Words, at: int, grammar: Grammar, floor: int) -> Number | None:
    """Read "half", "a quarter of" and "a third of"; "the first half" names a part instead."""
    word = words.lows[at]
    before, following = words.lows[at - 1], words.lows[at + 1]
    if (
        before in {"-", "‐", "‑"}
        or (following in _HYPHENS and word == "half" and words.glued(at + 1))
    ) and not (
        word == "half"
        and words.lows[at + 2] in {"million", "hour", "century", "mile", "billion", "dozen"}
    ):
        return None
    if following in {"a", "an"} and words.lows[at + 2] in grammar.multipliers:
        return read_number(words, at + 2, grammar, floor)
    first = at
    if before in {"a", "an"} and at - 1 >= floor:
        first = at - 1
    if word == "half":
        if (
            (
                before in {"the", "and", "second", "latter", "other", "upper", "lower"}
                or before in grammar.ordinals
            )
            and not (before == "the" and following == "of")
            and not (before == "and" and following in {"of", "the"})
        ):
            return None
    elif not (first < at and (following == "of" or _limited(words, at))):
        ordinal = grammar.ordinals.get(word)
        return None if ordinal is None else Number(at, at + 1, *_twice(ordinal), kind="ordinal")
    if word == "quarter" and following == "of" and words.lows[at + 3] in grammar.multipliers:
        return read_number(words, at + 3, grammar, floor)
    return _scaled(
        words, Number(first, at + 1, *_twice(grammar.denominators[word]), kind="fraction"), grammar
    )


def _limited(words: Words, at: int) -> bool:
    """Return whether what stands before "a third" takes it for an amount: "**by** a third"."""
    if words.lows[at + 1] in _COUNTED_OFF:
        return False
    nearer, further = words.lows[at - 2], words.lows[at - 3]
    return nearer in _QUANTIFIED or (further, nearer) in _REACHING


_QUANTIFIED = listed("by about nearly almost around roughly than least over up")
_COUNTED_OFF = listed(
    "party parties person man woman company firm country state time way option source team"
)
"""Of which a third is more often another one than a part of one: "owned by a third party"."""
_REACHING = frozenset(
    {("up", "to"), ("close", "to"), ("much", "as"), ("many", "as"), ("little", "as"), ("few", "as")}
)
