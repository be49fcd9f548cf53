"""Whether decisions outlive the programs that keep them: killed again and again under load.

Reviewers decide over HTTP without a pause. What they are sent no answer to they send again under
the same id, or, now and then, give up on, as a browser does that is closed. After every fault the
log is held against what was acknowledged.

Run as a program, it kills the server many times and tells the numbers::

    PYTHONPATH=.:tests python tests/functional/faults.py application 200
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import httpx
from attrs import define, field
from command import factcheck_here
from deciding import Ledger, Reviewer
from postgres_server import Server, free_port, programs

from factcheck.cli import main
from factcheck.model import Account, Role
from factcheck.review import Policy
from factcheck.review.audit import audit
from factcheck.review.people import CONSOLE, People
from factcheck.review.times import utc_now
from factcheck.store import Database, items, log, open_store, sessions
from factcheck.store.checking import problems
from factcheck.web.sessions import digest_of

PEOPLE = tuple(Account(name, Role.REVIEWER) for name in ("ann", "ben", "cleo", "dan", "eve", "flo"))

_PLACES = (
    "Ashford Barton Clifton Dalton Elmham Farley Grafton Hadley Ilford Kenton Langley Marston "
    "Norton Oakley Preston Radley Selby Thornton Upton Walton"
).split()
_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(
    ["factcheck.api", "factcheck.cli.review.serve", "factcheck.review.opening", "factcheck.web.app"]
)

_SOON = 0.02
_LONG = 60.0


@define
class Application:
    """The review application in a process of its own."""

    folder: Path
    store: str
    port: int = field(factory=free_port)
    _process: ForkServerProcess | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and do not wait."""
        self._process = _PROCESSES.Process(
            target=_serve, args=(self.folder, self.store, self.port), daemon=True
        )
        self._process.start()

    def wait(self) -> None:
        """Wait until it answers."""
        until = time.monotonic() + _LONG
        while True:
            try:
                httpx.get(f"{self.address}/log-in", timeout=_LONG)
                return
            except httpx.TransportError:
                assert self._process is not None
                if self._process.exitcode is not None or time.monotonic() > until:
                    told = (self.folder / "server.log").read_text()[-2000:]
                    raise AssertionError(f"the application did not start: {told}") from None
                time.sleep(_SOON)

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


@define
class Trial:
    """Reviewers at work on a store, until the end of a ``with`` block.

    Attributes:
        application: what they talk to.
        database: the same store, looked at from beside.
        ledger: what they sent.
        reviewers: who they are.
    """

    application: Application
    database: Database
    ledger: Ledger
    reviewers: tuple[Reviewer, ...] = ()

    def faults(self) -> list[str]:
        """Return what was lost, doubled or kept by halves up to now."""
        known = self.ledger.known()
        entries = self.database.read(log.everything)
        times = Counter(entry.id for entry in entries)
        found = [f"lost: {one}" for one in sorted(known - times.keys())]
        found += [f"doubled: {one}" for one, number in times.items() if number > 1]
        for entry in entries:
            sent = self.ledger.sent.get(entry.id)
            if sent is None or not sent.is_kept_as(entry):
                found.append(f"never sent so: {entry}")
        found += problems(self.database)
        found += map(str, audit(self.database, Policy()))
        for one in self.reviewers:
            found += one.unexpected
        return found


@contextmanager
def at_work(folder: Path, store: str) -> Iterator[Trial]:
    """Yield reviewers who decide without a pause on a new store."""
    _write_documents(folder)
    application = Application(folder, store)
    database = open_store(store)
    _let_in(database)
    application.start()
    application.wait()
    findings = [one.item.fingerprint for one in database.read(items.everything)]
    ledger, over = Ledger(), Event()
    trial = Trial(application, database, ledger)
    trial.reviewers = tuple(
        Reviewer(account.name, application.address, theirs, ledger, over)
        for account, theirs in zip(PEOPLE, _shares(findings, len(PEOPLE)), strict=True)
    )
    threads = [Thread(target=one.run, daemon=True) for one in trial.reviewers]
    for thread in threads:
        thread.start()
    try:
        yield trial
    finally:
        over.set()
        for thread in threads:
            thread.join(_LONG)
        application.kill()
        database.close()


def kill_again_and_again(
    trial: Trial, times: int, chance: random.Random, most: float = 1.0
) -> list[str]:
    """Kill the application at random moments, one time in five while it is starting.

    Returns:
        What was found wrong after each.
    """
    found = []
    for number in range(times):
        early = chance.random() < 0.2
        if not early:
            trial.application.wait()
        time.sleep(chance.uniform(0, most))
        trial.application.kill()
        found += [f"after kill {number + 1}: {fault}" for fault in trial.faults()]
        trial.application.start()
    trial.application.wait()
    return found


def _serve(folder: Path, store: str, port: int) -> None:
    """Run the command, whose modules are loaded already, with its messages in a file."""
    told = os.open(folder / "server.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(told, stream)
    os.environ["FACTCHECK_STORE"] = store
    main(
        [
            *("review", "serve", str(folder / "documents"), "--run", str(folder / "run.json")),
            *("--port", str(port), "--quiet"),
        ]
    )


def strike_again_and_again(
    trial: Trial, times: int, chance: random.Random, strike: Callable[[], None]
) -> list[str]:
    """Do something to the database at random moments, while the application goes on.

    Returns:
        What was found wrong after each time.
    """
    found = []
    for number in range(times):
        time.sleep(chance.uniform(0, 1))
        strike()
        found += [f"after blow {number + 1}: {fault}" for fault in trial.faults()]
    return found


def _let_in(database: Database) -> None:
    """Add the reviewers, each with a session whose token is their name."""
    people = People(database)
    people.add(CONSOLE, Account("root", Role.ADMIN), "")
    for account in PEOPLE:
        people.add(CONSOLE, account, "")
        database.write(
            partial(sessions.add, digest=digest_of(account.name), name=account.name, now=utc_now())
        )


def _shares(findings: Sequence[str], people: int) -> list[list[str]]:
    """Return the findings of each person, so that every finding is two neighbours'."""
    return [
        [one for number, one in enumerate(findings) if number % people in (me, (me + 1) % people)]
        for me in range(people)
    ]


def _write_documents(folder: Path) -> None:
    documents = folder / "documents"
    documents.mkdir()
    for name, year in (("one", 1780), ("two", 1801)):
        lines = [
            f"The mill of {place} was built in {year + at}.\n\n" for at, place in enumerate(_PLACES)
        ]
        (documents / f"{name}.txt").write_text("".join(lines))
    factcheck_here("check", documents, "--fail-on", "never", "-o", "run.json", cwd=folder)


def report(kind: str, times: int) -> int:
    """Strike as often as asked for, and tell what came of it.

    Args:
        kind: what is struck: the ``application`` on a file, the ``application-on-postgres``, the
            ``database`` server, or its ``connections``.
        times: how often.
    """
    begun = time.monotonic()
    chance = random.Random(times)
    installed = programs()
    with TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        if kind == "application":
            trial = opened.enter_context(at_work(folder, str(folder / "reviews.db")))
            found = kill_again_and_again(trial, times, chance)
        else:
            assert installed is not None
            server = opened.enter_context(closing(Server.made(installed)))
            trial = opened.enter_context(at_work(folder, server.fresh()))
            strikes = {"database": server.restart, "connections": server.end_sessions}
            if kind in strikes:
                found = strike_again_and_again(trial, times, chance, strikes[kind])
            else:
                found = kill_again_and_again(trial, times, chance)
        found += trial.faults()
    ledger = trial.ledger
    told = {
        "struck": kind,
        "times": times,
        "sent": len(ledger.sent),
        "acknowledged": len(ledger.acknowledged),
        "acknowledged when sent again": ledger.repeated,
        "given up": ledger.given_up,
        "lost": sum("lost: " in one for one in found),
        "doubled": sum("doubled: " in one for one in found),
        "faults": len(found),
        "seconds": round(time.monotonic() - begun),
    }
    print(json.dumps(told, indent=1))
    for fault in found[:20]:
        print(fault[:300])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(report(sys.argv[1], int(sys.argv[2])))
