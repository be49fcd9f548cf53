"""Words of change in a clause: which list they are of, and whether the clause asserts them."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.tokens import Token
from factcheck.model import Direction
from factcheck.model.frozen import immutable

Terms = tuple[str, ...]
Range = tuple[int, int]

GRADED = frozenset(["more", "less", "fewer"])
_STAYING = frozenset(["stay", "remain", "keep"])
_ACCOMPANYING = frozenset("with without by through via despite".split())
_MOVING = frozenset("climb collapse drop fall lower plunge rise sink slide tumble".split())
_INTO = frozenset("across from into off on onto out over through".split())
_DOING = frozenset(["work", "help", "key"])


@immutable(auto_attribs=True, frozen=True)
class Sign:
    """A word of change in the clause: where it stands, and which list it is of."""

    start: int
    end: int
    name: str


@immutable(auto_attribs=True, frozen=True)
class Effect:
    """What a word of change is read as: which way, of what, by what, and told by which words.

    ``told`` is left out where the word itself tells.
    """

    direction: Direction
    of: Terms
    by: Terms = ()
    negated: bool = False
    told: Range | None = None

    def denied(self) -> Effect:
        """Return what denying it leaves: no bearing at all where no way was said."""
        if self.direction is Direction.AFFECTED:
            return evolve(self, direction=Direction.UNCHANGED)
        if self.direction is Direction.UNCHANGED:
            return evolve(self, direction=Direction.AFFECTED)
        return evolve(self, negated=True)

    def under(self, way: int) -> Effect:
        """Return the effect of a thing of which there being less or more has this one."""
        if way and self.direction is Direction.AFFECTED:
            return evolve(self, direction=Direction.INCREASES if way > 0 else Direction.DECREASES)
        return self.turned() if way < 0 else self

    def turned(self) -> Effect:
        """Return the effect of a thing whose absence has this one."""
        return evolve(self, direction=self.direction.opposite)


_GRADED_NOUNS = frozenset(
    "price cost rate level risk number share fee rent tax wage fare income toll value temperature"
    " pressure dose speed age incidence prevalence mortality frequency intensity concentration"
    " limit bound quality standard density birth death crime interest".split()
)
"""What is called lower for there being less of it, and not for its place."""
_SLIGHT = frozenset("little minimal negligible scant".split())
_SETTINGS = frozenset(["under", "at", "despite", "amid"])
_ATTENDING = frozenset(["with", "in", "after", "without"])


class SignReader:
    """Finds the words of change of one clause."""

    def __init__(self, view: ClauseView) -> None:
        self.view = view
        self.tokens = view.tokens
        self.clause = view.clause
        self.verb = view.clause.verb
        self.nested: set[int] = set()

    def _sign(self, index: int, end: int) -> Sign | None:
        token = self.tokens[index]
        vocabulary = self.view.vocabulary
        known = vocabulary.signed.openings
        other = token.lower == "same" or token.lower.startswith("anti-")
        if not (token.lower in known or token.lemma in known or other) or not token.is_word:
            return None
        if token.tag == "D" or (token.tag == "R" and token.lower in GRADED):
            counted = index + 1 < end and self.tokens[index + 1].tag in "NA"
            likely = index + 1 < end and self.tokens[index + 1].lower == "likely"
            graded = token.lower in GRADED and (likely or (token.tag == "D" and counted))
            if not graded:
                return None
        elif token.tag not in "VGPNA":
            return None
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
            return None if named or helping else Sign(index, index + width, name)
        if token.lower.startswith("anti-") and len(token.lower) > 7:
            return Sign(index, index + 1, "against")
        if token.lower == "same" and self.verb is not None and self._main.lemma in _STAYING:
            return Sign(index, index + 1, "unchanged")
        return None

    def _opens(self, index: int, end: int) -> bool:
        return self.view.vocabulary.signed.at(self.tokens, index, end) > 0

    @property
    def _main(self) -> Token:
        assert self.verb is not None
        return self.tokens[self.verb.main]

    def _is_asserted(self, sign: Sign) -> bool:
        """Return whether a word says that there is a change, rather than only names one.

        Nouns name it in the subject ("this rise in prices worries …") and inside another phrase
        ("a forecast of a rise in prices").
        """
        if self._moves(sign) or self._is_setting(sign) or self._is_placed(sign):
            return False
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

    def _is_placed(self, sign: Sign) -> bool:
        """Return whether a word only says which part is meant: "the **lower** hinge had failed"."""
        before = self._word(sign.start - 1) if sign.start else ""
        head = self.tokens[sign.end : sign.end + 1]
        named = before == "the" and [token.tag for token in head] == ["N"]
        return self._word(sign.start) == "lower" and named and head[0].lemma not in _GRADED_NOUNS

    def _is_setting(self, sign: Sign) -> bool:
        """Return whether a word is of what a thing is done under: "grows **at higher** levels"."""
        if self.tokens[sign.start].tag not in "AP" or self.tokens[sign.end : sign.end + 1] == []:
            return False
        before = sign.start - 1
        while before >= 0 and self.tokens[before].tag in "DAR":
            before -= 1
        word = self.tokens[before].lower if before >= 0 else ""
        fronted = sign.start < self.clause.subject[0]
        return self.tokens[sign.end].tag in "NA" and word in (
            _SETTINGS | _ATTENDING if fronted else _SETTINGS
        )

    def _moves(self, sign: Sign) -> bool:
        """Return whether something only goes up or down: "**fell into** the river", "off a roof".

        A figure behind, or a level of many, makes a change of it: "fell to 3 %", "into decline".
        """
        if self.tokens[sign.start].lemma not in _MOVING or self._word(sign.end) not in _INTO:
            return False
        following = self.tokens[sign.end + 1 : sign.end + 2]
        return bool(following) and following[0].tag == "D"

    def _is_observed(self) -> bool:
        """Return whether the clause only says that its subject was found to be there."""
        reporting = self.view.lexicon.reporting_verbs
        return self.verb is not None and self.verb.passive and self._main.lemma in reporting

    def _is_main(self, sign: Sign) -> bool:
        return self.verb is not None and sign.start <= self.verb.main < sign.end

    def _compares(self, sign: Sign) -> bool:
        """Return whether a word only ranks two things: "no more effective than", "as useful as"."""
        before = self._word(sign.start - 1)
        ranked = before == "as" or (before in GRADED and self._is_denied(sign))
        return sign.name == "helps" and ranked

    def _is_denied(self, sign: Sign) -> bool:
        """Return whether the clause's negation, or a "no" of its own, reaches a word."""
        index = sign.start
        before = index - 1
        while before >= 0 and self.tokens[before].tag in "ARNQ":
            before -= 1
        word = self.tokens[before].lower if before >= 0 else ""
        if word in self.view.lexicon.negative_determiners or word == "without":
            return True
        if sign.name == "affects" and self._is_slight(index):
            return True
        verb = self.verb
        if not self.view.negated:
            return False
        if verb is None or self.tokens[index].tag in "NA":
            return True
        return (verb.copula and index > verb.last) or index == verb.main or index in verb.chain

    def _is_slight(self, index: int) -> bool:
        """Return whether a bearing is as good as none: "has **little** effect", not "a little"."""
        before = self._word(index - 1) if index else ""
        article = self._word(index - 2) if index > 1 else ""
        return before in _SLIGHT and not (before == "little" and article == "a")

    def _word(self, index: int) -> str:
        return self.tokens[index].lower if index < len(self.tokens) else ""

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

    def _is_noun(self, sign: Sign) -> bool:
        return self.tokens[sign.start].tag == "N"
