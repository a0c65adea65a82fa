"""The outlets that a text names, under their names, aliases, acronyms, and short names after the full one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from hearsay.extract.naming.spellings import plain
from hearsay.lexicon import load_words
from hearsay.link.name_forms import initials_of
from hearsay.link.outlets.directory import Directory, name_key
from hearsay.model import Span

# Words of a name as `_WORD` cuts them; longer names are found by their first so many.
_LONGEST = 7
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|&")
_GENERIC = 2


@dataclass(frozen=True, slots=True)
class Named:
    """One place where a text names an outlet: `printed` is `text[start:stop]`, `outlet` its own name."""

    span: Span
    printed: str
    outlet: str
    agency: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as it is looked for; `outlet` is empty where several have it, an `acronym` is in capitals."""

    words: tuple[str, ...]
    outlet: str
    agency: bool
    acronym: bool


class Names:
    """Finds outlets in texts: those of a directory, and those that a case has documents of.

    Of the directory's, only names that can hardly be anything else count: those of agencies, of two words and
    more that are no place, and of one word that the lexicon lists as an outlet.
    """

    def __init__(self, known: Directory, present: Iterable[str] = ()) -> None:
        self._known, self._agencies = _forms_of(known)
        forms: dict[tuple[tuple[str, ...], bool], set[str]] = defaultdict(set)
        for name in sorted(set(present)):
            row = known.by_name(name)
            for other in (name, *(row.aliases if row else ())):
                forms[tuple(name_key(other).split()), _is_acronym(other)].add(name)
            for letters in _acronyms(name):
                forms[(letters,), True].add(name)
        # What an outlet of the case is called means that one, whoever else is called so.
        self._taken = frozenset(words for words, _ in forms)
        self._present = _by_first_word(forms, self._agencies)

    def find(self, text: str, own: str | None = None) -> list[Named]:
        """The outlets that the text names, in its order; a name within another's is not found.

        `own` is the outlet that prints the text: it names itself by the last word of its name from the start.
        """
        words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
        levelled = [_levelled(word) for word, _, _ in words]
        found: list[Named] = []
        short: dict[str, tuple[str, bool]] = {}
        if own is not None and len(parts := name_key(own).split()) > 1:
            short[parts[-1]] = (own, name_key(own) in self._agencies)
        at = 0
        while at < len(words):
            word, start, _ = words[at]
            length = 0
            if word[0].isupper() or word[0].isdigit() or (word.islower() and len(word) == 3):
                length, outlet, agency = self._longest(words, levelled, at)
            if not length and word[0].isupper() and levelled[at] in short and _after_article(words, at):
                length, (outlet, agency) = 1, short[levelled[at]]
            if length and not _goes_on(text, words, at, length):
                stop = _bare_end(text, words[at + length - 1])
                begin = _begin(text, words, at)
                printed = text[begin:stop]
                if not outlet or (begin < start and name_key(printed) != name_key(text[start:stop])):
                    outlet, agency = printed, False
                found.append(Named((begin, stop), printed, outlet, agency))
                if length > 1:
                    short[levelled[at + length - 1]] = (outlet, agency)
                at += length
            else:
                at += 1
        return found

    def _longest(
        self, words: list[tuple[str, int, int]], levelled: list[str], at: int
    ) -> tuple[int, str, bool]:
        best = (0, "", False)
        for forms, mine in ((self._present, True), (self._known, False)):
            for form in forms.get(levelled[at], ()):
                if (
                    len(form.words) > best[0]
                    and tuple(levelled[at : at + len(form.words)]) == form.words
                    and (mine or form.words not in self._taken)
                    and (not form.acronym or _is_printed_large(words[at][0]))
                ):
                    best = (len(form.words), form.outlet, form.agency)
                    break
        return best


@lru_cache(1 << 16)
def _levelled(word: str) -> str:
    return plain(word).replace(".", "").removesuffix("'s")


def _by_first_word(
    forms: Mapping[tuple[tuple[str, ...], bool], set[str]], agencies: frozenset[str]
) -> dict[str, list[_Form]]:
    """Forms under their first word, the longest first; one that several outlets have is none of theirs."""
    found: dict[str, list[_Form]] = defaultdict(list)
    for (words, acronym), names in sorted(forms.items()):
        if words:
            outlet = min(names) if len(names) == 1 else ""
            found[words[0]].append(_Form(words, outlet, name_key(outlet) in agencies, acronym))
    for listed in found.values():
        listed.sort(key=lambda form: (-len(form.words), form.words, form.acronym))
    return dict(found)


@lru_cache(8)
def _forms_of(known: Directory) -> tuple[dict[str, list[_Form]], frozenset[str]]:
    """The forms of a directory's names that can hardly be anything else, and the keys of its agencies."""
    agencies = frozenset(name_key(row.name) for row in known if row.kind == "agency")
    forms: dict[tuple[tuple[str, ...], bool], set[str]] = defaultdict(set)
    for row in known:
        for name in (row.name, *row.aliases):
            words = tuple(name_key(name).split())
            if name != row.name and _is_acronym(name) and row.kind != "agency" and row.source == "smm":
                continue  # the acronym of a state's broadcaster is another outlet's abroad: NBC, ABC
            if words and _is_telling(words, row.kind == "agency"):
                forms[words, _is_acronym(name)].add(row.name)
    return _by_first_word(forms, agencies), agencies


def _is_printed_large(word: str) -> bool:
    return word == "dpa" or word.removesuffix("'s").removesuffix("’s").replace(".", "").isupper()


def _acronyms(name: str) -> frozenset[str]:
    words = tuple(name_key(name).replace("-", " ").split())
    return frozenset(letters for letters in initials_of(words) if len(words) > _GENERIC)


def _is_acronym(name: str) -> bool:
    return " " not in name and name.isupper() and len(name) <= 6


def _is_telling(words: tuple[str, ...], agency: bool) -> bool:
    if len(words) == 1:
        return agency or words[0] in load_words("outlet_words")
    key = " ".join(words)
    return key not in load_words("places") and not all(word in load_words("function_words") for word in words)


def _after_article(words: list[tuple[str, int, int]], at: int) -> bool:
    return at > 0 and words[at - 1][0].lower() in load_words("articles")


def _begin(text: str, words: list[tuple[str, int, int]], at: int) -> int:
    """Where the name begins of which one was found: "Galveston Daily News" is more than "Daily News"."""
    begin = words[at][1]
    while at and words[at - 1][0][0].isupper() and text[words[at - 1][2] : begin] == " ":
        at -= 1
        word = plain(words[at][0])
        if (
            word in load_words("calendar_words")
            or word in load_words("outlet_nouns")
            or words[at][0].endswith(("'s", "’s"))
        ):
            break
        if word in load_words("function_words"):
            return words[at][1] if word in load_words("articles") else begin
        begin = words[at][1]
    return begin


def _goes_on(text: str, words: list[tuple[str, int, int]], at: int, length: int) -> bool:
    """Whether the name is a piece of a longer one: "the State Department"."""
    last = at + length
    if last < len(words) and words[last][0][0].isupper() and text[words[last - 1][2] : words[last][1]] == " ":
        return not words[last - 1][0].endswith(("'s", "’s"))
    return False


def _bare_end(text: str, word: tuple[str, int, int]) -> int:
    for ending in ("'s", "’s"):
        if text[: word[2]].endswith(ending) and word[0].endswith(ending):
            return word[2] - len(ending)
    return word[2]
