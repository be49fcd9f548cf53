"""``--by``: how findings of which the truth is known break down, by rule, confidence or judge."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

import click

from factcheck.cli.output import Output
from factcheck.evaluation.calibration import reliability_of
from factcheck.evaluation.judges import Answer, JudgeFigures, figures_of_judge
from factcheck.evaluation.outcomes import Case
from factcheck.evaluation.reliability import Reliability
from factcheck.evaluation.rules import RuleFigures, figures_by_rule

by_option: Callable[[Callable[..., int]], Callable[..., int]] = click.option(
    "--by",
    type=click.Choice(["rule", "confidence", "judge"]),
    help="Break findings down by rule, by confidence or by judge instead (text, json).",
)


def write_breakdown(by: str, cases: Iterable[Case], output: Output) -> None:
    """Write how cases break down, as a table or as JSON.

    Raises:
        click.UsageError: the format is neither.
    """
    if by == "rule":
        rules = figures_by_rule(cases)
        data: object = [one.as_data() for one in rules]
        text = rules_text(rules)
    else:
        table = reliability_of(cases)
        data, text = table.as_data(), reliability_text(table)
    _write(data, text, output)


def write_judges(answers: Mapping[str, Sequence[Answer]], output: Output) -> None:
    """Write how well each judge does, as a table or as JSON.

    Args:
        answers: what each says of the same pairs, by its name.
        output: where to.

    Raises:
        click.UsageError: the format is neither.
    """
    figures = [one for name, told in answers.items() for one in figures_of_judge(name, told)]
    _write([one.as_data() for one in figures], judges_text(figures), output)


def _write(data: object, text: str, output: Output) -> None:
    if output.format not in {"text", "json"}:
        raise click.UsageError("--by writes figures: give --format text or --format json.")
    output.write(text if output.format == "text" else json.dumps(data, indent=1) + "\n")


def judges_text(figures: Sequence[JudgeFigures]) -> str:
    """Return the figures of judges as a table, a line a judge and stance."""
    width = max(len(one.judge) for one in figures)
    head = f"{'judge':{width}}  stance       found  right      precision  listed  recall"
    lines = [
        f"{one.judge:{width}}  {one.stance.value:11}  {one.found:5}  "
        f"{f'{one.right}/{one.known}':9}  {one.precision:9.2f}  {one.listed:6}  {one.recall:6.2f}"
        for one in figures
    ]
    return "\n".join((head, *lines, ""))


def rules_text(rules: Iterable[RuleFigures]) -> str:
    """Return the figures of rules as a table, a line a rule and stance."""
    head = (
        "rule         stance       votes  coverage  overlaps  conflicts  decided  right  precision"
    )
    lines = [
        f"{one.rule:11}  {one.stance.value:11}  {one.votes:5}  {one.coverage:8.3f}  "
        f"{one.overlaps:8.3f}  {one.conflicts:9.3f}  {one.decided:7}  "
        f"{f'{one.right}/{one.known}':>9}  {one.precision:5.2f}"
        for one in rules
    ]
    return "\n".join((head, *lines, ""))


def reliability_text(table: Reliability) -> str:
    """Return a reliability table, a line a bin."""
    lines = [
        f"{one.low:.1f} to {one.high:.1f}  {one.findings:8}  "
        f"{one.confidence:10.2f}  {one.right:5.2f}"
        for one in table.bins
    ]
    return "\n".join(
        (
            "confidence  findings  on average  right",
            *lines,
            f"expected calibration error {table.error:.3f} on {table.findings} findings",
            "",
        )
    )
