"""Quantities and degrees bound to what they are the value of."""

from __future__ import annotations

from factcheck.extraction.attributes import attribute
from factcheck.extraction.clause import Clause
from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.events import dated
from factcheck.extraction.holders import holder
from factcheck.extraction.phrases import Vocabulary, as_written, noun_phrase, reach
from factcheck.extraction.placed import Placed
from factcheck.extraction.places import within
from factcheck.extraction.quantities import STATISTIC, Quantity
from factcheck.extraction.ranks import ranks
from factcheck.extraction.tokens import Token
from factcheck.model import Interval, Passage, Value
from factcheck.model.value import DATES, TIME_OF_DAY

_TIMES = (*DATES, TIME_OF_DAY)
_CHANGED = frozenset(["down", "up"])
_VERSUS = frozenset(["versus", "vs", "v"])


def values(view: ClauseView, passage: Passage, read: tuple[Quantity, ...]) -> tuple[Value, ...]:
    """Return the quantities and degrees in a clause, each with the terms of its attribute."""
    tokens, clause, vocabulary = view.tokens, view.clause, view.vocabulary
    subject = view.subject
    found: list[Value] = []
    if clause.end <= clause.start:
        return ()
    low, high = reach(tokens, clause.start, clause.end)
    if clause.kind == "main" and clause.cover[0] < clause.start:
        low = tokens[clause.start].start
    for quantity in read:
        if quantity.scale == STATISTIC or not low <= quantity.start < high:
            continue
        index = next(
            (i for i in range(len(tokens)) if tokens[i].end > quantity.start), clause.start
        )
        if _denied(tokens, index, quantity, vocabulary):
            continue
        if _held_against(tokens, clause.start, index):
            continue
        after = next(
            (i for i in range(index, len(tokens)) if tokens[i].start >= quantity.end), len(tokens)
        )
        placed = Placed(tokens, clause, quantity, index, after, subject, vocabulary)
        is_date = quantity.scale in DATES
        bound = (
            dated(tokens, clause, quantity, index, after, vocabulary)
            if is_date
            else [(quantity.interval, attribute(placed))]
        )
        scale = quantity.scale
        if scale == "ratio" and bound[0][1][:1] == ("difference",):
            # What doubled has risen by all that it was, what was halved has fallen by half.
            scale, bound = "proportion", [(_added(bound[0][0]), bound[0][1])]
        found.extend(
            Value(
                scale=scale,
                interval=interval,
                text=quantity.text,
                span=passage.locate(quantity.start, quantity.end),
                approximate=quantity.approximate,
                attribute=of,
                holder=() if is_date else holder(placed),
            )
            for interval, of in bound
        )
    found.extend(ranks(passage, tokens, clause, vocabulary))
    measured = {value.span.end for value in found}
    found.extend(
        degree
        for degree in _degrees(passage, tokens, clause, vocabulary, subject)
        # In "29 metres tall" and "six years old" the measure is the degree.
        if not any(0 <= degree.span.start - end <= 1 for end in measured)
    )
    found.extend(_shares(passage, view, found))
    return tuple(found)


def _added(ratio: Interval) -> Interval:
    """Return by what share of itself something changes that becomes so many times as much."""
    return Interval(abs(ratio.low - 1), abs(ratio.high - 1))


def _denied(tokens: list[Token], index: int, quantity: Quantity, vocabulary: Vocabulary) -> bool:
    """Return whether a quantity is what something is not: "days rather than hours".

    What is "free from 8 pm" is so from then on.
    """
    before = [token.lower for token in tokens[max(0, index - 2) : index]]
    if before == ["free", "from"] and quantity.scale in _TIMES:
        return False
    return " ".join(before) in vocabulary.lexicon.negative_prepositions or before == [",", "not"]


def _held_against(tokens: list[Token], start: int, index: int) -> bool:
    """Return whether a quantity is of what a thing is held against: "8 %, **down from** 9 %"."""
    for place in range(index - 1, start - 1, -1):
        word = tokens[place].lower
        if word in _CHANGED and tokens[place + 1].lower == "from":
            return True
        if word in _VERSUS or (word == "compared" and tokens[place + 1].lower in {"to", "with"}):
            return True
        if not tokens[place].is_word and word in {",", ";", "("}:
            return False
    return False


def _degrees(
    passage: Passage,
    tokens: list[Token],
    clause: Clause,
    vocabulary: Vocabulary,
    subject: tuple[str, ...],
) -> list[Value]:
    """Read adjectives and adverbs of degree: "rapid relief", "works quickly", "is expensive".

    Only the predicate states a degree; one that only describes the subject is taken for granted.
    """
    found: list[Value] = []
    low = clause.verb.first if clause.verb is not None else clause.start
    for index in range(low, clause.end):
        token = tokens[index]
        if token.tag not in "AR" or token.lower in vocabulary.lexicon.proportions:
            continue
        degrees = vocabulary.lexicon.degrees.get(token.lower, ())
        named = token.text[0].isupper() and index > 0
        if not degrees or named or _standalone(tokens, index) or _of_another(tokens, clause, index):
            continue
        nouns = _qualified(tokens, index, clause, vocabulary) or subject[-1:]
        for degree in degrees[:1]:
            found.append(
                Value(
                    scale="degree",
                    interval=Interval(degree.low, degree.high),
                    text=as_written(passage.text, tokens, index, index + 1),
                    span=passage.locate(token.start, token.end),
                    attribute=(degree.dimension, *nouns),
                )
            )
    return found


def _standalone(tokens: list[Token], index: int) -> bool:
    """Return whether a degree word serves something else: "less expensive", "as many as"."""
    before = tokens[index - 1].lower if index else ""
    if tokens[index].lower == "short" and index + 1 < len(tokens):
        return tokens[index + 1].lower == "of"
    return before in {"less", "least", "not", "too", "how", "as"}


def _of_another(tokens: list[Token], clause: Clause, index: int) -> bool:
    """Return whether an adverb is of an adjective, not of what is done: "a greatly reduced fee"."""
    if tokens[index].tag != "R" or index + 1 >= clause.end:
        return False
    within = clause.verb is not None and index + 1 <= clause.verb.last
    return tokens[index + 1].tag in "AP" and not within


def _qualified(
    tokens: list[Token], index: int, clause: Clause, vocabulary: Vocabulary
) -> tuple[str, ...]:
    if tokens[index].tag == "R":
        verb = clause.verb
        return (vocabulary.terms.of_base(tokens[verb.main].lemma),) if verb is not None else ()
    low, high = noun_phrase(tokens, index + 1, clause.end)
    return vocabulary.content(tokens, low, high)[-2:]


def _shares(passage: Passage, view: ClauseView, known: list[Value]) -> list[Value]:
    """Read quantifiers and frequencies: "most patients", "rarely fails"."""
    tokens, clause, vocabulary = view.tokens, view.clause, view.vocabulary
    found: list[Value] = []
    taken = [value.span for value in known]
    low = (
        min(clause.start, clause.subject[0])
        if clause.subject[0] < clause.subject[1]
        else clause.start
    )
    for start, end in within(view.cues, "proportions", low, clause.end):
        span = passage.locate(tokens[start].start, tokens[end - 1].end)
        between = clause.subject[1] <= start < clause.start
        if between or tokens[start].tag in "N" or any(span.overlap(other) for other in taken):
            continue
        proportions = vocabulary.lexicon.proportions
        written = " ".join(token.lower for token in tokens[start:end])
        as_lemmas = " ".join(token.lemma or token.lower for token in tokens[start:end])
        bounds = proportions.get(written) or proportions[as_lemmas]
        first, last = noun_phrase(tokens, end, clause.end)
        noun = vocabulary.content(tokens, first, last)[-1:]
        counted = tokens[start].tag in "D#O%"
        superlative = start > 0 and tokens[start - 1].lower == "the"
        if counted and (superlative or not noun):
            continue
        kind = ("share", *noun) if counted else ("frequency",)
        found.append(
            Value(
                "proportion",
                Interval(*bounds),
                as_written(passage.text, tokens, start, end),
                span,
                attribute=kind,
            )
        )
    return found
