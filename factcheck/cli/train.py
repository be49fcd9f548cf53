"""``factcheck train``: a judge of one's own, from pairs to a model."""

from __future__ import annotations

import json
from pathlib import Path

import click

from factcheck.cli.command import Group
from factcheck.cli.options import message_options
from factcheck.cli.terminal import Terminal
from factcheck.training.measuring import Measured

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("train", cls=Group)
def command() -> None:
    """Train a model that tells what holds between two sentences, and measure it.

    Needs the extra factcheck[train]; making pairs needs none.
    """


@command.command("pairs")
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--sentences",
    multiple=True,
    type=_FILE,
    help="A file with a sentence a line, each of a text of its own; repeatable.",
)
@click.option(
    "--without",
    multiple=True,
    type=_FILE,
    help="Rows whose sentences are left out, since they are measured on; repeatable.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of what is drawn.")
@click.option(
    "-o", "--output", required=True, type=_FILE, help="The rows to write: .jsonl or .jsonl.gz."
)
@message_options
def pairs(
    documents: tuple[Path, ...],
    sentences: tuple[Path, ...],
    without: tuple[Path, ...],
    seed: int,
    output: Path,
    terminal: Terminal,
) -> int:
    """Make pairs of sentences from DOCUMENTS, folders or files, each a collection of its own.

    What follows, what is left open and what cannot hold: claims and edits of each sentence, and
    sentences on one matter that both hold.
    """
    if not (documents or sentences):
        raise click.UsageError("give DOCUMENTS or --sentences FILE.")
    from factcheck.training.generation import generate
    from factcheck.training.rows import read_rows, write_rows

    measured = frozenset(
        text for row in read_rows(without) for text in (row.premise, row.hypothesis)
    )
    made = generate(documents, sentences, measured, seed, terminal.progress)
    written = write_rows(made, output)
    terminal.clear()
    terminal.say(f"{written} pairs in {output}")
    return 0


@command.command("model")
@click.argument("rows", nargs=-1, required=True, type=_FILE)
@click.option(
    "--recipe",
    type=_FILE,
    help="The settings of the training.  [default: those of the model of this project]",
)
@click.option(
    "--start", type=_FOLDER, help="A folder with weights to start from, instead of the recipe's."
)
@click.option(
    "--without",
    multiple=True,
    type=_FILE,
    help="Rows that are left out wherever they stand, since they are measured on; repeatable.",
)
@click.option("--stop-at", type=int, metavar="STEP", help="Break off at this step, to go on later.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=_FOLDER,
    help="The folder to write; a training in it goes on.",
)
@message_options
def model(
    rows: tuple[Path, ...],
    recipe: Path | None,
    start: Path | None,
    without: tuple[Path, ...],
    stop_at: int | None,
    output: Path,
    terminal: Terminal,
) -> int:
    """Train a model on ROWS, files of JSON lines with p, h, y and src.

    It is saved every few hundred steps: the same command goes on where it was broken off.
    """
    from factcheck.training.loop import train
    from factcheck.training.recipe import read_recipe
    from factcheck.training.rows import read_rows

    measured = {(row.premise, row.hypothesis) for row in read_rows(without)}
    learnt = [row for row in read_rows(rows) if (row.premise, row.hypothesis) not in measured]

    def told(done: int, steps: int, loss: float) -> None:
        terminal.say(f"step {done} of {steps}: loss {loss:.3f}")

    ended = train(read_recipe(recipe), learnt, output, start, told, stop_at)
    terminal.say(f"{'trained' if ended else 'broken off'}: {output}")
    return 0


@command.command("measure")
@click.argument("folder", type=_FOLDER)
@click.argument("rows", nargs=-1, required=True, type=_FILE)
@click.option("--jobs", type=int, default=1, show_default=True, help="Processors that it may use.")
def measure_(folder: Path, rows: tuple[Path, ...], jobs: int) -> int:
    """Write as JSON how well the model in FOLDER tells what holds between the pairs of each file.

    The share of right answers of three, and precision and recall of contradiction.
    """
    from factcheck.training.measuring import measure
    from factcheck.training.rows import read_rows

    measured = measure(folder, {_stem(path): read_rows([path]) for path in rows}, jobs)
    click.echo(_as_json(measured))
    return 0


@command.command("average")
@click.argument("folders", nargs=-1, required=True, type=_FOLDER)
@click.option("-o", "--output", required=True, type=_FOLDER, help="The folder to write.")
def average_(folders: tuple[Path, ...], output: Path) -> int:
    """Write the mean of the models that trainings left in FOLDERS, all from one start."""
    from factcheck.training.averaging import average

    average(folders, output)
    return 0


@command.command("export")
@click.argument("folder", type=_FOLDER)
@click.option("--whole", is_flag=True, help="Keep weights of 32 bits, to compare with.")
@click.option("-o", "--output", required=True, type=_FOLDER, help="The folder to write.")
def export_(folder: Path, whole: bool, output: Path) -> int:
    """Write the model trained in FOLDER as ONNX, a byte a weight, for --judge nli:OUTPUT."""
    from factcheck.training.exporting import export

    export(folder, output, whole=whole)
    return 0


def _stem(path: Path) -> str:
    return path.name.split(".")[0]


def _as_json(measured: Measured) -> str:
    return json.dumps(measured.as_data(), indent=1)
