"""Reports: content without format, and a writer for each format."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from attrs import field, frozen

from factcheck.errors import ConfigurationError
from factcheck.model import Adjudication, Baseline, Run
from factcheck.protocols import Writer
from factcheck.reporting.wording import safe_address

if TYPE_CHECKING:
    from factcheck.reporting.tables import TableName


@frozen
class Options:
    """How to lay a report out; a format passes over what it has no use for.

    Attributes:
        date: the date to print; empty for none. Linked data wants it in ISO 8601.
        baseline: what is accepted; findings in it are shown and marked.
        verbose: text only: quotes in context, every claim, every passage left out.
        color: text only: ANSI escape sequences.
        width: text only: columns of a line.
        adjudications: claimreview only: what people decided about findings.
        folder: the folder that was read, as text, SARIF, GitHub annotations, JUnit and the comment
            put it in front of documents' names: seen from the root of the repository, or absolute.
        rule_pages: SARIF only: address of the page on a rule, with ``{rule}`` for its id.

    Raises:
        ConfigurationError: ``rule_pages`` is no web address, or leaves out ``{rule}``.
    """

    date: str = ""
    baseline: Baseline | None = None
    verbose: bool = False
    color: bool = False
    width: int = 80
    adjudications: tuple[Adjudication, ...] = ()
    folder: str = ""
    rule_pages: str = field(default="")

    @rule_pages.validator
    def _is_an_address(self, attribute: object, value: str) -> None:
        if value and not (safe_address(value) and "{rule}" in value):
            raise ConfigurationError(
                f"rule pages: {value!r} is not allowed; give an address that begins with https:// "
                "and has {rule} in the place of the rule's name."
            )


def _text(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import report, text

    content = report.build_report(run, options.date, options.baseline)
    return text.write(
        content,
        verbose=options.verbose,
        color=options.color,
        width=options.width,
        folder=options.folder,
    )


def _markdown(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import markdown, report

    return markdown.write(report.build_report(run, options.date, options.baseline))


def _html(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import html

    return html.write(run, options.date, options.baseline)


def _json(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import json

    return json.write(run, options.baseline)


def _jsonl(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import jsonl

    return jsonl.write(run, options.baseline)


def _annotations(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting.linkeddata import annotations

    return annotations.write(run, options.date, options.baseline)


def _provenance(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting.linkeddata import provenance

    return provenance.write(run, options.date)


def _claimreview(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting.linkeddata import claimreview

    return claimreview.write(run, options.adjudications)


def _csl(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting.linkeddata import csl

    return csl.write(run)


def _sarif(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import sarif

    return sarif.write(run, options.folder, options.rule_pages, options.baseline)


def _github(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import github

    return github.write(run, options.folder, options.baseline)


def _junit(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import junit

    return junit.write(run, options.folder, options.baseline)


def _comment(run: Run, options: Options) -> Iterator[str]:
    from factcheck.reporting import comment

    return comment.write(run, options.folder, options.baseline)


def _table(name: TableName) -> Writer[Options]:
    def write(run: Run, options: Options) -> Iterator[str]:
        from factcheck.reporting import csv

        return csv.write(run, name, options.baseline)

    return write


FORMATS: Mapping[str, Writer[Options]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
    "html": _html,
    "annotations": _annotations,
    "provenance": _provenance,
    "claimreview": _claimreview,
    "csl": _csl,
    "sarif": _sarif,
    "github": _github,
    "junit": _junit,
    "comment": _comment,
    "csv-claims": _table("claims"),
    "csv-judgements": _table("judgements"),
    "csv-disputes": _table("disputes"),
}
"""Name of each format to what writes it; the writers are imported when they are used."""

_SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".annotations.jsonld": "annotations",
    ".provenance.jsonld": "provenance",
    ".claimreview.jsonld": "claimreview",
    ".csl.json": "csl",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".github.txt": "github",
    ".xml": "junit",
    ".comment.md": "comment",
    ".claims.csv": "csv-claims",
    ".judgements.csv": "csv-judgements",
    ".disputes.csv": "csv-disputes",
}


def render(run: Run, format: str, **options: object) -> str:
    """Return ``run`` in ``format`` as one text; :func:`pieces` yields it as it is made.

    Args:
        run: what to show.
        format: a key of :data:`FORMATS`.
        **options: fields of :class:`Options`.

    Raises:
        ConfigurationError: there is no such format or no such option.
    """
    return "".join(pieces(run, format, **options))


def pieces(run: Run, format: str, **options: object) -> Iterator[str]:
    """Return ``run`` in ``format`` piece by piece; the first piece is made at once.

    Args:
        run: what to show.
        format: a key of :data:`FORMATS`.
        **options: fields of :class:`Options`.

    Raises:
        ConfigurationError: there is no such format or no such option, or the run cannot be written
            in this format with these options.
    """
    from factcheck.reporting.saving import begun

    if format not in FORMATS:
        raise ConfigurationError(f"unknown format {format!r}; there are {', '.join(FORMATS)}")
    return begun(FORMATS[format](run, _options(options)))


def render_folder(run: Run, target: Path, **options: object) -> Path:
    """Write ``run`` as a folder of HTML pages and return the first one.

    Args:
        run: what to show.
        target: the folder to write; it is made where there is none.
        **options: fields of :class:`Options`.

    Raises:
        ConfigurationError: there is no such option, or the folder holds files that are no report.
    """
    from factcheck.engines.garbage import rarely_collecting
    from factcheck.reporting.folder import pages
    from factcheck.reporting.saving import save_pages

    chosen = _options(options)
    # Each page is made of many values, while those of the whole run are there to be gone through.
    with rarely_collecting():
        return save_pages(target, pages(run, chosen.date, chosen.baseline))


def _options(options: Mapping[str, object]) -> Options:
    try:
        return Options(**options)  # type: ignore[arg-type]
    except TypeError as error:
        raise ConfigurationError(f"unknown option of a report: {error}") from error


def fragment(value: object) -> str:
    """Return ``value`` as a small piece of HTML for a notebook; see :mod:`.jupyter`.

    Raises:
        TypeError: values of this type have no piece.
    """
    from factcheck.reporting import jupyter

    return jupyter.fragment(value)


def is_folder(path: str) -> bool:
    """Return whether ``path`` means a folder: it ends like one, or there is one.

    >>> is_folder("out/report/"), is_folder("out/report.html")
    (True, False)
    """
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


def format_of(path: str) -> str:
    """Return the format that the name of a file asks for.

    The longest suffix counts, and a whole name may be one: ``claims.csv``.

    Raises:
        ConfigurationError: its suffix stands for no format.

    >>> format_of("out/report.html"), format_of("out/sources.csl.json"), format_of("claims.csv")
    ('html', 'csl', 'csv-claims')
    """
    name = f".{PurePath(path).name.lower()}"
    fitting = [suffix for suffix in _SUFFIXES if name.endswith(suffix)]
    if not fitting:
        raise ConfigurationError(
            f"no format has the suffix {PurePath(path).suffix.lower()!r} of {path!r}; "
            f"there are {', '.join(_SUFFIXES)}"
        )
    return _SUFFIXES[max(fitting, key=len)]


def suffix_of(format: str) -> str:
    """Return how the name of a file in ``format`` ends; empty for a format without a suffix.

    >>> suffix_of("markdown")
    '.md'
    """
    return next((suffix for suffix, known in _SUFFIXES.items() if known == format), "")
