"""Which sentences state something that can be checked, and why the others do not."""

from __future__ import annotations

import re

from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.places import Places, within
from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon
from factcheck.model import Passage, PassageKind

_META = re.compile(
    r"(?i)^(?:in )?(?:this|the following|our) (?:article|page|post|guide|section|chapter|document"
    r"|report|paper|leaflet|overview|blog)\b[^.]*?\b(?:looks?|takes?|explains?|describes?|covers?"
    r"|explores?|discusses|examines?|provides?|will|we)\b"
    r"|^here (?:is|are)\b|^(?:read on|see (?:also|below|section|figure|table))\b"
    r"|^(?:let us|let['’]s)\b"
    r"|^what follows\b|^(?:this|the) (?:report|article|document|paper|leaflet|survey|guide|page) "
    r"(?:was|is|has been) (?:last )?(?:prepared|written|based|intended|meant|divided|produced"
    r"|reviewed|updated|revised|edited)\b"
)
_TELLS_READER = re.compile(
    r"(?i)^you (?:just |only |really |simply )*"
    r"(?:have to|should|must|need to|might want to|ought)\b"
)
NO_STATEMENT = "no statement"
"""The reason where nothing is predicated."""

_INSTRUCTING = frozenset(["always", "never", "simply"])
_FIRST_AND_SECOND = frozenset("you your yours we our us i my me".split())


def reason_to_skip(
    passage: Passage,
    text: str,
    tokens: list[Token],
    cues: Places,
    vocabulary: Vocabulary,
) -> str | None:
    """Return why a sentence is no checkable claim, or None where it is one.

    Reasons: ``heading``, ``question``, ``meta`` (about the document itself), ``call to action``,
    ``advertising``, ``advice``, ``no statement`` (nothing is predicated).
    """
    if passage.kind is PassageKind.HEADING:
        return "heading"
    if text.rstrip("”’\"') ").endswith("?"):
        return "question"
    if _META.search(text):
        return "meta"
    words = {token.lower for token in tokens}
    promotional = sum(1 for _ in within(cues, "promotional", 0, len(tokens)))
    if _imperative(tokens, vocabulary.lexicon):
        return "call to action" if promotional or words & _FIRST_AND_SECOND else "advice"
    if promotional and words & {"you", "your"}:
        return "advertising"
    if _TELLS_READER.match(text):
        return "advice"
    if promotional >= 2:
        return "advertising"
    if cues.get("advice") and not _ranks(tokens):
        return "advice"
    if not any(token.tag in "VXMPG" for token in tokens):
        return NO_STATEMENT
    return None


def _ranks(tokens: list[Token]) -> bool:
    """Return whether something is said to be the first of its kind: "it is the best way"."""
    return any(
        before.lemma == "be"
        and the.lower == "the"
        and (ranked.lower in {"best", "worst", "most"} or _superlative(ranked))
        for before, the, ranked in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _superlative(token: Token) -> bool:
    return token.tag == "A" and token.lower.endswith("est")


def _behind_fronted(tokens: list[Token]) -> list[Token]:
    """Return what a condition or purpose in front asks for: "If it rains, **shut the roof**"."""
    if not tokens or not (tokens[0].tag in "ST" or tokens[0].lower == "for"):
        return tokens
    comma = next((i for i, token in enumerate(tokens) if token.lower == ","), len(tokens))
    rest = tokens[comma + 1 :]
    stop = next((i for i, token in enumerate(rest) if token.tag in "SWC" or not token.is_word), 0)
    told = rest[1 : stop or len(rest)]
    asks = bool(told) and rest[0].tag in "VX-" and not any(token.tag == "M" for token in told)
    return rest if asks else tokens


def _imperative(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Return whether a sentence begins with a bare verb: "Turn …", "Do not turn …", "Be wary …"."""
    words = [token for token in _behind_fronted(tokens) if token.is_word][:3]
    opening = [word.lower for word in words[:2]]
    if opening in (["do", "not"], ["do", "n't"]) and words[2:] and words[2].tag in "VXN":
        return True
    if opening[:1] == ["be"] and len(words) > 1 and words[1].tag in "AP":
        return True
    words = words[:2]
    if len(words) == 2 and words[0].lower in _INSTRUCTING and words[1].lower in lexicon.noun_verbs:
        return True
    verb = next((word for word in words if word.lower not in _INSTRUCTING), None)
    return verb is not None and verb.tag == "V" and verb.lower == verb.lemma
