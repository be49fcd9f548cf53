"""What is so on some days or in some seasons against what is not so on them."""

import pytest
from judged_pairs import stance

CONFLICTS = [
    ("The baths are open every day.", "The baths are closed on Tuesdays."),
    ("The baths are open daily except Mondays.", "The baths are open on Mondays."),
    ("The kiosk opens only on Saturdays.", "The kiosk opens on Mondays."),
    ("The kiosk is closed only on Mondays.", "The kiosk is closed on Fridays."),
    ("The kiosk is open Tuesday to Sunday.", "The kiosk is closed on Wednesdays."),
    ("The chairlift runs all year round.", "The chairlift does not run in winter."),
    ("The trail is open only in summer.", "The trail is open all year."),
    ("The orchard is open from April to October.", "The orchard is closed in July."),
    ("Tastings take place on weekdays only.", "Tastings take place on Saturdays."),
    ("The night bus runs at weekends.", "The night bus does not run on Sundays."),
    ("The orchard is open all year.", "The orchard is open from April to October."),
    ("The chairlift runs daily.", "The chairlift runs from Monday to Friday."),
]

NO_CONFLICTS = [
    ("The kiosk opens on Saturdays.", "The kiosk opens on Mondays."),
    ("The kiosk is closed on Mondays.", "The kiosk is open on Tuesdays."),
    ("The kiosk is open daily except Mondays.", "The kiosk is closed on Mondays."),
    ("The kiosk is open daily in summer.", "The kiosk is closed on Mondays in winter."),
    ("The kiosk is open daily in summer.", "The kiosk is closed on Mondays."),
    ("The baths are open daily.", "The sauna is closed on Mondays."),
    ("The orchard is open from April to October.", "The orchard is closed in January."),
    ("The chairlift runs daily.", "The chairlift does not run in storms."),
    ("The shop sells fish only on Fridays.", "The shop sells bread on Mondays."),
    ("Many bakers bake on Sundays.", "Many bakers do not bake on Sundays."),
    ("In 1990 the baths were open daily.", "The baths are closed on Mondays."),
    ("The orchard is open all year.", "The orchard is open in May."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_days_that_one_includes_and_the_other_leaves_out(one: str, other: str) -> None:
    assert stance(one, other, "polarity") == "contradicts"
    assert stance(other, one, "polarity") == "contradicts"


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_other_days_other_seasons_and_other_things_conflict_in_nothing(
    one: str, other: str
) -> None:
    assert "contradicts" not in {stance(one, other, "polarity"), stance(other, one, "polarity")}
