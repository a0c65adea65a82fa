"""Whom a source means: by name, role and person."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.extract.naming.cast import Person


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source means: `name` and `role` as the attribution has them, `person` where it is one."""

    name: str | None
    role: str | None = None
    person: Person | None = None


NOBODY = Speaker(None)


def as_speaker(person: Person | None) -> Speaker:
    return Speaker(person.full or None, person.role, person) if person is not None else NOBODY
