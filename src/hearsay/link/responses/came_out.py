"""Whether an article leads to quoted words as ones that came out: on a tape, in a memo, near a microphone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.phrases import Found, find
from hearsay.link.media import is_medium
from hearsay.link.responses.acts import answering_acts
from hearsay.link.responses.held import nouns_of
from hearsay.link.responses.sentences import WORD, ending
from hearsay.link.responses.sides import is_voice
from hearsay.link.responses.turns import HOLDING, Turn, words_of
from hearsay.model import Span

# How far before words what leads to them is looked for, in code points.
NEAR = 320
# How far into the article it must be told, in code points: three or four paragraphs.
LEAD = 900
# How far in its first words must stand: an article on what somebody was heard to say quotes it soon.
SOON = 1500
# How far before and behind the word that tells that something came out the noun for it stands.
_BEFORE, _BEHIND = 60, 40
# Quotation marks of one part that are looked at.
_MARKS = 4
_QUOTED = re.compile(r"[\"“«„‘]|(?<![\w])'")
_WHOLE = re.compile(r"“[^“”\n]{12,400}”|\"[^\"\n]{12,400}\"|«[^«»\n]{12,400}»")
_QUOTATION = re.compile(r"“[^“”\n]{1,1000}”?|\"[^\"\n]{1,1000}\"|(?<!\w)‘[^‘’\n]{1,1000}’(?!\w)")
_IN = re.compile(r"\b(?:in|on)\s+(?:(?!of\b)[\w'’-]+\s+){1,3}?(?=[\w-]+)", re.IGNORECASE)


def is_led_by(text: str, out: Sequence[int], first: Turn) -> bool:
    """Whether the article begins with it: what came out is named, or told of, in its first paragraphs."""
    if first.start >= SOON:
        return False
    told = first.start < LEAD or any(signs("scene", text, 0, LEAD))
    return told or (bool(out) and out[0] < LEAD and _things(text, 0, LEAD))


def own_prose(text: str) -> str:
    """The text with blanks for what stands between quotation marks, so that all offsets hold.

    A recording that somebody speaks of does not lead to words as ones that stand on it.
    """
    return _QUOTATION.sub(lambda found: " " * len(found[0]), text)


def came_out(text: str, prose: str, turn: Turn, sentences: list[int], out: Sequence[int]) -> bool:
    """Whether the article leads to the words of `turn` as ones that came out; `prose` is its `own_prose`."""
    if not turn.spoken or turn.bare is not None or is_voice(turn) or speaks_of_it(text, turn):
        return False  # who speaks for others speaks to the press
    whole = text[turn.content[0][0] : turn.content[-1][1]]
    if "\n" in whole and turn.speaker is not None and is_medium(turn.speaker):
        return False  # all that a paper reports, and no one's words
    places = list(quotes_in(text, turn))
    stop = turn.content[-1][1]
    behind = (stop, ending(sentences, stop, text))
    if any(found for span in (*turn.frame, behind) for found in signs("scene", prose, *span)):
        return bool(places) or not answers_outright(turn)
    if answers_outright(turn):
        return False  # he denied it, a day after the tape was aired
    begins = turn.frame[0][0] if turn.frame else 0
    held = turn.held is not None
    return any(_is_led_to(prose, at, begins, behind, sentences, out, held=held) for at in places)


def speaks_of_it(text: str, turn: Turn) -> bool:
    """Whether the words are about a recording or a leak: what came out knows nothing of that.

    Of a report with a quotation in it only the quotation counts: (a tape in which he says) "I will go".
    """
    own = [found.span() for span in turn.content for found in _QUOTATION.finditer(text, *span)]
    spans = own or turn.content
    if own and not turn.quoted and not any(_tells(text, span) for span in turn.content):
        spans = turn.content  # the tape was "an attack" tells of no words on it
    if not (nouns_of("recording") | standings()).isdisjoint(words_of(text, spans)):
        return True
    leads = turn.content[0][0], own[0][0] if own else turn.content[-1][1]
    if not _authenticity().isdisjoint(words_of(text, (leads,))):
        return True  # unsure of the authenticity of the tape, in which he threatened to "bomb" them
    return any(found for span in spans for found in signs("out", text, *span))


def _tells(text: str, span: Span) -> bool:
    """Whether a report itself leads to words as ones that came out: (a tape in which he) is heard saying."""
    return any(found for kind in ("scene", "within") for found in signs(kind, text, *span))


def answers_outright(turn: Turn) -> bool:
    """Whether the cue says that it is an answer: denied, apologised."""
    act = answering_acts().get(turn.act)
    return act is not None and act[1] == "said"


def _is_led_to(
    text: str,
    at: int,
    begins: int,
    behind: Span,
    sentences: list[int],
    out: Sequence[int],
    *,
    held: bool,
) -> bool:
    """Whether the words before the place `at`, or `behind` those there, tell that these came out.

    Of its sentence what stands before `begins` leads to the words of others.
    """
    place = bisect_right(sentences, at) - 1
    start = min(at, max(sentences[place], at - NEAR, begins))
    if any(signs("scene", text, start, at)):
        return True
    came = any(begin < LEAD or abs(begin - at) < NEAR for begin in out[: bisect_left(out, at + NEAR)])
    if not came:
        return False
    around = [(start, at), behind]
    if held and (_things(text, start, at) or _things(text, *behind)):
        return True
    before = max(sentences[max(0, place - 1)], at - 2 * NEAR)
    if not _things(text, before, at):
        return False
    inside = any(
        _things(text, found.end(), found.end() + 20) for span in around for found in _IN.finditer(text, *span)
    )
    return inside or any(found for span in around for found in signs("within", text, *span))


@cache
def standings() -> frozenset[str]:
    """Words for being what a thing is said to be: genuine, a forgery."""
    return frozenset(row["word"] for row in load_table("standing") if row["form"] in ("predicate", "noun"))


@cache
def _authenticity() -> frozenset[str]:
    return frozenset(row["word"] for row in load_table("standing") if row["form"] == "noun")


def signs(kind: str, text: str, start: int, end: int) -> Iterator[Found]:
    return (found for found in find("leak_scenes", text, start, end) if found.row["kind"] == kind)


def _things(text: str, start: int, end: int) -> bool:
    return not holding_words().isdisjoint(words_of(text, ((start, end),)))


@cache
def thing_nouns() -> frozenset[str]:
    """Nouns for things that hold words which somebody can disown."""
    return frozenset(row["noun"] for row in load_table("artefacts") if row["kind"] in HOLDING)


@cache
def holding_words() -> frozenset[str]:
    """Nouns for what can hold or carry words that come out: things, and calls, chats and orders."""
    return load_words("leak_things") | thing_nouns()


def thing_out(prose: str, sentences: list[int], out: Sequence[int]) -> Span | None:
    """The words for what came out, in an article that begins with it: a leaked call, emails obtained by."""
    for at in out[: bisect_left(out, LEAD)]:
        sentence = sentences[bisect_right(sentences, at) - 1], ending(sentences, at + 1, prose)
        nouns = [
            found
            for found in WORD.finditer(prose, max(sentence[0], at - _BEFORE), min(sentence[1], at + _BEHIND))
            if found[0].lower() in holding_words()
        ]
        if nouns:
            behind = next((found for found in nouns if found.start() >= at), None)
            return (nouns[-1].span()) if behind is None else (at, behind.end())
    return None


def quotes_in(text: str, turn: Turn) -> Iterator[int]:
    """Where the quotation marks of the turn's words stand, the first of each part."""
    for start, end in turn.content:
        yield from (found.start() for found in islice(_QUOTED.finditer(text, start, end), _MARKS))


def whole_quotations(text: str) -> Iterator[Span]:
    """The quotations of some length in the article's first paragraphs, with their marks."""
    return (found.span() for found in _WHOLE.finditer(text, 0, 2 * LEAD))
