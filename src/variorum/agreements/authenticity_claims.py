"""What is said of an agreement itself: that it is real, forged, leaked, published, translated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.agreements.norms.agreement_words import AgreementWords, load
from variorum.language import relations as rel
from variorum.language.alignment import sentence_of
from variorum.language.dependents import children_of, first_child, has_child
from variorum.language.features import is_plural
from variorum.language.noun_phrases import joined, phrase, phrase_range
from variorum.language.verbs import has_passive
from variorum.language.word_lists import words
from variorum.model import Document, Pact, Span, SpeakerKind, Verdict, Vouching
from variorum.text import span

DONE_TO = rel.NSUBJ_PASS | rel.OBJ
JUDGING = (
    rel.ADJ_COMPLEMENT | rel.ATTRIBUTE | rel.CCOMP | rel.OBJ | rel.OBJECT_PREDICATE | rel.XCOMP
)
QUALITIES = words("agreements", "qualities")
SPREADING = {
    **dict.fromkeys(words("agreements", "leaking"), Verdict.LEAKED),
    **dict.fromkeys(words("agreements", "publishing"), Verdict.PUBLISHED),
    "translate": Verdict.TRANSLATED,
}
# After one of these, "it" may be the agreement.
ANSWERING = frozenset({Verdict.AFFIRMED, Verdict.DENIED, Verdict.DOUBTED})


@dataclass(frozen=True)
class Vouched:
    """A vouching with its verb, what it is said of, and who says it where that is named."""

    vouching: Vouching
    verb: Span
    content: Span
    speaker: tuple[str, Span, SpeakerKind] | None


def vouchings(document: Document, doc: Doc, pacts: Sequence[Pact]) -> list[Vouched]:
    """Return what the text says of its agreements themselves, in order; none without agreements."""
    if not pacts:
        return []
    words = load()
    found: list[Vouched] = []
    answering = False
    for verb in doc:
        averted = verb.dep_ in rel.COMPLEMENT_CLAUSE and verb.head.lower_ in words["averted"]
        if verb.pos_ not in {"VERB", "AUX"} or averted:
            continue
        verdict = _verdict(verb, words, answering)
        if verdict is not None:
            answering = verdict in ANSWERING
            found.append(_vouched(document, verb, verdict, pacts))
    return found


def _verdict(verb: Token, words: AgreementWords, answering: bool) -> Verdict | None:
    """Return what a verb says of an agreement; `answering` is whether "it" may be one."""
    lemma = verb.lemma_.lower()
    negated = has_child(verb, rel.NEG)
    called = _called(verb, words) if lemma in words["calling"] else None
    if called is not None:
        forged = called.lower_ in words["forged"] or called.lemma_ in words["forged"]
        return Verdict.DENIED if forged is not negated else Verdict.AFFIRMED
    quality = any(c.lemma_ in QUALITIES for c in verb.children if c.dep_ in rel.SUBJECTS | rel.OBJ)
    stands = quality or _is_of_one(verb, words)
    if lemma in words["doubting"] and (quality or _is_about(verb, words)):
        return Verdict.DOUBTED
    if lemma in words["denying"] and stands and not negated:
        return Verdict.DENIED
    # "has affirmed it too"
    of_it = any(c.dep_ in rel.OBJ and c.lower_ in words["pointing"] for c in verb.children)
    if lemma in words["affirming"] and (stands or (answering and of_it)):
        return None if negated else Verdict.AFFIRMED
    if lemma in SPREADING and not negated and _is_of_record(verb, words):
        return SPREADING[lemma]
    return None


def _called(verb: Token, words: AgreementWords) -> Token | None:
    """Return what an agreement is called: the "fake" of "declared the document a fake"."""
    judged = _judged(verb, words)
    if judged is None:
        return None
    return judged if _is_about(verb, words) or judged.head.lemma_ in words["records"] else None


def _judged(verb: Token, words: AgreementWords) -> Token | None:
    """Return the word that calls something false or real: "a fake", "as genuine"."""
    judging = words["forged"] | words["genuine"]
    for child in verb.children:
        one: Token | None = child if child.dep_ in JUDGING else None
        if child.dep_ in rel.ADPOSITION and child.lower_ == "as":
            one = first_child(child, rel.AMOD | rel.COMPLEMENT | rel.COMPLEMENT_CLAUSE)
        if one is not None and (one.lemma_.lower() in judging or one.lower_ in judging):
            return one
    return None


def _is_known(token: Token, words: AgreementWords) -> bool:
    """Return whether a noun calls something an agreement, or a document or recording of one."""
    lemma = token.lemma_.lower()
    return lemma in words["records"] or lemma in words.nouns


def _is_about(verb: Token, words: AgreementWords) -> bool:
    """Return whether the verb is about an agreement or its document."""
    own = children_of(verb, rel.SUBJECTS | rel.CCOMP | rel.OBJ)
    inner = (c for clause in children_of(verb, rel.CCOMP) for c in clause.children)
    return any(_is_known(c, words) for c in (*own, *inner))


def _is_of_one(verb: Token, words: AgreementWords) -> bool:
    """Read "affirms that a ceasefire has been agreed", "denied the deal"."""
    for child in verb.children:
        if child.dep_ in DONE_TO and _is_known(child, words):
            return True
        if child.dep_ in rel.CCOMP | rel.COMPLEMENT_CLAUSE and child.lemma_ in words["existing"]:
            return any(_is_known(c, words) for c in child.children)
    return False


def _is_of_record(verb: Token, words: AgreementWords) -> bool:
    """Read "a recording has leaked", "the document, which X translated"."""
    if verb.dep_ in rel.ACL | rel.RELCL and _is_known(verb.head, words):
        return True
    held = children_of(verb, DONE_TO)
    if verb.dep_ in rel.CONJ and not held:
        held = children_of(verb.head, DONE_TO)
    if verb.lemma_ in words["coming_out"]:
        held += children_of(verb, rel.NSUBJ)
    return any(_is_known(c, words) for c in held)


def _vouched(document: Document, verb: Token, verdict: Verdict, pacts: Sequence[Pact]) -> Vouched:
    """Return a vouching for the last agreement before it, of the same section if there is one."""
    start = verb.idx
    section = document.section_at(start)
    near = [p for p in pacts if document.section_at(p.span.start) is section] or list(pacts)
    before = [p for p in near if p.span.start <= start]
    pact = before[-1] if before else near[0]
    sentence = sentence_of(verb)
    tokens = [
        t for t in verb.subtree if sentence.start <= t.i < sentence.end and t.dep_ not in rel.PUNCT
    ]
    content = [t for t in tokens if t.i > verb.i] or [verb]
    place = span(document, start, start + len(verb))
    return Vouched(
        vouching=Vouching(agreement=pact.number, verdict=verdict, span=place),
        verb=place,
        content=span(document, content[0].idx, content[-1].idx + len(content[-1])),
        speaker=_speaker(document, verb, load()),
    )


def _speaker(
    document: Document, verb: Token, words: AgreementWords
) -> tuple[str, Span, SpeakerKind] | None:
    """Return who says it, where that is written and what they are; no recording speaks."""
    who = next(_speakers(verb), None)
    if who is None or who.pos_ == "PRON" or who.lemma_.lower() in words["records"] | QUALITIES:
        return None
    place = verb.doc[slice(*phrase_range(who))]
    at = span(document, place.start_char, place.end_char)
    if who.pos_ == "PROPN":
        body = SpeakerKind.ORGANISATION if who.text.isupper() else SpeakerKind.PERSON
        return joined(who)[0], at, body
    return phrase(who), at, SpeakerKind.GROUP if is_plural(who) else SpeakerKind.UNNAMED


def _speakers(verb: Token) -> Iterator[Token]:
    """Yield the nouns that do what a verb tells, behind "by" in the passive."""
    if has_passive(verb):
        for by in (c for c in verb.children if c.dep_ in rel.AGENT):
            yield from (c for c in by.children if c.dep_ in rel.COMPLEMENT)
        return
    yield from (c for c in verb.children if c.dep_ in rel.NSUBJ)
    if verb.dep_ in rel.CONJ and not has_child(verb, rel.NSUBJ):
        yield from (c for c in verb.head.children if c.dep_ in rel.NSUBJ)
