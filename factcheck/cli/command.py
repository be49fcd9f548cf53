"""Commands whose help is whole: options under headings, summaries of commands not cut off."""

from __future__ import annotations

from typing import Any

import click

_SENTENCE = 1000
"""More characters than a sentence has."""


class Headed(click.Option):
    """An option that help lists under a heading."""

    def __init__(self, *arguments: Any, heading: str, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.heading = heading


class Command(click.Command):
    """A command with its own options first, and those that it shares under their headings."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write all options, heading by heading."""
        listed: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, click.Option):
                heading = parameter.heading if isinstance(parameter, Headed) else "Options"
                listed.setdefault(heading, []).append(record)
        for heading in sorted(listed, key=lambda each: each != "Options"):
            with formatter.section(heading):
                formatter.write_dl(listed[heading])


class Group(click.Group):
    """A group that lists its commands with the first sentence of what they do, however long."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        names = self.list_commands(ctx)
        known = [(name, self.get_command(ctx, name)) for name in names]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, one.get_short_help_str(_SENTENCE)) for name, one in known if one]
            )
