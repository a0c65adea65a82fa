"""The timeline: printed, fetched and said told apart, as precise as each is known."""

from __future__ import annotations

import re

from hearsay.workbench.paper import days

TAPED = "/timeline?since=2022-01-01&until=2022-12-31"


def lanes(page):
    return [one.text_content() for one in page.locator(".chart:not(.sample) .lane").all()]


def test_what_was_printed_is_told_apart_from_what_was_said_by_its_shape(server, visit):
    page = visit(server, "/timeline")
    assert "All documents, published" in lanes(page)
    assert "Said, as documents tell" in lanes(page)
    for shape in ("tick", "band", "said"):
        assert page.locator(f".chart:not(.sample) .{shape}").count() > 0
        assert page.locator(f".keys .{shape}").count() == 1


def test_a_year_that_is_told_is_a_box_over_the_year(server, visit):
    page = visit(server, "/timeline?since=2021-07-01&until=2023-06-30")
    boxes = page.locator(".chart:not(.sample) .said").evaluate_all(
        "all => all.map(one => one.getBBox().width)"
    )
    assert max(boxes) > 300


def test_what_was_said_before_the_window_is_counted_there(server, visit):
    page = visit(server, "/timeline")
    assert re.search(r"‹ \d+ before", page.locator(".chart:not(.sample)").text_content())


def test_a_window_in_which_nothing_was_printed_shows_what_was_said_in_it(server):
    with server.client() as client:
        rows = client.get(TAPED.replace("?", ".json?")).json()["rows"]
    assert rows
    assert all(row["said"] for row in rows)


def test_dragging_over_the_chart_looks_closer(server, visit):
    page = visit(server, "/timeline")
    box = page.locator(".chart:not(.sample)").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 80)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 80)
    with page.expect_navigation():
        page.mouse.up()
    assert re.search(r"since=2024-09-1\d&until=2024-09-\d\d", page.url)


def test_links_look_closer_without_a_script(server, visit):
    page = visit(server, "/timeline", java_script_enabled=False)
    before = page.locator("#since").input_value()
    with page.expect_navigation():
        page.locator("text=Closer").click()
    assert page.locator("#since").input_value() > before


def test_days_are_written_as_readers_write_them():
    assert days("2022-10-13", "2022-10-13") == "13 Oct 2022"
    assert days("2022-01-01", "2022-12-31") == "2022"
    assert days("2022-02-01", "2022-02-28") == "Feb 2022"
    assert days("2022-02-01", "2022-03-31") == "1 Feb 2022 to 31 Mar 2022"
    assert days(None, "2019-01-20") == "by 20 Jan 2019"
    assert days("2019-01-20", None) == "from 20 Jan 2019 on"
