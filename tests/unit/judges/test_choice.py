"""Which judge is chosen, and from where."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import ConfigurationError
from factcheck.settings import Settings, load


def test_the_path_of_a_model_is_seen_from_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('judge = "nli:models/own"\n', encoding="utf-8")
    below = tmp_path / "below"
    below.mkdir()
    settings = load(None, below, environment={})
    assert settings.judge == f"nli:{tmp_path.resolve() / 'models' / 'own'}"
    assert load(None, below, environment={"FACTCHECK_JUDGE": "rules"}).judge == "rules"
    assert load(None, below, flags={"judge": "nli:here"}, environment={}).judge == "nli:here"


def test_the_key_of_a_language_model_is_no_slip_for_a_setting(tmp_path: Path) -> None:
    assert load(None, tmp_path, environment={"FACTCHECK_LLM_KEY": "secret"}).judge == "rules"


@pytest.mark.parametrize(
    "judge", ["", "nlix", "nli:", "llm:", "llm:#x", "llm:http://host", "gpt:x", 1]
)
def test_another_judge_is_refused(judge: object) -> None:
    with pytest.raises(ConfigurationError, match="give rules, nli, nli:PATH or llm:URL#MODEL"):
        Settings(judge=judge)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["max_opinions", "max_calls", "max_tokens"])
def test_bounds_are_whole_numbers_from_one_on(name: str) -> None:
    for value in (0, 1.5, True):
        with pytest.raises(ConfigurationError, match="a whole number, 1 or more"):
            Settings(**{name: value})  # type: ignore[arg-type]
