"""Workflow commands, read the way GitHub's runner reads them."""

from __future__ import annotations

import re

import pytest
from attrs import evolve, frozen

from factcheck.model import Run, Span
from factcheck.reporting import render
from factcheck.reporting.github import SHOWN


@frozen
class Command:
    name: str
    properties: dict[str, str]
    message: str


def commands(output: str) -> list[Command]:
    """Read commands by the rules of the runner: split first, then decode what the parts hold."""
    found = []
    for line in output.split("\n")[:-1]:
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        properties = {key: decoded(value, ("%3A", ":"), ("%2C", ",")) for key, value in pairs}
        found.append(Command(match[1], properties, decoded(match[3])))
    return found


def decoded(text: str, *more: tuple[str, str]) -> str:
    for code, letter in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(code, letter)
    return text


def test_each_finding_is_a_command_at_its_first_side(run: Run) -> None:
    unread, dispute, tension = commands(render(run, "github", folder="docs"))
    assert (unread.name, unread.properties) == ("error", {"file": "docs/scans/plan.pdf"})
    assert dispute.name == "error"
    assert dispute.properties == {
        "file": "docs/gazette.txt",
        "line": "3",
        "endLine": "3",
        "col": "33",
        "endColumn": "75",
        "title": "≠ 1 Deck repair: how long?",
    }
    assert dispute.message.splitlines() == [
        "A about four months",
        "  docs/gazette.txt:3: “Repairs to the deck took about four months.”",
        "B two years",
        "  docs/survey.txt:1: “Repairs to the deck went on for two years”",
        "About four months and two years do not overlap.",
        f"(confidence .91, very likely right; rule value; {run.disputes[0].id})",
    ]
    assert (tension.name, tension.properties["line"]) == ("warning", "4")


def test_columns_are_left_out_where_words_go_over_lines(run: Run) -> None:
    first, second = run.disputes[0].positions
    over = evolve(first, claims=(evolve(first.claims[0], span=Span(0, 40)),))
    long = evolve(run, disputes=(evolve(run.disputes[0], positions=(over, second)),))
    found = commands(render(long, "github"))[1].properties
    assert (found["line"], found["endLine"]) == ("1", "3")
    assert not {"col", "endColumn"} & set(found)


def test_a_hostile_source_gives_no_command_of_its_own(hostile_run: Run) -> None:
    sly = "100%, 0%0A a: b\n::error::gotcha\r::set-output name=x::y"
    sides = tuple(evolve(side, label=sly) for side in hostile_run.disputes[0].positions)
    dispute = evolve(hostile_run.disputes[0], topic=sly, positions=sides)
    output = render(evolve(hostile_run, disputes=(dispute,)), "github")
    _, found = commands(output)
    assert [line[:8] for line in output.splitlines()] == ["::error ", "::error "]
    assert "100%, 0%0A a: b ::error::gotcha ::set-output name=x::y" in found.message
    assert found.properties["title"].startswith("≠ 1 100%, 0%0A a: b ::error")
    assert "\x1b" not in output
    assert "\u202e" not in output


@pytest.mark.parametrize("more", [SHOWN - 2, SHOWN])
def test_it_says_where_github_will_not_show_everything(run: Run, more: int) -> None:
    many = evolve(run, disputes=run.disputes * (1 + more))
    found = commands(render(many, "github"))
    errors = sum(one.name == "error" for one in found)
    assert errors == more + 2
    assert (found[-1].name == "notice") == (errors > SHOWN)
    if errors > SHOWN:
        assert found[-1].message == (
            "There are 12 errors and 1 warning; of each kind GitHub shows 10. "
            "The log of this step has all."
        )


def test_nothing_found_is_nothing_said(empty_run: Run) -> None:
    assert render(empty_run, "github") == ""
