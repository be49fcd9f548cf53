"""Runs over made-up corpora: which source says how much on which topic, and what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import (
    Agreement,
    Claim,
    Corpus,
    Counts,
    Dispute,
    Document,
    Judgement,
    Passage,
    PassageKind,
    Position,
    Run,
    Span,
    Stance,
    Topic,
    content_id,
)


def make(titles: Sequence[str], topics: Mapping[str, Sequence[int]], found: str = "") -> Run:
    """Return a run over one document a title.

    Args:
        titles: the titles of the documents.
        topics: by label, how many claims each document makes about it.
        found: a sign a topic, in order, for the finding between its first two sources: ``≠``,
            ``~`` or ``=``; anything else for none.
    """
    stated = [
        (label, source)
        for label, counts in topics.items()
        for source, count in enumerate(counts)
        for _ in range(count)
    ]
    lines = [f"Statement {number}." for number in range(len(stated))]
    documents = []
    for number, title in enumerate(titles):
        own = [line for line, (_, by) in zip(lines, stated, strict=True) if by == number]
        text = "\n".join(own) or "Nothing."
        passage = Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text))
        documents.append(Document(f"{number:04}.txt", text, (passage,), title=title))
    claims: dict[str, list[Claim]] = {label: [] for label in topics}
    for line, (label, source) in zip(lines, stated, strict=True):
        start = documents[source].text.index(line)
        span = Span(start, start + len(line))
        known = (content_id("t", label),)
        claims[label].append(Claim(documents[source], span, line, sentence=span, topics=known))
    findings = [_finding(sign, claims[label]) for sign, label in zip(found, topics, strict=False)]
    disputes = [one for one in findings if isinstance(one, Dispute)]
    return Run(
        Corpus("", tuple(documents)),
        tuple(claim for by_topic in claims.values() for claim in by_topic),
        (),
        (),
        tuple(
            Topic(content_id("t", label), label, (label,), 0.5, tuple(claim.id for claim in own))
            for label, own in claims.items()
        ),
        tuple(judgement for one in findings if one for judgement in one.judgements),
        tuple(one for one in disputes if one.stance is Stance.CONTRADICTS),
        tuple(one for one in disputes if one.stance is Stance.QUALIFIES),
        tuple(one for one in findings if isinstance(one, Agreement)),
        Counts(0, 0, 0),
        "0.1.0",
        {},
    )


def _finding(sign: str, claims: Sequence[Claim]) -> Dispute | Agreement | None:
    stances = {stance.sign: stance for stance in Stance}
    if sign not in stances:
        return None
    a = claims[0]
    b = next(claim for claim in claims if claim.source.id != a.source.id)
    judgement = Judgement(
        a, b, stances[sign], 0.9, "polarity", "So it is.", (), "it", a.span, b.span
    )
    if sign == "=":
        return Agreement("it", (a, b), (judgement,), 2, 0.9)
    sides = (Position("A", "yes", (a,)), Position("B", "no", (b,)))
    return Dispute("it", stances[sign], sides, (judgement,), 0.9)
