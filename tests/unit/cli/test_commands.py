"""Commands from end to end on small documents."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

DATES = {
    "one.txt": "The harbour bridge was opened in 1932. The harbour bridge is made of steel.\n",
    "two.txt": "The harbour bridge was opened in 1951. The harbour bridge is made of steel.\n",
}
ALIKE = {
    "one.txt": "The harbour bridge was opened in 1932.\n",
    "two.txt": "The harbour bridge was opened in 1932.\n",
}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield


def call(*args: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin)


def folder(name: str, documents: dict[str, str]) -> str:
    Path(name).mkdir()
    for file, text in documents.items():
        (Path(name) / file).write_text(text, encoding="utf-8")
    return name


def checked(path: str, *args: str) -> tuple[int, dict[str, object]]:
    result = call("check", path, "--format", "json", *args)
    return result.exit_code, json.loads(result.stdout)


def test_check_finds_a_contradiction_and_says_so_in_its_exit_code() -> None:
    path = folder("docs", DATES)
    code, data = checked(path)
    assert code == 1
    stances = [one["stance"] for one in data["judgements"]]  # type: ignore[attr-defined]
    assert "contradicts" in stances
    for claim in data["claims"]:  # type: ignore[attr-defined]
        text = (Path(path) / claim["document"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote"]
    assert checked(path, "--fail-on", "never")[0] == 0


def test_check_of_documents_that_agree_is_clean() -> None:
    assert checked(folder("docs", ALIKE))[0] == 0


def test_rules_can_be_left_out() -> None:
    path = folder("docs", DATES)
    assert checked(path, "--ignore", "value")[1]["disputes"] == []
    _, data = checked(path, "--select", "value", "--select", "set,degree")
    assert {one["rule"] for one in data["judgements"]} <= {"value", "set", "degree"}  # type: ignore[attr-defined]
    assert data["settings"]["select"] == ["value", "set", "degree"]  # type: ignore[index]


def test_an_unreadable_document_outranks_findings_and_is_named() -> None:
    path = folder("docs", DATES)
    (Path(path) / "binary.txt").write_bytes(bytes(range(256)) * 20)
    result = call("check", path)
    assert result.exit_code == 3
    assert "binary.txt" in result.stderr
    assert call("check", path, "--quiet").stderr == ""
    assert call("check", path, "--exclude", "binary*").exit_code == 1


@pytest.mark.parametrize("name", ["check", "extract", "report", "graph"])
def test_a_missing_path_is_an_error(name: str) -> None:
    result = call(name, "nowhere")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: error: ")
    assert "nowhere" in result.stderr


def test_standard_input_is_a_document() -> None:
    result = call("check", "-", "-f", "json", "--within-documents", stdin="".join(DATES.values()))
    assert result.exit_code == 1
    assert {one["document"] for one in json.loads(result.stdout)["claims"]} == {"stdin.txt"}
    assert "empty" in call("check", "-", stdin="").stderr


def table(rows: dict[str, str], column: str) -> str:
    return "".join(json.dumps({column: key, "text": text}) + "\n" for key, text in rows.items())


def test_a_table_from_standard_input_is_many_documents() -> None:
    options = ("--input-format", "jsonl", "--column", "id=doi", "-f", "json")
    result = call("check", "-", *options, stdin=table(DATES, "doi"))
    assert result.exit_code == 1
    names = {one["document"] for one in json.loads(result.stdout)["claims"]}
    assert names == {f"stdin.jsonl#{key}" for key in DATES}
    broken = call("check", "-", *options, stdin=table(DATES, "doi") + "{\n")
    assert broken.exit_code == 3
    assert f"stdin.jsonl: line {len(DATES) + 1}: it is not JSON" in broken.stderr


def test_a_table_is_compared_with_an_earlier_run() -> None:
    Path("mills.jsonl").write_text(table(DATES, "id"), encoding="utf-8")
    assert call("check", "mills.jsonl", "--output", "old.jsonl").exit_code == 1
    result = call("diff", "old.jsonl", "mills.jsonl", "--fail-on", "new")
    assert (result.exit_code, "error" in result.stderr) == (0, False)


def test_lines_of_json_that_are_read_as_one_text_are_noticed() -> None:
    lines = table(DATES, "doi")
    assert (
        "--input-format jsonl reads a document from each" in call("check", "-", stdin=lines).stderr
    )
    for given in ("{so} they say.\n", "17\n", "A mill.\n" + lines):
        assert "jsonl" not in call("check", "-", stdin=given).stderr


def test_that_one_document_is_not_compared_with_itself_is_said() -> None:
    one = "".join(DATES.values())
    assert "--within-documents" in call("check", "-", stdin=one).stderr
    assert call("check", "-", "--within-documents", stdin=one).stderr == ""
    assert call("check", folder("docs", DATES)).stderr == ""


def test_a_file_that_could_not_be_written_is_told_before_anything_is_read() -> None:
    result = call("check", "nowhere", "-o", "no/such/run.json")
    assert (result.exit_code, result.stderr) == (
        2,
        "factcheck: error: no/such/run.json: there is no folder 'no/such'; make it.\n",
    )


def test_what_is_passed_over_is_told_in_one_line() -> None:
    path = folder("docs", DATES)
    for name in ("a.docx", "b.docx", "c.pdf", "Makefile"):
        (Path(path) / name).write_bytes(b"no")
    told = "4 files passed over in formats that are not read: 2 .docx, 1 .pdf, 1 without an ending"
    mend = "; save their words as .txt, .md or .html to have them checked"
    result = call("check", path)
    assert (result.exit_code, result.stderr) == (1, f"factcheck: {told}{mend}\n")
    assert call("check", path, "--exclude", "*.docx").stderr.startswith("factcheck: 2 files")
    assert call("check", path, "--quiet").stderr == ""


@pytest.mark.parametrize("format", ["text", "jsonl", "markdown", "html"])
def test_every_format_is_written(format: str) -> None:
    path = folder("docs", DATES)
    result = call("check", path, "--format", format)
    assert "1932" in result.stdout
    assert "\x1b" not in result.stdout
    target = Path(f"out.{format}")
    call("check", path, "--format", format, "-o", str(target))
    assert target.read_text(encoding="utf-8") == result.stdout


def test_report_says_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    path = folder("docs", DATES)
    result = call("report", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(Path("report.html").resolve()) in result.stderr
    first = Path("report.html").read_bytes()
    assert b"1932" in first
    call("report", path)
    assert Path("report.html").read_bytes() == first
    assert call("report", path, "-o", "report.md").exit_code == 0
    assert "<html" not in Path("report.md").read_text(encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "SOURCE_DATE_EPOCH" in call("report", path).stderr


def test_a_report_becomes_a_folder_where_one_is_named_or_it_is_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = folder("docs", DATES)
    result = call("report", path, "-o", "out/")
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(Path("out/index.html").resolve()) in result.stderr
    first = {page.name: page.read_bytes() for page in Path("out").iterdir()}
    assert call("check", path, "-o", "out").exit_code == 1
    assert {page.name for page in Path("out").iterdir()} == set(first)
    assert "only html" in call("report", path, "-o", "out/", "-f", "json").stderr
    Path("mine").mkdir()
    Path("mine", "thesis.txt").write_text("ten years of work", encoding="utf-8")
    for named in ("mine/", "new/../mine/"):
        assert "no report" in call("report", path, "-o", named).stderr
    assert [each.name for each in Path("mine").iterdir()] == ["thesis.txt"]
    monkeypatch.setattr("factcheck.reporting.folder.LARGE_DOCUMENTS", 2)
    result = call("report", path)
    assert "2 documents are too much for one page" in result.stderr
    assert Path("report/index.html").is_file()
    assert call("report", path, "-o", "report.html").exit_code == 0
    assert Path("report.html").is_file()


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_a_saved_run_gives_the_report_of_its_check(
    monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    path = folder("docs", DATES)
    call("check", path, "-o", f"run.{format}")
    assert call("report", path, "--run", f"run.{format}", "-o", "saved.html").exit_code == 0
    call("report", path, "-o", "anew.html")
    assert Path("saved.html").read_bytes() == Path("anew.html").read_bytes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"{", "line 1: is not JSON"),
        (b"\xff", "is not UTF-8"),
        (b"[]", "run.json: this run has the schema None"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_saved_run_is_refused(text: bytes, said: str) -> None:
    path = folder("docs", DATES)
    Path("run.json").write_bytes(text)
    result = call("report", path, "--run", "run.json")
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path("report.html").exists()


def test_a_saved_run_of_other_documents_is_refused() -> None:
    path = folder("docs", DATES)
    call("check", path, "-o", "run.json")
    Path(path, "one.txt").write_text("The bridge is closed.\n", encoding="utf-8")
    result = call("report", path, "--run", "run.json")
    assert result.exit_code == 2
    assert "run.json: the document 'one.txt' has changed" in result.stderr


def test_an_earlier_folder_is_not_read_as_documents() -> None:
    path = folder("docs", DATES)
    assert call("report", path, "-o", f"{path}/out/").exit_code == 0
    again = call("report", path, "-o", f"{path}/out/")
    assert "not read as a document" in again.stderr
    index = Path(path, "out", "index.html").read_text(encoding="utf-8")
    assert "Consistency of 2 documents" in index


def test_an_earlier_report_is_not_read_as_a_document() -> None:
    path = folder("docs [1]", DATES)
    target = f"{path}/report.html"
    assert call("report", path, "-o", target).exit_code == 0
    first = Path(target).read_bytes()
    again = call("report", path, "-o", target)
    assert "not read as a document" in again.stderr
    assert Path(target).read_bytes() == first


def test_the_only_document_is_never_overwritten() -> None:
    path = f"{folder('docs', DATES)}/one.txt"
    result = call("check", path, "-o", path)
    assert result.exit_code == 2
    assert Path(path).read_text(encoding="utf-8") == DATES["one.txt"]


def test_extract_lists_claims_with_places() -> None:
    path = folder("docs", {"one.txt": "The bridge was opened in 1932.\n\nIs it not beautiful?\n"})
    text = call("extract", path).stdout
    assert "0-" in text
    assert "1932" in text
    assert "skipped" in call("extract", path, "-v").stdout
    data = json.loads(call("extract", path, "-f", "json").stdout)
    assert data["claims"]
    assert data["skipped"]
    rows = [json.loads(line) for line in call("extract", path, "-f", "jsonl").stdout.splitlines()]
    assert {"claim", "skipped"} <= {row["type"] for row in rows}


def test_graph_exports_open() -> None:
    path = folder("docs", DATES)
    assert {"nodes", "edges"} <= json.loads(call("graph", path).stdout).keys()
    ElementTree.fromstring(call("graph", path, "-f", "graphml").stdout.encode())
    call("graph", path, "-o", "graph.dot")
    assert Path("graph.dot").read_text(encoding="utf-8").startswith("digraph")


def test_verify_weighs_a_statement() -> None:
    path = folder("docs", DATES)
    result = call("verify", "The harbour bridge was opened in 1951.", path)
    assert result.stdout.startswith("disputed")
    assert result.exit_code == 1
    data = json.loads(call("verify", "Whales sing at night.", path, "-f", "json").stdout)
    assert data["verdict"] == "not_enough_info"


def test_explain_knows_every_id_and_unique_beginnings() -> None:
    path = folder("docs", DATES)
    _, data = checked(path)
    parts = ("claims", "judgements", "disputes", "agreements", "topics")
    ids = [one["id"] for part in parts for one in data[part]]  # type: ignore[attr-defined]
    assert ids
    for name in ids:
        result = call("explain", f"#{name}", path)
        assert result.exit_code == 0
        assert name in result.stdout.splitlines()[0]
        assert call("explain", name[:-2], path).stdout == result.stdout
    assert "ids start with" in call("explain", "c-", path).stderr
    assert call("explain", "c-nothing", path).exit_code == 2


def test_evaluate_pairs_writes_a_prediction_a_line() -> None:
    rows = [
        {"id": "1", "a": "The lake is deep.", "b": "The lake is not deep.", "label": "contradict"},
        {"id": "2", "a": "The lake is deep.", "b": "Bread rises overnight.", "label": "neutral"},
    ]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    Path("pairs.jsonl").write_text(text, encoding="utf-8")
    result = call("evaluate", "pairs", "pairs.jsonl")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["id"], one["label"]) for one in answers] == [("1", "contradict"), ("2", "neutral")]
    assert call("evaluate", "pairs", "-", stdin=text).stdout == result.stdout
    figures = json.loads(call("evaluate", "pairs", "pairs.jsonl", "-f", "json").stdout)
    assert figures["accuracy"] == 1.0
    bad = call("evaluate", "pairs", "-", stdin=text + "nonsense\n")
    assert (bad.exit_code, bad.stdout) == (2, "")
    assert "line 3" in bad.stderr


def test_evaluate_spotting_tells_claims_from_other_sentences() -> None:
    rows = [
        {"id": "1", "text": "The dam was finished in 1936.", "label": "claim"},
        {"id": "2", "text": "Is the dam finished?", "label": "not_claim"},
    ]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    result = call("evaluate", "spotting", "-", stdin=text)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["id"], one["label"]) for one in answers] == [("1", "claim"), ("2", "not_claim")]
    assert answers[0]["score"] > answers[1]["score"]
    figures = json.loads(call("evaluate", "spotting", "-", "-f", "json", stdin=text).stdout)
    assert figures["claim"]["f1"] == 1.0
    table = call("evaluate", "spotting", "-", "-f", "text", stdin=text).stdout
    assert [line.split()[0] for line in table.splitlines()] == ["claim", "not_claim"]
    unlabelled = json.dumps({"id": "1", "text": "Snow fell."})
    bad = call("evaluate", "spotting", "-", "-f", "text", stdin=unlabelled)
    assert (bad.exit_code, bad.stdout) == (2, "")
    assert "no 'label' to compare with" in bad.stderr


@pytest.mark.parametrize(
    ("task", "text", "answer"),
    [
        ("sentences", "It rained. It stopped.", {"sentences": ["It rained.", "It stopped."]}),
        ("abbreviations", "A tram line (TL) opened.", {"pairs": [["TL", "tram line"]]}),
        ("quantities", "It weighs 5 kg.", {"quantities": [{"start": 10, "end": 14}]}),
        ("decomposition", "The dam leaks.", {"subclaims": ["The dam leaks."]}),
    ],
)
def test_evaluate_reads_single_texts(task: str, text: str, answer: dict[str, Any]) -> None:
    stdin = json.dumps({"id": "1", "text": text, **answer})
    found = json.loads(call("evaluate", task, "-", stdin=stdin).stdout)
    (key,) = answer
    assert found["id"] == "1"
    assert len(found[key]) == len(answer[key])
    figures = json.loads(call("evaluate", task, "-", "-f", "json", stdin=stdin).stdout)
    assert all(one["f1"] == 1.0 for one in figures.values())


def test_evaluate_cues_prints_what_it_can_read_again() -> None:
    text = "The pump does not leak, but it may rust."
    result = call("evaluate", "cues", "-", stdin=json.dumps({"id": "1", "text": text}))
    answer = json.loads(result.stdout)
    assert [(one["type"], one["cue"]) for one in answer["cues"]] == [
        ("negation", "not"),
        ("speculation", "may"),
    ]
    low, high = answer["cues"][0]["scope"]
    assert text[low:high] == "not leak"
    gold = json.dumps({**answer, "text": text})
    figures = json.loads(call("evaluate", "cues", "-", "-f", "json", stdin=gold).stdout)
    assert {name: one["f1"] for name, one in figures.items()} == dict.fromkeys(
        ("negation cue", "negation scope", "speculation cue", "speculation scope"), 1.0
    )
    bad = call("evaluate", "cues", "-", "-f", "json", stdin=gold.replace("scope", "reach"))
    assert "'cues' is not in the documented form" in bad.stderr


def test_evaluate_negated_asks_for_the_concept() -> None:
    row = {"id": "1", "text": "The well holds no water.", "concept": "Water", "label": "negated"}
    answer = json.loads(call("evaluate", "negated", "-", stdin=json.dumps(row)).stdout)
    assert answer == {"id": "1", "label": "negated"}
    bad = call("evaluate", "negated", "-", stdin=json.dumps({"id": "1", "text": "No."}))
    assert "line 1: 'concept' is missing" in bad.stderr


def test_evaluate_compares_with_gold() -> None:
    path = folder("docs", DATES)
    gold = [
        {"id": f"G{i}", "doc": name, "start": 0, "end": 37, "quote": DATES[name][:37]}
        for i, name in enumerate(DATES)
    ]
    relation = {"a": "G0", "b": "G1", "relation": "contradict"}
    folder("gold", {"claims.json": json.dumps(gold), "relations.json": json.dumps([relation])})
    result = call("evaluate", "gold", path, "--misses")
    assert result.exit_code == 2  # "gold" names the command, so a folder is missing
    result = call("evaluate", "./gold", path, "--misses")
    assert result.exit_code == 0
    assert "conflict_recall" in result.stdout
    data = json.loads(call("evaluate", "./gold", path, "-f", "json").stdout)
    assert (data["claim_recall"], data["conflict_recall"]) == (1.0, 1.0)
    (Path(path) / "one.txt").write_text("Something else entirely is written here now.\n")
    assert "differs" in call("evaluate", "./gold", path).stderr


def run_in_terminal(*args: str, environment: dict[str, str] | None = None) -> str:
    """Return what a command writes where standard output and error are one terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from factcheck.cli import main; main()", *args],
        stdout=follower,
        stderr=follower,
        env={**os.environ, **(environment or {})},
    )
    os.close(follower)
    written = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        written += part
    os.close(leader)
    process.wait()
    return written.decode()


def test_colour_and_progress_only_on_a_terminal_that_wants_them() -> None:
    path = folder("docs", DATES)
    shown = run_in_terminal("check", path, environment={"NO_COLOR": ""})
    assert "\x1b[" in shown
    assert "[####" in shown
    assert all(f"{stage} [" in shown for stage in ("extract", "link", "pairs", "findings"))
    plain = run_in_terminal("check", path, "--quiet", environment={"NO_COLOR": "1"})
    assert "\x1b[" not in plain
    assert "[####" not in plain
    assert "\x1b[" not in run_in_terminal("check", path, "--no-color")


def test_an_interrupted_command_ends_with_130() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", "from factcheck.cli import main; main()", "check", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b"It is so.")
    process.stdin.flush()
    unread = b"\1" * 4
    while any(unread) and process.poll() is None:  # until it waits for more
        time.sleep(0.02)
        unread = fcntl.ioctl(process.stdin, termios.FIONREAD, unread)
    process.send_signal(signal.SIGINT)
    _, written = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in written
