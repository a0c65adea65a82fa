"""Answers are taken together as a reader takes them."""

from __future__ import annotations

from dataclasses import replace

from hearsay.case import Case
from hearsay.case.answers import answers
from hearsay.workbench.replies import targets


def test_what_one_thing_is_answered_by_is_one_line_with_each_place_that_does(dispute_path):
    with Case.open(dispute_path) as case:
        one = next(iter(answers(case)))
    thing = replace(one.answer, statement=None, speaker=None, words="a leaked interview")
    again = replace(thing, words="A leaked interview")
    rows = [replace(one, target=thing), replace(one, id="second", target=again), one]
    assert [[row.id for row in group] for group in targets(rows)] == [[one.id, "second"], [one.id]]
