import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect import Item, Media, read
from hearsay.model import Document, Refusal
from tests.collect.taking import refusal

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Paper</title><language>en-gb</language>
<item><title>He said &amp;quot;no&amp;quot;</title><link>https://example.org/no</link><guid>tag:1</guid>
  <pubDate>Tue, 09 Jul 2024 21:05:00 +0200</pubDate><dc:creator>Jane Roe</dc:creator>
  <description>short</description>
  <content:encoded><![CDATA[<p>He said <b>no</b>.</p><p>Then he left.</p>
  <script>x()</script>]]></content:encoded>
</item>
<item><title>Only a title</title><link>https://example.org/title</link></item>
<item><description>A summary without a date.</description>
  <source url="https://w.example">The Wire</source></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Blog</title>
<entry><id>urn:1</id><title>One</title><updated>2024-07-10T08:00:00Z</updated>
  <published>2024-07-09T21:05:00+02:00</published><author><name>Jane Roe</name></author>
  <content type="html">&lt;p&gt;He said no.&lt;/p&gt;</content></entry>
<entry><id>urn:1</id><title>Two</title><updated>2024-07</updated>
  <summary type="text">5 &lt; 6, he said.</summary></entry></feed>"""


def _read(feed: str | bytes) -> list[Document | Refusal]:
    content = feed.encode() if isinstance(feed, str) else feed
    return list(read(Item(content, Media.FEED, "file:///feed.xml", "feed")))


def test_an_entry_with_text_is_a_document() -> None:
    first = _read(RSS)[0]
    assert isinstance(first, Document)
    assert first.text == "He said no.\n\nThen he left."
    assert (first.title, first.outlet, first.authors) == ('He said "no"', "The Paper", ("Jane Roe",))
    assert (first.part, first.url, first.name) == ("tag:1", "https://example.org/no", "example.org-no")
    assert str(first.published) == "2024-07-09T21:05:00+02:00"


def test_an_entry_without_text_is_refused_and_says_what_to_do() -> None:
    refused = _read(RSS)[1]
    assert isinstance(refused, Refusal)
    assert refused.what == "entry 2: no text under “Only a title”"
    assert refused.location == "file:///feed.xml#entry=2"


def test_an_entry_from_elsewhere_has_that_outlet_and_no_invented_date() -> None:
    third = _read(RSS)[2]
    assert isinstance(third, Document)
    assert (third.outlet, third.published) == ("The Wire", None)


def test_atom_tells_publication_from_update_and_keeps_their_precision() -> None:
    one, two = _read(ATOM)
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (str(one.published), str(one.modified)) == ("2024-07-09T21:05:00+02:00", "2024-07-10T08:00:00Z")
    assert (two.published, str(two.modified)) == (None, "2024-07")
    assert two.text == "5 < 6, he said."


def test_two_entries_with_one_id_stay_apart() -> None:
    one, two = _read(ATOM)
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.part, two.part) == ("urn:1", "urn:1#2")
    assert one.id != two.id


def test_a_date_without_a_zone_stays_without_one() -> None:
    feed = RSS.replace("21:05:00 +0200", "21:05:00")
    first = _read(feed)[0]
    assert isinstance(first, Document)
    assert str(first.published) == "2024-07-09T21:05:00"


def test_a_packed_feed_is_read() -> None:
    assert [type(outcome) for outcome in _read(gzip.compress(ATOM.encode(), mtime=0))] == [Document, Document]


def test_where_a_feed_breaks_off_its_last_entry_is_refused() -> None:
    *_, last = _read(RSS[: RSS.index("without a date")])
    assert isinstance(last, Refusal)
    assert last.what == "entry 3 stands where the feed breaks off"


def test_a_feed_with_a_stray_ampersand_is_read() -> None:
    outcomes = _read(ATOM.replace("The Blog", "Bed & Breakfast"))
    assert [outcome.outlet for outcome in outcomes if isinstance(outcome, Document)] == [
        "Bed & Breakfast"
    ] * 2


@pytest.mark.parametrize("content", [b"", b"hello", b"<html><body>x</body></html>", b"<rss", b"\xff\xfe<\0"])
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    (refused,) = _read(content)
    assert isinstance(refused, Refusal)
    assert refused.what == "not an RSS or Atom feed"


def test_a_feed_without_entries_is_refused() -> None:
    (refused,) = _read('<rss version="2.0"><channel><title>The Paper</title></channel></rss>')
    assert isinstance(refused, Refusal)
    assert refused.what == "a feed without entries"


def test_a_feed_that_is_a_page_is_refused_where_it_is_found(tmp_path: Path) -> None:
    (tmp_path / "news.rss").write_bytes(b"<!DOCTYPE html><html><body>Please log in</body></html>")
    assert refusal(tmp_path).what == "a web page where a feed was expected"


def test_an_entity_bomb_does_not_go_off() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    feed = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "{"x" * 100}">{entities}]>
    <rss version="2.0"><channel><title>t</title>
    <item><description>&a9; said no</description></item></channel></rss>"""
    outcomes = _read(feed)
    assert all(len(outcome.text) < 1000 for outcome in outcomes if isinstance(outcome, Document))


def test_an_entity_from_a_file_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    feed = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">]>
    <rss version="2.0"><channel><item><description>He said &s; today</description></item></channel></rss>"""
    assert "the secret" not in repr(_read(feed))


@given(st.text(st.sampled_from("<>/&;rssitemdpubDate 09Jul=\"'![CDATA"), max_size=200))
def test_no_entry_raises(inside: str) -> None:
    feed = f'<rss version="2.0"><channel><item><description>a</description>{inside}</item></channel></rss>'
    for outcome in _read(feed):
        assert isinstance(outcome, Document | Refusal)
