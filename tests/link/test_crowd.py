"""Bounding all pairs of a crowd at once says what bounding each pair says."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.link.bound import Bound, could_reach, whole
from hearsay.link.crowd import could_meet
from hearsay.link.voices import Voices
from hearsay.link.wording import wording

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
PRINTED = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=2, max_size=30)


def one_by_one(forms, sets, speakers, voices):
    order = sorted(range(len(forms)), key=lambda place: (len(forms[place].words), place))
    for row, one in enumerate(order):
        for other in order[row + 1 :]:
            a, b = forms[one], forms[other]
            most = Bound(a).most(b.pairs, b.total)
            least = voices.least(speakers[one], speakers[other])
            if sets[one] != sets[other] and could_reach(most, least, min(whole(a), whole(b))):
                yield one, other, most


@given(PRINTED, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_all_at_once_is_one_by_one(printed: list[str], chance: random.Random) -> None:
    forms = [wording(words) for words in printed]
    voices = Voices(NAMES)
    speakers = [voices.number(chance.sample(NAMES, chance.choice((1, 1, 2)))) for _ in forms]
    sets = [chance.randrange(4) for _ in forms]
    found = list(could_meet(forms, sets, speakers, voices, lambda one, other: False))
    assert found == list(one_by_one(forms, sets, speakers, voices))


def test_those_together_by_then_are_left_out() -> None:
    forms = [wording("the squadron left the northern lighthouse before parliament sat")] * 3
    met: list[tuple[int, int]] = []
    for one, other, _ in could_meet(forms, [0, 1, 2], [0, 0, 0], Voices(["Tom Reyl"]), lambda *_: True):
        met.append((one, other))
    assert met == [(0, 1), (0, 2)]
