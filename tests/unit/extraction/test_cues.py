"""Denied or affirmed, and how firmly, each with the deciding words."""

from __future__ import annotations

import pytest
from claim_reading import claims, only, wrong

from factcheck.model import Certainty, Polarity


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The drill does not damage the enamel.", "not"),
        ("The drill doesn't damage the enamel.", "n't"),
        ("The drill doesn’t damage the enamel.", "n’t"),
        ("The volcano never erupted.", "never"),
        ("The mine no longer produces silver.", "no longer"),
        ("The bridge cannot carry lorries.", "cannot"),
        ("No ship survived the storm.", "No"),
        ("Neither team scored before the break.", "Neither"),
        ("The alarm failed to ring.", "failed"),
        ("The vaccine is unable to stop transmission.", "unable"),
        ("Ice is not a metal.", "not"),
        ("The road was not built by prisoners.", "not"),
        ("None of the ships returned.", "None"),
        ("Nobody reached the summit.", "Nobody"),
        ("Nothing grows on the summit.", "Nothing"),
        ("Hardly any birds breed on the island.", "Hardly"),
        ("Not a single window survived the blast.", "Not"),
        ("The survey found no cracks.", "no"),
        ("The farm pays no rent to the abbey.", "no"),
        pytest.param(
            "The town lacks a hospital.",
            "lacks",
            marks=wrong("“lack” as the main verb denies nothing"),
        ),
        ("The company refused to pay the fine.", "refused"),
        ("The tax is not popular.", "not"),
    ],
)
def test_denied(sentence: str, cue: str) -> None:
    claim = only(sentence)
    assert claim.polarity is Polarity.NEGATED
    assert claim.negation is not None
    assert claim.negation.text == cue
    assert claim.negation.span.of(sentence) == cue


@pytest.mark.parametrize(
    "sentence",
    [
        "The drill damages the enamel.",
        "The soup thickens without flour.",
        "The pump did not fail to start.",
        "The method is not without risks.",
        "The ferry sails not on Mondays but on Thursdays.",
        "The hall seats no more than ninety people.",
        "The cliff is not only steep but dangerous.",
        "The law not only lowers taxes but also simplifies the forms.",
        "The plan is no doubt costly.",
        "The bridge is no more than 40 metres long.",
        "The rule applies whether or not the ship is docked.",
        "The route through the notch is open.",
        "The ferry carries no fewer than 600 passengers.",
        "The rule prevents accidents.",
    ],
)
def test_affirmed(sentence: str) -> None:
    claim = claims(sentence)[0] if claims(sentence) else None
    assert claim is not None
    assert claim.polarity is Polarity.AFFIRMED
    assert claim.negation is None


@pytest.mark.parametrize(
    ("sentence", "denied", "affirmed"),
    [
        ("The tower leans, but it does not sink.", "sink", "leans"),
        ("The judge did not grant bail but reduced the fine.", "bail", "fine"),
        ("The crew left because the alarm did not ring.", "ring", "left"),
        (
            "The dam, which was never finished, still holds water.",
            "finished",
            "holds",
        ),
        ("Iron corrodes, while gold does not melt.", "melt", "corrodes"),
    ],
)
def test_a_denial_reaches_its_own_statement_only(sentence: str, denied: str, affirmed: str) -> None:
    found = {claim.polarity: claim for claim in claims(sentence)}
    assert set(found) == {Polarity.NEGATED, Polarity.AFFIRMED}
    assert denied in found[Polarity.NEGATED].text
    assert affirmed in found[Polarity.AFFIRMED].text


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("The tariff may raise prices.", "may"),
        ("The tariff might not raise prices.", "might"),
        ("The bone could be a tool.", "could"),
        ("The comet probably formed beyond Neptune.", "probably"),
        ("The crater appears to be young.", "appears"),
        ("The compound is believed to slow ageing.", "believed"),
        ("The dam is thought to have caused the earthquake.", "thought"),
        ("Fog is likely to delay flights.", "likely"),
        ("Perhaps the ore was too poor.", "Perhaps"),
        ("The ruin is possibly Roman.", "possibly"),
        ("It is unclear whether the ruin is Roman.", "unclear"),
        ("Scientists believe that the crater is young.", "believe"),
    ],
)
def test_hedged(sentence: str, hedge: str) -> None:
    claim = only(sentence)
    assert claim.certainty is Certainty.HEDGED
    assert claim.hedge is not None
    assert claim.hedge.text == hedge
    assert claim.hedge.span.of(sentence) == hedge


@pytest.mark.parametrize(
    "sentence",
    [
        "The tariff raised prices.",
        "The bridge can carry 40 tonnes.",
        "The mayor was elected in May 2014.",
        "The fair was held on 3 May.",
        "The vaccine clearly protects dogs.",
        "The court will hear the case in spring.",
    ],
)
def test_asserted(sentence: str) -> None:
    claim = only(sentence)
    assert claim.certainty is Certainty.ASSERTED
    assert claim.hedge is None
    assert claim.endorsed
