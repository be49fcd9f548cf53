"""What a clause says brings a change about."""

from __future__ import annotations

from factcheck.extraction.clause import phrase_before
from factcheck.extraction.conditions import PEOPLE
from factcheck.extraction.places import phrase_at
from factcheck.extraction.signs import Sign, SignReader, Terms

_UNDERGOING = frozenset(
    "with without receiving taking using given treated on who having exposed assigned lacking"
    " carrying".split()
)
"""What stands between people and what sets them apart: "patients **receiving** X"."""
_LEVELS = frozenset(["low", "high"])
_LEVELLED = frozenset("dose risk income grade quality school".split())
"""Nouns that "low" and "high" make another thing of, rather than tell less or more of it."""
_TOGETHER = frozenset("with after following under by during".split())


class CauseReader(SignReader):
    """Finds the causes of the changes in one clause."""

    def _cause(self, sign: Sign) -> tuple[Terms, int]:
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
                if down or phrase_at(self.view.cues, "absences", index, high):
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

    def _whose(self, source: int | None, end: int) -> Terms:
        return () if source is None else self._named(source, self._phrase_end(source, end))[0]
