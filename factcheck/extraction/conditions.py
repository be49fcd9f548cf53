"""What limits a statement: whom, where, compared with what, and under which condition."""

from __future__ import annotations

import re

from factcheck.extraction.cases import CONDITIONAL, LIMITING
from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, head_position, noun_phrase, with_complement
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import is_past

WHICH = "which"
"""The kind of condition that tells which of several a claim is about."""

_COMPARING = frozenset(["than", "unlike", "versus"])
PEOPLE = frozenset(
    "people person patient adult child man woman individual participant infant volunteer user"
    " resident student worker employee soldier animal mouse rat those customer visitor"
    " teenager smoker mother pupil household subject dog cat cow sheep bird member guest passenger"
    " traveller driver boy girl kid".split()
)
_ADVISING = frozenset(["should", "ought", "must"])
_INTENDING = frozenset(
    "intend plan want try attempt aim hope need threaten struggle vote decide agree promise offer"
    " propose".split()
)
_PARTS = frozenset(["half", "third", "quarter", "twice", "once", "a"])
_NOW = frozenset(["now", "still", "today", "currently", "nowadays", "presently"])
_THEN = frozenset(["then", "formerly", "originally", "initially"])
_EVERYWHERE = frozenset(["worldwide", "globally"])
_FROM_NOW = frozenset(["last", "this", "next"])
_SPANS = frozenset(
    "year month week decade century season spring summer autumn winter quarter term".split()
)
_TIMING = _NOW | _THEN | _EVERYWHERE | _FROM_NOW | {"since", "that", "those", "before"}
_TIMES = frozenset(["year", "time", "day", "decade", "century", "era", "period", "age"])
_MAKING = frozenset(["make", "build", "construct", "carve"])
_DEFINITE = frozenset("the this that these those its his her their our it they".split())
_SOME = frozenset(["some", "others"])
_AMONG = frozenset(["in", "among", "for", "by", "on"])
_WITHIN = frozenset(["in", "at", "during", "under", "on"])
_PLACING = {
    **dict.fromkeys(["in", "at", "across", "throughout", "within"], "place"), "from": "origin"
}  # fmt: skip
_LIMITING_TO = _AMONG | _WITHIN | frozenset(_PLACING)
_WORDING = frozenset("write rewrite code program implement print publish".split())
_HOLDING_NOW = frozenset(["is", "are"])
_EDITIONS = frozenset(["version", "release", "edition", "revision"])
_MANNERS = frozenset("default hand law design accident chance mistake".split())
_NUMBERED = re.compile(r"\d+(?:\.\w+)*$")


def conditions(
    tokens: list[Token], clause: Clause, vocabulary: Vocabulary
) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the conditions of a clause, and the token positions that belong to comparators.

    A condition reads ``kind:term``; kinds are ``comparator``, ``population``, ``place``,
    ``origin`` (from what place), ``setting`` (in, at or under what), ``time`` (now, then, or
    ``last_year`` and the like), ``comparison`` (more or less than), ``case`` (it holds only if),
    ``question`` (it is left open whether it holds), ``modality`` (it should or must be, somebody
    wants it to, or it used to be; it may not be), ``part`` (of how many among several it holds),
    ``which`` (of which of several), ``version`` (of the subject or its matter, by number),
    ``agent`` (who does it, in the passive), ``material`` (what the subject is made of) and
    ``language`` (what it is written in). What something is compared with is no part of what is
    said of it, so its positions are left out of the proposition's terms.
    """
    found: list[str] = []
    excluded: set[int] = set()
    for index in range(clause.start, clause.end):
        token = tokens[index]
        if token.lower in _COMPARING and _compares(tokens, index, clause.end):
            low, high = with_complement(tokens, index + 1, clause.end)
            excluded.update(range(index, high))
            found += [f"comparator:{term}" for term in vocabulary.content(tokens, low, high)]
        if token.lemma in PEOPLE and index + 1 < clause.end:
            found += _kind_of_people(tokens, index, clause.end, vocabulary)
        if (token.tag in "#%" or token.lower in _SOME) and _is_part(tokens, index):
            found.append(f"part:{token.lower}")
        if token.tag == "I" and token.lower in _LIMITING_TO:
            found += _phrase(tokens, index, clause, vocabulary)
        elif (
            token.lower in {"more", "less"}
            and token.tag in "RD"
            and any(later.lower == "than" for later in tokens[index : clause.end])
        ):
            found.append(f"comparison:{token.lower}")
        elif token.lower in CONDITIONAL and token.tag == "S":
            found += [
                f"case:{term}"
                for term in vocabulary.content(tokens, index + 1, min(index + 7, clause.end))
            ]
        if token.lower in _TIMING:
            found += _time(tokens, index, clause)
    if clause.verb is not None and clause.verb.passive:
        found += _agent(tokens, clause, vocabulary)
    found += _material(tokens, clause, vocabulary)
    if clause.verb is not None and any(
        token.lower in _ADVISING for token in tokens[clause.verb.first : clause.verb.main]
    ):
        found.append("modality:advised")
    if clause.verb is not None and any(_intends(tokens, i) for i in clause.verb.chain):
        found.append("modality:intended")
    if clause.verb is not None and any(tokens[i].lower == "used" for i in clause.verb.chain):
        found.append("modality:former")
    if clause.kind == "adverbial" and tokens[clause.start].lower in LIMITING:
        found.append("case:hypothetical")
    opening = tokens[max(0, clause.start - 1) : clause.start + 1]
    if any(token.lower == "whether" for token in opening):
        found.append("question:open")
    return tuple(dict.fromkeys(found)), frozenset(excluded)


def _intends(tokens: list[Token], index: int) -> bool:
    """Return whether a verb says of another that it is only meant: "**was to** be finished"."""
    if tokens[index].lemma in _INTENDING:
        return True
    words = [token.lower for token in tokens[index + 1 : index + 4]]
    meant = tokens[index].lemma == "be" and words[:2] == ["to", "be"]
    return meant and words[2:] not in (["found"], ["seen"], ["had"], ["expected"])


def _compares(tokens: list[Token], index: int, end: int) -> bool:
    """Return whether a word leads to what something is held against: no "more **than** three"."""
    token = tokens[index]
    if token.tag not in "IS":
        return False
    following = tokens[index + 1] if index + 1 < end else None
    counted = following is not None and (following.tag == "#" or following.lower in _PARTS)
    return not (counted and token.lower == "than")


def _time(tokens: list[Token], index: int, clause: Clause) -> list[str]:
    """Return when something holds: today, last year, when the text told of; or that it is all over.

    "Has been £7 since 2020" holds today, and "when it opened" puts a past clause then.
    """
    token, verb = tokens[index], clause.verb
    if token.lower in _EVERYWHERE:
        return ["place:world"]
    following = tokens[index + 1].lemma if index + 1 < len(tokens) else ""
    lasting = verb is not None and tokens[verb.first].lower in {"has", "have"}
    if (token.tag == "R" and token.lower in _NOW) or (token.lower == "since" and lasting):
        return ["time:now"]
    if token.tag == "R" and token.lower in _THEN:
        return ["time:then"]
    if token.lower in {"that", "those"} and following in _TIMES:
        return ["time:then"]
    if token.lower in _FROM_NOW and following in _SPANS and not _known_span(tokens, index):
        return [f"time:{token.lower}_{following}"]
    earlier = token.lower == "before" and token.tag == "I" and index == clause.start
    return ["time:then"] if earlier and verb is not None and is_past(tokens, verb) else []


def _known_span(tokens: list[Token], index: int) -> bool:
    """Return whether a span is no time told from today: "**the** last year", "last week **of**"."""
    of = index + 2 < len(tokens) and tokens[index + 2].lower in {"of", "in"}
    return of or (index > 0 and tokens[index - 1].tag in "DQ#")


def _is_part(tokens: list[Token], index: int) -> bool:
    """Return whether a word picks some from among several: "**three** of the bells"."""
    if tokens[index].lower in _SOME:
        return index > 0 and tokens[index - 1].tag == "I"
    return (
        index + 2 < len(tokens)
        and tokens[index].tag in "#%"
        and not any(token.lower == "within" for token in tokens[max(0, index - 3) : index])
        and tokens[index + 1].lower == "of"
        and tokens[index + 2].tag == "D"
    )


def _material(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> list[str]:
    """Return what the subject is made of: "is **of brick**", "the **brick** chapel is old".

    A capital makes a name of it ("the Iron Bridge"), and only a definite subject is a known one.
    """
    low, high = clause.subject
    verb, found = clause.verb, []
    if verb is None or low >= high or tokens[low].lower not in _DEFINITE:
        return []
    for token in tokens[low : head_position(tokens, low, high) or low]:
        if token.tag in "NA" and token.text in vocabulary.lexicon.materials:
            found.append(f"material:{vocabulary.terms.of(token.lower)}")
    making = verb.passive and tokens[verb.main].lemma in _MAKING
    start = verb.last + 1
    while start < clause.end and tokens[start].tag == "R":
        start += 1
    opens = start < clause.end and tokens[start].lower in ("of", "from")[: 1 + making]
    if opens and (making or verb.copula):
        _, end = noun_phrase(tokens, start + 1, clause.end)
        if tokens[end - 1].lower in vocabulary.lexicon.materials:
            found.append(f"material:{vocabulary.terms.of(tokens[end - 1].lower)}")
    return found


def _agent(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> list[str]:
    """Return who does what a passive clause tells: "approved **by the council**", not "by law"."""
    assert clause.verb is not None
    for index in range(clause.verb.last + 1, clause.end - 1):
        following = tokens[index + 1]
        acts = following.tag in "DNAO#" and following.lower not in _MANNERS
        if tokens[index].lower == "by" and acts:
            low, high = with_complement(tokens, index + 1, clause.end)
            return [f"agent:{term}" for term in vocabulary.content(tokens, low, high)]
    return []


def _phrase(tokens: list[Token], index: int, clause: Clause, vocabulary: Vocabulary) -> list[str]:
    """Return whom, where and under what a phrase with the preposition at ``index`` limits to."""
    if _words(tokens, index, clause):
        return _language(tokens, index, clause.end, vocabulary)
    low, high = with_complement(tokens, index + 1, clause.end)
    if low == high:
        return []
    return [
        *_population(tokens, tokens[index], low, high, vocabulary),
        *_place(tokens, tokens[index], low, high, vocabulary),
        *_setting(tokens, tokens[index], low, high, vocabulary),
        *_version(tokens, low, high),
    ]


def _population(
    tokens: list[Token], preposition: Token, low: int, high: int, vocabulary: Vocabulary
) -> list[str]:
    if preposition.lower not in _AMONG:
        return []
    first, last = noun_phrase(tokens, low, high)
    if first == last or tokens[last - 1].lemma not in PEOPLE:
        return []
    end = last
    if last < len(tokens) and tokens[last].lower in {"with", "who", "without", "under", "over"}:
        while end < min(len(tokens), last + 6) and tokens[end].is_word:
            end += 1
    terms = vocabulary.content(tokens, first, end)
    head = vocabulary.parts(tokens[last - 1])
    specific = [term for term in terms if term not in head]
    return [f"population:{term}" for term in specific or terms]


def _kind_of_people(tokens: list[Token], index: int, end: int, vocabulary: Vocabulary) -> list[str]:
    """Return what sets the people at ``index`` apart: "patients **with diabetes**".

    Of an age, only those are meant: "adults **over 65**", "children **aged 12 or under**".
    """
    if tokens[index + 1].lower not in {"with", "without", "aged", "under", "over"}:
        return []
    stop = index + 2
    while stop < min(end, index + 6) and tokens[stop].tag in "DNA#%":
        stop += 1
    years = tokens[stop - 1].lower if stop > index + 2 else ""
    if years.isdigit() or years in vocabulary.lexicon.numbers:
        words = {token.lower for token in tokens[index + 1 : stop + 2]}
        bounds = {bound for bound, told in _AGES.items() if not told.isdisjoint(words)}
        age = years if years.isdigit() else f"{vocabulary.lexicon.numbers[years]:g}"
        return [f"{WHICH}:{each}" for each in (age, *sorted(bounds))]
    return [f"population:{term}" for term in vocabulary.content(tokens, index + 2, stop)]


_AGES = {
    "over": frozenset(["over", "above", "older", "more"]),
    "under": frozenset(["under", "below", "younger", "less"]),
}


def _words(tokens: list[Token], index: int, clause: Clause) -> bool:
    """Return whether "in" tells the language of a thing: "is written **in** German".

    What was written in Lund may have been written there, so that only the present tells.
    """
    verb = clause.verb
    if verb is None or tokens[index].lower != "in" or index <= verb.last:
        return False
    if not verb.passive or tokens[verb.main].lemma not in _WORDING:
        return False
    return tokens[verb.first].lower in _HOLDING_NOW and all(
        token.tag == "R" for token in tokens[verb.last + 1 : index]
    )


def _language(tokens: list[Token], index: int, end: int, vocabulary: Vocabulary) -> list[str]:
    """Return the names of the languages that the list behind "in" begins with."""
    found: list[str] = []
    for token in tokens[index + 1 : end]:
        if token.text[:1].isupper():
            found.append(f"language:{vocabulary.terms.of(token.lower)}")
        elif token.tag not in "C." or not found:
            break
    return found


def _version(tokens: list[Token], low: int, high: int) -> list[str]:
    """Return the number of the version that a phrase limits to: "in **version 3.2**"."""
    pairs = zip(tokens[low:high], tokens[low + 1 :], strict=False)
    return [
        f"version:{number.text}"
        for edition, number in pairs
        if edition.lemma in _EDITIONS and _NUMBERED.match(number.text)
    ][:1]


def _setting(
    tokens: list[Token], preposition: Token, low: int, high: int, vocabulary: Vocabulary
) -> list[str]:
    """Return where or under what something holds: "in the city", "at sea level", "in winter"."""
    if preposition.lower not in _WITHIN:
        return []
    first, last = noun_phrase(tokens, low, high)
    if first == last or tokens[last - 1].lemma in PEOPLE:
        return []
    return [f"setting:{term}" for term in vocabulary.content(tokens, first, last)]


def _place(
    tokens: list[Token], preposition: Token, low: int, high: int, vocabulary: Vocabulary
) -> list[str]:
    kind = _PLACING.get(preposition.lower)
    if kind is None:
        return []
    named = [
        i
        for i in range(low, high)
        if tokens[i].tag == "N"
        and tokens[i].text[0].isupper()
        and tokens[i].lower not in vocabulary.lexicon.months
    ]
    return [f"{kind}:{term}" for i in named for term in vocabulary.parts(tokens[i])]
