"""What the rows behind a chart allow to conclude and what not, in sentences made from the rows.

A notebook is run again on other stories; what it says of numbers is said here, by rule, in both languages.
"""

from __future__ import annotations

import math
from collections import Counter

import pandas as pd

from analysis.charts import chronology_words, columns, counted, coverage, labels, look, readings, timeline
from analysis.charts.frames import Frame

NO_ENTITIES = pd.DataFrame({name: pd.Series(dtype="string") for name in ("entity_id", "type", "name_ar", "name_en")})
"""Sentences call outlets as they call themselves."""
FEW_ARTICLES = 30
"""Below this many articles nothing is said of how coverage rises and falls."""
WIDE = 7
"""Days: a publication interval wider than this does not place an article in a week."""


def of_reading(articles: Frame, sentences: Frame, notices: Frame, lang: look.Lang) -> list[str]:
    """Say how much was read, what was left out or doubted, and what the pages do not tell."""
    prose = int((sentences["place"] == "body").sum())
    aside = len(sentences) - prose
    lost = int((notices["severity"] == "error").sum())
    doubted = int((notices["severity"] == "warning").sum())
    said = [
        _either(
            lang,
            f"{columns.tally(articles, 'ar')}. عدد جمل المتن {prose}، وما عُزل من عناوين وتعليقات وأجزاء صفحة {aside}.",
            f"{columns.tally(articles, 'en')}. Sentences of prose: {prose}; headlines, captions and furniture set"
            f" apart: {aside}.",
        ),
        _either(
            lang,
            f"ما تُرك من الملفات {lost}، وما قُرئ مع شك {doubted}.",
            f"Left out of the tables: {lost}. Read with a doubt: {doubted}.",
        ),
    ]
    return [*said, *_dates(articles, lang), *_outlets(articles, lang)]


def of_coverage(articles: Frame, sentences: Frame, lang: look.Lang) -> list[str]:
    """Say what the coverage chart shows, and what it cannot."""
    shown = coverage.rows(articles, sentences)
    said = [f"{coverage.finding(shown, lang)}.", *_dates(articles, lang), *_outlets(articles, lang)]
    if len(articles) < FEW_ARTICLES:
        said.append(
            _either(
                lang,
                "عدد المقالات قليل: لا يقال بها شيء عن صعود التغطية وهبوطها، ولا عما لم تنشره صحف أخرى.",
                "The articles are few: they do not say how coverage rose and fell, nor what others did not print.",
            )
        )
    said.append(
        _either(
            lang,
            "ذكر الوكالة قول الصفحة. أما أصل كل مقطع فلا يُعرف من هذا الرسم، وطول النص لا يعني أن الناشر كتبه.",
            "An agency credited is what the page says. Whose words a stretch is this chart does not know, and a long"
            " text is not a text that the outlet wrote.",
        )
    )
    return said


def of_actors(counts: Frame, articles: int, lang: look.Lang) -> list[str]:
    """Say what the matrix of actors shows (``counts`` is `actors.rows`), and what it cannot."""
    from analysis.charts import actors

    silent = counts.groupby("entity_id")["quoted"].any()
    return [
        f"{actors.finding(counts, articles, lang)}.",
        _either(
            lang,
            f"عدد من يُسمَّون {len(silent)}، ومن له قول منقول منهم {int(silent.sum())}.",
            f"Named in prose: {len(silent)}; quoted in an article that also names them: {int(silent.sum())}.",
        ),
        _either(
            lang,
            "عدد المرات ليس قدر الأهمية: الأعداد غير منسوبة إلى طول المقالة، ومن وُصف بلا اسم لا يُعدّ.",
            "How often is not how important: counts are not divided by length, and whoever is described without a"
            " name is not counted.",
        ),
    ]


def of_chronology(events: Frame, event_mentions: Frame, articles: Frame, lang: look.Lang) -> list[str]:
    """Say how the events of the chronology are dated and told, which dates cannot all be right, and what stays open."""
    page = look.Page(lang)
    rows = readings.rows(events, event_mentions, lang)
    inferred = sum(not row.in_text for row in rows)
    undated = sum(row.own == readings.Span(None, None) for row in rows)
    alone = sum(len(row.told) == 1 for row in rows)
    names = {key: " ".join(filter(None, name)) for key, name in columns.titles(articles, NO_ENTITIES, lang).items()}
    published = columns.published(articles)
    disputed = [row for row in rows if row.conflict]
    return [
        page.pick(
            f"الأحداث {len(rows)}: تاريخ {len(rows) - inferred} منها في نص، وتاريخ {inferred - undated} مستنتج، "
            f"وبلا تاريخ {undated}.",
            f"Events: {len(rows)}. The date stands in a text for {len(rows) - inferred}, was inferred for "
            f"{inferred - undated}, is missing for {undated}.",
        ),
        page.pick(
            f"ما لا ترويه إلا مقالة واحدة {alone} من {len(rows)}: سكوت غيرها لا يؤكده ولا ينفيه.",
            f"Told by one article alone: {alone} of {len(rows)}. That the others are silent confirms nothing and denies"
            " nothing.",
        ),
        *(f"{labels.name(row.label, lang)}: {chronology_words.why(row, published, names, page)}" for row in disputed),
        page.pick(
            "الأعمدة مقالات لا شهود مستقلون: قد ترجع مقالتان إلى برقية واحدة، وما لم تروه أي مقالة ليس هنا.",
            "Columns are articles, not independent witnesses: two may go back to one dispatch. What no article tells is"
            " not here.",
        ),
    ]


def in_short(events: Frame, event_mentions: Frame, articles: Frame, lang: look.Lang) -> list[str]:
    """Say what the chronology holds: from when to when, what most articles tell, what is planned, claimed, disputed."""
    page = look.Page(lang)
    rows = readings.rows(events, event_mentions, lang)
    if not rows:
        return [page.pick("لم يُعثر على حدث في هذه المقالات.", "No event was found in these articles.")]
    days = [day for row in rows for day in (row.own.earliest, row.own.latest) if day is not None]
    count = labels.counted(len(rows), "event", lang)
    said = [page.pick(f"{count}، ولا تاريخ لأيٍّ منها.", f"{count}, none of them with a date.")]
    if days:
        time = timeline.span(min(days), max(days), lang)
        said = [page.pick(f"{count}، {time}.", f"{count}, {time}.")]
    most = max(rows, key=lambda row: len(row.told))
    name, tellers = labels.name(most.label, lang), len(most.told)
    said.append(
        page.pick(
            f"أكثرها رواية، في {tellers} من {len(articles)}: {name}.",
            f"Told by most articles, {tellers} of {len(articles)}: {name}.",
        )
    )
    kinds = Counter(row.status for row in rows)
    conflicts = sum(row.conflict for row in rows)
    said.append(
        page.pick(
            f"المخطَّط {kinds['planned']}، وما هو رواية طرف {kinds['claimed']}، وما لا تصح تواريخه معاً {conflicts}.",
            f"Planned: {kinds['planned']}. One side’s claim: {kinds['claimed']}. Dates that cannot all be right:"
            f" {conflicts}.",
        )
    )
    return said


def of_conflicts(events: Frame, event_mentions: Frame, times: Frame, articles: Frame, lang: look.Lang) -> list[str]:
    """Say of each conflict which dates are read by whom and in which words, and which of them stands."""
    page = look.Page(lang)
    names = {key: " ".join(filter(None, name)) for key, name in columns.titles(articles, NO_ENTITIES, lang).items()}
    published = columns.published(articles)
    disputed = [row for row in readings.rows(events, event_mentions, lang, times) if row.conflict]
    if not disputed:
        return [
            page.pick(
                "لا تناقض بين هذه المقالات في تاريخ حدث.",
                "The articles of this story contradict each other on no date.",
            )
        ]
    said: list[str] = []
    for row in disputed:
        lines = [chronology_words.reading(read, row, names, page, whole=False, room=math.inf)[0] for read in row.said]
        why = chronology_words.why(row, published, names, page)
        said.append(f"{labels.name(row.label, lang)}: {page.pick('؛ ', '; ').join(lines)}. {why}")
    return said


def of_news_age(tellings: Frame, lang: look.Lang) -> list[str]:
    """Say what the distances of `lags.tellings` show of late and early news, and what they cannot."""
    page = look.Page(lang)
    placed = tellings.dropna(subset=["after_least", "after_most"], how="all")
    sure = placed.loc[placed["after_least"] == placed["after_most"]]
    late = int((placed["after_most"] < -1).sum())
    ahead = int((placed["after_least"] > 0).sum())
    return [
        page.pick(
            f"الروايات المؤرخة {len(tellings)}: بُعدها معلوم باليوم في {len(sure)}، وبلا تاريخ نشر"
            f" {len(tellings) - len(placed)}.",
            f"Dated tellings: {len(tellings)}. The distance is known to the day for {len(sure)}; the publication is"
            f" unknown for {len(tellings) - len(placed)}.",
        ),
        page.pick(
            f"ما وقع قبل النشر بأكثر من يوم يقيناً {late}، وما هو بعده يقيناً {ahead}.",
            f"Surely more than a day before publication: {late}. Surely after it: {ahead}.",
        ),
        page.pick(
            "القِدم ليس تأخراً: الخلفية تُروى قديمة عن قصد. ويوم النشر أصغر ما يُقاس، فالجداول بلا ساعة نشر.",
            "Old is not late: background is told because it is old. A day is the least that is measured, for the tables"
            " hold no hour of publication.",
        ),
    ]


def of_claims(claims: Frame, claim_groups: Frame, articles: Frame, lang: look.Lang) -> list[str]:
    """Say who asserts the claimed figures, how they stand to each other, and what stays open."""
    page = look.Page(lang)
    found = counted.things(counted.read(claims, NO_ENTITIES), claim_groups, columns.published(articles))
    told = {verdict: sum(one.verdict == verdict for one in found) for verdict in counted.RANK}
    narrated = int(claims["claimant_id"].eq(counted.NARRATION).sum())
    vague = int(claims["bound"].eq("vague").sum())
    said = [
        page.pick(
            f"الأرقام {len(claims)}، منها {narrated} بلا قائل غير النص، ومنها {vague} ألفاظ عدد مبهمة لا تُرسم.",
            f"Claims: {len(claims)}. {narrated} are asserted by nobody but the text; {vague} are vague and not drawn.",
        )
    ]
    if claim_groups.empty:
        said.append(page.pick("لم يُقارن بعدُ رقم برقم.", "Which claims speak of the same thing has not been asked yet."))
    else:
        said.append(
            page.pick(
                f"ما عُدّ {len(found)}: حُدّثت أرقام {told['updated']}، وتعارضت أرقام {told['conflicting']}، وتكرر الرقم"
                f" نفسه في {told['same']}، ورقم واحد لما بقي {told['']}.",
                f"Things counted: {len(found)}. Figures were updated for {told['updated']}, contradict each other for"
                f" {told['conflicting']}, are repeated for {told['same']}; {told['']} have a single claim.",
            )
        )
    return [
        *said,
        page.pick(
            "كثرة التكرار ليست تأكيداً: قد يكون الأصل واحداً. والرقم يصح لتاريخه، ولا يُعرف شيء بين علامتين.",
            "Often repeated is not well confirmed: the origin may be one. A figure holds for its own date, and nothing"
            " is known between two marks.",
        ),
    ]


def _dates(articles: Frame, lang: look.Lang) -> list[str]:
    days = (articles["published_latest"] - articles["published_earliest"]).dt.days
    unknown, wide = int(days.isna().sum()), int((days >= WIDE).sum())
    if not unknown and not wide:
        return []
    ids = columns.short_ids(articles["article_id"].tolist())
    which = [labels.name(ids[i], lang) for i in articles.loc[days.isna() | (days >= WIDE), "article_id"]]
    listed = labels.listed(which[:8], lang) if len(which) <= 8 else ""
    where = f" ({listed})" if listed else ""
    return [
        _either(
            lang,
            f"تاريخ النشر أوسع من أسبوع في {wide}، وبلا حد في {unknown}{where}: لا يُرتّب بعضها قبل بعض باليوم.",
            f"Publication is wider than a week for {wide} and without a bound for {unknown}{where}: these cannot be"
            " put in order by day.",
        )
    ]


def _outlets(articles: Frame, lang: look.Lang) -> list[str]:
    unnamed = int(articles["outlet"].isna().sum())
    if not unnamed:
        return []
    pages = labels.counted(unnamed, "page without outlet", lang)
    return [
        _either(
            lang,
            f"{pages}: لا تُعدّ ناشراً، ولا يقال هل هي لناشر مذكور هنا أم لغيره.",
            f"{pages}: not counted as an outlet, and not known to be another than those named here.",
        )
    ]


def _either(lang: look.Lang, ar: str, en: str) -> str:
    return ar if lang == "ar" else en
