"""What the words of a clause before a word are, as they have been read."""

from __future__ import annotations

from factcheck.extraction.function_words import COLLECTIVES
from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon


def previous(done: list[Token]) -> Token | None:
    """Return the last token that is no adverb, negator or adverbs' conjunction."""
    for index in range(len(done) - 1, -1, -1):
        token = done[index]
        joins_adverbs = token.tag == "C" and (
            0 < index < len(done) - 1 and done[index - 1].tag == done[index + 1].tag == "R"
        )
        if token.tag not in "R-" and not joins_adverbs:
            return token
    return None


def in_fronted_phrase(done: list[Token]) -> bool:
    """Return whether a clause has only a phrase so far: "In its last **forecasts** for"."""
    clause = done[clause_start(done) :]
    if not clause or clause[0].tag != "I":
        return False
    noun = next((i for i, token in enumerate(clause) if token.tag in "N#"), len(clause))
    return all(token.tag in "NAIG" for token in clause[noun + 1 :])


def plural_head(done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether the clause so far is one noun phrase with a plural head."""
    clause = done[clause_start(done) :]
    head = next((i for i, token in enumerate(clause) if token.tag in "NO"), None)
    if head is None or any(token.tag in "VXMIW" for token in clause[:head]):
        return False
    return is_plural(clause[head], lexicon) and all(t.tag not in "VXMW" for t in clause)


def joined_nouns(done: list[Token]) -> bool:
    """Return whether the last noun is joined to another: "tea and cocoa"."""
    index = len(done) - 1
    while index > 0 and done[index].tag in "NAD#":
        index -= 1
    return index > 0 and done[index].lower == "and" and done[index - 1].tag in "N"


def predicate_added(done: list[Token], form: str, lexicon: Lexicon) -> bool:
    """Return whether a verb behind ", and" goes on about the subject: "…, and **runs** to"."""
    if len(done) < 2 or done[-1].tag != "C" or done[-2].lower != ",":
        return False
    begin = max(i for i, token in enumerate(done) if token.tag in "VXM")
    commas = [i for i in range(begin, len(done) - 2) if done[i].lower == ","]
    if any(done[i + 1].lower not in {"a", "an"} for i in commas):
        return False
    head = next((i for i in range(begin) if done[i].tag in "NO"), None)
    if head is None or any(token.tag == "I" for token in done[:head]):
        return False
    return form == ("base" if is_plural(done[head], lexicon) else "s")


def is_plural(noun: Token, lexicon: Lexicon) -> bool:
    """Return whether a noun is plural by its form."""
    if noun.lower in COLLECTIVES:
        return True
    if noun.lower in lexicon.irregular and not noun.lower.endswith("s"):
        return True
    return noun.has_plural_ending


def of_them(done: list[Token]) -> bool:
    """Return whether some of what was named gets a participle: ", all of them **built** in"."""
    words = [token.lower for token in done]
    part = words[-2:] == ["of", "them"] and "," in words[-5:-2]
    return part and any(token.tag in "VX" for token in done)


def in_apposition(done: list[Token], clause: list[Token]) -> bool:
    """Return whether a noun phrase behind a comma tells what the one before it is."""
    begin = len(done) - len(clause)
    return (
        begin > 1
        and done[begin - 1].lower == ","
        and clause[0].lower in {"a", "an", "one"}
        and done[begin - 2].tag == "N"
        and any(token.tag in "VX" for token in done[:begin])
    )


def under_auxiliary(done: list[Token]) -> bool:
    """Return whether the last verb is a participle whose auxiliary a second one can share."""
    verbs = [index for index, token in enumerate(done) if token.tag in "VPX"]
    if not verbs or done[verbs[-1]].tag != "P":
        return False
    return any(token.tag == "X" for token in done[max(0, verbs[-1] - 3) : verbs[-1]])


def clause_start(done: list[Token]) -> int:
    """Return where the clause begins that is being read."""
    for index in range(len(done) - 1, -1, -1):
        if done[index].tag in "SW" or done[index].lower in {";", ":", "—", ",", "("}:
            return index + 1
        if done[index].tag == "C" and index + 1 < len(done) and done[index + 1].tag in "DO":
            return index + 1
    return 0
