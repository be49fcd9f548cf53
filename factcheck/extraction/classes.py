"""The classes a clause puts its subject into, and the lists it gives."""

from __future__ import annotations

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.function_words import LISTING_VERBS
from factcheck.extraction.phrases import (
    coordinated,
    noun_phrase,
    with_complement,
)
from factcheck.extraction.scopes import Place
from factcheck.model import Category, Items

_PARTING = frozenset([",", ";"])
_ORDINAL = ("st", "nd", "rd", "th")
_EXCLUSIVE = frozenset(["only", "solely", "exclusively"])


def categories(view: ClauseView) -> tuple[Category, ...]:
    """Return the classes that the subject is put into."""
    verb = view.clause.verb
    if verb is None:
        start = view.clause.start
    elif verb.first > 0 and view.tokens[verb.first - 1].lower == "there":
        return ()
    elif verb.copula or _names(view, verb.main, verb.passive):
        start = verb.last + 1
    else:
        return ()
    found = []
    if start < view.clause.end and view.tokens[start].lower == "as":
        start += 1
    while start < view.clause.end and view.tokens[start].tag in "R-":
        start += 1
    start = _member(view, start)
    if start >= view.clause.end or view.tokens[start].tag not in "DNA":
        return ()
    if _partitive(view, start):
        return ()
    while True:
        low, high = _class(view, start)
        terms = view.vocabulary.content(view.tokens, low, high)
        if not terms or view.tokens[high - 1].tag not in "NG":
            break
        found.append(Category(terms, view.cue(low, high)))
        start = high
        while start < view.clause.end and (
            view.tokens[start].tag == "C" or view.tokens[start].lower == ","
        ):
            start += 1
        if start in {high, view.clause.end}:
            break
    return tuple(found)


def _class(view: ClauseView, start: int) -> tuple[int, int]:
    """Return the range of a class without its figures: "a 1962 **film** starring Ada Lunn"."""
    tokens, end, low = view.tokens, view.clause.end, start + 1
    while low < end and tokens[low].tag in "%#" and not tokens[low].lower.endswith(_ORDINAL):
        low += 1
    figured = tokens[start].tag == "D" and low > start + 1 and low < end
    low, high = noun_phrase(tokens, low if figured else start, end)
    for index in range(low + 1, high - 1):
        told_of = tokens[index - 1].tag == "N" and tokens[index + 1].text[:1].isupper()
        if tokens[index].tag == "G" and told_of:
            return (low, index)
    return (low, high)


def _member(view: ClauseView, start: int) -> int:
    """Return where the class stands in "is **one of the rivers**", a rank being no class."""
    opening = [token.lower for token in view.tokens[start : start + 3]]
    ranked = start + 3 < view.clause.end and view.tokens[start + 3].lower.endswith(("est", "most"))
    return start + 2 if opening == ["one", "of", "the"] and not ranked else start


def _partitive(view: ClauseView, start: int) -> bool:
    words = [token.lower for token in view.tokens[start : start + 3]]
    return words[:2] == ["one", "of"] or words[:1] == ["what"] or "of" in words[1:2]


def _names(view: ClauseView, main: int, passive: bool) -> bool:
    lemma = view.tokens[main].lemma
    following = view.tokens[main + 1].lower if main + 1 < len(view.tokens) else ""
    if passive and lemma in {"call", "name", "term", "dub"}:
        return True
    if lemma in {
        "classify",
        "know",
        "describe",
        "regard",
        "define",
        "act",
        "serve",
        "function",
    }:
        return following == "as"
    return False


def items(view: ClauseView) -> tuple[Items, ...]:
    """Return the lists in the object, with what they are lists of."""
    start = view.object_start
    while start < view.clause.end and view.tokens[start].lower in _EXCLUSIVE:
        start += 1
    verb = view.clause.verb
    attribute = view.subject
    if verb is not None and view.tokens[verb.main].lemma not in LISTING_VERBS | {"be"}:
        attribute = (view.vocabulary.terms.of_base(view.tokens[verb.main].lemma),)
    for index in range(start, view.clause.end):
        token = view.tokens[index]
        if token.tag in "SWVXM":
            break
        opens = index == start or token.lower in {
            "through",
            "via",
            "by",
            "including",
            "include",
        }
        if not opens:
            continue
        first = index if index == start and token.tag in "DNA" else index + 1
        end = _list_end(view, first)
        if all(one.tag != "C" and one.lower not in _PARTING for one in view.tokens[first:end]):
            continue
        members = _members(view, first, end)
        if len(members) > 1:
            span = view.locate(Place(first, end))
            exclusive = any(t.lower in _EXCLUSIVE for t in view.tokens[view.object_start : first])
            return (Items(tuple(members), attribute, span, exclusive),)
    return _sole(view, start, attribute)


def _sole(view: ClauseView, start: int, attribute: tuple[str, ...]) -> tuple[Items, ...]:
    """Return a list of one that is said to be all: "takes **cards** only", "only **on foot**"."""
    verb, tokens, end = view.clause.verb, view.tokens, view.clause.end
    if verb is None or view.negated or start >= end:
        return ()
    low = start + (tokens[start].tag == "I")
    high = low + 1 if low < end and tokens[low].tag == "R" else noun_phrase(tokens, low, end)[1]
    if low < high and tokens[high - 1].lower in _EXCLUSIVE:
        high -= 1
    near = [*range(max(verb.first - 1, 0), start), high, high + 1]
    only = next((i for i in near if i < end and tokens[i].lower in _EXCLUSIVE), None)
    if only is None or tokens[only - 1].lower == "not":
        return ()
    plain = all(token.tag not in "#%O" for token in tokens[low:high])
    terms = view.vocabulary.content(tokens, low, high)
    if not terms or not plain:
        return ()
    return (Items((terms,), attribute, view.locate(Place(low, high)), True),)


def _list_end(view: ClauseView, start: int) -> int:
    end = start
    while end < view.clause.end and view.tokens[end].tag not in "SWVXMTG":
        token = view.tokens[end]
        repeated = start > 0 and token.lower == view.tokens[start - 1].lower
        if token.tag == "I" and token.lower != "of" and not repeated:
            break
        end += 1
    return end


def _members(view: ClauseView, start: int, end: int) -> list[tuple[str, ...]]:
    members = []
    copula = view.clause.verb is not None and view.clause.verb.copula
    for begin, high in coordinated(view.tokens, start, end):
        low = begin + (view.tokens[begin].tag == "I")
        if not any(token.tag in ("NA" if copula else "N") for token in view.tokens[low:high]):
            return []
        first, last = with_complement(view.tokens, low, high)
        terms = view.vocabulary.content(view.tokens, first, last)
        if terms:
            members.append(terms)
    return members
