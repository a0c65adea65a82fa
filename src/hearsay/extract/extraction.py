"""From a document to its attributions: the face of the stage."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay.extract.act import with_acts
from hearsay.extract.credits import credit_quotations
from hearsay.extract.features import quotation_states
from hearsay.extract.kind import kind_of, mode_of
from hearsay.extract.labels import Piece, pieces
from hearsay.extract.layouts import lay_over, layout_links
from hearsay.extract.nesting import with_children
from hearsay.extract.quotes import find_quotations
from hearsay.extract.relations import Layout, Link, default_link_weights, link
from hearsay.extract.speaker import name_speakers
from hearsay.extract.tagger import Tagger, default_tagger
from hearsay.extract.tokens import Tokens, tokenize
from hearsay.extract.whole import quoted_ranges, whole_quotations
from hearsay.model import Attribution, Document, Extraction, Span, attribution_id


def extract(
    document: Document, tagger: Tagger | None = None, links: Mapping[str, float] | None = None
) -> Extraction:
    """Find who is credited with which words in `document`, in the order of the text.

    Any text will do; one without attributions gives none. The outcome depends on the text and the tagger
    alone. `tagger` and the weights of its `links` are those that come with Hearsay unless given.
    """
    text = document.text
    tokens = tokenize(text)
    quotations = find_quotations(text)
    labels = (tagger or default_tagger()).label(text, tokens, quotations)
    quoted = quoted_ranges(tokens, quotations)
    found = whole_quotations(list(pieces(labels, tokens.paragraphs)), quoted)
    known = credit_quotations(tokens, quoted, found)
    layout = Layout(tokens, quotation_states(tokens, quotations), known.pieces)
    linked = link(layout, default_link_weights() if links is None else links, known)
    laid = layout_links(text, tokens, quoted, document.blocks)
    verbatim = {each.contents for each in laid}
    attributions = {
        made.id: made
        for each in lay_over(tokens, linked, laid)
        for made in [_attribution(document, tokens, each, verbatim=each.contents in verbatim)]
    }
    named = name_speakers(text, tuple(attributions.values()))
    return Extraction(document.id, with_acts(text, with_children(document, tokens, quotations, named)))


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
