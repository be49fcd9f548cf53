"""Judges beside the rules, asked for a second opinion where one is chosen.

None of them is loaded, and nothing that they need is imported, unless the settings choose it.
"""

from factcheck.judges.choice import second_judge, weights_of

__all__ = ["second_judge", "weights_of"]
