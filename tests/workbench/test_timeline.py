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


def axis(page):
    return [one.text_content() for one in page.locator(".chart:not(.sample) .axis").all()]


def table(page):
    return page.locator("td time[data-exact]").first.inner_text()


def test_the_chart_is_in_the_zone_that_the_address_names(server, visit):
    day = "since=2024-09-17&until=2024-09-18"
    page = visit(server, f"/timeline?{day}", java_script_enabled=False)
    assert page.locator("#clock").inner_text() == "UTC"
    plain = page.locator(".chart:not(.sample) .tick").first.get_attribute("d")
    page.fill("#zone", "Asia/Tokyo")
    with page.expect_navigation():
        page.click("text=Show")
    assert page.locator("#clock").inner_text() == "Asia/Tokyo"
    assert axis(page)[0] == "17 Sept, 0:00"
    assert page.locator(".chart:not(.sample) .tick").first.get_attribute("d") != plain
    page.locator("text=Wider").click()
    assert page.locator("#clock").inner_text() == "Asia/Tokyo"


def test_a_zone_that_is_none_is_said_to_be_none(server):
    with server.client() as client:
        for name in ("Nowhere/Land", "../../etc/passwd", "x" * 99, "\0"):
            answer = client.get("/timeline", params={"zone": name})
            assert (answer.status_code, "Not known here" in answer.text) == (200, True)


def test_the_reader_s_zone_is_shown_and_the_original_is_one_key_away(server, visit):
    page = visit(
        server, "/timeline?since=2024-09-17&until=2024-09-18", timezone_id="Asia/Tokyo", locale="en-GB"
    )
    page.wait_for_selector("#clock:text-is('Asia/Tokyo')")
    assert "GMT+9" in table(page)
    page.keyboard.press("z")
    page.wait_for_selector("#clock:text-is('UTC')")
    assert "UTC" in table(page)
    page.click("text=Dates in your zone")
    page.wait_for_selector("#clock:text-is('Asia/Tokyo')")


def test_the_nodes_of_a_graph_are_in_the_reader_s_zone_for_eyes_and_ears(server, visit):
    page = visit(server, "/graph?of=copies", timezone_id="Asia/Tokyo", locale="en-GB")
    node = page.locator(".graph:not(.sample) [data-node]:has([data-exact])").first
    shown = node.locator("[data-exact]").inner_html()
    assert "GMT+9" in shown
    assert shown in node.get_attribute("aria-label")
    assert page.locator("td [data-exact]").first.inner_text().endswith("GMT+9")
    page.keyboard.press("z")
    assert "UTC" in node.locator("[data-exact]").inner_html()
    assert "GMT+9" not in node.get_attribute("aria-label")


def test_no_page_has_a_time_that_only_the_server_s_zone_tells(server):
    """Hours stand in elements that the script can turn, with what is stated beside them."""
    pages = ("/story", "/statements", "/documents", "/exchanges", "/recordings/dinner-27b.ogg", "/review")
    with server.client() as client:
        for path in pages:
            text = re.sub(r"<(\w+)[^>]* data-exact=[^>]*>[^<]*</\1>", "", client.get(path).text)
            assert not re.search(r">[^<]*\b\d\d:\d\d UTC", text), path
