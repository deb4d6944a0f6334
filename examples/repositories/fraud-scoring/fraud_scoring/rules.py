"""Rules that come before the model: cheap, and easy to explain to a customer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    places: int
    account_age_days: int
    failed_payments: int
    countries: frozenset[str]


def score(order: Order) -> int:
    """From 0, nothing to see, to 100, certainly not a fan."""
    points = 0
    if order.places >= 6 and order.account_age_days < 1:
        points += 35
    if order.failed_payments >= 3:
        points += 40
    if len(order.countries) > 2:
        points += 25
    return min(points, 100)
