"""Whether tellings of two articles may be of one event: how near the articles are to one story, and what they share.

Two articles of one day that report one thing need little more than like words. Two that only share a subject say like
things of many events (another raid on another town, the next session of an exchange, the next match), so that rare
words in common, the same days, or all but the same wording must speak for one. How rare a word is in news is known
beforehand (`frequent_stems.tsv`), so that this judgement is the same for two articles alone and among thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from analysis.story import stems
from analysis.story.clauses import kind_of
from analysis.story.likeness import Weights, akin, befell_one, fixed, likeness, overlap, remembered, width
from analysis.story.nearness import Leads, together
from analysis.story.told import Told

ONE_STORY = 0.3
"""Shared telling words of two articles that report one story, as a share of the shorter one's."""
ONE_REPORT = 0.4
"""The same of two that are largely of the same words."""
ONE_SUBJECT = 0.12
"""The same of two that speak of one subject; of a hundred pairs taken by chance one shares so much."""
NEXT = timedelta(2)
"""How far apart two reports of one piece of news appear."""
NEAR = 3
"""Days that a telling dated closely spans at most."""
REPORTED = 0.25
"""Share of the shorter telling's telling words that the other has, in reports of one story or of one day."""
RETOLD = 0.5
"""The same in articles on one subject that appeared together, or on one story where both date it."""
COPIED = 0.6
"""The same where neither story nor day speaks for one event."""
FEW = 4.0
"""Weight of the telling words that reports of one story share; a word of every third article weighs 1, a rare one 5."""
SOME = 10.0
"""The same in articles on one subject."""
MANY = 18.0
"""The same where neither story nor day speaks for one event."""


class Across:
    """Likeness of tellings over all articles, with what is known of each two articles."""

    def __init__(self, told: Sequence[Told]) -> None:
        """Take all that the articles of one corpus tell."""
        self.weights = Weights(told)
        self._leads = Leads({one.article_id: one.story for one in told})

    def likeness(self, a: Told, b: Told) -> float:
        """How likely two tellings are of one event, above 0 if they are."""
        found = likeness(a, b, self.weights)
        if found <= 0 or a.article_id == b.article_id:
            return found
        return found if self._may_be_one(a, b) else 0.0

    def _may_be_one(self, a: Told, b: Told) -> bool:
        """Whether enough speaks for one event, the less the articles have to do with each other the more."""
        story = self._leads.shared(a.article_id, b.article_id)
        news = together(a.published, b.published, NEXT)
        common, share = stems.weight(a.words & b.words), stems.shared(a.words, b.words)
        dated = fixed(a) and fixed(b) and overlap(a, b)
        one_day = dated and max(width(a), width(b)) <= NEAR
        if befell_one(a, b) or (story >= ONE_SUBJECT and remembered(a, b)):
            return True
        if story >= ONE_STORY and news:
            return (one_day and story >= ONE_REPORT) or (share >= REPORTED and common >= FEW)
        if not _of_a_kind(a, b) or (a.named and b.named and not a.named & b.named and share < COPIED):
            return False
        if story >= ONE_SUBJECT and common >= SOME and (one_day or news or (dated and story >= ONE_STORY)):
            return share >= (REPORTED if one_day else RETOLD)
        if not one_day and (story < ONE_SUBJECT or not (news or a.time or b.time)):
            return False
        return share >= COPIED and common >= MANY


def _of_a_kind(a: Told, b: Told) -> bool:
    """Whether two tellings have a kind of event in common: who is hurt in a match, and the match."""
    common = set(a.classes) & set(b.classes)
    return akin(a, b) or a.classes == b.classes or any(kind_of(kind)["light"] == "no" for kind in common)
