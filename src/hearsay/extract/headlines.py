"""Names where capital letters say little: in headlines, and at the start of sentences.

"Ann Smith Goes After Bob Jones" is one capitalised run and so is "Injecting Smith" at the start of a
sentence. The names that the rest of the article gives show where to cut.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from hearsay.extract.names import Name
from hearsay.extract.tokens import Tokens

# A line is a headline if it has at least so many words and this share of the longer ones has a capital.
HEADLINE_WORDS = 5
HEADLINE_SHARE = 0.75


def cut_names(tokens: Tokens, names: list[Name]) -> list[Name]:
    """`names` with those in headlines and at the start of sentences cut to names known from elsewhere."""
    headlines = _headlines(tokens)
    inside = [
        name
        for name in names
        if name.sort == "person" and not headlines[bisect_right(tokens.sentences, name.run) - 1]
    ]
    known = {name.words for name in inside}
    known |= {name.words[-1:] for name in inside}
    starts = frozenset(tokens.sentences)
    ordinary = frozenset(tokens.words)
    cut: list[Name] = []
    for name in names:
        if name.sort not in ("person", "maybe") or len(name.words) < 2 or name.words in known:
            cut.append(name)
        elif headlines[bisect_right(tokens.sentences, name.run) - 1] and len(name.words) > 2:
            cut.extend(_known_parts(tokens, name, known) or [name])
        elif name.sort == "maybe" and name.words[1:] in known and _begins(tokens, name, starts, ordinary):
            cut.append(replace(name, run=name.run + 1, first=name.first + 1, words=name.words[1:]))
        else:
            cut.append(name)
    return cut


def _begins(tokens: Tokens, name: Name, starts: frozenset[int], ordinary: frozenset[str]) -> bool:
    """Whether the first word of a name is an ordinary one that begins a sentence or a quotation."""
    if name.run != name.first or (name.run not in starts and tokens.words[name.run - 1][-1].isalnum()):
        return False
    return name.words[0] in ordinary or name.words[0].endswith("ing")


def _headlines(tokens: Tokens) -> list[bool]:
    """For each sentence, whether its words are capitalised as in a headline."""
    flags: list[bool] = []
    for start, stop in zip(tokens.sentences, tokens.sentences[1:], strict=False):
        words = [word for word in tokens.words[start:stop] if len(word) > 3 and word[0].isalpha()]
        capitals = sum(word[0].isupper() for word in words)
        flags.append(len(words) >= HEADLINE_WORDS - 1 and capitals >= HEADLINE_SHARE * len(words))
    return flags or [False]


def _known_parts(tokens: Tokens, name: Name, known: set[tuple[str, ...]]) -> list[Name]:
    """The known names in a run, longest first, left to right."""
    parts: list[Name] = []
    position = name.run
    while position < name.last:
        for stop in range(min(name.last, position + 4), position, -1):
            words = tuple(word.lower() for word in tokens.words[position:stop] if word[0].isalnum())
            if words in known and tokens.words[position][0].isalnum():
                owns = stop < len(tokens) and tokens.words[stop] in ("'s", "’s")
                sort = name.sort if stop - position == 1 else "person"
                parts.append(
                    replace(
                        name,
                        run=position,
                        first=position,
                        last=stop,
                        words=words,
                        titles=(),
                        sort="maybe" if stop - position == 1 else sort,
                        possessive=owns,
                    )
                )
                position = stop
                break
        else:
            position += 1
    return parts
