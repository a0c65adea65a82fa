"""Who is credited in brackets behind a quotation: “…” [Northern Post.], “…” (via Reuters)."""

from __future__ import annotations

from hearsay.extract.naming.name_words import is_ordinary
from hearsay.extract.tagging.links import Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# A longer bracket says something else: when it was, what was meant.
LONGEST = 6
_PAIRS = {"[": "]", "(": ")"}


def bracketed_source(tokens: Tokens, end: int) -> Piece | None:
    """The name in brackets directly behind the token `end` - 1, `None` if there is none or it is no source.

    Square brackets hold a name alone. Round ones say many things (a party, a year, an acronym), so there the
    name is one of an outlet, or led by "via".
    """
    words = tokens.words
    start = end + 1 if end < len(words) and words[end] == "." else end
    if start + 2 >= len(words) or words[start] not in _PAIRS:
        return None
    shut = _PAIRS[words[start]]
    stop = next((i for i in range(start + 2, min(start + LONGEST + 4, len(words))) if words[i] == shut), None)
    if stop is None:
        return None
    name, last = start + 1, stop
    led = words[name].lower() == "via"
    name += led
    last -= words[last - 1] == "."
    if not 0 < last - name <= LONGEST or not _is_name(words[name:last]):
        return None
    plain = words[start] == "[" or led or words[name].lower() in load_words("outlet_words")
    return Piece("S", name, last) if plain else None


def _is_name(words: tuple[str, ...] | list[str]) -> bool:
    small = load_words("function_words")
    if all(is_ordinary(word.lower()) for word in words):
        return False  # [WATCH]
    return words[0][0].isupper() and all(
        word[0].isupper() or word in small or not word[0].isalpha() for word in words
    )
