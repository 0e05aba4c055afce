"""A sentence ends at a stop outside quotation marks and at every line end."""

from __future__ import annotations

import pytest

from analysis.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("وصل الوفد. بدأت القمة.", ["وصل الوفد.", "بدأت القمة."], id="full stops"),
        pytest.param("هل ينسحب؟ لا أحد يعلم!", ["هل ينسحب؟", "لا أحد يعلم!"], id="question and exclamation"),
        pytest.param("بلغ السعر 3.5 دولار.", ["بلغ السعر 3.5 دولار."], id="a stop inside a number"),
        pytest.param("نقلت أ. ف. ب. عن الوزير.", ["نقلت أ. ف. ب. عن الوزير."], id="initials"),
        pytest.param(
            "قال: «لن نقبل. هذا رأينا» وغادر.", ["قال: «لن نقبل. هذا رأينا» وغادر."], id="a stop in a quotation"
        ),
        pytest.param("قال: «لن نقبل.» ثم غادر.", ["قال: «لن نقبل.»", "ثم غادر."], id="a stop that closes a quotation"),
        pytest.param('قال: "لن نقبل. وغادر.', ['قال: "لن نقبل.', "وغادر."], id="a mark that never closes"),
        pytest.param("عنوان\n\nفقرة أولى\nفقرة ثانية", ["عنوان", "فقرة أولى", "فقرة ثانية"], id="line ends"),
        pytest.param("انتهى الاجتماع... ثم عاد.", ["انتهى الاجتماع...", "ثم عاد."], id="three stops"),
        pytest.param("  \n \n", [], id="nothing but white space"),
    ],
)
def test_where_sentences_end(text, parts):
    assert cut(text) == parts


def test_paragraphs_are_counted_by_lines():
    found = list(sentences("أولى. ثانية.\n\nثالثة.", "a"))
    assert [(s.paragraph, s.sentence_id) for s in found] == [(0, "a:s0-5"), (0, "a:s6-12"), (1, "a:s14-20")]
