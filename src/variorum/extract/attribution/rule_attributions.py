"""Attributions by rule: the cues of the table, each with its source and content by the parse."""

from collections.abc import Iterable

from spacy.tokens import Token

from variorum.extract.attribution import contents, sources
from variorum.extract.attribution.cues import candidates, cue_range, cue_word
from variorum.extract.attribution.denials import as_denial
from variorum.extract.attribution.figures import FIGURE, figure_by, given_figure
from variorum.extract.attribution.quoting import quotation_beside, with_quotations
from variorum.extract.document import claimants
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.language import relations, word_lists
from variorum.language.alignment import sentence_of
from variorum.language.dependents import VERBS
from variorum.language.english_words import CueWord, cue_words, word_list
from variorum.language.features import is_past_participle
from variorum.model import Certainty, Stance

CITING = word_lists.words("extract", "citing")
# In the order in which they are tried.
CONSTRUCTIONS = (
    ("clause", contents.complement),
    ("is", contents.predicate),
    ("to", contents.infinitive),
    ("ing", contents.gerund),
    ("obj", contents.object_of),
    (FIGURE, given_figure),
)
LONGEST_NAME = 3
IMPERSONAL = word_lists.words("extract", "impersonal")
OWN_CONTENT = relations.of("OBJ CCOMP XCOMP IOBJ ADPOSITION")
VERSIONS = word_lists.words("extract", "versions")
UNDONE = word_lists.words("extract", "undone")
ACCORDING = CueWord("according", "ADP", frozenset({"clause"}), Stance.ASSERTS, Certainty.CERTAIN)


def by_rules(reading: Reading, tokens: Iterable[Token]) -> list[Attribution]:
    """Return what each of some tokens attributes as the head of a cue, in order of the cues."""
    tokens = list(tokens)
    found = [_attribution(reading, head, word) for head, word in candidates(tokens)]
    for token in tokens:
        found += [_according(reading, token), _as_reported(reading, token)]
        found += [_reportedly(reading, token), _figure_by(reading, token)]
        found.append(_behind_colon(reading, token) if token.text == ":" else None)
    return sorted((a for a in found if a is not None), key=lambda a: a.cue)


def _attribution(reading: Reading, head: Token, word: CueWord) -> Attribution | None:
    """Return what the cue `head` attributes in the first frame that fits, or None."""
    hears = head.lemma_ in word_list("hearing")
    if _only_introduces(head) or (hears and sources.source_of(head) is None):
        return None
    frame, ranges = _first_frame(head, word)
    word, ranges = as_denial(head, word, ranges, frame)
    source, ranges = _speaker(head, ranges)
    content, quotes = with_quotations(reading, head, ranges)
    if not content and word.frames & {"clause", "quote"}:
        beside = quotation_beside(reading, head)
        if beside >= 0:
            quote = reading.quotes[beside]
            content, quotes, frame = [(quote.start, quote.end)], [beside], "clause"
    if not content or _only_names(reading, head, content, quotes):
        return None
    if source is None and quotes and max(end for _, end in content) <= head.idx:
        source = sources.speaker_after(head)
    if source is None and not _stands_alone(head, word, frame):
        return None
    if source is not None and not claimants.may_claim(source, head, frame):
        return None
    return Attribution(
        head,
        word,
        frame,
        cue_range(head),
        source,
        sources.noun_range(source, head) if source is not None else None,
        content,
        quotes,
    )


def _only_names(reading: Reading, head: Token, content: list[Range], quotes: list[int]) -> bool:
    """Whether a verb only gives somebody's word for them: "whom they called “infidels”"."""
    if head.lemma_ not in word_list("naming") or len(content) != 1:
        return False
    if not quotes:
        return claimants.only_names(head, reading.tokens_in(*content[0]))
    quote = reading.quotes[quotes[0]]
    words = [t for t in reading.tokens_in(*quote.inner) if not t.is_punct]
    return content[0] == (quote.start, quote.end) and len(words) <= LONGEST_NAME


def _speaker(head: Token, ranges: list[Range]) -> tuple[Token | None, list[Range]]:
    """Return the source, and the content with what the parse took for a part of the source."""
    source = sources.source_of(head)
    if source is None:
        hung = claimants.hung_before(head) if head.pos_ in VERBS else None
        cut = (
            [(a, min(b, claimants.hung_from(hung))) for a, b in ranges]
            if hung is not None
            else ranges
        )
        return hung, cut
    return source, ranges


def _only_introduces(head: Token) -> bool:
    """Whether a verb only leads to what another says: "cited officials as saying", "citing them".

    So does one that is expressly not done: "far from denying that ...".
    """
    if head.dep_ in relations.COMPLEMENT_CLAUSE and head.head.lower_ in UNDONE:
        return True
    if (
        head.dep_ in relations.ADVCL
        and head.lemma_ in CITING
        and sources.citation(head.head) is not None
    ):
        return (head.head.lemma_.lower(), "VERB") in cue_words()
    return sources.leads_to_saying(head)


def _stands_alone(head: Token, word: CueWord, frame: str) -> bool:
    """Whether an attribution that names nobody counts: "it was said", "rumours that"."""
    if word.pos in {"NOUN", "ADJ"}:
        return head.lemma_ in IMPERSONAL
    if frame in {"obj", "p:as"} and head.dep_ in relations.ACL:
        return False
    passive = any(c.dep_ in relations.NSUBJ_PASS | relations.AUX_PASS for c in head.children)
    if frame == "to" and head.lemma_ == "say":
        return True
    return (
        frame == "clause"
        or passive
        or is_past_participle(head)
        or head.lemma_ in {"seem", "appear"}
    )


def _first_frame(head: Token, word: CueWord) -> tuple[str, list[Range]]:
    """Return the first construction of the word that the parse shows, and its tokens."""
    for frame, construction in CONSTRUCTIONS:
        if frame in word.frames and (ranges := construction(head)):
            return frame, ranges
    for frame in sorted(word.frames):
        if frame.startswith("p:") and (ranges := contents.prepositional(head, frame[2:])):
            return frame, ranges
    return "", []


def _according(reading: Reading, token: Token) -> Attribution | None:
    """Return the attribution of "according to X" and "by X's account"."""
    source, end = sources.accorded_to(token)
    if source is None:
        return None
    bare = [] if token.lower_ == "according" else [(end, sentence_of(token).end)]
    told = contents.accorded(token) or bare
    content, quotes = with_quotations(reading, token, told)
    if not content:
        return None
    cue, place = (token.i, end), sources.noun_range(source, token)
    return Attribution(token, ACCORDING, "clause", cue, source, place, content, quotes)


def _behind_colon(reading: Reading, colon: Token) -> Attribution | None:
    """Return the attribution of "the union contradicted this: ...", "gave a new picture: ..."."""
    main = colon.head
    verb = next((c for c in main.lefts if c.dep_ in relations.CCOMP and c.i < colon.i), None)
    if verb is None or verb.pos_ != "VERB" or reading.quote_at(colon.nbor()) >= 0:
        return None
    gives = any(c.dep_ in relations.OBJ and c.lemma_ in VERSIONS for c in verb.rights)
    word = ACCORDING if gives else cue_word(verb)
    source = sources.source_of(verb)
    if word is None or source is None or not claimants.may_claim(source, verb, "clause"):
        return None
    told = contents.complement(verb) if not gives else []
    if not (claimants.may_speak(source) or source.pos_ == "PRON") or told:
        return None
    if word.stance is Stance.DENIES:
        word = ACCORDING
    content, quotes = with_quotations(reading, verb, [(colon.i + 1, sentence_of(colon).end)])
    place = sources.noun_range(source, verb)
    return Attribution(verb, word, "clause", cue_range(verb), source, place, content, quotes)


def _as_reported(reading: Reading, token: Token) -> Attribution | None:
    """Return the attribution of "as reported by X" and "as the mayor said"."""
    word = cue_words().get((token.lemma_.lower(), "VERB"))
    if word is None or "clause" not in word.frames or not _is_aside(token):
        return None
    source = sources.source_of(token)
    if source is None or not claimants.may_claim(source, token, "clause"):
        return None
    content, quotes = with_quotations(reading, token, contents.accorded(token))
    cue, place = cue_range(token), sources.noun_range(source, token)
    found = Attribution(token, word, "clause", cue, source, place, content, quotes)
    return found if content else None


def _is_aside(verb: Token) -> bool:
    """Whether a verb stands in "as X said", with nothing of its own that is said."""
    if verb.dep_ not in relations.ADVCL or verb.left_edge.lower_ != "as":
        return False
    marked = any(c.dep_ in relations.MARK and c.i == verb.left_edge.i for c in verb.lefts)
    return marked and not any(c.dep_ in OWN_CONTENT for c in verb.children)


def _figure_by(reading: Reading, token: Token) -> Attribution | None:
    """Return the attribution of "the 500 deaths claimed by the ministry"."""
    figure = figure_by(token)
    if not figure:
        return None
    word = cue_words().get((token.lemma_, "VERB"), ACCORDING)
    source = sources.agent_of(token)
    place = sources.noun_range(source, token) if source is not None else None
    content = [reading.chars(part) for part in figure]
    return Attribution(token, word, FIGURE, (token.i, token.i + 1), source, place, content)


def _reportedly(reading: Reading, token: Token) -> Attribution | None:
    """Return what "reportedly" says nobody in particular reports."""
    verb = token.head
    if token.lower_ != "reportedly" or verb.pos_ not in VERBS:
        return None
    word = cue_words().get((verb.lemma_, "VERB"))
    if word is not None and _first_frame(verb, word)[0] and _speaker(verb, [])[0] is not None:
        return None  # "a resident has reportedly claimed": the rule of "claimed" reads it
    content, quotes = with_quotations(reading, token, contents.accorded(token))
    cue = (token.i, token.i + 1)
    found = Attribution(token, ACCORDING, "clause", cue, content=content, quotes=quotes)
    return found if content else None
