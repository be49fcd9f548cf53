"""``factcheck evaluate TASK FILE``: single texts read, or figures of how well they are read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import click
from attrs import frozen

from factcheck.cli.command import Command
from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.reading import read_lines
from factcheck.cli.run_options import LEXICON, SPOTTING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.errors import GoldError
from factcheck.evaluation.classification import ClassFigures
from factcheck.evaluation.cues import cue_data, cue_things
from factcheck.evaluation.quantities import as_quantities, marked
from factcheck.evaluation.segments import as_abbreviations, as_sentences, as_subclaims
from factcheck.evaluation.texts import Task, Text, as_label, compare, read_texts
from factcheck.model import Corpus
from factcheck.settings import Settings


@frozen
class Reading:
    """A command that reads texts.

    Attributes:
        name: what it is called.
        summary: its help.
        task: what it reads.
        answer: returns a prediction's fields for a text, the task's key among them.
    """

    name: str
    summary: str
    task: Task
    answer: Callable[[Text, Settings], dict[str, Any]]


def _spotting(text: Text, settings: Settings) -> dict[str, Any]:
    from factcheck import api

    score = api.checkability(text.text, settings)
    return {"label": "claim" if score >= settings.min_checkability else "not_claim", "score": score}


def _sentences(text: Text, settings: Settings) -> dict[str, Any]:
    from factcheck import api

    return {"sentences": list(api.sentences(text.text))}


def _abbreviations(text: Text, settings: Settings) -> dict[str, Any]:
    from factcheck import api

    return {"pairs": [[one.short, one.long] for one in api.abbreviations(text.text)]}


def _quantities(text: Text, settings: Settings) -> dict[str, Any]:
    from factcheck import api

    return {"quantities": marked(text.text, api.quantities(text.text, settings))}


def _decomposition(text: Text, settings: Settings) -> dict[str, Any]:
    from factcheck import api

    corpus = Corpus(text.id, (api.read_text(text.text),), ())
    claims = api.extract(corpus, settings).claims
    return {"subclaims": [claim.text for claim in claims]}


def _cues(text: Text, settings: Settings) -> dict[str, Any]:
    from factcheck import api

    return {"cues": cue_data(api.cues(text.text, settings))}


def _negated(text: Text, settings: Settings) -> dict[str, Any]:
    from factcheck import api

    denied = api.negated(text.text, text.given["concept"], settings)
    return {"label": "negated" if denied else "affirmed"}


READINGS = (
    Reading(
        "cues",
        'Find the cues of negation and speculation in each "text", and their scopes.',
        Task("cues", cue_things),
        _cues,
    ),
    Reading(
        "negated",
        'Say whether each "text" denies its "concept".',
        Task("label", as_label, needs=("concept",)),
        _negated,
    ),
    Reading(
        "spotting",
        'Say whether each "text" is a claim that can be checked.',
        Task("label", as_label),
        _spotting,
    ),
    Reading(
        "sentences",
        'Split each "text" into sentences.',
        Task("sentences", as_sentences),
        _sentences,
    ),
    Reading(
        "abbreviations",
        'Find the abbreviations that each "text" defines.',
        Task("pairs", as_abbreviations),
        _abbreviations,
    ),
    Reading(
        "quantities",
        'Find the quantities in each "text".',
        Task("quantities", as_quantities),
        _quantities,
    ),
    Reading(
        "decomposition",
        'Say each claim of a "text" in a sentence of its own.',
        Task("subclaims", as_subclaims),
        _decomposition,
    ),
)


def command_for(reading: Reading) -> click.Command:
    """Return the command of a reading."""

    @click.command(reading.name, help=_HELP.format(reading.summary, reading.task.key), cls=Command)
    @click.argument("file", type=click.Path())
    @output_options("jsonl", "text", "json", default="jsonl")
    @settings_options(LEXICON, SPOTTING)
    @message_options
    def command(file: str, output: Output, settings: Settings, terminal: Terminal) -> int:
        content, name = read_lines(file)
        texts = list(read_texts(content, name, reading.task))

        def answers() -> Iterator[dict[str, Any]]:
            for number, text in enumerate(texts, 1):
                yield reading.answer(text, settings)
                terminal.progress("read", number, len(texts))
            terminal.clear()

        if output.format == "jsonl":
            output.write_parts(
                json.dumps({"id": text.id, **answer}, ensure_ascii=False) + "\n"
                for text, answer in zip(texts, answers(), strict=True)
            )
            return 0
        if all(text.gold is None for text in texts):
            raise GoldError(
                f"{name}: has no {reading.task.key!r} to compare with; --format jsonl needs none."
            )
        given = (answer[reading.task.key] for answer in answers())
        compared = compare(reading.task, texts, given)
        if output.format == "json":
            data = {one.label: one.as_data() for one in compared}
            output.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        else:
            output.write("\n".join((*map(figures_line, compared), "")))
        return 0

    return command


_HELP = """{0}

FILE has a JSON object a line, with "id", "text" and what is named above; - reads standard input.
jsonl writes a prediction a line; text and json write figures instead, for files whose lines have
"{1}".
"""


def figures_line(one: ClassFigures) -> str:
    """Return the figures of one class as a line of text."""
    return (
        f"  {one.label:26} P {one.precision:.4f}  R {one.recall:.4f}  F1 {one.f1:.4f}"
        f"   gold {one.gold}  predicted {one.predicted}"
    )
