"""Puts suspicious orders on review. Nothing is cancelled by a machine."""

REVIEW_FROM = 60


def must_be_reviewed(points: int) -> bool:
    return points >= REVIEW_FROM
