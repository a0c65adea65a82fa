"""*Recordings*: what the case keeps; one of them with its words, its quotations and its custody."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from starlette.requests import Request

from hearsay.case import Case
from hearsay.case.recordings import (
    Kept,
    Recording,
    as_file,
    events,
    head,
    observations,
    recording,
    recordings,
    transcripts,
)
from hearsay.case.recordings.aligning import DOUBTFUL
from hearsay.case.recordings.quotations import place_all, quotations
from hearsay.export.listening import MEANS_NOTHING, place_row, said_of
from hearsay.export.printed import Printed, printed
from hearsay.export.quotations import placed_row
from hearsay.export.recording_bars import rows as bar_rows
from hearsay.export.recordings import event_row, recording_row
from hearsay.tape.comparing import Tape
from hearsay.tape.listening import detectors, listen
from hearsay.tape.transcripts import Word
from hearsay.workbench.asked import page_number
from hearsay.workbench.checking import Known
from hearsay.workbench.decisions import remarks
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.sheet import Sheet
from hearsay.workbench.tape_chart import chart

# How wide the axis of a recording is, by its seconds: names of classes.
_SIZES = (("longest", 3600), ("long", 600))
# Lines of a transcript and groups of quotations on one page, and events of the log.
LINES, GROUPS, EVENTS = 100, 20, 40
# Printings that are named of one variant.
NAMED = 6


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a transcript: from when to when, who, what, and whether its place is doubtful."""

    start: float | None
    stop: float | None
    voice: str | None
    text: str
    doubtful: bool


def page(desk: Desk, request: Request) -> Sheet:
    """All recordings of the case."""
    case = desk.case
    found = desk.remembered("recordings", kept_recordings)
    rows = [recording_row(one, observations(case, one), list(transcripts(case, one))) for one in found]
    return Sheet("recordings.html", "Recordings", {"rows": rows}, rows)


def one(desk: Desk, request: Request) -> Sheet:
    """The recording that the address names: its transcript, and the case's quotations laid on it."""
    case = desk.case
    kept = recording(case, request.path_params["id"])
    texts = desk.remembered(f"transcripts {kept.id}", lambda case: list(transcripts(case, kept)))
    asked = request.query_params.get("transcript")
    text = next((one for one in texts if one.id == asked), texts[-1] if texts else None)
    statement = request.query_params.get("statement") or None
    known = _groups(desk, kept, text, statement) if text else Known[Printed]((), True, 1)
    groups = known.value
    seen = observations(case, kept)
    happened = list(events(case, kept.sha256))
    lines = _lines(text.transcript.words) if text else []
    place = paging(len(lines), page_number(request.query_params), LINES)
    printed_place = paging(len(groups), page_number(request.query_params, "quotations"), GROUPS)
    shown = groups[printed_place.first : printed_place.last]
    words = text.transcript.words if text else ()
    bars = desk.remembered(
        f"axis {kept.id} {text and text.id} {statement} {known.turn} {known.waits} {len(happened)}",
        lambda _: bar_rows(
            words,
            [placed for group in groups for placed in group.placed],
            [event for _, event in happened],
        ),
    )
    return Sheet(
        "recording.html",
        kept.name,
        {
            "kept": kept,
            "texts": texts,
            "text": text,
            "lines": lines[place.first : place.last],
            "place": place,
            "groups": shown,
            "group_total": len(groups),
            "printed_place": printed_place,
            "waits": known.waits,
            "statement": statement,
            "observations": [(one.words(), one.tool) for one in seen],
            "events": [event_row(n, event) for n, event in happened][-EVENTS:],
            "event_total": len(happened),
            "head": head(case),
            "marks": remarks(desk, "recording", kept.id),
            "size": _size(kept),
            "chart": chart(bars, kept.seconds, frozenset(group.of for group in shown)),
            "values": {"transcript": asked, "statement": statement, **_pages(request)},
        },
        [
            placed_row(placed)
            for group in shown
            for variant in group.variants
            for placed in variant.placed[:NAMED]
        ],
        {
            "recording": recording_row(kept, seen, texts),
            "transcript": text.id if text else None,
            "waits": known.waits or None,
            "said": [
                {"from": line.start, "to": line.stop, "voice": line.voice, "text": line.text}
                for line in lines[place.first : place.last]
            ],
            "custody": [event_row(n, event) for n, event in happened],
            "head": {"size": head(case).size, "root": head(case).root, "last": head(case).last},
        },
    )


async def worth(desk: Desk, request: Request) -> Sheet:
    """Places of the recording that are worth a listen: looked for when somebody opens this page."""
    kept = recording(desk.case, request.path_params["id"])
    heard = desk.heard.get(kept.id)
    if heard is None:
        with as_file(desk.case, kept) as path:
            heard = desk.heard[kept.id] = await asyncio.to_thread(listen, path, kept.rate)
    reasons = dict(heard.without)
    rows = [place_row(place) for place in heard.places]
    return Sheet(
        "listen.html",
        f"Worth a listen: {kept.name}",
        {
            "kept": kept,
            "found": [
                (
                    detector,
                    reasons.get(kind),
                    [(place, said_of(place)) for place in heard.places if place.kind == kind],
                )
                for kind, detector in detectors().items()
            ],
            "means_nothing": MEANS_NOTHING,
            "size": _size(kept),
            "chart": chart(bar_rows((), (), (), heard.places), kept.seconds, frozenset()),
        },
        rows,
        {"recording": kept.id, "not_looked_for": [{"kind": kind, "why": why} for kind, why in heard.without]},
    )


def on_tape(desk: Desk, statement: str) -> list[tuple[Recording, Printed]]:
    """Where a statement stands on the recordings of the case."""
    tapes = desk.remembered("tapes", _tapes)
    return desk.remembered(f"on tape {statement}", lambda case: _on_tapes(case, tapes, statement))


def _on_tapes(
    case: Case, tapes: Sequence[tuple[Recording, Tape]], statement: str
) -> list[tuple[Recording, Printed]]:
    if not tapes:
        return []
    quoted = list(quotations(case, statement=statement))
    laid = [(kept, place_all(quoted, tape, picked=False)) for kept, tape in tapes]
    return [(kept, printed(placed)[0]) for kept, placed in laid if placed]


def kept_recordings(case: Case) -> list[Recording]:
    """All recordings of a case."""
    return list(recordings(case))


def _tapes(case: Case) -> list[tuple[Recording, Tape]]:
    """The recordings that have a transcript, with the newest of each."""
    read = [(kept, list(transcripts(case, kept))) for kept in recordings(case)]
    return [(kept, Tape(texts[-1].transcript)) for kept, texts in read if texts]


def printed_from(desk: Desk, kept: Recording, text: Kept) -> Known[Printed]:
    """What the documents of the case print from a recording; of a large case it is worked out beside us."""
    return desk.worked_out(Printed, "printed", kept.id, text.id, words=len(text.transcript.words))


def _groups(desk: Desk, kept: Recording, text: Kept, statement: str | None) -> Known[Printed]:
    if statement is None:
        return printed_from(desk, kept, text)

    def lay(case: Case) -> tuple[Printed, ...]:
        quoted = list(quotations(case, statement=statement))
        return printed(place_all(quoted, Tape(text.transcript), picked=True))

    return Known(desk.remembered(f"placed {text.id} {statement}", lay), True, 1)


def _pages(request: Request) -> dict[str, int]:
    """On which page of its two lists the reader is, where that is not the first."""
    numbers = {name: page_number(request.query_params, name) for name in ("page", "quotations")}
    return {name: number for name, number in numbers.items() if number > 1}


def _size(kept: Recording) -> str:
    return next((name for name, least in _SIZES if kept.seconds >= least), "")


def _lines(words: Sequence[Word]) -> list[Said]:
    found = []
    for _, line in groupby(words, key=lambda word: word.line):
        said = list(line)
        starts = [word.start for word in said if word.start is not None]
        stops = [word.stop for word in said if word.stop is not None]
        found.append(
            Said(
                min(starts, default=None),
                max(stops, default=None),
                said[0].voice,
                " ".join(word.text for word in said),
                any(word.probability == DOUBTFUL for word in said),
            )
        )
    return found
