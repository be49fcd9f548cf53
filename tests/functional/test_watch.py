"""``factcheck watch``: a real process, told of real edits."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest
from command import PROGRAM, environment

PATIENCE = 40.0
"""Seconds after which a line that has not come will not come."""


class Watching:
    """A process that watches, and the lines that it writes."""

    def __init__(self, *args: str | Path, cwd: Path) -> None:
        self.process = subprocess.Popen(
            [*PROGRAM, "watch", *map(str, args)],
            cwd=cwd,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """Return what is written up to the first line that holds ``words``."""
        told = ""
        while words not in told:
            told += self.lines.get(timeout=PATIENCE)
        return told

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("The tower was built in 1931. The tower is made of stone.")
    (folder / "b.txt").write_text("The tower was built in 1931.")
    return folder


@pytest.fixture
def watching(notes: Path) -> Iterator[Watching]:
    found = Watching("notes", cwd=notes.parent)
    yield found
    found.process.kill()
    found.process.wait()


def test_changes_are_told_until_the_keyboard_interrupts(notes: Path, watching: Watching) -> None:
    assert " 0 disputes" in watching.until("watching notes; Ctrl-C ends")
    (notes / "b.txt").write_text("The tower was built in 1934.")
    told = watching.until("watching notes")
    assert "NEW" in told
    assert "1931" in told
    (notes / "c.txt").write_text("The tower is not made of stone.")
    assert "NEW" in watching.until("watching notes")
    (notes / "b.txt").unlink()
    assert "GONE" in watching.until("watching notes")
    assert watching.end() == 130
    assert "Traceback" not in watching.until("interrupted")


def test_what_cannot_be_read_is_told_and_survived(notes: Path, watching: Watching) -> None:
    watching.until("watching notes")
    (notes / "corpus.toml").write_text("[half writ")
    assert "corpus.toml" in watching.until("warning")
    (notes / "corpus.toml").unlink()
    (notes / "gone.txt").symlink_to("nowhere")
    assert "warning: gone.txt" in watching.until("watching notes")
    (notes / "gone.txt").unlink()
    watching.until("watching notes")
    shutil.rmtree(notes)
    assert "there is no file or folder 'notes'" in watching.until("there is no file")
    notes.mkdir()
    (notes / "b.txt").write_text("The tower was built in 1934.")
    (notes / "a.txt").write_text("The tower was built in 1931.")
    told = watching.until("1934")
    assert "NEW" in told
    assert watching.end() == 130


def test_a_single_file_that_an_editor_replaces(notes: Path) -> None:
    watching = Watching("notes/a.txt", "--within-documents", "--runs", "runs.db", cwd=notes.parent)
    try:
        watching.until("watching notes/a.txt")
        (notes / "b.txt").write_text("The tower was built in 1940.")
        (notes / "new").write_text("The tower was built in 1931. The tower was built in 1934.")
        (notes / "new").rename(notes / "a.txt")
        assert "NEW" in watching.until("watching notes/a.txt")
        assert watching.end() == 130
    finally:
        watching.process.kill()
        watching.process.wait()
    assert (notes.parent / "runs.db").is_file()


@pytest.mark.parametrize(
    ("path", "told"),
    [("-", b"standard input cannot be watched"), ("nowhere", b"there is no file or folder")],
)
def test_what_cannot_be_watched_is_told(notes: Path, path: str, told: bytes) -> None:
    done = subprocess.run(
        [*PROGRAM, "watch", path], cwd=notes, env=environment(), capture_output=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert told in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_missing_library_is_named(notes: Path) -> None:
    program = (
        "import sys; sys.modules['watchfiles'] = None; from factcheck.cli import main;"
        "main(['watch', '.'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=notes, env=environment(), capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert b"pip install 'factcheck[watch]'" in done.stderr
