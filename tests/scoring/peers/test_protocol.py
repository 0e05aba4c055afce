import io
import json
from datetime import date

from analysis.dates.interval import Interval
from analysis.scoring.peers import running
from analysis.scoring.peers.protocol import WARM_UP, WARM_UP_ROUNDS, Asked, Found, serve

DAY = date(2021, 3, 23)


class Sayer:
    """Finds every text whole, and fails on the empty one."""

    version = "1.0"

    def __init__(self):
        self.read = []

    def find(self, asked):
        self.read.append(asked.id)
        print("chatter")
        if not asked.text:
            raise RuntimeError("nothing to read")
        return len(asked.text)

    def times(self, asked, answer):
        return [Found(0, answer, "DATE", Interval.day(asked.published), "2021-03-23")]


def served(reader, asked):
    out = io.StringIO()
    serve(reader, io.StringIO("".join(f"{one.line()}\n" for one in asked)), out)
    return running.gathered(out.getvalue().splitlines(), asked)


def test_a_text_survives_its_line():
    asked = Asked("a", "articles", "سطر\nوسطر", DAY)
    assert Asked.of(asked.line()) == asked
    assert "\n" not in asked.line()


def test_what_is_found_comes_back_by_text_with_the_seconds_of_each_group():
    reader = Sayer()
    answers = served(reader, [Asked("a", "articles", "الثلاثاء", DAY), Asked("s", "sentences", "أمس", DAY)])
    assert answers.times["a"] == [
        {"start": 0, "end": 8, "kind": "DATE", "value": "2021-03-23", "earliest": "2021-03-23", "latest": "2021-03-23"}
    ]
    assert set(answers.seconds) == {"articles", "sentences"}
    assert reader.read == ["a", "s"], "each text is read once"


def test_texts_to_warm_up_on_are_read_first_and_not_answered():
    reader = Sayer()
    answers = served(reader, [Asked("a", "articles", "الثلاثاء", DAY), Asked("w", WARM_UP, "أمس", DAY)])
    assert reader.read == ["w"] * WARM_UP_ROUNDS + ["a"]
    assert set(answers.times) == {"a"}
    assert set(answers.seconds) == {"articles"}


def test_a_text_that_a_program_fails_on_has_no_times_and_says_why():
    answers = served(Sayer(), [Asked("a", "articles", "", DAY), Asked("b", "articles", "أمس", DAY)])
    assert answers.times["a"] == []
    assert len(answers.times["b"]) == 1
    assert answers.failed == {"a": "RuntimeError: nothing to read"}


def test_a_time_without_days_has_no_ends():
    assert json.dumps(Found(0, 3, "DURATION").row()) == (
        '{"start": 0, "end": 3, "kind": "DURATION", "value": null, "earliest": null, "latest": null}'
    )
