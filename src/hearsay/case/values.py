"""What a ruling can say: the value of each kind, checked where it comes in."""

from __future__ import annotations

from typing import get_args

from hearsay.errors import HearsayError
from hearsay.model import About, Act, CopyKind, Kind, RulingKind, Stance, Verdict, Visibility

LONGEST_SPEAKER, LONGEST_TAG, LONGEST_SETTING, LONGEST_NOTE = 160, 60, 80, 10_000
# What stands before an act that the cue denies.
_NOT = "not "

# The values of the kinds that have a closed set of them, by what they are about.
CHOICES: dict[tuple[RulingKind, About], tuple[str, ...]] = {
    ("kind", "attribution"): get_args(Kind),
    ("act", "attribution"): (*get_args(Act), *(f"{_NOT}{act}" for act in get_args(Act))),
    # Whoever confirms an answer or a copy says what it is, so that it holds where the program finds none.
    ("confirm", "answer"): get_args(Stance),
    ("stance", "answer"): get_args(Stance),
    ("confirm", "copy"): get_args(CopyKind),
    ("copy", "copy"): get_args(CopyKind),
    ("verdict", "finding"): get_args(Verdict),
}
_LONGEST: dict[RulingKind, int] = {"tag": LONGEST_TAG, "note": LONGEST_NOTE, "verdict": LONGEST_TAG}


def check_value(kind: RulingKind, about: About, value: str) -> None:
    """Raises `HearsayError` where a ruling of this kind, about this, cannot say this."""
    choices = CHOICES.get((kind, about))
    if choices is not None and value not in choices:
        raise HearsayError(
            f"a ruling of the kind {kind} on this says one of {', '.join(choices)}, not {value!r}"
        )
    if choices is None and kind in _LONGEST and not 0 < len(value) <= _LONGEST[kind]:
        raise HearsayError(f"a {kind} has 1 to {_LONGEST[kind]:,} characters")
    if kind == "speaker" and len(value) > LONGEST_SPEAKER:
        raise HearsayError(f"the name of a speaker has at most {LONGEST_SPEAKER} characters")
    if kind == "setting" and value:
        named = setting_of(value)
        if named is None or named[0] not in get_args(Visibility) or len(value) > LONGEST_SETTING:
            raise HearsayError(
                f"a setting is {', '.join(get_args(Visibility))}, with what sort of setting it is behind a "
                f"colon, in at most {LONGEST_SETTING} characters",
                remedy='Say it so: "private: dinner".',
            )


def act_of(value: str) -> tuple[str, int]:
    """The act that a ruling names, and whether the cue denies it: "deny", "not say"."""
    return value.removeprefix(_NOT), int(value.startswith(_NOT))


def setting_of(value: str) -> tuple[str, str] | None:
    """The visibility and the sort that a ruling names: "private: dinner"; `None` for no setting."""
    visibility, _, what = value.partition(":")
    return (visibility.strip(), what.strip()) if visibility.strip() else None
