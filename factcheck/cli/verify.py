"""``factcheck verify``: one statement against documents."""

from __future__ import annotations

import json

import click

from factcheck.cli.command import Command
from factcheck.cli.options import message_options, output_options, path_argument
from factcheck.cli.output import Output
from factcheck.cli.reading import exit_code, folder_of, read_corpus
from factcheck.cli.run_options import FAILING, VERIFYING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.model import Judgement, Verdict, Verification
from factcheck.reporting.places import Locator
from factcheck.reporting.wording import clean, share
from factcheck.serialization import value_to_data
from factcheck.settings import Settings


@click.command("verify", cls=Command)
@click.argument("statement")
@path_argument
@output_options("text", "json", default="text")
@settings_options(*VERIFYING, FAILING)
@message_options
def command(
    statement: str, path: str, output: Output, settings: Settings, terminal: Terminal
) -> int:
    """Say what the documents at PATH hold of STATEMENT, with the evidence on both sides.

    The verdict is supported, refuted, disputed or not_enough_info. The exit code is 1 where
    the statement is refuted or disputed, unless --fail-on is never.
    """
    if not statement.strip():
        raise click.BadParameter("the statement is empty.", param_hint="STATEMENT")
    from factcheck import api

    corpus = read_corpus(path, settings, terminal, output)
    found = api.verify(statement, corpus, settings=settings)
    if output.format == "json":
        output.write(json.dumps(value_to_data(found), ensure_ascii=False, indent=1) + "\n")
    else:
        output.write(_text(found, Locator.of(corpus, folder_of(path))))
    opposed = found.verdict in (Verdict.REFUTED, Verdict.DISPUTED)
    return exit_code(corpus, findings=opposed and settings.fail_on != "never")


def _text(found: Verification, locator: Locator) -> str:
    lines = [f"{found.verdict.value} · confidence {share(found.confidence)}", found.explain()]
    for title, judgements in (("for", found.supporting), ("against", found.opposing)):
        if judgements:
            lines.append(f"{title}:")
            lines.extend(line for one in judgements for line in _evidence(one, locator))
    return "\n".join((*lines, ""))


def _evidence(judgement: Judgement, locator: Locator) -> tuple[str, str]:
    claim = judgement.b
    place = clean(str(locator.place(claim.source, claim.span)))
    return (
        f"  {judgement.stance.sign} “{clean(claim.words)}”  {place}",
        f"      {clean(judgement.rationale)} [{judgement.rule} {share(judgement.confidence)}]",
    )
