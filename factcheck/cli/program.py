"""The frame around all commands: loading them when asked for, and how a run ends."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import IntEnum
from errno import ENOSPC
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from factcheck.errors import FactcheckError
from factcheck.settings import nearest_name


class ExitCode(IntEnum):
    """How a command ended."""

    CLEAN = 0
    FINDINGS = 1
    WRONG = 2
    UNREAD = 3
    INTERRUPTED = 130


class Program(click.Group):
    """A group that imports a command's module only when the command is used.

    Commands return their exit code. A mistake of the user ends in one line on standard error and
    exit code 2; anything else that goes wrong is a fault of the program and keeps its traceback.
    """

    def __init__(
        self, *, commands_in: str = "", summaries: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        self.package = commands_in
        self.summaries = dict(summaries or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which help lists them."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now."""
        if cmd_name not in self.summaries:
            return None
        # A word of Python's own cannot be the name of a module that is imported by it.
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"{self.package}.{module}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; suggest the nearest where none has it."""
        name = args[0]
        if name not in self.summaries and not name.startswith("-"):
            near = nearest_name(name, tuple(self.summaries))
            hint = f"; did you mean {near!r}?" if near else "."
            ctx.fail(f"no command is called {name!r}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and, unless told otherwise, leave the process with its exit code."""
        run = super().main
        if not standalone_mode:
            return run(args, prog_name or "factcheck", complete_var, False, **extra)
        try:
            ended = run(args, prog_name or "factcheck", complete_var, False, **extra)
            code = ended if isinstance(ended, int) else ExitCode.CLEAN
        except click.Abort:
            _error("interrupted")
            code = ExitCode.INTERRUPTED
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            code = ExitCode.WRONG
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "factcheck"
            _error(f"{error.format_message()} (see '{command} --help')")
            code = ExitCode.WRONG
        except click.ClickException as error:
            _error(error.format_message())
            code = ExitCode.WRONG
        except FactcheckError as error:
            _error(error.message)
            code = ExitCode.WRONG
        except OSError as error:
            if error.filename is None and error.errno != ENOSPC:
                raise
            place = error.filename or "standard output"
            _error(f"{place}: {error.strerror or error}")
            code = ExitCode.WRONG
        sys.exit(int(code))


def _error(message: str) -> None:
    for line in message.splitlines() or [""]:
        click.echo(f"factcheck: error: {line}", err=True)
