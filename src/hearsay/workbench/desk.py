"""The case as the workbench holds it: opened once, looked at anew as soon as anybody has changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from hearsay.case import Case, overview
from hearsay.case.index import Index
from hearsay.case.kept import keep, kept, state_of
from hearsay.case.rulings import ruled_attributions
from hearsay.errors import CaseError
from hearsay.tape.listening import Listened
from hearsay.workbench.checking import Checker, Known, decoded, found
from hearsay.workbench.safety import Door

# Attributions up to which a page works findings out itself, in a second or two; and of what is laid on a
# recording, thousands of attributions times words that are said.
LARGE = 5_000

Value = TypeVar("Value")


class Desk:
    """One case, open for reading, with what is remembered of its present state.

    To be used from one thread. What is
    remembered is thrown away as soon as the file has changed, whoever changed it, so that every page tells
    one state of the case; a remark, or a ruling on a finding, leaves all but what tells of these. What takes
    minutes of a case of more than `large` attributions is worked out beside the server. What is worked out is
    kept in the case for the next time, where it may be written.
    """

    def __init__(self, path: Path, door: Door, large: int = LARGE) -> None:
        self.large = large
        self.door = door
        self._checkers: dict[str, Checker[Any]] = {}
        self._path = path
        self._case: Case | None = None
        self._state: object = None
        self._known_state = ""
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
            known = state_of(self._case)
            if known != self._known_state:
                self._known_state = known
                self._remembered = {}
        return self._case

    @property
    def state(self) -> str:
        """In which state the case is, but for remarks and rulings on findings."""
        _ = self.case  # looks whether it has changed
        return self._known_state

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

    def worked_out(self, kind: type[Value], *what: str, words: int = 0) -> Known[Value]:
        """What `checking.found` finds, a tuple of `kind`: kept from before, found now, or being worked out.

        `words` is how many are said on the recording that it is about.
        """
        name = " ".join(what)
        size = self.remembered("overview", overview).attributions
        if size <= self.large and size * words <= self.large * 1000:
            return Known(self.remembered(name, lambda case: self._found(case, kind, what)), True, 1)
        if name not in self._checkers:
            self._checkers[name] = Checker(
                self._path,
                what,
                kind,
                lambda state: kept(self.case, name, state),
                lambda state, content: self._keep(name, state, content),
            )
        return self._checkers[name].look(self.state)

    def _found(self, case: Case, kind: type[Value], what: tuple[str, ...]) -> tuple[Value, ...]:
        name = " ".join(what)
        content = kept(case, name, self._known_state)
        if content is None:
            with case.snapshot():
                content = found(case, *what)
            self._keep(name, self._known_state, content)
        return decoded(content, kind)

    def _keep(self, name: str, state: str, content: bytes) -> None:
        """Keep it in the case, if that may be written and nobody else is writing: else it is found again."""
        if not self.door.read_only:
            with suppress(CaseError), self.writing() as case:
                keep(case, name, state, content)

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
        for checker in self._checkers.values():
            checker.close()
        if self._case is not None:
            self._case.close()
            self._case = None


def _index(case: Case) -> Index:
    index = Index(case)
    index.mark_ruled(ruled_attributions(case))
    return index
