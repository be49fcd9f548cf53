"""What a clause says is there, is absent, or threatens, and how much of it."""

from __future__ import annotations

from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.conditions import PEOPLE
from factcheck.extraction.function_words import LISTING_VERBS
from factcheck.extraction.phrases import with_complement
from factcheck.extraction.places import within
from factcheck.model import Cue, Presence

Terms = tuple[str, ...]
Band = tuple[float, float]

_HAVING = frozenset(
    "have contain include cause bring carry pose produce involve comprise trigger entail offer"
    " provide feature boast".split()
)
_OCCURRING = frozenset(
    "appear develop emerge form include occur exist arise happen comprise".split()
)
_RICH = {"rich": (0.65, 1.0), "high": (0.65, 1.0), "low": (0.0, 0.3), "poor": (0.0, 0.3)}
_NOTICED = frozenset(
    "find see note report observe detect identify record show discover give need know remain stay"
    " leave offer provide serve".split()
)
_THERE = frozenset(["available", "present"])
_MISSING = frozenset(["absent", "lacking", "missing", "unavailable"])
_RATED = frozenset(["relative", "absolute", "unadjusted", "adjusted", "attributable"])
_HARMS = frozenset(["risk", "danger", "hazard", "threat", "peril"])
_BEARING = frozenset(["on", "for", "between", "about", "against"])
_SOME = (0.3, 1.0)
_ENOUGH = (0.5, 1.0)
_NONE = (0.0, 0.0)
_LITTLE = {"little": (0.0, 0.2), "few": (0.0, 0.2), "minimal": (0.0, 0.2)}
_LEVELS = frozenset("amount level size strength severity frequency importance degree".split())

_MEAT = ("meat", "beef", "pork", "chicken", "bacon", "ham", "fish", "gelatine")
_PARTLY = frozenset("most some many half few several part parts much".split())
_LEFT_OUT = {
    "vegan": (*_MEAT, "milk", "egg", "honey", "butter", "cheese", "cream"),
    "vegetarian": _MEAT,
    "unsweetened": ("sugar",),
    "unsalted": ("salt",),
    "decaffeinated": ("caffeine",),
}
"""What is in nothing of which such a word is said."""


def presences(view: ClauseView) -> tuple[Presence, ...]:
    """Return what is said to be there or to threaten, and how much of it."""
    found = [*_risks(view), *_had(view), *_absent(view)]
    unique: dict[tuple[str, ...], Presence] = {}
    for presence in found:
        unique.setdefault(presence.of, presence)
    return tuple(unique.values())


def _risks(view: ClauseView) -> list[Presence]:
    """Read "a low risk of X and Y", "X potential", "the danger of X"."""
    low, high = view.clause.subject
    inherited = range(low, high) if view.clause.kind != "relative" else range(0)
    named = [
        index
        for index in (*inherited, *range(view.clause.start, view.clause.end))
        if view.tokens[index].tag == "N" and view.tokens[index].lemma in view.lexicon.risk_nouns
    ]
    found: list[Presence] = []
    for index in sorted(set(named)):
        token = view.tokens[index]
        if _modifies(view, index) or _only_compared(view, index):
            continue
        degree = amount_before(view, index)
        if degree == _SOME and _is_reason(view, index):
            degree = _ENOUGH
        if degree == _SOME and low <= index < high:
            degree = amount_after(view) or degree
        harm = (view.vocabulary.terms.of("risk"),) if token.lemma in _HARMS else ()
        for of in _risk_of(view, index):
            kept = tuple(term for term in of if term not in view.vocabulary.risks)
            terms = tuple(dict.fromkeys((*kept, *harm)))
            if terms:
                found.append(Presence(terms, *degree, _risk_cue(view, index)))
    return found


def _modifies(view: ClauseView, index: int) -> bool:
    """Return whether a risk noun only tells what another noun is about: "risk factor"."""
    following = view.tokens[index + 1] if index + 1 < len(view.tokens) else None
    return following is not None and following.tag == "N" and following.lemma != "level"


def _only_compared(view: ClauseView, index: int) -> bool:
    """Return whether a risk is told in figures, as a change or of a group, and not as being there.

    "A relative risk of 0.7", "a small rise in the risk of fire", "people at high risk".
    """
    start = index
    while start > 0 and view.tokens[start - 1].tag in "ADR":
        start -= 1
    if any(token.lower in _RATED for token in view.tokens[start:index]):
        return True
    before = view.tokens[max(0, start - 2) : start]
    words = [token.lower for token in before]
    changed = words[1:] == ["in"] and before[0].lemma in view.vocabulary.signs
    return changed or (words[1:] == ["at"] and before[0].tag == "N")


def _is_reason(view: ClauseView, index: int) -> bool:
    """Return whether the noun is given as the reason: "because of its potential for X"."""
    return any(
        token.lower in {"because", "due", "owing", "given", "account"} and token.tag in "IS"
        for token in view.tokens[max(0, index - 5) : index]
    )


def _risk_cue(view: ClauseView, index: int) -> Cue:
    """Return the whole phrase around a risk noun: "low risk of side effects"."""
    low, high = index, index + 1
    while low > view.clause.start and view.tokens[low - 1].tag in "NA":
        low -= 1
    if high < view.clause.end and view.tokens[high].lower in {"of", "for", "from"}:
        high = with_complement(view.tokens, high + 1, view.clause.end)[1]
    return view.cue(low, max(high, index + 1))


def amount_after(view: ClauseView) -> tuple[float, float] | None:
    """Return the degree that a copula gives its subject: "the risk … is low"."""
    verb = view.clause.verb
    if verb is None or not verb.copula:
        return None
    for token in view.tokens[verb.last + 1 : min(view.clause.end, verb.last + 4)]:
        degree = _amount(view, token.lower) if token.tag == "A" else None
        if degree is not None:
            return _rest(degree) if view.negated else degree
    return None


def _rest(degree: tuple[float, float]) -> tuple[float, float]:
    """Return what a denied degree leaves: "not low" is anything above low."""
    low, high = degree
    return (high, 1.0) if low <= 1 - high else (0.0, low)


def _risk_of(view: ClauseView, index: int) -> list[tuple[str, ...]]:
    end = view.clause.end
    if index + 1 < end and view.tokens[index + 1].lower in {"of", "for", "from"}:
        _, high = with_complement(view.tokens, index + 2, end)
        # "The potential of the solvent for abuse" is one for abuse.
        named = high < end and view.tokens[index + 1].lower == "of"
        start = high + 1 if named and view.tokens[high].lower == "for" else index + 2
        return view.conjuncts(start, end)
    low = index
    while low > 0 and view.tokens[low - 1].tag == "N":
        low -= 1
    terms = view.vocabulary.content(view.tokens, low, index)
    if terms:
        return [terms]
    plain = view.tokens[index].lemma in _HARMS
    to_verb = index + 1 < end and view.tokens[index + 1].tag == "T"
    return (
        [(view.vocabulary.terms.of_base(view.tokens[index].lemma),)]
        if plain and not to_verb
        else []
    )


def amount_before(view: ClauseView, index: int) -> tuple[float, float]:
    """Return the degree that the words before a noun give it; negation counts as none."""
    denied = 0
    low = max(0, index - 8)
    verb = view.clause.verb
    bracketed = verb is not None and _in_brackets(view, verb.first, index)
    if verb is not None and view.negated and index > verb.first and not bracketed:
        # "Poses no risk" is denied by the determiner alone, which is counted below.
        denied += not _denies(view, verb.last + 1)
    degree = _SOME
    for position in range(index - 1, low - 1, -1):
        token = view.tokens[position]
        if token.tag in "VXMSW" or token.lower in {";", ":", "(", ")"}:
            break
        if token.lower in view.lexicon.negative_determiners:
            denied += 1
        elif _ends_denial(view, position):
            denied += 1
            denied += position > 0 and view.tokens[position - 1].lower == "not"
            break
        elif token.lower in _LITTLE:
            degree = _LITTLE[token.lower]
        elif degree == _SOME:
            degree = _amount(view, token.lower) or degree
    if denied % 2:
        return _NONE if degree == _SOME else (degree[1], 1.0)
    return degree


def _in_brackets(view: ClauseView, start: int, index: int) -> bool:
    words = [token.lower for token in view.tokens[start:index]]
    return words.count("(") > words.count(")")


def _ends_denial(view: ClauseView, position: int) -> bool:
    """Return whether a preposition that denies ends here: "without", "free of"."""
    words = [token.lower for token in view.tokens[max(0, position - 1) : position + 1]]
    return bool({words[-1], " ".join(words)} & view.lexicon.negative_prepositions)


def _denies(view: ClauseView, index: int) -> bool:
    """Return whether the token is a determiner that denies its noun: "no", "neither"."""
    if index >= view.clause.end:
        return False
    token = view.tokens[index]
    return token.tag == "D" and token.lower in view.lexicon.negative_determiners


def _amount(view: ClauseView, word: str) -> tuple[float, float] | None:
    for degree in view.lexicon.degrees.get(word, ()):
        if degree.dimension in _LEVELS:
            return (degree.low, degree.high)
    return None


def _had(view: ClauseView) -> list[Presence]:
    """Read the object of "have, cause, include …" and the subject of "occur"."""
    verb = view.clause.verb
    if verb is None:
        return []
    lemma = view.tokens[verb.main].lemma
    degree = _NONE if view.negated else _SOME
    listing = lemma in LISTING_VERBS and not view.vocabulary.harmful(view.subject)
    occurs = lemma in _OCCURRING and not listing
    found: list[tuple[Terms, Band]] = []
    if view.subject and (occurs or _shows_existence(view)):
        found.append((view.subject, degree))
    told = next((t.lower for t in view.tokens[verb.last + 1 : view.clause.end] if t.tag != "R"), "")
    if view.subject and verb.copula and told in _THERE | _MISSING:
        there = (told in _THERE) is not view.negated
        of = view.vocabulary.matter(view.tokens, *view.clause.subject) or view.subject
        found.append((of, _SOME if there else _NONE))
    existential = verb.copula and view.tokens[max(0, verb.first - 1)].lower == "there"
    if (lemma in _HAVING and not verb.passive) or existential:
        found += _object(view, degree)
    if not found:
        return []
    cue = view.phrase_cue(verb.first, verb.last + 1)
    return [Presence(of, *degree, cue) for of, degree in found]


def _object(view: ClauseView, degree: Band) -> list[tuple[Terms, Band]]:
    """Return what stands behind the verb, and how much of it there is."""
    first = view.object_start
    if view.negated and view.tokens[min(first, view.clause.end - 1)].tag in "#%":
        # Who has not 20 objects may have 10.
        return []
    if _denies(view, first):
        degree = _NONE
    elif first < view.clause.end and not view.negated:
        degree = _LITTLE.get(view.tokens[first].lower, degree)
    return [(of, degree) for of in _things(view, first) if view.vocabulary.risks.isdisjoint(of)]


def _things(view: ClauseView, start: int) -> list[tuple[str, ...]]:
    """Return what the phrase at ``start`` names, with what it bears on: "effect on the river".

    Nothing where a clause tells of what kind it is: no evidence that rivers rise is not no
    evidence. A phrase before the subject ends there: "without a wall, the village …".
    """
    subject = view.clause.subject[0]
    end = subject if start < subject else view.clause.end
    while start < end and view.tokens[start].tag in "R-":
        start += 1
    stop = with_complement(view.tokens, start, end)[1]
    following = view.tokens[stop] if stop < len(view.tokens) else None
    told = any(token.lower == "that" for token in view.tokens[start + 1 : stop + 1])
    if told or (following is not None and following.tag in "TW"):
        return []
    found = view.conjuncts(start, end)
    if len(found) != 1 or stop >= end or view.tokens[stop].lower not in _BEARING:
        return found
    if [token.lower for token in view.tokens[stop : stop + 2]] == ["on", "board"]:
        return found
    low, high = with_complement(view.tokens, stop + 1, end)
    matter = view.vocabulary.matter(view.tokens, low, high)
    return [tuple(dict.fromkeys((*matter, *found[0])))]


def _shows_existence(view: ClauseView) -> bool:
    """Return whether a finished event befell an indefinite subject: "cracks have opened"."""
    low, high = view.clause.subject
    verb = view.clause.verb
    if verb is None or low >= high or view.negated or view.clause.kind == "relative":
        return False
    last = view.tokens[high - 1]
    bare = last.tag == "N" and all(token.tag in "NA" for token in view.tokens[low:high])
    finished = view.tokens[verb.first].lower in {"has", "have", "had", "was", "were"}
    lower_case = last.text.islower() or high == 1
    return bare and last.has_plural_ending and lower_case and finished


def _rich_in(view: ClauseView) -> list[Presence]:
    """Read "is rich in iron", "is a good source of iron"."""
    verb, tokens = view.clause.verb, view.tokens
    if verb is None or not verb.copula or view.negated:
        return []
    for index in range(verb.last + 1, view.clause.end - 2):
        source = tokens[index].lower == "source" and tokens[index + 1].lower == "of"
        rich = tokens[index].lower in _RICH and tokens[index + 1].lower == "in"
        if source or rich:
            degree = _RICH.get(tokens[index].lower, _RICH["rich"])
            low, high = with_complement(tokens, index + 2, view.clause.end)
            of = view.vocabulary.content(tokens, low, high)
            return [Presence(of, *degree, view.cue(index, index + 2))] if of else []
    return []


def _is_of_being(view: ClauseView) -> bool:
    """Return whether a clause says of its subject that it is there, not what became of it.

    "No seats remain" and "no cracks were found" deny seats and cracks, "no passenger was hurt"
    denies no passengers.
    """
    verb = view.clause.verb
    if verb is None or view.tokens[verb.main].lemma in _OCCURRING | _NOTICED:
        return True
    return verb.copula and any(
        token.lower in _THERE for token in view.tokens[verb.last + 1 : view.clause.end]
    )


def _free_of(view: ClauseView) -> list[Presence]:
    """Read "is sugar-free", and what is in nothing that is vegan."""
    verb = view.clause.verb
    if verb is None or not verb.copula:
        return []
    opening = view.tokens[view.clause.subject[0]].lower
    if opening in _PARTLY:
        return []
    found = []
    parts = view.vocabulary.terms.parts
    for index in range(verb.last + 1, view.clause.end):
        word = view.tokens[index].lower
        if word.endswith("-free"):
            degree = _SOME if view.negated else _NONE
            cue = view.cue(index, index + 1)
            found.append(Presence(parts(word.removesuffix("-free")), *degree, cue))
        elif word in _LEFT_OUT and not view.negated and view.tokens[index].tag in "NA":
            cue = view.cue(index, index + 1)
            found += [Presence(parts(left), *_NONE, cue) for left in _LEFT_OUT[word]]
    return found


def _tells_which(view: ClauseView, start: int) -> bool:
    """Return whether a phrase is of the subject alone: "the height **without the lid** is"."""
    verb = view.clause.verb
    in_subject = verb is not None and view.clause.subject[0] < start < verb.first
    return in_subject and not _denies(view, start)


def _tells_whom(view: ClauseView, start: int) -> bool:
    """Return whether a phrase is of some people alone: "more often than those **without X**"."""
    for position in range(start - 1, max(-1, start - 5), -1):
        token = view.tokens[position]
        if token.tag in "VXM":
            return False
        if token.lemma in PEOPLE:
            return not _denies(view, start)
    return False


def _absent(view: ClauseView) -> list[Presence]:
    """Read "without X", "no X", "free of X", "lacks X"."""
    found: list[Presence] = []
    verb = view.clause.verb
    if verb is not None and view.tokens[verb.main].lemma == "lack":
        degree = _SOME if view.negated else _NONE
        cue = view.cue(verb.main, verb.main + 1)
        found = [Presence(of, *degree, cue) for of in _things(view, verb.last + 1)]
    found += [*_free_of(view), *_rich_in(view)]
    denying = [
        index
        for index in range(view.clause.start, view.clause.end)
        if view.tokens[index].tag == "D"
        and view.tokens[index].lower in view.lexicon.negative_determiners
    ]
    starts = [
        *within(view.cues, "negative_prepositions", view.clause.start, view.clause.end),
        *((i, i + 1) for i in denying if i >= view.clause.subject[1] or _is_of_being(view)),
    ]
    for start, end in starts:
        if _tells_which(view, start) or _tells_whom(view, start):
            continue
        complement = verb is not None and start == verb.last + 1 and _denies(view, start)
        behind = verb is not None and start > verb.first
        denied = behind and view.negated and not complement
        denied ^= start > 0 and view.tokens[start - 1].lower == "not"
        degree = _SOME if denied else _NONE
        for of in _things(view, end):
            found.append(Presence(of, *degree, view.phrase_cue(start, end)))
    return found
