"""How much of a source is taken, how long it may take, and how politely it is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one source may cost. Sizes are bytes, times seconds.

    They protect a reporter's machine from bombs and mistakes, not from long articles: the largest of 91
    real news pages has 1.4 MB.
    """

    # One page, text, feed, record or row, as it came and also after decompression.
    item: int = 32 * 2**20
    # A compressed file may grow this many times once it has passed `free_growth`. The same 91 pages
    # grow 4.7 times (median) to 8.3 times; deflate's own maximum, which bombs come close to, is 1032.
    growth: int = 250
    free_growth: int = 32 * 2**20
    # One feed: feedparser builds the whole of it in memory.
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
