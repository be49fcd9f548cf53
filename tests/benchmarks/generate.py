"""Write documents whose agreements, contradictions and traps are known, at any size.

    python tests/benchmarks/generate.py FOLDER --documents 2000 --statements 50 --seed 1 [--table]

The documents describe invented bridges, museums, lakes, remedies and the like. What most of them
describe follows Zipf's law: a few topics come up everywhere, most hardly ever. Every topic has one
true answer to each question; a document mostly gives it in one of several wordings and
constructions (a planted agreement), now and then gives another (a planted contradiction), and
sometimes says something that only looks like an answer (a trap, a hard negative). FOLDER gets the
documents, as one file each in ``documents/`` or as rows of ``documents.jsonl``, and ``gold/`` in
the form that ``factcheck evaluate`` reads, where each relation also tells its class: by what the
sides of a contradiction differ, how an agreement is worded, what sets a trap apart.

A larger collection speaks of more kinds of things and asks more of them (``world.py``). A document
depends on the seed, on its number and on how many there are, and is forgotten once it is written,
so that memory does not grow with the documents' text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, TextIO

from attrs import evolve, frozen
from world import World, sentences

TRUTHFUL = 0.8
"""Share of statements that give the topic's true answer; the others are dissent and traps."""
DISSENT = 0.08
ASIDE = 0.15
"""Chance that a statement is followed by a sentence that is no checkable claim."""
OPENING = 0.2
INSERTION = 0.1
JOINED = 0.08
"""Chance that a statement goes on with the next one in one sentence."""
SHORT = 0.1
"""Chance that a topic is called by its kind ("the bridge") once its name has been given; it is
called "it" as often."""
FORM = 0.25
"""Chance that an amount is given in another form, where it has one."""
DECOY = 0.5
"""Share of traps that are sentences of their own; the others take back what they say."""
TOPICS_A_DOCUMENT = 5
NEIGHBOURS = 2
"""How many of the latest statements on a question each new one is related to in the gold."""
MOST_QUESTIONS = 200_000
"""How many questions the gold keeps in mind, the latest; it bounds memory."""

_NUMERALS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
# What a unit is in another system; factors by the international agreement of 1959.
_CONVERTED = {
    "metres": ("feet", 1 / 0.3048),
    "kilometres": ("miles", 1 / 1.609344),
    "square kilometres": ("square miles", 1 / 2.589988),
    "km/h": ("miles per hour", 1 / 1.609344),
    "grams": ("ounces", 1 / 28.349523),
}


@frozen
class Statement:
    """A planted sentence, or a part of one.

    Attributes:
        start, end: its place in the document, in code points.
        quote: its words.
        question: what it answers or seems to answer, as ``topic/fact``.
        answer: what it says.
        differs: by what other answers to the question differ from it.
        wording: how it is said, in one of the fact's wordings; empty for a trap.
        form: how an amount is given: ``exact``, ``rounded``, ``converted`` or ``spelled out``.
        construction: what is put around the wording.
        mention: how the topic is called: by ``name``, ``kind`` or ``pronoun``.
        trap: what sets it apart from an answer; empty for a real one.
    """

    start: int
    end: int
    quote: str
    question: str
    answer: str
    differs: str
    wording: str
    form: str = "exact"
    construction: str = "plain"
    mention: str = "name"
    trap: str = ""


Planted = Iterator[tuple[str, Statement]]
"""Statements with their ids."""


@frozen
class Relation:
    """How two statements on one question stand to each other, and the class of that."""

    relation: str
    kind: str
    also_ok: tuple[str, ...] = ()


@frozen
class Generated:
    """A document with what was planted in it."""

    name: str
    title: str
    date: str
    text: str
    statements: tuple[Statement, ...]


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
    names = [world.name(topic) for topic in topics]
    text = ""
    planted: list[Statement] = []
    for topic, name in zip(topics, names, strict=True):
        text += f"{_capital(name)}\n\n"
        written = list(_section(world, chance, topic, each))
        joined = False
        for position, statement in enumerate(written):
            goes_on = (
                position + 1 < len(written)
                and statement.construction == "plain"
                and not statement.trap
                and not joined
                and chance.random() < JOINED
            )
            quote = statement.quote[:-1] if goes_on else statement.quote
            if joined:
                quote = quote if quote.startswith(names[topics.index(topic)]) else _small(quote)
            construction = "joined" if joined or goes_on else statement.construction
            start = len(text)
            text += quote
            planted.append(
                evolve(
                    statement, start=start, end=len(text), quote=quote, construction=construction
                )
            )
            joined = goes_on
            if goes_on:
                text += ", and "
                continue
            if chance.random() < ASIDE and not _points_back(written[position + 1 :]):
                text += " " + chance.choice(sentences()["asides"])
            text += "\n\n" if position % 5 == 4 or position == len(written) - 1 else " "
    return Generated(
        f"notes-{number:07}",
        f"Notes {number} on {_listed(names[:2])}",
        f"{chance.randint(1990, 2024)}-{chance.randint(1, 12):02}",
        text,
        tuple(planted),
    )


def _points_back(following: Sequence[Statement]) -> bool:
    return bool(following) and following[0].mention == "pronoun"


def _section(world: World, chance: Random, topic: int, count: int) -> Iterator[Statement]:
    """Yield what is said of one topic, the places still open."""
    facts = world.kind(topic).facts
    before: Statement | None = None
    for position, fact in enumerate(chance.sample(facts, min(count, len(facts)))):
        # "The bridge" after a namesake, and "it" after anything but the thing, would mean others.
        short = position % 5 and before is not None and before.trap != "namesake"
        mention = "kind" if short and chance.random() < SHORT else "name"
        drawn = chance.random()
        answers = _answers(world, topic, fact)
        if drawn >= TRUTHFUL + DISSENT:
            before = _trap(world, chance, topic, fact, answers, mention)
        else:
            answer = answers[0] if drawn < TRUTHFUL else chance.choice(answers[1:])
            wording = chance.choice(_wordings(fact, answer[0]))
            clear = before is not None and before.wording.startswith("{It} ")
            if short and clear and wording.startswith("{It} ") and chance.random() < SHORT:
                mention = "pronoun"
            before = _answer(world, chance, topic, fact, answer, wording, mention)
        yield before


def _answer(
    world: World,
    chance: Random,
    topic: int,
    fact: Mapping[str, Any],
    answer: tuple[str, int | None],
    wording: str,
    mention: str,
) -> Statement:
    """Return a sentence that gives an answer."""
    value, form = _in_form(chance, fact, *answer)
    construction, opening, around = _construction(world, chance, wording)
    return Statement(
        0,
        0,
        _sentence(opening, around, _called(world, topic, mention), value),
        f"{topic}/{fact['id']}",
        answer[0],
        _differs(fact),
        wording,
        form,
        construction,
        mention,
    )


def _called(world: World, topic: int, mention: str) -> str:
    if mention == "pronoun":
        return "it"
    return world.kind(topic).short if mention == "kind" else world.name(topic)


def _construction(world: World, chance: Random, wording: str) -> tuple[str, str, str]:
    """Return the name of a construction, what opens a sentence in it, and the wording in it."""
    drawn = chance.random()
    if drawn < OPENING:
        name = chance.choice(list(world.openings))
        return name, chance.choice(world.openings[name]), wording
    if drawn < OPENING + INSERTION and wording.startswith("{It} "):
        name = chance.choice(list(sentences()["insertions"]))
        inserted = chance.choice(sentences()["insertions"][name])
        return name, "", "{It}" + inserted + wording.removeprefix("{It}")
    return "plain", "", wording


def _trap(
    world: World,
    chance: Random,
    topic: int,
    fact: Mapping[str, Any],
    answers: Sequence[tuple[str, int | None]],
    mention: str,
) -> Statement:
    """Return a sentence that seems to give another answer and does not."""
    answer, _ = answers[-1]
    true, number = answers[0]
    opening, it = "", _called(world, topic, mention)
    if chance.random() < DECOY:
        trap = chance.choice(list(fact["decoys"]))
        wording = chance.choice(fact["decoys"][trap])
        value = answer
    else:
        traps = [*sentences()["frames"], "namesake", *(["bound"] if "unit" in fact else [])]
        trap = chance.choice(traps)
        value = answer
        if trap == "bound" and number is not None:
            answer, value = true, f"more than {_round(number * 0.8, down=True):,} {fact['unit']}"
        elif trap == "namesake":
            it, mention = world.name(topic, namesake=True), "name"
        else:
            opening = chance.choice(sentences()["frames"][trap])
        wording = chance.choice(_wordings(fact, answer))
    return Statement(
        0,
        0,
        _sentence(opening, wording, it, value),
        f"{topic}/{fact['id']}",
        answer,
        _differs(fact),
        "",
        mention=mention,
        trap=trap,
    )


def _wordings(fact: Mapping[str, Any], answer: str) -> Sequence[str]:
    wordings: Sequence[str] = fact["say"] if "say" in fact else fact[answer]
    return wordings


def _differs(fact: Mapping[str, Any]) -> str:
    if "options" in fact:
        return "choice"
    form = str(fact.get("values", fact.get("differs")))
    return {"money-small": "money", "span": "duration"}.get(form, form)


def _answers(world: World, topic: int, fact: Mapping[str, Any]) -> Sequence[tuple[str, int | None]]:
    """Return the true answer to a question and the wrong ones that go round, with their numbers."""
    chance = world.chance("topic", topic, fact["id"])
    if "values" not in fact:
        options = chance.sample(fact["options"], 3) if "options" in fact else ["yes", "no"]
        return [(option, None) for option in chance.sample(options, len(options))]
    low, high = fact["range"]
    if fact["values"] == "year":
        true = chance.randint(low, high)
        wrong = true - chance.randint(4, 12), true + chance.randint(4, 15)
        return [(str(year), None) for year in (true, *wrong)]
    # Drawn evenly on a logarithmic scale, as sizes of things are, and wrong by a clear factor.
    true = round(low * (high / low) ** chance.random())
    wrong = max(true + 2, round(true * 1.4)), true * 2 + 1
    return [(_amount(fact, number), number) for number in (true, *wrong)]


def _amount(fact: Mapping[str, Any], number: int) -> str:
    form = fact["values"]
    if form == "share":
        return f"{min(number, 97 + number % 3)} per cent"
    if form == "money":
        return f"£{number} million"
    if form == "money-small":
        return f"£{number:,}"
    return f"{number:,} {fact['unit']}"


def _in_form(
    chance: Random, fact: Mapping[str, Any], answer: str, number: int | None
) -> tuple[str, str]:
    """Return an answer as it is told, and the name of its form."""
    if number is None or "unit" not in fact or chance.random() >= FORM:
        return answer, "exact"
    unit = fact["unit"]
    forms = {}
    if number < len(_NUMERALS) + 2:
        forms["spelled out"] = f"{_NUMERALS[number - 2]} {unit}"
    if _round(number) != number and number >= 200:
        forms["rounded"] = f"about {_round(number):,} {unit}"
    if unit in _CONVERTED and number >= 20:
        other, factor = _CONVERTED[unit]
        forms["converted"] = f"{round(number * factor):,} {other}"
    if not forms:
        return answer, "exact"
    form = chance.choice(list(forms))
    return forms[form], form


def _round(number: float, down: bool = False) -> int:
    """Return a number to two digits."""
    size: int = 10 ** max(0, len(str(int(number))) - 2)
    return int(number // size if down else round(number / size)) * size


def _sentence(opening: str, wording: str, it: str, value: str) -> str:
    if opening:
        wording = _small(wording)
    return opening + wording.format(it=it, It=_capital(it), value=value, Value=_capital(value))


def _small(text: str) -> str:
    """Return a sentence or a wording as it begins within another."""
    if text[0] == "{":
        return text[0] + text[1].lower() + text[2:]
    return text[0].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names)


def relations(
    statements: Iterable[tuple[str, Statement]],
) -> Iterator[tuple[str, str, Relation, str]]:
    """Yield how each statement stands to the latest ones on its question.

    Args:
        statements: with their ids, in order of documents.

    Yields:
        The ids of both, their relation, and the question.
    """
    latest: OrderedDict[str, deque[tuple[str, Statement]]] = OrderedDict()
    for identity, statement in statements:
        before = latest.setdefault(statement.question, deque(maxlen=NEIGHBOURS))
        latest.move_to_end(statement.question)
        if len(latest) > MOST_QUESTIONS:
            latest.popitem(last=False)
        for other, earlier in before:
            how = relation(earlier, statement)
            if how is not None:
                yield other, identity, how, statement.question
        before.append((identity, statement))


def relation(a: Statement, b: Statement) -> Relation | None:
    """Return how two statements on one question stand to each other; None for two traps."""
    if a.trap and b.trap:
        return None
    if trap := a.trap or b.trap:
        if trap == "denied" and a.answer == b.answer:
            return Relation("contradict", "denied")
        return Relation("related_not_conflicting", trap, ("agree",) if trap == "bound" else ())
    if a.answer != b.answer:
        return Relation("contradict", a.differs)
    forms = sorted({a.form, b.form} - {"exact"})
    if forms:
        return Relation("agree", forms[0])
    return Relation("agree", "same wording" if a.wording == b.wording else "other wording")


def write(folder: Path, seed: int, count: int, statements: int, table: bool = False) -> int:
    """Write documents and gold; return how many statements were planted.

    Args:
        folder: where to.
        seed: what all chance comes from.
        count: how many documents.
        statements: how many in each, about.
        table: whether the documents are rows of one file instead of a file each.
    """
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    number = 0

    def planted(claims: _Array, put: Callable[[Generated], tuple[str, int]]) -> Planted:
        nonlocal number
        for each in documents(seed, count, statements):
            name, offset = put(each)
            for statement in each.statements:
                number += 1
                identity = f"S{number:08}"
                claims.add(_gold_claim(identity, name, statement, offset))
                yield identity, statement

    with (
        _rows(folder) if table else _files(folder) as put,
        _Array(folder / "gold" / "claims.json") as claims,
        _Array(folder / "gold" / "relations.json") as related,
    ):
        for a, b, how, question in relations(planted(claims, put)):
            also = {"relation_also_ok": how.also_ok} if how.also_ok else {}
            entry = {"a": a, "b": b, "relation": how.relation, **also, "class": how.kind}
            related.add({**entry, "aspect": question})
    return number


@contextmanager
def _files(folder: Path) -> Iterator[Callable[[Generated], tuple[str, int]]]:
    """Hand over what writes a document into a file; it tells its name and where its text starts."""
    (folder / "documents").mkdir(exist_ok=True)

    def put(each: Generated) -> tuple[str, int]:
        top = f"---\ntitle: {each.title}\ndate: {each.date}\n---\n"
        file = folder / "documents" / f"{each.name}.txt"
        file.write_text(top + each.text, encoding="utf-8")
        return file.name, len(top)

    yield put


@contextmanager
def _rows(folder: Path) -> Iterator[Callable[[Generated], tuple[str, int]]]:
    """Hand over what writes a document into a row of a table, likewise."""
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as file:

        def put(each: Generated) -> tuple[str, int]:
            row = {"id": each.name, "title": each.title, "date": each.date, "text": each.text}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            return f"documents.jsonl#{each.name}", 0

        yield put


def _gold_claim(
    identity: str, document: str, statement: Statement, offset: int
) -> dict[str, object]:
    return {
        "id": identity,
        "doc": document,
        "start": offset + statement.start,
        "end": offset + statement.end,
        "quote": statement.quote,
        "construction": statement.construction,
        "mention": statement.mention,
        **({"trap": statement.trap} if statement.trap else {}),
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
    parser.add_argument("--table", action="store_true", help="write rows of one JSON Lines file")
    asked = parser.parse_args(words)
    planted = write(asked.folder, asked.seed, asked.documents, asked.statements, asked.table)
    print(f"{asked.documents:,} documents with {planted:,} statements are in {asked.folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
