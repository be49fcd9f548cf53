"""Whatever the text, claims quote it to the character, and one document is read by itself."""

from __future__ import annotations

from html import escape

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.api import Extraction, extract
from factcheck.model import Claim, Document, Span
from factcheck.reading import corpus_of, read_text

_SUBJECTS = st.sampled_from(
    [
        "The canal",
        "Dr. Lind",
        "It",
        "They",
        "She",
        "Wolves",
        "No ship",
        "None of the ships",
        "The price of rice",
        "Smith & Co.",
        "There",
        "This treatment",
        "Its engine",
        "Bosom peril",
        "The council, a body of nine,",
        "The naïve “test”",
        "Nobody",
        "Profound learning",
    ]
)
_VERBS = st.sampled_from(
    [
        "is",
        "was not",
        "may have been",
        "lowers",
        "rose",
        "fails to reach",
        "doesn’t contain",
        "is believed to slow",
        "has no",
        "include",
        "said that",
        "used to be thought to be",
        "never carried",
        "carries and repairs",
        "opened",
    ]
)
_OBJECTS = st.sampled_from(
    [
        "a mammal",
        "circulatory strain",
        "the risk of fire and leakage potential",
        "it",
        "about 40 % of the forest",
        "20 % less",
        "flour, water, and salt",
        "in 1869",
        "within two to three hours",
        "£2.5 million",
        "than wood",
        "",
        "low",
        "Kenya",
        "in patients with pain",
    ]
)
_TAILS = st.sampled_from(
    [
        "",
        ", which cooled the roof",
        ", leading to floods",
        " because the soil was frozen",
        " if it rains",
        " (opened in 1901)",
        " — a former sprinter —",
        "; the fish left",
        ", but it does not sink",
        " and irregular woodland",
        " who came from Delft",
        ", according to the mayor",
        ' "',
    ]
)
_FRONTS = st.sampled_from(
    [
        "",
        "In 1903, ",
        "Although small, ",
        "Built in 1932, ",
        "According to Park, ",
        "Not only ",
        "“",
    ]
)
_ENDS = st.sampled_from([". ", "? ", "! ", ".\n\n", " ", ".", "\n\n"])


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    words = " ".join((draw(_SUBJECTS), draw(_VERBS), draw(_OBJECTS)))
    return draw(_FRONTS) + words + draw(_TAILS) + draw(_ENDS)


_ASSEMBLED = st.lists(_sentence(), min_size=1, max_size=6).map("".join)
_ARBITRARY = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="It is not a 9%.,;:—()“”'’\n-", max_size=120),
)
_quick = settings(max_examples=60, deadline=None)


def read(text: str, name: str = "a", format: str = "txt") -> tuple[Document, Extraction]:
    document = read_text(text, name=name, format=format)
    return document, extract(corpus_of((document,)))


def quoted(claim: Claim) -> list[tuple[str, Span]]:
    """Return every place that a claim quotes, with the words it gives for it."""
    cues = [claim.negation, claim.hedge]
    cues += [change.cue for change in claim.changes]
    cues += [presence.cue for presence in claim.presences]
    cues += [category.cue for category in claim.categories]
    found = [(cue.text, cue.span) for cue in cues if cue is not None]
    return [*found, *((value.text, value.span) for value in claim.values)]


def check_places(document: Document, found: Extraction) -> None:
    for claim in found.claims:
        assert claim.quote == document.text[claim.start : claim.end] != ""
        assert claim.sentence.covers(claim.span)
        mentions = [mention for mention in (claim.subject, claim.object) if mention]
        for mention in mentions:
            assert claim.sentence.covers(mention.span)
        for item in claim.items:
            assert claim.sentence.covers(item.span)
        for words, span in quoted(claim):
            assert claim.sentence.covers(span)
            assert document.visible(span) == " ".join(words.split())
        assert claim.text.strip() == claim.text != ""
        assert claim.terms == tuple(sorted(set(claim.terms)))
    for skip in found.skipped:
        assert skip.quote == document.text[skip.span.start : skip.span.end] != ""
        assert skip.reason
    for note in found.notes:
        assert note.span.of(document.text)


@_quick
@given(_ARBITRARY)
def test_arbitrary_text_is_quoted_to_the_character(text: str) -> None:
    check_places(*read(text))


@_quick
@given(_ASSEMBLED)
def test_prose_is_quoted_to_the_character(text: str) -> None:
    check_places(*read(text))


@_quick
@given(_ASSEMBLED)
def test_markup_changes_places_but_not_what_is_read(text: str) -> None:
    plain = " ".join(text.split())
    bold = " ".join(f"<b>{escape(word)}</b>" for word in plain.split())
    document, found = read(f"<p>{bold}</p>", format="html")
    check_places(document, found)
    _, expected = read(plain)
    assert [claim.text for claim in found.claims] == [claim.text for claim in expected.claims]
    assert [claim.words for claim in found.claims] == [claim.words for claim in expected.claims]


@_quick
@given(st.one_of(_ARBITRARY, _ASSEMBLED))
def test_reading_again_yields_the_same(text: str) -> None:
    (_, first), (_, second) = read(text), read(text)
    assert first == second
    assert repr(first) == repr(second)


@_quick
@given(_ASSEMBLED)
def test_ids_are_unique(text: str) -> None:
    _, found = read(text + text)
    assert len({claim.id for claim in found.claims}) == len(found.claims)


@_quick
@given(_ASSEMBLED, _ASSEMBLED)
def test_a_further_document_changes_nothing_in_the_first(text: str, other: str) -> None:
    document, alone = read(text)
    together = extract(corpus_of((document, read_text(other, name="b"))))
    assert tuple(c for c in together.claims if c.source.id == document.id) == alone.claims
    assert tuple(s for s in together.skipped if s.source.id == document.id) == alone.skipped
    assert tuple(n for n in together.notes if n.source.id == document.id) == alone.notes


@_quick
@example("Nobody is in 1869.")
@given(_ASSEMBLED)
def test_nothing_vanishes(text: str) -> None:
    document, found = read(text)
    covered = {(claim.sentence.start, claim.sentence.end) for claim in found.claims}
    covered |= {(skip.span.start, skip.span.end) for skip in found.skipped}
    words = {
        index for passage in document.passages for run in passage.runs
        for index in range(run.source_start, run.source_end) if document.text[index].isalnum()
    }  # fmt: skip
    assert words <= {index for start, end in covered for index in range(start, end)}
