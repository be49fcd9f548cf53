"""The report on a terminal: 80 columns, readable without colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import PurePath
from typing import TypeVar

from attrs import evolve, frozen

from factcheck.reporting.columns import spread, wrap
from factcheck.reporting.columns import width as columns_of
from factcheck.reporting.content import (
    ClaimLine,
    Consensus,
    Finding,
    Piece,
    Quote,
    Report,
    SourceLabel,
    SourceSection,
    Testimony,
)
from factcheck.reporting.saving import apart
from factcheck.reporting.shortening import shorten
from factcheck.reporting.wording import (
    acceptance,
    claim_standing,
    counted,
    headline,
    likelihood,
    pairs_considered,
    share,
    source_facts,
    stands_at,
    weight,
)

SHORT_QUOTE = 110
"""Most characters of a quotation without ``verbose``: two lines of a terminal."""

_STYLES = {"bold": "1", "faint": "2", "red": "31", "green": "32", "yellow": "33"}
_SIGN_STYLES = {"≠": "red", "~": "yellow", "=": "green"}
_INDENT = " " * 5

T = TypeVar("T")


@frozen
class _Page:
    """How to lay out: room, detail, colour, and the folder in front of documents' names."""

    columns: int
    verbose: bool
    colour: bool
    folder: str

    def paint(self, text: str, style: str) -> str:
        """Return ``text`` in a style; without colour, or without words, as it is."""
        if not self.colour or not text.strip():
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"

    def lines(self, text: str, first: str, rest: str = "", style: str = "") -> list[str]:
        """Return ``text`` wrapped behind prefixes; ``rest`` is blank and as long by default."""
        wrapped = wrap(text, self.columns, first, rest or " " * len(first))
        return [self.paint(line, style) for line in wrapped] if style else wrapped


def write(
    report: Report,
    *,
    verbose: bool = False,
    color: bool = False,
    width: int = 80,
    folder: str = "",
) -> Iterator[str]:
    """Yield ``report`` as lines for a terminal.

    Args:
        report: what to say.
        verbose: also quote in context, and list every claim and every passage left out.
        color: use ANSI escape sequences; no meaning rests on colour alone.
        width: columns of a line; fewer than 40 count as 40.
        folder: what stands in front of documents' names to make paths of them.
    """
    page = _Page(max(40, width), verbose, color, folder)
    blocks = chain(
        (_opening(report, page), _worrying(report, page)),
        _section("Disputes", report.disputes, _finding, page),
        _section("Qualifications: both sides can hold", report.qualifications, _finding, page),
        _section("Agreements", report.agreements, _consensus, page),
        _section("Sources", report.sources, _source, page),
        (_skipped(report, page), _unread(report, page), _method(report, page)),
    )
    return apart("\n".join(block) for block in blocks if block)


def _section(
    title: str, items: Sequence[T], lay_out: Callable[[T, _Page], list[str]], page: _Page
) -> Iterator[list[str]]:
    if items:
        yield [page.paint(title.upper(), "bold")]
        yield from (lay_out(item, page) for item in items)


def _opening(report: Report, page: _Page) -> list[str]:
    origin = " · ".join(filter(None, (report.date, f"factcheck {report.method.version}")))
    documents = counted(report.headline.documents, "document")
    name = f"{report.title} · {documents}" if report.title else f"Consistency of {documents}"
    title, *more = spread(name, origin, page.columns)
    lines = [page.paint(title, "bold"), *more, *page.lines(headline(report), "")]
    if report.unread:
        number = counted(len(report.unread), "document")
        lines += page.lines(f"{number} could not be read, see below.", "", style="red")
    if not (report.disputes or report.qualifications):
        lines += page.lines("No source was found to contradict another.", "")
    return lines


def _worrying(report: Report, page: _Page) -> list[str]:
    """Return the disputes to read first; with three or fewer they stand right below anyway."""
    if not report.worrying or len(report.disputes) <= len(report.worrying):
        return []
    lines = [page.paint("MATTERS MOST", "bold")]
    for finding in report.worrying:
        head = f"≠ {finding.number}  "
        lines += page.lines(f"{finding.question} {_answers(finding)}", head, style="")
    return lines


def _answers(finding: Finding) -> str:
    return "; ".join(f"{side.letter} {side.label}" for side in finding.sides)


def _finding(finding: Finding, page: _Page) -> list[str]:
    sources = counted(finding.sources, "source")
    lines = _head(
        finding.sign,
        finding.number,
        finding.question,
        f"{sources} · confidence {share(finding.confidence)}",
        page,
    )
    for decided in finding.decided:
        lines += page.lines(acceptance(decided), _INDENT, style="green")
    if finding.accepted and not page.verbose:
        return [*lines, *page.lines(_answers(finding), _INDENT)]
    for side in finding.sides:
        lines += page.lines(side.label or "—", f"{_INDENT}{side.letter}  ", style="bold")
        for testimony in side.testimonies:
            lines += _testimony(testimony, page)
    return [*lines, *_grounds(finding, page)]


def _consensus(consensus: Consensus, page: _Page) -> list[str]:
    sources = counted(consensus.independent, "independent source")
    lines = _head(
        consensus.sign,
        consensus.number,
        consensus.topic,
        f"{sources} · confidence {share(consensus.confidence)}",
        page,
    )
    for testimony in consensus.testimonies:
        lines += _testimony(testimony, page)
    return [*lines, *_grounds(consensus, page)]


def _head(sign: str, number: int, title: str, facts: str, page: _Page) -> list[str]:
    first, *more = spread(f"{sign} {number}".ljust(len(_INDENT)) + title, facts, page.columns)
    return [page.paint(first[:1], _SIGN_STYLES[sign]) + page.paint(first[1:], "bold"), *more]


def _testimony(testimony: Testimony, page: _Page) -> list[str]:
    source = testimony.source
    indent = _INDENT + " " * 3
    shown = testimony.quotes if page.verbose else testimony.quotes[:1]
    known = " · ".join(filter(None, (_called(source), weight(source) if page.verbose else "")))
    place = stands_at(evolve(testimony, quotes=shown), page.folder)
    whole = " · ".join(filter(None, (known, place)))
    # A path that is broken cannot be clicked or copied.
    fits = columns_of(indent + whole) <= page.columns
    parts = (whole,) if fits else filter(None, (known, place))
    lines = [line for part in parts for line in page.lines(part, indent, style="faint")]
    for quote in shown:
        lines += page.lines(_words(quote, page), indent + "  ")
    if len(shown) < len(testimony.quotes):
        more = counted(len(testimony.quotes) - len(shown), "more sentence")
        lines += page.lines(f"and {more}", indent + "  ", style="faint")
    return lines


def _called(source: SourceLabel) -> str:
    """Return title and date of a source; no title that only repeats the name of its file."""
    repeated = source.label in (source.name, PurePath(source.name).stem)
    if repeated:
        return source.date
    return source.label + (f" ({source.date})" if source.date else "")


def _words(quote: Quote, page: _Page) -> str:
    if not page.verbose:
        return f"“{marked(shorten(quote.pieces, SHORT_QUOTE))}”"
    whole = " ".join(filter(None, (quote.before, marked(quote.pieces), quote.after)))
    return f"“{whole}”"


def marked(pieces: Iterable[Piece]) -> str:
    """Return ``pieces`` as one string, deciding words between ``‹`` and ``›``."""
    return "".join(f"‹{piece.text}›" if piece.deciding else piece.text for piece in pieces)


def _grounds(found: Finding | Consensus, page: _Page) -> list[str]:
    shown = found.reasons if page.verbose else found.reasons[:1]
    lines: list[str] = []
    for word, reason in zip(("why: ", *("also: " for _ in shown)), shown, strict=False):
        rule = f" [{reason.rule}]" if page.verbose and len(shown) > 1 else ""
        lines += page.lines(reason.text + rule, _INDENT + word)
    pairs = f"{found.pairs} pairs · " if found.pairs > 1 else ""
    facts = f"{likelihood(found.confidence)} · {pairs}rule {found.rule} · #{found.id}"
    return [*lines, *page.lines(facts, _INDENT, style="faint")]


def _source(section: SourceSection, page: _Page) -> list[str]:
    source = section.source
    lines = page.lines(source.label, "", "  ", style="bold")
    lines += page.lines(source_facts(section), "  ", style="faint")
    lines += page.lines(claim_standing(section.row), "  ")
    for remark in section.remarks:
        lines += page.lines(remark, "  ! ")
    for note in section.notes:
        lines += page.lines(note.told, "  ! ")
    if page.verbose:
        for claim in section.claims:
            lines += _claim(claim, page)
        for skipped in section.skipped:
            lines += page.lines(f"[{skipped.reason}] {skipped.words}", "  -    ", style="faint")
    return lines


def _claim(claim: ClaimLine, page: _Page) -> list[str]:
    marks = ", ".join(map(str, claim.marks))
    head = f"  {'1' if claim.alone else ' '}    "
    rest = " " * len(head)
    lines = page.lines(f"“{claim.words}”" + (f"  ({marks})" if marks else ""), head, rest)
    if claim.restated:
        lines += page.lines(f"read as: {claim.restated}", rest, style="faint")
    return lines


def _skipped(report: Report, page: _Page) -> list[str]:
    if not report.skipped:
        return []
    title = f"LEFT OUT AS NOT CHECKABLE: {counted(report.headline.skipped, 'passage')}"
    reasons = " · ".join(f"{line.reason} {line.passages}" for line in report.skipped)
    return [*page.lines(title, "", style="bold"), *page.lines(reasons, "")]


def _unread(report: Report, page: _Page) -> list[str]:
    if not report.unread:
        return []
    lines = [page.paint("COULD NOT BE READ", "bold")]
    for unread in report.unread:
        lines += page.lines(f"{unread.path}: {unread.reason}", "! ")
    return lines


def _method(report: Report, page: _Page) -> list[str]:
    method = report.method
    lines = page.lines(f"factcheck {method.version}. {pairs_considered(method)}", "", style="faint")
    if page.verbose:
        settings = " · ".join(f"{name}: {value}" for name, value in method.settings)
        lines += page.lines(settings, "", style="faint") if settings else []
    return lines
