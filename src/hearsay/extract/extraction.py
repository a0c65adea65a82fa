"""From a document to its attributions: the face of the stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.extract.act import with_acts
from hearsay.extract.kind import kind_of, mode_of
from hearsay.extract.layouts.headings import heading_links
from hearsay.extract.layouts.layouts import lay_over, layout_links
from hearsay.extract.marks.quoted_form import spoken
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.naming.in_office import published_on
from hearsay.extract.nesting.nesting import with_children
from hearsay.extract.retold import with_answerers
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.settling.settle import settle
from hearsay.extract.speakers.speaker import name_speakers
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tagging.tagger import Tagger, load_tagger
from hearsay.extract.times.finding import timed
from hearsay.extract.tokens import Tokens, tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Attribution, Document, Extraction, OfficeTerm, Span, attribution_id


def extract(
    document: Document, tagger: Tagger | None = None, terms: Sequence[OfficeTerm] | None = None
) -> Extraction:
    """Find who is credited with which words in `document`, and when, in the order of the text.

    Any text will do; one without attributions gives none. The outcome depends on the document, the tagger and
    the office `terms` alone; without these they are the accurate tagger and the terms that come with Hearsay.
    """
    text = document.text
    tokens = tokenize(text)
    quotations = find_quotations(text)
    quoted = spoken(tokens, quoted_ranges(tokens, quotations))
    found = settle(tokens, quoted, (tagger or load_tagger()).links(text, tokens, quotations))
    laid = layout_links(text, tokens, quoted, document.blocks)
    verbatim = {each.contents for each in laid}
    found = lay_over(tokens, found, heading_links(tokens, quoted, found))
    attributions = {
        made.id: made
        for each in lay_over(tokens, found, laid)
        for made in [_attribution(document, tokens, each, verbatim=each.contents in verbatim)]
    }
    answered = with_answerers(text, tokens, quotations, tuple(attributions.values()))
    day = published_on(document)
    named = name_speakers(text, answered, tokens=tokens, quotations=quotations, day=day)
    acted = with_acts(text, with_children(document, tokens, quotations, named))
    warranted = with_warrant(document, tokens, acted)
    when = timed(document, warranted.attributions, terms, tokens, quotations)
    return replace(warranted, attributions=when.attributions, times=when.times)


def _attribution(document: Document, tokens: Tokens, found: Link, *, verbatim: bool) -> Attribution:
    content = tuple(_span(tokens, piece) for piece in found.contents)
    cue = (_span(tokens, found.cue),) if found.cue else ()
    source = (_span(tokens, found.source),) if found.source else ()
    text = document.text
    kind = "direct" if verbatim else kind_of(" ".join(text[start:end] for start, end in content))
    mode = mode_of(" ".join(text[start:end] for start, end in cue), kind)
    return Attribution(
        attribution_id(document.id, content, cue, source), document.id, kind, mode, content, cue, source
    )


def _span(tokens: Tokens, piece: Piece) -> Span:
    return tokens.starts[piece.start], tokens.ends[piece.end - 1]
