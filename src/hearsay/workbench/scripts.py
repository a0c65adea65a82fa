"""Names that look like other names: letters of several scripts within one word."""

from __future__ import annotations

import re
import unicodedata

# Scripts whose letters pass for one another's. Others are mixed in honest words (Japanese is, always).
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})


def mixed(name: str) -> bool:
    """Whether a word of `name` mixes scripts whose letters look alike (Unicode Technical Standard 39)."""
    return any(
        len({unicodedata.name(letter, "").partition(" ")[0] for letter in word} & _ALIKE) > 1
        for word in re.findall(r"[^\W\d_]+", name)
    )
