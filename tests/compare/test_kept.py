"""What keeps nothing has all looked for each time."""

from variorum.compare.kept import NOTHING_KEPT


def test_where_nothing_is_kept_all_is_looked_for_each_time():
    assert [NOTHING_KEPT.found("key", lambda n=n: n) for n in (1, 2)] == [1, 2]
