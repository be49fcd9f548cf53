"""What most of something comes from: of several causes only one can be the main one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.similarity import mutual
from factcheck.model import Certainty, Claim, Polarity, Stance
from factcheck.model.frozen import immutable

SAME_EFFECT = 0.75
"""Shared weight over both together from which two claims explain the same."""

_MOST = r"(?:most(?: of)?|the (?:majority|bulk|greater part|better part) of)(?: the| its| all)?"
_MAINLY = r"(?:mainly|mostly|chiefly|largely|primarily|predominantly|principally)"
_DUE = (
    r"(?:caused by|due to|down to|the result of|the fault of|because of|brought about by|done by"
    r"|blamed on|attributable to|the work of|explained by|made by)"
)
_IS = r"(?:is|are|was|were|comes?|came|stems?|stemmed|results?|resulted)"
_CAUSE = r"(?:cause|reason|source|driver|culprit|explanation)s?"
_MAIN = (
    r"(?:main|chief|leading|principal|primary|biggest|greatest|commonest|most common|number one)"
)
_CAUSING = (
    r"(?:causes?|caused|does|do|did|explains?|explained|makes?|made"
    r"|produces?|produced|generates?|generated|provides?|provided|supply|supplies|supplied)"
)
_FORMS = tuple(
    re.compile(rf"(?i)^{form}(?=[.,;]|$)")
    for form in (
        rf"{_MOST} (?P<of>.+?) {_IS}(?: \w+ly)? (?:{_DUE}|from) (?P<by>[^,;.]+)",
        rf"(?P<of>.+?) {_IS} (?:{_MAINLY} {_DUE}|due {_MAINLY} to|{_MAINLY} from) (?P<by>[^,;.]+)",
        rf"(?P<by>.+?) {_CAUSING} {_MOST} (?P<of>[^,;.]+)",
        rf"the {_MAIN} {_CAUSE} (?:of|for|behind) (?P<of>.+?) {_IS} (?P<by>[^,;.]+)",
        rf"(?P<by>.+?) {_IS} the {_MAIN} {_CAUSE} (?:of|for|behind) (?P<of>[^,;.]+)",
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@immutable(auto_attribs=True, frozen=True)
class MainCause:
    """What most of something is due to.

    Attributes:
        of: the terms of what is explained.
        by: those of its cause.
        words: the cause, as the claim has it.
    """

    of: tuple[str, ...]
    by: tuple[str, ...]
    words: str


def main_causes(claim: Claim, context: Context) -> tuple[MainCause, ...]:
    """Return what a claim calls the main cause of something, or says that most of it is due to."""
    if claim.polarity is Polarity.NEGATED or claim.certainty is Certainty.HEDGED:
        return ()
    return tuple(_read(claim, context))


def _read(claim: Claim, context: Context) -> Iterator[MainCause]:
    for form in _FORMS:
        found = form.match(claim.text)
        if found:
            of, by = (_terms(found[part], context) for part in ("of", "by"))
            if of and by:
                yield MainCause(of, by, found["by"])
            return


def explained_otherwise(
    a: Claim, b: Claim, alignment: Alignment, context: Context
) -> Finding | None:
    """Compare what two claims call the main cause of the same thing."""
    if {"place", "population", "setting", "time", "name"} & set(alignment.differing):
        return None
    for one in context.once(main_causes, a):
        for other in context.once(main_causes, b):
            if mutual(one.of, other.of, context) < SAME_EFFECT:
                continue
            aspect = tuple(term for term in one.of if term in other.of)
            label, words = context.label(aspect), f"“{one.words}” against “{other.words}”"
            alike = any(context.of_one_kind(x, y) for x in one.by for y in other.by)
            if not alike:
                rationale = f"They put most of {label} down to two causes: {words}."
                return Finding(
                    "answer", Stance.CONTRADICTS, 0.75, rationale, aspect, a.span, b.span
                )
            if set(one.by) == set(other.by):
                rationale = f"Both put most of {label} down to the same: {words}."
                return Finding("answer", Stance.AGREES, 0.7, rationale, aspect, a.span, b.span)
    return None


def _terms(text: str, context: Context) -> tuple[str, ...]:
    terms = context.relations.terms
    return tuple(
        dict.fromkeys(
            part
            for word in _WORD.findall(text.lower())
            if word not in terms.lexicon.stopwords
            for part in terms.parts(word)
        )
    )
