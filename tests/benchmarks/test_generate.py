"""The generated documents are what their gold says, at any size, and the same every time."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path
from statistics import median

import generate
import pytest

import factcheck as fc
from factcheck.evaluation import load_gold


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("generated")
    assert generate.write(target, seed=1, count=40, statements=20) == 800
    return target


def test_the_gold_belongs_to_the_documents(folder: Path) -> None:
    gold = load_gold(folder / "gold")
    corpus = fc.read(folder / "documents")
    assert list(gold.misfits(corpus)) == []
    assert len(gold.claims) == 800
    how_many = Counter(each.relation for each in gold.relations)
    assert how_many["agree"] > how_many["related_not_conflicting"] > 100
    assert how_many["contradict"] > 100


def test_what_a_gold_claim_quotes_is_one_sentence(folder: Path) -> None:
    for document in fc.read(folder / "documents"):
        assert document.title.startswith("Notes ")
        assert document.date
    for each in islice(generate.documents(1, 40, 20), 5):
        for statement in each.statements:
            assert each.text[statement.start : statement.end] == statement.quote
            assert statement.quote[0].isupper() or statement.quote[0].isdigit()
            assert statement.quote.endswith(".")
            assert "{" not in statement.quote


def test_a_seed_gives_the_same_documents_and_another_gives_others() -> None:
    def texts(seed: int) -> list[str]:
        return [each.text for each in generate.documents(seed, 12, 30)]

    assert texts(1) == texts(1)
    assert set(texts(1)).isdisjoint(texts(2))


def test_documents_come_one_by_one() -> None:
    many = generate.documents(seed=3, count=200_000, statements=50)
    assert [each.name for each in islice(many, 2)] == ["notes-0000000.md", "notes-0000001.md"]


def test_few_topics_are_common_and_most_are_rare() -> None:
    spread: Counter[str] = Counter()
    for each in generate.documents(seed=1, count=300, statements=10):
        spread.update({statement.question.split("/")[0] for statement in each.statements})
    assert max(spread.values()) > 20 * median(spread.values())


def test_no_two_topics_share_a_name() -> None:
    names = {generate.topic_name(topic) for topic in range(30_000)}
    assert len(names) == 30_000


def test_one_question_has_a_true_answer_and_a_trap_contradicts_nothing() -> None:
    answers: dict[tuple[str, int], Counter[str]] = {}
    for each in generate.documents(seed=1, count=60, statements=50):
        for statement in each.statements:
            key = statement.question, statement.trap
            answers.setdefault(key, Counter())[statement.answer] += 1
    assert all(len(given) == 1 for (_, trap), given in answers.items() if trap)
    asked = [given for (_, trap), given in answers.items() if not trap and given.total() > 20]
    assert len(asked) > 20
    assert all(max(given.values()) > 0.7 * given.total() for given in asked)
    assert sum(len(given) > 1 for given in asked) > 0.8 * len(asked)
