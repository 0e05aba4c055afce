"""How near two articles are to one story: by the words that they begin with, and by the days on which they appeared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from analysis.story import stems


class Leads:
    """The telling words that articles begin with, and how much of them two articles share, worked out once a pair."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the stems of the articles' leads (`stems.lead`), by article id."""
        self._words = words
        self._weights = {article: stems.weight(lead) for article, lead in words.items()}
        self._known: dict[tuple[str, str], float] = {}

    def shared(self, a: str, b: str) -> float:
        """Return the share of the lighter article's telling words that the other has too: 0 to 1, of itself 1.

        Raises KeyError for an article whose lead was not given.
        """
        if a == b:
            return 1.0
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            least = min(self._weights[a], self._weights[b])
            self._known[key] = stems.weight(self._words[a] & self._words[b]) / least if least else 0.0
        return self._known[key]


def together(a: date | None, b: date | None, most: timedelta) -> bool:
    """Whether two articles may have appeared within ``most`` of each other: nothing is ruled out by a day not known.

    Examples
    --------
    >>> together(date(2021, 3, 1), date(2021, 3, 3), timedelta(1)), together(None, date(2021, 3, 3), timedelta(1))
    (False, True)
    """
    return a is None or b is None or abs(a - b) <= most
