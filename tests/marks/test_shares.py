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
