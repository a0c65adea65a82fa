"""The example case behind a real server, and a real browser in front of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from hearsay.case import Case, add
from hearsay.case.provenance.facts import outlet_facts, take_outlets
from hearsay.case.recordings import add_transcript, take
from tests.case.conftest import fill
from tests.case.dispute import dispute
from tests.case.readings import story

EXAMPLE = Path(__file__).parents[2] / "examples/dinner-tape"


@dataclass
class Server:
    """A running workbench: its address, its token, and the case behind it."""

    address: str
    token: str
    path: Path

    @contextmanager
    def client(self, **headers: str) -> Iterator[httpx.Client]:
        """Somebody who has come in through the first address."""
        with httpx.Client(base_url=self.address, follow_redirects=True, headers=headers) as client:
            assert client.get("/", params={"token": self.token}).status_code == 200
            yield client


@pytest.fixture(scope="session")
def example_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case with its recording, built once; tests that change it take a copy."""
    path = tmp_path_factory.mktemp("example") / "dinner-tape.case"
    with Case.create(path) as case:
        add(case, [EXAMPLE / "coverage"])
        take_outlets(case, outlet_facts(EXAMPLE / "facts/outlets.csv"))
        kept, _ = take(case, EXAMPLE / "tape/dinner-27b.ogg", by="Ida Falk", received_from="a guest")
        add_transcript(case, kept, EXAMPLE / "tape/transcript.vtt", by="Ida Falk")
    return path


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., Server]]:
    """Start `hearsay serve` on a case; all are stopped at the end."""
    running = []

    def start(path: Path, *options: str, env: dict[str, str] | None = None) -> Server:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "from hearsay.cli import main; main()",
                "serve",
                str(path),
                "--no-browser",
                *options,
            ],
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=env,
        )
        running.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("The workbench: "), line
        address, _, token = line.removeprefix("The workbench: ").strip().partition("/?token=")
        return Server(address.rstrip("/"), token, path)

    yield start
    for process in running:
        process.terminate()
    for process in running:
        process.wait(timeout=10)


@pytest.fixture(scope="session")
def server(serve: Callable[..., Server], example_path: Path) -> Server:
    """The example case, served; not to be changed."""
    return serve(example_path)


@pytest.fixture
def own(serve: Callable[..., Server], tmp_path: Path) -> Server:
    """The little story of `tests.case.readings`, served for one test, to rule on."""
    path = tmp_path / "story.case"
    with Case.create(path) as case:
        fill(case, story())
    return serve(path)


@pytest.fixture(scope="session")
def dispute_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dispute of `tests.case.dispute`, read once; tests serve a copy."""
    path = tmp_path_factory.mktemp("dispute") / "dispute.case"
    dispute(path)
    return path


@pytest.fixture
def disputed(serve: Callable[..., Server], dispute_path: Path, tmp_path: Path) -> Server:
    """A copy of the small dispute, served for one test, to rule on."""
    return serve(Path(shutil.copy(dispute_path, tmp_path / "dispute.case")))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real Chromium; the test is skipped where none is installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Open a page as somebody who was let in; no console error and no request beyond the server may be."""
    opened = []
    found: list[str] = []
    expected: list[str] = []

    def go(server: Server, path: str = "/story", faults: str = "", **context: Any) -> Any:
        if faults:
            expected.append(faults)
        window = chromium.new_context(**context)
        opened.append(window)
        page = window.new_page()
        page.on("console", lambda message: message.type == "error" and found.append(message.text))
        page.on("pageerror", lambda error: found.append(str(error)))
        page.on(
            "request",
            lambda request: (
                request.url.startswith(server.address) or found.append(f"asked for {request.url}")
            ),
        )
        page.goto(f"{server.address}{path}{'&' if '?' in path else '?'}token={server.token}")
        return page

    yield go
    for window in opened:
        window.close()
    assert [fault for fault in found if not any(one in fault for one in expected)] == []
