"""``factcheck rules``: the rules that judge claims."""

from __future__ import annotations

import json

import click

from factcheck.cli.options import output_options
from factcheck.cli.output import Output


@click.command("rules")
@output_options("text", "json", "markdown", default="text")
def command(output: Output) -> int:
    """List the rules that judge claims, one line each; explain RULE says more."""
    from factcheck.judging import RULES

    if output.format == "json":
        data = [{"id": one.id, "summary": one.summary} for one in RULES]
        output.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    elif output.format == "markdown":
        rows = "".join(f"| `{one.id}` | {one.summary} |\n" for one in RULES)
        output.write(f"| rule | compares |\n| --- | --- |\n{rows}")
    else:
        width = max(len(one.id) for one in RULES)
        output.write("".join(f"{one.id:{width}}  {one.summary}\n" for one in RULES))
    return 0
