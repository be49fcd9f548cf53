"""What a clause says as a sentence that can be read alone."""

from __future__ import annotations

import re

from factcheck.extraction.clause import Clause, object_gap
from factcheck.extraction.phrases import rendered
from factcheck.extraction.subjects import is_expletive
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import VerbGroup

_CLITIC_BE = re.compile(r"^['’]s\b")


def restated(tokens: list[Token], clause: Clause, subject: str) -> str:
    """Return the proposition of a clause about ``subject``, whose words may be empty.

    Names in ``tokens`` are in full already.
    """
    end = clause.end
    while end > clause.start and not tokens[end - 1].is_word and tokens[end - 1].lower not in {
        ")", "”", "%", '"',
    }:  # fmt: skip
        end -= 1
    verb = clause.verb
    if verb is None or (clause.kind == "participial" and tokens[verb.main].tag == "P"):
        lead, body = "", _description(tokens, clause, end)
    else:
        start = _predicate_start(tokens, clause, verb)
        lead, body = _lead(tokens, clause, start), _predicate(tokens, clause, verb, (start, end))
    body = _CLITIC_BE.sub("is", body)
    sentence = _unquoted(" ".join(part for part in (lead, subject, body) if part))
    return sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith((".", "!")) else ".")


def _unquoted(words: str) -> str:
    """Return a statement without the marks of a quotation around it or cut by the clause.

    A mark stays where its other one stands within: 'is called a "garden"'.
    """
    for opening, closing in ('""', "“”"):
        inside = words[1:-1]
        whole = opening not in inside and closing not in inside
        if words.startswith(opening) and (whole or closing not in inside):
            words = words[1:].lstrip()
        if words.endswith(closing) and (whole or opening not in inside):
            words = words[:-1].rstrip(" .,")
    return words


def _description(tokens: list[Token], clause: Clause, end: int) -> str:
    """Return what is said without a finite verb: "the yawl, **[is] an 8 m boat**"."""
    part = clause.verb is not None and clause.subject[1] == clause.verb.first
    last = tokens[clause.subject[1] - 1]
    several = last.lower == "them" or last.has_plural_ending
    start = clause.subject[1] if part else clause.start
    words = rendered(tokens, start, end)
    words = words[:1].lower() + words[1:] if start == 0 else words
    return f"{'are' if several else 'is'} {words}"


def _predicate_start(tokens: list[Token], clause: Clause, verb: VerbGroup) -> int:
    """Return where the words begin that follow the subject, adverbs before the verb included."""
    start = verb.first if clause.kind != "participial" else clause.start
    if clause.start <= clause.subject[1] < start and clause.subject[0] < clause.subject[1]:
        start = clause.subject[1]
    while start < verb.first and not tokens[start].is_word:
        start += 1
    if any(tokens[i].tag not in "R-C" for i in range(start, verb.first)):
        start = verb.first
        while tokens[start - 1].tag in "R-" and start > clause.subject[1]:
            start -= 1
    return start


def _predicate(tokens: list[Token], clause: Clause, verb: VerbGroup, place: tuple[int, int]) -> str:
    """Return the words from the verb on, with its auxiliary and what a relative clause has gone."""
    start, end = place
    body = rendered(tokens, start, end)
    gap = object_gap(tokens, clause)
    if gap is not None:
        behind = rendered(tokens, verb.last + 1, end)
        filler = rendered(tokens, *gap)
        if tokens[gap[0]].tag == "D":
            filler = filler[:1].lower() + filler[1:]
        body = f"{rendered(tokens, start, verb.last + 1)} {filler} {behind}".rstrip()
    helped = any(token.tag in "XM" for token in tokens[start : verb.main])
    if tokens[verb.main].tag == "P" and not helped:
        body = f"{_auxiliary(tokens, start)} {body}"
    return body


def _lead(tokens: list[Token], clause: Clause, start: int) -> str:
    """Return the words before the subject: "**In 1903** the brothers flew"."""
    if is_expletive(tokens, clause):
        return rendered(tokens, clause.start, start)
    before = clause.subject[0] if clause.start <= clause.subject[0] < start else start
    fronted = clause.kind == "main" or (
        clause.kind == "independent" and tokens[clause.start].tag == "I"
    )
    return rendered(tokens, clause.start, before) if fronted else ""


def _auxiliary(tokens: list[Token], index: int) -> str:
    """Return the auxiliary that a participle shares with the verb before it."""
    shared = (t.lower for t in reversed(tokens[:index]) if t.tag == "X")
    return next(shared, "is")
