"""Articles to be read, and what is said of them."""

from __future__ import annotations

import pytest

STORY = (
    "تعليق الرحلات بين عمان وبيروت\n\n"
    "أعلنت سلطة الطيران المدني في الأردن، الأحد، تعليق الرحلات إلى بيروت مدة أسبوع.\n"
    "وقالت في بيان إن القرار يشمل شركات الطيران كلها."
)


@pytest.fixture
def story():
    return STORY


@pytest.fixture
def folder(tmp_path):
    """A folder with one good article, ``good.txt``, to put bad things beside."""
    place = tmp_path / "corpus"
    place.mkdir()
    (place / "good.txt").write_text(STORY, encoding="utf-8")
    return place
