"""Values as bytes and back, without ever running what the bytes might say.

Pickle is the fastest way there is, but one that can name any function. Here it may name the
classes of claims and what they are made of, and nothing else, as the documentation of ``pickle``
advises under "Restricting Globals".
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from factcheck import model
from factcheck.errors import StoreError

CLASSES = {
    (held.__module__, held.__qualname__): held
    for held in vars(model).values()
    if isinstance(held, type)
}


class Known(Protocol):
    """What is kept elsewhere, by number: a sequence, or what reads it out of a file."""

    def __getitem__(self, number: int, /) -> object:
        """Return what has a number."""


def numbered(known: Iterable[object]) -> dict[int, int]:
    """Return the numbers of objects by their identities."""
    return {id(one): number for number, one in enumerate(known)}


def pack(value: object, numbers: Mapping[int, int]) -> bytes:
    """Return a value as bytes; what is ``numbered`` goes in as its number."""
    content = io.BytesIO()
    packer = Packer(content, protocol=pickle.HIGHEST_PROTOCOL)
    packer.numbers = numbers
    packer.dump(value)
    return content.getvalue()


def unpack(content: bytes | memoryview, known: Known) -> Any:
    """Return the value that was packed, with what is ``known`` in the place of its number.

    Raises:
        StoreError: the bytes name something that no packed value holds.
    """
    unpacker = Unpacker(io.BytesIO(content))
    unpacker.known = known
    return unpacker.load()


class Packer(pickle.Pickler):
    numbers: Mapping[int, int]

    def persistent_id(self, value: object) -> int | None:
        return self.numbers.get(id(value))


class Unpacker(pickle.Unpickler):
    known: Known

    def persistent_load(self, number: int) -> object:
        return self.known[number]

    def find_class(self, module: str, name: str) -> type:
        try:
            return CLASSES[module, name]
        except KeyError:
            raise StoreError(f"{module}.{name}: is nothing that a run store holds.") from None
