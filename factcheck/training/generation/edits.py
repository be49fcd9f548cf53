"""Edits of a text: what they replace, and the same edit in another text."""

from __future__ import annotations

import re

from attrs import frozen

_VOWEL_SOUNDS = re.compile(
    r"(?i)(?!(?:uni|use|usu|eu|one|once|ut[ei]))[aeiou]|hour|honest|honou?r|heir"
)
_CONTEXT = 6
"""Characters on either side by which the place of an edit is known again in another text."""


@frozen
class Edit:
    """New words in the place of ``text[start:end]``."""

    start: int
    end: int
    new: str

    def of(self, text: str) -> str:
        """Return the edited text, with the article that the new words ask for."""
        before, after = text[: self.start], text[self.end :]
        return _with_article(before, self.new + after)

    def within(self, text: str, other: str) -> Edit | None:
        """Return the edit that does the same in another text; None where its place is not clear."""
        low = max(0, self.start - _CONTEXT)
        pieces = [
            (text[low : self.end + _CONTEXT], self.start - low),
            (text[low : self.end], self.start - low),
        ]
        if self.end > self.start:
            pieces.append((text[self.start : self.end + _CONTEXT], 0))
        for piece, shift in pieces:
            if other.count(piece) == 1:
                at = other.index(piece) + shift
                return Edit(at, at + self.end - self.start, self.new)
        return None


def _with_article(before: str, after: str) -> str:
    """Join two texts; an "a" or "an" that ends the first fits the word that begins the second."""
    match = re.search(r"(?:^|(?<=\s))([Aa])n? $", before)
    if match is None or not after:
        return before + after
    article = match[1] + ("n" if _VOWEL_SOUNDS.match(after) else "")
    return before[: match.start()] + article + " " + after
