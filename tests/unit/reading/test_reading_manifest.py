"""The manifest of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import ManifestError
from factcheck.reading.manifest import Manifest, load_manifest


def load(folder: Path, text: str) -> Manifest:
    (folder / "corpus.toml").write_text(text, encoding="utf-8")
    return load_manifest(folder)


def fault(folder: Path, text: str) -> str:
    with pytest.raises(ManifestError) as caught:
        load(folder, text)
    return caught.value.message


def test_every_key(tmp_path: Path) -> None:
    manifest = load(
        tmp_path,
        """
        title = "Tides of the coast"
        [[sources]]
        file = "documents/a.txt"
        title = "Tides"
        author = ["A. Sea", "B. Shore"]
        publisher = "The Shore"
        address = "https://example.org/a"
        date = 2021-05-03
        authority = 0.9
        restates = "seed.txt"
        tags = ["sea"]
        note = "second edition"
        as_of = "2020"
        [[sources]]
        file = "b.txt"
        date = 2019
        """,
    )
    first, second = manifest.sources
    assert manifest.title == "Tides of the coast"
    assert first.metadata == {
        "title": "Tides",
        "author": "A. Sea, B. Shore",
        "publisher": "The Shore",
        "address": "https://example.org/a",
        "date": "2021-05-03",
    }
    assert first.authority == 0.9
    assert first.notes == ("second edition", "as of 2020")
    assert (second.number, second.metadata, second.authority) == (2, {"date": "2019"}, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('title = "a"\n[[sources]\nfile = "x"\n', ":2:"),
        ('title = "never closed\n', ":1:"),
        ("title = ", ":1:"),
        ("a = 1\na = 2\n", ":2:"),
    ],
)
def test_invalid_toml_names_line_and_column(tmp_path: Path, text: str, place: str) -> None:
    message = fault(tmp_path, text)
    assert f"corpus.toml{place}" in message
    assert message.split("corpus.toml:")[1].split(":")[1].strip().isdigit()


def test_text_that_is_not_utf_8_names_its_place(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_bytes(b'title = "a"\n# caf\xe9\n')
    with pytest.raises(ManifestError, match=r"corpus\.toml:2:6: .*UTF-8"):
        load_manifest(tmp_path)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('autor = "A"', "did you mean 'author'?"),
        ('url = "https://x.org"', "did you mean 'address'?"),
        ('zzzz = "A"', "known are file, title"),
        ("title = 3", "title must be a text, not 3"),
        ('date = "May 2021"', "date must be a date such as 2021"),
        ("date = 12:30:00", "date must be a date"),
        ('authority = "high"', "authority must be a number from 0 to 1, not 'high'"),
        ("authority = 7", "authority must be a number from 0 to 1, not 7"),
        ("authority = nan", "authority must be a number from 0 to 1"),
        ("authority = true", "authority must be a number from 0 to 1"),
        ("tags = [1]", "tags must be a text or a list of texts"),
    ],
)
def test_wrong_values_name_source_and_key(tmp_path: Path, line: str, wanted: str) -> None:
    text = f'[[sources]]\nfile = "a.txt"\n\n[[sources]]\nfile = "b.txt"\n{line}\n'
    message = fault(tmp_path, text)
    assert "source 2 (line 4)" in message
    assert wanted in message


def test_all_faults_are_listed_at_once(tmp_path: Path) -> None:
    message = fault(tmp_path, 'titel = "x"\n[[sources]]\nauthority = 2\n')
    assert len(message.splitlines()) == 3
    assert "'titel'; did you mean 'title'?" in message
    assert "file must be the path of a document, relative to this file, missing" in message


def test_one_file_described_twice(tmp_path: Path) -> None:
    text = '[[sources]]\nfile = "a.txt"\n[[sources]]\nfile = "a.txt"\n'
    assert "sources 1 and 2 both describe 'a.txt'" in fault(tmp_path, text)


def test_sources_of_the_wrong_shape(tmp_path: Path) -> None:
    assert "sources must be tables" in fault(tmp_path, 'sources = "a.txt"')


def test_nesting_without_end(tmp_path: Path) -> None:
    message = fault(tmp_path, "title = " + "[" * 20_000)
    assert "corpus.toml" in message


def test_byte_order_mark_and_line_ends_of_windows(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_bytes(b'\xef\xbb\xbftitle = "a"\r\n')
    assert load_manifest(tmp_path).title == "a"
