"""Put a trained model into this package, and what was measured of it into its card.

``python fill.py EXPORTED MEASURED.json WHOLE.json``: the folder that ``factcheck train export``
wrote, and what ``factcheck train measure`` wrote of it and of the same model with weights of 32
bits. The folder's ``calibration.toml`` comes along where there is one.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import JudgeError
from factcheck.judges.nli import read_folder

HERE = Path(__file__).parent
PACKAGE = "factcheck_nli_mini"
CARD = "MODEL_CARD.md"
FIGURES = "figures.json"
FILES = ("model.onnx", "config.json", "tokenizer.json", "calibration.toml")
MARKED = re.compile(r"(?s)(<!-- figures -->\n).*?(<!-- end of figures -->)")


def fill(exported: Path, measured: Path, whole: Path, project: Path = HERE) -> None:
    """Copy the model, and write the card's table from the files that measuring wrote.

    Raises:
        JudgeError: the folder holds no model, or the figures are those of another one.
    """
    figures = json.loads(measured.read_text(encoding="utf-8"))
    held = read_folder(exported).name.partition("@")[2]
    if figures["model"].partition("@")[2] != held:
        raise JudgeError(f"{measured}: holds figures of {figures['model']}, not of {exported}.")
    target = project / PACKAGE
    for name in FILES:
        (target / name).unlink(missing_ok=True)
        if (exported / name).is_file():
            shutil.copyfile(exported / name, target / name)
    compared = {"int8": figures, "fp32": json.loads(whole.read_text(encoding="utf-8"))}
    (target / FIGURES).write_text(json.dumps(compared, indent=1) + "\n", encoding="utf-8")
    card = (project / CARD).read_text(encoding="utf-8")
    size = (target / "model.onnx").stat().st_size
    table = "\n".join(_table(compared, size))
    (project / CARD).write_text(
        MARKED.sub(lambda found: f"{found[1]}{table}\n{found[2]}", card), encoding="utf-8"
    )


def _table(compared: Mapping[str, Any], size: int) -> list[str]:
    small, whole = compared["int8"], compared["fp32"]
    rows = [
        "| set | pairs | accuracy | contradiction, precision / recall | accuracy in 32 bits |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, found in small["sets"].items():
        told = " / ".join(
            "–" if found[key] is None else f"{found[key]:.3f}" for key in ("precision", "recall")
        )
        other = whole["sets"][name]["accuracy"]
        rows.append(
            f"| {name} | {found['rows']} | {found['accuracy']:.3f} | {told} | {other:.3f} |"
        )
    speed = f"{small['pairs_per_second']:.0f} pairs a second of processor time in one direction"
    return [
        *rows,
        "",
        f"{size / 1e6:.1f} MB; {speed} ({whole['pairs_per_second']:.0f} in 32 bits).",
    ]


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    try:
        fill(*map(Path, sys.argv[1:]))
    except JudgeError as error:
        sys.exit(str(error))
