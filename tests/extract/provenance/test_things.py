"""The things of a text, where it speaks of one again and again."""

from __future__ import annotations

import time

from hearsay.extract.prose import prose
from hearsay.extract.provenance.things import find_things
from hearsay.extract.provenance.voices import Voices
from hearsay.extract.tokens import tokenize
from hearsay.extract.within import Contents


def test_time_grows_linearly_with_the_mentions_of_a_thing() -> None:
    text = "The tape was played. " * 3_000 + "The recording was played. " * 3_000
    read = prose(text, tokenize(text))
    started = time.process_time()
    things = find_things(read, Voices(read, (), Contents(())))
    assert time.process_time() - started < 3
    assert [len(thing.mentions) for thing in things.all] == [6_000]
