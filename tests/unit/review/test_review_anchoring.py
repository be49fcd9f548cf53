"""What becomes of the findings of a review when the documents change."""

from collections.abc import Mapping
from functools import cache

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factcheck as fc
from factcheck.model import ReviewItem, Run, Unread
from factcheck.reading import corpus_of
from factcheck.review.anchoring import Carried, carried_over
from factcheck.review.items import review_items

HARBOUR = "# Harbour\n\nThe lighthouse is 30 m high. The pier is long.\n"
COAST = "# Coast\n\nThe lighthouse is 45 m high. Gulls nest here.\n"
TEXTS = {"harbour.md": HARBOUR, "coast.md": COAST}


def run_of(texts: Mapping[str, str], unread: tuple[str, ...] = ()) -> Run:
    documents = (fc.read_text(text, name=name, format="md") for name, text in sorted(texts.items()))
    failed = tuple(Unread(name, "Permission denied") for name in unread)
    return fc.check(evolve(corpus_of(documents), failed=failed)).run


def kept(texts: Mapping[str, str] = TEXTS) -> ReviewItem:
    (item,) = review_items(run_of(texts))
    return item


def after(texts: Mapping[str, str], item: ReviewItem | None = None, spoken: int = 1) -> Carried:
    item = item or kept()
    return carried_over([item], run_of(texts), {item.fingerprint: spoken} if spoken else {})


def only(carried: Carried) -> ReviewItem:
    (item,) = carried.items
    return item


def test_nothing_changes_where_nothing_changed() -> None:
    carried = after(TEXTS)
    assert carried == Carried((kept(),), {})


def test_a_first_run_is_taken_in_as_it_is() -> None:
    run = run_of(TEXTS)
    assert carried_over((), run, {}).items == review_items(run)


def test_a_document_edited_elsewhere_keeps_the_decision_and_moves_the_place() -> None:
    edited = {**TEXTS, "harbour.md": "A word before.\n\n" + HARBOUR + "And one behind.\n"}
    item = only(after(edited))
    assert (item.orphaned, item.round, item.present) == ("", 1, True)
    place = next(one for one in item.quoted if one.document == "harbour.md")
    assert place.span.of(edited["harbour.md"]) == place.exact == "The lighthouse is 30 m high"
    assert place.document_id != kept().quoted[1].document_id


def test_a_changed_quotation_makes_an_orphan_and_a_new_finding_with_its_history() -> None:
    new, orphan = after({**TEXTS, "harbour.md": HARBOUR.replace("30 m", "31 m")}).items
    assert "(harbour.md): the words do not stand in the document" in orphan.orphaned
    assert "coast.md" not in orphan.orphaned
    assert (orphan.round, orphan.present) == (2, False)
    assert orphan.quoted == kept().quoted
    assert (new.round, new.orphaned, new.earlier) == (1, "", (orphan.fingerprint,))


def test_what_nobody_spoke_of_is_no_orphan() -> None:
    new, old = after({**TEXTS, "harbour.md": HARBOUR.replace("30 m", "31 m")}, spoken=0).items
    assert (old.orphaned, old.present, old.round) == ("", False, 1)
    assert new.earlier == ()


def test_what_nobody_spoke_of_stands_where_the_run_found_it() -> None:
    twice = "Boats pass. The lighthouse is 30 m high. Boats pass. The lighthouse is 30 m high.\n"
    item = only(after({**TEXTS, "harbour.md": twice}, spoken=0))
    place = next(one for one in item.quoted if one.document == "harbour.md")
    assert place.span.of(twice) == place.exact == "The lighthouse is 30 m high"


def test_a_quotation_said_twice_is_told_apart_by_what_stands_around_it() -> None:
    twice = HARBOUR + "\nAn old guide has it so:\n\nThe lighthouse is 30 m high.\n"
    item = only(after({**TEXTS, "harbour.md": twice}))
    assert (item.orphaned, item.round, item.present) == ("", 1, True)
    place = next(one for one in item.quoted if one.document == "harbour.md")
    assert place.span.start == HARBOUR.index("The lighthouse")


def test_a_quotation_said_twice_with_other_words_around_it_goes_back_to_the_queue() -> None:
    twice = "The lighthouse is 30 m high. Boats pass.\n\nBoats pass. The lighthouse is 30 m high.\n"
    texts = {**TEXTS, "harbour.md": twice}
    orphan = only(after(texts))
    assert orphan.orphaned.endswith("(harbour.md): the words stand in several places alike")
    assert (orphan.present, orphan.round) == (True, 2)
    again = only(after(texts, orphan))
    assert again == orphan
    settled = only(after(texts, orphan, spoken=2))
    assert (settled.orphaned, settled.present, settled.round) == ("", True, 2)
    assert only(after(texts, settled, spoken=2)) == settled


def test_an_orphan_whose_words_come_back_returns_to_its_round() -> None:
    orphan = after({**TEXTS, "harbour.md": HARBOUR.replace("30 m", "31 m")}).items[1]
    assert only(after(TEXTS, orphan)) == kept()
    spoken_again = only(after(TEXTS, orphan, spoken=2))
    assert (spoken_again.round, spoken_again.orphaned) == (2, "")


def test_an_orphan_stays_in_its_round_while_nothing_changes() -> None:
    texts = {**TEXTS, "harbour.md": HARBOUR.replace("30 m", "31 m")}
    orphan = after(texts).items[1]
    assert after(texts, orphan).items[1] == orphan
    assert after(texts, orphan, spoken=2).items[1] == orphan


def test_a_renamed_document_takes_its_decisions_along() -> None:
    renamed = {"coast.md": COAST, "port/harbour.md": HARBOUR}
    carried = after(renamed)
    item = only(carried)
    assert item.fingerprint == kept(renamed).fingerprint
    assert carried.moved == {kept().fingerprint: item.fingerprint}
    assert item.formerly == (kept().fingerprint,)
    assert (item.orphaned, item.round, item.present) == ("", 1, True)


def test_a_document_renamed_back_and_forth_keeps_its_decisions() -> None:
    there = only(after({"coast.md": COAST, "port.md": HARBOUR}))
    back = only(after(TEXTS, there))
    assert back.fingerprint == kept().fingerprint
    assert back.formerly == (kept().fingerprint, there.fingerprint)


def test_what_a_finding_has_grown_from_is_followed_to_its_new_name() -> None:
    old = kept()
    other = evolve(old, topic="x", quoted=old.quoted, earlier=(old.fingerprint,))
    renamed = run_of({"coast.md": COAST, "port.md": HARBOUR})
    item = only(carried_over([other], renamed, {}))
    assert item.earlier == (item.fingerprint,)


def test_two_copies_of_a_document_leave_open_which_is_the_old_one() -> None:
    carried = after({"coast.md": COAST, "one.md": HARBOUR, "two.md": HARBOUR})
    orphan = carried.items[-1]
    assert "the document is no longer among those checked" in orphan.orphaned
    assert carried.moved == {}


def test_a_document_that_is_gone_makes_an_orphan() -> None:
    orphan = only(after({"coast.md": COAST}))
    assert orphan.orphaned.endswith("(harbour.md): the document is no longer among those checked")
    assert (orphan.round, orphan.present) == (2, False)
    assert only(after(TEXTS, orphan)) == kept()


def test_a_document_that_could_not_be_read_leaves_the_decision_as_it_is() -> None:
    item = kept()
    spoken = {item.fingerprint: 1}
    run = run_of({"coast.md": COAST}, unread=("harbour.md",))
    assert only(carried_over([item], run, spoken)) == evolve(item, present=False)
    left_out = carried_over([item], run_of({"coast.md": COAST}), spoken, {"harbour.md"})
    assert only(left_out) == evolve(item, present=False)


def test_a_finding_no_longer_reported_stays_where_its_words_stand() -> None:
    item = kept()
    none = evolve(run_of(TEXTS), disputes=(), qualifications=())
    carried = carried_over([item], none, {item.fingerprint: 1})
    assert only(carried) == evolve(item, present=False)


def test_a_third_side_makes_a_new_finding_with_the_old_ones_history() -> None:
    grown = {**TEXTS, "map.md": "# Map\n\nThe lighthouse is 60 m high.\n"}
    new, old = after(grown).items
    assert old == evolve(kept(), present=False)
    assert {one.side for one in new.quoted} == {"A", "B", "C"}
    assert (new.earlier, new.round) == ((old.fingerprint,), 1)
    both = carried_over([new, old], run_of(grown), {old.fingerprint: 1})
    assert both.items == (new, old)


def test_markup_around_the_words_does_not_matter() -> None:
    item = only(after({**TEXTS, "harbour.md": HARBOUR.replace("30 m", "**30 m**")}))
    assert (item.orphaned, item.round, item.present) == ("", 1, True)
    place = next(one for one in item.quoted if one.document == "harbour.md")
    assert place.exact == "The lighthouse is **30 m** high"


def test_names_are_cleaned_in_reasons() -> None:
    name = "har\u202ebour.md"
    texts = {name: HARBOUR, "coast.md": COAST}
    orphan = only(after({"coast.md": COAST}, kept(texts)))
    assert "(harbour.md)" in orphan.orphaned


VERSIONS = (
    "",
    HARBOUR,
    HARBOUR.replace("30 m", "31 m"),
    HARBOUR + "\nThe lighthouse is 30 m high.\n",
    "Boats pass. The lighthouse is 30 m high. Boats pass. The lighthouse is 30 m high.\n",
    COAST,
    "The lighthouse is 60 m high.\n" + COAST,
)


@cache
def version(first: str, second: str, third: str) -> Run:
    texts = {"a.md": first, "b.md": second, "c.md": third}
    return run_of({name: text for name, text in texts.items() if text})


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_over_many_versions_nothing_is_lost_and_every_quotation_is_exact(
    data: st.DataObject,
) -> None:
    texts = st.tuples(*(st.sampled_from(VERSIONS) for _ in range(3)))
    items: tuple[ReviewItem, ...] = ()
    spoken: dict[str, int] = {}
    for chosen in data.draw(st.lists(texts.filter(any), min_size=2, max_size=4)):
        run = version(*chosen)
        carried = carried_over(items, run, spoken)
        spoken = {carried.moved.get(key, key): rounds for key, rounds in spoken.items()}
        prints = [one.fingerprint for one in carried.items]
        assert len(set(prints)) == len(prints)
        kept_before = {carried.moved.get(one.fingerprint, one.fingerprint) for one in items}
        assert kept_before <= set(prints)
        assert carried_over(carried.items, run, spoken) == Carried(carried.items, {})
        for one in carried.items:
            assert one.present or one.fingerprint in kept_before
            if one.present and not one.orphaned:
                for quoted in one.quoted:
                    text = run.corpus.document(quoted.document).text
                    assert quoted.span.of(text) == quoted.exact
        items = carried.items
        for item in items:
            if data.draw(st.booleans()):
                spoken[item.fingerprint] = item.round
