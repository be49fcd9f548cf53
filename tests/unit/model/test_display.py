"""Values in a notebook: nothing before the library that draws is loaded, a fragment after."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.model import Unread
from factcheck.model.display import Displayed

MODEL_ALONE = """
import sys
from factcheck.model import Claim, Document, Passage, PassageKind, Span
text = "The mill was built in 1784."
whole = Span(0, len(text))
page = Document("a.txt", text, (Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text)),))
claim = Claim(page, whole, text, whole)
assert "factcheck.api" not in sys.modules
assert "factcheck.reporting" not in sys.modules
assert claim._repr_html_() is None
import factcheck.api
assert "1784" in claim._repr_html_()
"""


@pytest.fixture(scope="module")
def corpus() -> fc.Corpus:
    texts = ("The mill was built in 1784 & mended.", "The mill was built in 1812.")
    return fc.Corpus("", tuple(fc.read_text(text, name=f"{n}.txt") for n, text in enumerate(texts)))


def drawn(value: Displayed) -> str:
    html = value._repr_html_()
    assert html is not None
    assert html.startswith("<div")
    assert "<script" not in html
    assert "<html" not in html
    return html


def test_a_model_alone_draws_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MODEL_ALONE], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_claim_is_drawn_with_its_words(corpus: fc.Corpus) -> None:
    claim = fc.extract(corpus).claims[0]
    html = drawn(claim)
    assert "1784" in html
    assert "&amp;" in html


def test_a_dispute_is_drawn_with_every_side(corpus: fc.Corpus) -> None:
    (dispute,) = fc.check(corpus).disputes
    html = drawn(dispute)
    assert "≠" in html
    assert "1784" in html
    assert "1812" in html


def test_an_agreement_is_drawn(corpus: fc.Corpus) -> None:
    first = corpus.documents[0]
    again = fc.Corpus("", (first, fc.read_text(first.text, name="copy.txt")))
    agreements = fc.check(again).agreements
    assert agreements
    assert "1784" in drawn(agreements[0])


def test_a_verification_is_drawn_with_its_evidence(corpus: fc.Corpus) -> None:
    html = drawn(fc.verify("The mill was built in 1812.", corpus))
    assert "1784" in html
    assert "1812" in html


def test_a_judgement_is_drawn_with_both_claims(corpus: fc.Corpus) -> None:
    html = drawn(fc.check(corpus).judgements[0])
    assert "1784" in html
    assert "1812" in html


def test_a_corpus_is_drawn_as_a_table_of_its_sources(corpus: fc.Corpus) -> None:
    unread = Unread("<b>scan.pdf", "no reader for .pdf files")
    html = drawn(evolve(corpus, title="Mills <i>", failed=(unread,)))
    assert html.count("<tr>") == 3
    assert "Mills &lt;i&gt;" in html
    assert "&lt;b&gt;scan.pdf: no reader for .pdf files" in html
    assert "2 documents" in html
    assert drawn(fc.Corpus("", ()))


def test_a_graph_is_drawn_with_who_contradicts_whom(corpus: fc.Corpus) -> None:
    html = drawn(fc.check(corpus).graph)
    assert "0.txt and 1.txt" in html
    assert "2 claims" in html
    assert ">≠</th>" in html
    alone = fc.check(fc.Corpus("", corpus.documents[:1])).graph
    assert "<table" not in drawn(alone)
