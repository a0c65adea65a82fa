"""Words that point at a thing without its noun: in it, that version, one of them, a title alone."""

from __future__ import annotations

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.mention import Mention, framing_verbs
from hearsay.extract.provenance.titles import title_behind
from hearsay.lexicon import load_words

# How far back, in tokens, a thing may be named that "it" or "that version" stands for.
AGAIN = 90
# The same for a part of it: articles quote one excerpt, comment on it and come to the next.
PARTS = 250


def stand_in(prose: Prose, at: int, last: Mention | None) -> Mention | None:
    """A word that points at the thing named last: In it, he says; in that version, he says."""
    low = prose.low
    reach = PARTS if low[at] in load_words("excerpts") else AGAIN
    if last is None or at - last.head > reach or at == 0:
        return None
    first, _ = prose.sentence(at)
    if low[at] in ("it", "them"):
        behind = low[at + 1 : at + 2]
        goes = behind == [","] or behind in (["he"], ["she"], ["they"])
        opens = low[at - 1] in ("in", "on") and at - 1 <= first + 1 and goes
        # He says in it; parts of it, published in the Gazette.
        told = low[at - 1] in ("in", "on") and at - 1 > first and low[at - 2] in framing_verbs()
        part = low[at - 1] == "of" and at - 1 > first and low[at - 2] in load_words("excerpts")
        return Mention(at, at + 1, at, last.kind, True, stands_in=True) if opens or told or part else None
    start = at - 1 - (low[at - 1] in load_words("fuller_versions"))
    if low[start] not in ("the", "that", "this") or low[at + 1 : at + 2] == ["of"]:
        return None
    return Mention(start, at + 1, at, last.kind, True, stands_in=True)


def part_of_it(prose: Prose, at: int, last: Mention) -> Mention | None:
    """A part of the thing named last: In one excerpt, he asks; in another exchange."""
    low = prose.low
    part = at > 1 and low[at - 1] in ("one", "another", "an", "a") and low[at - 2] == "in"
    if not part or at - last.head > PARTS or low[at + 1 : at + 2] == ["of"] or last.kind == "book":
        return None
    return Mention(at - 1, at + 1, at, last.kind, True, stands_in=True)


def by_title(prose: Prose, at: int) -> Mention | None:
    """A book that was spoken of, by its title alone: In “Long Nights,” she writes."""
    if at != prose.sentence(at)[0]:
        return None
    title = title_behind(prose, at + 1, prose.sentence(at)[1], book=False)
    if title is None:
        return None
    return Mention(title[0] - 1, title[1], title[1] - 1, "book", True, title=title)


def one_of_them(prose: Prose, at: int, last: Mention) -> Mention | None:
    """One of the things named last, without its noun: In one, he describes; in another of them."""
    low = prose.low
    first, _ = prose.sentence(at)
    many = low[last.head].endswith("s") or last.other
    before = low[at - 2] if low[at - 1] == "the" and low[at] in load_words("ordinals") else low[at - 1]
    if not many or at - last.head > AGAIN or at == first or before not in ("in", "on"):
        return None
    if low[at + 1 : at + 3] == ["of", "them"]:
        return Mention(at, at + 3, at, last.kind, False, other=True)
    start = at - (low[at - 1] == "the")
    follows = load_words("behind_one_of_them")
    opens = start - 1 == first and low[at + 1] in follows if at + 1 < len(low) else False
    return Mention(start, at + 1, at, last.kind, False, other=True) if opens else None
