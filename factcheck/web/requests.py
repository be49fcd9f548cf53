"""What is known of a request beside what it says: who sends it, and where it arrived."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import TypeVar

from attrs import define
from starlette.requests import HTTPConnection

from factcheck.model import Account, Run
from factcheck.review import Desk
from factcheck.review.rota import Rota
from factcheck.store.sessions import Session
from factcheck.web.sessions import Sessions
from factcheck.web.site import Site

T = TypeVar("T")


@define
class Identity:
    """Who sends a request.

    Attributes:
        account: who they are; None while they are not logged in.
        session: their session; None without one, as where there are no accounts.
        token: what they showed; empty where they showed nothing.
        bearer: whether they showed it in the header ``Authorization``, as programs do.
        fresh: whether the token was made for this request, so that the answer has to hand it out.
    """

    account: Account | None = None
    session: Session | None = None
    token: str = ""
    bearer: bool = False
    fresh: bool = False


def identity(request: HTTPConnection) -> Identity:
    """Return who sends a request; nobody known for one refused before that was looked up."""
    found = request.scope.get("state", {}).get("identity", Identity())
    assert isinstance(found, Identity)
    return found


def actor(request: HTTPConnection) -> Account:
    """Return the account that sends a request to what only accounts reach."""
    account = identity(request).account
    assert account is not None
    return account


def account_or_none(request: HTTPConnection) -> Account | None:
    """Return the account that sends a request; None where nobody is logged in."""
    return identity(request).account


def single_user(request: HTTPConnection) -> bool:
    """Return whether there are no accounts, so that nobody logs in or out."""
    return site(request).single is not None


def csrf_token(request: HTTPConnection) -> str:
    """Return what forms send in the field ``csrf``, and scripts in ``X-CSRF-Token``.

    It is made from the cookie, which other sites can neither read nor, being ``SameSite``, send.
    """
    sender = identity(request)
    if not sender.token:
        sender.token, sender.fresh = secrets.token_urlsafe(32), True
    return forgery_token(sender.token)


def forgery_token(token: str) -> str:
    """Return the token against forged requests that belongs to a session's token."""
    return hmac.new(token.encode("utf-8", "surrogatepass"), b"csrf", sha256).hexdigest()


def site(request: HTTPConnection) -> Site:
    """Return where the application stands."""
    return _kept(request, "site", Site)


def desk(request: HTTPConnection) -> Desk:
    """Return the desk, which answers what reviewers ask."""
    return _kept(request, "desk", Desk)


def rota(request: HTTPConnection) -> Rota:
    """Return the rota, which says who is to look at which finding."""
    here = desk(request)
    return Rota(here.database, here.policy, here.clock)


def sessions(request: HTTPConnection) -> Sessions:
    """Return the sessions of the store."""
    return _kept(request, "sessions", Sessions)


def reviewed(request: HTTPConnection) -> Run:
    """Return the run whose findings are reviewed, with the documents."""
    return _kept(request, "run", Run)


def _kept(request: HTTPConnection, name: str, kind: type[T]) -> T:
    found = getattr(request.app.state, name)
    assert isinstance(found, kind)
    return found
