"""Words to terms: one for every form and synonym of a word, several for a compound."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms, base_forms, stem
from factcheck.settings import Settings

ENDINGS = ("al", "ally", "alization", "fulness", "ional", "izations", "ing", "edly", "ement")

LEXICON = load(Settings().packs)
TERMS = Terms(LEXICON)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("otters", "otter"),
        ("cities", "city"),
        ("boxes", "box"),
        ("buses", "bus"),
        ("heroes", "hero"),
        ("tries", "try"),
        ("lies", "lie"),
        ("planned", "plan"),
        ("used", "use"),
        ("carried", "carry"),
        ("leaned", "lean"),
        ("running", "run"),
        ("making", "make"),
        ("dying", "die"),
        ("filling", "fill"),
        ("children", "child"),
        ("wolves", "wolf"),
        ("rose", "rise"),
        ("is", "be"),
        ("mice", "mouse"),
    ],
)
def test_inflections_are_undone(word: str, lemma: str) -> None:
    assert lemma in base_forms(word, LEXICON)


@pytest.mark.parametrize("word", ["bus", "gas", "glass", "analysis", "red", "ring", "sing", "is"])
def test_a_word_is_its_own_first_form(word: str) -> None:
    assert base_forms(word, LEXICON)[0] == word


@pytest.mark.parametrize("word", ["bus", "glass", "ring", "bed"])
def test_what_only_looks_inflected_is_left_alone(word: str) -> None:
    assert not {word[:-1], word[:-2], word[:-3]} & set(base_forms(word, LEXICON))


@pytest.mark.parametrize(
    "words",
    [
        ("otter", "otters"),
        ("city", "cities"),
        ("child", "children"),
        ("petrol", "gasoline"),
        ("lorry", "lorries", "truck", "trucks"),
        ("rise", "rose", "rising"),
        ("build", "built", "builds", "building"),
        ("approve", "approved", "approves"),
        ("colour", "color"),
    ],
)
def test_forms_and_synonyms_share_a_term(words: tuple[str, ...]) -> None:
    assert len({TERMS.of(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("otter", "beaver"),
        ("import", "export"),
        ("raise", "lower"),
        ("city", "citizen"),
        ("found", "founder"),
        ("universe", "university"),
        ("organ", "organise"),
        ("new", "news"),
    ],
)
def test_different_words_keep_apart(one: str, other: str) -> None:
    assert TERMS.of(one) != TERMS.of(other)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("anti-rust", ("rust",)),
        ("lead-free", ("lead", "free")),
        ("wind-driven", ("wind", "drive")),
        ("river", ("river",)),
        ("-", ()),
        ("pre-", ("pre",)),
    ],
)
def test_a_compound_has_a_term_for_each_part(word: str, parts: tuple[str, ...]) -> None:
    assert TERMS.parts(word) == tuple(TERMS.of(part) for part in parts)


@pytest.mark.parametrize(
    ("denied", "plain"),
    [("non-smoker", "smoker"), ("non-metal", "metal"), ("non-member", "member")],
)
def test_a_denying_prefix_tells_a_word_from_its_opposite(denied: str, plain: str) -> None:
    assert TERMS.parts(denied) != TERMS.parts(plain)


def test_a_synonym_of_several_words_is_one_term() -> None:
    terms = Terms(evolve(LEXICON, synonyms={"sea cow": "manatee", "manatee": "manatee"}))
    assert terms.of("sea cow") == terms.of("manatee")
    longer = Terms(evolve(LEXICON, synonyms={"manatee": "sea cow"}))
    assert longer.of("manatees") == "sea_cow"
    assert longer.parts("manatees") == ("sea_cow",)


def test_a_listed_compound_is_one_term() -> None:
    terms = Terms(evolve(LEXICON, synonyms={"man-eater": "tiger"}))
    assert terms.parts("man-eater") == (terms.of("tiger"),)


@given(st.from_regex(r"[a-z]{1,12}(-[a-z]{1,8}){0,2}", fullmatch=True))
def test_terms_are_never_empty_and_always_the_same(word: str) -> None:
    assert TERMS.of(word)
    assert TERMS.of(word) == Terms(LEXICON).of(word)
    assert all(TERMS.parts(word))
    assert base_forms(word, LEXICON)[0] == word


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True))
def test_a_stem_is_no_longer_than_one_letter_more_than_its_word(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word) + 1


def test_threads_stem_at_once_without_mixing_their_words_up() -> None:
    words = [f"{start}{end}" for start in ("nation", "hope", "relat") for end in ENDINGS]
    alone = [stem.__wrapped__(word) for word in words]
    with ThreadPoolExecutor(8) as threads:
        for found in threads.map(lambda _: [stem.__wrapped__(word) for word in words], range(64)):
            assert found == alone
