"""In what setting something was said: public, private or unknown, with the words that tell it."""

from hearsay.extract.settings.finding import MEDIA, Place, between, find_places
from hearsay.extract.settings.occasions import Occasions, occasions
from hearsay.extract.settings.placing import inherited_places, points_back, statement_token, told_places
from hearsay.extract.settings.replies import is_reply

__all__ = [
    "MEDIA",
    "Occasions",
    "Place",
    "between",
    "find_places",
    "inherited_places",
    "is_reply",
    "occasions",
    "points_back",
    "statement_token",
    "told_places",
]
