"""``factcheck explain``: what an id of a report stands for and rests on."""

from __future__ import annotations

import textwrap

import click

from factcheck.cli.command import Command
from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.reading import checked, exit_code, read_corpus
from factcheck.cli.run_options import CHECKING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.errors import UnknownIdError
from factcheck.reporting.json import dumps
from factcheck.settings import RULE_IDS, Settings, unknown_rule

_WIDTH = 80


@click.command("explain", cls=Command)
@click.argument("name", metavar="ID|RULE")
@click.argument("path", required=False, type=click.Path())
@output_options("text", "json", default="text")
@settings_options(*CHECKING)
@message_options
def command(
    name: str, path: str | None, output: Output, settings: Settings, terminal: Terminal
) -> int:
    """Explain a rule, or the claim, judgement, finding, topic or source that an ID stands for.

    An ID is as reports print it, with or without #, or a fingerprint; its first characters do
    where no other ID starts with them. It needs the PATH of the documents, checked with the same
    settings. Of a finding it tells the claims with the lexicon entries that they were read by, what
    was matched, what every rule says or why it abstains, how the confidence comes about, and what
    would change the verdict.
    """
    if path is None:
        if name not in RULE_IDS:
            raise UnknownIdError(f"{unknown_rule(name)} An id needs the PATH of the documents.")
        output.write(_rule(name, output.format))
        return 0
    from factcheck.explaining import json, text
    from factcheck.explaining.bench import Bench
    from factcheck.explaining.explain import explain

    corpus = read_corpus(path, settings, terminal, output)
    run = checked(corpus, settings, terminal).run
    explanation = explain(Bench(run), name)
    if output.format == "json":
        output.write(json.write(explanation))
    else:
        output.write(text.write(explanation, verbose=terminal.verbose))
    return exit_code(corpus)


def _rule(name: str, format: str) -> str:
    from factcheck.judging import RULES

    rule = next(rule for rule in RULES if rule.id == name)
    if format == "json":
        told = {"id": rule.id, "summary": rule.summary, "explanation": rule.explanation}
        return dumps(told, indent=1) + "\n"
    return f"{rule.id}: {rule.summary}\n\n{textwrap.fill(rule.explanation, _WIDTH)}\n"
