"""What the date of an event that happens once says of times before and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from factcheck.lexicon.terms import base_forms
from factcheck.training.generation.negation import denial
from factcheck.training.generation.sentence import Sentence
from factcheck.training.rows import CONTRADICTION, ENTAILMENT

_DATED = re.compile(r" in ((?:1[5-9]|20)\d\d)\.$")


LATEST = 2024
"""Years beyond which nothing has happened yet in what is read."""


def is_once(sentence: Sentence) -> bool:
    """Return whether the main verb stands for an event that happens to a thing once."""
    group = sentence.main
    if group is None:
        return False
    verb = sentence.tokens[group.main]
    once = any(
        form in sentence.lexicon.events
        for form in (verb.lemma, *base_forms(verb.lower, sentence.lexicon))
    )
    past = group.passive or (
        verb.tag == "V" and verb.lower != verb.lemma and not verb.lower.endswith("s")
    )
    return once and past


def around(sentence: Sentence, rng: Random) -> Iterator[tuple[str, int]]:
    """Yield what follows and what cannot be, where a year of an event ends the sentence."""
    match = _DATED.search(sentence.text)
    if match is None or not is_once(sentence) or len(sentence.verbs) != 1:
        return
    stem, year = sentence.text[: match.start()], int(match[1])
    step = rng.choice((2, 5, 9, 14))
    edit = denial(sentence.of(stem + "."), rng)
    decade = year - year % 10
    if year + max(step, 20) > LATEST:
        return
    yield f"{stem} before {year + step}.", ENTAILMENT
    yield f"{stem} before {year - step}.", CONTRADICTION
    yield f"{stem} after {year - step}.", ENTAILMENT
    yield f"{stem} after {year + step}.", CONTRADICTION
    yield f"{stem} in the {decade}s.", ENTAILMENT
    yield f"{stem} in the {decade + rng.choice((-20, -10, 10, 20))}s.", CONTRADICTION
    if edit is not None and "never" not in edit.new:
        yield f"{edit.of(stem)} until {year}.", ENTAILMENT
        yield f"{edit.of(stem)} until {year + step}.", CONTRADICTION
