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
        ("The Vik–Orla line is 90 km long.", "The Vik–Tann line is 70 km long."),
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
        ("The Vik–Orla line is 90 km long.", "The Orla-Vik line is 70 km long."),
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


SORTS = "brass copper iron marble oak pewter silver slate steel timber".split()


def in_a_manual(first: str, second: str, sorts: int) -> list[Stance]:
    """The stances of two documents beside a list of things that are called by one noun."""
    listed = "\n\n".join(f"The {sort} gate has a hinge of its own." for sort in SORTS[:sorts])
    texts = {"a": first, "b": second, "list": listed}
    documents = [fc.read_text(text, name) for name, text in texts.items()]
    names = {"a", "b"}
    found = fc.check(corpus_of(documents))
    return [
        one.stance for one in found.judgements if {one.a.source.name, one.b.source.name} == names
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The gate is closed.", "The gate is not closed."),
        ("The gate weighs 40 kg.", "The gate weighs 60 kg."),
        ("The gate is expensive.", "The gate is cheap."),
    ],
)
def test_a_noun_of_many_things_names_none_of_them(first: str, second: str) -> None:
    assert Stance.CONTRADICTS in in_a_manual(first, second, 4)
    assert not in_a_manual(first, second, len(SORTS))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The north gate weighs 40 kg.", "The north gate weighs 60 kg."),
        ("The gate contains lead.", "The gate contains no lead."),
    ],
)
def test_what_else_is_said_alike_tells_what_is_meant(first: str, second: str) -> None:
    assert in_a_manual(first, second, len(SORTS)) == [Stance.CONTRADICTS]
