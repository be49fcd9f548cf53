"""Proper names, which keep like things apart: the Orla Bridge is not the Tann Bridge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.judging.context import Context
from factcheck.lexicon.terms import Terms
from factcheck.model import Claim

_CAPITALS = r"([A-Z][\w’'–-]*(?: [A-Z][\w’'–-]*)*)"
_JOINED = re.compile(r"[A-Z]\w+(?:[–-][A-Z]\w+)+")
_NAME = re.compile(
    rf"(?P<the>\b(?:[Tt]he|[Aa]n?) )?(?P<name>{_CAPITALS})(?(the)(?: (?P<noun>[a-z-]+))?)"
)
_OF = re.compile(
    rf"([a-z-]+) (?:of|at|in|on|over|under|beneath|beside|behind|near|for|to) (?:the )?{_CAPITALS}"
)
_BEHIND = re.compile(rf"\b([a-z]+) {_CAPITALS}")
_ABOUT = re.compile(
    r"\b(?:[Oo]f|[Aa]t|[Oo]n|[Ww]ith|[Ff]rom|[Oo]pposite|[Bb]eside|[Pp]ast|[Aa]long)"
    rf" (?:the )?{_CAPITALS}"
)
_LINKING = frozenset("of with from for against about".split())

Name = tuple[str, frozenset[str]]
"""The term of what a thing is, and those that name it."""


def named_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether each claim names a thing of one kind that the other knows nothing of.

    "In the Orla Museum" against "a ticket to the Tann Museum": whatever is said of them, it is
    said of two museums.
    """
    named = context.once(_by_kind, b)
    for kind, found in context.once(_by_kind, a).items():
        for others in named.get(kind, ()):
            for own in found:
                if own != others and _told_apart(own, others, a, b, context):
                    return True
    return False


def unnamed(a: Claim, b: Claim, shared: Iterable[str], context: Context) -> bool:
    """Return whether all that two claims name alike are nouns that name many things.

    Where a manual has a "close event" and a "spawn event" and ten more, "the event is emitted" and
    "no more events are emitted" are about two of them.
    """
    if context.manifold.isdisjoint(shared):
        return False
    said = {*a.predicate, *b.predicate}
    return context.manifold.issuperset(term for term in shared if term not in said)


def _told_apart(
    own: frozenset[str], others: frozenset[str], a: Claim, b: Claim, context: Context
) -> bool:
    """Return whether two names share nothing, or one has a word more that sets things apart.

    "The New Orla Bridge" is not "the Orla Bridge".
    """
    mine, theirs = own - b.vocabulary, others - a.vocabulary
    if mine and theirs:
        return mine == own and theirs == others
    more = mine or theirs
    return bool(more) and more <= context.contrasts


def _by_kind(claim: Claim, context: Context) -> dict[str, list[frozenset[str]]]:
    """Return the names in a claim by what they are of."""
    found: dict[str, list[frozenset[str]]] = {}
    for kind, name in names(claim, context):
        found.setdefault(kind, []).append(name)
    return found


def names(claim: Claim, context: Context) -> tuple[Name, ...]:
    """Return the names in a claim, by the words that may say what they name.

    Such a word stands at either end of a name of several words, "the Orla Bridge" and "Lake Orla",
    or right behind a name, "the Orla warbler". A subject also tells whose it is: "the toll of
    Orla". What stands behind one word in both may likewise be told apart, "improves with
    Orlatin", and so may all that a claim is about: "the roof of the Orla Bridge" is not that "at
    the Tann Tower". Initials and the words for somebody's office make no difference: "Dr A. Lind"
    may be "Anna Lind".
    """
    telling = claim.vocabulary - context.relations.roles
    named = (
        (kind, frozenset(word for word in words if telling.issuperset(word.split("–"))))
        for kind, words in _named(claim, context.relations.terms)
    )
    return tuple(dict.fromkeys(name for name in named if name[1]))


def _named(claim: Claim, terms: Terms) -> Iterator[tuple[str, list[str]]]:
    """Yield what may say what a name is of, with the other words of the name, as terms."""
    for match in _NAME.finditer(claim.text):
        words = _terms(match["name"], terms)
        noun = terms.of(match["noun"]) if match["noun"] else ""
        if noun in claim.vocabulary.difference(claim.predicate):
            yield noun, words
        if len(words) > 1:
            yield words[-1], words[:-1]
            yield words[0], words[1:]
    for word, name in _BEHIND.findall(claim.text):
        if word in _LINKING or terms.of(word) in claim.predicate:
            yield f"{word} …", _terms(name, terms)
    about = [name for match in _ABOUT.findall(claim.text) for name in _terms(match, terms)]
    yield "about", about
    if claim.subject is not None:
        for noun, name in _OF.findall(claim.subject.text):
            yield f"{terms.of(noun)} of", _terms(name, terms)


def _terms(name: str, terms: Terms) -> list[str]:
    """Return the words of a name as terms, without what only opens a sentence and initials.

    Two names that are joined, as in "the Vik-Orla line", make one term.
    """
    words = (word.removesuffix("’s").removesuffix("'s") for word in name.split())
    return [
        _term(word, terms)
        for place, word in enumerate(words)
        if len(word) > 1 and (place or word.lower() not in terms.lexicon.stopwords)
    ]


def _term(word: str, terms: Terms) -> str:
    parts = re.split("[–-]", word.lower()) if _JOINED.fullmatch(word) else [word.lower()]
    return "–".join(sorted(terms.of(part) for part in parts))
