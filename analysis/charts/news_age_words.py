"""What publication against event time says in words: distances, the finding, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.charts import columns, labels, look
from analysis.charts.frames import Frame
from analysis.charts.wording import DAYS_A_MONTH, DAYS_A_YEAR

UNITS = (("year", DAYS_A_YEAR), ("month", DAYS_A_MONTH), ("week", 7.0), ("day", 1.0))


def distance(least: Any, most: Any, page: look.Page) -> str:
    """Say how far an event lies from publication; either end may be missing.

    >>> distance(-6, -2, look.Page("en")), distance(0, 0, look.Page("en")), distance(pd.NA, 0, look.Page("en"))
    ('2 to 6 days before', 'same day', 'before, no day given')
    """
    if pd.isna(least) and pd.isna(most):
        return page.pick("تاريخ النشر مجهول", "publication unknown")
    if pd.isna(least) or pd.isna(most):
        return _open(least, most, page)
    if least == most == 0:
        return page.pick("يوم النشر نفسه", "same day")
    if least == -1 and most == 0:
        return page.pick("يوم النشر أو اليوم قبله", "same day or day before")
    if least < 0 < most:
        unit, days = _unit(max(-least, most))
        back, ahead = round(-least / days), labels.counted(round(most / days), unit, page.lang)
        return page.pick(f"بين {back} قبل النشر و{ahead} بعده", f"{back} before to {ahead} after")
    if most <= 0:
        return page.pick(f"{_length(-most, -least, page)} قبل النشر", f"{_length(-most, -least, page)} before")
    return page.pick(f"{_length(least, most, page)} بعد النشر", f"{_length(least, most, page)} ahead")


def _open(least: Any, most: Any, page: look.Page) -> str:
    """A distance with one end: at least so much, where the known end says more than before or ahead."""
    if pd.isna(least):
        if most >= -1:
            return page.pick("قبل النشر بلا تحديد", "before, no day given")
        length = labels.stretch(round(-most), page.lang)
        return page.pick(f"{length} أو أكثر قبل النشر", f"{length} or more before")
    if least <= 1:
        return page.pick("بعد النشر بلا تحديد", "ahead, no day given")
    length = labels.stretch(round(least), page.lang)
    return page.pick(f"{length} أو أكثر بعد النشر", f"{length} or more ahead")


def _length(near: float, far: float, page: look.Page) -> str:
    """A distance between two lengths, in the unit that fits the longer one."""
    unit, days = _unit(far)
    low, high = round(near / days), round(far / days)
    longest = labels.counted(high, unit, page.lang)
    if low == high:
        return longest
    if low == 0:
        return page.pick(f"{longest} على الأكثر", f"at most {longest}")
    if high == 2:
        return page.pick(f"{labels.counted(1, unit, 'ar')} أو {longest}", f"{low} to {longest}")
    return page.pick(f"من {low} إلى {longest}", f"{low} to {longest}")


def _unit(length: float) -> tuple[str, float]:
    """The unit that a length is said in, and its days."""
    return next((unit, days) for unit, days in UNITS if length >= 1.95 * days or days == 1)


@dataclass(frozen=True)
class Words:
    """The sentences around the chart: ``told`` are the tellings drawn, ``unplaced`` those without a publication."""

    page: look.Page
    told: Frame
    unplaced: int
    undated: int
    articles: Frame
    by_row: bool

    def title(self) -> str:
        """The finding: who tells of its own day, how far back and how far ahead the articles look."""
        page, told = self.page, self.told
        fresh = told.loc[(told["after_least"] >= -1) & (told["after_most"] <= 0), "article_id"].nunique()
        dated = told["article_id"].nunique()
        parts = [self._fresh(fresh, dated)]
        back, ahead = -told["after_most"].min(), told["after_least"].max()
        if pd.notna(back) and back > 1:
            length = labels.stretch(int(back), page.lang)
            parts.append(page.pick(f"وأقدم ما يُروى: {length} قبل النشر", f"the oldest event lies {length} back"))
        if pd.notna(ahead) and ahead > 0:
            length = labels.stretch(int(ahead), page.lang)
            parts.append(page.pick(f"وأبعد موعد: {length} بعده", f"the farthest ahead {length}"))
        return page.pick("، ", ", ").join(parts).replace(", ", "; ", 1)

    def _fresh(self, fresh: int, dated: int) -> str:
        count = labels.counted(dated, "article", "en", words=True)
        if dated == 1:
            english = (
                "The article tells of its own day or the day before" if fresh else "Nothing of its own day is told"
            )
        elif fresh == dated:
            english = f"All {count} tell of their own day or the day before"
        else:
            some = labels.number_word(fresh, "en").capitalize()
            verb = "tells of its" if fresh == 1 else "tell of their"
            english = f"{some} of {count} {verb} own day or the day before"
            english = english if fresh else "No article tells of its own day or the day before"
        arabic = f"ما يروي يوم نشره أو اليوم الذي قبله: {fresh} من {dated}"
        if dated == 1:
            arabic = "في المقالة حدث من يوم نشرها أو من اليوم الذي قبله"
            arabic = arabic if fresh else "ليس في المقالة حدث من يوم نشرها أو من اليوم الذي قبله"
        return self.page.pick(arabic, english)

    def subtitle(self) -> str:
        """What a mark is and what the scale is."""
        row, mark = "علامة", "A mark is"
        if self.by_row:
            row, mark = "صف", "A row is"
        return self.page.pick(
            f"كل {row} حدث في مقالة، وموضعه بُعده عن يوم نشرها. ولكل نطاق من الأيام إلى العقود مقياسه.",
            f"{mark} an event in an article, placed by how far it lies from the day of publication. Each band, from"
            " days to decades, has a scale of its own.",
        )

    def footer(self) -> str:
        """Count what is drawn, what could not be, and say how distances are narrowed."""
        page, told = self.page, self.told
        whole = told.dropna(subset=["after_least", "after_most"])
        late = int((whole["status"].eq("happened") & (whole["after_least"] > 0)).sum())
        past = int((whole["status"].eq("planned") & (whole["after_most"] < 0)).sum())
        parts = [
            f"{columns.tally(self.articles, page.lang)}.",
            page.pick(
                f"المرسوم {len(told)}، وما رُوي بلا تاريخ {self.undated}.",
                f"Drawn: {len(told)}. Told without a day: {self.undated}.",
            ),
        ]
        if self.unplaced:
            parts.append(
                page.pick(f"في مقالات بلا تاريخ نشر: {self.unplaced}.", f"In articles of unknown day: {self.unplaced}.")
            )
        parts.append(
            page.pick(
                "ما يُروى واقعاً لا يُرسم بعد نشره، والمخطَّط لا يُرسم قبله.",
                "What is told as happened is drawn no later than its publication, what is planned no earlier.",
            )
        )
        if late + past:
            parts.append(
                page.pick(
                    f"وما خالف ذلك كله {late + past}: رُوي واقعاً وهو بعد النشر، أو مخطَّطاً وهو قبله.",
                    f"Against that: {late + past}, told as happened but after publication, or planned but before it.",
                )
            )
        return " ".join(parts)

    def alt(self) -> str:
        """The picture in words."""
        return self.page.pick(
            f"{self.title()}. بُعد كل حدث عن نشر المقالة التي ترويه: {self.subtitle()}",
            f"{self.title()}. How far each event lies from the article that tells it: {self.subtitle()}",
        )


def published(article: Any, page: look.Page) -> str:
    """When an article came out, in words; ``article`` has both ends as attributes."""
    ends = (article.published_earliest, article.published_latest)
    either = all(pd.notna(end) for end in ends) and (ends[1] - ends[0]).days == 1
    said = labels.interval(*ends, page.lang, either=either)
    return page.pick(f"نُشرت: {said}", f"published {said}")


def given(row: Any, page: look.Page) -> str:
    """The date that an article gives an event."""
    return labels.interval(row.earliest, row.latest, page.lang)
