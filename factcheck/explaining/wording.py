"""The words of an explanation that every way of showing it shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.explaining.explanation import (
    Condition,
    Contribution,
    Counterfactual,
    Entry,
    Hearing,
    HearingState,
    Relation,
)
from factcheck.model import Judgement, Span
from factcheck.reporting.wording import clean

_TELLING = 0.005
"""Points below which a feature says nothing: they would be shown as nought."""

_FEATURES = {
    "strength": "how clear the comparison is",
    "subject": "how much the subjects are one",
    "containment": "shared weight over the smaller claim's",
    "jaccard": "shared weight over that of all",
    "hedged": "claims that are hedged",
    "together": "put side by side on purpose",
    "seconded": "other rules that say the same",
    "opposed": "other rules that say otherwise",
    "opinion.agreement.held": "how much likelier than not the other judge holds it",
    "opinion.conflict.held": "how much likelier than not the other judge holds it",
    "opinion.agreement.together": "put side by side on purpose",
    "opinion.conflict.together": "put side by side on purpose",
}


def readings(entries: Iterable[Entry]) -> Iterator[str]:
    """Return the words of a claim that entries of the lexicon read: where, as what and by which."""
    groups: dict[tuple[str, str, Span], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.words, entry.feature, entry.span), []).append(entry)
    for (words, feature, span), found in groups.items():
        known = "; ".join(_known(entry) for entry in found)
        yield f"“{clean(words)}” at {span.start}: {feature}, by {known}"


def _known(entry: Entry) -> str:
    meaning = f" ({entry.meaning})" if entry.meaning else ""
    return f"“{clean(entry.entry)}” in {entry.key}{meaning}, {clean(entry.place)}"


def deciding(judgement: Judgement) -> tuple[str, str]:
    """Return the words of the two claims that decided."""
    return (
        clean(judgement.a.source.visible(judgement.a_evidence)),
        clean(judgement.b.source.visible(judgement.b_evidence)),
    )


def condition_words(condition: Condition) -> str:
    """Return how conditions of one kind stand to each other."""
    sides = [", ".join(map(clean, terms)) or "–" for terms in (condition.a, condition.b)]
    return f"{condition.kind}: {sides[0]} against {sides[1]} ({condition.state.value})"


def relation_words(relation: Relation) -> str:
    """Return what the lexicon knows of two words."""
    place = f", {clean(relation.place)}" if relation.place else ""
    words = f"“{clean(relation.a)}” and “{clean(relation.b)}”"
    return f"the lexicon knows {words}: {relation.kind}{place}"


def verdict(hearing: Hearing) -> str:
    """Return what became of a rule's word, with what it says where that counts."""
    state = hearing.state.value
    if hearing.stance is None or hearing.state is HearingState.SILENCED:
        return state
    return f"{state} {hearing.stance.value}, strength {hearing.strength:.2f}"


def telling(contribution: Contribution) -> bool:
    """Return whether a feature adds to a score, or takes from it, what two decimals show."""
    return abs(contribution.points) >= _TELLING


def feature(contribution: Contribution) -> str:
    """Return what a feature is about."""
    return _FEATURES.get(contribution.feature, f"base of {contribution.feature}")


def outcome(change: Counterfactual) -> str:
    """Return what would be found if something were otherwise."""
    if change.stance is None:
        return "no finding"
    return f"{change.stance.value} [{change.rule} {change.confidence:.2f}]"
