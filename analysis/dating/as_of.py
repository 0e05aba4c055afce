"""The time a figure speaks of.

A count of what happened (dead, arrests, attacks) speaks of when it happened; a standing state (troops, distances) of
the day of publication. The date that stands nearest in the sentence decides; "since" counts up to publication. A count
without a date of its own goes on from the date told before it, or else lies between the day the article is about and
its publication.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from analysis import lexicon
from analysis.dates.interval import Interval
from analysis.dating import comparisons
from analysis.dating.outlook import VERBS
from analysis.marks import changes
from analysis.marks.futures import is_future_form, is_plan
from analysis.text.read import Reading

HAPPENED = frozenset({"killed", "wounded", "detained", "displaced", "attacks"})
"""Categories of what happened; the others stand until publication where no date says otherwise."""
STANDING = frozenset({"troops", "money", "percent"})
RECENT = timedelta(3)
"""News is of the last days: a day named further back is background."""
BESIDE = 8
"""So many dates before and behind a figure are looked at."""
COMMA, BEHIND = 20, 1.5
"""What a comma counts in characters, and how much further a date behind a figure lies than one before it."""
CLAUSE = 60
"""Behind a comma and so many characters another clause is told of."""
SPOKEN = 10_000
"""Characters, more than any sentence has: what the day of speaking, or a time compared with, lies further off."""
THAN = "عن"
SENTENCES_BACK = 3
"""So many sentences before, a stretch of time is looked for that is taken up again."""
STRETCH = timedelta(28)
"""A time of so many days at least is a stretch."""
SINCE_WHAT = 6
"""So many words may stand between منذ and the day of what it names: منذ ظهور المرض بالمملكة في يونيو 2012."""
SINCE = "منذ"
BEFORE_WHAT = 3
BEFORE = "قبل"
"""قبل and so many words at most, itself among them, before a day: قبل غارات أمس."""
UNTIL = 2
"""So many words may stand between since when and until when."""
UNEQUALLED = 4
"""So many words before a time a superlative may stand: أكبر عدد من القتلى منذ 2003."""
NOW, FUTURE = "PRESENT_REF", "FUTURE_REF"
STARTED = 4
"""So many words before a day, a clause may say what began on it: الحرب [التي اندلعت في] 2011."""
GLUED = re.compile(r"(?:[^\W\d_][\u064b-\u0652]?){3}[)»\"”]?[.!؟](?=[\u0621-\u064a])")
"""A full stop between two words without a blank: another sentence begins behind it."""
MEASURES = frozenset({"km", "m", "mi", "km2", "m2", "cm", "mm", "ft", "in", "ha", "acre", "nmi", "yd"})
"""Units of what does not change from day to day."""


def find(
    reading: Reading,
    claims: Iterable[Mapping[str, Any]],
    times: Iterable[Mapping[str, Any]],
    published: Interval | None,
) -> list[dict[str, Any]]:
    """Return the rows of ``claims`` with ``as_of_earliest`` and ``as_of_latest`` filled in.

    ``times`` are the resolved rows of the same article, ``published`` its day or days; where it is unknown, only a
    date in the text gives a figure its time.
    """
    dated = [row for row in times if row.get("type") in {"DATE", "TIME"} and _interval(row, published)]
    dated = [row for row in dated if row.get("value") != FUTURE and not _until_now(reading, row)]
    by_sentence: dict[str, list[Mapping[str, Any]]] = {}
    for row in dated:
        by_sentence.setdefault(row["sentence_id"], []).append(row)
    told = _story_day(dated, published)
    found: list[dict[str, Any]] = []
    claims = list(claims)
    for claim in claims:
        when = _when(reading, claim, by_sentence, published)
        if when is None and reading.sentence_of(claim["start"]).place == "title":
            when = _of_its_like(reading, claim, claims, by_sentence, published)
        when = when or _standing(claim, told, published)
        if claim["category"] in HAPPENED and told and published and when and _inside(when, published):
            when = told.hull(when)  # the day of the report, not of what happened
        found.append(
            {**claim, "as_of_earliest": when.earliest if when else None, "as_of_latest": when.latest if when else None}
        )
    return found


def _when(
    reading: Reading,
    claim: Mapping[str, Any],
    by_sentence: Mapping[str, Sequence[Mapping[str, Any]]],
    published: Interval | None,
) -> Interval | None:
    """Return the time that the sentence gives the figure, or None."""
    if claim["unit"] in MEASURES:
        return None
    if (period := _same_period(reading, claim, by_sentence, published)) is not None:
        return period
    rows = by_sentence.get(claim["sentence_id"], ())
    near = _around(reading, claim, rows, published)
    near = [row for row in near if not _unequalled(reading, row) and not _of_another_sentence(reading, claim, row)]
    near = [
        row
        for row in near
        if not comparisons.is_of_another(reading, claim, row, published) and not _falls_due(reading, row)
    ]
    near = [row for row in near if claim["category"] in HAPPENED or not _of_another_clause(reading, claim, row)]
    if not near and (back := _then(reading, claim)) is not None:
        near = _around(reading, claim, by_sentence.get(back, ()), published)
    if not near:
        return None
    nearest = min(near, key=lambda row: _distance(reading, claim, row))
    if _before_what(reading, claim, nearest) and (when := _interval(nearest, published)) and when.earliest:
        return Interval(None, when.earliest - timedelta(1))
    return _running(reading, nearest, rows, published)


def _before_what(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a figure is of before what happened on a day: مقتل خمسة قبل غارات [أمس]."""
    words = reading.tokens_in(claim["end"], row["start"])[-BEFORE_WHAT:]
    plain = all(reading.words[i].kind != "mark" for i in words)
    return plain and len(words) > 1 and any(reading.words[i].folded == BEFORE for i in words[:-1])


def _running(
    reading: Reading, row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], published: Interval | None
) -> Interval | None:
    """Return the time of a row; that of a count which runs since some day, up to the day it names or to publication."""
    when = _interval(row, published)
    if when is None:
        return None
    words = reading.tokens_in(reading.sentence_of(row["start"]).start, row["start"])
    if words and reading.at(words[-1], "until_words"):
        start = next((one for one in rows if 0 <= words[-1] - reading.token_at(one["end"] - 1) <= UNTIL), None)
        since = _interval(start, published) if start and start.get("open") == "after" else None
        return Interval(since.earliest, when.latest) if since else when
    if published is None or row.get("open") or not (_since_what(reading, words, rows) or _started(reading, words)):
        return when
    return Interval(when.earliest, max(when.latest or date.min, published.latest or date.min))


def _since_what(reading: Reading, words: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a day is that of something since which is counted: منذ ظهور المرض في [يونيو 2012]."""
    for i in reversed(words[-SINCE_WHAT:]):
        if reading.words[i].kind == "mark":
            return False
        if reading.words[i].folded.removeprefix("و") == SINCE:
            return not any(row["start"] <= reading.starts[i] < row["end"] for row in rows)
    return False


def _started(reading: Reading, words: Sequence[int]) -> bool:
    """Whether a day is that on which what is told of began, and has lasted since: النزاع الذي اندلع في [2011]."""
    near = words[-STARTED:]
    return any(reading.at(i, "starting_verbs") and _opens_at(reading, i - 1, "relative") for i in near[1:])


def _same_period(
    reading: Reading,
    claim: Mapping[str, Any],
    by_sentence: Mapping[str, Sequence[Mapping[str, Any]]],
    published: Interval | None,
) -> Interval | None:
    """Return the stretch of time that الفترة ذاتها takes up: the last one told of in the sentences before."""
    sentence = reading.sentence_of(claim["start"])
    words = reading.tokens_in(sentence.start, claim["start"])
    rows = by_sentence.get(claim["sentence_id"], ())
    taken_up = [i for i in words if reading.at(i, "same_periods")]
    if not taken_up or any(row["start"] <= reading.starts[taken_up[-1]] < row["end"] for row in rows):
        return None
    at = reading.sentences.index(sentence)
    for before in reversed(reading.sentences[max(0, at - SENTENCES_BACK) : at]):
        for row in reversed(by_sentence.get(before.sentence_id, ())):
            when = _interval(row, published)
            if when and when.earliest and when.latest and when.latest - when.earliest >= STRETCH:
                return when
    return None


def _around(
    reading: Reading, claim: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], published: Interval | None
) -> list[Mapping[str, Any]]:
    """Return the dates of a sentence next to a claim, in text order; of those still to come the one it leans on."""
    at = bisect_left(rows, claim["start"], key=lambda row: row["start"])
    near = rows[max(0, at - BESIDE) : at + BESIDE]
    return [
        row
        for row in near
        if not _ahead(row, published) or _leans_on(reading, claim, row) or _foreseen(reading, claim, row)
    ]


def _until_now(reading: Reading, row: Mapping[str, Any]) -> bool:
    """Whether a time only says that a count still runs: حتى الآن."""
    words = reading.tokens_in(reading.sentence_of(row["start"]).start, row["start"])[-UNTIL:]
    return row.get("value") == NOW and any(reading.at(i, "until_words") for i in words)


def _leans_on(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether nothing stands between a figure and a date with a preposition: ستجتذب [بنهاية عام 2023] 93 مليون سائح."""
    if row["end"] <= claim["start"]:
        at = reading.token_at(row["start"])
        governed = reading.starts[at] < row["start"] or (at > 0 and "prepositions" in reading.words[at - 1].keys)
        return governed and not reading.tokens_in(row["end"], claim["start"])
    return row["start"] >= claim["end"] and _led_in(reading, claim["end"], row["start"])


def _foreseen(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a figure behind a date to come is foreseen for it: يتوقع أن يستمر النمو حتى [2028]، ليصل إلى 57 مليونا.

    A word of plan or a verb of the future stands before the date, and a level or a change is what is foreseen: cargo
    that is due then is counted now.
    """
    if row["end"] > claim["start"]:
        return False
    between = reading.tokens_in(row["end"], claim["start"])
    if any(_is_result(reading, i) for i in between):
        return True
    if _commas(reading.source[row["end"] : claim["start"]]):
        return False
    if any(reading.at(i, "past_verbs", "set_against_words", *VERBS) and not changes.at(reading, i) for i in between):
        return False
    before = reading.tokens_in(reading.sentence_of(row["start"]).start, claim["start"])[-FORESEEING:]
    ahead = next((i for i in before if is_plan(reading, i) or is_future_form(reading.words[i].folded)), None)
    if ahead is None or reading.starts[ahead] > row["start"]:
        return False
    return any(changes.at(reading, i) for i in range(ahead, before.stop))


def _is_result(reading: Reading, i: int) -> bool:
    """Whether token ``i`` says what will have come of something: ليصل، لتبلغ."""
    word = reading.words[i].folded
    return word.startswith(RESULT) and word.removeprefix(RESULT) in lexicon.forms(changes.VERBS)


FORESEEING = 20
"""So many words before a figure foreseen a word may stand that looks ahead."""
RESULT = "ل"


def _of_another_clause(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a date behind a standing figure does not speak of it.

    It is too far off (بلغ الطول 121 كم، مبينا أنه منذ 2010), that of what the figure is set against (44 ألفا، نصف ما
    كانت عليه في 2014), in a relative clause behind a comma, or outside the brackets that hold the figure.
    """
    if row["start"] < claim["end"]:
        return False
    start, end = claim["end"], row["start"]
    commas = _commas(reading.source[start:end])
    if commas > 1 or (commas == 1 and (end - start > CLAUSE or _opens(reading, start, end, "relative"))):
        return True
    return _compared(reading, claim, end) or _bracketed(reading, claim, row)


def _bracketed(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether brackets hold a figure and not the date behind it: كان دي بروين (33 مباراة) الأبرز في 2014."""
    before = reading.source[reading.sentence_of(claim["start"]).start : claim["start"]]
    return before.count("(") > before.count(")") and ")" in reading.source[claim["end"] : row["start"]]


def _of_another_sentence(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a full stop stands between a figure and a date, though no blank does: يوميا.وكشف أنها بدأت عام 2014."""
    between = reading.source[min(claim["end"], row["end"]) : max(claim["start"], row["start"])]
    return GLUED.search(between) is not None


def _falls_due(reading: Reading, row: Mapping[str, Any]) -> bool:
    """Whether a time only says when goods or money fall due: برنت تسليم [الشهر المقبل]."""
    words = reading.tokens_in(reading.sentence_of(row["start"]).start, row["start"])
    return bool(words) and bool(reading.at(words[-1], "delivery_words"))


def _unequalled(reading: Reading, row: Mapping[str, Any]) -> bool:
    """Whether a time says since when there was nothing like it: بكميات غير مسبوقة منذ 30 عاما."""
    words = reading.tokens_in(reading.sentence_of(row["start"]).start, row["start"])
    return any(reading.at(i, "unequalled_words") for i in words[-UNEQUALLED:])


def _of_its_like(
    reading: Reading,
    title: Mapping[str, Any],
    claims: Iterable[Mapping[str, Any]],
    by_sentence: Mapping[str, Sequence[Mapping[str, Any]]],
    published: Interval | None,
) -> Interval | None:
    """Return the time of the first claim of the body that gives the title's figure again."""
    for claim in claims:
        like = all(claim[column] == title[column] for column in ("value", "low", "high", "noun"))
        if like and reading.sentence_of(claim["start"]).place == "body":
            return _when(reading, claim, by_sentence, published)
    return None


def _inside(when: Interval, published: Interval) -> bool:
    return bool(when.earliest and published.earliest and when.earliest >= published.earliest)


def _then(reading: Reading, claim: Mapping[str, Any]) -> str | None:
    """Return the sentence before, where a word such as آنذاك leads back to its time."""
    here = reading.sentence_of(claim["number_start"])
    words = reading.tokens_in(here.start, here.end)
    if here.start == 0 or not any(reading.at(i, "then_words") for i in words):
        return None
    before = reading.sentence_of(here.start - 1)
    return before.sentence_id if before.paragraph >= here.paragraph - 1 else None


def _distance(reading: Reading, claim: Mapping[str, Any], row: Mapping[str, Any]) -> float:
    """Return how far a date lies from a figure, in characters; one behind it, or beyond a comma, lies further off.

    A date before the "that" which opens the figure's clause is the day of speaking, and comes last.
    """
    if row["end"] <= claim["start"]:
        between = reading.source[row["end"] : claim["start"]]
        # أعلن الخميس أن 30 مسلحا قتلوا الأحد
        spoken = SPOKEN if _opens(reading, row["end"], claim["start"], "complement") else 0
        return len(between) + COMMA * _commas(between) + spoken
    between = reading.source[claim["end"] : row["start"]]
    if _compared(reading, claim, row["start"]):
        return SPOKEN + len(between)
    if _led_in(reading, claim["end"], row["start"]):
        return 0
    return BEHIND * (len(between) + COMMA * _commas(between))


def _led_in(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing but a preposition stands between a figure and the date behind it: 43% [خلال] الربع الثاني."""
    words = reading.tokens_in(start, end)
    return len(words) <= 1 and all("prepositions" in reading.words[i].keys for i in words)


def _compared(reading: Reading, claim: Mapping[str, Any], end: int) -> bool:
    """Whether what stands up to ``end`` sets a figure against another time: بانخفاض 25% [عن] الشهر السابق."""
    if comparisons.is_from(reading, claim):
        return False
    words = reading.tokens_in(claim["end"], end)
    if any(reading.at(i, "set_against_words") for i in words):
        return True
    return len(words) > 0 and reading.words[words[-1]].folded == THAN


def _opens(reading: Reading, start: int, end: int, clause: str) -> bool:
    """Whether a word that opens a clause of that kind stands in ``start:end``."""
    return any(_opens_at(reading, i, clause) for i in reading.tokens_in(start, end))


def _opens_at(reading: Reading, i: int, clause: str) -> bool:
    return any(item.entry.row["opens"] == clause for item in reading.at(i, "clause_words"))


def _commas(text: str) -> int:
    return text.count("،") + text.count(",")


def _ahead(row: Mapping[str, Any], published: Interval | None) -> bool:
    earliest = _day(row.get("earliest"))
    return bool(published and published.latest and earliest and earliest > published.latest)


def _standing(claim: Mapping[str, Any], told: Interval | None, published: Interval | None) -> Interval | None:
    if published is None:
        return told if claim["category"] in HAPPENED else None
    if told is None or claim["category"] in STANDING or claim["unit"] in MEASURES:
        return published
    return told.hull(published)


def _story_day(dated: Sequence[Mapping[str, Any]], published: Interval | None) -> Interval | None:
    """Return the day the article is about: the first day it names among the last days before publication."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    days = [when for row in dated if (when := _interval(row, published)) and when.earliest and when.latest]
    recent = [
        when.earliest
        for when in days
        if when.earliest
        and when.latest
        and when.latest - when.earliest <= timedelta(1)
        and timedelta(0) <= published.latest - when.latest
        and published.earliest - when.earliest <= RECENT
    ]
    return Interval.day(min(recent)) if recent else None


def _interval(row: Mapping[str, Any], published: Interval | None) -> Interval | None:
    """Return the days of a time with both ends; one that is open goes up to publication, and now is its day."""
    if row.get("value") == NOW and published is not None and row.get("earliest") is None:
        return published
    earliest, latest = _day(row.get("earliest")), _day(row.get("latest"))
    if latest is None and row.get("open") == "after" and published is not None:
        latest = published.latest
    if earliest is None or latest is None or earliest > latest:
        return None
    return Interval(earliest, latest)


def _day(value: Any) -> date | None:
    """Return a day from what a row may hold: a date, a time stamp, ISO text, or nothing."""
    if value is None or value != value or str(value) in {"NaT", "<NA>", ""}:
        return None
    return value if type(value) is date else date.fromisoformat(str(value)[:10])
