"""Whether a clause tells that something is on or off."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
from factcheck.extraction.tokens import Token

_STATES = frozenset(["on", "off"])
_SWITCHING = frozenset(["switch", "turn"])
_OPENING_PHRASES = frozenset("DNAOQ#%G")


def switched(tokens: list[Token], clause: Clause) -> str:
    """Return "on" or "off" where a clause says so of its subject, and "" elsewhere.

    "The lamp is **off** at night" does; "the lamp is on the table", "is off the coast" and "he
    switched off the lamp" do not.
    """
    verb = clause.verb
    if verb is None or not (
        verb.copula or (verb.passive and tokens[verb.main].lemma in _SWITCHING)
    ):
        return ""
    place = verb.last + 1
    while verb.copula and place < clause.end and tokens[place].tag == "R":
        place += 1
    if place >= clause.end or tokens[place].lower not in _STATES:
        return ""
    goes_on = place + 1 < clause.end and tokens[place + 1].tag in _OPENING_PHRASES
    return "" if goes_on else tokens[place].lower
