from recommendations.neighbours import suggest


def test_suggests_what_similar_fans_saw():
    visits = {"ana": {"fado", "opera"}, "bo": {"opera", "jazz"}, "cy": {"hockey"}}
    assert suggest("ana", visits) == ["jazz"]
