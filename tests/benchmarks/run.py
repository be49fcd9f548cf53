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

import growth
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
    ),
    "guard": Chapter("Whole checks, as a guard"),
}
"""What there is to measure: modules here with ``rows()``, in the order of the page."""


def measured(name: str, before: Part) -> Part:
    """Return what measuring a part yields, or what was known where a package for it is missing."""
    try:
        return before.with_rows(import_module(name).rows())
    except NotInstalledError as problem:
        print(f"{PARTS[name].title}: {problem}", file=sys.stderr)
        return before if before.rows else Part(missing=str(problem))


def grown(before: Part, claims: Sequence[int]) -> Iterator[Part]:
    """Yield what is known of growth after each size; what is known of other sizes stays."""
    for size in claims:
        before = before.with_rows(growth.rows(size), keep=True)
        yield before


def write(parts: dict[str, Part]) -> None:
    """Record what was measured, and draw page and plots from it."""
    record.save(parts)
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    told = record.page(PARTS, parts)
    PAGE.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{after}", encoding="utf-8")
    for name, drawn in record.plots(PARTS, parts):
        (IMAGES / f"{name}.svg").write_text(drawn, encoding="utf-8")


def main(words: Sequence[str]) -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--write", action="store_true", help="record it, and put it into the docs")
    parser.add_argument(
        "--claims", type=int, nargs="+", default=growth.CLAIMS, help="sizes to measure growth at"
    )
    asked = parser.parse_args(words)
    parts = record.load()
    for name in asked.parts or PARTS:
        known = parts.get(name, Part())
        found = grown(known, asked.claims) if name == "growth" else [measured(name, known)]
        for parts[name] in found:
            print(record.page({name: PARTS[name]}, parts), end="\n\n", flush=True)
            if asked.write:
                write(parts)


if __name__ == "__main__":
    main(sys.argv[1:])
