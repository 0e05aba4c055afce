"""Strings as this matplotlib wants them: cleaned of what would break a line, ordered and joined for an Arabic reader.

From 3.11 on matplotlib shapes and orders Arabic by itself, and text that was shaped before comes out reversed; up to
3.10 letters must be joined (arabic-reshaper) and put in visual order (python-bidi) before they are drawn. ``NATIVE``
tells the two apart; only `export` asks too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import matplotlib.ft2font
from matplotlib import font_manager

from analysis.charts import look

NATIVE = hasattr(matplotlib.ft2font, "__libraqm_version__")
"""Whether this matplotlib shapes Arabic by itself. A version number would not do: it may be built without libraqm."""

RLM, LRM = "\u200f", "\u200e"
FSI, PDI = "\u2068", "\u2069"
ISOLATES = "\u2066\u2067\u2068"
OVERRIDES = re.compile("[\u202a-\u202e]")
MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
SPACES = re.compile(r"\s+")
NUMERIC = re.compile(r"[\d.,%٪+ ]+")
PRESENTATION = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]+")
UNKNOWN = "\ufffd"
PROBE = "\u034f"
"""A mark without form: the bidirectional algorithm gives it the level of the character before it."""
PAIRS = ("()", "[]", "{}", "<>", "\u00ab\u00bb", "\u2039\u203a", "\u2264\u2265")
MIRRORED = {left: right for pair in PAIRS for left, right in (pair, pair[::-1])}
PROBED = re.compile(f"{PROBE}[{re.escape(''.join(MIRRORED))}]|[{re.escape(''.join(MIRRORED))}]{PROBE}")
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
LATIN_NAME_OR_DIGITS = re.compile(r"[A-Za-z_][\w.-]*|\d+")


def clean(text: str) -> str:
    """Return ``text``, words from anywhere, as one line that cannot disturb what stands around it.

    Line ends and tabs become spaces; control characters, direction marks and overrides go; presentation forms become
    the letters they stand for. Vowel marks, tatweel and joiners stay.
    """
    text = PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found.group()), MARKS.sub("", text))
    text = "".join(letter for letter in SPACES.sub(" ", text) if unicodedata.category(letter) not in ("Cc", "Cs", "Co"))
    return text.strip()


def first_strong(text: str) -> str:
    """The direction of the first letter that has one, ``"L"`` or ``"R"``, outside isolates; ``""`` where none has."""
    depth = 0
    for letter in text:
        if letter in ISOLATES:
            depth += 1
        elif letter == PDI:
            depth = max(0, depth - 1)
        elif depth == 0 and (kind := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return "L" if kind == "L" else "R"
    return ""


def name(text: str, lang: look.Lang) -> str:
    """A name as a word of a ``lang`` sentence: cleaned, and isolated where it holds the other direction.

    Without the isolate *AP 2500* after Arabic would drag its number along, and an Arabic name before a number would do
    the same in English.
    """
    text = clean(text)
    other = {"L"} if lang == "ar" else {"R", "AL"}
    return f"{FSI}{text}{PDI}" if any(unicodedata.bidirectional(letter) in other for letter in text) else text


def logical(text: str, lang: look.Lang, digits: look.Digits = "latn") -> str:
    """One line of ``lang`` in logical order, ready to be drawn: its first strong character has the line's direction.

    Isolates put in by `name` are kept where they are balanced. Characters that neither font has become U+FFFD.
    """
    text = OVERRIDES.sub("", SPACES.sub(" ", text)).strip()
    if not _balanced(text):
        text = clean(text)
    text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs", "Co"))
    text = PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    text = "".join(letter if _drawable(letter) else UNKNOWN for letter in text)
    if digits == "arab":
        text = LATIN_NAME_OR_DIGITS.sub(_arabic_indic, text)
    want = "R" if lang == "ar" else "L"
    if first_strong(text) == want or NUMERIC.fullmatch(text) or not text:
        return text
    return (RLM if want == "R" else LRM) + text


def _arabic_indic(found: re.Match[str]) -> str:
    return found.group().translate(DIGITS) if found.group().isdigit() else found.group()


def drawn(line: str) -> str:
    """``line`` of `logical` as this matplotlib must be given it: itself, or up to 3.10 joined and in visual order.

    ``bidi.algorithm.get_display`` fails on isolates; ``bidi.get_display`` does not, but leaves out that brackets are
    mirrored (rule L4 of UAX #9). It leaves out L3 too, which suits Plex: its vowel marks lie over the glyph *after*.
    """
    if NATIVE:
        return line
    from bidi import (
        get_display,
    )  # bidi.algorithm.get_display fails on isolates; this one does not, but leaves L3 and L4 out

    probed = re.sub(f"[{re.escape(''.join(MIRRORED))}]", lambda found: found.group() + PROBE, _reshaper().reshape(line))
    visual = MARKS.sub("", str(get_display(probed, base_dir="R" if first_strong(line) == "R" else "L")))
    return PROBED.sub(_mirrored, visual)


def _mirrored(found: re.Match[str]) -> str:
    """Rule L4 of UAX #9: where the probe came out left of its bracket, the run goes right to left."""
    bracket = found.group().strip(PROBE)
    return MIRRORED[bracket] if found.group().startswith(PROBE) else bracket


@cache
def _reshaper():  # type: ignore[no-untyped-def] - the package has no types
    from arabic_reshaper import ArabicReshaper

    # by default it deletes vowel marks
    return ArabicReshaper({"delete_harakat": False, "delete_tatweel": False, "support_zwj": True})


def _balanced(text: str) -> bool:
    depth = 0
    for letter in text:
        depth += (letter in ISOLATES) - (letter == PDI)
        if depth < 0:
            return False
    return depth == 0


@cache
def _drawable(letter: str) -> bool:
    return bool(MARKS.match(letter)) or any(ord(letter) in letters for letters in _charmaps())


@cache
def _charmaps() -> tuple[frozenset[int], ...]:
    look.register_fonts()
    files = [font_manager.findfont(family) for family in look.FAMILIES]
    return tuple(frozenset(font_manager.get_font(file).get_charmap()) for file in files)
