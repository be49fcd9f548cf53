"""What leaves a review in files, and what comes in from others. Only admins do either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from factcheck.errors import RefusedError
from factcheck.model import Account, Act, Entry, ReviewItem, Role, Status
from factcheck.review.exchange import Dossier
from factcheck.review.filters import Filters, selection
from factcheck.review.opening import votes_needed
from factcheck.review.policy import Policy
from factcheck.review.projection import logged, restate
from factcheck.review.standing import Outcome, standing, what_stands
from factcheck.review.times import utc_now
from factcheck.store import Connection, Database, assignments, events, items, log
from factcheck.store.events import Event

_NOTHING = "nothing was imported"


@frozen
class Arrival:
    """What came of an import.

    Attributes:
        findings: how many findings the review did not know.
        entries: how many entries are new.
        known: how many entries it had already.
    """

    findings: int
    entries: int
    known: int


@frozen
class Transfer:
    """The way out of a review, and into it.

    Attributes:
        database: where the review is kept.
        policy: how it goes.
        clock: the time, as events bear it.
    """

    database: Database
    policy: Policy = field(factory=Policy)
    clock: Callable[[], str] = field(default=utc_now, repr=False)

    def dossiers(
        self, actor: Account, filters: Filters | None = None, *, unblinded: bool = False
    ) -> tuple[Dossier, ...]:
        """Return findings with their logs, by fingerprint: those that are closed.

        Args:
            actor: who asks.
            filters: which findings they want; all by default.
            unblinded: whether findings that are not closed are among them, with their votes. That
                is kept as an event, since whoever has seen them can no longer vote blindly.

        Raises:
            RefusedError: the actor is no admin, or a filter is none for them.
        """
        _admit(actor)
        asked = filters or Filters()
        chosen = selection(actor, asked, self.clock(), self.policy.needed)
        wanted = evolve(chosen, state=asked.status, queued=False)

        def work(db: Connection) -> tuple[Dossier, ...]:
            found = [
                Dossier(one.item, one.status, _history(db, one.item))
                for one in items.select(db, wanted)
                if unblinded or one.status is Status.CLOSED
            ]
            if unblinded:
                count = sum(one.status is not Status.CLOSED for one in found)
                events.append(db, self._event(actor, "unblinded", asked.query, f"{count} open"))
            return tuple(sorted(found, key=lambda one: one.item.fingerprint))

        return self.database.write(work) if unblinded else self.database.read(work)

    def bring_in(self, actor: Account, dossiers: Sequence[Dossier], origin: str) -> Arrival:
        """Add what another review, or an earlier state of this one, holds; all of it or nothing.

        Entries keep their authors and times, and an event for each tells where it came from. What
        is there stays as it is.

        Args:
            actor: who asks.
            dossiers: the findings with their logs, and their places for messages.
            origin: what the file is called.

        Raises:
            RefusedError: the actor is no admin, or an entry does not go with what is there; the
                message names its place, and nothing was added.
        """
        _admit(actor)

        def work(db: Connection) -> Arrival:
            known = [items.get(db, one.item.fingerprint) for one in dossiers]
            new = known.count(None)
            needed = votes_needed(db, self.policy.needed)
            before = [
                None if one is None else standing(logged(db, one.item), needed).outcome
                for one in known
            ]
            kept = [_kept(db, one.item) for one in dossiers]
            arrived = self._append(db, actor, dossiers, _heard(db, kept), origin)
            needed = votes_needed(db, self.policy.needed)
            for dossier, item, outcome in zip(dossiers, kept, before, strict=True):
                if any(name in arrived for name in (item.fingerprint, *item.formerly)):
                    _settle(db, dossier, item, outcome, needed)
            total = sum(len(one.entries) for one in dossiers)
            return Arrival(new, arrived.total(), total - arrived.total())

        return self.database.write(work)

    def _append(
        self,
        db: Connection,
        actor: Account,
        dossiers: Sequence[Dossier],
        heard: Mapping[str, list[Entry]],
        origin: str,
    ) -> Counter[str]:
        """Keep the entries that are new, in the order of their log; return how many by finding."""
        arrived: Counter[str] = Counter()
        told = []
        placed = (pair for one in dossiers for pair in zip(one.entries, one.places, strict=True))
        for entry, place in sorted(placed, key=lambda pair: (pair[0].number, pair[0].id)):
            known = log.get(db, entry.id)
            if known is not None:
                if evolve(known, number=0) != evolve(entry, number=0):
                    raise RefusedError(
                        f"{place}: the entry {entry.id} is in the review already and says "
                        f"something else; {_NOTHING}."
                    )
                continue
            _check(entry, heard[entry.item], place)
            heard[entry.item].append(log.append(db, entry))
            told.append(self._event(actor, "imported", entry.id, origin))
            arrived[entry.item] += 1
        events.append(db, *told)
        return arrived

    def _event(self, actor: Account, kind: str, subject: str, after: str) -> Event:
        return Event(self.clock(), actor.name, kind, subject, after=after)


def _admit(actor: Account) -> None:
    if actor.role is not Role.ADMIN:
        raise RefusedError("only admins export and import reviews.")


def _history(db: Connection, item: ReviewItem) -> tuple[Entry, ...]:
    return log.of_item(db, item.fingerprint, *item.formerly)


def _kept(db: Connection, item: ReviewItem) -> ReviewItem:
    """Return a finding as it is kept, under all names that it has had; keep it where it is new."""
    known = items.get(db, item.fingerprint)
    ours = item if known is None else known.item
    added = [old for old in item.formerly if items.get(db, old) is None]
    if known is None or added:
        formerly = tuple(dict.fromkeys((*ours.formerly, *added)))
        ours = evolve(ours, formerly=formerly)
        items.put(db, ours, Status.OPEN if known is None else known.status)
    for old in added:
        items.remember(db, old, ours.fingerprint)
    return ours


def _settle(
    db: Connection, dossier: Dossier, item: ReviewItem, before: Outcome | None, needed: int
) -> None:
    """Bring what is kept ready of a finding in line with its log; what was settled stays so.

    Raises:
        RefusedError: the log says otherwise now.
    """
    found = restate(db, item, needed)
    for one in (*found.votes, found.adjudication):
        if one is not None:
            assignments.assign(db, item.fingerprint, one.author)
    now = found.outcome
    if before is None:
        return
    settled = (before.decision, before.duplicate_of)
    if now is None or (now.decision, now.duplicate_of) != settled:
        raise RefusedError(
            f"{dossier.place}: the finding {item.fingerprint} is settled in the review "
            f"otherwise; {_NOTHING}."
        )


def _heard(db: Connection, kept: Iterable[ReviewItem]) -> dict[str, list[Entry]]:
    """Return the log of findings by each fingerprint that they have had."""
    found: dict[str, list[Entry]] = {}
    for item in kept:
        entries = list(_history(db, item))
        found |= dict.fromkeys((item.fingerprint, *item.formerly), entries)
    return found


def _check(entry: Entry, earlier: Sequence[Entry], place: str) -> None:
    """Make sure that an entry follows on what stands of its author, as the desk does.

    Raises:
        RefusedError: it does not.
    """
    stands = {one.author: one for one in what_stands(earlier, entry.round)}
    mine = stands.get(entry.author)
    if entry.supersedes != (mine.id if mine else ""):
        held = f"{mine.id} stands" if mine else "nothing stands"
        raise RefusedError(
            f"{place}: the entry follows on {entry.supersedes or 'nothing'}, but {held} of "
            f"{entry.author} on this finding; {_NOTHING}."
        )
    if entry.act is Act.ADJUDICATE and mine is not None and mine.act is Act.VOTE:
        raise RefusedError(
            f"{place}: {entry.author} voted on this finding and cannot settle it; {_NOTHING}."
        )
    if entry.ballot is not None and entry.ballot.duplicate_of == entry.item:
        raise RefusedError(f"{place}: the finding is said to repeat itself; {_NOTHING}.")
