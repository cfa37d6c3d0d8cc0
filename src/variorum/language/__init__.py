"""Languages read by lexicon alone: one data file each, and what reads text by such files.

Nothing here knows any language. How a language writes its words, numbers, dates, things and
sources stands in `<code>.yaml`; docs/languages.md says how to add one.
"""

from variorum.language.files import LANGUAGES, code_of, section
from variorum.language.words.patterns import Match, Phrases, Reader, phrases
from variorum.language.words.tokens import Text, Word, cut, writing_of

__all__ = [
    "LANGUAGES",
    "Match",
    "Phrases",
    "Reader",
    "Text",
    "Word",
    "code_of",
    "cut",
    "phrases",
    "section",
    "writing_of",
]
