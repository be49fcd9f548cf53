from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import GoldError
from factcheck.evaluation.gold import load_gold
from factcheck.model import Corpus, Document, Span

CLAIMS: list[dict[str, Any]] = [
    {"id": "C1", "doc": "a.txt", "start": 0, "end": 5, "quote": "Bees."},
    {"id": "C2", "doc": "in/b.txt", "start": 2, "end": 9, "weight": 3, "sentence_start": 0,
     "sentence_end": 10},
]  # fmt: skip
RELATIONS: list[dict[str, Any]] = [
    {"a": "C1", "b": "C2", "relation": "tension", "relation_also_ok": "contradict"}
]


def gold_folder(folder: Path, **files: object) -> Path:
    content = {"claims": CLAIMS, "relations": RELATIONS, **files}
    for name, data in content.items():
        text = data if isinstance(data, str) else json.dumps(data)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_read_with_defaults(tmp_path: Path) -> None:
    gold = load_gold(gold_folder(tmp_path))
    first, second = gold.claims
    assert (first.weight, first.sentence, first.statement) == (2, None, "Bees.")
    assert (second.document, second.weight, second.sentence) == ("b.txt", 3, Span(0, 10))
    assert gold.relations[0].accepted == {"tension", "contradict"}
    assert (gold.nonclaims, gold.conflicts, gold.agreements, gold.statements) == (None,) * 4


def test_all_parts_are_read(tmp_path: Path) -> None:
    gold = load_gold(
        gold_folder(
            tmp_path,
            nonclaims=[{"id": "N1", "doc": "a.txt", "start": 1, "end": 2, "borderline": True}],
            headlines={
                "conflicts": [{"id": "H1", "title": "Bees", "pairs": [["C1", "C2"]]}],
                "agreements": [{"id": "A1", "claims": ["C1", "C2"]}],
            },
            verify=[
                {
                    "id": "V1",
                    "statement": "Bees fly.",
                    "verdict": "refuted",
                    "verdict_also_ok": ["disputed"],
                }
            ],
        )
    )
    assert gold.nonclaims is not None
    assert gold.nonclaims[0].borderline
    assert gold.conflicts is not None
    assert gold.conflicts[0].pairs == (frozenset({"C1", "C2"}),)
    assert gold.agreements is not None
    assert gold.agreements[0].claims == {"C1", "C2"}
    assert gold.statements is not None
    assert gold.statements[0].accepted == {"refuted", "disputed"}


def changed(entries: list[dict[str, Any]], **fields: object) -> list[dict[str, Any]]:
    return [{**entries[0], **fields}, *entries[1:]]


@pytest.mark.parametrize(
    ("files", "parts"),
    [
        ({"claims": "[1,"}, ("claims.json", "line 1, column 4")),
        ({"claims": {}}, ("claims.json", "a list of objects")),
        ({"claims": [3]}, ("claims.json", "entry 1", "object")),
        ({"claims": changed(CLAIMS, id="C2")}, ("claims.json", "'C2' is given 2 times")),
        ({"claims": changed(CLAIMS, start=-1)}, ("entry 1 (C1)", "'start'", "-1")),
        ({"claims": changed(CLAIMS, end=0)}, ("entry 1 (C1)", "'end'")),
        ({"claims": changed(CLAIMS, end=True)}, ("entry 1 (C1)", "'end'")),
        ({"claims": changed(CLAIMS, weight=0)}, ("entry 1 (C1)", "'weight'")),
        ({"claims": changed(CLAIMS, doc=None)}, ("entry 1 (C1)", "'doc' is missing")),
        ({"relations": changed(RELATIONS, a="C9")}, ("relations.json", "entry 1", "'C9'")),
        ({"relations": changed(RELATIONS, a="C2")}, ("relations.json", "same claim")),
        ({"relations": changed(RELATIONS, relation="odd")}, ("relations.json", "tension", "'odd'")),
        ({"relations": changed(RELATIONS, relation_also_ok=["x"])}, ("relation_also_ok",)),
        ({"headlines": []}, ("headlines.json", "must hold an object")),
        ({"headlines": {"conflicts": [{"id": "H", "pairs": [["C1"]]}]}}, ("'pairs'", "(H)")),
        ({"headlines": {"agreements": [{"id": "A", "claims": "C1"}]}}, ("'claims'", "a list")),
        ({"nonclaims": [{"id": "N", "doc": "a", "start": 1, "end": 2, "borderline": 1}]}, ("(N)",)),
        ({"verify": [{"id": "V", "statement": "x", "verdict": "maybe"}]}, ("(V)", "'maybe'")),
    ],
)  # fmt: skip
def test_faults_name_file_and_entry(
    tmp_path: Path, files: dict[str, object], parts: tuple[str, ...]
) -> None:
    with pytest.raises(GoldError) as caught:
        load_gold(gold_folder(tmp_path, **files))
    for part in parts:
        assert part in str(caught.value)


def test_a_missing_folder_or_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="nowhere"):
        load_gold(tmp_path / "nowhere")
    with pytest.raises(GoldError, match=r"claims\.json: cannot be read"):
        load_gold(tmp_path)


def test_gold_for_other_documents_is_noticed(tmp_path: Path) -> None:
    gold = load_gold(gold_folder(tmp_path))
    assert (
        gold.misfits(Corpus("", (Document("a.txt", "Bees.", ()), Document("b.txt", "", ())))) == ()
    )
    missing, moved = gold.misfits(Corpus("", (Document("x/a.txt", "Wasps", ()),)))
    assert "'b.txt'" in missing
    assert "C1" in moved
