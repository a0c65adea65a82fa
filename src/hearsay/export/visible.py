"""Text of strangers, made safe to look at: what would command a terminal or reorder a line is written out."""

from __future__ import annotations

# C0 and C1 controls move the cursor, rename the window and colour what follows (ECMA-48); the bidirectional
# embeddings, overrides and isolates (Unicode Standard Annex 9) show a line in another order than it has.
# No script needs them to be read: marks of direction (U+200E, U+200F, U+061C) and joiners stay.
_HIDDEN = (
    *(code for code in range(0x20) if chr(code) not in "\t\n"),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_WRITTEN_OUT = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _HIDDEN}


def visible(text: str) -> str:
    """`text` with its controls as escapes ("\\x1b", "\\u202e"); line ends and tabs stay."""
    return text.translate(_WRITTEN_OUT)


def one_line(text: str, limit: int | None = None) -> str:
    """`text` made visible, in one line, cut between words and with "…" to `limit` characters."""
    line = visible(" ".join(text.split()))
    if limit is None or len(line) <= limit:
        return line
    kept = line[: limit - 2]
    return f"{kept.rsplit(' ', 1)[0] if ' ' in kept else kept} …"
