"""How the review application stands up to many reviewers at once, and whether it loses anything.

    PYTHONPATH=tests python tests/benchmarks/review_load.py [--reviewers 50] [--seconds 120]
        [--findings 10000] [--think 4] [--store ADDRESS] [--api]

The server is a process of its own, with its real protections, over findings of a generated run.
Each reviewer goes from page to page as a browser without scripts does: asks for the next finding,
thinks, sends the form with a decision, sees the machine's opinion, thinks half as long, goes on.
Times to think are exponential. With ``--api`` they ask the JSON API instead.

Says how long each kind of request took, then counts in the database: every decision that was
acknowledged must be there once, nothing else, and no finding may have more votes than it needs.
"""

from __future__ import annotations

import argparse
import asyncio
import pickle
import random
import re
import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import httpx
from attrs import Factory, define
from report_size import repeated

import factcheck as fc
from factcheck.model import Account, Role, Run
from factcheck.review import Desk
from factcheck.review.people import CONSOLE, People
from factcheck.review.times import utc_now
from factcheck.store import Connection, Database, log, open_store, sessions
from factcheck.web.app import application
from factcheck.web.server import bound, serve
from factcheck.web.sessions import digest_of
from factcheck.web.site import Site

BUILDINGS = "bridge chapel harbour hospital library lighthouse mill school station theatre".split()
"""What two documents contradict each other about; they are repeated under other names."""

DECISIONS = (
    {"decision": "true_conflict"},
    {"decision": "not_a_conflict", "reason": "different_time"},
    {"decision": "not_a_conflict", "reason": "extraction_error"},
    {"decision": "needs_source_check"},
)
NOTE = "The second source speaks of the year before."


@define
class Measured:
    """What the reviewers saw.

    Attributes:
        seconds: how long requests took, by kind.
        acknowledged: ids of the entries that the server said it kept.
        refused: how often a finding was taken by others in between, by status code.
    """

    seconds: dict[str, list[float]] = Factory(dict)
    acknowledged: set[str] = Factory(set)
    refused: Counter[str] = Factory(Counter)

    def took(self, kind: str, since: float) -> None:
        """Keep how long a request took."""
        self.seconds.setdefault(kind, []).append(time.perf_counter() - since)


def generated(findings: int) -> Run:
    """Return a run with so many findings, or a few more, between documents of some length."""
    with TemporaryDirectory() as folder:
        for name, later in (("survey", 0), ("guide", 7)):
            told = (
                f"The {building} was built in {1700 + 20 * number + later}. People had asked for "
                "it for a long time. Few travellers come this way in winter."
                for number, building in enumerate(BUILDINGS)
            )
            (Path(folder) / f"{name}.txt").write_text("\n\n".join(told), encoding="utf-8")
        run = fc.check(fc.read(folder)).run
    there = len(run.disputes) + len(run.qualifications)
    return repeated(run, -(-findings // there))


def prepared(database: Database, run: Run, reviewers: int) -> list[str]:
    """Put a run up for review and return the tokens of reviewers who have logged in."""
    Desk(database).take_in(CONSOLE, run)
    people, tokens = People(database), []
    for number in range(reviewers):
        account = Account(f"reviewer-{number:02}", Role.REVIEWER)
        people.add(CONSOLE, account, "no password")
        tokens.append(secrets.token_urlsafe(32))
        begun = digest_of(tokens[-1]), account.name, utc_now()
        database.write(partial(_begin, begun))
    return tokens


def _begin(session: tuple[str, str, str], db: Connection) -> None:
    sessions.add(db, *session)


@contextmanager
def server(store: str, run: Path) -> Iterator[str]:
    """Serve in a process of its own and yield the address."""
    command = (sys.executable, __file__, "--serve", str(run), "--store", store)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(timeout=30)


def serve_here(store: str, run: Path) -> None:
    """Be that process."""
    listening = bound("127.0.0.1", 0)
    port = listening.getsockname()[1]
    with closing(open_store(store)) as database:
        app = application(Desk(database), pickle.loads(run.read_bytes()), Site(port), ready=True)
        print(f"http://127.0.0.1:{port}", flush=True)
        serve(app, listening)


async def review(
    address: str, tokens: Sequence[str], until: float, think: float, api: bool
) -> Measured:
    """Let everybody review until some time, and return what they saw."""
    measured = Measured()
    one = _by_api if api else _by_pages
    begun = (
        one(address, token, random.Random(number), until, think, measured)
        for number, token in enumerate(tokens)
    )
    await asyncio.gather(*begun)
    return measured


async def _by_pages(
    address: str, token: str, chance: random.Random, until: float, think: float, found: Measured
) -> None:
    port = address.rpartition(":")[2]
    cookies = {f"factcheck-{port}": token}
    async with httpx.AsyncClient(base_url=address, cookies=cookies, timeout=60) as browser:
        await asyncio.sleep(chance.uniform(0, think))
        onward = "/next"
        while time.monotonic() < until:
            since = time.perf_counter()
            page = await browser.get(onward, follow_redirects=True)
            found.took("next finding", since)
            if not page.url.path.startswith("/items/"):
                found.refused[f"{page.status_code} at {page.url.path}"] += 1
                return
            await asyncio.sleep(chance.expovariate(1 / think))
            fields = dict(
                re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
            )
            form = {**fields, **chance.choice(DECISIONS), "note": NOTE}
            since = time.perf_counter()
            sent = await browser.post(page.url.path, data=form)
            found.took("decision", since)
            if sent.status_code != 303:
                found.refused[str(sent.status_code)] += 1
                continue
            found.acknowledged.add(form["entry"])
            since = time.perf_counter()
            await browser.get(sent.headers["location"])
            found.took("opinion", since)
            await asyncio.sleep(chance.expovariate(2 / think))
            onward = f"/next?after={page.url.path.rpartition('/')[2]}"


async def _by_api(
    address: str, token: str, chance: random.Random, until: float, think: float, found: Measured
) -> None:
    held = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=f"{address}/api/v1", headers=held, timeout=60) as program:
        await asyncio.sleep(chance.uniform(0, think))
        while time.monotonic() < until:
            since = time.perf_counter()
            fingerprint = (await program.post("/next")).json()["fingerprint"]
            await program.get(f"/items/{fingerprint}")
            found.took("next finding", since)
            await asyncio.sleep(chance.expovariate(1 / think))
            entry = secrets.token_urlsafe(18)
            body = {"id": entry, "ballot": {**chance.choice(DECISIONS), "note": NOTE}}
            since = time.perf_counter()
            sent = await program.post(f"/items/{fingerprint}/votes", json=body)
            found.took("decision", since)
            if sent.status_code == 201:
                found.acknowledged.add(entry)
            else:
                found.refused[str(sent.status_code)] += 1
            await asyncio.sleep(chance.expovariate(2 / think))


def counted(database: Database, measured: Measured) -> list[str]:
    """Return what is wrong with what the database holds; nothing where all is well."""
    entries = database.read(log.everything)
    kept = Counter(entry.id for entry in entries)
    votes = Counter(entry.item for entry in entries)
    by_author = Counter((entry.item, entry.author) for entry in entries)
    lost = measured.acknowledged - set(kept)
    extra = set(kept) - measured.acknowledged
    wrong = {
        "acknowledged decisions are lost": len(lost),
        "decisions are kept that nobody was told of": len(extra),
        "decisions are kept twice": sum(number > 1 for number in kept.values()),
        "findings have two votes of one reviewer": sum(n > 1 for n in by_author.values()),
        "findings have more than two votes": sum(number > 2 for number in votes.values()),
    }
    return [f"{number} {what}" for what, number in wrong.items() if number] + list(database.check())


def table(measured: Measured, seconds: float) -> str:
    """Return the times as a table."""
    lines = [
        f"{'':16}{'number':>8}{'a second':>10}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'most':>9}"
    ]
    for kind, times in measured.seconds.items():
        cuts = quantiles(times, n=100, method="inclusive")
        cells = [f"{1000 * value:9.0f}" for value in (cuts[49], cuts[94], cuts[98], max(times))]
        lines.append(f"{kind:16}{len(times):8}{len(times) / seconds:10.1f}{''.join(cells)}")
    return "\n".join(lines)


def main() -> int:
    """Measure, and return 1 where something is lost, doubled or too slow."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reviewers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--think", type=float, default=4.0, help="seconds, on average")
    parser.add_argument("--store", default="", help="a new file or an empty database")
    parser.add_argument("--run", help="where to keep the generated run for the next time")
    parser.add_argument("--api", action="store_true")
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.serve:
        serve_here(told.store, Path(told.serve))
        return 0
    with TemporaryDirectory() as folder:
        store = told.store or str(Path(folder) / "reviews.db")
        place = Path(told.run or Path(folder) / "run.pickle")
        if not place.exists():
            place.write_bytes(pickle.dumps(generated(told.findings)))
        run = pickle.loads(place.read_bytes())
        with closing(open_store(store)) as database:
            tokens = prepared(database, run, told.reviewers)
            total = len(run.disputes) + len(run.qualifications)
            del run
            with server(store, place) as address:
                until = time.monotonic() + told.seconds
                measured = asyncio.run(review(address, tokens, until, told.think, told.api))
            wrong = counted(database, measured)
    way = "the JSON API" if told.api else "pages"
    print(
        f"{told.reviewers} reviewers for {told.seconds:.0f} s by {way} over {total:,} findings; "
        f"{told.think} s to think of a finding, half of that of the opinion"
    )
    print(table(measured, told.seconds))
    print("refused:", dict(measured.refused) or "nothing")
    print(
        f"{len(measured.acknowledged):,} decisions acknowledged:",
        "; ".join(wrong) or "all kept, once",
    )
    slow = quantiles(measured.seconds["decision"], n=100, method="inclusive")[94] > 0.2
    return 1 if wrong or slow else 0


if __name__ == "__main__":
    sys.exit(main())
