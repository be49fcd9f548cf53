"""A PostgreSQL server of the tests' own, in a folder that goes when it does."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from attrs import define, field

PASSWORD = "open sesame"

_SETTINGS = ("listen_addresses=127.0.0.1", "max_connections=60", "log_min_messages=fatal")
_HASTY = ("fsync=off", "full_page_writes=off")
"""What may be left undone as long as the machine itself is not switched off."""


def programs() -> Path | None:
    """Return the folder of a server's programs, or None where no server is installed."""
    on_path = shutil.which("initdb")
    installed = [Path(on_path).resolve().parent] if on_path else []
    installed += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in installed if (folder / "postgres").exists()), None)


def _customs(programs: Path) -> tuple[str, ...]:
    """Return what makes a server order text as English dictionaries do, where it can (from 15)."""
    told = subprocess.run([programs / "postgres", "--version"], capture_output=True, check=True)
    number = re.search(rb"\d+", told.stdout)
    able = number is not None and int(number[0]) >= 15
    return ("--locale-provider=icu", "--icu-locale=en") if able else ()


def _runner() -> dict[str, Any]:
    """Return who runs the server: it refuses to run for the superuser."""
    if os.getuid() != 0:
        return {}
    known = {entry.pw_name for entry in pwd.getpwall()}
    chosen = pwd.getpwnam("postgres" if "postgres" in known else "nobody")
    return {"user": chosen.pw_uid, "group": chosen.pw_gid, "extra_groups": []}


@define
class Server:
    """A server that can be killed and started again.

    Attributes:
        programs: the folder of its programs.
        folder: where it keeps everything.
        port: where it listens.
    """

    programs: Path
    folder: Path
    port: int = 0
    _process: subprocess.Popen[bytes] | None = None
    _schemas: Iterator[int] = field(factory=count, repr=False)

    @classmethod
    def made(cls, programs: Path) -> Server:
        """Return a new server that is running."""
        folder = Path(tempfile.mkdtemp(prefix="factcheck-postgres-"))
        runner = _runner()
        if runner:
            os.chown(folder, runner["user"], runner["group"])
        password = folder / "password"
        password.write_text(PASSWORD)
        password.chmod(0o644)
        subprocess.run(
            [
                programs / "initdb",
                *("--pgdata", folder / "data", "--username=anna", "--encoding=UTF8"),
                *(
                    "--no-sync",
                    "--wal-segsize=1",
                    *_customs(programs),
                    "--auth=scram-sha-256",
                    f"--pwfile={password}",
                    "--locale=C.UTF-8",
                ),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            **runner,
        )
        server = cls(programs, folder)
        server.start()
        return server

    def address(self, schema: str = "public", password: str = PASSWORD) -> str:
        """Return the address of a schema."""
        secret = password.replace(" ", "%20")
        return (
            f"postgresql://anna:{secret}@127.0.0.1:{self.port}/postgres"
            f"?options=-csearch_path%3D{schema}"
        )

    def fresh(self) -> str:
        """Return the address of a new, empty schema."""
        schema = f"s{next(self._schemas)}"
        self.run(f"CREATE SCHEMA {schema}")
        return self.address(schema)

    def run(self, statement: str, schema: str = "public") -> list[tuple[Any, ...]]:
        """Run a statement beside factcheck."""
        with psycopg.connect(self.address(schema), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def start(self, patience: float = 30) -> None:
        """Start it, at the same port where it ran before, and wait until it answers."""
        self.port = self.port or free_port()
        until = time.monotonic() + patience
        while True:
            if self._process is None or self._process.poll() is not None:
                self._process = self._launched()
            try:
                self.run("SELECT 1")
                return
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def restart(self) -> None:
        """End it as a power cut would, and start it again."""
        self.kill()
        self.start()

    def end_sessions(self) -> None:
        """Cut every connection of factcheck."""
        self.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND application_name = 'factcheck'"
        )

    def close(self) -> None:
        """End it for good."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _launched(self) -> subprocess.Popen[bytes]:
        settings = [part for one in (*_SETTINGS, *_HASTY) for part in ("-c", one)]
        return subprocess.Popen(
            [
                self.programs / "postgres",
                *("-D", self.folder / "data", "-p", str(self.port), "-k", self.folder),
                *settings,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            **_runner(),
        )


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
