"""A sentence as the edits see it: its words, its verbs and its quantities."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from factcheck.extraction.quantities import Quantity, quantities
from factcheck.extraction.tagging import tag
from factcheck.extraction.tokens import Token, tokenise
from factcheck.extraction.verb_groups import VerbGroup, verb_groups
from factcheck.lexicon import Lexicon


@frozen(eq=False)
class Sentence:
    """One sentence, read as far as the edits need.

    Attributes:
        text: the sentence with single spaces.
        lexicon: the words that it is read by.
    """

    text: str
    lexicon: Lexicon = field(repr=False)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words and signs, tagged."""
        return tag(tokenise(self.text, 0, len(self.text)), self.lexicon)

    @cached_property
    def verbs(self) -> list[VerbGroup]:
        """The finite verbs with their auxiliaries."""
        return verb_groups(self.tokens, self.lexicon)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """What the sentence states in figures, number words and dates."""
        return quantities(self.text, self.lexicon)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(token.lower for token in self.tokens)

    @property
    def main(self) -> VerbGroup | None:
        """The first finite verb, where nothing subordinate stands before it."""
        if not self.verbs or any(t.tag in "SWT:" for t in self.tokens[: self.verbs[0].first]):
            return None
        return self.verbs[0]

    @property
    def subject(self) -> list[Token]:
        """The words before the main verb; none where there is no main verb."""
        return self.tokens[: self.main.first] if self.main else []

    def of(self, text: str) -> Sentence:
        """Return another text read by the same words."""
        return Sentence(text, self.lexicon)


def lowered(sentence: Sentence) -> str | None:
    """Return the text as it goes on after an opening; None where its first word may be a name."""
    first = sentence.tokens[0]
    if (
        first.tag not in "DOI"
        or first.lower == "i"
        or (first.text.isupper() and len(first.text) > 1)
    ):
        return None
    return sentence.text[0].lower() + sentence.text[1:]
