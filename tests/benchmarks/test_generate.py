"""The generated documents are what their gold says, at any size, and the same every time."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice, pairwise
from pathlib import Path
from statistics import median

import generate
import planted
import pytest
from world import World

import factcheck as fc
from factcheck.evaluation import load_gold


@pytest.fixture(scope="module", params=["files", "table"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("generated")
    table = request.param == "table"
    assert 700 < generate.write(target, seed=1, count=40, statements=20, table=table) <= 800
    return target


def test_the_gold_belongs_to_the_documents(folder: Path) -> None:
    gold = load_gold(folder / "gold")
    table = folder / "documents.jsonl"
    corpus = fc.read(table if table.exists() else folder / "documents")
    assert (len(corpus), corpus.failed) == (40, ())
    assert list(gold.misfits(corpus)) == []
    how_many = Counter(each.relation for each in gold.relations)
    assert how_many["agree"] > how_many["related_not_conflicting"] > 100
    assert how_many["contradict"] > 100
    for document in corpus:
        assert document.title.startswith("Notes ")
        assert document.date


def test_each_relation_tells_its_class(folder: Path) -> None:
    relations = json.loads((folder / "gold" / "relations.json").read_text(encoding="utf-8"))
    classes: dict[str, set[str]] = {}
    for each in relations:
        classes.setdefault(each["relation"], set()).add(each["class"])
    assert classes["agree"] >= {"same wording", "other wording", "rounded", "converted"}
    assert classes["contradict"] >= {"year", "number", "share", "negation", "direction", "choice"}
    assert classes["related_not_conflicting"] >= {"thing", "time", "fiction", "open", "namesake"}


def test_a_statement_is_a_sentence_or_half_of_one() -> None:
    constructions: Counter[str] = Counter()
    for each in islice(generate.documents(1, 40, 20), 20):
        for statement in each.statements:
            constructions[statement.construction] += 1
            assert each.text[statement.start : statement.end] == statement.quote
            assert "{" not in statement.quote
            if statement.construction != "joined":
                assert statement.quote[0].isupper() or statement.quote[0].isdigit()
                assert statement.quote.endswith(".")
    assert set(constructions) >= {"plain", "joined", "source", "concession", "relative"}


def test_it_and_the_kind_mean_the_thing_itself() -> None:
    for each in generate.documents(1, 60, 40):
        for before, statement in pairwise(each.statements):
            if statement.mention == "pronoun":
                assert before.question.split("/")[0] == statement.question.split("/")[0]
                assert before.wording.startswith("{It} ")
            if statement.mention == "kind":
                assert before.trap != "namesake"


@pytest.mark.parametrize(
    ("number", "up", "down"), [(7, 7, 7), (58, 58, 58), (999, 1000, 990), (12_345, 12_000, 12_000)]
)
def test_numbers_are_rounded_to_two_digits(number: int, up: int, down: int) -> None:
    assert (generate._round(number), generate._round(number, down=True)) == (up, down)


def test_a_seed_gives_the_same_documents_and_another_gives_others() -> None:
    def texts(seed: int) -> list[str]:
        return [each.text for each in generate.documents(seed, 12, 30)]

    assert texts(1) == texts(1)
    assert set(texts(1)).isdisjoint(texts(2))


def test_documents_come_one_by_one() -> None:
    many = generate.documents(seed=3, count=200_000, statements=50)
    assert [each.name for each in islice(many, 2)] == ["notes-0000000", "notes-0000001"]


def test_few_topics_are_common_and_most_are_rare() -> None:
    spread: Counter[str] = Counter()
    for each in generate.documents(seed=1, count=300, statements=10):
        spread.update({statement.question.split("/")[0] for statement in each.statements})
    assert max(spread.values()) > 20 * median(spread.values())


def test_more_documents_speak_of_more_and_not_more_often_of_the_same() -> None:
    def spread(count: int) -> tuple[Counter[str], set[str]]:
        questions: Counter[str] = Counter()
        wordings: set[str] = set()
        for each in generate.documents(seed=1, count=count, statements=20):
            questions.update(statement.question for statement in each.statements)
            wordings.update(statement.wording for statement in each.statements)
        return questions, wordings

    (few, said), (many, more_said) = spread(100), spread(800)
    assert len(more_said) > 4 * len(said)
    assert len(many) > 6 * len(few)
    on_one = [sum(n * n for n in each.values()) / each.total() for each in (few, many)]
    assert on_one[1] < 1.3 * on_one[0]


def test_what_a_small_collection_speaks_of_is_part_of_any() -> None:
    small, large = World.of(1, 100), World.of(1, 1_000_000)
    assert len(small.kinds) == 8
    assert len(large.kinds) > 100
    for kind, other in zip(small.kinds, large.kinds, strict=False):
        assert list(other.facts[: len(kind.facts)]) == list(kind.facts)
    for kind in large.kinds:
        ids = [fact["id"] for fact in kind.facts]
        assert len(set(ids)) == len(ids) > 80
        assert "{part}" not in str(kind.facts).lower()


def test_statements_of_a_large_collection_are_sentences_too() -> None:
    for each in islice(generate.documents(1, 20_000, 30), 50):
        for statement in each.statements:
            assert not set("{}") & set(statement.quote)
            assert each.text[statement.start : statement.end] == statement.quote


def test_no_two_topics_share_a_name() -> None:
    for documents in (10, 100_000):
        world = World.of(1, documents)
        assert len({world.name(topic) for topic in range(30_000)}) == 30_000


def test_most_answers_to_a_question_are_the_true_one() -> None:
    answers: dict[str, Counter[str]] = {}
    for each in generate.documents(seed=1, count=60, statements=50):
        for statement in each.statements:
            if not statement.trap:
                answers.setdefault(statement.question, Counter())[statement.answer] += 1
    asked = [given for given in answers.values() if given.total() > 20]
    assert len(asked) > 20
    assert all(max(given.values()) > 0.7 * given.total() for given in asked)
    assert sum(len(given) > 1 for given in asked) > 0.7 * len(asked)


def statement(answer: str, **others: str) -> generate.Statement:
    return generate.Statement(0, 1, "x", "1/length", answer, "number", "say", **others)


@pytest.mark.parametrize(
    ("a", "b", "relation", "kind"),
    [
        (statement("3 m"), statement("3 m"), "agree", "same wording"),
        (statement("3 m"), statement("3 m", form="rounded"), "agree", "rounded"),
        (statement("3 m"), statement("7 m"), "contradict", "number"),
        (statement("3 m"), statement("7 m", trap="thing"), "related_not_conflicting", "thing"),
        (statement("7 m"), statement("7 m", trap="denied"), "contradict", "denied"),
    ],
)
def test_how_two_statements_stand(
    a: generate.Statement, b: generate.Statement, relation: str, kind: str
) -> None:
    for found in (generate.relation(a, b), generate.relation(b, a)):
        assert found is not None
        assert (found.relation, found.kind) == (relation, kind)
    assert generate.relation(statement("3 m", trap="time"), statement("3 m", trap="time")) is None


def test_what_was_planted_is_counted_by_class() -> None:
    found = planted.measure(list(generate.documents(seed=1, count=8, statements=10)))
    assert found.pairs.total() > 10
    assert found.pairs.keys() >= {how for how, _ in found.stances if how.relation != "unrelated"}
    for (how, _), count in found.stances.items():
        assert how.relation == "unrelated" or 0 < count <= found.pairs[how]
