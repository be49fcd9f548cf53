"""Sentences of documents that pairs are made from."""

from __future__ import annotations

import re

from factcheck.api import extract
from factcheck.model import Certainty, Claim, Corpus, Span
from factcheck.pipeline import Progress, silent
from factcheck.training.generation.pairs import Stated

_PLAIN = re.compile(r"[A-Z][A-Za-z0-9 ,;:'’()%$£€.–-]{28,260}\.")
"""A sentence of running text: no quotation marks, no markup, no question."""

_UNFINISHED = re.compile(
    r"(?i)\b(?:a|an|the|of|in|on|at|by|for|from|with|about|that|which|who|and|or|but|to|as|than|if"
    r"|because|although|while|when|after|before|until|its|their|his|her|was|is|were|are|twice)\.$"
)
_BEFORE = re.compile(r"(?:^|[;:] |, and |, but | and | but )$")
_BEHIND = re.compile(r"[,;:.]| and | but | because | although | while ")
FEWEST = 5
"""Words that a sentence or claim has at least."""


def stated_in(corpus: Corpus, collection: str = "", progress: Progress = silent) -> list[Stated]:
    """Return the sentences of a corpus that hold claims, each with what follows from it.

    Args:
        corpus: the documents.
        collection: what they belong to; empty where each stands by itself.
        progress: told how far reading has come.

    Documents whose terms have been replaced are left out: they are no natural English.
    """
    extraction = extract(corpus, progress=progress)
    spun = {note.source.name for note in extraction.notes if note.kind == "garbled"}
    found: dict[tuple[str, Span], list[Claim]] = {}
    for claim in extraction.claims:
        if claim.source.name not in spun:
            found.setdefault((claim.source.name, claim.sentence), []).append(claim)
    stated = []
    for (name, span), claims in found.items():
        text = claims[0].source.visible(span)
        if _PLAIN.fullmatch(text) and len(text.split()) >= FEWEST:
            told = tuple(c.text for c in claims if _follows(c, text))
            stated.append(Stated(text, name, told, collection))
    return stated


def _follows(claim: Claim, sentence: str) -> bool:
    """Return whether a claim is what the sentence itself says, in its own words."""
    return (
        claim.certainty is Certainty.ASSERTED
        and claim.endorsed
        and not claim.attribution
        and len(claim.text.split()) >= FEWEST
        and claim.text != sentence
        and not _UNFINISHED.search(claim.text)
        and _stands_in(claim.text.removesuffix("."), sentence)
    )


def _stands_in(claim: str, sentence: str) -> bool:
    """Return whether a clause of the sentence says so, with its own subject or the first one."""
    whole = sentence.find(claim[1:], 1)
    if whole > 0 and sentence[whole - 1].lower() == claim[0].lower():
        return _is_clause(sentence, whole - 1, whole - 1 + len(claim))
    words = claim.split(" ")
    for count in range(1, min(len(words), 8)):
        subject, rest = " ".join(words[:count]), " ".join(words[count:])
        at = sentence.find(rest, len(subject) + 1)
        if (
            sentence.startswith(subject + " ")
            and at > 0
            and sentence[:at].endswith((" and ", " but "))
        ):
            return bool(_BEHIND.match(sentence, at + len(rest)))
    return False


def _is_clause(sentence: str, start: int, end: int) -> bool:
    return bool(_BEFORE.search(sentence[:start]) and _BEHIND.match(sentence, end))
