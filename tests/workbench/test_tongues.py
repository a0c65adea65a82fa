"""What a reader is told of a text that the program cannot read."""

from __future__ import annotations

import httpx

from hearsay.case import Case, add

PAGE = """<!doctype html><html lang="{0}"><head><title>{1}</title></head><body><article><h1>{1}</h1><p>{2}</p>
</article></body></html>"""
GERMAN = (
    "Der Hafenmeister Anton Vesely sagte am Dienstag, die Bucht werde bis zum Herbst nicht geschlossen. " * 3
)
ENGLISH = "The harbour master, Anton Vesely, said on Tuesday that the bay would stay open until autumn. " * 3


def test_a_text_in_another_language_says_that_little_is_found_in_it(serve, tmp_path):
    for name, content in (
        ("bote", PAGE.format("de", "Die Bucht bleibt offen", GERMAN)),
        ("herald", PAGE.format("en", "The bay stays open", ENGLISH)),
    ):
        (tmp_path / f"{name}.html").write_text(content, "utf-8")
    with Case.create(tmp_path / "bay.case") as case:
        add(case, [tmp_path / "bote.html", tmp_path / "herald.html"])
    server = serve(tmp_path / "bay.case")
    with server.client() as client:
        told = {name: shown(client, name) for name in ("bote", "herald")}
    assert "another language than English (de)" in told["bote"]
    assert "another language" not in told["herald"]


def shown(client: httpx.Client, name: str) -> str:
    return client.get(f"/documents/{name}").text
