"""What is told of a single text: its sentences, quantities, abbreviations, cues."""

from __future__ import annotations

from factcheck.api.given import pipeline_of, settings_given
from factcheck.extraction.quantities import Quantity
from factcheck.extraction.quantities import quantities as quantities_of
from factcheck.lexicon import load
from factcheck.linking import Abbreviation
from factcheck.linking import abbreviations as abbreviations_of
from factcheck.model import Passage, PassageKind, ScopedCue
from factcheck.reading import read_text
from factcheck.segmentation import PunktSegmenter
from factcheck.settings import Settings


def checkability(text: str, settings: Settings | None = None) -> float:
    """Return how far a text is a claim that can be checked, from 0 to 1.

    It is that of its most checkable sentence. The setting ``min_checkability`` says from where on
    a sentence is spotted as a claim.
    """
    return pipeline_of(settings).reader.checkability(read_text(text))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    passage = Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text))
    return tuple(text[start:end] for start, end in PunktSegmenter().sentences(passage))


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that a text defines, with their long forms and places."""
    return abbreviations_of(text)


def quantities(text: str, settings: Settings | None = None) -> tuple[Quantity, ...]:
    """Return the quantities in a text as intervals on scales, with their places.

    These are the numbers, dates, durations, shares, ratios and ranges that claims are compared
    by, read in the same way.
    """
    return quantities_of(text, load(settings_given(settings).packs))


def cues(text: str, settings: Settings | None = None) -> tuple[ScopedCue, ...]:
    """Return the cues of negation and speculation in a text, each with its scope.

    The scope follows the guidelines of the BioScope corpus (Vincze and others 2008).
    """
    return pipeline_of(settings).reader.cues(read_text(text))


def negated(text: str, concept: str, settings: Settings | None = None) -> bool:
    """Return whether a text denies a concept wherever it mentions it."""
    return pipeline_of(settings).reader.denies(read_text(text), concept)
