"""The pages as they are sent: blind, in order of impact, filtered, with a way on from each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from reviewing import examples
from reviewing.examples import ANN, BEN, CONFLICT, HARMLESS, ROOT, item
from reviewing.serving import PASSWORD, Served, served

from factcheck.model import Run
from factcheck.review import Policy


def enter(app: Served, name: str) -> httpx.Client:
    client = app.client(follow_redirects=True)
    token = re.search(r'name="csrf" value="(\w+)"', client.get("/log-in").text)
    assert token is not None
    client.post("/log-in", data={"name": name, "password": PASSWORD, "csrf": token[1]})
    return client


@pytest.fixture
def ann(app: Served) -> Iterator[httpx.Client]:
    with closing(enter(app, "ann")) as client:
        yield client


def fields(html: str) -> dict[str, str]:
    form, _, _ = html.partition('id="undo"')
    return dict(re.findall(r'name="(csrf|entry|act|seen)" value="([^"]*)"', form))


def test_what_others_said_cannot_be_told_from_any_page(app: Served, ann: httpx.Client) -> None:
    finding = item(0).fingerprint
    pages = ["/", f"/items/{finding}", f"/items/{finding}/history", f"/items/{finding}/others"]

    def sent() -> list[str]:
        volatile = r'value="[\w-]{20,}"|csrf" value="\w+"'
        return [re.sub(volatile, "", ann.get(page).text) for page in pages]

    before = sent()
    app.desk.vote(BEN, "entry-ben", finding, HARMLESS)
    assert sent() == before


def test_the_machine_is_silent_until_the_vote(app: Served, ann: httpx.Client) -> None:
    path = f"/items/{item(0).fingerprint}"
    before = ann.get(path).text
    assert not re.search(r"confidence|contradict|impact|rule|\.90", before)
    after = ann.post(path, data={**fields(before), "decision": "true_conflict"})
    assert after.status_code == 200 and str(after.url).endswith(path)
    assert "confidence .90" in after.text and "contradict" in after.text


def test_the_queue_goes_by_impact_and_keeps_its_filters(ann: httpx.Client) -> None:
    html = ann.get("/?topic=weir").text
    rows = re.findall(r'<a href="/items/([\w-]+)\?topic=weir" data-row>', html)
    assert rows == [item(number).fingerprint for number in (0, 2)]
    assert 'href="/next?topic=weir"' in html
    landed = ann.get("/next?topic=weir")
    assert landed.url.path == f"/items/{rows[0]}" and "topic=weir" in str(landed.url)


def test_a_queue_without_end_is_cut_into_pages(ann: httpx.Client) -> None:
    assert "No finding is like this." in ann.get("/?page=9999999&topic=mill").text
    assert ann.get("/?page=999999999999999").status_code == 200


def test_the_last_finding_leads_back_to_the_queue(app: Served, ann: httpx.Client) -> None:
    for number in range(3):
        app.desk.vote(ANN, f"entry-ann-{number}", item(number).fingerprint, CONFLICT)
    landed = ann.get("/next")
    assert landed.url.path == "/" and "Nothing is left here" in landed.text


def test_who_is_only_to_settle_is_led_to_what_waits(app: Served) -> None:
    with closing(enter(app, "ada")) as ada:
        assert ada.get("/").url.query == b""
        for number in range(3):
            finding = item(number).fingerprint
            app.desk.vote(ANN, f"entry-ann-{number}", finding, CONFLICT)
            app.desk.vote(
                BEN, f"entry-ben-{number}", finding, HARMLESS if number == 1 else CONFLICT
            )
        waiting = ada.get("/")
        assert waiting.url.query == b"status=adjudicable"
        assert re.findall(r'<a href="/items/([\w-]+)', waiting.text) == [item(1).fingerprint]
        assert ada.get("/?status=todo").url.query == b"status=todo"
    with closing(enter(app, "cleo")) as cleo:
        assert cleo.get("/").url.query == b""


def test_what_cannot_be_saved_keeps_what_was_typed(ann: httpx.Client) -> None:
    path = f"/items/{item(0).fingerprint}"
    sent = {**fields(ann.get(path).text), "note": "my words"}
    answer = ann.post(path, data={**sent, "decision": "nonsense"})
    assert answer.status_code == 422 and "my words" in answer.text
    answer = ann.post(path, data={**sent, "decision": "true_conflict", "entry": "x"})
    assert answer.status_code == 422 and "my words" in answer.text
    answer = ann.post(path, data={**sent, "decision": "duplicate", "duplicate_of": "fp-none"})
    assert answer.status_code == 404
    answer = ann.post(path, data={**sent, "act": "adjudicate", "decision": "true_conflict"})
    assert answer.status_code == 403 and "only adjudicators settle" in answer.text


@pytest.mark.parametrize("path", ["/people", "/agreement"])
def test_pages_of_admins_are_refused_to_others(ann: httpx.Client, path: str) -> None:
    answer = ann.get(path)
    assert answer.status_code == 403 and "Only admins" in answer.text


def test_admins_see_accounts_and_change_them(app: Served) -> None:
    with closing(enter(app, "root")) as root:
        html = root.get("/people").text
        token = fields(html)["csrf"]
        form = {"csrf": token, "name": "cleo", "role": "adjudicator", "active": "yes"}
        assert root.post("/people", data=form).status_code == 200
        last = root.post("/people", data={**form, "name": "root", "role": "reviewer"})
        assert last.status_code == 403 and "last admin" in last.text
        odd = root.post("/people", data={**form, "role": "emperor"})
        assert odd.status_code == 403


def test_assignments_lead_back_into_the_application_only(app: Served) -> None:
    with closing(enter(app, "root")) as root:
        token = fields(root.get("/people").text)["csrf"]
        form = {"csrf": token, "item": item(0).fingerprint, "reviewer": "cleo", "what": "assign"}
        for to in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"):
            answer = root.post("/assignments", data={**form, "to": to})
            assert answer.url.path == "/" and answer.url.host == "127.0.0.1"
        nobody = root.post("/assignments", data={**form, "reviewer": "nobody"})
        assert nobody.status_code == 403


def test_agreement_is_told_with_intervals(app: Served) -> None:
    for number in range(3):
        finding = item(number).fingerprint
        app.desk.vote(ANN, f"entry-ann-{number}", finding, CONFLICT)
        app.desk.vote(BEN, f"entry-ben-{number}", finding, HARMLESS if number else CONFLICT)
    assert app.desk.item(ROOT, item(1).fingerprint).outcome is None
    with closing(enter(app, "root")) as root:
        html = root.get("/agreement").text
    assert "3 findings with two votes or more" in html
    assert "33.3 %" in html and "Cohen’s kappa" in html and "95 % interval" in html


def test_who_reviews_alone_is_told_of_no_others(tmp_path: Path, run: Run) -> None:
    desk = examples.desk(f"{tmp_path}/alone.db", policy=Policy(needed=1))
    with served(desk, run, single=ROOT) as here, here.client(follow_redirects=True) as alone:
        path = f"/items/{item(0).fingerprint}"
        sent = fields(alone.get(path).text)
        html = alone.post(path, data={**sent, "decision": "true_conflict"}).text
        assert "Your decision" in html and "settled" in html
        for page in (html, alone.get("/").text, alone.get("/guidelines").text):
            assert not re.search(r"[Aa]djudicat|voter|Log out|People|Agreement", page)


def test_a_choice_of_too_many_is_typed(tmp_path: Path, run: Run) -> None:
    desk = examples.desk(f"{tmp_path}/many.db")
    examples.put(desk.database, *(item(n, topic=f"topic {n:03}") for n in range(3, 303)))
    with served(desk, run, single=ROOT) as here, here.client() as alone:
        html = alone.get("/?topic=topic+250").text
        assert html.count("<option") < 600
        assert re.search(r'<input name="topic" value="topic 250" list="topic-names"', html)
        assert html.count("data-row") == 1
