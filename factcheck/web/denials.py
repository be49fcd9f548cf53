"""The words that deny something, wherever they stand and whatever they come to together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.lexicon import load


def denying(packs: Sequence[str]) -> re.Pattern[str]:
    """Return what finds the words that deny something by the packs of a run.

    >>> denying(("english",)).findall("It isn't free of charge, nor is it dear.")
    ["isn't", 'free of', 'nor']
    """
    return _denying(tuple(packs))


@cache
def _denying(packs: tuple[str, ...]) -> re.Pattern[str]:
    lexicon = load(packs)
    known = lexicon.negators | lexicon.negative_determiners | lexicon.negative_prepositions
    longest = sorted(known, key=lambda words: (-len(words), words))
    alternatives = "|".join(r"\s+".join(map(re.escape, words.split())) for words in longest)
    return re.compile(rf"\b(?:{alternatives}|\w+n['’]t)\b", re.IGNORECASE)
