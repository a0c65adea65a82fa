"""The wordings and fingerprints of many texts, made on several processes: half of what linking takes."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from hearsay.extract.workers import pool, submit
from hearsay.link.fingerprints import of_wording
from hearsay.link.wording import Wording, wording, wording_of

# Texts for which a process is started: with fewer it is not faster.
WORTH = 50_000
# Texts that are sent to a process at once, and how many such lots wait for each.
_LOT = 2000
_QUEUE = 3

# What a wording is made from again, and its fingerprints: a third of what all of it takes to send.
_Made = tuple[tuple[str, ...], tuple[bool, ...], tuple[int, ...], tuple[int, ...], bool, bytes, bytes]


class Prepared:
    """The wordings of texts, and their fingerprints."""

    def __init__(self, texts: Collection[str], workers: int) -> None:
        """Make them on so many processes, this one among them; on fewer where no others can be had."""
        self._forms: dict[str, Wording] = {}
        self._fingerprints: dict[int, array[int]] = {}
        for text, made in _all(list(texts), workers):
            words, inside, pieces, bits, marked, pairs, found = made
            form = wording_of(words, inside, pieces, bits, marked=marked, pairs=array("I", pairs))
            self._forms[text] = form
            self._fingerprints[id(form)] = array("Q", found)

    def wording(self, text: str) -> Wording:
        """`wording.wording` of one of the texts."""
        return self._forms[text]

    def forget_texts(self) -> None:
        """Let go of the wordings that nobody holds: one text in four says what another says."""
        self._forms.clear()

    def fingerprints(self, form: Wording) -> Sequence[int]:
        """`fingerprints.of_wording` of one of the wordings."""
        return self._fingerprints[id(form)]


def _all(texts: list[str], workers: int) -> Iterator[tuple[str, _Made]]:
    """What each text gives: in no order, since this process takes a lot whenever the others are not done."""
    lots = deque(texts[start : start + _LOT] for start in range(0, len(texts), _LOT))
    waiting: deque[tuple[list[str], Future[list[_Made]] | None]] = deque()
    with pool(workers - 1) as others:
        try:
            while lots or waiting:
                while lots and len(waiting) < _QUEUE * (workers - 1):
                    lot = lots.popleft()
                    waiting.append((lot, _sent(others, lot)))
                lot, sent = waiting[0]
                if lots and sent is not None and not sent.done():
                    lot = lots.pop()
                    yield from zip(lot, _made(lot), strict=True)
                else:
                    waiting.popleft()
                    yield from zip(lot, _received(sent, lot), strict=True)
        finally:
            for _, sent in waiting:
                if sent is not None:
                    sent.cancel()


def _sent(others: ProcessPoolExecutor, lot: list[str]) -> Future[list[_Made]] | None:
    """The lot on its way to another process; `None` where there is none."""
    try:
        return submit(others, _made, lot)
    except (BrokenProcessPool, OSError):
        return None


def _received(sent: Future[list[_Made]] | None, lot: list[str]) -> list[_Made]:
    """What another process made of a lot, or this one where the other was killed or never started."""
    try:
        return _made(lot) if sent is None else sent.result()
    except BrokenProcessPool:
        return _made(lot)


def _made(texts: list[str]) -> list[_Made]:
    forms = map(wording, texts)
    return [
        (
            form.words,
            form.inside,
            form.pieces,
            form.bits,
            form.marked,
            form.pairs.tobytes(),
            array("Q", sorted(of_wording(form))).tobytes(),
        )
        for form in forms
    ]
