"""Who goes on speaking in the next sentence, where no word of saying stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.marks.naming import words
from analysis.marks.speech.phrases import Source
from analysis.text.read import Reading

_BULLETS = frozenset("*-–—•▪●○·")


@dataclass(frozen=True, slots=True)
class Going:
    """Who spoke in the sentence before, up to its end.

    ``how`` says what goes on: speech without marks behind a colon up to the end of its ``paragraph``, a list as long as
    its lines begin with bullets, or what is said besides (كما) in the paragraph. ``cue`` is where the word of saying
    stands.
    """

    source: Source
    cue: tuple[int, int]
    how: Literal["speech", "list", "besides"]
    paragraph: int

    def goes_on(self, reading: Reading, first: int, paragraph: int) -> bool:
        """Whether the sentence that begins with token ``first`` goes on with it."""
        bullet = reading.words[first].surface in _BULLETS
        if self.how == "list" or bullet:
            return self.how == "list" and bullet
        if paragraph != self.paragraph:
            return False
        return self.how == "speech" or reading.words[first].folded in words.particles("besides")
