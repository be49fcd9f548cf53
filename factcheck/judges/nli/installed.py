"""The model that comes as a package of its own."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from attrs import evolve

from factcheck.errors import ConfigurationError
from factcheck.judges.nli.folder import ModelFolder, read_folder

DISTRIBUTION = "factcheck-nli-mini"
"""The package with the model that is built from this project."""


def installed_path() -> Path | None:
    """Return the folder of the installed model; None where there is none."""
    found = find_spec(DISTRIBUTION.replace("-", "_"))
    return Path(found.origin).parent if found is not None and found.origin else None


def installed_folder() -> ModelFolder:
    """Return the installed model, named by its package, version and content.

    Raises:
        ConfigurationError: it is not installed; the message says what to install.
        JudgeError: the package does not hold a whole model.
    """
    path = installed_path()
    if path is None:
        raise ConfigurationError(
            f"--judge nli: no model is installed; install the package {DISTRIBUTION}, or name a "
            "folder with a model: nli:PATH."
        )
    folder = read_folder(path)
    try:
        known = f"{DISTRIBUTION}-{version(DISTRIBUTION)}"
    except PackageNotFoundError:
        known = DISTRIBUTION  # a folder on the path, not installed as a package
    return evolve(folder, name=f"nli:{known}@{folder.name.rpartition('@')[2]}")
