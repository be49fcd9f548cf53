"""Who is to look at which finding: handed out evenly, and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from attrs import evolve, field, frozen

from factcheck.errors import RefusedError
from factcheck.model import Account, Act, Role
from factcheck.review.filters import Filters, selection
from factcheck.review.policy import Policy
from factcheck.review.times import utc_now
from factcheck.store import Connection, Database, accounts, assignments, events, items, log
from factcheck.store.events import Event

Task = tuple[str, str]
"""A finding, by its fingerprint, and a reviewer, by name."""


@frozen
class Held:
    """A finding that waits for votes.

    Attributes:
        fingerprint: of the finding.
        given: names of those who are to look at it.
        voted: names of those who have voted on it.
        passed: names of those who left it to others.
    """

    fingerprint: str
    given: frozenset[str] = frozenset()
    voted: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()

    @property
    def people(self) -> int:
        """How many have voted on it, or are to."""
        return len(self.given | self.voted)


def distributed(
    waiting: Sequence[Held], reviewers: Collection[str], load: Mapping[str, int], needed: int
) -> tuple[Task, ...]:
    """Return who is to look at what, so that everybody has as much to do as the others.

    No finding goes to somebody twice, nor to somebody who left it to others.

    Args:
        waiting: the findings, the most important first.
        reviewers: names of those who can be given something.
        load: how many findings each of them has to look at already.
        needed: how many people a finding needs.

    >>> distributed([Held("f", given=frozenset({"ann"}))], ["ann", "ben", "cleo"], {"ben": 1}, 2)
    (('f', 'cleo'),)
    """
    much = {name: load.get(name, 0) for name in sorted(reviewers)}
    tasks = []
    for finding in waiting:
        known = finding.given | finding.voted | finding.passed
        free = sorted((name for name in much if name not in known), key=much.__getitem__)
        for name in free[: max(0, needed - finding.people)]:
            much[name] += 1
            tasks.append((finding.fingerprint, name))
    return tuple(tasks)


@frozen
class Handout:
    """What was handed out.

    Attributes:
        tasks: who got what.
        short: how many findings still have fewer people than they need.
    """

    tasks: tuple[Task, ...]
    short: int

    @property
    def by_reviewer(self) -> tuple[tuple[str, int], ...]:
        """How many findings everybody got, by name."""
        return tuple(sorted(Counter(name for _, name in self.tasks).items()))


@frozen
class Rota:
    """The assignments of a review. Only admins see and change them.

    Attributes:
        database: where the review is kept.
        policy: how it goes.
        clock: the time, as events bear it.
    """

    database: Database
    policy: Policy = field(factory=Policy)
    clock: Callable[[], str] = field(default=utc_now, repr=False)

    def assignments(self, actor: Account) -> tuple[tuple[str, str, str], ...]:
        """Return every assignment: finding, reviewer, until when.

        Raises:
            RefusedError: the actor is no admin.
        """
        if actor.role is not Role.ADMIN:
            raise RefusedError("only admins see who has which finding.")
        return self.database.read(assignments.everything)

    def assign(self, actor: Account, fingerprint: str, reviewer: str) -> None:
        """Give a finding to a reviewer for good.

        Raises:
            RefusedError: the actor is no admin, or the reviewer nobody who votes.
            UnknownItemError: the finding is not there.
        """
        _admit(actor)

        def work(db: Connection) -> None:
            item = items.require(db, fingerprint).item.fingerprint
            _voter(db, reviewer)
            assignments.assign(db, item, reviewer)
            self._tell(db, actor, "assigned", [(item, reviewer)])

        self.database.write(work)

    def unassign(self, actor: Account, fingerprint: str, reviewer: str) -> None:
        """Take a finding from a reviewer who has not voted on it.

        Raises:
            RefusedError: the actor is no admin, or the reviewer nobody who votes, or has voted.
            UnknownItemError: the finding is not there.
        """
        _admit(actor)

        def work(db: Connection) -> None:
            item = items.require(db, fingerprint).item.fingerprint
            _voter(db, reviewer)
            if any(one.author == reviewer for one in log.stands(db, item)):
                raise RefusedError(f"{reviewer!r} has decided this finding already.")
            assignments.release(db, item, reviewer)
            self._tell(db, actor, "unassigned", [(item, reviewer)])

        self.database.write(work)

    def hand_out(
        self, actor: Account, names: Sequence[str] = (), filters: Filters | None = None
    ) -> Handout:
        """Hand the open findings out for good, as many people to each as it needs.

        Args:
            actor: who asks.
            names: who is to get some; every active reviewer by default.
            filters: which of the open findings; all by default.

        Raises:
            RefusedError: the actor is no admin, or nobody is there who could get any.
        """
        _admit(actor)

        def work(db: Connection) -> Handout:
            reviewers = _reviewers(db, names)
            waiting = self._waiting(db, actor, filters)
            everything = waiting if filters is None else self._waiting(db, actor, None)
            load = Counter(name for one in everything for name in one.given)
            tasks = distributed(waiting, reviewers, load, self.policy.needed)
            for fingerprint, name in tasks:
                assignments.assign(db, fingerprint, name)
            self._tell(db, actor, "assigned", tasks)
            got = Counter(fingerprint for fingerprint, _ in tasks)
            people = [one.people + got[one.fingerprint] for one in waiting]
            return Handout(tasks, sum(number < self.policy.needed for number in people))

        return self.database.write(work)

    def take_back(
        self, actor: Account, names: Sequence[str] = (), filters: Filters | None = None
    ) -> tuple[Task, ...]:
        """Take open findings from those who have not voted on them, and return who had what.

        Args:
            actor: who asks.
            names: from whom; from everybody by default.
            filters: which of the open findings; all by default.

        Raises:
            RefusedError: the actor is no admin, or somebody is not known.
        """
        _admit(actor)

        def work(db: Connection) -> tuple[Task, ...]:
            wanted = _known(db, names)
            tasks = tuple(
                (one.fingerprint, name)
                for one in self._waiting(db, actor, filters)
                for name in sorted(one.given)
                if not names or name in wanted
            )
            for fingerprint, name in tasks:
                assignments.release(db, fingerprint, name)
            self._tell(db, actor, "unassigned", tasks)
            return tasks

        return self.database.write(work)

    def _waiting(self, db: Connection, actor: Account, filters: Filters | None) -> tuple[Held, ...]:
        now = self.clock()
        open_ones = evolve(filters or Filters(), status="open")
        chosen = selection(actor, open_ones, now, self.policy.needed)
        held: dict[str, set[str]] = {}
        for fingerprint, name, until in assignments.everything(db):
            if until > now:
                held.setdefault(fingerprint, set()).add(name)
        acts: dict[tuple[str, Act], set[str]] = {}
        for fingerprint, name, act in log.acts(db):
            acts.setdefault((fingerprint, act), set()).add(name)
        found = []
        for kept in items.select(db, chosen):
            fingerprint = kept.item.fingerprint
            voted = frozenset(acts.get((fingerprint, Act.VOTE), ()))
            passed = frozenset(acts.get((fingerprint, Act.SKIP), ()))
            given = frozenset(held.get(fingerprint, ())) - voted - passed
            found.append(Held(fingerprint, given, voted, passed))
        return tuple(found)

    def _tell(self, db: Connection, actor: Account, kind: str, tasks: Sequence[Task]) -> None:
        now = self.clock()
        events.append(
            db,
            *(Event(now, actor.name, kind, fingerprint, after=name) for fingerprint, name in tasks),
        )


def _admit(actor: Account) -> None:
    if actor.role is not Role.ADMIN:
        raise RefusedError("only admins assign findings.")


def _voter(db: Connection, name: str) -> None:
    """Raise where nobody of this name votes here."""
    account = accounts.get(db, name)
    if account is None or not account.active or not account.role.votes:
        raise RefusedError(f"{name!r} is nobody who votes here.")


def _reviewers(db: Connection, names: Sequence[str]) -> tuple[str, ...]:
    """Return who can be given something: those named, else everybody whose role is to review.

    Adjudicators and admins are left out unless they are named: who votes cannot settle.
    """
    for name in names:
        _voter(db, name)
    if names:
        return tuple(names)
    found = tuple(
        one.name for one in accounts.everybody(db) if one.active and one.role is Role.REVIEWER
    )
    if not found:
        raise RefusedError(
            "there is nobody to hand findings to; 'factcheck review user add' adds reviewers."
        )
    return found


def _known(db: Connection, names: Sequence[str]) -> frozenset[str]:
    known = {one.name for one in accounts.everybody(db)}
    for name in names:
        if name not in known:
            raise RefusedError(f"there is no account called {name!r}.")
    return frozenset(names)
