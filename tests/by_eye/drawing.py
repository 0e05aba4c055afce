"""A random sample of the tables of a build, and how one row of it is shown to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

TABLES = ("articles", "sentences", "claims", "numbers")
PER_CATEGORY = 50
SENTENCES = 60
_AROUND = 130
_SHOWN = ("value", "low", "high", "bound", "noun", "category", "unit", "claimant_id")

Tables = Mapping[str, pd.DataFrame]


def claims(table: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Return random claims of each category, ``PER_CATEGORY`` or all there are; ``of`` is how many there are."""
    drawn = []
    for _, group in table.groupby("category", observed=True):
        some = group.sample(min(PER_CATEGORY, len(group)), random_state=seed).sort_values(["article_id", "start"])
        drawn.append(some.assign(of=len(group)))
    return pd.concat(drawn)


def left(tables: Tables, seed: int) -> pd.DataFrame:
    """Return random sentences of title or body in which a number is neither a claim, a time nor a rank.

    ``of`` is how many such sentences there are.
    """
    numbers = tables["numbers"]
    other = numbers[numbers["role"].isin(["other", "name"]) & (numbers["kind"] != "ordinal")]
    sentences = tables["sentences"]
    found = sentences[sentences["sentence_id"].isin(other["sentence_id"]) & sentences["place"].isin(["title", "body"])]
    return found.sample(min(SENTENCES, len(found)), random_state=seed).assign(of=len(found))


def blank(row: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return a row to be judged: where it stands, the verdict to be filled in.

    A claim is ``right``, ``wrong`` or ``false``, with the kind of each error by what is wrong; of a sentence a number
    is ``left`` rightly or ``missed``, with the kind of what was missed.
    """
    keys = [key for key in ("article_id", "start", "end", "number_start", "number_end", "category", "of") if key in row]
    where = {"round": seed, **{key: row[key] for key in keys}}
    return where | (
        {"verdict": "right", "errors": {}, "note": ""} if "category" in row else {"verdict": "left", "kind": ""}
    )


def shown(tables: Tables, row: Mapping[str, Any]) -> str:
    """Return a row in its text, the claim in brackets, what was read of it below."""
    texts = tables["articles"].set_index("article_id")["text"]
    text, start, end = str(texts[row["article_id"]]), row["start"], row["end"]
    if "number_start" not in row:
        return f"{row['article_id']}:{start} {text[start:end]}".replace("\n", " / ")
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    inside = f"[{text[start : row['number_start']]}<{text[row['number_start'] : row['number_end']]}>"
    sentence = f"{before}{inside}{text[row['number_end'] : end]}]{behind}".replace("\n", " / ")
    return f"{row['claim_id']} {sentence}\n    {' | '.join(str(row[name]) for name in _SHOWN)}"
