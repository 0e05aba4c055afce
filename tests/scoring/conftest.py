"""Tables of one or two sentences, with just the columns a score looks at."""

from __future__ import annotations

import pytest

from analysis.tables import TABLES

TEXT = "قال الوزير سامي حداد إن 40 شخصا نزحوا يوم الثلاثاء، وأضاف: «سنعود غدا»."


@pytest.fixture
def text():
    return TEXT


@pytest.fixture
def at(text):
    """Where a wording stands: its first character and one past its last."""

    def find(words: str) -> dict[str, int]:
        start = text.index(words)
        return {"start": start, "end": start + len(words)}

    return find


@pytest.fixture
def tables(text):
    """Frames of a build that read the one article "a" and found what the test says."""

    def make(**rows):
        article = {
            "article_id": "a", "path": "a.txt", "sha256": "", "chars": len(text), "text": text,
            "outlet_basis": "unknown", "published_basis": "inferred", "language": "ar",
        } | rows.pop("article", {})  # fmt: skip
        sentence = {
            "article_id": "a", "sentence_id": "a:s0", "start": 0, "end": len(text), "paragraph": 0, "place": "body",
        }  # fmt: skip
        given = {"articles": [article], "sentences": [sentence]} | rows
        return {name: table.frame(given.get(name, [])) for name, table in TABLES.items()}

    return make
