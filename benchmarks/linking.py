"""How fast quotations are grouped into statements, and how right the outcome is, as a case grows.

    python -m benchmarks.linking [SIZE ...] [--seed N]

makes SIZE appearances of invented utterances (words drawn by their frequency in news, each after the one
before it), perturbs them as newspapers do, groups them on one core, and prints processor seconds, the peak of
memory, and pair recall, pair precision and B-cubed F1 against what was made. Sizes are measured in the order
given, so give the largest last: the peak of memory is the process's.

The perturbations, and how many in a hundred appearances get each (an appearance can get several):

    cut at the front or the back, to no fewer than five words          40
    a stretch in the middle replaced by an ellipsis of some form       10
    a word or two replaced by a bracketed insert, or one added         10
    a word masked                                                       3
    a word dropped, doubled, misspelled or replaced                    12
    quoted within the reporter's own words                             15
    typography: curly or straight marks, dashes, capitals              all
    the speaker by surname only / not known                         40 / 15
    printed up to three days later                                     all

One in fifty appearances is a stock phrase, the same words from many speakers over months: one statement only
where one speaker says it within a day or two.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from hearsay.lexicon import load_table
from hearsay.link import group
from hearsay.model import Appearance, Moment, Precision, Statement

SIZES = (10_000, 30_000, 100_000)
ELLIPSES = (" … ", "... ", " . . . ", " [...] ", " (…) ", "…")
REPORTED = (
    "the minister told reporters that",
    "aides said",
    "he insisted on Monday that",
    "in what she called",
)
STOCK = (
    "I don't know",
    "no comment",
    "at the end of the day",
    "we will see what happens",
    "that is not true",
    "it is what it is",
    "we are looking into it",
    "I am proud of my record",
)


class Speech:
    """Invented utterances: word after word, by how often each follows the other in news."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        counts = {row["word"]: int(row["count"]) for row in load_table("word_counts")}
        counts.pop("*")
        self.words = list(counts)
        self._weights = list(accumulate(counts.values()))
        following: dict[str, dict[str, int]] = defaultdict(dict)
        for row in load_table("neighbour_counts"):
            following[row["word"]][row["next"]] = int(row["count"])
        self._following = {word: (list(n), list(accumulate(n.values()))) for word, n in following.items()}

    def word(self) -> str:
        return self._chance.choices(self.words, cum_weights=self._weights)[0]

    def utterance(self) -> list[str]:
        words = [self.word()]
        length = self._chance.randint(6, 45)
        while len(words) < length:
            after = self._following.get(words[-1])
            if after and self._chance.random() < 0.5:
                words.append(self._chance.choices(after[0], cum_weights=after[1])[0])
            else:
                words.append(self.word())
        return words


def perturbed(words: Sequence[str], speech: Speech, chance: random.Random) -> str:
    """The words as one newspaper prints them; see the module's documentation."""
    printed = list(words)
    if chance.random() < 0.4 and len(printed) > 6:
        keep = chance.randint(5, len(printed))
        start = chance.choice((0, len(printed) - keep, chance.randint(0, len(printed) - keep)))
        printed = printed[start : start + keep]
    if chance.random() < 0.12:
        _misquote(printed, speech, chance)
    if chance.random() < 0.1:
        place = chance.randrange(len(printed))
        insert = f"[{speech.word()} {speech.word()}]"
        printed[place : place + chance.randint(0, 1)] = [insert]
    if chance.random() < 0.03:
        place = chance.randrange(len(printed))
        word = printed[place]
        printed[place] = chance.choice(
            (word[:1] + "*" * max(2, len(word) - 1), word[:1] + "---", "[expletive]")
        )
    if chance.random() < 0.1 and len(printed) > 11:
        start = chance.randint(5, len(printed) - 5)
        end = min(len(printed) - 4, start + chance.randint(1, 8))
        printed[start:end] = [chance.choice(ELLIPSES).strip()]
    text = " ".join(printed)
    if chance.random() < 0.5:
        text = text[:1].upper() + text[1:]
    if chance.random() < 0.3:
        text = text.replace(" and ", " – and ", 1)
    text += chance.choice((",", ".", "!", ""))
    quoted = chance.choice((f"“{text}”", f'"{text}"', f"«{text}»"))
    if chance.random() < 0.15:
        return f"{chance.choice(REPORTED)} {quoted}"
    return quoted


def _misquote(printed: list[str], speech: Speech, chance: random.Random) -> None:
    place = chance.randrange(len(printed))
    word = printed[place]
    match chance.randrange(4):
        case 0:
            del printed[place]
        case 1:
            printed.insert(place, word)
        case 2:
            middle = len(word) // 2
            printed[place] = word[:middle] + word[middle + 1 :] or word
        case _:
            printed[place] = speech.word()


def made(size: int, seed: int) -> tuple[list[Appearance], dict[str, int]]:
    """`size` appearances, and for each the number of the utterance that it reports."""
    chance = random.Random(seed)
    speech = Speech(chance)
    surnames = [
        f"{chance.choice('BDGKLMNRSTV')}{chance.choice('aeiou')}{word}" for word in speech.words[2000:2400]
    ]
    speakers = [
        f"{chance.choice(('Ana', 'Ilse', 'Tom', 'Wim', 'Petra'))} {name.title()}" for name in surnames
    ]
    appearances: list[Appearance] = []
    truth: dict[str, int] = {}
    stock: dict[tuple[str, str, int], int] = {}
    number = 0
    while len(appearances) < size:
        number += 1
        speaker = chance.choice(speakers)
        day = date(2023, 1, 1) + timedelta(days=chance.randrange(700))
        if chance.random() < 0.1:
            phrase = chance.choice(STOCK)
            utterance = stock.setdefault((phrase, speaker, day.toordinal() // 4), number)
            printings = [(f"“{phrase}”", speaker, day)]
        else:
            utterance = number
            words = speech.utterance()
            times = min(400, int(chance.paretovariate(1.1)))
            printings = [
                (
                    perturbed(words, speech, chance),
                    _named(speaker, chance),
                    day + timedelta(chance.randrange(4)),
                )
                for _ in range(times)
            ]
        for text, name, when in printings:
            appearance = Appearance(
                attribution=f"{len(appearances):08x}",
                document=f"d{len(appearances)}",
                words=text,
                kind="direct" if text[0] in '“"«' else "mixed",
                speaker=name,
                published=Moment(when.isoformat(), Precision.DAY, None, "made"),
            )
            appearances.append(appearance)
            truth[appearance.attribution] = utterance
    return appearances[:size], truth


def _named(speaker: str, chance: random.Random) -> str | None:
    drawn = chance.random()
    if drawn < 0.15:
        return None
    return speaker.split()[-1] if drawn < 0.55 else speaker


def figures(statements: Sequence[Statement], truth: dict[str, int]) -> Iterator[tuple[str, float]]:
    """Pair recall, pair precision and B-cubed F1, in per cent."""
    cells: Counter[tuple[int, int]] = Counter()
    for found, statement in enumerate(statements):
        cells.update((found, truth[one]) for one in statement.appearances)
    stood: Counter[int] = Counter()
    said: Counter[int] = Counter()
    for (found, utterance), count in cells.items():
        stood[found] += count
        said[utterance] += count

    def pairs(counts: Counter) -> int:
        return sum(count * (count - 1) // 2 for count in counts.values())

    yield "pair recall", 100 * pairs(cells) / pairs(said)
    yield "pair precision", 100 * pairs(cells) / pairs(stood)
    precision = sum(count * count / stood[found] for (found, _), count in cells.items()) / stood.total()
    recall = sum(count * count / said[utterance] for (_, utterance), count in cells.items()) / stood.total()
    yield "B-cubed F1", 200 * precision * recall / (precision + recall)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="SIZE")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for size in arguments.sizes:
        appearances, truth = made(size, arguments.seed)
        started = time.process_time()
        statements = group(appearances)
        spent = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        row = "  ".join(f"{name} {value:.2f}" for name, value in figures(statements, truth))
        print(
            f"{size:>9,} appearances  {spent:7.1f} s  {peak:6.0f} MB  {len(statements):,} statements  {row}"
        )
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
