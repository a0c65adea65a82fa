"""Whether a name is a news outlet's: who printed or carried the words, most often, and not who said them."""

from __future__ import annotations

from functools import cache, lru_cache

from hearsay.extract.naming.spellings import plain
from hearsay.lexicon import load_words
from hearsay.lexicon.outlets import shipped
from hearsay.link.given import is_given


@lru_cache(maxsize=1 << 16)
def is_medium(name: str) -> bool:
    """Whether the name is that of a newspaper, an agency or a station; never raises.

    Articles write "she told the Daily Mail" and "it was, the Associated Press reports, ...": a reading that
    takes the paper for the speaker is common, so that a medium says little against another name.
    """
    words = _words(name)
    if not words:
        return False
    names = load_words("media_names")
    if " ".join(words) in names or tuple(words) in _shipped():
        return True
    if len(words) == 1 or is_given(words[0]):
        return False
    return words[-1] in load_words("media_heads") or (words[0] in names and not any(map(is_given, words)))


def _words(name: str) -> list[str]:
    return [word for word in plain(name).replace("’s", "").replace("'s", "").split() if word != "the"]


@cache
def _shipped() -> frozenset[tuple[str, ...]]:
    """The names of several words of the outlets that are shipped, but for those that a person could bear."""
    names = (tuple(_words(name)) for outlet in shipped() for name in (outlet.name, *outlet.aliases))
    return frozenset(name for name in names if len(name) > 1 and not is_given(name[0]))
