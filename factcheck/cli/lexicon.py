"""``factcheck lexicon``: lexicon packs."""

from __future__ import annotations

import click

from factcheck.cli.command import Group
from factcheck.cli.output import STANDARD, Output
from factcheck.cli.program import ExitCode


@click.group("lexicon", cls=Group)
def command() -> None:
    """Check lexicon packs, built in or your own."""


@command.command("check")
@click.argument("pack")
def check_pack(pack: str) -> int:
    """List every fault of PACK, a built-in pack's name or the path of a .toml file or folder.

    Each fault is a line on standard output with file and line; the exit code is then 1.
    """
    from factcheck import lexicon

    faults = lexicon.check(pack)
    if faults:
        Output(STANDARD, "text").write("".join(f"{fault}\n" for fault in faults))
        missing = any(": no such pack: " in fault for fault in faults)
        return ExitCode.WRONG if missing else ExitCode.FINDINGS
    click.echo(f"factcheck: {pack}: no faults", err=True)
    return ExitCode.CLEAN
