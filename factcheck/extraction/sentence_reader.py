"""The clauses of one sentence into claims."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.appraisals import appraisals
from factcheck.extraction.assertions import asserted, leaves_out, narrowing
from factcheck.extraction.attribution import matrix_of
from factcheck.extraction.binding import values
from factcheck.extraction.cases import back_then, cases, depends, only_supposed, timed_by
from factcheck.extraction.changes import changes
from factcheck.extraction.classes import categories, items
from factcheck.extraction.clause import Clause, object_gap
from factcheck.extraction.clause_view import ClauseView
from factcheck.extraction.conditions import conditions
from factcheck.extraction.discourse import Discourse
from factcheck.extraction.entities import Entity, definite
from factcheck.extraction.factuality import Signs, factuality
from factcheck.extraction.kinds import kind_of
from factcheck.extraction.lifespans import Lifespan, ends
from factcheck.extraction.objects import (
    meant_by_pronoun,
    object_of,
    pronoun,
    remember_object,
    remember_several,
)
from factcheck.extraction.phases import phases
from factcheck.extraction.phrases import (
    Vocabulary,
    as_written,
    reach,
    rendered,
)
from factcheck.extraction.presences import presences
from factcheck.extraction.quantities import Quantity, quantities
from factcheck.extraction.readings import reread, without_quantities
from factcheck.extraction.restatement import restated
from factcheck.extraction.restrictions import (
    in_words,
    restricting,
    restriction,
    restrictions,
)
from factcheck.extraction.scopes import Place, scoped
from factcheck.extraction.sentence import Sentence
from factcheck.extraction.speech import speech
from factcheck.extraction.subjects import extraposed, is_expletive, is_impersonal, subject_of
from factcheck.extraction.switches import switched
from factcheck.extraction.verdicts import Verdict, verdict
from factcheck.model import (
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

_EMPTY_VERBS = frozenset("be have do".split())


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
            reread(self.tokens, vocabulary)
            if sentence.whole[1]
            else quantities(
                passage.text[sentence.start : sentence.end], vocabulary.lexicon, sentence.start
            )
        )
        self.tokens = without_quantities(self.tokens, self.read)
        self.scopes = scoped(self.tokens, sentence.clauses, sentence.cues, vocabulary)
        self.verdict = verdict(
            self.tokens, sentence.clauses, self.scopes, sentence.cues, vocabulary
        )
        self.speech = speech(self.tokens, sentence.clauses, vocabulary)
        self.signs = Signs(self.scopes, sentence.cues, self.speech, self.verdict)
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
        if self.verdict is not None:
            judged = self._claim(self.verdict.matter)
            found.extend([judged] if judged is not None else [])
        frames = [one.frame for one in (self.verdict, self.speech) if one is not None]
        stated = asserted(self.tokens, self.sentence.clauses, self.scopes, self.vocabulary)
        for clause in stated:
            if any(clause is frame for frame in frames):
                continue
            # What its subject is, later pronouns may stand for, whether or not it says anything.
            claim = self._claim(clause)
            if claim is None or leaves_out(self.tokens, clause, self.read):
                continue
            if not only_supposed(self.tokens, self.sentence.clauses, clause):
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

    def _cover(
        self, clause: Clause, matrix: Clause | None, judged: Verdict | None
    ) -> tuple[int, int]:
        """Return the words to quote: those of its frame too, but for what joins it to others."""
        low = min(clause.cover[0], matrix.cover[0]) if matrix else clause.cover[0]
        high = clause.end if judged is None else max(clause.end, judged.frame.end)
        while (
            low < high
            and (self.tokens[low].tag == "C" or not self.tokens[low].is_word)
            and self.tokens[low].lower not in {'"', "“", "(", "‘"}
        ):
            low += 1
        return low, high

    def _claim(self, clause: Clause) -> Claim | None:
        tokens = self.tokens
        matrix = matrix_of(tokens, self.sentence.clauses, clause, self.vocabulary)
        if matrix is not None and not is_impersonal(tokens, matrix):
            self._subject(matrix)
        judged = self.verdict if self.verdict and clause is self.verdict.matter else None
        cover = self._cover(clause, matrix, judged)
        if cover[1] - cover[0] < 2:
            return None
        subject = self._subject(clause)
        factual = factuality(tokens, clause, matrix, self.signs, self.vocabulary)
        denied = factual.polarity is Polarity.NEGATED
        view = ClauseView(
            text=self.passage.text,
            tokens=tokens,
            clause=clause,
            negated=denied,
            subject=subject.terms if subject else (),
            cues=self.sentence.cues,
            vocabulary=self.vocabulary,
            locate=self._locate,
        )
        picked = restriction(tokens, self.sentence.clauses, clause, self.vocabulary)
        limits, compared = self._limits(view, picked)
        cue = factual.negation
        excluded = compared | frozenset(range(cue.start, cue.end) if cue else ())
        verb = clause.verb
        state = switched(tokens, clause)
        predicate = self._predicate(clause, excluded, state)
        meant = meant_by_pronoun(tokens, clause, subject, self.discourse)
        obj = object_of(tokens, clause, excluded, meant, self.vocabulary, self._locate)
        if obj is not None and meant is None:
            remember_several(tokens, clause, self.discourse, self.vocabulary)
        remember_object(tokens, clause, subject, self.discourse, self.vocabulary)
        short = self._short_forms(clause)
        content = self._content(clause, subject, excluded, meant, short)
        content = tuple(sorted({*content, state})) if state else content
        if denied:
            more = narrowing(tokens, self.sentence.clauses, clause, self.scopes, self.vocabulary)
            content = tuple(sorted({*content, *more}))
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
            text=self._restated(clause, subject, meant, short, picked)
            if judged is None or verb
            else self._whole(cover),
            sentence=self.passage.locate(self.sentence.start, self.sentence.end),
            subject=subject or extraposed(tokens, clause, self.vocabulary, self._locate),
            predicate=predicate,
            object=obj,
            polarity=factual.polarity,
            negation=self._cue(cue),
            certainty=factual.certainty,
            hedge=self._cue(factual.hedge),
            attribution=factual.attribution,
            endorsed=factual.endorsed,
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

    def _limits(
        self, view: ClauseView, picked: Clause | None
    ) -> tuple[tuple[str, ...], frozenset[int]]:
        """Return under what conditions a clause holds, and where it names what it compares with."""
        limits, compared = conditions(self.tokens, view.clause, self.vocabulary)
        limits = (*limits, *restrictions(self.tokens, view.clause, self.vocabulary))
        limits = (*limits, *restricting(self.tokens, picked, self.vocabulary))
        if depends(self.tokens, self.sentence.clauses, view.clause):
            limits = tuple(dict.fromkeys((*limits, "case:hypothetical")))
        if back_then(self.tokens, self.sentence.clauses, view.clause):
            limits = tuple(dict.fromkeys((*limits, "time:then")))
        timed = timed_by(self.tokens, self.sentence.clauses, view.clause, self.vocabulary)
        held = cases(self.tokens, self.sentence.clauses, view.clause, self.vocabulary)
        return tuple(dict.fromkeys((*limits, *phases(view, limits), *timed, *held))), compared

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
        return subject_of(self.tokens, clause, self.discourse, self.vocabulary, self._locate)

    def _predicate(self, clause: Clause, excluded: frozenset[int], state: str) -> tuple[str, ...]:
        if clause.verb is None:
            return ("be",)
        verb = clause.verb
        chain = (i for i in verb.chain if self.tokens[i].tag == "V" and i not in excluded)
        positions = (*chain, verb.main)
        verbs = (self.vocabulary.terms.of_base(self.tokens[i].lemma) for i in positions)
        return (*verbs, state) if state else tuple(verbs)

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
            rest.remove(pronoun(self.tokens, clause) or 0)
        for word in {self.tokens[i].lower for i in rest if i > clause.start} & {"it", "its"}:
            besides = subject.text if subject and word == "it" else ""
            entity = self.discourse.antecedent("it", besides)
            terms.update(entity.terms if entity else ())
        gap = object_gap(self.tokens, clause)
        if gap is not None:
            terms.update(self.vocabulary.content(self.tokens, *gap))
        placed = any(token.tag == "I" for token in self.tokens[clause.start : clause.end])
        if is_expletive(self.tokens, clause) and not placed:
            # What there is without a place is there in the matter of the document.
            terms.update(self.discourse.main.terms if self.discourse.main else ())
        return tuple(sorted(terms))

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
        self,
        clause: Clause,
        subject: Mention | None,
        meant: Entity | None,
        short: list[int],
        picked: Clause | None,
    ) -> str:
        """Return the proposition so that it can be read alone."""
        tokens = self.tokens
        place = pronoun(tokens, clause)
        if meant is not None and place is not None:
            supplied = evolve(tokens[place], text=definite(meant.text))
            tokens = [*tokens[:place], supplied, *tokens[place + 1 :]]
        tokens = self.discourse.in_full(tokens, short)
        about = subject.text if subject else ""
        if picked is not None and not (subject and subject.resolved):
            about, clause = in_words(tokens, clause, picked, about)
        return restated(tokens, clause, about)
