"""A name taken apart: given name, surname and suffix of a person; words and noun of a body.

Names come as documents print them, most without titles. Whether a name is a person's or a body's is told by
its words alone, so that a name is the same in every case.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from hearsay.extract.naming.spellings import plain, readings, ways_of
from hearsay.lexicon import load_table, load_words
from hearsay.link.given import family_first, is_given, ways_by_given


@dataclass(frozen=True, slots=True)
class NameForm:
    """What one name says of its bearer.

    `shape` is full (given name and surname), bare (one of them) or body. `given`, `middles`, `surname` and
    `suffix` (jr, sr, ii, ...) are plain; of a body `middles` holds its levelled words, `surname` their last
    where it is a noun for what belongs to a person (campaign), `owner` then the rest. `gender` is what a
    courtesy title says: m, f or u. `ways` are the readings that its tradition allows. `keys` are shared by
    names that can be one actor: names without a common key are never compared. `spelt` are the surnames as
    spelt, `surnames` all their readings.
    """

    shape: Literal["full", "bare", "body"]
    given: str
    middles: tuple[str, ...]
    surname: str
    suffix: str
    gender: str
    ways: frozenset[str]
    surnames: frozenset[str]
    keys: frozenset[str]
    owner: str = ""
    spelt: frozenset[str] = frozenset()

    @property
    def identity(self) -> tuple[str, ...]:
        """What names have in common that differ in titles, accents and capitals alone."""
        return (self.shape, self.given, *self.middles, self.surname, self.suffix, self.owner)


@lru_cache(maxsize=1 << 17)
def form_of(name: str) -> NameForm:
    """Take a name apart; never raises, whatever the text."""
    spelt = _POSSESSIVE.sub(" ", name)
    words = _WORD.findall(spelt)
    if _is_body(name, words):
        return _body(_WORD.findall(_INITIALS.sub(lambda found: found[0].replace(".", ""), spelt)))
    return _person(words, name)


_DIAERESIS = "\u0308"
# Letters and digits, joined by hyphens and apostrophes.
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b[^\W\d_](?:\.[^\W\d_])+\b")
# A syllable of Chinese in Pinyin or Wade-Giles, or of Korean that looks alike.
_SYLLABLES = re.compile(r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|hs|ts|tz)?h?[aeiou]{1,3}(?:ng|n|h|r)?){1,2}")


def _person(words: list[str], name: str) -> NameForm:
    gender = "u"
    while len(words) > 1 and plain(words[0]) in _titles():
        told = _courtesies().get(plain(words[0]), "u")
        gender = told if told != "u" else gender
        words = words[1:]
    suffix = ""
    while len(words) > 1 and plain(words[-1]) in load_words("name_suffixes"):
        last = plain(words[-1])
        suffix = last if last in small_words("generation") else suffix
        words = words[:-1]
    # The E of "Marc E. Elias" is no particle.
    particles = {_joined(word) for word in words if not (len(word) == 1 and word.isupper())} & _particles()
    parts = [_joined(word) for word in words]
    # "Van Hollen" is a surname, "Al Gore" a whole name.
    lead = 0
    while (
        lead < len(parts) - 1
        and parts[lead] in particles
        and not (lead == 0 and parts[0] in small_words("given"))
    ):
        lead += 1
    if len(parts) - lead <= 1:
        return _bare(parts, lead, gender, suffix, name)
    given, *rest = parts
    particle = rest[-2] if len(rest) > 1 and rest[-2] in particles else ""
    rest = [part for part in rest[:-1] if part not in particles] + rest[-1:]
    surname = rest[-1]
    ways = ways_of(surname) | ways_by_given().get(given, frozenset())
    found = {surname, particle + surname, *(piece for piece in _pieces(words[-1]) if len(piece) > 2)}
    # Of a double surname papers print either: the part before the last, unless it is a given name.
    double = rest[-2] if len(rest) > 1 and len(rest[-2]) > 1 else ""
    found.add(double + surname)
    if double and not is_given(double):
        found.add(double)
    if any(_DIAERESIS in unicodedata.normalize("NFD", word) for word in words):
        ways |= {"umlaut"}
    if all(_SYLLABLES.fullmatch(part) for part in parts) and surname in family_first():
        ways |= {"zh"}
    elif given in family_first() and all(_SYLLABLES.fullmatch(part) for part in rest):
        # The family's name stands first; as it may not (Lee Baca), the last is a surname as well.
        ways |= {"zh"}
        found = {surname, given}
        given, surname, rest = "".join(rest), given, [given]
    surnames = frozenset(key for part in found for key in readings(part, ways))
    return NameForm(
        "full",
        given,
        tuple(rest[:-1]),
        surname,
        suffix,
        gender,
        ways,
        surnames,
        _keyed(surnames),
        spelt=frozenset(found),
    )


def _bare(parts: list[str], lead: int, gender: str, suffix: str, name: str) -> NameForm:
    alone = "".join(parts) or plain(name).strip() or "?"
    found = {alone}
    if lead and all(part in small_words("article") for part in parts[:lead]):
        found.add(parts[-1])
    ways = ways_of(alone) | (frozenset(("zh",)) if alone in family_first() else frozenset())
    surnames = frozenset(key for part in found for key in readings(part, ways))
    keys = _keyed(surnames)
    return NameForm("bare", "", (), alone, suffix, gender, ways, surnames, keys, spelt=frozenset(found))


def _body(words: list[str]) -> NameForm:
    levelled = [_joined(word) for word in words]
    while len(levelled) > 1 and levelled[0] in load_words("articles"):
        levelled = levelled[1:]
    while len(levelled) > 1 and levelled[-1] in load_words("legal_forms"):
        levelled = levelled[:-1]
    heads = load_words("organisation_heads")
    if len(levelled) > 2 and levelled[0] in heads and levelled[1] in ("of", "for"):
        # Ministry of Trade, Trade Ministry.
        levelled = [word for word in levelled[2:] if word != "the"] + levelled[:1]
    noun = levelled[-1] if levelled else ""
    keys = {"body " + " ".join(levelled)}
    if noun in _belongings() and len(levelled) > 1:
        owner = [word for word in levelled[:-1] if word not in load_words("campaign_words")] or levelled[:1]
        keys = {f"{noun} of {key}" for key in _person(owner, "").surnames}
        return NameForm(
            "body",
            "",
            (*owner, noun),
            noun,
            "",
            "u",
            frozenset(),
            frozenset(),
            frozenset(keys),
            " ".join(owner),
        )
    keys.update(f"initials {letters}" for letters in initials_of(tuple(levelled)))
    return NameForm("body", "", tuple(levelled), "", "", "u", frozenset(), frozenset(), frozenset(keys))


@lru_cache(maxsize=1 << 14)
def initials_of(levelled: tuple[str, ...]) -> frozenset[str]:
    """The acronyms that levelled words of a body can have, with and without its small words."""
    if len(levelled) == 1:
        return frozenset(levelled) if 2 <= len(levelled[0]) <= _LONGEST_ACRONYM else frozenset()
    all_ = "".join(word[0] for word in levelled)
    large = "".join(word[0] for word in levelled if word not in load_words("function_words"))
    return frozenset(letters for letters in (all_, large) if 2 < len(letters) <= _LONGEST_ACRONYM)


_LONGEST_ACRONYM = 8


def _is_body(name: str, words: list[str]) -> bool:
    if not words:
        return False
    flat = [plain(word) for word in words]
    if len(words) == 1:
        (word,) = flat
        letters = words[0].replace("-", "")
        return (
            word in load_words("outlet_words")
            or word in load_words("organisation_words")
            or word in load_words("places")
            or word in load_words("peoples")
            or word in load_words("parties")
            or (letters.isupper() and 2 <= len(letters) <= 5 and not is_given(word) and letters.isascii())
        )
    # The A of "A. Moreau" is no article.
    if " ".join(flat) in load_words("places") or (words[0] != "A" and flat[0] in load_words("articles")):
        return True
    bodies = load_words("organisation_words") | load_words("outlet_words")
    if flat[-1] in load_words("organisation_surnames") and is_given(flat[0]):
        return False
    return (
        any(word in bodies for word in (*flat[1:], *(flat[:1] if not is_given(flat[0]) else ())))
        or flat[-1] in _belongings()
        or flat[-1] in _bodies()
        or any(word in ("of", "for", "and") for word in words)
        or "&" in name
        or any(character.isdigit() for character in name)
    )


def _joined(word: str) -> str:
    return "".join(piece for piece in _pieces(word) if piece not in small_words("article")) or plain(word)


def _pieces(word: str) -> list[str]:
    flat = plain(word).replace("'", "").replace("’", "").replace("‘", "").replace("ʼ", "")
    return [piece for piece in flat.split("-") if piece and piece not in small_words("article")] or [flat]


def _keyed(surnames: frozenset[str]) -> frozenset[str]:
    return frozenset("name " + surname for surname in surnames)


@cache
def small_words(sort: str) -> frozenset[str]:
    """The words of `name_small_words.tsv` of this sort."""
    return frozenset(row["word"] for row in load_table("name_small_words") if row["sort"] == sort)


@cache
def _particles() -> frozenset[str]:
    return load_words("name_particles")


@cache
def _titles() -> frozenset[str]:
    """Titles before names that are no names themselves."""
    return load_words("name_titles") - load_words("name_particles") - load_words("name_suffixes")


@cache
def _courtesies() -> dict[str, str]:
    """Courtesy titles and what they say of their bearer's gender: those of `roles.tsv` without an office."""
    return {row["word"]: row["gender"] for row in load_table("roles") if row["office"] == "-"}


@cache
def _belongings() -> frozenset[str]:
    """Nouns for what belongs to a person: campaign, administration."""
    return frozenset(row["noun"] for row in load_table("group_nouns") if row["of"] == "person")


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["noun"] for row in load_table("group_nouns"))
