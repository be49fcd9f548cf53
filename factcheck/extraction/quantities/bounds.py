"""Words that bound a number or blur it: "at least", "about", "or more"."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor, inf

from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.words import Words
from factcheck.model.frozen import immutable
from factcheck.model.value import Interval

TOLERANCE = 0.1
"""How far "about" reaches to either side, as a part of the number; whole numbers are rounded
outwards. "nearly" reaches as far below and excludes the number, "just over" as far above."""

_PHRASES = {
    "at least": "ge",
    "not less than": "ge",
    "no less than": "ge",
    "no fewer than": "ge",
    "not fewer than": "ge",
    "a minimum of": "ge",
    "minimum of": "ge",
    "minimum": "ge",
    "starting at": "ge",
    "as few as": "ge",
    "as little as": "ge",
    "as low as": "ge",
    "as short as": "ge",
    "≥": "ge",
    "⩾": "ge",
    "> =": "ge",
    "≳": "ge",
    "≫": "gt",
    "≲": "le",
    "≪": "lt",
    "upto": "le",
    "more than": "gt",
    "over": "gt",
    "above": "gt",
    "beyond": "gt",
    "exceeding": "gt",
    "exceeds": "gt",
    "exceeded": "gt",
    "exceed": "gt",
    "in excess of": "gt",
    "upwards of": "gt",
    "upward of": "gt",
    ">": "gt",
    "up to": "le",
    "at most": "le",
    "no more than": "le",
    "not more than": "le",
    "not exceeding": "le",
    "not exceed": "le",
    "a maximum of": "le",
    "maximum of": "le",
    "maximum": "le",
    "as many as": "le",
    "as much as": "le",
    "as high as": "le",
    "as long as": "le",
    "as far as": "le",
    "within": "le",
    "≤": "le",
    "⩽": "le",
    "< =": "le",
    "less than": "lt",
    "fewer than": "lt",
    "under": "lt",
    "below": "lt",
    "<": "lt",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "approx": "about",
    "approx .": "about",
    "approximate": "about",
    "circa": "about",
    "ca": "about",
    "ca .": "about",
    "c .": "about",
    "close to": "about",
    "some": "about",
    "an estimated": "about",
    "estimated": "about",
    "in the region of": "about",
    "on the order of": "about",
    "~": "about",
    "∼": "about",
    "≈": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "just under": "nearly",
    "just over": "just over",
    "slightly more than": "just over",
    "a little over": "just over",
    "slightly over": "just over",
    "only": "exact",
    "just": "exact",
    "exactly": "exact",
    "precisely": "exact",
    "merely": "exact",
    "a mere": "exact",
    "even": "exact",
    "between": "between",
    "from": "from",
}
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES)
_SMALLER = listed(
    """less fewer lower smaller shorter younger slower cheaper lighter narrower weaker earlier"""
)
_FLIPPED = {"gt": "le", "lt": "ge"}

_ADDED = {
    ("or", "more"): "ge",
    ("or", "above"): "ge",
    ("or", "over"): "ge",
    ("or", "older"): "ge",
    ("or", "longer"): "ge",
    ("or", "higher"): "ge",
    ("or", "greater"): "ge",
    ("and", "above"): "ge",
    ("and", "over"): "ge",
    ("and", "older"): "ge",
    ("and", "up"): "ge",
    ("and", "more"): "ge",
    ("or", "less"): "le",
    ("or", "fewer"): "le",
    ("or", "under"): "le",
    ("or", "below"): "le",
    ("or", "younger"): "le",
    ("or", "lower"): "le",
    ("and", "under"): "le",
    ("and", "younger"): "le",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
}


@immutable(auto_attribs=True, frozen=True)
class Modifiers:
    """The bounding words before a number.

    Attributes:
        first: the outermost token that belongs to them.
        effects: what they do, the innermost first.
    """

    first: int
    effects: tuple[str, ...] = ()

    def of(self, effect: str) -> bool:
        """Return whether one of the words has this effect."""
        return effect in self.effects


def modifiers_before(words: Words, at: int, least: int) -> Modifiers:
    """Return the bounding words that end right before a token and begin at ``least`` or later."""
    effects: list[str] = []
    first = at
    while len(effects) < 4:
        found = _phrase_before(words, first, least)
        if found is None:
            break
        effect, first = found
        effects.append(effect)
    # "even", "just" and "only" bound nothing: outside everything else they are no part of it.
    while effects and effects[-1] == "exact":
        effects.pop()
        first += 1 if words.lows[first] != "a" else 2
    return Modifiers(first if effects else at, tuple(effects))


def _phrase_before(words: Words, at: int, least: int) -> tuple[str, int] | None:
    for length in range(min(_LONGEST, at - least), 0, -1):
        phrase = " ".join(words.lows[at - length : at])
        effect = _PHRASES.get(phrase)
        if effect is not None:
            return effect, at - length
    return _comparative_before(words, at, least)


def _comparative_before(words: Words, at: int, least: int) -> tuple[str, int] | None:
    word = words.lows[at - 2]
    if (
        words.lows[at - 1] != "than"
        or at - 2 < least
        or not (word.endswith("er") or word in _SMALLER)
    ):
        return None
    effect = "lt" if word in _SMALLER else "gt"
    if words.lows[at - 3] in {"no", "not"} and at - 3 >= least:
        return _FLIPPED[effect], at - 3
    return effect, at - 2


def effect_after(words: Words, at: int) -> tuple[str, int] | None:
    """Return the effect of "or more", "or so", "+" and the like, and the token after them."""
    plus = words.lows[at] == "+" and words.glued(at) and not words.numeric[at + 1]
    if plus and not words.alphabetic(at - 1):
        return "ge", at + 1
    if words.lows[at] == "," and words.lows[at + 1] == "or":
        at += 1
    effect = _ADDED.get((words.lows[at], words.lows[at + 1]))
    if effect is None or words.lows[at + 2] == "than":
        return None
    return effect, at + 2


@immutable(auto_attribs=True, frozen=True)
class Limits:
    """The ends of a scale and whether only whole numbers make sense on it."""

    least: float = 0.0
    most: float = inf
    whole: bool = False


def bounded(number: Interval, effects: tuple[str, ...], limits: Limits) -> tuple[Interval, bool]:
    """Return the interval that bounding words leave of a number, and whether they blur it.

    Args:
        number: its least and greatest value.
        effects: what the words do.
        limits: the scale, in the unit as written.
    """
    low, high = number.low, number.high
    low_open = high_open = False
    blurred = any(effect in {"about", "nearly", "just over"} for effect in effects)
    if "about" in effects or "nearly" in effects:
        low = _rounded(low - abs(low) * TOLERANCE, floor, limits.whole)
    if "about" in effects or "just over" in effects:
        high = _rounded(high + abs(high) * TOLERANCE, ceil, limits.whole)
        high = min(high, max(limits.most, number.high))
    if "nearly" in effects and "about" not in effects:
        high_open = low < high
    if "just over" in effects:
        low_open = low < high
    if "ge" in effects:
        high, high_open = max(high, limits.most), False
    elif "gt" in effects:
        low_open, high, high_open = not blurred, max(high, limits.most), False
    elif "le" in effects:
        low, low_open = min(low, limits.least), False
    elif "lt" in effects:
        low, low_open, high_open = min(low, limits.least), False, not blurred
    if low == high:
        low_open = high_open = False
    return Interval(low, high, low_open, high_open), blurred


def _rounded(value: float, towards: Callable[[float], int], whole: bool) -> float:
    if not whole or value in {inf, -inf}:
        return value
    return float(towards(value))
