"""A claim is a number with its bound, what it counts, what is asserted, and who says so."""

import pytest

from analysis.marks import attribution, claims, names, numbers
from analysis.marks.attribution import Attribution
from analysis.tables import TABLES
from analysis.text.read import read


def claims_of(text: str, attributions: list[Attribution] | None = None) -> list[dict]:
    reading = read(text, "a")
    return claims.find(reading, numbers.find(reading, [], []), [], attributions or [])


def told(text: str, *columns: str) -> list[tuple]:
    return [tuple(row[name] for name in columns) for row in claims_of(text)]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        pytest.param("وصل نحو 800 لاجئ إلى الجزيرة.", (800, "approx", "لاجئ"), id="about"),
        pytest.param("جرفت السيول أكثر من سبعين منزلا.", (70, "more_than", "منزل"), id="more than, in words"),
        pytest.param("لقي ما لا يقل عن 1900 شخص حتفهم.", (1900, "at_least", "شخص"), id="full hundreds, not a year"),
        pytest.param("غرق ما لا يقل عن 30 مهاجرا.", (30, "at_least", "مهاجر"), id="no less than"),
        pytest.param("تضررت 12 مدرسة على الأقل.", (12, "at_least", "مدرسة"), id="at least, behind"),
        pytest.param("لا يتجاوز عددهم 40 متطوعا.", (40, "at_most", "متطوع"), id="at most, number of them"),
        pytest.param("لا يقل الحد المسموح عن مبلغ 2000 ريال.", (2000, "at_least", "ريال"), id="a bound in two parts"),
        pytest.param("وصلت سفينة محملة بـ538 طنا من القمح.", (538, "exact", "طن"), id="a noun of two letters"),
        pytest.param("قتل 12 منهم على الأقل في القصف.", (12, "at_least", "شخص"), id="a bound behind of them"),
        pytest.param("لا يزيد سعر الليتر عن 25 درهما.", (25, "at_most", "درهم"), id="its subject inside"),
        pytest.param("تجاوزت ديون النادي 15 مليون ريال.", (15_000_000, "more_than", "ريال"), id="debts that surpass"),
        pytest.param(
            "فاقت حصيلة ضحايا السيول في البلاد المئة قتيل.", (100, "more_than", "قتيل"), id="a toll that surpasses"
        ),
        pytest.param("لن تتخطى كلفة الجسر 5 ملايين دولار.", (5_000_000, "at_most", "دولار"), id="denied"),
        pytest.param("تجاوز المهاجم ثلاثة مدافعين.", (3, "exact", "مدافع"), id="who runs past players"),
        pytest.param("سيقلص القرار 5 في المئة من الرواتب.", (5, "exact", "راتب"), id="no number of a decision"),
        pytest.param("حضر 17 طفلا ومدتها ساعة تقريبا.", (17, "exact", "طفل"), id="a bound of another figure"),
        pytest.param("أقل من ألفي مشجع في المدرجات.", (2000, "less_than", "مشجع"), id="less than"),
        pytest.param("تجمع ما يقارب 5 آلاف متظاهر.", (5000, "approx", "متظاهر"), id="close to"),
        pytest.param("أغلقت السلطات ثلاث طرق.", (3, "exact", "طريق"), id="a broken plural"),
        pytest.param(
            "أوقفت الشرطة 3.208 سائق.", (3208, "exact", "سائق"), id="a singular behind digits that end in eight"
        ),
        pytest.param("تراجعت أسهم 106 شركة.", (106, "exact", "شركة"), id="the same behind a hundred and six"),
        pytest.param("ضبط رجال الجمارك 45 هاتفا.", (45, "exact", "هاتف"), id="accusative after a ten"),
        pytest.param("شاركت في السباق خمس متسابقات.", (5, "exact", "متسابقة"), id="sound feminine plural"),
        pytest.param("زار المعرض 220 فلسطينيا.", (220, "exact", "فلسطيني"), id="a nationality in no list"),
        pytest.param("سقط قتيلان في الاشتباك.", (2, "exact", "قتيل"), id="dual"),
        pytest.param("أرسلت مصر سفينتين محملتين بالأدوية.", (2, "exact", "سفينة"), id="dual of a feminine noun"),
        pytest.param("نجا ستة من أفراد الطاقم.", (6, "exact", "فرد"), id="six of the members"),
        pytest.param("أصيب اثنان من الحراس.", (2, "exact", "حارس"), id="two of the guards"),
        pytest.param("أغرقت العاصفة أربعا من سفنها.", (4, "exact", "سفينة"), id="of a short plural with its owner"),
        pytest.param("خسر الحزب ثلاثا من مدنه.", (3, "exact", "مدينة"), id="of cities with their owner"),
        pytest.param("فقد النادي خمسة من لاعبيه.", (5, "exact", "لاعب"), id="of a plural in a construct"),
        pytest.param("نفذ المراقبون 320 أالف جولة.", (320_000, "exact", "جولة"), id="a scale word turned round"),
        pytest.param("اصطدمت بها 3 شاحنات نقل.", (3, "exact", "شاحنة"), id="of a pair the first word"),
        pytest.param("شُيع الضحايا الـ19 أمس.", (19, "exact", "ضحية"), id="behind its noun"),
        pytest.param("سمح الاتحاد للمدن الأربع بالاستضافة.", (4, "exact", "مدينة"), id="behind its noun with lam"),
        pytest.param("اتفقت إيران والدول الست.", (6, "exact", "دولة"), id="behind its noun with waw"),
        pytest.param("ردت البلديات الخمس على القرار.", (5, "exact", "بلدية"), id="behind a listed plural"),
        pytest.param("وافقت الرئاسات الثلاث على المقترح.", (3, "exact", "رئاسة"), id="behind a plural in no list"),
        pytest.param(
            "المستخدمون الذين يفوق عددهم المليار.", (1e9, "more_than", "مستخدم"), id="their number, surpassed"
        ),
        pytest.param("يتجاوز سعر الشقة الواحدة مليون دولار.", (1e6, "more_than", "دولار"), id="one of them, a million"),
        pytest.param("المتظاهرون وعددهم نحو 300 تفرقوا.", (300, "approx", "متظاهر"), id="their number"),
        pytest.param("عدد المصابين ارتفع إلى 34.", (34, "exact", "مصاب"), id="the number of the injured"),
        pytest.param("أعلنت الوزارة مقتل 9 في الحريق.", (9, "exact", "شخص"), id="the noun left out"),
        pytest.param("تبرع التاجر بـ 2.5 مليون دولار.", (2_500_000, "exact", "دولار"), id="money"),
        pytest.param("نقلت الحافلة كل الثلاثة جنود.", (3, "exact", "جندي"), id="all three of them"),
        pytest.param("تقدم الفريق بفارق نقطة واحدة.", (1, "exact", "نقطة"), id="a lead of one"),
        pytest.param("خسر المرشح بفارق صوت واحد.", (1, "exact", "صوت"), id="one vote behind"),
        pytest.param("لهم أجندتان في هذه الحرب.", (2, "exact", "أجندة"), id="a dual that is the subject"),
        pytest.param("له ولدان.", (2, "exact", "ولد"), id="two that he has"),
        pytest.param("ترشحت للمنصب مرشحتان من الحزب.", (2, "exact", "مرشحة"), id="two who run"),
        pytest.param("في بغداد والموصل معتقلان من القبيلة.", (2, "exact", "معتقل"), id="where two are"),
        pytest.param("فاز الفريق أمس. سجل اللاعب هدفين.", (2, "exact", "هدف"), id="won in the sentence before"),
    ],
)
def test_a_claim_is_number_bound_and_noun(sentence, claim):
    assert told(sentence, "value", "bound", "noun") == [claim]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("قتل 14 جنديا وأصيب تسعة آخرون.", [("جندي", "killed"), ("شخص", "wounded")]),
        ("مقتل خمسة رجال وامرأتين في انهيار مبنى.", [("رجل", "killed"), ("امرأة", "killed")]),
        ("اعتقلت الشرطة 23 متظاهرا بينهم أربع نساء.", [("متظاهر", "detained"), ("امرأة", "detained")]),
        ("قال شهود إن ثلاثة صيادين قتلوا.", [("صياد", "killed")]),
        ("نزح 4000 مدني من البلدة.", [("مدني", "displaced")]),
        ("نشرت الدولة 600 جندي على الحدود.", [("جندي", "troops")]),
        ("عقد الوفدان ثلاث جلسات.", [("جلسة", "sessions")]),
        ("شن الطيران سبع غارات.", [("غارة", "attacks")]),
        ("كان من بين القتلى 3 أطفال.", [("طفل", "killed")]),
        ("لقي عاملان حتفهما في المنجم.", [("عامل", "killed")]),
        ("قتل الخاطفون أربعة من الرهائن.", [("رهينة", "killed")]),
        ("سقوط أكثر من 50 متمردا في المعارك.", [("متمرد", "killed")]),
        ("سقوط 20 جريحا في الانفجار.", [("جريح", "wounded")]),
        ("أصيب ثمانية رعاة برصاص الجنود قرب السياج بينهم 6 شرقه.", [("راع", "wounded"), ("شخص", "wounded")]),
        ("كان عضوان من الحركة قد قتلا في قصف.", [("عضو", "killed")]),
        ("تصعيد بهجومين قتلا 4 جنود.", [("هجوم", "attacks"), ("جندي", "killed")]),
        ("مواجهة بين قوتين نوويتين.", [("قوة", "other")]),
        ("يبدأ الفريق الموسم بمهاجمين اثنين.", [("مهاجم", "people")]),
        ("اتهم الادعاء تسعة مسؤولين بالفساد.", [("مسؤول", "people")]),
        ("نعت الوزارة أربعة من موظفيها.", [("موظف", "killed")]),
        ("مقتل أكثر من مئة من المسلحين ونحو 20 شرطيا.", [("مسلح", "killed"), ("شرطي", "killed")]),
        ("أنقذ الحراس 9 حالات غرق.", [("حالة", "other")]),
        ("يعيل أسرته المكونة من زوجته وسبعة من أطفاله.", [("طفل", "people")]),
        ("قالت ثلاثة مصادر إن الصفقة تمت.", [("مصدر", "sources")]),
        ("أقال الوزير خمسة مسؤولين في الشركة.", [("مسؤول", "people")]),
        ("قال الجيش إن ثلاثة جنود أتراك بينهم ضابط من البحرية، قتلوا أمس.", [("جندي", "killed")]),
        ("كانت الحافلة تقل أربعين راكبا، قتلوا كلهم على الأرجح.", [("راكب", "people")]),
        ("عثر الحرس على خمسة أشخاص متوفين داخل شاحنة.", [("شخص", "killed")]),
        ("وصل 4 جنود جرحى إلى المستشفى.", [("جندي", "wounded")]),
        ("قضت المحكمة بإعدام 17 متهما.", [("متهم", "people")]),
        ("أعدمت السلطات 5 متهمين.", [("متهم", "killed")]),
        ("سجل المهاجم هدفين بعد الاستراحة.", [("هدف", "other")]),
        ("المتشددات البالغ عددهن 90 سيدة واحدة ماتت فقط منهن.", [("متشددة", "fighters"), ("سيدة", "killed")]),
        ("طفل واحد توفي في المستشفى.", [("طفل", "killed")]),
        ("رجل واحد قتل أخاه.", [("رجل", "people")]),
        ("مقتل ثلاثة مدنيين وشرطي واحد.", [("مدني", "killed"), ("شرطي", "killed")]),
        ("في المدينة مستشفى عسكري واحد.", []),
        ("أوقفت الشرطة أربعة أحداث.", [("حدث", "detained")]),
        ("شهدت الحلبة أربعة أحداث.", [("حدث", "other")]),
        ("سافر 30 قاصرا إلى الخارج للقتال.", [("قاصر", "fighters")]),
        ("يقدر عدد الأجانب الذين يقاتلون هناك بنحو 4 آلاف شخص.", [("شخص", "fighters")]),
        ("وصل 11 لاعبا يقاتلون على لقب الدوري.", [("لاعب", "people")]),
        ("الذين يقاتلون بعيدون، ووصل 300 طفل إلى المخيم.", [("طفل", "people")]),
        ("تلقى الخفر إنذارا بغرق قارب على متنه نحو 300 شخص.", [("شخص", "people")]),
        ("غرق 12 صيادا قبالة الساحل.", [("صياد", "killed")]),
        ("أودى الهجوم بحياة ثلاثة سود.", [("شخص", "killed")]),
        ("تصدى أربعة من حراس المرمى لركلات الجزاء في المباراة.", [("حارس", "people")]),
    ],
)
def test_the_category_is_what_is_asserted(sentence, found):
    assert told(sentence, "noun", "category") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("مقتل شرطيين عراقيين اثنين وإصابة ثلاثة آخرين.", [("اثنين", "شرطي", "killed"), ("ثلاثة", "شخص", "wounded")]),
        ("أصيبت سائحتان ألمانيتان اثنتان.", [("اثنتان", "سائحة", "wounded")]),
        ("قتل جنديان اثنان.", [("اثنان", "جندي", "killed")]),
        ("وصل وزيران أردنيان.", [("وزيران", "وزير", "people")]),
        ("قتل شخصان واثنان آخران جرحا.", [("شخصان", "شخص", "killed"), ("اثنان", "شخص", "wounded")]),
    ],
)
def test_two_said_of_a_dual_is_one_figure(sentence, found):
    rows = claims_of(sentence)
    assert [(sentence[r["number_start"] : r["number_end"]], r["noun"], r["category"]) for r in rows] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("بين 10 و15 شخصا في القارب.", [(None, 10, 15, "range")]),
        ("من 3 إلى 5 آلاف عامل.", [(None, 3000, 5000, "range")]),
        ("حمل القارب 20-30 مهاجرا.", [(None, 20, 30, "range")]),
        ("تبلغ الحصة 60 ــ 70% من القروض.", [(None, 60, 70, "range")]),
        ("انخفض العدد من 14 إصابة إلى 10.", [(14, 14, 14, "exact"), (10, 10, 10, "exact")]),
        ("عشرات الجرحى في المستشفى.", [(None, 20, None, "vague")]),
    ],
)
def test_ends_are_those_the_words_give(sentence, found):
    assert told(sentence, "value", "low", "high", "bound") == found


@pytest.mark.parametrize(
    ("sentence", "noun", "value"),
    [
        ("تراجعت أسعار النفط بنسبة 4 في المئة.", "سعر", 4),
        ("يعاني 12% من الأطفال سوء التغذية.", "طفل", 12),
        ("بلغت نسبة البطالة 9.5 بالمئة.", "بطالة", 9.5),
        ("صوت ثلثا النواب لصالح المشروع.", "نائب", pytest.approx(200 / 3)),
    ],
)
def test_a_share_is_in_percent_and_names_its_whole(sentence, noun, value):
    assert told(sentence, "category", "noun", "value") == [("percent", noun, value)]


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        pytest.param("شمل الاستطلاع 12 بالمئة فقط من طلاب الجامعة.", "طالب", id="an aside before من"),
        pytest.param("تضرر 40 في المئة على الأقل من المنازل.", "منزل", id="a bound before من"),
        pytest.param("باعت الشركة 10 في المئة من قدراتها.", "قدرة", id="a plural with its owner"),
        pytest.param("أوقف المصنع 5 في المئة من إنتاجه اليومي وفقد الدينار 7 في المئة من قوتها.", "قوة", id="feminine"),
        pytest.param("كان ذلك هبوطا لأسعار النفط بنحو 15 في المئة.", "سعر", id="what fell, behind ل"),
    ],
)
def test_a_percentage_finds_its_whole_behind_asides_owners_and_lam(sentence, noun):
    assert told(sentence, "noun")[-1] == (noun,)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("سجلت المدينة 8 إصابات جديدة بفيروس كورونا.", [("إصابة", "other", "8 إصابات")]),
        ("أسفر القصف عن 7 إصابات.", [("إصابة", "wounded", "7 إصابات")]),
        ("أحصت الوزارة 20 حالة وفاة هذا الشهر.", [("حالة", "killed", "20 حالة وفاة")]),
        ("وثقت المنظمة 40 حالة اعتقال.", [("حالة", "detained", "40 حالة اعتقال")]),
        ("يقول التقرير إن نصف مليون إنسان ينتحرون.", [("إنسان", "killed", "نصف مليون إنسان")]),
        (
            "قال إن 20 مسلحا قتلوا في اشتباك بين 40 مسلحا والجيش.",
            [("مسلح", "killed", "20 مسلحا"), ("مسلح", "fighters", "40 مسلحا")],
        ),
    ],
)
def test_diseases_cases_and_verbs_of_others_are_told_apart(sentence, found):
    assert told(sentence, "noun", "category", "text") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("بلغ سعر الدولار سبع ليرات وحوالي نصف الليرة.", [(7.5, "approx", "سبع ليرات وحوالي نصف الليرة")]),
        ("يبلغ ارتفاع الجدار ثلاثة أمتار ونصف.", [(3.5, "exact", "ثلاثة أمتار ونصف")]),
        ("كلف المشروع أكثر من 6 دولارات وربع دولار.", [(6.25, "more_than", "أكثر من 6 دولارات وربع دولار")]),
        ("قتل خمسة رجال ونصف السكان نازحون.", [(5, "exact", "خمسة رجال"), (50, "exact", "نصف السكان")]),
        (
            "بلغ العقد 40 مليون ريال أي ما يعادل 10 ملايين دولار.",
            [(4e7, "exact", "40 مليون ريال"), (1e7, "exact", "10 ملايين دولار")],
        ),
    ],
)
def test_a_share_of_one_more_belongs_to_the_figure(sentence, found):
    assert told(sentence, "value", "bound", "text") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('أرسلت باريس مقاتلتي "رافال" إلى القاعدة.', [(2, "مقاتلة", "aircraft")]),
        ("أقلعت مروحيتا أباتشي 64 من القاعدة.", [(2, "مروحية", "aircraft")]),
        ('غرقت مدمرتا "كول" و"ستارك".', []),
        ("وصفت مروحيتي الجيش بأنهما قديمتان.", []),
    ],
)
def test_a_dual_before_the_name_of_a_type_counts_two(sentence, found):
    assert told(sentence, "value", "noun", "category") == found


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("20 ريالا قطريا", "QAR"),
        ("ثلاثة ملايين جنيه إسترليني", "GBP"),
        ("$500 مليون", "USD"),
        ("خمسون دينارا", None),
        ("على بعد 40 كلم", "km"),
        ("مساحة 200 متر مربع", "m2"),
    ],
)
def test_money_and_measures_have_units(sentence, unit):
    assert told(sentence, "unit") == [(unit,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "يجتمع البلدان في جنيف.",
        "أحد الوزراء رفض التعليق.",
        "المتهم (25 عاما) أقر بفعلته.",
        "بدأ اللقاء عند الساعة 9:30.",
        "تنص المادة 140 من الدستور على ذلك.",
        "هاتف 920001234 للحجز.",
        "خرجنا من الأزمة بدرس واحد.",
        "سيطرت طالبان على الطريق.",
        "لم يصب أي شخص واحد بأذى.",
        "عاش الجميع في كنف عائلة واحدة.",
        "يقام دور الـ32 من مباريات الكأس غدا.",
        "صام المقيمون للست من شوال.",
        "لو اجتمع ألف شاعر لما قالوا هذا.",
        "يعمل طبيب لكل 500 نسمة في المنطقة.",
        "background: linear-gradient(left 25, color-stop(4%, #eee)) ، نص",
        "قال تعالى في الآية (48) سورة النساء.",
        "يشارك في معرض الخليج 2015 أبرز رواد السوق.",
        "عاشت الأسرة الـ18 قصة حب.",
        "تغلب الفريق على ضيفه بأربعة أهداف نظيفة.",
        "انتهت المباراة بهدفين مقابل هدف.",
        "يتصدر المهاجم قائمة الهدافين برصيد 29 هدفا وبفارق خمسة أهداف.",
        "رفع المهاجم رصيده إلى 12 هدفا.",
        "فاز الفريق بفارق هدف واحد.",
        "ذكر أن منغوليا وسنغافورة مرشحتان للاستضافة.",
        "المدينتان مرشحتان لاستضافة الدورة.",
        "الرجلان متهمان بالسرقة.",
    ],
)
def test_what_counts_nothing_claims_nothing(sentence):
    assert claims_of(sentence) == []


@pytest.mark.parametrize("sentence", ["وقع الهجوم في بن قردان.", "وصل الشيخ بن عمران إلى القرية."])
def test_a_name_behind_ben_is_no_dual(sentence):
    assert claims_of(sentence) == []


def test_a_tatweel_between_two_numbers_makes_a_range():
    (row,) = claims_of("قتل 10ـ15 جنديا في الهجوم.")
    assert (row["low"], row["high"], row["category"]) == (10, 15, "killed")


def test_a_court_of_the_sentence_before_sentences_nobody():
    assert told("أصدر القاضي بيانا. إعدام 17 رهينة على يد التنظيم.", "value", "category") == [(17, "killed")]


def test_a_rank_in_a_supposition_stays_a_rank():
    reading = read("لو فاز بالمركز الثالث لتأهل.", "a")
    assert [row["role"] for row in numbers.find(reading, [], [])] == ["ordinal"]


def test_the_claimant_is_the_innermost_source():
    text = "نقلت الوكالة عن الطبيب قوله إن 7 مرضى توفوا."
    outer = Attribution("agency", 5, 12, 0, 4, 13, len(text) - 1, ("agency",))
    inner = Attribution("doctor", 16, 22, 23, 27, 31, len(text) - 1, ("agency", "doctor"))
    (claim,) = claims_of(text, [outer, inner])
    assert (claim["claimant_id"], claim["chain"], claim["claimant_start"]) == ("doctor", ["agency", "doctor"], 16)


def test_without_a_source_the_outlet_speaks():
    (claim,) = claims_of("وصل 50 طبيبا إلى المدينة.")
    assert (claim["claimant_id"], claim["claimant_start"], claim["chain"]) == ("narration", None, [])


def test_spans_take_in_bound_noun_and_qualifiers():
    text = "أصيب ما لا يقل عن 14 جنديا أفغانيا بجروح."
    (claim,) = claims_of(text)
    assert claim["text"] == "ما لا يقل عن 14 جنديا أفغانيا"
    assert text[claim["number_start"] : claim["number_end"]] == "14"


def test_rows_are_those_of_the_table():
    rows = claims_of("قتل 14 جنديا، بينهم ضابطان، وأصيب عشرات، وبلغت الخسائر بين 2 و3 ملايين دولار.")
    frame = TABLES["claims"].check(TABLES["claims"].frame(rows))
    assert frame["noun"].tolist() == ["جندي", "ضابط", "شخص", "دولار"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "أظهرت الدراسة أن 91 % من المشاركين يرون أن الدوام طويل، وأن 67 % من المشاركين يؤكدون أن 3 أطباء يكفون.",
            ["الدراسة"] * 3,
            id="who was asked is counted, not quoted",
        ),
        pytest.param("وأوضح المدير أن أطوال الأنابيب بلغت 121 كم.", ["المدير"], id="a length is told"),
        pytest.param(
            "علقت الوزارة نشاط شركة رأسمالها 100 مليون ريال، حسبما أصدرت لجنة النظر في المخالفات.",
            [None],
            id="what was decided is not said",
        ),
        pytest.param("غرمته 3 ملايين دينار بحسب ما حكمت محكمة الجنايات.", [None], id="a court decides"),
        pytest.param("أصيب 12 عاملا حسبما ذكرت لجنة الإنقاذ.", ["لجنة الإنقاذ"], id="what a committee says"),
        pytest.param("أصيب 12 عاملا وفقا لما أعلنته وزارة الصحة.", ["وزارة الصحة"], id="what a ministry says"),
        pytest.param("وأوضح المدير أن القرية تقع على بعد 40 كلم.", [None], id="a distance is background"),
    ],
)
def test_who_vouches_for_a_figure(text, by):
    reading = read(text, "a")
    said = attribution.find(reading, names.find(reading))
    rows = claims.find(reading, numbers.find(reading, [], []), [], said)
    assert [row["claimant_start"] and text[row["claimant_start"] : row["claimant_end"]] for row in rows] == by
