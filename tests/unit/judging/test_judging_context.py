"""How words stand to each other: what excludes what, and what is a kind of what."""

import pickle

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.judging.context import Context, make_relations
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.model import Claim, Polarity
from factcheck.reading import corpus_of

TERMS = Terms(load(("english",)))
CONTEXT = Context({}, {}, make_relations(TERMS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("red", "green"),
        ("danish", "peru"),
        ("madrid", "denmark"),
        ("texas", "canada"),
        ("poodle", "collie"),
        ("poet", "whale"),
        ("third", "12th"),
        ("11th", "12th"),
    ],
)
def test_what_excludes_what(one: str, other: str) -> None:
    assert CONTEXT.exclude(TERMS.of(one), TERMS.of(other))
    assert CONTEXT.exclude(TERMS.of(other), TERMS.of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("red", "crimson"),
        ("madrid", "europe"),
        ("danish", "european"),
        ("texas", "american"),
        ("poodle", "dog"),
        ("poet", "painter"),
        ("third", "3rd"),
        ("red", "wooden"),
    ],
)
def test_what_goes_together(one: str, other: str) -> None:
    assert not CONTEXT.exclude(TERMS.of(one), TERMS.of(other))


def test_phrases_are_found_in_their_words() -> None:
    words = [TERMS.of(word) for word in ("small", "living", "room")]
    assert TERMS.of("living room") in CONTEXT.kinds(words)
    assert TERMS.of("living room") not in CONTEXT.kinds(words[:2])


@pytest.mark.parametrize(("word", "acts"), [("poodle", True), ("tram", True), ("granite", False)])
def test_who_takes_part(word: str, acts: bool) -> None:
    assert CONTEXT.takes_part(TERMS.of(word)) is acts


def test_un_before_a_word_denies_it_but_not_in_every_word() -> None:
    context = Context({}, {}, make_relations(Terms(load())))
    assert context.opposed("salt", "unsalt")
    assert context.opposed("unsalt", "salt")
    assert not context.opposed("til", "until")


def test_the_opposites_of_a_term_are_those_it_is_opposed_to() -> None:
    assert "unsalt" in CONTEXT.opposites("salt")
    assert "salt" in CONTEXT.opposites("nonsalt")
    assert CONTEXT.opposites("lamp") == {"unlamp", "nonlamp"}
    assert CONTEXT.any_opposed(["lamp", "unsalt"], {"salt", "pepper"})
    assert not CONTEXT.any_opposed(["lamp"], {"salt", "pepper"})


def test_a_claim_is_asked_once() -> None:
    context = evolve(CONTEXT)
    asked: list[str] = []

    def words(claim: Claim, _: Context) -> int:
        asked.append(claim.text)
        return len(claim.text.split())

    one, other = fc.extract(
        corpus_of([fc.read_text("The mill has two wheels. The weir leaks.")])
    ).claims
    assert [context.once(words, claim) for claim in (one, other, one)] == [5, 3, 5]
    assert asked == [one.text, other.text]


def test_a_changed_claim_is_asked_anew() -> None:
    context = evolve(CONTEXT)
    (claim,) = fc.extract(corpus_of([fc.read_text("The mill has two wheels.")])).claims
    changed = evolve(claim, polarity=Polarity.NEGATED)
    assert claim.id == changed.id
    asked = [context.once(lambda one, _: one.polarity, each) for each in (claim, changed)]
    assert asked == [Polarity.AFFIRMED, Polarity.NEGATED]


def test_memory_of_answers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.judging.context.REMEMBERED", 2)
    context = evolve(CONTEXT)
    claims = fc.extract(
        corpus_of([fc.read_text("The mill leaks. The weir leaks. The lock leaks.")])
    ).claims

    def text(claim: Claim, _: Context) -> str:
        return claim.text

    for _ in range(2):
        assert [context.once(text, claim) for claim in claims] == [c.text for c in claims]
        assert len(context._answers) <= 2


def test_what_was_answered_stays_here_where_a_context_travels() -> None:
    context = evolve(CONTEXT, weights={"mill": 0.5})
    (claim,) = fc.extract(corpus_of([fc.read_text("The mill has two wheels.")])).claims
    before = len(pickle.dumps(context))
    context.once(lambda one, _: one.text, claim)
    assert context.weight("mill") == 0.5
    there = pickle.loads(pickle.dumps(context))
    assert len(pickle.dumps(context)) == before
    assert there.once(lambda one, _: one.polarity, claim) is Polarity.AFFIRMED
    assert there.weight("mill") == 0.5


def test_what_is_asked_about_two_values_is_remembered() -> None:
    context = Context({}, {}, CONTEXT.relations)
    heard = []

    def longer(one: str, other: str, _: object) -> bool:
        heard.append((one, other))
        return len(one) > len(other)

    assert [context.between(longer, "mill", "inn") for _ in range(3)] == [True] * 3
    assert context.between(longer, "inn", "mill") is False
    assert heard == [("mill", "inn"), ("inn", "mill")]
