"""The article of a page: its prose and the lines about it, out of all that stands on the page.

The extractor library says which words of a page are an article; it keeps nearly all of them, and with them the other
stories that pages put between the paragraphs. So its answer is one voice among several. The prose is looked for in one
place, the element that holds most of it below the headline; what is named or labelled as something else there (other
stories, captions, comments, tools), what is a link and nothing else, and the teaser of a card are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

from analysis import lexicon
from analysis.reading import furniture, library
from analysis.reading.blocks import HEADINGS, Block, Mark, listed, mark, names
from analysis.reading.page_facts import Described, plain

PROSE = 8
"""Words from which a block that is no link is counted as prose."""
SHORTEST_PROSE = 3
"""Words of the shortest one that may be prose at all, where it is no sentence."""
LONGEST_LINE = 25
"""Words of the longest line that says who wrote an article, when, or whose a picture is."""
NEAR = 4
"""Blocks below the prose among which lines on the article are looked for."""
LONGEST_CARD = 90
"""Words of the largest card: a link to another story with its teaser."""
LEAST_BEFORE = 2 * PROSE
"""Words of prose that stand above the comments of an article."""
NEARLY = 0.5
"""Share of the most prose that an element nearer to the headline must hold to be the article's."""
MOSTLY, LEAST_HOME = 0.7, 30
"""Where all hold little, it must hold this share of the most, or so many weighed words."""
SEVERAL = 3
"""Elements on each side of a comment among which others are looked for."""
LONGEST_DAY = 12
"""Words of the longest line that gives the day of a comment."""
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "dd", "dt", "center", *HEADINGS))
_ARTICLES = re.compile(r"schema\.org/(?:\w*Article|\w*Posting|Report)$")
_LABELS = frozenset(
    {"share", "control", "reading-time", "related", "comments", "topics", "copyright", "newsletter", "mark"}
)
_LINES = frozenset({"published", "updated", "bare", "byline"})
_LISTED = 0.3
"""What words count for in one of several elements that each have a heading: entries of a list more often than parts."""
_WEIGHTS = (1.0, 0.5, 0.22)
"""What a block's words count for the element that holds it, and for those around that."""


class Page:
    """The blocks of a page, with what each is to the article below its headline."""

    def __init__(self, blocks: Sequence[Block], head: Block | None, described: Described) -> None:
        """Weigh the blocks of a page; ``head`` is the one that holds the headline, where one does."""
        self.blocks = blocks
        self.head = head
        self.described = described
        self._above_head = set(head.element.iterancestors()) | {head.element} if head else set()
        self._marks: dict[Any, Mark | None] = {}
        self._kinds: dict[Block, str | None] = {}
        self._words = _subtree(blocks, lambda block: block.count)
        self._prose = _subtree(blocks, lambda block: self._weight(block) > 0)
        self.cards = {block for block in blocks if self._is_teaser(block)}
        self._kept_for: set[Any] = set()
        self._kept_for = self._lineage(self._spared())
        self.scope = self._scope()
        self.home = self._strongest(self.scope, marked=True)

    @cached_property
    def _discussion(self) -> set[Block]:
        """The blocks of sections that a label opens as comments, behind some prose."""
        found: set[Block] = set()
        prose = 0
        for block in self.blocks[self.head.number + 1 if self.head else 0 :]:
            if (
                prose >= LEAST_BEFORE
                and block not in found
                and self._kind(block) == "comments"
                and not _is_sentence(block)
            ):
                found.update(self._section(block, set()))
            prose += self._weight(block)
        return found

    def _kind(self, block: Block) -> str | None:
        """The kind of furniture that the words of a block are, by the list."""
        if block not in self._kinds:
            self._kinds[block] = _kind(block)
        return self._kinds[block]

    def _lineage(self, element: Any) -> set[Any]:
        return set() if element is None else {element, *element.iterancestors()}

    def marked(self, block: Block) -> Mark | None:
        """What the names of the elements around a block make of it; the article itself is never put away."""
        return self._mark_of(block.element)

    def _mark_of(self, element: Any) -> Mark | None:
        path = []
        found: Mark | None = None
        while element is not None and element not in self._marks:
            path.append(element)
            element = element.getparent()
        if element is not None:
            found = self._marks[element]
        for element in reversed(path):
            if found not in ("away", "caption"):
                spared = element in self._above_head or element in self._kept_for
                found = (None if spared else mark(element)) or found
            self._marks[element] = found
        return found

    @staticmethod
    def _weight(block: Block) -> int:
        """The words of a block that count as prose."""
        if block.element.tag in HEADINGS and not _is_sentence(block):
            return 0
        unlinked = block.count - block.linked
        return unlinked if unlinked >= PROSE and unlinked * 2 > block.count else 0

    def _is_teaser(self, block: Block) -> bool:
        """Whether a block stands in a small element of its own beside a link to the story that it is the teaser of."""
        if not self._weight(block):
            return False
        around = block.element
        for _ in range(4):
            if around is None or around in self._above_head or self._prose[around] > 1:
                return False
            if self._words[around] > LONGEST_CARD:
                return False
            near = list(self._in(around, block))
            if any(other.is_link and other.count >= 3 for other in near):
                return True
            if any(_holds_day(other) for other in near) and _is_one_of_several(around):
                return True  # a comment: one of several, each with its day
            around = around.getparent()
        return False

    def _is_entry(self, element: Any) -> bool:
        """Whether an element is one of several alike that each hold one paragraph below a heading."""
        if self._prose[element] > 1 or element in self._above_head:
            return False
        return any(child.tag in HEADINGS for child in element) and _is_one_of_several(element)

    def _in(self, around: Any, block: Block) -> Iterator[Block]:
        """The other blocks inside an element, near one of its blocks."""
        for step in (-1, 1):
            at = block.number + step
            while 0 <= at < len(self.blocks) and around in (
                self.blocks[at].element, *self.blocks[at].element.iterancestors(),
            ):  # fmt: skip
                yield self.blocks[at]
                at += step

    def _spared(self) -> Any:
        """The element that is not put away whatever it is called, since it holds the article: little prose is none."""
        scope = self._scope()
        most = self._strongest(scope, marked=False)
        if most is None or self._words[most] >= LEAST_HOME:
            return most
        others = self._strongest(scope, marked=True)
        self._marks.clear()
        return most if others is None else others

    def _scope(self) -> Any:
        """The element that a page marks as the article of this headline, or its root."""
        for element in self.head.element.iterancestors() if self.head else ():
            said = element.tag == "article" or _ARTICLES.search(element.get("itemtype") or "")
            if said and self._prose[element]:
                return element
        return None

    def _inside(self, block: Block, element: Any) -> bool:
        return element is None or block.element is element or element in block.element.iterancestors()

    def _strongest(self, scope: Any, marked: bool) -> Any:
        """The element that holds most prose directly, below the headline."""
        after = self.head.number if self.head else -1
        scores: dict[Any, float] = defaultdict(float)
        for block in self.blocks:
            weight: float = self._weight(block)
            if block.number <= after or not weight or block in self.cards or not self._inside(block, scope):
                continue
            if block in self._discussion or (marked and self.marked(block)):
                continue
            element = block.element
            if element.tag in _PARAGRAPHS and element.getparent() is not None:
                element = element.getparent()
            if self._is_entry(element):
                weight *= _LISTED
            for share in _WEIGHTS:
                if element is None or (element.tag in ("html", "body") and share < 1):
                    break
                scores[element] += share * weight
                element = element.getparent()
        best = max(scores.values(), default=0.0)
        strong = [
            element for element in scores if scores[element] >= max(best * NEARLY, min(best * MOSTLY, LEAST_HOME))
        ]
        return max(strong, key=lambda element: (self._nearness(element), scores[element]), default=None)

    def _nearness(self, element: Any) -> int:
        """How deep in the page an element and the headline part: the article stands nearer to it than the next one."""
        shared = next((one for one in (element, *element.iterancestors()) if one in self._above_head), None)
        return 0 if shared is None else sum(1 for _ in shared.iterancestors())

    @cached_property
    def _covering(self) -> set[tuple[str, ...]]:
        return library.shingles(self.described.article_body)

    def prose(self, heard: str) -> list[Block]:
        """Return the blocks that are the article's prose; ``heard`` is the text that the extractor library finds."""
        if self.home is None:
            return []
        found = library.shingles(heard)
        left_out = self._labelled()
        after = self.head.number if self.head else -1
        lineage = set(self.home.iterancestors())
        bound = self.scope if self.scope is not None else next(iter(self._above_head & lineage), None)
        around = next((one for one in (self.home, *self.home.iterancestors()) if one in self._above_head), bound)
        kept: list[Block] = []
        for block in self.blocks:
            if block.number <= after or block in left_out or block in self.cards or self.marked(block):
                continue
            if self._inside(block, self.home):
                if self._is_prose(block, found):
                    kept.append(block)
            elif self._inside(block, around) and self._is_lead(block, found):
                kept.append(block)
        kept = self._of_stated_body(kept)
        if len(kept) > 1 and kept[0].count <= LONGEST_LINE and not _is_sentence(kept[0]) and self._is_line(kept[0]):
            del kept[0]  # a dateline on a line of its own
        return kept

    def _labelled(self) -> set[Block]:
        """Blocks that a label puts aside: the label, what stands in its element, and the links that follow it."""
        found: set[Block] = set()
        links = False
        home = self._lineage(self.home)
        ended, read_so_far = False, 0
        for block in self.blocks:
            kind = self._kind(block)
            if self._inside(block, self.home):
                read_so_far += self._weight(block)
            if ended or block in self._discussion:
                found.add(block)
            elif kind in ("related", "comments", "newsletter") and not _is_sentence(block):
                found |= {block, *self._section(block, home)}
                links = True
                ended = kind == "comments" and block.element in home and read_so_far >= LEAST_BEFORE
            elif links and block.is_link:
                found.add(block)
            elif kind == "end" and self._inside(block, self.home):
                ended = True
                found.add(block)
            else:
                links = False
        return found

    def _section(self, label: Block, home: set[Any]) -> Iterator[Block]:
        """The blocks of the largest element that begins with a label and does not hold the article."""
        element = label.element
        if element in home:
            return
        while True:
            parent = element.getparent()
            if parent is None or parent in home or parent in self._above_head:
                break
            if label.number and self._inside(self.blocks[label.number - 1], parent):
                break
            element = parent
        at = label.number
        while at < len(self.blocks) and self._inside(self.blocks[at], element):
            yield self.blocks[at]
            at += 1

    def _is_prose(self, block: Block, found: set[tuple[str, ...]]) -> bool:
        """Whether a block among the article's paragraphs is one of them."""
        kind = self._kind(block)
        if kind == "policy":
            return False
        if kind in _LABELS and not (_is_sentence(block) and block.count > furniture.LONG):
            return False
        if kind in _LINES and block.count <= LONGEST_LINE and not _is_sentence(block):
            return False
        if kind == "credit" and block.count <= LONGEST_LINE and not block.text.endswith((".", "؟", "!")):
            return False
        if block.is_link and block.count >= SHORTEST_PROSE:
            return False
        if self.head and block.count == self.head.count and plain(block.text) == plain(self.head.text):
            return False
        if block.element.tag in ("p", "div") and block.element.find(".//img") is not None and not _is_sentence(block):
            return False  # a paragraph of a picture: the words below are its caption
        if block.count < SHORTEST_PROSE and not _is_sentence(block):
            return block.count > 1 and (block.element.tag in HEADINGS or self._is_cross_head(block))
        return (
            _is_sentence(block)
            or block.count >= PROSE
            or block.element.tag in HEADINGS
            or library.covers(found, block.text)
        )

    def _is_cross_head(self, block: Block) -> bool:
        """Whether a few words stand by themselves between two paragraphs, cut off by line breaks alone, or all bold."""
        if self._kind(block) is not None or block.linked:
            return False
        near = self.blocks[max(0, block.number - 1) : block.number + 2]
        if len(near) < 3 or not all(self._weight(other) and _is_sentence(other) for other in (near[0], near[2])):
            return False
        holder = block.element
        if all(other.element is holder for other in near):
            return True
        return holder.tag == "p" and _is_bold(holder) and all(other.element.tag == "p" for other in near)

    def _is_lead(self, block: Block, found: set[tuple[str, ...]]) -> bool:
        """Whether a block outside the article's element is a part of it: its lead, or what an insert cut off."""
        if not self._weight(block) or not _is_sentence(block) or self._kind(block) is not None:
            return False
        known = library.covers(found, block.text) or library.covers(self._covering, block.text)
        if block.number < self._first and self._is_named_lead(block.element):
            return True
        return known and (block.number < self._first or _signature(block.element) in self._signatures)

    def _is_named_lead(self, element: Any) -> bool:
        """Whether a paragraph above the others is a heading, or it or what holds it alone is named as a lead."""
        parent = element.getparent()
        around = set() if parent is None or parent in self._above_head else names(parent)
        return element.tag in HEADINGS or not listed("lead", "name").isdisjoint(names(element) | around)

    @cached_property
    def _first(self) -> int:
        return next(block.number for block in self.blocks if self._inside(block, self.home))

    @cached_property
    def _signatures(self) -> set[tuple[str, ...]]:
        """How the paragraphs of the article are written, from themselves outward."""
        inside = [block for block in self.blocks if self._weight(block) and self._inside(block, self.home)]
        return {_signature(block.element) for block in inside}

    def _of_stated_body(self, kept: list[Block]) -> list[Block]:
        """The blocks that the page's own ``articleBody`` holds, where it holds most of them."""
        if len(self._covering) < 30:
            return kept
        held = [block for block in kept if library.covers(self._covering, block.text) or block.count < PROSE]
        if sum(block.count for block in held) * 10 < 6 * sum(block.count for block in kept):
            return kept
        return held

    def lines(self, prose: Sequence[Block]) -> tuple[list[Block], list[Block]]:
        """Return the lines that speak of the article, dates and bylines above its prose and below it."""
        if not prose or self.head is None:
            return [], []
        lineage = {prose[0].element, *prose[0].element.iterancestors()}
        shared = next((one for one in (self.head.element, *self.head.element.iterancestors()) if one in lineage), None)
        whole = shared is None or shared.tag in ("body", "html")
        near = [
            block
            for block in self.blocks
            if block is not self.head
            and block.count <= LONGEST_LINE
            and self._inside(block, self.scope if whole else shared)
            and self.marked(block) != "away"
        ]
        first = self.head.number if whole else -1
        above = [block for block in near if first < block.number < prose[0].number and self._is_line(block)]
        last = prose[-1].number
        below = [block for block in near if last < block.number <= last + NEAR and self._closes(block)]
        return above, below

    @staticmethod
    def _closes(block: Block) -> bool:
        """Whether a block below the prose says when, from whom or by whom it is."""
        return furniture.line_kind(block.text) in ("published", "updated", "byline")

    def _is_line(self, block: Block) -> bool:
        """Whether a block at the headline is a byline or a date, and not the clock of the site or another story's."""
        if (block.is_link and block.count > 4) or self.marked(block) == "caption":
            return False
        if block.times or furniture.line_kind(block.text) in _LINES or self.marked(block) == "line":
            return True
        return furniture.holds_day(block.text)


def _subtree(blocks: Sequence[Block], weigh: Any) -> Counter[Any]:
    """What the blocks inside each element weigh together; every element is visited once."""
    own: Counter[Any] = Counter()
    for block in blocks:
        own[block.element] += weigh(block)
    total: Counter[Any] = Counter()
    if not blocks:
        return total
    root = blocks[0].element.getroottree().getroot()
    for element in root.iter():
        if element in own:
            total[element] = own[element]
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and total[element]:
            total[parent] += total[element]
    return total


def _is_one_of_several(element: Any) -> bool:
    """Whether two of the elements near one are written like it."""
    near = (*islice(element.itersiblings(preceding=True), SEVERAL), *islice(element.itersiblings(), SEVERAL))
    return sum(one.tag == element.tag and one.get("class") == element.get("class") for one in near) > 1


def _is_bold(element: Any) -> bool:
    """Whether an element holds bold words and no others."""
    bold = [child for child in element if child.tag in ("strong", "b")]
    return bool(bold) and "".join(bold[0].itertext()).split() == "".join(element.itertext()).split()


def _holds_day(block: Block) -> bool:
    return block.count <= LONGEST_DAY and furniture.holds_day(block.text)


def _signature(element: Any) -> tuple[str, ...]:
    """An element as it is written, with the two around it."""
    path = [element, *element.iterancestors()][:3]
    return tuple(f"{one.tag}.{one.get('class') or ''}" for one in path)


def _kind(block: Block) -> str | None:
    if block.count > furniture.LONGEST_POLICY:
        return None
    return furniture.kind_of(tuple(word for word in lexicon.folded_words(block.text) if word.isalnum()))


def _is_sentence(block: Block) -> bool:
    return block.text.rstrip('"»”’)] ').endswith((".", "!", "?", "؟", "…"))
