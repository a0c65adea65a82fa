"""What the actors of a case cost: all of them from nothing, and one more article.

    python -m benchmarks.actors [--documents N...] [--part alone|family|file]

makes N documents with twenty attributions each, of six speakers, the commonest in two thirds of all
documents, most names seldom; one in seven under another form (initial, surname alone, transliteration).
Alone: the names are sorted out in memory. Family: two thirds of the documents name one speaker and nobody
else; they are written into a case, and ten more are added one by one, which is the dearest article there can
be. File: all documents are written into a case, gathered and settled, ten are added, and everything is sorted
out anew as `hearsay verify` does. Seconds of the processor, which a busy machine does not change.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.case import Case
from hearsay.case.grouping import group_pending
from hearsay.case.verifying_actors import actor_damage
from hearsay.lexicon import load_table
from hearsay.link.actors import actors
from hearsay.model import Mention

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


def fill(case: Case, story: Story, numbers: range, each: int = ATTRIBUTIONS) -> None:
    """Write documents and attributions as if they had been read, linked and split."""
    speakers: dict[str, int] = {name: key for key, name in case.rows("SELECT key, name FROM speaker")}

    def key(name: str) -> int:
        if name not in speakers:
            speakers[name] = case.write("INSERT INTO speaker (name) VALUES (?)", (name,))
        return speakers[name]

    def attributions(number: int) -> Iterator[tuple[str, int, int, str | None]]:
        named = [(key(name), story.rng.choice(ROLES)) for name in story.speakers()]
        for place in range(each):
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


def alone(documents: int) -> str:
    """The stage in memory."""
    story = Story(documents, seed=7)
    mentions = [
        Mention(name, f"d{number}", story.rng.choice(ROLES), "2016-01-01T00:00:00+00:00")
        for number in range(documents)
        for name in story.speakers()
    ]
    since = time.process_time()
    cast = actors(mentions)
    seconds = time.process_time() - since
    return f"{len(mentions):,} mentions, {len(cast.actors):,} actors: {seconds:.2f} s"


class OneSpeaker(Story):
    """A story in which nobody speaks but one, under two names."""

    def speakers(self) -> list[str]:
        """The one."""
        return ["Donald J. Harrow" if self.rng.random() < 0.15 else "Donald Harrow"]


def family(documents: int) -> str:
    """A case with one speaker."""
    number = documents * 2 // 3
    with made(number, OneSpeaker(1, seed=7), each=1) as case:
        whole = spent(case)
        more = one_by_one(case, OneSpeaker(1, seed=8), number, each=1)
        return (
            f"{number:,} mentions of one: {whole:.2f} s; one more {more[5]:.2f} s, at most {more[-1]:.2f} s"
        )


def file(documents: int) -> str:
    """A whole case."""
    story = Story(documents, seed=7)
    with made(documents, story) as case:
        whole = spent(case)
        more = one_by_one(case, story, documents)
        since = time.process_time()
        damaged = sum(damage.what == "actor" for damage in actor_damage(case))
        verified = time.process_time() - since
        return (
            f"{documents * ATTRIBUTIONS:,} attributions: {whole:.1f} s; one more article {more[5]:.2f} s, "
            f"at most {more[-1]:.2f} s; verified {verified:.1f} s, {damaged} damaged"
        )


@contextmanager
def made(documents: int, story: Story, each: int = ATTRIBUTIONS) -> Iterator[Case]:
    """A case of so many documents, whose names are not gathered yet."""
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "made.case") as case:
        with case.transaction():
            case.write("INSERT INTO outlet (key, name) VALUES (1, 'Made Courier')")
            case.write("INSERT INTO original VALUES (1, '', 0, 'none', x'')")
            case.write("INSERT INTO quotation (key, sha256, words) VALUES (1, x'00', 'words')")
            fill(case, story, range(1, documents + 1), each)
        yield case


def one_by_one(case: Case, story: Story, last: int, each: int = ATTRIBUTIONS) -> list[float]:
    """Seconds that each of ten more documents takes, rising."""
    seconds = []
    for number in range(last + 1, last + 11):
        with case.transaction():
            fill(case, story, range(number, number + 1), each)
        seconds.append(spent(case))
    return sorted(seconds)


def main() -> None:
    """Print one line for each part and size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, nargs="+", default=[2_000, 6_000, 20_000])
    parser.add_argument("--part", choices=PARTS, nargs="+", default=list(PARTS))
    chosen = parser.parse_args()
    for part in chosen.part:
        for documents in chosen.documents:
            print(f"{part:6}  {documents:,} documents, {PARTS[part](documents)}", flush=True)


PARTS = {"alone": alone, "family": family, "file": file}


if __name__ == "__main__":
    main()
