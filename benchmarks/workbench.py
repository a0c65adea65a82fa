"""The workbench on a large case: how long each page takes, and how much it loads.

    python -m benchmarks.workbench [--documents N | --case FILE]

makes a case (20,000 documents of 200 outlets with 20 attributions each, unless told otherwise), serves it and
asks for every page many times. Fails where the median of a page is over 100 ms, its 95th percentile over
250 ms, or what it loads over 300 kB.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from hearsay.case import Case
from hearsay.case.grouping import group_pending
from hearsay.case.quotations import digest_of
from hearsay.case.write import now
from hearsay.model import attribution_id, content_id, statement_id

DOCUMENTS, EACH, OUTLETS, SPEAKERS = 20_000, 20, 200, 2_000
# Statements that several documents carry; every other attribution is of one of these.
SHARED = 4_000
MEDIAN, LATE, LOADED = 0.100, 0.250, 300_000
TIMES = 25
WORDS = [
    "the",
    "harbour",
    "council",
    "ship",
    "strait",
    "premier",
    "will",
    "not",
    "close",
    "before",
    "spring",
    "because",
    "nobody",
    "asked",
    "them",
    "whether",
    "donors",
    "heard",
    "what",
    "he",
    "told",
    "about",
    "telephone",
    "calls",
    "and",
    "grain",
    "prices",
    "while",
    "ministers",
    "deny",
    "that",
    "any",
    "order",
    "was",
    "given",
    "to",
    "move",
    "one",
    "third",
    "of",
    "our",
    "squadron",
    "toward",
    "northern",
    "islands",
    "without",
    "consent",
    "from",
    "parliament",
]


def make(path: Path, documents: int) -> None:
    """Write a case as `add` would leave it, without the hours that reading a million sentences takes."""
    chance = random.Random(7)

    def sentence(length: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(length))

    shared = [(sentence(chance.randint(8, 30)), chance.randrange(SPEAKERS)) for _ in range(SHARED)]
    weights = [1 / (place + 1) ** 0.7 for place in range(SHARED)]
    appearances: dict[int, list[tuple[int, int, int]]] = {}
    quotations: dict[str, int] = {}
    with Case.create(path) as case:
        with case.transaction():
            case.write_all(
                "INSERT INTO outlet VALUES (?, ?)", ((n + 1, f"Outlet {n}") for n in range(OUTLETS))
            )
            names = [f"{chr(65 + n % 26)}{sentence(1)} {sentence(1).title()}{n}" for n in range(SPEAKERS)]
            case.write_all(
                "INSERT INTO speaker VALUES (?, ?)", ((n + 1, name) for n, name in enumerate(names))
            )
            statement = attribution = 0
            for document in range(1, documents + 1):
                outlet = chance.randrange(OUTLETS) + 1
                day = f"2031-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
                said = [
                    (*shared[place], place + 1)
                    for place in chance.choices(range(SHARED), weights, k=EACH // 2)
                ]
                said += [
                    (sentence(chance.randint(6, 25)), chance.randrange(SPEAKERS), 0) for _ in range(EACH // 2)
                ]
                text, spans = "", []
                for words, speaker, _ in said:
                    source, cue = names[speaker], "said"
                    start = len(text)
                    text += f"{source} {cue} “{words}” on that day. {sentence(20)}.\n\n"
                    spans.append((start, len(source), start + len(source) + 1, start + len(source) + 6))
                id_ = content_id("bench", str(document))
                case.write("INSERT INTO page VALUES (?)", (document,))
                case.write(
                    "INSERT INTO original VALUES (?, ?, 1, 'none', x'00')", (document, f"{document:064x}")
                )
                case.write(
                    "INSERT INTO document (key, id, page, original, name, title, outlet, authors, language, "
                    "published, published_precision, published_origin, published_from, published_until, "
                    "text, "
                    "reading, linked) VALUES (?, ?, ?, ?, ?, ?, ?, '[]', 'en', ?, 'day', 'meta', ?, ?, ?, "
                    "'', 1)",
                    (
                        document,
                        id_,
                        document,
                        document,
                        f"doc-{document}",
                        sentence(9),
                        outlet,
                        day,
                        day,
                        day,
                        text,
                    ),
                )
                case.write(
                    "INSERT INTO sighting VALUES (?, ?, ?, NULL, ?, 1)",
                    (document, f"x:{document}", document, now()),
                )
                case.write(
                    "INSERT INTO sighted VALUES (?, ?, ?, NULL)", (document, document, f"doc-{document}")
                )
                for (words, speaker, group), (start, length, cue, content) in zip(said, spans, strict=True):
                    attribution += 1
                    stop = content + len(words)
                    if words not in quotations:
                        quotations[words] = len(quotations) + 1
                        case.write(
                            "INSERT INTO quotation VALUES (?, ?, ?)",
                            (quotations[words], digest_of(words), words),
                        )
                    parts = (((content, stop),), ((cue, cue + 4),), ((start, start + length),))
                    if not group:
                        statement += 1
                    block = group or SHARED + statement
                    if block not in appearances:
                        case.write("INSERT INTO block VALUES (?, 0, 0)", (block,))
                    case.write(
                        "INSERT INTO attribution (key, id, document, kind, mode, quotation, speaker, block) "
                        "VALUES (?, ?, ?, ?, 'speech', ?, ?, ?)",
                        (
                            attribution,
                            attribution_id(id_, *parts),
                            document,
                            chance.choice(("direct", "mixed", "indirect")),
                            quotations[words],
                            speaker + 1,
                            block,
                        ),
                    )
                    for part, ((low, high),) in zip(("content", "cue", "source"), parts, strict=True):
                        case.write("INSERT INTO span VALUES (?, ?, ?, ?)", (attribution, part, low, high))
                    appearances.setdefault(block, []).append((attribution, document, outlet))
            for block, found in appearances.items():
                first = found[0][0]
                case.write("UPDATE block SET size = ? WHERE key = ?", (len(found), block))
                case.write(
                    "INSERT INTO statement SELECT ?, ?, ?, speaker, quotation, key, ?, ?, ? FROM attribution "
                    "WHERE key = ?",
                    (
                        block,
                        statement_id(str(first)),
                        block,
                        len({outlet for _, _, outlet in found}),
                        len({document for _, document, _ in found}),
                        len(found),
                        first,
                    ),
                )
                case.write_all(
                    "INSERT INTO appearance VALUES (?, ?, ?)",
                    ((key, block, place) for place, (key, _, _) in enumerate(found)),
                )
        group_pending(case)


def paths(client: httpx.Client) -> list[str]:
    """Every page, with the ids of this case."""
    listed = client.get("/statements.json").json()["rows"]
    document = client.get("/documents.json?page=7").json()["rows"][0]["document_id"]
    return [
        "/story",
        "/statements",
        "/statements?q=telephone",
        "/statements?q=harb",
        "/statements?q=%22any+order+was%22&kind=direct",
        "/statements?kind=direct&order=newest&page=400",
        "/statements?outlet=Outlet+7&since=2031-03-01&until=2031-06-30",
        f"/statements?actor={listed[0]['actor']}",
        f"/statements/{listed[0]['statement']}",
        f"/statements/{listed[-1]['statement']}",
        "/statements?roots=none&hedged=no",
        "/documents",
        "/documents?q=premier&page=9",
        f"/documents/{document}",
        "/outlets",
        "/outlets/Outlet%207",
        "/actors",
        f"/actors/{listed[0]['actor']}",
        "/timeline",
        "/graph",
        f"/graph?statement={listed[-1]['statement']}",
        "/graph?of=copies",
        "/graph?of=answers",
        "/review",
    ]


def loaded(client: httpx.Client, path: str) -> int:
    """Bytes that a browser loads for a page the first time: the page, its styles, scripts and fonts."""
    page = client.get(path)
    found = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text))
    total = len(page.content)
    for one in sorted(found):
        content = client.get(one).content
        total += len(content)
        if one.endswith("type.css"):
            # The Latin faces; the others load only where a page has their letters.
            for font in re.findall(r"fonts/[\w-]+latin-wght[\w.-]+", content.decode()):
                total += len(client.get(f"/static/{font}").content)
    return total


def measure(path: Path) -> int:
    """Serve the case at `path` and print a line a page; how many are too slow or too large."""
    failed = 0
    command = [
        sys.executable,
        "-c",
        "from hearsay.cli import main; main()",
        "serve",
        str(path),
        "--no-browser",
    ]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None  # noqa: S101
        address, _, token = server.stdout.readline().split()[-1].partition("/?token=")
        print(f"serving after {time.perf_counter() - begun:.1f} s")
        with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as client:
            client.get("/", params={"token": token})
            asked = paths(client)
            times: dict[str, list[float]] = {one: [] for one in asked}
            # In turn, so that no page profits from having just been asked for.
            for _ in range(TIMES):
                for one in asked:
                    begun = time.perf_counter()
                    answer = client.get(one)
                    times[one].append(time.perf_counter() - begun)
                    assert answer.status_code == 200, (one, answer.status_code)  # noqa: S101
            for one in asked:
                middle = statistics.median(times[one])
                late = statistics.quantiles(times[one], n=20)[-1]
                size = loaded(client, one)
                good = middle <= MEDIAN and late <= LATE and size <= LOADED
                failed += not good
                figures = (middle * 1000, late * 1000, times[one][0] * 1000, size / 1000)
                line = "{:6.0f} ms median {:6.0f} ms late {:6.0f} ms first {:5.0f} kB  ".format(*figures)
                print(line + one + ("" if good else "   TOO MUCH"))
        server.terminate()
    return failed


def main() -> int:
    """Make a case and measure, or measure the case that is named; the exit code is 1 where a page failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, metavar="N")
    parser.add_argument("--case", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    if arguments.case is not None:
        return int(measure(arguments.case) > 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.case"
        begun = time.perf_counter()
        make(path, arguments.documents)
        made = time.perf_counter() - begun
        attributions = arguments.documents * EACH
        print(f"{arguments.documents:,} documents, {attributions:,} attributions made in {made:.0f} s")
        return int(measure(path) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
