"""Statements of other cases, of parts of a group, and of what somebody only says."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from factcheck.training.generation.edits import Edit
from factcheck.training.generation.negation import open_denial
from factcheck.training.generation.sentence import Sentence, lowered
from factcheck.training.generation.words import Pairs
from factcheck.training.rows import CONTRADICTION, ENTAILMENT, NEUTRAL



_FOLLOWS = {
    ("all", "some"): ENTAILMENT, ("some", "all"): NEUTRAL, ("most", "some"): ENTAILMENT,
    ("some", "most"): NEUTRAL, ("all", "none"): CONTRADICTION, ("some", "none"): CONTRADICTION,
    ("all", "not all"): CONTRADICTION, ("some", "not all"): NEUTRAL, ("some", "some not"): NEUTRAL,
    ("all", "some not"): CONTRADICTION, ("most", "some not"): NEUTRAL, ("most", "not all"): NEUTRAL,
    ("none", "some not"): ENTAILMENT, ("none", "some"): CONTRADICTION, ("not all", "none"): NEUTRAL,
    ("none", "not all"): ENTAILMENT, ("most", "none"): CONTRADICTION, ("several", "many not"): NEUTRAL,
    ("not all", "some not"): ENTAILMENT, ("many", "most not"): NEUTRAL, ("several", "none"): CONTRADICTION,
}  # fmt: skip
"""Whether what is said of one part of a group settles what is said of another."""


def shares(sentence: Sentence, rng: Random) -> Iterator[tuple[str, str, int]]:
    """Yield statements of parts of the group that a sentence speaks of, and what follows."""
    subject = sentence.subject
    if not 2 <= len(subject) <= 3 or subject[0].text != "The" or sentence.main is None:
        return
    verb, noun = sentence.tokens[sentence.main.first], subject[-1]
    if not noun.has_plural_ending or noun.tag != "N" or "-" in noun.text or any(t.tag not in "DA" for t in subject[:-1]):
        return
    if verb.lower in ("is", "was", "has", "does") or (verb.tag == "V" and verb.lower != verb.lemma and verb.lower.endswith("s")):
        return
    edit = open_denial(sentence, rng)
    negative = edit.of(sentence.text) if edit else None
    rest = sentence.text[subject[1].start :]
    for one, other in rng.sample(sorted(_FOLLOWS), 4):
        if other.endswith(" not") and other != "not" and negative is None:
            continue
        p = _part(one, rest, "")
        h = _part(other, rest, negative[subject[1].start :] if negative else "")
        yield p, h, _FOLLOWS[one, other]


def _part(share: str, rest: str, negative: str) -> str:
    denies = share.endswith(" not")
    words = {"not all": "Not all of the"}.get(share) or f"{share.removesuffix(' not').capitalize()} of the"
    return f"{words} {negative if denies else rest}"


def is_general(sentence: Sentence) -> bool:
    """Return whether a sentence tells what holds in general: in the present, of no one named."""
    group = sentence.main
    if group is None or any(t.text[0].isupper() or t.lower in ("he", "she") for t in sentence.tokens[1:]):
        return False
    verb = sentence.tokens[group.first]
    present = verb.lower in ("is", "are", "has", "have", "can") or (
        verb.tag == "V" and (verb.lower == verb.lemma or verb.lower.endswith("s"))
    )
    years = any(token.text.isdigit() and len(token.text) == 4 for token in sentence.tokens)
    return present and not years and sentence.tokens[0].lower not in ("he", "she", "in", "at")


def other_case(
    sentence: Sentence, edited: str, openings: Pairs, rng: Random
) -> Iterator[tuple[str, str, int]]:
    """Yield a sentence of one case with its edit of the other and of the same case."""
    stated, changed = lowered(sentence), lowered(sentence.of(edited))
    if stated is None or changed is None:
        return
    one, other = rng.sample(rng.choice(openings), 2)
    yield f"{one}, {stated}", f"{other}, {changed}", NEUTRAL
    if rng.random() < 0.5:
        yield f"{one}, {stated}", f"{one}, {changed}", CONTRADICTION
    if is_general(sentence) and rng.random() < 0.3:
        yield f"{one}, {stated}", f"{other}, {stated}", NEUTRAL


def said(
    sentence: Sentence, edited: str | None, openings: tuple[str, ...], rng: Random
) -> Iterator[tuple[str, str, int]]:
    """Yield what somebody says with the statement itself and with its edit."""
    stated = lowered(sentence)
    if stated is None:
        return
    telling = f"{rng.choice(openings)} {stated}"
    other = edited if edited and rng.random() < 0.6 else sentence.text
    yield (telling, other, NEUTRAL) if rng.random() < 0.5 else (other, telling, NEUTRAL)


def other_measure(sentence: Sentence, figure: Edit, sisters: Pairs, rng: Random) -> str | None:
    """Return the sentence with a figure of another thing; None where it names none that has one."""
    tables = [*sisters, *((other, one) for one, other in sisters)]
    place = next((i for i, token in enumerate(sentence.tokens) if token.start >= figure.end), 0)
    behind = sentence.tokens[place : place + 2]
    found = [
        Edit(token.start, token.end, other)
        for token in behind
        for one, other in tables
        if token.text == one
        and other not in sentence.words
    ]
    if not found:
        return None
    text = sentence.text
    for edit in sorted((rng.choice(found), figure), key=lambda edit: -edit.start):
        text = edit.of(text)
    return text


def only(sentence: Sentence) -> Edit | None:
    """Return the edit that puts "only" before what follows the verb; None where that is not clear."""
    group = sentence.main
    if group is None or sentence.words & {"only", "also", "both", "few", "first"} or any(t.tag == "-" for t in sentence.tokens):
        return None
    after = sentence.tokens[group.last + 1 : group.last + 2]
    if not after or after[0].tag != "I" or after[0].lower not in ("in", "at", "for", "on", "with"):
        return None
    behind = sentence.tokens[group.last + 2 : group.last + 3]
    if not behind or behind[0].tag not in "DAN" or behind[0].lower in sentence.lexicon.months:
        return None
    return Edit(after[0].start, after[0].start, "only ")
