"""What the actors of a case cost: all of them from nothing, and one more article.

    python -m benchmarks.actors [--documents N...]

makes cases of N documents with twenty attributions each, written straight into the tables: six speakers a
document, the commonest in two thirds of all documents, most names seldom; one in seven under
another form (initial, surname alone, transliteration). Then the names are gathered and settled, ten articles
are added one by one, and everything is sorted out anew as `hearsay
verify` does. Seconds of the processor, which a busy machine does not change.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from hearsay.case import Case
from hearsay.case.grouping import group_pending
from hearsay.case.verifying_actors import actor_damage
from hearsay.lexicon import load_table

ATTRIBUTIONS = 20
SPEAKERS = 6
ROLES = ("senator", "mayor", "spokeswoman", "professor of law", "president of the union", None, None, None)


class Story:
    """Whom made documents name: persons with a given name and a surname, from the census's given names."""

    def __init__(self, documents: int, seed: int) -> None:
        self.rng = random.Random(seed)
        given = [row["name"].capitalize() for row in load_table("given_names")]
        syllables = (
            "ba",
            "ner",
            "ko",
            "lin",
            "dor",
            "ma",
            "ris",
            "tov",
            "el",
            "gan",
            "hu",
            "per",
            "sky",
            "wal",
        )
        self.persons = []
        for _ in range(documents + 500):
            surname = "".join(self.rng.choice(syllables) for _ in range(self.rng.randint(2, 3)))
            self.persons.append((self.rng.choice(given), surname.capitalize()))

    def speakers(self) -> list[str]:
        """The speakers of one document."""
        found = []
        for _ in range(SPEAKERS):
            common = self.rng.random() < 0.5
            place = int(self.rng.paretovariate(0.6)) - 1 if common else self.rng.randrange(len(self.persons))
            given, surname = self.persons[min(place, len(self.persons) - 1)]
            form = self.rng.random()
            if form < 0.05:
                found.append(surname)
            elif form < 0.12:
                found.append(f"{given} {'ABCDE'[place % 5]}. {surname}")
            elif form < 0.14:
                found.append(f"{given} {surname.replace('v', 'w')}")
            else:
                found.append(f"{given} {surname}")
        return list(dict.fromkeys(found))


def fill(case: Case, story: Story, numbers: range) -> None:
    """Write documents and attributions as if they had been read, linked and split."""
    speakers: dict[str, int] = {name: key for key, name in case.rows("SELECT key, name FROM speaker")}

    def key(name: str) -> int:
        if name not in speakers:
            speakers[name] = case.write("INSERT INTO speaker (name) VALUES (?)", (name,))
        return speakers[name]

    def attributions(number: int) -> Iterator[tuple[str, int, int, str | None]]:
        named = [(key(name), story.rng.choice(ROLES)) for name in story.speakers()]
        for place in range(ATTRIBUTIONS):
            speaker, role = named[place % len(named)]
            yield f"{number}-{place}", number, speaker, role

    for number in numbers:
        day = f"2016-{1 + number % 12:02}-{1 + number % 28:02}"
        case.write("INSERT INTO page (key) VALUES (?)", (number,))
        case.write(
            "INSERT INTO document (key, id, page, original, name, authors, text, reading, linked, outlet, "
            "published, published_precision, published_origin) "
            "VALUES (?, ?, ?, 1, ?, '[]', ?, '', 1, 1, ?, 'day', 'made')",
            (number, f"{number:016x}", number, f"made-{number}", "Words of nobody. " * 250, day),
        )
        case.write_all(
            "INSERT INTO attribution (id, document, kind, mode, quotation, speaker, role) "
            "VALUES (?, ?, 'direct', 'speech', 1, ?, ?)",
            attributions(number),
        )


def spent(case: Case) -> float:
    """Seconds of the processor that what is pending takes."""
    since = time.process_time()
    group_pending(case)
    return time.process_time() - since


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, nargs="+", default=[2_000, 6_000, 20_000])
    for documents in parser.parse_args().documents:
        with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "made.case") as case:
            story = Story(documents, seed=7)
            with case.transaction():
                case.write("INSERT INTO outlet (key, name) VALUES (1, 'Made Courier')")
                case.write("INSERT INTO original VALUES (1, '', 0, 'none', x'')")
                case.write("INSERT INTO quotation (key, sha256, words) VALUES (1, x'00', 'words')")
                fill(case, story, range(1, documents + 1))
            whole = spent(case)
            mentions, names, actors = (
                (case.row(f"SELECT count(*) FROM {table}") or (0,))[0]
                for table in ("mention", "name", "actor")
            )
            one = []
            for number in range(documents + 1, documents + 11):
                with case.transaction():
                    fill(case, story, range(number, number + 1))
                one.append(spent(case))
            since = time.process_time()
            damaged = sum(damage.what == "actor" for damage in actor_damage(case))
            verified = time.process_time() - since
            print(
                f"{documents:,} documents, {documents * ATTRIBUTIONS:,} attributions, {mentions:,} mentions, "
                f"{names:,} names, {actors:,} actors: all {whole:.1f} s; one more article "
                f"{sorted(one)[5]:.2f} s, "
                f"at most {max(one):.2f} s; verified {verified:.1f} s, {damaged} damaged",
                flush=True,
            )


if __name__ == "__main__":
    main()
