"""What a clause says for a thing or against it: "well tolerated", "has drawbacks", "unproven"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.places import within
from factcheck.extraction.presences import amount_after, amount_before
from factcheck.extraction.scopes import Place
from factcheck.model import Appraisal, Change, Value

Band = tuple[float, float]

MERIT: Band = (0.4, 1.0)
STEP = 0.1
"""What the bands of the lexicon leave between a degree and its opposite."""

LITTLE = 0.3
"""The upper end of the low band of the lexicon's degrees: "few drawbacks" speaks for a thing. More
than that which still falls short of much ("not a high risk") speaks neither way."""

LONG_RECORD = 10 * 365.2425 * 86400
"""Seconds of study from which a thing counts as well tried: ten years, a choice."""

_LATELY = frozenset(["now", "nowadays", "again", "once", "formerly", "previously"])
_DENYING = frozenset(["not", "never", "no", "without"])
_COMPARING = frozenset("more less most least too how as".split())
_COUNTERED = frozenset("treat cure heal combat fight counter avoid prevent".split())
_WHO = frozenset(["who", "whom", "whose"])
_TRYING = frozenset("study research investigate test trial examine operate service".split())
_THEMES = {
    "permanence": frozenset("long-term lasting durability longevity lifespan lifetime".split()),
    "safety": frozenset("safe safety toxicity".split()),
    "effectiveness": frozenset("efficacy effectiveness usefulness".split()),
}
"""What a doubt may be about: "its long-term effects are unknown" speaks against permanence."""


def appraisals(
    view: ClauseView,
    main: tuple[str, ...],
    changes: tuple[Change, ...],
    values: tuple[Value, ...],
) -> tuple[Appraisal, ...]:
    """Return the appraisals in a clause.

    What is compared ("safer than"), holds for a time only ("is now safe"), is said to change
    ("reduces the risk") or fought ("treats the complications") is no appraisal of the subject. A
    clause whose subject only helps to speak of something else ("the side effects",
    "researchers") appraises the document's main matter.

    Args:
        view: the clause.
        main: terms of the document's main matter; empty where it has none.
        changes: what was read as rising or falling.
        values: the quantities that were read.
    """
    changed = {term for change in changes for term in change.of}
    found: dict[tuple[str, Band], Appraisal] = {}
    verb = view.clause.verb
    group = view.tokens[verb.first : verb.last + 2] if verb is not None else []
    if any(token.lower in _LATELY for token in group):
        return ()
    thing = _thing(view, main)
    stated = ((respect, degree, place, thing) for respect, degree, place in _stated(view, changed))
    for respect, degree, place, named in (*stated, *_tried(view, values)):
        own = view.vocabulary.content(view.tokens, place.start, place.end)
        of = tuple(term for term in named if term not in own) or main or named
        cue = view.cue(_with_amount(view, place.start), place.end)
        if of:
            found.setdefault((respect, degree), Appraisal(respect, *degree, of, cue))
    return tuple(found.values())


def _thing(view: ClauseView, main: tuple[str, ...]) -> tuple[str, ...]:
    named = tuple(term for term in view.subject if term not in view.vocabulary.frames)
    return named or main or view.subject


def _stated(view: ClauseView, changed: set[str]) -> Iterator[tuple[str, Band, Place]]:
    low, high = view.clause.subject
    spans = ((low, min(high, view.clause.start)), (view.clause.start, _end(view)))
    for start, end in spans:
        for first, last in within(view.cues, "appraisals", start, end):
            if _is_countered(view, first) or _is_measure(view, last):
                continue
            if changed & set(view.vocabulary.content(view.tokens, first, last)):
                continue
            entry = _entry(view, first, last)
            amount = 1.0 if _DENYING & set(entry.split()) else _most(view, first)
            if LITTLE < amount < 1:
                continue
            for known in view.lexicon.appraisals[entry]:
                if known.dimension != "reach" and _is_elsewhere(view, first, last):
                    continue
                if known.dimension == "reliability" and _befalls(view, first):
                    continue
                degree = (known.low, known.high)
                degree = _opposite(degree) if amount <= LITTLE else degree
                yield known.dimension, degree, Place(first, last)
                if known.dimension == "maturity" and degree[0] == 0:
                    for respect in _themes(token.lower for token in view.tokens[start:end]):
                        yield respect, degree, Place(first, last)


def _end(view: ClauseView) -> int:
    """Return where a clause ends, with the words that tell which people it speaks of."""
    end = view.clause.end
    if end >= len(view.tokens) or view.tokens[end].lower not in _WHO:
        return end
    following = range(end, len(view.tokens))
    return next((i for i in following if not view.tokens[i].is_word), len(view.tokens))


def _opposite(degree: Band) -> Band:
    """Return what a denial leaves: "not dangerous" is no praise, "no side effects" is."""
    low, high = degree
    return (high + STEP, 1.0) if low == 0 else (0.0, low - STEP)


def _themes(words: Iterable[str]) -> list[str]:
    present = set(words)
    return [respect for respect, theme in _THEMES.items() if theme & present]


def _tried(
    view: ClauseView, values: tuple[Value, ...]
) -> Iterator[tuple[str, Band, Place, tuple[str, ...]]]:
    """Yield a long record of study or service: "researchers have studied it for 20 years"."""
    verb = view.clause.verb
    inside = view.tokens[view.clause.start : view.clause.end]
    if verb is None or not any(token.lemma in _TRYING for token in inside):
        return
    objects = [] if verb.passive else view.conjuncts(view.object_start, view.clause.end)
    thing = objects[0] if objects else view.subject
    if any(v.scale == "duration" and v.interval.low >= LONG_RECORD for v in values):
        yield "maturity", MERIT, Place(verb.first, verb.last + 1), thing


def _most(view: ClauseView, index: int) -> float:
    """Return the most that there can be of what is named at ``index``, from 0 to 1.

    A frequency counts as an amount: "rarely on time" is as good as late.
    """
    proportions = view.lexicon.proportions
    for token in view.tokens[max(view.clause.start, index - 2) : index]:
        if token.tag == "R" and token.lower in proportions:
            return proportions[token.lower][1]
    if index and view.tokens[index - 1].tag == "R" and _lessens(view, index - 1):
        return LITTLE + STEP
    low, high = view.clause.subject
    after = amount_after(view) if low <= index < high else None
    return (after or amount_before(view, index))[1]


def _lessens(view: ClauseView, index: int) -> bool:
    """Return whether an adverb takes something off: "**modestly** effective" is still effective."""
    degrees = view.lexicon.degrees.get(view.tokens[index].lower, ())
    return any(degree.high <= LITTLE for degree in degrees)


def _with_amount(view: ClauseView, first: int) -> int:
    """Return where the words begin that say how much there is of what is named: "a low risk"."""
    while first > 0 and (
        view.tokens[first - 1].tag == "A"
        or view.tokens[first - 1].lower in view.lexicon.negative_determiners
    ):
        first -= 1
    return first


def _entry(view: ClauseView, first: int, last: int) -> str:
    """Return the lexicon's form of a phrase that was found: as written, or in base forms."""
    tokens = view.tokens[first:last]
    written = " ".join(token.lower for token in tokens)
    base = " ".join(token.lemma or token.lower for token in tokens)
    return written if written in view.lexicon.appraisals else base


def _is_elsewhere(view: ClauseView, first: int, last: int) -> bool:
    """Return whether something else is appraised: "a safe place", "widely used as a dye"."""
    token = view.tokens[first]
    verb = view.clause.verb
    before = view.tokens[first - 1].lower if first else ""
    if token.tag == "N" and token.text[0].isupper() and first > view.clause.start:
        return True
    if last < view.clause.end and view.tokens[last].lower == "as":
        return True
    if last - first > 1 or token.tag not in "ARP":
        return False
    if before in _COMPARING or (verb is not None and first < verb.first):
        return True
    if verb is not None and verb.copula:
        between = view.tokens[verb.last + 1 : first]
        return any(token.tag in "IS" for token in between)
    follows = last < view.clause.end and view.tokens[last].tag in "NA"
    return follows and view.tokens[last].lemma not in view.lexicon.generic


def _befalls(view: ClauseView, index: int) -> bool:
    """Return whether something is done to another thing: "coffee **delays** sleep"."""
    verb = view.clause.verb
    acts = verb is not None and index == verb.main and not verb.passive
    return (
        acts
        and view.object_start < view.clause.end
        and (view.tokens[view.object_start].tag in "DNAOQ#%")
    )


def _is_measure(view: ClauseView, last: int) -> bool:
    """Return whether a word only opens the name of a measure: "a **hazard** ratio of 0.6"."""
    return last < len(view.tokens) and view.tokens[last].lemma == "ratio"


def _is_countered(view: ClauseView, first: int) -> bool:
    return any(
        token.tag in "VGPT" and token.lemma in _COUNTERED
        for token in view.tokens[max(view.clause.start, first - 4) : first]
    )
