"""A document cut into segments keeps every visible word, and each place keeps its own."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Passage, PassageKind, Run, Span
from factcheck.reporting.annotation import AnnotatedText, Place, annotate, places
from factcheck.reporting.wording import clean

spans = st.tuples(st.integers(0, 80), st.integers(0, 80)).map(
    lambda ends: Span(min(ends), max(ends))
)


def two_passages(text: str) -> Document:
    half = len(text) // 2
    return Document(
        "a.txt",
        text,
        (
            Passage.plain(PassageKind.PARAGRAPH, text, 0, half),
            Passage.plain(PassageKind.ITEM, text, half, len(text)),
        ),
    )


def shown(text: AnnotatedText) -> str:
    return "".join(segment.text for block in text.blocks for segment in block.segments)


def shown_of(text: AnnotatedText, place: Place) -> str:
    return "".join(
        segment.text
        for block in text.blocks
        for segment in block.segments
        if place in segment.inside
    )


@given(st.text("ab .é\n", min_size=4, max_size=60), st.lists(spans, max_size=8))
def test_segments_are_the_text_whatever_overlaps(text: str, found: list[Span]) -> None:
    document = two_passages(text)
    wanted = [Place("claim", str(number), span) for number, span in enumerate(found)]
    annotated = annotate(document, wanted)
    assert shown(annotated) == text
    for block in annotated.blocks:
        for segment in block.segments:
            assert segment.text == text[segment.start : segment.end]
    for place in wanted:
        words = place.span.of(text)
        assert shown_of(annotated, place) == words
        assert (place in annotated.outside) == (not words)
        begun = [s for b in annotated.blocks for s in b.segments if place in s.begins]
        assert len(begun) == bool(words)


def test_places_in_markup_show_their_words(run: Run) -> None:
    for document in run.corpus:
        claims = [claim for claim in run.claims if claim.source.id == document.id]
        annotated = annotate(document, places(claims, (), (), ()))
        for claim in claims:
            words = shown_of(annotated, Place("claim", claim.id, claim.span))
            assert clean(words) == claim.words
        for block in annotated.blocks:
            for segment in block.segments:
                place = Span(segment.start, segment.end)
                assert clean(segment.text) == document.visible(place)


def test_an_entity_is_never_cut(run: Run) -> None:
    guide = run.corpus.document("guide/visit.html")
    start = guide.text.index("&amp; was")
    annotated = annotate(guide, [Place("note", "0", Span(start + 1, start + 3))])
    (segment,) = [s for b in annotated.blocks for s in b.segments if s.inside]
    assert (segment.text, segment.start, segment.end) == ("&", start, start + len("&amp;"))


def test_a_place_without_visible_text_is_told(run: Run) -> None:
    guide = run.corpus.document("guide/visit.html")
    start = guide.text.index("<script>")
    hidden = Place("claim", "c", Span(start, start + 8))
    assert annotate(guide, [hidden]).outside == (hidden,)


def test_characters_that_reorder_their_neighbours_are_dropped() -> None:
    document = two_passages("one \u202eeno\x00 two\x85three")
    assert shown(annotate(document, [])) == "one eno\ufffd two three"
