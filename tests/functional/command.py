"""The command line as another process, as its users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from factcheck.cli import main

PROGRAM = (sys.executable, "-m", "factcheck")


def environment(**variables: str) -> dict[str, str]:
    """The environment of the tests, without what would change how the command behaves."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "NO_COLOR" and not name.startswith("FACTCHECK_")
    }
    return {**kept, "SOURCE_DATE_EPOCH": "86400", **variables}


def factcheck(
    *args: str | Path, cwd: Path, stdin: bytes | None = None, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run one command to its end; nothing it does may end in a traceback."""
    done = subprocess.run(
        [*PROGRAM, *map(str, args)],
        capture_output=True,
        check=False,
        cwd=cwd,
        input=stdin if stdin is not None else b"",
        env=environment(**variables),
        timeout=60,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def factcheck_here(
    *args: str | Path, cwd: Path, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run one command in this process, which spares it loading everything anew."""
    words = list(map(str, args))
    with chdir(cwd):
        result = CliRunner().invoke(main, words, input=stdin, env={"SOURCE_DATE_EPOCH": "86400"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return subprocess.CompletedProcess(
        words, result.exit_code, result.stdout_bytes, result.stderr_bytes
    )
