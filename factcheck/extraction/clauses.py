"""Tagged sentences into clauses, each with its verb and the range of its subject."""

from __future__ import annotations

from attrs import evolve, frozen

from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon

_CATENATIVE = frozenset(
    "help continue begin start tend seem appear fail try aim need want manage cease prove"
    " come go get refuse neglect struggle threaten intend attempt happen serve use".split()
)
_BEFORE_INFINITIVE = frozenset("able unable likely unlikely set due".split())
_BARE_SUBJECTS = frozenset(["it", "he", "she", "they", "we"])
_SUBJECTS = frozenset("it he she they we there this these".split())
_APPOSITIVE_DETERMINERS = frozenset(["a", "an", "another", "the", "one"])


@frozen
class VerbGroup:
    """A verb with its auxiliaries, as token positions.

    ``first`` and ``last`` bound the group; ``main`` is the verb that carries the meaning;
    ``chain`` holds the verbs that lead up to it ("fails to", "is believed to").
    """

    first: int
    last: int
    main: int
    passive: bool = False
    copula: bool = False
    chain: tuple[int, ...] = ()


@frozen
class Clause:
    """A stretch of a sentence with one predicate.

    Attributes:
        kind: ``main``, ``coordinate``, ``independent``, ``relative``, ``adverbial``,
            ``complement``, ``participial``, ``apposition``, ``content`` (what a noun such as
            "risk" is of; nobody asserts it).
        start, end: token positions of its own words.
        cover: token positions of the words to quote, the antecedent included.
        subject: token positions of its subject; empty where it has none.
        verb: its verb group; None for an apposition.
        parent: index of the clause it hangs on, -1 for none.
    """

    kind: str
    start: int
    end: int
    cover: tuple[int, int]
    subject: tuple[int, int]
    verb: VerbGroup | None
    parent: int = -1


def verb_groups(tokens: list[Token], lexicon: Lexicon) -> list[VerbGroup]:
    """Return the finite verb groups of a tagged sentence, in order."""
    groups: list[VerbGroup] = []
    index = 0
    while index < len(tokens):
        joined = _joined_participle(tokens, index, groups)
        if joined is not None:
            groups.append(joined)
            index += 1
        elif _is_finite(tokens, index, groups):
            group = _group(tokens, index, lexicon)
            groups.append(group)
            index = group.last + 1
        else:
            index += 1
    return groups


def _joined_participle(
    tokens: list[Token], index: int, groups: list[VerbGroup]
) -> VerbGroup | None:
    """Return a second participle under one auxiliary: "was built in May **and lit** in June"."""
    if tokens[index].tag != "P" or not groups:
        return None
    before = index - 1
    while before > 0 and tokens[before].tag == "R":
        before -= 1
    shared = groups[-1]
    has_auxiliary = tokens[shared.first].tag in "XM" and tokens[shared.main].tag == "P"
    if tokens[before].tag != "C" or not has_auxiliary or before <= shared.last + 1:
        return None
    return VerbGroup(before + 1, index, index, passive=shared.passive)


def _is_finite(tokens: list[Token], index: int, groups: list[VerbGroup]) -> bool:
    """Return whether a verb is finite: no infinitive, nor joined to one ("to adjust and adapt")."""
    token = tokens[index]
    if token.tag not in "XMV" or token.lower in {"being", "having", "been"}:
        return False
    if _is_infinitive(tokens, index):
        return False
    before = index - 1
    while before >= 0 and tokens[before].tag == "R":
        before -= 1
    if before < 0 or tokens[before].tag != "C" or token.tag != "V" or token.lower != token.lemma:
        return True
    last = next((i for i in range(before, -1, -1) if tokens[i].tag in "VGP"), None)
    joined = last is not None and _is_infinitive(tokens, last)
    return not joined or bool(groups and groups[-1].main == last)


def _is_infinitive(tokens: list[Token], index: int) -> bool:
    before = index - 1
    while before >= 0 and tokens[before].tag == "R":
        before -= 1
    return before >= 0 and tokens[before].tag == "T"


def _group(tokens: list[Token], first: int, lexicon: Lexicon) -> VerbGroup:
    last = main = first
    passive = False
    chain: list[int] = []
    index = first
    if tokens[first].tag != "V":
        index += 1
        while index < len(tokens):
            token = tokens[index]
            if token.tag in "R-":
                index += 1
            elif token.tag == "X" and token.lower not in {"'s"}:
                main = last = index
                index += 1
            elif token.tag in "VPG" and _continues(tokens, main, index):
                passive = token.tag == "P" and tokens[main].lemma == "be"
                main = last = index
                break
            else:
                break
        if tokens[main].tag in "XM":
            last = max(last, _last_negator(tokens, main))
    while True:
        following = _infinitive(tokens, last + 1)
        if following is None or not _leads_on(tokens, main, last, passive, lexicon):
            break
        chain.append(main)
        last = main = following
        passive = tokens[main].tag == "P"
        if tokens[main].tag == "X" and main + 1 < len(tokens) and tokens[main + 1].tag == "P":
            last = main = main + 1
            passive = True
    copula = tokens[main].lemma == "be" or (
        tokens[main].lemma in {"become", "remain", "represent", "constitute"} and not passive
    )
    return VerbGroup(first, last, main, passive, copula, tuple(chain))


def _continues(tokens: list[Token], auxiliary: int, index: int) -> bool:
    lemma, tag = tokens[auxiliary].lemma, tokens[index].tag
    if tag == "V":
        return tokens[auxiliary].tag == "M" or lemma == "do"
    if tag == "G":
        return lemma == "be"
    return lemma in {"be", "have"} or tokens[auxiliary].tag == "M"


def _last_negator(tokens: list[Token], index: int) -> int:
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].tag == "-":
        last += 1
    return last


def _infinitive(tokens: list[Token], index: int) -> int | None:
    """Return the position of the verb in "to (adverb) verb" at ``index``."""
    while index < len(tokens) and tokens[index].tag in "R-A" and tokens[index].lower != "to":
        if tokens[index].tag == "A" and tokens[index].lower not in _BEFORE_INFINITIVE:
            return None
        index += 1
    if index + 1 >= len(tokens) or tokens[index].tag != "T":
        return None
    index += 1
    while index < len(tokens) and tokens[index].tag == "R":
        index += 1
    return index if index < len(tokens) and tokens[index].tag in "VX" else None


def _leads_on(tokens: list[Token], main: int, last: int, passive: bool, lexicon: Lexicon) -> bool:
    lemma = tokens[main].lemma
    if passive:
        return lemma in lexicon.reporting_verbs or lemma in lexicon.hedges or lemma in _BELIEF
    if lemma == "be":
        return last + 1 < len(tokens) and tokens[last + 1].tag == "A"
    if lemma == "use" and tokens[main].lower != "used":
        return False
    return lemma in _CATENATIVE or lemma in lexicon.hedges or lemma in lexicon.negative_verbs


_BELIEF = frozenset(
    "believe think know expect assume consider suppose show find see prove design mean intend"
    " estimate allege rumour understand hold accept".split()
)


def clauses(tokens: list[Token], lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a tagged sentence, in the order of their verbs.

    Finite verbs make clauses; where two follow each other, the rightmost strong boundary between
    them (relative pronoun, subordinator, semicolon, comma with conjunction) parts them, else a
    bare conjunction or comma. Participial phrases and appositions are added as clauses of their
    own, with the subject they share.
    """
    groups = verb_groups(tokens, lexicon)
    found: list[Clause] = []
    for position, group in enumerate(groups):
        if position == 0:
            found.append(_first(tokens, group))
            continue
        clause = _next(tokens, found, group, lexicon)
        if clause is not None:
            found.append(clause)
    found = _close(tokens, found)
    return _with_appositions(tokens, _with_participles(tokens, found))


def _first(tokens: list[Token], group: VerbGroup) -> Clause:
    pronoun = next((i for i in range(group.first) if tokens[i].tag == "W"), None)
    content = next((i for i in range(1, group.first) if _opens_content(tokens, i)), None)
    if content is not None:
        subject = subject_range(tokens, content + 1, group.first)
        return Clause("content", content, len(tokens), (0, len(tokens)), subject, group)
    if pronoun:
        antecedent = phrase_before(tokens, pronoun - (tokens[pronoun - 1].tag == "I"))
        if antecedent[0] < antecedent[1]:
            own = subject_range(tokens, pronoun + 1, group.first)
            subject = own if own[0] < own[1] else antecedent
            cover = (antecedent[0], len(tokens))
            return Clause("relative", pronoun, len(tokens), cover, subject, group)
    kind = "adverbial" if tokens[0].tag == "S" else "main"
    subject = subject_range(tokens, 0, group.first)
    return Clause(kind, 0, len(tokens), (0, len(tokens)), subject, group)


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
    if boundary is None:
        if before.kind in {"relative", "content"}:
            return _resumed(found, group, size)
        if tokens[before.verb.main].lemma in lexicon.reporting_verbs and low < high:
            subject = subject_range(tokens, low, high)
            return Clause("complement", low, size, (low, size), subject, group, parent)
        return None
    token = tokens[boundary]
    if token.tag == "W":
        return _relative(tokens, found, boundary, group)
    if token.tag == "S":
        kind = "complement" if token.lower in {"that", "whether"} else "adverbial"
        if before.kind == "relative" and boundary < low:
            kind = "adverbial"
        subject = subject_range(tokens, boundary + 1, high)
        start = boundary + 1 if kind == "complement" else boundary
        return Clause(kind, start, size, (start, size), subject, group, parent)
    bare = all(tokens[i].tag in "R-." for i in range(boundary + 1, high))
    if bare and token.lower == "," and before.kind in {"relative", "content", "adverbial"}:
        return _resumed(found, group, size)
    if bare:
        return Clause(
            "coordinate", boundary + 1, size, (boundary + 1, size), before.subject, group, parent
        )
    subject = subject_range(tokens, boundary + 1, high)
    return Clause("independent", boundary + 1, size, (boundary + 1, size), subject, group, parent)


def _resumed(found: list[Clause], group: VerbGroup, size: int) -> Clause:
    """Continue the clause that an embedded one interrupted."""
    embedded = found[-1]
    if embedded.parent < 0:
        antecedent = (embedded.cover[0], embedded.start)
        whole = (embedded.cover[0], group.first)
        head = antecedent if embedded.subject[0] == antecedent[0] else whole
        return Clause("main", group.first, size, (head[0], size), head, group, len(found) - 1)
    outer = found[embedded.parent]
    return Clause(
        "main", group.first, size, (outer.cover[0], size), outer.subject, group, len(found) - 1
    )


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
        elif token.lower in _BARE_SUBJECTS and index > low and index >= high - 2:
            return index - 1
        elif token.lower == ",":
            if index + 1 < high and tokens[index + 1].lower in _SUBJECTS:
                return index
            weak = index if weak is None else weak
    return weak


def _relative(tokens: list[Token], found: list[Clause], pronoun: int, group: VerbGroup) -> Clause:
    parent = len(found) - 1
    start = pronoun
    if start > 0 and tokens[start - 1].tag == "I":
        start -= 1
    antecedent = phrase_before(tokens, start, person=tokens[pronoun].lower.startswith("who"))
    own = subject_range(tokens, pronoun + 1, group.first)
    if antecedent[0] == antecedent[1]:
        subject = own if own[0] < own[1] else found[parent].subject
        return Clause(
            "complement", pronoun, len(tokens), (pronoun, len(tokens)), subject, group, parent
        )
    before = found[parent]
    subject = own if own[0] < own[1] else antecedent
    complement = (
        own[0] == own[1]
        and before.verb is not None
        and before.verb.copula
        and before.verb.last < antecedent[0]
        and before.subject[0] < before.subject[1]
    )
    if complement and not is_cleft(tokens, before):
        subject = before.subject
    cover = (antecedent[0], len(tokens))
    return Clause("relative", pronoun, len(tokens), cover, subject, group, parent)


def is_cleft(tokens: list[Token], clause: Clause) -> bool:
    """Return whether a clause only points at what follows: "it was Orde who …"."""
    low, high = clause.subject
    return (
        high - low == 1 and tokens[low].lower == "it" and bool(clause.verb and clause.verb.copula)
    )


def phrase_before(tokens: list[Token], end: int, person: bool = False) -> tuple[int, int]:
    """Return the noun phrase that ends just before ``end``, "of" phrases included.

    For a ``person`` other phrases belong to it too: "patients with severe pain who".
    """
    joining = {"of", "with", "in", "from", "at", "on"} if person else {"of"}
    stop = end
    while stop > 0 and tokens[stop - 1].lower in {",", "(", "—"}:
        stop -= 1
    start = stop
    while start > 0:
        token = tokens[start - 1]
        if (
            token.tag in "NA#QDO"
            or token.lower in joining | {")", "(", "“", "”", '"'}
            or (token.tag == "P" and tokens[start].tag in "NA")
        ):
            start -= 1
        else:
            break
    while start < stop and tokens[start].lower in joining | {")", "("}:
        start += 1
    return (start, stop)


def subject_range(tokens: list[Token], low: int, high: int) -> tuple[int, int]:
    """Return the noun phrase in ``[low, high)`` that is the subject of a verb at ``high``."""
    while high > low and (tokens[high - 1].tag in "R-" or tokens[high - 1].lower in {"—", ","}):
        closing = tokens[high - 1].lower == ","
        high -= 1
        if closing:
            opening = next((i for i in range(high - 1, low, -1) if tokens[i].lower == ","), None)
            if opening is not None and any(t.tag == "N" for t in tokens[low:opening]):
                high = opening
    while low < high and (tokens[low].tag in "CRS" or not tokens[low].is_word):
        low += 1
    cut = low
    for index in range(low, high):
        token = tokens[index]
        if (
            token.lower in {";", ":"}
            or (token.tag in "SW" and index > low)
            or (token.lower == "," and _fronted(tokens, cut, index, high))
        ):
            cut = index + 1
    while cut < high and (tokens[cut].tag in "CR" or not tokens[cut].is_word):
        cut += 1
    return (_behind_fronted(tokens, cut, high), high)


def _behind_fronted(tokens: list[Token], low: int, high: int) -> int:
    """Return where the subject begins behind a phrase without a comma: "In 1903 the brothers"."""
    if low >= high or tokens[low].tag != "I":
        return low
    for index in range(high - 1, low + 1, -1):
        if tokens[index].tag in "DO" and tokens[index - 1].tag in "N#":
            return index
    return low


def _fronted(tokens: list[Token], low: int, comma: int, high: int) -> bool:
    """Return whether the phrase before a comma is an adverbial and not part of the subject."""
    if tokens[low].tag in "ISGPRTV" or not any(t.tag in "NO" for t in tokens[low:comma]):
        return True
    return not any(t.tag == "C" for t in tokens[comma:high])


def _close(tokens: list[Token], found: list[Clause]) -> list[Clause]:
    """Give every clause its end: where the next one that is not inside it begins."""
    closed: list[Clause] = []
    for index, clause in enumerate(found):
        end = clause.end
        for later in found[index + 1 :]:
            if later.start > clause.start:
                end = later.start if later.kind != "relative" else min(later.start, end)
                break
        if index + 1 < len(found) and found[index + 1].kind == "relative":
            resumed = next(
                (c for c in found[index + 2 :] if c.parent == index and c.kind == "main"), None
            )
            if resumed is not None:
                end = found[index + 1].cover[0]
        while end > clause.start + 1 and (
            tokens[end - 1].tag in "CWS" or tokens[end - 1].lower in {",", ";", "—", ":", "(", "."}
        ):
            end -= 1
        cover_end = end
        closed.append(
            evolve(clause, end=end, cover=(clause.cover[0], max(cover_end, clause.cover[0])))
        )
    return closed


def _with_participles(tokens: list[Token], found: list[Clause]) -> list[Clause]:
    """Split off ", leading to …" behind a clause and "Given by …," before one."""
    out: list[Clause] = []
    for whole in found:
        head = _leading_participle(tokens, whole)
        clause = whole
        if head is not None:
            out.append(head)
            start = max(whole.cover[0], whole.subject[0])
            clause = evolve(whole, start=start, cover=(start, whole.cover[1]))
        assert clause.verb is not None
        tail = next(
            (
                index
                for index in range(clause.verb.last + 2, clause.end)
                if tokens[index].tag == "G" and _after_comma(tokens, index)
            ),
            None,
        )
        if tail is None:
            out.append(clause)
            continue
        start = tail - 1 if tokens[tail - 1].tag == "R" else tail
        stop = start - 1 if tokens[start - 1].lower == "," else start
        out.append(evolve(clause, end=stop, cover=(clause.cover[0], stop)))
        verb = VerbGroup(tail, tail, tail)
        out.append(
            Clause(
                "participial",
                start,
                clause.end,
                (start, clause.end),
                clause.subject,
                verb,
                len(out) - 1,
            )
        )
    return out


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


def _with_appositions(tokens: list[Token], found: list[Clause]) -> list[Clause]:
    out = list(found)
    for index in range(1, len(tokens) - 1):
        span = _apposition(tokens, index)
        if span is None:
            continue
        head, body = span
        parent = next(
            (i for i, clause in enumerate(found) if clause.cover[0] <= index < clause.cover[1]), -1
        )
        out.append(Clause("apposition", body[0], body[1], (head[0], body[1]), head, None, parent))
    return out


def _apposition(tokens: list[Token], index: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the noun phrase and its apposition around the comma, dash or bracket at ``index``."""
    sign = tokens[index].lower
    if sign not in {",", "—", "("} or (
        tokens[index - 1].tag not in "N" and tokens[index - 1].lower != ")"
    ):
        return None
    opener = tokens[index + 1]
    if opener.lower not in _APPOSITIVE_DETERMINERS and not (sign == "—" and opener.tag == "D"):
        return None
    end = index + 1
    while end < len(tokens) and tokens[end].lower not in {",", "—", ")", ";", ".", ":", "?", "!"}:
        if tokens[end].tag in "VXMSW" or (tokens[end].tag == "C" and sign == ","):
            break
        end += 1
    stopped = tokens[end].tag if end < len(tokens) else "."
    if stopped in "VXM" and sign == ",":
        return None
    body = (index + 1, end)
    listed = [token for token in tokens[end : end + 2] if token.lower == "," or token.tag == "C"]
    if sign == "," and len(listed) == 2:
        return None
    if stopped == "C" or end - index < 3:
        return None
    low, high = phrase_before(tokens, index)
    inner = [i for i in range(low, high - 1) if tokens[i].lower == "of"]
    head = (inner[-1] + 1 if inner else low, high)
    last = tokens[head[1] - 1]
    plural = last.lower.endswith("s") and not last.lower.endswith(("ss", "us", "is"))
    if plural and opener.lower in {"a", "an", "another", "one"}:
        return None
    named = any(token.text[0].isupper() for token in tokens[slice(*head)] if token.tag == "N")
    if opener.lower == "the" and sign == "," and not named:
        return None
    return (head, body) if head[0] < head[1] else None
