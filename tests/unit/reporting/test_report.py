"""The content of a report, apart from any format."""

from attrs import evolve

from factcheck.model import Document, Position, Run
from factcheck.reporting.labels import source_labels
from factcheck.reporting.report import build_report
from factcheck.reporting.standing import by_weight


def test_counts_open_the_report(run: Run) -> None:
    headline = build_report(run).headline
    assert (headline.documents, headline.claims, headline.topics) == (3, 11, 1)
    assert (headline.disputes, headline.qualifications, headline.agreements) == (1, 1, 2)
    assert (headline.skipped, headline.unread) == (4, 1)


def test_a_dispute_has_its_sides_with_their_words_in_context(run: Run) -> None:
    (finding,) = build_report(run).disputes
    assert finding.question == "Deck repair: how long?"
    assert [side.letter for side in finding.sides] == ["A", "B"]
    (testimony,) = finding.sides[0].testimonies
    (quote,) = testimony.quotes
    assert testimony.source.label == "The Harl Bridge"
    assert quote.text == "Repairs to the deck took about four months."
    assert [piece.text for piece in quote.pieces if piece.deciding] == ["about four months"]
    assert quote.before == "The Harl Bridge opened in 1931."
    assert quote.after == "The bridge carries no rail traffic."


def test_a_quotation_from_html_shows_words_not_markup(run: Run) -> None:
    opening = build_report(run).agreements[0].testimonies[1].quotes[0]
    assert opening.text == "The bridge opened in 1931 & was painted green."
    assert opening.before == "Visitors like it."
    assert opening.after == "It floods every spring, so boots help."


def test_two_claims_of_one_sentence_quote_it_once(run: Run) -> None:
    dispute = run.qualifications[0]
    survey = [claim for claim in run.claims if claim.source.name == "survey.txt"]
    wide = evolve(
        dispute, positions=(Position("A", "", (survey[2], survey[3])), dispute.positions[0])
    )
    finding = build_report(evolve(run, qualifications=(wide,))).qualifications[0]
    (quote,) = finding.sides[0].testimonies[0].quotes
    assert quote.claims == (survey[2].id, survey[3].id)
    deciding = [piece.text for piece in quote.pieces if piece.deciding]
    assert deciding == ["low risk of flooding", "the river rose in 1954"]


def test_disputes_come_by_confidence_times_the_trust_in_the_second_side(run: Run) -> None:
    trusted = run.disputes[0]
    weak = evolve(run.claims[1], source=evolve(run.claims[1].source, authority=0.01))
    doubtful = evolve(
        trusted,
        topic="other",
        confidence=0.99,
        positions=(Position("A", "", (weak,)), trusted.positions[1]),
    )
    assert by_weight([doubtful, trusted]) == (trusted, doubtful)
    many = build_report(evolve(run, disputes=(doubtful, trusted, trusted, trusted)))
    assert [finding.number for finding in many.worrying] == [1, 2, 3]
    assert many.disputes[-1].topic == "Other"


def test_each_claim_says_where_it_turns_up(run: Run) -> None:
    gazette, guide, survey = build_report(run).sources
    assert [str(mark) for line in gazette.claims for mark in line.marks] == ["= 1", "≠ 1 A", "= 2"]
    assert [line.words for line in gazette.alone] == ["The bridge carries no rail traffic."]
    assert guide.claims[1].restated == "The bridge floods every spring"
    assert gazette.claims[0].restated == ""
    assert [note.told for note in survey.notes] == ["“vertebral section”: main span"]
    assert evolve(survey.notes[0], text="“vertebral section” is odd").told.count("section") == 1
    assert gazette.remarks == ("Decoded as windows-1252, a guess.",)


def test_what_was_skipped_or_not_read_is_told(run: Run) -> None:
    report = build_report(run)
    assert [(line.reason, line.passages) for line in report.skipped] == [
        ("advertising", 1),
        ("heading", 1),
        ("opinion", 1),
        ("question", 1),
    ]
    assert report.sources[1].skipped[0].words == "Visitors like it."
    assert report.unread[0].path == "scans/plan.pdf"
    assert report.method.counts.cut == 3
    assert ("within_documents", "no") in report.method.settings


def test_two_documents_of_one_title_are_told_apart() -> None:
    twins = [Document(name, name, (), title="Twin") for name in ("a.txt", "b.txt")]
    labels = source_labels(twins)
    assert [labels[twin.id].label for twin in twins] == ["Twin (a.txt)", "Twin (b.txt)"]


def test_only_web_addresses_are_for_linking(run: Run) -> None:
    gazette = run.corpus.documents[0]
    script = evolve(gazette, address="javascript:alert(1)")
    label = source_labels([script])[script.id]
    assert (label.address, label.unlinked) == ("", "javascript:alert(1)")
    assert source_labels([gazette])[gazette.id].address == gazette.address


def test_a_report_on_nothing_is_a_report(empty_run: Run) -> None:
    report = build_report(empty_run, date="2026")
    assert report.date == "2026"
    assert not report.worrying and not report.solid
    assert report.sources[0].source.label == "only.txt"
