"""What is over against what goes on, or is still to come."""

import pytest
from judged_pairs import SILENT, stance

CONFLICTS = [
    ("The ferry was given up in 2005.", "The ferry still runs every day."),
    ("The fog bell was discontinued in 1990.", "The fog bell is still used."),
    ("The council has dropped the extension to the harbour.",
     "An extension to the harbour is planned."),
    ("The extension was scrapped in 2021.", "The extension will open next year."),
    ("The bell fell silent in 1990.", "The bell still sounds in storms."),
    ("The bell has not been heard since 1990.", "The bell still sounds."),
    ("The mill ran until 1951.", "The mill is still in use."),
    ("The pump no longer works.", "The pump remains in use today."),
    ("The bridge was demolished in 1970.", "The bridge still stands."),
    ("The night bus was abolished in 2019.", "The night bus runs every thirty minutes."),
    ("The quarry was closed down by the owners.", "The quarry continues to operate."),
    ("The library was closed for good in 2015.", "The library remains in use."),
    ("The regatta was cancelled.", "The regatta took place."),
    ("The hearing was called off.", "The hearing was held on 3 May."),
    ("The strike is over.", "The strike continues."),
    ("The strike ended in May.", "The strike is still under way."),
    ("The levy was abolished in 2005.", "The levy is still collected."),
    ("The kettle has been withdrawn from sale.", "The kettle is still on sale."),
    ("The dialect died out in the 19th century.", "The dialect is still spoken in the valley."),
    ("The rule was dropped last year.", "The rule is still in force."),
    ("The dam will be built next year.", "The ministry dropped its plans for the dam."),
]  # fmt: skip

NO_CONFLICTS = [
    ("The regatta was cancelled in 2020.", "The regatta took place in 2021."),
    ("The regatta was cancelled.", "The regatta takes place in May."),
    ("The mill was used until 1950.", "The mill was used in 1900."),
    ("The mill was given up in 1950.", "The mill ran every day in 1940."),
    ("The pool is closed on Mondays.", "The pool is still in use."),
    ("The museum was closed for the winter.", "The museum remains in use."),
    ("The brewery was sold in 2004.", "The brewery is still in operation."),
    ("The old ferry was given up in 2005.", "The ferry runs every hour."),
    ("The ferry was given up in 1950.", "The ferry has run since 1988."),
    ("The ferry was given up in 1950.", "The ferry has operated since 1988."),
    ("The chapel was closed down in 1990.", "The chapel is still used as a shop."),
    ("The factory was closed down in 1990.", "The factory still stands."),
    ("The bus was discontinued in winter.", "The bus still runs."),
    ("Three stations were closed for good in 1980.", "The stations are still in use."),
    ("A ferry was scrapped in 1980.", "The ferry still runs."),
    ("The tower was abandoned in 1950.", "The tower is built of granite."),
    ("The road was abandoned in 1950.", "The road runs along the river."),
    ("The line will be discontinued in 2030.", "The line still runs."),
    ("The barn is being demolished.", "The barn still stands."),
    ("The ferry that was given up in 1950 was red.", "The ferry still runs."),
    ("The north bell fell silent in 1990.", "The south bell still sounds."),
    ("The mine may have been abandoned in 1950.", "The mine is still in use."),
    ("The council dropped the price of the extension.", "The extension is planned."),
    ("The horn was closed until 1950.", "The horn still sounds."),
    ("The shop opens at 9 am.", "The shop closes at 6 pm."),
    ("The lecture ended at five.", "The lecture continues."),
    ("The roof is over the hall.", "The roof still stands."),
    ("The levy was abolished in Sweden.", "The levy is still collected in Denmark."),
    ("The kettle was withdrawn from sale.", "Lids for the kettle are still sold."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), CONFLICTS)
def test_what_is_over_does_not_go_on(a: str, b: str) -> None:
    assert stance(a, b, "polarity") == stance(b, a, "polarity") == "contradicts"


@pytest.mark.parametrize(("a", "b"), NO_CONFLICTS)
def test_what_is_not_over_for_good_may_go_on(a: str, b: str) -> None:
    assert stance(a, b, "polarity") == SILENT
