"""Claims: what a source states, piece by piece, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from factcheck.model.display import Displayed
from factcheck.model.document import Document, content_id
from factcheck.model.fingerprint import claim_fingerprint
from factcheck.model.span import Span
from factcheck.model.value import Value


class Polarity(StrEnum):
    """Whether the source affirms the proposition or denies it."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Direction(StrEnum):
    """Which way something is said to change."""

    INCREASES = "increases"
    DECREASES = "decreases"
    UNCHANGED = "unchanged"
    AFFECTED = "affected"

    @property
    def opposite(self) -> Direction:
        """The other way; what is unchanged, or changes in a way not said, has no other."""
        return {
            Direction.INCREASES: Direction.DECREASES,
            Direction.DECREASES: Direction.INCREASES,
        }.get(self, self)


class Certainty(StrEnum):
    """How firmly the source commits to the proposition."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HEDGED = "hedged"


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    DEFINITION = "definition"
    EFFECT = "effect"
    RISK = "risk"
    QUANTITY = "quantity"
    TIME = "time"
    DATE = "date"
    REGULATION = "regulation"
    COMPARISON = "comparison"
    STATEMENT = "statement"


class CueKind(StrEnum):
    """What a cue does to the words in its scope."""

    NEGATION = "negation"
    SPECULATION = "speculation"


@frozen
class Cue:
    """The words that decided a feature of a claim, and where they stand."""

    text: str
    span: Span


@frozen
class ScopedCue:
    """Words that deny or doubt, and how far they reach.

    Attributes:
        kind: which of the two.
        text: the words.
        span: where they stand.
        scope: what they govern, themselves included.
    """

    kind: CueKind
    text: str
    span: Span
    scope: Span


@frozen
class Mention:
    """A noun phrase: its words, where they stand, and the terms it is compared by.

    Attributes:
        text: the words; for a resolved pronoun those of its antecedent.
        span: where the mention itself stands (the pronoun, not the antecedent).
        terms: content words as canonical terms, in order, the head last.
        resolved: whether ``text`` was supplied from elsewhere in the document.
    """

    text: str
    span: Span
    terms: tuple[str, ...]
    resolved: bool = False

    @property
    def head(self) -> str:
        """The term that names the thing; empty where the mention has no content word."""
        return self.terms[-1] if self.terms else ""


@frozen
class Change:
    """An increase, a decrease, an effect of unsaid direction, or none of these, of something.

    ``by`` holds the terms of what brings it about, where the source says so. ``negated`` tells
    "does not raise prices", which rules out a rise and says no more, from "leaves prices
    unchanged".
    """

    direction: Direction
    of: tuple[str, ...]
    cue: Cue
    negated: bool = False
    by: tuple[str, ...] = ()


@frozen
class Category:
    """The class that a claim puts its subject into: "X is a **protein**"."""

    terms: tuple[str, ...]
    cue: Cue


@frozen
class Items:
    """Things listed side by side under one predicate: "by vein, muscle or mouth"."""

    members: tuple[tuple[str, ...], ...]
    attribute: tuple[str, ...]
    span: Span
    exhaustive: bool = False


@frozen
class Presence:
    """Whether something is said to be there, and how much of it: "a low risk of **abuse**".

    ``low`` and ``high`` bound the degree, from 0 (none) to 1 (as much as can be).
    """

    of: tuple[str, ...]
    low: float
    high: float
    cue: Cue


@frozen
class Appraisal:
    """How far words speak for a thing or against it, in one respect: "well tolerated".

    ``low`` and ``high`` bound the part of the scale that they allow, from 0 (wholly against) to 1
    (wholly for).
    """

    respect: str
    low: float
    high: float
    of: tuple[str, ...]
    cue: Cue

    @property
    def favourable(self) -> bool:
        """Whether it speaks for the thing rather than against it."""
        return self.high == 1


@frozen
class Claim(Displayed):
    """One proposition that a source states.

    ``source.text[start:end]`` is the source's own words, always. ``text`` restates them so that
    they can be read alone: pronouns resolved, garbled terms in their standard form.

    Attributes:
        source: the document; equality of claims goes by ``id`` alone.
        span: where the words stand.
        text: the restatement.
        sentence: the sentence that the proposition was split from.
        subject, predicate, object: who does what to whom; any may be empty.
        polarity, negation: affirmed or negated, and the cue that decided it.
        certainty, hedge: asserted, reported or hedged, and the cue that decided it.
        attribution: who is quoted as saying it; empty where the source speaks for itself.
        endorsed: False where the source only reports a position without sharing it.
        changes, values, categories, items, presences, appraisals: the comparable aspects.
        conditions: what limits the statement, each as ``kind:term``; the kinds are those of
            ``extraction.conditions``: population, place, setting, comparator, and so on.
        terms: every content term of the proposition, canonical, sorted.
        kind: the sort of statement.
        topics: ids of the topics it is about, filled in by linking.
        occurrence: how many claims of the document before it have the same words and text.
        id: made of the document's name, the words, the text and ``occurrence``, so that it stays
            the same where the document changes elsewhere.
    """

    source: Document = field(eq=False, repr=lambda source: repr(source.name))
    span: Span
    text: str
    sentence: Span = field(repr=False)
    subject: Mention | None = field(default=None, repr=False)
    predicate: tuple[str, ...] = field(default=(), repr=False)
    object: Mention | None = field(default=None, repr=False)
    polarity: Polarity = field(default=Polarity.AFFIRMED, repr=str)
    negation: Cue | None = field(default=None, repr=False)
    certainty: Certainty = field(default=Certainty.ASSERTED, repr=str)
    hedge: Cue | None = field(default=None, repr=False)
    attribution: str = ""
    endorsed: bool = True
    changes: tuple[Change, ...] = field(default=(), repr=False)
    values: tuple[Value, ...] = field(default=(), repr=False)
    categories: tuple[Category, ...] = field(default=(), repr=False)
    items: tuple[Items, ...] = field(default=(), repr=False)
    presences: tuple[Presence, ...] = field(default=(), repr=False)
    appraisals: tuple[Appraisal, ...] = field(default=(), repr=False)
    conditions: tuple[str, ...] = field(default=(), repr=False)
    terms: tuple[str, ...] = field(default=(), repr=False)
    kind: ClaimKind = field(default=ClaimKind.STATEMENT, repr=str)
    topics: tuple[str, ...] = field(default=(), repr=False)
    occurrence: int = field(default=0, repr=False)
    id: str = field(init=False)

    @id.default
    def _id(self) -> str:
        return content_id("c", self.source.name, self.quote, self.text, self.occurrence)

    @property
    def start(self) -> int:
        """First character of the claim in its source."""
        return self.span.start

    @property
    def end(self) -> int:
        """One past the last character of the claim in its source."""
        return self.span.end

    @property
    def quote(self) -> str:
        """The source's own words, to the character."""
        return self.span.of(self.source.text)

    @property
    def words(self) -> str:
        """The source's own words as a reader sees them, without markup or line breaks."""
        return self.source.visible(self.span)

    @cached_property
    def fingerprint(self) -> str:
        """Content hash of the document's name and the words alone.

        Unlike ``id`` it stays the same where the words are wrapped or marked up in another way,
        and all claims of a document that are read from the same words have the same.
        """
        return claim_fingerprint(self.source.name, self.words)

    @property
    def subject_terms(self) -> tuple[str, ...]:
        """The terms of the subject; none where there is no subject."""
        return self.subject.terms if self.subject else ()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The terms as a set."""
        return frozenset(self.terms)

    @property
    def term_groups(self) -> tuple[tuple[str, ...], ...]:
        """Everything that it is compared by as terms, phrase by phrase: what linking rewrites."""
        mentions = [mention.terms for mention in (self.subject, self.object) if mention]
        return (
            *mentions,
            self.predicate,
            *(terms for change in self.changes for terms in (change.of, change.by)),
            *(category.terms for category in self.categories),
            *(terms for items in self.items for terms in (*items.members, items.attribute)),
            *(presence.of for presence in self.presences),
            *(appraisal.of for appraisal in self.appraisals),
            *(terms for value in self.values for terms in (value.attribute, value.holder)),
            self.terms,
        )

    @cached_property
    def limits_by_kind(self) -> Mapping[str, frozenset[str]]:
        """The terms of the conditions, by their kind."""
        found: dict[str, set[str]] = {}
        for condition in self.conditions:
            kind, _, term = condition.partition(":")
            found.setdefault(kind, set()).add(term)
        return {kind: frozenset(terms) for kind, terms in found.items()}

    def limits(self, kind: str) -> frozenset[str]:
        """Return the terms of the conditions of one kind, such as ``place``."""
        return self.limits_by_kind.get(kind, frozenset())


@frozen
class Skipped:
    """A passage that is no checkable claim, and why it was left out."""

    source: Document = field(eq=False, repr=False)
    span: Span
    reason: str

    @property
    def quote(self) -> str:
        """The words that were left out."""
        return self.span.of(self.source.text)


@frozen
class Note:
    """Something a reader should know about a place in a source.

    Attributes:
        source: the document.
        span: the words that it is about.
        kind: ``garbled`` (a term in the place of another) or ``promotional`` (the language of
            advertising).
        text: what to know, in a sentence.
        standard: what a garbled term stands for; empty for other kinds.
    """

    source: Document = field(eq=False, repr=False)
    span: Span
    kind: str
    text: str
    standard: str = ""
