"""Verbs by which things go from hand to hand: obtained by, leaked to, which somebody released."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from hearsay.lexicon import load_table
from hearsay.model import How


@dataclass(frozen=True, slots=True)
class PassingVerb:
    """What is done by who stands before or behind the verb: by him, to him, with him, from him.

    `object` is what its object does where the thing is the subject; `active` that its subject is a hand where
    the verb is not passive, `of_outlets` that only an outlet is; `after` what goes before it (put online);
    `of_recordings` that it tells of nothing else.
    """

    by: How | None
    to: How | None
    with_: How | None
    from_: How | None
    active: bool
    of_outlets: bool
    object: How | None
    after: str
    of_recordings: bool


@cache
def passing_verbs() -> dict[str, PassingVerb]:
    """The forms of lexicon/provenance_verbs.tsv, in small letters."""
    return {
        row["form"]: PassingVerb(
            cast(How, row["by"]) or None,
            cast(How, row["to"]) or None,
            cast(How, row["with"]) or None,
            cast(How, row["from"]) or None,
            row["active"] != "",
            row["active"] == "outlet",
            cast(How, row["object"]) or None,
            row["after"],
            row["of"] == "recording",
        )
        for row in load_table("provenance_verbs")
    }


@cache
def provenance_forms() -> frozenset[str]:
    """The forms of verbs by which things go from hand to hand."""
    return frozenset(passing_verbs())


@cache
def recording_verbs() -> frozenset[str]:
    """Those by which a recording is made."""
    return frozenset(form for form, verb in passing_verbs().items() if verb.by == "recorded")
