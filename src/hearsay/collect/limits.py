"""How much of a source is taken, how long it may take, and how politely it is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one source may cost. Sizes are bytes, times seconds.

    They protect a reporter's machine from bombs and mistakes, not from long articles: of 91 news pages of
    large publishers the longest has 1.3 MB.
    """

    # One page, text, feed, record or row, as it came and also after decompression.
    item: int = 32 * 2**20
    # A compressed file may grow this many times once it has passed `free_growth`. Text that repeats itself
    # (templates, logs) grows 20 to 50 times; deflate's own maximum, which bombs come close to, is 1032.
    growth: int = 250
    free_growth: int = 32 * 2**20
    # One feed. feedparser needs about 0.1 ms a tag where the XML is broken.
    feed: int = 8 * 2**20
    # Members of a WACZ, and bytes of its listing.
    members: int = 100_000
    # Lines that one CSV row may run over before its quotation mark counts as never closed.
    row_lines: int = 20_000

    # Over the network: one answer from the first byte asked to the last received, all redirects included.
    total_seconds: float = 60.0
    # Silence that ends a connection, and the wait for one to be made.
    idle_seconds: float = 15.0
    redirects: int = 5
    # An archive, table or feed named by its address is received whole before it is opened.
    download: int = 256 * 2**20
    robots: int = 512 * 2**10
    # Between two requests to one host; a longer Crawl-delay in its robots.txt is kept up to `longest_delay`.
    delay: float = 1.0
    longest_delay: float = 30.0
