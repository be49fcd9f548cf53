"""What bad input gets: a clear message or a correct result, never a traceback, nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.errors import CorpusError, FactcheckError, ManifestError
from factcheck.model import Corpus
from factcheck.reading import read

TIDE = "The tide rose by one metre in the old harbour."


def names(corpus: Corpus) -> list[str]:
    return [document.name for document in corpus]


def reasons(corpus: Corpus) -> dict[str, str]:
    return {unread.path: unread.reason for unread in corpus.failed}


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="is empty; put documents into it"):
        read(tmp_path)


def test_a_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b")
    with pytest.raises(CorpusError, match=r"1 file\(s\) are in no format known"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["none.txt", "a\0b", "x" * 5000, "", "no/such/folder"])
def test_a_missing_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(CorpusError):
        read(f"{tmp_path}/sub/{name}" if name else "")


def test_no_path_at_all() -> None:
    with pytest.raises(CorpusError, match="no path was given"):
        read([])


def test_a_binary_file_named_txt(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "good.txt").write_text(TIDE)
    corpus = read(tmp_path)
    assert names(corpus) == ["good.txt"]
    assert "a PNG image" in reasons(corpus)["photo.txt"]
    assert "binary data" in reasons(corpus)["noise.txt"]


@pytest.mark.parametrize("name", ["report.pdf", "report.docx"])
def test_a_document_in_a_format_that_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("words")
    corpus = read(tmp_path / name)
    assert names(corpus) == []
    assert "save its words" in reasons(corpus)[name]


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_a_single_line_of_fifty_megabytes(tmp_path: Path, suffix: str) -> None:
    size = 50_000_000
    line = (TIDE + " ") * (size // (len(TIDE) + 1))
    (tmp_path / f"line.{suffix}").write_text(line)
    # Seconds; where time grew with the square of the length, this would not end.
    (document,) = read(tmp_path)
    assert document.text == line
    assert sum(len(passage.text) + 1 for passage in document.passages) == len(line)


@pytest.mark.parametrize(
    "piece", ["<a", "<!--", "<![CDATA[", "<nav>", "<li hidden>", "</x", "&amp;", "<a b='", "<sup>"]
)
def test_pages_made_to_keep_a_parser_busy(tmp_path: Path, piece: str) -> None:
    (tmp_path / "page.html").write_text(piece * 50_000 + "<p>" + TIDE)
    assert len(read(tmp_path)) == 1


def test_nul_bytes_in_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TIDE.replace("tide", "ti\0de").encode())
    (document,) = read(tmp_path)
    assert document.passages[0].text == TIDE
    assert "\0" in document.text
    assert document.notes == ("1 NUL characters are left out of what is read",)


def test_mixed_encodings_in_one_folder(tmp_path: Path) -> None:
    text = f"{TIDE} The café’s naïve owner fled — “quickly”.\n" * 5
    codecs = {
        "utf-8": "utf-8",
        "utf-8-sig": "utf-8",
        "utf-16": "utf-16-le",
        "cp1252": "windows-1252",
    }
    for codec in codecs:
        (tmp_path / f"{codec}.txt").write_bytes(text.encode(codec))
    corpus = read(tmp_path)
    assert corpus.failed == ()
    for document in corpus:
        assert document.text == text
        assert document.encoding == codecs[document.name.removesuffix(".txt")]
    assert "decoded as windows-1252 (guessed)" in corpus.document("cp1252.txt").notes


def test_invalid_toml(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TIDE)
    (tmp_path / "corpus.toml").write_text('title = "Tides"\n[[sources]]\nfile = a.txt\n')
    with pytest.raises(ManifestError, match=r"corpus\.toml:3:8: invalid TOML"):
        read(tmp_path)


def test_a_manifest_that_names_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TIDE)
    (tmp_path / "folder").mkdir()
    files = ["a.txt", "gone.txt", "../a.txt", "/etc/hostname", "folder"]
    entries = "".join(f'[[sources]]\nfile = "{file}"\n' for file in files)
    (tmp_path / "corpus.toml").write_text(entries)
    corpus = read(tmp_path)
    assert names(corpus) == ["a.txt"]
    found = reasons(corpus)
    assert found["gone.txt"].startswith("source 2 of corpus.toml names it")
    assert "lies outside the folder" in found["../a.txt"]
    assert len(found) == 4


def test_two_files_with_the_same_content(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.txt"):
        (tmp_path / name).write_text(TIDE if name < "c" else "Other words.")
    first, second, third = read(tmp_path)
    assert first.notes == ("same text as b.md",)
    assert second.notes == ("same text as a.txt",)
    assert third.notes == ()
    assert first.id != second.id


def test_a_page_with_a_script(tmp_path: Path) -> None:
    page = f"<p>{TIDE}</p><script>alert('x')</script><p onclick='alert(1)'>It fell.</p>"
    (tmp_path / "a.html").write_text(page)
    (document,) = read(tmp_path)
    assert [passage.text for passage in document.passages] == [TIDE, "It fell."]


@pytest.mark.parametrize(
    "name",
    ['it\'s "so".txt', "two\nlines.txt", "вода.txt", "潮.md", " .txt", "a&b<c>.html", "-x.txt"],
)
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TIDE)
    assert names(read(tmp_path)) == [name]
    assert names(read(tmp_path / name)) == [name]


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(TIDE)
    except OSError:
        pytest.skip("the file system takes names in UTF-8 only")
    (document,) = read(tmp_path)
    assert document.name == "caf\\xe9.txt"
    assert document.name.encode()


def test_links_that_loop_or_lead_out(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.")
    (root / "a.txt").write_text(TIDE)
    (root / "sub" / "loop").symlink_to(root)
    (root / "out").symlink_to(outside)
    (root / "out.txt").symlink_to(outside / "secret.txt")
    (root / "self.txt").symlink_to(root / "self.txt")
    (root / "broken.txt").symlink_to(root / "nowhere.txt")
    (root / "again.txt").symlink_to(root / "a.txt")
    corpus = read(root)
    assert names(corpus) == ["a.txt"]
    found = reasons(corpus)
    assert sorted(found) == ["broken.txt", "out", "out.txt", "self.txt", "sub/loop"]
    assert "leads out" in found["out"]
    assert "leads out" in found["out.txt"]
    assert "leads back" in found["sub/loop"]
    assert "leads back to itself" in found["self.txt"]
    assert "leads nowhere" in found["broken.txt"]


def test_links_within_the_folder_are_followed_once(tmp_path: Path) -> None:
    hidden = tmp_path / ".store"
    hidden.mkdir()
    (hidden / "a.txt").write_text(TIDE)
    (tmp_path / "one").symlink_to(hidden)
    (tmp_path / "two").symlink_to(hidden)
    assert names(read(tmp_path)) == ["one/a.txt"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is denied to root")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TIDE)
    (tmp_path / "b.txt").write_text(TIDE)
    (tmp_path / "shut").mkdir()
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    try:
        corpus = read(tmp_path)
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert names(corpus) == ["a.txt"]
    assert "permission" in reasons(corpus)["b.txt"]
    assert "permission" in reasons(corpus)["shut"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "device or pipe" in reasons(read(tmp_path))["pipe.txt"]
    assert "device or pipe" in reasons(read(tmp_path / "pipe.txt"))["pipe.txt"]


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "a.txt").write_text(TIDE)
    assert names(read(tmp_path)) == ["x.txt/a.txt"]


@pytest.mark.parametrize("content", ["", " \n\t\r\n", "\ufeff", "\0\0"])
def test_an_empty_file(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    corpus = read(tmp_path)
    assert names(corpus) == []
    assert reasons(corpus)["a.txt"].startswith("it is empty")


def test_a_document_without_prose_is_kept_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("```\ncode\n```\n")
    (document,) = read(tmp_path)
    assert document.notes == ("no prose was found in it",)


def test_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(TIDE)
    assert len(read(tmp_path)) == 1


def test_everything_raised_is_of_one_family() -> None:
    assert issubclass(CorpusError, FactcheckError)
    assert issubclass(ManifestError, FactcheckError)
