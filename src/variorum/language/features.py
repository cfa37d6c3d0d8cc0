"""The form of a word, in the terms of Universal Dependencies, whichever tags a tagger writes.

English taggers write the tags of the Penn Treebank into `Token.tag_`; this is the one place that
knows them. Each name here tells whether a word has one of some tags.
"""

from collections.abc import Callable

from spacy.tokens import Token

_BASE, _MODAL = ("VB",), ("MD",)
_PAST_TENSE, _PRESENT = ("VBD",), ("VBZ", "VBP")
_PAST_PARTICIPLE, _PRESENT_PARTICIPLE = ("VBN",), ("VBG",)
_COMMON, _PROPER = ("NN", "NNS"), ("NNP", "NNPS")


def _tagged(*tags: str) -> Callable[[Token], bool]:
    """Return what tells whether a word has one of some tags."""
    known = frozenset(tags)
    return lambda token: token.tag_ in known


# A modal verb: "may", "shall", "would".
is_modal = _tagged(*_MODAL)
# The "to" of an infinitive.
is_infinitive_marker = _tagged("TO")
# A verb in its base form: "leave".
is_base_form = _tagged(*_BASE)
# A verb that is finite and in the present: "leaves", "leave"; in the past: "left"; in either.
is_present = _tagged(*_PRESENT)
is_past_tense = _tagged(*_PAST_TENSE)
is_finite = _tagged(*_PRESENT, *_PAST_TENSE)
# A past participle: "taken"; a present participle or a gerund: "leaving"; a participle of either.
is_past_participle = _tagged(*_PAST_PARTICIPLE)
is_present_participle = _tagged(*_PRESENT_PARTICIPLE)
is_participle = _tagged(*_PAST_PARTICIPLE, *_PRESENT_PARTICIPLE)
# A verb in the past or a past participle, which are often written alike.
is_past = _tagged(*_PAST_TENSE, *_PAST_PARTICIPLE)
# A verb in any form, modals among them.
is_verb_form = _tagged(
    *(*_BASE, *_MODAL, *_PRESENT, *_PAST_TENSE, *_PAST_PARTICIPLE, *_PRESENT_PARTICIPLE)
)
# A common noun, in the singular and in the plural.
is_common_noun = _tagged(*_COMMON)
is_common_singular = _tagged("NN")
is_common_plural = _tagged("NNS")
# A name or a part of one, and one in the singular.
is_proper = _tagged(*_PROPER)
is_proper_singular = _tagged("NNP")
# A noun, common or proper, and one in the plural.
is_noun_form = _tagged(*_COMMON, *_PROPER)
is_plural = _tagged("NNS", "NNPS")
# The "'s" behind an owner; "his", "their"; a personal or a possessive pronoun.
is_possessive_marker = _tagged("POS")
is_possessive_pronoun = _tagged("PRP$")
is_pronoun = _tagged("PRP", "PRP$")
# What opens a relative clause or a question: "who", "which".
is_relative = _tagged("WP", "WDT")
# An adjective without a degree: "free".
is_adjective = _tagged("JJ")
# An article or the like: "the", "those".
is_determiner = _tagged("DT")
# A hyphen within a compound.
is_hyphen = _tagged("HYPH")
# A preposition, or what opens a clause: "of", "that".
is_preposition = _tagged("IN")
# A number, in digits or in words.
is_number = _tagged("CD")
# What stands for a noun without naming it: "some", "who", "there", "two".
is_vague = _tagged("CD", "DT", "WP", "WDT", "EX", "WP$", "PDT")
