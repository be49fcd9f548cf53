"""Places in a document."""

from __future__ import annotations

from functools import total_ordering

from attrs import frozen


@total_ordering
@frozen
class Span:
    """A half-open range of character positions ``[start, end)`` in a document's text.

    Positions count Unicode code points, as Python's strings do and as the W3C Web Annotation
    model's TextPositionSelector demands.
    """

    start: int
    end: int

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        if self.start == other.start:
            return self.end < other.end
        return self.start < other.start

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of ``text`` that this span covers.

        >>> Span(4, 7).of("the sea rose")
        'sea'
        """
        return text[self.start : self.end]

    def moved(self, characters: int) -> Span:
        """Return the place so many characters further on, or before where they are negative.

        >>> Span(4, 7).moved(-4)
        Span(start=0, end=3)
        """
        return Span(self.start + characters, self.end + characters)

    def overlap(self, other: Span) -> int:
        """Return how many characters both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end
