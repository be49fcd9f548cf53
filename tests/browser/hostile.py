"""A collection whose every word tries to become something else: markup, a script, a link."""

from __future__ import annotations

from html import escape
from pathlib import Path

ATTACKS = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=2>",
    '"><svg onload=window.hacked=3>',
    "' onfocus='window.hacked=4' autofocus='",
    "</style><style>body{display:none}</style>",
    "</script><script>window.hacked=5</script>",
    "--><iframe src=//evil.example></iframe>",
    "</title></bdi></q></p></article></main>",
    "{{ 7*191 }}{% for x in y %}${7*191}",
    "=HYPERLINK(1)",
    "[x](javascript:window.hacked=6)",
    "![x](http://evil.example/p.png)",
    "&lt;b&gt;&amp;",
    "]]>",
)
"""Each stands in claims that agree and in claims that contradict each other."""

INVISIBLE = (
    "\u202eright to left\u202c",
    "\u2066isolated",
    "zero\u200bwidth\u200djoined\ufeff",
    "bell\a and escape\x1b[31m",
    "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "stacq" + "\u0301" * 60,
    "עברית العربية",
)

LONG_WORD = "Lighthousekeeper" * 625
"""Ten thousand characters without a space."""

BREAKOUT = 'https://evil.example/?a=1&b=" onclick=window.hacked=8'
"""An address that tries to leave its attribute."""

DEPTH = 3000
"""Of elements around one sentence."""


def write(folder: Path) -> Path:
    """Write the collection and return its folder."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    words = [*ATTACKS, *INVISIBLE, LONG_WORD]
    for number, (name, year) in enumerate(
        (("{{ 7*191 }} plain <b>.txt", 1784), ("'quoted' \u202e.md", 1812))
    ):
        sentences = [
            f"The {word} mill was built in {year}. It has {4 + number} wheels." for word in words
        ]
        (documents / name).write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
    page = "".join(
        f"<p>The {escape(word)} mill was built in 1901 and is <b>{escape(word)}</b> long.</p>"
        for word in words
    )
    deep = "<div>" * DEPTH + "The mill was built in 1850." + "</div>" * DEPTH
    (documents / "page.html").write_text(
        f"<html><head><title>{escape(ATTACKS[0])}</title></head><body>{page}{deep}</body></html>",
        encoding="utf-8",
    )
    (folder / "corpus.toml").write_text(_manifest(), encoding="utf-8")
    return folder


def _manifest() -> str:
    return "\n".join(
        (
            f"title = {_quoted(''.join(ATTACKS))}",
            "[[sources]]",
            f"file = {_quoted('documents/{{ 7*191 }} plain <b>.txt')}",
            f"title = {_quoted(ATTACKS[0] + LONG_WORD)}",
            f"author = {_quoted(ATTACKS[3])}",
            f"publisher = {_quoted(ATTACKS[4])}",
            'address = "javascript:window.hacked=7"',
            f"note = {_quoted(ATTACKS[2])}",
            "[[sources]]",
            'file = "documents/page.html"',
            f"title = {_quoted(chr(0x202E) + ATTACKS[1])}",
            f"address = {_quoted(BREAKOUT)}",
        )
    )


def _quoted(text: str) -> str:
    """Return a text as a string of TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
