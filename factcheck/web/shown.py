"""What pages show of the run, made once for the application when it is first asked for."""

from __future__ import annotations

from threading import Thread

from starlette.requests import Request

from factcheck.explaining.bench import Bench
from factcheck.explaining.explain import explain
from factcheck.web.evidence import Evidence
from factcheck.web.requests import reviewed


def evidence(request: Request) -> Evidence:
    """Return the sources of the run."""
    state = request.app.state
    if not hasattr(state, "evidence"):
        state.evidence = Evidence(reviewed(request))
    found = state.evidence
    assert isinstance(found, Evidence)
    return found


def bench(request: Request) -> Bench:
    """Return the judge of the run, for explanations.

    To be asked again it links the claims, which takes a while: that is done while somebody reads
    the first finding, so that nobody waits for it.
    """
    state = request.app.state
    if not hasattr(state, "bench"):
        state.bench = Bench(reviewed(request))
        Thread(target=_prepare, args=(state.bench,), daemon=True).start()
    found = state.bench
    assert isinstance(found, Bench)
    return found


def _prepare(bench: Bench) -> None:
    """Have a judge link the claims and look up its lexicon, both of which it remembers."""
    for finding in (*bench.run.disputes, *bench.run.qualifications)[:1]:
        explain(bench, finding.id)
