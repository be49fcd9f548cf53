"""A source as a page shows it."""

from attrs import evolve

from factcheck.model import Run, Skipped
from factcheck.reporting.parts import Parts
from factcheck.reporting.source_view import SourceView, Stretch, view_source


def view(run: Run, name: str) -> SourceView:
    parts = Parts(run)
    document = run.corpus.document(name)
    return view_source(parts, document, parts.section(document))


def stretches(view: SourceView) -> list[Stretch]:
    return [each for _, group in view.groups for passage in group for each in passage.stretches]


def stretch(view: SourceView, words: str) -> Stretch:
    (found,) = [each for each in stretches(view) if each.segment.text == words]
    return found


def test_a_claim_shows_how_it_stands_and_where_it_turns_up(run: Run) -> None:
    disputed = stretch(view(run, "gazette.txt"), "Repairs to the deck took about four months.")
    assert disputed.classes == "claim disputed"
    assert [str(mark) for mark in disputed.marks] == ["≠ 1 A"]
    assert disputed.anchors == disputed.claims == (run.claims[1].id,)
    alone = stretch(view(run, "gazette.txt"), "The bridge carries no rail traffic.")
    assert (alone.classes, alone.marks) == ("claim", ())


def test_how_a_claim_was_read_is_told_where_it_differs(run: Run) -> None:
    floods = stretch(view(run, "guide/visit.html"), "It floods every spring")
    assert floods.title == "read as: The bridge floods every spring"


def test_what_was_left_out_is_greyed_with_its_reason(run: Run) -> None:
    shown = view(run, "gazette.txt")
    question = stretch(shown, "Who paid for it?")
    assert (question.classes, question.footnotes) == ("skipped", ("a",))
    assert question.title == "left out: question"
    assert [(each.letter, each.reason) for each in shown.footnotes] == [
        ("a", "question"),
        ("b", "advertising"),
        ("", "heading"),
    ]
    assert stretch(shown, "The Harl Bridge").classes == ""


def test_many_reasons_have_letters_of_their_own(run: Run) -> None:
    gazette = run.corpus.document("gazette.txt")
    skipped = tuple(Skipped(gazette, run.claims[0].span, f"reason {n}") for n in range(28))
    shown = view(evolve(run, skipped=skipped), "gazette.txt")
    assert [each.letter for each in shown.footnotes][-3:] == ["z", "aa", "ab"]


def test_a_note_stands_behind_its_words(run: Run) -> None:
    (note,) = run.notes
    spun = evolve(run, notes=(evolve(note, kind="garbled", standard="main span"),))
    garbled = stretch(view(spun, "survey.txt"), "vertebral section")
    assert garbled.classes == "claim noted"
    assert [each.standard for each in garbled.notes] == ["main span"]


def test_a_retold_passage_leads_to_the_other_source(run: Run) -> None:
    gazette, survey = run.claims[0], run.claims[7]
    retold = evolve(run, retold=((gazette.id, survey.id),))
    here, there = view(retold, "gazette.txt"), view(retold, "survey.txt")
    assert [line.there for line in here.shared] == [line.id for line in there.shared]
    assert [line.source.name for line in here.shared] == ["survey.txt"]
    (begun,) = [each for each in stretches(here) if each.shared]
    assert begun.classes.split()[-1] == "shared"
    assert begun.anchors == (gazette.id, here.shared[0].id)


def test_claims_outside_the_visible_text_are_listed(run: Run) -> None:
    guide = run.corpus.document("guide/visit.html")
    start = guide.text.index("<script>")
    hidden = evolve(run.claims[4], span=evolve(run.claims[4].span, start=start, end=start + 8))
    shown = view(evolve(run, claims=(*run.claims, hidden)), "guide/visit.html")
    assert [line.id for line in shown.outside] == [hidden.id]
