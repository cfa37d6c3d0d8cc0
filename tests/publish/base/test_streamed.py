import json

from variorum.publish.base.streamed import Streamed


def test_it_is_written_as_the_list_of_its_items_and_can_be_gone_through_again():
    made = Streamed(lambda: iter([{"a": 1}, {"b": [2]}]))
    for _ in range(2):
        assert json.dumps({"all": made}, indent=2) == json.dumps({"all": list(made)}, indent=2)


def test_without_items_it_is_an_empty_list():
    assert json.dumps(Streamed(lambda: iter([])), indent=2) == "[]"


def test_the_first_item_is_written_before_the_last_is_made():
    made = []

    def items():
        for number in range(3):
            made.append(number)
            yield number

    written = json.JSONEncoder(indent=2).iterencode({"all": Streamed(items)})
    while "0" not in next(written):
        pass
    assert made[-1] < 2
