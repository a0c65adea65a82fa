"""The published quotations of a case, laid on what a recording says."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.lexicon import load_words
from hearsay.link.levelling import levelled
from hearsay.model import Moment
from hearsay.tape.comparing import Laid, Tape, lay

# A quotation that nobody picked counts as taken from the recording from this many bits on: the chance that a
# tape of an hour has as rare a run of words otherwise is about one in a thousand. Where it has fewer of its
# words in common than `ALIKE`, it must tell more, and below `LEAST_ALIKE` it never counts: other people talk
# of the same things in other words.
CERTAIN, ALIKE = 25.0, 0.6
CERTAIN_ANYWAY, LEAST_ALIKE = 45.0, 0.4
# Quotations whose texts are read at a time.
_BATCH = 400


@dataclass(frozen=True, slots=True)
class Quoted:
    """One printed quotation: its stretches of print, in which document, credited to whom.

    `attribution`, `statement` and `document` are ids; `near` tells that the paragraph names a recording.
    """

    attribution: str
    statement: str | None
    document: str
    name: str
    outlet: str | None
    published: Moment | None
    speaker: str | None
    kind: str
    parts: tuple[str, ...]
    near: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A printed quotation, and how it stands on the recording."""

    quoted: Quoted
    laid: Laid


# So written, only what the statement has is looked at.
_OF_STATEMENT = (
    "a.key IN (SELECT i.attribution FROM statement k JOIN appearance i ON i.statement = k.key WHERE k.id = ?)"
)


def quotations(
    case: Case, *, statement: str | None = None, speaker: str | None = None, document: str | None = None
) -> Iterator[Quoted]:
    """The direct and mixed quotations of the case, by document and place.

    Only those of one statement (id), speaker or document (id or name), where one is named.
    """
    named = {_OF_STATEMENT: statement, "s.name = ?": speaker, "? IN (d.id, d.name)": document}
    wanted = {condition: value for condition, value in named.items() if value is not None}
    rows = case.rows(
        "SELECT d.key, a.id, t.id, d.id, d.name, o.name, d.published, d.published_precision, "
        "d.published_zone, d.published_origin, s.name, a.kind, "
        "(SELECT json_group_array(json_array(start, stop)) FROM (SELECT start, stop FROM span "
        "WHERE attribution = a.key AND part = 'content' ORDER BY start)) "
        "FROM attribution a JOIN document d ON d.key = a.document "
        "LEFT JOIN outlet o ON o.key = d.outlet LEFT JOIN speaker s ON s.key = a.speaker "
        "LEFT JOIN appearance e ON e.attribution = a.key LEFT JOIN statement t ON t.key = e.statement "
        f"WHERE {' AND '.join(('a.kind IN (?, ?)', 'a.mode = ?', *wanted))} "
        "ORDER BY d.name, d.id, (SELECT min(start) FROM span WHERE attribution = a.key), a.id",
        ("direct", "mixed", "speech", *wanted.values()),
    )
    while batch := list(islice(rows, _BATCH)):
        # A text in every row would be sorted with it, as often as it is quoted from.
        papers = sorted({row[0] for row in batch})
        texts: dict[int, str] = dict(
            case.rows(f"SELECT key, text FROM document WHERE key IN ({','.join('?' * len(papers))})", papers)
        )
        for paper, id_, of, doc, name, outlet, *dated, who, kind, written in batch:
            text, spans = texts[paper], json.loads(written)
            parts = tuple(text[start:stop] for start, stop in spans)
            near = any(_names_recording(text, start) for start, _ in spans[:1])
            yield Quoted(id_, of, doc, name, outlet, moment(*dated), who, kind, parts, near)


def place_all(quoted: Sequence[Quoted], tape: Tape, *, picked: bool) -> list[Placed]:
    """Lay quotations on a tape; those that nobody `picked` only where they are from it, or say so.

    Without a pick, what stands on the tape for certain is given; of the rest only what stands in a paragraph
    that names a recording, and is credited to somebody who is quoted from this one.
    """
    # Many papers print the same words; and of a large case all that is not from the tape is not kept at hand.
    wanted: dict[tuple[tuple[str, ...], bool], bool] = {}
    for one in quoted:
        words = one.parts, one.kind == "mixed"
        wanted[words] = wanted.get(words, picked) or one.near
    laid = {}
    for (parts, mixed), kept in wanted.items():
        found = lay(parts, tape, quoted_only=mixed)
        if kept or _is_from_it(found):
            laid[parts, mixed] = found
    everything = [
        Placed(one, laid[words]) for one in quoted if (words := (one.parts, one.kind == "mixed")) in laid
    ]
    if picked:
        return everything
    certain = [one for one in everything if _is_from_it(one.laid)]
    heard = {one.quoted.speaker for one in certain if one.quoted.speaker is not None}
    return [
        one
        for one in everything
        if _is_from_it(one.laid) or (one.quoted.near and one.quoted.speaker in heard)
    ]


def _is_from_it(laid: Laid) -> bool:
    return laid.closeness >= LEAST_ALIKE and laid.told >= (
        CERTAIN if laid.closeness >= ALIKE else CERTAIN_ANYWAY
    )


def _names_recording(text: str, start: int) -> bool:
    """Whether the paragraph around a place names a recording."""
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    paragraph = text[begin : end if end >= 0 else len(text)]
    words = load_words("recording_words")
    # Where the letters do not stand, the words do not: most paragraphs need not be taken apart.
    bare = paragraph.replace("[", "").replace("]", "").casefold()
    if not bare.isascii():
        # The words are of plain letters; what goes with the accents can only let one paragraph too many by.
        bare = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode("ascii")
    return any(word in bare for word in words) and not words.isdisjoint(levelled(paragraph))
