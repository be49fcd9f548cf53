"""Clauses without a finite verb: participial phrases and appositions."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.clause import TIMES, WEEKDAYS, Clause, phrase_before
from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import VerbGroup

_DIMENSIONS = frozenset("tall high long wide deep thick old across".split())
_POSTURES = frozenset("stand sit lie lean kneel crouch wait".split())
_PARTING = frozenset([",", "—", "("])
_SUCCESSION = frozenset(["before", "after"])
APPOSITIVE_DETERMINERS = frozenset(["a", "an", "another", "the", "one"])


def with_participles(tokens: list[Token], found: list[Clause]) -> list[Clause]:
    """Split off ", leading to …" behind a clause and "Given by …," before one."""
    out: list[Clause] = []
    places: list[int] = []
    for one in found:
        moved = one.parent >= 0 and places[one.parent] != one.parent
        whole = evolve(one, parent=places[one.parent]) if moved else one
        head = _leading_participle(tokens, whole)
        clause = whole
        if head is not None:
            out.append(head)
            start = max(whole.cover[0], whole.subject[0])
            clause = evolve(whole, start=start, cover=(start, whole.cover[1]))
        group = clause.verb
        assert group is not None
        inserted = _inserted_participle(tokens, clause)
        if inserted is not None:
            out.append(inserted)
            cover = (clause.subject[0], clause.cover[1])
            clause = evolve(clause, start=group.first, cover=cover)
        told = _told_of_subject(tokens, clause)
        if told is not None:
            out.append(told)
        places.append(len(out))
        tail = next(
            (
                index
                for index in range(group.last + 2, clause.end)
                if (
                    tokens[index].tag == "G"
                    and (
                        _after_comma(tokens, index)
                        or _meanwhile(tokens, clause, index)
                        or (
                            tokens[index - 1].lower in _SUCCESSION
                            and any(token.is_word for token in tokens[index + 1 : index + 2])
                        )
                    )
                )
                or _some_of_them(tokens, index)
            ),
            None,
        )
        if tail is None:
            out.append(clause)
            continue
        leads = tokens[tail - 1].tag == "R" or tokens[tail - 1].lower in {"while", *_SUCCESSION}
        start = tail - 1 if leads else tail
        subject = clause.subject
        if tokens[tail].tag == "P":
            start = max(i for i in range(tail) if tokens[i].lower == ",") + 1
            subject = (start, tail)
        stop = start - 1 if tokens[start - 1].lower == "," else start
        out.append(evolve(clause, end=stop, cover=(clause.cover[0], stop)))
        verb = VerbGroup(tail, tail, tail, passive=tokens[tail].tag == "P")
        out.append(
            Clause(
                "participial",
                start,
                clause.end,
                (start, clause.end),
                subject,
                verb,
                len(out) - 1,
            )
        )
    return out


def _inserted_participle(tokens: list[Token], clause: Clause) -> Clause | None:
    """Return what stands between a subject and its verb: "The mill, **built in 1890**, closed"."""
    assert clause.verb is not None
    low, high = clause.subject
    comma, stop = high, clause.verb.first - 1
    if clause.start != low or low == high or stop - comma < 3:
        return None
    participle = comma + 1 + (tokens[comma + 1].tag == "R")
    fits = tokens[comma].lower == tokens[stop].lower == "," and tokens[participle].tag in "PG"
    if not fits:
        return None
    verb = VerbGroup(participle, participle, participle, passive=tokens[participle].tag == "P")
    return Clause("participial", comma + 1, stop, (low, stop), clause.subject, verb)


def _told_of_subject(tokens: list[Token], clause: Clause) -> Clause | None:
    """Return what a participle says of one thing: "a bridge **built in 1890** carries the line"."""
    low, high = clause.subject
    place = next((i for i in range(low + 2, high - 1) if tokens[i].tag == "P"), None)
    if place is None or clause.start > low:
        return None
    head = tokens[place - 1]
    one = tokens[low].lower in APPOSITIVE_DETERMINERS and head.lemma == head.lower
    follows = head.tag == "N" and tokens[place + 1].tag == "I"
    if not (one and follows) or any(token.tag in "VXMW" for token in tokens[low:high]):
        return None
    verb = VerbGroup(place, place, place, passive=True)
    return Clause("participial", place, high, (low, high), (low, place), verb)


def _some_of_them(tokens: list[Token], index: int) -> bool:
    """Return whether a participle tells of some of what was named: ", all of them **built** in"."""
    words = [token.lower for token in tokens[max(0, index - 5) : index]]
    return tokens[index].tag == "P" and words[-2:] == ["of", "them"] and "," in words


def _meanwhile(tokens: list[Token], clause: Clause, index: int) -> bool:
    """Return whether a participle tells what else the subject does: "sits there **reading**"."""
    before = tokens[index - 1]
    rests = clause.verb is not None and tokens[clause.verb.main].lemma in _POSTURES
    beside = before.lower == "while" and clause.kind != "relative"
    return beside or (rests and before.tag in "NR")


def _after_comma(tokens: list[Token], index: int) -> bool:
    previous = tokens[index - 1]
    if previous.tag == "R" and index > 1:
        previous = tokens[index - 2]
    return previous.lower == ","


def _leading_participle(tokens: list[Token], clause: Clause) -> Clause | None:
    start, first = clause.start, clause.subject[0]
    if clause.subject[0] == clause.subject[1] or tokens[start].tag not in "PG":
        return None
    if first - start < 4 or tokens[first - 1].lower != ",":
        return None
    passive = tokens[start].tag == "P"
    verb = VerbGroup(start, start, start, passive=passive)
    return Clause("participial", start, first - 1, (start, first - 1), clause.subject, verb)


def with_appositions(tokens: list[Token], found: list[Clause]) -> list[Clause]:
    """Return the clauses with one more for every apposition: "BDNF, a protein, …"."""
    out = list(found)
    for index in [i for i in range(1, len(tokens) - 1) if tokens[i].lower in _PARTING]:
        span = _measured(tokens, index) or _apposition(tokens, index)
        if span is None:
            continue
        head, body = span
        parent = next(
            (i for i, clause in enumerate(found) if clause.cover[0] <= index < clause.cover[1]), -1
        )
        if parent >= 0 and out[parent].end == body[1] and tokens[index].lower == ",":
            whole = out[parent]
            out[parent] = evolve(whole, end=index, cover=(whole.cover[0], index))
        out.append(Clause("apposition", body[0], body[1], (head[0], body[1]), head, None, parent))
        out = [_about(one, head, body) for one in out]
    return out


def _about(clause: Clause, head: tuple[int, int], body: tuple[int, int]) -> Clause:
    """Return a clause on an apposition as one on the thing: "lead, a metal **that** corrodes"."""
    of_it = clause.kind == "relative" and clause.cover[0] == body[0] and clause.start == body[1]
    return evolve(clause, subject=head) if of_it and clause.subject == body else clause


def _apposition(tokens: list[Token], index: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the noun phrase and its apposition around the comma, dash or bracket at ``index``."""
    sign = tokens[index].lower
    if tokens[index - 1].tag not in "N" and tokens[index - 1].lower != ")":
        return None
    opener = tokens[index + 1]
    if opener.lower not in APPOSITIVE_DETERMINERS and not (sign == "—" and opener.tag == "D"):
        return None
    end = index + 1
    while end < len(tokens) and tokens[end].lower not in {",", "—", ")", ";", ".", ":", "?", "!"}:
        aim = tokens[end - 1].tag == "T"
        if (tokens[end].tag in "VXMSW" and not aim) or (tokens[end].tag == "C" and sign == ","):
            break
        end += 1
    stopped = tokens[end].tag if end < len(tokens) else "."
    if stopped in "VXM" and sign != "—":
        return None
    if stopped == "C" and any(token.tag in "PI" for token in tokens[index + 1 : end]):
        rest = next((i for i in range(end, len(tokens)) if tokens[i].tag in "VXM,;."), len(tokens))
        if rest >= len(tokens) - 1 and tokens[rest - 1].is_word:
            end, stopped = rest, "."
    body = (index + 1, end)
    listed = _list_end(tokens, end) if sign == "," else None
    if listed is not None:
        made_of = any(token.lower == "of" for token in tokens[index:end])
        if not made_of or tokens[end + 1].tag == "D" or opener.lower == "the":
            return None
        body = (index + 1, listed)
    if stopped == "C" or end - index < 3:
        return None
    low, high = phrase_before(tokens, index)
    inner = [i for i in range(low, high - 1) if tokens[i].lower == "of"]
    head = (inner[-1] + 1 if inner else low, high)
    last = tokens[head[1] - 1]
    leading = [token.lower for token in tokens[max(0, head[0] - 4) : head[0]]]
    if leading[-1:] == ["to"] and "from" in leading:
        # What "from Vik to Orla, the first line" puts in may be the line.
        return None
    if last.lower in WEEKDAYS or last.lemma in TIMES:
        return None
    if last.has_plural_ending and opener.lower in {"a", "an", "another", "one"}:
        return None
    named = any(token.text[0].isupper() for token in tokens[slice(*head)] if token.tag == "N")
    if opener.lower == "the" and sign == "," and not (named or stopped == "W"):
        return None
    return (head, body) if head[0] < head[1] else None


def _measured(tokens: list[Token], comma: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return a subject and its measure between commas: "the keep, **28 metres tall**, was"."""
    if tokens[comma].lower != "," or tokens[comma - 1].tag != "N":
        return None
    end = next((i for i in range(comma + 1, len(tokens)) if not tokens[i].is_word), len(tokens))
    inside = tokens[comma + 1 : end]
    measures = len(inside) > 2 and inside[0].tag in "#IR" and inside[-1].lower in _DIMENSIONS
    verb = tokens[end + 1 : end + 2]
    closed = end < len(tokens) and tokens[end].lower == "," and verb and verb[0].tag in "VXM"
    plain = all(token.tag in "#NR%AI" for token in inside)
    head = phrase_before(tokens, comma)
    return (head, (comma + 1, end)) if measures and closed and plain else None


def _list_end(tokens: list[Token], comma: int) -> int | None:
    """Return where a list ends that goes on behind a phrase: "a keep**, old walls and a well**".

    Where a verb follows, what is joined is its subject or the verb goes on about the first.
    """
    index = comma
    while index < len(tokens) and tokens[index].lower == ",":
        index += 1
        if index < len(tokens) and tokens[index].tag not in "DNA#QC":
            return None
        while index < len(tokens) and tokens[index].tag in "DNAQ#PGI":
            index += 1
    if index >= len(tokens) or tokens[index].tag != "C" or index == comma:
        return None
    _, behind = noun_phrase(tokens, index + 1, len(tokens))
    return behind if behind >= len(tokens) or tokens[behind].tag not in "VXM" else None
