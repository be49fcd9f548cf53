"""The JSON API: the same rules as the pages, and a description that tells no more and no less."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from reviewing import examples
from reviewing.serving import PASSWORD, Served
from starlette.routing import Route

from factcheck.model import Role
from factcheck.store import sessions
from factcheck.web.api import OPERATIONS, ROUTES
from factcheck.web.api.openapi import description
from factcheck.web.sessions import BY_ACCOUNT, digest_of

ONE, OTHER = examples.item(0).fingerprint, examples.item(1).fingerprint
TRUE = {"decision": "true_conflict"}
_JSON = {"Content-Type": "application/json"}
FALSE = {"decision": "not_a_conflict", "reason": "different_time", "note": "the-note-of-ann"}


def vote(client: httpx.Client, ballot: dict[str, str], number: int = 1, **more: str) -> Any:
    sent = {"id": f"entry-{number:04}", "ballot": ballot, **more}
    return client.post(f"/api/v1/items/{ONE}/votes", json=sent)


def test_what_is_served_is_what_is_described() -> None:
    described = {
        (method.upper(), f"/api/v1{path}")
        for path, methods in description(OPERATIONS)["paths"].items()
        for method in methods
    }
    served = {
        (method, route.path)
        for route in ROUTES
        if isinstance(route, Route)
        for method in route.methods or ()
        if method != "HEAD"
    }
    assert described == served
    names = [one.name for one in OPERATIONS]
    assert len(set(names)) == len(names)


def test_the_reference_lists_every_operation() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/review-api.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z`, ]+) (/[^`]+)` \|", page, re.M)
    listed = {(method, path) for methods, path in rows for method in re.findall("[A-Z]+", methods)}
    assert listed == {(one.method, one.path) for one in OPERATIONS}


def test_the_description_is_valid_and_open_to_everybody(shared: Served) -> None:
    told = shared.client().get("/api/v1/openapi.json").json()
    OpenAPIV31SpecValidator(told).validate()
    assert told["paths"] == description(OPERATIONS)["paths"]


def test_all_but_the_log_in_and_the_description_need_somebody(shared: Served) -> None:
    with shared.client() as client:
        for one in OPERATIONS:
            path = one.path.format(fingerprint=ONE, reviewer="ann")
            for bearer in ({}, {"Authorization": "Bearer wrong"}):
                answer = client.request(one.method, f"/api/v1{path}", headers=bearer)
                assert (answer.status_code == 401) == (not one.open), one.name


def test_a_vote_is_kept_once_and_can_be_taken_back(app: Served) -> None:
    ann = app.program("ann")
    first = ann.post("/api/v1/next").json()["fingerprint"]
    assert first == ONE
    assert ann.get(f"/api/v1/items/{ONE}").json()["opinion"] is None
    kept = vote(ann, FALSE)
    assert kept.status_code == 201
    assert kept.json()["item"]["opinion"]["rule"] == "value"
    again = vote(ann, FALSE)
    assert (again.status_code, again.json()["repeated"]) == (200, True)
    other = vote(ann, TRUE, 2)
    assert other.status_code == 409
    assert other.json()["item"]["mine"]["id"] == "entry-0001"
    assert vote(ann, TRUE, 3, seen="entry-0001").status_code == 201
    undone = ann.post("/api/v1/undos", json={"id": "entry-0004"})
    assert undone.json()["item"]["mine"]["id"] == "entry-0001"
    history = ann.get(f"/api/v1/items/{ONE}/history").json()["entries"]
    assert [one["act"] for one in history] == ["vote", "vote", "retract"]
    assert ann.get("/api/v1/progress").json()["done"] == 1
    assert ann.get("/api/v1/items", params={"status": "voted"}).json()["total"] == 1


def test_nothing_that_one_reviewer_fetches_tells_of_another(app: Served) -> None:
    ann, ben = app.program("ann"), app.program("ben")
    before = {path: ben.get(path).content for path in _fetched()}
    kept = vote(ann, FALSE).json()["entry"]
    after = {path: ben.get(path).content for path in _fetched()}
    assert before == after
    assert after.pop("/api/v1/openapi.json")
    for content in after.values():
        for secret in ("the-note-of-ann", kept["id"], kept["time"], "different_time", '"ann"'):
            assert secret.encode() not in content
    mine = vote(ben, TRUE, 2).json()
    assert mine["item"]["status"] is None
    assert mine["item"]["votes"] == []
    assert "number" not in mine["entry"]
    for path in _fetched():
        assert b"the-note-of-ann" not in ben.get(path).content


def _fetched() -> list[str]:
    listed = [f"/api/v1/items?status={state}" for state in ("", "todo", "voted", "skipped")]
    gets = [one.path for one in OPERATIONS if one.method == "GET" and one.name != "whoAmI"]
    return [*listed, *(f"/api/v1{path.format(fingerprint=ONE)}" for path in gets)]


def test_differing_votes_are_settled_by_somebody_else(app: Served) -> None:
    vote(app.program("ann"), FALSE)
    vote(app.program("ben"), TRUE, 2)
    ada = app.program("ada")
    shown = ada.get(f"/api/v1/items/{ONE}").json()
    assert shown["status"] == "adjudication"
    assert {one["decision"] for one in shown["votes"]} == {"true_conflict", "not_a_conflict"}
    assert "ann" not in str(shown["votes"]) or "the-note-of-ann" in str(shown["votes"])
    sent = {"id": "entry-0003", "ballot": TRUE}
    path = f"/api/v1/items/{ONE}/adjudications"
    assert app.program("ann").post(path, json={**sent, "seen": "entry-0001"}).status_code == 403
    settled = ada.post(path, json=sent).json()["item"]
    assert settled["status"] == "closed"
    assert settled["outcome"]["authors"] == []
    root = app.program("root").get(f"/api/v1/items/{ONE}/history").json()["entries"]
    assert [one["author"] for one in root] == ["ann", "ben", "ada"]
    late = vote(app.program("ann"), TRUE, 4, seen="entry-0001")
    assert late.status_code == 403


@pytest.mark.parametrize(
    ("send", "status", "told"),
    [
        (lambda c, p: c.post(p, content=b"{"), 415, "application/json"),
        (lambda c, p: c.post(p, content=b"{", headers=_JSON), 400, "no JSON"),
        (lambda c, p: c.post(p, content=b"[" * 100_000, headers=_JSON), 400, "no JSON"),
        (lambda c, p: c.post(p, content=b'{"id":NaN}', headers=_JSON), 400, "NaN"),
        (lambda c, p: c.post(p, content=b"\xff", headers=_JSON), 400, "no JSON"),
        (lambda c, p: c.post(p, content=b'{"id":"\\ud800"}', headers=_JSON), 422, "half"),
        (lambda c, p: c.post(p, json=[]), 422, "no JSON object"),
        (lambda c, p: c.post(p, json={}), 422, "ballot: is missing"),
        (lambda c, p: c.post(p, json={"id": "entry-0001", "ballot": {}}), 422, "decision"),
        (lambda c, p: c.post(p, json={"id": "x", "ballot": TRUE}), 422, "8 to 64"),
        (lambda c, p: c.post(p, json={"id": 1, "ballot": TRUE}), 422, "give text of"),
        (lambda c, p: c.post(p, json={"id": "entry-0001", "vote": 1}), 422, "'vote' is not known"),
        (lambda c, p: c.post(f"{p}?a=1", json={}), 422, "'a' is not known"),
        (lambda c, p: c.get(p), 405, "method"),
        (lambda c, p: c.get("/api/v1/items?limit=0"), 422, "limit"),
        (lambda c, p: c.get("/api/v1/items?offset=99999999999999999999"), 422, "offset"),
        (lambda c, p: c.get("/api/v1/items?status=closed"), 403, "status"),
        (lambda c, p: c.get("/api/v1/items?assignee=ben"), 403, "blind"),
        (lambda c, p: c.get("/api/v1/items?text=%00"), 422, "null"),
        (lambda c, p: c.get("/api/v1/items?text=a&text=b"), 422, "twice"),
        (lambda c, p: c.get("/api/v1/items/fp-0000000000000000"), 404, ""),
        (lambda c, p: c.get("/api/v1/items/%00"), 404, "no fingerprint"),
        (lambda c, p: c.get("/api/v1/agreement"), 403, ""),
        (lambda c, p: c.get("/api/v1/assignments"), 403, "admins"),
        (lambda c, p: c.put(f"/api/v1/items/{ONE}/assignments/ann"), 403, "admins"),
    ],
)
def test_what_is_wrong_is_told_with_its_mend(
    shared: Served, send: Callable[[httpx.Client, str], httpx.Response], status: int, told: str
) -> None:
    answer = send(shared.program("ann"), f"/api/v1/items/{ONE}/votes")
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"]) == (status, status)
    assert told in problem["detail"]
    assert "Traceback" not in answer.text


def test_scripts_of_the_pages_send_the_token_of_their_session(app: Served) -> None:
    with app.client(cookies={app.site.cookie: app.token("ann")}) as page:
        token = page.get("/api/v1/session").json()["csrf_token"]
        assert vote(page, TRUE).status_code == 403
        page.headers["X-CSRF-Token"] = token
        assert vote(page, TRUE).status_code == 201
        page.headers["Origin"] = "http://evil.example"
        assert vote(page, TRUE, 2).status_code == 403


def test_assignments_are_for_admins(app: Served) -> None:
    root = app.program("root")
    place = f"/api/v1/items/{OTHER}/assignments"
    assert root.put(f"{place}/ben").status_code == 204
    assert root.put(f"{place}/guest").status_code == 403
    listed = root.get("/api/v1/assignments").json()["assignments"]
    assert [(one["item"], one["reviewer"]) for one in listed] == [(OTHER, "ben")]
    assert root.delete(f"{place}/ben").status_code == 204
    assert root.get("/api/v1/assignments").json()["assignments"] == []


def test_what_is_closed_is_exported_for_admins_alone(app: Served) -> None:
    vote(app.program("ann"), FALSE)
    root = app.program("root")
    assert "the-note-of-ann" not in root.get("/api/v1/export").text
    vote(app.program("ben"), FALSE, 2)
    for kind, media in (
        ("jsonl", "application/x-ndjson"),
        ("csv", "text/csv"),
        ("annotations", "application/ld+json"),
    ):
        answer = root.get("/api/v1/export", params={"format": kind})
        assert answer.headers["content-type"].startswith(media)
        assert "the-note-of-ann" in answer.text
    assert len(root.get("/api/v1/entries").json()["entries"]) == 2
    assert len(app.program("ann").get("/api/v1/entries").json()["entries"]) == 1
    assert root.get("/api/v1/export?format=pdf").status_code == 422
    for name in ("ann", "ada", "guest"):
        assert app.program(name).get("/api/v1/export").status_code == 403


def test_whoever_is_removed_is_logged_out_at_once(app: Served) -> None:
    from factcheck.review.people import CONSOLE, People

    people, ann = People(app.desk.database), app.program("ann")
    people.change(CONSOLE, "ann", role=Role.ADMIN)
    assert ann.get("/api/v1/session").json()["account"]["role"] == "admin"
    people.change(CONSOLE, "ann", active=False)
    assert ann.get("/api/v1/session").status_code == 401
    people.change(CONSOLE, "ann", active=True)
    assert ann.get("/api/v1/session").status_code == 401


@pytest.mark.parametrize("name", ["ann", "nobody"])
def test_guessing_is_stopped(app: Served, name: str) -> None:
    guess = {"name": name, "password": "not the right one"}
    subjects = (f"account {digest_of(name)}",)
    now = app.desk.clock()
    for _ in range(BY_ACCOUNT - 1):
        app.desk.database.write(lambda db: sessions.failed(db, subjects, now))
    with app.client() as client:
        last, refused = (client.post("/api/v1/session", json=guess) for _ in range(2))
        assert (last.status_code, refused.status_code) == (401, 429)
        assert last.json()["detail"] == "the name or the password is wrong."
        assert 0 < int(refused.headers["retry-after"]) <= 15 * 60
        right = {"name": name, "password": PASSWORD}
        assert client.post("/api/v1/session", json=right).status_code == 429
        assert client.post("/api/v1/session", json={**right, "name": "ben"}).status_code == 201


def test_a_log_in_that_succeeds_forgets_the_slips_before(app: Served) -> None:
    asked = {"name": "ann", "password": PASSWORD}
    with app.client() as client:
        for _ in range(2):
            assert client.post("/api/v1/session", json={**asked, "password": "slip"}).is_error
        assert client.post("/api/v1/session", json=asked).status_code == 201
    kept = app.desk.database.read(lambda db: db.execute("SELECT subject FROM attempt"))
    assert kept == [("address 127.0.0.1",)] * 2
