"""What the work of a run rests on besides the documents: the program and its lexicons."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from attrs import fields

from factcheck.lexicon import Lexicon
from factcheck.version import __version__

WHOLE = (1 << 64) - 1
"""What a sum of digests is kept within."""

SIZE = 16
"""Bytes of a digest: of ten million values no two have the same by chance."""

LIBRARIES = ("nupunkt", "PyStemmer", "rapidfuzz")
"""Libraries that have a say in what documents state, and how that is compared."""


def digest_of_lexicon(lexicon: Lexicon) -> str:
    """Return a digest of a lexicon and of the program, which is all that reading rests on.

    The program counts to the letter: one that is being worked on has one version for long.
    """
    return digest(_program(), *(_plain(getattr(lexicon, one.name)) for one in fields(Lexicon)))


def digest(*parts: object) -> str:
    """Return a digest of values that are made of texts and numbers."""
    hashed = blake2b(digest_size=SIZE)
    for part in parts:
        hashed.update(repr(part).encode("utf-8", "surrogatepass"))
        hashed.update(b"\x1f")
    return hashed.hexdigest()


def digest_of(value: object) -> bytes:
    """Return a digest of a value that is made of texts and numbers, as ``SIZE`` bytes."""
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def number_of(numbers: Iterable[int]) -> int:
    """Return a digest of whole numbers of up to 64 bits as such a number."""
    content = array("Q", numbers).tobytes()
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big")


def _plain(value: object) -> object:
    """Return a value whose digest tells its content, in whatever order a set gives it."""
    if isinstance(value, Mapping):
        return [(key, _plain(held)) for key, held in value.items()]
    if isinstance(value, Set):
        return sorted(repr(_plain(held)) for held in value)
    if isinstance(value, tuple | list):
        return [_plain(held) for held in value]
    return value


@cache
def _program() -> str:
    hashed = blake2b(digest_size=SIZE)
    for source in _sources(files("factcheck")):
        hashed.update(source.read_bytes())
    libraries = [(name, version(name)) for name in LIBRARIES]
    return digest(__version__, sys.version_info[:2], libraries, hashed.hexdigest())


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith(".py"):
            yield entry
