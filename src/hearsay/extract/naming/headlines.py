"""Names where capital letters say little: in headlines, and at the start of sentences.

"Ann Smith Goes After Bob Jones" is one capitalised run and so is "Injecting Smith" at the start of a
sentence. The names that the rest of the article gives show where to cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import replace
from functools import cache
from itertools import pairwise

from hearsay.extract.naming.name_words import given_gender, is_ordinary
from hearsay.extract.naming.names import Name, Sort
from hearsay.extract.naming.titled_works import without_title_word
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# A sentence is a headline if it has so many words of four letters or more and most begin with a capital.
HEADLINE_WORDS = 5
HEADLINE_SHARE = 0.75
# The longest run in a headline, in words, that may be one name unknown elsewhere.
LONGEST = 4


def cut_names(tokens: Tokens, names: list[Name], capitals: list[int]) -> list[Name]:
    """`names` with those in headlines and at the start of sentences cut to names known from elsewhere."""
    headlines = _headlines(tokens, capitals)
    before = _given_names_before(tokens, capitals)
    in_headline = [headlines[bisect_right(tokens.sentences, name.run) - 1] for name in names]
    inside = [
        name
        for name, headline in zip(names, in_headline, strict=True)
        if name.sort == "person" and not headline
    ]
    known = {name.words for name in inside}
    known |= {name.words[-1:] for name in inside}
    plain = frozenset(known)
    # A surname that the text uses alone, after a given name that only the headline has.
    known |= {
        (given, *name.words)
        for name in names
        if name.sort == "maybe" and len(name.words) == 1
        for given in before.get(name.words[0], ())
    }
    starts, paragraphs = frozenset(tokens.sentences), frozenset(tokens.paragraphs)
    ordinary = frozenset(tokens.words)
    certain = {
        name.words
        for name, headline in zip(names, in_headline, strict=True)
        if not headline and not _opens(tokens, name, starts)
    }
    settled = certain | known
    alone = {name.words for name in names if len(name.words) == 1}
    cut: list[Name] = []
    for name, inside_headline in zip(names, in_headline, strict=True):
        if name.run in paragraphs and _is_dateline(tokens, name):
            continue
        name = without_title_word(tokens, name, alone, starts)
        if name.sort in ("maybe", "organisation") and name.words not in settled:
            opening = _without_opening(tokens, name, settled, starts)
            if opening is None:
                continue
            name = opening
        ending = _full_name_at_end(tokens, name, known) if len(name.words) > 3 else None
        if ending is not None and not inside_headline:
            cut.extend(ending)
            continue
        glued = name.sort == "organisation" and len(name.words) > 2 and name.words[-1:] in known
        if glued and name.words[:-1] in certain:
            cut.extend(_cut_last(name))
            continue
        headline = inside_headline or _is_shouted(tokens, name)
        first = name.words[0]
        opens = name.run in starts and first.endswith(("ing", "ed", "ly", "-old"))
        loose = headline or opens or is_ordinary(first)
        if name.sort in ("place", "people", "office", "other") or len(name.words) < 2 or name.words in known:
            cut.append(name)
        elif headline and name.titles and _opens_verb(name):
            cut.extend(_known_parts(tokens, name, known))
        elif headline and len(name.words) > (2 if name.sort != "organisation" else 5):
            parts = _known_parts(tokens, name, known)
            leading = _before_verb(tokens, name)
            if leading is not None and not any(part.run < leading.last for part in parts):
                parts = [leading, *parts]
            # A run this long that holds no known name is a headline's words.
            cut.extend(parts or ([name] if len(name.words) <= LONGEST else []))
        elif name.run == name.first and (
            _first_is_no_name(tokens, name, known if loose else plain, starts, ordinary)
            or (headline and _is_headline_word(name, known))
        ):
            cut.append(_without_first(name))
        else:
            cut.append(name)
    return cut


def _is_dateline(tokens: Tokens, name: Name) -> bool:
    """Whether a name is where a wire story was written: DOVER (NPA) --; the name begins a paragraph."""
    words = tokens.words
    if not all(word.isupper() for word in words[name.run : name.last]):
        return False
    behind = words[name.last : name.last + 4]
    if behind[:1] == ["("] and behind[2:3] == [")"]:
        behind = behind[3:]
    return len(words[name.run]) > 1 and behind[:1] in (["-"], ["–"], ["—"])


def _opens(tokens: Tokens, name: Name, starts: frozenset[int]) -> bool:
    """Whether a name stands where any word has a capital letter."""
    if name.first == 0 or name.first in starts:
        return True
    before = tokens.words[name.first - 1]
    return (
        not (before[-1].isalnum() or before in ",;&")
        or tokens.starts[name.first] - tokens.ends[name.first - 1] > 1
    )


def _without_opening(
    tokens: Tokens,
    name: Name,
    settled: set[tuple[str, ...]],
    starts: frozenset[int],
) -> Name | None:
    """A name seen only where sentences begin, without a first word that is none's; `None` if nothing is left.

    "Please", "Research", and "Poor Ann" where the article has Ann elsewhere.
    """
    words = name.words
    if name.titles or name.definite or not words or not _opens(tokens, name, starts):
        return name
    if name.sort == "organisation" and (len(words) > 1 or words[0] in load_words("outlet_words")):
        return name
    if len(words) > 1 and words[1:] in settled and is_ordinary(words[0]):
        if given_gender(words[0]) is None and tokens.words[name.first + 1][0].isupper():
            return _without_first(name)
        return name
    return None if all(is_ordinary(word) for word in words) else name


def _without_first(name: Name) -> Name:
    words = name.words[1:]
    person = len(words) > 1 and given_gender(words[0]) is not None and name.sort == "maybe"
    sort: Sort = "person" if person else name.sort
    return replace(name, run=name.first + 1, first=name.first + 1, words=words, sort=sort)


def _cut_last(name: Name) -> tuple[Name, Name]:
    """A body and a person whom no comma parts: "In a talk with the Dover Post | Smith said"."""
    border = name.last - 1
    body = replace(name, last=border, words=name.words[:-1], possessive=False)
    person = replace(
        name, run=border, first=border, words=name.words[-1:], titles=(), sort="maybe", definite=False
    )
    return body, person


def _full_name_at_end(tokens: Tokens, name: Name, known: set[tuple[str, ...]]) -> tuple[Name, Name] | None:
    """A place or body and the full name of a person behind it: spokesman for the Dover Road | Ann Smith."""
    words = name.words
    plain = name.last - name.first == len(words) and name.sort != "person"
    if not plain or words in known or words[-2:] not in known or given_gender(words[0]) is not None:
        return None
    border = name.last - 2
    body = replace(name, last=border, words=words[:-2], possessive=False)
    person = replace(
        name, run=border, first=border, words=words[-2:], titles=(), sort="person", definite=False
    )
    return body, person


def _given_names_before(tokens: Tokens, capitals: list[int]) -> dict[str, set[str]]:
    """For each capitalised word, the given names that stand right before it somewhere."""
    before: dict[str, set[str]] = {}
    words = tokens.words
    for first, second in pairwise(capitals):
        if second == first + 1 and given_gender(given := words[first].lower()) is not None:
            before.setdefault(words[second].lower(), set()).add(given)
    return before


def _is_shouted(tokens: Tokens, name: Name) -> bool:
    return len(name.words) > 3 and all(word.isupper() for word in tokens.words[name.run : name.last - 1])


def _first_is_no_name(
    tokens: Tokens, name: Name, known: Set[tuple[str, ...]], starts: frozenset[int], ordinary: frozenset[str]
) -> bool:
    """Whether the rest of a name is one that the article knows and its first word does not belong to it."""
    first, rest = name.words[0], name.words[1:]
    if rest not in known or given_gender(first) is not None or not tokens.words[name.run + 1][0].isupper():
        return False
    if len(rest) > 1:
        return True
    begins = name.run in starts or not tokens.words[name.run - 1][-1].isalnum()
    return begins and (first in ordinary or first.endswith(("ing", "ly", "ed")))


def _before_verb(tokens: Tokens, name: Name) -> Name | None:
    """The given name and surname before a verb of saying that a headline begins with: Ann Smith | Says It."""
    words, start = tokens.words, name.run
    while start < name.last and words[start].lower() in load_words("function_words"):
        start += 1
    for stop in (start + 2, start + 3):
        if stop >= name.last or words[stop].lower() not in _finite():
            continue
        found = tuple(word.lower() for word in words[start:stop])
        if given_gender(found[0]) is not None and all(map(str.isalpha, found)) and not is_ordinary(found[-1]):
            return replace(
                name,
                run=start,
                first=start,
                last=stop,
                words=found,
                titles=(),
                sort="person",
                definite=False,
                possessive=False,
            )
    return None


@cache
def _finite() -> frozenset[str]:
    """Finite forms of the verbs that report (says, thinks, told)."""
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["form"] != row["lemma"] and row["form"][-3:] != "ing")


def _opens_verb(name: Name) -> bool:
    """Whether what stands behind a title is no name but a verb or an adverb: Senator | Endorsed Smith."""
    first = name.words[0]
    return (
        given_gender(first) is None and is_ordinary(first) and (len(name.words) > 2 or first.endswith("ed"))
    )


def _is_headline_word(name: Name, known: set[tuple[str, ...]]) -> bool:
    """Whether a headline's ordinary word stands before a surname of the article: Calls | Smith."""
    first, rest = name.words[0], name.words[1:]
    return name.sort == "maybe" and rest in known and is_ordinary(first) and given_gender(first) is None


def _headlines(tokens: Tokens, capitals: list[int]) -> list[bool]:
    """For each sentence, whether its words are capitalised as in a headline."""
    flags: list[bool] = []
    before = 0
    for start, stop in pairwise(tokens.sentences):
        first, before = before, bisect_left(capitals, stop)
        if before - first < HEADLINE_WORDS * HEADLINE_SHARE:
            flags.append(False)
            continue
        flags.append(capitalised_throughout(tokens.words[start:stop]))
    return flags or [False]


def capitalised_throughout(words: list[str]) -> bool:
    """Whether the words of a sentence are capitalised as in a headline."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    large = sum(word[0].isupper() for word in long)
    return len(long) >= HEADLINE_WORDS and large >= HEADLINE_SHARE * len(long)


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
