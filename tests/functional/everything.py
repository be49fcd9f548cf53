"""A run in every format, of which some need more than the run."""

from __future__ import annotations

import sys
from hashlib import sha256

import factcheck as fc
from factcheck.model import Adjudication, RatedClaim, Run
from factcheck.model.adjudication import Author, Decision, Rating
from factcheck.reporting import FORMATS, render


def in_every_format(run: Run) -> dict[str, str]:
    """Return ``run`` in each format by its name."""
    dispute = run.disputes[0]
    rated = Adjudication(
        dispute.fingerprint,
        Decision.TRUE_CONFLICT,
        Author("A. Reader"),
        "1970-01-02",
        (RatedClaim(dispute.claims[0].fingerprint, Rating.RIGHT),),
        "https://example.org/1",
    )
    options = {"date": "1970-01-02", "verbose": True, "adjudications": (rated,)}
    return {name: render(run, name, **options) for name in FORMATS}


if __name__ == "__main__":
    for name, text in in_every_format(fc.check(fc.read(sys.argv[1])).run).items():
        print(name, len(text), sha256(text.encode("utf-8", "backslashreplace")).hexdigest())
