"""Statements of other cases, of parts of a group, and of what somebody only says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from factcheck.training.generation.edits import Edit
from factcheck.training.generation.negation import open_denial
from factcheck.training.generation.sentence import Sentence, lowered
from factcheck.training.generation.words import Pairs
from factcheck.training.rows import CONTRADICTION, NEUTRAL


def shares(
    sentence: Sentence, known: Sequence[tuple[str, str, int]], rng: Random
) -> Iterator[tuple[str, str, int]]:
    """Yield statements of parts of the group that a sentence speaks of, and what follows."""
    subject = sentence.subject
    if not _is_group(sentence):
        return
    rest = sentence.text[subject[1].start :]
    edit = open_denial(sentence, rng)
    denied = edit.of(sentence.text)[subject[1].start :] if edit else ""
    for one, other, label in rng.sample(known, 4):
        if denied or not other.endswith(" not"):
            yield _part(one, rest, denied), _part(other, rest, denied), label


def _is_group(sentence: Sentence) -> bool:
    """Return whether a sentence is about "the" things of a kind, one noun with its adjectives."""
    subject, group = sentence.subject, sentence.main
    if not 2 <= len(subject) <= 3 or subject[0].text != "The" or group is None:
        return False
    noun, verb = subject[-1], sentence.tokens[group.first]
    plural = noun.tag == "N" and noun.has_plural_ending and "-" not in noun.text
    singular = verb.lower in ("is", "was", "has", "does") or (
        verb.tag == "V" and verb.lower != verb.lemma and verb.lower.endswith("s")
    )
    return plural and not singular and all(token.tag in "DA" for token in subject[:-1])


def _part(share: str, rest: str, denied: str) -> str:
    """Return what is said of a part, or denied of it where its name ends in "not"."""
    part = share.removesuffix(" not")
    return f"{part.capitalize()} of the {denied if part != share else rest}"


def is_general(sentence: Sentence) -> bool:
    """Return whether a sentence tells what holds in general: in the present, of no one named."""
    group = sentence.main
    if group is None or any(
        t.text[0].isupper() or t.lower in ("he", "she") for t in sentence.tokens[1:]
    ):
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
        if token.text == one and other not in sentence.words
    ]
    if not found:
        return None
    text = sentence.text
    for edit in sorted((rng.choice(found), figure), key=lambda edit: -edit.start):
        text = edit.of(text)
    return text


def only(sentence: Sentence) -> Edit | None:
    """Return the edit that puts "only" behind the verb; None where it is not clear what with."""
    group = sentence.main
    if (
        group is None
        or sentence.words & {"only", "also", "both", "few", "first"}
        or any(t.tag == "-" for t in sentence.tokens)
    ):
        return None
    after = sentence.tokens[group.last + 1 : group.last + 2]
    if not after or after[0].tag != "I" or after[0].lower not in ("in", "at", "for", "on", "with"):
        return None
    behind = sentence.tokens[group.last + 2 : group.last + 3]
    if not behind or behind[0].tag not in "DAN" or behind[0].lower in sentence.lexicon.months:
        return None
    return Edit(after[0].start, after[0].start, "only ")
