"""Places of a kept recording that are worth a listen."""

from __future__ import annotations

from hearsay.case.file import Case
from hearsay.case.recordings.recording import Recording, as_file
from hearsay.tape.listening import Listened, listen


def listen_to(case: Case, kept: Recording) -> Listened:
    """Look through a recording; nothing is kept of it, and the same recording gives the same places."""
    with as_file(case, kept) as path:
        return listen(path, kept.rate)
