"""Who the source of each attribution is, by the fullest name that the article gives.

The article's persons are gathered first (`persons`), with what is said of them (`roles`). Then the text is
walked once: every name and every he or she is entered as a mention, and each source is resolved where it
stands, by its head: a name, a pronoun (`antecedents`), or a description that fits one of the persons.
Where none of these tells, the speaker stays None.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.speakers.fragments import whole_source
from hearsay.extract.speakers.gathering import read
from hearsay.extract.speakers.meant import NOBODY, Speaker, as_speaker
from hearsay.extract.speakers.resolution import resolve
from hearsay.extract.speakers.sources import read_source
from hearsay.extract.tokens import Tokens
from hearsay.model import Attribution, Span


def name_speakers(
    text: str,
    attributions: tuple[Attribution, ...],
    *,
    tokens: Tokens | None = None,
    quotations: tuple[Quotation, ...] | None = None,
    day: str | None = None,
) -> tuple[Attribution, ...]:
    """Fill `speaker` and `role` of each attribution from its source spans; the order is kept.

    `speaker` is the fullest name that `text` gives for whom the source means, without titles, names of
    several joined by "; "; `None` where the article names nobody, and for attributions without a source.
    `role` is what the article says the person is, in its words. `tokens` and `quotations` are what `tokenize`
    and `find_quotations` give for `text`, for callers that have them; `day` is when it was published, an ISO
    date of any precision. Time grows linearly; never raises.
    """
    if not any(attribution.source for attribution in attributions):
        return tuple(_named(each, NOBODY) for each in attributions)
    reading = read(text, tokens, quotations, day)
    named: dict[tuple[Span, ...], Speaker] = {}
    order = sorted({each.source for each in attributions if each.source})
    contents: dict[tuple[Span, ...], tuple[Span, ...]] = {}
    for each in attributions:
        contents[each.source] = contents.get(each.source, ()) + each.content
    waiting: list[tuple[Span, ...]] = []
    for source in order:
        start, stop = reading.tokens_of(source[0])
        start, stop = whole_source(reading.tokens, reading.names, reading.name_at, start, stop)
        found = read_source(reading.tokens, reading.names, reading.name_at, start, stop)
        reading.walk_to(found.start)
        if found.phrase == "first":
            waiting.append(source)
        else:
            named[source] = resolve(reading, found, contents[source])
    covering = sorted((span, each.source) for each in attributions if each.source for span in each.content)
    writer = as_speaker(reading.writer()) if waiting else NOBODY
    for source in waiting:
        quoted = reading.is_quoted(source[0][0])
        named[source] = _first_person(source, covering, named) or (NOBODY if quoted else writer)
    return tuple(_named(each, named.get(each.source, NOBODY)) for each in attributions)


def _named(attribution: Attribution, speaker: Speaker) -> Attribution:
    if attribution.speaker == speaker.name and attribution.role == speaker.role:
        return attribution
    return replace(attribution, speaker=speaker.name, role=speaker.role)


# How many contents back the words "I said" look for the attribution they stand in.
_COVERING = 60


def _first_person(
    source: tuple[Span, ...],
    covering: list[tuple[Span, tuple[Span, ...]]],
    named: dict[tuple[Span, ...], Speaker],
) -> Speaker | None:
    """Who "I" is inside a content: that of the innermost one; `None` outside all."""
    start, end = source[0]
    last = bisect_right(covering, ((start, 1 << 60), ()))
    for (content_start, content_end), other in reversed(covering[max(0, last - _COVERING) : last]):
        if content_start <= start and end <= content_end and other != source and other in named:
            return named[other]
    return None
