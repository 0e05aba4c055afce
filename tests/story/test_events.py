"""Tellings of one event come together, those of two stay apart, and what can happen only once has one date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from analysis.story import event_labels, events
from analysis.story.told import tell
from analysis.text.read import read

PEOPLE = {"sami-khatib", "nadia-salem"}
NAMES = {
    "سامي الخطيب": "sami-khatib",
    "نادية سالم": "nadia-salem",
    "صفاقس": "sfax",
    "حزب الوفاق": "wifaq",
    "تونس": "tunis",
    "وزارة الصحة": "health-ministry",
}


def told_in(article_id: str, text: str, published: str, days: Mapping[str, tuple[str, str]]):
    """What ``text`` tells, with ``days`` for its time expressions."""
    reading = read(text, article_id)
    times = [
        {
            **_at(reading, words),
            "time_id": f"{article_id}:{words}",
            "type": "DATE",
            "earliest": date.fromisoformat(first),
            "latest": date.fromisoformat(last),
            "open": None,
            "grain": "day",
        }
        for words, (first, last) in days.items()
    ]
    names = [
        {**_at(reading, name), "entity_id": slug, "type": "PER" if slug in PEOPLE else "GPE"}
        for name, slug in NAMES.items()
        if name in text
    ]
    day = date.fromisoformat(published)
    return tell(reading, times, names, [], (day, day))


def kinds(told):
    return [one.kind for one in told]


def _at(reading, words):
    start = reading.source.index(words)
    return reading.where_is(start, start + len(words))


def found(*told, published="2019-05-20"):
    tellings = [one for some in told for one in some]
    day = date.fromisoformat(published)
    articles = {one.article_id: {"published_earliest": day, "published_latest": day} for one in tellings}
    return events.find(tellings, articles, {})


def test_two_articles_tell_of_one_fire_in_other_words():
    a = told_in("a", "اندلع حريق في سوق الخضار وسط تونس صباح السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    b = told_in("b", "قالت الشرطة إن حريق سوق الخضار في تونس وقع السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    (fire,) = [event for event in found(a, b).events if event["n_articles"] == 2]
    assert (fire["earliest"], fire["latest"], fire["conflict"]) == (date(2019, 5, 18), date(2019, 5, 18), False)


def test_two_fires_on_two_days_are_two_events():
    a = told_in("a", "اندلع حريق في سوق الخضار السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    b = told_in("b", "اندلع حريق في سوق السمك الأحد.", "2019-05-20", {"الأحد": ("2019-05-19",) * 2})
    assert [event["n_articles"] for event in found(a, b).events] == [1, 1]


def test_nobody_is_killed_twice_so_two_years_contradict_each_other():
    a = told_in(
        "a",
        "بعد اغتيال سامي الخطيب زعيم حزب الوفاق في مارس 2018.",
        "2018-06-01",
        {"مارس 2018": ("2018-03-01", "2018-03-31")},
    )
    b = told_in(
        "b", "بعد اغتيال سامي الخطيب زعيم حزب الوفاق في مارس الماضي.", "2019-05-20",
        {"مارس الماضي": ("2019-03-01", "2019-03-31")},
    )  # fmt: skip
    articles = {
        "a": {"published_earliest": date(2018, 6, 1), "published_latest": date(2018, 6, 1)},
        "b": {"published_earliest": date(2019, 5, 20), "published_latest": date(2019, 5, 20)},
    }
    (killing,) = events.find([*a, *b], articles, {}).events
    assert killing["conflict"]
    assert (killing["earliest"], killing["latest"]) == (date(2018, 3, 1), date(2018, 3, 31))
    assert "a was published by 2018-06-01 and cannot tell of a later day" in killing["reason"]


def test_what_is_told_with_a_future_verb_is_planned():
    (told,) = told_in("a", "ستزور بعثة وزارة الصحة تونس الخميس.", "2019-05-20", {"الخميس": ("2019-05-23",) * 2})
    assert (told.kind, told.status) == ("visit", "planned")


def test_a_time_counted_from_an_event_is_not_the_time_of_that_event():
    text = "غادر سامي الخطيب البلاد قبل شهرين من انتخابات الرئاسة."
    told = told_in("a", text, "2019-05-20", {"قبل شهرين": ("2019-03-01", "2019-03-31")})
    assert all(one.time is None for one in told if "vote" in one.classes)


@pytest.mark.parametrize("tail", ["وأصيب عشرة", "أسفر عن إصابة عشرة"])
def test_what_an_event_led_to_is_told_with_it_only_by_a_verb_of_result(tail):
    told = told_in("a", f"وقع انفجار في تونس، {tail}.", "2019-05-20", {})
    assert len(told) == (1 if tail.startswith("أسفر") else 2)


def test_every_telling_stands_in_its_article():
    text = "اندلع حريق في سوق الخضار وسط تونس السبت، وقتل شخصان."
    told = told_in("a", text, "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    assert told
    assert all(text[one.start : one.end] == one.text for one in told)


@pytest.mark.parametrize("text", ["\u200f", "…", "،", "\u0640"])
def test_a_sentence_without_a_word_tells_nothing(text):
    assert told_in("a", text, "2019-05-20", {}) == []


def test_one_article_does_not_conflict_with_itself():
    text = "أنباء عن مقتل سامي الخطيب زعيم حزب الوفاق الجمعة. ونفى حزب الوفاق مقتل سامي الخطيب السبت."
    told = told_in("a", text, "2019-05-20", {"الجمعة": ("2019-05-17",) * 2, "السبت": ("2019-05-18",) * 2})
    assert not any(event["conflict"] for event in found(told).events)


def test_two_words_in_common_are_not_enough_without_a_date():
    a = told_in("a", "غادر الوفد القاعة.", "2019-05-20", {})
    b = told_in("b", "غادر المدرب القاعة غاضبا.", "2019-05-20", {})
    assert found(a, b).events == []


def test_what_is_announced_is_an_event_of_its_own():
    text = "أعلنت الشرطة مساء السبت وفاة سامي الخطيب في مستشفى صفاقس."
    told = told_in("a", text, "2019-05-20", {"مساء السبت": ("2019-05-18",) * 2})
    assert kinds(told) == ["announce", "die"]
    assert told[1].time is None
    assert told[1].window[1] == date(2019, 5, 18)


@pytest.mark.parametrize(
    "text",
    [
        "لم يقتل أحد في صفاقس.",
        "نفت الشرطة أن يكون سامي الخطيب هناك، ولم تقع أي اشتباكات في صفاقس.",
        "قد تندلع اشتباكات في صفاقس إذا انهارت الهدنة.",
        "يمكن تأجيل الزيارة إلى صفاقس.",
        "مرت المسيرة في صفاقس دون اشتباكات.",
    ],
)
def test_what_is_denied_or_only_possible_is_no_event(text):
    told = told_in("a", text, "2019-05-20", {})
    assert not {"kill", "clash", "visit", "decide"} & set(kinds(told))


def test_an_accusation_claims_what_it_accuses_of():
    told = told_in("a", "اتهم حزب الوفاق الشرطة بشن هجمات على مقره في تونس.", "2019-05-20", {})
    assert [(one.kind, one.status) for one in told] == [("accuse", "claimed"), ("attack", "claimed")]


def test_a_noun_with_the_article_points_to_the_event_told_before():
    text = "هاجم مسلحون حاجزا في صفاقس السبت. وقال شهود إن الهجوم استمر ساعتين."
    told = told_in("a", text, "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    mentions = found(told).event_mentions
    assert [row["text"].split()[0] for row in mentions if row["event_id"].startswith("attack")] == ["هاجم", "الهجوم"]


def test_two_deaths_in_one_sentence_have_the_day_that_stands_behind_them():
    text = "قتل ثلاثة عمال في صفاقس وأصيب عشرة بجروح السبت."
    told = told_in("a", text, "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    assert {one.earliest for one in told} == {date(2019, 5, 18)}
    assert len(found(told).events) == 1


def test_other_people_make_another_event():
    a = told_in("a", "اعتقلت الشرطة سامي الخطيب في تونس السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    b = told_in("b", "اعتقلت الشرطة نادية سالم في تونس السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    assert [event["n_articles"] for event in found(a, b).events] == [1, 1]


def test_a_time_since_which_there_was_none_like_it_is_not_its_own():
    text = "اجتاحت فيضانات لم تشهدها تونس أول مرة منذ ثلاثين عاما مدينة صفاقس."
    told = told_in("a", text, "2019-05-20", {"منذ ثلاثين عاما": ("1989-01-01", "1989-12-31")})
    assert all(one.time is None for one in told)


def test_two_ends_of_a_stretch_date_one_event():
    text = "هطلت أمطار غزيرة على صفاقس بين الجمعة والأحد."
    days = {"الجمعة": ("2019-05-17",) * 2, "الأحد": ("2019-05-19",) * 2}
    (rain,) = told_in("a", text, "2019-05-20", days)
    assert (rain.earliest, rain.latest) == (date(2019, 5, 17), date(2019, 5, 19))


def test_the_day_of_what_is_put_off_is_not_that_of_the_decision():
    text = "قررت وزارة الصحة تأجيل زيارة كانت مقررة الخميس إلى صفاقس."
    told = told_in("a", text, "2019-05-20", {"الخميس": ("2019-05-23",) * 2})
    assert all(one.time is None for one in told if one.kind == "decide")


def test_a_participle_has_the_time_right_behind_it():
    text = "غادرت القوات المرسلة عام 2014 مدينة صفاقس."
    told = told_in("a", text, "2019-05-20", {"عام 2014": ("2014-01-01", "2014-12-31")})
    assert [(one.kind, one.earliest) for one in told] == [("withdraw", None), ("hand", date(2014, 1, 1))]


def test_a_relative_clause_speaks_of_the_noun_that_it_agrees_with():
    text = "وفاة والد الطفل الذي قتل في صفاقس."
    assert kinds(told_in("a", text, "2019-05-20", {})) == ["die", "kill"]


def test_a_clear_telling_without_a_date_is_a_row():
    told = told_in("a", "وقّعت وزارة الصحة وحزب الوفاق اتفاقا في تونس.", "2019-05-20", {})
    (signed,) = found(told).events
    assert (signed["earliest"], signed["latest"]) == (None, date(2019, 5, 20))


def test_of_a_day_and_a_month_the_day_is_kept():
    a = told_in("a", "اندلع حريق في سوق الخضار وسط صفاقس السبت.", "2019-05-20", {"السبت": ("2019-05-18",) * 2})
    b = told_in(
        "b", "كان حريق سوق الخضار في صفاقس في مايو الماضي الأكبر.", "2019-06-20",
        {"مايو الماضي": ("2019-05-01", "2019-05-31")},
    )  # fmt: skip
    (fire,) = [event for event in found(a, b).events if event["n_articles"] == 2]
    assert (fire["earliest"], fire["latest"]) == (date(2019, 5, 18), date(2019, 5, 18))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("زيارة سامي الخطيب إلى تونس.", "Visit of Sami Khatib to Tunis"),
        ("قتل سامي الخطيب في صفاقس.", "Killing of Sami Khatib in Sfax"),
        ("استقال سامي الخطيب.", "Departure from office of Sami Khatib"),
        ("محادثات بين سامي الخطيب ونادية سالم في تونس.", "Talks between Sami Khatib and Nadia Salem in Tunis"),
        ("اندلع حريق كبير في صفاقس.", "Fire in Sfax"),
    ],
)
def test_the_english_label_says_who_and_where(text, label):
    told = told_in("a", text, "2019-05-20", {})
    english = {"sami-khatib": "Sami Khatib", "nadia-salem": "Nadia Salem", "tunis": "Tunis", "sfax": "Sfax"}
    names = {slug: {"name_en": name} for slug, name in english.items()}
    assert event_labels.english(told, names) == label


def report(article_id, *sentences, published="2019-05-20", days=None):
    """Tellings of an article of several sentences, so that it has a story of its own."""
    return told_in(article_id, " ".join(sentences), published, days or {})


def shared_events(*told):
    """The events that two articles tell."""
    return [event["event_id"] for event in found(*told).events if event["n_articles"] > 1]


HARBOUR = "توسعة الميناء تشمل رصيفا جديدا ومخازن للحبوب وورشة لصيانة القوارب، وتتولاها شركة محلية."
"""What one article goes on with, that no other does."""
ORCHARD = "مزارعو الزيتون ينتظرون موسما وفيرا هذا الخريف بعد أن روت الأمطار بساتينهم في القرى المجاورة."


def test_one_agency_phrase_in_two_stories_joins_no_meetings():
    phrase = "ونقل الوزير خلال اللقاء تحيات سامي الخطيب إلى القيادة وتمنياته لها بدوام الصحة والعافية."
    a = report("a", "استقبل ملك ماليزيا مبعوثا من تونس.", phrase, HARBOUR, published="2019-05-03")
    b = report("b", "استقبلت نادية سالم وزير خارجية كندا.", phrase, ORCHARD, published="2019-05-20")
    assert shared_events(a, b) == []


def test_reports_of_one_day_join_what_they_tell_in_like_words():
    a = report("a", "افتتحت وزارة الصحة مستشفى للأطفال في صفاقس يضم مئة سرير.", "المستشفى يعمل ليلا ونهارا.")
    b = report(
        "b", "أطفال الجنوب لن يسافروا إلى العاصمة للعلاج.", "وكانت وزارة الصحة قد افتتحت مستشفى الأطفال في صفاقس.",
        published="2019-05-21",
    )  # fmt: skip
    assert len(shared_events(a, b)) == 1


def test_like_trades_of_two_days_are_two_events():
    a = report("a", "أغلق مؤشر بورصة تونس مرتفعا بدعم من أسهم البنوك.", HARBOUR, published="2019-05-06")
    b = report("b", "أغلق مؤشر بورصة تونس منخفضا بضغط من أسهم التأمين.", ORCHARD, published="2019-05-20")
    assert shared_events(a, b) == []


def test_a_rise_and_a_fall_in_the_same_words_are_two_events():
    words = "أسعار القمح في بورصة شيكاغو للعقود الآجلة تسليم سبتمبر لدى نهاية التعاملات"
    days = {"سبتمبر": ("2019-09-01", "2019-09-30")}
    a = report("a", f"ارتفعت {words}.", "المخازن ممتلئة في الموانئ.", published="2019-05-03", days=days)
    b = report("b", f"تراجعت {words}.", "الجفاف يقلق المزارعين في السهول.", published="2019-05-20", days=days)
    assert shared_events(a, b) == []


def test_an_old_event_told_in_the_same_words_is_one_in_two_stories():
    days = {"مارس 2009": ("2009-03-01", "2009-03-31")}
    telling = "وكان سامي الخطيب قد أسس جمعية حماية السلاحف البحرية في جزيرة قرقنة في مارس 2009."
    a = report("a", telling, "السلاحف تعشش على شواطئ الجزيرة كل صيف.", days=days)
    b = report("b", telling, "باحثون يضعون أجهزة تتبع على سلاحف الجزيرة.", published="2019-09-02", days=days)
    assert len(shared_events(a, b)) == 1


@pytest.mark.parametrize(
    "text", ["وصل الإنفاق في تونس إلى أقل من 20 مليار دينار.", "يصل عدد السكان إلى نحو مليون."], ids=["digits", "words"]
)
def test_a_sum_arrives_nowhere(text):
    assert told_in("a", text, "2019-05-20", {}) == []


def test_who_arrives_in_three_towns_arrives():
    assert kinds(told_in("a", "وصل سامي الخطيب إلى ثلاث مدن جنوبية.", "2019-05-20", {})) == ["arrive"]


def test_who_arrives_with_twenty_others_arrives():
    assert kinds(told_in("a", "وصل سامي الخطيب إلى تونس ومعه 20 صحفيا.", "2019-05-20", {})) == ["arrive"]


def test_a_telling_does_not_end_in_a_preposition():
    (one,) = told_in("a", "التقى سامي الخطيب نادية سالم في تونس بدون", "2019-05-20", {})
    assert (one.text, one.label) == ("التقى سامي الخطيب نادية سالم في تونس",) * 2


def test_what_befell_one_person_is_one_event_months_later_and_in_other_words():
    a = told_in("a", "ظلت محاولة قتل سامي الخطيب قرب داره لغزا.", "2019-04-02", {})
    b = told_in("b", "أثار الهجوم على سامي الخطيب أزمة في البلاد.", "2019-05-10", {})
    (both,) = [event for event in found(a, b).events if event["n_articles"] == 2]
    assert both["event_id"].startswith(("kill", "attack"))


def test_two_persons_who_stand_in_one_sentence_are_not_one_victim():
    a = told_in("a", "قال سامي الخطيب إن محاولة قتل جاره فشلت.", "2019-03-02", {})
    b = told_in("b", "سمع سامي الخطيب أن الهجوم على المصنع انتهى.", "2019-03-02", {})
    assert all(event["n_articles"] == 1 for event in found(a, b).events)


def test_what_an_event_led_to_is_an_event_of_its_own_where_it_is_of_another_kind():
    told = told_in("a", "وقع انفجار في صفاقس أدى إلى استقالة نادية سالم.", "2019-05-20", {})
    assert {"explode", "resign"} <= set(kinds(told))


def test_falling_prices_are_no_planned_reduction():
    text = "ستخفض الحكومة القوات في تونس خلال الصيف. وتخشى الأسواق هبوط الأسعار."
    told = told_in("a", text, "2019-05-20", {"الصيف": ("2019-06-01", "2019-08-31")})
    assert kinds(told) == ["reduce", "fall"]
    assert [row["text"] for row in found(told).event_mentions] == ["ستخفض الحكومة القوات في تونس خلال الصيف"]


def test_a_pronoun_behind_a_noun_means_the_person_named_last_before_it():
    a = told_in("a", "كتب سامي الخطيب مقالا قبل اختفائه في 2 مايو.", "2019-05-20", {"2 مايو": ("2019-05-02",) * 2})
    (vanished,) = [one for one in a if one.kind == "vanish"]
    assert vanished.people == {"&سام", "&خطيب"}


def test_a_pronoun_behind_a_noun_of_going_means_that_person_too():
    a = told_in(
        "a",
        "سأل سامي الخطيب عن الموعد قبل دخوله مبنى البلدية في 2 مايو.",
        "2019-05-20",
        {"2 مايو": ("2019-05-02",) * 2},
    )
    (entered,) = [one for one in a if one.kind == "enter"]
    assert entered.people == {"&سام", "&خطيب"}


def test_two_articles_that_look_back_to_one_day_of_one_person_mean_one_event():
    day = {"2 مايو": ("2019-05-02",) * 2}
    a = told_in("a", "زار سامي الخطيب القنصلية في 2 مايو ولم يعد.", "2019-05-20", day)
    b = told_in("b", "اختفى سامي الخطيب في 2 مايو بعد أن دخل القنصلية.", "2019-05-21", day)
    (event,) = [event for event in found(a, b).events if event["earliest"] == date(2019, 5, 2)]
    assert event["n_articles"] == 2


def test_a_time_of_saying_dates_no_event_told_before_it():
    text = "في إطار الأزمة بشأن اغتيال سامي الخطيب، عبرت تونس الثلاثاء عن غضبها."
    a = told_in("a", text, "2019-05-23", {"الثلاثاء": ("2019-05-21",) * 2})
    assert [one.earliest for one in a if one.kind == "kill"] == [None]


def test_where_one_went_and_what_befell_him_there_stay_two_events():
    day = {"2 مايو": ("2019-05-02",) * 2}
    a = told_in("a", "دخل سامي الخطيب مبنى القنصلية في تونس في 2 مايو.", "2019-05-20", day)
    b = told_in("b", "قتل سامي الخطيب في مبنى القنصلية في تونس في 2 مايو.", "2019-05-21", day)
    assert {event["n_articles"] for event in found(a, b).events} == {1}
