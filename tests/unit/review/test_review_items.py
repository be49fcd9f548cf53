"""Findings of a run as they are put up for review."""

import factcheck as fc
from factcheck.model import Run
from factcheck.reading import corpus_of
from factcheck.review.items import review_items

TEXTS = {
    "a.md": "# Harbour\n\nThe lighthouse is 30 m high. It was built in 1890.\n",
    "b.md": "# Coast\n\nThe lighthouse is 45 m high. It was built in 1890.\n",
}


def run_of(texts: dict[str, str]) -> Run:
    return fc.check(
        corpus_of(fc.read_text(text, name=name, format="md") for name, text in texts.items())
    ).run


def test_an_item_has_the_fingerprint_of_its_finding() -> None:
    run = run_of(TEXTS)
    items = review_items(run)
    assert [one.fingerprint for one in items] == [one.fingerprint for one in run.disputes]
    assert items[0].question.startswith("Lighthouse")


def test_quotes_are_exact_and_stand_in_their_context() -> None:
    for one in review_items(run_of(TEXTS))[0].quoted:
        text = TEXTS[one.document]
        assert one.span.of(text) == one.exact
        assert one.prefix + one.exact + one.suffix in text
        assert one.exact == one.words


def test_sides_stand_in_order() -> None:
    letters = [one.side for one in review_items(run_of(TEXTS))[0].quoted]
    assert letters == ["A", "B"]


def test_what_is_said_twice_is_one_item() -> None:
    said_twice = TEXTS["a.md"] + "\nAs we said:\n\nThe lighthouse is 30 m high.\n"
    items = review_items(run_of({**TEXTS, "a.md": said_twice}))
    assert len({one.fingerprint for one in items}) == len(items)
    assert len({(one.document, one.words) for one in items[0].quoted}) == len(items[0].quoted)


def test_a_context_tells_the_place_from_others() -> None:
    said_twice = TEXTS["a.md"] + "\nAs we said:\n\nThe lighthouse is 30 m high.\n"
    quoted = review_items(run_of({**TEXTS, "a.md": said_twice}))[0].quoted
    one = next(each for each in quoted if each.document == "a.md")
    assert said_twice.count(one.prefix + one.exact + one.suffix) == 1


def test_a_run_without_findings_has_no_items() -> None:
    assert review_items(run_of({"a.md": TEXTS["a.md"]})) == ()
