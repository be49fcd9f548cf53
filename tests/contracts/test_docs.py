"""The docs say everything there is to say, and every link in them leads somewhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
import pytest
from attrs import fields
from every_command import commands
from markdown_it import MarkdownIt
from markdown_it.token import Token

import factcheck
from factcheck import errors
from factcheck.cli import main
from factcheck.cli.program import ExitCode
from factcheck.lexicon import Lexicon, builtin_packs
from factcheck.reading.manifest import load_manifest
from factcheck.reporting import FORMATS, format_of
from factcheck.settings import ENVIRONMENT_PREFIX, KEYS, RULE_IDS, Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md"), ROOT / "corpus" / "README.md"])
IDS = [str(page.relative_to(ROOT)) for page in PAGES]


def text_of(page: str) -> str:
    return (REFERENCE / page).read_text(encoding="utf-8")


def inline_tokens(page: Path) -> Iterator[Token]:
    for block in MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8")):
        yield from block.children or ()


def targets(page: Path) -> Iterator[str]:
    for token in inline_tokens(page):
        target = token.attrGet("href") or token.attrGet("src")
        if target is not None:
            yield str(target)


def anchors(page: Path) -> set[str]:
    """The anchors that hosting sites give the headings of a page."""
    blocks = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    titles = [blocks[index + 1] for index, one in enumerate(blocks) if one.type == "heading_open"]
    plain = ["".join(child.content for child in title.children or ()) for title in titles]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in plain}


def local(page: Path, target: str) -> tuple[Path, str] | None:
    """The file and anchor that a link points to; nothing for a link into the web."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    return path, parts.fragment


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target in targets(page):
        found = local(page, target)
        if found is None:
            continue
        path, anchor = found
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(target)
    assert broken == []


def test_every_page_can_be_reached_from_the_index() -> None:
    seen = {DOCS / "README.md"}
    todo = list(seen)
    while todo:
        page = todo.pop()
        for target in targets(page):
            found = local(page, target)
            if found and found[0].suffix == ".md" and found[0].exists() and found[0] not in seen:
                seen.add(found[0])
                todo.append(found[0])
    assert set(DOCS.rglob("*.md")) <= seen


def test_every_rule_has_a_page_and_no_page_is_left_over() -> None:
    assert {page.stem for page in (REFERENCE / "rules").glob("*.md")} == {*RULE_IDS, "README"}


@pytest.mark.parametrize("rule", RULE_IDS)
def test_a_rule_page_says_what_a_reader_needs(rule: str) -> None:
    page = text_of(f"rules/{rule}.md")
    assert page.startswith(f"# `{rule}`")
    headings = re.findall(r"^## (.+)$", page, re.M)
    assert headings == [
        "What it compares",
        "When it speaks",
        "When it abstains",
        "Examples",
        "Known limits",
    ]


def sections(page: str) -> dict[str, str]:
    """The text under each heading of the second and third level, by its title."""
    parts = re.split(r"^#{2,3} (.+)$", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_and_each_of_its_options_is_documented() -> None:
    page = text_of("cli.md")
    under = sections(page)
    missing = []
    for name, command in commands(main):
        title = f"`{name}`"
        if title not in under:
            missing.append(name)
            continue
        # What several commands share is explained once, in sections of its own.
        shared = "".join(body for heading, body in under.items() if heading.startswith("Options"))
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                for flag in (*parameter.opts, *parameter.secondary_opts):
                    if f"`{flag}" not in under[title] + shared:
                        missing.append(f"{name} {flag}")
    assert missing == []


def test_every_documented_command_exists() -> None:
    documented = {
        title.strip("`") for title in sections(text_of("cli.md")) if title.startswith("`")
    }
    assert documented == {name for name, _ in commands(main)}


def test_every_format_of_a_report_is_documented_with_its_endings() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*?) \|", text_of("formats.md"), re.M)
    endings = {name: re.findall(r"`(.+?)`", cell) for name, cell in rows if name in FORMATS}
    assert set(endings) == set(FORMATS)
    for name, written in endings.items():
        assert [format_of(f"run{ending}") for ending in written] == [name] * len(written)


def test_every_exit_code_is_documented() -> None:
    rows = re.findall(r"^\| `(\d+)` \|", text_of("cli.md"), re.M)
    assert [int(row) for row in rows] == [int(code) for code in ExitCode]


def test_every_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| `(.+?)` \|", text_of("settings.md"), re.M))
    assert list(rows) == [key.replace("_", "-") for key in KEYS]
    defaults = Settings()
    for key, written in rows.items():
        value = getattr(defaults, key.replace("-", "_"))
        expected = list(value) if isinstance(value, tuple) else value
        assert tomllib.loads(f"value = {written}")["value"] == expected, key


def test_every_environment_variable_is_documented() -> None:
    page = text_of("settings.md")
    assert [key for key in KEYS if f"`{ENVIRONMENT_PREFIX}{key.upper()}`" not in page] == []


def test_every_key_of_a_lexicon_pack_is_documented() -> None:
    page = text_of("lexicon.md")
    keys = ["name", "description", *(entry.name for entry in fields(Lexicon))]
    keys.remove("packs")
    assert [key for key in keys if f"| `{key}` |" not in page] == []
    assert [pack for pack in builtin_packs() if f"`{pack}`" not in page] == []


def test_the_manifest_of_the_reference_is_valid_and_has_every_documented_key(
    tmp_path: Path,
) -> None:
    page = text_of("corpus.md")
    example = re.search(r"^```toml\n(.*?)^```", page, re.M | re.S)
    assert example is not None
    (tmp_path / "corpus.toml").write_text(example[1], encoding="utf-8")
    assert load_manifest(tmp_path).sources
    written = tomllib.loads(example[1])
    documented = set(re.findall(r"^\| `([a-z_]+)` \|", page, re.M))
    assert documented == {*written, *written["sources"][0]} - {"sources"}


def test_every_public_name_is_documented() -> None:
    page = text_of("python.md")
    assert [name for name in factcheck.__all__ if not re.search(rf"`(fc\.)?{name}\b", page)] == []


def test_every_error_is_documented() -> None:
    page = text_of("python.md")
    names = [
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.FactcheckError)
    ]
    assert [name for name in names if f"`{name}`" not in page] == []
