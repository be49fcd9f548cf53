"""The training itself: one batch after the other, and what is saved on the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import field, frozen

from factcheck.errors import GoldError, JudgeError
from factcheck.judges.nli.folder import TOKENIZER
from factcheck.training.batches import Read, batches
from factcheck.training.network import folder_of, load_network, load_tokenizer, needed
from factcheck.training.recipe import Recipe
from factcheck.training.rows import Row

STATE = "state.pt"
"""The file that a training goes on from."""

Told = Callable[[int, int, float], None]
"""Told the steps that are done, those there are, and the mean loss since it was last told."""


def train(
    recipe: Recipe,
    rows: Sequence[Row],
    target: Path,
    start: Path | None = None,
    told: Told = lambda done, steps, loss: None,
    stop_at: int | None = None,
) -> bool:
    """Train a network and save it in ``target``; one that was broken off goes on where it was.

    On a processor, the same recipe, rows, start and number of threads give the same weights to the
    byte, broken off or not.

    Args:
        recipe: everything that decides what comes of it.
        rows: what it learns.
        target: a folder.
        start: a folder with weights to start from, in the place of those that the recipe names.
        told: told how it goes, whenever everything is saved.
        stop_at: the step to break off at.

    Returns:
        Whether it came to its end.

    Raises:
        ConfigurationError: what trains is not installed.
        GoldError: there are no rows, or the recipe leaves out all of them.
        JudgeError: there is no model to start from, or what was broken off is another training.
    """
    needed()
    if not rows:
        raise GoldError("there are no rows to train on.")
    folder = start or folder_of(recipe.start)
    tokenizer = load_tokenizer(folder, recipe)
    target.mkdir(parents=True, exist_ok=True)
    training = _Training(recipe, load_network(folder, recipe), _encoded(rows, tokenizer))
    name = _name(recipe, rows, folder)
    first = training.resume(target / STATE, name)
    lengths = [len(ids) for ids, _ in training.encoded[0]]
    losses: list[float] = []
    for step, batch in enumerate(batches(recipe, rows, lengths, first), first):
        if step == stop_at:
            training.save(target / STATE, name, step)
            return False
        losses.append(training.step(step, batch, [rows[read.number].label for read in batch]))
        done = step + 1
        if done % recipe.checkpoint == 0 or done == recipe.steps:
            training.save(target / STATE, name, done)
            told(done, recipe.steps, sum(losses) / len(losses))
            losses.clear()
    training.network.float().cpu().save_pretrained(target)
    shutil.copyfile(folder / TOKENIZER, target / TOKENIZER)
    return True


_Encoded = list[tuple[list[int], list[int]]]


def _encoded(rows: Sequence[Row], tokenizer: Any) -> tuple[_Encoded, _Encoded]:
    """Return the tokens of each row with the text that they belong to, both ways round."""
    pairs = [(row.premise, row.hypothesis) for row in rows]
    there = tokenizer.encode_batch(pairs)
    back = tokenizer.encode_batch([(b, a) for a, b in pairs])
    return [(e.ids, e.type_ids) for e in there], [(e.ids, e.type_ids) for e in back]


def _name(recipe: Recipe, rows: Sequence[Row], folder: Path) -> str:
    """Return what tells one training from another."""
    digest = sha256(repr((recipe, folder.resolve().name, len(rows))).encode())
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()


@frozen(eq=False)
class _Training:
    """A network with what changes it.

    The order of rows and what is dropped hang on the seed and the step alone, so that the weights
    and what the optimizer remembers are all there is to save.
    """

    recipe: Recipe
    network: Any
    encoded: tuple[_Encoded, _Encoded]
    device: str = field(init=False)
    optimizer: Any = field(init=False)

    @device.default
    def _choose(self) -> str:
        import torch

        device = "cuda" if torch.cuda.is_available() else "cpu"
        self.network.to(device).train()
        return device

    @optimizer.default
    def _make(self) -> Any:
        import torch

        learnt = [one for one in self.network.parameters() if one.requires_grad]
        return torch.optim.AdamW(
            [
                {
                    "params": [one for one in learnt if one.ndim > 1],
                    "weight_decay": self.recipe.weight_decay,
                },
                {"params": [one for one in learnt if one.ndim < 2], "weight_decay": 0.0},
            ],
            lr=self.recipe.learning_rate,
        )

    def step(self, step: int, batch: Sequence[Read], labels: Sequence[int]) -> float:
        """Learn from a batch, and return the loss before."""
        import torch

        recipe = self.recipe
        torch.manual_seed(recipe.seed * 1_000_003 + step)
        for group in self.optimizer.param_groups:
            group["lr"] = recipe.rate(step)
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=recipe.bfloat16):
            logits = self.network(**self._tensors(batch)).logits
        wanted = torch.tensor(labels, device=self.device)
        loss = torch.nn.functional.cross_entropy(
            logits.float(), wanted, label_smoothing=recipe.smoothing
        )
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), recipe.clip)
        self.optimizer.step()
        return float(loss.item())

    def _tensors(self, batch: Sequence[Read]) -> dict[str, Any]:
        import torch

        pairs = [self.encoded[read.swapped][read.number] for read in batch]
        longest = max(len(ids) for ids, _ in pairs)

        def padded(rows: Sequence[Sequence[int]], filling: int = 0) -> Any:
            filled = [[*row, *[filling] * (longest - len(row))] for row in rows]
            return torch.tensor(filled, device=self.device)

        return {
            "input_ids": padded([ids for ids, _ in pairs], self.network.config.pad_token_id or 0),
            "attention_mask": padded([[1] * len(ids) for ids, _ in pairs]),
            "token_type_ids": padded([types for _, types in pairs]),
        }

    def save(self, path: Path, name: str, step: int) -> None:
        """Save everything; a file that is there is replaced whole or not at all."""
        import torch

        held = {
            "name": name,
            "step": step,
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(held, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path, name: str) -> int:
        """Take over what was saved, and return the step to go on with."""
        import torch

        if not path.is_file():
            return 0
        held = torch.load(path, map_location=self.device, weights_only=True)
        if held["name"] != name:
            raise JudgeError(
                f"{path}: belongs to a training with another recipe, other rows or another start; "
                "remove it, or name another folder."
            )
        self.network.load_state_dict(held["network"])
        self.optimizer.load_state_dict(held["optimizer"])
        return int(held["step"])
