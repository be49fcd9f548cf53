"""JSON in files that people keep, with errors that name the file and the place."""

from __future__ import annotations

import json
from typing import Any

from factcheck.errors import ConfigurationError


def decoded(content: bytes, name: str) -> str:
    """Return the text of a JSON file.

    Raises:
        ConfigurationError: it is not UTF-8; the message calls it by ``name``.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{name}: is not UTF-8, as JSON must be.") from error


def parsed(text: str, name: str, kind: str) -> Any:
    """Return what a JSON text holds.

    Args:
        text: the text.
        name: what messages call the file.
        kind: what it should be, such as ``run``.

    Raises:
        ConfigurationError: it is no JSON, or nested too deeply; the message names the line.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigurationError(
            f"{name}, line {error.lineno}: is not JSON: {error.msg}."
        ) from error
    except ValueError as error:
        raise ConfigurationError(f"{name}: is no {kind}: {error}.") from error
    except RecursionError as error:
        raise ConfigurationError(f"{name}: is no {kind}: it is nested too deeply.") from error
