"""Pronouns that a text leaves open, read by the text it is put beside."""

from __future__ import annotations

from attrs import evolve

from factcheck.model import Claim, Mention

_PRONOUNS = frozenset(["he", "she", "it", "they"])
_OF_PEOPLE = frozenset(["he", "she"])
_SMALL = frozenset(["of", "the", "and", "de", "in", "on", "for"])


def side_by_side(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Return two claims with the subject that one leaves open supplied by the other.

    Somebody who puts "He was born in Oslo" beside "Dahl was born in Bergen" takes both to speak
    of one person. A pronoun without an antecedent, or a bare "the film", may stand for whatever
    of its kind the other text names; where both texts have it, it stands for one thing. A pronoun
    further on in a sentence may have its antecedent there, so nothing is supplied for it.
    """
    return _supplied(a, b), _supplied(b, a)


def _supplied(claim: Claim, other: Claim) -> Claim:
    mine, theirs = claim.subject, other.subject
    if mine is None or theirs is None:
        return claim
    pronoun = mine.text.lower()
    if (not mine.terms or _is_bare(mine)) and pronoun == theirs.text.lower():
        return _with_subject(claim, mine, mine.terms)
    open_pronoun = pronoun in _PRONOUNS and not mine.terms
    if open_pronoun and claim.start > claim.sentence.start:
        return claim
    if open_pronoun and theirs.terms and (pronoun not in _OF_PEOPLE or _is_name(theirs)):
        return _with_subject(claim, theirs, theirs.terms)
    if _is_bare(mine) and not _is_bare(theirs) and _is_name(theirs):
        return _with_subject(claim, mine, (*theirs.terms, *mine.terms))
    return claim


def _with_subject(claim: Claim, mention: Mention, terms: tuple[str, ...]) -> Claim:
    assert claim.subject is not None
    subject = Mention(mention.text, claim.subject.span, terms, resolved=True)
    return evolve(claim, subject=subject, terms=tuple(sorted({*claim.terms, *terms})))


def _is_bare(mention: Mention) -> bool:
    """Return whether a mention is "the" with one common noun."""
    words = mention.text.split()
    return len(words) == 2 and words[0].lower() == "the" and words[1].islower()


def _is_name(mention: Mention) -> bool:
    words = [word for word in mention.text.split() if word.lower() not in _SMALL]
    return bool(mention.terms) and all(not word[0].islower() for word in words)
