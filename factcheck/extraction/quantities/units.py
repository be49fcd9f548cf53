"""Units after a number: simple, raised, prefixed and as rates."""

from __future__ import annotations

import re

from factcheck.extraction.quantities.grammar import DAY, PERIODIC, Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Unit
from factcheck.model.frozen import immutable

HYPHENS = frozenset("-‐‑")
_MINUS = frozenset("-−–⁻")
_LONGEST_UNIT = 4
_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_SPELLED_POWERS = {"squared": 2, "cubed": 3}
_RAISED = {"2": 2, "3": 3, "²": 2, "³": 3}
_ACCELERATION = "unit:metre per second squared"
_POWER_SCALES = {2: "area", 3: "volume"}

# English words that are unit signs as well: "5 in the north" holds no inch, "5 a" no year.
_NEVER_ALONE = listed("a an as at am us no so to is me i or be he do go of on it we")
_LETTERS_OF_LISTS = frozenset("abc")
_DIMENSIONS = listed("thick long wide tall high deep diameter across x by ×")

# The look of a sign that no pack lists: kDa, mmHg, mEq.
_SIGN = re.compile(r"[a-zµμ]{1,2}[A-Z][A-Za-z]{0,2}\Z")

_BEFORE_PERIOD = frozenset({"a", "an", "each", "every", "per", "/"})


@immutable(auto_attribs=True, frozen=True)
class UnitPhrase:
    """A unit and the tokens up to ``after`` that name it.

    Attributes:
        after: the token after it.
        unit: how its number becomes one in the base unit.
        text: the unit as written.
    """

    after: int
    unit: Unit
    text: str


_PARTS = listed("wt vol mol at w v mass weight area")

_LINES = frozenset("240 360 480 576 720 1080 1440 2160".split())
"""Lines of the usual video formats."""
PERCENT = Unit("proportion", 0.01)
PERCENTAGE_POINT = Unit("unit:percentage point", 1.0)


def read_unit(words: Words, at: int, grammar: Grammar) -> UnitPhrase | None:
    """Return the unit that begins with a token, rates included, None if none does."""
    found = read_simple_unit(words, at, grammar)
    return None if found is None else with_rate(words, found, grammar)


def read_simple_unit(words: Words, at: int, grammar: Grammar) -> UnitPhrase | None:
    """Return the unit that begins with a token, without "per day" and the like."""
    first = at + 1 if words.lows[at] in HYPHENS and words.glued(at) else at
    found = (
        _percent(words, first)
        or _powered(words, first, grammar)
        or _alone_inverse(words, first, grammar)
        or _listed(words, first, grammar)
    )
    if found is None and (
        _SIGN.match(words.words[first]) or _precedes_inverse(words, first, grammar)
    ):
        found = UnitPhrase(first + 1, Unit(f"unit:{words.words[first]}", 1.0), words.words[first])
    if found is None:
        return None
    return _raised(words, found)


def _percent(words: Words, at: int) -> UnitPhrase | None:
    sign = _past_part(words, at)
    low = words.lows[sign]
    if low in {"%", "percent", "pct", "％"}:
        after = sign + 1
    elif low == "per" and words.lows[sign + 1] in {"cent", "cents"}:
        after = sign + 2
    elif low == "percentage" and words.lows[sign + 1] in {"point", "points", "-"}:
        after = sign + (2 if words.lows[sign + 1] != "-" else 3)
        return UnitPhrase(after, PERCENTAGE_POINT, words.between(at, after))
    else:
        return None
    if words.lows[after] in {"point", "points"}:
        return UnitPhrase(after + 1, PERCENTAGE_POINT, words.between(at, after + 1))
    # "w/w" and the like say what the parts of a percentage are.
    part, whole = words.lows[after], words.lows[after + 2]
    if words.lows[after + 1] == "/" and part in {"w", "v"} and whole in {"w", "v"}:
        after += 3
    return UnitPhrase(after, PERCENT, words.between(at, after))


def _past_part(words: Words, at: int) -> int:
    """Return the token after "wt", "vol." or another word for the parts of a percentage."""
    if words.lows[at] not in _PARTS:
        return at
    after = at + 2 if words.lows[at + 1] == "." else at + 1
    return after if words.lows[after] == "%" else at


def _powered(words: Words, at: int, grammar: Grammar) -> UnitPhrase | None:
    power = _POWERS.get(words.lows[at])
    if power is None:
        return None
    following = at + 2 if words.lows[at + 1] in {"."} | HYPHENS else at + 1
    length = _listed(words, following, grammar)
    if length is None or length.unit.scale != "length":
        return None
    unit = Unit(_POWER_SCALES[power], length.unit.factor**power)
    return UnitPhrase(length.after, unit, words.between(at, length.after))


def _listed(words: Words, at: int, grammar: Grammar) -> UnitPhrase | None:
    for length in range(_LONGEST_UNIT, 0, -1):
        after = at + length
        if after > len(words):
            continue
        written = words.between(at, after)
        unit = _lookup(written, grammar)
        if unit is not None and not _is_plain_word(words, at, after, grammar):
            return UnitPhrase(after, unit, written)
    return None


def _lookup(written: str, grammar: Grammar) -> Unit | None:
    units = grammar.units
    unit = units.get(written)
    if unit is None and not written.isalpha():
        unit = units.get(" ".join(written.split()))
        if unit is None and "°" in written:
            unit = units.get("".join(written.split()))
        if unit is None and written[-1] in _RAISED:
            unit = _power_of(units.get(written[:-1]), _RAISED[written[-1]])
    if unit is None and len(written) > 2:
        low = " ".join(written.lower().split())
        unit = (
            units.get(low) if len(low) > 3 or low in {"kwh", "mph", "usd", "eur", "gbp"} else None
        )
        if unit is None and low.isalpha():
            unit = units.get(grammar.lexicon.irregular.get(low, ""))
    return unit


def _power_of(length: Unit | None, power: int) -> Unit | None:
    if length is None or length.scale != "length":
        return None
    return Unit(_POWER_SCALES[power], length.factor**power)


def _is_plain_word(words: Words, at: int, after: int, grammar: Grammar) -> bool:
    """Return whether a match is an ordinary word here, or only the start of a longer sign."""
    if words.glued(after) and words.alphabetic(after) and words.alphabetic(after - 1):
        return True
    low = words.lows[at]
    if after != at + 1:
        return False
    if low == "in":
        following = words.lows[after]
        closed = not words.alphabetic(after) and not words.numeric[after]
        return not (words.glued(at) or closed or following in _DIMENSIONS)
    if words.words[at] == "p":
        # "12 p" has so many pages, and "1080p" is a picture of so many lines.
        return not words.glued(at) or words.lows[at - 1] in _LINES
    if low in _NEVER_ALONE and words.words[at] == low:
        return True
    # A capital alone is an initial or a name ("5 C students") unless it touches the number or
    # a function word follows ("at 300 K for a day").
    if len(low) > 1 or not words.words[at].isupper() or not words.alphabetic(after):
        return False
    following = words.lows[after]
    return low in _LETTERS_OF_LISTS or not (
        following in grammar.stops or following.endswith(("ed", "ing", "ly"))
    )


def _raised(words: Words, found: UnitPhrase) -> UnitPhrase | None:
    at = found.after
    spelled = _SPELLED_POWERS.get(words.lows[at])
    if spelled is not None and found.unit.scale == "length":
        text = f"{found.text} {words.words[at]}"
        return UnitPhrase(at + 1, _to_power(found.unit, spelled), text)
    if not words.glued(at):
        return found
    if words.lows[at] == "^" and words.lows[at + 1] in _RAISED:
        at += 1
    power = _RAISED.get(words.words[at])
    if power is not None:
        return UnitPhrase(at + 1, _to_power(found.unit, power), found.text + words.words[at])
    return None if words.numeric[at] and words.alphabetic(at - 1) else found


def _to_power(unit: Unit, power: int) -> Unit:
    if unit.scale == "speed" and power == 2:
        # Of "km/s2" only the time is raised.
        return Unit(_ACCELERATION, unit.factor)
    scale = _POWER_SCALES[power] if unit.scale == "length" else f"{unit.scale}^{power}"
    return Unit(scale, unit.factor**power)


def with_rate(words: Words, found: UnitPhrase, grammar: Grammar) -> UnitPhrase:
    """Extend a unit by what it is counted per, as often as the text says so."""
    for _ in range(3):
        longer = _rate(words, found, grammar)
        if longer is None:
            break
        found = longer
    return found


def _rate(words: Words, found: UnitPhrase, grammar: Grammar) -> UnitPhrase | None:
    at = found.after
    low = words.lows[at]
    if low in PERIODIC and grammar.period(PERIODIC[low]) is not None:
        return _per(words, found, at + 1, Unit("duration", grammar.units[PERIODIC[low]].factor), "")
    # What is measured may stand between the units: "kg N ha−1".
    measured = words.words[at][:1].isupper() and len(low) <= 2
    inverse = _inverse(words, at, grammar) or (
        _inverse(words, at + 1, grammar) if measured else None
    )
    if inverse is not None:
        return _per(words, found, inverse.after, inverse.unit, inverse.text)
    if low not in _BEFORE_PERIOD or (low == "per" and words.lows[at + 1] == "cent"):
        return None
    if low in {"per", "/"} and words.numeric[at + 1]:
        return _per_number(words, found, at + 1, grammar)
    divisor = read_simple_unit(words, at + 1, grammar)
    if divisor is not None and (low in {"per", "/"} or divisor.unit.scale == "duration"):
        if low not in {"per", "/"} and words.lows[at + 1].endswith("s"):
            return None
        return _per(words, found, divisor.after, divisor.unit, divisor.text)
    if low == "per" and words.alphabetic(at + 1) and words.lows[at + 1] not in grammar.stops:
        noun = {"capita": "person"}.get(words.lows[at + 1], words.lows[at + 1])
        return _per(words, found, at + 2, Unit(noun, 1.0), noun)
    return None


def _inverse(words: Words, at: int, grammar: Grammar) -> UnitPhrase | None:
    """Read the second part of "kg ha−1" and "m s-1"."""
    for length in (1, 2):
        sign = at + length
        if (
            words.words[sign] in _MINUS
            and words.glued(sign)
            and words.words[sign + 1] in {"1", "¹", "2", "²", "3"}
        ):
            unit = _lookup(words.between(at, sign), grammar)
            if unit is not None and words.glued(sign + 1):
                power = _RAISED.get(words.words[sign + 1], 1)
                if power > 1:
                    unit = _to_power(unit, power)
                return UnitPhrase(sign + 2, unit, words.between(at, sign))
    return None


def _alone_inverse(words: Words, at: int, grammar: Grammar) -> UnitPhrase | None:
    """Read "cm−3" right behind a number: so many in each."""
    found = _inverse(words, at, grammar)
    longer = found is not None and words.glued(found.after) and words.words[found.after].isalnum()
    if found is None or longer or words.words[at + 1] == "-":
        return None
    scale = f"count/{'day' if found.unit.scale == 'duration' else found.unit.scale}"
    factor = found.unit.factor / DAY if found.unit.scale == "duration" else found.unit.factor
    return UnitPhrase(found.after, Unit(scale, 1 / factor), words.between(at, found.after))


def _precedes_inverse(words: Words, at: int, grammar: Grammar) -> bool:
    """Return whether a word must be a unit, since one with a negative power follows it."""
    return words.alphabetic(at) and _inverse(words, at + 1, grammar) is not None


def _per_number(words: Words, found: UnitPhrase, at: int, grammar: Grammar) -> UnitPhrase | None:
    value = words.literal(at)
    if not value:
        return None
    divisor = read_simple_unit(words, at + 1, grammar)
    if divisor is not None and divisor.unit.scale != "proportion":
        unit = Unit(divisor.unit.scale, divisor.unit.factor * value)
        return _per(words, found, divisor.after, unit, divisor.text)
    return _per(words, found, at + 1, Unit("count", value), words.words[at])


def _per(words: Words, found: UnitPhrase, after: int, divisor: Unit, name: str) -> UnitPhrase:
    text = words.between(found.after, after)
    written = f"{found.text} {text}" if text[:1].isalpha() else found.text + text
    if found.unit.scale == "length" and divisor.scale == "duration":
        return UnitPhrase(after, Unit("speed", found.unit.factor / divisor.factor), written.strip())
    if found.unit.scale == "length" and divisor.scale == "duration^2":
        unit = Unit(_ACCELERATION, found.unit.factor / divisor.factor)
    elif divisor.scale == "duration":
        unit = Unit(f"{found.unit.scale}/day", found.unit.factor / (divisor.factor / DAY))
    else:
        scale = name if divisor.scale == name else divisor.scale
        unit = Unit(f"{found.unit.scale}/{scale}", found.unit.factor / divisor.factor)
    return UnitPhrase(after, unit, written.strip())
