"""Abbreviations with their long forms, after Schwartz and Hearst (2003) and Ab3P (2008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

_OPENING = {"(": ")", "[": "]"}
_BRACKETS = re.compile(r"[()\[\]]")
_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"\w[\w\-/.+,'’()]*")
_HEAD_ENDS = re.compile(r"[;,:=]\s|\s(?:or|and|see|in|n)\s|\s(?==|\d+[.·]\d)")
_INTRODUCTION = re.compile(
    r"(?:(?:here(?:in)?after|abbreviated|abbr\.|abbreviation:?|termed|called|also|known|referred"
    r"|designated|denoted|or|as|to|the|i\.e\.,?|short)\s+)+"
)
_SENTENCE_ENDS = re.compile(r"(?<!\b[^\W\d_])[.;:!?]\s|\s[(\[]|[)\]][\s,;]|--|\u2014|\n")
_IN_APPOSITION = re.compile(r",? or ([^\W\d_][\w\-]{1,9})(?=[,.;)])")
_FORGOTTEN_SPACE = re.compile(r"[a-z]{4}\([A-Z]{2,}\)")
_QUOTES = "“”„\"'‘’ \t\n"
_REACH = 300
"""Characters that may hold a long form: more than a dozen words ever take."""

_JOINING = frozenset("a an and as at by for from in into of on or over the to under with".split())
_FUNCTION_WORDS = _JOINING | frozenset(
    """are be been between but during has have if is it its no not our plus than that their then
    these this those up upon was we were what when where which while who whose within without
    your""".split()
)
_FIGURE = re.compile(r"\(?\d\)?")
_NUMBER_WORDS = {
    word: str(value)
    for names in (
        "one two three four five six seven eight nine",
        "first second third fourth fifth sixth seventh eighth ninth",
    )
    for value, word in enumerate(names.split(), 1)
}


@frozen
class Abbreviation:
    """A short form that a text defines, with the places where both forms stand.

    Attributes:
        short, long: the two forms, as written.
        short_start, long_start: where they begin; ``text[start:start + len(form)] == form``.
    """

    short: str
    long: str
    short_start: int
    long_start: int


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that ``text`` defines, in order, each pair of forms once.

    A definition is a short form in brackets behind its long form, a long form in brackets
    behind its short form, both in one bracket ("(long form, LF)"), or a short form behind
    ", or". What can be a short form, and how far its long form may reach, follows Schwartz and
    Hearst (2003), A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
    Text. As in Ab3P (Sohn, Comeau, Kim and Wilbur 2008, Abbreviation definition identification
    based on automatic precision estimates), stricter ways of spelling the short form are tried
    first, and single letters may be short forms.

    >>> [(one.short, one.long) for one in abbreviations("A gas turbine engine (GTE) burns fuel.")]
    [('GTE', 'gas turbine engine')]
    """
    found: dict[tuple[str, str], Abbreviation] = {}
    for start, end in _bracketed(text):
        one = _around_bracket(text, start, end)
        if one is not None:
            found.setdefault((one.short, one.long), one)
    for match in _IN_APPOSITION.finditer(text):
        one = _in_apposition(text, match)
        if one is not None:
            found.setdefault((one.short, one.long), one)
    return tuple(sorted(found.values(), key=lambda one: one.short_start))


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the inner ranges of balanced brackets; those within a word ("V(T)") belong to it."""
    opened: list[int] = []
    for match in _BRACKETS.finditer(text):
        at = match.start()
        if match.group() in _OPENING:
            opened.append(at)
        elif opened and _OPENING[text[opened[-1]]] == match.group():
            start = opened.pop()
            if not text[max(0, start - 1) : start].isalnum() or _FORGOTTEN_SPACE.match(
                text, max(0, start - 4), at + 1
            ):
                yield start + 1, at
        else:
            opened.clear()


def _around_bracket(text: str, start: int, end: int) -> Abbreviation | None:
    inner = text[start : min(end, start + _REACH)]
    before_start, before = _clause_before(text, start - 1)
    introduced = _INTRODUCTION.match(inner)
    head_start = introduced.end() if introduced is not None else 0
    head_end = _HEAD_ENDS.search(inner, head_start)
    short_start, short = _stripped(
        inner[head_start : head_end.start() if head_end else len(inner)], start + head_start
    )
    if is_short_form(short):
        long_start, long = long_form(short, before)
        return Abbreviation(short, long, short_start, before_start + long_start) if long else None
    if end - start > _REACH:
        return None
    return _both_within(inner, start) or _long_behind(inner, start, before, before_start)


def _both_within(inner: str, start: int) -> Abbreviation | None:
    """Read "(long form, LF)"."""
    comma = max(inner.rfind(", "), inner.rfind("; "))
    if comma < 0:
        return None
    short_start, short = _stripped(inner[comma + 2 :], start + comma + 2)
    if not is_short_form(short) or len(short) == 1:
        return None
    before_start, before = _clause_before(inner, comma)
    long_start, long = long_form(short, before)
    if not long:
        return None
    return Abbreviation(short, long, short_start, start + before_start + long_start)


def _long_behind(inner: str, start: int, before: str, before_start: int) -> Abbreviation | None:
    """Read "LF (long form)"; all of the bracket must be the long form."""
    ends = re.search(r"[;,:]\s", inner)
    long_start, whole = _stripped(inner[: ends.start() if ends else len(inner)], start)
    if not any(character.isspace() or character == "-" for character in whole):
        return None
    # One noun may stand between: "the GPS device (Global Positioning System)".
    for word in reversed(list(re.finditer(r"\S+", before))[-2:]):
        short_start, short = _stripped(word.group(), before_start + word.start())
        if len(short) > 1 and not short.islower() and is_short_form(short):
            spelled = long_form(short, whole)
            if spelled == (0, whole):
                return Abbreviation(short, whole, short_start, long_start)
    return None


def _in_apposition(text: str, match: re.Match[str]) -> Abbreviation | None:
    """Read "long form, or LF,": every letter must be a word's first."""
    short = match.group(1)
    if not is_short_form(short) or sum(character.isupper() for character in short) < 2:
        return None
    before_start, before = _clause_before(text, match.start())
    at = _initials(short, before)
    if at is None:
        return None
    return Abbreviation(short, before[at:], match.start(1), before_start + at)


def _clause_before(text: str, end: int) -> tuple[int, str]:
    """Return the last words before a place, from the end of the sentence or bracket before."""
    start = max(0, end - _REACH)
    window = text[start:end].rstrip()
    cut = 0
    for match in _SENTENCE_ENDS.finditer(window):
        cut = match.end()
    return _stripped(window[cut:], start + cut)


def _stripped(text: str, start: int) -> tuple[int, str]:
    """Return a text without quotation marks and spaces around it, and where it then starts."""
    left = text.lstrip(_QUOTES)
    return start + len(text) - len(left), left.rstrip(_QUOTES)


def is_short_form(text: str) -> bool:
    """Return whether ``text`` can be an abbreviation.

    It has one to ten letters and digits, at least one letter, and at most two words; without a
    capital it is one word.
    """
    words = text.split()
    signs = _signs(text)
    return (
        1 <= signs <= 10
        and 1 <= len(words) <= 2
        and all(_SHORT.fullmatch(word) for word in words)
        and any(character.isalpha() for character in words[0])
        and (text.isupper() or (signs > 1 and text.lower() not in _FUNCTION_WORDS))
        and (len(words) == 1 or any(character.isupper() for character in text))
    )


def long_form(short: str, before: str) -> tuple[int, str]:
    """Return where in ``before`` the long form of ``short`` starts, and itself; else empty.

    It ends where ``before`` ends.
    """
    at = _spelled(short, before)
    letters = _FIGURE.sub("", short)
    if at is None and letters.isalpha() and letters != short and len(letters) > 1:
        # A figure that the long form does not spell: "carbon dioxide (CO2)".
        at = _spelled(letters, before)
        if at is not None and len(_WORD.findall(before, at)) > len(letters):
            at = None
    if at is None:
        return 0, ""
    long = before[at:]
    words = long.split()
    acceptable = (
        len(long) > max(len(short), 3)
        and short.lower() not in long.lower().split()
        and _FUNCTION_WORDS.isdisjoint((words[0], words[-1]))
    )
    return (at, long) if acceptable else (0, "")


def _signs(short: str) -> int:
    return sum(character.isalnum() for character in short)


def _initials(short: str, before: str) -> int | None:
    """Return where the words begin whose first letters are those of ``short``, from the end back.

    Joining words may be passed over, a plural ending may stand for itself, and a number word
    for its figure.
    """
    wanted = [character.lower() for character in short if character.isalnum()]
    words = list(_WORD.finditer(before))[-3 * len(wanted) - 3 :]
    plural = short[-1:] == "s" and len(wanted) > 2 and before[-1:] == "s"
    for letters in (wanted, *((wanted[:-1],) if plural else ())):
        at = _initials_of(letters, words)
        if at is not None:
            return at
    return None


def _initials_of(letters: list[str], words: list[re.Match[str]]) -> int | None:
    left = len(letters)
    for word in reversed(words):
        low = word.group().lower()
        if low[0] == letters[left - 1] or _NUMBER_WORDS.get(low) == letters[left - 1]:
            left -= 1
            if left == 0:
                return word.start()
        elif left == len(letters) or low not in _JOINING:
            return None
    return None


def _spelled(short: str, before: str) -> int | None:
    for spelled in (_initials, _clipped, _shortest, _reordered):
        at = spelled(short, before)
        if at is not None:
            return at
    return None


def _clipped(short: str, before: str) -> int | None:
    """Return where the last word begins if ``short`` is its beginning ("laboratory (lab)")."""
    words = list(_WORD.finditer(before))
    if short.islower() and len(short) > 2 and words and words[-1].group().startswith(short):
        return words[-1].start()
    return None


def _reordered(short: str, before: str) -> int | None:
    """Return where the words begin whose first letters are those of ``short`` in another order.

    So do abbreviations from another language: "International Olympic Committee (CIO)". A word
    that is an abbreviation itself may stand whole in the short form: "intracellular pH (pHi)".
    """
    rest = "".join(character for character in short if character.isalnum())
    if len(rest) < 2 or short.islower():
        return None
    for word in reversed(list(_WORD.finditer(before))):
        form = word.group()
        if form in _FUNCTION_WORDS:
            continue
        part = form if len(form) > 1 and form[1:] != form[1:].lower() and form in rest else form[0]
        at = rest.lower().find(part.lower())
        if at < 0 or part == short:
            return None
        rest = rest[:at] + rest[at + len(part) :]
        if not rest:
            return word.start()
    return None


def _shortest(short: str, before: str) -> int | None:
    """Return where the shortest stretch at the end of ``before`` starts that spells ``short``.

    The first letter starts a word, and no more than ``min(n + 5, 2 * n)`` words are taken for
    ``n`` letters (Schwartz and Hearst 2003).
    """
    wanted = [character.lower() for character in short if character.isalnum()]
    if len(wanted) < 2 or short.islower():
        return None
    limit = min(len(wanted) + 5, 2 * len(wanted))
    words = [match.start() for match in re.finditer(r"\S+", before)]
    least = words[-limit] if len(words) > limit else 0
    at = len(before)
    for place in range(len(wanted) - 1, -1, -1):
        at -= 1
        while at >= least and (
            before[at].lower() != wanted[place]
            or (place == 0 and at > 0 and before[at - 1].isalnum())
        ):
            at -= 1
        if at < least:
            return None
    while at > least and before[at - 1] not in ' /[("“':
        at -= 1
    return at
