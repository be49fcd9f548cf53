"""The review application as its users start and stop it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from command import PROGRAM, environment
from command import factcheck_here as factcheck

PASSWORD = b"correct horse battery\n"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text("The old mill was built in 1784.", encoding="utf-8")
    (folder / "b.txt").write_text("The old mill was built in 1812.", encoding="utf-8")
    return folder


@contextmanager
def serving(documents: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    server = subprocess.Popen(
        [*PROGRAM, "review", "serve", documents, "--port", "0", *options],
        cwd=documents.parent,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert server.stdout is not None
        yield server.stdout.readline().decode().strip(), server
    finally:
        server.kill()
        server.communicate()


def add(documents: Path, name: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    return factcheck("review", "user", "add", name, *options, cwd=documents.parent, stdin=PASSWORD)


def test_it_prints_its_address_and_ends_cleanly_when_told_to(documents: Path) -> None:
    for number, ending in enumerate((signal.SIGINT, signal.SIGTERM)):
        with serving(documents, "--reviewer", "ann") as (address, server):
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
            who = httpx.get(f"{address}api/v1/session").json()
            assert who["account"] == {"name": "ann", "role": "admin"}
            server.send_signal(ending)
            told = server.communicate(timeout=30)[1].decode()
            assert server.returncode == 0, told
            assert "whoever uses this machine reviews as ann" in told
            assert ("(1 new)" in told) == (number == 0)


def test_with_an_account_everybody_logs_in(documents: Path) -> None:
    assert add(documents, "ada", "--role", "admin").returncode == 0
    with serving(documents, "--verbose") as (address, server):
        assert httpx.get(address).headers["location"] == "/log-in"
        wrong = httpx.post(f"{address}api/v1/session", json={"name": "ada", "password": "x"})
        assert wrong.status_code == 401
        asked = {"name": "ada", "password": PASSWORD.decode().strip()}
        token = httpx.post(f"{address}api/v1/session", json=asked).json()["token"]
        held = {"Authorization": f"Bearer {token}"}
        assert httpx.get(f"{address}api/v1/session", headers=held).status_code == 200
        removed = factcheck("review", "user", "remove", "ada", cwd=documents.parent)
        assert removed.returncode == 2
        assert b"last admin" in removed.stderr
        add(documents, "root", "--role", "admin")
        assert factcheck("review", "user", "remove", "ada", cwd=documents.parent).returncode == 0
        assert httpx.get(f"{address}api/v1/session", headers=held).status_code == 401
        assert factcheck("review", "user", "restore", "ada", cwd=documents.parent).returncode == 0
        assert httpx.get(f"{address}api/v1/session", headers=held).status_code == 401
        httpx.get(f"{address}items/fp-1?text=searched", headers=held)
        server.send_signal(signal.SIGTERM)
        output = b"".join(server.communicate(timeout=30))
        assert re.search(rb"POST /api/v1/session 201 \d+ ms -", output)
        assert re.search(rb"GET /items/fp-1 303 \d+ ms -", output)
        assert b"searched" not in output
        assert asked["password"].encode() not in output
        assert token.encode() not in output
    kept = (documents.parent / "reviews.db").read_bytes()
    assert token.encode() not in kept
    assert asked["password"].encode() not in kept


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--host", "0.0.0.0"), "needs accounts; 'factcheck review user add NAME --role admin'"),
        (("--proxy", "https://review.example.org"), "needs accounts"),
        (("--reviewer", "a b"), "--reviewer: name: 'a b' is not allowed"),
        (("--run", "nowhere.json"), "nowhere.json"),
    ],
)
def test_what_is_not_safe_or_not_there_is_refused(
    documents: Path, options: tuple[str, ...], told: str
) -> None:
    done = factcheck("review", "serve", documents, "--port", "0", *options, cwd=documents.parent)
    assert done.returncode == 2
    assert told in done.stderr.decode()


def test_who_reviews_is_not_said_where_people_log_in(documents: Path) -> None:
    add(documents, "ada")
    done = factcheck("review", "serve", documents, "--reviewer", "ada", cwd=documents.parent)
    assert done.returncode == 2
    assert "whoever reviews logs in" in done.stderr.decode()
    for proxy in ("review.example.org", "https://review.example.org/path", "ftp://a", "http://["):
        done = factcheck("review", "serve", documents, "--proxy", proxy, cwd=documents.parent)
        assert done.returncode == 2
        assert "--proxy" in done.stderr.decode()


def test_a_port_that_is_taken_is_refused(documents: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = factcheck("review", "serve", documents, "--port", port, cwd=documents.parent)
    assert done.returncode == 2
    assert f"--port {port}: another program listens there" in done.stderr.decode()


def test_a_saved_run_is_reviewed_without_checking(documents: Path) -> None:
    run = documents.parent / "run.json"
    factcheck("check", documents, "-o", run, cwd=documents.parent)
    with serving(documents, "--run", "run.json") as (address, _):
        assert httpx.get(f"{address}api/v1/progress").json()["left"] == 1


def test_another_host_is_told_how_to_encrypt(documents: Path) -> None:
    add(documents, "ada")
    with serving(documents, "--host", "0.0.0.0") as (address, server):
        port = address.rstrip("/").rpartition(":")[2]
        assert httpx.get(f"http://127.0.0.1:{port}/").headers["location"] == "/log-in"
        server.send_signal(signal.SIGTERM)
        told = server.communicate(timeout=30)[1].decode()
        assert "over plain HTTP" in told
        assert f"reverse_proxy 127.0.0.1:{port}" in told


def test_accounts_are_managed_from_the_command_line(documents: Path) -> None:
    place = documents.parent
    add(documents, "ada", "--role", "admin")
    add(documents, "guest", "--role", "read_only")
    twice = add(documents, "ada")
    assert (twice.returncode, b"already" in twice.stderr) == (2, True)
    short = factcheck("review", "user", "add", "ben", cwd=place, stdin=b"short\n")
    assert (short.returncode, b"12 to 256 characters" in short.stderr) == (2, True)
    wrong = factcheck("review", "user", "add", "a b", cwd=place, stdin=PASSWORD)
    assert (wrong.returncode, b"is not allowed" in wrong.stderr) == (2, True)
    assert factcheck("review", "user", "role", "guest", "reviewer", cwd=place).returncode == 0
    changed = factcheck("review", "user", "password", "guest", cwd=place, stdin=b"x" * 20)
    assert changed.returncode == 0
    assert factcheck("review", "user", "password", "who", cwd=place).returncode == 2
    assert factcheck("review", "user", "remove", "guest", cwd=place).returncode == 0
    listed = factcheck("review", "user", "list", cwd=place).stdout.decode().splitlines()
    assert listed == ["ada    admin", "guest  reviewer, removed"]
    elsewhere = factcheck("review", "user", "list", "--store", "none.db", cwd=place)
    assert (elsewhere.returncode, b"there is no such" in elsewhere.stderr) == (2, True)
