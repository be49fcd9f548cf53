"""What a clause says increases, decreases or stays as it is."""

from __future__ import annotations

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.phrases import (
    noun_phrase,
    with_complement,
)
from factcheck.extraction.tokens import Token
from factcheck.model import Change, Direction


def changes(view: ClauseView) -> tuple[Change, ...]:
    """Return every increase and decrease, with what it is of."""
    found: list[Change] = []
    ranges = [(view.clause.start, view.clause.end)]
    if view.clause.kind == "relative":
        ranges.insert(0, view.clause.subject)
    for start, end in ranges:
        for index in range(start, end):
            token = view.tokens[index]
            sign, read = _sign(view, token), _targets
            if sign is None and _has_no_effect(view, index):
                sign, read = "same", _affected
            if sign is None or _is_presupposed(view, index):
                continue
            for target in read(view, index, end):
                direction = _direction(view, sign, target)
                denied = view.negated and sign != "same" and _under_denial(view, index)
                cue = view.cue(index, index + 1)
                change = Change(direction, target, cue, negated=denied)
                if change not in found:
                    found.append(change)
    return tuple(found)


def _under_denial(view: ClauseView, index: int) -> bool:
    """Return whether the clause's negation reaches the word of change."""
    verb = view.clause.verb
    if verb is None or view.tokens[index].tag in "NA":
        return True
    behind_copula = verb.copula and index > verb.last
    return behind_copula or index in (verb.main, *verb.chain)


def _has_no_effect(view: ClauseView, index: int) -> bool:
    """Return whether "no effect on" stands at a noun, or "stays the same" at "same"."""
    token = view.tokens[index]
    verb = view.clause.verb
    if token.lower == "same" and verb is not None:
        return view.tokens[verb.main].lemma in {"stay", "remain", "keep"}
    before = {t.lower for t in view.tokens[max(0, index - 3) : index]}
    follows = index + 1 < view.clause.end and view.tokens[index + 1].lower == "on"
    none = bool(before & view.lexicon.negative_determiners) or view.negated
    return token.lemma in {"effect", "impact", "influence", "bearing"} and follows and none


def _affected(view: ClauseView, index: int, end: int) -> list[tuple[str, ...]]:
    if view.tokens[index].lower == "same":
        return [view.subject] if view.subject else []
    return view.conjuncts(index + 2, end)


def _is_presupposed(view: ClauseView, index: int) -> bool:
    """Return whether a change is only named in the subject: "this rise in prices worries …"."""
    low, high = view.clause.subject
    return low <= index < high and view.tokens[index].tag in "NG"


def _sign(view: ClauseView, token: Token) -> str | None:
    if token.tag not in "VGPNA" or not token.is_word:
        return None
    lexicon = view.lexicon
    for name, words in (
        ("up", lexicon.increases),
        ("down", lexicon.decreases),
        ("same", lexicon.unchanged),
        ("better", lexicon.improves),
        ("worse", lexicon.worsens),
    ):
        if token.lemma in words or token.lower in words:
            return name
    if token.lower.startswith("anti-") and len(token.lower) > 7:
        return "against"
    return None


def _direction(view: ClauseView, sign: str, target: tuple[str, ...]) -> Direction:
    if sign in {"better", "worse"}:
        harmful = view.vocabulary.harmful(target)
        sign = "up" if (sign == "better") != harmful else "down"
    return {"up": Direction.INCREASES, "down": Direction.DECREASES,
            "against": Direction.DECREASES, "same": Direction.UNCHANGED}[sign]  # fmt: skip


def _targets(view: ClauseView, index: int, end: int) -> list[tuple[str, ...]]:
    """Return what changes: object, subject, "of" complement or modified noun."""
    token = view.tokens[index]
    content = view.vocabulary.content
    if token.lower.startswith("anti-"):
        return [view.vocabulary.terms.parts(token.lower)]
    verb = view.clause.verb
    passive = verb is not None and verb.main == index and verb.passive
    if token.tag in "VG" or (token.tag == "P" and not passive):
        following = view.conjuncts(index + 1, end)
        if following:
            return following
        if index + 1 < end and view.tokens[index + 1].tag == "O":
            return []
        is_main = verb is not None and index == verb.main
        return [view.subject] if is_main and view.subject else []
    if passive:
        return [view.subject] if view.subject else []
    if token.tag == "N":
        return _noun_targets(view, index, end)
    low, high = noun_phrase(view.tokens, index + 1, end)
    terms = content(view.tokens, low, with_complement(view.tokens, low, end)[1])
    if not terms and verb is not None and not verb.copula and index > verb.last + 1:
        # "left traffic unchanged": the adjective tells what became of the object.
        object_terms = content(view.tokens, verb.last + 1, index)
        return [object_terms] if object_terms else []
    if not terms and verb is not None and verb.copula and index > verb.main:
        return [view.subject] if view.subject else []
    return [terms] if terms and high > low else []


def _noun_targets(view: ClauseView, index: int, end: int) -> list[tuple[str, ...]]:
    content = view.vocabulary.content
    if index + 1 < end and view.tokens[index + 1].lower in {"of", "in", "to"}:
        targets = view.conjuncts(index + 2, end)
        if targets:
            return targets
    low = index
    while low > 0 and view.tokens[low - 1].tag in "NAQ":
        low -= 1
    terms = content(view.tokens, low, index)
    return [terms] if terms else []
