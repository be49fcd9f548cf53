"""How long a report on a large collection takes to write and to open, and how large it is.

    PYTHONPATH=tests python tests/benchmarks/report_size.py [--documents 2000] [--distinct 100]

So many generated documents are checked, once, and repeated under other names until there are
enough, since checking is not what is measured here. Written is a folder of pages, by a process of
its own that loads the finished run. Says the seconds and the peak of memory of writing, the size
of the index, and, where there is a Chromium, how long it takes to open.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import generate
from attrs import evolve
from browser.window import Window, find_chromium, launch
from playwright.sync_api import sync_playwright

import factcheck as fc
from factcheck.model import Agreement, Claim, Corpus, Dispute, Document, Judgement, Run
from factcheck.reporting import render_folder

CANDIDATES = 6
"""Pairs that a claim may take part in: enough for findings of every size, and quick to judge."""


def repeated(run: Run, times: int) -> Run:
    """Return a run over ``times`` as many documents, each with the findings of ``run``."""
    parts = [_part(run, number) for number in range(times)]

    def joined(name: str) -> tuple[Any, ...]:
        return tuple(each for part in parts for each in getattr(part, name))

    names = "claims skipped notes topics judgements disputes qualifications agreements retold"
    documents = tuple(document for part in parts for document in part.corpus)
    everything: dict[str, Any] = {name: joined(name) for name in names.split()}
    return evolve(run, corpus=Corpus("Generated notes", documents), **everything)


def _part(run: Run, number: int) -> Run:
    documents = {
        one.id: evolve(one, name=f"part-{number:03}/{one.name}", title=f"{one.title} ({number})")
        for one in run.corpus
    }
    claims = {one.id: _claim(one, documents, number) for one in run.claims}
    judgements = {
        one.id: evolve(one, a=claims[one.a.id], b=claims[one.b.id]) for one in run.judgements
    }
    return evolve(
        run,
        corpus=Corpus("", tuple(documents.values())),
        claims=tuple(claims.values()),
        skipped=tuple(evolve(one, source=documents[one.source.id]) for one in run.skipped),
        notes=tuple(evolve(one, source=documents[one.source.id]) for one in run.notes),
        topics=tuple(
            evolve(one, id=_topic(one.id, number), claims=tuple(claims[id].id for id in one.claims))
            for one in run.topics
        ),
        judgements=tuple(judgements.values()),
        disputes=tuple(_dispute(one, claims, judgements) for one in run.disputes),
        qualifications=tuple(_dispute(one, claims, judgements) for one in run.qualifications),
        agreements=tuple(_agreement(one, claims, judgements) for one in run.agreements),
        retold=tuple((claims[a].id, claims[b].id) for a, b in run.retold),
    )


def _topic(id: str, number: int) -> str:
    return f"{id}{number:03}"


def _claim(claim: Claim, documents: dict[str, Document], number: int) -> Claim:
    topics = tuple(_topic(id, number) for id in claim.topics)
    return evolve(claim, source=documents[claim.source.id], topics=topics)


def _dispute(
    dispute: Dispute, claims: dict[str, Claim], judgements: dict[str, Judgement]
) -> Dispute:
    return evolve(
        dispute,
        positions=tuple(
            evolve(side, claims=tuple(claims[one.id] for one in side.claims))
            for side in dispute.positions
        ),
        judgements=tuple(judgements[one.id] for one in dispute.judgements),
    )


def _agreement(
    agreement: Agreement, claims: dict[str, Claim], judgements: dict[str, Judgement]
) -> Agreement:
    return evolve(
        agreement,
        claims=tuple(claims[one.id] for one in agreement.claims),
        judgements=tuple(judgements[one.id] for one in agreement.judgements),
    )


def make(documents: int, distinct: int, file: Path) -> None:
    """Check generated documents and keep the run, repeated, in ``file``."""
    with TemporaryDirectory() as folder:
        generate.write(Path(folder), seed=1, count=distinct, statements=50)
        corpus = fc.read(Path(folder) / "documents")
        run = fc.check(corpus, fc.Settings(max_candidates=CANDIDATES)).run
    run = repeated(run, max(1, documents // distinct))
    with file.open("wb") as stream:
        pickle.dump(run, stream, pickle.HIGHEST_PROTOCOL)
    print(
        f"{len(run.corpus):,} documents, {len(run.claims):,} claims, "
        f"{len(run.judgements):,} judgements, {len(run.disputes):,} disputes, "
        f"{len(run.agreements):,} agreements"
    )


def write(file: Path, folder: Path) -> None:
    """Write the report of the run in ``file`` and say what that took."""
    with file.open("rb") as stream:
        run = pickle.load(stream)
    loaded = _peak()
    begun, begun_work = time.perf_counter(), time.process_time()
    index = render_folder(run, folder, date="2026-11-22")
    seconds, work = time.perf_counter() - begun, time.process_time() - begun_work
    pages = list(folder.glob("*.html"))
    print(f"written in {seconds:.0f} s ({work:.0f} s of one processor)")
    print(f"peak of memory {_peak():,} MB, of which the run {loaded:,} MB")
    print(f"{len(pages):,} pages of {sum(page.stat().st_size for page in pages):,} bytes")
    print(f"index of {index.stat().st_size:,} bytes")


def _peak() -> int:
    """Return the most memory this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def show(index: Path) -> None:
    """Say how long a browser takes until the index is whole and can be used."""
    if find_chromium() is None:
        return
    with sync_playwright() as playwright:
        browser = launch(playwright)
        Window.open(browser, index).close()
        begun = time.perf_counter()
        window = Window.open(browser, index)
        window.run("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        print(f"opened in {time.perf_counter() - begun:.2f} s")
        window.close()
        browser.close()


def main() -> None:
    """Measure, in processes apart, what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--distinct", type=int, default=100)
    parser.add_argument("--write", nargs=2, type=Path, metavar=("RUN", "FOLDER"))
    asked = parser.parse_args()
    if asked.write:
        write(*asked.write)
        return
    with TemporaryDirectory() as folder:
        file, report = Path(folder) / "run", Path(folder) / "report"
        make(asked.documents, asked.distinct, file)
        command = [sys.executable, __file__, "--write", str(file), str(report)]
        subprocess.run(command, check=True)
        show(report / "index.html")


if __name__ == "__main__":
    main()
