"""Ranges of tokens as phrases: their words, their terms, their coordinated parts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter

from factcheck.extraction.places import PhraseLists
from factcheck.extraction.tokens import PhraseList, Token
from factcheck.lexicon.terms import Terms, stem

_CUE_LISTS = (
    "absences",
    "negators",
    "not_negative",
    "negative_determiners",
    "negative_prepositions",
    "negative_verbs",
    "hedges",
    "distancing",
    "falsehoods",
    "truths",
    "proportions",
    "promotional",
    "advice",
    "appraisals",
)
_DENIALS = ("negators", "negative_determiners", "negative_prepositions", "negative_verbs")
_SIGNS = (
    "increases",
    "decreases",
    "unchanged",
    "prevents",
    "causes",
    "helps",
    "useless",
    "affects",
    "relates",
    "improves",
    "worsens",
)
_RULING = (
    "approve license authorise authorize regulate ban prohibit permit classify legalise legalize"
    " restrict certify register".split()
)
_COMPARING = ["differ", "resemble", "exceed", "outperform", "surpass", "equal"]
_DISTINGUISHING = frozenset(["another", "other"])
_ALSO_NOUNS = frozenset("mine mines well wells will wills can cans".split())
_OWNING = frozenset("the its their his her".split())
_PERSONS = frozenset("everyone everybody someone somebody anyone anybody".split())
_EXTENTS = frozenset(
    "activ amount burden degre durat frequenc intens level number rate score serious".split()
)
"""Terms for how much of a thing there is, how often or how long."""
_CONTENT = frozenset("NAGVPR#")
_NAMING = frozenset("NAGP#I")
_CLINGING = frozenset([",", ";", ":"])
_BEGINNING = attrgetter("start")
_END = attrgetter("end")
_TELLING = _CONTENT | _NAMING | {"D", "O"}


class Vocabulary:
    """A lexicon with its terms, handed to every step of the extraction.

    Attributes:
        terms: words to canonical terms.
        lexicon: facts about words.
        undesirable, risks, generic, leading: the like-named word lists of the lexicon, as terms.
        frames: terms by which one speaks of something else ("the side effects", "research").
        ruling: terms of the verbs for what authorities do.
        comparing: terms of the verbs that hold one thing against another.
        compounds: names of several words that the lexicon knows as one concept.
        signs: word or phrase of change to the list of the lexicon that it stands in; where it
            stands in several, the first of ``_SIGNS``.
        signed: the same words and phrases, to be looked up in sentences.
        phased: the verbs with which what tells a phase begins.
        dimensions: term of a thing to the term of its dimension that a plain measure gives.
        cues: the lexicon's lists of phrases that are looked up in sentences, all at once.
    """

    def __init__(self, terms: Terms) -> None:
        lexicon = terms.lexicon
        self.terms = terms
        self.lexicon = lexicon
        single = {stem(word) for word in lexicon.undesirable if " " not in word}
        self.undesirable: frozenset[str] = self._named(lexicon.undesirable) | single
        self.risks: frozenset[str] = self._named(lexicon.risk_nouns)
        self.generic: frozenset[str] = frozenset(map(terms.of, lexicon.generic))
        self.leading: frozenset[str] = frozenset(map(terms.of, lexicon.leading))
        self.frames: frozenset[str] = frozenset(map(terms.of, lexicon.frames))
        self.ruling: frozenset[str] = frozenset(map(terms.of, _RULING))
        self.comparing: frozenset[str] = frozenset(map(terms.of, _COMPARING))
        self.phased: frozenset[str] = frozenset([one.split()[0] for one in lexicon.phases])
        self.dimensions: dict[str, tuple[str, ...]] = {
            terms.of(noun): (terms.of(dimension),)
            for dimension, nouns in (("height", lexicon.heights), ("length", lexicon.lengths))
            for noun in nouns
        }
        self.signs: dict[str, str] = {
            word: name for name in reversed(_SIGNS) for word in getattr(lexicon, name)
        }
        self.signed = PhraseList(self.signs)
        # "Cognitive decline" is read as a decline, not as a thing.
        self.compounds = PhraseList(
            name for name in lexicon.synonyms if " " in name and name.split()[-1] not in self.signs
        )
        lists: dict[str, Iterable[str]] = {name: getattr(lexicon, name) for name in _CUE_LISTS}
        denials = frozenset().union(*(lists[name] for name in _DENIALS))
        self.cues = PhraseLists({**lists, "denials": denials})
        self._known: dict[tuple[str, str, str, str, bool], tuple[str, ...]] = {}

    def _named(self, phrases: frozenset[str]) -> frozenset[str]:
        """Return phrases as one term, where the lexicon knows them, and word by word."""
        parted = {" ".join(map(self.terms.of, phrase.split())) for phrase in phrases}
        return frozenset(parted | {self.terms.of(phrase) for phrase in phrases})

    def harmful(self, terms: tuple[str, ...]) -> bool:
        """Return whether less of a thing is better, going by its last one or two terms.

        How much there is of a thing is no other thing: "headache **activity**".
        """
        while len(terms) > 1 and terms[-1] in _EXTENTS:
            terms = terms[:-1]
        if not terms:
            return False
        head = terms[-1].rpartition("_")[2]
        named = {terms[-1], head, " ".join(terms[-2:])}
        return bool(named & self.undesirable)

    def content(self, tokens: list[Token], start: int, end: int) -> tuple[str, ...]:
        """Return the terms of the content words in ``tokens[start:end]``, in order.

        Function words, stopwords, numbers and signs have none; "everyone" is a person, and a name
        of several words has one term.
        """
        found: list[str] = []
        covered = start
        openings = self.compounds.openings
        for index in range(start, end):
            token = tokens[index]
            if index < covered or token.tag not in _TELLING:
                continue
            if token.lower in openings or token.lemma in openings:
                width = self.compound(tokens, index, end)
                if width:
                    words = [token.lower for token in tokens[index : index + width]]
                    found.append(self.terms.of(" ".join(words)))
                    covered = index + width
                    continue
            before = tokens[index - 1].lower
            # "The Point" is a name, whatever "point" may be, and "its range" is one it has.
            named = token.tag == "N" and (
                (token.lower == "range" and before in _OWNING)
                or (before == "the" and token.is_name)
                or (token.lower in _ALSO_NOUNS and _is_noun(tokens, index))
            )
            word = (token.text, token.lower, token.tag, token.lemma, named)
            terms = self._known.get(word)
            if terms is None:
                terms = self._known[word] = self._terms(token, named)
            found.extend(terms)
        return tuple(found)

    def _terms(self, token: Token, named: bool) -> tuple[str, ...]:
        """Return the terms of one token that tells something, or none."""
        if token.tag == "D" and token.lower in _DISTINGUISHING:
            return (self.terms.of(token.lower),)
        if token.tag == "O" and token.lower in _PERSONS:
            return (self.terms.of("person"),)
        if token.tag not in _CONTENT or not token.text[0].isalpha():
            return ()
        stopwords = self.lexicon.stopwords
        if not named and (token.lower in stopwords or token.lemma in stopwords):
            return ()
        adverb = token.tag == "R" and token.lower in self.lexicon.adverbs
        if adverb and token.lower not in self.lexicon.circumstances:
            return ()
        return self.parts(token)

    def compound(self, tokens: list[Token], index: int, end: int) -> int:
        """Return how many tokens the known name of several words at ``index`` takes; 0 for none."""
        if tokens[index].tag not in _NAMING:
            return 0
        width = self.compounds.at(tokens, index, end)
        if not width or tokens[index + width - 1].tag != "N":
            return 0
        return width if all(t.tag in _NAMING for t in tokens[index : index + width]) else 0

    def matter(self, tokens: list[Token], start: int, end: int) -> tuple[str, ...]:
        """Return the content terms without manner and degree ("low", "rapid", "rapidly")."""
        kept = [
            token for token in tokens[start:end]
            if token.tag != "R" and (token.tag != "A" or token.lower not in self.lexicon.degrees)
        ]  # fmt: skip
        return self.content(kept, 0, len(kept))

    def parts(self, token: Token) -> tuple[str, ...]:
        """Return the terms of one token; compounds with a hyphen have several."""
        if token.text.isupper() and len(token.text) > 1 and token.text.isalpha():
            # An abbreviation is no form of the word it happens to spell: LED, WHO.
            return (self.terms.of_base(token.lower),)
        if "-" in token.lower:
            return self.terms.parts(token.lower)
        if token.tag in "VGP" and token.lemma:
            return (self.terms.of_base(token.lemma),)
        return (self.terms.of(token.lower),)


def _is_noun(tokens: list[Token], index: int) -> bool:
    """Return whether a word is a noun here that otherwise tells nothing: "the gold **mine**"."""
    plural = tokens[index].lower.endswith("s")
    return plural or (index > 0 and tokens[index - 1].tag in "DNAQ")


@lru_cache(maxsize=4)
def vocabulary_of(terms: Terms) -> Vocabulary:
    """Return the vocabulary for some terms, built once for each."""
    return Vocabulary(terms)


def noun_phrase(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """Return the range of the noun phrase that begins at ``start``, without what modifies it.

    It ends before the first preposition, verb, relative pronoun, conjunction or sign.
    """
    stop = start
    while stop < end:
        token = tokens[stop]
        if (
            token.tag in "DNAQ#R-"
            or (token.tag in "OPG" and stop == start)
            or (token.tag in "PG" and stop + 1 < end and tokens[stop + 1].tag in "NA")
        ):
            stop += 1
        else:
            break
    return (start, stop)


def with_complement(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase at ``start`` with its "of" phrases."""
    low, high = noun_phrase(tokens, start, end)
    while high < end and tokens[high].lower == "of":
        _, after = noun_phrase(tokens, high + 1, end)
        if after == high + 1:
            break
        high = after
    return (low, high)


def head_position(tokens: list[Token], start: int, end: int) -> int | None:
    """Return the position of a noun phrase's head: its last noun before a preposition."""
    head = None
    for index in range(start, end):
        if tokens[index].tag in "ISWTV" and head is not None:
            break
        if tokens[index].tag in "NO" or (tokens[index].tag == "G" and head is None):
            head = index
    return head


def coordinated(tokens: list[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Return the members of a list "a, b, and c" in ``[start, end)``; one where it is no list."""
    cuts: list[tuple[int, int]] = []
    low = start
    for index in range(start, end):
        token = tokens[index]
        if token.tag == "C" or token.lower in {",", ";"}:
            if low < index:
                cuts.append((low, index))
            low = index + 1
        elif token.tag in "SWVXM":
            end = index
            break
    if low < end:
        cuts.append((low, end))
    members = [cut for cut in cuts if any(t.tag in "NGA#" for t in tokens[cut[0] : cut[1]])]
    return members or [(start, end)]


def reach(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """Return the characters from the first to the last of ``tokens[start:end]``.

    Tokens that were supplied or moved may stand in another order than their words.
    """
    piece = tokens[start:end]
    places = [token for token in piece if token.start < token.end] or piece
    return min(map(_BEGINNING, places)), max(map(_END, places))


def as_written(text: str, tokens: list[Token], start: int, end: int) -> str:
    """Return the source's own words of ``tokens[start:end]``; their own where it has none."""
    low, high = reach(tokens, start, end)
    return text[low:high] or rendered(tokens, start, end)


def rendered(tokens: list[Token], start: int, end: int) -> str:
    """Return the words of ``tokens[start:end]``, garbled terms in their standard form."""
    out: list[str] = []
    before: Token | None = None
    for token in tokens[start:end]:
        if before is not None:
            elided = token.start == token.end or before.start == before.end
            if elided or not (before.end == token.start or token.lower in _CLINGING):
                out.append(" ")
        out.append(token.text)
        before = token
    return " ".join("".join(out).split())
