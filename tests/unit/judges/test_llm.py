"""A language model behind a real server that speaks the protocol, well or badly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from chat_server import ChatServer, answer, serving

import factcheck as fc
from factcheck.cli import main
from factcheck.errors import ConfigurationError, JudgeError
from factcheck.judges import second_judge
from factcheck.judges.llm import LanguageModel, read_address
from factcheck.judges.llm.connection import Budget, Connection
from factcheck.judges.llm.kept import KeptAnswers
from factcheck.model import CandidatePair, Claim, Opinion, Span
from factcheck.settings import Settings, load

A, B = "The ferry is safe in any weather.", "Storms have sunk the ferry twice."
RIGHT = answer("contradicts", 0.9, "safe in any weather", "sunk the ferry twice", "It sank.")


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with serving() as running:
        yield running


def pair(a: str = A, b: str = B) -> CandidatePair:
    one, other = (
        Claim(fc.read_text(text, name), Span(0, len(text)), text, Span(0, len(text)))
        for text, name in ((a, "a.txt"), (b, "b.txt"))
    )
    return CandidatePair(one, other, ())


def model(
    server: ChatServer, *, budget: Budget | None = None, answers: Path | None = None, key: str = ""
) -> tuple[LanguageModel, list[str]]:
    """A judge that does not pause for long, and what it says before it sends anything."""
    told: list[str] = []
    connection = Connection(
        read_address(f"{server.url}#tiny"), budget or Budget(100, 100_000), key, pause=0.01
    )
    return LanguageModel(connection, KeptAnswers(answers), told.append), told


def test_a_right_answer_becomes_an_opinion_with_its_quotes(server: ChatServer) -> None:
    server.will(RIGHT)
    judge, told = model(server, key="secret")
    (opinion,) = judge.opinions([pair()])
    assert opinion == Opinion(
        f"llm:{server.url}#tiny",
        agrees=0.0,
        contradicts=0.9,
        rationale="It sank.",
        a_evidence=Span(13, 32),
        b_evidence=Span(12, 32),
    )
    (asked,) = server.requests
    assert asked.path == "/v1/chat/completions"
    assert asked.key == "Bearer secret"
    assert asked.body["model"] == "tiny"
    assert asked.body["response_format"]["type"] == "json_schema"
    assert json.loads(asked.body["messages"][1]["content"]) == {"A": A, "B": B}
    assert judge.connection.budget.tokens == 42
    assert told == [
        f"sending 1 pair of sentences to {server.url} (model tiny); "
        "at most 100 calls and 100,000 tokens in all"
    ]
    assert "secret" not in repr(judge)


def test_nothing_is_sent_where_nothing_is_asked(server: ChatServer) -> None:
    judge, told = model(server)
    assert judge.opinions([]) == []
    assert (server.requests, told) == ([], [])


@pytest.mark.parametrize(
    "wrong",
    [
        "no JSON",
        "[]",
        "{}",
        answer("refutes", 0.9, "safe", "sunk"),
        answer("contradicts", 1.9, "safe", "sunk"),
        answer("contradicts", True, "safe", "sunk"),
        answer("contradicts", 0.9, "", ""),
        answer("contradicts", 0.9, "safe in most weathers", "sunk the ferry twice"),
        answer("agrees", 0.9, "safe in any weather", "sunk the ferry three times"),
        answer("contradicts", 0.9, "Storms have sunk", "safe in any weather"),
        RIGHT[:-2],
        RIGHT.replace('"reason"', '"excuse"'),
    ],
)
def test_an_answer_of_another_form_or_with_invented_quotes_is_none(
    server: ChatServer, wrong: str, tmp_path: Path
) -> None:
    server.will(wrong, RIGHT)
    judge, _ = model(server, answers=tmp_path / "answers.jsonl")
    first, second = judge.opinions([pair(), pair(b="Storms have sunk the ferry twice!")])
    assert first is None
    assert second is not None
    assert second.contradicts == 0.9
    assert len((tmp_path / "answers.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_neither_needs_no_quotes(server: ChatServer) -> None:
    server.will(answer("neither", 0.8, "", ""))
    (opinion,) = model(server)[0].opinions([pair()])
    assert opinion is not None
    assert (opinion.agrees, opinion.contradicts, opinion.a_evidence) == (0.0, 0.0, None)


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_busy_server_is_asked_again(server: ChatServer, status: int) -> None:
    server.will(status, status, RIGHT)
    judge, _ = model(server)
    (opinion,) = judge.opinions([pair()])
    assert opinion is not None
    assert len(server.requests) == judge.connection.budget.calls == 3


def test_a_server_that_stays_busy_is_given_up(server: ChatServer) -> None:
    server.will(*[503] * 50)
    judge, _ = model(server)
    assert judge.opinions([pair(), pair(b=A)]) == [None, None]
    assert len(server.requests) == 4, "where one question got no answer, no other is asked"


def test_a_dropped_connection_is_tried_again(server: ChatServer) -> None:
    server.will("drop", RIGHT)
    (opinion,) = model(server)[0].opinions([pair()])
    assert opinion is not None


def test_a_server_that_asks_to_wait_for_long_is_given_up(server: ChatServer) -> None:
    server.will((429, "3600"), RIGHT)
    assert model(server)[0].opinions([pair()]) == [None]
    assert len(server.requests) == 1


def test_a_slow_server_is_given_up(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.judges.llm.connection.TIMEOUT", 0.05)
    server.will(*["slow"] * 4)
    assert model(server)[0].opinions([pair()]) == [None]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (401, "answers 401: refused"),
        (404, "answers 404: refused"),
        (307, "answers 307"),
        ("text", "answers with something else than JSON"),
        ("other", "does not speak the protocol of chat completions"),
    ],
)
def test_a_server_that_refuses_ends_the_run_with_its_words(
    server: ChatServer, said: int | str, told: str
) -> None:
    server.will(said)
    with pytest.raises(JudgeError, match=told) as caught:
        model(server)[0].opinions([pair()])
    assert server.url in str(caught.value)
    assert len(server.requests) == 1


def test_an_address_where_nobody_listens_is_told(server: ChatServer) -> None:
    server.stop()
    with pytest.raises(JudgeError, match="cannot be reached"):
        model(server)[0].opinions([pair()])


@pytest.mark.parametrize("budget", [Budget(2, 100_000), Budget(100, 1_100)])
def test_the_budget_ends_the_questions(server: ChatServer, budget: Budget) -> None:
    server.will(*[RIGHT] * 10)
    server.tokens = 450
    judge, _ = model(server, budget=budget)
    found = judge.opinions([pair(a=f"{A} {number}") for number in range(5)])
    answered = sum(one is not None for one in found)
    assert 0 < answered == len(server.requests) == budget.calls < 5
    assert found[answered:] == [None] * (5 - answered)
    assert budget.calls <= budget.max_calls


def test_answers_are_kept_by_content(server: ChatServer, tmp_path: Path) -> None:
    kept = tmp_path / "answers.jsonl"
    server.will(RIGHT)
    (first,) = model(server, answers=kept)[0].opinions([pair()])
    again, told = model(server, answers=kept)
    assert again.opinions([pair()]) == [first]
    assert first is not None
    assert (len(server.requests), told) == (1, [])
    server.will(RIGHT)
    again.opinions([pair(a="The ferry is safe in any weather at sea.")])
    assert len(server.requests) == 2


def test_a_line_that_a_run_was_ended_in_is_asked_anew(server: ChatServer, tmp_path: Path) -> None:
    kept = tmp_path / "answers.jsonl"
    server.will(RIGHT, RIGHT)
    model(server, answers=kept)[0].opinions([pair(), pair(b=f"{B} Twice.")])
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(whole[:-20], encoding="utf-8")
    server.will(RIGHT)
    model(server, answers=kept)[0].opinions([pair(), pair(b=f"{B} Twice.")])
    assert len(server.requests) == 3
    assert kept.read_text(encoding="utf-8") == whole


def test_a_file_that_holds_no_answers_is_told(tmp_path: Path) -> None:
    kept = tmp_path / "answers.jsonl"
    kept.write_text('{"key": "x", "answer": "y"}\n[]\n', encoding="utf-8")
    with pytest.raises(JudgeError, match=r"answers\.jsonl, line 2: is no kept answer"):
        KeptAnswers(kept)


@pytest.mark.parametrize(
    "text",
    ["http://host/v1", "http://#tiny", "ftp://host#tiny", "http://[#tiny", "#tiny"],
)
def test_an_address_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(JudgeError, match="is not llm:URL#MODEL"):
        read_address(text)


@pytest.mark.parametrize("url", ["https://me:pass@host/v1", "https://host/v1?key=pass"])
def test_no_address_holds_a_password(url: str) -> None:
    with pytest.raises(JudgeError, match="FACTCHECK_LLM_KEY") as caught:
        read_address(f"{url}#tiny")
    assert "pass@" not in str(caught.value)
    assert "key=pass" not in str(caught.value)


def test_a_configuration_file_cannot_have_texts_sent(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(
        'judge = "llm:http://localhost:1/v1#tiny"\n', encoding="utf-8"
    )
    with pytest.raises(ConfigurationError, match="a judge that texts are sent to; give --judge"):
        load(None, tmp_path, environment={})
    address = "llm:http://localhost:1/v1#tiny"
    assert load(None, tmp_path.parent, environment={"FACTCHECK_JUDGE": address}).judge == address


def test_the_settings_choose_it_with_its_budget_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_LLM_KEY", "secret")
    settings = Settings(
        judge="llm:http://localhost:1/v1/#org/tiny:7b",
        max_calls=3,
        max_tokens=5,
        answers=str(tmp_path / "answers.jsonl"),
    )
    judge = second_judge(settings)
    assert isinstance(judge, LanguageModel)
    assert judge.name == "llm:http://localhost:1/v1#org/tiny:7b"
    assert judge.connection.key == "secret"
    assert judge.connection.budget == Budget(3, 5)
    assert "answers" not in settings.as_data()


def test_a_check_asks_it_about_what_the_rules_leave_open(
    server: ChatServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in (
        ("a.txt", "The harbour dues never hurt a wooden boat."),
        ("b.txt", "The harbour dues ruin every wooden boat."),
    ):
        (documents / name).write_text(text, encoding="utf-8")
    weights = tmp_path / "weights.toml"
    weights.write_text('[weights]\n"opinion.contradicts" = 2.0\n', encoding="utf-8")
    server.will(answer("contradicts", 0.9, "never hurt", "ruin", "Dues hurt or do not."))
    arguments = ["check", str(documents), "--judge", f"llm:{server.url}#tiny"]
    options = ["--calibration", str(weights), "--answers", str(tmp_path / "kept.jsonl")]
    with pytest.raises(SystemExit) as ended:
        main([*arguments, *options, "--format", "json"])
    told = capfd.readouterr()
    assert ended.value.code == 1
    assert f"factcheck: sending 1 pair of sentences to {server.url}" in told.err
    run = json.loads(told.out)
    (found,) = run["judgements"]
    assert (found["rule"], found["judge"]) == ("opinion", f"llm:{server.url}#tiny")
    assert (found["a_evidence"]["quote"], found["b_evidence"]["quote"]) == ("never hurt", "ruin")
    assert found["rationale"] == f"llm:{server.url}#tiny: Dues hurt or do not."
    assert run["judges"] == ["rules", f"llm:{server.url}#tiny"]
    with pytest.raises(SystemExit) as ended:
        main([*arguments, *options])
    told = capfd.readouterr()
    assert ended.value.code == 1
    assert told.err == "", "what was kept is not sent again"
    assert f"Beside the rules, llm:{server.url}#tiny was asked about 1 pair." in " ".join(
        told.out.split()
    )
