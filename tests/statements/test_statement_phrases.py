"""The lists of statement phrases are read for English or for all other languages."""

from variorum.statements.statement_phrases import told


def test_a_plain_list_is_english_and_a_mapping_has_both():
    assert told(["left"], "en") == ["left"]
    assert told(["left"], "fr") == ()
    assert told({"en": ["left"], "other": ["parti"]}, "fr") == ["parti"]
