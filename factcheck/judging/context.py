"""What a judge knows besides the two claims: term weights, labels and word relations."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from itertools import chain
from typing import Any, TypeVar

from attrs import field, frozen

from factcheck.lexicon.terms import Terms
from factcheck.model import Claim

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_PARTICIPANTS = "human animal vehicle"
_ROLES = {
    "latency": "time it takes,",
    "extent": "how long it lasts,",
    "past": "how long ago,",
    "interval": "how often,",
    "share": "share of",
    "from": "distance,",
    "above": "height above",
    "below": "depth below",
    "frequency": "how often,",
}
_DENYING = ("un", "non")
SHORTEST = 4
"""Letters of a stem from which "un-" before it is taken for a denial of it: not in "until"."""

LAST = "last"
"""The term that every ordinal excludes, by which ordinals in words are known."""

REMEMBERED = 100_000
"""Claims whose answers are kept before they are worked out again, so that memory does not grow with
the corpus: many times as many as one claim has candidates."""

MEASURE_WEIGHT = 0.3
"""Weight of a noun that says in what respect, not of what: two claims that share only "level"
or "rate" share no matter."""

FINEST = 2**40
"""Parts of one that weights are counted in: sums of them are exact, so that no order matters."""

T = TypeVar("T")
V = TypeVar("V", bound=Hashable)


@frozen
class Relations:
    """How words stand to each other, in canonical terms; made once for a lexicon.

    Attributes:
        antonyms: term to the terms that exclude it.
        groups: class term to the numbers of the disjoint groups it belongs to.
        broader: class term to its wider classes, transitively.
        measures: terms that only say in what respect.
        contrasts: terms that set one of a kind apart from the others ("old", "conventional").
        usual: terms for what a thing is held against as the usual one of its kind ("standard").
        effects: terms for beginning to work ("effect", "relief", "result").
        participants: the classes of those who act: people, animals, vehicles.
        numbers: term of a number word to its value.
        agencies: verb or role, as a term with what the lexicon has behind it, to the agency that
            it tells; verbs that the lexicon has as makers tell one of their own.
        homes, roles: the like-named word lists of the lexicon, as terms.
        phrases: a word's term to the phrases it stands in, as the terms of their words and the
            term of the whole.
        terms: words to canonical terms.
        background: terms for whom and what is studied in any field ("patient", "treatment"),
            the measures included.
        describing: terms for what any thing of a kind may be, that do not tell which one is meant.
    """

    antonyms: Mapping[str, frozenset[str]]
    groups: Mapping[str, frozenset[int]]
    broader: Mapping[str, frozenset[str]]
    measures: frozenset[str]
    contrasts: frozenset[str]
    effects: frozenset[str]
    participants: frozenset[str]
    numbers: Mapping[str, float]
    agencies: Mapping[str, str]
    homes: frozenset[str]
    roles: frozenset[str]
    phrases: Mapping[str, tuple[tuple[frozenset[str], str], ...]]
    terms: Terms
    usual: frozenset[str]
    background: frozenset[str]
    describing: frozenset[str]


class _Weighed(dict[str, float]):
    """The weight of every term, worked out where it is first asked for."""

    def __init__(self, weights: Mapping[str, float], measures: frozenset[str]) -> None:
        self._weights = weights
        self._measures = measures

    def __missing__(self, term: str) -> float:
        base = self._weights.get(term, 1.0)
        exact = base * MEASURE_WEIGHT if term in self._measures else base
        weight = self[term] = round(exact * FINEST) / FINEST
        return weight


class _Ranked(dict[str, tuple[float, str]]):
    """The place of every term in an order of the most telling first."""

    def __init__(self, weighed: _Weighed) -> None:
        self._weighed = weighed

    def __missing__(self, term: str) -> tuple[float, str]:
        rank = self[term] = (-self._weighed[term], term)
        return rank


class _Answers(dict[Callable[[Claim, "Context"], Any], Any]):
    """What is asked about a claim, which is kept with it so that no other gets its identity."""

    __slots__ = ("_claim", "_context")

    def __init__(self, claim: Claim, context: Context) -> None:
        self._claim = claim
        self._context = context

    def __missing__(self, ask: Callable[[Claim, Context], Any]) -> Any:
        answer = self[ask] = ask(self._claim, self._context)
        return answer


@frozen
class Context:
    """What a judge knows of a corpus besides the two claims.

    Attributes:
        weights: how telling each term is, from 0 to 1; unknown terms count 1.
        labels: readable form of each term.
        relations: how words stand to each other.
        manifold: the nouns by which many different things are called in the corpus, so that alone
            they do not tell which is meant.
    """

    weights: Mapping[str, float]
    labels: Mapping[str, str]
    relations: Relations
    manifold: frozenset[str] = frozenset()
    _weighed: _Weighed = field(init=False, eq=False, repr=False)
    _ranked: _Ranked = field(init=False, eq=False, repr=False)
    _opposites: dict[str, frozenset[str]] = field(factory=dict, init=False, eq=False, repr=False)
    _grouped: dict[str, bool] = field(factory=dict, init=False, eq=False, repr=False)
    _rivalries: dict[str, frozenset[tuple[str, str]]] = field(
        factory=dict, init=False, eq=False, repr=False
    )
    _answers: dict[int, _Answers] = field(factory=dict, init=False, eq=False, repr=False)
    _between: dict[tuple[object, ...], Any] = field(factory=dict, init=False, eq=False, repr=False)

    def __reduce__(self) -> tuple[type[Context], tuple[object, ...]]:
        # What is kept by identity means nothing where claims are made anew.
        return Context, (self.weights, self.labels, self.relations, self.manifold)

    @_weighed.default
    def _weigh(self) -> _Weighed:
        return _Weighed(self.weights, self.relations.measures)

    @_ranked.default
    def _rank(self) -> _Ranked:
        return _Ranked(self._weighed)

    def once(self, ask: Callable[[Claim, Context], T], claim: Claim) -> T:
        """Return what ``ask`` says of a claim, which is asked once and remembered.

        A claim is compared with many others, and what rules look for in it stays the same.
        """
        known = self._answers.get(id(claim))
        if known is None:
            if len(self._answers) >= REMEMBERED:
                self._answers.clear()
            known = self._answers[id(claim)] = _Answers(claim, self)
        answer: T = known[ask]
        return answer

    def between(self, ask: Callable[[V, V, Context], T], one: V, other: V) -> T:
        """Return what ``ask`` says of two small values, such as the terms of two subjects.

        Many claims have the same, so that it is remembered.
        """
        question = (ask, one, other)
        if question not in self._between:
            if len(self._between) >= REMEMBERED:
                self._between.clear()
            self._between[question] = ask(one, other, self)
        answer: T = self._between[question]
        return answer

    @property
    def contrasts(self) -> frozenset[str]:
        """Terms that set one of a kind apart from the others."""
        return self.relations.contrasts

    @property
    def measures(self) -> frozenset[str]:
        """Terms that only say in what respect."""
        return self.relations.measures

    def telling(self, terms: Iterable[str]) -> tuple[str, ...]:
        """Return the terms that name a matter of one field rather than of any."""
        return tuple(term for term in terms if term not in self.relations.background)

    def weight(self, term: str) -> float:
        """Return how telling a term is."""
        return self._weighed[term]

    def ordered(self, terms: Iterable[str]) -> tuple[str, ...]:
        """Return terms in order, the most telling first."""
        return tuple(sorted(terms, key=self._ranked.__getitem__))

    def total(self, terms: Iterable[str]) -> float:
        """Return the summed weight of distinct terms."""
        return sum(map(self._weighed.__getitem__, set(terms)))

    def label(self, terms: Iterable[str]) -> str:
        """Return terms as readable words, each once."""
        words = (
            _ROLES.get(term) or self.labels.get(term, term.replace("_", " ")) for term in terms
        )
        return " ".join(dict.fromkeys(words))

    def role(self, aspect: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """Return what an aspect asks in readable words, where a role says it, and of what.

        That a time of day begins or ends something shows in the sources.
        """
        if aspect[:1] == ("clock",):
            return "", aspect[2:]
        if aspect and aspect[0] in _ROLES:
            return _ROLES[aspect[0]], aspect[1:]
        return "", aspect

    def opposed(self, first: str, second: str) -> bool:
        """Return whether two terms are antonyms, or one the other with "un-" or "non-"."""
        return second in self.opposites(first)

    def opposites(self, term: str) -> frozenset[str]:
        """Return the terms that are opposed to a term, whether or not they are words."""
        known = self._opposites.get(term)
        if known is None:
            denied = {f"{no}{term}" for no in _DENYING if len(term) >= SHORTEST}
            bare = {term.removeprefix(no) for no in _DENYING if term.startswith(no)}
            affirmed = {stem for stem in bare if len(stem) >= SHORTEST}
            known = self._antonyms(term) | denied | affirmed
            self._opposites[term] = known
        return known

    def all_opposites(self, terms: Iterable[str]) -> frozenset[str]:
        """Return the terms that are opposed to one of ``terms``."""
        return frozenset().union(*map(self.opposites, terms))

    def any_opposed(self, first: Iterable[str], second: Set[str]) -> bool:
        """Return whether a term of the first is opposed to one of the second."""
        return any(not self.opposites(term).isdisjoint(second) for term in first)

    def exclude(self, first: str, second: str) -> bool:
        """Return whether one thing cannot be both.

        That is where they, or wider classes of theirs, are two members of one disjoint group.
        """
        if not (self._has_rivals(first) and self._has_rivals(second)):
            return False
        if self.of_one_kind(first, second):
            return False
        if _ORDINAL.match(first):
            return bool(_ORDINAL.match(second)) or self.exclude(second, LAST)
        if _ORDINAL.match(second):
            return self.exclude(first, LAST)
        groups = self.relations.groups
        return any(
            groups[one] & groups[other]
            and not self.is_a(first, other)
            and not self.is_a(second, one)
            for one in self._classes(first)
            for other in self._classes(second)
            if one != other and one in groups and other in groups
        )

    def _has_rivals(self, term: str) -> bool:
        """Return whether there is anything at all that a term excludes."""
        known = self._grouped.get(term)
        if known is None:
            grouped = not self.relations.groups.keys().isdisjoint(self._classes(term))
            known = self._grouped[term] = grouped or bool(_ORDINAL.match(term))
        return known

    def rivalries(self, term: str) -> frozenset[tuple[str, str]]:
        """Return what a term answers that others answer otherwise, with the answers.

        It does so with every antonym of its own, and in each disjoint group that it or a wider
        class of it is of.
        """
        known = self._rivalries.get(term)
        if known is None:
            relations = self.relations
            opposed = ((" ".join(sorted((term, other))), term) for other in self._antonyms(term))
            grouped = (
                (f"group {group}", each)
                for each in self._classes(term)
                for group in relations.groups.get(each, ())
            )
            known = self._rivalries[term] = frozenset((*opposed, *grouped))
        return known

    def _antonyms(self, term: str) -> frozenset[str]:
        return self.relations.antonyms.get(term, frozenset())

    def _classes(self, term: str) -> frozenset[str]:
        return self.relations.broader.get(term, frozenset()) | {term}

    def classes(self, terms: Iterable[str]) -> frozenset[str]:
        """Return terms with all wider classes of theirs."""
        found = frozenset(terms)
        broader = self.relations.broader
        return found.union(*(broader[term] for term in found if term in broader))

    def kinds(self, terms: Iterable[str]) -> frozenset[str]:
        """Return terms with the phrases of the lexicon that they make up: "television series"."""
        found = frozenset(terms)
        return found | {
            phrase
            for term in found
            for parts, phrase in self.relations.phrases.get(term, ())
            if parts <= found
        }

    def takes_part(self, term: str) -> bool:
        """Return whether a term names a person, an animal or a vehicle: who acts in a scene."""
        return bool(self._classes(term) & self.relations.participants)

    def is_a(self, narrow: str, wide: str) -> bool:
        """Return whether ``narrow`` is the same class as ``wide`` or a kind of it."""
        return narrow == wide or wide in self.relations.broader.get(narrow, frozenset())

    def of_one_kind(self, first: str, second: str) -> bool:
        """Return whether one term is the same class as the other or a kind of it."""
        return self.is_a(first, second) or self.is_a(second, first)


def make_relations(terms: Terms) -> Relations:
    """Return the relations that a lexicon knows, in its canonical terms."""
    lexicon = terms.lexicon
    antonyms: dict[str, set[str]] = {}
    for word, others in lexicon.antonyms.items():
        antonyms.setdefault(terms.of(word), set()).update(terms.of(other) for other in others)
    direct: dict[str, set[str]] = {}
    for word, wider in lexicon.broader.items():
        direct.setdefault(terms.of(word), set()).update(terms.of(wide) for wide in wider)
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(lexicon.disjoint):
        for word in group:
            groups.setdefault(terms.of(word), set()).add(number)
    return Relations(
        antonyms={term: frozenset(others - {term}) for term, others in antonyms.items()},
        groups={term: frozenset(numbers) for term, numbers in groups.items()},
        broader={term: _ancestors(term, direct) for term in direct},
        measures=frozenset(terms.of(word) for word in lexicon.measures),
        contrasts=frozenset(terms.of(word) for word in lexicon.contrasts),
        effects=frozenset(terms.of(word) for word in lexicon.effects),
        participants=frozenset(terms.of(word) for word in _PARTICIPANTS.split()),
        numbers={terms.of(word): value for word, value in lexicon.numbers.items()},
        agencies=_agencies(terms),
        homes=frozenset(terms.of_base(word) for word in lexicon.homes),
        roles=frozenset(terms.of(word) for word in lexicon.roles),
        phrases=_phrases((*lexicon.broader, *chain.from_iterable(lexicon.disjoint)), terms),
        terms=terms,
        usual=frozenset(terms.of(word) for word in lexicon.usual),
        background=frozenset(terms.of(word) for word in lexicon.measures | lexicon.background),
        describing=frozenset(
            terms.of(word) for word in lexicon.describing | lexicon.materials | lexicon.usual
        ),
    )


def _agencies(terms: Terms) -> dict[str, str]:
    found = {terms.of_base(verb): terms.of_base(verb) for verb in terms.lexicon.makers}
    for phrase, (agency, *_) in terms.lexicon.agencies.items():
        word, *behind = phrase.split()
        for term in (terms.of_base(word), terms.of(word)):
            found[" ".join([term, *behind])] = agency
    return found


def _phrases(
    names: Iterable[str], terms: Terms
) -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    found: dict[str, set[tuple[frozenset[str], str]]] = {}
    for name in names:
        if " " in name:
            parts = frozenset(terms.of(word) for word in name.split())
            for part in parts:
                found.setdefault(part, set()).add((parts, terms.of(name)))
    return {
        part: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1])))
        for part, entries in found.items()
    }


def _ancestors(term: str, direct: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    frontier = [term]
    while frontier:
        for wide in direct.get(frontier.pop(), ()):
            if wide not in found:
                found.add(wide)
                frontier.append(wide)
    return frozenset(found - {term})
