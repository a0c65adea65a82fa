"""What a site asks of robots: robots.txt after RFC 9309, with the Crawl-delay that many sites add."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one robot: `rules` are (allowed, pattern), `delay` seconds between requests."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float | None = None

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule decides, at a tie `Allow`."""
        target = _normal(target)
        decided = max(
            ((len(pattern), allowed) for allowed, pattern in self.rules if _matches(pattern, target)),
            default=(0, True),
        )
        return decided[1] or target == "/robots.txt"


NOTHING = Robots(((False, "/"),))


def parse_robots(text: str, robot: str) -> Robots:
    """The rules of the groups that name `robot` (its product token, any case), else of those for `*`.

    Groups for the same robot are joined; unknown lines are passed over; no text makes this raise.
    """
    rules: dict[str, list[tuple[bool, str]]] = {}
    delays: dict[str, float] = {}
    agents: list[str] = []
    in_rules = False
    for line in text.removeprefix("\ufeff").splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            if in_rules:
                agents, in_rules = [], False
            # The token alone names a robot: "Hearsay/1.0" in a file is "hearsay".
            token = re.match(r"[a-z_-]+|\*", value.lower())
            agents.append(token.group() if token else value.lower())
            rules.setdefault(agents[-1], [])
        elif field in ("allow", "disallow"):
            in_rules = True
            for agent in agents:
                if value:
                    rules[agent].append((field == "allow", _normal(value)))
        elif field == "crawl-delay":
            in_rules = True
            if re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value):
                delays.update((agent, float(value)) for agent in agents)
    agent = robot.lower() if robot.lower() in rules else "*"
    return Robots(tuple(rules.get(agent, ())), delays.get(agent))


def _normal(path: str) -> str:
    """Percent-encoding made alike, so that `/caf%C3%A9`, `/caf%c3%a9` and `/café` match (RFC 9309, 2.2.2)."""
    reserved = path.replace("%2F", "%252F").replace("%2f", "%252F")
    return quote(unquote_to_bytes(reserved), safe="/?=&*$:;,+@!~'()%")


def _matches(pattern: str, target: str) -> bool:
    """`*` stands for any characters, `$` at the end for the end. Linear in pattern times target."""
    anchored = pattern.endswith("$")
    first, *rest = (pattern[:-1] if anchored else pattern).split("*")
    if not target.startswith(first):
        return False
    position = len(first)
    for number, piece in enumerate(rest):
        if anchored and number == len(rest) - 1:
            return len(target) - len(piece) >= position and target.endswith(piece)
        position = target.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return not anchored or position == len(target)
