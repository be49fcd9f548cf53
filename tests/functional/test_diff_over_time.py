"""Two states of a folder, or two saved runs, are compared: what changed, and which file did it."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from command import factcheck, factcheck_here
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import factcheck as fc

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
MILL = {"archive.txt": "The mill was built in 1784.\n", "guide.md": "The mill was built in 1812.\n"}


def strict_schema() -> Any:
    schema = json.loads((REFERENCE / "diff.schema.json").read_text(encoding="utf-8"))
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            part["additionalProperties"] = False
    return schema


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "old", MILL)
    write(tmp_path / "new", MILL)
    return tmp_path


def write(folder: Path, documents: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")


def diff(folder: Path, *args: str, runs: tuple[str, str] = ("old", "new")) -> dict[str, Any]:
    done = factcheck_here("diff", *runs, "--format", "json", *args, cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    data: dict[str, Any] = json.loads(done.stdout)
    faults = [each.message for each in Draft202012Validator(strict_schema()).iter_errors(data)]
    assert faults == []
    return data


def causes(change: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(cause["kind"], cause["document"], cause["state"]) for cause in change["causes"]]


def test_nothing_changed(folder: Path) -> None:
    data = diff(folder)
    assert (data["same"], data["documents"], data["settings"]) == (1, [], [])
    assert [data[kind] for kind in ("appeared", "changed", "gone")] == [[], [], []]
    done = factcheck_here("diff", "old", "new", "--fail-on", "changed", cwd=folder)
    assert (done.returncode, done.stdout.count(b"No finding changed")) == (0, 1)


def test_text_above_is_a_changed_document_and_no_changed_finding(folder: Path) -> None:
    write(folder / "new", {"archive.txt": f"The sluice is old.\n\n{MILL['archive.txt']}"})
    data = diff(folder)
    assert data["same"] == 1
    assert data["documents"] == [{"name": "archive.txt", "state": "changed", "before": ""}]


def test_an_edited_sentence_changes_the_finding_on_its_question(folder: Path) -> None:
    write(folder / "new", {"archive.txt": "The mill was built in 1785.\n"})
    (change,) = diff(folder)["changed"]
    assert causes(change) == [
        ("claim went", "archive.txt", "changed"),
        ("claim appeared", "archive.txt", "changed"),
    ]
    assert [side["label"] for side in change["before"]["sides"]] == ["1784", "1812"]
    assert [side["label"] for side in change["after"]["sides"]] == ["1785", "1812"]
    write(folder / "new", {"guide.md": "The mill was built in 1813.\n"})
    assert len(diff(folder)["changed"]) == 1


def test_a_document_that_comes_or_goes_is_named_as_the_cause(folder: Path) -> None:
    write(folder / "new", {"third.txt": "The mill was built in 1650.\n"})
    (change,) = diff(folder)["changed"]
    assert causes(change) == [("claim appeared", "third.txt", "added")]
    (change,) = diff(folder, runs=("new", "old"))["changed"]
    assert causes(change) == [("claim went", "third.txt", "removed")]
    for name in ("third.txt", "archive.txt"):
        (folder / "new" / name).unlink()
    (change,) = diff(folder)["gone"]
    assert causes(change) == [("claim went", "archive.txt", "removed")]
    (change,) = diff(folder, runs=("new", "old"))["appeared"]
    assert causes(change) == [("claim appeared", "archive.txt", "added")]


def test_another_opponent_on_the_same_question_is_a_change(folder: Path) -> None:
    write(
        folder / "new",
        {"guide.md": "See the mill!\n", "third.txt": "The mill was built in 1650.\n"},
    )
    (change,) = diff(folder)["changed"]
    assert causes(change) == [
        ("claim went", "guide.md", "changed"),
        ("claim appeared", "third.txt", "added"),
    ]


def test_a_renamed_document_changes_no_finding(folder: Path) -> None:
    (folder / "new" / "archive.txt").rename(folder / "new" / "annals.txt")
    data = diff(folder)
    assert data["same"] == 1
    assert data["documents"] == [
        {"name": "annals.txt", "state": "renamed", "before": "archive.txt"}
    ]
    write(folder / "new", {"annals.txt": f"{MILL['archive.txt']}The sluice is 3 m wide.\n"})
    assert diff(folder)["documents"] == data["documents"]


def test_settings_explain_what_documents_do_not(folder: Path) -> None:
    factcheck_here("check", "old", "-f", "json", "-o", "old.json", cwd=folder)
    data = diff(folder, "--ignore", "value", runs=("old.json", "new"))
    assert data["settings"] == [{"name": "ignore", "old": [], "new": ["value"]}]
    (change,) = data["gone"]
    assert [(cause["kind"], cause["settings"]) for cause in change["causes"]] == [
        ("settings", ["ignore"])
    ]


def test_a_document_that_cannot_be_read_is_no_reason_to_think_it_gone(folder: Path) -> None:
    (folder / "new" / "archive.txt").write_bytes(bytes(range(256)) * 20)
    done = factcheck_here("diff", "old", "new", "--format", "json", cwd=folder)
    assert done.returncode == 3
    data = json.loads(done.stdout)
    assert data["documents"] == [{"name": "archive.txt", "state": "unread", "before": ""}]
    assert causes(data["gone"][0]) == [("claim went", "archive.txt", "unread")]


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_a_saved_run_does_as_well_as_its_documents(folder: Path, format: str) -> None:
    write(folder / "new", {"third.txt": "The mill was built in 1650.\n"})
    for name in ("old", "new"):
        factcheck_here("check", name, "-f", format, "-o", f"{name}.{format}", cwd=folder)
    saved = diff(folder, runs=(f"old.{format}", f"new.{format}"))
    live = diff(folder)
    for data in (saved, live):
        data["old"].pop("name")
        data["new"].pop("name")
    assert saved == live
    text = (folder / f"old.{format}").read_bytes()
    piped = factcheck("diff", "-", "new", "-f", "json", cwd=folder, stdin=text)
    assert json.loads(piped.stdout)["changed"] == live["changed"]


def run_of(folder: Path, *args: str) -> CompletedProcess[bytes]:
    return factcheck_here("diff", "old", "new", *args, cwd=folder)


def test_the_exit_code_is_1_only_where_asked_for(folder: Path) -> None:
    write(folder / "new", {"archive.txt": "The mill was built in 1785.\n"})
    codes = [run_of(folder, "--fail-on", each).returncode for each in ("never", "new", "changed")]
    assert codes == [0, 0, 1]
    write(folder / "new", {"a.txt": "The tower is 40 m high.", "b.txt": "The tower is 90 m high."})
    assert run_of(folder).returncode == 0
    assert run_of(folder, "--fail-on", "new").returncode == 1


def test_tensions_count_where_the_settings_say_so(folder: Path) -> None:
    for name, words in (("a.txt", "weeks or months"), ("b.txt", "months or years")):
        write(folder / "new", {name: f"The repair takes {words}.\n"})
    assert run_of(folder, "--fail-on", "new").returncode == 0
    (folder / "factcheck.toml").write_text("fail-on = 'qualifies'\n", encoding="utf-8")
    assert run_of(folder, "--fail-on", "new").returncode == 1


def test_every_format_tells_what_happened(folder: Path) -> None:
    hostile = {
        "<i>*x*.txt": "The mill was built in 1650 (<script>alert(1)</script>).\n",
        "archive.txt": "The mill was built in 1785.\n",
    }
    write(folder / "new", hostile)
    text = run_of(folder).stdout.decode()
    assert max(map(len, text.splitlines())) <= 80
    assert "CHANGED" in text and "before:" in text and "now:" in text
    assert "archive.txt was changed and now says “The mill was built in 1785”" in " ".join(
        text.split()
    )
    page = run_of(folder, "-f", "markdown").stdout.decode()
    assert "### Changed" in page
    assert r"\<i\>\*x\*.txt: “The mill was built in 1650" in page
    assert "<script>" not in page.replace(r"\<", "")
    difference = fc.diff(folder / "old", folder / "new")
    piece = difference._repr_html_()
    assert "<script>" not in piece and "&lt;i&gt;*x*.txt" in piece
    assert difference and len(difference.changed) == 1


def test_a_result_compares_like_its_documents(folder: Path) -> None:
    write(folder / "new", {"third.txt": "The mill was built in 1650.\n"})
    old, new = (fc.check(fc.read(folder / name)) for name in ("old", "new"))
    assert fc.diff(old, new) == fc.diff(folder / "old", folder / "new")
    assert not fc.diff(old, old)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "is not UTF-8"),
        (b'{"schema":\n', "line 2: is not JSON"),
        (
            b'{"type": "run", "schema": "factcheck-run/1"}\n{"type": "cat"}\n',
            "the type 'cat' has no place here",
        ),
        (b'{"type": "run"}\n{', "line 2: is not JSON"),
        (b"[]", "is no run of this version: its shape is None"),
        (b'{"schema": "factcheck-baseline/1"}', "its shape is 'factcheck-baseline/1'"),
        (b'{"schema": "factcheck-run/1"}', "the run lacks 'documents'"),
        (b'{"schema": "factcheck-run/1", "documents": 3}', "does not fit factcheck-run/1"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_run_is_refused(folder: Path, content: bytes, message: str) -> None:
    (folder / "wrong.json").write_bytes(content)
    done = factcheck_here("diff", "wrong.json", "new", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert "wrong.json" in done.stderr.decode()


def test_a_missing_file_and_two_standard_inputs_are_refused(folder: Path) -> None:
    assert b"none.json" in factcheck_here("diff", "none.json", "new", cwd=folder).stderr
    done = factcheck_here("diff", "-", "-", cwd=folder)
    assert (done.returncode, b"not both" in done.stderr) == (2, True)
