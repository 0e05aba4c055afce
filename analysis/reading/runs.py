"""The words of an article in runs of five: by the runs that two bodies share, copy is told from a like subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.text.read import Reading

RUN = 5
"""Words in a run: set phrases of the news are shorter, and a word changed in copy spares the runs around it."""


def body_words(reading: Reading) -> list[str]:
    """Return the folded words of the sentences of the body, in order, without marks."""
    return [
        reading.words[i].folded
        for sentence in reading.sentences
        if sentence.place == "body"
        for i in reading.tokens_in(sentence.start, sentence.end)
        if reading.words[i].kind != "mark"
    ]


def runs(words: Sequence[str]) -> Iterator[int]:
    """Yield a number for each run of ``words``, in order; equal runs have one number, in this process only.

    Examples
    --------
    >>> first, second = runs(["a", "b", "c", "d", "e", "f"])
    >>> first == second
    False
    """
    return (hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1))
