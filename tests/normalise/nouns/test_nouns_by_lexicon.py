import pytest

from variorum import Document, extract

CASES = [
    ("id", "Polisi mengatakan bahwa 300 pejuang asing telah pergi.", "people.fighters.foreign"),
    ("id", "Polisi mengatakan bahwa 300 pejuang lokal dan asing telah pergi.", "people.fighters"),
]


@pytest.mark.parametrize(("language", "text", "kind"), CASES)
def test_a_kind_is_narrowed_by_one_modifier_and_not_by_two_that_differ(language, text, kind):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert {m.kind for claim in claims for m in claim.measures} == {kind}
