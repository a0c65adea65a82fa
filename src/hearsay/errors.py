"""What can go wrong, in words a reporter can act on.

Every error says what was wrong, where, and what to do about it; `str(error)` is the whole sentence.
"""

from __future__ import annotations


class HearsayError(Exception):
    """Base of every error that Hearsay raises on purpose.

    `what` names the fault, `where` the file, line, byte or field, `remedy` what to do next.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.what}" if self.where else self.what
        return f"{sentence}. {self.remedy}" if self.remedy else sentence

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; keyword arguments need this to survive pickling.
        return (_rebuild, (type(self), self.what, self.where, self.remedy))


def _rebuild(kind: type[HearsayError], what: str, where: str, remedy: str) -> HearsayError:
    return kind(what, where=where, remedy=remedy)


class SourceError(HearsayError):
    """A source cannot be read: it becomes a refusal and the run goes on."""


class CaseError(HearsayError):
    """The case file cannot be opened, is not a case, or is damaged."""


class CaseBusyError(CaseError):
    """Another process is writing to the case."""


class NotFoundError(HearsayError):
    """Nothing in the case has this id."""
