"""Large files read piece by piece, compressed or not."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from factcheck.errors import ReadingError

LARGEST = 1 << 24
"""Most bytes in a line and characters in a field (16 MiB, about twenty novels): what is longer is
no document but a mistake, and would have to be held in memory whole."""

_GZIP = b"\x1f\x8b"
_ZSTANDARD = b"\x28\xb5\x2f\xfd"  # RFC 8878, section 3.1.1


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading, unpacked where its first bytes say that it is packed.

    Raises:
        ReadingError: it is packed in a way that needs a library that is missing, or it is damaged.
        OSError: it cannot be read.
    """
    damages: tuple[type[Exception], ...] = ()
    with path.open("rb") as file:
        head = file.peek(4)
        try:
            if head.startswith(_GZIP):
                damages = (EOFError, zlib.error, gzip.BadGzipFile)
                with gzip.open(file) as unpacked:
                    yield unpacked  # type: ignore[misc]
            elif head.startswith(_ZSTANDARD):
                zstd = _zstandard()
                damages = (EOFError, zstd.ZstdError)
                with zstd.open(file) as unpacked:
                    yield unpacked
            else:
                yield file
        except damages as error:
            raise ReadingError(f"its compression is damaged: {str(error).lower()}") from None


def _zstandard() -> Any:
    try:
        from compression import zstd  # from Python 3.14 on
    except ImportError:
        try:
            from backports import zstd
        except ImportError:
            raise ReadingError(
                "it is packed with Zstandard; pip install 'factcheck[zstd]' reads that"
            ) from None
    return zstd


class Lines:
    """The lines of a stream with their line feeds, one by one, and the number of the latest.

    A line that cannot be read raises and the next call goes on after it.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.number = 0
        self._stream = stream

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        """Return the next line.

        Raises:
            ReadingError: it is too long or not UTF-8.
        """
        line = self._stream.readline(LARGEST)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LARGEST and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(LARGEST)
            raise ReadingError(f"it is longer than {LARGEST >> 20} MiB")
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise ReadingError("it is not UTF-8; save the file as UTF-8") from None
