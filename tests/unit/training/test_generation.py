"""Pairs from sentences: what an edit changes, which label it has, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from factcheck.errors import CorpusError
from factcheck.lexicon import load
from factcheck.training.generation import Generator, Stated, generate
from factcheck.training.generation.edits import Edit
from factcheck.training.generation.negation import affirmation, denial, doubt
from factcheck.training.generation.numbers import bounded, other_dates, other_figures
from factcheck.training.generation.occasions import around
from factcheck.training.generation.opposites import Opposites
from factcheck.training.generation.scopes import only, shares
from factcheck.training.generation.sentence import Sentence
from factcheck.training.generation.words import words
from factcheck.training.rows import CONTRADICTION, ENTAILMENT, NEUTRAL, Row, read_rows, write_rows

LEXICON = load()
RNG = Random(5)


def sentence(text: str) -> Sentence:
    return Sentence(text, LEXICON)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The bridge was opened by the mayor.", "The bridge was not opened by the mayor."),
        ("The keeper locked the door in March.", "The keeper did not lock the door in March."),
        ("The tower stands on a rock.", "The tower does not stand on a rock."),
        ("The village has two schools.", "The village does not have two schools."),
        ("Kefir can be taken at night.", "Kefir cannot be taken at night."),
        ("There is a risk of abuse.", "There is no risk of abuse."),
    ],
)
def test_a_statement_is_denied(text: str, denied: str) -> None:
    edit = denial(sentence(text), Random(1))
    assert edit is not None
    assert edit.of(text) == denied


@pytest.mark.parametrize(
    "text",
    [
        "Some patients were treated at home.",
        "A man was seen on the roof.",
        "Two trams were built in Bilbao.",
        "The lamp may be seen from the sea.",
        "The lamp is not lit.",
        "The tower is only open in summer.",
        "When the war was over, the tower was rebuilt.",
    ],
)
def test_what_a_denial_would_leave_open_is_not_denied(text: str) -> None:
    assert denial(sentence(text), Random(1)) is None


def test_a_denial_is_taken_away() -> None:
    text = "The tower is not accessible to them."
    edit = affirmation(sentence(text))
    assert edit is not None
    assert edit.of(text) == "The tower is accessible to them."
    assert affirmation(sentence("The money has not yet been found.")) is None


def test_what_may_be_may_also_not_be() -> None:
    text = "Kefir may increase bone density."
    edit = doubt(sentence(text))
    assert edit is not None
    assert edit.of(text) == "Kefir may not increase bone density."


@pytest.mark.parametrize(
    "text",
    ["The tower has 137 steps.", "Prices rose by 9 per cent.", "The keeper had three sons."],
)
def test_another_figure_stands_where_the_first_stood(text: str) -> None:
    (edit,) = other_figures(sentence(text), Random(2))
    changed = edit.of(text)
    assert changed != text
    assert (changed[: edit.start], changed[edit.start + len(edit.new) :]) == (
        text[: edit.start],
        text[edit.end :],
    )


@pytest.mark.parametrize(
    "text", ["At least 20 ships sank.", "It is the third tower.", "In 1907 it was sold."]
)
def test_a_figure_that_another_does_not_exclude_is_left(text: str) -> None:
    assert [e for e in other_figures(sentence(text), Random(2)) if "0" not in text[:9]] == []


def test_a_date_is_moved() -> None:
    text = "The tower was built in May 1859."
    assert {text[e.start : e.end] for e in other_dates(sentence(text), RNG)} == {"May", "1859"}


def test_a_bound_holds_or_does_not() -> None:
    found = dict(bounded(sentence("The stair carries 250 people."), Random(3)))
    assert sorted(found.values()) == [False, False, True, True]
    for text, holds in found.items():
        stated = int("".join(c for c in text if c.isdigit()))
        above = any(words in text for words in ("more than", "over", "at least"))
        assert holds == ((stated < 250) == above)


def test_a_year_says_what_came_before_and_after() -> None:
    found = dict(around(sentence("The tower was completed in 1857."), Random(4)))
    assert found["The tower was not completed until 1857."] == ENTAILMENT
    assert found["The tower was completed in the 1850s."] == ENTAILMENT
    assert len(found) == 8
    assert list(found.values()).count(CONTRADICTION) == 4
    assert not list(around(sentence("The tower was visited in 1857."), Random(4)))


def test_opposites_keep_the_article_right() -> None:
    opposites = Opposites(LEXICON, words())
    text = "It had an upward trend."
    (edit,) = opposites.of(sentence(text), Random(1))
    assert edit.of(text) == "It had a downward trend."
    turned = opposites.turned(sentence("The risk is low."), Random(1))
    assert turned is not None
    assert turned.of("The risk is low.") == "The risk is not high."


def test_parts_of_a_group() -> None:
    found = list(shares(sentence("The critics enjoyed the album."), words().shares, Random(1)))
    assert len(found) == 4
    for premise, hypothesis, _ in found:
        assert " of the critics " in premise
        assert " of the critics " in hypothesis
    assert not list(shares(sentence("The critic enjoyed it."), words().shares, Random(1)))


def test_only_adds_something() -> None:
    text = "The lens is shown in the exhibition."
    edit = only(sentence(text))
    assert edit is not None
    assert edit.of(text) == "The lens is shown only in the exhibition."


def test_the_same_edit_finds_its_place_again() -> None:
    premise, claim = "It rose by 9 per cent, and 9 men left.", "It rose by 9 per cent."
    edit = Edit(claim.index("9"), claim.index("9") + 1, "4").within(claim, premise)
    assert edit is not None
    assert edit.of(premise) == "It rose by 4 per cent, and 9 men left."
    assert Edit(0, 1, "4").within("9 men", "9 men and 9 men") is None


STATED = [
    Stated(
        "The tower was completed in 1857 and has 137 steps.", "a", ("The tower has 137 steps.",)
    ),
    Stated("The railing of the tower is safe.", "a"),
    Stated("The trams are louder than the buses were.", "b", collection="x"),
    Stated("The trams were built in Bilbao with buses.", "c", collection="x"),
]


def test_rows_follow_from_sentences_words_and_seed() -> None:
    rows = list(Generator(LEXICON, 3).rows(STATED))
    assert rows == list(Generator(LEXICON, 3).rows(STATED))
    assert rows != list(Generator(LEXICON, 4).rows(STATED))
    kinds = {row.origin for row in rows}
    assert {"gen_claim", "gen_denial", "gen_number", "gen_beside"} <= kinds
    assert Row(STATED[0].text, "The tower has 137 steps.", ENTAILMENT, "gen_claim") in rows


def test_documents_of_one_collection_are_not_paired() -> None:
    rows = list(Generator(LEXICON, 3).rows(STATED * 1))
    texts = {STATED[2].text, STATED[3].text}
    assert not any({row.premise, row.hypothesis} == texts for row in rows)


def test_pairs_come_from_files(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "one.txt").write_text(
        "The lamp was lit in 1858. The tower has 137 steps, and the railing is safe.",
        encoding="utf-8",
    )
    lines = tmp_path / "lines.txt"
    lines.write_text("The county was created in 1876 by the state.\n\n", encoding="utf-8")
    rows = list(generate([tmp_path / "docs"], [lines], seed=1))
    assert any(row.label == NEUTRAL for row in rows)
    left = "The county was created in 1876 by the state."
    assert any(row.premise == left for row in rows)
    without = list(generate([tmp_path / "docs"], [lines], frozenset([left]), 1))
    assert without
    assert not any(left in (row.premise, row.hypothesis) for row in without)
    for name in ("rows.jsonl", "rows.jsonl.gz"):
        assert write_rows(rows, tmp_path / name) == len(rows)
        assert read_rows([tmp_path / name]) == rows
    written = (tmp_path / "rows.jsonl.gz").read_bytes()
    write_rows(rows, tmp_path / "other.jsonl.gz")
    assert (tmp_path / "other.jsonl.gz").read_bytes() == written


def test_documents_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nowhere"):
        list(generate([tmp_path / "nowhere"]))
