"""Finding and reading the TOML files that make up a pack."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import tomli
from attrs import field, frozen

from factcheck.errors import LexiconError

_BUILTIN = files("factcheck.lexicon") / "packs"


@frozen
class PackFile:
    """One parsed file of a pack.

    Attributes:
        label: how faults name the file: its path, or ``english/units.toml`` for a built-in one.
        text: the file as written, for finding lines.
        data: the parsed tables.
    """

    label: str
    text: str = field(repr=False)
    data: dict[str, Any] = field(repr=False)


@frozen
class Pack:
    """A named pack, its files in the order of their names."""

    name: str
    files: tuple[PackFile, ...]


@cache
def builtin_packs() -> tuple[str, ...]:
    """Return the names of the packs that come with factcheck, sorted.

    >>> "english" in builtin_packs()
    True
    """
    return tuple(
        sorted(
            entry.name.removesuffix(".toml")
            for entry in _BUILTIN.iterdir()
            if entry.is_dir() or entry.name.endswith(".toml")
        )
    )


def is_builtin(pack: str | Path) -> bool:
    """Return whether ``pack`` names a pack that comes with factcheck.

    A path object never does, so ``Path("english")`` reaches a folder of that name.
    """
    return isinstance(pack, str) and pack in builtin_packs()


def read_pack(pack: str | Path) -> Pack:
    """Read and parse every file of a pack, without judging its content.

    Args:
        pack: name of a built-in pack, or path of a ``.toml`` file or of a folder with some.

    Raises:
        LexiconError: there is no such pack, a file cannot be read, or its TOML is invalid;
            one line for each file at fault.
    """
    if isinstance(pack, str) and is_builtin(pack):
        return _builtin(pack)
    return _read(_resolve(pack), str(pack))


@cache
def _builtin(name: str) -> Pack:
    single = _BUILTIN / f"{name}.toml"
    if single.is_file():
        return _read(single, single.name)
    return _read(_BUILTIN / name, name)


def _resolve(pack: str | Path) -> Path:
    path = Path(pack)
    if path.is_dir() or path.is_file():
        return path
    known = builtin_packs()
    close = get_close_matches(str(pack), known, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    raise LexiconError(
        f"{pack}: no such pack: {hint}A pack is a .toml file, a folder with .toml files, "
        f"or one of {', '.join(known)}"
    )


def _read(root: Traversable, label: str) -> Pack:
    if root.is_file():
        sources = [(label, root)]
    else:
        names = sorted(entry.name for entry in root.iterdir() if entry.name.endswith(".toml"))
        sources = [(f"{label.rstrip('/')}/{name}", root / name) for name in names]
    if not sources:
        raise LexiconError(f"{label}: the folder has no .toml file")
    parsed: list[PackFile] = []
    faults: list[str] = []
    for file_label, source in sources:
        try:
            parsed.append(_parse(file_label, source))
        except LexiconError as error:
            faults.append(error.message)
    if faults:
        raise LexiconError("\n".join(faults))
    given = [file.data["name"] for file in parsed if isinstance(file.data.get("name"), str)]
    return Pack(given[0] if given else root.name.removesuffix(".toml"), tuple(parsed))


def _parse(label: str, source: Traversable) -> PackFile:
    try:
        # A byte order mark is what some Windows editors leave; it is no part of the TOML.
        text = source.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise LexiconError(f"{label}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise LexiconError(f"{label}:{line}: not UTF-8: {error.reason}") from error
    try:
        return PackFile(label, text, tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        raise LexiconError(f"{label}:{_syntax_fault(text, str(error))}") from error


def _syntax_fault(text: str, message: str) -> str:
    """Move the place that tomli names at the end of its message to the front."""
    place = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if place:
        line, column, reason = place[1], place[2], message[: place.start()]
    else:
        line = str(text.count("\n") + 1)
        column = str(len(text) - text.rfind("\n"))
        reason = message.removesuffix(" (at end of document)") + " before the end of the file"
    return f"{line}:{column}: invalid TOML: {reason[:1].lower()}{reason[1:]}"
