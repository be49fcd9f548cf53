"""Tagged sentences into clauses, each with its verb and the range of its subject."""

from __future__ import annotations

from factcheck.extraction.cases import INVERTED
from factcheck.extraction.clause import Clause, phrase_before, subject_range
from factcheck.extraction.insertions import (
    APPOSITIVE_DETERMINERS,
    with_appositions,
    with_participles,
)
from factcheck.extraction.phrases import with_complement
from factcheck.extraction.relatives import WITHOUT_ANTECEDENT, relative_clause, tells_of_clause
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import VerbGroup, verb_groups
from factcheck.lexicon import Lexicon

_SHORTEST_INVERTED = 4
_BARE_SUBJECTS = frozenset(["it", "he", "she", "they", "we"])

_OPENING_CONTENT = frozenset(["that", "whether"])
_SUBJECTS = frozenset("it he she they we there this these".split())


def clauses(tokens: list[Token], lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a tagged sentence, in the order of their verbs.

    Finite verbs make clauses; where two follow each other, the rightmost strong boundary between
    them (relative pronoun, subordinator, semicolon, comma with conjunction) parts them, else a
    bare conjunction or comma. Participial phrases and appositions are added as clauses of their
    own, with the subject they share.
    """
    groups = verb_groups(tokens, lexicon) or _scene(tokens)
    found: list[Clause] = []
    for position, group in enumerate(groups):
        if position == 0:
            found.append(_first(tokens, group))
            continue
        clause = _next(tokens, found, group, lexicon)
        if clause is not None:
            found.append(clause)
    found = _close(tokens, found)
    return with_appositions(tokens, with_participles(tokens, found))


def _scene(tokens: list[Token]) -> list[VerbGroup]:
    """Return the participle that a caption predicates of what it shows: "a man **sitting** there".

    Only a noun phrase that opens the sentence is shown; "notes on keeping bees" shows nothing.
    """
    for index, token in enumerate(tokens):
        if token.tag in "S.":
            return []
        if (token.tag == "G" or token.lower == "having") and index > 0:
            before = index - 1
            while before > 0 and tokens[before].tag in "R-":
                before -= 1
            if tokens[before].tag == "N":
                return [VerbGroup(index, index, index)]
    return []


def description(tokens: list[Token]) -> list[Clause]:
    """Return a phrase without a verb as a clause whose copula was left out, where it is one.

    "Two boats in the harbour" says that two boats are in the harbour.
    """
    start = next((i for i, token in enumerate(tokens) if token.is_word), 0)
    low, high = with_complement(tokens, start, len(tokens))
    opening = next((i for i in range(low + 1, high) if tokens[i].tag in "GP"), high)
    shown = any(token.tag in "NO" for token in tokens[low:opening])
    if not shown or not any(token.is_word for token in tokens[opening:]):
        return []
    return [Clause("main", opening, len(tokens), (low, len(tokens)), (low, opening), None)]


def _first(tokens: list[Token], group: VerbGroup) -> Clause:
    pronoun = next((i for i in range(group.first) if tokens[i].tag == "W"), None)
    content = next((i for i in range(1, group.first) if _opens_content(tokens, i)), None)
    if content is not None:
        subject = subject_range(tokens, content + 1, group.first)
        return Clause("content", content, len(tokens), (0, len(tokens)), subject, group)
    if pronoun:
        person = tokens[pronoun].lower.startswith("who")
        antecedent = phrase_before(tokens, pronoun - (tokens[pronoun - 1].tag == "I"), person)
        asked = tokens[pronoun - 1].lower == ":"
        if antecedent[0] < antecedent[1] or asked:
            own = subject_range(tokens, pronoun + 1, group.first)
            if tokens[pronoun].lower in WITHOUT_ANTECEDENT or asked:
                return Clause("content", pronoun, len(tokens), (0, len(tokens)), own, group)
            subject = own if own[0] < own[1] else antecedent
            cover = (antecedent[0], len(tokens))
            return Clause("relative", pronoun, len(tokens), cover, subject, group)
    opening = next((i for i, token in enumerate(tokens) if token.tag != "R"), 0)
    subordinate = tokens[opening].tag == "S"
    kind = "adverbial" if subordinate or _inverted(tokens, group) else "main"
    start = _behind_participle(tokens, group) or _inserted(tokens, group) or subordinate * opening
    if start:
        kind = "adverbial"
    subject = subject_range(tokens, start, group.first)
    return Clause(kind, start, len(tokens), (start, len(tokens)), subject, group)


def _inserted(tokens: list[Token], group: VerbGroup) -> int:
    """Return where a clause begins that parts a subject from its verb: "the hall, **if** it is".

    0 where there is none.
    """
    for index in range(2, group.first):
        if tokens[index - 1].lower == "," and tokens[index].tag == "S":
            named = any(token.tag in "NO" for token in tokens[: index - 1])
            closed = any(token.lower == "," for token in tokens[group.last :])
            return index if named and closed and tokens[0].tag not in "ISRGPT" else 0
    return 0


def _behind_participle(tokens: list[Token], group: VerbGroup) -> int:
    """Return where the clause begins that limits a bare participle: "Emitted **when** it closes".

    0 where there is none.
    """
    if tokens[0].tag != "P":
        return 0
    opening = next((i for i in range(1, group.first) if tokens[i].tag == "S"), 0)
    return 0 if any(not token.is_word for token in tokens[:opening]) else opening


def _inverted(tokens: list[Token], group: VerbGroup) -> bool:
    """Return whether a verb in front of its subject sets a condition: "**Had** it rained, we"."""
    if group.first != 0 or tokens[0].lower not in INVERTED or len(tokens) < _SHORTEST_INVERTED:
        return False
    return tokens[1].tag in "DNOA#" and any(token.lower == "," for token in tokens)


def _opens_content(tokens: list[Token], index: int) -> bool:
    """Return whether "that" tells the content of a noun: "the risk that …"."""
    return (
        tokens[index].tag == "S"
        and tokens[index].lower == "that"
        and tokens[index - 1].tag == "N"
        and not any(token.tag in "VX" for token in tokens[:index])
    )


def _next(
    tokens: list[Token], found: list[Clause], group: VerbGroup, lexicon: Lexicon
) -> Clause | None:
    before = found[-1]
    assert before.verb is not None
    low, high = before.verb.last + 1, group.first
    parent = len(found) - 1
    boundary = _boundary(tokens, low, high)
    size = len(tokens)
    if boundary is not None and _measures(tokens, low, boundary):
        return None
    if boundary is None:
        told = tokens[before.verb.main].lemma in lexicon.reporting_verbs and low < high
        waits = before.kind == "content" or (before.kind == "relative" and before.parent < 0)
        if waits or (before.kind == "relative" and not told):
            return _resumed(tokens, found, group, size)
        if told:
            subject = subject_range(tokens, low, high)
            return Clause("complement", low, size, (low, size), subject, group, parent)
        return None
    if before.kind == "adverbial" and tokens[boundary].lower == ",":
        boundary = _before_circumstance(tokens, low, boundary)
    token = tokens[boundary]
    if token.tag == "W" and tells_of_clause(tokens, boundary, group, lexicon):
        return None
    if token.tag == "W":
        return relative_clause(tokens, found, boundary, group)
    if token.tag == "S":
        kind = "complement" if token.lower in _OPENING_CONTENT else "adverbial"
        if before.kind == "relative" and boundary < low:
            kind = "adverbial"
        if kind == before.kind == "complement" and tokens[boundary - 1].tag == "C":
            parent = before.parent
        subject = subject_range(tokens, boundary + 1, high)
        start = boundary + 1 if kind == "complement" else boundary
        return Clause(kind, start, size, (start, size), subject, group, parent)
    bare = _is_bare(tokens, boundary + 1, high)
    if bare and token.lower == "," and before.kind in {"relative", "content", "adverbial"}:
        return _resumed(tokens, found, group, size)
    told = before.kind == "complement" and found[before.parent].kind == "relative"
    if bare and token.lower == "," and told:
        return _resumed(tokens, found[: before.parent + 1], group, size)
    if bare and _told_between(tokens, before, boundary, lexicon):
        head = subject_range(tokens, before.start, before.subject[0] - 1)
        return Clause("main", group.first, size, (head[0], size), head, group, parent)
    if bare:
        return Clause(
            "coordinate", boundary + 1, size, (boundary + 1, size), before.subject, group, parent
        )
    subject = subject_range(tokens, boundary + 1, high)
    return Clause("independent", boundary + 1, size, (boundary + 1, size), subject, group, parent)


def _measures(tokens: list[Token], low: int, boundary: int) -> bool:
    """Return whether a clause only says how much: "more **than** they paid", "as green **as**"."""
    word = tokens[boundary].lower
    before = [token.lower for token in tokens[low:boundary]]
    if tokens[boundary].tag == "S":
        return False
    return word == "than" or (word == "as" and not {"as", "so"}.isdisjoint(before[-4:]))


def _told_between(tokens: list[Token], before: Clause, boundary: int, lexicon: Lexicon) -> bool:
    """Return whether a clause only tells who says so: "half of them, **he said**, were gone"."""
    assert before.verb is not None
    said = tokens[before.verb.main].lemma in lexicon.reporting_verbs
    opened = before.subject[0] - 1
    apart = opened > before.start and tokens[opened].lower == tokens[boundary].lower == ","
    named = any(token.tag in "NO" for token in tokens[before.start : max(opened, 0)])
    fronted = tokens[before.start].tag in "ISR"
    return said and apart and named and not fronted and before.verb.last + 1 == boundary


def _is_bare(tokens: list[Token], low: int, high: int) -> bool:
    """Return whether no subject stands before a verb: "and **in 1970** fell"."""
    between = [token for token in tokens[low:high] if token.tag not in "R-."]
    if between and between[0].lower in {"in", "from", "since", "by"}:
        rest = between[1:]
        if rest and rest[0].is_name and len(rest) > 1:
            rest = rest[1:]
        return [token.tag for token in rest] == ["#"]
    return not between


def _resumed(tokens: list[Token], found: list[Clause], group: VerbGroup, size: int) -> Clause:
    """Continue the clause that an embedded one interrupted."""
    embedded = found[-1]
    parent = len(found) - 1
    before = embedded.cover[0] - 1
    opens = before > 0 and tokens[before].tag == "C" and tokens[before - 1].lower == ","
    opens = opens or (
        before > 0 and (tokens[before].lower in {";", ":"} or tokens[before].tag == "S")
    )
    if embedded.parent >= 0 and not opens:
        outer = found[embedded.parent]
        assert outer.verb is not None
        parted = [i for i in range(outer.verb.last, before + 1) if tokens[i].lower == ";"]
        if parted:
            head = _interrupted_subject(tokens, parted[-1] + 1, embedded, group)
            return Clause("main", group.first, size, (head[0], size), head, group, parent)
        return Clause(
            "main", group.first, size, (outer.cover[0], size), outer.subject, group, parent
        )
    begin = 0 if embedded.parent < 0 else embedded.cover[0]
    head = _interrupted_subject(tokens, begin, embedded, group)
    told = embedded.parent >= 0 and tokens[before].lower in _OPENING_CONTENT
    kind, parent = ("complement", embedded.parent) if told else ("main", parent)
    return Clause(kind, group.first, size, (head[0], size), head, group, parent)


def _interrupted_subject(
    tokens: list[Token], begin: int, embedded: Clause, group: VerbGroup
) -> tuple[int, int]:
    """Return the subject before an embedded clause: "**The ferry**, a boat that leaks, sank"."""
    opener = embedded.cover[0]
    begins = embedded.start - (tokens[embedded.start - 1].tag == "I")
    apart = tokens[begins - 1].lower == ","
    by_means = not apart and "I" in {tokens[begins].tag, tokens[embedded.start].tag}
    if embedded.kind == "content" or (by_means and embedded.subject[0] > embedded.start):
        return (opener, group.first)
    stop = begins - apart
    named = any(token.tag in "NO" for token in tokens[begin : opener - 1])
    inserted = (
        named
        and tokens[begin].tag in "DNAO#Q"
        and opener > begin + 1
        and tokens[opener - 1].lower == tokens[group.first - 1].lower == ","
        and tokens[opener].lower in APPOSITIVE_DETERMINERS
    )
    return subject_range(tokens, begin, opener - 1 if inserted else stop)


def _boundary(tokens: list[Token], low: int, high: int) -> int | None:
    """Return where the clause of the verb at ``high`` begins, or None."""
    weak: int | None = None
    depth = 0
    for index in range(high - 1, low - 1, -1):
        token = tokens[index]
        if token.lower == ")":
            depth += 1
        elif token.lower == "(":
            if depth == 0:
                return index
            depth -= 1
        elif depth:
            continue
        elif token.tag in "SW" or token.lower in {";", "—", ":"}:
            return index
        elif token.tag == "C":
            if index > low and tokens[index - 1].lower == ",":
                return index
            weak = index if weak is None else weak
        elif (
            token.lower in _BARE_SUBJECTS
            and index > low
            and index >= high - 2
            and tokens[index - 1].lower != "of"
        ):
            timed = index - 1
            while timed > low and tokens[timed].tag == "R":
                timed -= 1
            return timed if tokens[timed].lower in {";", ",", ":", "—"} else index - 1
        elif token.lower == ",":
            if index + 1 < high and tokens[index + 1].lower in _SUBJECTS:
                return index
            weak = index if weak is None else weak
    return weak


def _before_circumstance(tokens: list[Token], low: int, boundary: int) -> int:
    """Return the boundary before a circumstance that two commas set off, else ``boundary``.

    "As the map shows, **on the line**, fares have risen".
    """
    for index in range(boundary - 1, low - 1, -1):
        if tokens[index].lower == ",":
            return index if tokens[index + 1].tag == "I" else boundary
        if not tokens[index].is_word:
            break
    return boundary


def _reach(tokens: list[Token], clause: Clause, later: Clause) -> int:
    """Return where a clause ends, before the next one with its subject: ", and the cars that".

    So it does before a colon or semicolon: "one rule: those who".
    """
    if later.kind == "dated":
        return next(i for i in range(later.start, later.end) if tokens[i].lower == ",")
    opener = later.cover[0] if later.kind == "relative" else later.start
    opens = opener > clause.start + 1 and tokens[opener - 1].tag == "C"
    parted = opener > clause.start and tokens[opener - 1].lower in {":", ";"}
    return opener if parted or (opens and tokens[opener - 2].lower == ",") else later.start


def _opened_before(tokens: list[Token], start: int, closing: int) -> bool:
    """Return whether a bracket was opened before ``start``: "(the bell **was lost)**"."""
    signs = [token.lower for token in tokens[start : closing + 1]]
    return signs.count(")") > signs.count("(")


def _close(tokens: list[Token], found: list[Clause]) -> list[Clause]:
    """Give every clause its end: where the next one that is not inside it begins."""
    closed: list[Clause] = []
    for index, clause in enumerate(found):
        end = clause.end
        for later in found[index + 1 :]:
            if later.kind == "content" and tokens[later.start - 1].tag == "I":
                # "A third of | what is in coffee"
                continue
            if later.start > clause.start:
                end = min(end, _reach(tokens, clause, later))
                break
        if index + 1 < len(found) and found[index + 1].kind == "relative":
            resumed = next(
                (
                    later
                    for later in found[index + 2 :]
                    if (later.parent == index + 1 and later.kind == "main")
                    or (later.kind == "complement" and later.cover[0] == found[index + 1].cover[0])
                ),
                None,
            )
            if resumed is not None:
                end = found[index + 1].cover[0]
                end = min(end, resumed.cover[0]) if resumed.cover[0] > clause.start else end
        if clause.start and tokens[clause.start - 1].lower == "(":
            end = next((i for i in range(clause.start, end) if tokens[i].lower == ")"), end)
        while end > clause.start + 1 and (
            tokens[end - 1].tag in "CWS"
            or tokens[end - 1].lower in {",", ";", "—", ":", "(", "."}
            or (tokens[end - 1].lower == "so" and tokens[end - 2].lower == ",")
            or (tokens[end - 1].lower == ")" and _opened_before(tokens, clause.start, end - 1))
        ):
            end -= 1
        closed.append(clause.until(end))
    return closed
