"""What the main clause of some content does: foretell, ask, order, or hang on a condition."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.extract.document.raw_attribution import Range
from variorum.extract.document.reading import Reading
from variorum.language import relations, word_lists
from variorum.language.dependents import VERBS, children_of
from variorum.language.english_words import given_names, role_of, word_list
from variorum.language.features import is_base_form, is_modal, is_plural, is_present_participle
from variorum.language.name_spans import is_name
from variorum.model import SpeakerKind

_ADJ_COMPLEMENT_OR_ATTRIBUTE = relations.ADJ_COMPLEMENT | relations.ATTRIBUTE
_ADJ_COMPLEMENT_OR_ATTRIBUTE_OR_NSUBJ = relations.of("ADJ_COMPLEMENT ATTRIBUTE NSUBJ")
_ADVCL_OR_CCOMP_OR_ADPOSITION = relations.ADVCL | relations.CCOMP | relations.ADPOSITION
_CCOMP_OR_ACL_OR_RELCL = relations.CCOMP | relations.ACL | relations.RELCL
_MARK_OR_ADVMOD = relations.MARK | relations.ADVMOD
HENCE = word_lists.words("extract", "hence")
FUTURE = HENCE | {"would", "'d", "’d"}
MODALS = FUTURE | word_lists.words("extract", "possible")
OPEN = word_lists.words("extract", "open")
CONDITIONS = word_lists.words("extract", "conditions")
SUPPOSING = word_lists.words("extract", "supposing")
CONCEDING = word_lists.words("extract", "conceding")
INVERTED = word_lists.words("extract", "inverted")
WITH_EXPLETIVE = relations.SUBJECTS | relations.EXPL
OWN = word_lists.words("extract", "own")
OTHERS = {
    "it": frozenset({SpeakerKind.ORGANISATION}),
    "they": frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GROUP}),
    "he": frozenset({SpeakerKind.PERSON}),
    "she": frozenset({SpeakerKind.PERSON}),
}
PERSONAL = word_lists.words("extract", "personal")
WHETHER = word_lists.words("extract", "whether")
WHO = word_lists.words("extract", "who")
WH_TAGS = frozenset({"WP", "WP$", "WDT"})
POLITE = word_lists.words("extract", "polite")
LEADING = relations.of("NEG AUX ADVMOD INTJ PUNCT CC")


def main_verb(reading: Reading, content: list[Range]) -> Token | None:
    """Return the verb of the first main clause of some content (characters), or None.

    None as well where the content runs over several sentences, which no one clause speaks for.
    """
    if not content:
        return None
    tokens = reading.tokens_in(*content[0])
    if not len(tokens):
        return None
    last = reading.tokens_in(*content[-1])
    end = last[-1].i if len(last) else tokens[-1].i
    if reading.sentence_at(tokens[0].i) != reading.sentence_at(end):
        return None
    held = range(tokens[0].i, tokens[-1].i + 1)
    heads = (t for t in tokens if t.head.i not in held or t.head.i == t.i)
    return next((t for t in heads if t.pos_ in VERBS), None)


def _auxiliaries(verb: Token) -> set[str]:
    """Return the auxiliaries of a verb; "he'd been named" has "had", and no "would"."""
    had = {"'d", "’d"} if not is_base_form(verb) else set()
    return {c.lower_ for c in verb.children if c.dep_ in relations.HELPERS} - had


def _clauses(verb: Token) -> Iterator[Token]:
    """Yield a verb, and the clause behind "it was certain that ..." or "there is a chance that"."""
    yield verb
    empty = any(c.dep_ in WITH_EXPLETIVE and c.lower_ in {"it", "there"} for c in verb.lefts)
    if verb.lemma_ == "be" and empty:
        said = [verb, *(c for c in verb.rights if c.dep_ in _ADJ_COMPLEMENT_OR_ATTRIBUTE_OR_NSUBJ)]
        yield from (c for s in said for c in s.rights if c.dep_ in _CCOMP_OR_ACL_OR_RELCL)


def foretells(main: Token, *, told: bool) -> bool:
    """Whether a clause tells what will be: "will go", "is going to fall", "is likely to fail".

    `told` says that somebody is reported to say it: there "would" stands for "will". In a story
    told in hindsight ("the journey would last three days") it does not.
    """
    return any(_is_future(clause, FUTURE if told else HENCE) for clause in _clauses(main))


def _is_future(verb: Token, words: frozenset[str]) -> bool:
    if _auxiliaries(verb) & words:
        return "have" not in _auxiliaries(verb)
    to = [c for c in verb.rights if c.dep_ in relations.XCOMP and "to" in _auxiliaries(c)]
    if verb.lemma_ == "go" and is_present_participle(verb) and to:
        return True
    said = [c for c in verb.rights if c.dep_ in _ADJ_COMPLEMENT_OR_ATTRIBUTE and c.lower_ in OPEN]
    return verb.lemma_ == "be" and any(c.dep_ in relations.XCOMP for a in said for c in a.rights)


def own_subject(main: Token, source: Token | None) -> bool:
    """Whether the subject of a clause is its speaker: "I", or "it" after "the airline said"."""
    subject = next((c for c in main.lefts if c.dep_ in WITH_EXPLETIVE), None)
    if subject is None:
        return False
    if subject.lower_ in OWN:
        return True
    return source is not None and _kind(source) in OTHERS.get(subject.lower_, ())


def _kind(source: Token) -> SpeakerKind | None:
    """Return what sort of thing a source is, as far as its words tell."""
    words = [source, *(c for c in source.lefts if c.dep_ in relations.COMPOUND)]
    whole = is_name(source) and any(word.lower_ in given_names() for word in words)
    if whole or source.lower_ in PERSONAL:
        return SpeakerKind.PERSON
    if is_plural(source) or source.lower_ == "they":
        return SpeakerKind.GROUP
    found = role_of(source)
    if found is not None:
        return found.kind
    return SpeakerKind.ORGANISATION if is_name(source) else None


def wills(main: Token) -> bool:
    """Whether somebody does of their own will what a clause tells: not "we will lose"."""
    verb = main
    if main.lemma_ == "go":
        verb = next((c for c in main.rights if c.dep_ in relations.XCOMP), main)
    passive = any(c.dep_ in relations.NSUBJ_PASS | relations.AUX_PASS for c in verb.children)
    return not passive and verb.lemma_.lower() not in word_list("unwilled")


def hangs_on_condition(main: Token, content: list[Range]) -> bool:
    """Whether what a clause tells holds only on a condition: "would flood if the dam broke"."""
    would = bool(_auxiliaries(main) & MODALS)
    heads = {main, main.head} if main.dep_ in relations.XCOMP | relations.CCOMP else {main}
    clauses = [c for head in heads for c in children_of(head, _ADVCL_OR_CCOMP_OR_ADPOSITION)]
    inside = [c for c in clauses if any(a <= c.idx < b for a, b in content) and c != main]
    return any(_is_condition(c, would=would) for c in inside)


def _is_condition(clause: Token, *, would: bool) -> bool:
    if clause.lower_ in SUPPOSING and clause.dep_ in relations.ADVCL | relations.ADPOSITION:
        return True
    first = clause.left_edge
    marks = [c for c in clause.lefts if c.dep_ in _MARK_OR_ADVMOD and c.lower_ in CONDITIONS]
    if marks and clause.dep_ in relations.ADVCL:
        return marks[0].nbor(-1).lower_ not in CONCEDING if marks[0].i else True
    subject = any(c.dep_ in WITH_EXPLETIVE for c in clause.lefts)
    return would and first.lower_ in INVERTED and not subject


def asks(text: str, content: list[Range]) -> bool:
    """Whether all that is said is one question."""
    start, end = content[0][0], content[-1][1]
    said = text[start:end].rstrip("?! ")
    return text[start : end + 1].rstrip().endswith("?") and not any(x in said for x in (". ", "! "))


def commands(reading: Reading, main: Token, content: list[Range]) -> bool:
    """Whether quoted words are an order: "Leave the building", "do not drink the water"."""
    if main.tag_ not in {"VB", "VBP"} or main.lemma_.lower() in POLITE:
        return False
    first = next(iter(reading.tokens_in(*content[0])), main)
    lefts = list(main.lefts)
    if any(c.dep_ in WITH_EXPLETIVE or is_modal(c) for c in lefts) or main.i < first.i:
        return False
    return all(c.dep_ in LEADING or c.i < first.i for c in lefts)


def leaves_open(reading: Reading, main: Token, content: list[Range]) -> bool:
    """Whether a clause says that something is known, not what: "whether it fell", "who fell"."""
    first = next(iter(reading.tokens_in(*content[0])), None)
    if first is None or reading.quote_at(first) != reading.quote_at(main):
        return False
    if first.lower_ in WHETHER:
        return first.dep_ in relations.MARK and first.head == main
    counted = first.lower_ == "how" and first.nbor().lower_ in {"many", "much"}
    return (first.lower_ in WHO and first.tag_ in WH_TAGS and first.head == main) or counted
