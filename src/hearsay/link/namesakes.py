"""People of one name, told apart by what their documents say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

from hearsay.link.said_of import NOTHING, Said, agree, said_of
from hearsay.model import Mention

# A side with less than this share of the other's documents is set apart by itself; with more, who is meant
# where a document does not say is open.
SMALL = 1 / 8
# Nobody is both a senator and a quarterback within so many days; years apart people have been.
YEAR = 366


def sides(mentions: Sequence[Mention], *, by_gender: bool) -> list[tuple[str, list[Mention]]]:
    """Mentions of one name by who can be meant, each with the reason for which it is not with the first.

    One side where nothing contradicts. Roles tell by gender (unless the given name does, and a role that says
    otherwise is somebody else's) and by fields that nobody is in at once. Mentions that do not say go with a
    side that has nearly all the others, or with one whose roles they share, or are a side of their own.
    """
    found = [("", list(mentions))]
    if by_gender:
        found = _each(
            found, _gender, lambda _a, _b: True, "one name, but the roles are a man's and a woman's"
        )
    return _each(found, _field, _at_once, "one name, but roles that nobody has at once")


def _each(
    sides: list[tuple[str, list[Mention]]],
    label: Callable[[Said], str | None],
    contrary: Callable[[Sequence[Mention], Sequence[Mention]], bool],
    reason: str,
) -> list[tuple[str, list[Mention]]]:
    out = []
    for before, mentions in sides:
        first, *others = _parted(mentions, label, contrary)
        out.append((before, first))
        out += [(reason, other) for other in others]
    return out


def _parted(
    mentions: list[Mention],
    label: Callable[[Said], str | None],
    contrary: Callable[[Sequence[Mention], Sequence[Mention]], bool],
) -> list[list[Mention]]:
    labelled: defaultdict[str, list[Mention]] = defaultdict(list)
    silent: list[Mention] = []
    for mention in mentions:
        mark = label(said_of(mention.role))
        (silent if mark is None else labelled[mark]).append(mention)
    if len(labelled) < 2:
        return [mentions]
    ordered = [labelled[mark] for mark in sorted(labelled, key=lambda mark: (-len(labelled[mark]), mark))]
    first, apart = ordered[0], [other for other in ordered[1:] if contrary(ordered[0], other)]
    if not apart:
        return [mentions]
    with_first = [one for other in ordered[1:] if other not in apart for one in other]
    if all(len(other) < SMALL * len(first) for other in apart):
        return [first + with_first + silent, *apart]
    roles = [frozenset(said_of(mention.role) for mention in side) - {NOTHING} for side in (first, *apart)]
    parts = [first + with_first, *apart]
    open_: list[Mention] = []
    for mention in silent:
        said = said_of(mention.role)
        fitting = [n for n, known in enumerate(roles) if any(agree(said, other) for other in known)]
        (parts[fitting[0]] if len(fitting) == 1 else open_).append(mention)
    return [*parts, open_] if open_ else parts


def _gender(said: Said) -> str | None:
    return None if said.gender == "u" else said.gender


def _field(said: Said) -> str | None:
    return next(iter(said.fields)) if len(said.fields) == 1 else None


def _at_once(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Whether the two lie within a year of each other; undated ones can."""
    days = [
        [date.fromisoformat(mention.seen[:10]) for mention in side if mention.seen] for side in (one, other)
    ]
    if not all(days):
        return True
    return (min(days[0]) - max(days[1])).days <= YEAR and (min(days[1]) - max(days[0])).days <= YEAR
