"""Which files the paths given stand for, and what manifests say of them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from attrs import define, field

from factcheck.errors import CorpusError
from factcheck.model import Unread
from factcheck.reading.formats import KNOWN_SUFFIXES
from factcheck.reading.manifest import Manifest, Source, load_manifest
from factcheck.reading.rows import holds_documents
from factcheck.reading.tables import table_of
from factcheck.reading.walk import MANIFEST, Selection, Walk, os_reason, shown_name, walk


@define
class Gathered:
    """Files to read by their names, what the manifests say of them, and what is not read.

    Attributes:
        title: name of the collection; may be empty.
        files: the files by the names of the documents, or of the tables that hold them.
        sources: what manifests say of them.
        formats: formats of those that are not to be read by their endings.
        failed: what cannot be read, with reasons.
        passed_over: names of files that are no documents.
    """

    title: str = ""
    files: dict[str, Path] = field(factory=dict)
    sources: dict[str, Source] = field(factory=dict)
    formats: dict[str, str] = field(factory=dict)
    failed: list[Unread] = field(factory=list)
    passed_over: list[str] = field(factory=list)


def gather(path: str, selection: Selection) -> Gathered:
    """Find the files that one path stands for.

    Raises:
        CorpusError: there is nothing.
    """
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        raise CorpusError(
            f"there is no file or folder {shown_name(path)!r}; check how it is spelled and where "
            "you are"
        ) from None
    except (OSError, ValueError) as error:
        reason = os_reason(error) if isinstance(error, OSError) else str(error)
        raise CorpusError(f"{path!r} cannot be read: {reason}") from None
    if stat.S_ISDIR(mode):
        if selection.format:
            raise CorpusError(
                f"{shown_name(path)!r} is a folder, where every file is read by its ending; only "
                f"a file that is named can be read as {selection.format}"
            )
        return _gather_folder(Path(path), selection)
    gathered = Gathered()
    name = Path(path).name
    if stat.S_ISREG(mode):
        gathered.files[name] = Path(path)
        if selection.format:
            gathered.formats[name] = selection.format
    else:
        gathered.failed.append(Unread(shown_name(name), "it is a device or pipe, not a file"))
    return gathered


def _gather_folder(root: Path, selection: Selection) -> Gathered:
    found = walk(root, selection)
    gathered = Gathered(files=found.files, failed=found.failed, passed_over=found.passed_over)
    # The innermost manifest is nearest to a document and knows best.
    for folder in sorted(found.manifests, key=lambda name: (-name.count("/"), -len(name), name)):
        manifest = load_manifest(found.manifests[folder])
        _describe(gathered, manifest, folder, selection)
        if not folder:
            gathered.title = manifest.title
    _leave_other_tables(gathered, selection)
    if not gathered.files and not gathered.failed:
        raise CorpusError(_nothing(root, found, selection))
    gathered.title = gathered.title or shown_name(Path(os.path.realpath(root)).name)
    return gathered


def _leave_other_tables(gathered: Gathered, selection: Selection) -> None:
    """Pass over the tables that nobody named and that hold no documents by their columns."""
    for name, path in list(gathered.files.items()):
        format = table_of(name)
        named = name in gathered.sources or selection.asks_for(name)
        if format and not named and not holds_documents(path, format, selection.columns):
            del gathered.files[name]
            gathered.passed_over.append(name)


def _nothing(root: Path, found: Walk, selection: Selection) -> str:
    known = ", ".join(KNOWN_SUFFIXES)
    if selection.include or selection.exclude:
        return f"no document in {str(root)!r} fits the include and exclude patterns; widen them"
    if found.passed_over:
        count = len(found.passed_over)
        return (
            f"{str(root)!r} holds no document: {count} file(s) are in no format known ({known}), "
            "or tables without columns for id and text; name one directly to read it in any case"
        )
    return f"{str(root)!r} is empty; put documents into it ({known})"


def _describe(gathered: Gathered, manifest: Manifest, folder: str, selection: Selection) -> None:
    """Attach a manifest's entries to the files, and report those without a file."""
    for source in manifest.sources:
        name = os.path.normpath(f"{folder}/{source.file}" if folder else source.file)
        name = name.replace(os.sep, "/")
        path = manifest.path.parent / source.file
        entry = f"source {source.number} of {MANIFEST}"
        if name.startswith(("../", "/")) or Path(source.file).is_absolute():
            reason = f"{entry} lies outside the folder; move it in or read it by its own path"
        elif selection.excludes(name) or not selection.wants(name):
            continue
        elif name in gathered.files or _is_file(path):
            gathered.files.setdefault(name, path)
            gathered.sources.setdefault(name, source)
            continue
        else:
            reason = f"{entry} names it, but there is no such file; correct its file or add it"
        gathered.failed.append(Unread(shown_name(name), reason))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that the system cannot have names no file
        return False


def gather_several(paths: list[str], selection: Selection) -> Gathered:
    """Find the files of several paths, named relative to the folder that holds them all."""
    parts: list[tuple[str, Gathered]] = []
    failed: list[Unread] = []
    for path in paths:
        try:
            parts.append((path, gather(path, selection)))
        except CorpusError as error:
            failed.append(Unread(shown_name(path), error.message))
    if not parts:
        raise CorpusError("\n".join(unread.reason for unread in failed))
    above = [
        os.path.abspath(path) if os.path.isdir(path) else os.path.dirname(os.path.abspath(path))
        for path, _ in parts
    ]
    common = os.path.commonpath(above)
    whole = Gathered(failed=failed)
    seen: set[str] = set()
    for folder, (_, part) in zip(above, parts, strict=True):
        prefix = os.path.relpath(folder, common).replace(os.sep, "/")
        lead = "" if prefix == "." else f"{prefix}/"
        for name, file in part.files.items():
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                whole.files[lead + name] = file
                if name in part.sources:
                    whole.sources[lead + name] = part.sources[name]
                if name in part.formats:
                    whole.formats[lead + name] = part.formats[name]
        whole.passed_over += [lead + name for name in part.passed_over]
        whole.failed += [Unread(lead + unread.path, unread.reason) for unread in part.failed]
    return whole
