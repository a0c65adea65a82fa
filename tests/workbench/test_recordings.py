"""The pages of recordings: what is said beside what is printed, and the sound itself."""

import io
import wave

import pytest

from hearsay.case import Case
from hearsay.case.recordings import head, recording
from hearsay.workbench.sounding import _part

TAPE = "/recordings/dinner-27b.ogg"


@pytest.fixture
def client(server):
    with server.client() as inside:
        inside.timeout = 60
        yield inside


@pytest.fixture(scope="module")
def tape(example_path):
    with Case.open(example_path) as case:
        return recording(case, None)


def test_every_quotation_of_the_tape_says_how_it_stands_on_it(client):
    rows = client.get(f"{TAPE}.json").json()["rows"]
    assert {"verbatim", "masked", "cut", "altered", "absent"} <= {how for row in rows for how in row["how"]}
    assert all(row["from"] is not None for row in rows if row["how"] != ["absent"])


def test_the_page_shows_the_head_of_the_log(client, example_path):
    with Case.open(example_path) as case:
        assert head(case).root in client.get(TAPE).text


def test_the_sound_is_what_came_in_byte_for_byte(client, tape):
    got = client.get(f"{TAPE}/sound")
    assert (len(got.content), got.headers["content-type"]) == (tape.size, "audio/ogg")
    part = client.get(f"{TAPE}/sound", headers={"Range": "bytes=1000-1999"})
    assert part.status_code == 206
    assert part.headers["content-range"] == f"bytes 1000-1999/{tape.size}"
    assert part.content == got.content[1000:2000]


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-0", (0, 1)),
        ("bytes=90-", (90, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=90-500", (90, 100)),
        ("bytes=100-", None),
        ("bytes=-0", None),
        ("bytes=9-5", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("seconds=1-2", None),
    ],
)
def test_a_range_is_a_part_of_the_file_or_none(asked, part):
    assert _part(asked, 100) == part


def test_a_range_that_there_is_none_of_is_refused(client, tape):
    got = client.get(f"{TAPE}/sound", headers={"Range": "bytes=99999999-"})
    assert (got.status_code, got.headers["content-range"]) == (416, f"bytes */{tape.size}")


def test_a_clip_is_as_long_as_asked_and_writes_nothing(client, example_path):
    before = example_path.read_bytes()
    with wave.open(io.BytesIO(client.get(f"{TAPE}/clip.wav?from=86.9&to=94.6").content)) as clip:
        assert clip.getnframes() / clip.getframerate() == pytest.approx(7.7, abs=0.05)
    assert example_path.read_bytes() == before


def test_a_clip_beyond_the_end_says_how_long_the_recording_is(client):
    got = client.get(f"{TAPE}/clip.wav?from=9000&to=9001")
    assert got.status_code == 400
    assert "it has 252" in got.text


def test_a_statement_leads_to_its_place_on_the_tape(client):
    row = next(
        row
        for row in client.get(f"{TAPE}.json").json()["rows"]
        if row["how"] == ["verbatim"] and row["statement"]
    )
    page = client.get(f"/statements/{row['statement']}").text
    assert "On the recording" in page
    (only, *others) = client.get(f"{TAPE}.json?statement={row['statement']}").json()["rows"]
    assert {only["statement"], *(one["statement"] for one in others)} == {row["statement"]}


def test_places_worth_a_listen_are_looked_for_on_their_own_page_alone(client):
    assert "Measured" not in client.get(TAPE).text
    page = client.get(f"{TAPE}/listen").text
    assert "nothing found means nothing" in page
    assert page.count("Measured") == 7


def test_a_case_without_recordings_says_how_to_take_one_in(own):
    with own.client() as client:
        assert "hearsay tape add" in client.get("/recordings").text
        assert client.get("/recordings/nothing").status_code == 404


def test_the_transcript_follows_the_sound(server, visit):
    page = visit(server, TAPE)
    page.locator(".transcript a[data-at]").nth(5).click()
    page.wait_for_selector(".transcript li.now", timeout=8000)
    player = page.locator(".player audio")
    assert player.evaluate("one => one.currentTime") > 50


def test_without_scripts_a_moment_is_a_clip_of_its_own(server, visit):
    page = visit(server, TAPE, java_script_enabled=False)
    address = page.locator(".transcript a[data-at]").first.get_attribute("href")
    with server.client() as client:
        assert client.get(address).headers["content-type"] == "audio/wav"
