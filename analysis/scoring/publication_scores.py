"""The day of publication and the outlet of one article against its gold."""

from __future__ import annotations

from datetime import date
from typing import Any

from analysis.scoring.matching import overlap
from analysis.scoring.measures import Mistake, Tally

Json = dict[str, Any]


def publication(article_id: str, gold: Json, row: Json) -> Tally:
    """Score the day of publication: inside, bounded, narrow enough, no trap; and the outlet where the page names it."""
    tally = Tally()
    truth = gold["article"].get("published") or {}
    if truth.get("earliest") and truth.get("latest"):
        found: tuple[Any, Any] = row.get("published_earliest"), row.get("published_latest")
        said = f"{found[0] or ''}..{found[1] or ''}"
        wanted = f"{truth['earliest']}..{truth['latest']}"

        def mistake(kind: str, at: Json | None = None) -> Mistake:
            at = at or {}
            return Mistake(article_id, kind, at.get("start"), at.get("end"), at.get("text", ""), wanted, said)

        tally.counts["pub"] += 1
        if found[0] and found[1]:
            tally.counts["pub_bounded"] += 1
            tally.widths.append(_days(*found))
            hit = found[0] <= truth["latest"] and found[1] >= truth["earliest"]
            tally.counts["pub_hit"] += hit
            tally.mistakes += [] if hit else [mistake("publication")]
            tally.mistakes += [] if _narrow(truth, found, tally) else [mistake("publication wide")]
        else:
            tally.mistakes.append(mistake("publication open"))
        for trap in truth.get("traps", []):
            tally.counts["traps"] += 1
            day = trap.get("date") or _told(gold, trap)
            if day and found[0] == found[1] == day and not truth["earliest"] <= day <= truth["latest"]:
                tally.counts["trap_taken"] += 1
                tally.mistakes.append(mistake("publication trap", trap))
    return _outlet(tally, article_id, gold["article"].get("outlet") or {}, row)


def _narrow(truth: Json, found: tuple[Any, Any], tally: Tally) -> bool:
    alone = truth.get("text_only")
    if not alone:
        return True
    allowed = max(_days(alone["earliest"], alone["latest"]), _days(truth["earliest"], truth["latest"]))
    narrow = _days(*found) <= allowed
    tally.counts["pub_narrow_n"] += 1
    tally.counts["pub_narrow"] += narrow
    return narrow


def _told(gold: Json, trap: Json) -> str | None:
    """Return the day that the time expression under a trap names."""
    if trap.get("start") is None:
        return None
    times = (t for t in gold.get("times", []) if t.get("earliest") and t["earliest"] == t.get("latest"))
    return next(
        (time["earliest"] for time in times if overlap((trap["start"], trap["end"]), (time["start"], time["end"]))),
        None,
    )


def _outlet(tally: Tally, article_id: str, outlet: Json, row: Json) -> Tally:
    if outlet.get("basis") != "stated":
        return tally
    have = f"{row.get('outlet') or ''}|{row.get('outlet_id') or ''}".lower()
    names = [name.lower() for name in (outlet.get("name_ar"), outlet.get("name_en")) if name]
    right = any(name in have or name.replace(" ", "-") in have for name in names)
    tally.counts["outlet"] += 1
    tally.counts["outlet_ok"] += right
    if not right:
        at = outlet.get("start"), outlet.get("end")
        tally.mistakes.append(Mistake(article_id, "outlet", *at, names[0] if names else "", names[-1], have))
    return tally


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
