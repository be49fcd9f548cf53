"""Names that keep like things apart."""

import pytest

import factcheck as fc
from factcheck.judging import Context, make_relations
from factcheck.judging.names import names
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.model import Stance
from factcheck.reading import corpus_of


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Orla Bridge is 90 metres long.", "The Tann Bridge is 70 metres long."),
        ("The surface of Lake Orla is 40 acres.", "The surface of Lake Tann is 60 acres."),
        ("The water of Lake Orla has risen.", "The water of Lake Tann has fallen."),
        ("The Orla warbler weighs 30 grams.", "The Tann warbler weighs 20 grams."),
        ("The egg of a Mirov goose weighs 9 ounces.", "The egg of a Sarn goose weighs 7 ounces."),
        ("The daily dose of Orlatin is 30 mg.", "The daily dose of Tannol is 90 mg."),
    ],
)
def test_things_of_other_names_are_no_contradiction(first: str, second: str) -> None:
    judgement = fc.judge_pair(first, second)
    assert judgement is None or judgement.stance is not Stance.CONTRADICTS


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Orla Bridge is 90 metres long.", "The Orla Bridge is 70 metres long."),
        ("The surface of Lake Orla is 40 acres.", "The surface of Lake Orla is 60 acres."),
        ("The Orla warbler weighs 30 grams.", "The Orla warbler weighs 20 grams."),
        ("The daily dose of Orlatin is 30 mg.", "The daily dose of Orlatin is 90 mg."),
        ("The Lind Committee found 30 errors.", "The Lind Committee found 20 errors."),
        ("The bridge of Orla is 90 metres long.", "The Orla Bridge is 70 metres long."),
    ],
)
def test_one_thing_by_its_name_contradicts_itself(first: str, second: str) -> None:
    judgement = fc.judge_pair(first, second)
    assert judgement is not None
    assert judgement.stance is Stance.CONTRADICTS


def test_a_verb_behind_a_name_says_nothing_of_what_it_names() -> None:
    context = Context({}, {}, make_relations(Terms(load())))
    (opened,) = fc.extract(
        corpus_of([fc.read_text("The Council opened the tunnel in 1990.")])
    ).claims
    (warbler,) = fc.extract(corpus_of([fc.read_text("The Orla warbler left in 1990.")])).claims
    assert names(opened, context) == ()
    assert [kind for kind, _ in names(warbler, context)] == ["warbler"]
