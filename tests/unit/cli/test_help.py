"""Help lists a command's own options first, and those of a run under headings."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner
from every_command import commands

from factcheck.cli import main
from factcheck.cli.command import Command, Headed

EVERY = dict(commands(main))


@pytest.mark.parametrize("name", EVERY)
def test_options_of_a_run_stand_under_headings(name: str) -> None:
    headed = {one.heading for one in EVERY[name].params if isinstance(one, Headed)}
    if not headed:
        return
    assert isinstance(EVERY[name], Command)
    told = CliRunner().invoke(main, [*name.split(), "--help"]).stdout
    first, *rest = re.findall(r"^(\w.*):$", told, re.M)
    assert (first, set(rest)) == ("Options", headed)


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("extract", {"min_confidence", "select", "max_candidates", "judge", "part_size"}),
        ("verify", {"within_documents", "max_candidates", "part_size", "min_checkability"}),
        ("graph", {"part_size", "min_checkability", "fail_on"}),
        ("evaluate cues", {"jobs", "include", "select", "judge"}),
    ],
)
def test_a_command_has_no_option_that_means_nothing_to_it(name: str, without: set[str]) -> None:
    assert not without & {one.name for one in EVERY[name].params}
    assert "packs" in {one.name for one in EVERY[name].params}


@pytest.mark.parametrize("name", [each for each in EVERY if isinstance(EVERY[each], click.Group)])
def test_no_line_of_a_list_of_commands_is_cut_off(name: str) -> None:
    told = CliRunner().invoke(main, [*name.split(), "--help"]).stdout
    assert "..." not in told.partition("\n\n")[2]
