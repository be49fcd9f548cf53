"""The shapes of the API in JSON Schema 2020-12, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model import (
    Act,
    Decision,
    Reason,
    Role,
    Stance,
    Status,
    Sureness,
)
from factcheck.model.review import MOST_NOTE

Schema = dict[str, Any]

FINGERPRINT = "^fp-[0-9a-f]{16}$"

_TEXT: Schema = {"type": "string"}
_TYPED: Schema = {"type": "string", "pattern": "^[^\\u0000]*$", "maxLength": 1000}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_TIME: Schema = {"type": "string", "format": "date-time"}
_ITEM: Schema = {"type": "string", "pattern": FINGERPRINT}
_ID: Schema = {"type": "string", "pattern": "^[A-Za-z0-9_-]{8,64}$"}
_NOTE: Schema = {"type": "string", "maxLength": MOST_NOTE, "pattern": "^[^\\u0000]*$"}
_SEEN: Schema = {**_TYPED, "default": "", "maxLength": 64}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _one_of(*values: str) -> Schema:
    return {"type": "string", "enum": list(values)}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(optional: tuple[str, ...] = (), /, **members: Schema) -> Schema:
    return {
        "type": "object",
        "properties": members,
        "required": [name for name in members if name not in optional],
        "additionalProperties": False,
    }


def _ballot(*decisions: Decision, **more: Schema) -> Schema:
    common = {
        "decision": _one_of(*decisions),
        "note": {**_NOTE, "default": ""},
        "sureness": {"enum": [*Sureness, None]},
        "reason": {"type": "null"},
        "duplicate_of": {"const": ""},
    }
    # What is given in no case but one must be given in that one.
    optional = tuple(name for name in common if name not in ("decision", *more))
    return _object(optional, **{**common, **more})


def _claims() -> Schema:
    return _object(
        fingerprint=_TEXT,
        side=_TEXT,
        document=_TEXT,
        document_id=_TEXT,
        quote=_TEXT,
        start=_COUNT,
        end=_COUNT,
        exact=_TEXT,
        prefix=_TEXT,
        suffix=_TEXT,
    )


SCHEMAS: Mapping[str, Schema] = {
    "Account": _object(name=_TEXT, role=_one_of(*Role)),
    "Agreement": {
        "type": "object",
        "description": "The figures that `factcheck review agreement --format json` writes.",
    },
    "Assignments": _object(
        assignments=_list(_object(item=_ITEM, reviewer=_TEXT, until=_TIME)),
    ),
    "Ballot": _object(
        decision=_one_of(*Decision),
        reason={"enum": [*Reason, None]},
        duplicate_of=_TEXT,
        note=_NOTE,
        sureness={"enum": [*Sureness, None]},
    ),
    "Choices": _object(topic=_list(_TEXT), source=_list(_TEXT), rule=_list(_TEXT)),
    "Claim": _claims(),
    "Conflict": {
        "allOf": [_ref("Problem")],
        "properties": {"item": _ref("Item")},
        "description": "What stands instead, since another tab or person was faster.",
    },
    "Credentials": _object(name=_TYPED, password=_TYPED),
    "Description": {"type": "object", "description": "This description."},
    "Entry": _object(
        id=_ID,
        item=_ITEM,
        author=_TEXT,
        act=_one_of(*Act),
        ballot=_or_null(_ref("Ballot")),
        supersedes=_TEXT,
        time=_TIME,
        round={"type": "integer", "minimum": 1},
        documents=_list(_object(name=_TEXT, id=_TEXT)),
        version=_TEXT,
    ),
    "Export": {"description": "What `factcheck review export` writes in this format."},
    "History": _object(entries=_list(_ref("Entry"))),
    "Item": _object(
        fingerprint=_ITEM,
        question=_TEXT,
        topic=_TEXT,
        claims=_list(_ref("Claim")),
        orphaned=_TEXT,
        present={"type": "boolean"},
        round={"type": "integer", "minimum": 1},
        mine=_or_null(_ref("Entry")),
        opinion=_or_null(_ref("Opinion")),
        status={"enum": [*Status, None]},
        votes=_list(_ref("Ballot")),
        outcome=_or_null(_ref("Outcome")),
        may=_list(_one_of(*Act)),
        earlier=_list(_ITEM),
    ),
    "NewBallot": {
        "oneOf": [
            _ballot(Decision.TRUE_CONFLICT, Decision.NEEDS_SOURCE_CHECK),
            _ballot(Decision.NOT_A_CONFLICT, reason=_one_of(*Reason)),
            _ballot(Decision.DUPLICATE, duplicate_of=_ITEM),
        ]
    },
    "Next": _object(fingerprint=_or_null(_ITEM)),
    "Opinion": _object(stance=_one_of(*Stance), rule=_TEXT, confidence=_SHARE, impact=_SHARE),
    "Outcome": _object(
        decision=_one_of(*Decision),
        duplicate_of=_TEXT,
        reasons=_list(_one_of(*Reason)),
        notes=_list(_TEXT),
        authors=_list(_TEXT),
        time=_TIME,
        adjudicated={"type": "boolean"},
    ),
    "Page": _object(items=_list(_ref("Item")), total=_COUNT, offset=_COUNT),
    "Problem": {
        "type": "object",
        "description": "Problem details (RFC 9457).",
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": _TEXT,
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": _TEXT,
        },
        "required": ["type", "title", "status", "detail"],
    },
    "Progress": _object(
        done=_COUNT,
        left=_COUNT,
        seconds=_or_null({"type": "number", "minimum": 0}),
        adjudication=_or_null(_COUNT),
    ),
    "Receipt": _object(entry=_ref("Entry"), repeated={"type": "boolean"}, item=_ref("Item")),
    "Sender": _object(
        account=_ref("Account"),
        single_user={"type": "boolean"},
        csrf_token={"type": ["string", "null"]},
        until=_or_null(_TIME),
    ),
    "Session": _object(token=_TEXT, account=_ref("Account"), until=_TIME),
    "Skip": _object(("seen",), id=_ID, seen=_SEEN),
    "Undo": _object(id=_ID),
    "Vote": _object(("seen",), id=_ID, seen=_SEEN, ballot=_ref("NewBallot")),
}
"""Every shape by its name."""
