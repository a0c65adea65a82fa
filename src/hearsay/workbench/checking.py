"""What takes minutes to work out of a large case, worked out beside the server: no page waits for it.

`python -m hearsay.workbench.checking CASE findings` writes to standard output in which state the case is, and
then its findings as JSON; `CASE printed RECORDING TRANSCRIPT` what is printed from a recording.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Generic, TypeVar

import msgspec

from hearsay.case import Case
from hearsay.case.kept import state_of
from hearsay.case.material import material
from hearsay.case.recordings import recording, transcript
from hearsay.case.recordings.quotations import place_all, quotations
from hearsay.check import findings
from hearsay.export.chosen import EVIDENCE
from hearsay.export.printed import printed
from hearsay.tape.comparing import Tape

# Variants of a statement, and printings of a variant, that are kept of a recording.
VARIANTS = 8

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Known(Generic[Value]):
    """What was worked out last, and whether it is of the present state of the case.

    `turn` counts how often it was worked out, 0 while it never was; `failed` says that it did not work.
    """

    value: tuple[Value, ...]
    current: bool
    turn: int
    failed: bool = False

    @property
    def waits(self) -> str:
        """Empty if it is of the present state; else "at first", "anew" after a change, or "failed"."""
        return "failed" if self.failed else "" if self.current else "anew" if self.turn else "at first"


class Checker(Generic[Value]):
    """Works out one thing of a case in another process, once for each state of the case.

    Only one process runs at a time, and none is begun before somebody asks. To be used from one thread.
    `known` looks up what was kept of a state, `keep` keeps it.
    """

    def __init__(
        self,
        path: Path,
        what: tuple[str, ...],
        kind: type[Value],
        known: Callable[[str], bytes | None],
        keep: Callable[[str, bytes], None],
    ) -> None:
        self._command = [sys.executable, "-m", "hearsay.workbench.checking", str(path), *what]
        self._kind = kind
        self._kept, self._keep = known, keep
        self._known: Known[Value] = Known((), False, 0)
        self._state: str | None = None
        self._running: str | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._came: list[tuple[int, bytes]] = []

    def look(self, state: str) -> Known[Value]:
        """What is known now; begins to work it out where that is of another state than this one."""
        if self._came:
            self._take(*self._came.pop())
        if self._state != state and self._running is None:
            before = self._kept(state)
            if before is not None:
                self._know(state, before)
            else:
                self._begin(state)
        failed = self._known.failed and self._state == state
        return replace(self._known, current=self._state == state and not failed, failed=failed)

    def close(self) -> None:
        """Stop working."""
        if self._process is not None:
            with suppress(OSError):
                self._process.terminate()
                self._process.wait(timeout=10)

    def _begin(self, state: str) -> None:
        self._running = state
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            # Ctrl-C is for the server, which ends this itself.
            start_new_session=True,
        )
        Thread(target=self._wait, args=(self._process,), daemon=True).start()

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        written, _ = process.communicate()
        self._came.append((process.returncode, written))

    def _take(self, code: int, written: bytes) -> None:
        begun, self._running, self._process = self._running, None, None
        if code != 0:
            self._state = begun
            self._known = replace(self._known, failed=True)
            return
        # The case can have changed between our looking at it and the other process's.
        state, _, content = written.partition(b"\n")
        self._know(state.decode("ascii"), content)
        self._keep(state.decode("ascii"), content)

    def _know(self, state: str, written: bytes) -> None:
        self._state = state
        self._known = Known(decoded(written, self._kind), True, self._known.turn + 1)


def decoded(content: bytes, kind: type[Value]) -> tuple[Value, ...]:
    """What `found` wrote."""
    # The type checker does not take a variable for a type, msgspec does.
    return msgspec.json.decode(content, type=tuple[kind, ...])  # type: ignore[valid-type]


def found(case: Case, what: str, *of: str) -> bytes:
    """The findings of a case, or what is printed from a recording by a transcript (ids `of`), as JSON."""
    if what == "findings":
        return msgspec.json.encode(findings(material(case)))
    kept = recording(case, of[0])
    tape = Tape(transcript(case, kept, of[1]).transcript)
    placed = place_all(list(quotations(case)), tape, picked=False)
    return msgspec.json.encode(printed(placed, variants=VARIANTS, each=EVIDENCE))


def main() -> int:
    """Write what is asked for of the case that is named."""
    # Whoever reads goes first.
    with suppress(OSError, AttributeError):
        os.nice(10)
    with Case.open(Path(sys.argv[1])) as case, case.snapshot():
        sys.stdout.buffer.write(f"{state_of(case)}\n".encode("ascii") + found(case, *sys.argv[2:]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
