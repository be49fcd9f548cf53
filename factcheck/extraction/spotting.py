"""How far a sentence is a claim that can be checked: a logistic model of a few traits.

The traits are those by which annotators of check-worthy statements decide (Hassan and others,
"Toward automated fact-checking: detecting check-worthy factual claims by ClaimBuster", 2017):
figures, names, things done, comparison; against them speak opinions, wishes, conditions, questions
and the first person. ``tests/benchmarks/fit_spotting.py`` fits the weights to labelled sentences;
these were fitted to 2,269 sentences of debates.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import log, tanh

from factcheck.extraction.checkability import reason_to_skip
from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.places import within
from factcheck.extraction.quantities import Quantity, quantities
from factcheck.extraction.tokens import Token
from factcheck.model import Passage

WEIGHTS: Mapping[str, float] = {
    "bias": -3.71,
    "numeric": 1.64,
    "weighty": 1.71,
    "timed": 0.83,
    "done": 0.68,
    "deed": 0.72,
    "others": 0.65,
    "compares": 0.60,
    "names": 0.29,
    "nouns": 2.72,
    "length": 0.28,
    "asks": -1.37,
    "skipped": -0.67,
    "hedges": -0.57,
    "conditional": -1.04,
    "personal": -0.40,
    "opinion": -0.75,
    "unreal": -0.41,
}

LARGE = 1000
"""From this number on a count is one that somebody must have counted."""

_MENTAL = frozenset("believe think feel hope guess suppose want know love like wish mean".split())
_PLANS = frozenset("want need hope wish intend plan propose promise ought try".split())
_SPEAKERS = (["i"], ["we"], ["you"])
_COMPARING = frozenset("more less fewer than most least".split())
_TIMES = frozenset(["date", "duration"])


def checkability(traits: Mapping[str, float]) -> float:
    """Return how far a sentence with these traits is a claim that can be checked, from 0 to 1."""
    score = sum(WEIGHTS.get(name, 0.0) * value for name, value in traits.items())
    return round((1 + tanh(score / 2)) / 2, 3)


def traits_of(
    passage: Passage,
    text: str,
    tokens: list[Token],
    clauses: list[Clause],
    vocabulary: Vocabulary,
) -> dict[str, float]:
    """Return the traits of a sentence, by name.

    ``numeric``: has a number. ``weighty``: money, shares and large numbers, at most 2. ``timed``:
    has a date or a duration. ``done``: clauses in the past or perfect, at most 3; ``deed``: has
    one. ``others``: says what somebody does. ``compares``: words of comparison, at most 2.
    ``names``: proper nouns, at most 4. ``nouns``: their share of the words. ``length``: logarithm
    of the number of words. Against it: ``asks``, ``skipped`` (no statement, see
    ``reason_to_skip``), ``hedges``, ``conditional``, ``personal`` ("I", "my"), ``opinion`` ("I
    think"), ``unreal`` (modal verbs and plans); the counts are at most 2.
    """
    words = [token.lower for token in tokens]
    cues = vocabulary.cues.places(tokens)
    read = quantities(text, vocabulary.lexicon)
    numbers = [one for one in read if one.numeral and one.scale not in {*_TIMES, "ordinal"}]
    counts = {"done": 0, "others": 0, "opinion": 0, "unreal": 0}
    for clause in clauses:
        for name in _clause_traits(tokens, clause):
            counts[name] += 1
    hedges = sum(1 for _ in within(cues, "hedges", 0, len(tokens)))
    size = sum(token.is_word for token in tokens)
    return {
        "bias": 1.0,
        "numeric": float(bool(numbers)),
        "weighty": min(2.0, sum(_is_weighty(one) for one in numbers)),
        "timed": float(any(one.scale in _TIMES for one in read)),
        "done": min(3.0, counts["done"]),
        "deed": float(counts["done"] > 0),
        "others": min(1.0, counts["others"]),
        "compares": min(2.0, sum(_compares(token) for token in tokens)),
        "names": min(4.0, sum(_is_name(*two) for two in pairwise(tokens))),
        "nouns": sum(token.tag == "N" for token in tokens) / max(1, size),
        "length": log(1 + size),
        "asks": float("?" in words),
        "skipped": float(reason_to_skip(passage, text, tokens, cues, vocabulary) is not None),
        "hedges": min(2.0, hedges),
        "conditional": float("if" in words),
        "personal": min(2.0, sum(word in {"i", "my", "me"} for word in words)),
        "opinion": min(1.0, counts["opinion"]),
        "unreal": min(2.0, counts["unreal"]),
    }


def _clause_traits(tokens: list[Token], clause: Clause) -> list[str]:
    if clause.verb is None:
        return []
    first, main = tokens[clause.verb.first], tokens[clause.verb.main]
    subject = [token.lower for token in tokens[slice(*clause.subject)]]
    if main.lemma in _MENTAL and subject in _SPEAKERS:
        return ["opinion"]
    if first.tag == "M" or main.lemma in _PLANS:
        return ["unreal"]
    past = first.tag == "V" and first.lower != first.lemma and not first.lower.endswith("s")
    if past or main.tag == "P" or first.lower in {"was", "were", "did", "had"}:
        return ["done"]
    return ["others"] if subject and subject[-1] in {"he", "she", "they"} else []


def _is_weighty(quantity: Quantity) -> bool:
    scale = quantity.scale
    return scale.startswith("money") or scale == "proportion" or quantity.interval.high >= LARGE


def _compares(token: Token) -> bool:
    return token.lower in _COMPARING or (token.tag in "AR" and token.lower.endswith("est"))


def _is_name(before: Token, token: Token) -> bool:
    capital = token.tag == "N" and token.text[0].isupper()
    return capital and before.lower not in {".", '"', "“"}
