"""What a clause says rises, falls, stays as it is or hangs together, and what brings it about."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.causes import CauseReader
from factcheck.extraction.clause import TIMES
from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.conditions import PEOPLE
from factcheck.extraction.gradings import gradings
from factcheck.extraction.phrases import noun_phrase, with_complement
from factcheck.extraction.signs import GRADED, Effect, Sign, Terms
from factcheck.extraction.standstills import standstills
from factcheck.model import Change, Direction

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
_INVERSE = {
    "inversely": Direction.DECREASES,
    "inverse": Direction.DECREASES,
    "negatively": Direction.DECREASES,
    "negative": Direction.DECREASES,
    "positively": Direction.INCREASES,
    "positive": Direction.INCREASES,
}
"""What says of an association which way it goes."""
_EXPERIENCING = frozenset("develop have get suffer experience contract show undergo be".split())
_TAKING = frozenset(["lose", "gain"])
"""Verbs of change whose subject never is what changes: "she lost six kilos"."""
_TREATING = frozenset("treatment therapy management care control handling".split())
_CHANGING = frozenset(["causes", "increases", "decreases", "improves", "worsens", "prevents"])
_BEARING = frozenset(["affects", "causes", "helps", "relates"])
"""Lists of words for a bearing of one thing on another, whichever way."""
_HAVING = frozenset("have make show find see be produce exert play observe".split())
_LINKING = frozenset(["link", "connect", "tie", "relate", "associate"])
_WHOLLY = frozenset("completely fully entirely totally wholly always necessarily".split())
_NEARLY = frozenset("almost broadly essentially largely mostly nearly roughly virtually".split())
_POINTING = frozenset("last next this each every".split())
_PARTNERS = frozenset("with to on in upon for of against from between at".split())
_STOPPING_PLACES = frozenset(["at", "in", "on"])
"""What leads to where something stops, which is kept from nothing: "stops at the school"."""
_WITH_THEM = frozenset(["affects", "relates", "causes", "prevents", "helps", "useless"])
"""Lists whose words take what they bear on behind a preposition: "contributes to erosion"."""


def changes(view: ClauseView) -> tuple[Change, ...]:
    """Return every change and bearing that a clause states."""
    return _Reader(view).changes()


class _Reader(CauseReader):
    """Reads one clause."""

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
                    slight = sign.name == "affects" and self._is_slight(sign.start)
                    cue = self.view.cue(*(effect.told or (sign.start - slight, sign.end)))
                    change = Change(effect.direction, effect.of, cue, effect.negated, effect.by)
                    if change not in found:
                        found.append(change)
        return _consistent([*found, *gradings(self.view), *standstills(self.view)])

    @property
    def _people(self) -> frozenset[str]:
        return frozenset(map(self.view.vocabulary.terms.of, PEOPLE))

    def _effects(self, sign: Sign, end: int) -> list[Effect]:
        token = self.tokens[sign.start]
        if sign.name == "against":
            return [Effect(Direction.DECREASES, self.view.vocabulary.terms.parts(token.lower))]
        found: list[Effect] = []
        if self._compares(sign) or (self._is_denied(sign) and self._wholly(sign)):
            return []
        if sign.name == "unchanged" and self._word(sign.start - 1) in _NEARLY:
            # What is broadly unchanged may have risen a little.
            return []
        by, way = self._cause(sign)
        for effect in self._targets(sign, end):
            if not effect.of and not effect.by:
                continue
            whole = effect if effect.by else evolve(effect, by=by)
            if set(whole.of) & set(whole.by):
                whole = evolve(whole, by=())
            if sign.name == "relates" and not whole.by:
                # "No association was found" tells nothing without what there is none with.
                continue
            if whole.by == by:
                whole = whole.under(way)
            if self._is_denied(sign):
                whole = self._denied(sign, whole)
            found.append(whole)
            if sign.name == "relates" and whole.by:
                found.append(evolve(whole, of=whole.by, by=whole.of))
        return found

    def _wholly(self, sign: Sign) -> bool:
        """Return whether only the whole of a change is told: "does not **fully** prevent"."""
        beside = self.tokens[max(0, sign.start - 1) : sign.start]
        return any(token.lower in _WHOLLY for token in beside)

    def _denied(self, sign: Sign, effect: Effect) -> Effect:
        if sign.name == "helps":
            return evolve(effect, direction=Direction.UNCHANGED)
        return effect.denied()

    def _targets(self, sign: Sign, end: int) -> list[Effect]:
        token = self.tokens[sign.start]
        verb = self.verb
        is_main = self._is_main(sign)
        if token.lower in GRADED and self._word(sign.end) == "likely":
            return self._likely(sign, end)
        if is_main and verb is not None and verb.passive:
            return self._of_passive(sign, end)
        if token.tag in "VGP":
            return self._of_verb(sign, end, is_main)
        if token.tag == "N":
            return self._of_noun(sign, end)
        return self._of_adjective(sign, end)

    def _likely(self, sign: Sign, end: int) -> list[Effect]:
        """Read "more likely to fall ill" as a rise of falling ill."""
        if self._word(sign.end + 1) != "to":
            return []
        start = sign.end + 2
        stop = self._phrase_end(start + 1, end)
        if stop > start + 1 and self.tokens[start].lemma in _EXPERIENCING:
            start += 1
        return self._made(sign, self.view.vocabulary.matter(self.tokens, start, stop))

    def _of_passive(self, sign: Sign, end: int) -> list[Effect]:
        if sign.name in _WITH_THEM and self._word(sign.end) in _PARTNERS - {"of"}:
            return self._complements(sign, sign.end + 1, end)
        if sign.name in _BEARING and not any(
            token.lower == "by" for token in self.tokens[sign.end : end]
        ):
            # "The file is modified" tells of no bearing that anything has on it.
            return []
        return self._made(sign, self.view.subject)

    def _of_verb(self, sign: Sign, end: int, is_main: bool) -> list[Effect]:
        if self.tokens[sign.start].lemma == "differ":
            named = dict(reversed(self._phrases_behind(sign.end, end)))
            by = self._whose(named.get("between", named.get("with", named.get("from"))), end)
            return [evolve(effect, by=by) for effect in self._made(sign, self.view.subject)]
        if sign.name == "relates" and self.tokens[sign.start].lemma in _LINKING:
            stop = self._phrase_end(sign.end, end)
            if sign.end < stop and self._word(stop) in {"to", "with"}:
                by = self.view.vocabulary.matter(self.tokens, sign.end, stop)
                return [evolve(e, by=by) for e in self._complements(sign, stop + 1, end)]
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
            if sign.name == "prevents" and self._word(partner) in _STOPPING_PLACES:
                return []
            if sign.name != "helps":
                return self._complements(sign, partner + 1, end)
            if self._word(partner) == "from":
                by, _ = self._named(partner + 1, self._phrase_end(partner + 1, end))
                return [evolve(effect, by=by) for effect in self._purpose(sign)]
            return []
        gains = self.tokens[sign.start].lemma in _TAKING
        return self._made(sign, self.view.subject) if is_main and not gains else []

    def _of_noun(self, sign: Sign, end: int, first: int = 0) -> list[Effect]:
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

    def _of_bearing(self, sign: Sign, phrases: list[tuple[str, int]], end: int) -> list[Effect]:
        """Read "the effect of X on Y", "an association between X and Y", "a benefit of X"."""
        named = dict(reversed(phrases))
        if phrases and phrases[0][0] == "between":
            stop = phrases[1][1] - 1 if len(phrases) > 1 else end
            first, *others = self.view.conjuncts(named["between"], stop) or [()]
            return [evolve(e, by=first) for other in others for e in self._made(sign, other)]
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

    def _purpose(self, sign: Sign) -> list[Effect]:
        """Return an effect on whatever a thing is for, where that is not said: "it works"."""
        had = self.verb is not None and self._main.lemma in _HAVING
        idle = sign.name == "affects" and had and self._is_noun(sign) and self._is_denied(sign)
        if sign.name not in {"helps", "useless"} and not idle:
            return []
        return self._made(sign, (self.view.vocabulary.terms.of("benefit"),))

    def _of_adjective(self, sign: Sign, end: int) -> list[Effect]:
        view, verb = self.view, self.verb
        behind = self._phrases_behind(noun_phrase(self.tokens, sign.end, end)[1], end)
        predicative = verb is not None and verb.copula and sign.start > verb.main
        attributive = noun_phrase(self.tokens, sign.end, end)[1] > sign.end
        low, high = self.clause.subject
        if sign.name == "unchanged" and (attributive or low <= sign.start < high):
            # "Static imports" and "a stable path" tell of what sort something is.
            return []
        if sign.name in _WITH_THEM:
            if sign.name == "useless" and not predicative:
                return []
            if self._word(sign.end - 1) in _PARTNERS:
                return self._complements(sign, sign.end, end)
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

    def _complements(self, sign: Sign, start: int, end: int) -> list[Effect]:
        """Return the effects on the members of the noun phrase list that begins at ``start``.

        A word of change that the list opens with is taken together with the one before it.
        """
        start = self._behind_frame(start, end)
        end = self._before_time(start, self._before_next(start, end))
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

    def _changing(self, index: int, end: int) -> Sign | None:
        sign = self._sign(index, end)
        return sign if sign is not None and sign.name in _CHANGING else None

    def _behind_frame(self, start: int, end: int) -> int:
        """Return where the matter begins behind "the treatment of", "a risk for"."""
        stop = noun_phrase(self.tokens, start, end)[1]
        head = self.tokens[stop - 1].lemma if stop > start else ""
        treated = head in _TREATING and self._word(stop) in {"of", "for"}
        risked = head in self.view.lexicon.risk_nouns and self._word(stop) == "for"
        if self.tokens[stop : stop + 1] and self.tokens[stop].tag == "%":
            return stop + 2 if self._word(stop + 1) == "of" else start
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

    def _before_time(self, start: int, end: int) -> int:
        """Return where a phrase begins that only says when: "fell **last year**", "**in May**"."""
        for index in range(start, end):
            word, following = self._word(index), self.tokens[index + 1 : index + 2]
            timed = following and following[0].lemma in TIMES
            again = self.tokens[index].lemma in TIMES and self._word(index + 1) == "after"
            if again or (timed and word in _POINTING):
                return index
        return end

    def _is_listed(self, comma: int, end: int) -> bool:
        """Return whether a conjunction before the next verb makes a list of what a comma parts."""
        behind = (token.tag for token in self.tokens[comma:end] if token.tag in "CVXMSW")
        return next(behind, "") == "C"

    def _composed(self, outer: Sign, inner: Sign, effect: Effect) -> Effect:
        """Return what a change of a change comes to: to prevent a decline is to keep up."""
        if outer.name == "affects":
            # What bears on a rise may stop it as well as speed it.
            effect = evolve(effect, direction=Direction.AFFECTED)
        elif outer.name in {"decreases", "prevents", "improves"}:
            effect = effect.turned()
        told = effect.told or (inner.start, inner.end)
        return evolve(effect, told=(min(outer.start, told[0]), max(outer.end, told[1])))

    def _made(self, sign: Sign, of: Terms) -> list[Effect]:
        if not of:
            return []
        if sign.name == "helps" and of[-1] in self._people:
            of = (self.view.vocabulary.terms.of("benefit"),)
        if sign.name in {"improves", "worsens", "helps"}:
            harmful = self.view.vocabulary.harmful(of)
            up = (sign.name == "worsens") == harmful
            return [Effect(Direction.INCREASES if up else Direction.DECREASES, of)]
        if sign.name in {"affects", "relates"}:
            low = max(0, sign.start - 2)
            words = [token.lower for token in self.tokens[low : sign.start]]
            way = next((_INVERSE[word] for word in words if word in _INVERSE), None)
            return [Effect(way or Direction.AFFECTED, of)]
        return [Effect(_SIDES[sign.name], of)]


def _consistent(found: list[Change]) -> tuple[Change, ...]:
    """Return the changes without those that one clause cannot mean together: misread words."""
    ways: dict[tuple[Terms, bool], set[Direction]] = {}
    for change in found:
        ways.setdefault((change.of, change.negated), set()).add(change.direction)
    opposite = {Direction.INCREASES, Direction.DECREASES}
    return tuple(c for c in found if not opposite <= ways[c.of, c.negated])
