"""Which judge the settings choose beside the rules."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.protocols import SecondJudge
from factcheck.settings import Settings

KEY = "FACTCHECK_LLM_KEY"
"""The environment variable with the key that a language model is asked with."""

WEIGHTS = "calibration.toml"
"""The file in the folder of a model that says how sure findings are that it has a part in."""


def second_judge(settings: Settings) -> SecondJudge | None:
    """Return the judge that gives a second opinion; None where the rules judge alone.

    Raises:
        ConfigurationError: an extra that the judge needs is not installed.
        JudgeError: there is no such model, or it is none that can judge.
    """
    kind, _, named = settings.judge.partition(":")
    if kind == "nli":
        from factcheck.judges.nli import CrossEncoder, installed_folder, read_folder

        folder = read_folder(Path(named)) if named else installed_folder()
        return CrossEncoder(folder, threads=settings.jobs)
    if kind == "llm":
        return _language_model(named, settings)
    return None


def _language_model(named: str, settings: Settings) -> SecondJudge:
    from factcheck.judges.llm import LanguageModel, read_address
    from factcheck.judges.llm.connection import Budget, Connection
    from factcheck.judges.llm.kept import KeptAnswers

    budget = Budget(settings.max_calls, settings.max_tokens)
    connection = Connection(read_address(named), budget, os.environ.get(KEY, ""))
    return LanguageModel(
        connection, KeptAnswers(Path(settings.answers) if settings.answers else None)
    )


def weights_of(settings: Settings) -> str:
    """Return the path of the weights of confidence that come with a model; empty where none do."""
    kind, _, named = settings.judge.partition(":")
    if kind != "nli":
        return ""
    from factcheck.judges.nli import installed_path

    folder = Path(named) if named else installed_path()
    path = folder / WEIGHTS if folder is not None else None
    return str(path) if path is not None and path.is_file() else ""
