"""Two wordings of a passage of a kept recording, weighed against its sound."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay.case.file import Case
from hearsay.case.recordings.recording import Recording, as_file
from hearsay.errors import HearsayError
from hearsay.tape.sound import Sound
from hearsay.tape.wording import RATE, Weighed, weigh


def weigh_wordings(
    case: Case,
    kept: Recording,
    start: float,
    stop: float,
    first: str,
    second: str,
    sounds: Mapping[str, str] | None = None,
) -> Weighed:
    """Weigh two wordings of all that is said between two seconds.

    Raises `HearsayError` for times that are not in it, and as `hearsay.tape.wording.weigh` does.
    """
    if not 0 <= start < stop or start >= kept.seconds:
        raise HearsayError(
            f"{start:g} to {stop:g} s is no stretch of it: it has {kept.seconds:.2f} s", where=kept.name
        )
    with as_file(case, kept) as path:
        sound = Sound(path, RATE, start, min(stop, kept.seconds)).whole()
    return weigh(sound, first, second, sounds)
