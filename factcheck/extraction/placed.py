"""A quantity where it stands in a clause."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, head_position
from factcheck.extraction.quantities import Quantity
from factcheck.extraction.tokens import Token
from factcheck.model.frozen import immutable


@immutable(auto_attribs=True, frozen=True)
class Placed:
    """A quantity in its clause.

    Attributes:
        tokens: the sentence's tokens.
        clause: the clause.
        quantity: the quantity.
        index, after: the tokens that it was read from, ``[index, after)``.
        subject: the resolved terms of the clause's subject.
        vocabulary: facts about words.
    """

    tokens: list[Token]
    clause: Clause
    quantity: Quantity
    index: int
    after: int
    subject: tuple[str, ...]
    vocabulary: Vocabulary

    @property
    def verb(self) -> str:
        """Lemma of the clause's verb; empty where it has none."""
        return self.tokens[self.clause.verb.main].lemma if self.clause.verb is not None else ""

    @property
    def behind(self) -> str:
        """The word right behind the quantity."""
        return self.tokens[self.after].lower if self.after < len(self.tokens) else ""

    def head_of(self, low: int, high: int) -> tuple[str, ...]:
        """Return the term of the noun phrase's head in ``tokens[low:high]``, a known name whole."""
        head = head_position(self.tokens, low, high)
        if head is None:
            return ()
        for start in range(low, head):
            if self.vocabulary.compound(self.tokens, start, head + 1) == head + 1 - start:
                return self.vocabulary.content(self.tokens, start, head + 1)[-1:]
        return self.vocabulary.parts(self.tokens[head])[-1:]
