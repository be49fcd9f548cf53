"""Small worlds for tests of the graph: documents of one statement a line, and judgements."""

from __future__ import annotations

from factcheck.model import (
    Claim,
    Corpus,
    Counts,
    Document,
    Judgement,
    Passage,
    PassageKind,
    Run,
    Span,
    Stance,
    Topic,
    content_id,
)

AGREES, CONTRADICTS, QUALIFIES = Stance.AGREES, Stance.CONTRADICTS, Stance.QUALIFIES


def document(name: str, *statements: str, authority: float = 0.5) -> Document:
    text = "\n".join(statements)
    passage = Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text))
    return Document(name, text, (passage,), title=name.title(), authority=authority)


def claim(source: Document, words: str, topics: tuple[str, ...] = ()) -> Claim:
    start = source.text.index(words)
    span = Span(start, start + len(words))
    return Claim(source, span, words, sentence=span, topics=topics)


def judgement(
    a: Claim,
    b: Claim,
    stance: Stance,
    confidence: float = 0.8,
    rule: str = "polarity",
    *,
    aspect: tuple[str, ...] = ("bridge", "height"),
    evidence: tuple[str, str] = ("", ""),
) -> Judgement:
    spans = []
    for one, words in zip((a, b), evidence, strict=True):
        start = one.source.text.index(words, one.start)
        spans.append(Span(start, start + len(words)))
    return Judgement(
        a,
        b,
        stance,
        confidence,
        rule,
        f"They say {stance.value} things.",
        aspect,
        " ".join(aspect),
        spans[0],
        spans[1],
    )


def topic(label: str, *claims: Claim) -> Topic:
    terms = tuple(sorted(label.split()))
    return Topic(content_id("t", *terms), label, terms, 0.5, tuple(one.id for one in claims))


def run(
    corpus: Corpus,
    claims: tuple[Claim, ...],
    judgements: tuple[Judgement, ...] = (),
    topics: tuple[Topic, ...] = (),
) -> Run:
    return Run(corpus, claims, (), (), topics, judgements, (), (), (), Counts(0, 0, 0), "0.1.0", {})
