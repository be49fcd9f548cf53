"""The settings of a training, as a file that people read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from attrs import field, frozen, validators

from factcheck.errors import ConfigurationError
from factcheck.serialization.structuring import structured

_share = [validators.ge(0), validators.le(1)]
_positive = validators.gt(0)


@frozen
class Start:
    """Weights to start from.

    Attributes:
        package: a Python package that holds a model as ``model/model.safetensors``.
        sha256: of that file; other weights are refused.
    """

    package: str
    sha256: str


@frozen
class Recipe:
    """Everything that decides what comes of a training, but the rows.

    Attributes:
        start: the weights to start from where no folder is named.
        seed: of the order of rows, of what is swapped and of what is dropped.
        steps: batches in all.
        warm_up: steps in which the rate rises from zero.
        decay: steps at the end in which it falls to zero, in a straight line.
        learning_rate: in between.
        batch: rows of a batch.
        sorted_batches: batches that are cut from as many rows sorted by length.
        longest: tokens of a pair; what is longer is cut.
        swapped: share of contradictions that are read the other way round: they are mutual.
        smoothing: share of a label that is spread over all three.
        dropout: share of what passes a layer that is left out.
        weight_decay: of AdamW, for weights of two dimensions or more.
        clip: the norm that a gradient is cut to.
        frozen_embeddings: whether the words keep their vectors.
        bfloat16: whether most is multiplied in 16 bits: quicker on graphics processors and on
            processors with AVX-512 BF16 or AMX, slower on others.
        checkpoint: steps after which everything is saved.
        origins: how often the rows of an origin are read in a pass, 1 where none is given; a half
            means every other row, 0 leaves them out.
    """

    start: Start
    seed: int
    steps: int = field(validator=_positive)
    warm_up: int = field(validator=validators.ge(0))
    decay: int = field(validator=validators.ge(0))
    learning_rate: float = field(validator=_positive)
    batch: int = field(validator=_positive)
    sorted_batches: int = field(validator=_positive)
    longest: int = field(validator=[validators.ge(8), validators.le(512)])
    swapped: float = field(validator=_share)
    smoothing: float = field(validator=_share)
    dropout: float = field(validator=_share)
    weight_decay: float = field(validator=validators.ge(0))
    clip: float = field(validator=_positive)
    frozen_embeddings: bool
    bfloat16: bool
    checkpoint: int = field(validator=_positive)
    origins: Mapping[str, float] = field(factory=dict)

    def rate(self, step: int) -> float:
        """Return the learning rate of a step, counted from zero."""
        rising = (step + 1) / self.warm_up if step < self.warm_up else 1.0
        falling = (self.steps - step) / self.decay if self.decay else 1.0
        return self.learning_rate * min(1.0, rising, falling)


def read_recipe(path: Path | None = None) -> Recipe:
    """Return the recipe in a TOML file, or that of the model that is built from this project.

    Raises:
        ConfigurationError: the file is none; the message names every fault.
    """
    place = str(path or "the recipe")
    try:
        text = (path or files("factcheck.training").joinpath("recipe.toml")).read_text("utf-8")
        return structured(tomllib.loads(text), Recipe, place)
    except OSError as error:
        raise ConfigurationError(f"{place}: cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{place}: is no TOML: {error}.") from error
