"""The case as the workbench holds it: opened once, looked at anew as soon as anybody has changed it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from hearsay.case import Case
from hearsay.case.index import Index
from hearsay.case.rulings import ruled_attributions
from hearsay.tape.listening import Listened
from hearsay.workbench.checking import Checker, Mark, mark_of
from hearsay.workbench.safety import Door

# Attributions up to which a page works findings out itself, in a second or two.
LARGE = 5_000

Found = TypeVar("Found")
Value = TypeVar("Value")


class Desk:
    """One case, open for reading, with what is remembered of its present state.

    To be used from one thread, but for the work of `worked_out`, which holds nothing of the case. What is
    remembered is thrown away as soon as the file has changed, whoever changed it, so that every page tells
    one state of the case; a remark, or a ruling on a finding, leaves all but what tells of these. What takes
    minutes of a case of more than `large` attributions is worked out beside the server.
    """

    def __init__(self, path: Path, door: Door, large: int = LARGE) -> None:
        self.large = large
        self.door = door
        self.checker = Checker(path)
        self._path = path
        self._case: Case | None = None
        self._state: object = None
        self._mark: Mark = ()
        self._remembered: dict[str, object] = {}
        self._ruled: dict[str, object] = {}
        # What depends on the bytes of a recording alone, which never change: its waveform and its places
        # worth a listen, by its id.
        self.waves: dict[str, str] = {}
        self.heard: dict[str, Listened] = {}

    @property
    def case(self) -> Case:
        """The case, open for reading; raises `CaseError`."""
        if self._case is None:
            self._case = Case.open(self._path)
        state = self._case.row("PRAGMA data_version")
        if state != self._state:
            self._state = state
            self._ruled = {}
            mark = mark_of(self._case)
            if mark != self._mark:
                self._mark = mark
                self._remembered = {}
        return self._case

    @property
    def mark(self) -> Mark:
        """In which state the case is, but for remarks and rulings on findings."""
        _ = self.case  # looks whether it has changed
        return self._mark

    def remembered(self, name: str, look: Callable[[Case], Value]) -> Value:
        """What `look` finds in the case, looked up once for each state of it.

        Not for what depends on remarks or on rulings on findings: see `ruled`.
        """
        case = self.case
        return self._looked_up(self._remembered, case, name, look)

    def ruled(self, name: str, look: Callable[[Case], Value]) -> Value:
        """The same of what any ruling changes."""
        case = self.case
        return self._looked_up(self._ruled, case, name, look)

    @staticmethod
    def _looked_up(known: dict[str, object], case: Case, name: str, look: Callable[[Case], Value]) -> Value:
        if name not in known:
            known[name] = look(case)
        # Each name is remembered with one `look`, and so with one type.
        return known[name]  # type: ignore[return-value]

    async def worked_out(
        self, name: str, look: Callable[[Case], Found], work: Callable[[Found], Value]
    ) -> Value:
        """What `work` makes of what `look` finds, once for each state of the case; other requests go on."""
        case = self.case
        if name not in self._remembered:
            state, found = self._state, look(case)
            made = await asyncio.to_thread(work, found)
            if self.case is not case or self._state != state:
                return made
            self._remembered[name] = made
        return self._remembered[name]  # type: ignore[return-value] # as in `_looked_up`

    @property
    def index(self) -> Index:
        """The columns of the case's present state."""
        return self.remembered("index", _index)

    @contextmanager
    def writing(self) -> Iterator[Case]:
        """The case open for writing, for as short as one ruling takes; raises `CaseBusyError`."""
        with Case.open(self._path, write=True) as case:
            yield case

    def close(self) -> None:
        """Close the case."""
        self.checker.close()
        if self._case is not None:
            self._case.close()
            self._case = None


def _index(case: Case) -> Index:
    index = Index(case)
    index.mark_ruled(ruled_attributions(case))
    return index
