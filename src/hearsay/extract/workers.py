"""Worker processes that end with the process that started them, however that ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def pool(workers: int) -> ProcessPoolExecutor:
    """A pool of so many processes, to be used with `submit`; they start when they are first needed."""
    # "spawn" and not "fork": the parent may hold threads and an open database.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent)


def submit(to: ProcessPoolExecutor, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
    """`to.submit`, in processes that leave Ctrl-C to the one that started them.

    Raises `BrokenProcessPool` where a process was killed or cannot start, `OSError` where none can be made.
    """
    with _uninterrupted():  # as the pool starts its processes when they are first needed
        return to.submit(work, *args, **kwargs)


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


def _end_with_parent() -> None:
    """Let a worker end when the run that it works for is killed; else it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
