"""All times of a document: those of the grammar, and those that an office tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from hearsay.extract.marks.quotes import Quotation, find_quotations
from hearsay.extract.speakers.gathering import read
from hearsay.extract.speakers.reading import Reading
from hearsay.extract.speakers.sources import pronouns
from hearsay.extract.times.office_days import read_office_times
from hearsay.extract.times.reading import read_times
from hearsay.extract.times.said import with_said_times
from hearsay.extract.tokens import Tokens, tokenize
from hearsay.lexicon.offices import shipped_terms
from hearsay.model import Attribution, Document, Extraction, OfficeTerm, Span, TimeExpression


def find_times(
    document: Document,
    tokens: Tokens,
    quotations: tuple[Quotation, ...],
    terms: Sequence[OfficeTerm] | None = None,
    said: frozenset[Span] = frozenset(),
) -> tuple[TimeExpression, ...]:
    """The time expressions of `document` in the order of its text, none overlapping another.

    Offices count by `terms`, without them by those that come with Hearsay; `said` are expressions that tell
    when something was said. Never raises; time grows linearly.
    """
    text = document.text
    found = read_times(tokens, document.published, said)
    told = read_office_times(
        text, _Persons(text, tokens, quotations), lambda: shipped_terms() if terms is None else terms
    )
    if not told:
        return found
    # "During her first term" holds no other time; "when he was president then" ends before "then".
    ends = [each.span[0] for each in told]

    def covered(each: TimeExpression) -> bool:
        at = bisect_right(ends, each.span[0]) - 1
        return any(
            other.span[0] < each.span[1] and each.span[0] < other.span[1]
            for other in told[max(at, 0) : at + 2]
        )

    return tuple(sorted([*told, *(each for each in found if not covered(each))], key=lambda each: each.span))


def timed(
    document: Document,
    attributions: Sequence[Attribution],
    terms: Sequence[OfficeTerm] | None = None,
    tokens: Tokens | None = None,
    quotations: tuple[Quotation, ...] | None = None,
) -> Extraction:
    """The times of a document whose `attributions` are known, and which of them these were said at.

    `tokens` and `quotations` are those of the text, for callers that have them.
    """
    tokens = tokenize(document.text) if tokens is None else tokens
    quotations = find_quotations(document.text) if quotations is None else quotations
    times = find_times(document, tokens, quotations, terms)
    found = with_said_times(tokens, attributions, times)
    said = frozenset(each.time.span for each in found if each.time is not None)
    if said and any(each.basis == "narrative day" for each in times):
        times = find_times(document, tokens, quotations, terms, said)
        found = with_said_times(tokens, attributions, times)
    return Extraction(document.id, found, times=times)


class _Persons:
    """Whom a name or a pronoun means; the article is read for it when the first is asked for."""

    def __init__(self, text: str, tokens: Tokens, quotations: tuple[Quotation, ...]) -> None:
        self._read: Callable[[], Reading] = lambda: read(text, tokens, quotations)
        self._reading: Reading | None = None
        self._text = text

    def __call__(self, span: Span) -> str | None:
        """The full name of whom the characters mean; for no characters, of whom the sentence is about."""
        if span[0] < 0:
            return None
        if self._reading is None:
            self._reading = self._read()
        reading = self._reading
        start, stop = reading.tokens_of(span)
        phrase = pronouns().get(reading.tokens.words[start].lower()) if start < stop else None
        if phrase is not None:
            reading.walk_to(start)
            person = reading.antecedent_of(start, phrase[1])
            return person.full if person else None
        for token in range(stop - 1, start - 1, -1):
            index = reading.name_at[token]
            person = reading.cast.by_name[index] if index >= 0 else None
            if person is not None:
                return person.full
        return self._text[span[0] : span[1]]
