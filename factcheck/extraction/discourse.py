"""Who is meant: what pronouns, "this treatment" and names in short point back to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from factcheck.extraction.clause import phrase_before
from factcheck.extraction.entities import Entity, definite, kinds_of, name_places, possessive
from factcheck.extraction.phrases import Vocabulary, head_position, rendered, with_complement
from factcheck.extraction.tokens import Token
from factcheck.lexicon.terms import base_forms
from factcheck.model import Mention, Span

_SINGULAR = frozenset(["it", "this", "that"])
_PLURAL = frozenset(["they", "them", "these", "those"])
_PERSON = frozenset(["he", "she", "him", "her"])
_GROUPS = frozenset("crew team staff family company police government council board".split())
"""What "they" may be said of though it is one."""
_OWNING = {"its": "it", "their": "they", "his": "he", "her": "she", "our": "we"}
_ORDERED = ["the former", "the latter"]
_QUOTES = frozenset(['"', "“", "‘"])
_RELATIONAL = frozenset(
    "use effect benefit risk result cost price dose dosage height length width size weight"
    " origin purpose construction history name success failure availability classification"
    " advantage disadvantage drawback outcome limitation capacity age speed popularity safety"
    " efficacy effectiveness potential range".split()
)
_QUALIFYING = frozenset(["side", "term", "abuse", "risk"])
_THINGS = (
    "drug medicine medication treatment therapy vaccine remedy device product machine tool software"
    " program app method technique approach procedure substance compound material vehicle"
)
_DOING = re.compile(r"\w+ing (?:it|them|the|a|an|more|less|too|this|that|its|their|your)\b", re.I)
"""What is done to a thing, of which rather is said what follows: "**warming it** does no harm"."""
_POINTING = frozenset(["this", "that", "these", "those", "such"])
_WRITINGS = frozenset("report paper article data evidence finding result author authors".split())
"""Who hardly does anything but tell: what is said next is hardly said of them."""


def _head(entity: Entity) -> str:
    """Return the noun that tells what an entity is: "the **staff** of the mills"."""
    named = entity.text.lower().partition(" of ")[0].split()
    return named[-1] if named else ""


class Discourse:
    """What has been spoken of so far in one document, so that pronouns can be resolved."""

    def __init__(
        self,
        main: Entity | None,
        vocabulary: Vocabulary,
        author: Entity | None,
        proper: Mapping[str, tuple[Entity, ...]],
    ) -> None:
        """Begin a document.

        Args:
            main: what it is about.
            vocabulary: words and phrases, as terms and lists.
            author: who "we" is.
            proper: the names of each kind of thing.
        """
        self.main = main
        self.vocabulary = vocabulary
        self.author = author
        self.proper = proper
        self.previous: Entity | None = None
        self.introduced: set[str] = set()
        self.latest: dict[str, Entity] = {}
        self.in_passing: dict[str, Entity] = {}
        self.in_sentence: list[Entity] = []
        self.named: dict[str, Entity] = {}
        self.owners: dict[str, Entity] = {}
        self.things: list[Entity] = []
        self.objects: list[tuple[Entity, str]] = []
        self.previous_objects: list[tuple[Entity, str]] = []
        self.pair: tuple[Entity, ...] = ()
        self._just_named = False
        # Nouns that hardly come up with "the" unless the thing itself was named before.
        self._things: frozenset[str] = frozenset(map(vocabulary.terms.of, _THINGS.split()))
        self._by_terms: dict[tuple[str, frozenset[str]], Entity] = {
            (kind, frozenset(one.terms)): one for kind, names in proper.items() for one in names
        }

    def open_sentence(self, tokens: list[Token]) -> None:
        """Begin a sentence: its first subject becomes the antecedent for the next one."""
        self.pair = self._paired(tokens) or self.pair
        self.latest |= self.in_passing
        self.in_passing = self._in_passing(tokens)
        if self.in_sentence:
            self.previous = self.in_sentence[0]
        self.in_sentence = []
        self.previous_objects, self.objects = self.objects, []
        self.things = self.things[-1:] if self._just_named else []
        self._just_named = False

    def _in_passing(self, tokens: list[Token]) -> dict[str, Entity]:
        """Introduce the names of a sentence, and return those that have none of their kind beside.

        A later sentence may mean one of them by its kind, even where it is no subject here.
        """
        found: dict[str, set[Entity]] = {}
        for low, high in name_places(tokens):
            terms = self.vocabulary.content(tokens, low, high)
            self.introduced.update(kinds_of(terms, self.vocabulary))
            for kind, name in self._known(terms).items():
                found.setdefault(kind, set()).add(name)
        return {kind: names.pop() for kind, names in found.items() if len(names) == 1}

    @staticmethod
    def _are_picked(tokens: list[Token], index: int) -> bool:
        """Return whether a clause or phrase tells who is meant: "those **who** sing"."""
        return index < len(tokens) and tokens[index].tag in "WIP"

    def _paired(self, tokens: list[Token]) -> tuple[Entity, ...]:
        """Return the two things that a sentence joins, for "the former" and "the latter".

        None where it joins no two, or more pairs than one.
        """
        found: list[tuple[Entity, ...]] = []
        for index, token in enumerate(tokens):
            if token.lower not in {"and", "or"} or not 0 < index < len(tokens) - 1:
                continue
            places = phrase_before(tokens, index), with_complement(tokens, index + 1, len(tokens))
            listed = tokens[index - 1].lower == "," or tokens[places[0][0] - 1].lower == ","
            if listed or any(tokens[high - 1].tag != "N" for _, high in places):
                continue
            found.append(
                tuple(
                    Entity(
                        definite(rendered(tokens, low, high)),
                        self.vocabulary.content(tokens, low, high),
                        tokens[high - 1].has_plural_ending,
                    )
                    for low, high in places
                )
            )
        return found[0] if len(found) == 1 else ()

    def remember(
        self, mention: Mention, plural: bool, named: bool = False, says: bool = False
    ) -> None:
        """Note the subject of a clause as something that may be pointed back to."""
        if mention.terms:
            entity = Entity(mention.text, mention.terms, plural, named, says=says)
            self.in_sentence.append(entity)
            self.name(mention)
            known = self._known(mention.terms)
            self.latest |= known
            self.in_passing = {
                kind: one for kind, one in self.in_passing.items() if kind not in known
            }

    def _known(self, terms: tuple[str, ...]) -> dict[str, Entity]:
        """Return what has a proper name of these terms, by what it may be."""
        kinds = kinds_of(terms, self.vocabulary)
        found = ((kind, self._by_terms.get((kind, frozenset(terms)))) for kind in kinds)
        return {kind: known for kind, known in found if known is not None}

    def remember_things(self, text: str, terms: tuple[str, ...]) -> None:
        """Note several things in a predicate, which "they" finds where no subject is meant."""
        self._just_named = True
        self.things.append(Entity(text, terms, plural=True))

    def remember_object(self, entity: Entity, about: str) -> None:
        """Note the object of a clause ``about`` something, which a later one may point back to."""
        self.objects.append((entity, about))

    def object_antecedent(self, pronoun: str, about: str) -> Entity | None:
        """Return what a pronoun stands for that is an object: "bought the mill and sold **it**".

        Where the clause goes on ``about`` the same subject, an object points back to an object;
        else as a subject does, and to an object where no subject is meant.
        """
        fitting = [
            (entity, of)
            for entity, of in (*reversed(self.objects), *reversed(self.previous_objects))
            if entity.plural == (pronoun in _PLURAL)
            and entity.named >= (pronoun in _PERSON)
            and entity.text != about
        ]
        parallel = next((entity for entity, of in fitting if of == about), None)
        other = next((entity for entity, _ in fitting), None)
        return parallel or self.antecedent(pronoun, about) or other

    def remember_topic(self, text: str, terms: tuple[str, ...], plural: bool) -> None:
        """Note what a question without a verb brings up: "And the annex?"."""
        self.in_sentence.append(Entity(text, terms, plural))

    def name(self, mention: Mention) -> None:
        """Note a full name, so that "this receptor" finds the NMDA receptor."""
        joined = not {"and", "or", "nor"}.isdisjoint(mention.text.split())
        if not mention.resolved and len(mention.terms) > 1 and not joined:
            heads = mention.terms[-2:] if mention.text.endswith(")") else mention.terms[-1:]
            self.named.update((head, Entity(mention.text, mention.terms)) for head in heads)

    def mention(self, tokens: list[Token], low: int, high: int, span: Span) -> Mention:
        """Return the noun phrase in ``tokens[low:high]``, with its pronoun resolved."""
        head = head_position(tokens, low, high)
        words = rendered(tokens, low, high)
        content = self.vocabulary.content
        if head is not None:
            after = content(tokens, head + 1, high)
            own = (*after, *content(tokens, low, head + 1))
        else:
            own = content(tokens, low, high)
        first = tokens[low].lower if low < high else ""
        if first == "those" and high - low == 1 and self._are_picked(tokens, high):
            return Mention(words, span, own)
        part = [token.lower for token in tokens[low + 1 : min(low + 3, high)]]
        several = part in [["of", "them"], ["of", "these"], ["of", "those"]]
        if not own and (several or first in {"one", "some", "many", "most", "both"}):
            first = "they" if several or (self.previous and self.previous.plural) else "it"
            entity = self.antecedent(first) or self.main
            return (
                Mention(entity.text, span, entity.terms, True)
                if entity
                else Mention(words, span, ())
            )
        if words.lower() in _ORDERED and len(self.pair) > 1:
            one = self.pair[_ORDERED.index(words.lower())]
            return Mention(one.text, span, one.terms, resolved=True)
        if first in {"we", "our"} and any(t.lower in _QUOTES for t in tokens[:low]):
            return Mention(words, span, own)
        if (
            high - low >= 1
            and first in _SINGULAR | _PLURAL | _PERSON | {"we"}
            and (tokens[low].tag == "O" or high - low == 1)
        ):
            antecedent = self.antecedent(first)
            if antecedent is not None:
                return Mention(antecedent.text, span, antecedent.terms, resolved=True)
        if first in _OWNING and high - low > 1:
            owner = self.antecedent(_OWNING[first])
            if owner is not None:
                rest = f"{possessive(owner.text)} {rendered(tokens, low + 1, high)}"
                self.owners[rest] = owner
                return Mention(rest, span, (*owner.terms, *own), True)
        if self.main and self._relational(tokens, low, high, head):
            return Mention(f"{words} of {self.main.text}", span, (*self.main.terms, *own), True)
        entity = self._pointed_at(tokens, low, high, head, own)
        if entity is not None:
            return Mention(entity.text, span, entity.terms, resolved=True)
        places = [index for index in self.short_forms(tokens, low, high) if index != head]
        if places:
            words = rendered(self.in_full(tokens, places), low, high)
            return Mention(words, span, (*self.names_at(tokens, places), *own))
        return Mention(words, span, own)

    def _pointed_at(
        self, tokens: list[Token], low: int, high: int, head: int | None, own: tuple[str, ...]
    ) -> Entity | None:
        """Return what "this treatment", "the drug" or "the bridge" stands for, or None."""
        first = tokens[low].lower if low < high else ""
        alone = len(own) == 1 and not (head is not None and tokens[head].has_plural_ending)
        if alone and head == high - 1 == low + 1 and first in _POINTING | {"the"}:
            full = None if tokens[head].is_name else self._in_full(tokens[head])
            if full is not None:
                return full
        short = first == "the" and alone and self._is_short(tokens, head)
        if short or (first in _POINTING and high - low > 1):
            return self.pointed_at(own[-1] if own else "", first)
        return None

    def short_forms(self, tokens: list[Token], low: int, high: int) -> list[int]:
        """Return where a noun by itself stands for the full name of a thing.

        "The deck of the **bridge**", of which the document has said that it is the Orla Bridge.
        """
        return [
            index
            for index in range(low + 1, high)
            if tokens[index - 1].lower == "the"
            and tokens[index].text.islower()
            and not tokens[index].has_plural_ending
            and self._in_full(tokens[index]) is not None
            and not (index + 1 < len(tokens) and tokens[index + 1].tag == "N")
        ]

    def in_full(self, tokens: list[Token], places: list[int]) -> list[Token]:
        """Return tokens with full names in the places of short forms, which "the" precedes."""
        out = list(tokens)
        for index in places:
            name = self._in_full(tokens[index])
            if name is not None:
                # The first word of the name takes the place of "the", its own "the" included.
                first, _, rest = name.text.partition(" ")
                the = out[index - 1].text if first.lower() == "the" else first
                out[index - 1 : index + 1] = [
                    evolve(tokens[index - 1], text=the),
                    evolve(tokens[index], text=rest),
                ]
        return out

    def names_at(self, tokens: list[Token], places: list[int]) -> tuple[str, ...]:
        """Return the terms that the full names add to what short forms say already."""
        names = [self._in_full(tokens[index]) for index in places]
        return tuple(term for name in names if name is not None for term in name.terms[1:])

    def _in_full(self, token: Token) -> Entity | None:
        """Return what a noun behind "the" is short for: a name that was given before.

        The only name of a kind is meant, which for the document's main matter need not have been
        given yet; of several, the one that was last a subject, or given in a sentence before.
        """
        kind = self.vocabulary.terms.of(token.lower)
        names = self.proper.get(kind, ())
        if len(names) > 1:
            return self.latest.get(kind)
        known = kind in self.introduced or (self.main is not None and kind == self.main.terms[0])
        return names[0] if names and known else None

    def _relational(self, tokens: list[Token], low: int, high: int, head: int | None) -> bool:
        """Return whether a phrase leaves out whose it is: "long-term use", "the side effects".

        Such a noun is understood of the document's main matter where nothing else is named.
        """
        if self.main is None or head is None or head != high - 1:
            return False
        if tokens[head].lemma not in _RELATIONAL or tokens[low].tag == "Q":
            return False
        if self.main.terms[0] in self.vocabulary.content(tokens, low, high):
            return False
        return not any(
            token.tag in "QO"
            or (token.tag == "N" and token.text[0].isupper() and index > low)
            or (token.tag == "N" and index < head and token.lemma not in _QUALIFYING)
            for index, token in enumerate(tokens[low:high], start=low)
        )

    def antecedent(self, pronoun: str, besides: str = "") -> Entity | None:
        """Return what a pronoun points back to, other than the subject of its own clause.

        The subject before it in the sentence, else, where number differs, the object, else the
        subject of the sentence before; where that subject is a phrase about the document's main
        matter ("the advent of X"), the main matter itself. Number has to agree.
        """
        if pronoun == "we":
            return self.author
        plural = pronoun in _PLURAL or pronoun == "they"
        acting = self.in_sentence[-1:]
        unlike = [one for one in acting if one.plural != plural and pronoun in {"it", "they"}]
        done = [entity for entity, _ in reversed(self.objects)] if unlike else []
        spoken = [*reversed(self.in_sentence), *done, *([self.previous] if self.previous else [])]
        owners = [self.owners[entity.text] for entity in spoken if entity.text in self.owners]
        for entity in (*spoken, *owners, *reversed(self.things)):
            several = plural and _head(entity) in _GROUPS
            if (
                (entity.plural != plural and not several)
                or (pronoun == "it" and _DOING.match(entity.text))
                or self._speaks(entity)
                or entity.text == besides
            ):
                continue
            if pronoun in _PERSON and not entity.named:
                continue
            if self._is_of_main(entity):
                return self.main
            return entity
        several = plural or (self.main is not None and self.main.plural)
        return None if several or pronoun in _PERSON else self.main

    def _is_of_main(self, entity: Entity) -> bool:
        """Return whether an entity is the main matter or of it, and not another of its kind.

        "The advent of railways" is of railways, "the garden warbler" is one kind of warblers.
        """
        if self.main is None or self.main.terms[0] not in entity.terms:
            return False
        of_a_sort = len(entity.terms) > 1 and self.main.terms == entity.terms[-1:]
        if of_a_sort and {"and", "or", "nor"}.isdisjoint(entity.text.split()):
            return False
        named = self.proper.get(self.main.terms[0], ())
        several = len(named) > 1 and any(set(one.terms) <= set(entity.terms) for one in named)
        return set(self.main.terms) == set(entity.terms) or not (
            several or self._known(entity.terms)
        )

    def pointed_at(self, head: str, determiner: str) -> Entity | None:
        """Return what "this treatment" or "the drug" stands for."""
        known = self.named.get(head)
        if known is not None and (self.main is None or head not in self.main.terms):
            return known if len(known.terms) > 1 else None
        if (
            head in self.vocabulary.generic
            and self.main is not None
            and (head in self.main.classes or (head in self._things and self._is_the_only_one()))
            and not self._main_is_generic()
        ):
            if (
                self.previous is not None
                and determiner in {"this", "these"}
                and (not self.previous.plural)
            ):
                return self.antecedent("it")
            return self.main
        return None

    def _speaks(self, entity: Entity) -> bool:
        """Return whether an entity only stands for who says something ("studies", "critics")."""
        lexicon = self.vocabulary.lexicon
        forms = {*base_forms(_head(entity), lexicon)} & lexicon.reporting_nouns
        return bool(forms) and (entity.says or not forms.isdisjoint(_WRITINGS))

    def _is_the_only_one(self) -> bool:
        """Return whether the main matter is a name, so that "the drug" can stand for it."""
        return self.main is not None and self.main.terms[0] not in self.vocabulary.terms.known

    def _main_is_generic(self) -> bool:
        """Return whether the main matter has a common name, which no other common noun replaces."""
        return self.main is None or self.main.terms[0] in self.vocabulary.generic

    def _is_short(self, tokens: list[Token], head: int | None) -> bool:
        """Return whether "the" and a noun may be short for more: "the drug", "the Trust"."""
        if head is None or head == 0 or tokens[head - 1].lower != "the":
            return False
        return tokens[head].lemma in self.vocabulary.lexicon.generic or tokens[head].is_name
