"""The folder that training writes."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import JudgeError
from factcheck.judges.nli.folder import CONFIG, TOKENIZER

BESIDE = (CONFIG, TOKENIZER)
"""The files that stand beside weights or a graph."""


def require(folder: Path, *names: str) -> None:
    """Raise where files of a trained network are missing.

    Raises:
        JudgeError: one is; the message names the folder and the files.
    """
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise JudgeError(f"{folder}: has no {' and no '.join(missing)}; give what training wrote.")
