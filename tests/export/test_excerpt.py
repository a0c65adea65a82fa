"""Excerpts show an attribution in its own sentence, verbatim."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.export.excerpt import Piece, excerpt
from hearsay.model import Attribution

TEXT = "The harbour was quiet.\nMs. Orlo said on Monday the ships would not sail. Nobody believed her."


def attribution(*, content, cue=(), source=()):
    return Attribution("a", "d", "indirect", "speech", content, cue, source)


def test_marks_content_cue_and_source_inside_the_paragraph():
    start = TEXT.index("the ships")
    one = attribution(
        content=((start, start + 24),),
        cue=((TEXT.index("said"), TEXT.index("said") + 4),),
        source=((TEXT.index("Ms."), TEXT.index("Ms.") + 8),),
    )
    assert excerpt(TEXT, one) == (
        Piece("Ms. Orlo", "source"),
        Piece(" ", None),
        Piece("said", "cue"),
        Piece(" on Monday ", None),
        Piece("the ships would not sail", "content"),
        Piece(". Nobody believed her.", None),
    )


def test_says_where_it_was_cut():
    long = "word " * 100 + "KEY" + " word" * 100
    pieces = excerpt(long, attribution(content=((500, 503),)), margin=20)
    assert pieces[0] == Piece("… ", None)
    assert pieces[-1] == Piece(" …", None)


@given(st.text(min_size=1), st.data())
def test_pieces_are_verbatim_for_any_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = [p.text for p in excerpt(text, attribution(content=((start, end),)), margin=5)]
    body = "".join(p for i, p in enumerate(pieces) if not (i in (0, len(pieces) - 1) and p in ("… ", " …")))
    assert body in text
    assert text[start:end] in body or text[start:end] in ("… ", " …")
