"""What quotation marks are for: speech, the title of a work, a nickname, figures, or markup.

Told from the words between the marks and next to them alone, and only where these are plain. A borrowed or
scoffing word ("experts") cannot be told so from a part of somebody's words: see docs/methods.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, TypeAlias

from hearsay.extract.naming.name_words import given_names
from hearsay.extract.settling.quoted import Quoted
from hearsay.extract.settling.reported import is_pronoun, is_reporting_verb
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

Form: TypeAlias = Literal["speech", "title", "nickname", "figures", "markup"]

# The longest title and nickname, in tokens without marks.
TITLE = 12
NICKNAME = 2
# From so many words on, what stands between marks is speech unless it is printed like a title. Of those in
# the training articles 96 of 100 are marked as somebody's; the rest are too, but nobody marked them.
SPEECH = 7
# From so many words on, what has an author behind it can be a headline in small letters.
HEADLINE = 4
# The longest bracket with a year, in tokens.
DATED = 10
# So many words around a quotation show whether it stands in a headline.
AROUND = 8
_GENITIVES = frozenset({"'s", "’s", "'", "’"})


def spoken(tokens: Tokens, quoted: Sequence[Quoted]) -> list[Quoted]:
    """The quotations that are not plainly something else than somebody's words."""
    return [each for each in quoted if quoted_form(tokens, each.start, each.end) in ("speech", None)]


def quoted_form(tokens: Tokens, start: int, end: int) -> Form | None:
    """The form of the quotation in the tokens `start`:`end`, marks included; `None` where it is not plain."""
    words = tokens.words
    stop = end - 1
    while stop > start + 1 and words[stop - 1] in (",", "."):
        stop -= 1
    said = words[start + 1 : stop]
    letters = [word for word in said if word[0].isalpha()]
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    if before == "=":
        return "markup"
    if not letters:
        return "figures" if any(word[0].isdigit() for word in said) else None
    if _is_credited(words, start, end, letters) or _is_dated(words, end):
        return "title"
    if _is_subheading(tokens, start, end, letters):
        return "title"
    if stop == end - 1 and len(said) <= NICKNAME and _is_nickname(letters, before, after):
        return "nickname"
    if len(said) <= TITLE and said[-1] not in ("!", "?") and _is_printed_as_title(letters):
        return "title" if _is_work(words, start, end, letters) else None
    if len(letters) >= SPEECH or _is_said(said, letters, words, start, end):
        return "speech"
    return None


def _is_nickname(letters: Sequence[str], before: str, after: str) -> bool:
    """Anna “Hammer” Lee."""
    named = before.lower() in given_names() and before[:1].isupper()
    return named and after[:1].isupper() and all(word[0].isupper() for word in letters)


def _is_printed_as_title(letters: Sequence[str]) -> bool:
    """Whether every word has a capital but the small ones within."""
    small = load_words("function_words")
    return (
        letters[0][0].isupper()
        and letters[-1][0].isupper()
        and all(word[0].isupper() or word.lower() in small for word in letters)
    )


def _is_work(words: Sequence[str], start: int, end: int, letters: Sequence[str]) -> bool:
    """Whether what stands around says so: the film “…”; on ABC's “…”; but in a headline all have capitals."""
    before, after = words[start - 1] if start else "", words[end] if end < len(words) else ""
    around = [*words[max(0, start - AROUND) : start], *words[end : end + AROUND]]
    if not any(len(word) > 3 and word.islower() for word in around):
        return False
    second = words[start - 2] if start > 1 else ""
    near = {before, after, second if before == "," else ""}
    if any(word.lower() in load_words("work_nouns") for word in near):
        return True
    if before == "of" and second.lower() in load_words("author_nouns"):
        return True
    return len(letters) > 1 and (before in _GENITIVES or before == "on")


def _is_credited(words: Sequence[str], start: int, end: int, letters: Sequence[str]) -> bool:
    """Whether its author stands behind what is printed as a title or begins like one: “…,” by Ann Lee.

    What is called “a disaster” by Lee is his word, so one in small letters has to open its line.
    """
    by = list(words[end : end + 3])
    if (
        len(by) < 3
        or by[0].lower() != "by"
        or not (by[1][0].isupper() or (by[1] == "the" and by[2][0].isupper()))
    ):
        return False
    opens = start == 0 or not words[start - 1][0].isalnum()
    headed = opens and letters[0][0].isupper() and words[end - 2] == "," and len(letters) >= HEADLINE
    return headed or (len(letters) > 2 and _is_printed_as_title(letters))


def _is_subheading(tokens: Tokens, start: int, end: int, letters: Sequence[str]) -> bool:
    """Whether it is a paragraph by itself in capitals, and the next one is not in them."""
    if not all(word.isupper() for word in letters):
        return False
    after = bisect_right(tokens.paragraphs, start)
    alone = tokens.paragraphs[after - 1] == start and tokens.paragraphs[after] == end
    return alone and any(len(word) > 3 and word.islower() for word in tokens.words[end : end + AROUND])


def _is_dated(words: Sequence[str], end: int) -> bool:
    """Whether the year of a work or a poster stands in brackets behind it: “…” (2005)."""
    if end >= len(words) or words[end] != "(":
        return False
    shut = next((i for i in range(end + 2, min(end + DATED, len(words))) if words[i] == ")"), 0)
    return shut > 0 and len(words[shut - 1]) == 4 and words[shut - 1].isdigit()


def _is_said(said: Sequence[str], letters: Sequence[str], words: Sequence[str], start: int, end: int) -> bool:
    """Whether a short quotation is a sentence of somebody's: “We go,” she said."""
    if len(letters) < 2:
        return False
    if said[-1] in ("!", "?"):
        return True
    led = start > 1 and words[start - 1] in (",", ":") and is_reporting_verb(words[start - 2].lower())
    follows = words[end] if words[end - 2] == "," and end < len(words) else ""
    return led or is_reporting_verb(follows.lower()) or is_pronoun(follows)
