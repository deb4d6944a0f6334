from fraud_scoring.rules import Order, score


def test_a_usual_order_has_no_points():
    assert score(Order(2, 400, 0, frozenset({"PT"}))) == 0


def test_many_failed_payments_from_many_countries_are_reviewed():
    assert score(Order(8, 0, 4, frozenset({"PT", "US", "BR"}))) == 100
