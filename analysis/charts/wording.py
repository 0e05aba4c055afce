"""Dates, numbers and counted nouns as a reader of each language expects them; values to strings in logical order.

Ranges are written in words (a dash between numbers reads either way beside Arabic). Digits are Western here;
`labels.put` prints Arabic-Indic ones where the page asks for them. Months are those of the press of the Gulf and Egypt
(مارس، يونيو), from CLDR through Babel, which is imported only where a date is written.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from analysis.charts.look import Lang
from analysis.charts.shaping import clean, first_strong

Grammar = Literal["one", "two", "few", "many", "hundred", "other"]
DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25


def number(value: float, lang: Lang) -> str:
    """``5200`` in Arabic, ``5,200`` in English; no more decimals than the value has, four at most."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.replace(",", "") if lang == "ar" else text


def percent(share: float, lang: Lang) -> str:
    """A share from 0 to 1 in whole percent. After Arabic the sign goes to the left of the number, as in print."""
    return f"{number(round(share * 100), lang)}%"


def number_word(
    count: int, lang: Lang, gender: Literal["masculine", "feminine"] = "feminine", *, genitive: bool = False
) -> str:
    """``count`` as a word up to ten, in digits beyond; ``gender`` is that of the noun counted (خمس مقالات).

    ``genitive`` is for what follows في or من; it shows in two alone (اثنتين).
    """
    words, gender_of_it = _numerals(), gender if lang == "ar" else ""
    plain = words.get((count, lang, gender_of_it, ""), number(count, lang))
    return words.get((count, lang, gender_of_it, "genitive"), plain) if genitive else plain


def counted(count: int, noun: str, lang: Lang, *, words: bool = False) -> str:
    """``count`` with the form of ``noun`` that agrees with it: «5 مقالات», ``5 articles``.

    ``noun`` is a key of `language/label_nouns.tsv`; ``words`` writes numbers up to ten out. KeyError where it has none.
    """
    grammar = agreement(count, lang)
    form, gender = _nouns()[noun, lang, grammar]
    if lang == "ar" and grammar in ("one", "two"):
        return form
    if lang == "ar" and count == 0:
        return f"لا {form}"
    if count == 0:
        return f"no {form}"
    return f"{number_word(count, lang, gender) if words else number(count, lang)} {form}"  # type: ignore[arg-type]


def agreement(count: int, lang: Lang) -> Grammar:
    """The form of a noun after ``count``, by the rules of CLDR (3 to 10 plural, 11 to 99 accusative, 100 genitive)."""
    if lang == "en":
        return "one" if count == 1 else "other"
    if count in (1, 2):
        return "one" if count == 1 else "two"
    tail = count % 100
    if 3 <= tail <= 10 or count == 0:
        return "few"
    return "many" if tail > 10 else "hundred"


def listed(names: Sequence[str], lang: Lang) -> str:
    """Names as a list in a sentence: «أ وب وج», ``A, B and C``. A Latin name after و keeps a space."""
    first, *others = names or [""]
    if lang == "ar":
        spaced = ("" if first_strong(clean(name)) == "R" else " " for name in others)
        return " ".join([first, *(f"و{space}{name}" for space, name in zip(spaced, others, strict=True))])
    return f"{', '.join([first, *others[:-1]])} and {others[-1]}" if others else first


def day(when: Any, lang: Lang, *, year: bool = True) -> str:
    """A day in words: «23 مارس 2021», ``23 March 2021``. ``when`` is anything with year, month and day."""
    return _format(when, "d MMMM y" if year else "d MMMM", lang)


def month(when: Any, lang: Lang, *, year: bool = True) -> str:
    """The month of a day: «مارس 2021», ``March 2021``."""
    return _format(when, "MMMM y" if year else "MMMM", lang)


def month_short(when: Any, lang: Lang) -> str:
    """The month for a tick: ``Mar``; Arabic does not shorten months, «مارس»."""
    return _format(when, "MMM", lang)


def interval(earliest: Any, latest: Any, lang: Lang, *, year: bool = True, either: bool = False) -> str:
    """A closed or half-open interval of days in words, as short as it can be said.

    «من 1 إلى 23 مارس 2021»; a whole month as «مارس 2021», an open start as «23 مارس 2021 على الأكثر», nothing known as
    «بلا تاريخ». ``either`` says that the ends are two possible days (``23 or 24 March``), not a duration; it only
    speaks of two days in a row. Missing ends are None or NaT.
    """
    first, last = _date(earliest), _date(latest)
    if first is None or last is None:
        return _open(first, last, lang, year=year)
    if first == last:
        return day(first, lang, year=year)
    if whole := _whole(first, last, lang, year=year):
        return whole
    ends = _ends(first, last, "d MMMM", lang, year=year)
    if either and (last - first).days == 1:
        return f"{ends[0]} أو {ends[1]}" if lang == "ar" else f"{ends[0]} or {ends[1]}"
    return _from_to(*ends, lang)


def stretch(days: int, lang: Lang) -> str:
    """A length of time in its largest fitting unit, rounded, in words up to ten: «تسعة أشهر», ``nine months``."""
    for unit, length in (("year", DAYS_A_YEAR), ("month", DAYS_A_MONTH), ("week", 7.0)):
        if days >= 1.95 * length:
            return counted(round(days / length), unit, lang, words=True)
    return counted(days, "day", lang, words=True)


def _open(first: dt.date | None, last: dt.date | None, lang: Lang, *, year: bool) -> str:
    if first is not None:
        said = day(first, lang, year=year)
        return f"من {said} فصاعداً" if lang == "ar" else f"from {said} on"
    if last is not None:
        said = day(last, lang, year=year)
        return f"{said} على الأكثر" if lang == "ar" else f"by {said}"
    return "بلا تاريخ" if lang == "ar" else "no date"


def _whole(first: dt.date, last: dt.date, lang: Lang, *, year: bool) -> str:
    """Whole months or years, or nothing."""
    if first.day != 1 or (last + dt.timedelta(days=1)).day != 1:
        return ""
    if (first.month, last.month) == (1, 12) and year:
        ends = f"{first.year}", f"{last.year}"
        return ends[0] if first.year == last.year else _from_to(*ends, lang)
    if (first.year, first.month) == (last.year, last.month):
        return month(first, lang, year=year)
    return _from_to(*_ends(first, last, "MMMM", lang, year=year), lang)


def _ends(first: dt.date, last: dt.date, pattern: str, lang: Lang, *, year: bool) -> tuple[str, str]:
    """Both ends, the first without what it shares with the last."""
    later = _format(last, f"{pattern} y" if year else pattern, lang)
    if first.year != last.year:
        return _format(first, f"{pattern} y", lang), _format(last, f"{pattern} y", lang)
    if first.month != last.month:
        return _format(first, pattern, lang), later
    return str(first.day), later


def _from_to(first: str, last: str, lang: Lang) -> str:
    return f"من {first} إلى {last}" if lang == "ar" else f"{first} to {last}"


def _format(when: Any, pattern: str, lang: Lang) -> str:
    from babel.dates import format_date  # the test of an older matplotlib runs without it

    return format_date(dt.date(when.year, when.month, when.day), pattern, locale=lang)


def _date(when: Any) -> dt.date | None:
    return None if when is None or when != when else dt.date(when.year, when.month, when.day)


@cache
def _nouns() -> dict[tuple[str, str, str], tuple[str, str]]:
    return {(row["noun"], row["lang"], row["number"]): (row["form"], row["gender"]) for row in _rows("label_nouns")}


@cache
def _numerals() -> dict[tuple[int, str, str, str], str]:
    rows = _rows("label_numerals")
    return {(int(row["value"]), row["lang"], row["gender"], row["case"]): row["form"] for row in rows}


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("analysis") / "language" / f"{name}.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
