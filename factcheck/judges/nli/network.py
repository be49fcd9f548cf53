"""The network itself: pairs of texts in, a probability for each class out."""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from factcheck.errors import ConfigurationError, JudgeError
from factcheck.judges.nli.folder import ModelFolder

if TYPE_CHECKING:
    import numpy
    from tokenizers import Encoding, Tokenizer

BATCH = 512
"""Tokens of a batch, padding included; larger ones are no faster on a processor."""

_INPUTS = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
_TYPES = {"tensor(int64)": "int64", "tensor(int32)": "int32"}
_SCALED_BY_BATCH = b"DynamicQuantizeLinear"
"""The operator that scales numbers by the largest of a batch."""


@frozen
class Network:
    """A cross-encoder that is loaded where it is first asked.

    Attributes:
        folder: where it lies.
        threads: how many processors it may use; 0 for as many as there are.
    """

    folder: ModelFolder
    threads: int = field(default=0, eq=False)

    def probabilities(self, texts: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """Return how likely the first text entails, leaves open and contradicts the second.

        Pairs of like length go through together. One at a time does where the network scales
        numbers by the largest of a batch: what it says of a pair may not hang on its neighbours.
        """
        import numpy as np

        encoded = self._tokenizer.encode_batch(list(texts))
        found = np.zeros((len(encoded), 3))
        for places in self._batches([len(one.ids) for one in encoded]):
            found[places] = self._run([encoded[place] for place in places])
        odds = np.exp(found - found.max(axis=1, keepdims=True)) if len(encoded) else found
        shares = odds / odds.sum(axis=1, keepdims=True)
        classes = self.folder.classes
        ordered = shares[:, [classes.entailment, classes.neutral, classes.contradiction]]
        return [(float(one), float(other), float(last)) for one, other, last in ordered]

    def _batches(self, lengths: Sequence[int]) -> Iterator[list[int]]:
        """Yield the places of pairs that go through together, the shortest first."""
        batch: list[int] = []
        for place in sorted(range(len(lengths)), key=lambda place: (lengths[place], place)):
            full = (len(batch) + 1) * lengths[place] > BATCH
            if batch and (full or self._scales_by_batch):
                yield batch
                batch = []
            batch.append(place)
        if batch:
            yield batch

    def _run(self, encoded: Sequence[Encoding]) -> numpy.ndarray[Any, Any]:
        import numpy as np

        longest = max(len(one.ids) for one in encoded)
        given = {}
        for each in self._session.get_inputs():
            filling = self.folder.padding if each.name == "input_ids" else 0
            rows = [
                row + [filling] * (longest - len(row))
                for row in (getattr(one, _INPUTS[each.name]) for one in encoded)
            ]
            given[each.name] = np.array(rows, dtype=_TYPES[each.type])
        return np.asarray(self._session.run(None, given)[0])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self.folder.tokenizer))
        except Exception as error:  # the library raises nothing more particular
            raise JudgeError(f"{self.folder.tokenizer}: cannot be read: {error}") from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.folder.longest)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(
                str(self.folder.graph), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the errors of the library have no common base but this
            raise JudgeError(f"{self.folder.graph}: cannot be loaded: {error}") from error
        for each in session.get_inputs():
            if each.name not in _INPUTS or each.type not in _TYPES:
                raise JudgeError(
                    f"{self.folder.graph}: takes {each.name!r} ({each.type}), which a model that "
                    "reads two texts does not."
                )
        width = session.get_outputs()[0].shape[-1]
        if width != 3:
            raise JudgeError(f"{self.folder.graph}: puts out {width} numbers for a pair, not 3.")
        return session

    @cached_property
    def _scales_by_batch(self) -> bool:
        with (
            self.folder.graph.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
        ):
            return content.find(_SCALED_BY_BATCH) >= 0


def needed() -> None:
    """Raise where what runs a network is not installed.

    Raises:
        ConfigurationError: it is not; the message names the extra to install.
    """
    from importlib.util import find_spec

    missing = [name for name in ("onnxruntime", "tokenizers", "numpy") if find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"--judge nli needs {' and '.join(missing)}: pip install 'factcheck[nli]'"
        )
