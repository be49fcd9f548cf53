"""Sentences into tokens that know where in the passage they stand."""

from __future__ import annotations

import re

from attrs import frozen

from factcheck.lexicon import Lexicon

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![\w])%?"
    r"|\w+(?:[-'’]\w+)*"
    r"|\.\.\.|--+|[^\w\s]"
)
_CLITIC = re.compile(r"(?i)(?<=\w)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_DASHES = {"—", "–", "--", "---"}


@frozen(slots=True)
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

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or number rather than a sign."""
        return self.text[0].isalnum()


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``; clitics ("n't", "'s") stand alone."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        clitic = _CLITIC.search(word)
        if clitic and len(word) > len(clitic.group()):
            cut = match.start() + clitic.start()
            tokens.append(_token(text, match.start(), cut))
            tokens.append(_token(text, cut, match.end()))
        else:
            tokens.append(_token(text, match.start(), match.end()))
    return tokens


def _token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    lower = "—" if word in _DASHES else word.lower().replace("’", "'")
    if lower == "ca" and text[end : end + 3].lower().replace("’", "'") == "n't":
        lower = "can"
    if lower == "wo" and text[end : end + 3].lower().replace("’", "'") == "n't":
        lower = "will"
    return Token(word, start, end, lower)


def standardise(tokens: list[Token], lexicon: Lexicon) -> tuple[list[Token], list[tuple[int, int]]]:
    """Return the tokens with garbled terms in their standard form, and where those stood.

    The replacing tokens all carry the span of the whole garbled term, so that a claim built from
    them still quotes its source.
    """
    garbled = lexicon.garbled
    longest = max((phrase.count(" ") for phrase in garbled), default=-1) + 1
    out: list[Token] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        for width in range(min(longest, len(tokens) - index), 0, -1):
            phrase = " ".join(token.lower for token in tokens[index : index + width])
            if phrase in garbled:
                start, end = tokens[index].start, tokens[index + width - 1].end
                out.extend(
                    Token(word, start, end, word.lower()) for word in garbled[phrase].split()
                )
                places.append((start, end))
                index += width
                break
        else:
            out.append(tokens[index])
            index += 1
    return out, places
