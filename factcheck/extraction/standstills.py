"""What a clause says has not changed: "has not changed", "kept its rate unchanged"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.gradings import compared_with_then
from factcheck.extraction.phrases import head_position, noun_phrase, with_complement
from factcheck.model import Change, Direction

_CHANGING = frozenset(["change", "alter", "vary", "budge", "fluctuate"])
_MOVING = frozenset(["move", "shift"])
_KEEPING = frozenset(["keep", "leave", "hold", "maintain"])
_STAYING = frozenset(["stay", "remain", "stand"])
_AS_BEFORE = frozenset(["unchanged", "unaltered", "steady", "stable", "constant", "flat"])
_HARDLY = frozenset(["barely", "hardly", "scarcely"])
_ALTERATION = frozenset(["change", "alteration", "shift", "movement"])
_OF = frozenset(["in", "to", "at"])
_WHERE_IT_WAS = [
    [opening, *was] for opening in ("where", "as") for was in (("it", "was"), ("they", "were"))
]
_FIGURES = frozenset(
    "price cost fare fee rent wage salary pay income profit loss revenue turnover sale spending tax"
    " rate figure number level amount share proportion percentage average total result mark score"
    " grade output production yield harvest demand supply consumption attendance population"
    " membership unemployment employment inflation debt temperature pressure weight speed traffic"
    " crime mortality turnout popularity value volume index budget deficit".split()
)
"""What has more or less of itself, and no place that it could leave."""


def standstills(view: ClauseView) -> list[Change]:
    """Return what a clause says has stayed as it was."""
    verb = view.clause.verb
    if verb is None:
        return []
    if any(token.lower == "my" for token in view.tokens[slice(*view.clause.subject)]):
        # What one person tells of themselves is of nobody else.
        return []
    found = list(_no_change(view))
    if verb.passive or not view.subject:
        return found
    return [*found, *_by_verb(view)]


def _by_verb(view: ClauseView) -> Iterator[Change]:
    """Yield what the verb tells: "has not changed", "stayed where it was", "is as before"."""
    verb = view.clause.verb
    assert verb is not None
    lemma, start = view.tokens[verb.main].lemma, view.object_start
    before = {token.lower for token in view.tokens[verb.first - 1 : verb.main]}
    denied = view.negated or bool(before & _HARDLY)
    if (lemma in _CHANGING or (lemma in _MOVING and _is_figure(view))) and denied:
        following = view.tokens[start : view.clause.end][:1]
        if not any(token.tag in "DNAO#Q" for token in following):
            yield _still(view, view.subject, verb.first, verb.last + 1)
    elif lemma in _KEEPING and not view.negated:
        low, high = noun_phrase(view.tokens, start, view.clause.end)
        states = [i for i in range(start + 1, min(high + 1, view.clause.end))
                  if view.tokens[i].lower in _AS_BEFORE]  # fmt: skip
        of = view.vocabulary.matter(view.tokens, low, states[0]) if states else ()
        if of:
            cue = view.cue(states[0], states[0] + 1)
            yield Change(Direction.UNCHANGED, of, cue, by=view.subject)
    elif view.negated:
        return
    elif lemma in _STAYING and [t.lower for t in view.tokens[start : start + 3]] in _WHERE_IT_WAS:
        yield _still(view, view.subject, verb.main, start + 3)
    elif verb.copula:
        words = [token.lower for token in view.tokens[start : start + 2]]
        if words[:1] == ["flat"] and _is_figure(view):
            yield _still(view, view.subject, start, start + 1)
        if words == ["the", "same"] and compared_with_then(view, start + 2, "as"):
            yield _still(view, view.subject, start, start + 2)


def _no_change(view: ClauseView) -> Iterator[Change]:
    """Yield what there was no change of: "saw **no change in the crime rate**"."""
    for index in range(view.clause.start, view.clause.end - 2):
        token, following = view.tokens[index], view.tokens[index + 1]
        if token.lemma not in _ALTERATION or token.tag != "N" or following.lower not in _OF:
            continue
        low = index
        while low > view.clause.start and view.tokens[low - 1].tag in "AR":
            low -= 1
        negative = view.lexicon.negative_determiners
        if low > view.clause.start and view.tokens[low - 1].lower in negative:
            high = with_complement(view.tokens, index + 2, view.clause.end)[1]
            of = view.vocabulary.matter(view.tokens, index + 2, high)
            if of:
                yield _still(view, of, low - 1, index + 1)


def _still(view: ClauseView, of: tuple[str, ...], start: int, end: int) -> Change:
    return Change(Direction.UNCHANGED, of, view.cue(start, end))


def _is_figure(view: ClauseView) -> bool:
    """Return whether the subject is what has a figure, and no place: "prices have not moved"."""
    low, high = view.clause.subject
    head = head_position(view.tokens, *noun_phrase(view.tokens, low, high))
    return head is not None and view.tokens[head].lemma in _FIGURES
