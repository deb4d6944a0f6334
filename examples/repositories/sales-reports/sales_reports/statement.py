"""The monthly statement of an organiser, line by line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    event: str
    sold: int
    revenue: int
    fee: int

    @property
    def payout(self) -> int:
        return self.revenue - self.fee


def total(lines: list[Line]) -> int:
    return sum(line.payout for line in lines)
