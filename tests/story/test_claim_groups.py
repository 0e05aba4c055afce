"""Claims that count one thing, over articles: same, updated, conflicting; parts are not compared with their whole."""

from datetime import date

import pytest

from analysis.dates.interval import Interval
from analysis.dating import as_of, resolve
from analysis.marks import claims, numbers, times
from analysis.story import agreement, claim_groups
from analysis.tables import TABLES
from analysis.text.read import read

FLOOD = "السيول تجتاح مدينة درنة شرقي ليبيا وتدمر سد وادي المدينة والجسور والطرق بعد عاصفة عنيفة. "


def grouped(*articles: tuple[date, str]) -> list[dict]:
    rows, known, readings = [], {}, {}
    for number, (day, text) in enumerate(articles):
        reading = read(FLOOD + text, f"a{number}")
        published = Interval.day(day)
        dated = resolve.resolve(times.find(reading), published, reading)
        counted = numbers.find(reading, [(row["start"], row["end"]) for row in dated], [])
        rows += as_of.find(reading, claims.find(reading, counted, dated, []), dated, published)
        readings[f"a{number}"] = reading
        known[f"a{number}"] = {"published_latest": day, "outlet_id": f"outlet-{number}"}
    found = claim_groups.group(rows, known, readings)
    TABLES["claim_groups"].check(TABLES["claim_groups"].frame(found))
    return found


def verdicts(*articles: tuple[date, str]) -> list[str]:
    found = {row["group_id"]: row["verdict"] for row in grouped(*articles)}
    return list(found.values())


MONDAY, FRIDAY, LATER = date(2023, 9, 11), date(2023, 9, 15), date(2023, 12, 1)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        pytest.param((MONDAY, "قتل 150 شخصا اليوم."), (MONDAY, "مصرع 150 شخصا."), "same", id="same"),
        pytest.param((MONDAY, "قتل نحو 150 شخصا اليوم."), (MONDAY, "قتل 153 شخصا."), "same", id="about"),
        pytest.param(
            (MONDAY, "قتل 150 شخصا اليوم."), (FRIDAY, "قتل 5300 شخص حتى اليوم."), "updated", id="a toll that grows"
        ),
        pytest.param(
            (MONDAY, "قتل 150 شخصا اليوم."), (MONDAY, "قتل 90 شخصا اليوم."), "conflicting", id="one day, two tolls"
        ),
        pytest.param(
            (MONDAY, "نشر الجيش 400 جندي ليبي."),
            (LATER, "بقي 250 عسكريا ليبيا هناك."),
            "updated",
            id="soldiers by two names",
        ),
    ],
)
def test_two_claims_about_one_thing(first, second, verdict):
    assert verdicts(first, second) == [verdict]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("قتل 150 شخصا اليوم.", "أصيب 90 شخصا اليوم.", id="dead and wounded"),
        pytest.param("قتل 150 شخصا اليوم.", "قتل 90 شخصا عام 2011.", id="dead of another year"),
        pytest.param("نشر الجيش 400 جندي ليبي.", "نشر الجيش 250 جنديا تركيا.", id="soldiers of two sides"),
        pytest.param("قتل عشرات الأشخاص.", "قتل مئات الأشخاص.", id="vague figures"),
    ],
)
def test_other_things_are_no_group(first, second):
    assert verdicts((MONDAY, first), (MONDAY, second)) == []


def test_the_part_that_agrees_is_a_group_of_its_own():
    found = grouped((MONDAY, "قتل 150 شخصا اليوم."), (MONDAY, "قتل 150 شخصا."), (MONDAY, "قتل 90 شخصا اليوم."))
    sizes = {row["group_id"]: 0 for row in found}
    for row in found:
        sizes[row["group_id"]] += 1
    assert sorted((sizes[row["group_id"]], row["verdict"]) for row in found) == [
        (2, "same"), (2, "same"), (3, "conflicting"), (3, "conflicting"), (3, "conflicting")
    ]  # fmt: skip


def test_a_part_is_not_compared_with_its_whole():
    (whole, part) = grouped((MONDAY, "قتل 150 شخصا بينهم 30 شخصا من حي واحد."))
    assert whole["verdict"] == part["verdict"] == "not_comparable"
    assert "30" in whole["why_en"]
    assert "150" in whole["why_ar"]


TUESDAY = date(2023, 9, 12)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param(
            (MONDAY, "قتل 150 شخصا اليوم."), (TUESDAY, "تجاوز عدد القتلى 150 شخصا. قتل 230 شخصا حتى اليوم."),
            {"updated", "same"}, id="an old toll said again",
        ),
        pytest.param(
            (MONDAY, "أنقذت الفرق أكثر من 360 مهاجرا."), (TUESDAY, "يتلقى 367 ناجيا المساعدة."), {"same"}, id="saved"
        ),
        pytest.param(
            (MONDAY, "قتل 150 شخصا اليوم."), (TUESDAY, "قتل 2000 شخص منذ بداية العام الحالي."), set(), id="a year"
        ),
        pytest.param(
            (MONDAY, "قتل 150 شخصا اليوم بكميات مطر غير مسبوقة منذ 30 عاما."), (MONDAY, "مصرع 150 شخصا."),
            {"same"}, id="without its like for thirty years",
        ),
    ],
)  # fmt: skip
def test_of_what_time_and_of_whom(first, second, found):
    assert set(verdicts(first, second)) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param(
            (MONDAY, "قتل 150 شخصا اليوم في مدينة درنة."), (MONDAY, "قتل 90 شخصا اليوم في مدينة بنغازي."),
            set(), id="two places",
        ),
        pytest.param(
            (MONDAY, "قتل 5 أشخاص اليوم. وقتل 30 شخصا اليوم في حي آخر."), (MONDAY, "قتل 30 شخصا اليوم."),
            {"same"}, id="two figures of one article",
        ),
        pytest.param(
            (MONDAY, "قتل 4 أشخاص اليوم."), (MONDAY, "قتل 150 شخصا اليوم."), set(), id="too far apart for one day",
        ),
        pytest.param(
            (MONDAY, "أصيب 3 أشخاص اليوم في انهيار جسر."), (FRIDAY, "أصيب 3 أشخاص اليوم في حادث سير."),
            set(), id="a small number, days later",
        ),
        pytest.param(
            (MONDAY, "قتل 12 جنديا اليوم."), (TUESDAY, "قتل 40 شخصا اليوم بينهم 12 جنديا."),
            {"same", "not_comparable"}, id="who is named among the dead",
        ),
        pytest.param(
            (MONDAY, "قتل ستة أشخاص اليوم بينهم امرأتان."), (MONDAY, "مصرع ستة أشخاص بينهم امرأتان."),
            {"same", "not_comparable"}, id="women among the dead are dead",
        ),
        pytest.param(
            (MONDAY, "قتل 7 شرطيين اليوم."), (MONDAY, "قتل 9 جنود اليوم."), set(), id="police and soldiers",
        ),
        pytest.param(
            (MONDAY, "حرر الجيش 4 رهائن اليوم."), (MONDAY, "أوقف الجيش 6 مشتبه بهم اليوم."), set(), id="held by whom",
        ),
        pytest.param(
            (MONDAY, "تبعد مدينة درنة 250 كيلومترا عن بنغازي."), (MONDAY, "تقع درنة على بعد 290 كيلومترا عن بنغازي."),
            {"conflicting"}, id="a distance between the same places",
        ),
        pytest.param(
            (MONDAY, "تتراوح الكلفة بين 3 ملايين و14 مليون دولار وتبلغ هنا 11 مليون دولار."),
            (MONDAY, "وصل الوزير."), set(), id="inside a range",
        ),
        pytest.param(
            (MONDAY, "بلغ سعر القمح 250 دولارا اليوم."), (FRIDAY, "بلغ سعر القمح 265 دولارا اليوم."),
            set(), id="prices of two days",
        ),
    ],
)  # fmt: skip
def test_what_differs_is_set_against_each_other_only_where_it_is_one_thing(first, second, found):
    assert set(verdicts(first, second)) == found


def test_what_became_of_cases_says_what_is_counted():
    bulletin = "بلغ عدد حالات الإصابة بالكوليرا منذ يناير 2023 نحو {} حالة، توفيت منها {} حالة وشفيت {} حالة."
    found = grouped((MONDAY, bulletin.format(900, 40, 700)), (FRIDAY, bulletin.format(1100, 45, 820)))
    assert {row["verdict"] for row in found} == {"updated"}
    assert len({row["group_id"] for row in found}) == 3


def test_a_smaller_toll_upheld_by_another_claimant_is_a_conflict():
    known = {f"a{n}": {"published_latest": MONDAY} for n in range(2)}
    readings = {name: read(FLOOD + "أعلنت الحكومة مقتل 12 جنديا، وقال ضابط إنهم 9 جنود.", name) for name in known}
    rows = [
        row | {"claimant_id": claimant, "category": "killed"}
        for reading in readings.values()
        for row, claimant in zip(
            as_of.find(reading, claims.find(reading, numbers.find(reading, [], []), [], []), [], Interval.day(MONDAY)),
            ("government", "officer"),
            strict=True,
        )
    ]
    found = {len(group): group for group in _by_group(claim_groups.group(rows, known, readings))}
    assert {row["verdict"] for row in found[4]} == {"conflicting"}


def _by_group(rows: list[dict]) -> list[list[dict]]:
    return [[row for row in rows if row["group_id"] == name] for name in {row["group_id"] for row in rows}]


def test_those_drawn_from_a_toll_are_a_part_of_it():
    found = grouped((MONDAY, "قتل 100 شخص اليوم. وقال إن 87 من الضحايا دفنوا."), (MONDAY, "قتل 100 شخص اليوم."))
    assert {row["verdict"] for row in found} == {"same"}


def test_why_names_the_figures_in_both_languages():
    row = grouped((MONDAY, "قتل 150 شخصا اليوم."), (FRIDAY, "قتل أكثر من 5300 شخص حتى اليوم."))[0]
    assert (
        row["why_en"]
        == "The count rises from 150 to more than 5,300: the lower figure came first or was a lower bound."
    )
    assert "أكثر من 5300" in row["why_ar"]
    assert (row["n_outlets"], row["n_origins"], row["grade"]) == (2, None, None)


def test_why_writes_large_numbers_in_words():
    row = grouped((MONDAY, "خصصت الحكومة 38 مليار دينار."), (MONDAY, "خصصت الحكومة مبلغ 38 مليار دينار."))[0]
    assert row["why_en"] == "Each of the 2 claims gives the same figure (38 billion)."
    assert "(38 مليار)" in row["why_ar"]
    row = grouped((MONDAY, "خصصت الحكومة 3 ملايين دينار."), (MONDAY, "خصصت الحكومة مبلغ 3 ملايين دينار."))[0]
    assert "(3 ملايين)" in row["why_ar"]


def test_agreement_is_counted_by_origin():
    known = {"a": [(0, 100, "wire")], "b": [(0, 50, "wire"), (50, 100, "own")]}
    assert agreement.origins([("a", 10, 20), ("b", 10, 20)], known) == 1
    assert agreement.origins([("a", 10, 20), ("b", 60, 70), ("c", 0, 5)], known) == 3
    assert agreement.outlets(["a", "b", "c"], {"a": {"outlet_id": "x"}, "b": {"outlet_id": "x"}, "c": {}}) == 1
