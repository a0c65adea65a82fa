"""Printings of one statement that differ in substance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearsay.check.material import Material, Printing, Told
from hearsay.link.variants import Change, difference
from hearsay.model import Finding, Place, Span, finding_id

# What a change of one word can be: what is moved or told at length is another matter than a wrong word.
_WORDS = 3
_SORTS = ("negation", "number", "word", "name")
# Distinct printings of a statement that are compared with its fullest ones.
_MOST = 60
# Words on each side of a change that both printings must have.
_FRAME = 2
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def wording(material: Material) -> Iterator[Finding]:
    """A finding for each statement whose direct quotations differ in a word on which the sense turns.

    Each quotation is compared with the one that most documents have (of equals, the longest). Those that are
    only quoted in part are counted on the side whose words they have. Certain where two outlets or more stand
    on each side, so that no slip of one reading makes it; else apparent. Which side is right is not said: who
    prints it is.
    """
    for statement in material.told:
        by_words: defaultdict[str, list[Printing]] = defaultdict(list)
        for printing in statement.printings:
            if printing.kind == "direct" and printing.parent is None:
                by_words[printing.words].append(printing)
        if len(by_words) < 2:
            continue
        base, *others = sorted(by_words, key=lambda words: (-len(by_words[words]), -len(words), words))[
            :_MOST
        ]
        found: defaultdict[tuple[str, str], list[tuple[Printing, Span]]] = defaultdict(list)
        places: dict[tuple[str, str], Span] = {}
        for words in others:
            for change in difference(base, words):
                pair = base[slice(*change.one)], words[slice(*change.other)]
                if _is_word(change, pair) and _is_framed(base, words, change):
                    key = pair[0].lower(), pair[1].lower()
                    found[key] += ((printing, change.other) for printing in by_words[words])
                    places.setdefault(key, change.one)
        for key in sorted(found):
            sides = _apart(_side(statement, *key), _side(statement, key[1], key[0]))
            if all(sides):
                yield _finding(material, statement, key, sides, found[key], places[key], by_words[base])


def _is_word(change: Change, pair: tuple[str, str]) -> bool:
    """Whether a change puts one word, or a few, in the place of others."""
    if pair[0].replace(".", "").lower() == pair[1].replace(".", "").lower():
        return False  # U.K., UK
    sizes = [len(side.split()) for side in pair]
    return change.kind == "substance" and change.sort in _SORTS and all(1 <= size <= _WORDS for size in sizes)


def _is_framed(one: str, other: str, change: Change) -> bool:
    """Whether the same words stand on both sides of a change: else it may lie between two sentences of which
    each printing has another one."""
    before = [
        _around(text[:start])[-_FRAME:] for text, (start, _) in ((one, change.one), (other, change.other))
    ]
    behind = [_around(text[end:])[:_FRAME] for text, (_, end) in ((one, change.one), (other, change.other))]
    ends = not (before[0] or before[1]) or not (behind[0] or behind[1])
    return not ends and before[0] == before[1] and behind[0] == behind[1]


def _around(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _apart(
    one: Sequence[Printing], other: Sequence[Printing]
) -> tuple[Sequence[Printing], Sequence[Printing]]:
    """The two sides without the documents that are on both: they have both sentences."""
    both = {each.document for each in one} & {each.document for each in other}
    left, right = ([each for each in side if each.document not in both] for side in (one, other))
    return left, right


def _side(statement: Told, word: str, other: str) -> list[Printing]:
    """The quotations of the statement, whole or in part, that have `word` and not `other`."""
    has, lacks = (re.compile(rf"(?<!\w){re.escape(each)}(?!\w)", re.IGNORECASE) for each in (word, other))
    return [
        each
        for each in statement.printings
        if each.kind != "indirect" and has.search(each.words) and not lacks.search(each.words)
    ]


def _finding(
    material: Material,
    statement: Told,
    key: tuple[str, str],
    sides: tuple[Sequence[Printing], Sequence[Printing]],
    changed: Sequence[tuple[Printing, Span]],
    at: Span,
    base: Sequence[Printing],
) -> Finding:
    most, fewest = ([each.document for each in side] for side in sides)
    width = min(len({material.where(document) for document in side}) for side in (most, fewest))
    places = (
        *(_place(each, at) for each in base[:1]),
        *(_place(printing, span) for printing, span in changed),
    )
    return Finding(
        id=finding_id("wording", places),
        kind="wording",
        verdict="certain" if width >= 2 else "apparent",
        text=f"One statement of {statement.speaker or 'somebody unnamed'} is printed in two ways: "
        f"“{key[0]}” in {material.outlets(most)}; “{key[1]}” in {material.outlets(fewest)}.",
        reading=None,
        places=places,
        statements=(statement.id,),
    )


def _place(printing: Printing, span: Span) -> Place:
    """Where a span of a printing's words stands in its document; all its first part, where it has several."""
    start, end = printing.content[0]
    if len(printing.content) > 1 or start + span[1] > end:
        return Place(printing.document, (start, end))
    return Place(printing.document, (start + span[0], start + span[1]))
