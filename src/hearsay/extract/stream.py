"""Read and extract a stream of items, in order, on one or several processes, in bounded memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from hearsay import collect
from hearsay.collect.item import Item
from hearsay.errors import HearsayError
from hearsay.extract.extraction import extract
from hearsay.extract.tagging.tagger import ACCURATE, load_tagger
from hearsay.model import Document, Extraction, OfficeTerm, Refusal

# Items that may wait in front of each worker: enough to keep it busy, few enough to hold in memory.
QUEUE = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """What one item gave: its documents, each with its attributions, and what in it was refused."""

    item: Item
    documents: tuple[tuple[Document, Extraction], ...]
    refusals: tuple[Refusal, ...]


def read_item(item: Item, tagger: str = ACCURATE, terms: tuple[OfficeTerm, ...] | None = None) -> Reading:
    """Turn one item into documents and their attributions; a pure function of what it is given."""
    documents: list[tuple[Document, Extraction]] = []
    refusals: list[Refusal] = []
    for outcome in collect.read(item):
        if isinstance(outcome, Refusal):
            refusals.append(outcome)
        else:
            documents.append((outcome, extract(outcome, load_tagger(tagger), terms)))
    return Reading(item, tuple(documents), tuple(refusals))


def readings(
    items: Iterable[Item | Refusal],
    *,
    workers: int = 1,
    tagger: str = ACCURATE,
    terms: tuple[OfficeTerm, ...] | None = None,
) -> Iterator[Reading | Refusal]:
    """Read every item with the tagger of this name and these office terms (`None`: Hearsay's own).

    Refusals of `items` pass through in their place.

    The outcome is the same, and in the same order, for any number of `workers`; one worker runs in this
    process. Raises `HearsayError` where a worker is killed from outside.
    """
    if workers <= 1:
        for item in items:
            yield item if isinstance(item, Refusal) else read_item(item, tagger, terms)
        return
    # "spawn" and not "fork": the parent may hold threads and an open database.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as pool:
        waiting: deque[Refusal | Future[Reading]] = deque()
        try:
            for item in items:
                waiting.append(item if isinstance(item, Refusal) else _submitted(pool, item, tagger, terms))
                if len(waiting) >= QUEUE * workers:
                    yield _outcome(waiting.popleft())
            while waiting:
                yield _outcome(waiting.popleft())
        except BrokenProcessPool as error:
            raise HearsayError(
                "a process that read the sources was killed, perhaps for want of memory",
                remedy="Run the same command again with --workers 1; what was saved before is unharmed",
            ) from error
        finally:
            for future in waiting:
                if isinstance(future, Future):
                    future.cancel()


def _submitted(
    pool: ProcessPoolExecutor, item: Item, tagger: str, terms: tuple[OfficeTerm, ...] | None
) -> Future[Reading]:
    with _uninterrupted():  # as the pool starts its processes when they are first needed
        return pool.submit(read_item, item, tagger, terms)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes started inside leave Ctrl-C, which a terminal sends to all, to the one that started them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _outcome(waiting: Refusal | Future[Reading]) -> Reading | Refusal:
    return waiting if isinstance(waiting, Refusal) else waiting.result()


def _end_with_parent() -> None:
    """Let a worker end when the run that it works for is killed; else it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
