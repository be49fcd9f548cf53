"""Relative clauses: what their pronoun stands for, and where they begin."""

from __future__ import annotations

from factcheck.extraction.clause import Clause, is_cleft, phrase_before, subject_range
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_forms import verb_forms
from factcheck.extraction.verb_groups import VerbGroup
from factcheck.extraction.words_so_far import is_plural
from factcheck.lexicon import Lexicon

_PERIODS = frozenset("year month week day night century decade season".split())
_JUDGING = frozenset(
    "problem reason sign shame pity mistake result advantage disadvantage surprise relief concern"
    " risk consequence drawback benefit improvement failure success".split()
)
WITHOUT_ANTECEDENT = frozenset(["what", "how", "why"])


def tells_of_clause(tokens: list[Token], pronoun: int, group: VerbGroup, lexicon: Lexicon) -> bool:
    """Return whether "which" stands for all that was said: "it cuts fares, **which** helps"."""
    noun, verb = tokens[pronoun - 2], tokens[group.first]
    apart = pronoun > 1 and tokens[pronoun - 1].lower == "," and tokens[pronoun].lower == "which"
    if apart and verb.lemma == "be" and _judges(tokens[group.last + 1 :]):
        return True
    several = noun.tag == "N" and not noun.is_name and is_plural(noun, lexicon)
    once = group.first == group.main == pronoun + 1 and verb_forms(verb.lower, lexicon)[:1]
    return apart and several and verb.tag == "V" and once == ((verb.lemma, "s"),)


def _judges(behind: list[Token]) -> bool:
    """Return whether what is said calls all that was said before something: "is **a problem**"."""
    words = [token.lemma for token in behind[:3] if token.tag != "A"]
    return words[:1] == ["a"] and not _JUDGING.isdisjoint(words[1:2])


def relative_clause(
    tokens: list[Token], found: list[Clause], pronoun: int, group: VerbGroup
) -> Clause:
    """Return the clause that a relative pronoun opens: "the mill **that burned**".

    It may be about what the pronoun stands for, about a part of that, about the subject of "is a",
    or, where it takes up a date, tell what came about then.

    Args:
        tokens: those of the sentence, tagged.
        found: the clauses before it.
        pronoun: where the pronoun stands.
        group: its verb.
    """
    parent = len(found) - 1
    start, part = _relative_start(tokens, pronoun)
    antecedent = phrase_before(tokens, start, person=tokens[pronoun].lower.startswith("who"))
    own = subject_range(tokens, pronoun + 1, group.first)
    if antecedent[0] == antecedent[1] or tokens[pronoun].lower in WITHOUT_ANTECEDENT:
        subject = own if own[0] < own[1] else found[parent].subject
        return Clause(
            "content", pronoun, len(tokens), (pronoun, len(tokens)), subject, group, parent
        )
    before = found[parent]
    subject = own if own[0] < own[1] else antecedent
    if part and subject == antecedent:
        subject = (antecedent[0], pronoun + 1)
    complement = (
        own[0] == own[1]
        and before.verb is not None
        and before.verb.copula
        and before.subject[0] < before.subject[1]
        and tokens[before.subject[0]].lower != "there"
        and _is_complement(tokens, before.verb.last + 1, antecedent)
    )
    if complement and not is_cleft(tokens, before):
        subject = before.subject
    dated = _date_before(tokens, antecedent) if own[0] < own[1] else None
    if dated is not None:
        return Clause("dated", dated, len(tokens), (dated, len(tokens)), subject, group, parent)
    cover = (antecedent[0], len(tokens))
    return Clause("relative", start, len(tokens), cover, subject, group, parent)


def _date_before(tokens: list[Token], antecedent: tuple[int, int]) -> int | None:
    """Return where the date begins that a relative clause takes up: "1984, the year in which"."""
    low, high = antecedent
    if tokens[high - 1].lemma not in _PERIODS or low < 2 or tokens[low - 1].lower != ",":
        return None
    start = low - 1
    while start > 0 and (tokens[start - 1].tag in "#%" or tokens[start - 1].is_name):
        start -= 1
    return start if start < low - 1 else None


def _relative_start(tokens: list[Token], pronoun: int) -> tuple[int, bool]:
    """Return where a relative clause begins, and whether it is about a part: "a third of whom"."""
    if pronoun == 0 or tokens[pronoun - 1].tag != "I":
        return pronoun, False
    start = pronoun - 1
    comma = next(
        (i for i in range(start - 1, max(-1, start - 4), -1) if tokens[i].lower == ","), -1
    )
    if tokens[start].lower != "of" or comma < 0 or comma + 1 == start:
        return start, False
    return comma + 1, tokens[comma + 1].lower not in {"all", "each", "both"}


def _is_complement(tokens: list[Token], low: int, phrase: tuple[int, int]) -> bool:
    """Return whether a phrase is what "is" says of its subject, and not a name further on.

    "Lund is a singer and writer who toured" is about Lund; "Lund is a brother of Otto Berg, who
    toured" and "Lund is a singer and the owner of a horse which won" are not, nor is what a
    preposition leads to: "is popular with those who sing".
    """
    between = tokens[low : phrase[0]]
    named = tokens[phrase[1] - 1].text[0].isupper() and phrase[1] - phrase[0] > 1
    plain = all(token.lower != "of" for token in tokens[slice(*phrase)])
    parted = [token.lower for token in between[-2:-1]] == [","]
    joined = plain and [t.tag for t in between[-1:]] == ["C"] and all(t.tag != "I" for t in between)
    joined = joined and not parted
    listed = any(token.tag == "C" or token.lower in {",", ":", ";"} for token in between)
    led = [token.tag for token in between[-1:]] == ["I"]
    return phrase[0] >= low and not (named or led) and (joined or not listed)
