"""Texts to claims, for the tests of the extraction."""

from __future__ import annotations

import pytest

from factcheck.api import Extraction, extract
from factcheck.extraction.tagging import tag
from factcheck.extraction.tokens import Token, tokenise
from factcheck.lexicon import load
from factcheck.model import Claim
from factcheck.reading import corpus_of, read_text
from factcheck.settings import Settings

LEXICON = load(Settings().packs)


def wrong(reason: str) -> pytest.MarkDecorator:
    """Mark a sentence that the extraction is known to misread."""
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)


def extraction(text: str, title: str = "", format: str = "txt") -> Extraction:
    """Return all that is read out of one document."""
    return extract(corpus_of((read_text(text, name="document", format=format, title=title),)))


def claims(text: str, title: str = "") -> tuple[Claim, ...]:
    """Return the claims of a text."""
    return extraction(text, title).claims


def only(text: str) -> Claim:
    """Return the claim of a text that must hold exactly one."""
    found = claims(text)
    assert len(found) == 1, [claim.text for claim in found]
    return found[0]


def last(text: str, title: str = "") -> Claim:
    """Return the last claim of a text that must hold one."""
    found = claims(text, title)
    assert found, "no claim at all"
    return found[-1]


def saying(text: str, words: str) -> Claim:
    """Return the one claim of a text whose restatement holds some words."""
    found = [claim for claim in claims(text) if words in claim.text]
    assert len(found) == 1, [claim.text for claim in claims(text)]
    return found[0]


def subject(claim: Claim) -> str:
    """Return the words of a claim's subject; empty where it has none."""
    return claim.subject.text if claim.subject else ""


def tagged(text: str) -> list[Token]:
    """Return the tagged tokens of one sentence."""
    return tag(tokenise(text, 0, len(text)), LEXICON)
