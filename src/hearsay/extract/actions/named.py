"""Who the actors and targets of actions are, by the fullest names that the document gives."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from hearsay.extract.nesting.phrases import pronouns
from hearsay.extract.nesting.stretches import word_class
from hearsay.extract.speakers.speaker import name_speakers
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words
from hearsay.model import Action, Attribution, Span, attribution_id


def named(
    text: str, tokens: Tokens, attributions: Sequence[Attribution], found: Sequence[Action]
) -> tuple[Action, ...]:
    """`found` with the names of actors and targets: of persons as of speakers, else as the text has them."""
    spans = sorted({span for each in found for span in (each.actor, each.target) if span is not None})
    if not spans:
        return tuple(found)
    # A mention is named as if it were the source of some words: I and he mean there who they mean elsewhere.
    asked = tuple(
        Attribution(
            attribution_id("", (span,), (), (span,)), "", "indirect", "speech", (span,), source=(span,)
        )
        for span in spans
    )
    told = name_speakers(text, (*attributions, *asked), tokens=tokens)[len(attributions) :]
    speakers = {each.speaker for each in attributions}
    names = {
        span: _name(_sure(text, span, each.speaker, speakers), _proper(text, span))
        for span, each in zip(spans, told, strict=True)
    }
    return tuple(
        replace(
            each,
            actor_name=names[each.actor] if each.actor else None,
            # Whom he or the company means where it suffers something is too often somebody else.
            target_name=_target(text, each.target, names[each.target]) if each.target else None,
        )
        for each in found
    )


def _sure(text: str, span: Span, name: str | None, speakers: Collection[str | None]) -> str | None:
    """The name unless it is one word for which "he" alone speaks: the president of Halvern is not Halvern."""
    alone = name is not None and " " not in name and text[slice(*span)].lower() in pronouns()
    return None if alone and name not in speakers else name


def _name(speaker: str | None, proper: str | None) -> str | None:
    """The name of a speaker, but for one that is a piece of a longer name (Fleet of the Second Fleet), or
    shares no word with the name that stands there."""
    if speaker is None or proper is None:
        return speaker or proper
    piece = " " not in speaker and proper.endswith(f" {speaker}") and not _is_title(proper)
    strange = set(_plain(speaker)).isdisjoint(_plain(proper)) and not proper.isupper()
    return proper if piece or strange else speaker


def _plain(name: str) -> list[str]:
    return [word.lower().removesuffix("'s").removesuffix("’s") for word in name.split()]


def _is_title(words: str) -> bool:
    return word_class(words.split()[0].lower()) in ("title", "person", "person+title")


def _target(text: str, span: Span, name: str | None) -> str | None:
    """The name of a target that is named there, or is who speaks."""
    words = text[slice(*span)]
    if words == "me" or name is None:
        return name
    named = any(word[0].isupper() for word in words.split())
    return name if named and not set(_plain(name)).isdisjoint(_plain(words)) else None


def _proper(text: str, span: Span) -> str | None:
    """The words themselves where they are a name without anything before it: Tarsova, the Grain Board."""
    words = text[slice(*span)]
    plain = words.removeprefix("the ").removeprefix("The ")
    parts = plain.removesuffix("’s").split()
    if not parts or not all(part[0].isupper() or part in _SMALL for part in parts):
        return None
    # Lawmakers, at the beginning of a sentence, are nobody in particular.
    first = parts[0].lower()
    lists = ("plural_people", "function_words")
    if first in pronouns():
        return None
    common = word_class(first) or any(first in load_words(name) for name in lists)
    return None if len(parts) == 1 and common else plain


_SMALL = frozenset({"of", "and", "the"})
