"""Logging in and out, for programs."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.errors import RefusedError
from factcheck.web.api.asked import check_members, text
from factcheck.web.api.operation import Operation
from factcheck.web.api.shapes import account_data
from factcheck.web.hosts import address
from factcheck.web.problems import problem
from factcheck.web.requests import actor, csrf_token, identity, sessions, single_user
from factcheck.web.sessions import LogInError, TooManyAttemptsError


def log_in(request: Request, body: Any) -> Response:
    """Begin a session and return its token."""
    if single_user(request):
        raise RefusedError("there are no accounts here, so nobody logs in.")
    check_members(body, "name", "password")
    name, password = text(body, "name"), text(body, "password")
    try:
        opened = sessions(request).log_in(name, password, address(request))
    except LogInError as error:
        return problem(request, 401, error.message, {"WWW-Authenticate": "Bearer"})
    except TooManyAttemptsError as error:
        return problem(request, 429, error.message, {"Retry-After": str(error.wait)})
    account = account_data(opened.account)
    told = {"token": opened.token, "account": account, "until": opened.until}
    return JSONResponse(told, 201)


def who(request: Request, _: Any) -> Response:
    """Return who asks, and what their pages send along."""
    sender = identity(request)
    until = sender.session and sessions(request).until(sender.session)
    return JSONResponse(
        {
            "account": account_data(actor(request)),
            "single_user": single_user(request),
            "csrf_token": None if sender.bearer else csrf_token(request),
            "until": until,
        }
    )


def log_out(request: Request, _: Any) -> Response:
    """End the session."""
    sender = identity(request)
    if sender.session is not None:
        sessions(request).log_out(sender.token)
    return Response(status_code=204)


OPERATIONS = (
    Operation(
        "POST",
        "/session",
        "logIn",
        "Log in; the token goes into the header `Authorization: Bearer` from then on.",
        log_in,
        {201: "Session"},
        body="Credentials",
        open=True,
    ),
    Operation("GET", "/session", "whoAmI", "Say who asks.", who, {200: "Sender"}),
    Operation("DELETE", "/session", "logOut", "Log out.", log_out, {204: ""}),
)
