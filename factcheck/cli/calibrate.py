"""``factcheck evaluate calibrate``: what confidence rests on, fitted to what people found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from attrs import evolve

from factcheck.cli.breakdown import reliability_text
from factcheck.cli.command import Command
from factcheck.cli.evaluate_reviews import settled_in
from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.reading import checked, read_corpus, read_lines
from factcheck.cli.run_options import CHECKING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.errors import GoldError
from factcheck.evaluation import load_gold, read_pairs
from factcheck.evaluation.calibration import (
    as_toml,
    fit,
    judged,
    of_other_judges,
    reliability_of,
    unseen_stances,
)
from factcheck.evaluation.outcomes import Case, cases_of_pairs, cases_of_run, unlisted_conflicts
from factcheck.judging import RULES_NAME, built_in, load_calibration
from factcheck.judging.confidence import Calibration
from factcheck.settings import Settings


@click.command("calibrate", cls=Command)
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--gold",
    nargs=2,
    multiple=True,
    metavar="GOLD_DIR DOCUMENTS",
    help="A collection with its gold folder; can be repeated.",
)
@click.option(
    "--reviews",
    "reviewed",
    nargs=2,
    multiple=True,
    metavar="STORE DOCUMENTS",
    help="A collection with what reviewers decided of its findings; can be repeated.",
)
@output_options("toml", default="toml")
@settings_options(*CHECKING)
@message_options
def calibrate(
    files: tuple[str, ...],
    gold: tuple[tuple[str, str], ...],
    reviewed: tuple[tuple[str, str], ...],
    output: Output,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Fit confidence to labelled pairs (FILES, JSON lines) and to collections with gold or reviews.

    Writes a TOML file for the setting `calibration`. How well it does on what it was not fitted
    to, each file and collection left out in turn, goes into the file's header. With --judge, only
    what that judge finds is weighed; the other weights stay. Needs the extra
    factcheck[calibrate].
    """
    if not (files or gold or reviewed):
        raise click.UsageError(
            "give a FILE of labelled pairs, --gold GOLD_DIR DOCUMENTS or --reviews STORE DOCUMENTS."
        )
    everything = evolve(settings, min_confidence=0.0)
    cases = [
        *(case for file in files for case in _pairs(file, everything, terminal)),
        *(case for place in gold for case in _collection(*place, everything, terminal, output)),
        *(case for place in reviewed for case in _reviewed(*place, everything, terminal, output)),
    ]
    rules = _kept(settings)
    if rules is not None:
        cases = of_other_judges(cases)
    calibration = fit(cases, rules)
    header = [*_header(cases, rules, terminal)]
    output.write(as_toml(calibration, "\n".join(header)))
    return 0


def _kept(settings: Settings) -> Calibration | None:
    """Return the weights that stay, where a judge beside the rules is weighed."""
    if settings.judge == RULES_NAME:
        return None
    return load_calibration(settings.calibration) if settings.calibration else built_in()


def _header(cases: Sequence[Case], rules: Calibration | None, terminal: Terminal) -> Iterator[str]:
    sources = sorted({case.source for case in cases})
    yield f"Fitted to {len(judged(cases))} findings: {', '.join(sources)}."
    absent = " or ".join(unseen_stances(cases))
    if absent:
        told = f"No finding among them {absent}, so these weights do not hold for such findings"
        yield f"{told}."
        terminal.warn(f"{told}; add labelled pairs or gold that have some")
    if len(sources) < 2:
        return
    try:
        table = reliability_of(cases, unseen=True, rules=rules)
    except GoldError:
        yield "The sources are too small for weights that are fitted to all but one of them."
    else:
        yield "Each source judged with weights fitted to the others:"
        yield from reliability_text(table).splitlines()


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
    source = corpus.title or Path(documents).name
    yield from cases_of_run(run, gold, source)
    yield from unlisted_conflicts(run, gold, source)


def _reviewed(
    store: str, documents: str, settings: Settings, terminal: Terminal, output: Output
) -> Iterator[Case]:
    from factcheck.review.cases import cases_of_reviews

    corpus = read_corpus(documents, settings, terminal, output)
    run = checked(corpus, settings, terminal).run
    decided = settled_in(store, run, documents)
    yield from cases_of_reviews(run, decided, corpus.title or Path(documents).name)
