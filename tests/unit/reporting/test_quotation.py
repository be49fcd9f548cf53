"""Quotations keep every visible word, whatever is marked and wherever they are cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Passage, PassageKind, Run, Span
from factcheck.reporting.content import Piece
from factcheck.reporting.quotation import (
    CONTEXT_LIMIT,
    index_source,
    index_sources,
    quotes,
)
from factcheck.reporting.shortening import shorten

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
    lambda ends: Span(min(ends), max(ends))
)
words = st.text("ab .(\n\t«é", min_size=1, max_size=60)


def one_passage(text: str) -> Document:
    return Document("a.txt", text, (Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text)),))


@given(words, spans, st.lists(spans, max_size=4))
def test_pieces_are_the_visible_words_whatever_is_marked(
    text: str, span: Span, marks: list[Span]
) -> None:
    document = one_passage(text)
    index = index_source(document, [])
    pieces = index.pieces(span, marks)
    assert "".join(piece.text for piece in pieces) == document.visible(span)
    assert index.words(span) == document.visible(span)
    assert all(piece.text for piece in pieces)


def test_pieces_follow_the_markup_of_html(run: Run) -> None:
    guide = run.corpus.document("guide/visit.html")
    index = index_sources(run)[guide.id]
    every = Span(0, len(guide.text))
    heading, paragraph = (
        guide.visible(Span(passage.runs[0].source_start, passage.runs[-1].source_end))
        for passage in guide.passages
    )
    assert index.words(every) == f"{heading} {paragraph}"
    start = guide.text.index("&amp; was")
    pieces = index.pieces(every, [Span(start + 1, start + 3)])
    assert [piece.text for piece in pieces if piece.deciding] == ["&"]


@given(
    st.lists(st.builds(Piece, st.text("ab ", min_size=1, max_size=30), st.booleans()), max_size=6),
    st.integers(5, 60),
)
def test_shortened_quotations_are_part_of_the_whole(pieces: list[Piece], limit: int) -> None:
    whole = "".join(piece.text for piece in pieces)
    cut = "".join(piece.text for piece in shorten(pieces, limit))
    assert cut.strip("…") in whole
    assert len(cut) <= max(limit, 0) + 2
    if len(whole) <= limit:
        assert cut == whole


def test_shortening_keeps_the_deciding_words() -> None:
    pieces = (Piece("before " * 30), Piece("the point", True), Piece(" after" * 30))
    cut = shorten(pieces, 40)
    assert Piece("the point", True) in cut
    assert cut[0].text.startswith("…before") and cut[-1].text.endswith("after…")


def test_context_stays_within_the_passage_and_within_its_limit() -> None:
    first, second, third = "A heading", "Long " * 100 + "one.", "Short one."
    text = f"{first}\n\n{second} {third}"
    start = len(first) + 2
    document = Document(
        "a.txt",
        text,
        (
            Passage.plain(PassageKind.HEADING, text, 0, len(first), 1),
            Passage.plain(PassageKind.PARAGRAPH, text, start, len(text)),
        ),
    )
    long = Span(start, start + len(second))
    short = Span(long.end + 1, len(text))
    index = index_source(document, [Span(0, len(first)), long, short])
    assert index.context(long) == ("", "Short one.")
    before, after = index.context(short)
    assert before.startswith("… Long") and before.endswith("one.")
    assert len(before) <= CONTEXT_LIMIT + 2
    assert after == ""


def test_evidence_outside_its_sentence_marks_the_claim_instead(run: Run) -> None:
    claim = run.claims[6]
    index = index_sources(run)[claim.source.id]
    (quote,) = quotes(index, [claim], {claim.id: [Span(200, 210)]})
    marked = [piece.text for piece in quote.pieces if piece.deciding]
    assert marked == ["Repairs to the deck went on for two years"]


def test_marks_with_only_a_space_between_are_one(run: Run) -> None:
    claim = run.claims[1]
    index = index_sources(run)[claim.source.id]
    start = claim.span.start
    marks = [Span(start, start + 7), Span(start + 8, start + 10)]
    (quote,) = quotes(index, [claim], {claim.id: marks})
    assert quote.pieces == (
        Piece("Repairs to", True),
        Piece(" the deck took about four months."),
    )


def test_a_sentence_that_decided_as_a_whole_has_no_marks(run: Run) -> None:
    claim = run.claims[0]
    index = index_sources(run)[claim.source.id]
    (quote,) = quotes(index, [claim], {claim.id: [claim.sentence]})
    assert quote.pieces == (Piece("The Harl Bridge opened in 1931."),)


def test_words_of_a_place_without_visible_text_are_its_text(run: Run) -> None:
    guide = run.corpus.document("guide/visit.html")
    index = index_sources(run)[guide.id]
    start = guide.text.index("<script>")
    assert index.words(Span(start, start + 8)) == "<script>"
    assert index.pieces(Span(start, start + 8), [])[0].text == "<script>"


def test_surroundings_go_on_into_other_passages_and_say_so() -> None:
    text = "Mills\nOne turned. Two turned. Three stood. Four fell.\nFive burned. Six did not."
    cuts = [0, text.index("One"), text.index("Five")]
    ends = [cuts[1] - 1, cuts[2] - 1, len(text)]
    kinds = (PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.PARAGRAPH)
    places = zip(kinds, cuts, ends, strict=True)
    passages = tuple(Passage.plain(kind, text, a, b) for kind, a, b in places)
    names = ("Mills", "One t", "Two", "Three", "Four", "Five", "Six")
    starts = [text.index(name) for name in names]
    sentences = [Span(a, a + len(text[a:b].rstrip())) for a, b in pairwise([*starts, len(text)])]
    index = index_source(Document("a.txt", text, passages), sentences)
    told = index.surroundings(sentences[2], 2)
    assert (told.earlier, told.before) == (("Mills",), "One turned.")
    assert (told.after, told.later) == ("Three stood. Four fell.", ())
    told = index.surroundings(sentences[4], 2)
    assert (told.before, told.after) == ("Two turned. Three stood.", "")
    assert told.later == ("Five burned. Six did not.",)
    assert index.context(sentences[4]) == ("Three stood.", "")


def test_the_claim_is_set_off_from_its_sentence_and_deciding_words_within_it() -> None:
    text = "It is said that the mill has four wheels, or had."
    index = index_source(one_passage(text), [Span(0, len(text))])
    claim, deciding = text.index("the mill"), text.index("four")
    pieces = index.pieces(
        Span(0, len(text)), [Span(deciding, deciding + 4)], [Span(claim, text.index(","))]
    )
    assert pieces == (
        Piece("It is said that "),
        Piece("the mill has ", stated=True),
        Piece("four", deciding=True, stated=True),
        Piece(" wheels", stated=True),
        Piece(", or had."),
    )
