"""The clauses of one sentence into claims."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from attrs import evolve

from factcheck.extraction import cues
from factcheck.extraction.appraisals import appraisals
from factcheck.extraction.binding import values
from factcheck.extraction.changes import changes
from factcheck.extraction.classes import categories, items
from factcheck.extraction.clause import TIMES, Clause, is_cleft, object_gap
from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.conditions import back_then, conditions, depends
from factcheck.extraction.discourse import Discourse, Entity, Sentence, definite, possessive
from factcheck.extraction.function_words import AUXILIARIES
from factcheck.extraction.kinds import kind_of
from factcheck.extraction.lifespans import Lifespan, ends
from factcheck.extraction.phases import phases
from factcheck.extraction.phrases import (
    Vocabulary,
    as_written,
    head_position,
    noun_phrase,
    reach,
    rendered,
    with_complement,
)
from factcheck.extraction.presences import presences
from factcheck.extraction.quantities import Quantity, quantities
from factcheck.extraction.scopes import Place, scoped
from factcheck.extraction.speech import speech
from factcheck.extraction.tokens import Token
from factcheck.extraction.verdicts import verdict
from factcheck.model import (
    Certainty,
    Claim,
    ClaimKind,
    Cue,
    Document,
    Mention,
    Passage,
    Polarity,
    Span,
    Value,
)

_INDEFINITE = frozenset("a an any no".split())
_WHOEVER = frozenset(["anyone", "anybody", "everyone", "everybody", "whoever", "nobody"])
_OBJECT_PRONOUNS = frozenset(["it", "them", "him", "her"])
_EMPTY_VERBS = frozenset("be have do".split())


_CLITIC_BE = re.compile(r"^['’]s\b")


class SentenceReader:
    """Turns the clauses of one sentence into claims."""

    def __init__(
        self,
        document: Document,
        passage: Passage,
        sentence: Sentence,
        discourse: Discourse,
        vocabulary: Vocabulary,
    ) -> None:
        self.document = document
        self.passage = passage
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.discourse = discourse
        self.vocabulary = vocabulary
        self.read: tuple[Quantity, ...] = (
            _reread(self.tokens, vocabulary)
            if sentence.whole[1]
            else quantities(
                passage.text[sentence.start : sentence.end], vocabulary.lexicon, sentence.start
            )
        )
        self.tokens = _without_quantities(self.tokens, self.read)
        self.scopes = scoped(self.tokens, sentence.clauses, sentence.cues, vocabulary)
        self.verdict = verdict(
            self.tokens, sentence.clauses, self.scopes, sentence.cues, vocabulary
        )
        self.speech = speech(self.tokens, sentence.clauses, vocabulary)
        self._in_clauses = tuple(
            quantity
            for quantity in self.read
            if not any(
                low <= quantity.start < high
                for low, high in (span.bracket for span in sentence.lifespans)
            )
        )

    def claims(self) -> list[Claim]:
        """Return the claims of the sentence: its lifespans, then its clauses in their order."""
        found = [claim for span in self.sentence.lifespans for claim in self._lived(span)]
        introduced = {
            clause.parent
            for clause in self.sentence.clauses
            if clause.kind == "complement"
            and clause.parent >= 0
            and cues.reports(self.tokens, self.sentence.clauses[clause.parent], self.vocabulary)
        }
        if self.verdict is not None:
            judged = self._claim(self.verdict.matter)
            found.extend([judged] if judged is not None else [])
        for index, clause in enumerate(self.sentence.clauses):
            if (
                clause.kind == "content"
                or (self.verdict is not None and clause is self.verdict.frame)
                or index in introduced
                or self._only_opens(clause, index)
                or self._only_points(clause, index)
                or (self.speech is not None and clause is self.speech.frame)
                or self._narrows_denial(clause)
                or self._says_whoever(clause)
            ):
                continue
            # What its subject is, later pronouns may stand for, whether or not it says anything.
            claim = self._claim(clause)
            if claim is not None and not self._leaves_out(clause):
                found.append(claim)
        return found

    def _lived(self, lifespan: Lifespan) -> list[Claim]:
        """Return the claim that somebody or something named began and ended on certain days."""
        low, high = lifespan.name
        inside = [i for i, token in enumerate(self.tokens) if low <= token.start < high]
        dates = ends(lifespan, self.read)
        if not inside or not dates:
            return []
        place = Place(inside[0], inside[-1] + 1)
        mention = self.discourse.mention(self.tokens, place.start, place.end, self._locate(place))
        if not mention.terms:
            return []
        return [
            Claim(
                source=self.document,
                span=self.passage.locate(low, lifespan.bracket[1]),
                text=" ".join(self.passage.text[low : lifespan.bracket[1]].split()),
                sentence=self.passage.locate(self.sentence.start, self.sentence.end),
                subject=mention,
                predicate=("be",),
                values=tuple(
                    Value(
                        scale="date",
                        interval=days,
                        text=quantity.text,
                        span=self.passage.locate(quantity.start, quantity.end),
                        approximate=quantity.approximate,
                        attribute=events,
                    )
                    for quantity, days, events in dates
                ),
                terms=tuple(sorted({*mention.terms, *(events[0] for _, _, events in dates)})),
                kind=ClaimKind.DATE,
            )
        ]

    def _only_points(self, clause: Clause, index: int) -> bool:
        """Return whether a clause is the first half of "it was X who …"."""
        return is_cleft(self.tokens, clause) and any(
            later.kind == "relative" and later.parent == index for later in self.sentence.clauses
        )

    def _only_opens(self, clause: Clause, index: int) -> bool:
        """Return whether a clause says nothing but what follows it: "which **means** that …"."""
        children = [one for one in self.sentence.clauses if one.parent == index]
        told = any(one.kind == "complement" for one in children) or self._refers(clause)
        behind = self.tokens[clause.verb.last + 1 : clause.end] if clause.verb else []
        return told and all(token.lower == "out" for token in behind)

    def _refers(self, clause: Clause) -> bool:
        """Return whether a clause only names who says so: "**as studies show**, zinc is safe"."""
        said = clause.verb is not None and (
            self.tokens[clause.verb.main].lemma in self.vocabulary.lexicon.reporting_verbs
        )
        return said and clause.kind == "adverbial" and self.tokens[clause.start].lower == "as"

    def _says_whoever(self, clause: Clause) -> bool:
        """Return whether a relative clause tells whom a rule is for: "anyone **who travels**"."""
        words = {token.lower for token in self.tokens[clause.cover[0] : clause.start]}
        return clause.kind == "relative" and not words.isdisjoint(_WHOEVER)

    def _leaves_out(self, clause: Clause) -> bool:
        """Return whether a clause stops at its auxiliary: "they stay **as they are**"."""
        verb = clause.verb
        if verb is None or verb.passive or self.tokens[verb.main].lower not in AUXILIARIES:
            return False
        behind = self.tokens[verb.main + 1 : clause.end]
        read = {quantity.start for quantity in self.read}
        said = any(
            token.is_word and (token.tag not in "R-" or token.start in read) for token in behind
        )
        return not said and object_gap(self.tokens, clause) is None

    def _narrows_denial(self, clause: Clause) -> bool:
        """Return whether a clause tells of what kind there is none: "there is no bridge that …"."""
        if clause.kind != "relative" or clause.parent < 0 or not self._restricts(clause):
            return False
        opener = self.tokens[clause.cover[0]]
        whole = self.sentence.clauses[clause.parent]
        polarity, _ = cues.negation(self.tokens, whole, self.scopes)
        return polarity is Polarity.NEGATED and opener.lower in _INDEFINITE

    def _restricts(self, clause: Clause) -> bool:
        """Return whether a relative clause stands without a comma before it."""
        return clause.start > 0 and self.tokens[clause.start - 1].is_word

    def _span(self, cover: tuple[int, int]) -> Span:
        """Return where a claim stands: with all its list where it is said of one member of it."""
        start, end = reach(self.tokens, *cover)
        low, high = self.sentence.whole
        if low < end and start < high:
            start, end = min(start, low), max(end, high)
        return self.passage.locate(start, end)

    def _locate(self, place: Place) -> Span:
        return self.passage.locate(*reach(self.tokens, place.start, place.end))

    def _cue(self, place: Place | None) -> Cue | None:
        if place is None:
            return None
        words = as_written(self.passage.text, self.tokens, place.start, place.end)
        return Cue(words, self._locate(place))

    def _matrix(self, clause: Clause) -> Clause | None:
        """Return the clause that introduces this one as somebody's words or belief."""
        if clause.kind != "complement" or clause.parent < 0:
            return None
        parent = self.sentence.clauses[clause.parent]
        return parent if cues.reports(self.tokens, parent, self.vocabulary) else None

    def _claim(self, clause: Clause) -> Claim | None:
        tokens = self.tokens
        matrix = self._matrix(clause)
        if matrix is not None and not self._is_impersonal(matrix):
            self._subject(matrix)
        judged = self.verdict if self.verdict and clause is self.verdict.matter else None
        cover = (min(clause.cover[0], matrix.cover[0]) if matrix else clause.cover[0], clause.end)
        if judged is not None:
            cover = (cover[0], max(clause.end, judged.frame.end))
        while (
            cover[0] < cover[1]
            and (tokens[cover[0]].tag == "C" or not tokens[cover[0]].is_word)
            and tokens[cover[0]].lower not in {'"', "“", "(", "‘"}
        ):
            cover = (cover[0] + 1, cover[1])
        if cover[1] - cover[0] < 2:
            return None
        subject = self._subject(clause)
        polarity, negation = cues.negation(tokens, clause, self.scopes)
        opposite, left_open = (
            cues.framed(tokens, matrix, clause, self.scopes, self.sentence.cues, self.vocabulary)
            if matrix
            else (False, False)
        )
        turning = None
        if opposite and matrix is not None and matrix.verb is not None:
            turning = Place(matrix.verb.first, matrix.verb.last + 1)
        if judged is not None and judged.denies:
            turning = judged.cue
        if turning is not None:
            affirmed = polarity is Polarity.NEGATED
            polarity = Polarity.AFFIRMED if affirmed else Polarity.NEGATED
            negation = None if affirmed else turning
        low = matrix.start if matrix else clause.start
        certainty, hedge = cues.hedging(tokens, low, clause.end, self.scopes)
        attribution, endorsed, reported = self._attribution(clause, matrix)
        endorsed = (endorsed or turning is not None) and not left_open
        if certainty is Certainty.ASSERTED and reported:
            certainty = Certainty.REPORTED
        terms = subject.terms if subject else ()
        view = ClauseView(
            text=self.passage.text,
            tokens=tokens,
            clause=clause,
            negated=polarity is Polarity.NEGATED,
            subject=terms,
            cues=self.sentence.cues,
            vocabulary=self.vocabulary,
            locate=self._locate,
        )
        limits, compared = self._limits(view)
        excluded = compared | frozenset(range(negation.start, negation.end) if negation else ())
        verb = clause.verb
        predicate = self._predicate(clause, excluded)
        meant = self._meant(clause, subject)
        obj = self._object(clause, excluded, meant)
        self._name_object(clause, subject)
        short = self._short_forms(clause)
        content = self._content(clause, subject, excluded, meant, short)
        if polarity is Polarity.NEGATED:
            content = tuple(sorted({*content, *self._narrowing(clause)}))
        if not content:
            return None
        found = values(view, self.passage, self._read_in(clause))
        classes = categories(view)
        changed = changes(view)
        main = self.discourse.main.terms if self.discourse.main else ()
        present = presences(view)
        return Claim(
            source=self.document,
            span=self._span(cover),
            text=self._restated(clause, subject, meant, short)
            if judged is None or verb
            else self._whole(cover),
            sentence=self.passage.locate(self.sentence.start, self.sentence.end),
            subject=subject or self._extraposed(clause),
            predicate=predicate,
            object=obj,
            polarity=polarity,
            negation=self._cue(negation),
            certainty=certainty,
            hedge=self._cue(hedge),
            attribution=attribution,
            endorsed=endorsed,
            changes=changed,
            values=found,
            categories=classes,
            items=items(view) if verb is not None else (),
            presences=present,
            appraisals=appraisals(view, main, changed, found),
            conditions=limits,
            terms=content,
            kind=kind_of(predicate, found, classes, changed, present, self.vocabulary),
        )

    def _limits(self, view: ClauseView) -> tuple[tuple[str, ...], frozenset[int]]:
        """Return under what conditions a clause holds, and where it names what it compares with."""
        limits, compared = conditions(self.tokens, view.clause, self.vocabulary)
        if depends(self.tokens, self.sentence.clauses, view.clause):
            limits = tuple(dict.fromkeys((*limits, "case:hypothetical")))
        if back_then(self.tokens, self.sentence.clauses, view.clause):
            limits = tuple(dict.fromkeys((*limits, "time:then")))
        return (*limits, *phases(view, limits)), compared

    def _read_in(self, clause: Clause) -> tuple[Quantity, ...]:
        """Return the quantities but for those of appositions: "the yawl, **an 8 m boat**, sank"."""
        inserted = [
            (self.tokens[other.start].start, self.tokens[other.end - 1].end)
            for other in self.sentence.clauses
            if other.kind == "apposition" and clause.start < other.start < other.end <= clause.end
        ]
        return tuple(
            quantity
            for quantity in self._in_clauses
            if not any(low <= quantity.start < high for low, high in inserted)
        )

    def _subject(self, clause: Clause) -> Mention | None:
        low, high = clause.subject
        if self._is_expletive(clause):
            return None
        if low >= high:
            if clause.kind in {"main", "coordinate", "participial"} and self.discourse.main:
                entity: Entity = self.discourse.main
                return Mention(entity.text, self._locate(Place(clause.start, clause.start + 1)),
                               entity.terms, resolved=True)  # fmt: skip
            return None
        span = self._locate(Place(low, high))
        if clause.kind == "relative" and high - low == 1 and self.tokens[low].lower == "those":
            return Mention(self.tokens[low].text, span, ())
        mention = self.discourse.mention(self.tokens, low, high, span)
        if clause.kind == "relative" and self.tokens[low - 1].lower == "whose":
            mention = self._owned(clause, mention)
        if clause.kind in {"main", "independent", "complement", "adverbial"}:
            words = self.tokens[low:high]
            plural = words[-1].has_plural_ending or any(
                token.lower in {"and", "they", "these", "those"} for token in words
            )
            named = any(
                token.tag == "N" and token.text[0].isupper() and (index > low or low > 0)
                for index, token in enumerate(self.tokens[low:high], start=low)
            ) or (low == 0 and self._opens_with_name(high))
            self.discourse.remember(mention, plural, named)
        return mention

    def _extraposed(self, clause: Clause) -> Mention | None:
        """Return the subject that stands behind: "it took a year **to build the mill**".

        None where it says when something begins to work ("to see the effects"), which is no
        doing of its own.
        """
        verb = clause.verb
        takes = verb is not None and self.tokens[verb.main].lemma == "take"
        if verb is None or not takes or not self._is_expletive(clause):
            return None
        for low in range(verb.last + 2, clause.end - 2):
            if self.tokens[low - 1].lower == "for":
                return None
            if self.tokens[low].lower != "to" or self.tokens[low + 1].tag not in "VN":
                continue
            terms = self.vocabulary.content(self.tokens, low + 1, clause.end)
            effects = map(self.vocabulary.terms.of, self.vocabulary.lexicon.effects)
            if len(terms) < 2 or not set(terms).isdisjoint(effects):
                return None
            words = rendered(self.tokens, low + 1, clause.end)
            return Mention(words, self._locate(Place(low + 1, clause.end)), terms)
        return None

    def _owned(self, clause: Clause, mention: Mention) -> Mention:
        """Return what "whose" makes of a subject: "the pilot **whose boat** sank"."""
        low, high = clause.cover[0], clause.start
        while high > low and not self.tokens[high - 1].is_word:
            high -= 1
        if low >= high:
            return mention
        place = self._locate(Place(low, high))
        owner = self.discourse.mention(self.tokens, low, high, place)
        terms = (*owner.terms, *mention.terms)
        return Mention(f"{possessive(owner.text)} {mention.text}", mention.span, terms, True)

    def _auxiliary(self, index: int) -> str:
        """Return the auxiliary that a participle shares with the verb before it."""
        shared = (t.lower for t in reversed(self.tokens[:index]) if t.tag == "X")
        return next(shared, "is")

    def _opens_with_name(self, high: int) -> bool:
        """Return whether a sentence begins with a name, going by what is no common word."""
        if high > 1:
            return self.tokens[1].text[0].isupper()
        word = self.tokens[0].lower
        lexicon = self.vocabulary.lexicon
        common = word in lexicon.noun_verbs or word in lexicon.adjectives or word in lexicon.generic
        return self.tokens[0].tag == "N" and not common and not word.endswith("s")

    def _is_impersonal(self, clause: Clause) -> bool:
        """Return whether the subject stands for nothing: "it is thought that"."""
        low, high = clause.subject
        passive = clause.verb is not None and (clause.verb.passive or clause.verb.copula)
        return low >= high or (high - low == 1 and self.tokens[low].lower == "it" and passive)

    def _is_expletive(self, clause: Clause) -> bool:
        """Return whether "it" or "there" stands for nothing: "it takes weeks", "there is"."""
        low, high = clause.subject
        verb = clause.verb
        if verb is None or high - low != 1:
            return False
        word = self.tokens[low].lower
        if word == "there" or (word == "it" and self.tokens[verb.main].lemma == "take"):
            return True
        behind = self.tokens[verb.last + 1 : verb.last + 3]
        return (
            word == "it"
            and verb.copula
            and len(behind) == 2
            and behind[0].tag == "A"
            and behind[1].lower in {"to", "that", "for"}
        )

    def _predicate(self, clause: Clause, excluded: frozenset[int]) -> tuple[str, ...]:
        if clause.verb is None:
            return ("be",)
        verb = clause.verb
        chain = (i for i in verb.chain if self.tokens[i].tag == "V" and i not in excluded)
        positions = (*chain, verb.main)
        return tuple(self.vocabulary.terms.of_base(self.tokens[i].lemma) for i in positions)

    def _meant(self, clause: Clause, subject: Mention | None) -> Entity | None:
        """Return what a pronoun right behind the verb stands for: "sold **it** in 1950"."""
        place = self._pronoun(clause)
        if place is None:
            return None
        about = subject.text if subject else ""
        return self.discourse.object_antecedent(self.tokens[place].lower, about)

    def _pronoun(self, clause: Clause) -> int | None:
        """Return the position of the pronoun that is the object of a clause, if it has one."""
        if clause.verb is None or clause.verb.copula or clause.verb.last + 1 >= clause.end:
            return None
        place = clause.verb.last + 1
        tells = [token.lower for token in self.tokens[place + 1 : place + 2]] == ["that"]
        if tells or self.tokens[clause.verb.main].lemma in {"say", "think", "believe"}:
            return None
        return place if self.tokens[place].lower in _OBJECT_PRONOUNS else None

    def _name_object(self, clause: Clause, subject: Mention | None) -> None:
        """Note what stands right behind a verb, which a later "it" may stand for."""
        verb = clause.verb
        if verb is None or verb.copula or verb.passive:
            return
        low = start = verb.last + 1
        while low < clause.end and self.tokens[low].tag == "%":
            low += 1
        low, high = with_complement(self.tokens, low, clause.end)
        head = head_position(self.tokens, low, high)
        if head is None or self.tokens[head].lemma in TIMES:
            return
        terms = self.vocabulary.content(self.tokens, low, high)
        if not terms:
            return
        words = rendered(self.tokens, start, high)
        plural = self.tokens[head].has_plural_ending or any(
            token.tag == "C" for token in self.tokens[low : high + 1]
        )
        named = self.tokens[head].is_name
        about = subject.text if subject else ""
        self.discourse.remember_object(Entity(words, terms, plural, named), about)

    def _object(
        self, clause: Clause, excluded: frozenset[int], meant: Entity | None
    ) -> Mention | None:
        start = clause.verb.last + 1 if clause.verb is not None else clause.start
        end = clause.end
        while end > start and not self.tokens[end - 1].is_word:
            end -= 1
        if start >= end:
            start, end = object_gap(self.tokens, clause) or (start, start)
        if start >= end:
            return None
        kept = [
            token for i, token in enumerate(self.tokens[:end]) if i >= start and i not in excluded
        ]
        terms = self.vocabulary.content(kept, 0, len(kept))
        gap = object_gap(self.tokens, clause)
        if gap is not None:
            terms = (*terms, *self.vocabulary.content(self.tokens, *gap))
        if meant is not None:
            behind = rendered(self.tokens, start + 1, end)
            place = self._locate(Place(start, end))
            words = f"{definite(meant.text)} {behind}".rstrip()
            return Mention(words, place, (*meant.terms, *terms), resolved=True)
        if not terms:
            return None
        words = rendered(self.tokens, *(gap or (start, end)))
        mention = Mention(words, self._locate(Place(start, end)), terms)
        while start < end - 1 and self.tokens[start].tag in "IR":
            start += 1
        low, high = noun_phrase(self.tokens, start, end)
        if self.tokens[min(high, end - 1)].lower == "of":
            low, high = noun_phrase(self.tokens, high + 1, end)
        first = self.tokens[min(low, end - 1)]
        counted = first.tag in "#%" or first.lower == "the"
        if counted and self.tokens[high - 1].has_plural_ending:
            several = self.vocabulary.content(self.tokens, low, high)
            if several:
                self.discourse.remember_things(rendered(self.tokens, low, high), several)
        return mention

    def _content(
        self,
        clause: Clause,
        subject: Mention | None,
        excluded: frozenset[int],
        meant: Entity | None,
        short: list[int],
    ) -> tuple[str, ...]:
        """Return the terms of the whole proposition, pronouns in the object resolved."""
        terms = set(subject.terms if subject else ())
        if clause.verb is not None and self.tokens[clause.verb.main].lemma not in _EMPTY_VERBS:
            terms.add(self.vocabulary.terms.of_base(self.tokens[clause.verb.main].lemma))
        rest = [
            index
            for index in range(clause.start, clause.end)
            if index not in excluded and not clause.subject[0] <= index < clause.subject[1]
        ]
        kept = [self.tokens[index] for index in rest]
        terms.update(self.vocabulary.content(kept, 0, len(kept)))
        terms.update(meant.terms if meant else ())
        terms.update(self.discourse.names_at(self.tokens, short))
        if meant is not None:
            rest.remove(self._pronoun(clause) or 0)
        for pronoun in {self.tokens[i].lower for i in rest if i > clause.start} & {"it", "its"}:
            besides = subject.text if subject and pronoun == "it" else ""
            entity = self.discourse.antecedent("it", besides)
            terms.update(entity.terms if entity else ())
        gap = object_gap(self.tokens, clause)
        if gap is not None:
            terms.update(self.vocabulary.content(self.tokens, *gap))
        placed = any(token.tag == "I" for token in self.tokens[clause.start : clause.end])
        if self._is_expletive(clause) and not placed:
            # What there is without a place is there in the matter of the document.
            terms.update(self.discourse.main.terms if self.discourse.main else ())
        return tuple(sorted(terms))

    def _narrowing(self, clause: Clause) -> tuple[str, ...]:
        """Return the terms of the relative clauses that tell what exactly a clause denies."""
        return tuple(
            term
            for other in self.sentence.clauses
            if self._narrows_denial(other) and self.sentence.clauses[other.parent] is clause
            for term in self.vocabulary.content(self.tokens, other.start, other.end)
        )

    def _attribution(self, clause: Clause, matrix: Clause | None) -> tuple[str, bool, bool]:
        """Return who says so, whether the source shares it, and whether it is reported."""
        tokens = self.tokens
        distance = self._distance(clause, matrix)
        holder = ""
        if matrix is not None and matrix.subject[0] < matrix.subject[1]:
            words = rendered(tokens, *matrix.subject)
            holder = "" if words.lower() in {"it", "this", "there"} else words
        spoken = self.speech
        if (
            not holder
            and spoken is not None
            and (clause.start < spoken.frame.start or spoken.goes_on)
        ):
            holder = rendered(tokens, *spoken.speaker)
            distance = distance or self._distance(spoken.frame, None)
        opening = " ".join(token.lower for token in tokens[:2])
        if opening == "according to":
            stop = next((i for i, t in enumerate(tokens) if t.lower == ","), 2)
            holder = rendered(tokens, 2, stop)
        verb = clause.verb
        passive_report = verb is not None and any(
            tokens[i].lemma in self.vocabulary.lexicon.reporting_verbs for i in verb.chain
        )
        return holder, distance is None, bool(holder) or passive_report or matrix is not None

    def _distance(self, clause: Clause, matrix: Clause | None) -> Place | None:
        """Return the words by which the source keeps away from what it reports."""
        if matrix is not None:
            low, high = matrix.start, clause.end
        elif clause.verb is not None:
            opening = self.tokens[clause.start]
            framed = opening.lower in {"according", "in"}
            framed = framed or opening.lemma in self.vocabulary.lexicon.inventions
            low = clause.start if framed else clause.verb.first
            high = min(clause.end, clause.verb.last + 4)
        else:
            return None
        found = self._within(low, high) or cues.distanced(low, high, self.sentence.cues)
        contrary = found is not None and "contrary" in {
            token.lower for token in self.tokens[max(0, found.start - 3) : found.start]
        }
        return None if contrary else found

    def _within(self, low: int, high: int) -> Place | None:
        """Return what the words open with that need not tell the truth: "in an old **play**".

        What goes on in "the play" is told of the play itself.
        """
        opening = [token.lower for token in self.tokens[low : low + 2]]
        if opening[:1] != ["in"] or opening[1:] not in (["a"], ["an"], ["one"], ["another"]):
            return None
        return cues.invented(self.tokens, low + 1, high, self.vocabulary)

    def _whole(self, cover: tuple[int, int]) -> str:
        """Return the words of a range as a sentence."""
        words = rendered(self.tokens, *cover)
        return words[:1].upper() + words[1:] + "."

    def _short_forms(self, clause: Clause) -> list[int]:
        """Return where the clause, beside its subject, has names in short."""
        low, high = clause.subject
        places = self.discourse.short_forms(self.tokens, clause.start, clause.end)
        return [index for index in places if not low <= index < high]

    def _restated(
        self, clause: Clause, subject: Mention | None, meant: Entity | None, short: list[int]
    ) -> str:
        """Return the proposition so that it can be read alone."""
        tokens = self.tokens
        place = self._pronoun(clause)
        if meant is not None and place is not None:
            supplied = evolve(tokens[place], text=definite(meant.text))
            tokens = [*tokens[:place], supplied, *tokens[place + 1 :]]
        tokens = self.discourse.in_full(tokens, short)
        end = clause.end
        while end > clause.start and not tokens[end - 1].is_word and tokens[end - 1].lower not in {
            ")", "”", "%", '"',
        }:  # fmt: skip
            end -= 1
        if clause.verb is None or (
            clause.kind == "participial" and tokens[clause.verb.main].tag == "P"
        ):
            part = clause.verb is not None and clause.subject[1] == clause.verb.first
            last = tokens[clause.subject[1] - 1]
            several = last.lower == "them" or last.has_plural_ending
            start = clause.subject[1] if part else clause.start
            body = f"{'are' if several else 'is'} {rendered(tokens, start, end)}"
            lead = ""
        else:
            start = clause.verb.first if clause.kind != "participial" else clause.start
            if clause.start <= clause.subject[1] < start and clause.subject[0] < clause.subject[1]:
                start = clause.subject[1]
            while start < clause.verb.first and not tokens[start].is_word:
                start += 1
            if any(tokens[i].tag not in "R-C" for i in range(start, clause.verb.first)):
                start = clause.verb.first
                while tokens[start - 1].tag in "R-" and start > clause.subject[1]:
                    start -= 1
            body = rendered(tokens, start, end)
            gap = object_gap(tokens, clause)
            if gap is not None:
                behind = rendered(tokens, clause.verb.last + 1, end)
                verb = rendered(tokens, start, clause.verb.last + 1)
                filler = rendered(tokens, *gap)
                if tokens[gap[0]].tag == "D":
                    filler = filler[:1].lower() + filler[1:]
                body = f"{verb} {filler} {behind}".rstrip()
            before = clause.subject[0] if clause.start <= clause.subject[0] < start else start
            fronted = clause.kind == "main" or (
                clause.kind == "independent" and tokens[clause.start].tag == "I"
            )
            lead = rendered(tokens, clause.start, before) if fronted else ""
            if self._is_expletive(clause):
                lead = rendered(tokens, clause.start, start)
            if tokens[clause.verb.main].tag == "P" and tokens[start].tag not in "XM":
                body = f"{self._auxiliary(start)} {body}"
        body = _CLITIC_BE.sub("is", body)
        parts = [lead, subject.text if subject else "", body]
        sentence = " ".join(part for part in parts if part)
        return sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith((".", "!")) else ".")


def _without_quantities(tokens: list[Token], read: tuple[Quantity, ...]) -> list[Token]:
    """Return the tokens with the words of quantities marked, since they are compared as values.

    What a count counts stays a word of its own; a number in words is no content either way.
    """
    places = [
        (quantity.start, quantity.end)
        for quantity in read
        if quantity.scale not in {"count", "ordinal"}
    ]
    return [
        token.tagged("%", token.lemma)
        if (token.tag == "#" and token.text.isalpha())
        or (
            places
            and token.tag in "N#A"
            and any(low <= token.start < token.end <= high for low, high in places)
        )
        else token
        for token in tokens
    ]


def _reread(tokens: list[Token], vocabulary: Vocabulary) -> tuple[Quantity, ...]:
    """Return the quantities of words that do not stand side by side in the source."""
    words = rendered(tokens, 0, len(tokens))
    ends: list[int] = []
    for token in tokens:
        ends.append(words.index(token.text, ends[-1] if ends else 0) + len(token.text))
    return tuple(
        evolve(
            quantity,
            start=tokens[bisect_right(ends, quantity.start)].start,
            end=tokens[bisect_left(ends, quantity.end)].end,
        )
        for quantity in quantities(words, vocabulary.lexicon)
    )
