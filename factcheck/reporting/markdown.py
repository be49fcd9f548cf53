"""The report as Markdown: what sources say is escaped, so that none of it acts as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from factcheck.reporting.content import (
    ClaimLine,
    Consensus,
    Finding,
    Piece,
    Quote,
    Report,
    SourceSection,
    Testimony,
)
from factcheck.reporting.saving import apart
from factcheck.reporting.wording import (
    acceptance,
    claim_standing,
    counted,
    headline,
    likelihood,
    pairs_considered,
    sentence_case,
    share,
    source_facts,
    stands_at,
    weight,
)

# What has a meaning anywhere in CommonMark or GitHub's dialect (tables, mentions, issue numbers,
# mathematics), then what has one only in some places: in an address that would become a link, in
# an entity, or at the beginning of a block.
_MARKUP = re.compile(
    r"""[\\`*_{}\[\]<>|~$@\#]
      | :(?=/)
      | (?<=www)\.
      | &(?=[#\w])
      | ^[-+=]
      | (?<=^\d)[.)] | (?<=^\d\d)[.)] | (?<=^\d\d\d)[.)] | (?<=^\d\d\d\d)[.)]
    """,
    re.VERBOSE | re.IGNORECASE,
)

_WORD_EDGE = re.compile(r"\w")


def escape(text: str) -> str:
    r"""Return ``text`` so that Markdown shows it as it is.

    >>> print(escape("<b> *so*, see a.b"), escape("1. and 2."))
    \<b\> \*so\*, see a.b 1\. and 2.
    """
    return _MARKUP.sub(r"\\\g<0>", text)


def write(report: Report) -> Iterator[str]:
    """Yield ``report`` as Markdown with the same content and order as the HTML report."""
    blocks = chain(
        _opening(report),
        _worrying(report),
        _solid(report),
        _findings("Disputes", report.disputes),
        _findings("Qualifications: both sides can hold", report.qualifications),
        _agreements(report.agreements),
        ("## Sources",),
        (block for section in report.sources for block in _source(section)),
        _skipped(report),
        _unread(report),
        _method(report),
    )
    return apart(blocks)


def _opening(report: Report) -> list[str]:
    documents = counted(report.headline.documents, "document")
    version = f"factcheck {report.method.version}"
    origin = " · ".join(filter(None, (f"Consistency of {documents}", report.date, version)))
    blocks = [f"# {escape(report.title or 'Consistency report')}", escape(origin)]
    blocks.append(f"**{escape(headline(report))}**")
    if report.unread:
        blocks.append(f"{counted(len(report.unread), 'document')} could not be read, see below.")
    if not (report.disputes or report.qualifications):
        blocks.append("No source was found to contradict another.")
    return blocks


def _worrying(report: Report) -> list[str]:
    if not report.worrying:
        return []
    lines = []
    for finding in report.worrying:
        sides = "; ".join(
            f"{side.letter} {escape(side.label)} ({_names(side.testimonies)})"
            for side in finding.sides
        )
        lines.append(f"- ≠ {finding.number}: {escape(finding.question)} {sides}")
    return ["## What should worry you", "\n".join(lines)]


def _solid(report: Report) -> list[str]:
    if not report.agreements:
        return []
    lines = [
        f"- = {each.number}: {escape(each.topic)} ({_names(each.testimonies)})"
        for each in report.solid
    ]
    return ["## What is solid", "\n".join(lines)]


def _names(testimonies: Iterable[Testimony]) -> str:
    return ", ".join(escape(testimony.source.label) for testimony in testimonies)


def _findings(title: str, findings: Sequence[Finding]) -> list[str]:
    blocks = [f"## {title}"] if findings else []
    for finding in findings:
        blocks.append(f"### {escape(finding.sign)} {finding.number} {escape(finding.question)}")
        blocks.append(
            f"{counted(finding.sources, 'source')} · confidence {share(finding.confidence)}"
        )
        blocks += [escape(sentence_case(acceptance(decided))) for decided in finding.decided]
        for side in finding.sides:
            blocks.append(f"**{side.letter}** {escape(side.label)}".rstrip())
            blocks += _testimonies(side.testimonies)
        blocks += _grounds(finding)
    return blocks


def _agreements(agreements: Sequence[Consensus]) -> list[str]:
    blocks = ["## Agreements"] if agreements else []
    for each in agreements:
        sources = counted(each.independent, "independent source")
        blocks.append(f"### = {each.number} {escape(each.topic)}")
        blocks.append(f"{sources} · confidence {share(each.confidence)}")
        blocks += [*_testimonies(each.testimonies), *_grounds(each)]
    return blocks


def _testimonies(testimonies: Iterable[Testimony]) -> list[str]:
    blocks = []
    for testimony in testimonies:
        quotes = (f"> {_quote(quote)}" for quote in testimony.quotes)
        blocks.append("\n>\n".join((f"> {_label(testimony)}", *quotes)))
    return blocks


def _label(testimony: Testimony) -> str:
    source = testimony.source
    name = escape(source.label)
    linked = f"[{name}](<{source.address}>)" if source.address else name
    facts = (escape(source.date), weight(source), escape(stands_at(testimony)))
    return ", ".join(filter(None, (linked, *facts)))


def _quote(quote: Quote) -> str:
    sentence = marked(quote.pieces)
    return f"“{' '.join(filter(None, (escape(quote.before), sentence, escape(quote.after))))}”"


def marked(pieces: Sequence[Piece]) -> str:
    """Return ``pieces`` with deciding words in bold, or in ‹ › where bold would not take.

    Markdown takes ``**`` for markup only between a word and a space or punctuation.
    """
    parts = []
    for number, piece in enumerate(pieces):
        words = escape(piece.text)
        if piece.deciding:
            ends = bool(_WORD_EDGE.match(piece.text[:1]) and _WORD_EDGE.match(piece.text[-1:]))
            before = pieces[number - 1].text[-1:] if number else " "
            after = pieces[number + 1].text[:1] if number + 1 < len(pieces) else " "
            bold = ends or (before.isspace() and after.isspace())
            words = f"**{words}**" if bold else f"‹{words}›"
        parts.append(words)
    return "".join(parts)


def _grounds(found: Finding | Consensus) -> list[str]:
    words = ("Why", *("Also" for _ in found.reasons[1:]))
    lines = [
        f"{word}: {escape(reason.text)}" for word, reason in zip(words, found.reasons, strict=True)
    ]
    pairs = f"{found.pairs} pairs, " if found.pairs > 1 else ""
    facts = f"{likelihood(found.confidence)}, {pairs}rule {escape(found.rule)}"
    return ["  \n".join((*lines, f"({facts}, id `{found.id}`)"))]


def _source(section: SourceSection) -> list[str]:
    blocks = [f"### {escape(section.source.label)}", escape(source_facts(section))]
    blocks.append(escape(claim_standing(section.row)))
    remarks = [f"- {escape(remark)}" for remark in section.remarks]
    remarks += [f"- {escape(note.told)}" for note in section.notes]
    if remarks:
        blocks.append("\n".join(remarks))
    if section.claims:
        blocks.append("Every claim:")
        blocks.append("\n".join(_claim(claim) for claim in section.claims))
    if section.skipped:
        left = (f"- {escape(each.reason)}: “{escape(each.words)}”" for each in section.skipped)
        blocks += ["Left out:", "\n".join(left)]
    return blocks


def _claim(claim: ClaimLine) -> str:
    marks = [str(mark) for mark in claim.marks] or (["1"] if claim.alone else [])
    restated = f" (read as: {escape(claim.restated)})" if claim.restated else ""
    told = f" {escape('[' + ', '.join(marks) + ']')}" if marks else ""
    return f"- “{escape(claim.words)}”{restated}{told}"


def _skipped(report: Report) -> list[str]:
    if not report.skipped:
        return []
    rows = [f"| {escape(line.reason)} | {line.passages} |" for line in report.skipped]
    return [
        "## Left out as not checkable",
        "\n".join(("| reason | passages |", "| --- | ---: |", *rows)),
    ]


def _unread(report: Report) -> list[str]:
    if not report.unread:
        return []
    lines = [f"- {escape(line.path)}: {escape(line.reason)}" for line in report.unread]
    return ["## Could not be read", "\n".join(lines)]


def _method(report: Report) -> list[str]:
    method = report.method
    blocks = ["## Method", f"factcheck {escape(method.version)}. {pairs_considered(method)}"]
    if method.settings:
        rows = [f"| {escape(name)} | {escape(value)} |" for name, value in method.settings]
        blocks.append("\n".join(("| setting | value |", "| --- | --- |", *rows)))
    blocks.append(
        "Signs: ≠ contradiction, ~ qualification, = agreement, 1 found in one source only."
    )
    return blocks
