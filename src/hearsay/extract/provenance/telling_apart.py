"""What tells one thing from another of its kind: the phone video, the police video, a 14-second clip."""

from __future__ import annotations

from collections.abc import Set

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.mention import Mention, artefact_nouns
from hearsay.lexicon import load_words


def told_apart(prose: Prose, mention: Mention, known: Set[str]) -> bool:
    """Whether each has words before its noun that the other has not: the phone video, the police video."""
    mine, yours = modifiers(prose, mention), known
    if _lengths(mine) and _lengths(yours):
        # A 14-second clip, the 11-minute recording.
        return not _lengths(mine) & _lengths(yours)
    mine, yours = mine - _lengths(mine), yours - _lengths(yours)
    return bool(mine) and (bool(yours) or not mention.definite) and not mine & yours


def noun_of(prose: Prose, mention: Mention) -> str:
    return prose.low[mention.head].rstrip("s")


def modifiers(prose: Prose, mention: Mention) -> set[str]:
    start = mention.owner.stop if mention.owner is not None else mention.start
    found, at = set(), start
    while at < mention.head:
        word = prose.low[at]
        if word.isdigit() and prose.low[at + 1] == "-":
            found.add("".join(prose.low[at : at + 3]))
            at += 3
            continue
        if word.replace("-", "").isalpha() and not _is_loose(word):
            found.add(word)
        at += 1
    return found


def _is_loose(word: str) -> bool:
    """Whether the word tells no thing from another of its kind."""
    known = ("function_words", "leaked_marks", "loose_modifiers")
    return (
        word in artefact_nouns()
        or word.endswith(("ing", "ed", "ous", "ly"))
        or any(word in load_words(name) for name in known)
    )


def _lengths(modifiers: Set[str]) -> set[str]:
    return {word for word in modifiers if word[0].isdigit()}


def plural(prose: Prose, mention: Mention) -> bool:
    return prose.low[mention.head].endswith("s")
