"""Light stems: a word without its clitics and endings, for telling whether two wordings speak of the same thing.

After Larkey, Ballesteros and Connell (2007), "Light stemming for Arabic information retrieval" (light10), with
prepositions taken off only together with the article: a single ب or ل is more often a letter of the word. A stem is for
comparing, never for showing.
"""

from __future__ import annotations

from functools import cache

from analysis import lexicon
from analysis.text.fold import fold_text

_SHORTEST = 3


@cache
def stem(folded: str, endings: int = 2) -> str:
    """Return the light stem of a folded word: at most one clitic group before and so many endings behind are taken off.

    Examples
    --------
    >>> stem("والقتاليه")
    'قتال'
    >>> stem("قتاليا")
    'قتال'
    """
    left = next(
        (p for p in _affixes("before") if folded.startswith(p) and len(folded) - len(p) > _SHORTEST - (len(p) > 1)), ""
    )
    found = folded[len(left) :]
    for _ in range(endings):
        right = next((s for s in _affixes("behind") if found.endswith(s) and len(found) - len(s) >= _SHORTEST), "")
        found = found[: len(found) - len(right)]
    return found


@cache
def _affixes(side: str) -> tuple[str, ...]:
    return tuple(fold_text(row["form"]) for row in lexicon.rows("stem_affixes") if row["side"] == side)
