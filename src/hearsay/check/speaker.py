"""The same words credited to different people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from hearsay.check.material import Material, Printing, Told
from hearsay.link.media import is_medium
from hearsay.link.rarity import alone
from hearsay.link.speakers import compatible
from hearsay.link.wording import wording
from hearsay.model import Finding, Place, finding_id

# Words in a row that two quotations must share to be the same words, and the share of what the shorter tells.
_RUN = 5
_MOST = 0.85
# What they must tell in all, in tenths of a bit: anybody says that the numbers do not add up.
_TELLS = 600
_OPENING = "“\"‘'«"
_INNER = re.compile(r"(?:^|\s)[‘“\"'«](?=[A-Za-z])")
# Outlets that must hold to one side, against one outlet on the other, for a wrong credit to be certain.
_WIDE = 3
# Speaker, statement (an id), and the words between quotation marks.
_Form = tuple[str, str, tuple[str, ...]]


def speaker(material: Material) -> Iterator[Finding]:
    """A finding for each pair of people to whom quotations with the same run of words are credited.

    Only quotations count whose credit itself holds the speaker's name, and none that stands within another or
    holds one: who repeats somebody's words is no other speaker of them. On the side that more documents
    carry, what else has these words in the same statement counts as well. It is certain where three outlets
    or more hold to one side and one to the other, and no document does both; else apparent.
    """
    holders = {
        printing.parent
        for statement in material.told
        for printing in statement.printings
        if printing.parent is not None
    }
    # Printings of the same words by the same speaker in one statement are compared once, as one form.
    forms: defaultdict[_Form, list[Printing]] = defaultdict(list)
    for statement in material.told:
        for printing in statement.printings:
            if printing.kind == "indirect" or not printing.named or ";" in (printing.speaker or ""):
                continue
            if printing.parent is not None or printing.attribution in holders or _repeats(printing):
                continue
            forms[printing.speaker or "", statement.id, tuple(_quoted(printing))].append(printing)
    by_run: defaultdict[tuple[str, ...], set[_Form]] = defaultdict(set)
    for form in forms:
        words = form[2]
        for at in range(len(words) - _RUN + 1):
            by_run[words[at : at + _RUN]].add(form)
    meet = {
        (one, other)
        for sharing in by_run.values()
        if len({speaker_ for speaker_, _, _ in sharing}) > 1
        for one in sharing
        for other in sharing
        if one[0] < other[0]
    }
    pairs: defaultdict[tuple[str, str, str, str], dict[str, tuple[Printing, str]]] = defaultdict(dict)
    for one, other in meet:
        if not compatible(one[0], other[0]) and _same(one[2], other[2]):
            pair = pairs[one[0], other[0], min(one[1], other[1]), max(one[1], other[1])]
            for form in (one, other):
                pair.update((printing.attribution, (printing, form[1])) for printing in forms[form])
    by_id = {statement.id: statement for statement in material.told}
    for (first, second, *_), found in sorted(pairs.items(), key=lambda pair: pair[0]):
        named = [found[key] for key in sorted(found)]
        yield _finding(material, first, second, [*named, *_others(by_id, first, second, named)])


def _others(
    by_id: dict[str, Told], first: str, second: str, named: list[tuple[Printing, str]]
) -> list[tuple[Printing, str]]:
    """The other quotations of the statements that more documents carry, of the two.

    Whom "he" means there is read off the text; where a statement has the name as well it is taken as read.
    """
    sides = [
        {printing.document for each, of in named if each.speaker == name for printing in by_id[of].printings}
        for name in (first, second)
    ]
    if len(sides[0]) == len(sides[1]):
        return []
    most = (first, second)[len(sides[0]) < len(sides[1])]
    ids = {of for each, of in named if each.speaker == most}
    known = {each.attribution for each, _ in named}
    runs = {run for each, _ in named if each.speaker != most for run in _runs(_quoted(each))}
    return [
        (replace(printing, speaker=most), of)
        for of in sorted(ids)
        for printing in by_id[of].printings
        if printing.kind != "indirect"
        and printing.attribution not in known
        and printing.speaker is not None
        and compatible(printing.speaker, most)
        and not runs.isdisjoint(_runs(_quoted(printing)))
    ]


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _repeats(printing: Printing) -> bool:
    """Whether a paper is credited, or somebody with words that hold another quotation: they repeat others."""
    inside = printing.words.strip().lstrip(_OPENING)
    return is_medium(printing.speaker or "") or _INNER.search(inside) is not None


def _quoted(printing: Printing) -> list[str]:
    """The words between quotation marks, levelled."""
    form = wording(printing.words)
    return [_spelt(word) for word, inside in zip(form.words, form.inside, strict=True) if inside]


def _spelt(word: str) -> str:
    """Harbour and harbor alike."""
    return f"{word[:-3]}or" if word.endswith("our") and len(word) > 5 else word


def _same(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one stretch makes up most of what the shorter quotation tells."""
    longest = SequenceMatcher(None, words, others, autojunk=False).find_longest_match()
    shared = sum(map(alone, words[longest.a : longest.a + longest.size]))
    all_ = min(sum(map(alone, words)), sum(map(alone, others)))
    return longest.size >= _RUN and shared >= max(_MOST * all_, _TELLS)


def _finding(material: Material, first: str, second: str, found: list[tuple[Printing, str]]) -> Finding:
    sides = [[each for each, _ in found if each.speaker == name] for name in (first, second)]
    sides.sort(key=lambda side: (-len({each.document for each in side}), side[0].speaker or ""))
    most, fewest = ([each.document for each in side] for side in sides)
    outlets = [len({material.where(document) for document in side}) for side in (most, fewest)]
    sure = outlets[0] >= _WIDE and outlets[1] == 1 and not set(most) & set(fewest)
    places = tuple(Place(each.document, each.content[0]) for side in sides for each in side)
    return Finding(
        id=finding_id("speaker", places),
        kind="speaker",
        verdict="certain" if sure else "apparent",
        text=f"{material.outlets(most)} credit{'s' if len(set(most)) == 1 else ''} these words to "
        f"{sides[0][0].speaker}, {material.outlets(fewest)} to {sides[1][0].speaker}: "
        f"{sides[1][0].words}",
        reading=None,
        places=places,
        statements=tuple(sorted({of for _, of in found})),
    )
