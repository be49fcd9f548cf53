"""The command line: ``factcheck COMMAND``, one command a file.

Data goes to standard output, messages to standard error. Exit codes: 0 clean, 1 findings at or
above ``--fail-on``, 2 a wrong command line, configuration or input, 3 some documents could not be
read (outranks 1), 130 interrupted.
"""

from __future__ import annotations

import click

from factcheck.cli.program import Program
from factcheck.version import __version__

COMMANDS = {
    "check": "Find what documents agree on and where they contradict each other.",
    "extract": "List the claims of documents, and what was left out.",
    "report": "Write a report that can be read and printed, as HTML by default.",
    "review": "Let people check the findings, and learn from what they decide.",
    "baseline": "Keep the findings that are accepted, so that a check fails on new ones only.",
    "diff": "Say what changed from one check to another, and what caused it.",
    "watch": "Check again whenever a document changes, and say what that changed.",
    "graph": "Export sources, claims, topics and judgements as a graph.",
    "verify": "Say what documents hold of a statement.",
    "explain": "Explain a rule, or a claim, finding or topic by its id.",
    "rules": "List the rules that judge claims.",
    "evaluate": "Measure findings against what people found.",
    "train": "Train a model for a second opinion, and measure it.",
    "lexicon": "Check lexicon packs.",
    "store": "Check, copy and bring up to date the database in which reviews are kept.",
}
"""Every command with its line of help; each is ``command`` in the module of its name."""


@click.group(
    "factcheck",
    cls=Program,
    commands_in="factcheck.cli",
    summaries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
def main() -> None:
    """Say what several documents claim, where they agree and where they contradict each other.

    PATH is a file or a folder of .txt, .md and .html documents, or of tables with a document in
    each row (.jsonl, .csv, .tsv, .parquet); - reads standard input.
    """
