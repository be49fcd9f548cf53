"""The verbs of reviewing; the rules of role and blindness hold for whoever calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from datetime import datetime, timedelta

from attrs import evolve, field, frozen

from factcheck.errors import ConflictError, RefusedError
from factcheck.model import Account, Act, Ballot, Entry, ReviewItem, Role, Run, Status
from factcheck.review.agreement import Agreement, agreement, independent_votes
from factcheck.review.filters import BEFORE_THE_VOTE, STATES, Filters, selection
from factcheck.review.intake import Intake, take_in
from factcheck.review.policy import Policy
from factcheck.review.progress import RECENT, Progress, pace
from factcheck.review.projection import restate
from factcheck.review.standing import Outcome, Standing, standing
from factcheck.review.times import stamp, utc_now
from factcheck.review.views import ItemView, may, view
from factcheck.store import Connection, Database, accounts, assignments, items, log
from factcheck.store.items import Kept, Selection
from factcheck.version import __version__

_USED = "this id was used before, for something else; reload the page."


@frozen
class Page:
    """A part of the queue.

    Attributes:
        rows: the findings, those of the highest impact first.
        total: how many there are in all.
        offset: how many stand before these.
    """

    rows: tuple[ItemView, ...]
    total: int
    offset: int


@frozen
class Receipt:
    """What an entry came to.

    Attributes:
        entry: the entry as it is kept.
        repeated: whether it had been kept before.
        view: the finding as its author may see it now.
    """

    entry: Entry
    repeated: bool
    view: ItemView


@frozen
class Desk:
    """Where reviewers work.

    Every verb is one transaction, and takes the account that asks. It raises ``RefusedError`` for
    what the account may not do, ``UnknownItemError`` for a finding that is not there, and
    ``ConflictError`` where somebody was faster.

    Attributes:
        database: where everything is kept.
        policy: how the review goes.
        clock: the time, as entries bear it.
    """

    database: Database
    policy: Policy = field(factory=Policy)
    clock: Callable[[], str] = field(default=utc_now, repr=False)

    def take_in(self, actor: Account, run: Run, elsewhere: Set[str] = frozenset()) -> Intake:
        """Put the findings of a run up for review; only admins may.

        Findings that the review knows keep what was said of them as long as their words stand.

        Args:
            actor: who takes it in.
            run: what is found now.
            elsewhere: names of documents that are there but were left out of the run.
        """
        if actor.role is not Role.ADMIN:
            raise RefusedError("only admins take in a run.")
        now = self.clock()
        return self.database.write(
            lambda db: take_in(db, run, actor, now, self.policy.needed, elsewhere)
        )

    def queue(
        self, actor: Account, filters: Filters | None = None, limit: int = 50, offset: int = 0
    ) -> Page:
        """Return findings that somebody asks for, those of the highest impact first."""
        chosen = self._selection(actor, filters)

        def work(db: Connection) -> Page:
            kept = items.select(db, chosen, limit, offset)
            return Page(
                tuple(self._view(db, actor, one) for one in kept), items.count(db, chosen), offset
            )

        return self.database.read(work)

    def next_item(
        self, actor: Account, filters: Filters | None = None, after: str = ""
    ) -> str | None:
        """Return the fingerprint of the next finding for somebody and keep it for them.

        Args:
            actor: who asks.
            filters: which findings they want; those that wait for them by default.
            after: fingerprint of the finding to go on from; from the first by default.
        """
        chosen = self._selection(actor, filters)
        found = self.database.read(lambda db: items.following(db, chosen, after))
        if found is None or chosen.state != "todo":
            return found

        def work(db: Connection) -> str | None:
            # Somebody may have taken the last free place in between.
            fingerprint = items.following(db, chosen, after)
            if fingerprint is not None:
                assignments.assign(db, fingerprint, actor.name, self._lease())
            return fingerprint

        return self.database.write(work)

    def item(self, actor: Account, fingerprint: str) -> ItemView:
        """Return a finding as somebody may see it."""
        return self.database.read(lambda db: self._view(db, actor, items.require(db, fingerprint)))

    def progress(self, actor: Account) -> Progress:
        """Return how far somebody has come."""
        mine = Selection(actor.name, self.clock(), self.policy.needed, state="voted")
        todo = evolve(mine, state="todo")
        overseen = actor.role.adjudicates

        def work(db: Connection) -> Progress:
            left = items.count(db, todo) if actor.role.votes else 0
            seconds = pace(log.times(db, actor.name, RECENT))
            return Progress(
                done=items.count(db, mine),
                left=left,
                seconds=None if seconds is None else seconds * left,
                adjudication=items.counts(db)[Status.ADJUDICATION] if overseen else None,
            )

        return self.database.read(work)

    def choices(self, actor: Account) -> dict[str, tuple[str, ...]]:
        """Return the topics, sources and rules that somebody can filter findings by.

        Rules are part of the machine's opinion, so that they are empty while it is hidden.
        """
        hidden = self._hides_rules(actor, STATES[actor.role][0])
        columns = ("topic", "source") if hidden else ("topic", "source", "rule")
        return self.database.read(
            lambda db: {"rule": ()} | {name: items.names(db, name) for name in columns}
        )

    def documents(self) -> tuple[str, ...]:
        """Return the names of the documents of every finding that was ever put up."""
        return self.database.read(items.documents)

    def vote(
        self, actor: Account, entry_id: str, fingerprint: str, ballot: Ballot, seen: str = ""
    ) -> Receipt:
        """Keep what somebody says of a finding.

        Args:
            actor: who says it.
            entry_id: a new id; the same id with the same words again changes nothing.
            fingerprint: of the finding.
            ballot: what they say.
            seen: id of what stood of theirs when they were asked; empty where nothing did.
        """
        entry = Entry(entry_id, fingerprint, actor.name, Act.VOTE, ballot)
        return self._keep(actor, entry, seen)

    def skip(self, actor: Account, entry_id: str, fingerprint: str, seen: str = "") -> Receipt:
        """Keep that somebody leaves a finding to others; see :meth:`vote`."""
        return self._keep(actor, Entry(entry_id, fingerprint, actor.name, Act.SKIP), seen)

    def adjudicate(
        self, actor: Account, entry_id: str, fingerprint: str, ballot: Ballot, seen: str = ""
    ) -> Receipt:
        """Settle a finding that voters differ on; see :meth:`vote`."""
        entry = Entry(entry_id, fingerprint, actor.name, Act.ADJUDICATE, ballot)
        return self._keep(actor, entry, seen)

    def undo(self, actor: Account, entry_id: str) -> Receipt:
        """Take back the last thing that somebody said; what stood before stands again."""

        def work(db: Connection) -> Receipt:
            repeated = log.get(db, entry_id)
            if repeated is not None:
                if (repeated.author, repeated.act) != (actor.name, Act.RETRACT):
                    raise ConflictError(_USED)
                kept = items.require(db, repeated.item)
                return Receipt(repeated, True, self._view(db, actor, kept))
            last = log.latest(db, actor.name)
            if last is None:
                raise RefusedError("there is nothing of yours to take back.")
            kept = items.require(db, last.item)
            if last.round != kept.item.round:
                raise RefusedError(
                    "the words that your last decision was about have changed since; it stands as "
                    "history, and the finding is in the queue again."
                )
            found = self._standing(db, kept.item.fingerprint)
            if last.act is not Act.ADJUDICATE and found.adjudication is not None:
                raise RefusedError("an adjudicator has settled this finding; its votes stand.")
            retraction = Entry(entry_id, last.item, actor.name, Act.RETRACT, supersedes=last.id)
            return self._append(db, actor, kept, retraction)

        return self.database.write(work)

    def history(self, actor: Account, fingerprint: str) -> tuple[Entry, ...]:
        """Return the log of a finding and of those that it has grown from.

        Admins see it once the finding is closed, others their own part.
        """

        def work(db: Connection) -> tuple[Entry, ...]:
            item = items.require(db, fingerprint).item
            known = {one.fingerprint: one for one in (item, *_earlier(db, item))}
            names = (name for one in known.values() for name in (one.fingerprint, *one.formerly))
            return self._seen(db, actor, known, log.of_item(db, *names))

        return self.database.read(work)

    def entries(self, actor: Account, filters: Filters | None = None) -> tuple[Entry, ...]:
        """Return what somebody may see of the log on the findings that filters name.

        Without a status, findings that the latest run no longer reports are among them.
        """
        asked = filters or Filters()
        chosen = evolve(
            self._selection(actor, asked), state=asked.status, queued=bool(asked.status)
        )

        def work(db: Connection) -> tuple[Entry, ...]:
            wanted = {one.item.fingerprint: one.item for one in items.select(db, chosen)}
            return self._seen(db, actor, wanted, log.everything(db))

        return self.database.read(work)

    def outcomes(self, actor: Account) -> tuple[tuple[ReviewItem, Outcome], ...]:
        """Return every finding that is settled with what was settled, for those who oversee."""
        if actor.role is Role.REVIEWER:
            raise RefusedError("what was settled is shown to those who do not review.")

        def work(db: Connection) -> tuple[tuple[ReviewItem, Outcome], ...]:
            found = []
            for kept in items.everything(db):
                if kept.status is Status.CLOSED:
                    # What closed it closed it, however many votes are asked for now.
                    outcome = standing(log.stands(db, kept.item.fingerprint), 1).outcome
                    found.extend([(kept.item, outcome)] if outcome else [])
            return tuple(found)

        return self.database.read(work)

    def agreement(self, actor: Account) -> Agreement:
        """Return how far reviewers agree, on findings that wait for an adjudicator too.

        It names reviewers and tells of votes on findings that are not closed, so only admins see
        it.
        """
        if actor.role is not Role.ADMIN:
            raise RefusedError("only admins see how far reviewers agree.")

        def work(db: Connection) -> Agreement:
            kept = [one.item for one in items.everything(db)]
            known_as = {name: one.fingerprint for one in kept for name in one.formerly}
            people = [one.name for one in accounts.everybody(db)]
            cast = independent_votes(log.everything(db), known_as, people)
            found = agreement(cast.votes, revised=cast.revised)
            return evolve(found, strangers=cast.strangers)

        return self.database.read(work)

    def orphans(self, actor: Account) -> tuple[ReviewItem, ...]:
        """Return the findings whose words were lost since people spoke of them, with reasons."""
        chosen = self._selection(actor, Filters(status="orphaned"))
        return self.database.read(lambda db: tuple(one.item for one in items.select(db, chosen)))

    def _selection(self, actor: Account, filters: Filters | None) -> Selection:
        chosen = selection(actor, filters or Filters(), self.clock(), self.policy.needed)
        if chosen.rule and self._hides_rules(actor, chosen.state):
            raise RefusedError("rule: would tell the machine's opinion of what waits for a vote.")
        return chosen

    def _hides_rules(self, actor: Account, state: str) -> bool:
        """Return whether the rule behind a finding of some state is hidden from somebody."""
        return self.policy.blind and actor.role.votes and state in BEFORE_THE_VOTE

    def _lease(self) -> str:
        now = datetime.fromisoformat(self.clock())
        return stamp(now + timedelta(hours=self.policy.lease_hours))

    def _keep(self, actor: Account, entry: Entry, seen: str) -> Receipt:
        def work(db: Connection) -> Receipt:
            kept = items.require(db, entry.item)
            repeated = log.get(db, entry.id)
            if repeated is not None:
                if items.require(db, repeated.item) != kept or not _same(repeated, entry):
                    raise ConflictError(_USED)
                return Receipt(repeated, True, self._view(db, actor, kept))
            stands = log.stands(db, kept.item.fingerprint)
            mine = _mine(stands, actor)
            found = standing(stands, self.policy.needed)
            standing_id = mine.id if mine else ""
            if standing_id != seen:
                raise ConflictError(
                    "you have decided this finding elsewhere in the meantime; look at what stands "
                    "before you change it."
                )
            if entry.act.value not in may(actor, kept.item, found, mine):
                raise RefusedError(_why_not(actor, found, entry.act))
            if entry.ballot is not None and entry.ballot.duplicate_of:
                _check_duplicate(db, entry)
            return self._append(db, actor, kept, evolve(entry, supersedes=standing_id))

        return self.database.write(work)

    def _append(self, db: Connection, actor: Account, kept: Kept, entry: Entry) -> Receipt:
        complete = log.append(
            db,
            evolve(
                entry,
                item=kept.item.fingerprint,
                time=self.clock(),
                round=kept.item.round,
                documents=kept.item.documents,
                version=__version__,
            ),
        )
        found = restate(db, kept.item, self.policy.needed)
        if found.by(actor.name) is not None:
            assignments.assign(db, complete.item, actor.name)
        elif complete.act is Act.SKIP:
            assignments.release(db, complete.item, actor.name)
        return Receipt(complete, False, self._view(db, actor, kept))

    def _standing(self, db: Connection, fingerprint: str) -> Standing:
        return standing(log.stands(db, fingerprint), self.policy.needed)

    def _view(self, db: Connection, actor: Account, kept: Kept) -> ItemView:
        stands = log.stands(db, kept.item.fingerprint)
        found = standing(stands, self.policy.needed)
        seen = view(actor, kept.item, found, _mine(stands, actor), blind=self.policy.blind)
        return evolve(seen, earlier=self._earlier_seen(db, actor, kept.item))

    def _earlier_seen(self, db: Connection, actor: Account, item: ReviewItem) -> tuple[str, ...]:
        """Return which findings that one has grown from somebody may see something of."""
        found = []
        for one in _earlier(db, item):
            entries = log.of_item(db, one.fingerprint, *one.formerly)
            if self._seen(db, actor, {one.fingerprint: one}, entries):
                found.append(one.fingerprint)
        return tuple(found)

    def _seen(
        self,
        db: Connection,
        actor: Account,
        wanted: Mapping[str, ReviewItem],
        entries: Iterable[Entry],
    ) -> tuple[Entry, ...]:
        """Return the entries on some findings that somebody may see with their authors' names."""
        now = {old: key for key, item in wanted.items() for old in (key, *item.formerly)}
        open_to_admins = {
            key: actor.role is Role.ADMIN and self._standing(db, key).status is Status.CLOSED
            for key in wanted
        }
        return tuple(
            one
            for one in entries
            if one.item in now and (one.author == actor.name or open_to_admins[now[one.item]])
        )


def _earlier(db: Connection, item: ReviewItem) -> tuple[ReviewItem, ...]:
    """Return the findings that one has grown from, as far as this review knows them."""
    found = (items.get(db, fingerprint) for fingerprint in item.earlier)
    return tuple(kept.item for kept in found if kept is not None)


def _mine(stands: tuple[Entry, ...], actor: Account) -> Entry | None:
    return next((one for one in stands if one.author == actor.name), None)


def _same(kept: Entry, sent: Entry) -> bool:
    def said(entry: Entry) -> tuple[object, ...]:
        return entry.author, entry.act, entry.ballot

    return said(kept) == said(sent)


def _check_duplicate(db: Connection, entry: Entry) -> None:
    assert entry.ballot is not None
    target = entry.ballot.duplicate_of
    if target == entry.item:
        raise RefusedError("a finding cannot be a duplicate of itself.")
    items.require(db, target)


def _why_not(actor: Account, found: Standing, act: Act) -> str:
    if not actor.role.votes:
        return "this account may only read."
    if act is Act.ADJUDICATE:
        if not actor.role.adjudicates:
            return "only adjudicators settle what voters differ on."
        if any(vote.author == actor.name for vote in found.votes):
            return "you voted on this finding, so somebody else has to settle it."
        return "this finding does not wait for an adjudicator."
    if act is Act.SKIP:
        return "you have decided this finding already; change the decision or take it back."
    return "this finding has been settled in the meantime."
