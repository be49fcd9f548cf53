"""``factcheck explain``: what an id of a report stands for."""

from __future__ import annotations

import click

from factcheck.cli.explanations import explain_rule, explain_value, find
from factcheck.cli.options import message_options, settings_options
from factcheck.cli.output import STANDARD, Output
from factcheck.cli.reading import exit_code, read_corpus
from factcheck.cli.terminal import Terminal
from factcheck.errors import UnknownIdError
from factcheck.settings import RULE_IDS, Settings, unknown_rule


@click.command("explain")
@click.argument("name", metavar="ID|RULE")
@click.argument("path", required=False, type=click.Path())
@settings_options()
@message_options
def command(name: str, path: str | None, settings: Settings, terminal: Terminal) -> int:
    """Explain a rule, or the claim, judgement, finding, topic or source that an ID stands for.

    An ID is as reports print it, with or without #; its first characters do where no other ID
    starts with them. It needs the PATH of the documents, checked with the same settings.
    """
    output = Output(STANDARD, "text")
    if path is None:
        if name not in RULE_IDS:
            raise UnknownIdError(f"{unknown_rule(name)} An id needs the PATH of the documents.")
        output.write(explain_rule(name))
        return 0
    from factcheck import api

    corpus = read_corpus(path, settings, terminal, output)
    run = api.check(corpus, settings, progress=terminal.progress).run
    terminal.clear()
    output.write(explain_value(find(run, name), run))
    return exit_code(corpus)
