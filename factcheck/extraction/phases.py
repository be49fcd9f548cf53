"""Whether a clause tells that something is over, goes on or is still to come."""

from __future__ import annotations

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.function_words import FOCUS_ADVERBS, SAME_PAST
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import VerbGroup

_OVER = frozenset(["ended", "gone", "dropped"])
_GOING = frozenset(["lasting", "standing"])
_ENDING = {"lasting": "ended", "standing": "gone"}
"""What is over where what goes on is denied."""

_LONGEST = 3
"""Words behind the verb that an entry of the lexicon may have: "go **out of use**"."""

_DONE_TO = " something"
"""What an entry ends in whose verb tells the phase of what it is done to."""

_PRESENT = frozenset(["is", "are"])
_PAST = frozenset(["was", "were", "has", "have", "had", "did"])
_LASTING = frozenset(["remain", "continue"])
_FUTURE = frozenset(["will", "shall", "due", "set"])
_DATING = frozenset(["in", "on", "since", "until", "till", "after", "before"])
_EXPLAINING = frozenset(["by", "because", "when", "following", "as", "owing"])
_OFTEN = frozenset(["every", "daily", "hourly", "nightly", "twice", "once"])
_ELSE = frozenset(["as", "for", "to", "into", "like"])
_DEFINITE = frozenset("the this that these those it them its their his her our my".split())
_LIMITS = frozenset(
    "setting place origin population part restriction case question modality".split()
)


def phases(view: ClauseView, limits: tuple[str, ...]) -> tuple[str, ...]:
    """Return in what phase the subject is, or what an active verb is done to.

    Phases are ``ended``, ``gone`` (it stands no longer), ``dropped`` (it will not come), ``held``
    (it did come), ``lasting``, ``standing`` and ``planned``. They are returned as conditions:
    ``phase:ended`` of the subject, ``fate:ended`` of the object. Nothing is over that ends in one
    place, for a time or in part: "was withdrawn from Mill Lane", "is shut down on Mondays".

    Args:
        view: the clause.
        limits: its conditions so far.
    """
    verb = view.clause.verb
    if verb is None or view.tokens[verb.main].lemma not in view.vocabulary.phased:
        return ()
    names, after, kind = _named(view, verb)
    rest = view.tokens[after : view.clause.end]
    found = _told(view, names, rest, now="time:now" in limits) if names else frozenset()
    if found & _OVER:
        narrowed = any(limit.partition(":")[0] in _LIMITS for limit in limits)
        known = _is_definite(view) if kind == "phase" else rest[0].lower in _DEFINITE
        if narrowed or not known or (kind == "phase" and not _is_bare(rest, view)):
            return ()
    return tuple(f"{kind}:{name}" for name in sorted(found))


def _named(view: ClauseView, verb: VerbGroup) -> tuple[frozenset[str], int, str]:
    """Return what the lexicon says of a verb, the end of the entry, and of whom it holds."""
    tokens, stop = view.tokens, view.clause.end
    start = view.object_start
    while start < stop and tokens[start].lower in FOCUS_ADVERBS:
        start += 1
    for after in range(min(start + _LONGEST, stop), start - 1, -1):
        words = " ".join([tokens[verb.main].lemma, *(t.lower for t in tokens[start:after])])
        object_follows = after < stop and tokens[after].tag in "DNAO#"
        active = not verb.passive and object_follows and tokens[after].lower not in _OFTEN
        entry = words + _DONE_TO if verb.passive or active else words
        if entry in view.lexicon.phases:
            return frozenset(view.lexicon.phases[entry]), after, "fate" if active else "phase"
    return frozenset(), start, ""


def _told(
    view: ClauseView, names: frozenset[str], rest: list[Token], *, now: bool
) -> frozenset[str]:
    """Return which of the phases that a verb can tell it tells in its tense."""
    verb, tokens = view.clause.verb, view.tokens
    assert verb is not None
    group = tokens[verb.first : verb.last + 1]
    leading = {tokens[index].lemma for index in verb.chain}
    opening = rest[0].lower if rest else ""
    since = group[0].lower in {"has", "have"} and opening == "since"
    ending = frozenset(_ENDING[name] for name in names & _GOING)
    if view.negated:
        before = tokens[max(verb.first - 1, 0)].lower
        longer = before == "longer" or any(token.lower == "longer" for token in group)
        return ending if (since or longer) and not leading else frozenset()
    if any(token.lower in _FUTURE for token in group):
        coming = names & {"coming", "planned"} and leading <= {"be"}
        return frozenset(["planned"]) if coming else frozenset()
    if since:
        return names & _GOING
    if leading - _LASTING or any(token.lower == "being" for token in group):
        return frozenset()
    if group[0].lower in _PRESENT and tokens[verb.main].lemma == "be" and names & _OVER:
        return names & _OVER
    if _is_past(group[0]):
        return ending if opening in {"until", "till"} else names & (_OVER | {"held"})
    if group[0].lower not in _PRESENT and not _is_simple_present(group[0]):
        return frozenset()
    lasts = now or bool(({tokens[verb.main].lemma} | leading) & _LASTING)
    often = not rest or not rest[0].is_word or opening in _OFTEN
    going = _GOING if opening not in _ELSE and (lasts or often) else frozenset()
    return names & (going | {"planned"})


def _is_past(first: Token) -> bool:
    return first.lower in _PAST or (first.tag == "V" and not _is_simple_present(first))


def _is_simple_present(token: Token) -> bool:
    third = token.lower.endswith("s") and token.lower != token.lemma
    return token.tag == "V" and (third or token.lower == token.lemma) and (
        token.lower not in SAME_PAST
    )  # fmt: skip


def _is_bare(rest: list[Token], view: ClauseView) -> bool:
    """Return whether nothing narrows an end but its date or what brought it about."""
    if not rest or not rest[0].is_word or rest[0].lower in _EXPLAINING:
        return True
    if rest[0].lower == "last" and not any(token.is_word for token in rest[2:3]):
        return True
    dated = any(token.lower == "century" or token.is_year for token in rest)
    month = len(rest) > 1 and rest[1].lower in view.lexicon.months
    alone = not any(token.is_word for token in rest[1 + month :][:1])
    return rest[0].lower in _DATING and (dated or alone)


def _is_definite(view: ClauseView) -> bool:
    """Return whether what is over is one known thing, or all of them, and not one of a kind."""
    low, high = view.clause.subject
    if low >= high:
        return False
    first, last = view.tokens[low], view.tokens[high - 1]
    if first.tag == "O":
        return first.lower in _DEFINITE
    if first.tag == "D":
        return first.lower in _DEFINITE
    return first.tag in "NA" and not last.has_plural_ending
