"""English and Arabic beside each other, each with its own direction; and the names a reader expects."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from analysis import lexicon
from analysis.charts.look import LANGUAGES, Lang
from analysis.reader.evidence import Evidence

OFFSETS = re.compile(r"\((\d+)–(\d+)\)")
"""How `dating.publication` says where the words stand that a reason rests on."""
COLUMN = "vertical-align:top;width:50%;padding:2px 14px;white-space:normal"


def beside(said: Callable[..., list[str]], *arguments: Any) -> Evidence:
    """Show the sentences of ``said(*arguments, lang)`` in both languages, English left and Arabic right."""
    columns = {lang: said(*arguments, lang) for lang in LANGUAGES}
    cells = "".join(_column(columns[lang], lang) for lang in ("en", "ar"))
    return Evidence(f'<table style="width:100%"><tr>{cells}</tr></table>', len(columns["en"]))


def reasons(articles: pd.DataFrame) -> pd.DataFrame:
    """One row a reason for a publication date, with the offsets of the words it rests on, if it names any."""
    given = zip(articles["article_id"], articles["published_reasons"], strict=True)
    pairs = [(article, reason) for article, found in given for reason in found]
    spans = [OFFSETS.search(reason) for _, reason in pairs]
    return pd.DataFrame(
        {
            "article_id": [article for article, _ in pairs],
            "reason": [reason for _, reason in pairs],
            "start": pd.array([int(span[1]) if span else None for span in spans], dtype="Int64"),
            "end": pd.array([int(span[2]) if span else None for span in spans], dtype="Int64"),
        }
    )


def agency_names() -> dict[str, tuple[str, str]]:
    """Arabic and English name of each agency that the program knows, by its id in ``articles.agencies``."""
    rows = [row for table in ("outlets", "agencies") for row in lexicon.rows(table)]
    return {row["id"]: (row["form"], row["name_en"]) for row in reversed(rows)}


def _column(sentences: list[str], lang: Lang) -> str:
    direction = 'dir="rtl" lang="ar" align="right"' if lang == "ar" else 'dir="ltr" lang="en" align="left"'
    opening = f'<div {direction} style="margin-bottom:.6em">'  # JupyterLab sets every <p> to the left
    paragraphs = "".join(f"{opening}{html.escape(sentence)}</div>" for sentence in sentences)
    return f'<td {direction} style="{COLUMN}">{paragraphs}</td>'
