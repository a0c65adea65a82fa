"""The workbench on a large case: how long each page takes, and how much it loads.

    python -m benchmarks.workbench [--documents N | --case FILE]

makes a case (20,000 documents of 200 outlets with 20 attributions each, a recording and some rulings, unless
told otherwise), serves it, waits until its findings are worked out, and asks for every page many times, for
another statement, document, outlet ... each time. Fails where the median of a page is over 100 ms, its 95th
percentile over 250 ms, what it loads over 300 kB, or the first paint of Story in Chromium (where there is
one) over a second.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright

from benchmarks.cases.large import DOCUMENTS, EACH, WORDS, make, record

MEDIAN, LATE, LOADED, PAINTED = 0.100, 0.250, 300_000, 1.0
TIMES = 25


def paths(client: httpx.Client) -> list[list[str]]:
    """Every page, with the ids of this case: of each kind of page the addresses that are asked for in turn.

    A page that was just looked at is remembered; what a reader waits for is the next one.
    """
    listed = client.get("/statements.json").json()["rows"]
    narrow = client.get("/statements.json?page=900").json()["rows"]
    papers = [
        (one["document_id"], other["document_id"])
        for one, other in pairwise(client.get("/documents.json?page=7").json()["rows"])
    ]
    place = client.get(f"/statements/{listed[0]['statement']}.json").json()["rows"]
    found = client.get("/findings.json").json()["rows"]
    exchanges = client.get("/exchanges.json").json()["rows"]
    between = [httpx.QueryParams({"one": one["one"], "other": one["other"]}) for one in exchanges]
    (tape,) = (row["recording"] for row in client.get("/recordings.json").json()["rows"])
    answers = [move["response"] for one in exchanges for move in one["moves"] if move["response"]]
    outlets = [row["outlet"] for row in client.get("/outlets.json").json()["rows"]]
    actors = list(dict.fromkeys(row["actor"] for row in listed if row["actor"]))

    def each(written: str, *values: Iterable[object]) -> list[str]:
        return [written.format(*one) for one in zip(*values, strict=False)]

    statements = [row["statement"] for row in listed]
    return [
        ["/story"],
        ["/statements"],
        each("/statements?q={}", WORDS),
        ["/statements?q=harb", "/statements?q=telep", "/statements?q=squad", "/statements?q=premi"],
        each("/statements?q=%22any+{}+was%22&kind=direct", WORDS),
        each("/statements?kind=direct&order=newest&page={}", range(400, 425)),
        each("/statements?outlet={}&since=2031-03-01&until=2031-06-30", outlets),
        each("/statements?actor={}", actors),
        each("/statements/{}", statements),
        each("/statements/{}", [row["statement"] for row in narrow]),
        ["/statements?roots=none&hedged=no"],
        ["/documents"],
        each("/documents?q={}&page=9", WORDS),
        each("/documents/{}", [one for one, _ in papers]),
        ["/outlets"],
        each("/outlets/{}", outlets),
        ["/actors"],
        each("/actors/{}", actors),
        each("/attributions/{}", [row["attribution"] for row in place]),
        each("/statements?answered={}", statements),
        ["/statements?finding=yes"],
        each("/compare?one={}&other={}", outlets, outlets[1:]),
        ["/findings"],
        [f"/findings?kind={found[-1]['kind']}"],
        each("/findings/{}", [row["finding"] for row in found]),
        each("/answers/{}", answers),
        each("/copies/{}/{}", *zip(*papers, strict=True)),
        ["/exchanges"],
        each("/exchanges/one?{}", between),
        each("/documents?actor={}", actors),
        each("/statements?had_first={}", outlets),
        each("/statements?said_since=2031-03-{0:02}&said_until=2031-03-{0:02}", range(1, 26)),
        ["/recordings"],
        [f"/recordings/{tape}"],
        each(f"/recordings/{tape}?quotations={{}}", range(2, 5)),
        each(f"/recordings/{tape}?statement={{}}", statements),
        ["/brief"],
        ["/timeline"],
        each("/timeline?since=2031-03-{:02}&until=2031-04-30", range(1, 26)),
        ["/graph"],
        each("/graph?statement={}", statements),
        ["/graph?of=copies"],
        ["/graph?of=answers"],
        ["/review"],
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


def first_paint(address: str, token: str) -> float | None:
    """Seconds until Chromium paints Story for somebody who opens it the second time; `None` without it."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return None
    with sync_playwright() as run:
        browser = run.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}/?token={token}")
        page.goto(f"{address}/story")
        # Chromium tells of the paint some time after it.
        found = page.wait_for_function("performance.getEntriesByName('first-contentful-paint')[0]")
        painted = found.evaluate("entry => entry.startTime")
        browser.close()
    return float(painted) / 1000


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
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server,
        ExitStack() as at_the_end,
    ):
        at_the_end.callback(server.terminate)
        assert server.stdout is not None  # noqa: S101
        address, _, token = server.stdout.readline().split()[-1].partition("/?token=")
        print(f"serving after {time.perf_counter() - begun:.1f} s")
        with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as client:
            client.get("/", params={"token": token})
            (tape,) = client.get("/recordings.json").json()["rows"]
            for name, worked_out in (
                ("findings", "/findings.json"),
                ("quotations on the recording", f"/recordings/{tape['recording']}.json"),
            ):
                while client.get(worked_out).json()["waits"]:
                    time.sleep(1)
                print(f"{name} worked out after {time.perf_counter() - begun:.0f} s")
            asked = paths(client)
            times: list[list[float]] = [[] for _ in asked]
            # In turn, so that no page profits from having just been asked for.
            for turn in range(TIMES):
                for same, taken in zip(asked, times, strict=True):
                    one = same[turn % len(same)]
                    begun = time.perf_counter()
                    answer = client.get(one)
                    taken.append(time.perf_counter() - begun)
                    assert answer.status_code == 200, (one, answer.status_code)  # noqa: S101
            for same, taken in zip(asked, times, strict=True):
                middle = statistics.median(taken)
                late = statistics.quantiles(taken, n=20)[-1]
                size = max(loaded(client, one) for one in same[:TIMES])
                good = middle <= MEDIAN and late <= LATE and size <= LOADED
                failed += not good
                figures = (middle * 1000, late * 1000, max(taken) * 1000, size / 1000)
                line = "{:6.0f} ms median {:6.0f} ms late {:6.0f} ms most {:5.0f} kB  ".format(*figures)
                which = "" if len(same) == 1 else f"  and {min(len(same), TIMES) - 1} more"
                print(line + same[0] + which + ("" if good else "   TOO MUCH"))
        painted = first_paint(address, token)
        if painted is not None:
            good = painted <= PAINTED
            failed += not good
            print(f"first paint of Story after {painted * 1000:.0f} ms{'' if good else '   TOO MUCH'}")
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
        record(path)
        made = time.perf_counter() - begun
        attributions = arguments.documents * EACH
        print(f"{arguments.documents:,} documents, {attributions:,} attributions made in {made:.0f} s")
        return int(measure(path) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
