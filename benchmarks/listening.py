"""Places worth a listen: how many edits each detector finds, and how many of its places are none.

    python -m benchmarks.listening [--tapes N] [--seed N] [--real FOLDER]

makes N tapes of 90 seconds with four known edits each, and a third as many without; with --real, makes the
same edits in the recordings of a folder, which are taken as they are for those without. A place is right
that lies within a second of a changed stretch, and an edit found by such a place. The detectors were tuned on
seed 1.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.tapes.asking import asked, real
from benchmarks.tapes.finding import near
from benchmarks.tapes.making import EDITS, Tape, edited, made
from hearsay.tape.listening import KINDS, Place, listen
from hearsay.tape.media import inspect
from hearsay.tape.sound import Sound


def main() -> int:
    """Print the tables."""
    chosen = asked(__doc__, 60)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print(f"made tapes, seed {chosen.seed}")
        _report(
            (made(n, chosen.seed, place) for n in range(chosen.tapes)),
            (made(n, chosen.seed + 1000, place, ()) for n in range(chosen.tapes // 3)),
        )
        if chosen.real:
            print(f"\nreal recordings, {len(chosen.real)} files, edited")
            _report(_edited_real(chosen.real, chosen.seed, place), (Tape(path, ()) for path in chosen.real))
    return 0


def _edited_real(files: Sequence[Path], seed: int, folder: Path) -> Iterator[Tape]:
    for number, path in enumerate(files):
        for again in range(3):
            chance = np.random.default_rng([seed, number, again])
            sound, where = real(path)
            other = Sound(files[number - 1 - again], where.rate).whole().astype(np.float64)
            yield edited(sound, where, folder / f"{path.stem}-{again}", EDITS, chance, other)


def _report(with_edits: Iterator[Tape], without: Iterator[Tape]) -> None:
    made_edits: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for tape in with_edits:
        places = _places(tape)
        for edit in tape.edits:
            made_edits[edit.kind] += 1
            for kind in {place.kind for place in places if near(place, edit)}:
                found[edit.kind, kind] += 1
            found[edit.kind, "any"] += any(near(place, edit) for place in places)
        for place in places:
            is_right = any(near(place, edit) for edit in tape.edits)
            (right if is_right else wrong)[place.kind] += 1
    alarms: Counter[str] = Counter()
    seconds = 0.0
    for tape in without:
        alarms.update(place.kind for place in _places(tape))
        seconds += len(Sound(tape.path, 8000).whole()) / 8000
    print(f"{'edit':12}{'made':>6}" + "".join(f"{kind:>10}" for kind in (*KINDS, "any")))
    for kind in EDITS:
        cells = "".join(f"{found[kind, by] or '-':>10}" for by in (*KINDS, "any"))
        print(f"{kind:12}{made_edits[kind]:6}{cells}")
    print(f"{'places':18}" + "".join(f"{right[kind] + wrong[kind]:>10}" for kind in KINDS))
    print(
        f"{'of them right':18}"
        + "".join(f"{right[kind] / max(1, right[kind] + wrong[kind]):>10.0%}" for kind in KINDS)
    )
    print(f"{f'in {seconds / 60:.0f} min unedited':18}" + "".join(f"{alarms[kind]:>10}" for kind in KINDS))


def _places(tape: Tape) -> tuple[Place, ...]:
    return listen(tape.path, inspect(tape.path).rate).places


if __name__ == "__main__":
    sys.exit(main())
