"""Fans who went to the same events."""

from collections import Counter
from collections.abc import Mapping, Set


def suggest(fan: str, visits: Mapping[str, Set[str]], most: int = 10) -> list[str]:
    """The events that similar fans went to and this one did not, the most shared first."""
    mine = visits[fan]
    votes: Counter[str] = Counter()
    for other, theirs in visits.items():
        if other == fan:
            continue
        shared = len(mine & theirs)
        for event in theirs - mine:
            votes[event] += shared
    return [event for event, shared in votes.most_common(most) if shared > 0]
