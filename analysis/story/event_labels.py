"""Labels of events: in Arabic the telling's own words, in English the kind of event with who and where.

The English label follows one telling: «زيارة الكاظمي إلى واشنطن» is "Visit of Mustafa al-Kadhimi to Washington". A name
joins by the word before it (`label_prepositions.tsv`); one that stands behind no such word is whom a verbal noun is of,
or who does what a verb says. Where a telling names nobody, those most named in the event's tellings follow a colon,
or else the article's own words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from analysis import lexicon
from analysis.story.clauses import kind_of
from analysis.story.roles import Named
from analysis.story.told import Told
from analysis.text.fold import fold_text

_MOST = 3
"""Names in a label."""
_QUOTED = 5
"""Arabic words that stand in an English label for names that have no English form."""
_SHORTEST = 2
"""Blanks in a label that says something."""
_ACTORS = frozenset({"PER", "ORG", "GPE"})


def arabic(group: Sequence[Told]) -> str:
    """Return the words of the telling that says it most clearly."""
    return clearest(group).label


def english(group: Sequence[Told], names: Mapping[str, Mapping[str, Any]]) -> str | None:
    """Say what happened, to whom and where, in English; None where no word names a kind of event.

    ``names`` are the rows of `tables.ENTITIES` by id.
    """
    kind = kind_of_all(group)
    if not kind:
        return None
    title = kind_of(kind)["label_en"]
    told = [(how, name) for how, entity in _roles(group, kind) if (name := _english(names, entity))]
    if told:
        return " ".join([title, *_joined(told[:_MOST])])
    counted = Counter(entity for one in group for entity in sorted(one.named))
    known = [name for entity, _ in counted.most_common() if (name := _english(names, entity))]
    return f"{title}: {', '.join(known[:_MOST]) or _quoted(arabic(group))}"


def _quoted(label: str) -> str:
    """The first words of the Arabic label in quotation marks: a kind alone would not tell which event it is."""
    words = label.removesuffix(" …").split()
    quoted = f"«{' '.join(words[:_QUOTED]).rstrip('،؛:')}»"
    return quoted if len(words) <= _QUOTED else f"{quoted} …"  # behind the marks, in a line that reads to the right


def kind_of_all(group: Sequence[Told]) -> str | None:
    """Return the kind of event that most tellings begin with."""
    kinds = Counter(one.kind for one in group if one.kind)
    return max(sorted(kinds), key=lambda kind: kinds[kind], default=None)


def clearest(group: Sequence[Told]) -> Told:
    """Return the telling that labels the event: in prose, of the kind that most tell, dated, somebody named, short."""
    kind = kind_of_all(group)
    return min(
        group,
        key=lambda t: (
            t.kind != kind,
            t.in_title,
            not t.time,
            not t.named,
            t.label.count(" ") < _SHORTEST,
            len(t.text),
            t.article_id,
        ),
    )


def _english(names: Mapping[str, Mapping[str, Any]], entity: str) -> str | None:
    return names[entity].get("name_en") if entity in names else None


def _agent_or_patient(named: Named, kind: str) -> str | None:
    """Whom a verbal noun is of, or who does what a verb says; None where the words leave open which."""
    row = kind_of(kind)
    if row["personal"] == "yes":
        return "of" if named.type == "PER" else None
    if named.type not in _ACTORS or (row["family"] == "violence" and not named.does):
        return None
    return "by" if named.does or row["family"] == "statement" else "of"


def _joined(told: Sequence[tuple[str, str]]) -> list[str]:
    """Names in order, each with its word; one that follows by «و» shares the word of the one before."""
    words: list[str] = []
    for how, name in told:
        words += ["and", name] if how == "and" and words else [how if how != "and" else "of", name]
    return words


def _roles(group: Sequence[Told], kind: str) -> list[tuple[str, str]]:
    """The names of the telling that joins most of them; dated before undated, short before long; each name once."""
    known = [(one, _roles_in(one, kind)) for one in group if one.kind == kind]
    return min(
        (pair for pair in known if pair[1]),
        key=lambda pair: (pair[0].in_title, not pair[0].time, -min(len(pair[1]), _MOST), len(pair[0].text)),
        default=(None, []),
    )[1]


def _roles_in(one: Told, kind: str) -> list[tuple[str, str]]:
    """The names of a telling, each with the English word that joins it; none where the first only follows another."""
    found: dict[str, str] = {}
    for named in one.names:
        how = _how(named, kind)
        again = how != "and" and how in found.values()
        if how and not again and named.entity not in found and named.entity in one.named:
            found[named.entity] = how
    if not found or next(iter(found.values())) == "and":
        return []
    return [(how, entity) for entity, how in found.items()]


def _how(named: Named, kind: str) -> str | None:
    """The English word that joins a name, None where the telling does not say how it belongs to the event."""
    if not named.before:
        return _agent_or_patient(named, kind)
    for row in lexicon.rows("label_prepositions"):
        fits = not row["kind"] or kind in row["kind"].split()
        if fits and named.type in row["with"].split() and fold_text(row["form"]) == named.before:
            return row["en"]
    return None
