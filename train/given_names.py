"""Make `lexicon/given_names.tsv` from the US Census Bureau's lists of given names by sex.

    python -m train.given_names dist.female.first dist.male.first > src/hearsay/lexicon/given_names.tsv

The two files are the 1990 census's, a work of the US government and so in the public domain: a name, its
share of the sex in per cent, the cumulative share and its rank a line. Names that are ordinary words or
places far more often than given names are left out; short forms and names from elsewhere are in
`lexicon/more_given_names.tsv`, written by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

# A name is of one sex if that sex bears it nine times as often as the other.
CLEAR = 9
# Per cent of both sexes together, below which a name is left out.
RARE = 0.002
# Ordinary words, places and peoples first; as given names they are rare.
ORDINARY = """
america april asia august bell berry bong brook buffy carolina chance chin china chong church city creek
early england ester fair fern field florida france georgia germany golden holiday hong host in india ireland
israel ivory ivy jade jame joy june lake land lane lavender law light lily live long love man many may mercy
misty my nova numbers ok paris rain rocky rome royal sang santa season see september sky so son song star
state su summer sun sung sunday sunny temple the trinidad truth tuesday van virginia wan west white will
winter wonder works yen yi yong young yu
"""

HEAD = """# Given names by the sex that bears them (f, m; u: both), from the US Census Bureau's lists of 1990
# (dist.female.first and dist.male.first, public domain), by train/given_names.py."""


def shares(path: Path) -> dict[str, float]:
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if len(row) >= 2}


def main(female: str, male: str) -> None:
    women, men = shares(Path(female)), shares(Path(male))
    print(
        "# Given names by the sex that bears them (f, m; u: both), from the US Census Bureau's lists of 1990"
    )
    print("# (dist.female.first and dist.male.first, public domain), by train/given_names.py.")
    print("name\tgender")
    for name in sorted({*women, *men} - set(ORDINARY.split())):
        f, m = women.get(name, 0.0), men.get(name, 0.0)
        if f + m >= RARE:
            print(name, "f" if f >= CLEAR * m else "m" if m >= CLEAR * f else "u", sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
