"""What in a clause can be compared: changes, categories, lists, and what is said to be there."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extraction.clauses import Clause
from factcheck.extraction.cues import Place
from factcheck.extraction.phrases import (
    Vocabulary,
    coordinated,
    noun_phrase,
    with_complement,
)
from factcheck.extraction.tokens import Token
from factcheck.model import Category, Change, Cue, Direction, Items, Polarity, Presence, Span

Locate = Callable[[Place], Span]
_HAVING = frozenset(
    "have contain include cause bring carry pose produce involve  comprise trigger entail".split()
)
_OCCURRING = frozenset(["appear", "develop", "emerge", "form"]) | frozenset(
    ["include", "occur", "exist", "arise", "happen", "comprise"]
)
_EXCLUSIVE = frozenset(["only", "solely", "exclusively"])
_LISTING = frozenset(["include", "comprise", "range", "contain"])
_HARMS = frozenset(["risk", "danger", "hazard", "threat", "peril"])
_SOME = (0.3, 1.0)
_ENOUGH = (0.5, 1.0)
_NONE = (0.0, 0.0)
_LITTLE = {"little": (0.0, 0.2), "few": (0.0, 0.2), "minimal": (0.0, 0.2)}
_LEVELS = frozenset("amount level size strength severity frequency importance degree".split())


class Aspects:
    """Reads the comparable aspects of one clause of one sentence."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        clause: Clause,
        polarity: Polarity,
        subject: tuple[str, ...],
        vocabulary: Vocabulary,
        locate: Locate,
    ) -> None:
        """Hold what every aspect needs; ``subject`` are the resolved terms of the subject."""
        self.text = text
        self.tokens = tokens
        self.clause = clause
        self.negated = polarity is Polarity.NEGATED
        self.subject = subject
        self.vocabulary = vocabulary
        self.lexicon = vocabulary.lexicon
        self.locate = locate

    def _cue(self, start: int, end: int) -> Cue:
        words = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        return Cue(words, self.locate(Place(start, end)))

    @property
    def _object_start(self) -> int:
        verb = self.clause.verb
        return verb.last + 1 if verb is not None else self.clause.start

    # -- changes ---------------------------------------------------------------------------

    def changes(self) -> tuple[Change, ...]:
        """Return every increase and decrease, with what it is of."""
        found: list[Change] = []
        ranges = [(self.clause.start, self.clause.end)]
        if self.clause.kind == "relative":
            ranges.insert(0, self.clause.subject)
        for start, end in ranges:
            for index in range(start, end):
                token = self.tokens[index]
                sign, targets = self._sign(token), self._targets
                if sign is None and self._has_no_effect(index):
                    sign, targets = "same", self._affected
                if sign is None or self._is_presupposed(index):
                    continue
                for target in targets(index, end):
                    direction = self._direction(sign, target)
                    main = self.clause.verb is not None and index in (
                        self.clause.verb.main,
                        *self.clause.verb.chain,
                    )
                    denied = self.negated and (main or token.tag in "NA") and sign != "same"
                    cue = self._cue(index, index + 1)
                    change = Change(direction, target, cue, negated=denied)
                    if change not in found:
                        found.append(change)
        return tuple(found)

    def _has_no_effect(self, index: int) -> bool:
        """Return whether "no effect on" stands at a noun, or "stays the same" at "same"."""
        token = self.tokens[index]
        verb = self.clause.verb
        if token.lower == "same" and verb is not None:
            return self.tokens[verb.main].lemma in {"stay", "remain", "keep"}
        before = {t.lower for t in self.tokens[max(0, index - 3) : index]}
        follows = index + 1 < self.clause.end and self.tokens[index + 1].lower == "on"
        none = bool(before & self.lexicon.negative_determiners) or self.negated
        return token.lemma in {"effect", "impact", "influence", "bearing"} and follows and none

    def _affected(self, index: int, end: int) -> list[tuple[str, ...]]:
        if self.tokens[index].lower == "same":
            return [self.subject] if self.subject else []
        return self._conjuncts(index + 2, end)

    def _is_presupposed(self, index: int) -> bool:
        """Return whether a change is only named in the subject: "this rise in prices worries …"."""
        low, high = self.clause.subject
        return low <= index < high and self.tokens[index].tag in "NG"

    def _sign(self, token: Token) -> str | None:
        if token.tag not in "VGPNA" or not token.is_word:
            return None
        lexicon = self.lexicon
        for name, words in (
            ("up", lexicon.increases),
            ("down", lexicon.decreases),
            ("same", lexicon.unchanged),
            ("better", lexicon.improves),
            ("worse", lexicon.worsens),
        ):
            if token.lemma in words or token.lower in words:
                return name
        if token.lower.startswith("anti-") and len(token.lower) > 7:
            return "against"
        return None

    def _direction(self, sign: str, target: tuple[str, ...]) -> Direction:
        if sign in {"better", "worse"}:
            harmful = self.vocabulary.harmful(target)
            sign = "up" if (sign == "better") != harmful else "down"
        return {"up": Direction.INCREASES, "down": Direction.DECREASES,
                "against": Direction.DECREASES, "same": Direction.UNCHANGED}[sign]  # fmt: skip

    def _targets(self, index: int, end: int) -> list[tuple[str, ...]]:
        """Return what changes: object, subject, "of" complement or modified noun."""
        token = self.tokens[index]
        content = self.vocabulary.content
        if token.lower.startswith("anti-"):
            return [self.vocabulary.terms.parts(token.lower)]
        verb = self.clause.verb
        passive = verb is not None and verb.main == index and verb.passive
        if token.tag in "VG" or (token.tag == "P" and not passive):
            following = self._conjuncts(index + 1, end)
            if following:
                return following
            if index + 1 < end and self.tokens[index + 1].tag == "O":
                return []
            is_main = verb is not None and index == verb.main
            return [self.subject] if is_main and self.subject else []
        if passive:
            return [self.subject] if self.subject else []
        if token.tag == "N":
            return self._noun_targets(index, end)
        low, high = noun_phrase(self.tokens, index + 1, end)
        terms = content(self.tokens, low, with_complement(self.tokens, low, end)[1])
        if not terms and verb is not None and not verb.copula and index > verb.last + 1:
            # "left traffic unchanged": the adjective tells what became of the object.
            object_terms = content(self.tokens, verb.last + 1, index)
            return [object_terms] if object_terms else []
        if not terms and verb is not None and verb.copula and index > verb.main:
            return [self.subject] if self.subject else []
        return [terms] if terms and high > low else []

    def _noun_targets(self, index: int, end: int) -> list[tuple[str, ...]]:
        content = self.vocabulary.content
        if index + 1 < end and self.tokens[index + 1].lower in {"of", "in", "to"}:
            targets = self._conjuncts(index + 2, end)
            if targets:
                return targets
        low = index
        while low > 0 and self.tokens[low - 1].tag in "NAQ":
            low -= 1
        terms = content(self.tokens, low, index)
        return [terms] if terms else []

    def _conjuncts(self, start: int, end: int) -> list[tuple[str, ...]]:
        """Return the terms of each member of the noun phrase list that begins at ``start``."""
        while start < end and self.tokens[start].tag in "R-":
            start += 1
        if start >= end or self.tokens[start].tag not in "DNAQ#OPG":
            return []
        stop = start
        while (
            stop < end
            and self.tokens[stop].tag not in "SWVXMT"
            and not (self.tokens[stop].tag == "I" and self.tokens[stop].lower != "of")
        ):
            stop += 1
        found = []
        for low, high in coordinated(self.tokens, start, stop):
            terms = self.vocabulary.matter(self.tokens, *with_complement(self.tokens, low, high))
            if terms:
                found.append(terms)
        return found

    # -- presence --------------------------------------------------------------------------

    def presences(self) -> tuple[Presence, ...]:
        """Return what is said to be there or to threaten, and how much of it."""
        found = [*self._risks(), *self._had(), *self._absent()]
        unique: dict[tuple[str, ...], Presence] = {}
        for presence in found:
            unique.setdefault(presence.of, presence)
        return tuple(unique.values())

    def _risks(self) -> list[Presence]:
        """Read "a low risk of X and Y", "X potential", "the danger of X"."""
        found: list[Presence] = []
        low, high = self.clause.subject
        inherited = range(low, high) if self.clause.kind != "relative" else range(0)
        for index in sorted({*inherited, *range(self.clause.start, self.clause.end)}):
            token = self.tokens[index]
            if token.tag != "N" or token.lemma not in self.lexicon.risk_nouns:
                continue
            degree = self._degree_before(index)
            if degree == _SOME and self._is_reason(index):
                degree = _ENOUGH
            if degree == _SOME and low <= index < high:
                degree = self._degree_after() or degree
            harm = (self.vocabulary.terms.of("risk"),) if token.lemma in _HARMS else ()
            for of in self._risk_of(index):
                kept = tuple(term for term in of if term not in self.vocabulary.risks)
                named = tuple(dict.fromkeys((*kept, *harm)))
                if named:
                    found.append(Presence(named, *degree, self._risk_cue(index)))
        return found

    def _is_reason(self, index: int) -> bool:
        """Return whether the noun is given as the reason: "because of its potential for X"."""
        return any(
            token.lower in {"because", "due", "owing", "given", "account"} and token.tag in "IS"
            for token in self.tokens[max(0, index - 5) : index]
        )

    def _risk_cue(self, index: int) -> Cue:
        """Return the whole phrase around a risk noun: "low risk of side effects"."""
        low, high = index, index + 1
        while low > self.clause.start and self.tokens[low - 1].tag in "NA":
            low -= 1
        if high < self.clause.end and self.tokens[high].lower in {"of", "for", "from"}:
            high = with_complement(self.tokens, high + 1, self.clause.end)[1]
        return self._cue(low, max(high, index + 1))

    def _degree_after(self) -> tuple[float, float] | None:
        """Return the degree that a copula gives its subject: "the risk … is low"."""
        verb = self.clause.verb
        if verb is None or not verb.copula:
            return None
        for token in self.tokens[verb.last + 1 : min(self.clause.end, verb.last + 4)]:
            degree = self._amount(token.lower) if token.tag == "A" else None
            if degree is not None:
                return (1 - degree[1], 1 - degree[0]) if self.negated else degree
        return None

    def _risk_of(self, index: int) -> list[tuple[str, ...]]:
        end = self.clause.end
        if index + 1 < end and self.tokens[index + 1].lower in {"of", "for", "from"}:
            return self._conjuncts(index + 2, end)
        low = index
        while low > 0 and self.tokens[low - 1].tag == "N":
            low -= 1
        terms = self.vocabulary.content(self.tokens, low, index)
        if terms:
            return [terms]
        plain = self.tokens[index].lemma in _HARMS
        to_verb = index + 1 < end and self.tokens[index + 1].tag == "T"
        return (
            [(self.vocabulary.terms.of_lemma(self.tokens[index].lemma),)]
            if plain and not to_verb
            else []
        )

    def _degree_before(self, index: int) -> tuple[float, float]:
        """Return the degree that the words before a noun give it; negation counts as none."""
        denied = 0
        low = max(0, index - 8)
        if self.clause.verb is not None and self.negated and index > self.clause.verb.first:
            denied += 1
        degree = _SOME
        for position in range(index - 1, low - 1, -1):
            token = self.tokens[position]
            if token.tag in "VXMSW" or token.lower in {";", ":"}:
                break
            if token.lower in self.lexicon.negative_determiners:
                denied += 1
            elif token.lower in self.lexicon.negative_prepositions:
                denied += 1
                denied += position > 0 and self.tokens[position - 1].lower == "not"
                break
            elif token.lower in _LITTLE:
                degree = _LITTLE[token.lower]
            elif degree == _SOME:
                degree = self._amount(token.lower) or degree
        if denied % 2:
            return _NONE if degree == _SOME else (degree[1], 1.0)
        return degree

    def _amount(self, word: str) -> tuple[float, float] | None:
        for degree in self.lexicon.degrees.get(word, ()):
            if degree.dimension in _LEVELS:
                return (degree.low, degree.high)
        return None

    def _had(self) -> list[Presence]:
        """Read the object of "have, cause, include …" and the subject of "occur"."""
        verb = self.clause.verb
        if verb is None:
            return []
        lemma = self.tokens[verb.main].lemma
        degree = _NONE if self.negated else _SOME
        cue = self._cue(verb.main, verb.main + 1)
        found: list[Presence] = []
        listing = lemma in _LISTING and not self.vocabulary.harmful(self.subject)
        occurs = lemma in _OCCURRING and not listing
        if self.subject and (occurs or self._shows_existence()):
            found.append(Presence(self.subject, *degree, cue))
        existential = verb.copula and self.tokens[max(0, verb.first - 1)].lower == "there"
        if (lemma in _HAVING and not verb.passive) or existential:
            first = self._object_start
            if (
                first < self.clause.end
                and self.tokens[first].lower in self.lexicon.negative_determiners
            ):
                degree = _NONE
            for of in self._conjuncts(first, self.clause.end):
                if not self.vocabulary.risks & set(of):
                    found.append(Presence(of, *degree, cue))
        return found

    def _shows_existence(self) -> bool:
        """Return whether a finished event befell an indefinite subject: "cracks have opened"."""
        low, high = self.clause.subject
        verb = self.clause.verb
        if verb is None or low >= high or self.negated or self.clause.kind == "relative":
            return False
        bare = self.tokens[high - 1].tag == "N" and all(
            t.tag in "NA" for t in self.tokens[low:high]
        )
        last = self.tokens[high - 1].lower
        plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
        finished = self.tokens[verb.first].lower in {"has", "have", "had", "was", "were"}
        lower_case = self.tokens[high - 1].text.islower() or high == 1
        return bare and plural and lower_case and finished

    def _absent(self) -> list[Presence]:
        """Read "without X", "no X", "free of X", "lacks X"."""
        found: list[Presence] = []
        verb = self.clause.verb
        if verb is not None and self.tokens[verb.main].lemma == "lack":
            degree = _SOME if self.negated else _NONE
            cue = self._cue(verb.main, verb.main + 1)
            found = [
                Presence(of, *degree, cue) for of in self._conjuncts(verb.last + 1, self.clause.end)
            ]
        lexicon = self.lexicon
        starts = [
            *self.vocabulary.cues["negative_prepositions"].places(
                self.tokens, self.clause.start, self.clause.end
            ),
            *(
                (i, i + 1)
                for i in range(self.clause.start, self.clause.end)
                if self.tokens[i].lower in lexicon.negative_determiners
                and self.tokens[i].tag == "D"
            ),
        ]
        for start, end in starts:
            complement = (
                verb is not None
                and verb.copula
                and start == verb.last + 1
                and self.tokens[start].tag == "D"
            )
            denied = (
                not complement
                and self.negated
                and self.clause.verb is not None
                and (start > self.clause.verb.first)
            )
            denied ^= start > 0 and self.tokens[start - 1].lower == "not"
            degree = _SOME if denied else _NONE
            for of in self._conjuncts(end, self.clause.end):
                found.append(Presence(of, *degree, self._cue(start, end)))
        return found

    # -- categories and lists --------------------------------------------------------------

    def categories(self) -> tuple[Category, ...]:
        """Return the classes that the subject is put into."""
        verb = self.clause.verb
        if verb is None:
            start = self.clause.start
        elif verb.first > 0 and self.tokens[verb.first - 1].lower == "there":
            return ()
        elif verb.copula or self._names(verb.main, verb.passive):
            start = verb.last + 1
        else:
            return ()
        found = []
        if start < self.clause.end and self.tokens[start].lower == "as":
            start += 1
        while start < self.clause.end and self.tokens[start].tag in "R-":
            start += 1
        if start >= self.clause.end or self.tokens[start].tag not in "DNA":
            return ()
        if self._partitive(start):
            return ()
        low, high = noun_phrase(self.tokens, start, self.clause.end)
        terms = self.vocabulary.content(self.tokens, low, high)
        is_noun = high > low and self.tokens[high - 1].tag in "NG"
        if terms and is_noun:
            found.append(Category(terms, self._cue(low, high)))
        return tuple(found)

    def _partitive(self, start: int) -> bool:
        words = [token.lower for token in self.tokens[start : start + 3]]
        return words[:2] == ["one", "of"] or words[:1] == ["what"] or "of" in words[1:2]

    def _names(self, main: int, passive: bool) -> bool:
        lemma = self.tokens[main].lemma
        following = self.tokens[main + 1].lower if main + 1 < len(self.tokens) else ""
        if passive and lemma in {"call", "name", "term", "dub"}:
            return True
        if lemma in {
            "classify",
            "know",
            "describe",
            "regard",
            "define",
            "act",
            "serve",
            "function",
        }:
            return following == "as"
        return False

    def items(self) -> tuple[Items, ...]:
        """Return the lists in the object, with what they are lists of."""
        start = self._object_start
        while start < self.clause.end and self.tokens[start].lower in _EXCLUSIVE:
            start += 1
        verb = self.clause.verb
        attribute = self.subject
        if verb is not None and self.tokens[verb.main].lemma not in _LISTING | {"be"}:
            attribute = (self.vocabulary.terms.of_lemma(self.tokens[verb.main].lemma),)
        for index in range(start, self.clause.end):
            token = self.tokens[index]
            if token.tag in "SWVXM":
                break
            opens = index == start or token.lower in {
                "through",
                "via",
                "by",
                "including",
                "include",
            }
            if not opens:
                continue
            first = index if index == start and token.tag in "DNA" else index + 1
            if self._list_end(first) <= first:
                continue
            members = self._members(first)
            if len(members) > 1:
                span = self.locate(Place(first, self._list_end(first)))
                exclusive = any(
                    t.lower in _EXCLUSIVE for t in self.tokens[self._object_start : first]
                )
                return (Items(tuple(members), attribute, span, exclusive),)
        return ()

    def _list_end(self, start: int) -> int:
        end = start
        while end < self.clause.end and self.tokens[end].tag not in "SWVXMTG":
            token = self.tokens[end]
            repeated = start > 0 and token.lower == self.tokens[start - 1].lower
            if token.tag == "I" and token.lower != "of" and not repeated:
                break
            end += 1
        return end

    def _members(self, start: int) -> list[tuple[str, ...]]:
        members = []
        copula = self.clause.verb is not None and self.clause.verb.copula
        for begin, high in coordinated(self.tokens, start, self._list_end(start)):
            low = begin + (self.tokens[begin].tag == "I")
            if not any(token.tag in ("NA" if copula else "N") for token in self.tokens[low:high]):
                return []
            first, last = with_complement(self.tokens, low, high)
            terms = self.vocabulary.content(self.tokens, first, last)
            if terms:
                members.append(terms)
        return members
