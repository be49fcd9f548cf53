"""Data, on standard output or in a file."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

from factcheck.errors import ConfigurationError
from factcheck.model import Run
from factcheck.reporting import format_of, is_folder, pieces, render_folder, suffix_of

STANDARD = "-"

PARTED = ("jsonl", "parquet")
"""Formats that go into a folder part by part."""


@frozen
class Output:
    """Where data goes and in which format.

    Attributes:
        path: a file, or ``-`` for standard output.
        format: name of the format.
        named: whether the user named the path.
    """

    path: str
    format: str
    named: bool = True

    @classmethod
    def chosen(
        cls,
        path: str | None,
        format: str | None,
        allowed: tuple[str, ...],
        default: str,
        stem: str = "",
        folders: tuple[str, ...] = ("html",),
    ) -> Output:
        """Return the output that was asked for; a file's suffix stands for its format.

        Args:
            path: the file that was named, if any.
            format: the format that was named, if any.
            allowed: the formats of the command.
            default: the format where neither is named.
            stem: name, without suffix, of the file to write where none is named; standard output
                where this is empty.
            folders: the formats that can be written into a folder, the first where none is named.

        Raises:
            ConfigurationError: the suffix stands for no format of this command, or there is no
                folder to write the file into.
        """
        if format == "parquet" and (path is None or not is_folder(path)):
            raise ConfigurationError(
                "--format parquet: is written as a folder; name one with --output, as in"
                " '--output result/'."
            )
        if path == "":
            raise ConfigurationError(
                "--output: is empty; name a file or a folder, or leave it out."
            )
        if path is None:
            known = format or default
            return cls(f"{stem}{suffix_of(known)}" if stem else STANDARD, known, named=False)
        if path != STANDARD and is_folder(path):
            within = format or folders[0]
            if within not in folders or within not in allowed:
                raise ConfigurationError(
                    f"{path}: is a folder; only {' or '.join(folders)} is written as one."
                )
            return cls(path, within)
        if path != STANDARD and not Path(path).parent.is_dir():
            raise ConfigurationError(
                f"{path}: there is no folder {str(Path(path).parent)!r}; make it."
            )
        if format is None and path != STANDARD and Path(path).suffix:
            format = _by_suffix(path, allowed)
        return cls(path, format or default)

    @classmethod
    def several(
        cls,
        paths: Sequence[str],
        format: str | None,
        allowed: tuple[str, ...],
        default: str,
        stem: str = "",
        folders: tuple[str, ...] = ("html",),
    ) -> tuple[Output, ...]:
        """Return the outputs that were asked for; where there are several, suffixes tell formats.

        Args:
            paths: the files that were named, if any.
            format: the format that was named, if any; of several outputs, that of standard output.
            allowed: the formats of the command.
            default: the format where neither is named.
            stem: as for one output.
            folders: as for one output.

        Raises:
            ConfigurationError: a suffix stands for no format of this command, one file is named
                twice, or the format was given where several files tell theirs.
        """
        if len(paths) < 2:
            path = next(iter(paths), None)
            return (cls.chosen(path, format, allowed, default, stem, folders),)
        twice = sorted(path for path, times in Counter(paths).items() if times > 1)
        if twice:
            raise ConfigurationError(f"--output {twice[0]}: is given twice.")
        if format is not None and STANDARD not in paths:
            raise ConfigurationError(
                f"--format {format}: of several outputs the suffix of each tells its format; add "
                "'--output -' for standard output in this one, or give one output only."
            )
        return tuple(
            cls.chosen(path, format if path == STANDARD else None, allowed, default)
            for path in paths
        )

    @property
    def in_parts(self) -> bool:
        """Whether data goes into a folder part by part, as it is worked out."""
        return self.format in PARTED and self.to_file and is_folder(self.path)

    @property
    def to_file(self) -> bool:
        """Whether data goes into a file."""
        return self.path != STANDARD

    def write_run(self, run: Run, **options: object) -> Path:
        """Write ``run``, into a folder as pages, and return where reading it starts.

        Args:
            run: what to write.
            **options: fields of ``factcheck.reporting.Options``.

        Raises:
            ConfigurationError: the folder holds files that are no report.
            OSError: a file cannot be written.
        """
        if self.to_file and is_folder(self.path):
            return render_folder(run, Path(self.path), **options)
        self.write_parts(pieces(run, self.format, **options))
        return Path(self.path)

    def write(self, text: str) -> bool:
        """Write all of the data, and return whether somebody may read more.

        Raises:
            OSError: the file cannot be written.
        """
        return self.write_parts([text])

    def write_parts(self, parts: Iterable[str]) -> bool:
        """Write the data piece by piece, as it comes, and return whether somebody may read more.

        A reader that closes the pipe has seen enough: that is no error, and the command goes on
        to its exit code.

        Raises:
            OSError: the file, or standard output, cannot be written; it names which.
        """
        if self.to_file:
            with _named(self.path), Path(self.path).open("wb") as file:
                for part in parts:
                    file.write(_encoded(part))
            return True
        stream = sys.stdout.buffer
        try:
            with _named("standard output"):
                for part in parts:
                    stream.write(_encoded(part))
                    stream.flush()
        except BrokenPipeError:
            _discard_the_rest()
            return False
        except OSError:
            _discard_the_rest()
            raise
        return True


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Say what could not be written where the error does not, as that of a full disk."""
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            raise
        raise OSError(error.errno, error.strerror, name) from error


def _by_suffix(path: str, allowed: tuple[str, ...]) -> str:
    own = Path(path).suffix.lower().removeprefix(".")
    try:
        format = format_of(path)
    except ConfigurationError as error:
        if own in allowed:
            return own
        raise ConfigurationError(
            f"no format has the suffix {f'.{own}'!r} of {path!r}; this command writes "
            f"{', '.join(suffix_of(one) or f'.{one}' for one in allowed)}."
        ) from error
    if format not in allowed:
        raise ConfigurationError(
            f"{path}: this command does not write {format}; it writes {', '.join(allowed)}."
        )
    return format


def _encoded(text: str) -> bytes:
    # Half characters (from file names that are no UTF-8) come out as \udcXX, which is JSON too.
    return text.encode("utf-8", "backslashreplace")


def _discard_the_rest() -> None:
    """Keep the interpreter from failing again when it flushes standard output at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
