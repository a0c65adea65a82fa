"""A case keeps the tagger that read it first."""

import pytest

from hearsay.case import Case, add, verify
from hearsay.case.tagger import tagger_of
from hearsay.errors import CaseError


@pytest.fixture
def text(tmp_path):
    place = tmp_path / "ferry.txt"
    place.write_text("“We will never sell the old ferry,” said Mara Holt.", encoding="utf-8")
    return place


def test_a_new_case_is_read_by_the_accurate_tagger(path, text):
    with Case.create(path) as case:
        assert tagger_of(case) is None
        add(case, [text])
        assert tagger_of(case) == "accurate"


def test_what_comes_later_is_read_as_what_came_first(path, text, tmp_path):
    later = tmp_path / "later.txt"
    later.write_text("Holt said that the old ferry had been sold.", encoding="utf-8")
    with Case.create(path) as case:
        add(case, [text], tagger="fast")
        add(case, [later])
        assert tagger_of(case) == "fast"
        assert list(verify(case)) == []


def test_another_tagger_is_refused_and_nothing_is_added(path, text):
    with Case.create(path) as case:
        add(case, [text])
        with pytest.raises(CaseError, match="read by the accurate tagger"):
            add(case, [text], tagger="fast")
        assert case.row("SELECT count(*) FROM document") == (1,)
