"""Several reports of one check, and the paths in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.cli.options import CHECK_FORMATS

DATES = {
    "one.txt": "The harbour bridge was opened in 1932.\n",
    "two.txt": "The harbour bridge was opened in 1951.\n",
}


@pytest.fixture(autouse=True)
def _documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    for name, text in DATES.items():
        Path("docs", name).write_text(text, encoding="utf-8")
    yield


def call(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin, env={"SOURCE_DATE_EPOCH": "86400"})


def uris(text: str) -> set[str]:
    run = json.loads(text)["runs"][0]
    return {artifact["location"]["uri"] for artifact in run["artifacts"]}


@pytest.mark.parametrize("format", CHECK_FORMATS)
def test_no_format_changes_the_exit_code(format: str) -> None:
    assert call("check", "docs", "--format", format).exit_code == 1
    assert call("check", "docs", "--format", format, "--fail-on", "never").exit_code == 0
    assert call("check", "docs/one.txt", "--format", format).exit_code == 0
    Path("docs", "bad.txt").write_bytes(b"%PDF-1.7")
    assert call("check", "docs", "--format", format).exit_code == 3
    assert call("report", "docs", "--format", format, "--output", "-").exit_code == 3


def test_one_check_writes_several_reports() -> None:
    files = ("run.sarif", "junit.xml", "pr.comment.md", "a.disputes.csv", "page.html", "run.json")
    outputs = [word for file in files for word in ("--output", file)]
    result = call("check", "docs", *outputs, "--output", "-", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=docs/one.txt,line=1,")
    for file, format in zip(
        files, ("sarif", "junit", "comment", "csv-disputes", "html", "json"), strict=True
    ):
        alone = call("check", "docs", "--format", format)
        assert Path(file).read_bytes() == alone.stdout_bytes


def test_report_writes_several_and_names_each() -> None:
    result = call("report", "docs", "-o", "page.html", "-o", "run.sarif")
    assert result.exit_code == 0
    assert [line.rsplit("/", 1)[1] for line in result.stderr.splitlines()] == [
        "page.html",
        "run.sarif",
    ]


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (("-o", "a.json", "-o", "a.json"), "--output a.json: is given twice."),
        (("-o", "a.json", "-o", "b.html", "-f", "text"), "--format text: of several outputs"),
        (("-o", "a.json", "-o", "b.doc"), "no format has the suffix '.doc'"),
        (("-o", "table.csv"), ".claims.csv, .judgements.csv, .disputes.csv"),
        (("--rule-pages", "docs/{rule}.md"), "rule pages: 'docs/{rule}.md' is not allowed"),
    ],
)
def test_mistakes_are_told_before_anything_is_written(args: tuple[str, ...], part: str) -> None:
    result = call("check", "docs", *args)
    assert result.exit_code == 2
    assert part in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["docs"]


def test_only_what_a_command_writes_is_suggested() -> None:
    result = call("graph", "docs", "-o", "graph.xyz")
    assert result.exit_code == 2
    assert (
        "suffix '.xyz' of 'graph.xyz'; this command writes .json, .graphml, .dot." in result.stderr
    )


def test_no_output_is_read_as_a_document() -> None:
    for _ in range(2):
        result = call("check", "docs", "-o", "docs/page.html", "-o", "docs/page.md")
        assert result.exit_code == 1
    assert result.stderr.count("is the output, so it is not read as a document") == 2
    assert call("check", "docs", "-o", "docs/page.html", "-o", "-", "-f", "sarif").exit_code == 1


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs", {"docs/one.txt", "docs/two.txt"}),
        ("./docs/", {"docs/one.txt", "docs/two.txt"}),
        (".", {"docs/one.txt", "docs/two.txt"}),
        ("docs/one.txt", {"docs/one.txt"}),
        ("-", {"stdin.txt"}),
    ],
)
def test_files_are_named_as_seen_from_here(path: str, expected: set[str]) -> None:
    result = call("check", path, "--format", "sarif", stdin="The bridge was opened in 1932.")
    assert uris(result.stdout) == expected


def test_a_folder_elsewhere_is_named_by_its_absolute_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("work").mkdir()
    monkeypatch.chdir("work")
    folder = (tmp_path / "docs").resolve().as_uri()
    assert uris(call("check", "../docs", "--format", "sarif").stdout) == {
        f"{folder}/one.txt",
        f"{folder}/two.txt",
    }
    assert uris(call("check", str(tmp_path), "--format", "sarif").stdout) == {
        f"{folder}/one.txt",
        f"{folder}/two.txt",
    }


def test_a_link_keeps_its_name_here_and_a_hidden_folder_its_dot() -> None:
    Path("linked").symlink_to("docs", target_is_directory=True)
    Path(".site").symlink_to("docs", target_is_directory=True)
    for name in ("linked", ".site"):
        result = call("check", name, "--format", "sarif")
        assert uris(result.stdout) == {f"{name}/one.txt", f"{name}/two.txt"}


def test_rule_pages_are_linked() -> None:
    pages = "https://wiki.example.org/{rule}.html"
    text = call("check", "docs", "-f", "sarif", "--rule-pages", pages).stdout
    rules = json.loads(text)["runs"][0]["tool"]["driver"]["rules"]
    assert rules[0]["helpUri"] == "https://wiki.example.org/polarity.html"
