"""Logging in and out: sessions, and a limit on guessing.

A session is known by a random token of 256 bits, of which the store keeps the SHA-256 alone. It
ends after :data:`IDLE` without a request, :data:`LONGEST` after the log-in, when its owner logs
out, and at once when the account is deactivated or its password changed.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil

from attrs import field, frozen

from factcheck.errors import ReviewError
from factcheck.model import Account
from factcheck.review.times import stamp, utc_now
from factcheck.store import Connection, Database, accounts, sessions
from factcheck.store.sessions import Session
from factcheck.web import passwords

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
"""How long a failed attempt to log in counts."""

BY_ACCOUNT = 10
"""Failed attempts on one account, within the window, after which none is heard."""

BY_ADDRESS = 100
"""The same from one address; several people may share one."""

# How exact it is kept when somebody was last there: a write for every request would be in the way
# of those who decide.
_TOUCH = timedelta(minutes=1)


class LogInError(ReviewError):
    """The name or the password is wrong."""


class TooManyAttemptsError(ReviewError):
    """Too many attempts failed lately.

    Attributes:
        wait: seconds after which another may be made.
    """

    def __init__(self, message: str, wait: int = 0) -> None:
        super().__init__(message)
        self.wait = wait

    def __reduce__(self) -> tuple[type[TooManyAttemptsError], tuple[str, int]]:
        return type(self), (self.message, self.wait)


@frozen
class Opened:
    """A session that has just begun.

    Attributes:
        token: what its owner shows from now on; it is nowhere else.
        account: who they are.
        until: when the session ends at the latest, in UTC.
    """

    token: str = field(repr=False)
    account: Account
    until: str


@frozen
class Sessions:
    """The sessions of a store.

    Attributes:
        database: the store.
        clock: the time, as the store keeps it.
    """

    database: Database
    clock: Callable[[], str] = field(default=utc_now, repr=False)

    def log_in(self, name: str, password: str, address: str) -> Opened:
        """Begin a session.

        Args:
            name: of the account, as typed.
            password: as typed.
            address: where the attempt comes from.

        Raises:
            LogInError: the name or the password is wrong; it is not said which.
            TooManyAttemptsError: too many attempts failed lately, on the account or from the
                address.
        """
        tried = self.clock()
        by_account, by_address = f"account {digest_of(name)}", f"address {address}"
        limits = {by_account: BY_ACCOUNT, by_address: BY_ADDRESS}
        # Attempts count while they are weighed, or many at once would slip through.
        kept = self.database.write(lambda db: self._admitted(db, limits, name, tried))
        right = passwords.fits(kept, password)
        fresh = passwords.hashed(password) if right and passwords.outdated(kept) else ""
        token = secrets.token_urlsafe(32)

        def work(db: Connection) -> Account | None:
            account = accounts.get(db, name)
            # Between the two transactions the password may have been changed.
            if account is None or not account.active or accounts.password(db, name) != kept:
                return None
            sessions.end_old(db, self._ago(LONGEST), self._ago(IDLE))
            sessions.forget_failures(db, by_account)
            sessions.forget_failures(db, by_address, since=tried)
            if fresh:
                accounts.set_password(db, name, fresh)
            sessions.add(db, digest_of(token), name, self.clock())
            return account

        account = self.database.write(work) if right else None
        if account is None:
            raise LogInError("the name or the password is wrong.")
        return Opened(token, account, self._after(self.clock(), LONGEST))

    def find(self, token: str) -> Session | None:
        """Return the session with this token, or None where it ended or never was."""
        digest = digest_of(token)
        found = self.database.read(lambda db: sessions.get(db, digest))
        if found is None or not found.account.active:
            return None
        if found.begun < self._ago(LONGEST) or found.seen < self._ago(IDLE):
            self.database.write(lambda db: sessions.end(db, digest))
            return None
        if found.seen < self._ago(_TOUCH):
            self.database.write(lambda db: sessions.touch(db, digest, self.clock()))
        return found

    def until(self, session: Session) -> str:
        """Return when a session ends at the latest, in UTC."""
        return self._after(session.begun, LONGEST)

    def log_out(self, token: str) -> None:
        """End a session."""
        self.database.write(lambda db: sessions.end(db, digest_of(token)))

    def _admitted(self, db: Connection, limits: dict[str, int], name: str, tried: str) -> str:
        """Count an attempt and return the kept hash, unless too many attempts failed lately."""
        sessions.forget_old_failures(db, self._ago(WINDOW))
        for subject, most in limits.items():
            times = sessions.failures(db, subject, self._ago(WINDOW))
            if len(times) >= most:
                free = self._after(times[-most], WINDOW)
                wait = datetime.fromisoformat(free) - datetime.fromisoformat(self.clock())
                seconds = max(1, ceil(wait.total_seconds()))
                raise TooManyAttemptsError(
                    "too many attempts to log in have failed; wait "
                    f"{ceil(seconds / 60)} min and try again.",
                    seconds,
                )
        sessions.failed(db, tuple(limits), tried)
        return accounts.password(db, name)

    def _ago(self, span: timedelta) -> str:
        return self._after(self.clock(), -span)

    def _after(self, time: str, span: timedelta) -> str:
        return stamp(datetime.fromisoformat(time) + span)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text, as hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
