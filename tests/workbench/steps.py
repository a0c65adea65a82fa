"""Steps that a reader takes in the browser."""

from __future__ import annotations

from typing import Any


def follow(page: Any, what: str) -> None:
    """Click on what leads to another page, and wait for that."""
    with page.expect_navigation():
        page.locator(what).first.click()
