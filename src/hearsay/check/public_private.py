"""The same speaker on the same matter, in private and in public."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hearsay.check.days import length
from hearsay.check.material import Material, Printing, Told
from hearsay.lexicon import load_words
from hearsay.link.rarity import alone
from hearsay.link.speakers import compatible, plain_parts
from hearsay.link.wording import wording
from hearsay.model import Finding, Place, Visibility, finding_id

# What a word must tell by itself, in tenths of a bit, and how many such words two statements must share to be
# on one matter. Chosen on invented statements.
_TELLS = 110
_SHARED = 2
# What these must tell in all: a team and a job are everybody's.
_TOGETHER = 250
# The part of the shorter one's telling words that the two must share.
_PART = 0.3
_ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
_SHORT = 3
# How many times as many documents must hold to one setting as to the other.
_AGREE = 2
# The longest time, in days, that tells when words were said.
_DAYS = 31
# Statements of each side that are shown.
_MOST = 4


def public_private(material: Material) -> Iterator[Finding]:
    """A finding for each speaker who spoke of one matter both in private and in public; always apparent.

    Side by side and in the order of time; whether the two agree is for the reader. Only quotations count, and
    only where a document says in what setting they were said.
    """
    for speaker, statements in _by_speaker(material.told):
        settings = [(_visibility(material, each), each) for each in statements]
        private = [each for visibility, each in settings if visibility == "private"]
        public = [each for visibility, each in settings if visibility == "public"]
        pairs = [(one, other) for one in private for other in public if _on_one_matter(one, other)]
        if pairs:
            yield _finding(material, speaker, pairs)


def _by_speaker(told: Sequence[Told]) -> list[tuple[str, list[Told]]]:
    by_surname: defaultdict[str, list[tuple[str, list[Told]]]] = defaultdict(list)
    for statement in sorted(told, key=lambda each: (-len(each.speaker or ""), each.id)):
        name = statement.speaker
        parts = plain_parts(name) if name and ";" not in name else ()
        if name is None or not parts or not _quotations(statement):
            continue
        groups = by_surname[parts[-1]]
        group = next((one for one in groups if compatible(one[0], name)), None)
        if group is None:
            groups.append((name, [statement]))
        else:
            group[1].append(statement)
    return sorted((group for groups in by_surname.values() for group in groups), key=lambda group: group[0])


def _quotations(statement: Told) -> list[Printing]:
    return [each for each in statement.printings if each.kind == "direct"]


def _visibility(material: Material, statement: Told) -> Visibility | None:
    """How openly it was said, as most documents that say so have it; `None` where they are divided."""
    found = Counter(
        each.visibility
        for each in _quotations(statement)
        if each.visibility != "private" or _is_private(material, each)
    )
    private, public = found["private"], found["public"]
    if max(private, public) < _AGREE * min(private, public) or private == public:
        return None
    return "private" if private > public else "public"


def _is_private(material: Material, printing: Printing) -> bool:
    """Whether it was meant for few: what is told by telephone or email is as often told to the paper itself,
    unless the document says that it leaked."""
    if printing.what not in load_words("messages"):
        return True
    things = material.papers[printing.document].things
    return any(thing.leaked and set(thing.mentions) & set(printing.things) for thing in things)


def _on_one_matter(one: Told, other: Told) -> bool:
    here, there = _telling(_longest(one)), _telling(_longest(other))
    shared = here.keys() & there.keys()
    enough = len(shared) >= _SHARED and sum(here[stem] for stem in shared) >= _TOGETHER
    return enough and len(shared) >= _PART * min(len(here), len(there))


def _longest(statement: Told) -> str:
    return max((each.words for each in _quotations(statement)), key=lambda words: (len(words), words))


@lru_cache(maxsize=1 << 14)
def _telling(words: str) -> dict[str, int]:
    """The stems of the words that tell what it is about, and how much they tell."""
    small = load_words("function_words")
    telling = (word for word in wording(words).words if word.isalpha() and word not in small)
    return {_stem(word): alone(word) for word in telling if alone(word) >= _TELLS}


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            return word.removesuffix(ending)
    return word


def _finding(material: Material, speaker: str, pairs: Sequence[tuple[Told, Told]]) -> Finding:
    sides = [list(dict.fromkeys(pair[n].id for pair in pairs)) for n in (0, 1)]
    by_id = {each.id: each for pair in pairs for each in pair}
    shown = [
        sorted((_place_of(material, by_id[id_], kind) for id_ in ids), key=lambda each: each[0])
        for ids, kind in zip(sides, ("private", "public"), strict=True)
    ]
    places = tuple(place for side in shown for _, each in side for place in each)
    told = [
        "; ".join(
            f"{day if day != _UNDATED else 'undated'}, {material.where(each[0].document)}: {by_words}"
            for day, each, by_words in ((day, each, _words(material, each[0])) for day, each in side[:_MOST])
        )
        for side in shown
    ]
    return Finding(
        id=finding_id("public_private", places),
        kind="public_private",
        verdict="apparent",
        text=f"{speaker} in private: {told[0]}. In public: {told[1]}.",
        reading="the settings are as the documents tell, the days those of the words or of their printing",
        places=places,
        statements=tuple(sorted(by_id)),
    )


_UNDATED = "9999"


def _place_of(material: Material, statement: Told, visibility: str) -> tuple[str, list[Place]]:
    """The first day of a statement, and where it stands with the words that tell its setting."""
    printings = [each for each in _quotations(statement) if each.visibility == visibility]
    fullest = max(printings, key=lambda each: (len(each.words), each.document))
    days = [_day(each) or material.papers[each.document].day for each in printings]
    places = [Place(fullest.document, fullest.content[0])]
    if fullest.setting is not None:
        places.append(Place(fullest.document, fullest.setting))
    return min((day for day in days if day), default=_UNDATED), places


def _day(printing: Printing) -> str | None:
    """The first day of the time of the words, where that is not a whole season."""
    time = printing.time
    size = None if time is None else length((time.earliest, time.latest))
    return time.earliest if time is not None and size is not None and size <= _DAYS else None


def _words(material: Material, place: Place) -> str:
    return material.papers[place.document].text[slice(*place.span)]
