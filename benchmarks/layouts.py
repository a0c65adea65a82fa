"""What layouts and quotation marks give on real input, a find a line, to be read by eye.

    python -m benchmarks.layouts [FOLDER] [--list signed|turns|blocks|titles|nicknames]

FOLDER has `polnear/train/text`, `rumours/articles` and `pages`, those of them that are there. There is no
gold for layouts: the figures in docs/methods/layouts.md are counts of what was read.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pages import items, read_all
from hearsay.extract.layouts.block import block_links, plain_blocks
from hearsay.extract.layouts.signed import signed_quotations
from hearsay.extract.layouts.transcript import transcript_turns, turn_links
from hearsay.extract.marks.quoted_form import quoted_form
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import tokenize
from hearsay.model import Document

GOLD = Path(__file__).resolve().parents[2] / "shared" / "data"
FORMS = {"titles": "title", "nicknames": "nickname"}
# How much of a find is printed.
SHOWN = 70


def documents(folder: Path) -> Iterator[Document]:
    """The texts of `folder`, plain ones first."""
    for texts in ("polnear/train/text", "rumours/articles"):
        for path in sorted((folder / texts).glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as text:
                yield Document(id=path.stem, name=path.stem, sha256="", text=text.read())
    if (folder / "pages").is_dir():
        yield from read_all(items(folder / "pages"))[0]


def finds(document: Document) -> Iterator[tuple[str, str]]:
    """Everything found in one document: what it is, and a line that shows it."""
    text = document.text
    tokens = tokenize(text)
    quotations = find_quotations(text)
    quoted = quoted_ranges(tokens, quotations)

    def words(piece: Piece | None) -> str:
        return text[tokens.starts[piece.start] : tokens.ends[piece.end - 1]] if piece else ""

    def line(link: Link) -> str:
        first, last = words(link.contents[0]), words(link.contents[-1])
        return f"{first[:SHOWN]!r} … {last[-SHOWN:]!r} {words(link.cue)!r} {words(link.source)!r}"

    for quotation in quotations:
        yield "quotations", ""
        if quotation.continued:
            yield "continued", ""
        if not quotation.closed:
            yield "never closed", ""
    layouts = {
        "signed": signed_quotations(tokens, quoted),
        "turns": turn_links(transcript_turns(tokens)),
        "blocks": block_links(text, tokens, document.blocks or plain_blocks(text)),
    }
    for name, links in layouts.items():
        yield from ((name, line(link)) for link in links)
    for each in quoted:
        form = quoted_form(tokens, each.start, each.end)
        for name in (name for name, of in FORMS.items() if of == form):
            start, end = tokens.starts[each.start], tokens.ends[each.end - 1]
            yield name, repr(text[max(0, start - SHOWN) : end + SHOWN // 2])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--list", choices=["signed", "turns", "blocks", *FORMS])
    chosen = parser.parse_args()
    counts: Counter[str] = Counter()
    for document in documents(chosen.folder):
        for name, line in finds(document):
            counts[name] += 1
            if name == chosen.list:
                print(document.name, line)
    for name, count in sorted(counts.items()):
        print(f"{name:14} {count:7,}")


if __name__ == "__main__":
    main()
