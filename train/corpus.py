"""Read articles with attributions marked in them, in the layout of PolNeAR and of the brat tool.

    FOLDER/text/NAME.txt
    FOLDER/attributions/NAME_ANNOTATOR.ann      or      FOLDER/attributions/NAME.ann

An annotation file has text-bound lines, `T1<TAB>Content 120 211;230 240<TAB>words`, of the types Source,
Cue and Content, and event lines, `E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1`, that join them.
Offsets are half-open code-point offsets. Where several people marked one article, the first by name is
taken. <https://brat.nlplab.org/standoff.html>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import SourceError

Span = tuple[int, int]
_ROLES = ("Content", "Cue", "Source")


@dataclass(frozen=True)
class Gold:
    """One attribution as a person marked it; each part in the order of the text, perhaps empty."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True)
class Article:
    """One article and the attributions marked in it."""

    name: str
    text: str
    gold: tuple[Gold, ...]


def read_corpus(folder: Path) -> Iterator[Article]:
    """The articles of `folder` by name; raises `SourceError` where a text or an offset is missing."""
    texts = {path.stem: path for path in sorted((folder / "text").glob("*.txt"))}
    if not texts:
        raise SourceError(
            "no articles to train on", where=str(folder), remedy="Expected text/*.txt and attributions/*.ann."
        )
    marked: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem if path.stem in texts else path.stem.rpartition("_")[0]
        if name not in texts:
            raise SourceError(
                "annotations without their article", where=str(path), remedy=f"Expected text/{name}.txt."
            )
        marked.setdefault(name, path)
    for name, path in marked.items():
        text = _read(texts[name])
        yield Article(name, text, tuple(_read_gold(path, len(text))))


def _read(path: Path) -> str:
    # newline="": a carriage return counts as a character in the offsets.
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _read_gold(path: Path, length: int) -> Iterator[Gold]:
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for number, line in enumerate(_read(path).split("\n"), 1):
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue  # a text column may hold a line break; its offsets are on the line before
        if fields[0].startswith("T"):
            spans[fields[0]] = _offsets(fields[1], length, f"{path}:{number}")
        elif fields[0].startswith("E"):
            events.append(fields[1])
    for event in events:
        parts: dict[str, list[Span]] = {role: [] for role in _ROLES}
        for argument in event.split():
            role, _, target = argument.partition(":")
            role = re.sub(r"\d+$", "", role)
            if role in parts and target in spans:
                parts[role].extend(spans[target])
        yield Gold(*(tuple(sorted(parts[role])) for role in _ROLES))


def _offsets(field: str, length: int, where: str) -> tuple[Span, ...]:
    try:
        _, _, numbers = field.partition(" ")
        found = tuple((int(a), int(b)) for a, b in (pair.split() for pair in numbers.split(";")))
    except ValueError as error:
        raise SourceError(
            f"not a brat annotation: {field!r}", where=where, remedy="Expected TYPE START END[;START END]."
        ) from error
    if any(not 0 <= a < b <= length for a, b in found):
        raise SourceError(
            f"offsets outside the article: {field!r}",
            where=where,
            remedy=f"The article has {length} characters; was it changed after it was marked?",
        )
    return found
