"""What is known of the persons of an article beside what it says: party, state, office, he or she.

It helps to tell whom "the Vermont senator" or "the Republican nominee" means among those whom an article
names. It never gives anybody a name that the article does not have.
"""

from __future__ import annotations

from hearsay.extract.naming.cast import Cast
from hearsay.extract.naming.public_figures import public_figure
from hearsay.lexicon import load_words


def enter_known(cast: Cast) -> None:
    """Add to the persons of `cast` what is known of them, where the article says nothing else of them."""
    for person in cast.persons:
        figure = public_figure(person.words, person.full)
        if figure is None or ("u" not in (person.gender, figure.gender) and person.gender != figure.gender):
            continue
        if person.gender == "u":
            person.gender = figure.gender
        # A namesake of whom the article says that he is a lawyer is somebody else.
        working = person.offices & load_words("other_callings")
        if not working or person.said_of & figure.words or person.offices & (figure.offices | figure.once):
            person.said_of |= figure.words
            person.offices |= figure.offices
            person.once |= figure.once
