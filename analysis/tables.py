"""Every table: what a row is, its columns, their types and meaning, and the values they allow.

Tables are the interfaces of the house: each stage is a function from tables to one table, and a notebook, a chart and
a test start from the same ones. ``Table`` only declares, so it is also the documentation and the Arrow schema; pandera
does the checking behind it. This module imports nothing of ours.

Examples
--------
>>> TIMES.frame([]).shape
(0, 15)
>>> NOTICES.names
('article_id', 'severity', 'kind', 'message', 'start', 'end')
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, get_args

import pandas as pd
import pyarrow as pa

VERSION = "1"
"""Changes when a column changes its name, type or meaning."""

Type = Literal["text", "whole", "number", "share", "day", "flag", "category", "list"]

LIST = pd.ArrowDtype(pa.list_(pa.string()))
DTYPES: dict[str, Any] = {
    "text": pd.StringDtype("pyarrow"),
    "whole": pd.Int64Dtype(),
    "number": pd.Float64Dtype(),
    "share": pd.Float64Dtype(),
    "day": "datetime64[s]",
    "flag": pd.BooleanDtype(),
    "list": LIST,
}
ARROW: dict[str, pa.DataType] = {
    "text": pa.string(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "share": pa.float64(),
    "day": pa.timestamp("s"),
    "flag": pa.bool_(),
    "category": pa.string(),
    "list": pa.list_(pa.string()),
}


class TableError(ValueError):
    """A frame breaks its table's rules; the message names every breach by row."""


@dataclass(frozen=True)
class Column:
    """One column: its type, what it means, and what may stand in it.

    ``missing`` says when a value may be absent; ``None`` means never.
    """

    name: str
    type: Type
    meaning: str
    values: tuple[str, ...] = ()
    missing: str | None = None

    @property
    def dtype(self) -> Any:
        """The pandas type of the column."""
        if self.type == "category":
            return pd.CategoricalDtype(list(self.values))
        return DTYPES[self.type]


@dataclass(frozen=True)
class Table:
    """A table: what one row is, its columns in order, and the columns that tell rows apart."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def arrow(self) -> pa.Schema:
        """The schema in a Parquet file."""
        return pa.schema([pa.field(column.name, ARROW[column.type]) for column in self.columns])

    def frame(self, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
        """Build the table's frame from ``rows``, mappings of column to value; absent keys are missing values.

        Raises TableError for a key that is no column and for whatever `check` refuses.
        """
        rows = list(rows)
        unknown = {key for row in rows for key in row} - set(self.names)
        if unknown:
            raise TableError(f"{self.name} has no column {', '.join(sorted(unknown))}")
        values = {name: [row.get(name) for row in rows] for name in self.names}
        return self.check(pd.DataFrame({c.name: _series(values[c.name], c) for c in self.columns}))

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return ``frame`` with this table's columns in order and types, or raise TableError naming every breach."""
        absent = [name for name in self.names if name not in frame.columns]
        if absent:
            raise TableError(f"{self.name} lacks {', '.join(absent)}")
        breaches: list[str] = []
        columns: dict[str, pd.Series] = {}
        for column in self.columns:
            try:
                columns[column.name] = _series(pd.Series(frame[column.name]), column)
            except (TypeError, ValueError, pa.ArrowException) as error:
                breaches.append(f"{self.name}.{column.name}: {error}")
        if not breaches:
            typed = pd.DataFrame(columns, index=pd.RangeIndex(len(frame)))
            breaches = self._breaches(typed)
            if not breaches:
                return typed
        raise TableError("\n".join(breaches))

    def _breaches(self, typed: pd.DataFrame) -> list[str]:
        import pandera.pandas as pandera  # 0.5 s, and a mere look at the declarations does not need it

        schema = _schema(self, pandera)
        try:
            schema.validate(typed, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            said = (_say(self, typed, case) for case in errors.failure_cases.to_dict("records"))
            return list(dict.fromkeys(said))  # a check over two columns is reported once a column
        return []


_UNIQUE = "another row has the same key"

_SCHEMAS: dict[str, Any] = {}


def _schema(table: Table, pandera: Any) -> Any:
    if table.name not in _SCHEMAS:
        columns = {
            c.name: pandera.Column(
                nullable=c.missing is not None or c.type == "list",
                checks=[pandera.Check.in_range(0, 1)] if c.type == "share" else [],
            )
            for c in table.columns
        }
        checks = [pandera.Check(_ordered(low, high), name=f"{low} is not after {high}") for low, high in _pairs(table)]
        unique = list(table.key) or None
        _SCHEMAS[table.name] = pandera.DataFrameSchema(columns, checks=checks, unique=unique)
    return _SCHEMAS[table.name]


def _pairs(table: Table) -> list[tuple[str, str]]:
    """Pairs of columns whose first must not lie after the second."""
    names = table.names
    pairs = [(n, n.replace("start", "end")) for n in names if n.endswith("start")]
    pairs += [(n, n.replace("earliest", "latest")) for n in names if n.endswith("earliest")]
    return pairs + ([("low", "high")] if {"low", "high"} <= set(names) else [])


def _ordered(low: str, high: str) -> Any:
    def holds(frame: pd.DataFrame) -> pd.Series:
        turned = pd.Series(frame[low] > frame[high])
        return ~turned.fillna(value=False).astype(bool)

    return holds


def _say(table: Table, frame: pd.DataFrame, case: Mapping[str, Any]) -> str:
    at = case["index"]
    whole_row = case["schema_context"] == "DataFrameSchema"
    column = None if whole_row else case["column"]
    if at is None or pd.isna(at):
        return f"{table.name}: {case['check']} {case['failure_case']}"
    row = frame.iloc[int(at)]
    key = "/".join(str(row[name]) for name in table.key) or f"row {at}"
    if column is None:
        return f"{table.name}, row {key}: {_UNIQUE if 'unique' in str(case['check']) else case['check']}"
    where = f"{table.name}.{column}"
    if case["check"] == "not_nullable":
        return f"{where} of {key} is missing"
    return f"{where} of {key}: {case['check']} (found {case['failure_case']!r})"


def _series(values: Sequence[Any] | pd.Series, column: Column) -> pd.Series:
    if isinstance(values, pd.Series):
        if values.dtype == column.dtype:
            return values.reset_index(drop=True)
        values = values.tolist()
    if column.type == "list":
        cells = [None if _absent(v) else [str(x) for x in _listed(v)] for v in values]
        return pd.Series(pd.array(cells, dtype=LIST))
    cells = [None if _absent(v) else v for v in values]
    if column.type == "category":
        strange = sorted({str(v) for v in cells if v is not None and v not in column.values})
        if strange:
            raise ValueError(f"{', '.join(map(repr, strange))} not one of {', '.join(column.values)}")
    if column.type == "day":
        return pd.Series(pd.to_datetime(pd.Series(cells, dtype="object"), format="ISO8601").astype("datetime64[s]"))
    if column.type == "flag":
        cells = [v if v is None or isinstance(v, bool) else str(v).lower() == "true" for v in cells]
    return pd.Series(cells, dtype=column.dtype)


def _listed(value: Any) -> Iterable[Any]:
    return json.loads(value) if isinstance(value, str) else value


def _absent(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


Basis = Literal["given", "stated", "inferred", "unknown"]
Place = Literal["title", "body", "caption", "furniture"]
Severity = Literal["info", "warning", "error"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Open = Literal["before", "after"]
Mod = Literal["START", "MID", "END", "BEFORE", "AFTER", "APPROX", "LESS_THAN", "MORE_THAN"]
Grain = Literal[
    "second", "minute", "hour", "part_of_day", "day", "weekend", "week", "month", "season", "quarter", "half", "year",
    "decade", "century",
]  # fmt: skip
Calendar = Literal["gregorian", "hijri", "solar-hijri"]
NumberKind = Literal["cardinal", "ordinal", "fraction", "percent", "range", "vague"]
Role = Literal["claim", "time", "ordinal", "name", "furniture", "other"]
Bound = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
Category = Literal[
    "troops", "fighters", "attacks", "killed", "wounded", "displaced", "detained", "money", "percent", "vehicles",
    "aircraft", "people", "sessions", "sources", "other",
]  # fmt: skip
QuoteKind = Literal["direct", "indirect"]
EntityType = Literal["PER", "ORG", "LOC", "GPE", "MISC"]
Status = Literal["happened", "planned", "claimed"]
Verdict = Literal["same", "updated", "conflicting", "not_comparable"]
Grade = Literal["contested", "confirmed", "fair", "weak"]
Relation = Literal["verbatim", "light_edit", "rewrite"]

ARTICLE = Column("article_id", "text", "the article")
SPAN = (
    Column("start", "whole", "first character, an index into `articles.text`"),
    Column("end", "whole", "one past the last character"),
)
WHERE = (
    ARTICLE,
    Column("sentence_id", "text", "the sentence it lies in"),
    *SPAN,
    Column("text", "text", "the characters, `articles.text[start:end]`"),
)


def _id(table: str, letter: str) -> Column:
    return Column(f"{table}_id", "text", f"`<article_id>:{letter}<start>-<end>`, the same on every run")


def _days(prefix: str, meaning: str) -> tuple[Column, Column]:
    missing = "unknown or open"
    return (
        Column(f"{prefix}earliest", "day", f"{meaning}: first day it may be", missing=missing),
        Column(f"{prefix}latest", "day", f"{meaning}: last day it may be", missing=missing),
    )


def _who(prefix: str, meaning: str) -> tuple[Column, ...]:
    return (
        Column(
            f"{prefix}_id", "text", f"{meaning}: an `entity_id`, a described source or `narration`", missing="unknown"
        ),
        Column(f"{prefix}_start", "whole", "where that name or description stands", missing="narration or unknown"),
        Column(f"{prefix}_end", "whole", "one past its last character", missing="narration or unknown"),
    )


CHAIN = Column("chain", "list", "who relays whom, the outermost first, the ultimate source last")
ORIGINS_LATER = "until `origins` is built"

ARTICLES = Table(
    "articles",
    "an article",
    ("article_id",),
    (
        ARTICLE,
        Column("path", "text", "the file below CORPUS, with `#` and the row's number for a table"),
        Column("sha256", "text", "of the file's bytes, or of the row's text"),
        Column("chars", "whole", "length of `text`"),
        Column("text", "text", "the decoded page: byte-order mark dropped, line ends LF, nothing else changed"),
        Column("title", "text", "the headline", missing="the page has none"),
        Column("title_start", "whole", "where it stands", missing="the page has none"),
        Column("title_end", "whole", "one past its last character", missing="the page has none"),
        Column("body_start", "whole", "first character of the prose", missing="no prose found"),
        Column("body_end", "whole", "one past its last character", missing="no prose found"),
        Column("outlet", "text", "who published it, as the outlet writes its name", missing="not named"),
        Column("outlet_id", "text", "a slug", missing="not named"),
        Column("outlet_basis", "category", "how the outlet is known", get_args(Basis)),
        *_days("published_", "publication"),
        Column("published_basis", "category", "how the publication is known", get_args(Basis)),
        Column("published_reasons", "list", "from what, in words, with offsets"),
        *_days("updated_", "last update the page states"),
        Column("version_of", "text", "the article it is a version of", missing="it is none"),
        Column("agencies", "list", "agencies the text credits, ids"),
        Column("language", "text", "BCP 47", missing="too little text"),
    ),
)
SENTENCES = Table(
    "sentences",
    "a sentence",
    ("sentence_id",),
    (
        ARTICLE,
        Column("sentence_id", "text", "`<article_id>:s<start>-<end>`"),
        *SPAN,
        Column("paragraph", "whole", "counted from 0 in its article"),
        Column("place", "category", "where on the page", get_args(Place)),
    ),
)
NOTICES = Table(
    "notices",
    "something about the input that a reader must know",
    (),
    (
        Column("article_id", "text", "the article, or the file that became none", missing="the whole corpus"),
        Column("severity", "category", "how bad", get_args(Severity)),
        Column("kind", "text", "a key of `notices.KINDS`"),
        Column("message", "text", "what, where, and what to do"),
        Column("start", "whole", "where in the article", missing="not in its text"),
        Column("end", "whole", "one past the last character", missing="not in its text"),
    ),
)
TIMES = Table(
    "times",
    "a time expression",
    ("time_id",),
    (
        *WHERE,
        _id("time", "t"),
        Column("type", "category", "TIMEX3 type", get_args(TimeType)),
        Column("value", "text", "TIMEX3 value", missing="never in practice"),
        *_days("", "the time meant"),
        Column("open", "category", "the side without an end", get_args(Open), missing="closed"),
        Column("mod", "category", "TIMEX3 modifier", get_args(Mod), missing="none"),
        Column("grain", "category", "the unit it is said in", get_args(Grain), missing="vague"),
        Column("calendar", "category", "the calendar it is said in", get_args(Calendar)),
        Column(
            "anchor", "text", "what it was resolved against: publication, another time's id, a rule", missing="none"
        ),
    ),
)
NUMBERS = Table(
    "numbers",
    "a number expression, whatever it is for",
    ("number_id",),
    (
        *WHERE,
        _id("number", "n"),
        Column("value", "number", "the number as said", missing="a range or vague"),
        Column("low", "number", "the lower end the words give", missing="they give none"),
        Column("high", "number", "the upper end the words give", missing="they give none"),
        Column("kind", "category", "what sort of number", get_args(NumberKind)),
        Column("role", "category", "what it is for", get_args(Role)),
    ),
)
CLAIMS = Table(
    "claims",
    "a claimed figure: a number that asserts how many or how much of something",
    ("claim_id",),
    (
        *WHERE,
        _id("claim", "c"),
        Column("number_start", "whole", "where the number itself stands"),
        Column("number_end", "whole", "one past its last character"),
        Column("value", "number", "the number as said", missing="a range or vague"),
        Column("low", "number", "the lower end the words give", missing="they give none"),
        Column("high", "number", "the upper end the words give", missing="they give none"),
        Column("bound", "category", "how the number is meant", get_args(Bound)),
        Column("noun", "text", "the counted noun's dictionary form", missing="left out by the text"),
        Column("category", "category", "what is asserted of them", get_args(Category)),
        Column("unit", "text", "ISO 4217 code of money, or the unit of measure", missing="counted in pieces"),
        *_who("claimant", "who asserts the number"),
        CHAIN,
        *_days("as_of_", "the time the figure speaks of"),
    ),
)
QUOTES = Table(
    "quotes",
    "a stretch of attributed speech",
    ("quote_id",),
    (
        *WHERE,
        _id("quote", "q"),
        Column("kind", "category", "inside quotation marks or not", get_args(QuoteKind)),
        *_who("speaker", "the ultimate source"),
        Column("cue_start", "whole", "where the word of saying stands", missing="no cue"),
        Column("cue_end", "whole", "one past its last character", missing="no cue"),
        CHAIN,
        Column("closed", "flag", "whether its closing mark was found"),
    ),
)
MENTIONS = Table(
    "mentions",
    "a name",
    ("mention_id",),
    (
        *WHERE,
        _id("mention", "m"),
        Column("entity_id", "text", "who or what is named"),
        Column("type", "category", "kind of entity", get_args(EntityType)),
    ),
)
ENTITIES = Table(
    "entities",
    "who or what is named",
    ("entity_id",),
    (
        Column("entity_id", "text", "a slug"),
        Column("type", "category", "kind of entity", get_args(EntityType)),
        Column("name_ar", "text", "its name in Arabic"),
        Column("name_en", "text", "its name in English", missing="not known to the program"),
        Column("wikidata", "text", "its Wikidata id", missing="not known to the program"),
        Column("variants", "list", "the spellings found"),
    ),
)
EVENTS = Table(
    "events",
    "something that happened, is planned or is claimed",
    ("event_id",),
    (
        Column("event_id", "text", "a slug"),
        Column("label_ar", "text", "what happened, in Arabic"),
        Column("label_en", "text", "what happened, in English", missing="no English wording could be made"),
        *_days("", "the event"),
        Column("grain", "category", "the unit it is dated in", get_args(Grain), missing="undated"),
        Column("status", "category", "how the articles speak of it", get_args(Status)),
        Column("n_articles", "whole", "articles that tell it"),
        Column("n_outlets", "whole", "named outlets that tell it"),
        Column("n_origins", "whole", "independent origins that tell it", missing=ORIGINS_LATER),
        Column("conflict", "flag", "articles of this corpus cannot all be right"),
        Column("reason", "text", "where the date comes from, or why it conflicts", missing="nothing to explain"),
    ),
)
EVENT_MENTIONS = Table(
    "event_mentions",
    "where an article says so",
    ("event_id", "article_id", "start", "end"),
    (
        Column("event_id", "text", "the event"),
        *WHERE,
        Column("time_id", "text", "the time expression that dates it", missing="told without a date"),
        *_days("", "what this article gives"),
    ),
)
PASSAGES = Table(
    "passages",
    "a pair of stretches of shared copy",
    ("passage_id",),
    (
        Column("passage_id", "text", "the two stretches' ids, joined"),
        *(
            Column(f"{side}_{name}", "text" if name == "article_id" else "whole", meaning)
            for side in ("a", "b")
            for name, meaning in (
                ("article_id", "one of the two"),
                ("start", "first character"),
                ("end", "one past the last"),
            )
        ),
        Column("similarity", "share", "0 to 1"),
        Column("relation", "category", "how close", get_args(Relation)),
    ),
)
ORIGINS = Table(
    "origins",
    "a stretch of an article and where its words come from",
    ("article_id", "start", "end"),
    (
        ARTICLE,
        *SPAN,
        Column("origin_id", "text", "whose words"),
        Column("basis", "category", "how it is known", get_args(Basis)),
        Column("reasons", "list", "from what, in words"),
    ),
)
COUNTS = (
    Column("n_outlets", "whole", "named outlets in the group"),
    Column("n_origins", "whole", "independent origins in the group", missing=ORIGINS_LATER),
)
CLAIM_GROUPS = Table(
    "claim_groups",
    "a claim's place in a group of claims about the same thing",
    ("group_id", "claim_id"),
    (
        Column("group_id", "text", "a slug"),
        Column("claim_id", "text", "the claim"),
        Column("about", "text", "what is counted, in words"),
        Column("verdict", "category", "how the group's claims stand to each other", get_args(Verdict)),
        Column("why_ar", "text", "why, in Arabic"),
        Column("why_en", "text", "why, in English"),
        *COUNTS,
        Column("grade", "category", "how well confirmed", get_args(Grade), missing=ORIGINS_LATER),
    ),
)
QUOTE_GROUPS = Table(
    "quote_groups",
    "a quote's place among wordings of the same utterance",
    ("group_id", "quote_id"),
    (
        Column("group_id", "text", "a slug"),
        Column("quote_id", "text", "the quote"),
        Column("similarity", "share", "0 to 1, to the group's first wording"),
        *COUNTS,
    ),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        ARTICLES, SENTENCES, NOTICES, TIMES, NUMBERS, CLAIMS, QUOTES, MENTIONS, ENTITIES, EVENTS, EVENT_MENTIONS,
        PASSAGES, ORIGINS, CLAIM_GROUPS, QUOTE_GROUPS,
    )
}  # fmt: skip
"""All tables that a build writes, by name, in reading order."""
