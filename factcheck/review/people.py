"""Who reviews: accounts are added, changed and laid down, and every change is kept."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, field, frozen

from factcheck.errors import RefusedError
from factcheck.model import Account, Role
from factcheck.review.times import utc_now
from factcheck.store import Connection, Database, accounts, events, sessions
from factcheck.store.database import T

CONSOLE = Account("console", Role.ADMIN)
"""Who acts where somebody uses the command line: whoever may write to the store is an admin."""


@frozen
class People:
    """The accounts of a review. Only admins change them.

    Attributes:
        database: where they are kept.
        clock: the time, as events bear it.
    """

    database: Database
    clock: Callable[[], str] = field(default=utc_now, repr=False)

    def get(self, name: str) -> Account | None:
        """Return the account of this name, or None."""
        return self.database.read(lambda db: accounts.get(db, name))

    def everybody(self) -> tuple[Account, ...]:
        """Return every account, by name."""
        return self.database.read(accounts.everybody)

    def password(self, name: str) -> str:
        """Return the hash of somebody's password; empty where there is no such account."""
        return self.database.read(lambda db: accounts.password(db, name))

    def check_free(self, name: str) -> None:
        """Raise RefusedError where there is an account of this name."""
        self.database.read(lambda db: _check_free(db, name))

    def check_known(self, name: str) -> None:
        """Raise RefusedError where there is no account of this name."""
        self.database.read(lambda db: _existing(db, name))

    def add(self, actor: Account, account: Account, password: str) -> None:
        """Add an account with the hash of its password.

        Raises:
            RefusedError: the actor is no admin, or the name is taken.
        """

        def work(db: Connection) -> None:
            _check_free(db, account.name)
            accounts.add(db, account, password)
            self._tell(db, actor, "account", account.name, "", _described(account))

        self._write(actor, work)

    def change(
        self, actor: Account, name: str, *, role: Role | None = None, active: bool | None = None
    ) -> Account:
        """Give an account another role, lay it down or take it up again, and return it.

        Raises:
            RefusedError: the actor is no admin, there is no such account, or nobody would be left
                who manages the others.
        """

        def work(db: Connection) -> Account:
            before = _existing(db, name)
            after = evolve(
                before,
                role=before.role if role is None else role,
                active=before.active if active is None else active,
            )
            accounts.change(db, after)
            if not after.active:
                sessions.end_all(db, name)
            people = accounts.everybody(db)
            if _manages(before) and not any(map(_manages, people)):
                raise RefusedError(f"{name!r} is the last admin; make somebody else one first.")
            self._tell(db, actor, "account", name, _described(before), _described(after))
            return after

        return self._write(actor, work)

    def set_password(self, actor: Account, name: str, password: str) -> None:
        """Keep another hash of somebody's password, one's own or as an admin, and log them out.

        Raises:
            RefusedError: it is somebody else's and the actor is no admin, or there is no such
                account.
        """

        def work(db: Connection) -> None:
            _existing(db, name)
            accounts.set_password(db, name, password)
            sessions.end_all(db, name)
            self._tell(db, actor, "password", name)

        self._write(actor, work, own=name)

    def _write(self, actor: Account, work: Callable[[Connection], T], own: str | None = None) -> T:
        if actor.role is not Role.ADMIN and actor.name != own:
            raise RefusedError("only admins manage accounts.")
        return self.database.write(work)

    def _tell(
        self,
        db: Connection,
        actor: Account,
        kind: str,
        name: str,
        before: str = "",
        after: str = "",
    ) -> None:
        events.append(db, events.Event(self.clock(), actor.name, kind, name, before, after))


def _check_free(db: Connection, name: str) -> None:
    if accounts.get(db, name) is not None:
        raise RefusedError(f"there is an account called {name!r} already.")


def _existing(db: Connection, name: str) -> Account:
    account = accounts.get(db, name)
    if account is None:
        raise RefusedError(f"there is no account called {name!r}.")
    return account


def _manages(account: Account) -> bool:
    return account.active and account.role is Role.ADMIN


def _described(account: Account) -> str:
    return account.role.value if account.active else f"{account.role.value}, laid down"
