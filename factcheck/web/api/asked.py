"""What a request to the API asks for, read and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from factcheck.errors import ConfigurationError, UnknownItemError
from factcheck.model import Account, Act, Entry
from factcheck.review import Filters, filters_of
from factcheck.web.api.operation import Operation

MOST_ROWS = 200
MOST_OFFSET = 10_000_000
MOST_TEXT = 1000
"""Characters of a text that is no note."""

_FINGERPRINT = re.compile(r"fp-[0-9a-f]{16}")
_JSON = "application/json"


async def body_of(request: Request, operation: Operation) -> Any:
    """Return the body of a request as JSON tells it; None where the operation takes none.

    Raises:
        HTTPException: it is of another type, or no JSON.
        ConfigurationError: it is no object, or holds text that no database keeps.
    """
    if not operation.body:
        return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _JSON:
        raise HTTPException(415, f"send the body as {_JSON}, and say so in Content-Type.")
    try:
        data = json.loads(await request.body(), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"the body is no JSON: {error}.") from error
    if not isinstance(data, dict):
        raise ConfigurationError("the body is no JSON object.")
    if not all(map(_is_plain, _texts(data))):
        raise ConfigurationError("the body holds a null character, or half of a character.")
    return data


def check_query(request: Request, operation: Operation) -> None:
    """Raise ConfigurationError where the query holds what the operation does not take."""
    known = [one.name for one in operation.query]
    pairs = request.query_params.multi_items()
    for name, value in pairs:
        if name not in known:
            allowed = f"there are {', '.join(known)}" if known else "there is none"
            raise ConfigurationError(f"the parameter {name!r} is not known here; {allowed}.")
        if not _is_plain(value):
            raise ConfigurationError(f"{name}: holds a null character.")
        if len(value) > MOST_TEXT:
            raise ConfigurationError(f"{name}: is longer than {MOST_TEXT} characters.")
    if len({name for name, _ in pairs}) < len(pairs):
        raise ConfigurationError("a parameter is given twice.")


def fingerprint(request: Request) -> str:
    """Return the fingerprint in the path.

    Raises:
        UnknownItemError: it cannot be one.
    """
    given = str(request.path_params["fingerprint"])
    if not _FINGERPRINT.fullmatch(given):
        raise UnknownItemError(f"{given!r} is no fingerprint of a finding.")
    return given


def entry_id(data: Mapping[str, Any], actor: Account) -> str:
    """Return the id that a new entry is given by who sends it.

    Raises:
        ConfigurationError: it cannot be one.
    """
    given = text(data, "id")
    try:
        return Entry(given, "", actor.name, Act.SKIP).id
    except ValueError as error:
        raise ConfigurationError(f"{error}.") from error


def filters(request: Request) -> Filters:
    """Return the filters in the query."""
    return filters_of(request.query_params)


def number(request: Request, name: str, default: int, least: int, most: int) -> int:
    """Return a whole number of the query.

    Raises:
        ConfigurationError: it is none, or out of range.
    """
    given = request.query_params.get(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", given) or not least <= int(given) <= most:
        raise ConfigurationError(f"{name}: {given!r} is not allowed; give {least} to {most}.")
    return int(given)


def check_members(data: Mapping[str, Any], *known: str) -> None:
    """Raise ConfigurationError where a body holds a member that is not known."""
    for name in data:
        if name not in known:
            raise ConfigurationError(f"{name!r} is not known here; there are {', '.join(known)}.")


def text(data: Mapping[str, Any], name: str, default: str | None = None) -> str:
    """Return a member that is text.

    Raises:
        ConfigurationError: it is missing and has no default, or is no text.
    """
    if name not in data and default is None:
        raise ConfigurationError(f"{name}: is missing.")
    value = data.get(name, default)
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise ConfigurationError(f"{name}: give text of at most {MOST_TEXT} characters.")
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _is_plain(value: str) -> bool:
    return "\x00" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")
