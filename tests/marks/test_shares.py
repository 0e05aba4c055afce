"""A percentage finds what it is of, though no "من" says so."""

import pytest

from tests.marks.test_claims import told


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        pytest.param("72 بالمئة نسبة الناجحين هذا العام.", ["ناجح"], id="the rate behind"),
        pytest.param("سهم المصرف الوطني ارتفع 3 في المئة.", ["سهم"], id="a subject before its verb"),
        pytest.param("فرضت الوزارة رسوما جمركية بنسبة 25 في المئة.", ["رسم"], id="an indefinite noun"),
        pytest.param("رصد المركز 90 حالة بنسبة 4 في المئة.", ["حالة", "حالة"], id="the share of a count"),
        pytest.param("تراجع قطاع التأمين بنسبة 2% وقطاع الزراعة بنسبة 3%.", ["قطاع", "قطاع"], id="a row of heads"),
        pytest.param("قال إن 35 في المئة من هؤلاء لا يقرأون.", ["شخص"], id="people pointed at"),
        pytest.param("نحو 60% يعتقدون أن الوضع تحسن.", ["شخص"], id="people whose verb follows"),
        pytest.param("باع المصنع 20% من السيارات و80% بصورة غير مباشرة.", ["سيارة", "سيارة"], id="joined"),
        pytest.param("زاد البلاتين 0.3 بالمئة.", ["بلاتين"], id="a metal is no plural"),
        pytest.param("حلل المختبر 64 عينة، 74 بالمائة منها ملوثة.", ["عينة", "عينة"], id="of those counted"),
        pytest.param("أيد 49% فقط (بعد حملة طويلة) القرار.", [None], id="nobody is named"),
        pytest.param("ما زال 49% فقط (أقل من قبل) يؤيدون القرار.", ["شخص"], id="their verb behind brackets"),
        pytest.param("سجل القطاع زيادة بنسبة 4 في المئة في الطلب.", ["طلب"], id="a change in something"),
        pytest.param("خفضت الشركة مبيعاتها 3 في المئة.", ["مبيع"], id="the object, not who cuts it"),
        pytest.param("سجلت اليابان تراجعا في الاستثمارات بواقع 16 في المئة.", ["استثمار"], id="no place"),
        pytest.param("موّل البنك 117 مشروعا، بتراجع قدره 6 في المئة.", ["مشروع", "مشروع"], id="a change of a count"),
        pytest.param("بلغت الأرباح 7 ملايين يورو بزيادة نسبتها 5%.", ["يورو", "ربح"], id="a change of a sum"),
        pytest.param("خسر الحزب ثلاث نقاط ليصبح التأييد 37%.", ["نقطة", "تأييد"], id="what it became"),
        pytest.param("هبطت عقود النحاس 7 بالمئة.", ["عقد"], id="contracts, not decades"),
        pytest.param("تراجع تضخم الأسعار إلى 13 بالمئة مقابل 14 بالمئة.", ["تضخم", "تضخم"], id="inflation"),
        pytest.param("سجلت المبيعات نموا ملموسا بنسبة 2 في المئة.", ["مبيع"], id="no adjective"),
        pytest.param("جمعت 13 في المئة من أصل 1.6 مليار دولار.", ["دولار", "دولار"], id="of a sum"),
        pytest.param("10 % نمو المبيعات هذا العام.", ["مبيع"], id="a heading"),
        pytest.param("قروض بنسبة فائدة لا تتجاوز 3 في المئة.", ["فائدة"], id="a rate of interest"),
        pytest.param(
            "ارتفعت الإيرادات بنحو 449 مليون دولار بارتفاع نسبته 6%.", ["دولار", "إيراد"], id="what rose by a sum"
        ),
        pytest.param("أعلن المركز أن الودائع هبطت 4 في المئة.", ["وديعة"], id="a subject right before verb and number"),
        pytest.param("السوق كبيرة، فالاستهلاك المنزلي نما بنسبة 8 في المئة.", ["استهلاك"], id="a subject with fa"),
        pytest.param("يقال إن عدد تراخيص النقل في بغداد تراجعت بنسبة 8 في المئة.", ["تراخيص"], id="what is numbered"),
        pytest.param("صعد خام برنت 0.95 دولار أو 1.7 في المئة.", ["دولار", "خام"], id="behind a decimal"),
        pytest.param("أغلق الخام الأميركي بانخفاض 2 في المئة.", ["خام"], id="a change with ba"),
        pytest.param("سجلت الشركة خسائر، وبارتفاع في النفقات بنسبة 19%.", ["نفقة"], id="a change in something, before"),
        pytest.param("رفع البنك المركزي سعر الفائدة إلى 9 في المئة.", ["سعر"], id="what the bank raised"),
        pytest.param("يسهم القطاع في الناتج المحلي بنسبة 20 في المئة.", ["ناتج"], id="a share by taking part"),
        pytest.param("يمتلك الصندوق 49 في المئة في المصرف.", ["مصرف"], id="a share that is owned"),
        pytest.param("هم المهندسون (26 %) والمحاسبون (23 %).", ["مهندس", "محاسب"], id="in brackets behind them"),
        pytest.param("لا تتجاوز حصة الأفراد 5 في المئة.", ["حصة"], id="the subject of a bound"),
        pytest.param("فرض البلد تعريفة قدرها 25 في المئة.", ["تعريفة"], id="what is so high"),
        pytest.param("توزعت المحفظة على 85% قروضا.", ["قرض"], id="the kind, in the accusative"),
        pytest.param("ذكر التقرير نسبة قياسية من 65 بالمئة في مالطا.", [None], id="no adjective of a rate"),
        pytest.param("ترى نسبة (85%) من العائلات ذلك.", ["عائلة"], id="behind the bracket that closes"),
        pytest.param("شطب القرار 5 في المئة من معدل النمو.", ["نمو"], id="what a rate is of"),
        pytest.param("صعدت العقود الآجلة للنحاس 2 في المئة.", ["عقد"], id="futures"),
        pytest.param(
            "لم يتضح موعد تطبيق الضريبة الجديدة على الوقود، التي قد ترتفع بنسبة 15 بالمئة.",
            ["ضريبة"],
            id="a relative clause, of the head behind a comma",
        ),
        pytest.param(
            "رحبت الغرفة بالاستثمارات في القطاع الذي نما بنسبة 4 في المئة.", ["قطاع"], id="of the noun beside it"
        ),
        pytest.param("قال إن أسعار الزيوت، التي زادت 12 في المئة، مرتفعة.", ["سعر"], id="a plural is feminine"),
        pytest.param("وأكد المسح أن المؤشر يشير إلى نمو نسبته 0.3 بالمئة.", ["نمو"], id="a change only told of"),
        pytest.param("يتوقع البنك نموا اقتصاديا بنسبة 2.8 في المئة.", ["نمو"], id="a change foreseen"),
        pytest.param(
            "توقع البنك انكماشا في الناتج المحلي بنسبة 2.5 في المئة مقارنة بنمو نسبته 0.1 في المئة.",
            ["ناتج", "ناتج"],
            id="what it is a change in, in the accusative",
        ),
        pytest.param("أوضح الجهاز أن الانخفاض بلغ 1.4 في المئة.", ["انخفاض"], id="a change with the article"),
        pytest.param("سجلت الشركة ارتفاعا في الخسارة بنسبة 23%.", ["خسارة"], id="a loss that rises"),
        pytest.param(
            "يعاني البلد من هبوط العملة أمام الذهب، والتي فقدت 45% هذا العام.", ["عملة"], id="joined, behind a comma"
        ),
        pytest.param("سجل الاقتصاد نموا نسبته 3 بالمئة.", ["اقتصاد"], id="what changes is named"),
        pytest.param("جاء ذلك مع تراجع قدره 5 في المئة.", ["تراجع"], id="a change of nothing named"),
    ],
)
def test_what_a_percentage_is_of(sentence, nouns):
    assert [noun for (noun,) in told(sentence, "noun")] == nouns


def test_a_sum_before_a_rise_is_not_what_rose():
    assert told("بلغت 5 ملايين دولار بارتفاع نسبته 6 في المئة.", "noun")[-1] == (None,)


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        pytest.param(
            "من حيث عدد الأسهم المتداولة تصدر مصرف السلام القائمة بنسبة 13.1% تلاه دار النخيل بنسبة 7% وكيان بنسبة 6%.",
            ["سهم"] * 3,
            id="measured by the number of shares",
        ),
        pytest.param(
            "تصدر بنك الخليج قائمة الشركات من حيث القيمة المتداولة بنسبة 12% ثم المتحدة 9% والوطنية بنسبة 3%.",
            ["قيمة"] * 3,
            id="measured by value, behind the list",
        ),
        pytest.param(
            "استحوذ مصرف المدينة على الحصة الأكبر من ودائع القطاع بنسبة 31% ثم بيت التمويل بنسبة 22%.",
            ["وديعة"] * 2,
            id="the largest share of deposits",
        ),
        pytest.param(
            "ارتفع قطاع التأمين بنسبة 7% تلاه قطاع الطاقة بنسبة 4.9%، ثم المصارف بنسبة 1.8%.",
            ["قطاع"] * 3,
            id="what rose",
        ),
        pytest.param(
            "تصدر قطاع الزراعة قطاعات السوق المرتفعة خلال شهر مارس الماضي بنسبة 7%.", ["قطاع"], id="who is ranked"
        ),
        pytest.param(
            "كان قطاع النقل القطاع الأكثر تراجعا في تعاملات الأسبوع بنسبة 6% تلاه قطاع التجزئة الذي تراجع بنسبة 3%.",
            ["قطاع"] * 2,
            id="what fell most",
        ),
        pytest.param(
            "جاءت شركة الأمل على رأس قائمة الأسهم الأكثر ارتفاعا بنسبة 9.5% ثم الواحة بنسبة 4%.",
            ["سهم"] * 2,
            id="what a list is of",
        ),
        pytest.param(
            "استوردت المصانع 40% من القطن من مصر تليها الهند بنسبة 12% ثم تركيا بنسبة 8%.",
            ["قطن"] * 3,
            id="countries behind the first",
        ),
        pytest.param("زاد الطلب بنسبة 4% ثم تراجع العرض بنسبة 3%.", ["طلب", "عرض"], id="a change with a subject"),
        pytest.param("زاد الطلب بنسبة 4% وارتفع العرض بنسبة 3%.", ["طلب", "عرض"], id="another verb behind و"),
        pytest.param("حل المنتخب في المركز الثاني بنسبة 12 في المئة.", [None], id="a rank is nothing counted"),
        pytest.param(
            "باعت المصانع 54% من السيارات، وجاءت الموانئ في المرتبة الثانية بنسبة 21%.",
            ["سيارة"] * 2,
            id="a rank in a row",
        ),
    ],
)
def test_a_ranking_says_what_its_percentages_are_of(sentence, nouns):
    assert [noun for (noun,) in told(sentence, "noun")] == nouns


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        pytest.param("ارتفعت الصادرات بنسبة ( 12 % ) هذا العام.", "صادر", id="brackets with blanks"),
        pytest.param("بلغ عدد السياح 3 ملايين سائح بزيادة نسبتها (8%).", "سائح", id="brackets without"),
        pytest.param(
            "بلغت القيمة الإجمالية للعقود في مارس، 84.4 مليار ريال أي ما يعادل 22.5 مليار دولار بانخفاض بنسبة (25%).",
            "قيمة",
            id="a sum said twice",
        ),
        pytest.param(
            "بلغ حجم التداول 2.6 مليون سهم مقابل 3.5 مليون سهم تم بيعها بانخفاض بنسبة (26%).", "سهم", id="were sold"
        ),
        pytest.param("أغلق المؤشر العام مرتفعا 11.3 نقطة 0.13% أمس.", "مؤشر", id="a participle and points"),
        pytest.param(
            "أغلق مؤشر البورصة عند مستوى 9098.2 نقطة، منخفضا 20 نقطة بنسبة 0.3%.", "مؤشر", id="behind a level"
        ),
        pytest.param("وأنهى سهم الشركة الجلسة متراجعا 2.5 بالمئة.", "سهم", id="a participle alone"),
        pytest.param("وختمت عقود القمح الأسبوع منخفضة ثلاثة في المئة.", "عقد", id="contracts that fell"),
        pytest.param("يرتفع عدد سكان الجزيرة بمعدل سنوي مركب نسبته 2.5%.", "ساكن", id="the adjectives of a rate"),
        pytest.param("عدد طلاب الجامعة ينمو بمعدل سنوي قدره 3%.", "طالب", id="what grows at a rate"),
        pytest.param("تشهد المدينة ارتفاعا في حركة السفر بنسبة تصل إلى 60%.", "حركة", id="a rate that reaches"),
        pytest.param("انخفض إنتاج المصنع بأكثر من الثلث.", "إنتاج", id="a share of the whole"),
        pytest.param("ظلت الأسعار أقل بنحو الربع من ذروتها.", "ذروة", id="below a peak"),
    ],
)
def test_what_stands_between_hides_no_noun(sentence, noun):
    assert told(sentence, "noun")[-1] == (noun,)


def test_the_share_of_a_whole_has_its_bound():
    assert told("تراجعت الصادرات بأكثر من الربع.", "value", "bound") == [(25, "more_than")]


@pytest.mark.parametrize("sentence", ["انتهى نحو الربع الأول من المباراة.", "كان ذلك في نحو الثلث الأخير من الليل."])
def test_a_part_with_a_rank_is_no_share(sentence):
    assert told(sentence, "value") == []
