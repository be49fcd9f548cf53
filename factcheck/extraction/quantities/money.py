"""Currency signs and codes before an amount."""

from __future__ import annotations

import unicodedata

from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Unit


def currency_before(
    words: Words, at: int, grammar: Grammar, floor: int
) -> tuple[int, Unit, str] | None:
    """Return the first token, the unit and the text of a currency sign that ends before a token."""
    sign = at - 1
    if sign < floor:
        return None
    written = words.words[sign]
    if len(written) == 1 and unicodedata.category(written) == "Sc":
        if sign - 1 >= floor and words.glued(sign) and words.alphabetic(sign - 1):
            prefixed = words.between(sign - 1, at)
            found = grammar.units.get(prefixed)
            unit = found if found is not None else Unit(f"money:{prefixed.lower()}", 1.0)
            return sign - 1, unit, prefixed
        listed = grammar.units.get(written)
        return sign, listed if listed is not None else Unit(f"money:{written}", 1.0), written
    if len(written) == 3 and written.isupper():
        coded = grammar.units.get(written) or grammar.units.get(written.lower())
        if coded is not None and coded.scale.startswith("money:"):
            return sign, coded, written
    return None
