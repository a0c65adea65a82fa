"""The organisations, outlets and countries an article names, each by the fullest form it gives."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from hearsay.extract.names import Name
from hearsay.extract.persons import Cast
from hearsay.extract.tokens import Tokens

# How many tokens back "the company" may look for a company.
NEAR = 120


@dataclass(frozen=True, slots=True)
class Organisations:
    """`full` maps the words of each organisation's name to the fullest printed form; `places` lists where
    organisations are named: tokens, rising, with the words of the name."""

    full: dict[tuple[str, ...], str]
    tokens: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]

    def last_before(self, token: int, word: str | None, near: int = NEAR) -> str | None:
        """The organisation named last before `token`, not far from it; with `word` in its name, anywhere."""
        for position in range(bisect_left(self.tokens, token) - 1, -1, -1):
            if word is None and token - self.tokens[position] > near:
                return None
            if word is None or word in self.words[position]:
                return self.full[self.words[position]]
        return None


def find_organisations(text: str, tokens: Tokens, names: list[Name], cast: Cast) -> Organisations:
    """Gather organisations; "the Post" and "EPA" take the longer name where exactly one fits."""
    printed: dict[tuple[str, ...], str] = {}
    places: list[tuple[int, tuple[str, ...]]] = []
    for index, name in enumerate(names):
        if cast.by_name[index] is not None or name.sort not in ("organisation", "maybe"):
            continue
        if name.sort == "maybe" and not name.definite:
            continue
        words = name.words
        printed.setdefault(
            words, " ".join(text[tokens.starts[name.first] : tokens.ends[name.last - 1]].split())
        )
        places.append((name.first, words))
    longer: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in printed:
        if len(words) > 1:
            longer[words[-1]].append(words)
            longer[
                "".join(word[0] for word in words if word not in ("of", "the", "for", "and", "on"))
            ].append(words)
    full = dict(printed)
    for words in printed:
        if len(words) == 1:
            fitting = longer.get(words[0].replace(".", ""), [])
            if len(fitting) == 1:
                full[words] = printed[fitting[0]]
    return Organisations(full, tuple(token for token, _ in places), tuple(words for _, words in places))
