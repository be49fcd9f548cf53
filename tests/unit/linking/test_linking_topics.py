"""Claims linked by what they are about: weights, shared terms, readable topics."""

from __future__ import annotations

from collections import Counter

import factcheck as fc
from factcheck.linking import Usage, term_weights
from factcheck.linking.namings import Namings
from factcheck.model import Claim, Corpus


def checked(*texts: str, settings: fc.Settings | None = None) -> fc.Result:
    documents = tuple(
        fc.read_text(text, name=f"{number}.txt") for number, text in enumerate(texts, 1)
    )
    return fc.check(Corpus("", documents), settings)


def claim(result: fc.Result, words: str) -> Claim:
    (found,) = [one for one in result.claims if words in one.quote]
    return found


def terms_of(result: fc.Result, words: str) -> set[str]:
    return set(claim(result, words).terms)


REEF = (
    "The reef shelters groupers. The reef shelters turtles. The reef lies off Cape Marlow."
    " Bleaching has hit the reef. Fishing is banned on the reef."
)


def test_a_rare_term_weighs_more_than_a_common_one() -> None:
    weights = term_weights(Usage.of(checked(REEF).claims))
    by_word = {word: weights[word] for word in weights if word in {"reef", "turtl"}}
    assert by_word["reef"] < by_word["turtl"]
    assert all(0 < weight <= 1 for weight in weights.values())
    assert max(weights.values()) == 1.0


def test_no_claims_have_no_weights() -> None:
    assert term_weights(Usage.of(())) == {}


def weights_of(claims: int, gulls: int) -> dict[str, float]:
    return term_weights(Usage(claims, Counter(island=claims, gull=gulls), Namings.of(())))


def test_weights_stay_while_a_corpus_grows_a_little() -> None:
    assert weights_of(1000, 100) == weights_of(1010, 101)


def test_weights_move_once_a_corpus_has_grown_by_a_step() -> None:
    before, after = weights_of(1000, 100), weights_of(1200, 100)
    assert before["gull"] < after["gull"]
    assert after["gull"] < weights_of(1200, 80)["gull"]


def test_every_claim_more_counts_for_a_rare_term() -> None:
    weights = [weights_of(1000, gulls)["gull"] for gulls in range(1, 8)]
    assert weights == sorted(set(weights), reverse=True)


def test_an_abbreviation_defined_in_one_document_links_another() -> None:
    result = checked(
        "The gas turbine engine (GTE) burns fuel. Pilots trust it.",
        "The GTE needs little care.",
        "A gas turbine engine is loud.",
    )
    short = terms_of(result, "needs little care")
    long = terms_of(result, "is loud")
    assert short & long


def test_an_undefined_abbreviation_links_nothing() -> None:
    result = checked("The GTE needs little care.", "A gas turbine engine is loud.")
    assert not terms_of(result, "little care") & terms_of(result, "loud")


def test_synonyms_are_one_term() -> None:
    result = checked("Students built the observatory.", "Students constructed the observatory.")
    assert terms_of(result, "built") == terms_of(result, "constructed")


def test_forms_of_a_word_are_one_term() -> None:
    result = checked("Volcanoes warm the valley.", "The volcano warms valleys.")
    assert terms_of(result, "Volcanoes") == terms_of(result, "volcano warms")


def test_words_that_only_look_alike_stay_apart() -> None:
    result = checked("Hypertension is common.", "Hypotension is common.")
    assert terms_of(result, "Hypertension") != terms_of(result, "Hypotension")


def test_topics_gather_claims_of_several_documents() -> None:
    result = checked(
        "The harbour tunnel is wet. The choir sang in Bergen.",
        "Engineers sealed the harbour tunnel. The opera was sold out.",
    )
    first, second = claim(result, "is wet"), claim(result, "sealed")
    common = set(first.topics) & set(second.topics)
    assert common
    labels = {topic.label for topic in result.topics if topic.id in common}
    assert labels & {"harbour tunnel", "harbour", "tunnel"}
    assert not common & set(claim(result, "sold out").topics)


def test_labels_are_words_of_the_sources() -> None:
    result = checked(REEF, "Divers say that bleaching has hit the reef and the groupers.")
    assert result.topics
    text = " ".join(document.text.lower() for document in result.corpus)
    for topic in result.topics:
        assert all(word.lower() in text for word in topic.label.split()), topic


def test_an_abbreviation_keeps_its_capitals_in_labels() -> None:
    result = checked("NATO moved the fleet.", "The summit praised NATO.", "Grain is cheap.")
    assert "NATO" in {word for topic in result.topics for word in topic.label.split()}


def test_topics_and_claims_name_each_other() -> None:
    result = checked(REEF, "Turtles return to the reef. The cape is steep.")
    by_id = {one.id: one for one in result.claims}
    for topic in result.topics:
        assert len(topic.claims) >= 2
        assert all(topic.id in by_id[name].topics for name in topic.claims)
    for one in result.claims:
        assert all(one.id in topic.claims for topic in result.topics if topic.id in one.topics)
        assert set(one.topics) <= {topic.id for topic in result.topics}


def test_the_main_matter_of_a_large_corpus_is_no_topic() -> None:
    facts = ["is long", "is old", "freezes", "holds trout", "powers mills", "floods", "has gold"]
    result = checked(*(f"The river Orla {fact}." for fact in facts))
    assert "orla" not in {topic.label.lower() for topic in result.topics}


def test_linking_leaves_the_words_alone() -> None:
    text = "The European Space Agency (ESA) launched it. ESA is glad. The agency pays."
    alone = fc.extract(Corpus("", (fc.read_text(text, name="1.txt"),)))
    linked = checked(text).claims
    assert [one.id for one in linked] == [one.id for one in alone.claims]
    assert [one.quote for one in linked] == [one.quote for one in alone.claims]
