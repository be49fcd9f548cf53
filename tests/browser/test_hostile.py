"""Documents that attack their reader get shown, word for word, and nothing more."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from factcheck.model import Run
from factcheck.reporting import FORMATS, render

from .hostile import ATTACKS, LONG_WORD
from .test_layout import OVERHANG
from .window import Window

FOREIGN = """() => [...document.querySelectorAll(
    "img, iframe, object, embed, base, link, svg script, script + script, [onload], [onerror], "
    + "[onfocus], [onclick], [onmouseover], [autofocus], a[href^='javascript']")]
  .map(each => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 1024])
def test_nothing_of_it_runs_and_the_page_holds(
    hostile_report: Path, show: Callable[..., Window], scripts: bool, width: int
) -> None:
    window = show(hostile_report, width=width, scripts=scripts)
    assert window.run("() => window.hacked") is None
    assert window.run(FOREIGN) == []
    assert window.run("() => document.styleSheets.length") == 1
    assert window.page.locator("main").is_visible()
    assert window.run(OVERHANG) == []


def test_it_is_shown_word_for_word(hostile_report: Path, show: Callable[..., Window]) -> None:
    text = str(show(hostile_report).run("() => document.body.textContent"))
    for attack in ATTACKS:
        assert attack in text
    assert "1337" not in text
    assert LONG_WORD in text
    assert not set(text) & set("\u202e\u202c\u2066\ufeff\a\x1b")
    assert "\U0001f468\u200d\U0001f469\u200d\U0001f467" in text


@pytest.mark.parametrize(
    "fragment",
    [
        "#q=%3Cimg%20src=x%20onerror=window.hacked=9%3E",
        "#stance=nonsense&sort=nonsense&source=%22%3E%3Cscript%3E",
        "#%E0%A4%A",
        "#no-such-place",
        "#q=",
        "#" + "q=a&" * 2000,
        "#__proto__=1&constructor=1&toString=1",
    ],
)
def test_a_made_up_address_does_no_harm(
    hostile_report: Path, show: Callable[..., Window], fragment: str
) -> None:
    window = show(hostile_report, fragment=fragment)
    assert window.run("() => window.hacked") is None
    assert window.run(FOREIGN) == []
    assert window.page.locator("main").is_visible()


def test_every_link_can_be_followed(hostile_report: Path, show: Callable[..., Window]) -> None:
    window = show(hostile_report)
    links = window.run(
        "() => [...document.querySelectorAll('a')].map(each => each.getAttribute('href'))"
    )
    outside = {link for link in links if not link.startswith("#")}
    assert all(link.startswith("https://") for link in outside)
    for place in sorted(set(links) - outside)[:40]:
        window.go(hostile_report, place)
        assert window.run("() => document.querySelector(':target') !== null"), place
        assert window.run("() => window.hacked") is None


# ClaimReview is written of what people rated only, and nobody did.
@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"claimreview"}))
def test_every_format_survives(hostile_run: Run, format: str) -> None:
    text = render(hostile_run, format, date="2026-11-22", verbose=True)
    assert text.strip()
    text.encode("utf-8")
    if format.startswith("csv"):
        # Tables keep the words to the character, but none that a spreadsheet would work out.
        cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
        assert not [cell for cell in cells if re.match(r"[=+@\t\r]|-\D", cell)]
    else:
        assert not set(text) & set("\a\x1b")


def test_markdown_stays_without_markup(hostile_run: Run) -> None:
    text = render(hostile_run, "markdown", date="2026-11-22")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inside = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in (*tokens, *inside)}
    assert not kinds & {"html_block", "html_inline", "image"}
    links = {child.attrs["href"] for child in inside if child.type == "link_open"}
    assert all(str(link).startswith("https://") for link in links)


def test_json_keeps_every_character(hostile_run: Run) -> None:
    data: dict[str, Any] = json.loads(render(hostile_run, "json"))
    texts = {document.name: document.text for document in hostile_run.corpus}
    quoted = [*data["claims"], *data["skipped"]]
    for each in quoted:
        assert texts[each["document"]][each["start"] : each["end"]] == each["quote"]
    quotes = " ".join(each["quote"] for each in quoted)
    assert "\u202e" in quotes and LONG_WORD in quotes
