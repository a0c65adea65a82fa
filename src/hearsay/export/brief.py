"""A brief: what is chosen with its evidence, as one page to print and as Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from importlib.resources import files

import jinja2

from hearsay import __version__
from hearsay.export.chosen import Chosen, Evidence, Signed
from hearsay.export.chosen_findings import ChosenFinding, Rest
from hearsay.export.chosen_recordings import ChosenRecording, OnTape
from hearsay.export.counts import UNKNOWN_OUTLET, UNNAMED, count, date_text
from hearsay.export.findings import kind_text
from hearsay.export.papers import Paper
from hearsay.export.quotations import clock
from hearsay.export.visible import one_line, visible
from hearsay.model import Moment, Precision


def brief_html(
    title: str,
    statements: Sequence[Chosen],
    findings: Sequence[ChosenFinding] = (),
    recordings: Sequence[ChosenRecording] = (),
) -> str:
    """The brief as one self-contained HTML page: no script, nothing fetched, made for paper."""
    templates = files("hearsay.export") / "templates"
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.globals.update(
        count=count,
        unnamed=UNNAMED,
        unknown_outlet=UNKNOWN_OUTLET,
        date_text=date_text,
        signed_text=signed_text,
        kind_text=kind_text,
        clock=clock,
        between=between,
        custody_lines=custody_lines,
    )
    template = environment.from_string((templates / "brief.html").read_text("utf-8"))
    style = (templates / "brief.css").read_text("utf-8")
    return template.render(
        title=title,
        statements=statements,
        findings=findings,
        recordings=recordings,
        version=__version__,
        style=style,
    )


def brief_markdown(
    title: str,
    statements: Sequence[Chosen],
    findings: Sequence[ChosenFinding] = (),
    recordings: Sequence[ChosenRecording] = (),
) -> str:
    """The brief as Markdown (CommonMark); text of documents is escaped, so that none of it is markup."""
    lines = [f"# {_escaped(title)}", ""]
    for number, one in enumerate(statements, 1):
        lines += [f"## {number}. {_escaped(one.speaker or UNNAMED)}", "", f"> {_escaped(one.wording)}", ""]
        lines += [f"{count(one.outlets, 'outlet')}, {count(one.documents, 'document')}.", ""]
        lines += [f"- {line}" for line in map(_place, one.evidence)]
        if one.left_out:
            lines.append(f"- {count(one.left_out, 'more place')}, not handed on.")
        lines += ["", *(f"{_escaped(signed_text(signed))}\n" for signed in one.signed)]
    for number, found in enumerate(findings, 1):
        lines += [
            f"## Finding {number}: {kind_text(found.kind)}, {found.verdict}",
            "",
            _escaped(found.text),
            "",
        ]
        if found.reading:
            lines += [f"Read as: {_escaped(found.reading)}", ""]
        lines += [f"Fact used: {_escaped(fact.fact)} ({_escaped(fact.source)})\n" for fact in found.facts]
        lines += [f"- {line}" for line in map(_rest, found.places)]
        lines += ["", *(f"{_escaped(signed_text(signed))}\n" for signed in found.signed)]
    for number, tape in enumerate(recordings, 1):
        lines += [f"## Recording {number}: {_escaped(tape.name)}", ""]
        lines += [f"{_escaped(line)}\n" for line in custody_lines(tape)]
        lines += [f"- {_taped(place)}" for place in tape.places]
        if tape.left_out:
            lines.append(f"- {count(tape.left_out, 'more printing')}, not handed on.")
        lines += ["", *(f"{_escaped(signed_text(signed))}\n" for signed in tape.signed)]
    lines.append(
        f"Made by Hearsay {__version__}. It judges nobody’s truth: it says who is credited with what, and "
        "where."
    )
    return "\n".join(lines) + "\n"


def signed_text(one: Signed) -> str:
    """What somebody decided, signed and dated: "Ida Falk, 4 March 2031: false"."""
    moment = Moment(one.at[:16], Precision.MINUTE, "Z", "signed here")
    said = {"verdict": "verdict: ", "note": "note: "}.get(one.kind, "")
    return f"{one.by}, {date_text(moment)}: {said}{one.text}"


def between(place: OnTape) -> str:
    """Where a printing stands on its recording, and how: "1:26.9-1:34.1, cut"."""
    if "absent" in place.how:
        return "not on its transcript"
    return f"{clock(place.start)}-{clock(place.stop)}, {', '.join(place.how)}"


def custody_lines(tape: ChosenRecording) -> list[str]:
    """What stands for the file and for the log of its custody, a sentence a line."""
    made = [f"{clock(tape.seconds)}, {tape.codec}, {tape.bytes:,} bytes. SHA-256 {tape.sha256}"]
    if tape.received:
        day = date_text(Moment(tape.received[:16], Precision.MINUTE, "Z", "signed here"))
        made.append(f"Taken in {day}. Claimed is that it is unchanged since, and no more.")
    made.append(f"Head of the log of custody: {count(tape.size, 'event')}, root {tape.root}")
    if tape.transcript:
        made.append(
            f"What is printed was laid on the transcript {tape.transcript}, which is somebody’s hearing and "
            f"not the sound: SHA-256 {tape.transcript_sha256}"
        )
    return made


def _taped(one: OnTape) -> str:
    told = f" {_escaped(one.difference)}" if one.difference else ""
    where = f"characters {one.spans[0][0]}–{one.spans[-1][1]}"
    return (
        f"{_escaped(between(one))}: {_escaped(one.speaker or UNNAMED)}, **{_escaped(one.words)}**{told} "
        f"({_escaped(one.paper.outlet or UNKNOWN_OUTLET)}, {_escaped(date_text(one.paper.published))}, "
        f"{_printed_in(one.paper, where)})"
    )


def _printed_in(paper: Paper, where: str) -> str:
    return f"{_escaped(paper.title or paper.name)}{_link(paper.url)}, {where}, SHA-256 `{paper.sha256}`"


def _link(url: str | None) -> str:
    return f", <{url}>" if url and re.fullmatch(r"https?://[^\s<>]+", url) else ""


def _place(one: Evidence) -> str:
    return _words(one, f"characters {one.spans[0][0]}–{one.spans[-1][1]}")


def _rest(one: Rest) -> str:
    return _words(one, "in the title" if one.in_title else f"characters {one.span[0]}–{one.span[1]}")


def _words(one: Evidence | Rest, where: str) -> str:
    return (
        f"{_escaped(one.paper.outlet or UNKNOWN_OUTLET)}, {_escaped(date_text(one.paper.published))}: "
        f"{_spaced(one.before)}**{_escaped(one.words)}**{_spaced(one.after)} "
        f"({_printed_in(one.paper, where)})"
    )


def _spaced(text: str) -> str:
    """Escaped text that keeps apart from what stands beside it."""
    inner = _escaped(text)
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else ""


def _escaped(text: str) -> str:
    # As entities, since some programs read HTML in Markdown before they read the backslashes.
    return re.sub(r"([\\`*_{}\[\]()#+!|~-])", r"\\\1", html.escape(one_line(text), quote=False))
