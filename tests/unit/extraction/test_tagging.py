"""Tags: the finite verbs of a sentence, and the words that only look like one."""

from __future__ import annotations

import pytest
from claim_reading import claims, tagged


def finite(text: str) -> list[str]:
    return [token.text for token in tagged(text) if token.tag in "VXM"]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The signal reached the station.", ["reached"]),
        ("Kepler published his laws in 1609.", ["published"]),
        ("Salt raises blood pressure.", ["raises"]),
        ("The lamp hangs above the altar.", ["hangs"]),
        ("Wolves hunt deer and control their numbers.", ["hunt", "control"]),
        ("The monks brewed beer and kept bees.", ["brewed", "kept"]),
        ("The tariff may raise prices.", ["may", "raise"]),
        ("The bridge cannot carry lorries.", ["cannot", "carry"]),
        ("The tower is designed by a pupil of Ruiz.", ["is"]),
        ("The committee decided to delay the launch.", ["decided", "delay"]),
        ("The bank raised its rate because inflation remained high.", ["raised", "remained"]),
        ("The wind farm supplies power.", ["supplies"]),
        ("Its increase surprised the board.", ["surprised"]),
        ("The tests show a leak.", ["show"]),
        ("Traffic doubled.", ["doubled"]),
        ("In May, music stopped.", ["stopped"]),
        ("Indicates that the tank is full.", ["Indicates", "is"]),
        ("The judge cut the fine.", ["cut"]),
        ("The judge cut the fine for the bakery in May.", ["cut"]),
        ("Bus 40 stops at the school.", ["stops"]),
        ("Rule 7 requires a fence around the pond.", ["requires"]),
        ("The M 5 passes the quarry.", ["passes"]),
        ("Bike tyres cost £30.", ["cost"]),
        ("Brick walls cost more than hedges.", ["cost"]),
        ("This year 40 trains ran late.", ["ran"]),
        ("Platform 3 lifts are out of order.", ["are"]),
        # the subject's own noun agrees, not that of its phrase
        ("Lack of zinc in mice slows the growth of bones.", ["slows"]),
        ("The price of oil among traders rises in winter.", ["rises"]),
        # nouns that end as adjectives do
        ("The festival attracts visitors.", ["attracts"]),
        ("The metal resists rust.", ["resists"]),
        ("The hospital treats children.", ["treats"]),
        ("The clinic opened in 1994.", ["opened"]),
        ("The table shows the results.", ["shows"]),
        ("The firm sells bread.", ["sells"]),
        # a year that tells which one ends the subject
        ("The frost of 1709 ruined the vines.", ["ruined"]),
        ("The storm of March 1990 damaged the roof.", ["damaged"]),
        ("The map of 1850 shows that the river was wide.", ["shows", "was"]),
        ("The choir of 1500 trained singers won.", ["won"]),
        ("The canal opened in 1869.", ["opened"]),
        ("The library lends books.", ["lends"]),
        ("The fish swims upstream.", ["swims"]),
        # verbs that are nouns as well, with nothing behind them
        ("Prices rise.", ["rise"]),
        ("The temperature drops.", ["drops"]),
        ("The river floods.", ["floods"]),
        # a phrase between the subject and its verb
        ("Mercury, the smallest planet, orbits the Sun.", ["orbits"]),
        ("Insulin, a hormone, regulates blood sugar.", ["regulates"]),
        ("The bridge (opened in 1901) spans the gorge.", ["spans"]),
        ("The treaty, signed in 1648, ended the war.", ["ended"]),
        ("The pill helps the gut, but nurses avoid it.", ["helps", "avoid"]),
        ("Group 2 received 20 mg of zinc.", ["received"]),
        ("Groups 1 and 2 received 20 mg of zinc.", ["received"]),
        ("The 40 injured men were moved.", ["were"]),
        ("They all received tea.", ["received"]),
        ("In winter, bears sleep.", ["sleep"]),
        ("Smoking causes cancer.", ["causes"]),
        ("The data suggest a decline in bees.", ["suggest"]),
        ("Cod numbers fell.", ["fell"]),
        ("The builders stopped work because the soil was frozen.", ["stopped", "was"]),
        ("The mayor said the bridge was safe.", ["said", "was"]),
        # a plural subject whose verb is a noun as well, and what stands between them
        ("Tenants of the Rose Lane estate claim that their roofs leak.", ["claim", "leak"]),
        ("Pupils between 6 and 11 pay half price.", ["pay"]),
        ("Readers under 16 travel free.", ["travel"]),
        ("Press reports on the flood were wrong.", ["were"]),
        ("Survey results that were lost show a rise.", ["were", "show"]),
        # a participle behind its noun, the finite verb still to come
        ("The pump installed in 1990 delivers 60 litres.", ["delivers"]),
        ("The tests carried out before and after the repair show a gain.", ["show"]),
        ("The whole project, tools included, cost £40.", ["cost"]),
        # adverbs that tell a verb
        ("The old bell still sounds.", ["sounds"]),
        ("The pool was drained in May and now holds two metres of water.", ["was", "holds"]),
        # participles that look like the base form
        ("Forty oaks were cut in June.", ["were"]),
        ("The hall has cost nine million.", ["has"]),
        ("Of these guests, 900 made the climb.", ["made"]),
        ("The hall has since been sold.", ["has", "been"]),
        ("Half of the money was provided by the guild.", ["was"]),
        # the verb of a relative clause
        ("The mill that the guild built in 1950 was sold.", ["built", "was"]),
        ("The barn, whose roof leaks, is empty.", ["leaks", "is"]),
        # words of a name
        ("From end to end the trip takes an hour.", ["takes"]),
        ("The lift goes from one end of the hall to the other.", ["goes"]),
        ("Before dawn one of them would climb the hill.", ["would", "climb"]),
        ("The line starts at the park, and runs to the sea.", ["starts", "runs"]),
        ("The hall has a cellar, and rooms for guests.", ["has"]),
        # words of a name
        ("The guild rents the hall from the Northern Farms Union.", ["rents"]),
        ("The festival takes place in May.", ["takes"]),
        ("The road was cleared, and the reef lost its colour.", ["was", "lost"]),
        ("Coffee, tea and cocoa contain caffeine.", ["contain"]),
    ],
)
def test_finite_verbs(text: str, verbs: list[str]) -> None:
    assert finite(text) == verbs


@pytest.mark.parametrize(
    ("text", "word", "letter"),
    [
        ("The pipes to the lake froze.", "to", "I"),
        ("The team tried to win.", "to", "T"),
        ("The claim that bees dance is old.", "that", "S"),
        ("The valve that leaks was replaced.", "that", "W"),
        ("The ministry said that wages fell.", "that", "S"),
        ("That ship sank.", "That", "D"),
        ("The mine closed since the ore was poor.", "since", "S"),
        ("The mine has been closed since 1931.", "since", "I"),
        ("The drug did not help.", "not", "-"),
        ("The mine no longer pays.", "longer", "-"),
        ("The judge's ruling was short.", "'s", "Q"),
        ("It's a moon of Saturn.", "'s", "X"),
        ("The rain was given by the clouds.", "given", "P"),
        ("The glacier melts, feeding the river.", "feeding", "G"),
        ("Some 900 people work there.", "900", "#"),
        ("The bridge closed because of the wind.", "because", "I"),
        ("The bill passed although the mayor objected.", "although", "S"),
        ("Sadly the crops failed.", "Sadly", "R"),
    ],
)
def test_words_of_several_uses(text: str, word: str, letter: str) -> None:
    assert next(token.tag for token in tagged(text) if token.text == word) == letter


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The ships sank.", "sank", "sink"),
        ("The cities grew.", "cities", "city"),
        ("Wolves hunt deer.", "Wolves", "wolf"),
        ("The road was closed.", "was", "be"),
        ("The dam has held.", "has", "have"),
        ("The crew stopped the pump.", "stopped", "stop"),
        ("The firm denies the charge.", "denies", "deny"),
        ("Lindqvist founded the clinic.", "founded", "found"),
    ],
)
def test_lemmas(text: str, word: str, lemma: str) -> None:
    assert next(token.lemma for token in tagged(text) if token.text == word) == lemma


def test_tagging_keeps_every_word_in_its_place() -> None:
    text = "The naïve “test” (of 1901) — done twice — wasn’t wrong."
    tokens = tagged(text)
    assert all(token.tag for token in tokens)
    assert "".join(text[token.start : token.end] for token in tokens) == text.replace(" ", "")


@pytest.mark.parametrize("text", ["other as", "sold it", "as", "12. As", "who", "“", "it (", "A"])
def test_a_sentence_may_break_off_anywhere(text: str) -> None:
    assert [token.text for token in tagged(text)]
    claims(text)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Nine people lost their lives when the dam collapsed.",
            ["Nine people lost their lives.", "The dam collapsed."],
        ),
        ("A clerk told us that brokers are rarely awake.", ["Brokers are rarely awake."]),
        ("Since 2022 no toll has been charged.", ["Since 2022 no toll has been charged."]),
        ("Until 1987 the lane was open.", ["Until 1987 the lane was open."]),
        ("After the 12 men died, the pit closed.", ["The 12 men died.", "The pit closed."]),
    ],
)
def test_words_between_two_readings(text: str, statements: list[str]) -> None:
    assert [claim.text for claim in claims(text)] == statements


def test_a_form_in_ed_without_an_object_of_its_own_describes() -> None:
    assert finite("The men lost in the storm were found.") == ["were"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The mine was flooded.", ("mine",)),
        ("The well is dry.", ("well",)),
        ("Oil wells were drilled.", ("oil", "well")),
        ("A friend of mine left.", ("friend",)),
        ("The well kept secret is out.", ("secret",)),
    ],
)
def test_a_noun_may_look_like_a_pronoun_or_an_adverb(text: str, subject: tuple[str, ...]) -> None:
    (claim,) = claims(text)
    assert claim.subject_terms == subject
