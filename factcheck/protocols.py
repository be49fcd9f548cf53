"""Every plug point: what a part must be able to do to take another's place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from factcheck.model import CandidatePair, Claim, Document, Judgement, Note, Passage, Run, Skipped


class Segmenter(Protocol):
    """Splits passages into sentences."""

    def sentences(self, passage: Passage) -> tuple[tuple[int, int], ...]:
        """Return the sentences as half-open ranges of ``passage.text``, in order."""


class Extraction(Protocol):
    """What an extractor found in one document."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in reading order."""

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What is no claim, with reasons."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Remarks on places in the document."""


class Extractor(Protocol):
    """Reads the claims out of a document."""

    def extract(self, document: Document) -> Extraction:
        """Return the claims of ``document``, each quoting it to the character."""


class Blocker(Protocol):
    """Chooses which pairs of claims are worth judging."""

    def pairs(self, claims: tuple[Claim, ...]) -> Iterable[CandidatePair]:
        """Return candidate pairs, in a deterministic order, each pair once."""


class Judge(Protocol):
    """Says how two claims stand to each other."""

    def judge(self, pair: CandidatePair) -> Judgement | None:
        """Return a judgement, or None where this judge abstains."""


class Writer(Protocol):
    """Writes a run in one format."""

    def __call__(self, run: Run) -> str:
        """Return the whole output."""
