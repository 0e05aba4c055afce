"""Names of months, weekdays and eras agree with CLDR in every Arabic locale, through Babel."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale, localedata

from analysis import lexicon
from analysis.dates import calendars
from analysis.text.fold import fold

LOCALES = sorted(name for name in localedata.locale_identifiers() if name == "ar" or name.startswith("ar_"))
CONTEXTS = [(context, width) for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]


def folded(form):
    return " ".join(fold(form).text.split())


@pytest.mark.parametrize("name", LOCALES)
def test_every_name_of_cldr_is_known_as_its_month(name):
    known = {(folded(row["form"]), row["month"]) for row in lexicon.rows("months") if row["calendar"] == "gregorian"}
    for context, width in CONTEXTS:
        for month, form in Locale.parse(name).months[context][width].items():
            assert (folded(form), str(month)) in known


@pytest.mark.parametrize("name", LOCALES)
def test_every_name_of_cldr_is_known_as_its_weekday(name):
    known = {(folded(row["form"]), int(row["weekday"])) for row in lexicon.rows("weekdays")}
    for context, width in CONTEXTS:
        for day, form in Locale.parse(name).days[context][width].items():
            assert (folded(form), day + 1) in known


@pytest.mark.parametrize("name", LOCALES)
def test_every_era_of_cldr_is_known(name):
    known = {(folded(row["form"]), row["era"]) for row in lexicon.rows("eras")}
    for eras in Locale.parse(name).eras.values():
        assert {(folded(form), "AD" if era else "BC") for era, form in eras.items()} <= known


def test_no_spelling_names_two_months_of_one_calendar():
    months: dict[tuple[str, str], set[str]] = {}
    for row in lexicon.rows("months"):
        months.setdefault((row["calendar"], fold(row["form"]).text), set()).add(row["month"])
    assert all(len(found) == 1 for found in months.values())


def test_every_feast_has_a_day_in_its_calendar_or_a_way_to_reckon_it():
    for row in lexicon.rows("feasts"):
        if row["moving"] in {"western", "eastern"}:
            assert -50 < int(row["day"]) < 50, row
        elif row["nth"]:
            assert calendars.month_in(row["calendar"], 2020, int(row["month"])), row
        elif row["license"] != "never" and row["moving"] != "eid":
            year = 1441 if row["calendar"] == "hijri" else 2020
            assert isinstance(calendars.day_of(row["calendar"], year, int(row["month"]), int(row["day"])), date), row
