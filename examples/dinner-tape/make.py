"""Make `coverage/` and `answers.json` from what lies in `making/`: articles, markup of the outlets, key.json.

    python examples/dinner-tape/make.py [FOLDER]

writes into this folder, or into FOLDER. The outcome is committed; running it again changes nothing.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from making import carriers
from making.articles import Article, read_article
from making.key import answer_key
from markupsafe import Markup

HERE = Path(__file__).parent
# Outlets whose name does not become their folder by itself.
_FOLDERS = {"Вестник Зельмарка": "vestnik-zelmarka", "Grafenmärker Tagblatt": "grafenmaerker-tagblatt"}
_ENCODINGS = {"Le Phare de Santelle": "cp1252"}
_TABLES = {"jsonl": carriers.jsonl, "csv": carriers.table, "rss": carriers.rss, "atom": carriers.atom}
_TEXTS = {"text": carriers.plain_text, "markdown": carriers.markdown}


def main(folder: Path) -> None:
    articles = sorted(map(read_article, (HERE / "making/articles").glob("*.txt")), key=_by_time)
    markup = _outlets()
    files: dict[str, bytes] = {}
    shared: dict[str, list[Article]] = {}
    places: list[tuple[Article, str, str]] = []
    for article in articles:
        form, _, path = article.head["format"].partition(" ")
        name = article.stem
        if form in ("page", "page.gz"):
            path = article.head.get("file", f"pages/{_folder(article.head['outlet'])}/{article.stem}.html")
            page = _page(article, markup)
            if form == "page.gz":
                path, page = path + ".gz", carriers.zipped(page)
            files[path] = page
        elif form in _TEXTS:
            files[path] = _TEXTS[form](article)
        else:
            shared.setdefault(path, []).append(article)
            name = article.stem if form in ("jsonl", "csv") else _slug(article.head["url"])
        places.append((article, name, f"coverage/{path}"))
    for path, group in shared.items():
        form = group[0].head["format"].split()[0]
        if form in _TABLES:
            files[path] = _TABLES[form](group)
        else:
            pages = [(each.head["url"], _page(each, markup)) for each in group]
            titles = [each.head["title"] for each in group]
            files[path] = carriers.warc(pages) if form == "warc" else carriers.wacz(pages, titles)
    for path, content in files.items():
        target = folder / "coverage" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    story = json.loads((HERE / "making/key.json").read_text("utf-8"))
    key = answer_key(places, story, HERE / "facts/outlets.csv")
    lines = json.dumps(key, ensure_ascii=False, indent=1) + "\n"
    (folder / "answers.json").write_text(lines, "utf-8")


def _by_time(article: Article) -> tuple[str, str]:
    return article.head.get("published", "9999"), article.stem


def _outlets() -> jinja2.Environment:
    markup = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "making/outlets"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    markup.filters["written"] = carriers.written_date
    markup.filters["json"] = _json
    markup.filters["upto"] = lambda text, length: text[:length].rpartition(" ")[0] + " …"
    return markup


def _json(value: str) -> Markup:
    """The value within a script: no sequence in it may end the script."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("</", "<\\/"))


def _page(article: Article, markup: jinja2.Environment) -> bytes:
    head = article.head
    page = markup.get_template(f"{_folder(head['outlet'])}.html").render(
        **{field: head.get(field, "") for field in ("title", "url", "published", "modified", "section")},
        authors=head["authors"].split("; ") if "authors" in head else [],
        stem=article.stem,
        lead=article.plain.split("\n\n")[0],
        body=Markup(carriers.body_html(article)),
    )
    return (page + "\n").encode(_ENCODINGS.get(head["outlet"], "utf-8"))


def _folder(outlet: str) -> str:
    return _FOLDERS.get(outlet) or re.sub(r"[^a-z]+", "-", outlet.lower().removeprefix("the ")).strip("-")


def _slug(url: str) -> str:
    """What the document of an address is called: its host and path in one word."""
    parts = urlsplit(url)
    words = f"{parts.netloc.removeprefix('www.')} {parts.path.removesuffix('.html')} {parts.query}"
    return re.sub(r"[^\w.]+", "-", words).strip("-.")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
