"""``factcheck graph``: the graph for other tools."""

from __future__ import annotations

import click

from factcheck.cli.command import Command
from factcheck.cli.options import message_options, output_options, path_argument
from factcheck.cli.output import Output
from factcheck.cli.reading import checked, exit_code, read_corpus
from factcheck.cli.run_options import CHECKING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.settings import Settings


@click.command("graph", cls=Command)
@path_argument
@output_options("json", "graphml", "dot", default="json")
@settings_options(*CHECKING)
@message_options
def command(path: str, output: Output, settings: Settings, terminal: Terminal) -> int:
    """Export the graph of sources, claims, topics and judgements of the documents at PATH.

    json is networkx' node-link data with the edges under "edges", graphml opens in graph tools,
    dot in Graphviz.
    """
    from factcheck.graph.exports import FORMATS
    from factcheck.reporting.saving import begun

    corpus = read_corpus(path, settings, terminal, output)
    result = checked(corpus, settings, terminal)
    output.write_parts(begun(FORMATS[output.format](result.graph)))
    return exit_code(corpus)
