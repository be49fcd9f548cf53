"""Every stage against one pass of a tokenising regular expression over the same text.

The expression has to touch every character once, so no stage that reads the text can cost less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import generate
from material import CORPUS, STATEMENTS, text_of
from measuring import Row, once, seconds, times

import factcheck as fc
from factcheck.graph import agreements, disputes, retold_pairs
from factcheck.pipeline import make_pipeline
from factcheck.reading import corpus_of
from factcheck.segmentation import PunktSegmenter

DOCUMENTS = 40
# Splitting a page is too quick to time on its own; this many copies of the corpus are split.
COPIES = 20
AGAINST = "one pass of a tokenising regular expression"

_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def rows() -> Iterator[Row]:
    """Yield the stages of a check of generated documents, and splitting into sentences."""
    making, made = seconds(lambda: list(generate.documents(1, DOCUMENTS, STATEMENTS)))
    pass_, _ = seconds(tokenising("\n".join(one.text for one in made)))
    pipeline = make_pipeline(fc.Settings(jobs=1))
    reading, corpus = seconds(lambda: corpus_of(fc.read_text(one.text, one.name) for one in made))
    extracting, extracted = once(lambda: pipeline.extract(corpus))
    claims = tuple(claim for one in extracted for claim in one.claims)
    linking, linked = once(lambda: pipeline.linker(claims, corpus))
    choosing, blocked = once(lambda: pipeline.blocker(linked.claims, linked.weights))
    judge = pipeline.make_judge(linked)
    judging, judgements = once(lambda: pipeline.judge(judge, blocked.pairs, linked.claims))
    disputing, _ = once(lambda: disputes(judgements))
    retelling, retold = once(lambda: retold_pairs(blocked.pairs, linked.weights))
    agreeing, _ = once(lambda: agreements(judgements, corpus, retold))
    taken = {
        "making the documents": making,
        "reading": reading,
        "extracting claims": extracting,
        "linking terms and topics": linking,
        "choosing pairs": choosing,
        "judging pairs": judging,
        "disputes and agreements": disputing + retelling + agreeing,
    }
    for name, cost in taken.items():
        yield Row(name, times(cost / pass_), AGAINST)
    per_claim = (sum(taken.values()) - making) / len(claims) * 1000
    yield Row(
        "claims, candidate pairs, characters",
        f"{len(claims):,}, {len(blocked.pairs):,}, {len(text_of(corpus)):,}",
        f"{per_claim:.1f} ms a claim in all",
    )
    yield from _splitting()


def tokenising(text: str) -> Callable[[], object]:
    """Return the work that everything is compared with."""
    return lambda: [match.span() for match in _TOKEN.finditer(text)]


def _splitting() -> Iterator[Row]:
    """Our splitting into sentences against splitting at full stops and finding the pieces again."""
    corpus = fc.read(CORPUS / "lighthouse")
    passages = [passage for document in corpus for passage in document.passages] * COPIES
    segmenter = PunktSegmenter()
    ours, found = seconds(lambda: [segmenter.sentences(passage) for passage in passages])
    naive, pieces = seconds(lambda: [naive_sentences(passage.text) for passage in passages])
    yield Row("splitting into sentences", times(ours / naive), "splitting at full stops")
    count = sum(map(len, found)), sum(map(len, pieces))
    yield Row("sentences found", times(count[0] / count[1]), "the pieces that gives")


def naive_sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of ``text`` between full stops: split, then found again to get their places."""
    ranges, start = [], 0
    for piece in _END.split(text):
        if piece.strip():
            begin = text.index(piece, start)
            ranges.append((begin, begin + len(piece)))
            start = begin + len(piece)
    return ranges
