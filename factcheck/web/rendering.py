"""Pages made of templates, in the looks of the report."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import attrgetter

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from factcheck.explaining.wording import (
    condition_words,
    deciding,
    feature,
    outcome,
    readings,
    relation_words,
    telling,
    verdict,
)
from factcheck.model import Account
from factcheck.reporting.content import Piece
from factcheck.reporting.html import environment
from factcheck.reporting.wording import clean, printable
from factcheck.review.filters import STATES
from factcheck.version import __version__
from factcheck.web import words
from factcheck.web.assets import address
from factcheck.web.requests import account_or_none, csrf_token, reviewed, single_user


def page(request: Request, template: str, status: int = 200, **content: object) -> HTMLResponse:
    """Return the page that a template makes of ``content``, for whoever asks."""
    account = account_or_none(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            account=account,
            single=single_user(request),
            states=_states(request, account),
            collection=reviewed(request).corpus.title,
            csrf=csrf_token(request),
            here=request.url.path,
            version=__version__,
            **content,
        )
    )
    return HTMLResponse(html, status)


def prepare() -> None:
    """Read the templates now: of those who come first, each thread would do it by itself."""
    for template in files("factcheck.web").joinpath("templates").iterdir():
        _environment().get_template(template.name)


def _states(request: Request, account: Account | None) -> tuple[str, ...]:
    """Return the states that somebody may ask for and that can be."""
    if account is None:
        return ()
    between = {"adjudicable", "adjudication", "open"} if single_user(request) else set()
    return tuple(state for state in STATES[account.role] if state not in between)


def _by_stated(pieces: Iterable[Piece]) -> list[tuple[bool, list[Piece]]]:
    """Return a quotation in parts, those of the claim and those around it."""
    return [(stated, list(part)) for stated, part in groupby(pieces, attrgetter("stated"))]


@cache
def _environment() -> Environment:
    found = environment("factcheck.web")
    found.globals |= {
        "asset": address,
        "decisions": words.DECISIONS,
        "reasons": words.REASONS,
        "surenesses": words.SURENESS,
        "roles": words.ROLES,
        "state_names": words.STATES,
        "statuses": words.STATUSES,
    }
    found.filters |= {
        "by_stated": _by_stated,
        "clean": clean,
        "condition": condition_words,
        "deciding": deciding,
        "deed": words.deed,
        "feature": feature,
        "minutes": words.minutes,
        "moment": words.moment,
        "outcome": outcome,
        "pair": lambda value: (value, value),
        "printable": printable,
        "readings": readings,
        "relation": relation_words,
        "said": words.said,
        "state_pair": lambda state: (state, words.STATES[state]),
        "verdict": verdict,
    }
    found.tests["telling"] = telling
    return found
