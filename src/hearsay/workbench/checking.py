"""The findings of a large case, worked out beside the server: no page waits for them.

`python -m hearsay.workbench.checking CASE` writes the findings of a case to standard output, as JSON.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TypeAlias

import msgspec

from hearsay.case import Case
from hearsay.case.material import material
from hearsay.check import findings
from hearsay.model import Finding

# What findings depend on, in figures: another state of it is another value.
Mark: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The findings of a case that were worked out last, and whether they are of its present state.

    `turn` counts how often they were worked out, 0 while they never were; `failed` says that it did not work.
    """

    findings: tuple[Finding, ...]
    current: bool
    turn: int
    failed: bool = False


class Checker:
    """Works out the findings of one case in another process, once for each state of the case.

    Only one process runs at a time, and none is begun before somebody asks. To be used from one thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = Known((), False, 0)
        self._mark: Mark | None = None
        self._running: Mark | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._came: list[tuple[int, bytes]] = []

    def look(self, mark: Mark) -> Known:
        """What is known now; begins to work it out where that is of another state than this one."""
        if self._came:
            self._take(*self._came.pop())
        if self._mark != mark and self._running is None:
            self._begin(mark)
        failed = self._known.failed and self._mark == mark
        return replace(self._known, current=self._mark == mark and not failed, failed=failed)

    def close(self) -> None:
        """Stop working."""
        if self._process is not None:
            with suppress(OSError):
                self._process.terminate()
                self._process.wait(timeout=10)

    def _begin(self, mark: Mark) -> None:
        self._running = mark
        command = [sys.executable, "-m", "hearsay.workbench.checking", str(self._path)]
        self._process = subprocess.Popen(
            command,
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
        self._mark, self._running, self._process = self._running, None, None
        if code != 0:
            self._known = replace(self._known, failed=True)
            return
        found = msgspec.json.decode(written, type=tuple[Finding, ...])
        self._known = Known(found, True, self._known.turn + 1)


# Tables without a key of their own, or whose number alone tells.
_COUNTED = ("appearance", "copy", "credit", "roots", "time", "refusal", "recording", "transcript")


def mark_of(case: Case) -> Mark:
    """How many documents, attributions, conclusions, rulings and facts there are, and the latest of each.

    Rulings on findings, and remarks, change none of it: they are applied to what is found.
    """
    facts = tuple(
        case.rows("SELECT name, country, kind, owner, domains, aliases FROM outlet_fact ORDER BY 1")
    )
    keyed = ("document", "attribution", "statement", "response", "action", "office_term", "actor", "alias")
    latest = [case.row(f"SELECT count(*), max(key) FROM {table}") for table in keyed]
    counts = [case.row(f"SELECT count(*) FROM {table}") for table in _COUNTED]
    pending = case.row("SELECT sum(linked) FROM document")
    rulings = case.row(
        "SELECT count(*), max(r.key) FROM ruling r LEFT JOIN ruling u ON u.id = r.undoes "
        "JOIN ruling k ON k.key = ifnull(u.key, r.key) WHERE k.kind NOT IN ('pin', 'tag', 'note') "
        "AND NOT EXISTS (SELECT 1 FROM anchor n WHERE n.ruling = k.key AND n.about = 'finding')"
    )
    return (facts, *latest, *counts, pending, rulings)


def main() -> int:
    """Write the findings of the case that is named."""
    # Whoever reads goes first.
    with suppress(OSError, AttributeError):
        os.nice(10)
    with Case.open(Path(sys.argv[1])) as case, case.snapshot():
        sys.stdout.buffer.write(msgspec.json.encode(findings(material(case))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
