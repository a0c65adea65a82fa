"""The outlets that a text names, under their names, aliases, acronyms, and short names after the full one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.lexicon import load_words
from hearsay.link.name_forms import initials_of
from hearsay.link.outlets.directory import Directory, name_key
from hearsay.link.spellings import plain
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


class Names:
    """Finds outlets in texts: those of a directory, and those that a case has documents of.

    Of the directory's, only names that can hardly be anything else count: those of agencies, of two words and
    more that are no place, and of one word that the lexicon lists as an outlet.
    """

    def __init__(self, known: Directory, present: Iterable[str] = ()) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], str, bool, bool]]] = defaultdict(list)
        agencies = self._agencies = {name_key(row.name) for row in known if row.kind == "agency"}
        forms: dict[tuple[tuple[str, ...], bool], set[str]] = defaultdict(set)
        mine = sorted(set(present))
        for name in mine:
            row = known.by_name(name)
            for other in (name, *(row.aliases if row else ())):
                forms[tuple(name_key(other).split()), _is_acronym(other)].add(name)
            for letters in _acronyms(name):
                forms[(letters,), True].add(name)
        self._present = frozenset(mine)
        taken = {key for key, _ in forms}
        for row in known:
            for name in (row.name, *row.aliases):
                words = tuple(name_key(name).split())
                if name != row.name and _is_acronym(name) and row.kind != "agency" and row.source == "smm":
                    continue  # the acronym of a state's broadcaster is another outlet's abroad: NBC, ABC
                if words and words not in taken and _is_telling(words, row.kind == "agency"):
                    forms[words, _is_acronym(name)].add(row.name)
        for (words, acronym), names in sorted(forms.items()):
            if not words:
                continue
            # A name that several bear is none of theirs, unless the case has documents of one of them.
            here = names & self._present or names
            outlet = min(here) if len(here) == 1 else ""
            self._forms[words[0]].append((words, outlet, name_key(outlet) in agencies, acronym))
        for listed in self._forms.values():
            listed.sort(key=lambda form: (-len(form[0]), form))

    def find(self, text: str, own: str | None = None) -> list[Named]:
        """The outlets that the text names, in its order; a name within another's is not found.

        `own` is the outlet that prints the text: it names itself by the last word of its name from the start.
        """
        words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
        levelled = [plain(word).replace(".", "").removesuffix("'s") for word, _, _ in words]
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
        for form, outlet, agency, acronym in self._forms.get(levelled[at], ()):
            if tuple(levelled[at : at + len(form)]) == form and (
                not acronym
                or words[at][0].removesuffix("'s").removesuffix("’s").replace(".", "").isupper()
                or words[at][0] == "dpa"
            ):
                return len(form), outlet, agency
        return 0, "", False


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
