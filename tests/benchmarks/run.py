"""How the engine compares with plain alternatives, measured in one and the same run.

    python tests/benchmarks/run.py [PART ...] [--write] [--claims 100000 1000000]

Prints a table of ratios for each part, all of them where none is named. ``--write`` records it in
``recorded.json`` and draws the page on performance anew from all that is recorded.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module

import record
from material import ROOT
from measuring import NotInstalledError
from record import Chapter, Part, Plot

PAGE = ROOT / "docs" / "explanation" / "performance.md"
IMAGES = ROOT / "docs" / "images"
BEGIN, END = "<!-- measured by make bench -->", "<!-- end of what was measured -->"

PARTS = {
    "startup": Chapter("Starting"),
    "floor": Chapter("Stages against the floor"),
    "extraction": Chapter("Extraction against spaCy"),
    "judging": Chapter(
        "Judging against a cross-encoder and against likeness",
        {
            "fuzzy": Plot(
                "Processor time by number of claims, factcheck and all pairs by rapidfuzz",
                "claims",
                "seconds",
            )
        },
    ),
    "end_to_end": Chapter("End to end against embeddings and a cross-encoder"),
    "growth": Chapter(
        "Growth with the number of claims",
        {
            "growth-time": Plot(
                "Processor time of a check by number of claims", "claims", "seconds of processors"
            ),
            "growth-memory": Plot(
                "Memory of a check by number of claims",
                "claims",
                "megabytes beyond the programs themselves",
            ),
        },
        sizes=True,
    ),
    "choosing": Chapter(
        "What choosing pairs loses",
        {"choosing": Plot("Choosing pairs by number of claims", "claims", "milliseconds a claim")},
        sizes=True,
    ),
    "incremental": Chapter(
        "One document changed",
        {
            "incremental": Plot(
                "Processor time of a whole check and of one after an edit", "claims", "seconds"
            )
        },
        sizes=True,
    ),
    "engines": Chapter("A Dask cluster against processes"),
    "guard": Chapter("Whole checks, as a guard"),
}
"""What there is to measure: modules here with ``rows()``, in the order of the page."""
CLAIMS = (1_000, 10_000)
"""Sizes that parts with sizes are measured at where none are named."""


def measured(name: str, before: Part, claims: Sequence[int]) -> Iterator[Part]:
    """Yield what is known of a part once it is measured, and so after each size of one with sizes.

    What was known stays where a package is missing, and of other sizes.

    Args:
        name: the part.
        before: what was known.
        claims: sizes.
    """
    module = import_module(name)
    try:
        if not PARTS[name].sizes:
            yield before.with_rows(module.rows())
        for size in claims if PARTS[name].sizes else ():
            before = before.with_rows(module.rows(size), keep=True)
            yield before
    except NotInstalledError as problem:
        print(f"{PARTS[name].title}: {problem}", file=sys.stderr)
        yield before if before.rows else Part(missing=str(problem))


def write(parts: dict[str, Part]) -> None:
    """Record what was measured, and draw page and plots from it."""
    record.save(parts)
    page = PAGE.read_text(encoding="utf-8")
    told = record.page(PARTS, parts)
    PAGE.write_text(record.redrawn(page, BEGIN, END, told), encoding="utf-8")
    for name, drawn in record.plots(PARTS, parts):
        (IMAGES / f"{name}.svg").write_text(drawn, encoding="utf-8")


def main(words: Sequence[str]) -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--write", action="store_true", help="record it, and put it into the docs")
    parser.add_argument(
        "--claims",
        type=int,
        nargs="+",
        default=CLAIMS,
        help="sizes, for growth, choosing pairs and edits",
    )
    asked = parser.parse_args(words)
    parts = record.load()
    for name in asked.parts or PARTS:
        for part in measured(name, parts.get(name, Part()), asked.claims):
            parts[name] = part
            print(record.page({name: PARTS[name]}, parts), end="\n\n", flush=True)
            if asked.write:
                write(parts)


if __name__ == "__main__":
    main(sys.argv[1:])
