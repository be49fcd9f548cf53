"""Parts of speech for a shallow parse, from word lists, endings and neighbours.

Tags are one letter: N noun, A adjective, R adverb, V finite or base verb, G form in -ing,
P past participle, X form of be, have or do, M modal, D determiner, I preposition,
T infinitive marker, C coordinating conjunction, S subordinating conjunction or complementiser,
W relative or interrogative pronoun, O personal or demonstrative pronoun, # number,
% word of a quantity, - negator, Q possessive marker, . other sign.

The aim is not a treebank's accuracy but to find the finite verbs and noun phrases of
expository prose without a trained model; where two readings are open, the one that makes fewer
clauses wins.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from factcheck.extraction.closed_class import NEIGHBOURED, UNMISTAKABLE, closed_class
from factcheck.extraction.function_words import BE, DO, FOCUS_ADVERBS, HAVE, SET_PHRASES
from factcheck.extraction.missing_verbs import with_verbs
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_forms import may_be_finite, verb_forms
from factcheck.extraction.verbs import in_name, verb_in_context
from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import WORDS_KEPT, base_forms

_ADJECTIVE_END = ("ive", "ous", "ful", "less", "able", "ible", "ical", "ic", "ish")
_NOUN_OR_ADJECTIVE = ("ic", "al")
_NOUN_END = (
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ist", "ogy", "hood",
    "age", "ery", "ure",
)  # fmt: skip
_NOUNS_IN_LY = frozenset(
    "family assembly anomaly monopoly oligopoly duopoly panoply homily rally supply reply tally"
    " butterfly dragonfly mayfly jelly belly bully gully folly holly dolly doily elderly".split()
)
_ENDS = frozenset(["first", "last"])
_OPENING_PHRASES = frozenset(words[0] for words in SET_PHRASES)
_LEMMAS = {
    **dict.fromkeys(DO, "do"), **dict.fromkeys(HAVE, "have"), **dict.fromkeys(BE, "be")
}  # fmt: skip


def tag(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens of one sentence with their tags and lemmas."""
    tagged: list[Token] = []
    fixed = _fixed_phrases(tokens)
    for index, token in enumerate(tokens):
        if token.lower in _ENDS and _counts_events(tokens, index, tagged, lexicon):
            fixed.setdefault(index, "R")
        if index in fixed:
            tagged.append(token.tagged(fixed[index], token.lower))
            continue
        letter, lemma = _decide(tokens, index, tagged, lexicon)
        hides_verb = letter in "NA" and may_be_finite(token.lower, lexicon)
        open_to_verb = letter not in "NA#G" or hides_verb
        listed = _parts_adjectives(tokens, index, lexicon)
        if open_to_verb and not listed and _ends_noun_phrase(tagged, letter, lexicon):
            retagged = [*tagged[:-1], tagged[-1].tagged("N", tagged[-1].lemma)]
            second, second_lemma = _decide(tokens, index, retagged, lexicon)
            if not hides_verb or second in "VP":
                tagged, letter, lemma = retagged, second, second_lemma
        tagged.append(token.tagged(letter, lemma))
    told = _told(tagged, lexicon)
    if told is not None:
        tagged[slice(*told)] = tag(tokens[slice(*told)], lexicon)
    return with_verbs(tagged, lexicon)


def _told(tagged: list[Token], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return what an opening noun tells, which ends at a copula that judges it.

    "Reports that the mayor resigned are false": read by itself, since no noun phrase goes on
    from one side of the copula to the other.
    """
    that = next(
        (
            index
            for index, token in enumerate(tagged[:8])
            if token.lower == "that" and index and tagged[index - 1].lemma in lexicon.reports
        ),
        None,
    )
    if that is None or any(token.tag in "VXM" for token in tagged[: that - 1]):
        return None
    for index in range(len(tagged) - 2, that + 2, -1):
        behind = [token.lower for token in tagged[index + 1 : index + 4] if token.tag not in "RD-"]
        if (
            tagged[index].lemma == "be"
            and behind
            and (behind[0] in lexicon.falsehoods or behind[0] in lexicon.truths)
        ):
            tagged[that] = evolve(tagged[that], tag="S", lemma="that")
            return (that + 1, index)
    return None


def _counts_events(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether "first" or "last" is an adverb: "and first lit in 1858"."""
    if index + 1 >= len(tokens):
        return False
    after_verb = bool(done) and done[-1].tag in "XCM"
    following = verb_forms(tokens[index + 1].lower, lexicon)
    return after_verb and bool(following) and following[0][1] == "ed"


def _fixed_phrases(tokens: list[Token]) -> dict[int, str]:
    """Return the tags of set phrases that work as one function word."""
    found: dict[int, str] = {}
    words = [token.lower for token in tokens]
    covered = 0
    for index in [index for index, word in enumerate(words) if word in _OPENING_PHRASES]:
        for width in (4, 3, 2) if index >= covered else ():
            tags = SET_PHRASES.get(tuple(words[index : index + width]))
            if tags:
                covered = index + len(tags)
                found.update(zip(range(index, covered), tags, strict=True))
                break
    return found


def _ends_noun_phrase(done: list[Token], following: str, lexicon: Lexicon) -> bool:
    """Return whether the last word is an adjective that must be the noun: "an anesthetic that".

    So must be, before a verb or a preposition, an opening word that only looks like an adjective:
    "**traffic** doubled", and one that is a noun as well: "blue **light** keeps you awake".
    """
    if not done or done[-1].tag != "A":
        return False
    opens = len(done) == 1 or done[-2].tag == "S" or done[-2].lower == ","
    if opens and following in "VXMPINA":
        only_looks = (
            done[-1].lower.endswith(_NOUN_OR_ADJECTIVE) and done[-1].lower not in lexicon.adjectives
        )
        return only_looks or (len(done) == 1 and done[-1].lower in lexicon.noun_verbs)
    index = len(done) - 1
    while index >= 0 and done[index].tag in "AN":
        index -= 1
    if index < 0:
        return done[-1].lower in lexicon.noun_verbs
    return done[index].tag in "D" and done[index].lower != "more"


_PARTICIPIAL = ("ed", "en", "wn", "ade", "ept", "aid", "ead", "ilt", "orn", "ing", "ought")
"""How participles end, which "well" goes with: "the well **kept** secret"."""


def _decide(
    tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon
) -> tuple[str, str]:
    word = tokens[index].lower
    counts = word in lexicon.numbers and word != "one"
    if word in UNMISTAKABLE and not counts:
        return UNMISTAKABLE[word], _LEMMAS.get(word, word)
    if counts or word in NEIGHBOURED or word == "according" or not word[0].isalpha():
        closed = closed_class(tokens, index, done, lexicon)
        if closed:
            return closed, _LEMMAS.get(word, word)
    if word == "well" and _is_a_well(tokens, index, done, lexicon):
        return "N", word
    forms = verb_forms(word, lexicon)
    if forms and not in_name(tokens, index):
        reading = verb_in_context(tokens, index, done, forms, lexicon)
        if reading:
            return reading, forms[0][0]
    if word in FOCUS_ADVERBS or (word in lexicon.adverbs and word in lexicon.adjectives):
        return _adverb_or_adjective(tokens, index, done, lexicon), word
    named = index > 0 and tokens[index].text[0].isupper()
    return _by_form(word, named, lexicon)


def _is_a_well(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether "well" is a noun: "the **well** is dry", not "the well known author"."""
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    described = behind.endswith(_PARTICIPIAL) or behind in lexicon.adjectives or behind == "-"
    return bool(done) and done[-1].tag == "D" and not described


@lru_cache(maxsize=WORDS_KEPT)
def _by_form(word: str, named: bool, lexicon: Lexicon) -> tuple[str, str]:
    """Return the tag and lemma of a word that only its form tells; a name is written like one."""
    if word in lexicon.adjectives or _is_comparative(word, lexicon):
        return "A", word
    adverbial = word.endswith("ly") and len(word) > 4 and word not in _NOUNS_IN_LY
    if word in lexicon.adverbs or adverbial:
        return "R", word
    lemma = _noun_lemma(word, lexicon)
    if named or word.endswith(_NOUN_END):
        return "N", lemma
    if word.endswith(_ADJECTIVE_END) or (
        word.endswith("al") and len(word) > 4 and lemma not in lexicon.noun_verbs
    ):
        return "A", word
    return "N", lemma


def _is_comparative(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is "-er" or "-est" of a known adjective."""
    for ending in ("er", "est"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            root = word[: -len(ending)]
            roots = {root, root + "e", root[:-1] + "y" if root.endswith("i") else root, root[:-1]}
            if roots & lexicon.adjectives and word not in lexicon.noun_verbs:
                return True
    return False


def _adverb_or_adjective(
    tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon
) -> str:
    """Read "still", "well", "fast" as an adverb beside a verb, else as an adjective."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    before = done[-1].tag if done else ""
    if tokens[index].lower in FOCUS_ADVERBS:
        return "A" if before in {"D", "Q"} else "R"
    beside_verb = before in {"X", "M", "N"} and bool(verb_forms(following, lexicon))
    return "R" if beside_verb or before in {"V", "O"} else "A"


def _parts_adjectives(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a comma stands between two adjectives: "a large, quiet hall"."""
    if tokens[index].lower != "," or not 0 < index < len(tokens) - 2:
        return False
    before, behind = tokens[index - 1], tokens[index + 1]
    described = before.lower in lexicon.adjectives and tokens[index + 2].is_word
    return described and _by_form(behind.lower, False, lexicon)[0] == "A"


def _noun_lemma(word: str, lexicon: Lexicon) -> str:
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    forms = base_forms(word, lexicon)
    return forms[1] if len(forms) > 1 and word.endswith("s") else word
