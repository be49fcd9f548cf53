"""``factcheck extract``: claims, and what was left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import click

from factcheck.cli.command import Command
from factcheck.cli.options import message_options, output_options, path_argument
from factcheck.cli.output import Output
from factcheck.cli.reading import exit_code, read_corpus
from factcheck.cli.run_options import EXTRACTING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.model import Claim, Corpus, Note, Skipped
from factcheck.reporting.wording import clean
from factcheck.serialization import value_to_data
from factcheck.settings import Settings


@click.command("extract", cls=Command)
@path_argument
@output_options("text", "json", "jsonl", default="text")
@settings_options(*EXTRACTING)
@message_options
def command(path: str, output: Output, settings: Settings, terminal: Terminal) -> int:
    """List the claims of the documents at PATH with their places.

    With --verbose the text format also lists what was left out, and why; JSON always holds it.
    """
    from factcheck import api

    corpus = read_corpus(path, settings, terminal, output)
    found = api.extract(corpus, settings, terminal.progress)
    terminal.clear()
    parts = {"claims": found.claims, "skipped": found.skipped, "notes": found.notes}
    if output.format == "text":
        skipped = found.skipped if terminal.verbose else ()
        output.write(_text(corpus, found.claims, skipped, found.notes))
    elif output.format == "json":
        data = {name: _plain(values) for name, values in parts.items()}
        output.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        output.write_parts(_lines(parts))
    return exit_code(corpus)


def _plain(values: Iterable[object]) -> list[object]:
    return [value_to_data(value) for value in values]


def _lines(parts: dict[str, tuple[object, ...]]) -> Iterator[str]:
    names = {"claims": "claim", "skipped": "skipped", "notes": "note"}
    for name, values in parts.items():
        for data in _plain(values):
            row = {"type": names[name], **(data if isinstance(data, dict) else {})}
            yield json.dumps(row, ensure_ascii=False) + "\n"


def _text(
    corpus: Corpus,
    claims: tuple[Claim, ...],
    skipped: tuple[Skipped, ...],
    notes: tuple[Note, ...],
) -> str:
    lines = []
    for document in corpus:
        own = [claim for claim in claims if claim.source.id == document.id]
        lines.append(f"{clean(document.name)}: {len(own)} claims")
        entries = [
            (claim.span, f"{claim.start}-{claim.end}  {clean(claim.text)}  [{claim.kind.value}]")
            for claim in own
        ]
        entries += [
            (one.span, f"{one.span.start}-{one.span.end}  skipped, {one.reason}: {_words(one)}")
            for one in skipped
            if one.source.id == document.id
        ]
        entries += [
            (one.span, f"{one.span.start}-{one.span.end}  note: {clean(one.text)}")
            for one in notes
            if one.source.id == document.id
        ]
        lines += [f"  {text}" for _, text in sorted(entries)]
    return "\n".join((*lines, ""))


def _words(skipped: Skipped) -> str:
    return clean(skipped.source.visible(skipped.span) or skipped.quote)
