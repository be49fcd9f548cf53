"""A run made by hand: three documents on bridges, one of them HTML, and findings of each kind."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from factcheck.model import (
    Agreement,
    Category,
    Certainty,
    Change,
    Claim,
    ClaimKind,
    Corpus,
    Counts,
    Cue,
    Direction,
    Dispute,
    Document,
    Interval,
    Items,
    Judgement,
    Mention,
    Note,
    Passage,
    PassageKind,
    Polarity,
    Position,
    Presence,
    Run,
    Skipped,
    Span,
    Stance,
    TextRun,
    Topic,
    Unread,
    Value,
)

GAZETTE = """The Harl Bridge

The Harl Bridge opened in 1931. Repairs to the deck took about four months. \
The bridge carries no rail traffic. The cables were spun from galvanised steel.

Who paid for it? Visit our shop for posters!
"""

SURVEY = """Repairs to the deck went on for two years, by the engineers' own account. \
Steel cables hold the deck. The bridge has a low risk of flooding, though the river rose in 1954.
The vertebral section of the bridge is 60 m long.
"""

GUIDE = """<html><body>
<h1>Crossing &amp; walking</h1>
<p>Visitors like it. The bridge <b>opened in 1931</b> &amp; was <i>painted</i>
green. It floods <a href="x.html">every spring</a>, so
boots help.</p>
<script>alert("never read")</script>
</body></html>
"""


def html_passage(kind: PassageKind, text: str, inner: str, level: int = 0) -> Passage:
    """Return the passage of the markup ``inner``, tags dropped and entities as one stretch each."""
    runs: list[TextRun] = []
    words = ""
    position = text.index(inner)
    end = position + len(inner)
    while position < end:
        if text[position] == "<":
            position = text.index(">", position) + 1
            continue
        close = text.index(";", position) + 1 if text[position] == "&" else position + 1
        piece = unescape(text[position:close])
        runs.append(TextRun(len(words), len(words) + len(piece), position, close))
        words += piece
        position = close
    return Passage(kind, words, tuple(runs), level)


def plain_document(name: str, text: str, **known: object) -> Document:
    """Return a text document with a passage a paragraph."""
    passages = []
    position = 0
    for block in text.split("\n\n"):
        if block.strip():
            kind = PassageKind.PARAGRAPH if block.strip().endswith((".", "!")) else None
            passages.append(
                Passage.plain(
                    kind or PassageKind.HEADING, text, position, position + len(block), not kind
                )
            )
        position += len(block) + 2
    return Document(name, text, tuple(passages), **known)  # type: ignore[arg-type]


def span_of(document: Document, words: str) -> Span:
    """Return the first place of ``words`` in the document."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def cue(document: Document, words: str) -> Cue:
    return Cue(words, span_of(document, words))


def claim(document: Document, sentence: str, words: str = "", text: str = "", **aspects: object):  # type: ignore[no-untyped-def]
    """Return the claim that ``words`` (or the whole sentence) make."""
    return Claim(
        source=document,
        span=span_of(document, words or sentence),
        text=text or " ".join((words or sentence).split()),
        sentence=span_of(document, sentence),
        **aspects,  # type: ignore[arg-type]
    )


def judgement(a: Claim, b: Claim, stance: Stance, rule: str, **more: object) -> Judgement:
    """Return a judgement of ``a`` and ``b``; evidence is given as words."""
    given = {
        "confidence": 0.8,
        "rationale": f"The two meet under the rule {rule}.",
        "label": "deck repair",
        "aspect": ("deck", "repair"),
        **more,
    }
    for side, each in (("a_evidence", a), ("b_evidence", b)):
        words = given.get(side)
        given[side] = span_of(each.source, str(words)) if words else each.span
    return Judgement(a, b, stance, rule=rule, **given)  # type: ignore[arg-type]


def documents() -> tuple[Document, Document, Document]:
    guide = Document(
        "guide/visit.html",
        GUIDE,
        (
            html_passage(PassageKind.HEADING, GUIDE, "Crossing &amp; walking", 1),
            html_passage(
                PassageKind.PARAGRAPH, GUIDE, GUIDE[GUIDE.index("Visitors") : GUIDE.index("</p>")]
            ),
        ),
        title="Crossing & walking",
        publisher="Harl Tourism",
        date="2021-05",
        authority=0.4,
        encoding="utf-8",
    )
    gazette = plain_document(
        "gazette.txt",
        GAZETTE,
        title="The Harl Bridge",
        author="M. Oduya",
        publisher="Harl Gazette",
        address="https://example.org/gazette?a=1&b=2",
        date="1998",
        authority=0.6,
        encoding="windows-1252",
        notes=("Decoded as windows-1252, a guess.",),
    )
    survey = plain_document("survey.txt", SURVEY, title="Survey of 2003", date="2003-11-02")
    return gazette, guide, survey


def gazette_claims(gazette: Document) -> list[Claim]:
    repairs = "Repairs to the deck took about four months."
    return [
        claim(
            gazette,
            "The Harl Bridge opened in 1931.",
            subject=Mention("The Harl Bridge", span_of(gazette, "The Harl Bridge"), ("bridge",)),
            predicate=("open",),
            values=(
                Value(
                    "date",
                    Interval(704917.0, 705281.0),
                    "1931",
                    span_of(gazette, "1931"),
                    attribute=("open",),
                ),
            ),
            kind=ClaimKind.DATE,
            topics=("t-1",),
            terms=("bridge", "open"),
        ),
        claim(
            gazette,
            repairs,
            values=(
                Value(
                    "duration",
                    Interval(8.0e6, 1.3e7),
                    "about four months",
                    span_of(gazette, "about four months"),
                    approximate=True,
                    attribute=("repair",),
                ),
            ),
            conditions=("part:deck",),
            kind=ClaimKind.TIME,
        ),
        claim(
            gazette,
            "The bridge carries no rail traffic.",
            polarity=Polarity.NEGATED,
            negation=cue(gazette, "no"),
            object=Mention("no rail traffic", span_of(gazette, "no rail traffic"), ("traffic",)),
            presences=(Presence(("traffic",), 0.0, 0.0, cue(gazette, "no")),),
        ),
        claim(
            gazette,
            "The cables were spun from galvanised steel.",
            categories=(Category(("steel",), cue(gazette, "steel")),),
            items=(Items((("steel",),), ("cable",), span_of(gazette, "steel"), True),),
        ),
    ]


def guide_claims(guide: Document) -> list[Claim]:
    opened = "The bridge <b>opened in 1931</b> &amp; was <i>painted</i>\ngreen."
    floods = 'It floods <a href="x.html">every spring</a>, so\nboots help.'
    return [
        claim(
            guide,
            opened,
            "The bridge <b>opened in 1931</b>",
            "The bridge opened in 1931",
            kind=ClaimKind.DATE,
        ),
        claim(
            guide,
            floods,
            'It floods <a href="x.html">every spring</a>',
            "The bridge floods every spring",
            subject=Mention("The bridge", span_of(guide, "It"), ("bridge",), True),
            presences=(Presence(("flood",), 0.1234, 1.0, cue(guide, "floods")),),
            values=(
                Value(
                    "count", Interval(1.0, float("inf"), high_open=True), "x", Span(0, 1), False, ()
                ),
            ),
        ),
    ]


def survey_claims(survey: Document) -> list[Claim]:
    long = "Repairs to the deck went on for two years, by the engineers' own account."
    rose = "The bridge has a low risk of flooding, though the river rose in 1954."
    return [
        claim(
            survey,
            long,
            "Repairs to the deck went on for two years",
            certainty=Certainty.REPORTED,
            attribution="the engineers",
            endorsed=False,
        ),
        claim(survey, "Steel cables hold the deck."),
        claim(
            survey,
            rose,
            "The bridge has a low risk of flooding",
            certainty=Certainty.HEDGED,
            hedge=cue(survey, "low risk"),
        ),
        claim(
            survey,
            rose,
            "the river rose in 1954",
            changes=(Change(Direction.INCREASES, ("river",), cue(survey, "rose")),),
        ),
        claim(
            survey,
            "The vertebral section of the bridge is 60 m long.",
            text="The main span of the bridge is 60 m long.",
        ),
    ]


def make_run() -> Run:
    """Return the run: one dispute, one qualification, two agreements, all else around them."""
    gazette, guide, survey = documents()
    g, v, s = gazette_claims(gazette), guide_claims(guide), survey_claims(survey)
    apart = judgement(
        g[1],
        s[0],
        Stance.CONTRADICTS,
        "value",
        confidence=0.91,
        rationale="About four months and two years do not overlap.",
        a_evidence="about four months",
        b_evidence="two years",
    )
    tension = judgement(
        v[1],
        s[2],
        Stance.QUALIFIES,
        "presence",
        confidence=0.7123,
        label="flooding",
        aspect=("flood",),
        rationale="A low risk is set against a yearly event.",
        a_evidence="floods",
        b_evidence="low risk of flooding",
    )
    same = judgement(
        g[0],
        v[0],
        Stance.AGREES,
        "value",
        confidence=0.95,
        label="opening",
        rationale="Both name 1931.",
        a_evidence="opened in 1931",
        b_evidence="opened in 1931",
    )
    steel = judgement(
        g[3], s[1], Stance.AGREES, "paraphrase", label="cables", rationale="Both speak of steel."
    )
    return Run(
        corpus=Corpus(
            "Bridges of Harl",
            (gazette, guide, survey),
            (Unread("scans/plan.pdf", "no reader for .pdf files"),),
        ),
        claims=(*g, *v, *s),
        skipped=(
            Skipped(gazette, span_of(gazette, "The Harl Bridge"), "heading"),
            Skipped(gazette, span_of(gazette, "Who paid for it?"), "question"),
            Skipped(gazette, span_of(gazette, "Visit our shop for posters!"), "advertising"),
            Skipped(guide, span_of(guide, "Visitors like it."), "opinion"),
        ),
        notes=(Note(survey, span_of(survey, "vertebral section"), "garbled-term", "main span"),),
        topics=(Topic("t-1", "Harl Bridge", ("bridge", "harl"), 0.25, (g[0].id,)),),
        judgements=(same, apart, steel, tension),
        disputes=(
            Dispute(
                "deck repair",
                Stance.CONTRADICTS,
                (Position("A", "about four months", (g[1],)), Position("B", "two years", (s[0],))),
                (apart,),
                0.91,
            ),
        ),
        qualifications=(
            Dispute(
                "flooding",
                Stance.QUALIFIES,
                (Position("A", "every spring", (v[1],)), Position("B", "a low risk", (s[2],))),
                (tension,),
                0.7123,
            ),
        ),
        agreements=(
            Agreement("opening", (g[0], v[0]), (same,), 2, 0.95),
            Agreement("cables", (g[3], s[1]), (steel,), 1, 0.8),
        ),
        counts=Counts(38, 12, 3),
        version="0.1.0",
        settings={"min_confidence": 0.5, "packs": ["english"], "within_documents": False},
    )


@pytest.fixture
def run() -> Run:
    return make_run()


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


@pytest.fixture
def hostile_run() -> Run:
    """A run whose every free text tries to become markup, a terminal command or a link."""
    return make_hostile()


def make_hostile(address: str = "javascript:alert(3)", extra: str = "") -> Run:
    words = f"{HOSTILE} [x](javascript:alert(4)) \x1b[31mred\x1b[0m \u202egnp. {extra}"
    other = f"' onmouseover='alert(5) ![y](http://evil.example/p.png) `{HOSTILE}` # not so. {extra}"
    first, second = (
        plain_document(
            f"{HOSTILE}\n{number}.txt",
            text,
            title=f"{HOSTILE} {number}",
            author="' onfocus='alert(6)' autofocus='",
            publisher="</style><script>alert(7)</script>",
            address=address,
            date=HOSTILE,
            encoding=HOSTILE,
            notes=(HOSTILE,),
        )
        for number, text in ((1, words), (2, other))
    )
    a, b = claim(first, words), claim(second, other)
    pair = judgement(
        a, b, Stance.CONTRADICTS, HOSTILE, rationale=HOSTILE, label=HOSTILE, aspect=(HOSTILE,)
    )
    same = judgement(a, b, Stance.AGREES, "paraphrase", rationale=HOSTILE, label=HOSTILE)
    sides = (Position("A", HOSTILE, (a,)), Position("B", HOSTILE, (b,)))
    return Run(
        corpus=Corpus(HOSTILE, (first, second), (Unread(HOSTILE, HOSTILE),)),
        claims=(a, b),
        skipped=(Skipped(first, Span(0, 5), HOSTILE),),
        notes=(Note(first, Span(0, 5), HOSTILE, HOSTILE),),
        topics=(Topic(HOSTILE, HOSTILE, (HOSTILE,), 0.5, (a.id,)),),
        judgements=(pair, same),
        disputes=(Dispute(HOSTILE, Stance.CONTRADICTS, sides, (pair,), 0.8),),
        qualifications=(),
        agreements=(Agreement(HOSTILE, (a, b), (same,), 2, 0.8),),
        counts=Counts(1, 1, 0),
        version=HOSTILE,
        settings={HOSTILE: HOSTILE},
    )


@pytest.fixture
def hostile_maker() -> Callable[..., Run]:
    return make_hostile


@pytest.fixture
def empty_run() -> Run:
    """A run over one document that claims nothing."""
    only = plain_document("only.txt", "Why?\n")
    return Run(
        corpus=Corpus("", (only,)),
        claims=(),
        skipped=(Skipped(only, Span(0, 4), "question"),),
        notes=(),
        topics=(),
        judgements=(),
        disputes=(),
        qualifications=(),
        agreements=(),
        counts=Counts(0, 0, 0),
        version="0.1.0",
        settings={},
    )
