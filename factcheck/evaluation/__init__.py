"""How good findings are: gold files, matching, and figures."""

from factcheck.evaluation.gold import Gold, load_gold
from factcheck.evaluation.metrics import Scores, score
from factcheck.evaluation.pairs import Prediction, TextPair, predictions, read_pairs

__all__ = [
    "Gold",
    "Prediction",
    "Scores",
    "TextPair",
    "load_gold",
    "predictions",
    "read_pairs",
    "score",
]
