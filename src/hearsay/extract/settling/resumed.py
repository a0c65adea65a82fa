"""What goes on behind the authority in its midst: "Another boat – according to the ministry – was lost".

Taggers end such a content at the first mark, where only its subject stands.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from hearsay.extract.settling.reported import is_finite_behind, noun_phrase_end
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens

_MARKS = frozenset({",", "-", "–", "—"})


def resumed(tokens: Tokens, link: Link) -> Link:
    """The link with the rest of its clause, if its content is but the subject before "according to"."""
    words, cue, source = tokens.words, link.cue, link.source
    if cue is None or source is None or len(link.contents) != 1 or words[cue.start] != "according":
        return link
    subject = link.contents[0]
    end = subject.end - (words[subject.end - 1] in _MARKS)
    borders = (words[cue.start - 1], words[source.end] if source.end < len(words) else "")
    if not (end <= cue.start - 1 <= subject.end and borders[0] == borders[1] and borders[0] in _MARKS):
        return link
    verb = source.end + 1
    home = bisect_right(tokens.sentences, cue.start)
    stop = tokens.sentences[home] if home < len(tokens.sentences) else len(words)
    stop -= words[stop - 1] == "."
    whole = noun_phrase_end(words, subject.start, end) == end
    if not whole or verb >= stop or not is_finite_behind(words, verb):
        return link
    return replace(link, contents=(subject, Piece("A", verb, stop)))
