"""Work says how far it is."""

from lebenslage.atlas.progress import telling


def test_work_is_told_at_its_start_now_and_then_and_at_its_end() -> None:
    heard: list[tuple[int, int]] = []
    assert list(telling("abcde", lambda *how_far: heard.append(how_far), every=2)) == list("abcde")
    assert heard == [(0, 5), (2, 5), (4, 5), (5, 5)]


def test_where_nobody_knows_how_much_there_is_only_what_is_done_is_told() -> None:
    heard: list[tuple[int, int]] = []
    assert list(telling(iter("abc"), lambda *how_far: heard.append(how_far))) == list("abc")
    assert heard == [(0, 0), (1, 0), (2, 0), (3, 0)]


def test_of_no_work_nothing_is_told() -> None:
    heard: list[tuple[int, int]] = []
    assert list(telling([], lambda *how_far: heard.append(how_far))) == heard == []
