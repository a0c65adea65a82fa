"""What a name is of: an outlet, an agency, an organisation, a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.extract.naming.name_words import given_gender
from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.outlets import shipped
from hearsay.model import LinkKind


def kind_of_name(name: str) -> LinkKind:
    """What a name is of, by its words: an outlet, an agency, an organisation, a person, or unknown."""
    words = [word.strip(".,").lower() for word in name.removeprefix("The ").split()]
    listed = _listed().get(" ".join(words))
    agency = any(word in load_words("agencies") for word in words) or words[:2] == ["associated", "press"]
    if agency or listed == "agency":
        return "agency"
    channel = len(words) == 2 and words[0] == "channel" and words[1] in _channels()
    if channel or listed is not None or any(word in _outlet_words() for word in words):
        return "outlet"
    if any(word in load_words("organisation_words") for word in words) or (
        len(words) == 1 and words[0] in load_words("outlet_words")
    ):
        return "organisation"
    first = words[0] if words else ""
    if first in load_words("name_titles") or given_gender(first) is not None:
        return "person"
    return "person" if len(words) in (2, 3) and all(word.isalpha() for word in words) else "unknown"


def is_outlet(name: str | None) -> bool:
    return name is not None and kind_of_name(name) in ("outlet", "agency")


def is_person(words: Sequence[str]) -> bool:
    """Whether a description, in small letters, is one of a person or of people: the minister of ports."""
    heads = [n for n in range(len(words)) if n + 1 == len(words) or words[n + 1] in ("of", "for", "in")]
    return len(words) > 1 and words[heads[0]] in _persons()


@cache
def _persons() -> frozenset[str]:
    """Nouns for persons, people and who holds an office."""
    rows = load_table("word_classes")
    known = {row["form"] for row in rows if "person" in row["class"]}
    return frozenset(known | {row["word"] for row in load_table("roles")})


@cache
def _outlet_words() -> frozenset[str]:
    rows = load_table("body_kinds")
    return frozenset(row["word"] for row in rows if row["kind"] == "outlet") | load_words("broadcasters")


@cache
def _channels() -> frozenset[str]:
    """What the channels of television are numbered with."""
    return load_words("numerals") | {str(number) for number in range(100)}


@cache
def _listed() -> dict[str, LinkKind]:
    """The outlets of lexicon/outlets.tsv by their names in small letters, but for ordinary words."""
    found: dict[str, LinkKind] = {}
    for outlet in shipped():
        kind: LinkKind = "agency" if outlet.kind == "agency" else "outlet"
        for name in (outlet.name, *outlet.aliases):
            words = name.lower().removeprefix("the ").split()
            if len(words) > 1 or (words and words[0] not in load_words("ordinary_words")):
                found.setdefault(" ".join(words), kind)
    return found
