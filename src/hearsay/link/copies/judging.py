"""From what two documents share to who has it from whom, and what kind of copy it is."""

from __future__ import annotations

from hearsay.link.copies.overlap import Overlap, overlap
from hearsay.link.copies.side import Side, Texts
from hearsay.link.outlets.directory import name_key
from hearsay.model import Copy, CopyKind, Credit, Grounds

# A near-copy: so much of one of the two stands in the other. Half is what the rumours' gold takes for one.
NEAR = 0.5
# A lifted passage: so many words in a row that neither text quotes. Below about 14 an official name or a set
# phrase can do it; every run of 16 and more in the rumours' articles, looked through one by one, was copied.
PASSAGE = 16


def judge(one: Side, other: Side, texts: Texts) -> Copy | None:
    """What the two documents have from each other by their words; `None` where they are no copies.

    Versions of one page are none. An outlet that prints its own text again, in whole, updates it; the
    background paragraphs that it repeats are its own and are not counted.
    """
    if one.page == other.page:
        return None
    same = one.outlet is not None and one.outlet == other.outlet
    shared = overlap(texts(one.document), texts(other.document), least=NEAR if same else 0.0)
    near = shared.share >= NEAR and shared.unquoted > 0
    lifted = any(passage.own >= PASSAGE for passage in shared.passages)
    if not near and (same or not lifted):
        return None
    common = one.agencies & other.agencies - {one.outlet, other.outlet}
    grounds = () if common and not same else _grounds(one, other, shared, texts)
    if (not grounds and shared.of_one < shared.of_other) or (grounds and grounds[0][0] is other):
        one, other, shared = other, one, shared.turned()
    kind: CopyKind
    if same:
        kind = "update"
    elif common:
        kind = "same source"
    elif shared.of_one < NEAR:
        kind = "lifted"
    else:
        kind = "wire copy" if other.agency or _is_wire(one) else "copy"
    return Copy(
        one.document,
        other.document,
        kind,
        tuple(ground for _, ground in grounds),
        near,
        shared.of_one,
        shared.of_other,
        tuple(passage for passage in shared.passages if near or passage.own >= PASSAGE),
        credits_between(one, other),
    )


def _grounds(one: Side, other: Side, shared: Overlap, texts: Texts) -> tuple[tuple[Side, Grounds], ...]:
    """Which of the two took from the other, with what tells it: the strongest, then what agrees with it."""
    found: list[tuple[Side, Grounds]] = []
    credits = (other.outlet in one.indebted, one.outlet in other.indebted)
    if credits[0] != credits[1]:
        found.append((one if credits[0] else other, "credit"))
    if one.seen is not None and other.seen is not None:
        if one.seen[0] > other.seen[1]:
            found.append((one, "time"))
        elif other.seen[0] > one.seen[1]:
            found.append((other, "time"))
    if one.agency != other.agency:
        found.append((other if one.agency else one, "agency"))
    if not found and shared.passages and (one.outlet is None or one.outlet != other.outlet):
        found.append((_longer_from_shorter(one, other, shared, texts), "text"))
    return tuple(pair for pair in found if pair[0] is found[0][0])


def _longer_from_shorter(one: Side, other: Side, shared: Overlap, texts: Texts) -> Side:
    """Of two texts with nothing else to tell: what is cut at the end is cut, what is filled up is filled up.

    A text that is the beginning of the longer one was cut from it, as papers cut from the end; where the
    longer one has words of its own before or between, it took in the shorter one.
    """
    lengths = len(texts(one.document).words), len(texts(other.document).words)
    short, long = (one, other) if lengths[0] <= lengths[1] else (other, one)
    spans = [passage.other if short is one else passage.one for passage in shared.passages]
    first = int(texts(long.document).words.starts[0])
    return short if len(spans) == 1 and spans[0][0] == first else long


def _is_wire(side: Side) -> bool:
    return any(credit.agency and credit.how in ("byline", "dateline", "tag") for credit in side.credits)


def credits_between(one: Side, other: Side) -> tuple[Credit, ...]:
    """The credits by which the first document names the other's outlet, or agencies without a name."""
    named = tuple(
        credit
        for credit in one.credits
        if credit.outlet is not None and name_key(credit.outlet) == other.outlet
    )
    unnamed = tuple(credit for credit in one.credits if credit.outlet is None and other.agency)
    return named or unnamed
