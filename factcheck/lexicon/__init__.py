"""Facts about words: negation, change, degrees, units and more, as data in TOML packs."""

from factcheck.lexicon.loader import builtin_packs, check, load
from factcheck.lexicon.schema import Degree, Lexicon, Unit

__all__ = ["Degree", "Lexicon", "Unit", "builtin_packs", "check", "load"]
