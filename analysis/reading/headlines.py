"""A page's headline: what it shows above its prose, by what its metadata says of it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.reading.blocks import HEADINGS, Block
from analysis.reading.page_facts import Described, plain, title_parts

LONGEST = 40
"""Words of the longest headline."""
LONGEST_SITE = 6
"""Words of the longest name of a site."""


def headline(blocks: Sequence[Block], described: Described) -> tuple[str | None, Block | None]:
    """Return the page's headline, and the block it stands in; the block is None where only metadata gives it.

    A heading that metadata repeats is surest; then any short block that it repeats; then the page's one first heading.
    """
    stated = [plain(name) for name in described.headlines]
    sites = {plain(site) for site in described.facts.sites}
    short = [block for block in blocks if block.count <= LONGEST and plain(block.text) not in sites]
    headings = [block for block in short if block.element.tag in HEADINGS]
    for candidates, fewest in ((headings, 2), (short, 4)):
        repeated = [
            block
            for block in candidates
            if block.count >= fewest and any(_repeats(plain(block.text), name) for name in stated)
        ]
        if repeated:
            first = [block for block in repeated if block.element.tag == "h1"] or [
                block for block in repeated if not block.is_link
            ]
            best = max(first or repeated, key=lambda block: (min(block.count, 6), -block.number))
            return best.text, best
    first = [block for block in headings if block.element.tag == "h1" and block.count > 1]
    if len(first) == 1 and not first[0].is_link:
        return first[0].text, first[0]
    if described.headlines:
        return _without_site(described.headlines[0], sites), None
    return (first[0].text, first[0]) if first else (None, None)


def _repeats(text: str, stated: str) -> bool:
    """Whether a block is what metadata states, or what is left of it without the site's name."""
    if not text:
        return False
    padded, inner = f" {stated} ", f" {text} "
    return (inner in padded and len(text) * 5 >= len(stated) * 2) or (
        f" {stated} " in inner and len(stated) * 2 >= len(text)
    )


def _without_site(title: str, sites: set[str]) -> str:
    """A page's title without the name of its site: the part of most words, where it has parts."""
    parts = [part for part in title_parts(title) if plain(part) not in sites]
    return max(parts, key=lambda part: part.count(" "), default=title)


def site_in_title(title: str, head: str | None) -> str | None:
    """Return what a page's title holds beside its headline, if it is short enough to be the site's name."""
    parts = title_parts(title)
    if not head or len(parts) < 2:
        return None
    rest = [part for part in parts if plain(part) not in plain(head)]
    if len(rest) == len(parts) or not rest:
        return None
    name = rest[-1] if rest[-1] == parts[-1] else rest[0]
    return name if len(name.split()) <= LONGEST_SITE else None
