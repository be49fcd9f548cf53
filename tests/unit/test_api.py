"""The verbs of the library and the values they return."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck as fc
from factcheck.api import Verifier
from factcheck.errors import ConfigurationError, CorpusError, FactcheckError
from factcheck.model import CandidatePair, Corpus, Judgement

MILL = "The mill was built in 1784. The mill is driven by water. The mill has no chimney.\n"
GUIDE = "The mill was built in 1812. The mill is driven by water. The mill has a chimney.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mill")
    (path / "archive.txt").write_text(MILL, encoding="utf-8")
    (path / "guide.md").write_text(f"# The mill\n\n{GUIDE}", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return fc.read(folder)


@pytest.fixture(scope="module")
def result(corpus: Corpus) -> fc.Result:
    return fc.check(corpus)


def test_check_finds_disputes_and_agreements(result: fc.Result) -> None:
    reasons = [one.explain() for one in result.disputes]
    assert any("1784" in reason and "1812" in reason for reason in reasons)
    assert any("chimney" in reason for reason in reasons)
    agreed = [claim.quote for one in result.agreements for claim in one.claims]
    assert sum("driven by water" in quote for quote in agreed) == 2
    assert result.qualifications == ()


def test_a_result_gives_what_its_run_holds(result: fc.Result, corpus: Corpus) -> None:
    run = result.run
    assert result.corpus == corpus
    assert (result.claims, result.topics, result.judgements) == (
        run.claims,
        run.topics,
        run.judgements,
    )
    assert (result.disputes, result.agreements) == (run.disputes, run.agreements)


def test_extract_is_what_check_starts_from(result: fc.Result, corpus: Corpus) -> None:
    extraction = fc.extract(corpus)
    assert [one.id for one in extraction.claims] == [one.id for one in result.claims]
    assert len(extraction.skipped) == len(result.run.skipped)
    assert "heading" in {one.reason for one in extraction.skipped}


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("The mill is driven by water.", fc.Verdict.SUPPORTED),
        ("The mill is not driven by water.", fc.Verdict.REFUTED),
        ("The mill was built in 1784.", fc.Verdict.DISPUTED),
        ("The mill has a chimney.", fc.Verdict.DISPUTED),
        ("The mill was built in 1901.", fc.Verdict.REFUTED),
        ("Otters live in the bay.", fc.Verdict.NOT_ENOUGH_INFO),
        ("Is the mill old?", fc.Verdict.NOT_ENOUGH_INFO),
    ],
)
def test_verify_gives_a_verdict_with_its_evidence(
    corpus: Corpus, statement: str, verdict: fc.Verdict
) -> None:
    found = fc.verify(statement, corpus)
    assert found.verdict is verdict
    assert found.statement == statement
    assert bool(found.supporting) == (verdict in (fc.Verdict.SUPPORTED, fc.Verdict.DISPUTED))
    assert bool(found.opposing) == (verdict in (fc.Verdict.REFUTED, fc.Verdict.DISPUTED))
    for judgement in (*found.supporting, *found.opposing):
        assert judgement.b.source.name in {"archive.txt", "guide.md"}
        assert judgement.b.source.text[judgement.b.start : judgement.b.end] == judgement.b.quote
    assert found.explain().endswith(".")


def test_a_verifier_answers_as_verify_does(corpus: Corpus) -> None:
    verifier = Verifier(corpus)
    for statement in (
        "The mill is driven by water.",
        "The mill is not driven by water.",
        "The mill was built in 1784.",
        "Otters live in the bay.",
        "",
    ):
        assert verifier.verify(statement) == fc.verify(statement, corpus)
    assert verifier.verify("The mill is driven by water.").verdict is fc.Verdict.SUPPORTED


def test_a_verifier_keeps_to_its_settings(corpus: Corpus) -> None:
    statement = "The mill is not driven by water."
    strict = Verifier(corpus, fc.Settings(select=("value",)))
    assert strict.verify(statement).verdict is fc.Verdict.NOT_ENOUGH_INFO
    assert Verifier(corpus).verify(statement).verdict is fc.Verdict.REFUTED
    assert strict.verify(statement) == fc.verify(statement, corpus, strict.settings)


def test_the_statement_does_not_join_the_corpus(corpus: Corpus) -> None:
    before = len(corpus)
    fc.verify("The mill is driven by water.", corpus)
    assert len(corpus) == before


def test_judge_pair_compares_two_texts() -> None:
    judgement = fc.judge_pair(MILL, GUIDE)
    assert judgement is not None
    assert judgement.stance is fc.Stance.CONTRADICTS
    assert fc.judge_pair(MILL, "Whales sing.") is None
    assert fc.judge_pair("", "") is None


def test_one_contradiction_outweighs_what_else_two_texts_agree_on() -> None:
    alike = "The mill by the bridge was restored by students of the village school."
    judgement = fc.judge_pair(
        f"{alike} It was built in 1850.", f"{alike} The mill was built in 1890."
    )
    assert judgement is not None
    assert judgement.stance is fc.Stance.CONTRADICTS


def test_settings_shape_a_check(corpus: Corpus) -> None:
    result = fc.check(corpus, fc.Settings(select=("value",)))
    assert {one.rule for one in result.judgements} == {"value"}
    with pytest.raises(ConfigurationError, match="did you mean 'value'"):
        fc.Settings(select=("valu",))
    with pytest.raises(FactcheckError):
        fc.check(corpus, fc.Settings(packs=("no-such-pack",)))


def test_another_judge_takes_the_place_of_the_rules(corpus: Corpus) -> None:
    class Doubter:
        def __init__(self) -> None:
            self.asked: list[CandidatePair] = []

        def judge(self, pair: CandidatePair) -> Judgement | None:
            self.asked.append(pair)
            return None

    doubter = Doubter()
    result = fc.check(corpus, judge=doubter)
    assert result.judgements == ()
    assert result.disputes == ()
    assert len(doubter.asked) == result.run.counts.candidates > 0
    assert fc.check(corpus).disputes


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.html", "<!doctype html>"),
        ("report.htm", "<!doctype html>"),
        ("report.md", "#"),
        ("report.txt", ""),
        ("report.json", "{"),
        ("report.jsonl", "{"),
    ],
)
def test_a_report_is_written_in_the_format_of_its_ending(
    result: fc.Result, tmp_path: Path, name: str, start: str
) -> None:
    path = result.report(tmp_path / name)
    assert path == tmp_path / name
    written = path.read_text(encoding="utf-8")
    assert written.startswith(start)
    assert "1784" in written
    assert "1812" in written


def test_a_format_that_no_ending_names_has_to_be_given(result: fc.Result, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"\.pdf"):
        result.report(tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()
    assert result.report(tmp_path / "report", format="markdown").read_text(encoding="utf-8")
    with pytest.raises(ConfigurationError):
        result.report(tmp_path / "report.html", format="pdf")


def test_data_is_what_the_json_report_holds(result: fc.Result, tmp_path: Path) -> None:
    written = json.loads(result.report(tmp_path / "run.json").read_text(encoding="utf-8"))
    assert result.to_data() == written
    assert {"claims", "judgements", "disputes", "agreements", "schema"} <= written.keys()


def test_the_graph_holds_the_run(result: fc.Result) -> None:
    assert isinstance(result.graph, fc.ClaimGraph)
    assert result.graph is result.graph


def test_objects_print_usefully(result: fc.Result) -> None:
    shown = repr(result)
    assert shown.startswith("<Result: 2 documents, ")
    assert f"{len(result.claims)} claims" in shown
    assert len(repr(result.corpus)) < 400
    assert len(repr(result.claims[0])) < 2000
    assert result.claims[0].text in repr(result.claims[0])


def test_results_render_in_a_notebook(result: fc.Result) -> None:
    html = result._repr_html_()
    assert "1784" in html
    assert "<script" not in html
    assert "<html" not in html


def test_reading_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError):
        fc.read(tmp_path / "nowhere")
    with pytest.raises(CorpusError):
        fc.read(tmp_path)


def test_progress_is_optional(corpus: Corpus) -> None:
    stages: list[str] = []
    fc.check(corpus, progress=lambda stage, done, total: stages.append(stage))
    assert set(stages) == {"extract", "link", "pairs", "judge", "findings"}


def test_every_public_name_is_there() -> None:
    for name in fc.__all__:
        assert getattr(fc, name) is not None
    assert set(dir(fc)) >= set(fc.__all__)
    with pytest.raises(AttributeError, match="chekc"):
        getattr(fc, "chekc")  # noqa: B009


def test_importing_the_package_loads_no_engine() -> None:
    code = (
        "import sys, factcheck\n"
        "heavy = {'networkx', 'nupunkt', 'jinja2', 'click', 'cattrs', 'factcheck.pipeline'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_text_has_sentences_abbreviations_and_quantities() -> None:
    text = "A tram line (TL) opened. It is 5 km long."
    assert fc.sentences(text) == ("A tram line (TL) opened.", "It is 5 km long.")
    (one,) = fc.abbreviations(text)
    assert (one.short, one.long) == ("TL", "tram line")
    (length,) = fc.quantities(text)
    assert (length.text, length.scale, length.interval.low) == ("5 km", "length", 5000.0)
