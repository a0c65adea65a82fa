"""To whom something is said or sent: before a crowd, to reporters, in a talk with an outlet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.parties import party_at
from hearsay.extract.provenance.party_kinds import is_outlet
from hearsay.extract.provenance.passing_verbs import provenance_forms
from hearsay.lexicon import load_table, load_words

# How far behind an email the "to" can stand that tells whom it was sent.
SENT = 4
# How far behind its verb those can stand who are addressed.
ADDRESSED = 6


def is_addressed(prose: Prose, at: int) -> bool:
    """Whether people or a gathering stand behind the verb: addressed the crowd, the Harbour League."""
    _, last = prose.sentence(at - 1)
    for behind in range(at, min(last, at + ADDRESSED)):
        word = prose.low[behind]
        if word in load_words("phrase_borders") or not word[0].isalnum():
            return False
        if word in _gathered() or prose.tokens.words[behind][0].isupper():
            # The network's rivalry is no gathering, whoever the network is.
            return prose.low[behind + 1 : behind + 2] != ["'s"]
    return False


def is_spoken(low: Sequence[str], first: int, preposition: int) -> bool:
    """Whether something is said to those behind the preposition: in a speech to the conference."""
    before = low[max(first, preposition - SENT) : preposition]
    spoken = load_words("speaking_words") | speech_forms() - load_words("writing_verbs")
    return any(word in spoken for word in before)


def is_with_outlet(prose: Prose, stop: int, last: int) -> bool:
    """With an outlet or with reporters, right behind the words."""
    if stop + 1 >= last or prose.low[stop] not in ("with", "to"):
        return False
    if any(word in load_words("public_addressees") for word in prose.low[stop + 1 : stop + 4]):
        return True
    party = party_at(prose, stop + 1)
    return party is not None and is_outlet(party.name)


def is_sent_to_public(prose: Prose, stop: int, last: int, begin: int, head: int) -> bool:
    """An email to reporters or an outlet; by or via email, which is how spokesmen answer."""
    low = prose.low
    if begin == head and low[begin - 1] in ("by", "via") and low[head] not in ("phone", "telephone"):
        return True
    for at in range(stop, min(last, stop + SENT)):
        if low[at] in provenance_forms():
            # Leaked to CNN is not sent to it.
            return False
        if low[at] in ("to", "with"):
            if any(word in load_words("public_addressees") for word in low[at + 1 : at + 4]):
                return True
            party = party_at(prose, at + 1)
            return party is not None and is_outlet(party.name)
    return False


@cache
def _gathered() -> frozenset[str]:
    """Nouns for people and gatherings that are spoken to."""
    people = {row["form"] for row in load_table("word_classes") if row["class"].startswith("person")}
    lists = ("gatherings", "addressees", "plural_people", "taped_events", "public_addressees")
    bodies = {row["noun"] for row in load_table("group_nouns")}
    known = frozenset(people | bodies).union(*map(load_words, lists))
    # Some of the questions: a quantity alone is nobody.
    return known - (load_words("function_words") - load_words("addressees"))


@cache
def speech_forms() -> frozenset[str]:
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["mode"] == "speech")
