"""Acronyms that a text explains where it gives them: "the Harbour Workers Union (HWU)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.link.name_forms import form_of, initials_of

# More than any name of a body has in characters.
_FAR = 120
_ACRONYM = re.compile(r"[ \u00a0]\(([A-Z][A-Z.&]{1,9})\)")
_WORD = re.compile(r"[^\s(),;:]+")


def glosses(text: str) -> Iterator[tuple[str, str]]:
    """The acronyms that `text` explains, each levelled, with the levelled words it stands for.

    The words are the shortest run before the brackets that begins with a capital letter and has these
    initials.
    """
    for found in _ACRONYM.finditer(text):
        letters = found[1].replace(".", "").replace("&", "").casefold()
        before = text[max(0, found.start() - _FAR) : found.start()]
        words = list(_WORD.finditer(before))
        for word in reversed(words[:-1]):
            if not word[0][0].isupper():
                continue
            form = form_of("the " + before[word.start() :])
            if letters in initials_of(form.middles):
                yield letters, " ".join(form.middles)
                break
