"""What a date is the date of: the event that a clause tells."""

from __future__ import annotations

from math import inf

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, head_position, noun_phrase
from factcheck.extraction.quantities import Quantity
from factcheck.extraction.switches import switched
from factcheck.extraction.tokens import Token
from factcheck.model import Interval

_STATIVE = frozenset(
    "be have contain cost live stand remain include know own need belong exist lie hold".split()
)
_UNTIL = frozenset(["until", "till", "through"])
_SINCE = frozenset(["since", "from"])
_STARTING = frozenset(["start", "opening"])
_EDGES = _STARTING | {"end", "closing"}
_LONGEST = 3
"""Words behind a verb that an entry of the lexicon may have: "take **out of use**"."""

_REQUIRING = frozenset(["must", "should", "shall", "need"])
_SUBMITTING = frozenset(
    "be submit send hand reach arrive receive return file lodge deliver turn post pay".split()
)
_DEADLINE = "event:deadline"
_MADE = ("event:release", "event:building")
"""Events by which works are dated: "a 1971 novel", "a 1905 bridge"."""


def dated(
    tokens: list[Token],
    clause: Clause,
    quantity: Quantity,
    index: int,
    after: int,
    vocabulary: Vocabulary,
) -> list[tuple[Interval, tuple[str, ...]]]:
    """Return what the date at ``tokens[index:after]`` says: days, and what happened in them.

    What happened is the verb, each event that it can stand for as ``event:name``, and, where it
    is done to something besides the subject, ``of`` with that thing; ``when`` for a state.
    "From 1974 to 1980" is a period, and tells as well when something began and when it ended;
    "until 1980" only tells the latter, and "not until 1980" when it happened.
    """
    if _describes(tokens, clause, index, after):
        return [(quantity.interval, ("date", *_MADE))]
    thing = _modified(tokens, clause, after, vocabulary)
    if thing:
        return [(quantity.interval, ("date", "of", *thing))]
    if _is_due(tokens, clause, quantity, index):
        latest = Interval(quantity.interval.high, quantity.interval.high)
        return [(latest, ("due", _DEADLINE))]
    if clause.verb is not None and clause.verb.copula and index == clause.verb.last + 1:
        return [(quantity.interval, _dated_noun(tokens, clause, vocabulary))]
    verb, names, thing = _event(tokens, clause, index, vocabulary)
    word = quantity.text.split()[0].lower()
    if verb and clause.verb and len(quantity.named) == 1 and word in _UNTIL | _SINCE:
        if word in _UNTIL and _denied(tokens, clause):
            return [(quantity.named[0], (verb, *names, *thing))]
        phrase = f"{tokens[clause.verb.main].lemma} {word}"
        edge = "event:end" if word in _UNTIL else "event:start"
        return [(quantity.named[0], (verb, *(_named(phrase, vocabulary) or (edge,))))]
    fronted = index < clause.subject[0] and clause.kind != "dated"
    timeless = not names and (verb in _STATIVE or fronted)
    told = (verb, *names, *thing) if verb and not timeless else ("when",)
    found = [(quantity.interval, told)]
    if verb and len(quantity.named) == 2 and word != "between":
        first, last = quantity.named
        found += [(first, (verb, "event:start")), (last, (verb, "event:end"))]
    return found


def _named(phrase: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the events that words stand for: "**date from** 1740"."""
    return tuple(f"event:{name}" for name in vocabulary.lexicon.events.get(phrase, ()))


def _modified(
    tokens: list[Token], clause: Clause, after: int, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Return the noun that a date stands before: "the 1994 **prize**", "a 1970 **memoir** Dawn"."""
    if after >= clause.end or tokens[after].tag not in "NA":
        return ()
    low, high = noun_phrase(tokens, after, clause.end)
    named = (
        index
        for index in range(low + 1, high)
        if tokens[index].text[0].isupper()
        and tokens[index - 1].tag == "N"
        and tokens[index - 1].text[0].islower()
    )
    head = head_position(tokens, low, next(named, high))
    return vocabulary.parts(tokens[head])[-1:] if head is not None else ()


def _dated_noun(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what a subject is that is itself a date: "the **deadline** was 3 May"."""
    head = head_position(tokens, *clause.subject)
    if head is None:
        return ("when",)
    named = tokens[head].lower
    names = _named(f"{tokens[head - 1].lower} {named}", vocabulary) or _named(named, vocabulary)
    return (*vocabulary.parts(tokens[head])[-1:], *names)


def clocked(
    tokens: list[Token], clause: Clause, index: int, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Return what the time of day at ``index`` is the time of: "clock" with an edge or a verb.

    "Open from 9 am", "opens at 9 am" and "starts at 9 am" tell the same edge.
    """
    before = tokens[index - 1].lower if index else ""
    if before in {"from", "between", "after", "since"}:
        return ("clock", "event:start")
    if before in {"until", "till", "to", "and", "before", "–", "-"}:
        return ("clock", "event:end")
    near = (token for token in reversed(tokens[max(clause.start, index - 3) : index]))
    named = [vocabulary.lexicon.events.get(token.lemma or token.lower, ()) for token in near]
    verb, names, _ = _event(tokens, clause, index, vocabulary)
    for told in (*named, tuple(name.removeprefix("event:") for name in names)):
        if _EDGES & set(told):
            return ("clock", "event:start" if _STARTING & set(told) else "event:end")
    return ("clock", verb)


def _is_due(tokens: list[Token], clause: Clause, quantity: Quantity, index: int) -> bool:
    """Return whether something has to be done by a date: "must be in by 1 May", "due on 1 May"."""
    verb = clause.verb
    if verb is None:
        return False
    if verb.copula and any(t.lower == "due" for t in tokens[verb.last + 1 : index]):
        return all(t.tag in "IR" for t in tokens[verb.last + 2 : index])
    required = any(t.lower in _REQUIRING for t in tokens[verb.first : verb.main])
    required = required and tokens[verb.main].lemma in _SUBMITTING
    return required and not quantity.interval.bounded and quantity.interval.high < inf


def _denied(tokens: list[Token], clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and any(t.tag == "-" for t in tokens[verb.first : verb.last + 1])


def _describes(tokens: list[Token], clause: Clause, index: int, after: int) -> bool:
    """Return whether a date stands before the noun that says what the subject is."""
    if clause.verb is None or not clause.verb.copula or after >= clause.end:
        return False
    between = tokens[clause.verb.last + 1 : index]
    return tokens[after].tag in "NA" and bool(between) and all(t.tag in "DAR" for t in between)


def _event(
    tokens: list[Token], clause: Clause, index: int, vocabulary: Vocabulary
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the verb that the date at ``index`` belongs to, its events, and what it is done to."""
    if clause.verb is None:
        return "", (), ()
    verb, start = tokens[clause.verb.main], clause.verb.last + 1
    nearest = next((i for i in range(index - 1, start - 1, -1) if tokens[i].tag in "PG"), None)
    opens = start < clause.end and tokens[start].lower in vocabulary.lexicon.events
    if clause.verb.copula and nearest is None and opens:
        nearest = start  # "was born" and the like, where an adjective tells the event
    if nearest is not None and clause.verb.copula:
        # "is a novel published in 1920": the participle speaks of what the subject is.
        verb, start = tokens[nearest], nearest + 1
    names, start = _names(verb, tokens, start, vocabulary)
    if nearest is not None and nearest == start and set(names) & {"event:start", "event:end"}:
        edge = "event:start" if "event:start" in names else "event:end"
        return vocabulary.terms.of_base(tokens[nearest].lemma), (edge,), ()
    if nearest is not None and nearest > start:
        return "", (), ()
    low, high = noun_phrase(tokens, start, index if index > start else clause.end)
    head = head_position(tokens, low, high)
    thing = vocabulary.parts(tokens[head])[-1:] if head is not None else ()
    return (
        switched(tokens, clause) or vocabulary.terms.of_base(verb.lemma or verb.lower),
        names,
        ("of", *thing) if thing else (),
    )


def _names(
    verb: Token, tokens: list[Token], start: int, vocabulary: Vocabulary
) -> tuple[tuple[str, ...], int]:
    """Return the events of a verb, its particle or noun read with it, and where that ends."""
    lemma = verb.lemma or verb.lower
    for stop in range(min(start + _LONGEST, len(tokens)), start - 1, -1):
        phrase = " ".join([lemma, *(token.lower for token in tokens[start:stop])])
        names = _named(phrase, vocabulary)
        if names:
            return names, stop
    return (), start
