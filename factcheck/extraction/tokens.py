"""Sentences into tokens that know where in the passage they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from factcheck.model.frozen import immutable

_TOKEN = re.compile(
    r"\d{1,2}(?::\d\d){1,2}(?![\w:])|\d+:\d+(?![\w:])"  # a time of day, "the 16:8 plan"
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![\w])%?"
    r"|[A-Z](?:\+\+|#)(?!\w)"
    r"|(?:[A-Z]\.){2,}(?=[,;)]|\s+[a-z])|[A-Z](?:\.[A-Z])+\b"  # "the U.S. army"
    r"|[A-Z]\w+(?:–[A-Z]\w+)+"  # "the Vik–Orla line"
    r"|\w+(?:[-'’]\w+|(?<=\w\w)\.[a-z]\w+)*"  # "well-known", "Node.js", "example.org"
    r"|(?<![\w)])(?:--[A-Za-z][\w-]*|-[A-Za-z]\b)"  # options of a program: "--jobs", "-j"
    r"|\.\.\.|--+|[^\w\s]"
)
_CLITIC = re.compile(r"(?<=\w)(?:n't|'(?:s|re|ve|ll|d|m))$")
_CONTRACTED = {"ca": "can", "wo": "will"}
_DIGITS_OF_A_YEAR = 4
NUMBER = re.compile(r"^[\d][\d.,:]*(?:st|nd|rd|th|s)?%?$")
_DASHES = frozenset(["—", "–", "--", "---"])
_JOINT = re.compile("[-–]")


@immutable(auto_attribs=True, frozen=True)
class Token:
    """A word or sign of a sentence.

    Attributes:
        text: the word to compare by; for a garbled term a word of its standard form.
        start, end: where the source's own word stands in the passage.
        lower: ``text`` in lower case, apostrophes straight.
        tag: part of speech, one letter (see ``tagging``); empty before tagging.
        lemma: base form that the tag decided on.
    """

    text: str
    start: int
    end: int
    lower: str
    tag: str = ""
    lemma: str = ""

    def tagged(self, tag: str, lemma: str) -> Token:
        """Return the token with a part of speech and the base form that goes with it."""
        return Token(self.text, self.start, self.end, self.lower, tag, lemma)

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or number rather than a sign."""
        return self.text[0].isalnum() or self.text[-1].isalnum()

    @property
    def is_year(self) -> bool:
        """Whether it is written as a year is: in four figures."""
        return len(self.text) == _DIGITS_OF_A_YEAR and self.text.isdigit()

    @property
    def is_name(self) -> bool:
        """Whether the word is written as a name: with a capital and small letters, or as two."""
        if not self.text[:1].isupper():
            return False
        return self.text[1:].islower() or all(one[1:].islower() for one in _JOINT.split(self.text))

    @property
    def has_plural_ending(self) -> bool:
        """Whether the word ends like a regular plural: "birds", but not "glass" or "virus"."""
        return self.lower.endswith("s") and not self.lower.endswith(("ss", "us", "is"))


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``; clitics ("n't", "'s") stand alone."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        low, high = match.span()
        word = match[0]
        straight = word.lower().rstrip("." * word[0].isalpha())
        straight = straight.replace("’", "'").replace("–", "-")
        clitic = _CLITIC.search(straight) if "'" in straight else None
        if clitic:
            cut = len(word) - len(clitic[0])
            host = word[:cut].lower().replace("’", "'").replace("–", "-")
            host = _CONTRACTED.get(host, host) if clitic[0] == "n't" else host
            tokens.append(Token(word[:cut], low, low + cut, host))
            tokens.append(Token(word[cut:], low + cut, high, clitic[0]))
        else:
            tokens.append(Token(word, low, high, "—" if word in _DASHES else straight))
    return tokens


_Node: TypeAlias = "dict[str, _Node]"
_END = ""
"""Stands in the index where a phrase may end; no word is empty."""
_NOWHERE: _Node = {}


class PhraseList:
    """Words and phrases to look for in tokens, found by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Index ``phrases``, given in lower case with single spaces."""
        self.openings: _Node = {}
        for phrase in phrases:
            node = self.openings
            for word in phrase.split():
                node = node.setdefault(word, {})
            node[_END] = {}

    def at(self, tokens: list[Token], index: int, end: int) -> int:
        """Return how many tokens the longest phrase at ``index`` takes; 0 for none.

        Words are compared in the form they have and in their base form.
        """
        token = tokens[index]
        written = base = self.openings
        if token.lower not in written and token.lemma not in written:
            return 0
        longest = 0
        for after in range(index, end):
            token = tokens[after]
            written = written.get(token.lower, _NOWHERE)
            base = base.get(token.lemma or token.lower, _NOWHERE)
            if _END in written or _END in base:
                longest = after + 1 - index
            elif not (written or base):
                break
        return longest

    def places(self, tokens: list[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where phrases stand in ``tokens[start:end]``, from the left, longest first."""
        known = self.openings
        covered = start
        for index in [
            index
            for index, token in enumerate(tokens[start:end], start)
            if token.lower in known or token.lemma in known
        ]:
            width = self.at(tokens, index, end) if index >= covered else 0
            if width:
                covered = index + width
                yield (index, covered)


def standardise(
    tokens: list[Token], garbled: Mapping[str, str], known: PhraseList
) -> tuple[list[Token], list[tuple[int, int]]]:
    """Return the tokens with garbled terms in their standard form, and where those stood.

    The replacing tokens all carry the span of the whole garbled term, so that a claim built from
    them still quotes its source.

    Args:
        tokens: the tokens of a sentence, before tagging.
        garbled: garbled phrase to standard term.
        known: the garbled phrases, indexed.
    """
    out: list[Token] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        width = known.at(tokens, index, len(tokens))
        if not width:
            out.append(tokens[index])
            index += 1
            continue
        phrase = " ".join(token.lower for token in tokens[index : index + width])
        start, end = tokens[index].start, tokens[index + width - 1].end
        out.extend(Token(word, start, end, word.lower()) for word in garbled[phrase].split())
        places.append((start, end))
        index += width
    return out, places
