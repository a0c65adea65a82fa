"""The grammar of quotations laid over what the tagger found: their cues and sources, and what goes on.

Where both speak of the same clause the tagger's pieces stay, since it knows how far a source reaches.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hearsay.extract.labels import Piece
from hearsay.extract.reported import Credit, credit_after, is_pronoun
from hearsay.extract.tokens import Tokens
from hearsay.extract.whole import Quoted, paragraph_groups, without

# A quotation of five words, its marks and a comma: a shorter one may be a title, and a clause after it
# credits it in 72 of 100 cases only (98 of 100 from here on).
LONG = 8
# How far into the rest of its sentence a clause is followed.
REST = 20
_ENDS = frozenset('.?!…“”"')
_HALTS = frozenset(",?!")


@dataclass(slots=True)
class Credits:
    """The pieces of a text and what is known of them before anything is weighed.

    `given` maps a content to its cue and source, `follows` a content to an earlier one of its attribution.
    """

    pieces: list[Piece]
    given: dict[Piece, Credit] = field(default_factory=dict)
    follows: dict[Piece, Piece] = field(default_factory=dict)


def credit_quotations(tokens: Tokens, quoted: Sequence[Quoted], found: Sequence[Piece]) -> Credits:
    """Add the cues and sources that the grammar of reported speech gives to quotations; say which go on.

    `found` are the pieces after `whole_quotations`, in order and not overlapping.
    """
    clauses = _clauses(tokens, quoted)
    credits = _overlay(found, clauses)
    _tie(tokens, quoted, credits)
    return credits


def _clauses(tokens: Tokens, quoted: Sequence[Quoted]) -> list[tuple[Quoted, Credit]]:
    """The quotations that end within their sentence, with the clause after them."""
    clauses = []
    words = tokens.words
    sentences = set(tokens.sentences)
    for each in quoted:
        halt = words[each.end - 2] if each.closed and each.end - each.start >= LONG else ""
        if halt not in _HALTS or each.start not in sentences or each.end == len(words):
            continue
        if halt != "," and _begins_sentence(words[each.end]):
            continue  # a capital begins a new sentence: “Why?” She left.
        stop = tokens.paragraphs[bisect_right(tokens.paragraphs, each.end - 1)]
        credit = credit_after(tokens, each.end, stop)
        if credit is not None and not _is_told_by_another(words, credit, stop):
            clauses.append((each, credit))
    return clauses


def _begins_sentence(word: str) -> bool:
    """Whether `word` is a pronoun with a capital that it has from its place alone (She, not I)."""
    return word[0].isupper() and len(word) > 1 and is_pronoun(word)


def _is_told_by_another(words: Sequence[str], credit: Credit, stop: int) -> bool:
    """“…,” Lee said, according to Park: the outer report holds the inner one; the tagger may know it."""
    end = max(credit.cue.end, credit.source.end)
    for word in words[end : min(stop, end + REST)]:
        if word in _ENDS:
            return False
        if word == "according":
            return True
    return False


def _overlay(found: Sequence[Piece], clauses: Sequence[tuple[Quoted, Credit]]) -> Credits:
    """The pieces with those of the clauses laid over them."""
    contents = [piece for piece in found if piece.part in "AZ"]
    cues = [piece for piece in found if piece.part == "Q"]
    sources = [piece for piece in found if piece.part == "S"]
    given: dict[Piece, Credit] = {}
    laid: list[Piece] = []
    for each, credit in clauses:
        cue = _meeting(cues, credit.cue, credit.source) or credit.cue
        source = _meeting(sources, credit.source, credit.cue) or credit.source
        around = _meeting(contents, Piece("Z", each.start, each.end))
        content = Piece("Z", min(around.start, each.start) if around else each.start, each.end)
        laid += (content, cue, source)
        given[content] = Credit(cue, source)
    laid = _in_order(laid)
    rest = without(found, laid)
    return Credits(_in_order([*rest, *laid]), given)


def _in_order(found: Iterable[Piece]) -> list[Piece]:
    return sorted(set(found), key=lambda piece: (piece.start, piece.end))


def _meeting(found: Sequence[Piece], piece: Piece, other: Piece | None = None) -> Piece | None:
    """The first of `found` that overlaps `piece`, unless it overlaps `other` as well."""
    i = bisect_right(found, piece.start, key=lambda each: each.end)
    if i == len(found) or found[i].start >= piece.end:
        return None
    meets = found[i]
    return None if other and meets.start < other.end and other.start < meets.end else meets


def _tie(tokens: Tokens, quoted: Sequence[Quoted], credits: Credits) -> None:
    """Say of which contents the later ones go on from the earlier."""
    contents = [piece for piece in credits.pieces if piece.part in "AZ"]
    starts = [piece.start for piece in contents]
    for group in paragraph_groups(quoted):
        whole = [piece for each in group if (piece := _around(contents, starts, each))]
        for earlier, later in pairwise(whole):
            if earlier != later:
                credits.follows[later] = earlier
    sentences = set(tokens.sentences)
    for earlier_one, later_one in pairwise(quoted):
        if _goes_on(tokens, sentences, earlier_one, later_one):
            before, after = (_around(contents, starts, each) for each in (earlier_one, later_one))
            if before and after and before != after and after.start == later_one.start:
                credits.follows.setdefault(after, before)


def _goes_on(tokens: Tokens, sentences: set[int], earlier: Quoted, later: Quoted) -> bool:
    """Whether `later` is whole sentences, the last of its paragraph, after a quotation in the same one."""
    home = bisect_right(tokens.paragraphs, later.start)
    return (
        later.start in sentences
        and later.end - later.start >= LONG - 1
        and later.end == tokens.paragraphs[home]
        and bisect_right(tokens.paragraphs, earlier.start) == home
    )


def _around(contents: Sequence[Piece], starts: Sequence[int], each: Quoted) -> Piece | None:
    i = bisect_right(starts, each.start) - 1
    return contents[i] if i >= 0 and contents[i].end >= each.end else None
