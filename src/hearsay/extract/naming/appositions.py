"""What is said of somebody right behind the name: "Weil, the government spokesman, said"."""

from __future__ import annotations

from hearsay.extract.naming.name_words import roles
from hearsay.extract.naming.names import Name
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# Within how many tokens behind the comma the word that says what somebody is has to stand.
REACH = 7


def is_apposed(tokens: Tokens, name: Name) -> bool:
    """Whether a comma, an article and a word for a person that ends its phrase follow the name.

    Behind the comma "president of" and the like do without an article.
    """
    words = tokens.words
    if name.last + 3 >= len(words) or words[name.last] != ",":
        return False
    if words[name.last + 1] in roles() and words[name.last + 2] in ("of", "for", "at"):
        return True
    if words[name.last + 1].lower() not in load_words("articles"):
        return False
    for position in range(name.last + 2, min(name.last + REACH, len(words) - 1)):
        if words[position] in roles():
            following = words[position + 1].lower()
            return following in ",.)" or following in load_words("phrase_borders")
    return False
