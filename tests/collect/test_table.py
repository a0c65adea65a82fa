import csv
import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect import Limits, Media
from hearsay.collect.table import _Quotes, find_rows
from hearsay.model import Refusal
from tests.collect.taking import documents, found, items, refusal, refusals


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_each_line_of_jsonl_is_an_item_with_its_own_bytes_and_place(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.jsonl", b'{"id": "x", "text": "No."}\r\n\n{"id":2,"text":"Yes."}')
    one, two = items(path)
    assert one.content == b'{"id": "x", "text": "No."}'
    assert (one.media, one.name, one.location) == (Media.RECORD, "x", f"{path.as_uri()}#line=1")
    assert (two.name, two.location) == ("2", f"{path.as_uri()}#line=3")


def test_a_record_becomes_a_document_with_all_its_fields(tmp_path: Path) -> None:
    line = {
        "id": "x",
        "text": "  He said “no”.\r\n",
        "url": "https://example.org/1",
        "title": "No",
        "outlet": "The Paper",
        "published": "2024-07-09T21:05+02:00",
        "language": "en",
        "author": ["Jane Roe", "John Doe"],
    }
    (document,) = documents(_file(tmp_path, "a.jsonl", json.dumps(line).encode()))
    assert document.text == "  He said “no”.\r\n"
    assert document.url == "https://example.org/1"
    assert (document.name, document.title, document.outlet) == ("x", "No", "The Paper")
    assert (str(document.published), document.language) == ("2024-07-09T21:05+02:00", "en")
    assert document.authors == ("Jane Roe", "John Doe")


def test_csv_rows_may_run_over_lines_and_keep_their_line_ends(tmp_path: Path) -> None:
    content = b'id,text,outlet\r\n1,"One, ""two""\r\nthree",Paper\r\n2,Four,\r\n'
    path = _file(tmp_path, "a.csv", content)
    assert [item.location.rpartition("#")[2] for item in items(path)] == ["line=2", "line=4"]
    one, two = documents(path)
    assert (one.text, one.outlet) == ('One, "two"\r\nthree', "Paper")
    assert (two.text, two.outlet) == ("Four", None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_header_tells_the_delimiter(tmp_path: Path, delimiter: str) -> None:
    content = f"id{delimiter}title{delimiter}text\n1{delimiter}A{delimiter}B\n".encode()
    (document,) = documents(_file(tmp_path, "a.csv", content))
    assert (document.title, document.text) == ("A", "B")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_csv_as_spreadsheets_save_it(tmp_path: Path, encoding: str) -> None:
    text = "id;text\r\n1;Der Minister sagte gestern Abend „nein“, das müsse größer werden.\r\n"
    (document,) = documents(_file(tmp_path, "a.csv", text.encode(encoding)))
    assert document.text == "Der Minister sagte gestern Abend „nein“, das müsse größer werden."


def test_the_line_that_excel_writes_for_itself_is_no_header(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.csv", b"sep=;\r\nid;text\r\n1;No.\r\n")
    (item,) = items(path)
    assert (item.location.rpartition("#")[2], item.name) == ("line=3", "1")


def test_jsonl_with_a_byte_order_mark_or_in_utf16(tmp_path: Path) -> None:
    line = '{"id": 1, "text": "„nein“"}\n{"id": 2, "text": "ja"}\n'
    for encoding in ("utf-8-sig", "utf-16", "utf-16-be"):
        texts = [document.text for document in documents(_file(tmp_path, "a.jsonl", line.encode(encoding)))]
        assert texts == ["„nein“", "ja"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl"])
def test_packed_tables_are_read_whatever_their_name(tmp_path: Path, name: str) -> None:
    path = _file(tmp_path, name, gzip.compress(b'{"id": 1, "text": "No."}\n', mtime=0))
    assert [document.text for document in documents(path)] == ["No."]


def test_an_id_keeps_all_its_digits(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.jsonl", b'{"id": 123456789012345678901234567890, "text": "No."}')
    assert items(path)[0].name == "123456789012345678901234567890"


def test_records_with_one_id_and_other_words_are_versions_with_other_bytes(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.jsonl", b'{"id":1,"text":"A"}\n{"id":1,"text":"B"}\n{"id":1,"text":"A"}')
    one, two, three = documents(path)
    assert one.id != two.id
    assert one == three


def test_the_html_of_a_record_is_read_and_its_own_fields_go_first(tmp_path: Path) -> None:
    html = "<html><title>Page</title><article><p>" + "He said no to it all. " * 20 + "</p></article>"
    line = {"id": "x", "html": html, "title": "Ours"}
    (document,) = documents(_file(tmp_path, "a.jsonl", json.dumps(line).encode()))
    assert document.text.startswith("He said no to it all.")
    assert (document.name, document.title) == ("x", "Ours")


def test_a_missing_field_at_line_40312_costs_that_line_alone(tmp_path: Path) -> None:
    lines = [f'{{"id": {number}, "text": "He said no."}}' for number in range(1, 40_320)]
    lines[40_311] = '{"id": 40312, "title": "Nothing said"}'
    path = _file(tmp_path, "a.jsonl", "\n".join(lines).encode())
    outcomes = found(path)
    assert len(outcomes) == 40_319
    (bad,) = (outcome for outcome in outcomes if isinstance(outcome, Refusal))
    assert bad.location == f"{path.as_uri()}#line=40312"
    assert bad.what == "line 40312: the fields text and html are both missing or empty"
    assert bad.remedy == "Give every record a text or html"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b'{"text": "No."}', "the field id is missing or empty"),
        (b'{"id": "", "text": "No."}', "the field id is missing or empty"),
        (b'{"id": null, "text": "No."}', "the field id is missing or empty"),
        (b'{"id": true, "text": "No."}', "the field id is not text"),
        (b'{"id": {}, "text": "No."}', "the field id is not text"),
        (b'{"id": 1, "text": ["No."]}', "the field text is not text"),
        (b'{"id": 1, "text": "No.", "author": [1]}', "the field author is not text or a list of texts"),
        (b'{"id": 1, "text": " "}', "the fields text and html are both missing or empty"),
        (b'{"id": 1, "text": "a\\u0000b"}', "a NUL character in the field text"),
        (b'{"id": 1, "text": "No."', "broken JSON"),
        (b'{"id": 1, "text": "\\ud800"}', "broken JSON"),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8"),
        (b'{"id": 1, "text": "a\x00b"}', "broken JSON"),
        (b'{"id": 1, "text": "No."} {"id": 2}', "broken JSON"),
        (b'["id", "text"]', "not a JSON object"),
        (b'{"id": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "JSON nested too deeply"),
        (b'{"id": 1, "text": "No.", "x": 1' + b"0" * 100_000 + b"}", None),
        (b'{"id": "' + b"x" * 5000 + b'", "text": "No."}', "the field id has 5,000 characters"),
    ],
)
def test_a_line_that_is_no_record_is_refused_alone(tmp_path: Path, line: bytes, what: str | None) -> None:
    good = b'{"id": "good", "text": "No."}\n'
    refused = refusals(_file(tmp_path, "a.jsonl", good + line + b"\n" + good))
    if what is None:
        assert refused == []
    else:
        ((bad,),) = (refused,)
        assert bad.what.startswith(f"line 2: {what}")
        assert bad.remedy
        assert bad.location.endswith("#line=2")


def test_a_file_of_other_objects_is_one_refusal(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.jsonl", b'{"from": 1, "to": 2}\n' * 1000)
    assert refusal(path).what == "none of the first lines has the fields of a record"


def test_a_line_over_the_limit_is_refused_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": 1, "text": "No."}\n')
        file.truncate(50_000_000)
        file.seek(0, 2)
        file.write(b'\n{"id": 3, "text": "Yes."}\n')
    one, bad, three = found(path, limits=Limits(item=10**6))
    assert isinstance(bad, Refusal)
    assert bad.what == "line 2: a record of more than 1 MB"
    assert not isinstance(one, Refusal)
    assert not isinstance(three, Refusal)
    assert three.location.endswith("#line=3")


def test_a_truncated_packed_table_gives_the_lines_before_the_cut(tmp_path: Path) -> None:
    lines = "".join(f'{{"id": {number}, "text": "{number**9}"}}\n' for number in range(5000))
    path = _file(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode(), mtime=0)[:-2000])
    *whole, cut = found(path)
    assert len(whole) > 3000
    assert not any(isinstance(outcome, Refusal) for outcome in whole)
    assert isinstance(cut, Refusal)
    assert "cut off" in cut.what


def test_a_packed_table_that_grows_like_a_bomb_is_stopped(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.jsonl.gz", gzip.compress(b" " * 80_000_000, mtime=0))
    assert "bomb" in refusal(path).what


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (
            b"name,words\n1,x\n",
            "no column id and no column text (or html) in the header, which has: name, words",
        ),
        (b"id,title\n1,x\n", "no column text (or html) in the header, which has: id, title"),
        (b"id,text,text\n1,x,y\n", "two columns text in the header, which has: id, text, text"),
    ],
)
def test_a_csv_without_a_needed_column_is_refused_whole(tmp_path: Path, content: bytes, what: str) -> None:
    assert refusal(_file(tmp_path, "a.csv", content)).what == what


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (b"2,x,y,z", "line 3: 4 fields under a header of 3 columns"),
        (b"2,x", "line 3: 2 fields under a header of 3 columns"),
        (b",x,y", "line 3: the field id is missing or empty"),
        (b"2,,y", "line 3: the fields text and html are both missing or empty"),
        (b'2,"x,y', "line 3: a quotation mark opens here and is never closed"),
        (b"2,a\0b,y", "line 3: 1 NUL"),
    ],
)
def test_a_broken_row_costs_itself_alone(tmp_path: Path, row: bytes, what: str) -> None:
    path = _file(tmp_path, "a.csv", b"id,text,outlet\n1,One,A\n" + row + b"\n3,Three,C\n")
    one, bad, three = found(path)
    assert isinstance(bad, Refusal)
    assert bad.what.startswith(what)
    assert not isinstance(one, Refusal)
    assert not isinstance(three, Refusal)
    assert three.name == "3"


def test_a_field_longer_than_the_csv_module_allows(tmp_path: Path) -> None:
    words = "He said no. " * 50_000
    (document,) = documents(_file(tmp_path, "a.csv", f'id,text\n1,"{words}"\n'.encode()))
    assert document.text == words


def test_a_quotation_mark_inside_an_unquoted_field_is_a_character(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.csv", b'id,text\n1,a 5" pipe\n2,"x"y\n')
    assert [document.text for document in documents(path)] == ['a 5" pipe', "xy"]


_cells = st.lists(
    st.text(st.sampled_from('ab",;\n\r é'), min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=6
)


@given(_cells)
def test_what_a_csv_writer_writes_comes_back(texts: list[str]) -> None:
    import io

    from hearsay.collect import read

    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(["id", "text"])
    writer.writerows([[f"n{number}", text] for number, text in enumerate(texts)])
    content = written.getvalue().encode()
    outcomes = list(find_rows([content], "here", limits=Limits(), head=content))
    read_back = [document.text for outcome in outcomes for document in read(outcome)]  # type: ignore[arg-type,union-attr]
    assert read_back == texts


@given(st.text(alphabet='",ab\n', max_size=40))
def test_rows_end_where_the_csv_module_of_python_ends_them(text: str) -> None:
    """Whether a mark is still open after a line is the rule of RFC 4180, as Python's own reader has it."""
    quotes, opened, rows = _Quotes(",", None), False, 0
    for line in text.split("\n"):
        opened = quotes.open_after(line.encode(), opened)
        rows += not opened
    assert rows + opened == len(list(csv.reader(f"{line}\n" for line in text.split("\n"))))
