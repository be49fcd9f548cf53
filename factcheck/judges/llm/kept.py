"""Answers that are kept in a file, so that no question is paid for twice."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from attrs import define, field

from factcheck.errors import JudgeError
from factcheck.judges.llm.address import Address
from factcheck.judges.llm.question import VERSION


def key_of(address: Address, a: str, b: str) -> str:
    """Return what an answer is kept under: everything that it may hang on."""
    content = json.dumps([VERSION, address.url, address.model, a, b])
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


@define
class KeptAnswers:
    """Answers by their keys, in memory and, where there is a path, in a file of JSON Lines."""

    path: Path | None
    _known: dict[str, str] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        if self.path is None or not self.path.exists():
            return
        *lines, last = self.path.read_text(encoding="utf-8").split("\n")
        if last:
            # The line that a run was ended in is not whole.
            self.path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        for number, line in enumerate(lines, 1):
            try:
                entry = json.loads(line)
                self._known[entry["key"]] = entry["answer"]
            except (ValueError, TypeError, KeyError) as error:
                raise JudgeError(f"{self.path}, line {number}: is no kept answer.") from error

    def of(self, key: str) -> str | None:
        """Return the answer under a key, if there is one."""
        return self._known.get(key)

    def keep(self, key: str, answer: str) -> None:
        """Keep an answer."""
        self._known[key] = answer
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"key": key, "answer": answer}) + "\n")
