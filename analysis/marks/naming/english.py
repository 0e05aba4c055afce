"""English names for bodies that no list knows, put together from the words of their Arabic names.

القوات المسلحة العراقية is head, adjective and nation: Iraqi armed forces. A name with a word that has no gloss gets
none: half a translation would look like a name.
"""

from __future__ import annotations

from functools import cache

from analysis import lexicon
from analysis.marks.naming import words
from analysis.text.fold import fold_text


def body(name: str) -> str | None:
    """Return an English name for a folded Arabic name of a body or place, or None where a word of it has no gloss.

    Examples
    --------
    >>> body(fold_text("القوات المسلحة العراقية"))
    'Iraqi armed forces'
    >>> body(fold_text("وزارة الصحة التونسية"))
    'Tunisian Ministry of Health'
    >>> body(fold_text("مطار صنعاء الدولي"))
    'Sanaa international airport'
    """
    first, *rest = name.split()
    head = _gloss(first, {"head", "of"})
    if head is None or not rest:
        return None
    nations, adjectives, nouns, places = [], [], [], []
    for word in rest:
        stands, english = _rest(word)
        if stands is None:
            return None
        {"nation": nations, "adj": adjectives, "noun": nouns, "place": places}[stands].append(english)
    if head[0] == "of" and (nouns or places):
        return " ".join([*nations, *adjectives, head[1], "of", *nouns, *places])
    found = [*nations, *places, *reversed(adjectives), *nouns, head[1]]
    return " ".join(found) if nations or nouns or places else None


def _rest(word: str) -> tuple[str | None, str]:
    if nation := words.nation(word):
        demonym = lexicon.column("demonyms", "id", "name_en").get(nation)
        return ("nation", demonym) if demonym else (None, "")
    if known := _gloss(word, {"adj", "noun"}):
        return known
    place = _places().get(word)
    return ("place", place) if place else (None, "")


def _gloss(word: str, stands: set[str]) -> tuple[str, str] | None:
    bare = word.removeprefix(fold_text("ال"))
    for suffix in ("", *words.affixes("adjective_suffix")):
        if bare.endswith(suffix):
            for kind, english in _glosses().get(bare[: len(bare) - len(suffix)], ()):
                if kind in stands:
                    return kind, english
    return None


@cache
def _glosses() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in lexicon.rows("name_glosses"):
        folded = fold_text(row["form"])
        found[folded] = (*found.get(folded, ()), (row["stands"], row["name_en"]))
    return found


@cache
def _places() -> dict[str, str]:
    return {fold_text(row["form"]): row["name_en"] for row in lexicon.rows("places") if " " not in row["form"]}
