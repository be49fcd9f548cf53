"""What a clause says rises, falls, stays as it is or hangs together, and what brings it about."""

from __future__ import annotations

from attrs import evolve, frozen

from factcheck.extraction.clause import phrase_before
from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.conditions import PEOPLE
from factcheck.extraction.phrases import noun_phrase, with_complement
from factcheck.extraction.tokens import Token
from factcheck.model import Change, Direction

Terms = tuple[str, ...]
Range = tuple[int, int]

_SIDES = {
    "increases": Direction.INCREASES,
    "causes": Direction.INCREASES,
    "decreases": Direction.DECREASES,
    "prevents": Direction.DECREASES,
    "unchanged": Direction.UNCHANGED,
    "useless": Direction.UNCHANGED,
    "affects": Direction.AFFECTED,
    "relates": Direction.AFFECTED,
}
_GRADED = frozenset(["more", "less", "fewer"])
_STAYING = frozenset(["stay", "remain", "keep"])
_INVERSE = {
    "inversely": Direction.DECREASES,
    "inverse": Direction.DECREASES,
    "negatively": Direction.DECREASES,
    "negative": Direction.DECREASES,
    "positively": Direction.INCREASES,
    "positive": Direction.INCREASES,
}
"""What says of an association which way it goes."""

_ACCOMPANYING = frozenset("with without by through via despite".split())
_EXPERIENCING = frozenset("develop have get suffer experience contract show undergo be".split())
_UNDERGOING = frozenset(
    "with without receiving taking using given treated on who having exposed assigned lacking"
    " carrying".split()
)
"""What stands between people and what sets them apart: "patients **receiving** X"."""

_TAKING = frozenset(["lose", "gain"])
"""Verbs of change whose subject never is what changes: "she lost six kilos"."""

_DOING = frozenset(["work", "help"])
_LEVELS = frozenset(["low", "high"])
_LEVELLED = frozenset("dose risk income grade quality school".split())
"""Nouns that "low" and "high" make another thing of, rather than tell less or more of it."""

_TOGETHER = frozenset("with after following under by during".split())
_TREATING = frozenset("treatment therapy management care control handling".split())
_CHANGING = frozenset(["causes", "increases", "decreases", "improves", "worsens", "prevents"])
_PARTNERS = frozenset("with to on in upon for of against from between at".split())
_WITH_THEM = frozenset(["affects", "relates", "causes", "prevents", "helps", "useless"])
"""Lists whose words take what they bear on behind a preposition: "contributes to erosion"."""


@frozen
class _Sign:
    """A word of change in the clause: where it stands, and which list it is of."""

    start: int
    end: int
    name: str


@frozen
class _Effect:
    """What a word of change is read as: which way, of what, by what, and told by which words.

    ``told`` is left out where the word itself tells.
    """

    direction: Direction
    of: Terms
    by: Terms = ()
    negated: bool = False
    told: Range | None = None

    def denied(self) -> _Effect:
        """Return what denying it leaves: no bearing at all where no way was said."""
        if self.direction is Direction.AFFECTED:
            return evolve(self, direction=Direction.UNCHANGED)
        if self.direction is Direction.UNCHANGED:
            return evolve(self, direction=Direction.AFFECTED)
        return evolve(self, negated=True)

    def under(self, way: int) -> _Effect:
        """Return the effect of a thing of which there being less or more has this one."""
        if way and self.direction is Direction.AFFECTED:
            return evolve(self, direction=Direction.INCREASES if way > 0 else Direction.DECREASES)
        return self.turned() if way < 0 else self

    def turned(self) -> _Effect:
        """Return the effect of a thing whose absence has this one."""
        return evolve(self, direction=self.direction.opposite)


def changes(view: ClauseView) -> tuple[Change, ...]:
    """Return every change and bearing that a clause states."""
    return _Reader(view).changes()


class _Reader:
    """Reads one clause."""

    def __init__(self, view: ClauseView) -> None:
        self.view = view
        self.tokens = view.tokens
        self.clause = view.clause
        self.verb = view.clause.verb
        self.nested: set[int] = set()

    def changes(self) -> tuple[Change, ...]:
        """Return what the words of change say, one by one, without repetition."""
        found: list[Change] = []
        ranges = [(self.clause.start, self.clause.end)]
        if self.clause.kind == "relative":
            ranges.insert(0, self.clause.subject)
        for start, end in ranges:
            index = start
            while index < end:
                sign = self._sign(index, end)
                if sign is None:
                    index += 1
                    continue
                index = sign.end
                if sign.start in self.nested or not self._is_asserted(sign):
                    continue
                for effect in self._effects(sign, end):
                    cue = self.view.cue(*(effect.told or (sign.start, sign.end)))
                    change = Change(effect.direction, effect.of, cue, effect.negated, effect.by)
                    if change not in found:
                        found.append(change)
        return _consistent(found)

    def _sign(self, index: int, end: int) -> _Sign | None:
        token = self.tokens[index]
        if not token.is_word:
            return None
        if token.tag == "D" or (token.tag == "R" and token.lower in _GRADED):
            counted = index + 1 < end and self.tokens[index + 1].tag in "NA"
            likely = index + 1 < end and self.tokens[index + 1].lower == "likely"
            graded = token.lower in _GRADED and (likely or (token.tag == "D" and counted))
            if not graded:
                return None
        elif token.tag not in "VGPNA":
            return None
        vocabulary = self.view.vocabulary
        width = vocabulary.signed.at(self.tokens, index, end)
        if width:
            piece = self.tokens[index : index + width]
            spelled = " ".join(token.lower for token in piece)
            lemmas = " ".join(token.lemma or token.lower for token in piece)
            name = vocabulary.signs.get(spelled) or vocabulary.signs[lemmas]
            named = token.tag == "N" and (name == "unchanged" or token.lemma in _DOING)
            helping = (
                token.lemma == "help"
                and index + width < end
                and (self.tokens[index + width].tag in "VT" or self._opens(index + width, end))
            )
            # "Stability" and "a work" are things, and "helps stop" is told by the verb behind.
            return None if named or helping else _Sign(index, index + width, name)
        if token.lower.startswith("anti-") and len(token.lower) > 7:
            return _Sign(index, index + 1, "against")
        if token.lower == "same" and self.verb is not None and self._main.lemma in _STAYING:
            return _Sign(index, index + 1, "unchanged")
        return None

    def _opens(self, index: int, end: int) -> bool:
        return self.view.vocabulary.signed.at(self.tokens, index, end) > 0

    @property
    def _people(self) -> frozenset[str]:
        return frozenset(map(self.view.vocabulary.terms.of, PEOPLE))

    @property
    def _main(self) -> Token:
        assert self.verb is not None
        return self.tokens[self.verb.main]

    def _is_asserted(self, sign: _Sign) -> bool:
        """Return whether a word says that there is a change, rather than only names one.

        Nouns name it in the subject ("this rise in prices worries …") and inside another phrase
        ("a forecast of a rise in prices").
        """
        low, high = self.clause.subject
        if low <= sign.start < high:
            plain = self.tokens[sign.start].tag not in "NGD"
            return plain or self._is_observed()
        if self.tokens[sign.start].tag != "N" or self.verb is None:
            return True
        if sign.start < self.verb.first:
            return self._is_observed()
        for index in range(sign.start - 1, self.verb.last, -1):
            if self.tokens[index].tag == "I":
                before = self.tokens[index - 1]
                opens = index == self.verb.last + 1 or before.tag in "P.R"
                risked = before.lemma in self.view.lexicon.risk_nouns
                return opens or risked or self._word(index) in _ACCOMPANYING
        return True

    def _is_observed(self) -> bool:
        """Return whether the clause only says that its subject was found to be there."""
        reporting = self.view.lexicon.reporting_verbs
        return self.verb is not None and self.verb.passive and self._main.lemma in reporting

    def _effects(self, sign: _Sign, end: int) -> list[_Effect]:
        token = self.tokens[sign.start]
        if sign.name == "against":
            return [_Effect(Direction.DECREASES, self.view.vocabulary.terms.parts(token.lower))]
        found: list[_Effect] = []
        if self._compares(sign):
            return []
        by, way = self._cause(sign)
        for effect in self._targets(sign, end):
            if not effect.of and not effect.by:
                continue
            whole = effect if effect.by else evolve(effect, by=by)
            if set(whole.of) & set(whole.by):
                whole = evolve(whole, by=())
            if whole.by == by:
                whole = whole.under(way)
            if self._is_denied(sign):
                whole = self._denied(sign, whole)
            found.append(whole)
            if sign.name == "relates" and whole.by:
                found.append(evolve(whole, of=whole.by, by=whole.of))
        return found

    def _compares(self, sign: _Sign) -> bool:
        """Return whether a word only ranks two things: "no more effective than", "as useful as"."""
        before = self._word(sign.start - 1)
        ranked = before == "as" or (before in _GRADED and self._is_denied(sign))
        return sign.name == "helps" and ranked

    def _denied(self, sign: _Sign, effect: _Effect) -> _Effect:
        if sign.name == "helps":
            return evolve(effect, direction=Direction.UNCHANGED)
        return effect.denied()

    def _is_denied(self, sign: _Sign) -> bool:
        """Return whether the clause's negation, or a "no" of its own, reaches a word."""
        index = sign.start
        before = index - 1
        while before >= 0 and self.tokens[before].tag in "ARNQ":
            before -= 1
        word = self.tokens[before].lower if before >= 0 else ""
        if word in self.view.lexicon.negative_determiners or word == "without":
            return True
        verb = self.verb
        if not self.view.negated:
            return False
        if verb is None or self.tokens[index].tag in "NA":
            return True
        return (verb.copula and index > verb.last) or index in (verb.main, *verb.chain)

    # What brings it about

    def _cause(self, sign: _Sign) -> tuple[Terms, int]:
        """Return the terms of the cause, and -1 where it is something's absence, 1 its rise."""
        low, high = self.clause.subject
        verb = self.verb
        if verb is not None and verb.passive and sign.start <= verb.main < sign.end:
            for index in range(verb.last + 1, self.clause.end - 1):
                if self.tokens[index].lower == "by":
                    return self._named(index + 1, self._phrase_end(index + 1))
        behind_noun = sign.start > 0 and self.tokens[sign.start - 1].tag == "N"
        if self.tokens[sign.start].tag == "P" and behind_noun and not self._is_main(sign):
            return self._named(*phrase_before(self.tokens, sign.start))
        if low >= high:
            return self.view.subject, 0
        if low <= sign.start < high:
            return self._observed_with() if self._is_observed() else ((), 0)
        named, way = self._named(low, high)
        left_out = set(self.view.vocabulary.content(self.tokens, low, high)) - set(named)
        kept = tuple(term for term in self.view.subject if term not in left_out)
        return (kept, way) if kept else (self.view.subject, 0)

    def _observed_with(self) -> tuple[Terms, int]:
        """Return what a change was found together with: "a rise was seen **after the ban**"."""
        assert self.verb is not None
        for index in range(self.verb.last + 1, self.clause.end - 1):
            if self._word(index) in _TOGETHER:
                return self._named(index + 1, self._phrase_end(index + 1))
        return (), 0

    def _named(self, low: int, high: int) -> tuple[Terms, int]:
        """Return the terms of a cause without what says that there is more or less of it.

        Of these the product is returned beside them: -1 for less, 1 for more, 0 for neither.
        """
        way = 0
        kept = []
        absences = self.view.vocabulary.cues["absences"]
        undergoing = next(
            (
                i + 1
                for i in range(low, high - 1)
                if self.tokens[i].lemma in PEOPLE and self._word(i + 1) in _UNDERGOING
            ),
            None,
        )
        if undergoing is not None:
            low = undergoing + 1
            way = -1 if self._word(undergoing) in {"without", "lacking"} else 0
        known = low
        for index in range(low, high):
            token = self.tokens[index]
            known = max(known, index + self.view.vocabulary.compound(self.tokens, index, high))
            if token.tag in "NAPG" and index >= known:
                sign = self._sign(index, high)
                down = sign is not None and sign.name in {"decreases", "prevents", "worsens"}
                if down or absences.at(self.tokens, index, high):
                    way = -(way or 1)
                    continue
                if sign is not None and sign.name == "increases":
                    way = way or 1
                    continue
                if token.lower in _LEVELS and self._word(index + 1) not in _LEVELLED:
                    way = -(way or 1) if token.lower == "low" else way or 1
                    continue
            kept.append(token)
        return self.view.vocabulary.content(kept, 0, len(kept)), way

    def _is_main(self, sign: _Sign) -> bool:
        return self.verb is not None and sign.start <= self.verb.main < sign.end

    # What it is of

    def _targets(self, sign: _Sign, end: int) -> list[_Effect]:
        token = self.tokens[sign.start]
        verb = self.verb
        is_main = self._is_main(sign)
        if token.lower in _GRADED and self._word(sign.end) == "likely":
            return self._likely(sign, end)
        if is_main and verb is not None and verb.passive:
            return self._of_passive(sign, end)
        if token.tag in "VGP":
            return self._of_verb(sign, end, is_main)
        if token.tag == "N":
            return self._of_noun(sign, end)
        return self._of_adjective(sign, end)

    def _word(self, index: int) -> str:
        return self.tokens[index].lower if index < len(self.tokens) else ""

    def _likely(self, sign: _Sign, end: int) -> list[_Effect]:
        """Read "more likely to fall ill" as a rise of falling ill."""
        if self._word(sign.end + 1) != "to":
            return []
        start = sign.end + 2
        stop = self._phrase_end(start + 1, end)
        if stop > start + 1 and self.tokens[start].lemma in _EXPERIENCING:
            start += 1
        return self._made(sign, self.view.vocabulary.matter(self.tokens, start, stop))

    def _of_passive(self, sign: _Sign, end: int) -> list[_Effect]:
        if sign.name in _WITH_THEM and self._word(sign.end) in _PARTNERS - {"of"}:
            return self._complements(sign, sign.end + 1, end)
        return self._made(sign, self.view.subject)

    def _of_verb(self, sign: _Sign, end: int, is_main: bool) -> list[_Effect]:
        if self.tokens[sign.start].lemma == "differ":
            named = dict(reversed(self._phrases_behind(sign.end, end)))
            by = self._whose(named.get("between", named.get("with", named.get("from"))), end)
            return [evolve(effect, by=by) for effect in self._made(sign, self.view.subject)]
        found = self._complements(sign, sign.end, end)
        if found:
            told_behind = sign.name == "helps" and any(
                token.tag == "T" for token in self.tokens[sign.end : end]
            )
            return [] if told_behind else found
        index = sign.end
        while index < end and self.tokens[index].tag in "R-":
            index += 1
        if index < end and self.tokens[index].tag == "O":
            return []
        if sign.name in _WITH_THEM:
            partner = next(
                (i for i in range(index, min(end, index + 2)) if self._word(i) in _PARTNERS), None
            )
            if partner is None:
                return self._purpose(sign) if index >= end - 1 else []
            if sign.name != "helps":
                return self._complements(sign, partner + 1, end)
            if self._word(partner) == "from":
                by, _ = self._named(partner + 1, self._phrase_end(partner + 1, end))
                return [evolve(effect, by=by) for effect in self._purpose(sign)]
            return []
        gains = self.tokens[sign.start].lemma in _TAKING
        return self._made(sign, self.view.subject) if is_main and not gains else []

    def _of_noun(self, sign: _Sign, end: int, first: int = 0) -> list[_Effect]:
        phrases = self._phrases_behind(sign.end, end)
        if sign.name in _WITH_THEM:
            return self._of_bearing(sign, phrases, end)
        for preposition, start in phrases[:1]:
            if preposition in {"of", "in", "to"}:
                found = self._complements(sign, start, end)
                if found:
                    return found
        low = sign.start
        while low > first and self.tokens[low - 1].tag in "NAQ":
            low -= 1
        return self._made(sign, self.view.vocabulary.matter(self.tokens, low, sign.start))

    def _of_bearing(self, sign: _Sign, phrases: list[tuple[str, int]], end: int) -> list[_Effect]:
        """Read "the effect of X on Y", "an association between X and Y", "a benefit of X"."""
        named = dict(reversed(phrases))
        if "between" in named and len(phrases) == 1:
            members = self.view.conjuncts(named["between"], end)
            if len(members) == 2:
                return [evolve(e, by=members[0]) for e in self._made(sign, members[1])]
        partner = next(
            (start for word, start in phrases if word in _PARTNERS - {"of", "between", "from"}),
            None,
        )
        sources = [
            start
            for word, start in phrases
            if word in {"between", "from"} or (word == "of" and (not partner or start < partner))
        ]
        source = sources[0] if sources else None
        if partner is None:
            if source is None or sign.name == "helps":
                return [evolve(e, by=self._whose(source, end)) for e in self._purpose(sign)]
            partner, source = source, None
        by = self._whose(source, end)
        return [evolve(e, by=by) for e in self._complements(sign, partner, end)]

    def _whose(self, source: int | None, end: int) -> Terms:
        return () if source is None else self._named(source, self._phrase_end(source, end))[0]

    def _phrases_behind(self, index: int, end: int) -> list[tuple[str, int]]:
        """Return the prepositions that follow a noun, each with where its phrase begins."""
        found = []
        while index < end:
            word = self._word(index)
            verb = self.verb
            if self.tokens[index].tag == "%":
                index += 1
                continue
            if word == "(":
                closing = (i for i in range(index, end) if self._word(i) == ")")
                index = next(closing, end - 1) + 1
                continue
            if self._is_observed() and verb is not None and index == verb.first:
                index = verb.last + 1
                continue
            if self.tokens[index].tag != "I":
                break
            found.append((word, index + 1))
            index = max(index + 1, self._phrase_end(index + 1, end, whole=word == "between"))
        return found

    def _purpose(self, sign: _Sign) -> list[_Effect]:
        """Return an effect on whatever a thing is for, where that is not said: "it works"."""
        idle = sign.name == "affects" and self._is_noun(sign) and self._is_denied(sign)
        if sign.name not in {"helps", "useless"} and not idle:
            return []
        return self._made(sign, (self.view.vocabulary.terms.of("benefit"),))

    def _phrase_end(self, start: int, end: int | None = None, whole: bool = True) -> int:
        """Return where the noun phrase at ``start`` ends, members of a list included."""
        limit = self.clause.end if end is None else end
        stop = noun_phrase(self.tokens, start, limit)[1]
        while (
            whole
            and stop < limit
            and (self.tokens[stop].tag == "C" or self._word(stop) in {",", "of"})
        ):
            after = noun_phrase(self.tokens, stop + 1, limit)[1]
            if after == stop + 1:
                break
            stop = after
        return stop

    def _of_adjective(self, sign: _Sign, end: int) -> list[_Effect]:
        view, verb = self.view, self.verb
        behind = self._phrases_behind(noun_phrase(self.tokens, sign.end, end)[1], end)
        predicative = verb is not None and verb.copula and sign.start > verb.main
        low, high = self.clause.subject
        if sign.name == "unchanged" and low <= sign.start < high:
            return []
        if sign.name in _WITH_THEM:
            if sign.name == "useless" and not predicative:
                return []
            if self._word(sign.end - 1) in _PARTNERS:
                return self._complements(sign, sign.end, end)
            attributive = noun_phrase(self.tokens, sign.end, end)[1] > sign.end
            if attributive and not view.subject:
                return []
            partner = next((start for word, start in behind if word in _PARTNERS), None)
            if partner is not None:
                return self._complements(sign, partner, end)
            return self._purpose(sign) if predicative and not attributive else []
        low, high = noun_phrase(self.tokens, sign.end, end)
        inner = next((s for i in range(low, high) if (s := self._changing(i, end))), None)
        if inner is not None and self._is_noun(inner):
            effects = self._of_noun(inner, end, low)
            if effects:
                self.nested.add(inner.start)
                return [self._composed(sign, inner, effect) for effect in effects]
        stop = with_complement(self.tokens, low, end)[1]
        terms = self.view.vocabulary.matter(self.tokens, low, stop)
        if terms and high > low:
            return self._made(sign, terms)
        if verb is not None and not verb.copula and sign.start > verb.last + 1:
            # "left traffic unchanged": the adjective tells what became of the object.
            return self._made(
                sign, self.view.vocabulary.matter(self.tokens, verb.last + 1, sign.start)
            )
        return self._made(sign, view.subject) if predicative else []

    def _complements(self, sign: _Sign, start: int, end: int) -> list[_Effect]:
        """Return the effects on the members of the noun phrase list that begins at ``start``.

        A word of change that the list opens with is taken together with the one before it.
        """
        start = self._behind_frame(start, end)
        end = self._before_next(start, end)
        index = start
        while index < end and self.tokens[index].tag in "DARQ" and not self._changing(index, end):
            index += 1
        inner = self._changing(index, end) if index < end else None
        if inner is not None:
            effects = self._targets(inner, end)
            if effects:
                self.nested.add(inner.start)
                return [self._composed(sign, inner, effect) for effect in effects]
        found = []
        for of in self.view.conjuncts(start, end):
            found += self._made(sign, of)
        self.nested.update(
            i for i in range(start, self._phrase_end(start, end)) if self.tokens[i].tag == "N"
        )
        return found

    def _changing(self, index: int, end: int) -> _Sign | None:
        sign = self._sign(index, end)
        return sign if sign is not None and sign.name in _CHANGING else None

    def _is_noun(self, sign: _Sign) -> bool:
        return self.tokens[sign.start].tag == "N"

    def _behind_frame(self, start: int, end: int) -> int:
        """Return where the matter begins behind "the treatment of", "a risk for"."""
        stop = noun_phrase(self.tokens, start, end)[1]
        head = self.tokens[stop - 1].lemma if stop > start else ""
        treated = head in _TREATING and self._word(stop) in {"of", "for"}
        risked = head in self.view.lexicon.risk_nouns and self._word(stop) == "for"
        return stop + 1 if treated or risked else start

    def _before_next(self, start: int, end: int) -> int:
        """Return where a list ends whose next member is a change of its own: "and raising X"."""
        for index in range(start, end - 1):
            parted = self.tokens[index].tag == "C" or self._word(index) == ","
            if self._word(index) == "," and not self._is_listed(index, end):
                return index
            if parted and self.tokens[index + 1].tag in "GP" and self._sign(index + 1, end):
                return index
        return end

    def _is_listed(self, comma: int, end: int) -> bool:
        """Return whether a conjunction before the next verb makes a list of what a comma parts."""
        behind = (token.tag for token in self.tokens[comma:end] if token.tag in "CVXMSW")
        return next(behind, "") == "C"

    def _composed(self, outer: _Sign, inner: _Sign, effect: _Effect) -> _Effect:
        """Return what a change of a change comes to: to prevent a decline is to keep up."""
        if outer.name == "affects":
            # What bears on a rise may stop it as well as speed it.
            effect = evolve(effect, direction=Direction.AFFECTED)
        elif outer.name in {"decreases", "prevents", "improves"}:
            effect = effect.turned()
        told = effect.told or (inner.start, inner.end)
        return evolve(effect, told=(min(outer.start, told[0]), max(outer.end, told[1])))

    def _made(self, sign: _Sign, of: Terms) -> list[_Effect]:
        if not of:
            return []
        if sign.name == "helps" and of[-1] in self._people:
            of = (self.view.vocabulary.terms.of("benefit"),)
        if sign.name in {"improves", "worsens", "helps"}:
            harmful = self.view.vocabulary.harmful(of)
            up = (sign.name == "worsens") == harmful
            return [_Effect(Direction.INCREASES if up else Direction.DECREASES, of)]
        if sign.name in {"affects", "relates"}:
            low = max(0, sign.start - 2)
            words = [token.lower for token in self.tokens[low : sign.start]]
            way = next((_INVERSE[word] for word in words if word in _INVERSE), None)
            return [_Effect(way or Direction.AFFECTED, of)]
        return [_Effect(_SIDES[sign.name], of)]


def _consistent(found: list[Change]) -> tuple[Change, ...]:
    """Return the changes without those that one clause cannot mean together: misread words."""
    ways: dict[tuple[Terms, bool], set[Direction]] = {}
    for change in found:
        ways.setdefault((change.of, change.negated), set()).add(change.direction)
    opposite = {Direction.INCREASES, Direction.DECREASES}
    return tuple(c for c in found if not opposite <= ways[c.of, c.negated])
