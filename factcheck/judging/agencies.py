"""Who stands in which relation to a thing: designed it, owns it, runs it, paid for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging.context import Context
from factcheck.model import Claim, Mention
from factcheck.model.frozen import immutable

_BY = re.compile(r"\bby\s+(?P<who>.+)")
_WORK = re.compile(
    r"\b(?:to|from|after|by)\s+(?:the\s+|an?\s+)?(?P<work>[a-z]+)\s+(?:of|by)\s+(?P<who>.+)"
)
_ROLES = (
    re.compile(r"(?i)the (?P<role>[a-z]+) of (?P<thing>.+)"),
    re.compile(r"(?P<thing>.+)['’]s? (?P<role>[a-z]+)"),
)
_END = re.compile(
    r"[,;:(]|\s(?:in|on|at|from|for|to|as|with|after|before|between|who|which|when|during|since)\s"
)
_CAPITAL = re.compile(r"\b[A-Z]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TURNED = frozenset(["to", "from"])
"""What stands behind a verb whose doer is not its subject: "belong **to**", "rent **from**"."""


@immutable(auto_attribs=True, frozen=True)
class Agency:
    """Who did what to a thing, or has it.

    Attributes:
        name: what was done: an agency of the lexicon ("ownership"), or the term of a verb.
        thing: the words for what it was done to.
        about: their terms, the head last.
        who: the words for who did it.
        known: whether the thing was named before.
    """

    name: str
    thing: str
    about: tuple[str, ...]
    who: str
    known: bool = False


def agencies(claim: Claim, context: Context) -> Iterator[Agency]:
    """Yield who a claim says did something of which a thing has one doer."""
    subject, complement = claim.subject, claim.object
    if subject is None or complement is None or not subject.terms:
        return
    known = context.relations.agencies
    for phrase, name in known.items():
        if phrase.split()[0] in claim.predicate:
            yield from _done(name, phrase, subject, complement, context)
    work = _WORK.search(complement.text)
    if work and (name := known.get(context.relations.terms.of(work["work"]), "")):
        yield Agency(name, subject.text, subject.terms, _ended(work["who"]))
    if claim.predicate == ("be",):
        for one, other in ((subject, complement), (complement, subject)):
            found = filter(None, (role.fullmatch(_ended(one.text)) for role in _ROLES))
            for role in found:
                if name := known.get(context.relations.terms.of(role["role"].lower()), ""):
                    thing = role["thing"]
                    yield Agency(name, thing, _terms(thing, context), _ended(other.text))


def _done(
    name: str, phrase: str, subject: Mention, complement: Mention, context: Context
) -> Iterator[Agency]:
    """Yield an agency told by a verb and what the lexicon has behind it."""
    verb, _, behind = phrase.partition(" ")
    text, doer = complement.text, _BY.search(complement.text)
    if behind in _TURNED:
        before, _, who = f" {text}".partition(f" {behind} ")
        thing = before.strip()
        if who and thing:
            yield Agency(name, thing, _terms(thing, context), _ended(who))
        elif who:
            yield Agency(name, subject.text, subject.terms, _ended(who))
    elif doer and (not behind or text.startswith(f"{behind} by ")):
        who = _ended(_doer(doer["who"]))
        yield Agency(name, subject.text, subject.terms, who, subject.resolved)
    elif not doer and f"{text} ".lower().startswith(behind):
        thing = _ended(text[len(behind) :].strip())
        # What is said besides may tell two works of a kind apart: "wrote the novel in Oslo".
        works = name == verb
        about = complement.terms if works else _terms(thing, context)
        yield Agency(name, thing, about, _ended(subject.text))


def _doer(text: str) -> str:
    """Return who stands behind "by", by name where that is added: "by a firm, **Norbo Lines**"."""
    first, _, added = text.partition(", ")
    return added if added[:1].isupper() and not _CAPITAL.search(first) else first


def _ended(text: str) -> str:
    """Return a noun phrase without what follows it."""
    return _END.split(text, maxsplit=1)[0]


def _terms(text: str, context: Context) -> tuple[str, ...]:
    """Return the terms of a noun phrase, those of what stands behind "of" first."""
    terms = context.relations.terms
    return tuple(
        part
        for phrase in reversed(text.lower().split(" of "))
        for word in _WORD.findall(phrase)
        if word not in terms.lexicon.stopwords
        for part in terms.parts(word)
    )
