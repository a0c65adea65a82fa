"""The face of a tagger, and the two that are shipped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Protocol

from hearsay.errors import HearsayError
from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.tagging.links import Link
from hearsay.extract.tokens import Tokens

ACCURATE, FAST = "accurate", "fast"
# By name: the default first.
NAMES = (ACCURATE, FAST)


class Tagger(Protocol):
    """Anything that says which words of a text are credited, by which cue, to whom.

    The same text must always give the same links, whatever was read before it. No token may stand in two
    contents.
    """

    def links(self, text: str, tokens: Tokens, quotations: Sequence[Quotation]) -> list[Link]: ...


@cache
def load_tagger(name: str = ACCURATE) -> Tagger:
    """The tagger of this name with the weights of this package, loaded once a process.

    Raises `HearsayError` for a name that is none of `NAMES`.
    """
    # ONNX Runtime is slow to import, and much of Hearsay does without a tagger.
    from hearsay.extract.tagging.network import NetworkTagger

    if name not in NAMES:
        raise HearsayError(f"there is no tagger {name!r}", remedy=f"Choose one of {', '.join(NAMES)}.")
    with as_file(files("hearsay.extract.tagging") / "weights" / name) as folder:
        return NetworkTagger(folder)
