"""Adding sources: skipped when seen, whole when killed, the same for any order and number of workers."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hearsay.case import (
    Case,
    Progress,
    Tally,
    add,
    document,
    ledger_digest,
    overview,
    refusals,
    statements,
    verify,
)
from hearsay.collect.item import Item, Media
from hearsay.model import Refusal
from tests.case.readings import pages

# How often the kill test kills; many more are a matter of patience: HEARSAY_KILLS=200 pytest -k kill.
KILLS = int(os.environ.get("HEARSAY_KILLS", "6"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of 30 articles."""
    pages(tmp_path / "coverage", 30)
    return tmp_path / "coverage"


def test_a_folder_is_added_and_grouped(case: Case, folder: Path) -> None:
    tally = add(case, [folder])
    assert (tally.added, tally.unchanged, tally.refused) == (30, 0, 0)
    figures = overview(case)
    assert figures.documents == 30
    assert figures.attributions == tally.attributions > 0
    assert 0 < figures.statements < figures.attributions
    assert list(verify(case)) == []


def test_adding_again_changes_no_row(case: Case, folder: Path) -> None:
    add(case, [folder])
    before = case.changes
    assert add(case, [folder]) == Tally(unchanged=30)
    assert case.changes == before


def test_only_what_is_new_is_worked_on(case: Case, folder: Path) -> None:
    add(case, [folder])
    (folder / "new.txt").write_text("“We were not asked,” said Karl Ostrow.")
    tally = add(case, [folder])
    assert (tally.added, tally.unchanged) == (1, 30)


def test_a_file_that_changed_is_a_new_version(case: Case, folder: Path) -> None:
    add(case, [folder])
    (folder / "article-003.txt").write_text("“We were not asked,” said Karl Ostrow.")
    tally = add(case, [folder])
    assert (tally.added, tally.new_versions) == (1, 1)
    assert len(document(case, "article-003").versions) == 2


def test_the_order_of_sources_and_the_number_of_workers_do_not_matter(tmp_path: Path, folder: Path) -> None:
    sources = sorted(folder.iterdir())
    random.Random(7).shuffle(sources)
    digests = set()
    for number, (order, workers) in enumerate([([folder], 1), (sources, 1), (sources[::-1], 2)]):
        with Case.create(tmp_path / f"{number}.case") as case:
            add(case, order, workers=workers)
            digests.add(ledger_digest(case))
    assert len(digests) == 1


def test_a_case_that_grew_is_the_case_that_was_made_at_once(tmp_path: Path, folder: Path) -> None:
    sources = sorted(folder.iterdir())
    with Case.create(tmp_path / "grown.case") as grown, Case.create(tmp_path / "once.case") as once:
        for source in reversed(sources):
            add(grown, [source])
        add(once, sources)
        assert ledger_digest(grown) == ledger_digest(once)


def test_items_and_refusals_can_be_given(case: Case) -> None:
    found = [
        Item("“No,” said Karl Ostrow.".encode(), Media.TEXT, "file:///a.txt", "a"),
        Refusal("https://x.example/", "it cannot be reached", "Try again later"),
    ]
    tally = add(case, found)
    assert (tally.added, tally.refused) == (1, 1)
    assert refusals(case) == (found[1],)


def test_a_refusal_stands_until_its_place_is_read_well(case: Case, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(b"")
    assert add(case, [page]).refused == 1
    before = case.changes
    assert add(case, [page]).refused == 1
    assert case.changes == before
    assert overview(case).refusals == 1
    page.write_text("“No,” said Karl Ostrow.")
    add(case, [page])
    assert overview(case).refusals == 0
    assert len(refusals(case, superseded=True)) == 1


def test_a_refusal_within_a_file_stands_until_the_file_is_read_well(case: Case) -> None:
    good = Item("“No,” said Karl Ostrow.".encode(), Media.TEXT, "file:///t.jsonl#1", "a")
    cut_off = Refusal("file:///t.jsonl", "the file is cut off", "Copy it again")
    add(case, [good, cut_off])
    assert overview(case).refusals == 1
    add(case, [good])
    assert overview(case).refusals == 0


def test_a_neighbour_says_nothing_about_a_refused_record(case: Case) -> None:
    good = Item("“No,” said Karl Ostrow.".encode(), Media.TEXT, "file:///t.jsonl#1", "a")
    add(case, [good, Refusal("file:///t.jsonl#2", "the field text is missing", "Add it")])
    add(case, [good])
    assert overview(case).refusals == 1


def test_progress_is_told_through_all_stages(case: Case, folder: Path) -> None:
    told: list[Progress] = []
    tally = add(case, [folder], progress=told.append)
    assert list(dict.fromkeys(step.stage for step in told)) == [
        "reading",
        "linking",
        "splitting",
        "naming",
        "rooting",
    ]
    assert told[-1].done == told[-1].total
    assert told[-1].tally == tally


def test_what_was_stored_but_not_grouped_is_grouped_by_the_next_add(case: Case, folder: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.stage == "linking":
            raise StoppedError

    with pytest.raises(StoppedError):
        add(case, [folder], progress=stop)
    assert {damage.what for damage in verify(case)} == {"unfinished"}
    assert overview(case).ungrouped > 0
    assert add(case, [folder]) == Tally(unchanged=30)
    assert list(verify(case)) == []
    assert overview(case).ungrouped == 0


def test_a_case_open_for_reading_is_not_added_to(path: Path, folder: Path) -> None:
    Case.create(path).close()
    from hearsay.errors import CaseError

    with Case.open(path) as case, pytest.raises(CaseError, match="reading only"):
        add(case, [folder])


_ADD = """
import sys
from hearsay.case import Case, add
import hearsay.case.adding, hearsay.case.grouping
import hearsay.case.write, hearsay.extract.stream
hearsay.case.adding._READINGS = 3  # many transactions, so that a kill can come between any two
hearsay.case.grouping._BATCH = 10
print("ready", flush=True)
with Case.open(sys.argv[1], create=True) as case:
    add(case, sys.argv[2:])
"""


def test_a_run_killed_at_any_moment_leaves_a_case_that_the_next_run_completes(
    tmp_path: Path, folder: Path
) -> None:
    with Case.create(tmp_path / "whole.case") as case:
        add(case, [folder])
        whole = ledger_digest(case)
    process = _begin(tmp_path / "timed.case", folder)
    started = time.monotonic()
    assert process.wait() == 0
    length = time.monotonic() - started
    rng = random.Random(2031)
    killed = 0
    path = tmp_path / "killed.case"
    for number in range(KILLS):
        if number % 3 == 0:  # some cases are killed more than once
            path = tmp_path / f"killed-{number}.case"
        process = _begin(path, folder)
        time.sleep(rng.uniform(0, length))
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            killed += 1
        else:
            length *= 0.7  # it was through before: a busy machine is less busy now
        if number % 3 != 1:
            with Case.open(path, create=True) as case:
                assert {damage.what for damage in verify(case)} <= {"unfinished"}
                add(case, [folder])
                assert ledger_digest(case) == whole
                assert list(verify(case)) == []
    assert killed > 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up under /proc")
def test_a_killed_run_leaves_no_workers_behind(tmp_path: Path, folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _ADD_WITH_WORKERS, tmp_path / "story.case", folder], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    workers = [int(process.stdout.readline()), int(process.stdout.readline())]
    process.kill()
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 20
    while any(_runs(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_runs(worker) for worker in workers)


def _runs(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


_ADD_WITH_WORKERS = """
import multiprocessing, sys, time
import hearsay.case.adding
from hearsay.case import Case, add
hearsay.case.adding._READINGS = 3  # so that progress is told while the workers still work
def wait(progress):
    for worker in multiprocessing.active_children():
        print(worker.pid, flush=True)
    time.sleep(60)
if __name__ == "__main__":
    with Case.open(sys.argv[1], create=True) as case:
        add(case, sys.argv[2:], workers=2, progress=wait)
"""


def _begin(path: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start an `add` in a process of its own; returns when its imports are done and the work begins."""
    process = subprocess.Popen([sys.executable, "-c", _ADD, path, folder], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    return process


FEED = (
    """<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Times</title>{entries}</channel></rss>"""
)
ENTRY = (
    "<item><title>Ferry {number}</title><link>https://quaytimes.example/{number}</link>"
    "<pubDate>Tue, 04 Mar 2031 08:3{number}:00 +0100</pubDate>"
    "<description>“Ferry {number} stays in port until the spring,” Ada Lindqvist said.</description></item>"
)


def feed(*numbers: int) -> Item:
    entries = "".join(ENTRY.format(number=number) for number in numbers)
    content = FEED.format(entries=entries).encode()
    return Item(content, Media.FEED, "https://quaytimes.example/feed.xml", "feed")


def test_a_feed_that_grew_adds_its_new_entries_alone(case: Case) -> None:
    assert add(case, [feed(1, 2)]).added == 2
    grown = add(case, [feed(1, 2, 3)])
    assert (grown.added, grown.unchanged, grown.new_versions) == (1, 2, 0)
    assert list(verify(case)) == []


def test_the_order_in_which_feeds_were_seen_does_not_matter(tmp_path: Path) -> None:
    digests = set()
    for number, seen in enumerate(([feed(1, 2), feed(2, 3)], [feed(2, 3), feed(1, 2)])):
        with Case.create(tmp_path / f"{number}.case") as made:
            add(made, seen)
            digests.add(ledger_digest(made))
    assert len(digests) == 1


CORRECTED = """<html><head><title>Ferry</title><link rel="canonical" href="https://quaytimes.example/ferry">
<meta property="article:published_time" content="2031-03-04T08:30:00+01:00">
<meta property="article:modified_time" content="{modified}"></head><body><article><h1>Ferry</h1>
<p>The night ferry to the islands will stay in port until the spring, the transport minister told reporters
in the harbour hall on Tuesday morning, while the owners asked the court for an order.</p>
<p>“We will not send a ship into that strait with a cracked rudder,” Ada Lindqvist said.</p>{more}
</article></body></html>"""
ANSWER = "<p>“The rudder was sound when she left our yard last autumn,” Bo Hammar said.</p>"
RIVAL = (
    b'{"id": "pilot", "published": "2031-03-05T07:00:00+01:00", "outlet": "Pilot", '
    b'"text": "\\"The rudder was sound when she left our yard last autumn,\\" Bo Hammar said on Wednesday."}'
)


def test_words_that_a_changed_page_added_are_dated_by_the_change(tmp_path: Path) -> None:
    """A paper that was first with words is not overtaken by a page that took them in two days later."""
    first = CORRECTED.format(modified="2031-03-04T08:30:00+01:00", more="")
    later = CORRECTED.format(modified="2031-03-06T09:00:00+01:00", more=ANSWER)
    items = [
        Item(first.encode(), Media.PAGE, "file:///first.html", "first"),
        Item(later.encode(), Media.PAGE, "file:///later.html", "later"),
        Item(RIVAL, Media.RECORD, "file:///wire.jsonl#line=1", "wire"),
    ]
    digests = set()
    for number, order in enumerate(([0, 1, 2], [2, 1, 0], [1, 2, 0])):
        with Case.create(tmp_path / f"{number}.case") as made:
            for index in order:
                add(made, [items[index]])
            digests.add(ledger_digest(made))
            rows = {row.speaker: row for row in statements(made)}
            assert [one.name for one in rows["Bo Hammar"].appearances] == ["pilot", "later"]
            assert str(rows["Bo Hammar"].appearances[1].revised) == "2031-03-06T09:00:00+01:00"
            assert [one.name for one in rows["Ada Lindqvist"].appearances] == ["first", "later"]
            assert list(verify(made)) == []
    assert len(digests) == 1
