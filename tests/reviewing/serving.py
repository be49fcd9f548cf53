"""The review application on a real port, with accounts and findings to try it on."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Thread

import httpx
import uvicorn
from attrs import frozen

from factcheck.model import Account, Run
from factcheck.review import Desk
from factcheck.review.people import CONSOLE, People
from factcheck.store import sessions
from factcheck.web import passwords
from factcheck.web.app import application
from factcheck.web.server import bound, configuration
from factcheck.web.sessions import digest_of
from factcheck.web.site import Site

PASSWORD = "correct horse battery"


@frozen
class Served:
    """An application that answers."""

    address: str
    desk: Desk
    site: Site

    def client(self, **options: object) -> httpx.Client:
        """Return a browser without a session."""
        return httpx.Client(base_url=self.address, timeout=30, **options)  # type: ignore[arg-type]

    def token(self, name: str) -> str:
        """Return the token of a session, begun without the password, which costs much to check."""
        token = secrets.token_urlsafe(32)
        now = self.desk.clock()
        self.desk.database.write(lambda db: sessions.add(db, digest_of(token), name, now))
        return token

    def program(self, name: str) -> httpx.Client:
        """Return a program with a session."""
        return self.client(headers={"Authorization": f"Bearer {self.token(name)}"})


@cache
def password_hash() -> str:
    """The hash of the password that everybody has here; it costs much to make."""
    return passwords.hashed(PASSWORD)


@contextmanager
def served(
    desk: Desk,
    run: Run,
    people: Sequence[Account] = (),
    *,
    single: Account | None = None,
    proxy: str = "",
) -> Iterator[Served]:
    """Serve a desk from a thread until the block ends."""
    known = People(desk.database)
    for one in people:
        known.add(CONSOLE, one, password_hash())
    listening = bound("127.0.0.1", 0)
    site = Site(listening.getsockname()[1], proxy=proxy, single=single)
    server = uvicorn.Server(configuration(application(desk, run, site)))
    thread = Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{site.port}", desk, site)
    finally:
        server.should_exit = True
        thread.join(timeout=15)
        listening.close()
