"""The form of a word, in the terms of Universal Dependencies, whichever tags a tagger writes.

English taggers write the tags of the Penn Treebank into `Token.tag_`; this is the one place that
knows them.
"""

from spacy.tokens import Token

_BASE = frozenset({"VB"})
_PAST_TENSE = frozenset({"VBD"})
_PAST_PARTICIPLE = frozenset({"VBN"})
_PRESENT_PARTICIPLE = frozenset({"VBG"})
_PRESENT = frozenset({"VBZ", "VBP"})
_COMMON = frozenset({"NN", "NNS"})
_PROPER = frozenset({"NNP", "NNPS"})
_PLURAL = frozenset({"NNS", "NNPS"})


def is_modal(token: Token) -> bool:
    """Return whether a word is a modal verb: "may", "shall", "would"."""
    return token.tag_ == "MD"


def is_infinitive_marker(token: Token) -> bool:
    """Return whether a word is the "to" of an infinitive."""
    return token.tag_ == "TO"


def is_base_form(token: Token) -> bool:
    """Return whether a verb stands in its base form: "leave"."""
    return token.tag_ in _BASE


def is_present(token: Token) -> bool:
    """Return whether a verb is finite and in the present: "leaves", "leave"."""
    return token.tag_ in _PRESENT


def is_past_tense(token: Token) -> bool:
    """Return whether a verb is finite and in the past: "left"."""
    return token.tag_ in _PAST_TENSE


def is_past_participle(token: Token) -> bool:
    """Return whether a verb is a past participle: "taken"."""
    return token.tag_ in _PAST_PARTICIPLE


def is_present_participle(token: Token) -> bool:
    """Return whether a verb is a present participle or a gerund: "leaving"."""
    return token.tag_ in _PRESENT_PARTICIPLE


def is_participle(token: Token) -> bool:
    """Return whether a verb is a participle, past or present."""
    return is_past_participle(token) or is_present_participle(token)


def is_past(token: Token) -> bool:
    """Return whether a verb is in the past or a past participle, often written alike."""
    return is_past_tense(token) or is_past_participle(token)


def is_finite(token: Token) -> bool:
    """Return whether a verb is finite, modals aside: "leaves", "left"."""
    return is_present(token) or is_past_tense(token)


def is_common_noun(token: Token) -> bool:
    """Return whether a word is a common noun."""
    return token.tag_ in _COMMON


def is_common_singular(token: Token) -> bool:
    """Return whether a word is a common noun in the singular."""
    return is_common_noun(token) and not is_plural(token)


def is_common_plural(token: Token) -> bool:
    """Return whether a word is a common noun in the plural."""
    return is_common_noun(token) and is_plural(token)


def is_proper(token: Token) -> bool:
    """Return whether a word is tagged as a name or a part of one."""
    return token.tag_ in _PROPER


def is_noun_form(token: Token) -> bool:
    """Return whether a word is a noun, common or proper."""
    return is_common_noun(token) or is_proper(token)


def is_plural(token: Token) -> bool:
    """Return whether a noun stands in the plural."""
    return token.tag_ in _PLURAL


def is_possessive_marker(token: Token) -> bool:
    """Return whether a word is the "'s" behind an owner."""
    return token.tag_ == "POS"


def is_possessive_pronoun(token: Token) -> bool:
    """Return whether a word is "his", "their"."""
    return token.tag_ == "PRP$"


def is_relative(token: Token) -> bool:
    """Return whether a word opens a relative clause or a question: "who", "which"."""
    return token.tag_ in {"WP", "WDT"}


def is_adjective(token: Token) -> bool:
    """Return whether a word is an adjective without a degree: "free"."""
    return token.tag_ == "JJ"


def is_determiner(token: Token) -> bool:
    """Return whether a word is an article or the like: "the", "those"."""
    return token.tag_ == "DT"


def is_hyphen(token: Token) -> bool:
    """Return whether a word is a hyphen within a compound."""
    return token.tag_ == "HYPH"


def is_preposition(token: Token) -> bool:
    """Return whether a word is a preposition or opens a clause: "of", "that"."""
    return token.tag_ == "IN"


def is_number(token: Token) -> bool:
    """Return whether a word is a number, in digits or in words."""
    return token.tag_ == "CD"


def is_proper_singular(token: Token) -> bool:
    """Return whether a word is a name in the singular."""
    return token.tag_ == "NNP"


def is_pronoun(token: Token) -> bool:
    """Return whether a word is a personal or a possessive pronoun: "he", "his"."""
    return token.tag_ in {"PRP", "PRP$"}


def is_verb_form(token: Token) -> bool:
    """Return whether a word is a verb in any form, modals among them."""
    return is_base_form(token) or is_participle(token) or is_finite(token) or is_modal(token)


def is_vague(token: Token) -> bool:
    """Return whether a word stands for a noun without naming it: "some", "who", "there", "two"."""
    return token.tag_ in {"CD", "DT", "WP", "WDT", "EX", "WP$", "PDT"}
