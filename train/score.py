"""Measure what a tagger finds against what people marked, in per cent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from hearsay.extract.extraction import extract
from hearsay.extract.kind import kind_of, mode_of
from hearsay.extract.tagging.tagger import Tagger
from hearsay.model import Attribution, Document
from train.corpus import Article, Gold, Span

ROLES = ("content", "cue", "source")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ALIKE = 0.5


def score(articles: Iterable[Article], tagger: Tagger | None = None) -> dict[str, float]:
    """Precision, recall and F1 of the tokens of each role, of whole contents, and of right sources.

    `exact` counts contents with exactly the gold's tokens. `attributed` is the share of the gold's direct
    and mixed quotations with a source that were found (half of the tokens of both in common) with a source
    that overlaps the gold's. `speech` and `thought` are of the contents of that mode alone: how many of the
    gold's tokens are in any content found, and how many of those found are in any of the gold's.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for article in articles:
        document = Document(id=article.name, name=article.name, sha256="", text=article.text)
        found = extract(document, tagger).attributions
        # No corpus marks reports inside reports.
        _compare(article, [each for each in found if each.parent is None], counts)
    figures: dict[str, float] = {}
    for role in (*ROLES, "exact", "speech", "thought"):
        precision = _share(counts[role, "right"], counts[role, "found"])
        recall = _share(counts[role, "hit"], counts[role, "gold"])
        figures[f"{role} precision"] = precision
        figures[f"{role} recall"] = recall
        figures[f"{role} f1"] = round(2 * precision * recall / (precision + recall), 2) if precision else 0.0
    for kind in ("direct", "mixed", "indirect"):
        figures[f"recall {kind}"] = _share(counts[kind, "hit"], counts[kind, "gold"])
    figures["attributed"] = _share(counts["attributed", "hit"], counts["attributed", "gold"])
    return figures


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _compare(article: Article, found: Sequence[Attribution], counts: Counter[tuple[str, str]]) -> None:
    numbers = _token_numbers(article.text)
    gold_tokens = [{role: _tokens(numbers, getattr(gold, role)) for role in ROLES} for gold in article.gold]
    found_tokens = [{role: _tokens(numbers, getattr(each, role)) for role in ROLES} for each in found]
    for role in ROLES:
        gold_all = set(chain.from_iterable(each[role] for each in gold_tokens))
        found_all = set(chain.from_iterable(each[role] for each in found_tokens))
        counts[role, "hit"] += len(gold_all & found_all)
        counts[role, "right"] += len(gold_all & found_all)
        counts[role, "found"] += len(found_all)
        counts[role, "gold"] += len(gold_all)
    covered = set(chain.from_iterable(each["content"] for each in found_tokens))
    marked = set(chain.from_iterable(each["content"] for each in gold_tokens))
    for each, tokens in zip(found, found_tokens, strict=True):
        counts[each.mode, "found"] += len(tokens["content"])
        counts[each.mode, "right"] += len(tokens["content"] & marked)
    contents = Counter(each["content"] for each in found_tokens)
    counts["exact", "found"] += len(found_tokens)
    for gold, tokens in zip(article.gold, gold_tokens, strict=True):
        content = tokens["content"]
        if not content:
            continue
        kind = _kind(article, gold)
        mode = mode_of(" ".join(article.text[start:end] for start, end in gold.cue), kind)
        counts[mode, "hit"] += len(content & covered)
        counts[mode, "gold"] += len(content)
        counts[kind, "hit"] += len(content & covered)
        counts[kind, "gold"] += len(content)
        counts["exact", "gold"] += 1
        if contents[content]:
            contents[content] -= 1
            counts["exact", "hit"] += 1
            counts["exact", "right"] += 1
        if kind != "indirect" and tokens["source"]:
            counts["attributed", "gold"] += 1
            counts["attributed", "hit"] += any(
                tokens["source"] & each["source"]
                and len(content & each["content"]) >= _ALIKE * len(content | each["content"])
                for each in found_tokens
            )


def _kind(article: Article, gold: Gold) -> str:
    return kind_of(" ".join(article.text[start:end] for start, end in gold.content))


def _token_numbers(text: str) -> list[int]:
    """For each character the number of its token, -1 for a space."""
    numbers = [-1] * len(text)
    for number, found in enumerate(_TOKEN.finditer(text)):
        numbers[found.start() : found.end()] = [number] * (found.end() - found.start())
    return numbers


def _tokens(numbers: list[int], spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(chain.from_iterable(numbers[start:end] for start, end in spans)) - {-1}
