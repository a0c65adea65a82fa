"""What is handed on, written to a file in the form that its name asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from hearsay.case import Case, document, statements
from hearsay.case.findings import judged
from hearsay.case.recordings import Recording, recordings
from hearsay.case.whole import whole_case
from hearsay.errors import HearsayError
from hearsay.export.chosen import pinned
from hearsay.export.chosen_findings import pinned_findings
from hearsay.export.chosen_recordings import pinned_recordings
from hearsay.export.forms import FORMS, Form, handout
from hearsay.export.redaction import Redaction

# Places of one statement: all of them.
_ALL = 1 << 40


def write_form(
    case: Case,
    file: Path,
    title: str,
    *,
    pinned_only: bool = False,
    leave: Sequence[str] = (),
    hide: Sequence[str] = (),
    notes: bool = False,
) -> None:
    """Write all statements, findings and recordings, or what is pinned, less what must stay at the desk.

    Raises `HearsayError` for an ending that is no form, `NotFoundError` for a document that is not there.
    """
    form = form_of(file)
    with case.snapshot():
        kept = list(recordings(case))
        rule = Redaction(
            frozenset(_left_out(case, name, kept) for name in leave), frozenset(hide), notes=notes
        )
        found = judged(case)
        standing = [one.finding.id for one in found if not one.rejected]
        given = handout(
            case,
            title,
            pinned(case) if pinned_only else [row.id for row in statements(case)],
            found,
            pinned_findings(case, found) if pinned_only else standing,
            rule,
            pinned_recordings(case) if pinned_only else [one.id for one in kept],
            places=_ALL,
        )
    _write(file, [form.make(given)])


def write_whole(case: Case, file: Path, *, redacted: bool = False) -> None:
    """Write everything that the case holds; raises `HearsayError` where less is asked for."""
    if redacted:
        raise HearsayError(
            "a whole case cannot leave anything out: it holds the documents as they came",
            remedy="Choose another ending, or make a case of the documents that may go.",
        )
    _write(file, whole_case(case))


def _left_out(case: Case, name: str, kept: Sequence[Recording]) -> str:
    """The id of the recording, or else the document, that is called so."""
    named = next((one.id for one in kept if name in (one.id, one.name)), None)
    return named or document(case, name).document.id


def form_of(file: Path) -> Form:
    """The form that a file's ending names; raises `HearsayError` for none."""
    for ending in sorted(FORMS, key=len, reverse=True):
        if file.name.endswith(f".{ending}"):
            return FORMS[ending]
    raise HearsayError(
        "the ending of the file names no form",
        where=str(file),
        remedy=f"End it in {', '.join(f'.{ending}' for ending in FORMS)}, or .case.jsonl for all of it.",
    )


def _write(file: Path, parts: Iterable[bytes]) -> None:
    """Write beside the file and put it in its place when it is whole."""
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("wb") as out:
            for part in parts:
                out.write(part)
        beside.replace(file)
    except OSError as error:
        raise HearsayError(
            f"the file cannot be written ({error.strerror})", where=str(file), remedy="Choose another place."
        ) from error
    finally:
        beside.unlink(missing_ok=True)
