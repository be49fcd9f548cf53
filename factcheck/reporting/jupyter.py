"""Small pieces of HTML that stand for a value in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from factcheck.graph import ClaimGraph
from factcheck.model import (
    Agreement,
    Claim,
    Corpus,
    Dispute,
    Judgement,
    Run,
    Span,
    Stance,
    Verification,
)
from factcheck.reporting.content import Piece
from factcheck.reporting.html import template
from factcheck.reporting.labels import source_labels
from factcheck.reporting.parts import deciding_words
from factcheck.reporting.pictures import Picture, range_bars
from factcheck.reporting.quotation import index_source, quotes
from factcheck.reporting.report import build_report
from factcheck.reporting.wording import clean, counted, question, sentence_case, share

_TEMPLATE = "fragment.html.j2"
_TABLES = "tables.html.j2"

_TOPICS = 10
"""How many topics a graph shows."""


@singledispatch
def fragment(value: object) -> str:
    """Return ``value`` (a run, finding, judgement, claim, corpus …) as a piece of HTML.

    The piece carries its styles on its elements, so that it neither needs nor changes those of
    the page around it. What sources say is escaped.

    Raises:
        TypeError: values of this type have no piece.
    """
    raise TypeError(f"no HTML for a value of type {type(value).__name__}")


@fragment.register
def _run(run: Run) -> str:
    return template(_TEMPLATE).render(kind="run", report=build_report(run))


@fragment.register
def _dispute(dispute: Dispute) -> str:
    evidence = deciding_words(dispute.judgements)
    sides = [
        (side.letter, clean(side.label), _quoted(side.claims, evidence))
        for side in dispute.positions
    ]
    return _finding(
        dispute.stance.sign, question(dispute), sides, dispute, bars=range_bars(dispute)
    )


@fragment.register
def _agreement(agreement: Agreement) -> str:
    evidence = deciding_words(agreement.judgements)
    sides = [("", "", _quoted(agreement.claims, evidence))]
    return _finding("=", sentence_case(clean(agreement.topic)), sides, agreement)


@fragment.register
def _judgement(judgement: Judgement) -> str:
    evidence = deciding_words((judgement,))
    sides = [
        (letter, "", _quoted([claim], evidence))
        for letter, claim in (("A", judgement.a), ("B", judgement.b))
    ]
    return template(_TEMPLATE).render(
        kind="finding",
        bars=None,
        sign=judgement.stance.sign,
        title=sentence_case(clean(judgement.label)),
        sides=sides,
        why=clean(judgement.rationale),
        rule=clean(judgement.rule),
        confidence=judgement.confidence,
        id=judgement.id,
    )


@fragment.register
def _claim(claim: Claim) -> str:
    return template(_TEMPLATE).render(
        kind="claim",
        sentences=_quoted([claim], {}),
        restated=clean(claim.text),
        facts=_facts(claim),
    )


@fragment.register
def _verification(verification: Verification) -> str:
    judgements = (*verification.supporting, *verification.opposing)
    evidence = deciding_words(judgements)
    sides = [
        (sign, words, _quoted([judgement.b for judgement in found], evidence))
        for sign, words, found in (
            ("=", "says so", verification.supporting),
            ("≠", "says otherwise", verification.opposing),
        )
        if found
    ]
    return template(_TEMPLATE).render(
        kind="verification",
        statement=clean(verification.statement),
        verdict=verification.verdict.value.replace("_", " "),
        confidence=verification.confidence,
        why=clean(verification.explain()),
        sides=sides,
    )


@fragment.register
def _corpus(corpus: Corpus) -> str:
    labels = source_labels(corpus.documents)
    rows = [
        (
            labels[document.id].label,
            clean(document.name),
            clean(document.date),
            share(document.authority),
            f"{len(document.text):,}",
        )
        for document in corpus
    ]
    heads = ("Source", "Document", "Date", "Authority", "Characters")
    return template(_TABLES).render(
        title=clean(corpus.title) or "Documents",
        summary=counted(len(corpus), "document"),
        tables=[(heads, rows, 3)],
        faults=[f"{clean(one.path)}: {clean(one.reason)}" for one in corpus.failed],
    )


@fragment.register
def _graph(graph: ClaimGraph) -> str:
    stances = (Stance.AGREES, Stance.CONTRADICTS, Stance.QUALIFIES)
    signs = tuple(stance.sign for stance in stances)
    sources = [
        (f"{clean(first)} and {clean(second)}", *(f"{counts[stance]:,}" for stance in stances))
        for (first, second), counts in graph.agreement_matrix().items()
    ]
    topics = [
        (clean(one.topic.label), *(f"{one.stances[stance]:,}" for stance in stances))
        for one in graph.most_disputed(_TOPICS)
    ]
    counts = (
        counted(len(graph.claims), "claim"),
        counted(len(graph.topics), "topic"),
        counted(len(graph.judgements), "judgement"),
    )
    return template(_TABLES).render(
        title=clean(graph.nx.graph.get("title", "")) or "Claims",
        summary=" · ".join(counts),
        tables=[
            (heads, rows, 1)
            for heads, rows in (
                (("Sources", *signs), sources),
                (("Disputed topic", *signs), topics),
            )
            if rows
        ],
        faults=[],
    )


def _finding(
    sign: str,
    title: str,
    sides: Sequence[tuple[str, str, Sequence[tuple[str, tuple[Piece, ...]]]]],
    found: Dispute | Agreement,
    bars: Picture | None = None,
) -> str:
    return template(_TEMPLATE).render(
        kind="finding",
        bars=bars,
        sign=sign,
        title=title,
        sides=sides,
        why=clean(found.explain()),
        rule=clean(found.judgements[0].rule),
        confidence=found.confidence,
        id=found.id,
    )


def _quoted(
    claims: Sequence[Claim], evidence: dict[str, list[Span]]
) -> list[tuple[str, tuple[Piece, ...]]]:
    """Return the sentences behind ``claims``, each with how its source is called."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source.id, []).append(claim)
    found: list[tuple[str, tuple[Piece, ...]]] = []
    for stated in by_source.values():
        source = stated[0].source
        label = source_labels([source])[source.id].label
        index = index_source(source, [])
        found += [(label, quote.pieces) for quote in quotes(index, stated, evidence)]
    return found


def _facts(claim: Claim) -> list[str]:
    facts = [claim.kind.value, claim.polarity.value, claim.certainty.value]
    facts += [f"according to {clean(claim.attribution)}"] if claim.attribution else []
    facts += [] if claim.endorsed else ["not shared by the source"]
    facts += [f"{value.scale}: {clean(value.text)}" for value in claim.values]
    return [*facts, claim.id]
