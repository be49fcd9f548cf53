"""What people try who want more than they may have."""

from __future__ import annotations

import re
import socket
import time
from html import unescape

import httpx
import pytest
from reviewing import examples
from reviewing.serving import Served

from factcheck.web import wire

ONE, OTHER = examples.item(0).fingerprint, examples.item(1).fingerprint
NOTE = "the-note-of-ann"
PAGES = (
    "/",
    "/?status=voted",
    "/?status=skipped",
    f"/items/{ONE}",
    f"/items/{ONE}/others",
    f"/items/{ONE}/history",
    f"/items/{OTHER}",
    "/guidelines",
    "/keys",
    "/agreement",
    "/people",
)


def browser(app: Served, name: str) -> httpx.Client:
    return app.client(cookies={app.site.cookie: app.token(name)})


def form(page: httpx.Response) -> dict[str, str]:
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
    return {name: unescape(value) for name, value in fields}


def decide(who: httpx.Client, decision: str, **more: str) -> httpx.Response:
    sent = {**form(who.get(f"/items/{ONE}")), "decision": decision, **more}
    return who.post(f"/items/{ONE}", data=sent)


def steady(text: str) -> str:
    """A page without what is made anew for every visit."""
    return re.sub(r'(name="(?:entry|undo_entry|csrf)" value=|data-\w+=)"[^"]*"', "", text)


def test_no_page_tells_a_reviewer_of_another(app: Served) -> None:
    ann, ben = browser(app, "ann"), browser(app, "ben")
    before = {path: steady(ben.get(path).text) for path in PAGES}
    assert decide(ann, "not_a_conflict", reason="different_time", note=NOTE).status_code == 303
    after = {path: ben.get(path).text for path in PAGES}
    assert before == {path: steady(text) for path, text in after.items()}
    (kept,) = app.desk.history(examples.ANN, ONE)
    for text in after.values():
        for secret in (NOTE, kept.id, kept.time, ">ann<"):
            assert secret not in text
    assert decide(ben, "true_conflict").status_code == 303
    for path in PAGES:
        assert NOTE not in ben.get(path).text
        assert NOTE not in browser(app, "cleo").get(path).text


@pytest.mark.parametrize("entry", ["", "short", "x" * 100, "'; DROP TABLE entry; --", "\x00" * 9])
def test_forms_that_were_tampered_with_are_refused(app: Served, entry: str) -> None:
    answer = decide(browser(app, "ann"), "true_conflict", entry=entry)
    assert 400 <= answer.status_code < 500
    assert app.desk.history(examples.ANN, ONE) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"decision": "nonsense"},
        {"decision": "not_a_conflict", "reason": "nonsense"},
        {"decision": "duplicate", "duplicate_of": "fp-0000000000000000"},
        {"decision": "true_conflict", "sureness": "nonsense"},
        {"decision": "true_conflict", "note": "x" * 5000},
        {"decision": "true_conflict", "note": "a\x00b"},
        {"decision": "true_conflict", "seen": "nonsense"},
        {"decision": "true_conflict", "act": "adjudicate"},
    ],
)
def test_what_no_form_sends_is_refused(app: Served, changes: dict[str, str]) -> None:
    answer = decide(browser(app, "ann"), **changes)
    assert 400 <= answer.status_code < 500, answer.text
    assert app.desk.history(examples.ANN, ONE) == ()


def test_addresses_of_no_finding_lead_nowhere(shared: Served) -> None:
    with browser(shared, "ann") as ann:
        for path in ("fp-0000000000000000", "%00", "..%2f..", "x" * 2000, "%ff"):
            for rest in ("", "/history", "/others"):
                assert ann.get(f"/items/{path}{rest}").status_code == 404
        assert ann.get("/documents/nowhere").status_code == 404
        for query in ("page=-1", "page=x", "status=nonsense", "status=closed", "assignee=ben"):
            assert ann.get(f"/?{query}").status_code in (200, 403)


def test_a_request_whose_head_never_ends_is_cut_off(
    shared: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "PATIENCE", 1.0)
    with socket.create_connection(("127.0.0.1", shared.site.port), timeout=10) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        for letter in b"X-Slow":
            slow.sendall(bytes([letter]))
            time.sleep(0.05)
        assert slow.recv(1) == b""
    assert shared.client().get("/log-in").status_code == 200


def test_what_is_no_http_is_refused(shared: Served) -> None:
    for sent, status in (
        (b"\x16\x03\x01\x02\x00\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * 100_000, b"431"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", b"400"),
    ):
        with socket.create_connection(("127.0.0.1", shared.site.port), timeout=20) as raw:
            raw.sendall(sent)
            assert raw.recv(64).split()[1] == status
