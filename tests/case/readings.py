"""Readings written out by hand, for tests of the case that need no other stage."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from hearsay.collect.item import Item, Media
from hearsay.extract.stream import Reading
from hearsay.model import (
    Attribution,
    Document,
    Extraction,
    Moment,
    Precision,
    Refusal,
    Span,
    attribution_id,
    document_id,
)

BOMB = "if you go into Karvia, I am going to bomb the living daylights out of your capital city"


def day(value: str, zone: str | None = None) -> Moment:
    """A day as a page states it."""
    return Moment(value, Precision.DAY, zone, "meta date")


def reading(
    name: str,
    text: str,
    *quotes: tuple[str, str | None],
    location: str | None = None,
    url: str | None = None,
    part: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: Moment | None = None,
    modified: Moment | None = None,
    retrieved: str | None = None,
    content: bytes | None = None,
    refusals: tuple[Refusal, ...] = (),
) -> Reading:
    """One document; each of `quotes` is words that stand in `text`, and their speaker."""
    content = f"{name}|{url}|{text}".encode() if content is None else content
    sha256 = hashlib.sha256(content).hexdigest()
    id_ = document_id(url=url, name=name, part=part, sha256=sha256)
    document = Document(
        id_, name, sha256, text, part, url, title, outlet, published=published, modified=modified
    )
    found = []
    for words, speaker in quotes:
        start = text.index(words)
        content_spans: tuple[Span, ...] = ((start, start + len(words)),)
        found.append(
            Attribution(
                attribution_id(id_, content_spans, (), ()),
                id_,
                "direct",
                "speech",
                content_spans,
                speaker=speaker,
            )
        )
    location = location or f"file:///coverage/{name}.html"
    item = Item(content, Media.PAGE, location, name, url, retrieved=retrieved)
    return Reading(item, ((document, Extraction(id_, tuple(found))),), refusals)


def story() -> list[Reading]:
    """One statement in three papers, an answer, a page in two versions."""
    return [
        reading(
            "kestrel",
            f"“{BOMB},” he said he had told the premier.",
            (BOMB, "Edmund Harrow"),
            url="https://kestrel.example/tape",
            outlet="Kestrel News",
            published=day("2031-03-04"),
            title="Harrow on tape",
        ),
        reading(
            "tribune",
            f"Harrow told donors: “{BOMB}”, according to a recording.",
            (BOMB, "Harrow"),
            outlet="The Tribune",
            published=day("2031-03-05"),
        ),
        reading(
            "undated",
            f"It was reported that Harrow said “{BOMB}.”",
            (BOMB, "Harrow"),
        ),
        reading(
            "denial",
            "Spokeswoman Ilse Brandt denied it: “There was no call on that day.” Nobody asked more.",
            ("There was no call on that day.", "Ilse Brandt"),
            url="https://courier.example/denial",
            outlet="Courier",
            published=day("2031-03-06"),
        ),
        reading(
            "denial",
            "Spokeswoman Ilse Brandt denied it: “There was no call on that day.” This article was corrected.",
            ("There was no call on that day.", "Ilse Brandt"),
            url="https://courier.example/denial",
            outlet="Courier",
            published=day("2031-03-06"),
            modified=day("2031-03-07"),
        ),
    ]


def pages(folder: Path, count: int) -> list[Path]:
    """Write `count` small articles that quote one another's speakers; every third repeats a quotation."""
    folder.mkdir(parents=True, exist_ok=True)
    return list(_pages(folder, count))


def _pages(folder: Path, count: int) -> Iterator[Path]:
    nouns = ("harbour", "railway", "airport", "hospital", "reservoir", "museum", "stadium")
    for number in range(count):
        noun, other = nouns[number % 7], nouns[number % 5]
        text = (
            f"Council leader Anna Nordin said on Tuesday the {noun} of district {number // 3} "
            "would be rebuilt.\n\n"
            f"“We have waited {number // 3} years for this {noun}, and nobody in the ministry ever came "
            f"to look at the {other},” Nordin told reporters.\n\n"
            f"A spokesman for the ministry, Karl Ostrow, said that plan {number} had not been received.\n"
        )
        path = folder / f"article-{number:03}.txt"
        path.write_text(text, encoding="utf-8")
        yield path
