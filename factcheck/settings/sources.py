"""Where settings come from: the command line, the environment, a file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigurationError
from factcheck.settings.values import (
    KEYS,
    LISTS,
    NUMBERS,
    PATHS,
    STORES,
    SWITCHES,
    Settings,
    checked,
    hint,
    nearest_name,
)

ENVIRONMENT_PREFIX = "FACTCHECK_"
FILE_NAME = "factcheck.toml"

_FLAGS = {"columns": "--column", "packs": "--pack"}
"""Options that are not called like their settings, since each names one thing."""

_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")

_SURELY_MEANT_AT = 85
"""Below this rapidfuzz ratio (0 to 100) a variable is that of another tool."""


def load(
    path: Path | None,
    start: Path,
    *,
    flags: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings that hold for a run started in ``start``.

    Args:
        path: a configuration file to use instead of the nearest one.
        start: the folder from which the nearest configuration file is looked for, upwards.
        flags: what was given on the command line, by setting name; None stands for not given.
        environment: environment variables; those of the process by default.

    Raises:
        ConfigurationError: a file cannot be read, a key is unknown, a value is not allowed.
    """
    found = path if path is not None else _nearest(start)
    values: dict[str, Any] = {}
    if found is not None:
        values |= _from_file(found)
    values |= _from_environment(os.environ if environment is None else environment)
    for name, value in (flags or {}).items():
        if value is not None:
            values[name] = checked(name, value, place=_FLAGS.get(name, f"--{_kebab(name)}"))
    return Settings(**values)


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _nearest(start: Path) -> Path | None:
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        project = folder / "pyproject.toml"
        if project.is_file() and "factcheck" in _tools(_parse(project), project):
            return project
    return None


def _tools(document: dict[str, Any], path: Path) -> dict[str, Any]:
    tools = document.get("tool", {})
    if not isinstance(tools, dict):
        raise ConfigurationError(f"{path}: [tool] is not a table.")
    return tools


def _parse(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"{path}: is not UTF-8, as TOML must be (byte {error.start})."
        ) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: invalid TOML: {_placed(error, text)}") from error


def _placed(error: tomllib.TOMLDecodeError, text: str) -> str:
    """Return the parser's message, with line and column where the text ends too early."""
    last = text.split("\n")
    end = f"(at line {len(last)}, column {len(last[-1]) + 1}, the end of the file)"
    return str(error).replace("(at end of document)", end)


def _from_file(path: Path) -> dict[str, Any]:
    table = _parse(path)
    if path.name == "pyproject.toml":
        tools = _tools(table, path)
        if "factcheck" not in tools:
            raise ConfigurationError(f"{path}: has no table [tool.factcheck].")
        table = tools["factcheck"]
        if not isinstance(table, dict):
            raise ConfigurationError(f"{path}: [tool.factcheck] is not a table.")
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in KEYS:
            near = nearest_name(_kebab(name), tuple(map(_kebab, KEYS)))
            raise ConfigurationError(f"{path}: unknown key {key!r}{hint(near) or '.'}")
        if name in values:
            raise ConfigurationError(f"{path}: {_kebab(name)!r} is given twice, as {name!r} too.")
        values[name] = checked(name, value, place=f"{path}: {key}")
    if "packs" in values:
        values["packs"] = tuple(
            _beside(path, pack) if pack.endswith(".toml") else pack for pack in values["packs"]
        )
    judge = values.get("judge", "")
    if judge.startswith("llm:"):
        raise ConfigurationError(
            f"{path}: judge: a file cannot choose a judge that texts are sent to; give --judge "
            "or FACTCHECK_JUDGE."
        )
    if values.get("engine", "").startswith("dask:"):
        raise ConfigurationError(
            f"{path}: engine: a file cannot choose a cluster that texts are sent to; give --engine "
            "or FACTCHECK_ENGINE."
        )
    if judge.startswith("nli:"):
        values["judge"] = f"nli:{_beside(path, judge.removeprefix('nli:'))}"
    for key in (*PATHS, *STORES):
        if values.get(key) and "://" not in values[key]:
            values[key] = _beside(path, values[key])
    return values


def _beside(path: Path, file: str) -> str:
    """Return a file's path as seen from the configuration file that names it."""
    return str(path.resolve().parent / file)


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    known = tuple(ENVIRONMENT_PREFIX + name.upper() for name in KEYS)
    values: dict[str, Any] = {}
    for variable in sorted(environment):
        if variable in known:
            name = variable.removeprefix(ENVIRONMENT_PREFIX).lower()
            values[name] = checked(name, _typed(name, environment[variable]), place=variable)
        elif variable.startswith(ENVIRONMENT_PREFIX):
            # Other tools may use the prefix: only what is surely a slip is an error.
            near = nearest_name(variable, known, _SURELY_MEANT_AT)
            if near:
                raise ConfigurationError(f"unknown environment variable {variable}{hint(near)}")
    return values


def _typed(name: str, text: str) -> object:
    """Return an environment variable's text as the type of its setting, where it can be read so."""
    if name in LISTS:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if name in SWITCHES:
        lowered = text.strip().lower()
        return True if lowered in _TRUE else False if lowered in _FALSE else text
    if name in (*NUMBERS, "min_confidence", "min_checkability"):
        try:
            return int(text) if name in NUMBERS else float(text)
        except ValueError:
            return text
    return text.strip()
