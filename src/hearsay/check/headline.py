"""Words between quotation marks in a title that no body of the case has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hearsay.check.material import Material, Paper
from hearsay.extract.marks.quotes import find_quotations
from hearsay.lexicon import load_table, load_words
from hearsay.model import Finding, Place, Verdict, finding_id

# Fewer words between marks are a name, a title or a scare quote.
_WORDS = 4
# The share of a title's quoted words that some stretch of a body may have, in any order, before the finding
# is only apparent: the paper may have shortened or bent them. Chosen on invented headlines.
_CLOSE = 0.7
# A masked word hides letters by stars (sh*t) or, if it is short, by dashes (s---); or it is a word.
_WORD = re.compile(
    r"(?P<masked>[^\W\d_]+[*#@$%&]+[^\W_]*|\b[^\W\d_]{1,2}[-_–—]{2,}(?:[^\W_]{1,2}\b)?)"
    r"|[^\W_]+(?:['’][^\W_]+)*"
)
# What stands for the letters that a masked word does not show.
_MASK = "*"


def headline(material: Material) -> Iterator[Finding]:
    """A finding for each quotation in a title that stands in no body: certain where nothing near it does.

    Words are compared in small letters and without marks, contractions written out, so that a quotation cut
    at its ends is found. Titles in another language than English are left alone: their bodies may translate.
    """
    bodies = {paper.id: _words(paper.text) for paper in material.papers.values()}
    joined = {id_: f" {' '.join(words)} " for id_, words in bodies.items()}
    vocabularies = {id_: frozenset(words) for id_, words in bodies.items()}
    for paper in sorted(material.papers.values(), key=lambda each: each.id):
        if paper.language not in (None, "en") or not paper.title:
            continue
        for start, end in _quoted(paper):
            words = _words(paper.title[start:end])
            if len(words) < _WORDS or any(_stands_in(words, body) for body in joined.values()):
                continue
            near = max(
                (
                    _near(words, body)
                    for id_, body in bodies.items()
                    # Most bodies have too few of the words, near each other or not.
                    if _share(words, vocabularies[id_]) >= _CLOSE
                    and not _speaks_of(paper, id_, vocabularies[id_])
                ),
                default=0.0,
            )
            places = (Place(paper.id, (start, end), "title"),)
            verdict: Verdict = "certain" if near < _CLOSE else "apparent"
            yield Finding(
                id=finding_id("headline", places),
                kind="headline",
                verdict=verdict,
                text=f"{material.where(paper.id)} has {paper.title[start:end]} in its headline; "
                + (
                    "no body in the case has these words."
                    if verdict == "certain"
                    else "no body in the case has these words together, though one has most of them."
                ),
                reading="words between quotation marks are somebody's",
                places=places,
            )


def _stands_in(words: list[str], body: str) -> bool:
    """Whether the words stand in the body in this order; a masked one is any that begins as it does."""
    plain = " ".join(words)
    if _MASK not in plain:
        return f" {plain} " in body
    pattern = re.escape(plain).replace(re.escape(_MASK), r"\S*")
    return re.search(f" {pattern} ", body) is not None


def _speaks_of(paper: Paper, id_: str, body: frozenset[str]) -> bool:
    """Whether the body of another document names the paper: it may be telling of this very headline."""
    name = _words(paper.outlet or "")[-1:]
    return id_ != paper.id and bool(name) and name[0] in body


def _quoted(paper: Paper) -> Iterator[tuple[int, int]]:
    title = paper.title or ""
    for quotation in find_quotations(title):
        if quotation.depth == 0:
            yield quotation.start, quotation.end


def _words(text: str) -> list[str]:
    written_out = {row["form"]: row["full"].split() for row in load_table("written_out")}
    words: list[str] = []
    for found in _WORD.finditer(text):
        plain = found[0].lower().replace("’", "'")
        if found["masked"]:
            words.append(plain[0] + _MASK)
            continue
        words += written_out.get(plain, [plain.removesuffix("'s")])
    return words


def _telling(words: list[str]) -> list[str]:
    small = load_words("function_words")
    return [word for word in words if word not in small and len(word) > 2] or words


def _share(words: list[str], body: frozenset[str]) -> float:
    telling = _telling(words)
    return sum(word in body for word in telling) / len(telling)


def _near(words: list[str], body: list[str]) -> float:
    """The largest share of `words` that tell something which a stretch of `body` half as long again has."""
    size = len(words) + len(words) // 2
    telling = _telling(words)
    wanted = Counter(telling)
    inside: Counter[str] = Counter()
    most = both = 0
    for at, word in enumerate(body):
        if word in wanted:
            inside[word] += 1
            both += inside[word] <= wanted[word]
        if at >= size and body[at - size] in wanted:
            gone = body[at - size]
            both -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        most = max(most, both)
    return most / len(telling)
