"""``factcheck evaluate calibrate``: what confidence rests on, fitted to what people found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from attrs import evolve

from factcheck.cli.breakdown import reliability_text
from factcheck.cli.options import message_options, output_options, settings_options
from factcheck.cli.output import Output
from factcheck.cli.reading import checked, read_corpus, read_lines
from factcheck.cli.terminal import Terminal
from factcheck.evaluation import load_gold, read_pairs
from factcheck.evaluation.calibration import as_toml, fit, judged, reliability_of
from factcheck.evaluation.outcomes import Case, cases_of_pairs, cases_of_run
from factcheck.settings import Settings


@click.command("calibrate")
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--gold",
    nargs=2,
    multiple=True,
    metavar="GOLD_DIR DOCUMENTS",
    help="A collection with its gold folder; can be repeated.",
)
@output_options("toml", default="toml")
@settings_options()
@message_options
def calibrate(
    files: tuple[str, ...],
    gold: tuple[tuple[str, str], ...],
    output: Output,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Fit confidence to labelled pairs (FILES, JSON lines) and to collections with gold.

    Writes a TOML file for the setting `calibration`. How well it does on what it was not fitted
    to, each file and collection left out in turn, goes into the file's header. Needs the extra
    factcheck[calibrate].
    """
    if not files and not gold:
        raise click.UsageError("give a FILE of labelled pairs, or --gold GOLD_DIR DOCUMENTS.")
    everything = evolve(settings, min_confidence=0.0)
    cases = [
        *(case for file in files for case in _pairs(file, everything, terminal)),
        *(case for place in gold for case in _collection(*place, everything, terminal, output)),
    ]
    calibration = fit(cases)
    sources = sorted({case.source for case in cases})
    header = [f"Fitted to {len(judged(cases))} findings: {', '.join(sources)}."]
    if len(sources) > 1:
        header += [
            "Each source judged with weights fitted to the others:",
            *reliability_text(reliability_of(cases, unseen=True)).splitlines(),
        ]
    output.write(as_toml(calibration, "\n".join(header)))
    return 0


def _pairs(file: str, settings: Settings, terminal: Terminal) -> Iterator[Case]:
    from factcheck import api

    pairs = list(read_pairs(*read_lines(file)))
    cases = cases_of_pairs(pairs, lambda a, b: api.judge_pair(a, b, settings), Path(file).stem)
    for number, case in enumerate(cases, 1):
        terminal.progress("judge", number, len(pairs))
        yield case
    terminal.clear()


def _collection(
    gold_dir: str, documents: str, settings: Settings, terminal: Terminal, output: Output
) -> Iterator[Case]:

    gold = load_gold(Path(gold_dir))
    corpus = read_corpus(documents, settings, terminal, output)
    run = checked(corpus, settings, terminal).run
    yield from cases_of_run(run, gold, corpus.title or Path(documents).name)
