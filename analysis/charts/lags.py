"""How far each telling's event lies from the article's publication, in days, as surely as both are known.

A telling is an event in an article that dates it. Both the event's days and the publication may be intervals, so the
distance is one too: from earliest event and latest publication to latest event and earliest publication.
It is narrower than that where the article counts from its own publication: a weekday is one of the seven days up to it,
however little is known of the day itself, and "yesterday" is one day before it.

``after_least … after_most`` count whole days from publication to event: 0 is the same day, -1 the day before, 3 three
days ahead; an end that is open is missing.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.charts.frames import Frame

COLUMNS = ("event_id", "article_id", "start", "end", "label_ar", "label_en", "status", "earliest", "latest", "words",
           "published_earliest", "published_latest", "after_least", "after_most")  # fmt: skip
WEEKDAY = r"^XXXX-WXX-\d"
A_WEEK = 6
BY_THE_DAY = ("day", "part_of_day", "hour", "minute", "second")


def tellings(events: Frame, event_mentions: Frame, times: Frame, articles: Frame) -> pd.DataFrame:
    """Return one row a telling with `COLUMNS`, in the order of events, then of the text.

    An article that dates an event more than once has the row of its narrowest date, the first of equals. Mentions
    without a date have no row. Articles without any publication keep their rows, with both ends missing.
    """
    dated = event_mentions.loc[event_mentions["earliest"].notna() | event_mentions["latest"].notna()]
    known = times[["time_id", "text", "value", "grain", "anchor"]].rename(columns={"text": "words"})
    told = events[["event_id", "label_ar", "label_en", "status"]]
    out = articles[["article_id", "published_earliest", "published_latest"]]
    rows = dated.drop(columns="text").merge(known, on="time_id", how="left")
    rows = told.merge(rows, on="event_id").merge(out, on="article_id")
    rows = rows.assign(length=(rows["latest"] - rows["earliest"]).dt.days.fillna(np.inf))
    rows = rows.sort_values("length", kind="stable").drop_duplicates(["event_id", "article_id"]).sort_index()
    least, most = _distance(rows)
    rows = rows.assign(after_least=least, after_most=most)
    return rows[list(COLUMNS)].reset_index(drop=True)


def _distance(rows: Frame) -> tuple[pd.Series, pd.Series]:
    """Both ends of the distance, missing where they are open.

    What is told as happened lies not after the telling, what is planned not before it, where the days allow that.
    """
    least = (rows["earliest"] - rows["published_latest"]).dt.days.astype("float64")
    most = (rows["latest"] - rows["published_earliest"]).dt.days.astype("float64")
    least, most = _counted_from_publication(rows, least, most)
    happened = rows["status"].eq("happened") & most.notna() & ~(least > 0)
    planned = rows["status"].eq("planned") & least.notna() & ~(most < 0)
    return least.mask(planned, least.clip(lower=0)), most.mask(happened, most.clip(upper=0))


def _counted_from_publication(rows: Frame, least: pd.Series, most: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Narrow the distance where the words count days from publication and the publication is an interval."""
    anchored = rows["anchor"].eq("publication").fillna(value=False).astype(bool)
    weekday = anchored & rows["value"].str.contains(WEEKDAY, regex=True).fillna(value=False).astype(bool)
    back = weekday & (rows["latest"] <= rows["published_latest"])
    least, most = least.mask(back, least.clip(lower=-A_WEEK)), most.mask(back, most.clip(upper=0))
    width = rows["published_latest"] - rows["published_earliest"]
    shifted = anchored & ~weekday & rows["grain"].isin(BY_THE_DAY) & (rows["latest"] - rows["earliest"]).eq(width)
    shift = (rows["earliest"] - rows["published_earliest"]).dt.days.astype("float64")
    return least.mask(shifted, shift), most.mask(shifted, shift)
