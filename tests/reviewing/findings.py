"""Documents with findings of several rules and stances."""

from __future__ import annotations

from factcheck.model import Stance

TEXTS = {
    "a.txt": "The mast is 30 m high. The dam was opened in 1932. The bridge is 500 m long. "
    "The lock was built in 1899. Visitors may enter the tower. The mill was closed in 1950.\n",
    "b.txt": "The mast is 40 m high. The dam was opened in 1951. The bridge is 650 m long. "
    "The lock was built in 1910. Visitors should not enter the tower. "
    "The mill was closed in 1961.\n",
    "c.txt": "The mast is 40 m high.\n",
}

QUESTIONS = {
    "mast": Stance.CONTRADICTS,
    "bridge": Stance.CONTRADICTS,
    "dam": Stance.CONTRADICTS,
    "lock": Stance.CONTRADICTS,
    "mill": Stance.CONTRADICTS,
    "visitors": Stance.QUALIFIES,
}
"""A word of the topic of each finding, with its stance."""
