"""The files of a folder that are documents."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from attrs import define, field, frozen

from factcheck.model import Unread
from factcheck.reading.columns import Columns
from factcheck.reading.formats import is_known
from factcheck.reading.globs import asks_for, matches

MANIFEST = "corpus.toml"
"""Name of the file that describes the documents of its folder."""

_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})
_REASONS = {
    errno.EACCES: "permission to read it is denied; change its permissions",
    errno.EPERM: "permission to read it is denied; change its permissions",
    errno.ELOOP: "the link leads back to itself; remove it",
    errno.ENOENT: "the link leads nowhere; remove it or restore what it points to",
    errno.EISDIR: "it is a folder",
}


def os_reason(error: OSError) -> str:
    """Return in words, with the mend where one is known, why the system refused a file."""
    fallback = (error.strerror or str(error)).lower()
    return _REASONS.get(error.errno or 0, f"the system refused it: {fallback}")


def shown_name(name: str) -> str:
    """Return a file's name as text that can be printed: bytes that are none are spelled out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _patterns(given: Sequence[str]) -> tuple[str, ...]:
    """Return patterns; a single string is one of them, not a sequence of letters."""
    return (given,) if isinstance(given, str) else tuple(given)


@frozen
class Selection:
    """Which files are wanted, and as what.

    Attributes:
        include: patterns of which a file must fit one; all files where there are none.
        exclude: patterns that neither a file nor a folder above it may fit.
        columns: what tells a table of documents from others.
        format: how a file that is named is read; by its ending where this is empty.
    """

    include: tuple[str, ...] = field(default=(), converter=_patterns)
    exclude: tuple[str, ...] = field(default=(), converter=_patterns)
    columns: Columns = field(factory=Columns)
    format: str = ""

    def excludes(self, name: str) -> bool:
        """Whether a file or folder is not wanted."""
        return any(matches(pattern, name) for pattern in self.exclude)

    def wants(self, name: str) -> bool:
        """Whether the patterns allow a file."""
        return not self.include or any(matches(pattern, name) for pattern in self.include)

    def asks_for(self, name: str) -> bool:
        """Whether a pattern names the file or its ending, so that it is read in any case."""
        return any(asks_for(pattern, name) for pattern in self.include)


@define
class Walk:
    """What a walk through a folder came upon.

    Attributes:
        files: paths of the documents by their name relative to the folder.
        manifests: folders that hold a manifest, by their relative name.
        failed: what could not be followed or read, with reasons.
        passed_over: names of files that are in no format known.
    """

    files: dict[str, Path] = field(factory=dict)
    manifests: dict[str, Path] = field(factory=dict)
    failed: list[Unread] = field(factory=list)
    passed_over: list[str] = field(factory=list)


def walk(root: Path, selection: Selection) -> Walk:
    """Return the documents under ``root``.

    Hidden files and folders, ``node_modules``, ``__pycache__``, and beside a manifest the folder
    ``gold`` and README files are no documents. Links are followed as long as they stay within
    ``root`` and lead to something not read already; those that leave it or loop are reported.
    """
    return _Walker(root, selection).walk()


class _Walker:
    def __init__(self, root: Path, selection: Selection) -> None:
        self._root = root
        self._real_root = os.path.realpath(root)
        self._selection = selection
        self._found = Walk()
        self._visited: set[str] = set()
        self._links: list[tuple[str, str, bool]] = []

    def walk(self) -> Walk:
        pending = [""]
        while pending:
            # A list and not recursion: folders can be deeper than Python's calls.
            while pending:
                pending += self._folder(pending.pop())
            pending = self._followed()
        return self._found

    def _path(self, name: str) -> str:
        return os.path.join(self._root, name) if name else str(self._root)

    def _folder(self, name: str) -> list[str]:
        """Take in one folder and return those within it."""
        self._visited.add(os.path.realpath(self._path(name)))
        try:
            with os.scandir(self._path(name)) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self._fail(name or ".", os_reason(error))
            return []
        described = any(entry.name == MANIFEST for entry in entries)
        if described:
            self._found.manifests[name] = Path(self._path(name))
        folders = []
        for entry in entries:
            inner = f"{name}/{entry.name}" if name else entry.name
            if self._is_passed(entry.name, inner, described):
                continue
            if entry.is_symlink():
                self._link(inner)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(inner)
            else:
                self._file(inner, entry.is_file(follow_symlinks=False))
        return folders

    def _is_passed(self, base: str, name: str, described: bool) -> bool:
        if base.startswith(".") or base in _SKIPPED_FOLDERS or self._selection.excludes(name):
            return True
        if not described:
            return False
        if base.partition(".")[0].lower() == "readme":
            return not self._selection.asks_for(name)
        return base in ("gold", MANIFEST)

    def _file(self, name: str, regular: bool) -> None:
        if not self._selection.wants(name):
            return
        if not is_known(name) and not self._selection.asks_for(name):
            self._found.passed_over.append(name)
        elif not regular:
            self._fail(name, "it is a device or pipe, not a file")
        else:
            self._found.files[name] = Path(self._path(name))

    def _link(self, name: str) -> None:
        real = os.path.realpath(self._path(name))
        document = is_known(name) and self._selection.wants(name)
        try:
            mode = os.stat(self._path(name)).st_mode
        except OSError as error:
            if document or error.errno == errno.ELOOP:
                self._fail(name, os_reason(error))
            return
        folder = stat.S_ISDIR(mode)
        if not folder and not document:
            return
        if not Path(real).is_relative_to(self._real_root):
            what = "folder" if folder else "document"
            self._fail(
                name, f"the link leads out of the folder that is read; name the {what} directly"
            )
        elif folder and Path(os.path.realpath(Path(self._path(name)).parent)).is_relative_to(real):
            self._fail(name, "the link leads back to a folder that it lies in; remove it")
        else:
            self._links.append((name, real, folder))

    def _followed(self) -> list[str]:
        """Follow the links that stay within the root, where their target was not read in place."""
        links, self._links = sorted(self._links), []
        read = {os.path.realpath(path) for path in self._found.files.values()}
        folders = []
        for name, real, folder in links:
            if folder and real not in self._visited:
                self._visited.add(real)
                folders.append(name)
            elif not folder and real not in read:
                read.add(real)
                self._file(name, Path(real).is_file())
        return folders

    def _fail(self, name: str, reason: str) -> None:
        self._found.failed.append(Unread(shown_name(name), reason))
