"""What pages show of the run, made once for the application when it is first asked for."""

from __future__ import annotations

from starlette.requests import Request

from factcheck.explaining.bench import Bench
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
    """Return the judge of the run, for explanations."""
    state = request.app.state
    if not hasattr(state, "bench"):
        state.bench = Bench(reviewed(request))
    found = state.bench
    assert isinstance(found, Bench)
    return found
