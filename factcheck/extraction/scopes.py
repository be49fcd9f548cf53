"""Cues of negation and speculation, and how far each of them reaches.

What counts as a cue and where its scope ends follows the guidelines of the BioScope corpus
(Vincze and others 2008): the cue is the smallest unit that says it; its scope holds the cue and
whatever it governs. An auxiliary, an adverb or a verb governs to the end of its clause, an
attribute or a determiner its noun phrase, a preposition its complement. A passive or raising
predicate governs its subject too.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, with_complement
from factcheck.extraction.places import Places, within
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import VerbGroup
from factcheck.model import CueKind
from factcheck.model.frozen import immutable

_CLOSING = frozenset([";", "—", ":", ".", "?", "!"])
_ENDING = frozenset([";", ".", "?", "!"])
_CONTRASTING = frozenset("while whereas although though because since but".split())
_RAISING = frozenset("appear seem likely unlikely".split())
_PRONOUNS = frozenset("none nobody nothing neither nor".split())
_BOUNDS = frozenset("more less fewer later earlier longer sooner".split())
"""Behind "no" they bound a number: "no more than three" denies nothing."""


@immutable(auto_attribs=True, frozen=True)
class Place:
    """A range of tokens that decided something."""

    start: int
    end: int


@immutable(auto_attribs=True, frozen=True)
class Scoped:
    """A cue in the tokens of a sentence, with its scope.

    Attributes:
        kind: what the cue does to the words in its scope.
        cue: the words that say it.
        scope: the cue and all that it governs.
        denied: the clause that a negation denies as a whole; None where it denies a phrase only.
    """

    kind: CueKind
    cue: Place
    scope: Place
    denied: Clause | None = None


def scoped(
    tokens: list[Token], clauses: list[Clause], cues: Places, vocabulary: Vocabulary
) -> list[Scoped]:
    """Return the cues of a sentence with their scopes, in order.

    Words of a phrase that holds a negator without denying ("not only") are none. Negators within
    a hedge belong to it ("cannot be excluded").
    """
    hedging = list(within(cues, "hedges", 0, len(tokens)))
    denying = list(within(cues, "denials", 0, len(tokens)))
    if not (hedging or denying):
        return []
    sentence = _Sentence(tokens, clauses)
    exempt = _covered(within(cues, "not_negative", 0, len(tokens)))
    hedges = [
        place
        for start, end in hedging
        if exempt.isdisjoint(range(start, end))
        and _speculates(tokens, place := _minimal(tokens, start, end))
    ]
    found = [Scoped(CueKind.SPECULATION, cue, sentence.scope(cue)) for cue in hedges]
    taken = exempt | _covered((cue.start, cue.end) for cue in hedges if cue.end - cue.start > 1)
    for start, end in denying:
        if taken.isdisjoint(range(start, end)):
            words = " ".join(token.lower for token in tokens[start:end])
            whole = words in vocabulary.lexicon.negators
            cue = Place(start, end) if whole else _minimal(tokens, start, end)
            found.append(Scoped(CueKind.NEGATION, cue, sentence.scope(cue), sentence.denied(cue)))
    return _jointly(tokens, sorted(found, key=lambda one: (one.cue.start, one.kind)))


def _covered(places: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(index for start, end in places for index in range(start, end))


def _minimal(tokens: list[Token], start: int, end: int) -> Place:
    """Return the cue without the function words around it: "is **thought** to"."""
    low, high = start, end
    if tokens[start].tag == "I" and tokens[end - 1].tag != "I":
        return Place(start, end)
    while low < high - 1 and tokens[low].tag in "XDOI":
        low += 1
    while high > low + 1 and (tokens[high - 1].tag in "TSIX" or tokens[high - 1].lower == "that"):
        high -= 1
    return Place(start, end) if tokens[low].tag == "I" else Place(low, high)


def _speculates(tokens: list[Token], cue: Place) -> bool:
    """Return whether a hedge weakens something: not "May 1968", "could not", "suggest a fee"."""
    word, following = tokens[cue.start], tokens[cue.end : cue.end + 1]
    if word.lower in {"may", "might"} and word.tag in "N%":
        return False
    if word.lower == "could" and following and following[0].tag == "-":
        return False
    return not (word.tag == "V" and following and following[0].tag in "DN#")


def _jointly(tokens: list[Token], found: list[Scoped]) -> list[Scoped]:
    """Give "neither … nor" one scope, and "nor" that of the denial before it."""
    out: list[Scoped] = []
    for one in found:
        before = next((b for b in reversed(out) if b.kind is one.kind), None)
        if tokens[one.cue.start].lower == "nor" and before is not None:
            whole = Place(before.scope.start, one.scope.end)
            if tokens[before.cue.start].lower == "neither":
                out[out.index(before)] = evolve(before, scope=whole)
            again = one.denied if one.denied != before.denied else None
            out.append(evolve(one, scope=whole, denied=again))
        else:
            out.append(one)
    return out


class _Sentence:
    """Where clauses and phrases of a sentence end, and what governs them."""

    def __init__(self, tokens: list[Token], clauses: list[Clause]) -> None:
        self.tokens = tokens
        self.clauses = [clause for clause in clauses if clause.verb is not None]
        self.verbs = {c.verb.first: c for c in self.clauses if c.verb is not None}
        self.starts = {c.start: c for c in self.clauses if c.kind in {"coordinate", "independent"}}
        self.subjects = {c.subject[0] for c in self.clauses}

    def scope(self, cue: Place) -> Place:
        """Return what a cue governs, itself included."""
        head = self.tokens[cue.end - 1]
        if self.tokens[cue.end : cue.end + 1] and self.tokens[cue.end].lower == "that":
            return Place(cue.start, self.content_edge(cue.end))
        clause = self.clause_at(cue.end if head.tag == "S" else cue.start)
        verb = self.predicate(cue, clause)
        if verb is None or clause is None:
            return Place(cue.start, self.edge(cue.end, within=None))
        if head.tag == "S":
            return Place(cue.start, self.edge(verb.last + 1, within=clause))
        if self.is_determiner(cue):
            behind = cue.start > verb.first
            edge = self.edge(cue.end if behind else verb.last + 1, None if behind else clause)
            return Place(cue.start, edge)
        end = self.edge(cue.end, within=clause)
        raising = head.lemma in _RAISING or (head.tag == "P" and cue.end - 1 in verb.chain)
        raising |= head.tag == "A" and verb.copula and end == cue.end
        low, high = clause.subject
        if not (verb.passive or raising) or high > cue.start:
            return Place(cue.start, end)
        if clause.kind == "coordinate":
            return Place(min(verb.first, cue.start), end)
        return Place(low if clause.start <= low < high else clause.start, end)

    def denied(self, cue: Place) -> Clause | None:
        """Return the clause that a negation at ``cue`` denies as a whole.

        "Lack" and "free of" deny what they take as object; the clause holds.
        """
        clause = self.clause_at(cue.start)
        verb = self.predicate(cue, clause)
        if verb is None or clause is None:
            return None
        tokens = self.tokens
        head = tokens[cue.end - 1]
        if head.tag in "VGPA" and not verb.first <= cue.end - 1 < verb.main:
            return None
        if (
            cue.end <= verb.first
            and self.is_determiner(cue)
            and not self.opens_subject(cue, clause)
        ):
            return None
        if cue.start == verb.last + 1 and tokens[cue.start].tag == "D":
            bound = cue.end < clause.end and tokens[cue.end].lower in _BOUNDS
            return None if bound else clause
        return clause

    def predicate(self, cue: Place, clause: Clause | None) -> VerbGroup | None:
        """Return the verb group that a cue goes with; None where it goes with a phrase."""
        tokens = self.tokens
        head = tokens[cue.end - 1]
        attribute = head.tag in "AGP" and cue.end < len(tokens) and tokens[cue.end].tag in "NA"
        if clause is None or clause.verb is None or head.tag in "IN" or attribute:
            return None
        verb = clause.verb
        if cue.end <= verb.first:
            between = tokens[cue.end : verb.first]
            near = all(token.tag in "R-XM" for token in between)
            if any(token.tag == "S" or token.lower in _CLOSING for token in between):
                return None
            return (
                verb if near or self.is_determiner(cue) or self.opens_subject(cue, clause) else None
            )
        between = tokens[verb.last + 1 : cue.start]
        if len(between) > 2 or any(not token.is_word for token in between):
            return None
        return None if self.contrasts(cue, clause, verb) else verb

    def opens_subject(self, cue: Place, clause: Clause) -> bool:
        """Return whether a cue opens the subject, or what stands before an inverted verb.

        "Not" may stand right before the subject; before a number it bounds a time: "Not two years
        ago the mill closed". Inversion: "In no year **did** the river freeze".
        """
        low, high = clause.subject
        if low - 1 <= cue.start <= low < high:
            return self.tokens[cue.end].tag not in "#%"
        return self.is_inverted(cue, clause)

    def is_inverted(self, cue: Place, clause: Clause) -> bool:
        """Return whether the clause begins "in no year **did** the river"."""
        tokens, verb = self.tokens, clause.verb
        if verb is None or cue.start != clause.start + 1 or tokens[clause.start].tag != "I":
            return False
        reaches = with_complement(tokens, cue.start, verb.first)[1] == verb.first
        auxiliary = tokens[verb.first].tag in "XM"
        return reaches and auxiliary and tokens[verb.first + 1].tag in "DON"

    def is_determiner(self, cue: Place) -> bool:
        """Return whether a cue opens a noun phrase, or stands for one."""
        token = self.tokens[cue.start]
        return token.tag in "DO" or token.lower in _PRONOUNS

    def contrasts(self, cue: Place, clause: Clause, verb: VerbGroup) -> bool:
        """Return whether one circumstance is set against another: "not on Friday but …"."""
        if verb.copula or cue.start <= verb.last:
            return False
        rest = self.tokens[cue.end : clause.end]
        return bool(rest) and rest[0].tag == "I" and any(token.lower == "but" for token in rest)

    def clause_at(self, index: int) -> Clause | None:
        """Return the innermost clause around a token."""
        around = [c for c in self.clauses if c.start <= index < c.end]
        return max(around, key=lambda clause: clause.start, default=None)

    def edge(self, index: int, within: Clause | None) -> int:
        """Return where what begins before ``index`` ends: a clause, or else a phrase."""
        tokens = self.tokens
        depth = 0
        for i in range(index, len(tokens)):
            token = tokens[i]
            if token.lower in "([":
                depth += 1
            elif token.lower in ")]":
                if depth == 0:
                    return i
                depth -= 1
            elif depth:
                continue
            elif (
                token.lower in _CLOSING
                or token.lower in _CONTRASTING
                or (token.lower == "," and not self.lists(i))
                or (within is None and self.interrupts(i))
                or (i in self.starts and not self.shares(self.starts[i], within))
            ):
                end = i
                while tokens[end - 1].tag == "C" or tokens[end - 1].lower == ",":
                    end -= 1
                return max(end, index)
        return len(tokens)

    def content_edge(self, index: int) -> int:
        """Return where a content clause and all that hangs on it end: "suggest that …"."""
        tokens = self.tokens
        for i in range(index, len(tokens)):
            independent = self.starts.get(i)
            if tokens[i].lower in _ENDING or (
                independent is not None
                and independent.kind == "independent"
                and tokens[i].lower != "that"
                and tokens[i - 2].lower == ","
            ):
                return i - 2 if independent else i
        return len(tokens)

    def interrupts(self, index: int) -> bool:
        """Return whether a phrase ends here: a verb of its own clause, or a clause of time."""
        verb = self.verbs.get(index)
        return (verb is not None and verb.kind != "relative") or (
            self.tokens[index].tag == "S" and self.tokens[index].lower not in {"that", "whether"}
        )

    def shares(self, later: Clause, clause: Clause | None) -> bool:
        """Return whether a coordinate verb shares the auxiliary: "cannot sing and dance"."""
        if clause is None or clause.verb is None or later.verb is None:
            return False
        tokens = self.tokens
        auxiliary = tokens[clause.verb.first]
        bare = tokens[later.verb.first]
        return (
            later.kind == "coordinate"
            and (auxiliary.tag == "M" or auxiliary.lemma == "do")
            and bare.tag == "V"
            and bare.lower == bare.lemma
        )

    def lists(self, comma: int) -> bool:
        """Return whether a comma parts the members of a list.

        A conjunction ends the list, or bare noun phrases run on to the end: "no wind, no waves,
        clear water."
        """
        tokens = self.tokens
        if comma + 1 in self.subjects:
            return False
        bare = True
        for index in range(comma + 1, min(len(tokens), comma + 12)):
            token = tokens[index]
            if token.tag == "C" and token.lower in {"and", "or", "nor"}:
                return True
            if token.lower in _CLOSING:
                return bare
            if token.tag in "VXMWS":
                return False
            bare = bare and (token.tag in "NA" or token.lower == ",")
        return False
