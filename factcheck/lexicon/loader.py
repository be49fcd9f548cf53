"""Loads lexicon packs and merges them into one lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from factcheck.errors import LexiconError
from factcheck.lexicon.merging import merge
from factcheck.lexicon.packfile import Pack, builtin_packs, is_builtin, read_pack
from factcheck.lexicon.schema import Lexicon
from factcheck.lexicon.validation import faults_of

__all__ = ["builtin_packs", "check", "load"]


def load(packs: Sequence[str | Path] = ("english", "health", "spun-text")) -> Lexicon:
    """Return the lexicon that ``packs`` make together.

    Lists are joined. Where two packs map one word, the later pack wins: a number, a unit, a
    degree on one dimension, a synonym's canonical word. Built-in packs are parsed once per
    process; a pack given by path is read and validated each time.

    Args:
        packs: names of built-in packs (``builtin_packs()``) or paths of ``.toml`` files or of
            folders with such files, in the order in which they are merged.

    Raises:
        LexiconError: a pack is missing, unreadable or wrong; lists every fault of every pack,
            one a line, each with its file and line.

    >>> lexicon = load(["english"])
    >>> lexicon.numbers["dozen"]
    12.0
    """
    if all(is_builtin(pack) for pack in packs):
        return _load_builtin(tuple(str(pack) for pack in packs))
    read: list[Pack] = []
    faults: list[str] = []
    for pack in packs:
        try:
            read.append(read_pack(pack))
        except LexiconError as error:
            faults.append(error.message)
            continue
        # The built-in packs are validated by factcheck's own tests.
        if not is_builtin(pack):
            faults.extend(faults_of(read[-1]))
    if faults:
        raise LexiconError("\n".join(faults))
    return merge(read)


@cache
def _load_builtin(names: tuple[str, ...]) -> Lexicon:
    return merge([read_pack(name) for name in names])


def check(pack: str | Path) -> list[str]:
    """Return every fault of a pack, each as ``file:line: what is wrong``; none if it is right.

    Args:
        pack: name of a built-in pack, or path of a ``.toml`` file or of a folder with some.

    >>> check("english")
    []
    """
    try:
        return faults_of(read_pack(pack))
    except LexiconError as error:
        return error.message.splitlines()
