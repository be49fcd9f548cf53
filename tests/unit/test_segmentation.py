"""Passages into sentences: abbreviations, missing spaces, headings, and nothing lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from effort import TWICE, lines
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Passage, PassageKind
from factcheck.segmentation import PunktSegmenter


def sentences(text: str, kind: PassageKind = PassageKind.PARAGRAPH) -> list[str]:
    passage = Passage.plain(kind, text, 0, len(text))
    return [text[start:end] for start, end in PunktSegmenter().sentences(passage)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. Lind sailed in 1747.", "He treated scurvy."],
        ["The dam cost $2.5 million.", "It holds water."],
        ["“It works.”", "She left."],
        ["Prof. Weber taught in Jena, e.g. physics.", "He died in 1891."],
        ["Is it deep?", "Yes, it is!"],
        ["The gate opens at 11 am.", "Dogs are welcome."],
        ["The U.S. Senate met.", "It voted."],
        ["The firm, Smith & Co., makes rope.", "It employs ten."],
        ["See p. 12 of the report.", "It ends there."],
        ["There were 3.5 m of snow.", "Ice follows."],
        ["The team met at 5 p.m.", "It left at six."],
        ["Few of them go by car.", "Lorries are many."],
        ["Guests pay for the bed.", "Meals are extra."],
        ["It was always so.", "Nobody minded."],
        ["A line\nbreak inside.", "Next one here."],
        ["The ratio fell (see Fig. 3).", "It rose again."],
        ["She asked why.", "(He knew.)", "They left."],
        ["Mt. Etna erupted.", "Ash fell."],
        ["J. S. Bach wrote fugues.", "He lived in Leipzig."],
        ["The cat... slept.", "It woke."],
        ["The bridge spans approx. Nine lanes cross it."],
        ["One sentence without a full stop"],
        ["The capsule contains vitamin D.", "Its use is safe."],
        ["It is run by J. Weiss.", "He is old."],
        ["They quote K. He and Y. Lin on it.", "Few agree."],
        ["It was dried for 24 h.", "Samples were weighed."],
        ["A can holds 5 kg.", "Prices vary."],
        ["They closed at 9 P.M.", "Mr. Lind was late."],
        ["Call Wow! in the morning.", "It is open."],
        ["“Who goes there?” he called.", "Nobody spoke."],
        ["See No. 17 on the map.", "It is red."],
        ["No.", "Entry is free."],
        ["Is it open?", "No.", "Nobody came."],
        ["1. The dam leaks.", "2. The sluice is shut."],
        ["2.1. The dam leaks.", "It is old."],
        ["1.) Dig a hole", "2.) Fill it again"],
        ["(3) Dig a hole.", "(4) Fill it again."],
        ["• 8. Dig a hole", "• 9. Fill it again"],
        ["a. Dig a hole.", "b. Fill it again."],
        ["1 . Dig a hole .", "2 . Fill it again ."],
        ["1. It cost 3.", "And it broke."],
    ],
)
def test_where_sentences_end(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "piece", ["1. A ", "a.", "B. The ", "? ", "! x", "5 h. A", ". ", " \n", "No. 5 ", "(", "“A.” ",
     '."'],
)  # fmt: skip
def test_work_grows_with_the_length_of_the_text(piece: str) -> None:
    def work(times: int) -> int:
        return lines(lambda: sentences(piece * times))

    assert work(2_000) <= TWICE * work(1_000)


def test_sentences_around_an_unbroken_stretch_are_found() -> None:
    stretch = "a.b" * 1_000
    found = sentences(f"It rained. The river rose. {stretch} It fell. It dried.")
    assert [one for one in found if stretch not in one] == [
        "It rained.", "The river rose.", "It fell.", "It dried."
    ]  # fmt: skip


def test_a_missing_space_does_not_join_sentences() -> None:
    assert sentences("It rained.The river rose.") == ["It rained.", "The river rose."]


@pytest.mark.parametrize(
    "text",
    [
        "They host it on ASP.NET servers.",
        "It weighs 3.14 kg in all.",
        "The data are kept at example.org for ten years.",
        "The list is kept in the file readme.txt since 2004.",
    ],
)
def test_a_full_stop_within_a_word_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


def test_a_heading_is_one_sentence() -> None:
    assert sentences(" Part 1. The dam. A history ", PassageKind.HEADING) == [
        "Part 1. The dam. A history"
    ]


@pytest.mark.parametrize("kind", list(PassageKind))
@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_empty_passages_have_no_sentence(text: str, kind: PassageKind) -> None:
    assert sentences(text, kind) == []


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aAbB.!?”) \n('e1"), max_size=60))
def test_sentences_cover_every_visible_character_once_in_order(text: str) -> None:
    passage = Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text))
    found = PunktSegmenter().sentences(passage)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert list(found) == sorted(found)
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
