"""Office terms as news words them: in whole sentences, and what only looks like one."""

import re

import pytest

from hearsay.extract.times.office_days import read_office_times
from tests.extract.times.test_offices import TERMS
from tests.listed import lines

NAMES = {"F": "Teodora Finch", "O": "Dmitar Orlan"}
SENTENCES = [line.split("\t") for line in lines(__file__, "office_sentences.txt")]


@pytest.mark.parametrize(("first", "last", "name", "marked"), SENTENCES)
def test_a_sentence_tells_the_days_of_an_office_or_none(first, last, name, marked):
    text = re.sub(r"[\[\]]", "", marked)
    found = read_office_times(text, lambda _: NAMES[name], lambda: TERMS)
    told = [(text[slice(*each.span)], each.earliest or "-", each.latest or "-") for each in found]
    assert told == [(words, first, last) for words in re.findall(r"\[(.*?)\]", marked)]
