"""The answer key: what the marks of the articles say, joined with what `key.json` says about the story."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

from making.articles import Article, Mark, kind_of


def answer_key(
    articles: list[tuple[Article, str, str]], story: dict[str, Any], outlets: Path
) -> dict[str, Any]:
    """`articles` with the name and the path under which each can be found."""
    with outlets.open(encoding="utf-8", newline="") as lines:
        countries = {row["name"]: row["country"] for row in csv.DictReader(lines)}
    names = {article.stem: name for article, name, _ in articles}
    documents = [
        _document(article, name, place, countries[article.head["outlet"]])
        for article, name, place in articles
    ]
    attributions = [
        entry for article, name, _ in articles for entry in _attributions(article, name, story["statements"])
    ]
    return {
        "about": story["about"],
        "actors": story["actors"],
        "documents": documents,
        "attributions": attributions,
        "statements": _statements(attributions, story["statements"]),
        **{
            part: _resolved(story[part], names)
            for part in story
            if part not in ("about", "actors", "statements")
        },
    }


def _document(article: Article, name: str, place: str, country: str) -> dict[str, Any]:
    head = article.head
    return {
        "name": name,
        "path": place,
        "format": head["format"].split()[0],
        "title": head["title"],
        "outlet": head["outlet"],
        "country": country,
        "language": head.get("language", "en"),
        "authors": head["authors"].split("; ") if "authors" in head else [],
        "url": head.get("url"),
        "published": moment(head.get("published")),
        "modified": moment(head.get("modified")),
    }


def moment(text: str | None) -> dict[str, str | None] | None:
    """Value and zone of an ISO time, apart."""
    if text is None:
        return None
    if text.endswith("Z"):
        return {"value": text[:-1], "zone": "Z"}
    if "T" in text and text[-6] in "+-":
        return {"value": text[:-6], "zone": text[-6:]}
    return {"value": text, "zone": None}


def _attributions(article: Article, name: str, statements: dict[str, Any]) -> list[dict[str, Any]]:
    groups: dict[tuple[str, str], list[Mark]] = {}
    for number, mark in enumerate(article.marks):
        groups.setdefault((mark.statement, mark.part or f"#{number}"), []).append(mark)
    seen: Counter[str] = Counter()
    ids: dict[int, str] = {}
    for (statement, _), marks in groups.items():
        seen[statement] += 1
        number = f":{seen[statement]}" if seen[statement] > 1 else ""
        ids.update((id(mark), f"{name}:{statement}{number}") for mark in marks)
    entries = []
    for (statement, _), marks in groups.items():
        texts = [article.plain[mark.start : mark.end] for mark in marks]
        outer = [
            mark
            for mark in article.marks
            if mark.start <= marks[0].start and marks[0].end <= mark.end and mark not in marks
        ]
        parent = min(outer, key=lambda mark: mark.end - mark.start) if outer else None
        entry: dict[str, Any] = {
            "id": ids[id(marks[0])],
            "document": name,
            "text": texts,
            "kind": marks[0].kind or kind_of(texts[0] if len(texts) == 1 else texts[0] + texts[-1]),
            "speaker": marks[0].speaker or statements[statement].get("speaker"),
            "statement": statement,
        }
        occurrences = [
            article.plain.count(text, 0, mark.start) + 1 for text, mark in zip(texts, marks, strict=True)
        ]
        if any(number > 1 for number in occurrences):
            entry["occurrence"] = occurrences
        if entry["speaker"] is None:
            entry["source"] = statements[statement]["source"]
        if parent is not None:
            entry["parent"] = ids[id(parent)]
        entries.append(entry)
    return entries


def _statements(attributions: list[dict[str, Any]], statements: dict[str, Any]) -> list[dict[str, Any]]:
    """One entry a statement; the wording is stated, or else that of its longest appearance."""
    appearances: dict[str, list[dict[str, Any]]] = {}
    for entry in attributions:
        appearances.setdefault(entry["statement"], []).append(entry)
    if unknown := set(appearances) ^ set(statements):
        raise ValueError(f"marked but not described, or the other way round: {sorted(unknown)}")
    entries = []
    for name, own in statements.items():
        longest = max((" … ".join(entry["text"]) for entry in appearances[name]), key=len)
        entry = {"id": name, "wording": longest, **own}
        entries.append(entry | {"appearances": [appearance["id"] for appearance in appearances[name]]})
    return entries


def _resolved(part: Any, names: dict[str, str]) -> Any:
    """`part` with the stems of articles replaced by the names of their documents."""
    if isinstance(part, dict):
        return {names.get(field, field): _resolved(value, names) for field, value in part.items()}
    if isinstance(part, list):
        return [_resolved(value, names) for value in part]
    if isinstance(part, str):
        stem, colon, rest = part.partition(":")
        return names[stem] + colon + rest if stem in names else part
    return part
