"""The organisations, outlets and countries an article names, each by the fullest form it gives."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.cast import Cast
from hearsay.extract.naming.name_words import is_ordinary
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.runs import OF_NAMES
from hearsay.extract.speakers.sources import group_nouns
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# How many tokens back "the company" may look for a company.
NEAR = 120
_MARKS = frozenset("\"'“”‘’")
# The longest name of a business, in words, that its first word alone can stand for.
LONGEST = 4
# How many mentions are looked at to see whether they are all of one organisation.
FEW = 50


@dataclass(frozen=True, slots=True)
class Organisations:
    """`full` maps the words of each organisation's name to the fullest printed form.

    `tokens` are the places where organisations are named, rising, `words` the names there, and `places` the
    positions in these two at which a name holds a word.
    """

    full: dict[tuple[str, ...], str]
    tokens: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]
    places: dict[str, list[int]]

    def last_before(
        self, token: int, fits: Callable[[tuple[str, ...]], bool], near: int = NEAR
    ) -> str | None:
        """The organisation whose name `fits` that was named last before `token`, at most `near` away."""
        last = bisect_left(self.tokens, token) - 1
        for position in range(last, max(-1, last - FEW), -1):
            if token - self.tokens[position] > near:
                break
            if fits(self.words[position]):
                return self.full[self.words[position]]
        return None

    def ending(self, last: tuple[str, str], token: int) -> str | None:
        """The organisation whose name ends in these two words, named last before `token` or else later."""
        places = self.places.get(last[1], [])
        fitting = [place for place in places[:FEW] if self.words[place][-2:] == last]
        before = bisect_left(fitting, bisect_left(self.tokens, token))
        return self.full[self.words[fitting[max(0, before - 1)]]] if fitting else None

    def bearing(self, word: str, token: int) -> str | None:
        """The organisation with `word` in its name that was named last before `token`.

        Where none was, one that is named later, if all later ones are the same.
        """
        places = self.places.get(word, [])
        before = bisect_left(places, bisect_left(self.tokens, token))
        if before:
            return self.full[self.words[places[before - 1]]]
        later = {self.words[place] for place in places[:FEW]}
        return self.full[later.pop()] if len(later) == 1 else None


def find_organisations(text: str, tokens: Tokens, names: list[Name], cast: Cast) -> Organisations:
    """Gather organisations; "the Post" and "EPA" take the longer name where exactly one fits."""
    printed: dict[tuple[str, ...], str] = {}
    heads = _heads(names, cast)
    places: list[tuple[int, tuple[str, ...]]] = []
    for index, name in enumerate(names):
        person = cast.by_name[index]
        body = _body_of(tokens, name)
        if body is not None and (person is not None or name.sort in ("place", "organisation", "maybe")):
            owner = person.full if person is not None else _printed(text, tokens, name)
            words = (*(person.words if person is not None else name.words), body)
            printed.setdefault(words, f"{owner} {body}")
            places.append((name.first, words))
            continue
        if person is not None or name.sort not in ("organisation", "maybe"):
            continue
        if name.words in heads:
            places.append((name.first, heads[name.words]))
            continue
        if name.sort == "maybe" and not name.definite and not _is_introduced(tokens, name):
            continue
        words = name.words
        printed.setdefault(words, _printed(text, tokens, name))
        if not _is_title(tokens, name):
            places.append((name.first, words))
    longer: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in printed:
        if len(words) > 1:
            longer[words[-1]].append(words)
            longer[
                "".join(word[0] for word in words if word not in ("of", "the", "for", "and", "on"))
            ].append(words)
    by_last: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in printed:
        by_last[words[-1]].append(words)
    full = printed | {head: printed[words] for head, words in heads.items() if head not in printed}
    # Twitter is Twitter, whatever else is called after it; the Post and the Times are shortened names.
    own_names = load_words("outlet_words") - load_words("organisation_words")
    for words in printed:
        if len(words) > 1 and words[-1] in load_words("state_bodies"):
            fitting = [each for each in by_last[words[-1]] if each[-len(words) :] == words and each != words]
            if len(fitting) == 1:
                full[words] = printed[fitting[0]]
        if len(words) == 1:
            fitting = longer.get(words[0].replace(".", ""), [])
            # The World of Nordlink is not Nordlink.
            fitting = [each for each in fitting if each[-1] != words[0] or each[-2] not in OF_NAMES]
            if words[0] in own_names or printed[words].isupper():
                # The Halvern NPA is a part of the NPA.
                fitting = [each for each in fitting if each[-1] != words[0]]
            if len(fitting) == 1:
                full[words] = printed[fitting[0]]
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for position, (_, words) in enumerate(places):
        for word in dict.fromkeys(words):
            by_word[word].append(position)
    return Organisations(
        full, tuple(token for token, _ in places), tuple(words for _, words in places), by_word
    )


def _heads(names: list[Name], cast: Cast) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For the first words of longer names of businesses these names: Nordlink, of Nordlink Motors.

    None for ordinary words, and where two longer names begin alike.
    """
    longer: dict[tuple[str, ...], tuple[str, ...]] = {}
    several: set[tuple[str, ...]] = set()
    for name, person in zip(names, cast.by_name, strict=True):
        words = name.words
        if person is not None or name.sort != "organisation" or not 2 <= len(words) <= LONGEST:
            continue
        if is_ordinary(words[0]) or not any(map(_is_business, words[1:])) or "of" in words:
            continue
        if longer.setdefault(words[:1], words) != words:
            several.add(words[:1])
    return {head: words for head, words in longer.items() if head not in several}


def _is_business(word: str) -> bool:
    return word in load_words("legal_forms") or _kinds().get(word) == "business"


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in load_table("body_kinds")}


def _is_introduced(tokens: Tokens, name: Name) -> bool:
    """Whether the word beside a name says what body it is: the weekly | Der Anker, Home Circle | magazine."""
    before = tokens.words[name.run - 1] if name.run else ""
    behind = tokens.words[name.last] if name.last < len(tokens) and not name.possessive else ""
    return "any" in (group_nouns().get(before), group_nouns().get(behind))


def _is_title(tokens: Tokens, name: Name) -> bool:
    """Whether the name of several words is all that stands between quotation marks: a book, a show."""
    words = tokens.words
    if len(name.words) < 2 or name.run == 0 or words[name.run - 1] not in _MARKS:
        return False
    behind = name.last + (words[name.last : name.last + 1] in ([","], ["."]))
    return behind < len(words) and words[behind] in _MARKS


def _body_of(tokens: Tokens, name: Name) -> str | None:
    """The noun right behind a name that makes it that of a body: the Smith | campaign, Dover | police."""
    following = name.last + (1 if name.possessive else 0)
    if following >= len(tokens):
        return None
    noun = tokens.words[following]
    of = group_nouns().get(noun)
    return noun if of == "place" or (of == "person" and name.sort != "place") else None


def _printed(text: str, tokens: Tokens, name: Name) -> str:
    return " ".join(text[tokens.starts[name.first] : tokens.ends[name.last - 1]].split())
