from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from factcheck import __version__
from factcheck.cli import COMMANDS, main
from factcheck.judging import RULES
from factcheck.settings import RULE_IDS


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    yield


def call(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin)


def documents(folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "one.txt").write_text("The bridge was opened in 1932. It is made of steel.\n")
    (folder / "two.txt").write_text("The bridge was opened in 1951. Steel is what it is of.\n")
    return str(folder)


def test_version_and_help_come_fast_and_load_no_engine() -> None:
    code = (
        "import sys; from factcheck.cli import main\n"
        "try: main(['--help'])\n"
        "finally: print(sorted({'networkx', 'nupunkt', 'jinja2', 'factcheck.api'} "
        "& set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
    result = call("--version")
    assert (result.exit_code, result.stdout) == (0, f"factcheck {__version__}\n")


def test_help_lists_every_command_and_each_has_help() -> None:
    shown = call("--help").stdout
    for name, summary in COMMANDS.items():
        assert name in shown
        assert " ".join(summary.split()[:3]) in " ".join(shown.split())
        command = import_module(f"factcheck.cli.{name}").command
        assert isinstance(command, click.Command)
        assert command.name == name
        result = call(name, "--help")
        assert result.exit_code == 0
        assert "Usage: factcheck" in result.stdout


def test_without_a_command_help_is_shown_and_the_exit_code_is_2() -> None:
    result = call()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: factcheck" in result.stderr


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (["chek", "."], "no command is called 'chek'; did you mean 'check'?"),
        (["zzz"], "no command is called 'zzz'."),
        (["check"], "Missing argument 'PATH'"),
        (["check", ".", "--format", "pdf"], "'pdf' is not one of"),
        (["check", ".", "--select", "polarty"], "--select: no rule is called 'polarty'; did you"),
        (["check", ".", "--ignore", "value,sett"], "did you mean 'set'?"),
        (["check", ".", "--min-confidence", "2"], "--min-confidence: 2.0 is not allowed"),
        (["check", ".", "--max-candidates", "0"], "--max-candidates: 0 is not allowed"),
        (["check", ".", "--fail-on", "always"], "'always' is not one of"),
        (["check", ".", "--config", "none.toml"], "none.toml: cannot be read"),
        (["check", ".", "-o", "run.xyz"], ".xyz"),
        (["check", ".", "-o", ""], "--output: is empty"),
        (["graph", ".", "-o", "graph.html"], "does not write html"),
        (["explain", "polarty"], "did you mean 'polarity'?"),
        (["explain", "c-123"], "needs the PATH"),
        (["evaluate", "nowhere", "."], "nowhere: is no folder"),
        (["evaluate", "pairs", "none.jsonl"], "none.jsonl: No such file"),
        (["verify", " ", "."], "the statement is empty"),
    ],
)
def test_mistakes_end_in_one_line_and_exit_code_2(args: list[str], part: str) -> None:
    result = call(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("factcheck: error: ")
    assert part in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_wrong_configuration_is_an_error_wherever_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = documents(tmp_path / "docs")
    (tmp_path / "factcheck.toml").write_text("min-confidense = 0.5\n")
    result = call("check", path)
    assert result.exit_code == 2
    assert "factcheck.toml: unknown key 'min-confidense'; did you mean 'min-confidence'?" in (
        result.stderr
    )
    (tmp_path / "factcheck.toml").unlink()
    monkeypatch.setenv("FACTCHECK_FAIL_ON", "sometimes")
    assert "FACTCHECK_FAIL_ON: 'sometimes' is not allowed" in call("check", path).stderr


def test_rules_lists_every_rule() -> None:
    lines = call("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(RULE_IDS)
    data = json.loads(call("rules", "--format", "json").stdout)
    assert [one["id"] for one in data] == [rule.id for rule in RULES]
    assert call("rules", "-f", "markdown").stdout.count("\n| `") == len(RULE_IDS)


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_is_explained(rule: str) -> None:
    result = call("explain", rule)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{rule}: ")
    assert max(map(len, result.stdout.splitlines()[1:])) <= 80


def test_rules_can_be_written_to_a_file_whose_suffix_is_the_format(tmp_path: Path) -> None:
    result = call("rules", "-o", "rules.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(json.loads((tmp_path / "rules.json").read_text())) == len(RULE_IDS)


def test_an_output_that_cannot_be_written_is_an_error() -> None:
    result = call("rules", "-o", "no/such/folder/rules.txt")
    assert result.exit_code == 2
    assert result.stderr == (
        "factcheck: error: no/such/folder/rules.txt: there is no folder 'no/such/folder'; "
        "make it.\n"
    )


def test_a_reader_that_stops_early_is_no_error() -> None:
    code = (
        "import os, sys; read, write = os.pipe(); os.close(read); os.dup2(write, 1)\n"
        "from factcheck.cli import main; main(['rules'])"
    )
    done = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_lexicon_check_lists_faults_with_their_lines(tmp_path: Path) -> None:
    good = call("lexicon", "check", "english")
    assert (good.exit_code, good.stdout) == (0, "")
    pack = tmp_path / "mine.toml"
    pack.write_text("schema = \n")
    bad = call("lexicon", "check", str(pack))
    assert bad.exit_code == 1
    assert "mine.toml:1" in bad.stdout
