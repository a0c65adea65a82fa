"""A chain as one line, from the reader inwards, with the hedges where they stand."""

from __future__ import annotations

from hearsay.export.visible import one_line
from hearsay.model import Attribution, ChainLink, Hedge

# A name or description of more characters is cut in a line.
LONGEST = 60
# What is printed where no link is known.
READER = "this article"


def chain_text(text: str, attribution: Attribution) -> str:
    """The line: this article < CNN < the tape, obtained by two reporters < allegedly Orlov < the premier.

    Hands that are no outlet are told with the thing that they had. A hedge about who said it or whether it
    was said stands before the speaker; those about what was said follow in brackets, with their holder.
    """
    parts = [READER]
    hands: list[str] = []
    chain = attribution.chain
    own = next((n for n, link in enumerate(chain) if link.span in attribution.source), len(chain) - 1)
    things = [n for n, link in enumerate(chain) if link.artefact is not None]
    told_of_speaker = _of_speaker(attribution)
    for n, link in enumerate(chain):
        name = _name(text, link)
        if (
            link.kind not in ("outlet", "agency")
            and any(n < thing for thing in things)
            and link.artefact is None
        ):
            hands.append(f"{link.how} by {name}")
            continue
        if link.artefact is not None and hands:
            name = ", ".join([name, *hands])
            hands = []
        before = told_of_speaker if n == own else []
        words = [text[hedge.span[0] : hedge.span[1]] for hedge in before]
        parts.append(one_line(" ".join([*words, name])))
    line = " < ".join(parts)
    held = [
        f"{hedge.holder}: {one_line(text[hedge.span[0] : hedge.span[1]], LONGEST)}"
        for hedge in attribution.hedges
        if hedge not in told_of_speaker or not chain
    ]
    return f"{line} [{'; '.join(held)}]" if held else line


def setting_text(text: str, attribution: Attribution) -> str:
    """The setting ("private: at a closed dinner for donors"); empty where the text tells none."""
    setting = attribution.setting
    if setting is None:
        return ""
    open_ = "setting unknown" if setting.visibility == "unknown" else setting.visibility
    words = one_line(text[setting.span[0] : setting.span[1]], LONGEST)
    # Where no words of the text tell it, a person did.
    return (
        f"{open_}: {words}" if words else f"{open_}{f' ({setting.what})' if setting.what else ''}, as ruled"
    )


def warrant_text(text: str, attribution: Attribution) -> str:
    """The chain, where it is more than the source alone or is hedged, and the setting; else empty."""
    told = len(attribution.chain) > 1 or attribution.hedges
    lines = [chain_text(text, attribution)] if told else []
    setting = setting_text(text, attribution)
    return "; ".join([*lines, *([setting] if setting else [])])


def _name(text: str, link: ChainLink) -> str:
    """The name of a link, or the words for it; a thing by both."""
    words = text[link.span[0] : link.span[1]]
    doubt = "?" if link.hedged else ""
    if link.artefact is not None and link.by is not None and link.by not in words:
        return f"{one_line(words, LONGEST)} ({one_line(link.by, LONGEST)}){doubt}"
    return one_line(words if link.artefact is not None or link.by is None else link.by, LONGEST) + doubt


def _of_speaker(attribution: Attribution) -> list[Hedge]:
    """The hedges about who said it, and whether; what his own words call purported is not he."""
    return [
        hedge
        for hedge in attribution.hedges
        if hedge.scope in ("attribution", "identity")
        and not any(start <= hedge.span[0] < end for start, end in attribution.content)
    ]
