"""The house is a ladder: nothing imports upwards."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "analysis"

LADDER = [
    "tables", "notices", "store", "text.fold", "lexicon", "dates", "text", "reading", "marks", "reuse", "dating",
    "story", "charts", "reader", "report", "scoring", "the top",
]  # fmt: skip
TOP = {"__init__", "__main__", "build", "covered", "figures", "freshness", "notebooks", "session"}
"""Modules that see everything."""
SOLITARY = {"tables": set(), "dates": set(), "charts": {"tables"}}
"""Rooms with fewer doors than their rung would give them, and those doors."""


def imports(source: str) -> Iterator[str]:
    """Yield each module of ours that ``source`` imports, wherever in it, without the package's name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "analysis":
                yield from (alias.name for alias in node.names if not alias.name.startswith("__"))
            elif node.module.startswith("analysis."):
                yield node.module.removeprefix("analysis.")
        if isinstance(node, ast.Import):
            yield from (a.name.removeprefix("analysis.") for a in node.names if a.name.startswith("analysis."))


def room(module: str) -> str:
    if module in LADDER:
        return module
    head = module.split(".")[0]
    return "the top" if head in TOP else head


def upward(module: str, source: str) -> list[str]:
    here = room(module)
    allowed = SOLITARY.get(here, set(LADDER[: LADDER.index(here)])) | {here}
    return [f"{module} imports {other}" for other in imports(source) if room(other) not in allowed]


MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.name != "__init__.py"
}


@pytest.mark.parametrize("module", MODULES)
def test_nothing_imports_upwards(module):
    assert upward(module, MODULES[module].read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("text.read", "from analysis.marks import times"),
        ("lexicon", "from analysis.text.tokens import TOKEN"),
        ("charts.coverage", "from analysis.text.fold import fold"),
        ("dates.timex", "import analysis.lexicon"),
        ("marks.times", "def find():\n    from analysis import build"),
    ],
)
def test_an_upward_import_is_seen_wherever_it_stands(module, source):
    assert upward(module, source)


def test_the_map_of_the_architecture_names_every_module_and_no_other():
    (drawn,) = re.findall(
        r"^## The map\n(.*?)^## ", (PACKAGE / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    named = set(re.findall(r"`(\w+)`", drawn))
    assert named == {path.stem for path in MODULES.values() if path.stem != "__main__"}


LISTS_IN_CODE = {
    "marks.naming.bodies": 1, "marks.naming.listed": 2, "marks.naming.words": 3, "marks.quotes": 1,
    "marks.speech.accords": 1, "marks.speech.cues": 2, "marks.speech.phrases": 1, "marks.speech.verbs": 1,
}  # fmt: skip
"""Lists of affixes and particles that still stand in code; this may only shrink."""


def test_no_further_list_of_words_stands_in_a_module():
    """A list, tuple or set of four Arabic strings is a word list; those live in ``language/``."""
    found = Counter(
        name
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.List | ast.Tuple | ast.Set) and sum(map(is_arabic, node.elts)) >= 4
    )
    assert found <= Counter(LISTS_IN_CODE)


def is_arabic(node: ast.expr) -> bool:
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)
