"""Bad input through the command line: a clear message, no traceback, and nothing lost."""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from command import factcheck_here as factcheck
from markdown_it import MarkdownIt

GOOD = "The quay was built in 1784. The quay is made of granite.\n"
OTHER = "The quay was built in 1812. The quay is made of granite.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "documents"
    path.mkdir()
    (path / "good.txt").write_text(GOOD, encoding="utf-8")
    (path / "other.txt").write_text(OTHER, encoding="utf-8")
    return path


def checked(folder: Path, code: int, *args: str) -> tuple[dict[str, Any], str]:
    """What a check prints and what it says, which must be the two good documents' dispute."""
    done = factcheck("check", folder, "--format", "json", *args, cwd=folder.parent)
    assert done.returncode == code, done.stderr.decode()
    data = json.loads(done.stdout)
    assert any("1784" in one["rationale"] for one in data["judgements"])
    assert data["disputes"]
    return data, done.stderr.decode("utf-8", "surrogateescape")


def names(data: dict[str, Any]) -> list[str]:
    return [one["name"] for one in data["documents"]]


def failed(data: dict[str, Any]) -> dict[str, str]:
    return {one["path"]: one["reason"] for one in data["failed"]}


def refused(*args: str | Path, cwd: Path) -> str:
    """The one message of a command that has nothing to work on."""
    done = factcheck(*args, cwd=cwd)
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert said.startswith("factcheck: error: ")
    return said


@pytest.mark.parametrize("command", ["check", "extract", "report", "graph"])
def test_an_empty_folder(tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    assert "is empty" in refused(command, "empty", cwd=tmp_path)
    assert not (tmp_path / "report.html").exists()


def test_a_missing_path(tmp_path: Path) -> None:
    assert "no/such/place" in refused("check", "no/such/place", cwd=tmp_path)
    assert "missing.txt" in refused("verify", "The quay is old.", "missing.txt", cwd=tmp_path)


def test_an_empty_standard_input(tmp_path: Path) -> None:
    assert "empty" in refused("check", "-", cwd=tmp_path)


def test_a_binary_file_named_txt(folder: Path) -> None:
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    data, said = checked(folder, 3)
    assert names(data) == ["good.txt", "other.txt"]
    assert "PNG" in failed(data)["photo.txt"]
    assert "photo.txt" in said


def test_only_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    done = factcheck("check", "photo.txt", cwd=tmp_path)
    assert done.returncode in (2, 3)
    assert b"photo.txt" in done.stderr


def test_one_line_of_fifty_megabytes(folder: Path) -> None:
    (folder / "line.txt").write_text("x" * 50_000_000, encoding="utf-8")
    data, said = checked(folder, 1)
    assert said == ""
    (document,) = [one for one in data["documents"] if one["name"] == "line.txt"]
    assert document["characters"] == 50_000_000
    skipped = [one for one in data["skipped"] if one["document"] == "line.txt"]
    assert sum(one["end"] - one["start"] for one in skipped) == 50_000_000


def test_every_claim_of_a_long_line_is_found(tmp_path: Path) -> None:
    sentence = "The quay was built in 1784. "
    (tmp_path / "line.txt").write_text(sentence * 200, encoding="utf-8")
    done = factcheck("extract", "line.txt", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    data = json.loads(done.stdout)
    assert len(data["claims"]) == 200
    assert data["claims"][-1]["end"] == len(sentence) * 200 - 2


def test_nul_bytes(folder: Path) -> None:
    (folder / "nul.txt").write_bytes(b"The quay was bu\0ilt in 1784.\0\0 The quay is o\0ld.\n")
    data, _ = checked(folder, 1)
    assert "nul.txt" in names(data)
    (document,) = [one for one in data["documents"] if one["name"] == "nul.txt"]
    assert any("NUL" in note for note in document["notes"])
    found = [one["text"] for one in data["claims"] if one["document"] == "nul.txt"]
    assert any("built in 1784" in text for text in found)


def test_mixed_encodings(folder: Path) -> None:
    text = "The café on the quay was opened in 1901. Its owner was naïve — “very naïve”.\n"
    codecs = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
    for codec in codecs:
        (folder / f"{codec}.txt").write_bytes((text * 3).encode(codec))
    data, _ = checked(folder, 1)
    assert failed(data) == {}
    for codec in codecs:
        quotes = [one["quote"] for one in data["claims"] if one["document"] == f"{codec}.txt"]
        assert "The café on the quay was opened in 1901" in quotes


def test_an_invalid_manifest(folder: Path) -> None:
    (folder / "corpus.toml").write_text('title = "Quay"\n[[sources]]\nfile = good.txt\n')
    said = refused("check", folder, cwd=folder.parent)
    assert "corpus.toml:3:8" in said


def test_an_invalid_configuration(folder: Path) -> None:
    (folder.parent / "factcheck.toml").write_text('packs = ["english"\nfail-on = 1\n')
    said = refused("check", folder, cwd=folder.parent)
    assert "factcheck.toml" in said
    assert "line 2" in said
    assert "column" in said


def test_a_manifest_that_names_a_file_that_is_not_there(folder: Path) -> None:
    (folder / "corpus.toml").write_text(
        '[[sources]]\nfile = "good.txt"\n[[sources]]\nfile = "gone.txt"\n'
        '[[sources]]\nfile = "other.txt"\n'
    )
    data, said = checked(folder, 3)
    assert "gone.txt" in failed(data)
    assert "gone.txt" in said


def test_two_files_with_the_same_content_are_one_witness(folder: Path) -> None:
    (folder / "copy.txt").write_text(GOOD, encoding="utf-8")
    data, _ = checked(folder, 1)
    notes = {one["name"]: one["notes"] for one in data["documents"]}
    assert notes["copy.txt"] == ["same text as good.txt"]
    for agreement in data["agreements"]:
        assert agreement["independent"] <= 2


SCRIPTS = """<html><head><title><script>alert(1)</script></title></head><body>
<h1 onclick="alert(2)">The <img src=x onerror=alert(3)> quay</h1>
<script>document.title = "The quay was built in 1999."</script>
<p>The quay was built in 1812, says &lt;script&gt;alert(4)&lt;/script&gt; the guide.</p>
<p>The quay is made of "granite" &amp; <a href="javascript:alert(5)">oak</a>.</p>
<style>p { display: none }</style></body></html>"""


OWN_SCRIPT = (files("factcheck.reporting") / "templates" / "report.js").read_text("utf-8")


class Active(HTMLParser):
    """Whatever in a page could run or be fetched, beside the report's own script and filters."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        if tag in ("iframe", "object", "embed", "img", "link", "base"):
            self.found.append(tag)
        if tag in ("script", "form"):
            self.found += [f"{tag} {name}={value}" for name, value in attrs]
        for name, value in attrs:
            if name == "xmlns":
                continue
            address = (value or "").strip().lower()
            if name.startswith("on") or address.startswith(("javascript:", "data:", "http")):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip() != OWN_SCRIPT.strip():
            self.found.append(f"script {data}")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_a_script_does_not_reach_the_report(folder: Path, format: str) -> None:
    (folder / "page.html").write_text(SCRIPTS, encoding="utf-8")
    (folder / "corpus.toml").write_text(
        'title = "<script>alert(6)</script>"\n[[sources]]\nfile = "page.html"\n'
        'title = "<b onmouseover=alert(7)>"\nauthor = "<script>alert(8)</script>"\n'
        'address = "javascript:alert(9)"\n[[sources]]\nfile = "good.txt"\n'
        '[[sources]]\nfile = "other.txt"\n'
    )
    done = factcheck("report", folder, "-f", format, "-o", "-", cwd=folder.parent)
    assert done.returncode == 0
    report = done.stdout.decode()
    page = report if format == "html" else MarkdownIt("commonmark").render(report)
    assert Active(page).found == []
    assert "1999" not in report
    assert "1812" in report


def test_file_names_with_quotes_newlines_and_other_scripts(folder: Path) -> None:
    odd = ['it\'s "so".txt', "two\nlines.txt", "маяк.txt", "灯台.md", "<b>&amp;.html", "-x.txt"]
    for number, name in enumerate(odd):
        text = f"The pier number {number} was built in 19{number}0.\n"
        (folder / name).write_text(text, encoding="utf-8")
    data, said = checked(folder, 1)
    assert sorted(names(data)) == sorted([*odd, "good.txt", "other.txt"])
    assert {one["document"] for one in data["claims"]} == set(names(data))
    assert said == ""
    report = factcheck("report", folder, "-o", "-", cwd=folder.parent).stdout.decode()
    assert Active(report).found == []
    assert "<b>&amp;.html" not in report
    graph = factcheck("graph", folder, "-f", "graphml", cwd=folder.parent)
    assert graph.returncode == 0
    text = factcheck("check", folder, cwd=folder.parent).stdout.decode()
    assert "two\nlines.txt" not in text


def test_messages_about_odd_names_stay_on_one_line(folder: Path) -> None:
    (folder / "two\nlines \x1b[31m.txt").write_bytes(bytes(range(256)) * 20)
    data, said = checked(folder, 3)
    assert len(data["failed"]) == 1
    assert said.count("\n") == 1
    assert "\x1b" not in said


@pytest.mark.skipif(os.name != "posix", reason="links are those of POSIX")
def test_links_that_loop_or_lead_out(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("The quay was built in 1666.\n", encoding="utf-8")
    (folder / "loop").symlink_to(folder)
    (folder / "out").symlink_to(outside)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    data, said = checked(folder, 3)
    assert names(data) == ["good.txt", "other.txt"]
    assert set(failed(data)) == {"loop", "out", "self.txt"}
    assert "1666" not in json.dumps(data)
    assert said.count("warning") == 3


def test_control_characters_in_a_text_do_not_reach_the_terminal(folder: Path) -> None:
    (folder / "bell.txt").write_text(
        "The quay was built in 1850, \x1b[31msays\x07 the \x9bguide.\n", encoding="utf-8"
    )
    done = factcheck("check", folder, "-v", cwd=folder.parent)
    text = (done.stdout + done.stderr).decode()
    assert not set(text) & {"\x1b", "\x07", "\x9b"}


def test_a_wrong_lexicon_pack(folder: Path) -> None:
    (folder.parent / "mine.toml").write_text("negations = 3\nunknown-table = []\n")
    said = refused("check", folder, "--pack", "english", "--pack", "mine.toml", cwd=folder.parent)
    assert "mine.toml" in said
