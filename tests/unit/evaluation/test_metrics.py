from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.evaluation import load_gold, score
from factcheck.evaluation.gold import Gold, GoldClaim, GoldRelation, NonClaim
from factcheck.evaluation.matching import match, spans_match
from factcheck.model import (
    Claim,
    Corpus,
    Counts,
    Document,
    Judgement,
    Run,
    Span,
    Stance,
    Verdict,
)

SHARED = Path(__file__).parents[4] / "shared"
SOURCE = Document("docs/a.txt", "x" * 200, ())
OTHER = Document("b.txt", "y" * 200, ())


def claim(start: int, end: int, source: Document = SOURCE) -> Claim:
    return Claim(source, Span(start, end), f"{start}-{end}", Span(start, end))


def gold_claim(name: str, start: int, end: int, document: str = "a.txt") -> GoldClaim:
    return GoldClaim(name, document, Span(start, end), Span(0, 100), "", name, 2)


def run(*claims: Claim, judgements: tuple[Judgement, ...] = ()) -> Run:
    corpus = Corpus("", (SOURCE, OTHER))
    return Run(corpus, claims, (), (), (), judgements, (), (), (), Counts(0, 0, 0), "0", {})


def judged(a: Claim, b: Claim, stance: Stance) -> Judgement:
    return Judgement(a, b, stance, 0.8, "value", "So.", ("x",), "x", a.span, b.span)


@pytest.mark.parametrize(
    ("start", "end", "matches"),
    [
        (10, 30, True),
        (20, 40, True),  # half of each
        (21, 41, False),
        (10, 90, True),  # a quarter of the longer
        (10, 91, False),
        (10, 15, True),
        (10, 14, False),  # less than a quarter
        (10, 10, False),
    ],
)
def test_spans_match_by_shared_half_and_length(start: int, end: int, matches: bool) -> None:
    assert spans_match(Span(start, end), gold_claim("G", 10, 30)) is matches


def test_a_span_within_the_sentence_matches_only_where_sentences_count() -> None:
    gold = gold_claim("G", 10, 30)
    assert not spans_match(Span(50, 60), gold)
    assert spans_match(Span(50, 60), gold, by_sentence=True)
    assert not spans_match(Span(95, 115), gold, by_sentence=True)


def test_claims_match_in_the_document_of_that_file_name_only() -> None:
    here, there = claim(10, 30), claim(10, 30, OTHER)
    found = match([here, there], [gold_claim("G", 10, 30)])
    assert found.gold_of == {here.id: {"G"}}


def test_figures_of_a_small_run() -> None:
    low, high, stray = claim(0, 20), claim(0, 20, OTHER), claim(150, 160)
    gold = Gold(
        claims=(
            gold_claim("G1", 0, 20),
            gold_claim("G2", 0, 20, "b.txt"),
            gold_claim("G3", 60, 80),
        ),
        relations=(
            GoldRelation("G1", "G2", "related_not_conflicting", frozenset({"agree"}), ""),
            GoldRelation("G1", "G3", "tension", frozenset({"tension"}), ""),
        ),
        nonclaims=(
            NonClaim("N1", "a.txt", Span(150, 170), False),
            NonClaim("N2", "a.txt", Span(150, 170), True),
        ),
        conflicts=None,
        agreements=None,
        statements=None,
    )
    judgements = (
        judged(low, high, Stance.AGREES),
        judged(low, high, Stance.CONTRADICTS),
        judged(low, stray, Stance.CONTRADICTS),
    )
    scores = score(run(low, high, stray, judgements=judgements), gold)
    assert scores.figures["claim_recall"] == 0.667
    assert scores.figures["claim_precision"] == 0.667
    assert scores.figures["nonclaims_leaked"] == "1/1"
    assert scores.figures["conflict_pairs_found"] == "0/1"
    assert scores.figures["contradicts_printed"] == 2
    assert scores.figures["contradicts_unlisted"] == 1
    assert scores.figures["hard_negatives_called_contradicts"] == "1/1"
    assert "verify" not in scores.figures
    assert [one.b for one in scores.missed] == ["G3"]
    assert [one.b for one in scores.false_alarms] == ["G2"]


def test_an_empty_run_has_figures() -> None:
    gold = Gold((), (), None, None, None, None)
    assert score(run(), gold).figures["claim_precision"] == 0.0


def noisy_run(gold: Gold, documents: dict[str, Document], rng: random.Random) -> Run:
    """Return a run with most gold claims moved a little, strays, and judgements of all kinds."""
    claims: dict[str, Claim] = {}
    by_gold: dict[str, Claim] = {}
    for one in gold.claims:
        source = documents[one.document]
        start = max(0, one.span.start + rng.randint(-30, 30))
        end = min(len(source.text), max(start + 1, one.span.end + rng.randint(-30, 30)))
        made = claim(start, end, source)
        claims[made.id] = by_gold[one.id] = made
    for _ in range(40):
        source = rng.choice(list(documents.values()))
        start = rng.randrange(len(source.text) - 60)
        made = claim(start, start + rng.randint(1, 60), source)
        claims[made.id] = made
    judgements = {}
    ends = [(by_gold[one.a], by_gold[one.b]) for one in gold.relations]
    ends += [tuple(rng.sample(list(claims.values()), 2)) for _ in range(200)]  # type: ignore[misc]
    for a, b in ends:
        if a.id != b.id and rng.random() < 0.7:
            said = judged(a, b, rng.choice(list(Stance)))
            judgements[said.id] = said
    return run(*claims.values(), judgements=tuple(judgements.values()))


@pytest.mark.skipif(
    not (SHARED / "gold" / "score.py").exists(),
    reason="the reference scorer lies beside a checkout, in ../shared, and is not here",
)
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("sentence", [False, True])
def test_figures_equal_the_reference_scorer(tmp_path: Path, seed: int, sentence: bool) -> None:
    rng = random.Random(seed)
    folder = SHARED / "gold" / "ketamine"
    gold = load_gold(folder)
    documents = {
        path.name: Document(path.name, path.read_text(encoding="utf-8"), ())
        for path in sorted((SHARED / "seeds").glob("*.txt"))
    }
    made = noisy_run(gold, documents, rng)
    verdicts = {one.id: rng.choice(list(Verdict)).value for one in gold.statements or ()}
    data = {
        "claims": [
            {"id": one.id, "document": one.source.name, "start": one.start, "end": one.end}
            for one in made.claims
        ],
        "judgements": [
            {
                "a": one.a.id,
                "b": one.b.id,
                "stance": one.stance.value,
                "confidence": one.confidence,
            }
            for one in made.judgements
        ],
    }
    (tmp_path / "run.json").write_text(json.dumps(data), encoding="utf-8")
    answers = [{"id": key, "verdict": value} for key, value in verdicts.items()]
    (tmp_path / "verify.json").write_text(json.dumps(answers), encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            SHARED / "gold" / "score.py",
            folder,
            tmp_path / "run.json",
            "--verify",
            tmp_path / "verify.json",
            "--json",
            *(["--sentence"] if sentence else []),
        ],
        capture_output=True,
        check=True,
        text=True,
    )
    figures = score(made, gold, by_sentence=sentence, verdicts=verdicts).figures
    assert figures == json.loads(done.stdout)
    assert list(figures) == list(json.loads(done.stdout))
