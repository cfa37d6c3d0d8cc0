"""Reading ahead: every document comes back in its order, with what the model sees in it alone."""

import pytest

from sentences import document, reading
from variorum.extract.attribution.learned import learned
from variorum.extract.model.prefetch import read_ahead
from variorum.language.parsing import words


def test_documents_come_back_in_their_order():
    numbers = ("two", "three", "four", "five", "six")
    given = [document(f"The mayor said that {number} men had left.") for number in numbers]
    seen = list(read_ahead(given, words))
    assert [each for each, _ in seen] == given
    assert len({id(look()) for _, look in seen}) == len(given)


def test_what_goes_wrong_in_one_document_is_raised_by_its_own_call():
    def cut(each):
        if each is bad:
            raise ValueError("planted")
        return words(each)

    good, bad = document("The mayor left."), document("The army left.")
    calls = [look for _, look in read_ahead([good, bad], cut)]
    calls[0]()
    with pytest.raises(ValueError, match="planted"):
        calls[1]()


def test_no_relation_is_no_attribution():
    assert learned(reading("The mayor said it rained."), []) == []
