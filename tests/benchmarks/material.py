"""What is measured on: generated documents, the example collections, and the seeds."""

from __future__ import annotations

from pathlib import Path

import generate

import factcheck as fc
from factcheck.model import Corpus
from factcheck.reading import corpus_of

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
SEEDS = ROOT.parent / "shared" / "seeds"
"""Documents that are not part of the repository; they may lie beside it."""
STATEMENTS = 30
CLAIMS = 35.7
"""Claims in a generated document of so many statements, about."""


def generated(documents: int) -> Corpus:
    """Return documents of which everything is known."""
    made = generate.documents(1, documents, STATEMENTS)
    return corpus_of(fc.read_text(one.text, one.name) for one in made)


def documents_of(claims: int) -> int:
    """Return how many generated documents have about so many claims."""
    return max(2, round(claims / CLAIMS))


def examples() -> list[Path]:
    """Return the folders of the example collections."""
    return sorted(manifest.parent for manifest in CORPUS.glob("*/corpus.toml"))


def text_of(corpus: Corpus) -> str:
    """Return the text of all documents."""
    return "\n".join(document.text for document in corpus)
