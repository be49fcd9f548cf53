"""Rule polarity: one affirms what the other denies."""

import pytest
from judged_pairs import SILENT, contradictions, judgements, stance

RULE = "polarity"

DENIED = [
    ("The stall opens on Fridays, not on Sundays.", "The stall opens on Sundays."),
    ("Tram 4 serves the port but not the airport.", "Tram 4 serves the airport."),
    ("The abbey has rung the bell since 1950.", "The abbey no longer rings the bell."),
    ("The abbey stopped ringing the bell.", "The abbey did not stop ringing the bell."),
    ("The vaccine prevents infection.", "The vaccine does not prevent infection."),
    ("Penguins can fly.", "Penguins cannot fly."),
    ("Sharks sleep.", "Sharks never sleep."),
    ("The bell still rings at noon.", "The bell no longer rings at noon."),
    ("The old library survived the fire.", "The old library did not survive the fire."),
    ("The treaty was ratified by Norway.", "The treaty was never ratified by Norway."),
    ("The compiler checks array bounds.", "The compiler doesn't check array bounds."),
    ("The painting was signed by the artist.", "The painting was not signed by the artist."),
    ("The species is extinct in the wild.", "The species isn't extinct in the wild."),
    ("The company paid a dividend.", "The company failed to pay a dividend."),
    ("The soup contains gluten.", "The soup does not contain gluten."),
    ("The bridge can carry lorries.", "The bridge can't carry lorries."),
    ("Bees can see ultraviolet light.", "Bees are unable to see ultraviolet light."),
    ("All of the crew survived.", "None of the crew survived."),
    ("The abbey paid rent to the crown.", "The abbey paid no rent to the crown."),
    ("The survey found cracks in the dam.", "The survey found no cracks in the dam."),
    ("Bicycles can be taken on the train.", "Passengers cannot take bicycles on the train."),
    ("Milk can be frozen.", "You cannot freeze milk."),
    ("Visitors can touch the skulls.", "The skulls cannot be touched."),
    ("Black coffee breaks the fast.", "Black coffee and plain tea do not break a fast."),
    ("Cats, foxes and dogs eat fish.", "Foxes do not eat fish."),
]

OPPOSITE_WORDS = [
    ("The senate passed the bill.", "The senate rejected the bill."),
    ("The court upheld the ruling.", "The court overturned the ruling."),
    ("The enzyme activates the pathway.", "The enzyme inhibits the pathway."),
    ("The comet is visible from Europe.", "The comet is invisible from Europe."),
    ("The council opened the footpath.", "The council closed the footpath."),
    ("The mushroom is edible.", "The mushroom is poisonous."),
    ("Nuuk is the largest port of the coast.", "Nuuk is the smallest port of the coast."),
    ("The spire is taller than the mast.", "The spire is shorter than the mast."),
    ("The senate ratified the treaty.", "The senate rejected the treaty."),
    ("The experiment succeeded.", "The experiment failed."),
    ("The museum is free.", "The museum is not free."),
    ("The alarm is on by default.", "The alarm is off by default."),
    ("The alarm is enabled by default.", "The alarm is off by default."),
    ("The alarm was switched on by the guard.", "The alarm was switched off by the guard."),
    ("The manuscript is complete.", "The manuscript is incomplete."),
    ("The virus is more dangerous than flu.", "The virus is less dangerous than flu."),
    ("The cathedral lies north of the river.", "The cathedral lies south of the river."),
]

CANCELLED = [
    ("The survey found no cracks in the dam.", "The survey did not find cracks in the dam."),
    ("Not one window survived the blast.", "No window survived the blast."),
    ("The referee allowed the goal.", "The referee did not disallow the goal."),
    ("The committee accepted the budget.", "The committee did not reject the budget."),
    ("The bridge is safe.", "The bridge is not unsafe."),
    ("The senate passed the bill.", "The senate did not reject the bill."),
    ("The fungus is alive.", "The fungus is not dead."),
]

UNRELATED = [
    ("The abbey rang the bell in 1950.", "The abbey no longer rings the bell."),
    ("The abbey stopped ringing the bell.", "The abbey ceased to ring the bell."),
    ("The abbey stopped ringing the bell.", "The abbey does not ring the bell."),
    ("The heating is turned on in May.", "The heating is turned off in October."),
    ("The alarm is on at night.", "The alarm is off during the day."),
    ("The choir sings in Latin.", "The choir is not paid."),
    ("The glacier reaches the sea.", "The glacier was not mapped by the expedition."),
    ("The bank lends to farmers.", "The bank does not lend to students."),
    ("The heron nests in trees.", "The osprey does not nest in trees."),
    ("The library lends films.", "The library does not lend laptops."),
    ("The shop used to sell bread.", "The shop does not sell bread."),
    ("The gate is open.", "The gate is not open when the tide is high."),
    ("The gate is open when the tide is low.", "The gate is closed."),
    ("The pilot's first letter was sent.", "The first letter of the harbour board was received."),
    ("Lind was mayor until his death.", "Lind was born in Oslo."),
    ("There is no tunnel to the island.", "The engineers drew plans of a tunnel to the island."),
    ("In 1990 the baths were open.", "The baths are closed."),
    ("Visitors cannot take photos.", "Staff can take photos."),
    ("Users cannot change the key.", "The key can be changed by the guard."),
    ("Cats eat fish.", "Dogs and foxes do not eat fish."),
    ("Young dogs eat fish.", "Cats and old dogs do not eat fish."),
]

SCOPE = [
    ("The storm damaged the pier.", "The storm not only damaged the pier, it sank two boats."),
    ("Some swans are black.", "Not all swans are black."),
    ("Most buses are electric.", "Not every bus is electric."),
]


ENTAILED = [
    ("A tall woman is feeding ducks by the pond.", "A woman is not feeding ducks."),
    ("The large mill burnt down in a storm.", "The mill did not burn down."),
    ("A brown horse stands by the fence.", "The horse is not brown."),
    ("Two horses stand by the fence.", "There are no horses by the fence."),
    ("A guitar lies on the table.", "No instrument lies on the table."),
    ("The gardener planted the oak.", "The oak was not planted by the gardener."),
    ("It is a plan that makes sense.", "That plan does not make sense."),
    ("A boy carrying a kite.", "A boy is not carrying a kite."),
    ("The mill is required to report.", "Neither the mill nor the quarry is required to report."),
    ("Everyone liked the concert.", "Not one person liked the concert."),
    ("A cook is chopping some onions.", "There is no cook chopping some onions."),
    ("The yard launched nine ferries.", "The yard launched zero ferries."),
]

LEFT_OPEN = [
    ("The choir sings.", "The choir does not sing in Latin."),
    ("The shop sells red paint.", "The shop does not sell blue paint."),
    ("The club has nine members.", "The club does not have forty members."),
    ("Mara is a singer.", "Mara is not a singer who tours abroad."),
    ("The council voted to close the pool.", "The council did not close the pool."),
    ("The council intends to close the pool.", "The council did not close the pool."),
    ("The evidence shows a fall in prices.", "There is no evidence."),
    ("The barges belong to the town.", "The barges are not ours."),
    ("The kiosk takes cash.", "We do not take."),
    ("The report on pool safety was late.", "The pool is not safe."),
    ("The vaccine has side effects.", "The treatment has no side effects."),
    ("The spire is taller than the mast.", "The spire is shorter than the crane."),
]


UNDONE = [
    ("The mayor visited the quarry.", "The mayor avoided visiting the quarry."),
    ("The chapel was listed.", "The chapel was prevented from being listed."),
    ("The pilot was barred from entering the hangar.", "The pilot entered the hangar."),
]

NOT_UNDONE = [
    ("The mayor visited the quarry.", "The mayor avoided visiting the harbour."),
    ("The mayor did not visit the quarry.", "The mayor avoided visiting the quarry."),
    (
        "The pilot was barred from entering the hangar in 1950.",
        "The pilot entered the hangar in 1980.",
    ),
    ("The fence prevents floods.", "The floods rose."),
]

TURNED = [
    ("The mast is taller than the spire.", "The spire is taller than the mast."),
    ("Goats are more likely to stray than sheep.", "Sheep are more likely to stray than goats."),
    (
        "Frost is more common in hollows than on hills.",
        "Frost is more common on hills than in hollows.",
    ),
    ("Rye needs less water than maize.", "Maize needs less water than rye."),
]

NOT_TURNED = [
    ("The mast is taller than the spire.", "The spire is shorter than the mast."),
    ("The mast is taller than the spire.", "The spire is wider than the mast."),
    ("The mast is taller than the spire.", "The spire is taller than the crane."),
    ("The mast is not taller than the spire.", "The spire is not taller than the mast."),
    ("Rye was cheaper than maize in 1950.", "Maize was cheaper than rye in 1990."),
    ("The mast has more than 40 bolts.", "The spire has more than 40 bolts."),
]


@pytest.mark.parametrize(("one", "other"), UNDONE)
def test_what_was_avoided_or_prevented_was_not_done(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), NOT_UNDONE)
def test_avoiding_something_else_is_no_conflict(one: str, other: str) -> None:
    assert stance(one, other) != "contradicts"


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_of_two_things_only_one_can_be_more(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"
    assert contradictions(one, other)


def test_names_may_change_places_as_well() -> None:
    one = "The Orla Ferry is slower than the Tann Ferry."
    assert stance(one, "The Tann Ferry is slower than the Orla Ferry.") == "contradicts"


@pytest.mark.parametrize(("one", "other"), NOT_TURNED)
def test_another_comparison_is_no_conflict(one: str, other: str) -> None:
    assert stance(one, other) != "contradicts"
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("affirmed", "denied"), ENTAILED)
def test_a_denial_contradicts_what_says_as_much_or_more(affirmed: str, denied: str) -> None:
    assert stance(affirmed, denied) == "contradicts"


@pytest.mark.parametrize(("affirmed", "denied"), LEFT_OPEN)
def test_a_denial_of_something_narrower_is_open(affirmed: str, denied: str) -> None:
    assert stance(affirmed, denied, RULE) == SILENT


def test_a_denial_of_a_narrower_case_is_a_tension() -> None:
    assert stance("The shop does not sell bread in winter.", "The shop sells bread.") == "qualifies"
    assert stance("The club does not have forty members.", "The club has members.") == "qualifies"
    assert stance("The fence does not fully stop deer.", "The fence stops deer.") == "qualifies"
    assert stance("Neither fence fully stops deer.", "Fences stop deer.") == "qualifies"


def test_what_was_so_then_is_not_what_is_so_now() -> None:
    assert stance("In 1990 the fare was cheap.", "The fare is expensive.") == "qualifies"
    assert stance("In 1990 the fare was cheap.", "The fare was expensive.") == "contradicts"
    assert stance("Lind was first mayor (1850-57).", "Lind is second mayor.") == "contradicts"


def test_few_against_none_is_a_tension() -> None:
    assert stance("Few passengers use the ferry.", "No passengers use the ferry.") == "qualifies"
    assert stance("The ferry has few decks.", "The ferry has no decks.") == "qualifies"


def test_what_is_denied_of_no_kind_is_not_asserted() -> None:
    one = "There is no bridge that is older than the church."
    assert stance(one, "A bridge is older than the church.") != "agrees"


def test_two_denied_opposites_can_both_hold() -> None:
    assert stance("The risk is not low.", "The risk is not high.") == SILENT
    assert stance("The water is not cold.", "The water is not hot.") == SILENT


@pytest.mark.parametrize(("affirmed", "denied"), DENIED)
def test_a_statement_and_its_denial_contradict(affirmed: str, denied: str) -> None:
    assert stance(affirmed, denied) == "contradicts"


@pytest.mark.parametrize(("one", "other"), OPPOSITE_WORDS)
def test_words_that_exclude_each_other_contradict(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), CANCELLED)
def test_two_oppositions_cancel_out(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("one", "other"), UNRELATED)
def test_a_denial_of_something_else_is_no_matter(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT


@pytest.mark.parametrize(("one", "other"), SCOPE)
def test_a_cue_counts_only_within_its_scope(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT


def test_both_denying_is_no_conflict() -> None:
    assert contradictions("The lake does not freeze.", "The lake never freezes.") == []


def test_the_denying_word_is_the_evidence_and_is_quoted() -> None:
    a, b = "The tower was repaired in spring.", "The tower was not repaired in spring."
    (judgement,) = judgements(a, b)
    assert judgement.rule == RULE
    assert judgement.b_evidence.of(b) == "not"
    assert "“not”" in judgement.rationale


def test_verbs_that_only_carry_others_are_no_opposites() -> None:
    assert stance("The bell was taken out of use.", "The bell was given up.", RULE) == SILENT


ORDER = [
    ("The barn was sold before the war ended.", "The barn was sold after the war ended."),
    ("After the fort burned, the town declined.", "The town declined before the fort burned."),
]
NO_ORDER = [
    ("The barn was sold before the war ended.", "The barn was sold after the road was built."),
    ("The barn was sold before the war ended.", "The barn was burnt after the war ended."),
    ("Nobody drowned when the dam broke.", "Two men drowned when the raft sank."),
]


@pytest.mark.parametrize(("one", "other"), ORDER)
def test_before_something_is_not_after_it(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "contradicts"
    assert stance(other, one, RULE) == "contradicts"


@pytest.mark.parametrize(("one", "other"), NO_ORDER)
def test_two_events_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
