"""Denying what a sentence says, and taking a denial away."""

from __future__ import annotations

from random import Random

from factcheck.extraction.tokens import Token
from factcheck.training.generation.edits import Edit
from factcheck.training.generation.sentence import Sentence

_DENIES = frozenset(
    "not n't no never none nothing nobody neither nor without few little hardly rarely seldom only"
    " cannot unless except barely scarcely until nowhere ever any yet anyone anything either"
    " longer single whether i you".split()
)
_OPEN = frozenset(
    "a an some any many several most few all every each another one no half certain various more"
    " fewer both either other such two three four five six seven eight nine ten".split()
)
"""Opening a subject, these leave open of which things it is said: both can hold."""
_PARTIAL = frozenset(
    "also only still just even mainly mostly usually often primarily largely always generally"
    " already then later first further once especially particularly sometimes frequently typically"
    " normally initially originally currently widely commonly almost nearly about now both solely"
    " partly entirely fully really all".split()
)
"""Denied, these leave what they stand with open: "not always"."""
_HAVE = {"has": "does not have", "have": "do not have", "had": "did not have"}
_SOFT = frozenset(["may", "might", "could"])


def denial(sentence: Sentence, rng: Random) -> Edit | None:
    """Return the edit that denies the main statement; None where that is no contradiction."""
    group = sentence.main
    if group is None or sentence.words & _DENIES or not sentence.subject or _is_open(sentence):
        return None
    if sentence.tokens[group.first].lower in _SOFT:
        return None
    return _with_denial(sentence, rng)


def doubt(sentence: Sentence) -> Edit | None:
    """Return the edit of "it may be" into "it may not be": both can hold; None for others."""
    group = sentence.main
    if group is None or sentence.words & _DENIES or not sentence.subject:
        return None
    verb = sentence.tokens[group.first]
    return Edit(verb.end, verb.end, " not") if verb.lower in _SOFT else None


def open_denial(sentence: Sentence, rng: Random) -> Edit | None:
    """Return the edit that denies the verb, of whatever things it is said."""
    if sentence.main is None or sentence.words & _DENIES or not sentence.subject:
        return None
    return _with_denial(sentence, rng)


def affirmation(sentence: Sentence) -> Edit | None:
    """Return the edit that takes the one denial away; None where it has none or several."""
    group = sentence.main
    if group is None or not sentence.subject or len(sentence.words & _DENIES) != 1:
        return None
    if _is_open(sentence):
        return None
    tokens = sentence.tokens
    verb, after = tokens[group.first], tokens[group.first + 1 : group.first + 2]
    if "all" in sentence.words:
        return None
    if (
        verb.lemma == "do"
        or verb.tag not in "XM"
        or not after
        or after[0].lower not in ("not", "never")
    ):
        return None
    return Edit(verb.end, after[0].end, "")


def _is_open(sentence: Sentence) -> bool:
    """Return whether a subject leaves open of which things something is said."""
    subject = sentence.subject
    opening = 1 + max((i for i, token in enumerate(subject) if token.text == ","), default=-1)
    if any(token.lower in _OPEN or token.tag == "#" for token in subject[opening:]):
        return True
    head = subject[-1]
    named = any(t.tag in "DO" or (t.text[:1].isupper() and t.start) for t in subject[opening:])
    return not named and head.tag == "N" and head.has_plural_ending


def _with_denial(sentence: Sentence, rng: Random) -> Edit | None:
    group = sentence.main
    assert group is not None
    tokens = sentence.tokens
    verb = tokens[group.first]
    around = tokens[group.first + 1 : group.last + 2]
    if any(token.lower in _PARTIAL for token in around) or "," in [t.text for t in around]:
        return None
    if verb.lower.startswith("'") or verb.lower in ("being", "am"):
        return None
    if sentence.subject[-1].lower == "there":
        return _none_there(sentence, around)
    if (
        verb.tag == "M"
        or verb.lemma == "be"
        or (verb.lemma == "have" and group.main != group.first)
    ):
        return _after_auxiliary(sentence, verb, rng)
    if verb.lemma == "have" and verb.lower in _HAVE:
        return Edit(verb.start, verb.end, _HAVE[verb.lower])
    if verb.tag == "V" and group.main == group.first:
        form = _helping(verb, sentence.subject[-1])
        return Edit(verb.start, verb.end, f"{form} {verb.lemma}") if form else None
    return None


def _none_there(sentence: Sentence, around: list[Token]) -> Edit | None:
    if not around or around[0].lower not in ("a", "an", "some"):
        return None
    return Edit(around[0].start, around[0].end, "no")


def _after_auxiliary(sentence: Sentence, verb: Token, rng: Random) -> Edit:
    if verb.lower == "can":
        return Edit(verb.start, verb.end, "cannot")
    word = (
        " never" if verb.lower in ("was", "has", "had", "were") and rng.random() < 0.12 else " not"
    )
    if word == " not" and verb.lower in ("is", "was", "were", "has", "had") and rng.random() < 0.1:
        word = "n't"
    return Edit(verb.end, verb.end, word)


def _helping(verb: Token, subject: Token) -> str | None:
    """Return the form of "do" that a verb takes when it is denied; None where it is not clear."""
    if verb.lower != verb.lemma:
        return "does not" if verb.lower.endswith("s") else "did not"
    plural = subject.has_plural_ending or subject.lower in ("they", "we", "you", "i", "people")
    same = verb.lemma in (
        "put",
        "set",
        "cut",
        "let",
        "hit",
        "cost",
        "read",
        "shut",
        "cast",
        "hurt",
        "beat",
        "spread",
        "split",
        "quit",
        "bet",
        "burst",
        "shed",
        "rid",
        "thrust",
    )
    return "do not" if plural and not same else None
