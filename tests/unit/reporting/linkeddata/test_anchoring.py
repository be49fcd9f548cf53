"""Annotations find their places again, in the same documents and in edited ones, or say why not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck as fc
from factcheck.errors import ConfigurationError
from factcheck.model import Agreement, Corpus, Dispute, Document, Run, Span, Stance
from factcheck.reporting import render
from factcheck.reporting.linkeddata import Anchor, read_annotations
from factcheck.reporting.linkeddata.selectors import selectors

TIDES = "The tide turns twice a day. The boat leaves at noon. The tide waits for nobody."


def document(text: str, name: str = "tides.txt", address: str = "") -> Document:
    return fc.read_text(text, name=name, address=address)


def annotation(source: object, *chosen: dict[str, Any], **more: Any) -> dict[str, Any]:
    target = {"type": "SpecificResource", "source": source, "selector": list(chosen)}
    return {"type": "Annotation", "id": "urn:x:1", "target": target, **more}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def anchored(data: object, *documents: Document) -> str | None:
    """The words that the only target of an annotation is anchored to."""
    (found,) = read_annotations(data, Corpus("", documents))
    return found.anchors[0].span.of(found.anchors[0].document.text) if found.anchors else None


def orphaned(data: object, *documents: Document) -> str:
    (found,) = read_annotations(data, Corpus("", documents))
    assert not found.anchors
    return found.orphans[0].reason


def test_what_was_written_is_read_back(run: Run, hostile_run: Run) -> None:
    for each in (run, hostile_run):
        findings: tuple[Dispute | Agreement, ...] = (
            *each.disputes,
            *each.qualifications,
            *each.agreements,
        )
        found = read_annotations(json.loads(render(each, "annotations")), each.corpus)
        assert [one.id for one in found] == [f"urn:factcheck:{one.id}" for one in findings]
        for one, finding in zip(found, findings, strict=True):
            assert one.orphans == ()
            assert [(a.document, a.span) for a in one.anchors] == [
                (claim.source, claim.span) for claim in finding.claims
            ]
            assert one.stance is getattr(finding, "stance", Stance.AGREES)
        dispute = each.disputes[0]
        assert [a.side for a in found[0].anchors] == [
            side.letter for side in dispute.positions for _ in side.claims
        ]
        assert found[0].text


def test_words_are_found_after_edits_around_them(run: Run) -> None:
    data = json.loads(render(run, "annotations"))
    edited = Corpus(
        "", tuple(evolve(one, text=f"A new line before.\n{one.text}") for one in run.corpus)
    )
    before = read_annotations(data, run.corpus)
    after = read_annotations(data, edited)
    assert [[a.span for a in one.anchors] for one in after] == [
        [Span(a.span.start + 19, a.span.end + 19) for a in one.anchors] for one in before
    ]


def test_changed_words_are_an_orphan(run: Run) -> None:
    data = json.loads(render(run, "annotations"))
    gazette, *others = run.corpus.documents
    edited = document(gazette.text.replace("four months", "five months"), gazette.name)
    found = read_annotations(data, Corpus("", (edited, *others)))
    (orphan,) = found[0].orphans
    assert (orphan.source, orphan.side) == ("gazette.txt", "A")
    assert orphan.reason == "the words do not stand in the document"
    assert [anchor.document.name for anchor in found[0].anchors] == ["survey.txt"]


def test_context_tells_two_places_apart() -> None:
    data = annotation("tides", quote("The tide", suffix=" waits"))
    assert orphaned(data, document(TIDES)) == "the document is not among those read"
    here = annotation({"factcheck:document": "tides.txt"}, quote("The tide", suffix=" waits"))
    (found,) = read_annotations(here, Corpus("", (document(TIDES),)))
    assert found.anchors[0].span == Span(53, 61)


def test_a_position_decides_only_where_it_can_be_trusted() -> None:
    source = document(TIDES)
    sha = selectors_source(source)
    twice = quote("The tide")
    assert anchored(annotation(sha, twice, position(53, 61)), source) == "The tide"
    # The same words elsewhere in a changed document could be others.
    changed = document(TIDES + " So be it.", address="https://example.org/t")
    by_address = {"id": sha, "via": "https://example.org/t"}
    reason = orphaned(annotation(by_address, twice, position(53, 61)), changed)
    assert reason == "the words stand in several places alike"
    edited = document(TIDES.replace("waits", "cares"), address="https://example.org/t")
    told = quote("The tide", prefix="noon. ", suffix=" waits")
    assert anchored(annotation(by_address, told, position(53, 61)), edited) == "The tide"
    # Without words to compare, a position counts in the unchanged text alone.
    assert anchored(annotation(sha, position(28, 36)), source) == "The boat"
    assert orphaned(annotation(by_address, position(28, 36)), changed) == (
        "the document has changed, and the target quotes no words"
    )
    assert orphaned(annotation(sha, position(28, 999)), source)
    # A position that points to other words than the quotation is a fault of one of them.
    assert orphaned(annotation(sha, twice, position(28, 36)), source)


def selectors_source(source: Document) -> str:
    from factcheck.serialization import text_sha256

    return f"urn:sha256:{text_sha256(source.text)}"


def test_words_seen_on_a_page_are_found_in_its_markup() -> None:
    page = fc.read_text(
        "<p>It <b>leaves</b>\nat noon.</p>",
        name="p.html",
        format="html",
        address="https://example.org/p",
    )
    (found,) = read_annotations(
        annotation("https://example.org/p", quote("leaves at noon")), Corpus("", (page,))
    )
    assert found.anchors[0].span.of(page.text) == "leaves</b>\nat noon"


def test_of_two_copies_the_one_that_is_named_is_meant() -> None:
    copies = document(TIDES, "a.txt"), document(TIDES, "b.txt")
    source = {"id": selectors_source(copies[1]), "factcheck:document": "b.txt"}
    (found,) = read_annotations(annotation(source, quote("The boat")), Corpus("", copies))
    assert found.anchors[0].document.name == "b.txt"


def test_annotations_of_others_are_read() -> None:
    """Bodies as texts, one target or several, single values without brackets, several types."""
    source = document(TIDES, address="https://example.org/t")
    data = [
        {
            "type": ["Annotation", "Other"],
            "body": "https://example.org/note",
            "target": ["https://example.org/t"],
        },
        {
            "type": "AnnotationPage",
            "items": [
                {
                    "type": "Annotation",
                    "body": {"type": "TextualBody", "value": "Check it."},
                    "target": {
                        "source": "https://example.org/t",
                        "selector": quote("The boat leaves"),
                    },
                }
            ],
        },
    ]
    whole, part = read_annotations(data, Corpus("", (source,)))
    assert (whole.stance, whole.text, whole.id) == (None, "", "")
    assert whole.orphans[0].reason == "the target has no selector"
    assert (part.text, part.anchors) == ("Check it.", (Anchor(source, Span(28, 43)),))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"type": "Note"}, "these are no Web Annotations"),
        ("Annotation", "these are no Web Annotations"),
        ({"type": "AnnotationPage"}, "these are no Web Annotations"),
        ({"type": "Annotation", "target": 3}, "annotation 1: a target must be an IRI"),
        (annotation("x", position(5, 2)), "annotation 1: a TextPositionSelector needs"),
        (annotation("x", {**position(0, 1), "start": "0"}), "not '0' and 1"),
        (annotation("x", {**quote("a"), "exact": 3}), "annotation 1: 'exact' must be a text"),
        (annotation({"id": 3}, quote("a")), "annotation 1: 'id' must be a text"),
        (annotation("x", quote("a"), id=7), "annotation 1: 'id' must be a text"),
    ],
)
def test_what_is_malformed_is_told(data: object, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        read_annotations(data, Corpus("", (document(TIDES),)))


@settings(deadline=None)
@given(
    st.text("ab. ", min_size=1, max_size=60),
    st.data(),
    st.text("ab. ", max_size=20),
    st.text("ab. ", max_size=20),
)
def test_an_anchor_always_holds_the_words(
    text: str, data: st.DataObject, before: str, after: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    source = document(text)
    entry = annotation(
        {"id": selectors_source(source), "factcheck:document": "tides.txt"},
        *selectors(source, span),
    )
    assert json.loads(json.dumps(entry)) == entry
    (found,) = read_annotations(entry, Corpus("", (source,)))
    assert found.anchors == (Anchor(source, span),)
    changed = document(before + text + after)
    (found,) = read_annotations(entry, Corpus("", (changed,)))
    for anchor in found.anchors:
        assert anchor.span.of(changed.text) == span.of(text)
