"""Where a text speaks of a thing that holds somebody's words: a tape, some emails, his memoir."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from hearsay.extract.phrase_words import before_nouns, behind_phrases
from hearsay.extract.prose import Prose
from hearsay.extract.provenance.mention import (
    Mention,
    artefact_nouns,
    framing_verbs,
    kind_of_thing,
    known_by_two,
)
from hearsay.extract.provenance.mention_words import is_modifier, possessives
from hearsay.extract.provenance.parties import Party, party_at
from hearsay.extract.provenance.pointing import by_title, one_of_them, part_of_it, stand_in
from hearsay.extract.provenance.recorded_talks import came_out
from hearsay.extract.provenance.titles import title_before, title_behind
from hearsay.lexicon import load_table, load_words
from hearsay.model import ArtefactKind

# How far behind a recording, in tokens, the talk can stand that it is of: of the two men's calls.
OF = 5
_HEARD: frozenset[ArtefactKind] = frozenset({"recording", "transcript"})
_MARKS = frozenset("\"“”'‘’")
# How far before its noun a phrase can begin, in tokens.
WIDEST = 9
# Among how many mentions before it a book is looked for that its title stands for.
BOOKS = 6


class Mentions:
    """The mentions of a text in its order, and where each stands."""

    def __init__(self, prose: Prose) -> None:
        self.all: list[Mention] = []
        again, ordinals = load_words("thing_stand_ins"), load_words("ordinals")
        nouns = artefact_nouns().keys() | known_by_two()
        talks, parts = load_words("recordable_talks"), load_words("excerpts") | {"exchange"}
        # Talks of which the text has said that they came out, as they are called.
        recorded: set[str] = set()
        heard: Mention | None = None
        for at, word in enumerate(prose.low):
            found = None
            last = self.all[-1] if self.all else None
            if last is not None and word in parts:
                found = part_of_it(prose, at, last)
            if found is None and (word in again or word in ("it", "them")):
                found = stand_in(prose, at, last)
            elif last is not None and (word in ("one", "another") or word in ordinals):
                found = one_of_them(prose, at, last)
            elif word == "in" and any(each.kind == "book" for each in self.all[-BOOKS:]):
                found = by_title(prose, at)
            if found is None and word in nouns:
                kind = kind_of_thing(prose.low, at)
                found = None if kind is None else _mention(prose, at, kind)
            if found is None and word in talks:
                found = _recorded_talk(prose, at, heard, recorded)
            if found is not None and not (last is not None and _is_of(prose, found, last)):
                self.all.append(found)
                heard = found if found.kind in _HEARD else heard
                # A phone call recording is of a call.
                if found.kind in _HEARD:
                    recorded |= talks.intersection(prose.low[found.start : found.head])
        self._heads = [each.head for each in self.all]

    def between(self, start: int, stop: int) -> list[Mention]:
        """The mentions whose heads are among the tokens [start, stop)."""
        return self.all[bisect_left(self._heads, start) : bisect_left(self._heads, stop)]

    def index(self, mention: Mention) -> int:
        return bisect_left(self._heads, mention.head)


def _is_of(prose: Prose, found: Mention, last: Mention) -> bool:
    """Whether a phrase only says of what the one before it is: messages from | a chat."""
    behind = prose.low[last.stop : last.stop + 1] in (["of"], ["from"])
    draft = prose.low[last.head] in ("draft", "drafts")
    same = last.kind == found.kind or draft
    return behind and last.stop + 1 == found.start and same and not found.stands_in


def _recorded_talk(prose: Prose, head: int, heard: Mention | None, recorded: set[str]) -> Mention | None:
    """The phrase for a talk that came out, in this sentence or, for "the call", before.

    `heard` is the last mention of a recording or transcript, `recorded` are the talks that came out.
    """
    found = _mention(prose, head, "recording")
    if found is None or any(word in artefact_nouns() for word in prose.low[found.start : head]):
        # Leaked audio | sparked heated exchanges.
        return None
    noun = prose.low[head].rstrip("s")
    if heard is not None and _is_recording_of(prose, heard, found):
        # A recording of the call: the call is heard from then on, and is no other thing here.
        recorded.add(noun)
        return None
    if came_out(prose, found):
        recorded.add(noun)
        return replace(found, leaked=True)
    again = noun in recorded or (bool(recorded) and noun in load_words("talks_again"))
    if not again or not found.definite or found.owner is not None or heard is None:
        return None
    return replace(found, kind=heard.kind)


def _is_recording_of(prose: Prose, last: Mention, talk: Mention) -> bool:
    """Whether a recording is of the talk behind it: a tape of the two men's calls."""
    of = prose.low[last.stop : last.stop + 1] == ["of"]
    return of and talk.start - last.stop <= OF and talk.start < prose.sentence(last.head)[1]


def _mention(prose: Prose, head: int, kind: ArtefactKind) -> Mention | None:
    """The phrase around a noun, `None` where the word is none: an email server, to tape a talk."""
    low = prose.low
    if not _is_head(prose, head) or not low[max(0, head - 1)].endswith(_needed().get(low[head], "")):
        return None
    first, last = prose.sentence(head)
    start = head
    leaked = False
    while start > first and start > head - WIDEST and is_modifier(prose, start - 1):
        start -= 1
        leaked = leaked or low[start] in load_words("leaked_marks")
    if start - 1 > first and low[start - 1] in _MARKS and head + 1 < last and low[head + 1] in _MARKS:
        # The so-called "Ristov letter".
        start -= 1
        while start > first and is_modifier(prose, start - 1):
            start -= 1
    opening = low[start - 1] if start > first else ""
    if start < head and opening == "not":
        # Do not discuss correspondence: a verb.
        start += 1
    owner = owns = None
    definite, other = False, False
    if _is_genitive(prose, start - 1) and start - 1 > first:
        owner, begin = _owner(prose, start - 1, first)
        start, definite = begin, True
    elif opening in possessives():
        start, definite, owns = start - 1, True, opening
    elif opening == "this" and low[head] in ("article", "story"):
        # This article has been updated: the one that is read.
        return None
    elif opening in ("the", "this", "that", "these", "those"):
        start, definite = start - 1, True
    elif opening in ("a", "an", "another", "one", "each", "some", "any", "no"):
        start, other = start - 1, opening in ("another", "one", "each")
        if opening == "no":
            return None
    elif not _can_be_bare(low[head]) and opening not in load_words("frame_prepositions"):
        # "By email" is one; "tape" alone is a verb or a stuff.
        return None
    inside = low[start:head]
    other = other or any(
        word in ("another", "second", "third", "separate", "other", "newer") for word in inside
    )
    if low[head] == "minutes" and not definite and _is_amount(prose, start, head):
        # Within minutes, after twenty minutes.
        return None
    premodifier = _premodifier(prose, start, head)
    title = title_behind(prose, head + 1, last, book=kind == "book")
    before = title_before(prose, start, first) if kind == "book" and title is None else None
    if before is not None:
        # In “Long Nights,” her memoir.
        return Mention(
            before[0] - 1, head + 1, head, kind, definite, other, owner, owns, premodifier, before, leaked
        )
    return Mention(
        start,
        title[1] if title else head + 1,
        head,
        kind,
        definite,
        other,
        owner,
        owns,
        premodifier,
        title,
        leaked,
    )


def _is_genitive(prose: Prose, at: int) -> bool:
    """Whether the token is 's, or the mark behind a plural, not one that closes a quotation."""
    if at < 1 or prose.low[at] not in ("'s", "'"):
        return False
    beside = prose.tokens.ends[at - 1] == prose.tokens.starts[at]
    return prose.low[at] == "'s" or (beside and prose.low[at - 1].endswith("s"))


def _is_amount(prose: Prose, start: int, head: int) -> bool:
    """Whether a word of time tells how long: nothing but a number stands before it, and it is of nothing."""
    low = prose.low
    numbers = [low[at] in load_words("numerals") or low[at].isdigit() for at in range(start, head)]
    return all(numbers) and (bool(numbers) or low[head + 1 : head + 2] != ["of"])


def _can_be_bare(noun: str) -> bool:
    """Whether the noun needs no article: emails, leaked audio."""
    return noun.endswith("s") or noun in ("audio", "footage", "correspondence", "video")


def _is_head(prose: Prose, head: int) -> bool:
    """Whether the noun is the last of its phrase: no email server, no video game."""
    low, words = prose.low, prose.tokens.words
    capital = words[head][0].isupper() and not words[head].isupper()
    if capital and head not in _openings(prose, head) and low[head - 1] not in ("the", "a"):
        # Part of a name: the Daily Report, Tape Recordings Ltd.
        return False
    if head + 1 >= len(low) or not words[head + 1][0].isalpha():
        return not (head + 2 < len(low) and low[head + 1] == "-" and words[head + 2][0].isalpha())
    after = low[head + 1]
    if len(after) == 1 and words[head + 1].isupper() and after != "i":
        # The letters A through F.
        return False
    if after in artefact_nouns() or words[head + 1][0].isupper():
        return after not in artefact_nouns()
    if after == "that" and low[head] in framing_verbs() and words[head - 1][0].isupper():
        # The Courier notes that, Lantern reports that: a verb.
        return False
    if low[head].endswith("s"):
        # The emails go back to May.
        return True
    return after in _followers() or after.endswith(("ed", "ing", "ly")) or after in framing_verbs()


def _openings(prose: Prose, at: int) -> tuple[int, int]:
    first, _ = prose.sentence(at)
    # Behind a dateline a phrase begins as at the beginning: KARNPUR: Minutes of the meeting.
    return first, at if at > first and prose.low[at - 1] == ":" else first + 1


def _owner(prose: Prose, apostrophe: int, first: int) -> tuple[Party | None, int]:
    """Whose a thing is, by the name or description that ends before 's, and where it begins."""
    words, low = prose.tokens.words, prose.low
    start = apostrophe - 1
    while start > first and (words[start - 1][0].isupper() or low[start - 1] in (".", "the", "&")):
        start -= 1
    while start < apostrophe - 1 and low[start] in load_words("function_words") - {"the"}:
        # In Ada Holt's book.
        start += 1
    # His former wife's book.
    lead = start
    while lead > max(first, start - 2) and (
        low[lead - 1] in load_words("former_words") or low[lead - 1] not in before_nouns()
    ):
        lead -= 1
    if lead > first and low[lead - 1] in possessives():
        start = lead - 1
    found = party_at(prose, start)
    return found, start


def _premodifier(prose: Prose, start: int, head: int) -> Party | None:
    """The name that stands before the noun without 's: a Harbour Ledger report, the WikiLeaks emails."""
    words = prose.tokens.words
    for at in range(start, head):
        if words[at][0].isupper() and prose.low[at] not in ("the", "a", "an", "this", "that", "these"):
            found = party_at(prose, at)
            return found if found is not None and found.name is not None and found.stop <= head else None
    return None


@cache
def _needed() -> dict[str, str]:
    """Nouns that name a thing only behind a certain word: tax returns."""
    return {row["noun"]: row["behind"] for row in load_table("artefacts") if row["behind"]}


@cache
def _followers() -> frozenset[str]:
    pasts = {row["past"] for row in load_table("irregular_verbs")}
    return behind_phrases() | pasts | load_words("thing_verbs") | {"then", "entitled", "titled", "called"}
