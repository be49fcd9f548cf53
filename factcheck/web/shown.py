"""What pages show of the run, made once for the application."""

from __future__ import annotations

from threading import Lock

from attrs import define, field
from starlette.requests import Request

from factcheck.explaining.bench import Bench
from factcheck.explaining.explain import explained
from factcheck.explaining.explanation import Explanation
from factcheck.model import Dispute, Run
from factcheck.web.evidence import Evidence


@define
class Shown:
    """The run as pages show it; it is made when it is first asked for, by one thread.

    Attributes:
        run: whose findings are reviewed.
    """

    run: Run = field(repr=False)
    _bench: Bench = field(init=False, repr=False)
    _evidence: Evidence | None = field(default=None, init=False, repr=False)
    _making: Lock = field(factory=Lock, init=False, repr=False)
    # The judge fills its memory while it judges, which one thread at a time may do.
    _judging: Lock = field(factory=Lock, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._bench = Bench(self.run)

    @property
    def evidence(self) -> Evidence:
        """The sources of the run."""
        with self._making:
            if self._evidence is None:
                self._evidence = Evidence(self.run)
            return self._evidence

    def explanation(self, finding: Dispute) -> Explanation:
        """Return how a finding of the run came about."""
        with self._judging:
            return explained(finding, self._bench)

    def prepare(self) -> None:
        """Make everything now, so that whoever comes first need not wait for it."""
        for finding in (*self.run.disputes, *self.run.qualifications)[:1]:
            self.explanation(finding)
        self.evidence  # noqa: B018


def evidence(request: Request) -> Evidence:
    """Return the sources of the run."""
    return _shown(request).evidence


def explanation(request: Request, finding: Dispute) -> Explanation:
    """Return how a finding of the run came about."""
    return _shown(request).explanation(finding)


def _shown(request: Request) -> Shown:
    found = request.app.state.shown
    assert isinstance(found, Shown)
    return found
