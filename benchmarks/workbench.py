"""The workbench on a large case: how long each page takes, and how much it loads.

    python -m benchmarks.workbench [--documents N | --case FILE]

makes a case (20,000 documents of 200 outlets with 20 attributions each, a recording and some rulings, unless
told otherwise), serves it, waits until its findings are worked out, and asks for every page many times. Fails
where the median of a page is over 100 ms, its 95th percentile over 250 ms, what it loads over 300 kB, or the
first paint of Story in Chromium (where there is one) over a second. The page of a recording is left out: all
quotations of the case are laid on it when it is first opened, which takes seconds for each thousand.
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
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright

from benchmarks.cases.large import DOCUMENTS, EACH, make, record

MEDIAN, LATE, LOADED, PAINTED = 0.100, 0.250, 300_000, 1.0
TIMES = 25


def paths(client: httpx.Client) -> list[str]:
    """Every page, with the ids of this case."""
    listed = client.get("/statements.json").json()["rows"]
    document, other = (row["document_id"] for row in client.get("/documents.json?page=7").json()["rows"][:2])
    place = client.get(f"/statements/{listed[0]['statement']}.json").json()["rows"][0]
    found = client.get("/findings.json").json()["rows"]
    exchange = client.get("/exchanges.json").json()["rows"][0]
    between = httpx.QueryParams({"one": exchange["one"], "other": exchange["other"]})
    (tape,) = (row["recording"] for row in client.get("/recordings.json").json()["rows"])
    answer = next(move["response"] for move in exchange["moves"] if move["response"])
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
        f"/attributions/{place['attribution']}",
        f"/statements?answered={listed[0]['statement']}",
        "/statements?finding=yes",
        "/compare?one=Outlet+7&other=Outlet+8",
        "/findings",
        f"/findings?kind={found[-1]['kind']}",
        f"/findings/{found[0]['finding']}",
        f"/answers/{answer}",
        f"/copies/{document}/{other}",
        "/exchanges",
        f"/exchanges/one?{between}",
        f"/documents?actor={listed[0]['actor']}",
        "/statements?had_first=Outlet+7",
        "/statements?said_since=2031-03-01&said_until=2031-03-31",
        "/recordings",
        f"/recordings/{tape}",
        f"/recordings/{tape}?quotations=3",
        f"/recordings/{tape}?statement={listed[0]['statement']}",
        "/brief",
        "/timeline",
        "/timeline?since=2031-03-01&until=2031-03-31",
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
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
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
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None  # noqa: S101
        address, _, token = server.stdout.readline().split()[-1].partition("/?token=")
        print(f"serving after {time.perf_counter() - begun:.1f} s")
        with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as client:
            client.get("/", params={"token": token})
            (tape,) = client.get("/recordings.json").json()["rows"]
            for name, address in (
                ("findings", "/findings.json"),
                ("quotations on the recording", f"/recordings/{tape['recording']}.json"),
            ):
                while client.get(address).json()["waits"]:
                    time.sleep(1)
                print(f"{name} worked out after {time.perf_counter() - begun:.0f} s")
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
        painted = first_paint(address, token)
        if painted is not None:
            good = painted <= PAINTED
            failed += not good
            print(f"first paint of Story after {painted * 1000:.0f} ms{'' if good else '   TOO MUCH'}")
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
        record(path)
        made = time.perf_counter() - begun
        attributions = arguments.documents * EACH
        print(f"{arguments.documents:,} documents, {attributions:,} attributions made in {made:.0f} s")
        return int(measure(path) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
