"""What reviewers settled, fed back into checks: what is no conflict no longer counts as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from attrs import evolve, field, frozen

from factcheck.model import AcceptedFinding, Adjudication, Baseline, Decision, ReviewItem, Run
from factcheck.model.adjudication import Author
from factcheck.review.anchoring import carried_over
from factcheck.review.desk import Desk
from factcheck.review.people import CONSOLE
from factcheck.review.standing import Outcome
from factcheck.store import open_store


@frozen
class Settled:
    """A finding that a review has settled.

    Attributes:
        item: the finding.
        outcome: what was settled; of a duplicate, what was settled of the finding that it repeats.
        duplicate_of: fingerprint of the finding that it repeats; empty where it is no duplicate.
    """

    item: ReviewItem
    outcome: Outcome
    duplicate_of: str = ""

    @property
    def reason(self) -> str:
        """Why, in one line: the reasons, the notes, and what it repeats."""
        told = ", ".join(reason.value.replace("_", " ") for reason in self.outcome.reasons)
        notes = "; ".join(dict.fromkeys(" ".join(note.split()) for note in self.outcome.notes))
        repeats = f"repeats #{self.duplicate_of}" if self.duplicate_of else ""
        parts = (" – ".join(filter(None, (told, notes))), repeats)
        return "; ".join(filter(None, parts))

    @property
    def who(self) -> str:
        """Who settled it."""
        return ", ".join(self.outcome.authors)

    @property
    def day(self) -> str:
        """When, as a day in ISO 8601."""
        return self.outcome.time[:10]

    @property
    def entry(self) -> AcceptedFinding:
        """The finding with what was settled, as a baseline holds it.

        Pairs that make no part of its fingerprint are left out: they may come and go unseen.
        """
        finding = self.item.finding
        return evolve(
            finding,
            pairs=tuple(pair for pair in finding.pairs if pair.stance is finding.stance),
            reason=self.reason,
            author=self.who,
            date=self.day,
            decision=self.outcome.decision,
        )

    @property
    def adjudication(self) -> Adjudication:
        """The same as a decision to be published; it rates no claims, as reviewers do not."""
        return Adjudication(
            finding=self.item.fingerprint,
            decision=self.outcome.decision,
            author=Author(self.who),
            date=self.day,
            note=self.reason,
        )


def settled(outcomes: Mapping[str, tuple[ReviewItem, Outcome]]) -> tuple[Settled, ...]:
    """Return what is settled, where a duplicate goes the way of the finding that it repeats.

    Where that is not settled itself, or findings repeat each other in a circle, the duplicate
    stays one.

    Args:
        outcomes: the closed findings with what was settled, by fingerprint.
    """
    names = {old: key for key, (item, _) in outcomes.items() for old in item.formerly}
    found = []
    for key, (item, outcome) in outcomes.items():
        last, target, seen = outcome, "", {key}
        while last.decision is Decision.DUPLICATE:
            target = names.get(last.duplicate_of, last.duplicate_of)
            if target in seen or target not in outcomes:
                last, target = outcome, outcome.duplicate_of
                break
            seen.add(target)
            last = outcomes[target][1]
        found.append(Settled(item, last, target))
    return tuple(found)


@frozen
class Feedback:
    """What a review says of the findings of one run.

    Attributes:
        store: address of the store of reviews, as messages may show it.
        accepted: findings that are no conflict.
        confirmed: findings that are true conflicts.
        orphans: findings that people spoke of and whose words can no longer be found, each with
            its reason; what was said of them does not hold until they are reviewed again.
    """

    store: str
    accepted: tuple[AcceptedFinding, ...]
    confirmed: tuple[AcceptedFinding, ...]
    orphans: tuple[ReviewItem, ...] = field(repr=False)

    def beside(self, baseline: Baseline | None) -> Baseline:
        """Return a baseline with what reviewers say; where both accept something, it stays."""
        known = baseline or Baseline()
        return evolve(known, findings=(*known.findings, *self.accepted), confirmed=self.confirmed)


@frozen
class Reviews:
    """What a store of reviews has to say to checks.

    Attributes:
        label: address of the store as messages may show it.
        settled: the findings that are settled.
        orphans: those that wait in the queue again, since their words were lost.
    """

    label: str
    settled: tuple[Settled, ...] = field(repr=False)
    orphans: tuple[ReviewItem, ...] = field(default=(), repr=False)

    @property
    def documents(self) -> frozenset[str]:
        """Names of the documents that the settled findings are about."""
        return frozenset(one.document for each in self.settled for one in each.item.quoted)

    @property
    def adjudications(self) -> tuple[Adjudication, ...]:
        """What is settled as decisions to be published, by fingerprint."""
        found = (one.adjudication for one in self.settled)
        return tuple(sorted(found, key=lambda one: one.finding))

    @property
    def decided(self) -> Baseline:
        """What is settled, by the words that it was settled on."""
        entries = [one.entry for one in self.settled if not one.item.orphaned]
        return Feedback(self.label, *_parted(entries), self.orphans).beside(None)

    def on(self, run: Run, elsewhere: Set[str] = frozenset()) -> Feedback:
        """Return what the review says of a run.

        Decisions hold where their words still stand, also under another name of the document. Of
        documents that are not in the run nothing is said.

        Args:
            run: what was found.
            elsewhere: names of documents that are there but were left out of the run.
        """
        now = self.carried(run, elsewhere)
        holds = [one.entry for one in now if not one.item.orphaned]
        read = {document.name for document in run.corpus}
        lost = [
            item
            for item in (*self.orphans, *(one.item for one in now if one.item.orphaned))
            if {each.document for each in item.quoted} <= read
        ]
        return Feedback(self.label, *_parted(holds), tuple(lost))

    def carried(self, run: Run, elsewhere: Set[str] = frozenset()) -> tuple[Settled, ...]:
        """Return what is settled, with the findings as they stand after a run; see :meth:`on`."""
        kept = {one.item.fingerprint: one for one in self.settled}
        spoken = {key: one.item.round for key, one in kept.items()}
        carried = carried_over((one.item for one in self.settled), run, spoken, elsewhere)
        before = {new: old for old, new in carried.moved.items()}
        return tuple(
            evolve(kept[key], item=item)
            for item in carried.items
            if (key := before.get(item.fingerprint, item.fingerprint)) in kept
        )


def _parted(
    entries: Sequence[AcceptedFinding],
) -> tuple[tuple[AcceptedFinding, ...], tuple[AcceptedFinding, ...]]:
    """Return the findings that are no conflict, and those that are true ones."""
    return (
        tuple(one for one in entries if one.decision is Decision.NOT_A_CONFLICT),
        tuple(one for one in entries if one.decision is Decision.TRUE_CONFLICT),
    )


def read_reviews(address: str | Path) -> Reviews:
    """Return what a store of reviews has to say to checks.

    Args:
        address: the path of a store, or the address of a database.

    Raises:
        StoreError: there is no such store, or it cannot be read; the message names it.
    """
    database = open_store(str(address), create=False)
    try:
        desk = Desk(database)
        outcomes = {item.fingerprint: (item, told) for item, told in desk.outcomes(CONSOLE)}
        lost = tuple(one for one in desk.orphans(CONSOLE) if one.fingerprint not in outcomes)
        return Reviews(database.label, settled(outcomes), lost)
    finally:
        database.close()
