"""What a clause says has not changed: "has not changed", "kept its rate unchanged"."""

from __future__ import annotations

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.phrases import noun_phrase
from factcheck.model import Change, Direction

_CHANGING = frozenset(["change", "alter", "vary", "budge", "fluctuate"])
_KEEPING = frozenset(["keep", "leave", "hold", "maintain"])
_AS_BEFORE = frozenset(["unchanged", "unaltered", "steady", "stable", "constant", "flat"])


def standstills(view: ClauseView) -> list[Change]:
    """Return what a clause says has stayed as it was."""
    verb = view.clause.verb
    if verb is None or verb.passive or not view.subject:
        return []
    if any(token.lower == "my" for token in view.tokens[slice(*view.clause.subject)]):
        # What one person tells of themselves is of nobody else.
        return []
    lemma = view.tokens[verb.main].lemma
    start = view.object_start
    if lemma in _CHANGING and view.negated:
        following = view.tokens[start : view.clause.end][:1]
        if any(token.tag in "DNAO#Q" for token in following):
            return []
        cue = view.cue(verb.first, verb.last + 1)
        return [Change(Direction.UNCHANGED, view.subject, cue)]
    if lemma in _KEEPING and not view.negated:
        low, high = noun_phrase(view.tokens, start, view.clause.end)
        states = [i for i in range(start + 1, min(high + 1, view.clause.end))
                  if view.tokens[i].lower in _AS_BEFORE]  # fmt: skip
        of = view.vocabulary.matter(view.tokens, low, states[0]) if states else ()
        if of:
            cue = view.cue(states[0], states[0] + 1)
            return [Change(Direction.UNCHANGED, of, cue, by=view.subject)]
    return []
