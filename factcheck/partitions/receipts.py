"""Work on parts that is done once: a check that was broken off goes on with what is left.

A piece of work leaves a receipt once its files are whole: what it came to, and the digest of each
file. A receipt that is there is taken for the work, if the files are as it says.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from attrs import frozen

from factcheck.engines import rarely_collecting
from factcheck.partitions.sections import noted, whole

R = TypeVar("R")

RECEIPTS, DROPPED = "receipts", "dropped"
"""Folders of the receipts by work, and of marks for the folders that no work needs any more."""

_DIGEST = 32
"""Bytes of a digest."""


class DamagedError(Exception):
    """A file is not as it was written."""


@frozen
class Once(Generic[R]):
    """Work that is not done again where it left a receipt.

    Attributes:
        folder: the working folder.
        name: of the work; no other work in the folder has it.
        work: what is done to a part; it writes files in the folder, and nothing else.
    """

    folder: Path
    name: str
    work: Callable[[int], R]

    def __call__(self, part: int) -> R:
        """Return what the work makes of a part, or made of it before.

        Raises:
            DamagedError: it did, but a file of it is damaged or gone.
        """
        receipt = self.folder / RECEIPTS / self.name / f"{part:06}"
        if receipt.exists():
            result, files = _received(receipt)
            for name, digest in files.items():
                if not self._dropped(name) and digest_of(self.folder / name) != digest:
                    raise DamagedError(name)
            made: R = result
            return made
        with noted() as written, rarely_collecting():
            made = self.work(part)
        names = {path.relative_to(self.folder).as_posix(): digest_of(path) for path in written}
        content = pickle.dumps((made, names), pickle.HIGHEST_PROTOCOL)
        with whole(receipt) as file:
            file.write(hashlib.blake2b(content, digest_size=_DIGEST).digest())
            file.write(content)
        return made

    def _dropped(self, name: str) -> bool:
        return (self.folder / DROPPED / name.partition("/")[0]).exists()


def drop(folder: Path, *kinds: str) -> None:
    """Remove folders in the working folder that every work has done with."""
    for kind in kinds:
        with whole(folder / DROPPED / kind):
            pass
        shutil.rmtree(folder / kind, ignore_errors=True)


def digest_of(path: Path) -> bytes:
    """Return a digest of a file's content; no bytes where there is no such file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=_DIGEST)).digest()
    except FileNotFoundError:
        return b""


def _received(receipt: Path) -> tuple[Any, dict[str, bytes]]:
    written = receipt.read_bytes()
    digest, content = written[:_DIGEST], written[_DIGEST:]
    if hashlib.blake2b(content, digest_size=_DIGEST).digest() != digest:
        raise DamagedError(str(receipt))
    received: tuple[Any, dict[str, bytes]] = pickle.loads(content)
    return received
