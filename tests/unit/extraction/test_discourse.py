"""Who is meant by "it", "they", "she", "this device"."""

from __future__ import annotations

import pytest
from attrs import evolve
from claim_reading import claims, last, only, saying, subject

from factcheck.api import check, extract
from factcheck.reading import corpus_of, read_text


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The ferry was built in Genoa. It carries six hundred passengers.", "The ferry"),
        ("The tower leans, but it does not sink.", "The tower"),
        ("Beavers build dams. They change the streams.", "Beavers"),
        ("Marta Lind founded the clinic. She ran it for thirty years.", "Marta Lind"),
        ("Kepler published his laws in 1609. He used the data of Brahe.", "Kepler"),
        ("The ferry was built in Genoa. Its engines burn diesel.", "The ferry's engines"),
        ("Sharks lack bones, and their skeletons consist of cartilage.", "Sharks' skeletons"),
        ("The pump failed. Its repair took a day.", "The pump's repair"),
        ("The trial involved 33 firms. It lasted three months.", "The trial"),
        ("Although the engine is small, it produces 90 kilowatts.", "the engine"),
        ("The mill leaks. Its walls are thin. It was sold in May.", "The mill"),
        ("The firm hired 90 guards. Some of them are trained abroad.", "90 guards"),
        ("And the annex? It was built in Genoa.", "the annex"),
        ("The weight of apples rose in May. It fell in June.", "The weight of apples"),
        ("Many people drink cocoa. They sleep badly.", "Many people"),
        ("Children grow in spring. They shrink at night.", "Children"),
        ("A number of pilots came. They left at noon.", "A number of pilots"),
        ("One of the moons is cold. It has no air.", "One of the moons"),
        ("The staff of the docks walked out. They won.", "The staff of the docks"),
        ("Scientists dredged the bay. They found amber.", "Scientists"),
        ("The canal lies in the east. It is open to barges.", "The canal"),
        ("The canal lies in the east. It is good for rowers.", "The canal"),
    ],
)
def test_a_pronoun_stands_for_the_subject_before_it(text: str, about: str) -> None:
    claim = last(text)
    assert subject(claim).lower() == about.lower()
    assert claim.subject is not None and claim.subject.resolved
    assert claim.text.lower().startswith(about.lower())


def test_a_resolved_mention_still_points_at_the_pronoun() -> None:
    text = "The ferry was built in Genoa. It carries six hundred passengers."
    claim = last(text)
    assert claim.subject is not None
    assert claim.subject.span.of(text) == "It"
    assert claim.quote == "It carries six hundred passengers"
    assert "ferri" in claim.terms


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Glaciers shape valleys. It is slow work.", "Glaciers"),
        ("The glacier shapes valleys. They are deep.", "The glacier"),
        ("The pump was costly. She sold it.", "The pump"),
        ("Beavers build dams. He traps them.", "Beavers"),
        ("The firm grew fast. Those who left it were few.", "The firm"),
        ("The firm hired 90 guards. It is small.", "90 guards"),
        ("The weight of apples rose. They are green.", "The weight of apples"),
        ("Trials showed that the pumps leak. They were replaced.", "Trials"),
    ],
)
def test_a_pronoun_of_another_number_or_person_is_left_alone(text: str, about: str) -> None:
    assert subject(last(text)) != about


def test_what_is_done_to_a_thing_is_not_what_it_is() -> None:
    found = claims("The jam is sweet. The jam is red. Boiling it is easy. It keeps for a year.")
    assert subject(found[-1]) == "jam"


def test_a_time_is_nothing_that_a_pronoun_stands_for() -> None:
    found = claims("Ideally it comes in May, though later is better than never. It helps bees.")
    assert subject(found[-1]) == "It"


def test_the_reporter_is_not_who_is_meant() -> None:
    text = "The pump leaks. Researchers say that the valve is worn. They tested it."
    assert subject(last(text)) != "the valve"


@pytest.mark.parametrize(
    ("text", "title", "about"),
    [
        ("Veltrin thins the blood. The drug is sold in capsules.", "Veltrin", "Veltrin"),
        ("Veltrin thins the blood. This drug is sold in capsules.", "Veltrin", "Veltrin"),
        ("Veltrin thins the blood. This treatment takes a month.", "Veltrin", "Veltrin"),
        ("The Rotavane turns in light wind. The device is quiet.", "Rotavane", "Rotavane"),
        ("Veltrin thins the blood. Patients like it. It costs 3 euros.", "Veltrin", "Veltrin"),
    ],
)
def test_a_general_noun_stands_for_the_matter_of_the_document(
    text: str, title: str, about: str
) -> None:
    claim = last(text, title)
    assert subject(claim).removeprefix("The ") == about
    assert claim.subject is not None and claim.subject.resolved


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Vienna hosts the congress. Vienna has a port. The river floods in spring.", "The river"),
        ("Vienna hosts the congress. Vienna has a port. The company sells tea.", "The company"),
        ("Lena Holt taught in Riga. Lena Holt found a comet. The school closed.", "The school"),
        (
            "The storm destroyed the pier, which had stood since 1870, and flooded the town.",
            "The storm",
        ),
    ],
)
def test_a_noun_that_cannot_be_the_matter_stays_itself(text: str, about: str) -> None:
    found = [claim for claim in claims(text) if subject(claim).lower() == about.lower()]
    assert found
    assert all(claim.subject and not claim.subject.resolved for claim in found)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Fish oil thins the blood. Fish oil is sold in capsules. It costs little.", "fish oil"),
        (
            "The Marlow bridge was opened in 1832. The Marlow bridge carries one lane. It creaks.",
            "Marlow bridge",
        ),
    ],
)
def test_what_a_pronoun_stands_for_keeps_its_whole_name(text: str, full: str) -> None:
    assert full.lower() in last(text).text.lower()


def test_a_short_name_finds_the_full_one() -> None:
    mill = "The mill is old. The mill leaks. The mill closed."
    text = f"The Marl Trust (MT) owns the mill. {mill} The Trust is rich."
    assert subject(last(text)) == "The Marl Trust (MT)"


def test_this_and_a_noun_find_the_full_name() -> None:
    text = (
        "The NMDA receptor binds glutamate. Memory depends on the NMDA receptor."
        " Memory fades with age. This receptor opens an ion channel."
    )
    assert "NMDA receptor" in subject(last(text))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("We employ ninety people.", "Marl Ferries"),
        ("Our boats are old.", "Marl Ferries' boats"),
        ("“We employ ninety people,” says the mayor.", "We"),
    ],
)
def test_we_is_whoever_publishes_the_document(text: str, about: str) -> None:
    document = evolve(read_text(text, name="document", format="txt"), publisher="Marl Ferries")
    (claim,) = extract(corpus_of((document,))).claims
    assert subject(claim) == about


def test_we_stays_open_where_nobody_is_named() -> None:
    assert subject(only("We employ ninety people.")) == "We"


@pytest.mark.parametrize(
    ("text", "former", "latter"),
    [
        ("The village has a mill and a forge. The former closed in 1901 and the latter in 1950.",
         "the mill", "the forge"),
        ("The harbour and the dock are old. The former is shut, but the latter is in use.",
         "the harbour", "the dock"),
    ],
)  # fmt: skip
def test_the_former_and_the_latter(text: str, former: str, latter: str) -> None:
    assert [subject(claim) for claim in claims(text)[-2:]] == [former, latter]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orde sold tea, cocoa and cider. The latter is strong.", "The latter"),
        ("The mill and the forge are old. The former owner of both is dead.",
         "The former owner of both"),
        ("The mill is old. The latter is shut.", "The latter"),
    ],
)  # fmt: skip
def test_the_latter_of_no_pair_is_nobody(text: str, words: str) -> None:
    assert subject(last(text)) == words


def test_a_name_is_not_short_for_a_list_that_holds_it() -> None:
    text = "Neither the council nor the Trust is liable. The Trust had 48 members."
    assert subject(last(text)) == "The Trust"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The Orla Bridge is old. The bridge was painted in May.", "the Orla Bridge"),
        ("The bridge is old. People love the Orla Bridge. The bridge is long.", "the Orla Bridge"),
        ("Lake Orla is deep. The lake was surveyed in May.", "Lake Orla"),
        ("The Orla warbler sings. The bird is rare. The warbler eats flies.", "the Orla warbler"),
        ("The Tann Bridge fell. We love the Orla Bridge. The bridge is old.", "the Orla Bridge"),
        (
            "The Tann Bridge fell. The Orla Bridge is near the Tann Bridge. The bridge is old.",
            "the Orla Bridge",
        ),
    ],
)
def test_a_common_noun_stands_for_the_one_that_has_a_name(text: str, about: str) -> None:
    assert subject(last(text)).lower() == about.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Old are the Orla Bridge and the Tann Bridge. The bridge was painted in May.",
        "Bridge Street is long. Every bridge is old. The bridge was painted in May.",
        "# Old Stone Bridge\n\nThe bridge is old. The bridge was painted in May.",
        "The Bridge Commission met. The bridge was painted in May.",
    ],
)
def test_a_common_noun_stays_itself_where_no_name_is_meant(text: str) -> None:
    assert subject(last(text)).lower() == "the bridge"


def test_things_with_other_names_are_not_held_against_each_other() -> None:
    end = "The bridge was opened in {year}. It is {length} m long."
    orla = "The Orla Bridge spans a river. " + end.format(year=1884, length=120)
    tann = "The Tann Bridge spans a road. " + end.format(year=1931, length=90)
    town = "Our town has a bridge. " + end.format(year=1931, length=90)
    first, second, third = (
        read_text(text, name=f"{number}.txt") for number, text in enumerate((orla, tann, town))
    )
    assert check(corpus_of((first, second))).disputes == ()
    assert len(check(corpus_of((first, third))).disputes) == 2


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The Orla Bridge is old. The deck of the bridge is made of oak.",
            "The deck of the Orla Bridge is made of oak.",
        ),
        (
            "Our town has the Orla Bridge. There are two lamps on the bridge.",
            "There are two lamps on the Orla Bridge.",
        ),
        (
            "There are two lamps on the bridge. Our town has the Orla Bridge and a mill.",
            "There are two lamps on the bridge.",
        ),
        (
            "Our town has the Orla Bridge. There are lamps on the bridge deck and the bridges.",
            "There are lamps on the bridge deck and the bridges.",
        ),
    ],
)
def test_a_name_is_given_in_full_wherever_it_is_short(text: str, statement: str) -> None:
    assert saying(text, statement.rstrip(".")).text == statement


def test_of_several_names_the_one_last_spoken_of_is_meant() -> None:
    text = (
        "The Orla Bridge is old. The bridge is made of oak. The Tann Bridge is new. "
        "The bridge is made of steel. There are two lamps on the bridge."
    )
    assert saying(text, "oak").text == "The Orla Bridge is made of oak."
    assert saying(text, "steel").text == "The Tann Bridge is made of steel."
    assert saying(text, "lamps").text == "There are two lamps on the Tann Bridge."


def test_a_pronoun_means_the_name_before_it_and_not_their_kind() -> None:
    text = "The Orla Bridge is old. The Tann Bridge is new. It was painted in May."
    assert subject(last(text)) == "The Tann Bridge"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Warblers sing. The warbler eats flies. The garden warbler is rare. It lays eggs.", True),
        ("Warblers sing. The warbler is rare. The song of the warbler is loud. It eats.", False),
    ],
)
def test_a_pronoun_means_the_sort_of_a_thing_that_was_named(text: str, about: bool) -> None:
    assert (subject(last(text)) == "The garden warbler") is about
