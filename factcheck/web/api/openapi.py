"""The description of the API in OpenAPI 3.1, made of the operations that are served."""

from __future__ import annotations

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from factcheck.version import __version__
from factcheck.web.api.operation import ADDRESS, Operation
from factcheck.web.api.schemas import FINGERPRINT, SCHEMAS

Data = dict[str, Any]

_JSON, _PROBLEM = "application/json", "application/problem+json"

_IN_PATH = {
    "fingerprint": ("Fingerprint of a finding.", {"type": "string", "pattern": FINGERPRINT}),
    "reviewer": ("Name of an account.", {"type": "string", "minLength": 1, "maxLength": 64}),
}

_ABOUT = """What reviewers decide about findings, under the same rules as the pages.

Log in with `POST /session` and send the token as `Authorization: Bearer TOKEN`. Scripts on the
pages themselves are known by their cookie; they send the token of `GET /session` in the header
`X-CSRF-Token` with every request that changes anything. Every entry bears an id that the sender
makes up, so that what is sent twice is kept once. Errors are problem details (RFC 9457)."""


def description(operations: Iterable[Operation]) -> Data:
    """Return the description of some operations."""
    paths: dict[str, Data] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {"title": "factcheck review", "version": __version__, "description": _ABOUT},
        "servers": [{"url": ADDRESS}],
        "security": [{"token": []}, {"cookie": [], "csrf": []}, {"cookie": []}],
        "paths": paths,
        "components": {
            "schemas": dict(SCHEMAS),
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "factcheck"},
                "csrf": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"},
            },
        },
    }


def _operation(one: Operation) -> Data:
    found: Data = {"operationId": one.name, "summary": one.about}
    parameters = [*_path_parameters(one), *_query_parameters(one)]
    if parameters:
        found["parameters"] = parameters
    if one.body:
        found["requestBody"] = {"required": True, "content": {_JSON: _schema(one.body)}}
    if one.open:
        found["security"] = []
    found["responses"] = {
        **{
            str(status): _reply(status, schema, one.media) for status, schema in one.replies.items()
        },
        "4XX": {
            "description": "What was asked for cannot be done.",
            "content": {_PROBLEM: _schema("Problem")},
        },
        "503": {
            "description": "The store cannot be reached.",
            "content": {_PROBLEM: _schema("Problem")},
        },
    }
    return found


def _path_parameters(one: Operation) -> list[Data]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": _IN_PATH[name][0],
            "schema": _IN_PATH[name][1],
        }
        for name in re.findall(r"{(\w+)}", one.path)
    ]


def _query_parameters(one: Operation) -> list[Data]:
    return [
        {
            "name": parameter.name,
            "in": "query",
            "description": parameter.about,
            "schema": dict(parameter.schema),
        }
        for parameter in one.query
    ]


def _reply(status: int, schema: str, media: tuple[str, ...]) -> Data:
    reply: Data = {"description": HTTPStatus(status).phrase}
    if schema:
        kinds = (media or (_JSON,)) if status < 400 else (_PROBLEM,)
        reply["content"] = {kind: _schema(schema) for kind in kinds}
    return reply


def _schema(name: str) -> Data:
    return {"schema": {"$ref": f"#/components/schemas/{name}"}}
