"""Who copied whom: texts compared word for word, quotations set apart, and the credits that they give."""

from hearsay.link.copies.copies import copies
from hearsay.link.copies.credits import Credited, credited, credits
from hearsay.link.copies.judging import NEAR
from hearsay.link.copies.linked import links_in
from hearsay.link.copies.side import Side, Texts, side, text_of, words_in

__all__ = [
    "NEAR",
    "Credited",
    "Side",
    "Texts",
    "copies",
    "credited",
    "credits",
    "links_in",
    "side",
    "text_of",
    "words_in",
]
