"""What everybody meets before the desk: who they are, where they are, how much they bring."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from reviewing import examples
from reviewing.serving import PASSWORD, Served, served

from factcheck.model import Account, Role, Run
from factcheck.web.headers import HEADERS

ADDRESSES = ("/", "/log-in", "/nowhere", "/static/nowhere", "/api/v1/nowhere", "/favicon.ico")


def form_token(client: httpx.Client, path: str = "/log-in") -> str:
    found = re.search(r'name="csrf" value="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


def log_in(client: httpx.Client, name: str = "ann", **more: str) -> httpx.Response:
    form = {"name": name, "password": PASSWORD, "csrf": form_token(client), **more}
    return client.post("/log-in", data=form)


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_answer_keeps_other_sites_out(shared: Served, path: str) -> None:
    answer = shared.client().get(path)
    for name, value in HEADERS.items():
        if name != "Cache-Control" or not path.startswith("/static/"):
            assert answer.headers[name] == value
    assert "server" not in answer.headers
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_whoever_is_not_logged_in_is_led_to_the_log_in_and_back(shared: Served) -> None:
    with shared.client() as client:
        away = client.get("/items/fp-1?topic=sleep")
        assert (away.status_code, away.headers["location"]) == (
            303,
            "/log-in?to=%2Fitems%2Ffp-1%3Ftopic%3Dsleep",
        )
        assert client.get("/").headers["location"] == "/log-in"
        back = log_in(client, to="/items/fp-1?topic=sleep")
        assert (back.status_code, back.headers["location"]) == (303, "/items/fp-1?topic=sleep")
        assert client.get("/nowhere").status_code == 404


@pytest.mark.parametrize(
    "to", ["//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:1", "/log-in"]
)
def test_a_log_in_leads_nowhere_else(shared: Served, to: str) -> None:
    with shared.client() as client:
        assert log_in(client, to=to).headers["location"] == "/"


def test_a_log_in_begins_a_session_with_a_new_token(shared: Served) -> None:
    with shared.client() as client:
        token = form_token(client)
        (before,) = client.cookies.values()
        assert log_in(client, csrf=token).status_code == 303
        (after,) = client.cookies.values()
        assert before != after
        fixed = shared.client(cookies={shared.site.cookie: before})
        assert fixed.get("/nowhere").status_code == 303


def test_cookies_are_kept_from_scripts_and_from_other_sites(shared: Served) -> None:
    with shared.client() as client:
        for answer in (client.get("/log-in"), log_in(client)):
            flags = answer.headers["set-cookie"].lower().split("; ")[1:]
            assert {"httponly", "samesite=strict", "path=/"} == set(flags)


def test_a_link_on_another_site_finds_its_reader_logged_in(shared: Served) -> None:
    crossed = shared.client().get(
        "/items/fp-1?topic=a%20b", headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert crossed.headers["refresh"] == "0;url=/items/fp-1?topic=a%20b"
    assert "set-cookie" not in crossed.headers


def test_logging_out_ends_the_session(shared: Served) -> None:
    with shared.client() as client:
        log_in(client)
        held = dict(client.cookies)
        answer = client.post("/log-out", data={"csrf": form_token(client)})
        assert answer.headers["location"] == "/log-in"
        assert shared.client(cookies=held).get("/nowhere").status_code == 303


def test_a_host_of_another_name_is_refused(shared: Served) -> None:
    with shared.client() as client:
        for host in (
            "evil.example",
            f"evil.example:{shared.site.port}",
            "",
            "localhost.evil.example",
        ):
            assert client.get("/log-in", headers={"Host": host}).status_code in (400, 421)
        for host in ("localhost", f"127.0.0.1:{shared.site.port}", "[::1]:9"):
            assert client.get("/log-in", headers={"Host": host}).status_code == 200


def test_a_request_of_another_site_is_refused(shared: Served) -> None:
    with shared.client() as client:
        for headers in (
            {"Origin": "http://evil.example"},
            {"Origin": "null"},
            {"Origin": f"http://127.0.0.1:{shared.site.port + 1}"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
        ):
            form = {"name": "ann", "password": PASSWORD, "csrf": form_token(client)}
            answer = client.post("/log-in", data=form, headers=headers)
            assert answer.status_code == 403, headers
            assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_its_token_is_refused(shared: Served, token: str) -> None:
    with shared.client() as client:
        assert log_in(client, csrf=token).status_code == 403


def test_the_token_of_another_session_is_refused(shared: Served) -> None:
    with shared.client() as one, shared.client() as other:
        assert log_in(one, csrf=form_token(other)).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2fetc%2fpasswd",
        "/static/app.py",
        "/static/review.css%00",
        "/static/",
        "//etc/passwd",
    ],
)
def test_no_path_leads_to_a_file(shared: Served, path: str) -> None:
    told = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", shared.site.port), timeout=10) as raw:
        raw.sendall(told.encode())
        status = raw.recv(64).split()[1]
    assert status in (b"404", b"303")


def test_large_bodies_are_refused_before_they_are_read(shared: Served) -> None:
    with shared.client() as client:
        assert client.post("/log-in", content=b"x" * 200_000).status_code == 413

        def pieces() -> Iterator[bytes]:
            for _ in range(200):
                yield b"x" * 1024

        assert client.post("/log-in", content=pieces()).status_code == 413


def test_large_headers_are_refused(shared: Served) -> None:
    with shared.client() as client:
        assert client.get("/log-in", headers={"X-Large": "x" * 20_000}).status_code == 431
        assert client.get("/log-in", headers={"X-Large": "x" * 200_000}).status_code == 431
        assert client.get("/log-in", params={"to": "x" * 10_000}).status_code == 414


def test_problems_are_told_in_the_form_that_was_asked_for(shared: Served) -> None:
    with shared.client() as client:
        told = client.get("/api/v1/nowhere")
        assert told.headers["content-type"] == "application/problem+json"
        assert told.json()["status"] == told.status_code == 401
        page = client.request("DELETE", "/static/review.css")
        assert page.status_code == 303


def test_in_single_user_mode_nobody_logs_in(tmp_path: Path, run: Run) -> None:
    me = Account("me", Role.ADMIN)
    with served(examples.desk(tmp_path), run, single=me) as here, here.client() as client:
        assert client.get("/nowhere").status_code == 404
        assert client.post("/log-out").status_code == 403
        bearer = client.get("/nowhere", headers={"Authorization": "Bearer x"})
        assert bearer.status_code == 303


def test_behind_a_proxy_cookies_are_for_tls_alone(tmp_path: Path, run: Run) -> None:
    desk = examples.desk(tmp_path)
    proxy = "https://review.example.org"
    with served(desk, run, examples.EVERYBODY, proxy=proxy) as here, here.client() as client:
        own = {"Host": "review.example.org"}
        flags = client.get("/log-in", headers=own).headers["set-cookie"]
        assert flags.startswith("__Host-") and "secure" in flags.lower()
        assert client.get("/log-in").status_code == 421
        plain = client.get("/log-in", headers={**own, "X-Forwarded-Proto": "http"})
        assert plain.status_code == 403


def test_a_store_that_cannot_be_read_is_told_to_nobody_but_the_log(
    app: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with app.client() as client, app.program("ann") as program:
        log_in(client)
        app.desk.database.close()
        for path in tmp_path.glob("reviews.db*"):
            path.write_bytes(b"no database any more " * 999)
        page, told = client.get("/"), program.get("/api/v1/items")
        sent = program.post("/api/v1/session", json={"name": "ann", "password": PASSWORD})
    for answer in (page, told, sent):
        assert answer.status_code == 503 and answer.headers["Retry-After"] == "1"
        assert "just now" in answer.text and "reviews.db" not in answer.text
    assert told.json()["status"] == 503
    assert "reviews.db" in caplog.text
