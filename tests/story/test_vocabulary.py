"""News tells of more than war and elections: each kind of event is known by its verbs and its verbal nouns."""

from __future__ import annotations

import pytest

from analysis import lexicon
from analysis.story.clauses import Marks, clauses
from analysis.text.read import read

LISTS = ("event_verbs", "event_nouns", "event_participles")


def kinds(text: str) -> list[str]:
    """The kinds of the words of happening in ``text``, in order."""
    reading = read(text, "a")
    marks = Marks(reading.source, [], [], [])
    found = [clause for sentence in reading.sentences for clause in clauses(reading, sentence, marks)]
    return [item.entry.row["class"] for clause in found for item in clause.items]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("استدعت الخارجية المغربية السفير الهولندي", "summon"),
        ("جرى استدعاء القائم بالأعمال", "summon"),
        ("طردت كندا أربعة دبلوماسيين", "expel"),
        ("أعلنت وارسو ترحيل الناشطة", "expel"),
        ("تسمم عشرون طالبا بعد وجبة الغداء", "poison"),
        ("نفت الشركة بيع أسهمها", "deny"),
        ("رفضت النقابة العرض", "reject"),
        ("توعدت الحكومة المضربين بالعقاب", "threaten"),
        ("رحبت اليابان بالمبادرة", "welcome"),
        ("أعرب الوزير ثم اعتذرت الوزارة للركاب", "regret"),
        ("أشاد المدرب بلاعبيه", "praise"),
        ("فتشت الشرطة مكاتب المصرف", "search"),
        ("عثر الغواصون على حطام السفينة", "find"),
        ("صودرت ثلاث شاحنات", "seize"),
        ("فتحت النيابة تحقيقا في الحادث", "investigate"),
        ("تعافت الطفلة من الحصبة", "recover"),
        ("نقلت إلى المستشفى ثلاث نساء", "treat"),
        ("لقحت الوزارة مليون طفل", "vaccinate"),
        ("هربت السجينة من سجن طرة", "escape"),
        ("اختفت الطائرة عن الرادار", "vanish"),
        ("جمد المصرف حساباته", "freeze"),
        ("تأجلت القمة أسبوعين", "postpone"),
        ("قطعت العلاقات مع الجارة", "sever"),
        ("قاطعت المعارضة الاقتراع", "boycott"),
        ("اندمجت الشركتان", "deal"),
        ("أفلس متجر الألبسة", "bankrupt"),
        ("استثمرت قطر مليار يورو", "invest"),
        ("سرحت الشركة ألف موظف", "layoff"),
        ("ترشحت العمدة السابقة", "candidacy"),
        ("اخترق قراصنة خوادم الوزارة", "hack"),
        ("انشق خمسة ضباط", "secede"),
        ("حاصرت القوات البلدة", "siege"),
        ("استسلم آخر المقاتلين", "surrender"),
        ("توسطت عمان بين الجانبين", "mediate"),
        ("انتهكت الطائرة المجال الجوي", "violate"),
        ("انقطعت الكهرباء عن الحي", "outage"),
        ("تهاوت الليرة أمام الدولار", "fall"),
        ("سنجمد أصول الشركة", "freeze"),
        ("نشرت بولندا كتيبتين على حدودها", "deploy"),
        ("نشرت المجلة حوارا مع الكاتبة", "publish"),
    ],
)
def test_a_kind_is_known_by_its_words(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("يعد المتحف الأكبر في المنطقة", "pledge"),
        ("لم ير أبدا مثل هذا", "statement"),
        ("افتتحت بنت الكاتب معرضها", "build"),
        ("وصل الممثل تامر حسني", "crime"),
        ("ارتفعت أسهم الشركة", "attend"),
        ("لعب في وقت لاحق من اليوم", "pursue"),
        ("هنا القاهرة", "congratulate"),
        ("كان يسعى إلى تحقيق أهدافه", "investigate"),
        ("عاد الأبطال إلى بلادهم", "decide"),
        ("نشرت المجلة حوارا مع الكاتبة", "deploy"),
        ("وصل إلى لجنة التحقيق مظروف", "investigate"),
        ("يعمل في منظمة حظر الأسلحة", "decide"),
    ],
)
def test_a_word_that_is_more_often_another_tells_nothing(text, kind):
    assert kind not in kinds(text)


def test_every_word_of_happening_is_of_a_listed_kind():
    listed = {row["class"] for row in lexicon.rows("event_classes")}
    assert {row["class"] for name in LISTS for row in lexicon.rows(name)} <= listed


def test_every_kind_has_words_of_its_own():
    listed = {row["class"] for row in lexicon.rows("event_classes")}
    assert listed <= {row["class"] for name in LISTS for row in lexicon.rows(name)}
