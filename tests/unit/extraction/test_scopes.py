"""What denies or doubts, and how far it reaches: ``[…]`` is the scope, ``<…>`` the cue."""

from __future__ import annotations

import re

import pytest
from claim_reading import LEXICON

from factcheck.extraction.clauses import clauses
from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.scopes import scoped
from factcheck.extraction.tagging import tag
from factcheck.extraction.tokens import tokenise
from factcheck.lexicon.terms import Terms
from factcheck.model import CueKind

VOCABULARY = Vocabulary(Terms(LEXICON))


def marked(kind: CueKind, text: str) -> list[str]:
    """Return the sentence once for each cue of a kind, with the marks put in."""
    tokens = tag(tokenise(text, 0, len(text)), LEXICON)
    out = []
    for one in scoped(tokens, clauses(tokens, LEXICON), VOCABULARY.cues.places(tokens), VOCABULARY):
        if one.kind is kind:
            marks = [
                (tokens[one.scope.start].start, 0, "["),
                (tokens[one.cue.start].start, 1, "<"),
                (tokens[one.cue.end - 1].end, 2, ">"),
                (tokens[one.scope.end - 1].end, 3, "]"),
            ]
            done = text
            for place, _, mark in sorted(marks, reverse=True):
                done = done[:place] + mark + done[place:]
            out.append(done)
    return out


def plain(text: str) -> str:
    return re.sub(r"[\[\]<>]", "", text)


@pytest.mark.parametrize(
    "expected",
    [
        # An auxiliary, an adverb or a verb: to the end of the clause.
        "The ferry does [<not> sail in winter], because the bay freezes.",
        "The miners [<never> found silver in the hills] but they found lead.",
        "The pump [<failed> to start on Monday], and the field was flooded.",
        "The crew was [<unable> to close the gate].",
        "The guide [<lacks> a map of the caves].",
        "Boats can[<not> enter the harbour and unload at low tide].",
        # A passive predicate: with its subject.
        "[The letter was <not> found in the archive], although many searched.",
        "The roof was repaired and [was <not> damaged again].",
        # A determiner: its noun phrase; as subject, the whole clause.
        "The survey found [<no> trace of oil].",
        "[<No> bird breeds on the rock], while goats live there.",
        "[<Neither> team scored before the break].",
        "[<None> of the wells dried up].",
        # A preposition and a noun: their complement.
        "They crossed the desert [<without> a guide].",
        "The lamp burned whale oil [<rather than> gas].",
        "A [<lack> of rain] ruined the harvest.",
        "Moss grows in the [<absence> of light].",
        # A contrast: the phrase that is set aside.
        "The coin is made of silver but [<not> of gold].",
    ],
)
def test_a_denial_reaches_what_it_governs(expected: str) -> None:
    expected = expected.replace("can[<not>", "[<cannot>")
    assert marked(CueKind.NEGATION, plain(expected)) == [expected]


def test_neither_and_nor_share_their_scope() -> None:
    assert marked(CueKind.NEGATION, "Neither salt nor sugar was sold here.") == [
        "[<Neither> salt nor sugar was sold here].",
        "[Neither salt <nor> sugar was sold here].",
    ]


@pytest.mark.parametrize(
    "expected",
    [
        "The dam [<may> leak in spring], but it holds.",
        "[The wall <appears> to be Roman].",
        "[The herb is <thought> to ease pain].",
        "These finds [<suggest> that the town was larger].",
        "They left early, [<probably> by boat].",
        "The survey named a [<possible> cause of the fire].",
        "It is [<unclear> who built the bridge].",
        "Nobody asked [<whether> the well was deep].",
    ],
)
def test_a_doubt_reaches_what_it_governs(expected: str) -> None:
    assert marked(CueKind.SPECULATION, plain(expected)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The path is not only steep but slippery.",
        "The mill is no doubt old.",
        "The hall seats no more than ninety people.",
        "The bill prevents fraud.",
        "The bank stopped the payment.",
        "The notch in the blade is deep.",
    ],
)
def test_what_denies_nothing_is_no_cue(text: str) -> None:
    assert marked(CueKind.NEGATION, text) == []


@pytest.mark.parametrize(
    "text", ["The fair was held in May 1968.", "The divers could not see the wreck."]
)
def test_what_leaves_no_doubt_is_no_cue(text: str) -> None:
    assert marked(CueKind.SPECULATION, text) == []
