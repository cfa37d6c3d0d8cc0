import json
from collections import defaultdict

from exported import exported

from variorum.case import Case

ADDED = ("text", "publisher", "published", "language")


def test_the_lines_put_together_are_the_record(disputed: Case) -> None:
    lists = defaultdict(list)
    for line in exported("jsonl", disputed).decode("utf-8").splitlines():
        row = json.loads(line)
        lists[row.pop("list")].append(row)
    texts = {claim.id: claim.text for claim in disputed.claims}
    assert {row["id"]: row["text"] for row in lists["claims"]} == texts
    for row in lists["claims"]:
        for name in ADDED:
            del row[name]
    assert {name: rows for name, rows in disputed.to_dict().items() if rows} == dict(lists)
