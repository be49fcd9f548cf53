"""Who may import whom, and what importing the package may cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
CONTRACTS = Path(__file__).with_name("imports.toml")
PACKAGE = ROOT / "factcheck"

# Each of these takes longer to import than the whole package may, or is needed by few runs.
HEAVY = (
    "httpx",
    "onnxruntime",
    "scipy",
    "tokenizers",
    "networkx",
    "jinja2",
    "click",
    "cattrs",
    "nupunkt",
    "markdown_it",
    "charset_normalizer",
)
BUDGET_SECONDS = 0.150
VAGUE = frozenset({"util", "utils", "helper", "helpers", "common", "misc", "base", "shared", "lib"})


def fresh(program: str) -> str:
    """Run a program in an interpreter that has imported nothing yet."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.strip()


def test_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    code = lint_imports(config_filename=str(CONTRACTS), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def test_importing_the_package_imports_nothing_heavy() -> None:
    loaded = fresh(
        f"import sys, factcheck; print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert loaded == "[]"


def test_importing_the_package_is_quick() -> None:
    program = (
        "import time; start = time.perf_counter(); import factcheck; "
        "print(time.perf_counter() - start)"
    )
    # The fastest of several, since whatever else the machine does can only slow one down.
    assert min(float(fresh(program)) for _ in range(5)) < BUDGET_SECONDS


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [
        str(path.relative_to(ROOT))
        for path in sorted(PACKAGE.rglob("*.py"))
        if VAGUE & {path.stem.strip("_"), path.parent.name}
    ]
    assert vague == []


def test_the_package_is_typed_and_brings_its_data() -> None:
    packs = fresh(
        "from importlib.resources import files; root = files('factcheck'); "
        "print((root / 'py.typed').is_file(), (root / 'lexicon' / 'packs').is_dir())"
    )
    assert packs == "True True"
