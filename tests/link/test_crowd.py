"""Bounding all pairs of a crowd at once leaves out none that can be alike."""

import random
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.link.columns import Columns
from hearsay.link.crowd import Crowd, could_meet
from hearsay.link.joining import alike_at
from hearsay.link.likeness import likeness
from hearsay.link.needs import Needs
from hearsay.link.nodes import Node, nodes_of
from hearsay.model import Appearance, Moment, Precision

WORDS = [
    "harbour",
    "squadron",
    "lighthouse",
    "parliament",
    "will",
    "not",
    "of",
    "…",
    "[islands]",
    "gr*n",
    "“",
    "”",
]
NAMES = (None, "Ilse Varga", "Varga", "Tom Reyl", "Petra Holm")
DAYS = (None, "2031-03-01", "2031-03-02", "2031-03-07", "2031-05-01", "2032-05-01")
PRINTED = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=2, max_size=30)
SENTENCE = "the squadron left the northern lighthouse before parliament sat"


def node(words: str, speaker: str | None = "Tom Reyl", day: str | None = "2031-03-01") -> Node:
    moment = None if day is None else Moment(day, Precision.DAY, "Z", "made")
    (made,) = nodes_of([Appearance("a", "d", words, "direct", speaker, moment)])
    return made


def met(
    nodes: list[Node], owners: list[int] | None = None, sets: list[int] | None = None
) -> set[frozenset[int]]:
    forms = Columns([one.form for one in nodes])
    places = forms.order(np.arange(len(nodes)))
    crowd = Crowd(
        places,
        np.array(owners or [0] * len(nodes))[places],
        places if sets is None else np.array(sets)[places],
    )
    ones, others = could_meet(forms, Needs(nodes, [[n] for n in range(len(nodes))]), crowd, crowd)
    return {frozenset(pair) for pair in zip(ones.tolist(), others.tolist(), strict=True)}


@given(PRINTED, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_none_that_is_alike_is_left_out(printed: list[str], chance: random.Random) -> None:
    nodes = [node(words, chance.choice(NAMES), chance.choice(DAYS)) for words in printed]
    alike = {
        frozenset((n, m))
        for n, m in combinations(range(len(nodes)), 2)
        if alike_at(nodes[n], nodes[m], likeness(nodes[n].form, nodes[m].form))
    }
    assert alike <= met(nodes)


def test_those_that_share_a_phrase_and_nothing_else_are_left_out() -> None:
    other = node("nobody saw the northern lighthouse again as the tide turned", day="2031-05-01")
    assert met([node(SENTENCE), other]) == set()


def test_two_speakers_are_left_out_but_for_long_words() -> None:
    short = "the squadron left the northern lighthouse"
    assert met([node(short), node(short, "Ilse Varga")]) == set()
    assert met([node(SENTENCE), node(SENTENCE, "Ilse Varga")]) == {frozenset((0, 1))}
    assert met([node(SENTENCE), node(SENTENCE, "Ilse Varga", "2031-09-01")]) == set()


def test_only_wordings_of_one_bucket_meet() -> None:
    assert met([node(SENTENCE)] * 4, owners=[0, 0, 1, 1]) == {frozenset((0, 1)), frozenset((2, 3))}


def test_those_together_already_are_left_out() -> None:
    assert met([node(SENTENCE)] * 3, sets=[7, 7, 8]) == {frozenset((0, 2)), frozenset((1, 2))}
