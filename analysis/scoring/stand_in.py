"""Gold annotations as frames: what a build without faults would write.

Each function gives the rows of one table, as mappings of column to value; ``frames`` makes and checks the frames. What
the gold leaves open (a paragraph, a number's value inside a date) is filled as the reading fills it, or left missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.tables import TABLES

if TYPE_CHECKING:
    from analysis.scoring.gold import Story

Json = dict[str, Any]
Rows = list[Json]

PAGE_ALONE = "page alone: {earliest}..{latest}"
"""The reason that says what the page by itself allows; either end may be empty."""

ROLES = {
    "date": "time",
    "clock": "time",
    "duration": "time",
    "ordinal": "ordinal",
    "name": "name",
    "furniture": "furniture",
}
RELATIONS = {"retranslation": "rewrite"}
AGENCIES = {"associated-press": "ap"}
"""Agencies that the gold's origins call otherwise than its mentions do."""
CLOSING = "\"'”“»«’‘"
VERDICTS = {
    "same": "الرقم نفسه للشيء نفسه",
    "updated": "رقم أحدث للشيء نفسه",
    "conflicting": "رقمان لا يصحان معا",
    "not_comparable": "أشياء مختلفة لا تقارن",
}


@dataclass
class Page:
    """One annotated article with the text that its positions point into, cut into sentences."""

    id: str
    file: str
    text: str
    gold: Json
    sentences: Rows = field(init=False)

    def __post_init__(self) -> None:
        """Cut the page into sentences: the gold's own, the headline, and the remaining lines as furniture."""
        self.sentences = list(_sentences(self))

    def sentence(self, at: int) -> str:
        """Return the id of the sentence that holds the character at ``at``, else of the last one before it."""
        inside = [row for row in self.sentences if row["start"] <= at]
        return (inside or self.sentences)[-1]["sentence_id"]

    def span(self, start: int, end: int) -> Json:
        """Return the columns that every mark has."""
        where = {"article_id": self.id, "sentence_id": self.sentence(start)}
        return where | {"start": start, "end": end, "text": self.text[start:end]}


def frames(pages: Sequence[Page], stories: Sequence[Story]) -> dict[str, pd.DataFrame]:
    """Build and check every table from annotated pages and what they say together."""
    rows: dict[str, Rows] = {name: [] for name in TABLES}
    for page in pages:
        rows["articles"].append(_article(page))
        rows["sentences"] += page.sentences
        rows["times"] += _numbered(_times(page), "time", "t")
        rows["numbers"] += _numbered(_numbers(page), "number", "n")
        rows["claims"] += _numbered(_claims(page), "claim", "c")
        rows["quotes"] += _numbered(_quotes(page), "quote", "q")
        rows["mentions"] += _numbered(_mentions(page), "mention", "m")
    for story in stories:
        book = _Book(pages, story, rows)
        rows["entities"] += book.entities()
        rows["events"] += book.events()
        rows["event_mentions"] += book.event_mentions()
        rows["claim_groups"] += book.claim_groups()
        rows["quote_groups"] += book.quote_groups()
        rows["passages"] += book.passages()
        rows["origins"] += book.origins()
    return {name: table.frame(rows[name]) for name, table in TABLES.items()}


def _sentences(page: Page) -> Iterator[Json]:
    title = page.gold["article"].get("title")
    kept = [(s["start"], s["end"], "body") for s in page.gold["sentences"]]
    kept += [(title["start"], title["end"], "title")] if title else []
    captions = [f for f in page.gold["article"].get("furniture", []) if "caption" in f["why"] or "photo" in f["why"]]
    taken = {at for start, end, _ in kept for at in range(start, end)}
    for line in re.finditer(r"[^\n]+", page.text):
        free = "".join(" " if at in taken else page.text[at] for at in range(*line.span()))
        for piece in re.finditer(r"\S(?:.*?\S)??(?=\s{3,}|\s*$)", free):
            start, end = line.start() + piece.start(), line.start() + piece.end()
            caption = any(f["start"] < end and start < f["end"] for f in captions)
            kept.append((start, end, "caption" if caption else "furniture"))
    for start, end, place in sorted(kept):
        yield {
            "article_id": page.id,
            "sentence_id": f"{page.id}:s{start}-{end}",
            "start": start,
            "end": end,
            "paragraph": len(re.findall(r"\n+", page.text[:start])),
            "place": place,
        }


def _article(page: Page) -> Json:
    about = page.gold["article"]
    outlet, title, published = about["outlet"], about.get("title"), about["published"]
    named = bool(outlet.get("name_ar"))
    return {
        "article_id": page.id,
        "path": page.file,
        "sha256": about["sha256"],
        "chars": len(page.text),
        "text": page.text,
        "title": title and page.text[title["start"] : title["end"]],
        "title_start": title and title["start"],
        "title_end": title and title["end"],
        "body_start": about["body"]["start"],
        "body_end": about["body"]["end"],
        "outlet": outlet.get("name_ar") if named else None,
        "outlet_id": _slug(outlet["name_en"]) if named and outlet.get("name_en") else None,
        "outlet_basis": _basis(outlet["basis"]) if named else "unknown",
        "published_earliest": published["earliest"],
        "published_latest": published["latest"],
        "published_basis": _basis(published["basis"]),
        "published_reasons": [*_page_alone(published), *published["reasons"]],
        "agencies": sorted({_agency(page, credit) for credit in about["agencies"] if credit.get("scope") != "photo"}),
        "language": "ar",
    }


def _basis(basis: str) -> str:
    return "given" if basis == "metadata" else basis


def _page_alone(published: Json) -> list[str]:
    alone = published.get("text_only")
    return [PAGE_ALONE.format(earliest=alone["earliest"] or "", latest=alone["latest"] or "")] if alone else []


def _agency(page: Page, credit: Json) -> str:
    """Return the id under which the gold mentions the credited agency, else a slug of its name."""
    mentions = page.gold.get("mentions", [])
    named = [m["entity"] for m in mentions if m["start"] < credit["end"] and credit["start"] < m["end"]]
    agency = named[0] if named else _slug(credit["name"])
    return AGENCIES.get(agency, agency)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _numbered(rows: Iterable[Json], column: str, letter: str) -> Rows:
    """Give each row its id; a second row of one span ends in `.2`."""
    seen: dict[str, int] = {}
    numbered = []
    for row in rows:
        name = f"{row['article_id']}:{letter}{row['start']}-{row['end']}"
        seen[name] = seen.get(name, 0) + 1
        numbered.append(row | {f"{column}_id": name if seen[name] == 1 else f"{name}.{seen[name]}"})
    return numbered


def _times(page: Page) -> Iterator[Json]:
    for time in page.gold["times"]:
        given = {key: time.get(key) for key in ("type", "value", "earliest", "latest", "open", "mod")}
        yield page.span(time["start"], time["end"]) | given | {"grain": _grain(time), "calendar": "gregorian"}


GRAINS = (
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d", "minute"),
    (r"PT\d+M$", "minute"),
    (r"PT.*H|T\d\d$", "hour"),
    (r"T(MO|AF|EV|NI|DT)$", "part_of_day"),
    (r"-W\d\d$|P.*W$", "week"),
    (r"-Q\d$", "quarter"),
    (r"-(SP|SU|FA|WI)$", "season"),
    (r"-\d\d-\d\d$|P.*D$", "day"),
    (r"-\d\d$|P[^T]*M$", "month"),
    (r"^\d{3}$|P.*E$", "decade"),
    (r"^\d{4}$|P.*Y$", "year"),
)


def _grain(time: Json) -> str | None:
    return next((grain for pattern, grain in GRAINS if re.search(pattern, time["value"])), None)


def _numbers(page: Page) -> Iterator[Json]:
    for claim in page.gold["claims"]:
        number = claim.get("number") or claim
        kind = "range" if claim["bound"] == "range" else "percent" if claim["category"] == "percent" else "cardinal"
        given = {key: claim.get(key) for key in ("value", "low", "high")}
        yield page.span(number["start"], number["end"]) | given | {"kind": kind, "role": "claim"}
    for number in page.gold["non_claims"]:
        digits = page.text[number["start"] : number["end"]]
        role = ROLES.get(number["why"], "other")
        kind = "ordinal" if role == "ordinal" else "cardinal"
        value = float(digits) if digits.isdigit() else None
        yield page.span(number["start"], number["end"]) | {"kind": kind, "role": role, "value": value}


def _who(prefix: str, who: Json | None) -> Json:
    who = who or {}
    return {f"{prefix}_id": who.get("id"), f"{prefix}_start": who.get("start"), f"{prefix}_end": who.get("end")}


def _claims(page: Page) -> Iterator[Json]:
    for claim in page.gold["claims"]:
        number = claim.get("number") or claim
        as_of = claim.get("as_of") or {}
        yield (
            page.span(claim["start"], claim["end"])
            | {key: claim.get(key) for key in ("value", "low", "high", "bound", "noun", "category", "chain")}
            | {"number_start": number["start"], "number_end": number["end"]}
            | _who("claimant", claim.get("claimant"))
            | {"as_of_earliest": as_of.get("earliest"), "as_of_latest": as_of.get("latest")}
        )


def _quotes(page: Page) -> Iterator[Json]:
    for quote in page.gold["quotes"]:
        cue = quote.get("cue") or {}
        marked = page.text[quote["end"] : quote["end"] + 2].strip()[:1]
        yield (
            page.span(quote["start"], quote["end"])
            | _who("speaker", quote.get("speaker"))
            | {"kind": quote["kind"], "chain": quote["chain"]}
            | {"cue_start": cue.get("start"), "cue_end": cue.get("end")}
            | {"closed": quote["kind"] == "indirect" or (marked in CLOSING and bool(marked))}
        )


def _mentions(page: Page) -> Iterator[Json]:
    for mention in page.gold.get("mentions", []):
        named = {"entity_id": mention["entity"], "type": mention["type"]}
        yield page.span(mention["start"], mention["end"]) | named


class _Book:
    """The story tables of one story, over the rows of its articles."""

    def __init__(self, pages: Sequence[Page], story: Story, rows: Mapping[str, Rows]) -> None:
        self.story = story
        self.pages = {page.id: page for page in pages}
        self.marks: dict[tuple[str, str], Rows] = {}
        for table in ("claims", "quotes", "times"):
            for row in rows[table]:
                self.marks.setdefault((table, row["article_id"]), []).append(row)

    def page(self, short: str) -> Page:
        from analysis.scoring.gold import full_id  # gold stands on this module

        return self.pages[full_id(short, self.pages)]

    def outlet(self, page: Page) -> str | None:
        named = page.gold["article"]["outlet"].get("name_en")
        return self.story.outlets.get(page.id) or named

    def outlets(self, pages: Iterable[Page]) -> int:
        return len({self.outlet(page) for page in pages} - {None})

    def entities(self) -> Rows:
        return [
            {
                "entity_id": entity["id"],
                "type": entity["type"],
                "name_ar": entity["name_ar"] or entity["name_en"],
                "name_en": entity["name_en"],
                "wikidata": entity.get("wikidata"),
                "variants": entity["variants_ar"],
            }
            for entity in self.story.entities
        ]

    def events(self) -> Rows:
        rows = []
        for event in self.story.events:
            told = {evidence["article"]: self.page(evidence["article"]) for evidence in event["evidence"]}
            grain = event.get("grain")
            rows.append(
                {
                    "event_id": event["id"],
                    "label_ar": event.get("label_ar") or event["what"],
                    "label_en": event.get("label_en") or event["what"],
                    "earliest": event["earliest"],
                    "latest": event["latest"],
                    "grain": None if grain == "interval" else grain,
                    "status": event.get("status", "happened"),
                    "n_articles": len(told),
                    "n_outlets": self.outlets(told.values()),
                    "conflict": bool(event.get("conflict")),
                    "reason": event.get("conflict") or event.get("note") or None,
                }
            )
        return rows

    def event_mentions(self) -> Rows:
        rows = {}
        for event in self.story.events:
            for evidence in event["evidence"]:
                page = self.page(evidence["article"])
                says = {"earliest": evidence.get("says_earliest"), "latest": evidence.get("says_latest")}
                row = page.span(evidence["start"], evidence["end"])
                time = self.time_of(row, says)
                key = (event["id"], page.id, row["start"], row["end"])
                rows[key] = row | {"event_id": event["id"], "time_id": time} | says
        return list(rows.values())

    def time_of(self, row: Json, says: Json) -> str | None:
        """Return the time that dates a piece of evidence: one inside it, else one nearby that says the same."""
        times = self.marks.get(("times", row["article_id"]), [])
        inside = [time["time_id"] for time in times if time["start"] < row["end"] and row["start"] < time["end"]]
        near = [
            time["time_id"]
            for time in times
            if time["sentence_id"] == row["sentence_id"]
            and says["earliest"]
            and (time["earliest"], time["latest"]) == (says["earliest"], says["latest"])
        ]
        return next(iter(inside + near), None)

    def members(self, table: str, group: Json) -> Rows:
        name = {"claims": ("claim_index", "claim"), "quotes": ("quote_index", "quote")}[table]
        rows = []
        for member in group["members"]:
            index = next(member[key] for key in name if key in member)
            rows.append(self.marks[(table, self.page(member["article"]).id)][index])
        return rows

    def claim_groups(self) -> Rows:
        return [row for group in self.story.claim_groups for row in self.claim_group(group)]

    def claim_group(self, group: Json) -> Iterator[Json]:
        rows = self.members("claims", group)
        closer = [pair for pair in group.get("pairs", []) if pair["verdict"] == "same" != group["verdict"]]
        parts = [(group["id"], range(len(rows)), group["verdict"])]
        parts += [(f"{group['id']}-{n}", part, "same") for n, part in enumerate(_parts(closer), 1)]
        for group_id, part, verdict in parts:
            pages = [self.pages[rows[at]["article_id"]] for at in part]
            for at in part:
                yield {
                    "group_id": group_id,
                    "claim_id": rows[at]["claim_id"],
                    "about": group["what"],
                    "verdict": verdict,
                    "why_ar": VERDICTS[verdict],
                    "why_en": group.get("why") or group.get("note") or verdict.replace("_", " "),
                    "n_outlets": self.outlets(pages),
                }

    def quote_groups(self) -> Rows:
        found = []
        for group in self.story.quote_groups:
            rows = self.members("quotes", group)
            outlets = self.outlets(self.pages[row["article_id"]] for row in rows)
            for row in rows:
                alike = round(SequenceMatcher(None, rows[0]["text"], row["text"], autojunk=False).ratio(), 3)
                place = {"group_id": group["id"], "quote_id": row["quote_id"]}
                found.append(place | {"similarity": alike, "n_outlets": outlets})
        return found

    def passages(self) -> Rows:
        return [self.passage(passage) for passage in self.story.shared_passages]

    def passage(self, passage: Json) -> Json:
        sides = {side: self.page(passage[side]["article"]) for side in "ab"}
        row: Json = {}
        texts = []
        for side, page in sides.items():
            start, end = passage[side]["start"], passage[side]["end"]
            row |= {f"{side}_article_id": page.id, f"{side}_start": start, f"{side}_end": end}
            texts.append(page.text[start:end])
        names = (f"{row[f'{side}_article_id']}:p{row[f'{side}_start']}-{row[f'{side}_end']}" for side in "ab")
        alike = passage.get("token_ratio") or SequenceMatcher(None, *texts, autojunk=False).ratio()
        relation = RELATIONS.get(passage["relation"], passage["relation"])
        return row | {"passage_id": "~".join(names), "similarity": round(alike, 3), "relation": relation}

    def origins(self) -> Rows:
        rows = []
        for record in self.story.origins:
            page = self.page(record["article"])
            for span in record.get("spans") or [record | page.gold["article"]["body"]]:
                origin = span.get("origin") or span["origins"][0]
                credited = "credit" in str(span.get("evidence")) + str(span.get("basis"))
                rows.append(
                    {
                        "article_id": page.id,
                        "start": span["start"],
                        "end": span["end"],
                        "origin_id": f"{origin}:{page.id}" if origin == "outlet" else origin,
                        "basis": "stated" if credited else "inferred",
                        "reasons": [str(reason) for reason in span.get("evidence", []) if isinstance(reason, str)],
                    }
                )
        return list({(row["article_id"], row["start"], row["end"]): row for row in rows}.values())


def _parts(pairs: Iterable[Json]) -> list[list[int]]:
    """Join members that agree pairwise into parts; each part is sorted and holds two members or more."""
    parts: list[set[int]] = []
    for pair in pairs:
        joined = {pair["a"], pair["b"]}.union(*(part for part in parts if part & {pair["a"], pair["b"]}))
        parts = [part for part in parts if not part & joined] + [joined]
    return [sorted(part) for part in parts]
