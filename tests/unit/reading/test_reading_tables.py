"""Tables of documents: rows into documents, and what is wrong with the others."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow
import pytest
from backports import zstd
from pyarrow import parquet

import factcheck as fc
from factcheck.errors import CorpusError, ReadingError
from factcheck.model import Corpus
from factcheck.reading import read, read_rows, rows
from factcheck.reading.formats import INPUT_FORMATS
from factcheck.reading.streams import LARGEST
from factcheck.settings import INPUT_FORMATS as SETTINGS_INPUT_FORMATS

MILLS = [
    {"id": "east", "text": "The east mill was built in 1871.", "url": "https://example.org/e"},
    {"id": "west", "text": "The west mill has\nsix sails.", "url": "https://example.org/w"},
]


def lines(*values: object) -> bytes:
    return "".join(json.dumps(value) + "\n" for value in values).encode()


def corpus(tmp_path: Path, name: str, content: bytes, **options: Any) -> Corpus:
    path = tmp_path / name
    path.write_bytes(content)
    return read(path, **options)


def names(found: Corpus) -> list[str]:
    return [document.name for document in found]


def reasons(found: Corpus) -> list[str]:
    return [f"{unread.path}: {unread.reason}" for unread in found.failed]


CSV = b'id,text,url\neast,The east mill was built in 1871.,https://example.org/e\n\
west,"The west mill has\nsix sails.",https://example.org/w\n'


def packed_parquet(tmp_path: Path) -> bytes:
    parquet.write_table(pyarrow.Table.from_pylist(MILLS), tmp_path / "made")
    return (tmp_path / "made").read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mills.jsonl", lines(*MILLS)),
        ("mills.ndjson", b"\xef\xbb\xbf" + lines(*MILLS).replace(b"\n", b"\r\n\n")),
        ("mills.csv", CSV),
        ("mills.CSV", CSV.replace(b",", b";")),
        ("mills.tsv", CSV.replace(b",", b"\t")),
        ("mills.jsonl.gz", gzip.compress(lines(*MILLS))),
        ("mills.csv.zst", zstd.compress(CSV)),
        ("mills.jsonl", gzip.compress(lines(*MILLS))),
    ],
)
def test_a_row_is_a_document(tmp_path: Path, name: str, content: bytes) -> None:
    found = corpus(tmp_path, name, content)
    assert found.failed == ()
    assert names(found) == [f"{name}#east", f"{name}#west"]
    assert found.title == name
    for document, row in zip(found, MILLS, strict=True):
        assert (document.text, document.address) == (row["text"], row["url"])
        assert document.encoding == "utf-8"
        (passage,) = document.passages
        span = passage.locate(4, 8)
        assert document.text[span.start : span.end] == row["id"]


def test_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    found = corpus(tmp_path, "mills.parquet", packed_parquet(tmp_path))
    assert [document.text for document in found] == [row["text"] for row in MILLS]
    damaged = corpus(tmp_path, "mills.parquet", b"PAR1 and nothing more")
    assert "cannot be read after row 0" in reasons(damaged)[0]
    other = corpus(tmp_path, "mills.parquet", packed_parquet(tmp_path), columns={"text": "body"})
    assert "no column 'body' for its text; it has 'id', 'text', 'url'" in reasons(other)[0]


def test_columns_are_known_by_standard_names_or_named() -> None:
    row = {
        "DOI": "10.1/x",
        "Content": "The weir is of oak.",
        "headline": "The weir",
        "authors": ["Ada Wren", "Bo Finch"],
        "site_name": "River Board",
        "published_at": "2021-05-03T10:00:00",
        "Authority": "0.9",
        "embedding": [0.1, 0.2],
    }
    (document,) = read_rows([row], "weirs", columns={"id": "DOI"})
    assert (document.name, document.title, document.author, document.publisher) == (
        "weirs#10.1/x",
        "The weir",
        "Ada Wren, Bo Finch",
        "River Board",
    )
    assert (document.date, document.authority, document.notes) == ("2021-05-03", 0.9, ())
    with pytest.raises(ReadingError, match="no column holds 'body'; it is one of id, text, title"):
        read_rows([row], columns={"body": "Content"})


def test_without_ids_rows_are_called_by_their_numbers(tmp_path: Path) -> None:
    texts = [{"text": "The weir is of oak."}, {"text": "The weir is of elm."}]
    assert names(read_rows(texts)) == ["rows#1", "rows#2"]
    found = corpus(tmp_path, "weirs.csv", b"text\nThe weir is of oak.\n\nThe weir is of elm.\n")
    assert names(found) == ["weirs.csv#2", "weirs.csv#4"]


def test_a_faulty_row_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    content = b"\n".join(
        [
            b'{"id": "a", "text": "The weir is of oak."}',
            b'{"id": "b", "text": ',
            b'["c"]',
            b'{"id": "d", "body_of": "The weir is of elm."}',
            b'{"id": "e", "text": " "}',
            b'{"id": "f", "text": 7}',
            b'{"id": "a", "text": "The weir is of ash."}',
            b'{"id": "g\\u0007", "text": "The weir is of fir."}',
            b'{"id": "h", "text": "The weir is \xe9."}',
            b'{"id": {}, "text": "The weir is of yew."}',
            b'{"id": "i", "text": null}',
            b"[" * 100_000,
            b'{"id": "k/../../etc", "text": "The weir is of ivy."}',
            b'{"id": "j", "text": "The weir is of box."}',
        ]
    )
    found = corpus(tmp_path, "weirs.jsonl", content)
    assert names(found) == ["weirs.jsonl#a", "weirs.jsonl#j"]
    told = reasons(found)
    for place, reason in [
        ("weirs.jsonl: line 2", "not JSON: expecting value"),
        ("weirs.jsonl: line 3", "no JSON object"),
        ("weirs.jsonl: line 4", "no column of a known name for its text; it has 'id', 'body_of'"),
        ("weirs.jsonl#e: line 5", "its text is empty"),
        ("weirs.jsonl#f: line 6", "its text is no text: 7"),
        ("weirs.jsonl: line 7", "its id 'a' is that of line 1"),
        ("weirs.jsonl: line 8", "its id"),
        ("weirs.jsonl: line 9", "not UTF-8"),
        ("weirs.jsonl: line 10", "{} is no text"),
        ("weirs.jsonl#i: line 11", "it has no text"),
        ("weirs.jsonl: line 12", "JSON that cannot be read"),
    ]:
        assert [each for each in told if each.startswith(place + ": ") and reason in each], place
    assert any("line 13: its id 'k/../../etc' leads up through folders" in each for each in told)
    assert len(told) == 12
    assert found.could_not_read("weirs.jsonl#b")
    assert not found.could_not_read("weirs.jsonlx#b")


def test_faulty_rows_of_a_csv(tmp_path: Path) -> None:
    content = 'id,text\na,"The weir, of oak."\nb,The weir, of elm.\n\nc,The weir\nd,"The weir\n'
    found = corpus(tmp_path, "weirs.csv", content.encode())
    assert names(found) == ["weirs.csv#a", "weirs.csv#c"]
    told = reasons(found)
    assert "line 3: it has 3 cells and the first line 2" in told[0]
    assert "line 6: a quote is not closed" in told[1]
    for wrong, reason in [
        (b"", "no column of a known name for its text"),
        (b"id,words\na,b\n", "it has 'id', 'words' (--column text=NAME names one)"),
        (b"id,text,text\na,b,c\n", "two columns 'text'"),
        ("id,text\n".encode("utf-16"), "line 1: it is not UTF-8"),
    ]:
        assert reason in reasons(corpus(tmp_path, "weirs.csv", wrong))[0]


def test_what_is_wrong_with_metadata_is_noted() -> None:
    row = {"text": "The weir is of oak.", "date": "May", "authority": 3, "author": {"name": "Ada"}}
    (document,) = read_rows([row])
    assert (document.date, document.authority, document.author) == ("", 0.5, "")
    assert sorted(note.partition(":")[0] for note in document.notes) == [
        "its author is left out",
        "its authority is left out",
        "its date is left out",
    ]


def test_half_a_character_is_shown_as_such(tmp_path: Path) -> None:
    (document,) = corpus(tmp_path, "a.jsonl", b'{"text": "The weir is of oak \\ud83c."}')
    assert document.text == "The weir is of oak \ufffd."
    assert document.notes == ("1 halves of characters are shown as \ufffd",)


def test_many_faults_of_one_cause_are_summed_up() -> None:
    found = read_rows(iter([{"text": None}] * 1000), "weirs")
    assert len(found.failed) == rows.FAULTS_TOLD + 1
    assert "980 more rows could not be read, the last in row 1000" in reasons(found)[0]


def test_a_row_that_is_too_large_is_passed_by(tmp_path: Path) -> None:
    long = json.dumps({"id": "a", "text": "x" * LARGEST}).encode()
    found = corpus(tmp_path, "a.jsonl", long + b"\n" + lines(MILLS[0]))
    assert names(found) == ["a.jsonl#east"]
    assert "line 1: it is longer than 16 MiB" in reasons(found)[0]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_what_comes_before_damage_is_read(tmp_path: Path, name: str) -> None:
    pack = gzip.compress if name.endswith("gz") else zstd.compress
    many = [{"id": str(number), "text": f"Weir {number}. {number**99}"} for number in range(5000)]
    found = corpus(tmp_path, name, pack(lines(*many))[:-5000])
    assert 1000 < len(found) < 5000
    assert "its compression is damaged" in reasons(found)[0]


def test_rows_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("wb") as file:
        for number in range(3000):
            file.write(lines({"id": number, "text": "The weir is of oak. " * 200}))
    table = rows.Table("many.jsonl")
    tracemalloc.start()
    count = sum(1 for _ in rows.read_table(path, "jsonl", table))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert path.stat().st_size > 10_000_000
    assert peak < 2_000_000


def test_in_a_folder_only_tables_of_documents_are_read(tmp_path: Path) -> None:
    for name, content in {
        "notes.txt": b"The north mill was built in 1871.",
        "mills.jsonl": lines(*MILLS),
        "run.jsonl": lines({"type": "run", "version": "1"}, {"id": "c-1", "text": "no"}),
        "claims.csv": b"id,text,start,end\nc-1,no,0,2\n",
        "prices.csv": b"name,price\noak,3\n",
        "gaps.csv": b"",
        "letter.docx": b"PK",
    }.items():
        (tmp_path / name).write_bytes(content)
    found = read(tmp_path)
    assert names(found) == ["mills.jsonl#east", "mills.jsonl#west", "notes.txt"]
    assert found.failed == ()
    assert found.passed_over == (
        "claims.csv",
        "gaps.csv",
        "letter.docx",
        "prices.csv",
        "run.jsonl",
    )
    assert names(read(tmp_path, exclude=["*.jsonl"])) == ["notes.txt"]
    assert names(read(tmp_path, include=["claims.csv"])) == ["claims.csv#c-1"]
    named = read(tmp_path, columns={"text": "name"})
    assert names(named) == ["notes.txt", "prices.csv#2"]


def test_a_manifest_describes_all_documents_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text(
        '[[sources]]\nfile = "m.csv"\npublisher = "River Board"\n'
        'authority = 0.8\nnote = "Proofs."\n'
    )
    (tmp_path / "m.csv").write_text("text,publisher\nThe weir is of oak.,\nIt is of elm.,Own\n")
    first, second = read(tmp_path)
    assert (first.publisher, first.authority, first.notes) == ("River Board", 0.8, ("Proofs.",))
    assert (second.publisher, second.authority) == ("Own", 0.8)


def test_a_format_stands_in_for_the_ending(tmp_path: Path) -> None:
    assert INPUT_FORMATS == SETTINGS_INPUT_FORMATS
    assert names(corpus(tmp_path, "dump", lines(*MILLS), format="jsonl")) == [
        "dump#east",
        "dump#west",
    ]
    (plain,) = corpus(tmp_path, "mills.csv", CSV, format="txt")
    assert plain.text == CSV.decode()
    with pytest.raises(ReadingError, match="unknown format 'xlsx'; known are txt, md, html, jsonl"):
        read(tmp_path, format="xlsx")
    with pytest.raises(CorpusError, match="is a folder, where every file is read by its ending"):
        read(tmp_path, format="csv")


def frames() -> Iterator[object]:
    rows = [*MILLS, {"id": "gone", "text": None, "url": None}]
    yield pandas.DataFrame(rows)
    yield polars.DataFrame(rows)
    yield rows
    yield (row for row in rows)


@pytest.mark.parametrize("data", list(frames()), ids=["pandas", "polars", "list", "generator"])
def test_data_frames_and_mappings_are_rows(data: Any) -> None:
    found = fc.read_rows(data, "mills")
    assert [(document.name, document.text) for document in found] == [
        (f"mills#{row['id']}", row["text"]) for row in MILLS
    ]
    assert reasons(found) == ["mills#gone: row 3: it has no text"]
    assert found.title == "mills"


def test_values_of_data_frames() -> None:
    frame = pandas.DataFrame(
        {
            "id": [1.0, 2.0],
            "text": ["The weir is of oak.", "The weir is of elm."],
            "date": [pandas.Timestamp("2021-05-03"), None],
        }
    )
    assert [(one.name, one.date) for one in read_rows(frame)] == [
        ("rows#1", "2021-05-03"),
        ("rows#2", ""),
    ]
    dated = polars.DataFrame({"text": ["The weir is of oak."], "date": [date(2020, 1, 2)]})
    assert read_rows(dated).documents[0].date == "2020-01-02"


@pytest.mark.parametrize("data", ["text", {"text": "The weir is of oak."}, 3])
def test_what_are_no_rows_is_refused(data: Any) -> None:
    with pytest.raises(ReadingError, match="rows must be a data frame or mappings"):
        read_rows(data)


def test_a_row_that_is_no_mapping_is_told() -> None:
    assert "row 2: it is no mapping" in reasons(read_rows([MILLS[0], "west"]))[0]  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.parquet", "pyarrow", "parquet"), ("a.jsonl.zst", "backports", "zstd")],
)
def test_what_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    for hidden in (module, "compression"):
        monkeypatch.setitem(__import__("sys").modules, hidden, None)
    (tmp_path / "a.txt").write_text("The weir is of oak.")
    (tmp_path / name).write_bytes(zstd.compress(lines(*MILLS)))
    found = read(tmp_path)
    assert names(found) == ["a.txt"]
    assert f"pip install 'factcheck[{extra}]'" in reasons(found)[0]
