"""An operation of the API: what it takes, what it answers, and how it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen
from starlette.requests import Request
from starlette.responses import Response

Schema = Mapping[str, Any]
Answer = Callable[[Request, Any], Response]

ADDRESS = "/api/v1"


@frozen
class Parameter:
    """A parameter in the query of an address.

    Attributes:
        name: its name.
        about: what it is for.
        schema: what it may be.
    """

    name: str
    about: str
    schema: Schema = field(factory=lambda: {"type": "string", "maxLength": 1000})


@frozen
class Operation:
    """Something that programs can ask for; its route and its description are both made of it.

    Attributes:
        method: of HTTP.
        path: below :data:`ADDRESS`, with the names of its parameters in braces.
        name: of the operation, unique.
        about: what it does, in a sentence.
        answer: gets the request and its body as JSON told it, in a thread.
        replies: name of the schema of each answer by its status code; empty for no content.
        query: the parameters of the query; no others are taken.
        body: name of the schema of the body; empty for none.
        media: types of the answer, where it is another than JSON.
        open: whether nobody needs to be logged in.
    """

    method: str
    path: str
    name: str
    about: str
    answer: Answer
    replies: Mapping[int, str]
    query: tuple[Parameter, ...] = ()
    body: str = ""
    media: tuple[str, ...] = ()
    open: bool = False
