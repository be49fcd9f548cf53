"""One finding: its page, what is decided on it, and the way to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from factcheck.errors import ConflictError, RefusedError
from factcheck.explaining.explanation import Explanation
from factcheck.model import Account, Act, Ballot
from factcheck.review import ItemView
from factcheck.web.forms import Form, IncompleteError, ballot_of, blank
from factcheck.web.pages.people import reviewers
from factcheck.web.rendering import page
from factcheck.web.requests import actor, desk
from factcheck.web.shown import evidence, explanation
from factcheck.web.trail import trail_of

OTHERS = 12
"""Findings that a page offers as what another repeats."""

TAKEN_BACK = "Your last decision was taken back; the history keeps it."


def show(request: Request) -> Response:
    """Return the page of a finding."""
    account, fingerprint = actor(request), request.path_params["fingerprint"]
    view = desk(request).item(account, fingerprint)
    form = _blank(request, view, account)
    if "undone" in request.query_params:
        form = _taken_back(request, account, form)
    return _page(request, view, form)


async def send(request: Request) -> Response:
    """Keep what somebody decides on a finding."""
    sent = await request.form()
    texts = {name: value for name, value in sent.items() if isinstance(value, str)}
    return await run_in_threadpool(_send, request, texts)


def others(request: Request) -> Response:
    """Return the findings that one may be a duplicate of, as a piece of its page."""
    view = desk(request).item(actor(request), request.path_params["fingerprint"])
    words = request.query_params.get("find", "")
    found = evidence(request).others(view, words, OTHERS)
    return page(request, "others.html.j2", found=found)


def onward(request: Request) -> Response:
    """Lead to the next finding."""
    account, trail = actor(request), trail_of(request.query_params)
    after = request.query_params.get("after", "")
    found = desk(request).next_item(account, trail.filters, after)
    if found is None and after:
        # What was passed over before still waits.
        found = desk(request).next_item(account, trail.filters)
    if found is None:
        return RedirectResponse(trail.queue, 303)
    passed = trail.through(after) if after not in ("", found) else trail
    return RedirectResponse(passed.item(found), 303)


async def undo(request: Request) -> Response:
    """Take back what somebody decided last, from the page of whatever finding."""
    sent = await request.form()
    return await run_in_threadpool(_undo, request, str(sent.get("entry", "")))


def _undo(request: Request, entry: str) -> Response:
    try:
        receipt = desk(request).undo(actor(request), entry)
    except RefusedError as error:
        told = error.message
        return _again(request, {}, lambda form: evolve(form, message=told), 403)
    trail = trail_of(request.query_params)
    return RedirectResponse(trail.item(receipt.entry.item, undone="1"), 303)


def _send(request: Request, sent: Mapping[str, str]) -> Response:
    account, fingerprint = actor(request), request.path_params["fingerprint"]
    if "step" in sent:
        looking = sent["step"] == "find" or (sent["step"] != "back" and sent.get("find"))
        choosing = "duplicate" if looking else ""
        return _again(request, sent, lambda form: evolve(form, choosing=choosing))
    ballot = None
    try:
        ballot = ballot_of(sent)
        _keep(request, account, fingerprint, ballot, sent)
    except IncompleteError as lacking:
        missing = lacking.missing
        return _again(request, sent, lambda form: evolve(form, choosing=missing))
    except ValueError as error:
        told = f"This cannot be saved: {error}."
        return _again(request, sent, lambda form: evolve(form, message=told), 422)
    except ConflictError as error:
        return _again(request, sent, _clash(error.message, ballot), 409)
    except RefusedError as error:
        told = error.message
        return _again(request, sent, lambda form: evolve(form, message=told), 403)
    # Led on after something was done, reloading does not do it again.
    trail = trail_of(request.query_params)
    done = trail.item(fingerprint) if ballot is not None else trail.onward(fingerprint)
    return RedirectResponse(done, 303)


def _clash(message: str, ballot: Ballot | None) -> Callable[[Form], Form]:
    """Return what shows what stands beside what was sent, for people to choose."""
    return lambda form: evolve(form, message=message, attempt=ballot, clash=True, closed=False)


def _keep(
    request: Request,
    account: Account,
    fingerprint: str,
    ballot: Ballot | None,
    sent: Mapping[str, str],
) -> None:
    entry, seen = sent.get("entry", ""), sent.get("seen", "")
    if ballot is None:
        desk(request).skip(account, entry, fingerprint, seen)
    elif sent.get("act") == Act.ADJUDICATE:
        desk(request).adjudicate(account, entry, fingerprint, ballot, seen)
    else:
        desk(request).vote(account, entry, fingerprint, ballot, seen)


def _again(
    request: Request,
    sent: Mapping[str, str],
    change: Callable[[Form], Form],
    status: int = 200,
) -> Response:
    """Return the page of a finding with what was filled in, and what has changed."""
    account, fingerprint = actor(request), request.path_params["fingerprint"]
    view = desk(request).item(account, fingerprint)
    changing = view.mine is not None and sent.get("seen") == view.mine.id
    form = _blank(request, view, account, changing=changing)
    filled = evolve(
        form,
        note=sent.get("note", form.note),
        sureness=sent.get("sureness", form.sureness),
        duplicate_of=sent.get("duplicate_of", form.duplicate_of),
        find=sent.get("find", ""),
    )
    return _page(request, view, change(filled), status)


def _blank(request: Request, view: ItemView, account: Account, *, changing: bool = False) -> Form:
    changing = changing or "change" in request.query_params
    return blank(view, account, trail_of(request.query_params), changing=changing)


def _taken_back(request: Request, account: Account, form: Form) -> Form:
    """Return the form with what somebody said before they took it back, to be filled in again."""
    fingerprint = request.path_params["fingerprint"]
    entries = {one.id: one for one in desk(request).history(account, fingerprint)}
    own = [one for one in entries.values() if one.author == account.name]
    before = entries.get(own[-1].supersedes) if own and own[-1].act is Act.RETRACT else None
    told = evolve(form, message=TAKEN_BACK)
    if before is None or before.ballot is None or form.said is not None:
        return told
    return evolve(told, note=before.ballot.note, sureness=before.ballot.sureness or "")


def _page(request: Request, view: ItemView, form: Form, status: int = 200) -> HTMLResponse:
    account = actor(request)
    if form.choosing == "duplicate":
        form = evolve(form, others=evidence(request).others(view, form.find, OTHERS))
    return page(
        request,
        "item.html.j2",
        status,
        view=view,
        form=form,
        sides=evidence(request).sides(view),
        question=evidence(request).question,
        progress=desk(request).progress(account),
        trace=_trace(request, view),
        assigning=reviewers(request),
    )


def _trace(request: Request, view: ItemView) -> Explanation | None:
    """Return how a finding came about, for whom the machine's opinion is no secret."""
    finding = evidence(request).finding(view.fingerprint)
    if finding is None or view.opinion is None:
        return None
    return explanation(request, finding)


routes = [
    Route("/next", onward),
    Route("/items/{fingerprint}/undo", undo, methods=["POST"]),
    Route("/items/{fingerprint}", show),
    Route("/items/{fingerprint}", send, methods=["POST"]),
    Route("/items/{fingerprint}/others", others),
]
