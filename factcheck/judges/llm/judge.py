"""A language model as a judge: its quotes are looked up, and what it may cost is bounded."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from attrs import define, field

from factcheck.judges.llm.address import Address
from factcheck.judges.llm.connection import CHARACTERS, Connection, NoAnswerError, needed
from factcheck.judges.llm.kept import KeptAnswers, key_of
from factcheck.judges.llm.question import (
    ANSWER_TOKENS,
    Answer,
    UnusableError,
    content_of,
    read_answer,
    request,
)
from factcheck.judges.sentence import said_in
from factcheck.model import CandidatePair, Claim, Opinion, Span


def _to_standard_error(message: str) -> None:
    print(f"factcheck: {message}", file=sys.stderr, flush=True)


@define(eq=False)
class LanguageModel:
    """Asks a language model how two sentences stand to each other.

    Attributes:
        connection: where it is asked, and what that may cost.
        kept: answers of earlier questions.
        tell: told what is sent, before it is.
    """

    connection: Connection
    kept: KeptAnswers
    tell: Callable[[str], None] = field(default=_to_standard_error, repr=False)
    _told: bool = field(default=False, init=False)

    def __attrs_post_init__(self) -> None:
        needed()

    @property
    def address(self) -> Address:
        """Where it is asked."""
        return self.connection.address

    @property
    def name(self) -> str:
        """The address and the model's name there."""
        return f"llm:{self.address}"

    def opinions(self, pairs: Sequence[CandidatePair], /) -> Sequence[Opinion | None]:
        """Return what the model holds of each pair; None where there is no answer to be used.

        Where the server stays silent or the budget is spent, no more is asked.

        Raises:
            JudgeError: it cannot be reached, or refuses what is asked.
        """
        texts = [(said_in(pair.a), said_in(pair.b)) for pair in pairs]
        new = sum(self.kept.of(key_of(self.address, *one)) is None for one in texts)
        self._announce(new)
        found: list[Opinion | None] = []
        asking = True
        for pair, (a, b) in zip(pairs, texts, strict=True):
            try:
                text = self._answer(a, b, asking)
                found.append(self._opinion(pair, read_answer(text, a, b)))
            except UnusableError:
                found.append(None)
            except NoAnswerError:
                asking = False
                found.append(None)
        return found

    def _announce(self, new: int) -> None:
        if not new or self._told:
            return
        self._told = True
        budget = self.connection.budget
        pairs = "pair" if new == 1 else "pairs"
        self.tell(
            f"sending {new:,} {pairs} of sentences to {self.address.url} (model "
            f"{self.address.model}); at most {budget.max_calls:,} calls and "
            f"{budget.max_tokens:,} tokens in all"
        )

    def _answer(self, a: str, b: str, asking: bool) -> str:
        key = key_of(self.address, a, b)
        known = self.kept.of(key)
        if known is not None:
            return known
        if not asking:
            raise NoAnswerError("no more is asked")
        body = request(self.address.model, a, b)
        asked = sum(len(message["content"]) for message in body["messages"]) // CHARACTERS
        answered = self.connection.post(body, asked + ANSWER_TOKENS)
        text, used = content_of(answered, self.address.completions)
        self.connection.budget.tokens += asked + len(text) // CHARACTERS if used is None else used
        read_answer(text, a, b)
        self.kept.keep(key, text)
        return text

    def _opinion(self, pair: CandidatePair, answer: Answer) -> Opinion:
        return Opinion(
            judge=self.name,
            agrees=answer.confidence if answer.stance == "agrees" else 0.0,
            contradicts=answer.confidence if answer.stance == "contradicts" else 0.0,
            rationale=answer.reason,
            a_evidence=_place(pair.a, answer.quotes[0]),
            b_evidence=_place(pair.b, answer.quotes[1]),
        )


def _place(claim: Claim, quote: str) -> Span | None:
    """Return where a quote stands in the claim's sentence; None where markup parts its words."""
    sentence = claim.sentence
    start = claim.source.text.find(quote, sentence.start, sentence.end) if quote else -1
    return None if start < 0 else Span(start, start + len(quote))
