"""Write documents whose agreements, contradictions and traps are known, at any size.

    python tests/benchmarks/generate.py FOLDER --documents 2000 --statements 50 --seed 1

The documents describe invented bridges, museums, lakes, remedies and railways. What most of them
describe follows Zipf's law: a few topics come up everywhere, most hardly ever. Every topic has one
true answer to each question; a document mostly gives it in one of several wordings (a planted
agreement), now and then gives another (a planted contradiction), and sometimes says something that
only looks like an answer (a trap). FOLDER gets ``documents/`` with one Markdown file a document and
``gold/`` in the form that ``factcheck evaluate`` reads.

A document depends on the seed and its number alone, and is forgotten once it is written, so that
memory does not grow with the documents' text.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, TextIO

from attrs import frozen

KINDS = Path(__file__).with_name("kinds.toml")

_FIRST = (
    "Alder Brock Calder Dun Esk Fenn Gars Hazel Ing Jarrow Kelm Lang Mor Oaken Pend Quarn"
    " Rother Sutter Tarn Ulver Vale Wester Yarrow Zell Birch Crom Dray Elm Flax"
).split()
_LAST = (
    "ford mere wick ton holm gate bury ness combe dale thorpe stow worth hurst cliff by den ham"
    " leigh moor"
).split()
_QUALIFIED = ("", "Upper ", "Nether ", "Great ", "Little ", "Saint ", "Far ", "Old ", "High ")

TRUTHFUL = 0.82
"""Share of statements that give the topic's true answer; the others are dissent and traps."""
DISSENT = 0.08
ASIDE = 0.15
"""Chance that a statement is followed by a sentence that is no checkable claim."""
SHORT = 0.1
"""Chance that a topic is called by its kind ("the bridge") once its name has been given."""
TOPICS_A_DOCUMENT = 5
NEIGHBOURS = 2
"""How many of the latest statements on a question each new one is related to in the gold."""


@frozen
class Statement:
    """A planted sentence.

    Attributes:
        start, end: its place in the document, in code points.
        quote: the sentence.
        question: what it answers or seems to answer, as ``topic/fact``.
        answer: what it says.
        trap: number of the sentence that only seems to answer, from 1; 0 for a real answer.
    """

    start: int
    end: int
    quote: str
    question: str
    answer: str
    trap: int


@frozen
class Generated:
    """A document with what was planted in it."""

    name: str
    text: str
    statements: tuple[Statement, ...]


@frozen
class World:
    """What there is to write about.

    Attributes:
        seed: what all chance comes from.
        cumulative: chances of the topics up to each rank, by Zipf's law, not normalised.
    """

    seed: int
    cumulative: Sequence[float]

    @classmethod
    def of(cls, seed: int, documents: int) -> World:
        """Return a world with topics enough for so many documents."""
        topics = max(10, documents // 2)
        return cls(seed, tuple(accumulate(1 / rank for rank in range(1, topics + 1))))

    def chance(self, *what: object) -> Random:
        """Return the chance that belongs to a thing, whatever was drawn before."""
        return Random("/".join(map(str, (self.seed, *what))))

    def topics(self, chance: Random, count: int) -> list[int]:
        """Return different topics, the common ones more often."""
        found: dict[int, None] = {}
        while len(found) < min(count, len(self.cumulative)):
            found[bisect(self.cumulative, chance.random() * self.cumulative[-1])] = None
        return list(found)


@cache
def kinds() -> Mapping[str, Any]:
    """Return the sentences, as the file beside this one gives them."""
    return tomllib.loads(KINDS.read_text(encoding="utf-8"))


def documents(seed: int, count: int, statements: int) -> Iterator[Generated]:
    """Yield ``count`` documents of about so many statements each."""
    world = World.of(seed, count)
    for number in range(count):
        yield document(world, number, statements)


def document(world: World, number: int, statements: int) -> Generated:
    """Return the document with this number."""
    chance = world.chance("document", number)
    topics = world.topics(chance, TOPICS_A_DOCUMENT)
    each = max(1, round(statements / len(topics)))
    names = [topic_name(topic) for topic in topics]
    date = f"{chance.randint(1990, 2024)}-{chance.randint(1, 12):02}"
    text = f"---\ntitle: Notes {number} on {_listed(names[:2])}\ndate: {date}\n---\n"
    planted: list[Statement] = []
    for topic, name in zip(topics, names, strict=True):
        text += f"\n## {_capital(name)}\n"
        for position, (question, sentence, answer, trap) in enumerate(
            _section(world, chance, topic, each)
        ):
            text += "\n" if position % 5 == 0 else " "
            start = len(text)
            text += sentence
            planted.append(Statement(start, len(text), sentence, question, answer, trap))
            if chance.random() < ASIDE:
                text += " " + chance.choice(kinds()["asides"])
            if position % 5 == 4 or position == each - 1:
                text += "\n"
    return Generated(f"notes-{number:07}.md", text, tuple(planted))


def _section(
    world: World, chance: Random, topic: int, count: int
) -> Iterator[tuple[str, str, str, int]]:
    """Yield question, sentence, answer and trap of what is said of one topic."""
    kind = _kind(topic)
    facts = chance.sample(kind["facts"], min(count, len(kind["facts"])))
    for position, fact in enumerate(facts):
        answers = _answers(world, topic, fact)
        drawn = chance.random()
        trap = 0
        if drawn < TRUTHFUL + DISSENT:
            answer = answers[0] if drawn < TRUTHFUL else chance.choice(answers[1:])
            wording = chance.choice(fact["say"] if "say" in fact else fact[answer])
        else:
            trap = chance.randrange(len(fact["decoys"])) + 1
            answer, wording = answers[-1], fact["decoys"][trap - 1]
        named = position == 0 or chance.random() >= SHORT
        it = topic_name(topic) if named else kind["short"]
        link = "" if trap else chance.choice(kinds()["links"])
        yield f"{topic}/{fact['id']}", _sentence(link, wording, it, answer), answer, trap


def _answers(world: World, topic: int, fact: Mapping[str, Any]) -> list[str]:
    """Return the true answer to a question and the wrong ones that go round."""
    chance = world.chance("topic", topic, fact["id"])
    if "options" in fact:
        return chance.sample(fact["options"], 3)
    if "values" not in fact:
        return chance.sample(["yes", "no"], 2)
    low, high = fact["range"]
    if fact["values"] == "year":
        true = chance.randint(low, high)
        wrong = true - chance.randint(4, 12), true + chance.randint(4, 15)
        return [str(year) for year in (true, *wrong)]
    # Drawn evenly on a logarithmic scale, as sizes of things are, and wrong by a clear factor.
    true = round(low * (high / low) ** chance.random())
    wrong = max(true + 2, round(true * 1.4)), true * 2 + 1
    return [_amount(fact, number) for number in (true, *wrong)]


def _amount(fact: Mapping[str, Any], number: int) -> str:
    form = fact["values"]
    if form == "share":
        return f"{min(number, 97 + number % 3)} per cent"
    if form == "money":
        return f"£{number} million"
    if form == "money-small":
        return f"£{number}"
    return f"{number:,} {fact['unit']}"


def _sentence(link: str, wording: str, it: str, value: str) -> str:
    if link and wording[0] == "{":
        wording = wording[0] + wording[1].lower() + wording[2:]
    elif link:
        wording = wording[0].lower() + wording[1:]
    return link + wording.format(it=it, It=_capital(it), value=value, Value=_capital(value))


def _kind(topic: int) -> Mapping[str, Any]:
    every = list(kinds()["kinds"].values())
    kind: Mapping[str, Any] = every[topic % len(every)]
    return kind


def topic_name(topic: int) -> str:
    """Return the name of a topic, which no other topic of its kind has."""
    rank, kind = divmod(topic, len(kinds()["kinds"]))
    # The two lengths share no factor, so that no pair comes twice before all have come.
    again, pair = divmod(rank, len(_FIRST) * len(_LAST))
    pair += kind * 101
    place = _FIRST[pair % len(_FIRST)] + _LAST[pair % len(_LAST)]
    again, qualifier = divmod(again, len(_QUALIFIED))
    place = _QUALIFIED[qualifier] + place + (f" {again + 1}" if again else "")
    return str(_kind(topic)["name"]).format(place=place)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names)


def relations(
    statements: Iterable[tuple[str, Statement]],
) -> Iterator[tuple[str, str, str, str]]:
    """Yield how each statement stands to the latest ones on its question.

    Args:
        statements: with their ids, in order of documents.

    Yields:
        The ids of both, their relation, and the question.
    """
    latest: dict[str, deque[tuple[str, Statement]]] = {}
    for identity, statement in statements:
        before = latest.setdefault(statement.question, deque(maxlen=NEIGHBOURS))
        for other, earlier in before:
            yield other, identity, relation(earlier, statement), statement.question
        before.append((identity, statement))


def relation(a: Statement, b: Statement) -> str:
    """Return how two statements on one question stand to each other."""
    if a.trap != b.trap:
        return "related_not_conflicting"
    return "agree" if a.answer == b.answer else "contradict"


def write(folder: Path, seed: int, count: int, statements: int) -> int:
    """Write documents and gold; return how many statements were planted."""
    for name in ("documents", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    number = 0

    def planted(claims: _Array) -> Iterator[tuple[str, Statement]]:
        nonlocal number
        for each in documents(seed, count, statements):
            (folder / "documents" / each.name).write_text(each.text, encoding="utf-8")
            for statement in each.statements:
                number += 1
                identity = f"S{number:08}"
                claims.add(_gold_claim(identity, each.name, statement))
                yield identity, statement

    with (
        _Array(folder / "gold" / "claims.json") as claims,
        _Array(folder / "gold" / "relations.json") as related,
    ):
        for a, b, how, question in relations(planted(claims)):
            related.add({"a": a, "b": b, "relation": how, "aspect": question})
    return number


def _gold_claim(identity: str, document: str, statement: Statement) -> dict[str, object]:
    return {
        "id": identity,
        "doc": document,
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
    }


class _Array:
    """A JSON array that is written entry by entry, one a line."""

    def __init__(self, path: Path) -> None:
        self._file: TextIO = path.open("w", encoding="utf-8")
        self._before = "[\n"

    def add(self, entry: Mapping[str, object]) -> None:
        self._file.write(self._before + json.dumps(entry, ensure_ascii=False))
        self._before = ",\n"

    def __enter__(self) -> _Array:
        return self

    def __exit__(self, *problem: object) -> None:
        self._file.write("\n]\n" if self._before == ",\n" else "[]\n")
        self._file.close()


def main(words: Sequence[str]) -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--statements", type=int, default=50, help="in each document, about")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    planted = write(asked.folder, asked.seed, asked.documents, asked.statements)
    print(f"{asked.documents:,} documents with {planted:,} statements are in {asked.folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
