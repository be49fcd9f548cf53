"""The report on a terminal."""

import re

import pytest
from accepting import accepting
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Run
from factcheck.reporting import render
from factcheck.reporting.columns import spread, width, wrap


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("columns", [40, 80, 132])
def test_no_line_is_too_long(run: Run, hostile_run: Run, verbose: bool, columns: int) -> None:
    for each in (run, hostile_run):
        text = render(each, "text", verbose=verbose, width=columns)
        assert max(map(width, text.splitlines())) <= columns


def test_sides_stand_under_their_question_with_short_quotes(run: Run) -> None:
    text = render(run, "text", date="2026-11-22")
    assert text.splitlines()[0].endswith("2026-11-22 · factcheck 0.1.0")
    head = text.index("≠ 1  Deck repair: how long?")
    sides = [text.index(words) for words in ("A  about four months", "B  two years", "why: ")]
    assert [head, *sides] == sorted([head, *sides])
    assert "“Repairs to the deck took ‹about four months›.”" in text
    assert "The Harl Bridge opened in 1931. Repairs" not in text
    assert text.index("DISPUTES") < text.index("AGREEMENTS") < text.index("SOURCES")
    assert "scans/plan.pdf: no reader for .pdf files" in text


def test_a_quotation_names_its_file_and_line(run: Run) -> None:
    text = render(run, "text", folder="docs")
    for claim in run.disputes[0].claims:
        line = claim.source.text.count("\n", 0, claim.start) + 1
        assert f"docs/{claim.source.name}:{line}\n" in text


def test_what_is_accepted_is_told_in_short(run: Run) -> None:
    known = accepting(run)
    short, long = (render(run, "text", baseline=known, verbose=each) for each in (False, True))
    assert "     accepted\n     A about four months; B two years\n" in short
    assert "“Repairs to the deck took ‹about four months›.”" not in short
    assert "‹about four months›" in " ".join(long.split())


def test_authority_is_told_where_sources_differ_in_it(run: Run) -> None:
    assert "authority" in render(run, "text")
    same = evolve(
        run,
        corpus=evolve(run.corpus, documents=tuple(evolve(d, authority=0.5) for d in run.corpus)),
    )
    assert "authority" not in render(same, "text", verbose=True)
    assert "authority ." not in render(same, "markdown")


def test_verbose_quotes_in_context_and_lists_every_claim(run: Run) -> None:
    text = render(run, "text", verbose=True)
    flat = " ".join(text.split())
    assert "“The Harl Bridge opened in 1931. Repairs to the deck took ‹about four months›." in flat
    assert all(" ".join(claim.words.split()) in flat for claim in run.claims)
    assert "[question] Who paid for it?" in text
    assert "min_confidence: 0.5" in text


def test_colour_changes_nothing_but_colour(run: Run) -> None:
    plain = render(run, "text")
    coloured = render(run, "text", color=True)
    assert "\x1b" not in plain
    assert "\x1b[31m≠" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_a_source_cannot_command_the_terminal(hostile_run: Run) -> None:
    text = render(hostile_run, "text", verbose=True)
    assert "\x1b" not in text and "\u202e" not in text


def test_more_than_three_disputes_begin_with_those_that_matter(run: Run) -> None:
    four = evolve(run, disputes=run.disputes * 4)
    assert "MATTERS MOST" in render(four, "text")
    assert "MATTERS MOST" not in render(run, "text")


def test_nothing_found_is_said(empty_run: Run) -> None:
    assert "No source was found to contradict another." in render(empty_run, "text")


words = st.text(st.sampled_from("ab橋e\u0301é-"), min_size=1, max_size=30)


@given(st.lists(words, max_size=12), st.integers(8, 40))
def test_wrapping_keeps_the_words_within_the_columns(found: list[str], columns: int) -> None:
    lines = wrap(" ".join(found), columns, "- ", "  ")
    assert all(width(line) <= columns for line in lines)
    kept = "".join(line[2:] for line in lines).replace(" ", "")
    assert kept == "".join(found)


@given(words, words, st.integers(40, 80))
def test_both_ends_of_a_line_fit(left: str, right: str, columns: int) -> None:
    lines = spread(left, right, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "").endswith(right)
