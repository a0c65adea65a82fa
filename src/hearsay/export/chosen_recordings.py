"""Recordings that are handed on: what stands for the file and its custody, and what is printed from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hearsay.case import Case, documents
from hearsay.case.recordings import Recording, events, head, recording, recordings, transcripts
from hearsay.case.recordings.quotations import Placed, place_all, quotations
from hearsay.case.rulings import rulings
from hearsay.export.chosen import Signed, is_open, signed
from hearsay.export.papers import Paper, paper
from hearsay.export.printed import Printed, printed
from hearsay.export.quotations import difference_text
from hearsay.export.redaction import Censor, Redaction
from hearsay.model import Document, Span
from hearsay.tape.comparing import How, Tape
from hearsay.tape.custody import stamp_text

# What is printed from a recording (id), as `chosen_recordings` wants it.
LaidOn = Callable[[Recording], Sequence[Printed]]
# Attributions that one query asks for.
_TOGETHER = 400


@dataclass(frozen=True, slots=True)
class OnTape:
    """One printing of words that are, or should be, on the recording: where, and how it stands there.

    `difference` is empty where it is verbatim, not on the recording, or stays at the desk.
    """

    speaker: str | None
    how: tuple[How, ...]
    start: float | None
    stop: float | None
    difference: str
    paper: Paper
    words: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ChosenRecording:
    """One recording that is handed on.

    `received` is when it was taken in (ISO, UTC); `size`, `root` and `last` are the head of the log of
    custody, which itself stays at the desk: it names who brought what. `transcript` and its hash are what the
    printings were laid on. `left_out` counts the printings that are not handed on.
    """

    id: str
    name: str
    sha256: str
    bytes: int
    seconds: float
    container: str
    codec: str
    received: str | None
    size: int
    root: str
    last: str
    transcript: str | None
    transcript_sha256: str | None
    places: tuple[OnTape, ...]
    left_out: int
    signed: tuple[Signed, ...] = ()


def chosen_recordings(
    case: Case,
    ids: Iterable[str],
    redaction: Redaction | None = None,
    laid: LaidOn | None = None,
) -> tuple[ChosenRecording, ...]:
    """The recordings with these ids, in this order, less what must not leave the desk.

    `laid` tells what is printed from each where that is known already: to find it takes minutes in a large
    case. Raises `NotFoundError` for an id that no recording has.
    """
    listed = list(ids)
    if not listed:
        return ()
    with case.snapshot():
        censor = Censor(case, redaction or Redaction())
        known = {one.id: one for one in recordings(case)}
        kept = [known[id_] if id_ in known else recording(case, id_) for id_ in listed]
        open_ = [one for one in kept if not censor.rule.documents & {one.id, one.name, one.sha256}]
        return tuple(_chosen(case, one, censor, laid or (lambda of: laid_on(case, of))) for one in open_)


def pinned_recordings(case: Case) -> list[str]:
    """The recordings (ids) that somebody pinned, the first pinned first."""
    found: dict[str, None] = {}
    for row in reversed(rulings(case)):
        if row.ruling.kind == "pin" and row.undone is None and row.ruling.anchors[0].about == "recording":
            for (id_,) in case.rows("SELECT id FROM recording WHERE key = ?", row.found):
                found[id_] = None
    return list(found)


def laid_on(case: Case, kept: Recording) -> tuple[Printed, ...]:
    """What the documents of the case print from a recording, by its newest transcript."""
    texts = list(transcripts(case, kept))
    if not texts:
        return ()
    return printed(place_all(list(quotations(case)), Tape(texts[-1].transcript), picked=False))


def _chosen(case: Case, kept: Recording, censor: Censor, laid: LaidOn) -> ChosenRecording:
    groups = laid(kept)
    total = sum(group.places for group in groups)
    open_ = [
        placed
        for group in groups
        for placed in group.placed
        if not censor.closes(placed.quoted.document, placed.quoted.outlet)
        and not censor.rule.hides(placed.quoted.speaker)
    ]
    papers = {one.id: one for one in documents(case, {placed.quoted.document for placed in open_})}
    spans = _contents(case, [one.quoted.attribution for one in open_])
    places = [
        _place(one, papers[one.quoted.document], spans[one.quoted.attribution], censor) for one in open_
    ]
    if censor.rule.names:
        places = [one for one in places if censor.leaves(one.words)]
    texts = list(transcripts(case, kept))
    state = head(case)
    received = [event.at for _, event in events(case, kept.sha256) if event.what == "received"]
    ruled = sorted(
        rulings(case, about=("recording", [kept.key])), key=lambda row: (row.ruling.at, row.ruling.id)
    )
    return ChosenRecording(
        kept.id,
        censor.clean(kept.name),
        kept.sha256,
        kept.size,
        kept.seconds,
        kept.container,
        kept.codec,
        stamp_text(received[0]) if received else None,
        state.size,
        state.root,
        state.last,
        censor.clean(texts[-1].name) if texts else None,
        texts[-1].sha256 if texts else None,
        tuple(places),
        total - len(places),
        tuple(signed(row, censor) for row in ruled if is_open(row, censor)),
    )


def _contents(case: Case, ids: Sequence[str]) -> dict[str, tuple[Span, ...]]:
    """The spans of what these attributions (ids) credit to somebody."""
    found: dict[str, tuple[Span, ...]] = {}
    for start in range(0, len(ids), _TOGETHER):
        part = ids[start : start + _TOGETHER]
        for id_, low, high in case.rows(
            "SELECT a.id, s.start, s.stop FROM attribution a JOIN span s ON s.attribution = a.key "
            f"AND s.part = 'content' WHERE a.id IN ({','.join('?' * len(part))}) ORDER BY a.id, s.start",
            part,
        ):
            found[id_] = (*found.get(id_, ()), (low, high))
    return found


def _place(placed: Placed, document: Document, spans: tuple[Span, ...], censor: Censor) -> OnTape:
    quoted, laid = placed.quoted, placed.laid
    # What the recording has beyond the print can be a hidden person's.
    told = laid.how != ("verbatim",) and not censor.rule.names
    return OnTape(
        quoted.speaker,
        laid.how,
        laid.start,
        laid.stop,
        difference_text(laid.differences) if told else "",
        paper(document, censor),
        " … ".join(censor.stretch(document.id, document.text, *span) for span in spans),
        spans,
    )
