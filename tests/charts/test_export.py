"""Figures to files: both languages, exactly what is shown, the same bytes, and nothing hostile let through."""

import hashlib
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pandas as pd
import pytest

from analysis.charts import export, labels, look

LINES = {
    "ar": ["AP: نحو 2500 جندي", "رويترز 55%", "<script>&"],
    "en": ["about 2,500 soldiers", "\u2068رويترز\u2069 5", "a < b"],
}


def chart(page: look.Page) -> look.Sheet:
    sheet, axes = look.canvas(page, 300)
    labels.block(axes, page.x(50), 60, LINES[page.lang], page, size=24, weight=look.SEMIBOLD)
    labels.put(axes, 800, 200, page.pick("تسعة أشهر", "nine months"), page, rotation=90)
    shown = pd.DataFrame(
        {"noun": ["=1+1", "جندي"], "day": pd.to_datetime(["2021-03-23", None]), "n": pd.array([3, None], "Int64")}
    )
    return sheet.says(page.pick("عنوان", "Title"), page.pick("تعليق", "Caption"), page.pick("وصف", "Alt"), shown)


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    export.save(look.twins(chart), "09_test", tables=("claims", "articles"), folder=folder)
    return folder


def svg_lines(file: Path) -> list[str]:
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    return [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_every_file_is_written_and_listed_with_its_digest(saved: Path) -> None:
    entry = json.loads((saved / "manifest.json").read_text(encoding="utf-8"))["09_test"]
    kinds = [f"09_test.{lang}.{kind}" for lang in ("ar", "en") for kind in ("pdf", "png", "svg")]
    assert sorted(entry["files"]) == sorted([*kinds, "09_test.csv"])
    for name, digest in entry["files"].items():
        assert hashlib.sha256((saved / name).read_bytes()).hexdigest() == digest
    assert entry["title"] == {"ar": "عنوان", "en": "Title"}
    assert entry["alt"] == {"ar": "وصف", "en": "Alt"}
    assert entry["tables"] == ["articles", "claims"]


@pytest.mark.parametrize("lang", look.LANGUAGES)
def test_words_of_an_svg_are_searchable_in_logical_order(saved: Path, lang: look.Lang) -> None:
    found = svg_lines(saved / f"09_test.{lang}.svg")
    with look.context():
        drawn = [str(text.get_label()) for text in chart(look.Page(lang)).axes[0].texts]
    assert found == drawn
    assert not any("\ufb50" <= letter <= "\ufefc" for line in found for letter in line)


def test_an_arabic_line_says_its_direction_and_stands_on_its_right_end(saved: Path) -> None:
    svg = (saved / "09_test.ar.svg").read_text(encoding="utf-8")
    (line,) = [part for part in svg.split("<text ") if "جندي</text>" in part]
    assert "direction: rtl" in line
    assert "text-anchor: start" in line
    english = (saved / "09_test.en.svg").read_text(encoding="utf-8")
    assert "direction: rtl" not in english.partition("</style>")[2]


def test_an_svg_brings_its_letters_and_asks_nobody_for_them(saved: Path) -> None:
    svg = (saved / "09_test.ar.svg").read_text(encoding="utf-8")
    assert "src: url(data:font/woff;base64," in svg
    assert "<title>عنوان</title>" in svg
    assert "<script" not in svg


def test_the_csv_holds_what_is_shown_and_no_formula(saved: Path) -> None:
    assert (saved / "09_test.csv").read_text(encoding="utf-8") == "noun,day,n\n'=1+1,2021-03-23,3\nجندي,,\n"


def test_a_second_run_gives_the_same_bytes(saved: Path, tmp_path: Path) -> None:
    export.save(look.twins(chart), "09_test", tables=("articles", "claims"), folder=tmp_path)
    for file in saved.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_the_manifest_keeps_other_figures_and_its_order(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"08_other": {"title": {}}, "10_more": {}}', encoding="utf-8")
    export.save(look.twins(chart), "09_test", folder=tmp_path)
    assert list(json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))) == [
        "08_other",
        "09_test",
        "10_more",
    ]


def test_a_notebook_shows_both_twins_with_alt_text(tmp_path: Path, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr(
        "IPython.display.display", lambda data, **more: shown.append((sorted(data), data["text/plain"]))
    )
    export.save(look.twins(chart), "09_test", folder=tmp_path)._ipython_display_()
    assert shown == [(["image/png", "text/plain"], "وصف"), (["image/png", "text/plain"], "Alt")]


def test_a_figure_without_words_for_it_is_refused(tmp_path: Path) -> None:
    with look.context():
        figures = {lang: look.canvas(look.Page(lang), 100)[0] for lang in look.LANGUAGES}
    with pytest.raises(ValueError, match="lacks its data"):
        export.save(figures, "09_test", folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_older_matplotlib_exports_nothing(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(export, "NATIVE", False)
    with pytest.raises(RuntimeError, match=r"3\.11"):
        export.save(look.twins(chart), "09_test", folder=tmp_path)
