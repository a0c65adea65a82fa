"""Where a name proper begins: behind titles, posts, departments and where somebody is from."""

from __future__ import annotations

from functools import cache

from hearsay.extract.naming.name_words import given_gender, roles, suffixes
from hearsay.extract.naming.runs import OF_NAMES
from hearsay.lexicon import load_words


def skip_titles(words: tuple[str, ...], first: int, last: int) -> int:
    """Where the name proper begins in the run [first, last); `last` for a title without a name."""
    known = roles()
    lower = [word.lower() for word in words[first:last]]
    start = 0
    given_before = False
    for position, word in enumerate(lower):
        role = known.get(word.removeprefix("ex-"))
        marks = word in ("(", ")") or word in load_words("retired_marks")
        if marks and start > 0 and all(w == "." for w in lower[start:position]):
            start = position + 1  # Gen. (ret.) | Ann Smith
            continue
        if position == start and _is_pair(lower, position):
            start = position + 2  # Tan Sri | Ahmad Zain
            continue
        if role is None:
            if position == start and position and _is_pair(lower, position - 1):
                start = position + 1  # Datuk Seri | Ahmad Zain
                continue
            given_before = given_before or given_gender(word) is not None
            continue
        stands_before = role.before == "strong" or (role.before == "weak" and not given_before)
        if role.before == "weak" and len(lower) > position + 2 and all(map(_tells_origin, lower[:position])):
            start, given_before = position + 1, False  # U.S. District Judge | Ann Smith
            continue
        # "Steve King": what ends the run is no title, unless it is all there is.
        goes_on = any(w not in suffixes() and w[0].isalnum() for w in lower[position + 1 :])
        if stands_before and (position == start or (role.before == "strong" and goes_on)):
            start, given_before = position + 1, False
    while start < len(lower) and (lower[start] == "."):
        start += 1
    if 0 < start == len(lower) - 1 and lower[start] in load_words("behind_titles_in_names"):
        return first
    if start and lower[start - 1] == "miss" and lower[start : start + 1] and lower[start] in _realms():
        start += 1  # Miss Universe | Ann Smith
    if start and start < len(lower) and lower[start] in OF_NAMES:
        start = _skip_department(lower, start)
    start = _skip_origin(lower, start)
    return first + _skip_affiliation(words[first:last], lower, start)


def _is_pair(lower: list[str], position: int) -> bool:
    return " ".join(lower[position : position + 2]) in load_words("title_pairs")


@cache
def _realms() -> frozenset[str]:
    """Of what a pageant's winner is Miss."""
    return load_words("pageants") | load_words("places")


def _skip_department(lower: list[str], start: int) -> int:
    """Behind what a title is of: "Secretary of State | Ann Smith"; the end where no name follows."""
    departments = load_words("departments")
    for length in (4, 3, 2, 1):
        end = start + 1 + length
        if " ".join(lower[start + 1 : end]) in departments:
            return end
    for position in range(start + 1, len(lower) - 1):
        if given_gender(lower[position]) is not None:
            return position
    return len(lower)


def _skip_origin(lower: list[str], start: int) -> int:
    """Behind places, parties and organisations before a given name: "Texas Democrat | Ann Smith"."""
    for position in range(start, len(lower) - 1):
        if (
            position > start
            and given_gender(lower[position]) is not None
            and lower[position + 1][0].isalpha()
        ):
            return position
        if not _tells_origin(lower[position]):
            break
    return start


def _skip_affiliation(words: tuple[str, ...], lower: list[str], start: int) -> int:
    """Behind a post nobody lists, right before a given name: "Dover County Recorder | Ann Smith"."""
    for position in range(start, len(lower) - 1):
        if given_gender(lower[position]) is None:
            continue
        before = words[position - 1] if position > start else ""
        initial = before == "." and position - 2 > start and len(words[position - 2]) == 1
        if initial and _tells_origin(lower[position - 3]) and lower[position - 3] != ".":
            return position - 2  # U.S. District Judge | G. Ann Smith
        post = len(before) <= 5 and before.isupper() and before.isalpha() and len(before) > 1
        follows = any(word in load_words("organisation_words") for word in lower[position + 1 :])
        if before and (post or _tells_origin(lower[position - 1])) and before != "." and not follows:
            return position if lower[position + 1][0].isalpha() else start
        return start
    return start


def _tells_origin(word: str) -> bool:
    return (
        word in load_words("places")
        or word in load_words("peoples")
        or word in load_words("organisation_words")
        or word in load_words("outlet_words")
        or word in roles()
        or word in load_words("bench_words")
        or word.endswith(("-based", "-born"))
        or word == "."
    )
