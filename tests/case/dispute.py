"""A small dispute, read by the real stages: an answer, a copy, two findings, a private setting."""

from __future__ import annotations

from pathlib import Path

from hearsay.case import Case, add

CLAIM = "If you close the strait, I will sink every ship you have"
DENIAL = "The president never threatened to sink any ship"
HEADLINE = "“I will burn down every harbour of theirs”"
_CLOSE = (
    f"President Anton Vesely told donors: “{CLAIM}.” He spoke at a private dinner in Port Maren on Monday. "
    "Nobody at the table said a word, and the waiters went on with the fish. Outside it rained.\n\n"
)
_DENIED = f"Spokeswoman Ilse Brandt denied it. “{DENIAL},” Brandt said on Tuesday.\n"
PAPERS = {
    "herald": ("Herald", "2031-03-04T08:00:00Z", "Vesely spoke of ships", _CLOSE + _DENIED),
    "gazette": (
        "Gazette", "2031-03-05T09:00:00Z", "Ships, said Vesely", _CLOSE + "The Herald reported it first.\n",
    ),
    "mirror": (
        "Mirror", "2031-03-05T10:00:00Z", f"Vesely: {HEADLINE}",
        f"President Anton Vesely said at a rally: “{CLAIM.replace('close', 'cross')}.” The crowd cheered.\n",
    ),
    "post": (
        "Post", "2031-03-06T10:00:00Z", "Again the ships",
        f"President Anton Vesely said at a rally: “{CLAIM.replace('close', 'cross')}.” It was loud.\n",
    ),
}  # fmt: skip


def papers(folder: Path, *names: str) -> list[Path]:
    """The papers of these names, or all, as saved pages."""
    folder.mkdir(exist_ok=True)
    return [_page(folder, name) for name in names or PAPERS]


def dispute(path: Path, *names: str) -> None:
    """A case of these papers, or of all."""
    with Case.create(path) as case:
        add(case, papers(path.parent / "papers", *names), tagger="fast")


def _page(folder: Path, name: str) -> Path:
    outlet, published, title, text = PAPERS[name]
    page = folder / f"{name}.html"
    paragraphs = "".join(f"<p>{part}</p>" for part in text.strip().split("\n\n"))
    page.write_text(
        f'<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{published}"></head>'
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    return page
