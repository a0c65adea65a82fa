"""A case of a size that nobody would read by hand, made without the hours that reading it would take."""

from __future__ import annotations

import random
import tempfile
import wave
from pathlib import Path

from hearsay.case import Case
from hearsay.case.grouping import group_pending
from hearsay.case.quotations import digest_of
from hearsay.case.recordings import add_transcript, take
from hearsay.case.write import now
from hearsay.model import attribution_id, content_id, statement_id

DOCUMENTS, EACH, OUTLETS, SPEAKERS = 20_000, 20, 200, 2_000
# Statements that several documents carry; every other attribution is of one of these.
SHARED = 4_000
# The recording: its seconds, samples a second, and how many lines are said on it.
SECONDS, RATE, LINES = 600, 8_000, 200
VOCABULARY = (
    "the harbour council ship strait premier will not close before spring because nobody asked them "
    "whether donors heard what he told about telephone calls and grain prices while ministers deny "
    "that any order was given to move one third of our squadron toward northern islands without "
    "consent from parliament"
)
WORDS = VOCABULARY.split()


def make(path: Path, documents: int) -> None:
    """Write a case as `add` would leave it, without the hours that reading a million sentences takes."""
    chance = random.Random(7)

    def sentence(length: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(length))

    shared = [(sentence(chance.randint(8, 30)), chance.randrange(SPEAKERS)) for _ in range(SHARED)]
    weights = [1 / (place + 1) ** 0.7 for place in range(SHARED)]
    # The places of each block: day, ids of document and attribution, keys of attribution, document, outlet.
    appearances: dict[int, list[tuple[str, str, str, int, int, int]]] = {}
    quotations: dict[str, int] = {}
    with Case.create(path) as case:
        with case.transaction():
            case.write_all(
                "INSERT INTO outlet VALUES (?, ?)", ((n + 1, f"Outlet {n}") for n in range(OUTLETS))
            )
            names = [f"{chr(65 + n % 26)}{sentence(1)} {sentence(1).title()}{n}" for n in range(SPEAKERS)]
            case.write_all(
                "INSERT INTO speaker VALUES (?, ?)", ((n + 1, name) for n, name in enumerate(names))
            )
            statement = attribution = 0
            for document in range(1, documents + 1):
                outlet = chance.randrange(OUTLETS) + 1
                day = f"2031-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
                said = [
                    (*shared[place], place + 1)
                    for place in chance.choices(range(SHARED), weights, k=EACH // 2)
                ]
                said += [
                    (sentence(chance.randint(6, 25)), chance.randrange(SPEAKERS), 0) for _ in range(EACH // 2)
                ]
                text, spans = "", []
                for words, speaker, _ in said:
                    source, cue = names[speaker], "said"
                    start = len(text)
                    text += f"{source} {cue} “{words}” on that day. {sentence(20)}.\n\n"
                    spans.append((start, len(source), start + len(source) + 1, start + len(source) + 6))
                id_ = content_id("bench", str(document))
                case.write("INSERT INTO page VALUES (?)", (document,))
                case.write(
                    "INSERT INTO original VALUES (?, ?, 1, 'none', x'00')", (document, f"{document:064x}")
                )
                case.write(
                    "INSERT INTO document (key, id, page, original, name, title, outlet, authors, language, "
                    "published, published_precision, published_origin, published_from, published_until, "
                    "text, "
                    "reading, linked) VALUES (?, ?, ?, ?, ?, ?, ?, '[]', 'en', ?, 'day', 'meta', ?, ?, ?, "
                    "'', 1)",
                    (
                        document,
                        id_,
                        document,
                        document,
                        f"doc-{document}",
                        sentence(9),
                        outlet,
                        day,
                        day,
                        day,
                        text,
                    ),
                )
                case.write(
                    "INSERT INTO sighting VALUES (?, ?, ?, NULL, ?, 1)",
                    (document, f"x:{document}", document, now()),
                )
                case.write(
                    "INSERT INTO sighted VALUES (?, ?, ?, NULL)", (document, document, f"doc-{document}")
                )
                for (words, speaker, group), (start, length, cue, content) in zip(said, spans, strict=True):
                    attribution += 1
                    stop = content + len(words)
                    if words not in quotations:
                        quotations[words] = len(quotations) + 1
                        case.write(
                            "INSERT INTO quotation VALUES (?, ?, ?)",
                            (quotations[words], digest_of(words), words),
                        )
                    parts = (((content, stop),), ((cue, cue + 4),), ((start, start + length),))
                    own = attribution_id(id_, *parts)
                    if not group:
                        statement += 1
                    block = group or SHARED + statement
                    if block not in appearances:
                        case.write("INSERT INTO block VALUES (?, 0, 0)", (block,))
                    case.write(
                        "INSERT INTO attribution (key, id, document, kind, mode, quotation, speaker, block) "
                        "VALUES (?, ?, ?, ?, 'speech', ?, ?, ?)",
                        (
                            attribution,
                            own,
                            document,
                            chance.choice(("direct", "mixed", "indirect")),
                            quotations[words],
                            speaker + 1,
                            block,
                        ),
                    )
                    for part, ((low, high),) in zip(("content", "cue", "source"), parts, strict=True):
                        case.write("INSERT INTO span VALUES (?, ?, ?, ?)", (attribution, part, low, high))
                    appearances.setdefault(block, []).append((day, id_, own, attribution, document, outlet))
            for block, found in appearances.items():
                found.sort()
                _, _, first_id, first, _, _ = found[0]
                case.write("UPDATE block SET size = ? WHERE key = ?", (len(found), block))
                case.write(
                    "INSERT INTO statement SELECT ?, ?, ?, speaker, quotation, key, ?, ?, ? FROM attribution "
                    "WHERE key = ?",
                    (
                        block,
                        statement_id(first_id),
                        block,
                        len({outlet for *_, outlet in found}),
                        len({document for *_, document, _ in found}),
                        len(found),
                        first,
                    ),
                )
                case.write_all(
                    "INSERT INTO appearance VALUES (?, ?, ?)",
                    ((key, block, place) for place, (_, _, _, key, _, _) in enumerate(found)),
                )
        group_pending(case)


def record(path: Path) -> None:
    """Take a recording with a transcript into the case: some of its lines are what documents quote."""
    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as folder, Case.open(path, write=True) as case:
        sound = Path(folder) / "meeting.wav"
        with wave.open(str(sound), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(chance.randbytes(2 * RATE * SECONDS))
        quoted = [
            words
            for (words,) in case.rows(
                "SELECT q.words FROM statement s JOIN quotation q ON q.key = s.wording "
                "ORDER BY s.outlets DESC, s.id LIMIT ?",
                (LINES // 2,),
            )
        ]
        lines = [line for words in quoted for line in (words, " ".join(chance.choices(WORDS, k=12)))]
        length = SECONDS / len(lines)
        cues = (
            f"{_clock(place * length)} --> {_clock((place + 1) * length)}\n{line}\n"
            for place, line in enumerate(lines)
        )
        text = Path(folder) / "meeting.vtt"
        text.write_text("\n".join(("WEBVTT\n", *cues)), "utf-8")
        kept, _ = take(case, sound, by="bench", received_from="nobody")
        add_transcript(case, kept, text, by="bench")


def _clock(seconds: float) -> str:
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"
