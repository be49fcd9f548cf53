"""A text as tokens with exact offsets, numbers recognised."""

from __future__ import annotations

import re
from functools import cached_property
from math import isfinite

# One pass, no alternative can run over the same characters twice: the time is linear.
_TOKEN = re.compile(
    r"(?P<address>https?://\S+|www\.\S+)"
    r"|(?P<number>"
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:(?:[\u00a0\u2009\u202f]\d{3}| 000)+)(?!\d)(?:\.\d+)?"
    r"|\d+(?:[.·]\d+)?|\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)
_SEPARATORS = str.maketrans({",": None, " ": None, "\u00a0": None, "\u2009": None, "\u202f": None})

# No rule looks further than this beyond either end of the text.
_MARGIN = 64
_OUTSIDE = [""] * _MARGIN
_NO_NUMBERS = [False] * _MARGIN

# A literal longer than this is a serial number, a key or a checksum.
_LONGEST_LITERAL = 40


class Words:
    """The tokens of one text, addressed by their position.

    Positions a little outside the text are allowed and read as empty tokens, so that looking
    around needs no bounds: the lists are padded at their end, where the positions below zero
    lie as well.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._matches = list(_TOKEN.finditer(text))
        self.size = len(self._matches)
        self.words = [match[0] for match in self._matches]
        self.lows = [word.lower() for word in self.words]
        self.numeric = [match.lastgroup == "number" for match in self._matches]
        self.words.extend(_OUTSIDE)
        self.lows.extend(_OUTSIDE)
        self.numeric.extend(_NO_NUMBERS)

    @cached_property
    def starts(self) -> list[int]:
        """Where the tokens begin."""
        return [match.start() for match in self._matches]

    @cached_property
    def ends(self) -> list[int]:
        """Where the tokens end."""
        return [match.end() for match in self._matches]

    def __len__(self) -> int:
        return self.size

    def glued(self, at: int) -> bool:
        """Return whether nothing stands between a token and the one before it."""
        return 0 < at < self.size and self.starts[at] == self.ends[at - 1]

    def alphabetic(self, at: int) -> bool:
        """Return whether a token is a word of letters."""
        return self.words[at][:1].isalpha()

    def literal(self, at: int) -> float | None:
        """Return the value of a number in digits, None if it is none or out of reach."""
        if not self.numeric[at] or len(self.words[at]) > _LONGEST_LITERAL:
            return None
        value = float(self.words[at].translate(_SEPARATORS).replace("·", "."))
        return value if isfinite(value) else None

    def plain_integer(self, at: int) -> int | None:
        """Return the value of a token of at most nine digits and nothing else."""
        word = self.words[at]
        return int(word) if self.numeric[at] and len(word) <= 9 and word.isdecimal() else None

    def between(self, first: int, after: int) -> str:
        """Return the text from one token up to another, the latter left out."""
        return self.text[self.starts[first] : self.ends[after - 1]] if first < after else ""

    def opens_sentence(self, at: int) -> bool:
        """Return whether a token is the first of the text, a line or a sentence."""
        if at <= 0:
            return True
        return self.lows[at - 1] in {".", "!", "?", ":", ";", "•", '"', "“"} or (
            "\n" in self.text[self.ends[at - 1] : self.starts[at]]
        )
