"""What is done by saying or thinking something, and whether the cue denies that it was done.

"Promised" is another act than "denied"; "has yet to say" is no saying at all. Both are read off the cue and
the few words around it, by `lexicon/acts.tsv`. What a denial does to the content is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import cast

from hearsay.lexicon import load_table, load_words
from hearsay.model import Act, Attribution, Span

# Words whose base forms are remembered: those of a newspaper's week.
REMEMBERED = 50_000
# Contractions stay whole: didn't, he's.
_WORD = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
# How far left of a cue, in code points, what denies it can stand; how much of a cue and of a content is read.
_LEFT = 80
_CUE = 400
_CONTENT = 40
# The longest phrase of acts.tsv, in words.
_PHRASE = 4


@dataclass(frozen=True, slots=True)
class _Reading:
    """An act, and where in the cue's words the verb (or the noun) that names it stands."""

    act: Act
    at: int
    unsaid: bool


def with_acts(text: str, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Fill `act` and `negated` of each attribution from its cue in `text`; the order is kept."""
    return tuple(
        replace(each, act=act, negated=negated)
        for each in attributions
        for act, negated in (act_of(text, each),)
    )


def act_of(text: str, attribution: Attribution) -> tuple[Act, bool]:
    """The act that the cue names, and whether it is denied (said not to have been done).

    A cue that names none is "think" where the mode is thought, else "say". "Denied saying" is the act
    "deny" and not denied; "declined to say" is the act "decline", which is always denied: nothing was said.
    """
    cue = _words(text, attribution.cue, _CUE)
    if not cue:
        act: Act = "think" if attribution.mode == "thought" else "say"
        return act, _is_nobody(text, attribution.source)
    # A cue may leave out what leads to its verb: declined to | comment.
    before = _left(text, cue[0][1])
    lead = before[-2:]
    words = [*lead, *cue]
    found = _read([word for word, _ in words], len(lead), _content_words(text, attribution))
    if found is None:
        found = _Reading("think" if attribution.mode == "thought" else "say", len(words) - 1, unsaid=False)
    verb, at = words[found.at]
    before = before if at == cue[0][1] else _left(text, at)
    denied = _denied([word for word, _ in before], verb)
    if found.unsaid:
        # Who did not refuse to say it said it.
        return ("say", False) if denied else (found.act, True)
    return found.act, denied or _is_nobody(text, attribution.source)


def _words(text: str, spans: Sequence[Span], most: int) -> list[tuple[str, int]]:
    """The words of the spans in small letters, with their places."""
    return [
        (found[0].lower().replace("’", "'"), found.start())
        for start, end in spans
        for found in _WORD.finditer(text, start, min(end, start + most))
    ]


def _content_words(text: str, attribution: Attribution) -> list[str]:
    """The first words of the content where they follow the cue: (told him) to leave."""
    if not attribution.cue or attribution.content[0][0] < attribution.cue[-1][1]:
        return []
    return [word for word, _ in _words(text, attribution.content[:1], _CONTENT)][:_PHRASE]


def _read(cue: Sequence[str], lead: int, after: Sequence[str]) -> _Reading | None:
    """The act of the longest phrase in the cue, then of its last verb, then of its last noun.

    The first `lead` words of `cue` stand before it, and count only as the beginning of a phrase.
    """
    table, verbs = _acts(), _lemmas()
    words = [*cue, *after]
    best: tuple[tuple[int, bool, int], _Reading] | None = None
    for at in range(len(cue)):
        if _first_words().isdisjoint(_base_forms(cue[at])):
            continue
        for size in range(min(_PHRASE, len(words) - at), max(0, lead - at), -1):
            found = next((table[key] for key in _keys(words[at : at + size]) if key in table), None)
            if found is None:
                continue
            rank = (size, cue[at] in verbs or cue[at] != min(_base_forms(cue[at]), key=len), at)
            if best is None or rank > best[0]:
                best = rank, _Reading(found[0], at, found[1])
            break
    return best[1] if best else None


def _keys(words: Sequence[str]) -> Iterator[str]:
    """What the words can be looked up as: each as it stands or as its base form."""
    if not words:
        yield ""
        return
    for form in _base_forms(words[0]):
        for rest in _keys(words[1:]):
            yield f"{form} {rest}" if rest else form


@lru_cache(REMEMBERED)
def _base_forms(word: str) -> tuple[str, ...]:
    lemma = _lemmas().get(word)
    if lemma is not None:
        return (word, lemma)
    forms = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            forms.append(stem + instead)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return tuple(form for n, form in enumerate(forms) if n == 0 or form in _acts() or form in _leading())


_ENDINGS = (
    ("ing", ""),
    ("ing", "e"),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
)


@cache
def _first_words() -> frozenset[str]:
    """The words with which the phrases and the single words of the table begin."""
    return frozenset(key.partition(" ")[0] for key in _acts())


@cache
def _leading() -> frozenset[str]:
    """The first words of the phrases."""
    return frozenset(key.partition(" ")[0] for key in _acts() if " " in key)


@cache
def _acts() -> dict[str, tuple[Act, bool]]:
    return {row["cue"]: (cast(Act, row["act"]), row["unsaid"] == "yes") for row in load_table("acts")}


@cache
def _lemmas() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in load_table("reporting_verbs")}


def _left(text: str, at: int) -> list[tuple[str, int]]:
    """The words before the offset `at`, back to the last mark, with their places."""
    start = max(0, at - _LEFT)
    while start > 0 and start < at and text[start - 1].isalnum():
        start += 1
    words: list[tuple[str, int]] = []
    for found in _WORD.finditer(text, start, at):
        word = found[0].lower().replace("’", "'")
        if word[0].isalnum():
            words.append((word, found.start()))
        elif word not in "\"“”'‘’":
            words.clear()
    return words


def _denied(before: Sequence[str], verb: str) -> bool:
    """Whether the words before a verb deny it, an even number of denials nothing."""
    denied = False
    link = "ing" if verb.endswith("ing") else "to"
    i = len(before) - 1
    after = ""
    while i >= 0:
        word = before[i]
        lead = _lead(before, i, link)
        if lead is not None:
            size, done = lead
            denied ^= not done
            i -= size
            link = "to"
        elif _is_denial(word):
            denied ^= after not in load_words("no_denials")
            i -= 1
        elif word in _helpers() or word.endswith("ly") or _is_adverb(word):
            i -= 1
        else:
            break
        after = word
    # Nor did he say; neither did she.
    if (
        i >= 1
        and before[i - 1] in _helpers()
        and any(word in ("nor", "neither") for word in before[i - 2 : i - 1])
    ):
        denied = not denied
    return denied


def _lead(before: Sequence[str], i: int, link: str) -> tuple[int, bool] | None:
    """How many words a leading verb that ends at `i` takes, and whether what follows it was done."""
    size = 0
    if link == "to" and before[i] == "to":
        i, size = i - 1, 1
    elif link == "to" and before[i] not in ("than",):
        return None
    for length in (2, 1):
        if i - length + 1 >= 0:
            done = _leads(link).get(" ".join(before[i - length + 1 : i + 1]))
            if done is not None:
                return size + length, done
    return None


@cache
def _leads(link: str) -> dict[str, bool]:
    return {row["form"]: row["done"] == "yes" for row in load_table("lead_verbs") if row["link"] == link}


def _is_denial(word: str) -> bool:
    return word in load_words("denying_words") or word.endswith("n't")


@cache
def _helpers() -> frozenset[str]:
    """Auxiliary verbs; those with a pronoun or a denial in one word (he'd, hasn't) are told by their ends."""
    return frozenset(row["form"] for row in load_table("auxiliaries"))


def _is_adverb(word: str) -> bool:
    return word in _adverbs() or (word.rpartition("'")[2] in ("ve", "d", "ll") and "'" in word)


@cache
def _adverbs() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"] == "adverb") | {"yet", "ever", "longer"}


def _is_nobody(text: str, source: Sequence[Span]) -> bool:
    """Whether the source is nobody: no official, none of them, neither side."""
    if not source:
        return False
    words = [word for word, _ in _words(text, source[:1], _CONTENT)][:2]
    # No. 10 and No 10 speak.
    number = len(words) > 1 and (words[1] == "." or words[1][0].isdigit())
    return bool(words) and words[0] in ("no", "nobody", "none", "neither", "no-one") and not number
