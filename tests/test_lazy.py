"""Names that are loaded when they are first asked for."""

import pytest

from variorum.lazy import attribute, names


def test_a_name_is_what_its_module_calls_so():
    get, listed = names("variorum", {"joined": "variorum.wording"})
    assert get("joined") is attribute("variorum.wording", "joined")
    assert "joined" in listed()


def test_a_name_that_is_none_is_an_attribute_error():
    get, _ = names("variorum", {})
    with pytest.raises(AttributeError, match="variorum"):
        get("nothing")
