"""The setting of each attribution: what its sentence tells, or what went before or comes after it.

1. Words in the attribution's own sentence, outside everybody's words, tell its setting; of several the
   nearest to the cue.
2. A sentence that credits nobody tells the setting of whom it names ("Orlov was speaking at a rally"), or,
   where it begins with he or she, of who spoke last; where it names no speaker, of the next statement in its
   paragraph. An occasion that opens a sentence ("At a forum on Monday, ...") is that of what others say next.
3. A speaker goes on where his last statement was made, until another setting of his is told or a new section
   begins; not where the verb says that it was at other times ("has said").
4. News tells first what was said and then where: what a speaker said in the few paragraphs of a section
   before his first setting there was said in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.extract.prose import Prose
from hearsay.extract.settings.finding import MEDIA, Place, between
from hearsay.extract.settings.other_times import at_other_times, on_another_day
from hearsay.extract.settings.putting import is_recorded
from hearsay.extract.within import Contents
from hearsay.lexicon import load_words
from hearsay.model import Attribution

# Places that give way to any other in the same sentence.
_WEAK = frozenset(
    {"appearance", "recording", "report", "conversation", "note", "speech", "article", "meeting"}
)
_OCCASIONS = frozenset({"rally", "speech", "debate", "interview", "town hall", "conference", "fundraiser"})
_NETWORKS = frozenset({"tweet", "post"})
# What words stand in, which nobody is at: in a sentence that credits nobody they are only spoken of.
_HOLDING = frozenset({"email", "message", "memo", "letter", "book", "cable", "diary", "court filing"})
# What is cited once, so that its author does not go on in it.
_CITED = frozenset({"report", "article", "note", "conversation", "private conversation"})
# Over how many paragraphs a setting reaches back, and how far into a source its medium stands.
BACK = 3
INTO = 5
# Over how many paragraphs somebody goes on in a tweet or post without being quoted.
POSTED = 2


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an attribution stands: the token of its cue, and its section and paragraph."""

    token: int
    section: int
    paragraph: int


def points_back(place: Place) -> bool:
    """Whether the words only name again where somebody was said to speak: at the start of his remarks."""
    return place.definite and place.what in _WEAK


def told_places(
    prose: Prose, places: Sequence[Place], attributions: Sequence[Attribution], contents: Contents
) -> dict[int, Place]:
    """For each attribution (by its index) whose sentence tells its setting, the place that tells it."""
    told: dict[int, Place] = {}
    for n, each in enumerate(attributions):
        place = _told(prose, places, each, contents, n)
        if place is not None and not (place.what == "speech" and _told_the_meeting(prose, each)):
            told[n] = place
    return told


def _told_the_meeting(prose: Prose, attribution: Attribution) -> bool:
    """Whether the sentence tells that a known gathering was told: he told the meeting in a long speech."""
    start, stop = prose.sentence(statement_token(prose, attribution))
    low, events = prose.low, load_words("taped_events")
    return any(
        low[at] in ("told", "tells") and low[at + 1] == "the" and low[at + 2] in events
        for at in range(start, stop - 2)
    )


def inherited_places(
    prose: Prose,
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    contents: Contents,
    told: Mapping[int, Place],
) -> dict[int, Place]:
    """`told` with the places that other statements go on in or lead up to."""
    breaks = _breaks(prose)
    spots = _spots(prose, attributions, breaks)
    found = dict(told)
    loose = _loose(prose, places, attributions, contents, spots)
    order = sorted(range(len(attributions)), key=lambda n: (spots[n].token, n))
    # Where each speaker was quoted last, with the section and paragraph of what he said there.
    last: dict[str, tuple[int, int, Place]] = {}
    first: dict[tuple[int, str], tuple[int, Place]] = {}
    floor: tuple[int, Place] | None = None
    talk: str | None = None
    previous: str | None = None
    at = 0
    for n in [*order, None]:
        spot = None if n is None else spots[n]
        while at < len(loose) and (spot is None or loose[at].head < spot.token):
            place = loose[at]
            at += 1
            names = _named(prose, place, attributions, previous)
            section, paragraph = bisect_right(breaks, place.head), _paragraph(prose, place.head)
            for name in names:
                last[name] = (section, paragraph, place)
                first.setdefault((section, name), (paragraph, place))
            # What somebody did who is quoted nowhere (spoke, tweeted), nobody else did.
            his = place.subject is not None or place.start == place.head
            floor, talk = None if names or his else (paragraph, place), None
        if n is None or spot is None:
            break
        each = attributions[n]
        if each.parent is not None:
            continue
        speaker = each.speaker
        previous = speaker or previous
        if n in told and speaker in last and points_back(told[n]):
            found[n] = last[speaker][2]
        elif n in told:
            if speaker is not None and told[n].what not in _CITED and not _is_habit(prose, told[n]):
                last[speaker] = (spot.section, spot.paragraph, told[n])
                if prose.low[prose.sentence(told[n].head)[0]] not in load_words("afterwards"):
                    first.setdefault((spot.section, speaker), (spot.paragraph, told[n]))
            floor = (spot.paragraph, told[n]) if _opens(prose, told[n]) else None
            talk = speaker if told[n].what == "interview" and each.act != "ask" else None
        elif each.mode == "thought" or at_other_times(prose, each):
            continue
        elif (
            floor is not None
            and _is_near(floor, spot, speaker in last)
            and (talk is None or speaker is None or each.act == "ask")
        ):
            # In an interview whoever asks speaks beside who is quoted, and nobody else.
            found[n] = floor[1]
            if speaker is not None:
                last[speaker] = (spot.section, spot.paragraph, floor[1])
        elif speaker is not None and speaker in last and last[speaker][0] == spot.section:
            _, since, place = last[speaker]
            ended = place.what in _NETWORKS and spot.paragraph - since > POSTED
            if ended or on_another_day(prose, each, place.head):
                del last[speaker]
            else:
                found[n] = place
                last[speaker] = (spot.section, spot.paragraph, place)
    for n in order:
        each, spot = attributions[n], spots[n]
        ahead = first.get((spot.section, each.speaker)) if each.speaker is not None else None
        if n in found or ahead is None or each.parent is not None:
            continue
        if (
            each.mode == "speech"
            and 0 <= ahead[0] - spot.paragraph <= BACK
            and not at_other_times(prose, each)
        ):
            found[n] = ahead[1]
    return found


def _told(
    prose: Prose, places: Sequence[Place], attribution: Attribution, contents: Contents, n: int
) -> Place | None:
    """The place in the attribution's sentence that is nearest to its cue, outside everybody's words."""
    token = statement_token(prose, attribution)
    start, stop = prose.sentence(token)
    sources = [prose.range_of(span) for span in attribution.source]
    near = []
    for place in between(places, start, stop):
        inside = contents.innermost(prose.span(place.head, place.stop))
        if inside is not None and (attribution.parent is None or inside == n):
            continue
        if place.subject is not None and _is_other(place.subject, attribution.speaker):
            continue
        if _is_anothers(prose, place, attribution):
            continue
        if place.what in _NETWORKS and _is_network_itself(prose, place, attribution):
            continue
        in_source = any(a <= place.head < min(b, a + INTO) for a, b in sources)
        if place.bare and not (in_source and place.what in MEDIA):
            continue
        near.append((place.what in _WEAK and not in_source, abs(place.start - token), place.start, place))
    return min(near, key=lambda each: each[:3])[3] if near else None


def _is_network_itself(prose: Prose, place: Place, attribution: Attribution) -> bool:
    """Twitter as who says it, and not where it is said."""
    names = (attribution.speaker or "").lower().split()
    return prose.low[place.head] in names or (place.bare and prose.low[place.head] == "twitter")


def _opens(prose: Prose, place: Place) -> bool:
    """Whether an occasion opens its sentence, so that what follows was said there by others too."""
    alone = place.what in MEDIA or place.what in ("speech", "conversation", "telephone call")
    his = prose.low[place.start + 1] in ("his", "her", "their")
    return not alone and not his and place.start == prose.sentence(place.head)[0]


def _is_habit(prose: Prose, place: Place) -> bool:
    """Whether many occasions are spoken of, so that nobody goes on there: at his rallies."""
    last = prose.tokens.words[place.stop - 1]
    one = "one" in prose.low[place.start : place.head]
    many = not one and last.endswith("s") and not last.endswith("ss") and last.islower() and last != "remarks"
    return many and place.what in _OCCASIONS


def _is_near(floor: tuple[int, Place], spot: _Spot, placed: bool) -> bool:
    """Whether a statement is in the paragraph of the floor, or right behind it, its speaker nowhere else."""
    return spot.paragraph == floor[0] or (not placed and spot.paragraph == floor[0] + 1)


def _is_other(subject: str, speaker: str | None) -> bool:
    """Whether the speaker is somebody else than the subject with this last name."""
    return speaker is not None and subject not in speaker.lower().split()


def _is_anothers(prose: Prose, place: Place, attribution: Attribution) -> bool:
    """Whether somebody without a name is the source, and the verb of the place has a name as its subject."""
    if place.subject is None or attribution.speaker is not None or not attribution.source:
        return False
    words = prose.words_in(attribution.source)
    pronoun = len(words) == 1
    return not pronoun and place.subject not in words


def statement_token(prose: Prose, attribution: Attribution) -> int:
    """The token with which the cue begins, else the source, else the content."""
    spot = (attribution.cue or attribution.source or attribution.content)[0]
    return min(prose.at(spot[0]), len(prose.tokens) - 1)


def _spots(prose: Prose, attributions: Sequence[Attribution], breaks: Sequence[int]) -> list[_Spot]:
    spots = []
    for each in attributions:
        token = statement_token(prose, each)
        spots.append(_Spot(token, bisect_right(breaks, token), _paragraph(prose, token)))
    return spots


def _loose(
    prose: Prose,
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    contents: Contents,
    spots: Sequence[_Spot],
) -> list[Place]:
    """The places in sentences that credit nobody, outside everybody's words."""
    crediting = {prose.sentence(spot.token)[0] for spot in spots}
    return [
        place
        for place in places
        if not place.bare
        and not _is_habit(prose, place)
        and place.what not in (_WEAK - {"speech", "appearance"}) | _HOLDING | _CITED
        and not is_recorded(prose, place.head, place.visibility)
        and (place.subject is not None or prose.sentence(place.head)[0] not in crediting)
        and contents.innermost(prose.span(place.head, place.stop)) is None
    ]


def _named(
    prose: Prose, place: Place, attributions: Sequence[Attribution], previous: str | None
) -> list[str]:
    """The speakers whom the sentence of the place names; he and she are who spoke last."""
    start, stop = prose.sentence(place.head)
    # A verb without a name beside it: he spoke; the union answered, tweeting a film of him.
    if place.start == place.head and prose.low[place.start - 1] in ("he", "she"):
        return [] if previous is None else [previous]
    last = place.start if place.start == place.head else stop
    words = [place.subject] if place.subject is not None else prose.low[start:last]
    if words[:1] in (["he"], ["she"], ["they"]) and previous is not None:
        return [previous]
    here = set(words)
    speakers = dict.fromkeys(each.speaker for each in attributions if each.speaker is not None)
    return [name for name in speakers if name.split()[-1].lower() in here]


def _paragraph(prose: Prose, token: int) -> int:
    return bisect_right(prose.tokens.paragraphs, token)


def _breaks(prose: Prose) -> list[int]:
    """The tokens at which a section begins: behind a rule of underscores or a time of day alone."""
    tokens = prose.tokens
    found = []
    for start, stop in zip(tokens.paragraphs, tokens.paragraphs[1:], strict=False):
        if stop - start > 4:
            continue
        words = tokens.words[start:stop]
        rule = all(set(word) <= set("_*.") for word in words)
        clock = words[0][0].isdigit() and words[-1].lower() in ("a.m.", "p.m.", "am", "pm", ".")
        if rule or clock:
            found.append(start)
    return found
