"""Quantities and degrees bound to what they are the value of."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, noun_phrase
from factcheck.extraction.quantities import STATISTIC, Quantity
from factcheck.extraction.tokens import Token
from factcheck.model import Interval, Passage, Value

_COMPARED = frozenset(
    "more less fewer higher lower longer shorter larger smaller greater older younger"
    " further taller wider cheaper dearer faster slower better worse".split()
)
_RELATIVE_TO = frozenset("above below from off away inland".split())
_STATIVE = frozenset(
    "be have contain cost live stand remain include know own need belong exist lie hold".split()
)
_DIMENSIONS = {
    "tall": "height",
    "high": "height",
    "long": "length",
    "wide": "width",
    "broad": "width",
    "deep": "depth",
    "thick": "thickness",
    "old": "age",
}
_LATENCY = frozenset(["within", "in", "after", "inside"])
_EXTENT = frozenset(["for", "over", "throughout", "during"])
_TAKING = frozenset(["take", "require", "need"])
_LASTING = frozenset("last continue persist endure remain complete finish".split())


def values(
    passage: Passage,
    tokens: list[Token],
    clause: Clause,
    read: tuple[Quantity, ...],
    subject: tuple[str, ...],
    vocabulary: Vocabulary,
) -> tuple[Value, ...]:
    """Return the quantities and degrees in a clause, each with the terms of its attribute."""
    found: list[Value] = []
    if clause.end <= clause.start:
        return ()
    low, high = tokens[clause.start].start, tokens[clause.end - 1].end
    if clause.kind == "main" and clause.cover[0] < clause.start:
        low = tokens[clause.start].start
    for quantity in read:
        if quantity.scale == STATISTIC or not low <= quantity.start < high:
            continue
        index = next(
            (i for i in range(len(tokens)) if tokens[i].end > quantity.start), clause.start
        )
        if _denied(tokens, index, vocabulary):
            continue
        after = next(
            (i for i in range(index, len(tokens)) if tokens[i].start >= quantity.end), len(tokens)
        )
        found.append(
            Value(
                scale=quantity.scale,
                interval=quantity.interval,
                text=quantity.text,
                span=passage.locate(quantity.start, quantity.end),
                approximate=quantity.approximate,
                attribute=_attribute(tokens, clause, quantity, index, after, subject, vocabulary),
            )
        )
    found.extend(_degrees(passage, tokens, clause, vocabulary, subject))
    found.extend(_shares(passage, tokens, clause, vocabulary, found))
    return tuple(found)


def _denied(tokens: list[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Return whether a quantity is what something is not: "days rather than hours"."""
    before = [token.lower for token in tokens[max(0, index - 2) : index]]
    return " ".join(before) in vocabulary.lexicon.negative_prepositions or before == [",", "not"]


def _attribute(
    tokens: list[Token],
    clause: Clause,
    quantity: Quantity,
    index: int,
    after: int,
    subject: tuple[str, ...],
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    terms = vocabulary.terms
    verb = clause.verb
    if after < len(tokens) and tokens[after].lower in _COMPARED:
        return ("difference", *subject[-1:])
    main = tokens[verb.main].lemma if verb is not None else ""
    rate = next(
        (i for i in range(after, min(after + 4, len(tokens) - 1)) if tokens[i].lower == "per"), None
    )
    if rate is not None:
        return ("per", *vocabulary.content(tokens, rate + 1, rate + 2), *subject[-1:])
    if quantity.scale == "duration":
        return _time_role(tokens, clause, index, after, main, vocabulary)
    if quantity.scale == "date" and (main in _STATIVE or index < clause.subject[0]):
        return ("when",)
    if quantity.scale == "date":
        return (terms.of_base(main),) if main else ()
    if quantity.scale.startswith(("count", "proportion")):
        noun = quantity.noun or (quantity.unit if quantity.scale.startswith("count") else "")
        if noun:
            return tuple(terms.of(word.lower()) for word in noun.split())[-2:]
    if quantity.scale == "length" and after < len(tokens) and tokens[after].lower in _RELATIVE_TO:
        return (tokens[after].lower,)
    measured = _measured(tokens, clause, index, after, vocabulary)
    if measured:
        return measured
    return (terms.of_base(main),) if main and main not in {"be", "have"} else subject[-1:]


def _measured(
    tokens: list[Token], clause: Clause, index: int, after: int, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Read "29 m tall", "a height of 29 m", "a 29 m tower", "its range is 18 miles"."""
    if after < len(tokens) and tokens[after].lower in _DIMENSIONS:
        return (vocabulary.terms.of(_DIMENSIONS[tokens[after].lower]),)
    if after < len(tokens) and tokens[after].lower in vocabulary.lexicon.degrees:
        return vocabulary.parts(tokens[after])
    if after < len(tokens) and tokens[after].tag in "N" and after < clause.end:
        low, high = noun_phrase(tokens, after, clause.end)
        return vocabulary.content(tokens, low, high)[-1:]
    position = index - 1
    while (
        position > clause.start and tokens[position].tag in "RI" and tokens[position].lower != "of"
    ):
        position -= 1
    if tokens[position].lower == "of" and position > 0 and tokens[position - 1].tag == "N":
        return vocabulary.parts(tokens[position - 1])
    return ()


def _time_role(
    tokens: list[Token], clause: Clause, index: int, after: int, main: str, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Tell how long until something happens from how long it goes on."""
    window = [token.lower for token in tokens[max(clause.start, index - 4) : after]]
    behind = [token.lemma for token in tokens[after : after + 4]]
    noun_follows = after < min(len(tokens), clause.end) and tokens[after].tag in "NA"
    if "-" in tokens[index].lower or (noun_follows and "time" not in window):
        low, high = noun_phrase(tokens, after, clause.end)
        noun = vocabulary.content(tokens, low, high)
        if noun:
            return ("extent", *noun[-1:])
    if main in _TAKING or _until(tokens, after):
        finishing = any(lemma in _LASTING for lemma in behind)
        return ("extent",) if finishing else ("latency",)
    if main in _LASTING:
        return ("extent",)
    if "ago" in behind[:1] or "since" in window:
        return ("past",)
    if "every" in window or "each" in window:
        return ("interval",)
    for word in reversed(window):
        if word in _EXTENT or word in {"last", "past"}:
            return ("extent",)
        if word in _LATENCY:
            return ("latency",)
    return ("duration",)


def _until(tokens: list[Token], after: int) -> bool:
    """Return whether a duration is one until something comes about: "two weeks to show effects".

    Further times may be coordinated with it: "weeks or even a long time to show effects".
    """
    index = after
    while index < len(tokens) and (tokens[index].tag in "CDRAN" or tokens[index].lower == "as"):
        index += 1
    coordinated = index == after or tokens[after].tag == "C" or tokens[after].lower == "as"
    return (
        coordinated
        and index + 1 < len(tokens)
        and (tokens[index].tag == "T" and tokens[index + 1].tag in "VX")
    )


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
        degrees = vocabulary.lexicon.degrees.get(token.lower, ())
        if token.lower in vocabulary.lexicon.proportions:
            continue
        named = token.text[0].isupper() and index > 0
        if not degrees or token.tag not in "AR" or named or _standalone(tokens, index):
            continue
        nouns = _qualified(tokens, index, clause, vocabulary) or subject[-1:]
        for degree in degrees[:1]:
            found.append(
                Value(
                    scale="degree",
                    interval=Interval(degree.low, degree.high),
                    text=passage.text[token.start : token.end],
                    span=passage.locate(token.start, token.end),
                    attribute=(degree.dimension, *nouns),
                )
            )
    return found


def _standalone(tokens: list[Token], index: int) -> bool:
    """Return whether a degree word serves something else: "less expensive", "as many as"."""
    before = tokens[index - 1].lower if index else ""
    return before in {"less", "least", "not", "too", "how", "as"}


def _qualified(
    tokens: list[Token], index: int, clause: Clause, vocabulary: Vocabulary
) -> tuple[str, ...]:
    if tokens[index].tag == "R":
        verb = clause.verb
        return (vocabulary.terms.of_base(tokens[verb.main].lemma),) if verb is not None else ()
    low, high = noun_phrase(tokens, index + 1, clause.end)
    return vocabulary.content(tokens, low, high)[-2:]


def _shares(
    passage: Passage,
    tokens: list[Token],
    clause: Clause,
    vocabulary: Vocabulary,
    known: list[Value],
) -> list[Value]:
    """Read quantifiers and frequencies: "most patients", "rarely fails"."""
    found: list[Value] = []
    taken = [value.span for value in known]
    low = (
        min(clause.start, clause.subject[0])
        if clause.subject[0] < clause.subject[1]
        else clause.start
    )
    for start, end in vocabulary.cues["proportions"].places(tokens, low, clause.end):
        span = passage.locate(tokens[start].start, tokens[end - 1].end)
        if tokens[start].tag in "N" or any(span.overlap(other) for other in taken):
            continue
        proportions = vocabulary.lexicon.proportions
        as_written = " ".join(token.lower for token in tokens[start:end])
        as_lemmas = " ".join(token.lemma or token.lower for token in tokens[start:end])
        bounds = proportions.get(as_written) or proportions[as_lemmas]
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
                passage.text[tokens[start].start : tokens[end - 1].end],
                span,
                attribute=kind,
            )
        )
    return found
