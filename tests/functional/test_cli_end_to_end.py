"""Each command from end to end on a small folder, as a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import PROGRAM, environment, factcheck

ARCHIVE = "The mill was built in 1784. The mill is driven by water. Is it worth a visit?\n"
GUIDE = "# The mill\n\nThe mill was built in 1812. The mill is driven by water.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "documents"
    path.mkdir()
    (path / "archive.txt").write_text(ARCHIVE, encoding="utf-8")
    (path / "guide.md").write_text(GUIDE, encoding="utf-8")
    return path


def test_check_prints_findings_and_ends_with_1(folder: Path, tmp_path: Path) -> None:
    done = factcheck("check", folder, cwd=tmp_path)
    assert done.returncode == 1
    text = done.stdout.decode()
    assert "1784" in text
    assert "1812" in text
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


def test_check_ends_with_0_where_nothing_fails(folder: Path, tmp_path: Path) -> None:
    done = factcheck("check", folder, "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0
    (folder / "guide.md").write_text(GUIDE.replace("1812", "1784"), encoding="utf-8")
    done = factcheck("check", folder, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["agreements"]


def test_a_tension_fails_only_where_asked_for(folder: Path, tmp_path: Path) -> None:
    for name, words in (("archive.txt", "weeks or months"), ("guide.md", "months or years")):
        (folder / name).write_text(f"The repair takes {words}.\n", encoding="utf-8")
    assert factcheck("check", folder, cwd=tmp_path).returncode == 0
    done = factcheck("check", folder, "--fail-on", "qualifies", cwd=tmp_path)
    assert done.returncode == 1


def test_check_as_json_is_the_whole_run(folder: Path, tmp_path: Path) -> None:
    data = json.loads(factcheck("check", folder, "--format", "json", cwd=tmp_path).stdout)
    assert data["schema"] == "factcheck-run/1"
    assert [one["name"] for one in data["documents"]] == ["archive.txt", "guide.md"]
    for claim in data["claims"]:
        text = (folder / claim["document"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote"]
    assert {"agrees", "contradicts"} <= {one["stance"] for one in data["judgements"]}
    assert [one["reason"] for one in data["skipped"]] == ["question", "heading"]


def test_extract_lists_what_is_claimed_and_what_is_not(folder: Path, tmp_path: Path) -> None:
    done = factcheck("extract", folder, "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    kinds = [row["type"] for row in rows]
    assert kinds.count("claim") == 4
    assert kinds.count("skipped") == 2


def test_report_writes_a_file_and_says_where(folder: Path, tmp_path: Path) -> None:
    done = factcheck("report", folder, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert str(tmp_path / "report.html") in done.stderr.decode()
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")


def test_graph_exports_open(folder: Path, tmp_path: Path) -> None:
    done = factcheck("graph", folder, "--output", "graph.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    data = json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    names = {node["id"] for node in data["nodes"]}
    assert data["edges"]
    assert all({edge["source"], edge["target"]} <= names for edge in data["edges"])


@pytest.mark.parametrize(
    ("statement", "verdict", "code"),
    [
        ("The mill is driven by water.", "supported", 0),
        ("The mill was built in 1784.", "disputed", 1),
    ],
)
def test_verify(folder: Path, tmp_path: Path, statement: str, verdict: str, code: int) -> None:
    done = factcheck("verify", statement, folder, "--format", "json", cwd=tmp_path)
    assert done.returncode == code
    data = json.loads(done.stdout)
    assert (data["verdict"], data["statement"]) == (verdict, statement)


def test_explain_knows_the_ids_that_check_prints(folder: Path, tmp_path: Path) -> None:
    data = json.loads(factcheck("check", folder, "--format", "json", cwd=tmp_path).stdout)
    (dispute,) = data["disputes"]
    done = factcheck("explain", dispute["id"], folder, cwd=tmp_path)
    assert done.returncode == 0
    assert "1784" in done.stdout.decode()
    done = factcheck("explain", "value", cwd=tmp_path)
    assert done.stdout.startswith(b"value: ")


def test_rules_and_evaluate(tmp_path: Path) -> None:
    assert b"polarity" in factcheck("rules", cwd=tmp_path).stdout
    pairs = b'{"id": "1", "a": "The mill is open.", "b": "The mill is not open."}\n'
    done = factcheck("evaluate", "pairs", "-", cwd=tmp_path, stdin=pairs)
    assert json.loads(done.stdout)["label"] == "contradict"


def test_a_document_from_standard_input(tmp_path: Path) -> None:
    text = f"{ARCHIVE} The mill was built in 1812.\n".encode("utf-16")
    done = factcheck(
        "check", "-", "--within-documents", "--format", "json", cwd=tmp_path, stdin=text
    )
    assert done.returncode == 1
    assert {one["document"] for one in json.loads(done.stdout)["claims"]} == {"stdin.txt"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("check",), "Missing argument"),
        (("chekc", "documents"), "did you mean 'check'"),
        (("check", "nowhere"), "nowhere"),
        (("check", "documents", "--select", "polarty"), "did you mean 'polarity'"),
        (("check", "documents", "--format", "pdf"), "pdf"),
        (("check", "documents", "--min-confidence", "many"), "many"),
        (("check", "documents", "--config", "none.toml"), "none.toml"),
        (("check", "documents", "--output", "no/such/folder/run.json"), "no/such/folder"),
        (("verify", "The mill is old."), "Missing argument"),
        (("explain", "d-nothing", "documents"), "d-nothing"),
    ],
)
def test_a_wrong_command_line_ends_with_2(folder: Path, args: tuple[str, ...], said: str) -> None:
    done = factcheck(*args, cwd=folder.parent)
    assert done.returncode == 2
    assert done.stdout == b""
    assert said in done.stderr.decode()


def test_configuration_is_found_and_flags_outrank_it(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('fail-on = "never"\nignore = ["paraphrase"]\n')
    assert factcheck("check", folder, cwd=tmp_path).returncode == 0
    assert factcheck("check", folder, "--fail-on", "contradicts", cwd=tmp_path).returncode == 1
    (tmp_path / "factcheck.toml").write_text("fail-onn = 1\n")
    done = factcheck("check", folder, cwd=tmp_path)
    assert done.returncode == 2
    assert b"did you mean 'fail-on'?" in done.stderr


def test_a_document_that_cannot_be_read_ends_with_3(folder: Path, tmp_path: Path) -> None:
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    done = factcheck("check", folder, "--format", "json", cwd=tmp_path)
    assert done.returncode == 3
    assert b"noise.txt" in done.stderr
    data = json.loads(done.stdout)
    assert [one["path"] for one in data["failed"]] == ["noise.txt"]
    assert data["disputes"]


def test_output_goes_to_a_file_in_the_format_of_its_ending(folder: Path, tmp_path: Path) -> None:
    done = factcheck("check", folder, "--output", "run.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["disputes"]


def test_no_color_is_honoured_everywhere(folder: Path, tmp_path: Path) -> None:
    plain = factcheck("check", folder, "--verbose", cwd=tmp_path, NO_COLOR="1")
    assert b"1784" in plain.stdout
    assert b"\x1b" not in plain.stdout + plain.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_an_interrupt_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    )
    time.sleep(1.0)  # by then it waits for standard input
    process.send_signal(signal.SIGINT)
    written, said = process.communicate(timeout=20)
    assert (process.returncode, written) == (130, b"")
    assert b"interrupted" in said
    assert b"Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are those of POSIX")
def test_a_reader_that_has_seen_enough_is_no_error(folder: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "check", str(folder), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=20) == 1
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_full_disk_is_told_by_name(folder: Path, tmp_path: Path) -> None:
    for args in (
        ("check", folder),
        ("extract", folder, "-f", "jsonl"),
        ("--help",),
        ("--version",),
    ):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, *map(str, args)],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                cwd=tmp_path,
                env=environment(),
                timeout=60,
            )
        assert done.returncode == 2
        assert done.stderr == b"factcheck: error: standard output: No space left on device\n"
    done = factcheck("check", folder, "-f", "html", "-o", "/dev/full", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"factcheck: error: /dev/full: No space left on device\n"


def test_data_and_messages_do_not_mix(folder: Path, tmp_path: Path) -> None:
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    done = factcheck("check", folder, "-v", "--format", "json", cwd=tmp_path)
    json.loads(done.stdout)
    assert done.stderr
    quiet = factcheck("check", folder, "--quiet", "--format", "json", cwd=tmp_path)
    assert quiet.stderr == b""
    assert quiet.stdout == done.stdout
