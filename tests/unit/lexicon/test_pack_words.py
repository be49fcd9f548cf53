"""The word packs say nothing that contradicts itself."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import factcheck.lexicon

PACKS = Path(factcheck.lexicon.__file__).parent / "packs"
FILES = (
    "english/relations.toml",
    "english/verbs.toml",
    "english/words.toml",
    "health.toml",
    "spun-text.toml",
)
TABLES = ("irregular", "broader", "garbled")
GROUPS = ("synonyms", "antonyms", "disjoint")


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((PACKS / name).read_text(encoding="utf-8"))


DATA = {name: read(name) for name in FILES}
RELATED = ("english/relations.toml", "health.toml")
VERBS = DATA["english/verbs.toml"]
WORDS = DATA["english/words.toml"]
GARBLED: dict[str, str] = DATA["spun-text.toml"]["garbled"]


def lists(data: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for key, value in data.items():
        if isinstance(value, list) and key not in GROUPS:
            yield key, value


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from strings(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from strings(entry)


def sides(pair: list[Any]) -> tuple[list[str], list[str]]:
    first, second = pair
    return ([first], [second]) if isinstance(first, str) else (first, second)


def antonym_pairs(name: str) -> Iterator[tuple[str, str]]:
    for pair in DATA[name]["antonyms"]:
        yield from product(*sides(pair))


SYNONYM_GROUPS = [group for name in RELATED for group in DATA[name]["synonyms"]]
CANONICAL = {word: group[0] for group in SYNONYM_GROUPS for word in group}


def broader_of(word: str, path: tuple[str, ...] = ()) -> set[str]:
    """Return all that a word is a kind of, however far up, over the packs together."""
    assert word not in path, f"a circle: {' > '.join((*path, word))}"
    found: set[str] = set()
    for name in RELATED:
        for wider in DATA[name]["broader"].get(word, []):
            found |= {wider} | broader_of(wider, (*path, word))
    return found


@pytest.mark.parametrize("name", FILES)
def test_word_lists_are_sorted_and_hold_each_word_once(name: str) -> None:
    for key, words in lists(DATA[name]):
        assert words == sorted(set(words)), key


@pytest.mark.parametrize("name", FILES)
def test_all_words_are_lower_case_with_single_spaces(name: str) -> None:
    data = {key: value for key, value in DATA[name].items() if key not in {"name", "description"}}
    for word in strings(list(data.values())):
        assert word == " ".join(word.lower().split())
        assert word


@pytest.mark.parametrize("name", FILES)
def test_lines_fit_the_page(name: str) -> None:
    lines = (PACKS / name).read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("table", TABLES)
def test_tables_are_sorted(name: str, table: str) -> None:
    keys = list(DATA[name].get(table, {}))
    assert keys == sorted(keys)


def test_word_classes_are_large_enough_to_tag_without_a_model() -> None:
    assert len(VERBS["verbs"]) >= 1200
    assert len(VERBS["noun_verbs"]) >= 600
    assert len(WORDS["adjectives"]) >= 600


def test_a_verb_is_either_mostly_verb_or_as_often_noun() -> None:
    assert not set(VERBS["verbs"]) & set(VERBS["noun_verbs"])


def test_a_form_belongs_to_one_lemma() -> None:
    forms = Counter(form for forms in VERBS["irregular"].values() for form in forms)
    assert [form for form, count in forms.items() if count > 1] == []


def test_only_uncountable_nouns_stand_for_themselves() -> None:
    same = [lemma for lemma, forms in VERBS["irregular"].items() if lemma in forms]
    assert all(lemma.endswith("s") for lemma in same)
    assert all(VERBS["irregular"][lemma] == [lemma] for lemma in same)


def test_no_inflected_verb_form_is_listed_as_a_lemma_of_a_plain_verb() -> None:
    # "found", "rebound" and the like are verbs in their own right beside being forms of others.
    own_verbs = {"bit", "bore", "fell", "found", "lay", "rebound", "rent", "shed", "slew", "wound"}
    past = {
        form for lemma, forms in VERBS["irregular"].items() for form in forms if lemma not in forms
    }
    assert sorted(past & set(VERBS["verbs"]) - own_verbs) == []


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("give", "gave"), ("rise", "rose"), ("bacterium", "bacteria"), ("criterion", "criteria")],
)
def test_common_irregular_forms_are_there(lemma: str, form: str) -> None:
    assert form in VERBS["irregular"][lemma]


def test_stopwords_carry_no_topic() -> None:
    topical = {"cost", "risk", "time", "level", "people", "study", "treatment", "effect", "year"}
    assert not topical & set(WORDS["stopwords"])


def test_a_word_is_in_one_synonym_group_over_all_packs() -> None:
    counts = Counter(word for group in SYNONYM_GROUPS for word in group)
    assert [word for word, count in counts.items() if count > 1] == []


def test_every_synonym_group_has_two_words_or_more() -> None:
    assert all(len(group) > 1 for group in SYNONYM_GROUPS)


@pytest.mark.parametrize("name", RELATED)
def test_antonyms_are_never_synonyms(name: str) -> None:
    same = [
        pair
        for pair in antonym_pairs(name)
        if CANONICAL.get(pair[0], pair[0]) == CANONICAL.get(pair[1], pair[1])
    ]
    assert same == []


@pytest.mark.parametrize("name", RELATED)
def test_an_antonym_is_never_a_kind_of_its_opposite(name: str) -> None:
    for first, second in antonym_pairs(name):
        assert first not in broader_of(second)
        assert second not in broader_of(first)


@pytest.mark.parametrize("name", RELATED)
def test_no_antonym_pair_is_given_twice(name: str) -> None:
    pairs = Counter(
        frozenset(frozenset(side) for side in sides(pair)) for pair in DATA[name]["antonyms"]
    )
    assert [sorted(map(sorted, pair)) for pair, count in pairs.items() if count > 1] == []


@pytest.mark.parametrize("name", RELATED)
def test_classes_of_a_disjoint_group_differ_and_none_holds_another(name: str) -> None:
    for group in DATA[name]["disjoint"]:
        canonical = [CANONICAL.get(word, word) for word in group]
        assert len(canonical) > 1
        assert len(set(canonical)) == len(canonical), group
        for word in group:
            assert not broader_of(word) & set(group), (word, group)


@pytest.mark.parametrize("name", RELATED)
def test_broader_nouns_are_given_once_and_run_in_no_circle(name: str) -> None:
    for noun, wider in DATA[name]["broader"].items():
        assert wider
        assert len(set(wider)) == len(wider)
        assert noun not in broader_of(noun)


@pytest.mark.parametrize(("better", "worse"), [("improves", "worsens"), ("increases", "decreases")])
def test_a_change_has_one_direction(better: str, worse: str) -> None:
    health = DATA["health.toml"]
    assert not set(health[better]) & set(health[worse])


def test_what_is_desired_is_not_undesirable() -> None:
    health = DATA["health.toml"]
    assert not set(health["undesirable"]) & set(health["improves"])


def test_a_standard_term_is_not_itself_garbled() -> None:
    assert [phrase for phrase, term in GARBLED.items() if term in GARBLED or term == phrase] == []


def test_garbled_terms_are_short() -> None:
    # A longer phrase would match one sentence of one document, not spun text in general.
    assert [phrase for phrase in GARBLED if len(phrase.split()) > 6] == []
    assert [term for term in GARBLED.values() if len(term.split()) > 5] == []


def test_most_garbled_terms_are_phrases_since_single_words_are_ordinary_english() -> None:
    single = [phrase for phrase in GARBLED if " " not in phrase and "-" not in phrase]
    assert len(GARBLED) >= 600
    assert len(single) < len(GARBLED) / 10


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("bosom peril", "breast cancer"),
        ("counterfeit consciousness", "artificial intelligence"),
        ("fiery reactions", "inflammatory responses"),
        ("treatment-safe", "treatment-resistant"),
    ],
)
def test_well_known_garbled_terms_are_there(phrase: str, term: str) -> None:
    assert GARBLED[phrase] == term
