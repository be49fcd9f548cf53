"""What the tutorial and the readme show as output is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import factcheck as fc
from factcheck.reporting import render

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tutorial" / "first-report.md"
NAMES = ("guide.md", "newspaper.txt", "survey.html")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)


def stable(text: str) -> str:
    """The text without what a better estimate of confidence, or of topics, may change."""
    text = re.sub(r"confidence \.\d\d", "confidence", text)
    text = re.sub(r"\b\d+ topics|(?<=^≠ )\d+", "", text, flags=re.M)
    return re.sub(
        r"#[a-z]-[0-9a-f]{16}|(?:very |extremely )?(?:likely|probably) right|factcheck \S+",
        "",
        text,
    )


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("tutorial") / "bridge"
    folder.mkdir()
    texts = [text for kind, text in FENCES if kind in ("markdown", "text", "html")]
    for name, text in zip(NAMES, texts, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    return stable(render(fc.check(fc.read(folder)).run, "text", folder="bridge"))


@pytest.mark.parametrize("shown", [text for kind, text in FENCES if kind == "output"])
def test_output_is_as_shown(shown: str, findings: str) -> None:
    assert stable(shown) in findings


def test_the_readme_shows_a_dispute_as_it_is_printed() -> None:
    (shown,) = re.findall("```output\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    corpus = "corpus/lighthouse"
    told = render(fc.check(fc.read(ROOT / corpus)).run, "text", folder=corpus)
    assert stable(shown) in stable(told)
