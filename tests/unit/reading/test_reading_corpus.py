"""Files, folders and strings into a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import CorpusError, ReadingError
from factcheck.model import Corpus
from factcheck.reading import corpus_of, read, read_text


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def names(corpus: Corpus) -> list[str]:
    return [document.name for document in corpus]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(
        tmp_path / "tides",
        {
            "b.txt": "The tide rose.",
            "a.md": "# Ebb\n\nThe tide fell.",
            "deep/er/c.html": "<p>The tide stood.</p>",
            "image.png": "none",
            "data.log": "a,b",
            ".hidden.txt": "no",
            ".git/x.txt": "no",
            "node_modules/x.md": "no",
        },
    )


def test_a_folder_is_read_in_the_order_of_bases(folder: Path) -> None:
    corpus = read(folder)
    assert names(corpus) == ["a.md", "b.txt", "deep/er/c.html"]
    assert corpus.title == "tides"
    assert corpus.failed == ()
    assert corpus.document("deep/er/c.html").passages[0].text == "The tide stood."


def test_a_file_is_read_whatever_its_name(folder: Path) -> None:
    assert names(read(str(folder / "b.txt"))) == ["b.txt"]
    assert names(read(folder / "data.log")) == ["data.log"]


def test_include_and_exclude(folder: Path) -> None:
    assert names(read(folder, include=["*.md", "deep/**"])) == ["a.md", "deep/er/c.html"]
    assert names(read(folder, exclude=["deep", "*.md"])) == ["b.txt"]
    assert names(read(folder, include=["*.log"])) == ["data.log"]
    assert names(read(folder, include="*.md")) == ["a.md"]
    with pytest.raises(CorpusError, match="patterns"):
        read(folder, include=["*.docx"])


def test_several_paths_are_named_from_the_folder_they_share(folder: Path) -> None:
    other = write(folder.parent / "other", {"d.txt": "The sea is calm."})
    corpus = read([folder / "deep", other / "d.txt", folder / "a.md", folder / "a.md"])
    assert names(corpus) == ["other/d.txt", "tides/a.md", "tides/deep/er/c.html"]


def test_a_missing_one_among_several_is_listed(folder: Path) -> None:
    corpus = read([folder / "a.md", folder / "none.txt"])
    assert names(corpus) == ["a.md"]
    assert [unread.path for unread in corpus.failed] == [str(folder / "none.txt")]
    with pytest.raises(CorpusError, match=r"none\.txt"):
        read([folder / "none.txt", folder / "nor.txt"])


def test_a_manifest_describes_and_what_it_leaves_out_is_read_too(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "corpus.toml": 'title = "Tides"\n[[sources]]\nfile = "documents/a.txt"\ntitle = "Ebb"\n'
            'date = 2021-05\nauthority = 1\nnote = "checked"\n'.replace("2021-05", '"2021-05"'),
            "documents/a.txt": "The tide fell.",
            "documents/b.txt": "The tide rose.",
            "gold/g.txt": "no",
            "README.md": "no",
            "documents/gold/x.txt": "The tide stood.",
        },
    )
    corpus = read(tmp_path)
    assert corpus.title == "Tides"
    assert names(corpus) == ["documents/a.txt", "documents/b.txt", "documents/gold/x.txt"]
    first = corpus.documents[0]
    assert (first.title, first.date, first.authority) == ("Ebb", "2021-05", 1.0)
    assert "checked" in first.notes
    assert corpus.documents[1].authority == 0.5


def test_manifests_of_folders_within(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "one/corpus.toml": '[[sources]]\nfile = "a.txt"\ntitle = "Ebb"\n',
            "one/a.txt": "The tide fell.",
            "one/gold/g.txt": "no",
            "two/a.txt": "The tide rose.",
        },
    )
    corpus = read(tmp_path)
    assert [(d.name, d.title) for d in corpus] == [("one/a.txt", "Ebb"), ("two/a.txt", "a")]


def test_a_manifest_can_name_what_would_be_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "corpus.toml": '[[sources]]\nfile = "README.md"\n[[sources]]\nfile = "notes.log"\n',
            "README.md": "The tide fell.",
            "notes.log": "The tide rose.",
        },
    )
    assert names(read(tmp_path)) == ["README.md", "notes.log"]


def test_a_readme_without_a_manifest_is_a_document(tmp_path: Path) -> None:
    assert names(read(write(tmp_path, {"README.md": "The tide fell."}))) == ["README.md"]


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.html", "<title>Page</title><h1>Head</h1><p>Words.</p>", "Page"),
        ("a.md", "# Head\n\nWords.", "Head"),
        ("a.txt", "Head of it all\n\nThe tide rose in the harbour at noon.", "Head of it all"),
        ("a.txt", "Just a few words", "Just a few words"),
        ("tide_one.txt", "The tide rose.", "tide_one"),
    ],
)
def test_titles_are_inferred(tmp_path: Path, name: str, text: str, title: str) -> None:
    assert read(write(tmp_path, {name: text})).documents[0].title == title


def test_text_from_a_string() -> None:
    document = read_text(
        "# Ebb\n\nThe tide fell.", "mine", format="md", title="Own", date="2021", authority=1
    )
    assert (document.name, document.title, document.date) == ("mine", "Own", "2021")
    assert (document.authority, document.encoding) == (1.0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"format": "docx"}, "unknown format 'docx'; known are txt, md, html"),
        ({"autor": "A"}, "did you mean 'author'"),
        ({"authority": 3}, "authority must be a number from 0 to 1"),
        ({"date": "May"}, "date must be"),
        ({"title": 3}, "title must be a text"),
    ],
)
def test_wrong_metadata_is_refused(arguments: dict[str, str], message: str) -> None:
    with pytest.raises(ReadingError, match=message.replace("?", r"\?")):
        read_text("Words.", **arguments)


def test_a_corpus_of_strings_is_in_order_and_has_unique_names() -> None:
    corpus = corpus_of([read_text("B.", "b"), read_text("A.", "a")], "Both")
    assert (corpus.title, names(corpus)) == ("Both", ["a", "b"])
    with pytest.raises(CorpusError, match="two documents are called 'text'"):
        corpus_of([read_text("A."), read_text("B.")])


def test_reading_twice_gives_equal_values(folder: Path) -> None:
    assert read(folder) == read(folder)
