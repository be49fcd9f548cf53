"""Sources for reference managers: the schema's rules, and a citation processor that reads it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

from factcheck.model import Corpus, Run
from factcheck.reporting import render


def items(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(run, "csl"))
    return found


def test_an_item_has_the_fields_of_the_schema(run: Run) -> None:
    gazette, guide, _ = run.corpus.documents
    first, second, _ = items(run)
    assert first == {
        "id": "gazette.txt",
        "type": "webpage",
        "title": gazette.title,
        "author": [{"literal": gazette.author}],
        "publisher": gazette.publisher,
        "issued": {"date-parts": [[1998]]},
        "URL": gazette.address,
    }
    assert second["type"] == ("webpage" if guide.address else "document")


def test_what_is_unknown_is_left_out(empty_run: Run) -> None:
    assert items(empty_run) == [{"id": "only.txt", "type": "document", "title": "only.txt"}]


@pytest.mark.parametrize("date", ["spring of 1998", "1998-05-01-02", "1998-5th"])
def test_a_date_that_is_none_stays_as_it_is(run: Run, date: str) -> None:
    odd = evolve(run.corpus.documents[0], date=date)
    assert items(evolve(run, corpus=Corpus("", (odd,))))[0]["issued"] == {"raw": date}


def test_a_citation_processor_makes_a_bibliography(run: Run) -> None:
    gazette = run.corpus.documents[0]
    source = CiteProcJSON(items(run))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(gazette.name)]))
    (entry,) = map(str, bibliography.bibliography())
    assert gazette.title in entry
    assert "1998" in entry


def test_hostile_words_stay_words(hostile_run: Run) -> None:
    text = json.dumps(items(hostile_run), ensure_ascii=False)
    assert "javascript:" not in "".join(item.get("URL", "") for item in items(hostile_run))
    assert "\u202e" not in text
