"""``factcheck evaluate``: figures against gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from factcheck.cli.breakdown import by_option, write_breakdown, write_judges
from factcheck.cli.calibrate import calibrate
from factcheck.cli.command import Command, Group
from factcheck.cli.compare_judges import by_rules_alone, gold_by_judge, pairs_by_judge
from factcheck.cli.evaluate_reviews import reviews
from factcheck.cli.evaluate_texts import READINGS, command_for, figures_line
from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.reading import checked, exit_code, read_corpus, read_lines
from factcheck.cli.run_options import CHECKING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.errors import GoldError
from factcheck.evaluation import (
    Gold,
    Prediction,
    Scores,
    load_gold,
    predictions,
    read_pairs,
    score,
)
from factcheck.evaluation.classification import Classification
from factcheck.evaluation.gold import GoldRelation
from factcheck.evaluation.judges import answers_of
from factcheck.evaluation.outcomes import cases_of_pairs, cases_of_run
from factcheck.evaluation.pairs import figures
from factcheck.model import Judgement
from factcheck.settings import Settings


class _GoldByDefault(Group):
    """A group with commands that may be left out.

    ``evaluate GOLD_DIR DOCUMENTS`` compares with gold, and ``evaluate --reviews STORE DOCUMENTS``
    with reviews.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = _with_reviews(args) or ["gold", *args]
        return super().parse_args(ctx, args)


def _with_reviews(args: list[str]) -> list[str]:
    """Return the arguments of the command ``reviews``; none where it is not asked for."""
    for place, arg in enumerate(args):
        name, _, store = arg.partition("=")
        if name == "--reviews":
            named = [store] if store else []
            return ["reviews", *args[:place], *named, *args[place + 1 :]]
    return []


@click.group(
    "evaluate",
    cls=_GoldByDefault,
    subcommand_metavar="[gold] GOLD_DIR DOCUMENTS | --reviews STORE DOCUMENTS | COMMAND FILE.jsonl",
)
def command() -> None:
    """Measure findings against what people found.

    `evaluate GOLD_DIR DOCUMENTS` compares a check of the documents with a gold folder,
    `evaluate --reviews STORE DOCUMENTS` with what reviewers decided,
    `evaluate pairs FILE.jsonl` judges pairs of texts, the other commands read single texts.
    A folder that is called like a command is ./pairs.
    """


for _reading in READINGS:
    command.add_command(command_for(_reading))
command.add_command(calibrate)
command.add_command(reviews)


@command.command("gold", cls=Command)
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.argument("documents", type=click.Path())
@click.option("--sentence", is_flag=True, help="A claim within a gold claim's sentence matches.")
@click.option("--misses", is_flag=True, help="List missed conflicts and false alarms (text).")
@by_option
@output_options("text", "json", default="text")
@settings_options(*CHECKING)
@message_options
def gold_command(  # noqa: PLR0913 - one parameter an option
    gold_dir: Path,
    documents: str,
    *,
    sentence: bool,
    misses: bool,
    by: str | None,
    output: Output,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Compare a check of DOCUMENTS with the gold in GOLD_DIR."""
    gold = load_gold(gold_dir)
    from factcheck import api

    corpus = read_corpus(documents, settings, terminal, output)
    for misfit in gold.misfits(corpus):
        terminal.warn(misfit)
    run = checked(corpus, settings, terminal).run
    if by == "judge":
        alone = checked(corpus, by_rules_alone(settings), terminal).run
        both, rules = (answers_of(cases_of_run(one, gold, documents)) for one in (run, alone))
        write_judges(gold_by_judge(gold, rules, both, settings), output)
        return exit_code(corpus)
    if by is not None:
        write_breakdown(by, cases_of_run(run, gold, documents), output)
        return exit_code(corpus)
    asked = gold.statements or ()
    verifier = api.Verifier(corpus, settings)
    verdicts = {one.id: verifier.verify(one.statement).verdict.value for one in asked}
    scores = score(run, gold, by_sentence=sentence, verdicts=verdicts)
    if output.format == "json":
        output.write(json.dumps(scores.figures, ensure_ascii=False, indent=1) + "\n")
    else:
        output.write(_scores_text(scores, gold, misses))
    return exit_code(corpus)


@command.command("pairs", cls=Command)
@click.argument("file", type=click.Path())
@by_option
@output_options("jsonl", "text", "json", default="jsonl")
@settings_options(*CHECKING)
@message_options
def pairs_command(
    file: str, by: str | None, output: Output, settings: Settings, terminal: Terminal
) -> int:
    """Judge the texts "a" and "b" of each line of FILE; - reads standard input.

    jsonl writes a prediction a line: id, label (agree, contradict, neutral), confidence, rule.
    text and json write figures instead, for files whose lines have a "label".
    """
    pairs = list(read_pairs(*read_lines(file)))

    from factcheck import api

    def judge(a: str, b: str) -> Judgement | None:
        return api.judge_pair(a, b, settings)

    if by == "judge":
        write_judges(pairs_by_judge(pairs, file, settings), output)
        return 0

    def answers() -> Iterator[Prediction]:
        for number, answer in enumerate(predictions(pairs, judge), 1):
            terminal.progress("judge", number, len(pairs))
            yield answer
        terminal.clear()

    if by is not None:
        write_breakdown(by, cases_of_pairs(pairs, judge, file), output)
        return 0
    if output.format == "jsonl":
        output.write_parts(
            json.dumps(answer.as_data(), ensure_ascii=False) + "\n" for answer in answers()
        )
        return 0
    if not any(pair.label for pair in pairs):
        raise GoldError(f"{file}: has no labels to compare with; --format jsonl needs none.")
    compared = figures(pairs, answers())
    if output.format == "json":
        output.write(json.dumps(compared.as_data(), ensure_ascii=False, indent=1) + "\n")
    else:
        output.write(_classes_text(compared))
    return 0


def _scores_text(scores: Scores, gold: Gold, misses: bool) -> str:
    lines = [f"{name:36} {value}" for name, value in scores.figures.items()]
    if misses:
        statements = {one.id: one.statement for one in gold.claims}
        for title, relations in (
            ("missed conflicts", scores.missed),
            ("false alarms", scores.false_alarms),
        ):
            lines += ["", f"{title}:"]
            lines += [_relation_text(one, statements) for one in relations]
    return "\n".join((*lines, ""))


def _relation_text(relation: GoldRelation, statements: dict[str, str]) -> str:
    return (
        f"  {relation.a} {relation.b} {relation.relation} {relation.aspect}"
        f" | {statements[relation.a]} | {statements[relation.b]}"
    )


def _classes_text(compared: Classification) -> str:
    lines = [
        f"{compared.pairs} pairs  accuracy {compared.accuracy:.4f}  "
        f"macro F1 {compared.macro_f1:.4f}"
    ]
    return "\n".join((*lines, *map(figures_line, compared.classes), ""))
