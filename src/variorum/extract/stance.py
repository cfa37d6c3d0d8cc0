"""Stance and certainty: what a speaker does with the content, and how surely.

Certainty follows FactBank (Saurí and Pustejovsky 2009): the factuality of the content, as worded,
as its speaker commits to it. A denying cue gives CT-, a saying that is negated or withheld commits
to nothing (Uu), a condition leaves open what hangs on it, and a hedge weakens what is certain.

An attribution is asked for its cue's head, word, source and content only.
"""

from spacy.tokens import Token

from variorum.extract.attribution.clauses import (
    asks,
    commands,
    foretells,
    hangs_on_condition,
    leaves_open,
    main_verb,
    own_subject,
    wills,
)
from variorum.extract.attribution.cues import cue_word, negated, withheld
from variorum.extract.attribution.denials import denies
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.extract.hedging import Hedge, weakened
from variorum.language import relations, word_lists
from variorum.language.english_words import CueWord, word_list
from variorum.language.features import is_past_participle, is_present_participle
from variorum.model import Certainty, Stance

_ADPOSITION_OR_PARTICLE = relations.ADPOSITION | relations.PARTICLE
_CCOMP_OR_XCOMP_OR_OBJ = relations.CCOMP | relations.XCOMP | relations.OBJ
_XCOMP_OR_CCOMP_OR_ADVCL = relations.XCOMP | relations.CCOMP | relations.ADVCL
Judged = tuple[Stance, Certainty]
ASSERTED = (Stance.ASSERTS, Certainty.CERTAIN)
ORDERED = (Stance.ORDERS, Certainty.UNKNOWN)
NOTHING = (Stance.ASSERTS, Certainty.UNKNOWN)
SELF = word_lists.words("extract", "stance_self")
ANAPHORS = SELF | word_lists.words("extract", "anaphors")
OPENED = frozenset({Stance.PREDICTS, Stance.INTENDS, Stance.PROMISES})
PERFORMED = frozenset({Stance.PROMISES, Stance.DENIES, Stance.ORDERS})
AHEAD = word_lists.words("extract", "ahead")
APPROACHING = word_lists.words("extract", "approaching")
TRUE = word_lists.words("extract", "true")
BACKING = word_lists.words("extract", "backing")
SIGNS = word_lists.words("extract", "signs_of_fact")
UNFOUND = (Stance.DOUBTS, Certainty.PROBABLY_NOT)


def judge(reading: Reading, attribution: Attribution, hedging: list[Hedge]) -> Judged:
    """Return the stance and certainty of an attribution whose hedges are given."""
    head = attribution.head
    speech = withheld(head)
    word = attribution.word if speech in {None, head} else cue_word(speech or head)
    stance, certainty = _by_word(speech or head, word or attribution.word)
    if denies(head):
        stance, certainty = Stance.DENIES, Certainty.CERTAINLY_NOT
    if _finds_no_sign(head):
        return UNFOUND
    if speech is not None or negated(head):
        neither = any(c.lower_ == "neither" for c in head.head.lefts)
        left = _negative(stance, certainty, neither and head.dep_ in relations.CONJ)
        return (
            NOTHING
            if left[0] is Stance.DOUBTS and _is_open_question(reading, attribution)
            else left
        )
    if (stance, certainty) == ASSERTED:
        stance, certainty = _by_content(reading, attribution)
    elif stance in OPENED and _is_open(reading, attribution.content):
        certainty = Certainty.UNKNOWN
    if stance is Stance.DENIES:
        hedging = [h for h in hedging if h.in_cue]
        cue = attribution.cue[0]
        before = reading.doc[max(0, cue - 2) : cue].text.lower()
        if before.endswith(tuple(APPROACHING)):  # "all but ruled out"
            certainty = Certainty.PROBABLY_NOT
    return stance, weakened(certainty, hedging)


def judge_own(reading: Reading, content: list[Range], hedging: list[Hedge]) -> Judged:
    """Return the stance and certainty of what a document says in its own voice."""
    main = main_verb(reading, content)
    if main is None:
        return Stance.ASSERTS, weakened(Certainty.CERTAIN, hedging)
    if _finds_no_sign(main):
        return UNFOUND
    word = cue_word(main) if main.lemma_ in AHEAD and is_past_participle(main) else None
    if word is not None and _takes(main, "to"):  # "was expected to reach the port"
        judged = _by_word(main, word)
        return _negative(*judged, second=False) if negated(main) else judged
    conditional = hangs_on_condition(main, content)
    stance = Stance.PREDICTS if foretells(main, told=conditional) else Stance.ASSERTS
    if conditional and (stance is Stance.PREDICTS or _would(main)):
        return stance, Certainty.UNKNOWN
    return stance, weakened(Certainty.CERTAIN, hedging)


def _by_word(head: Token, word: CueWord) -> Judged:
    """Return what a word does in the construction it stands in: "asked them to leave" orders."""
    for frame, stance, certainty in word.by_frame:
        if _takes(head, frame):
            return stance, certainty
    return word.stance, word.certainty


def _takes(head: Token, frame: str) -> bool:
    """Whether a cue stands with an infinitive ("to"), a gerund ("ing"), or a preposition."""
    if frame.startswith("p:"):
        return any(c.lower_ == frame[2:] and c.dep_ in _ADPOSITION_OR_PARTICLE for c in head.rights)
    clauses = [c for c in head.rights if c.dep_ in _XCOMP_OR_CCOMP_OR_ADVCL]
    if frame == "ing":
        return any(is_present_participle(c) for c in clauses)
    return any(t.lower_ == "to" and t.dep_ in relations.AUX for c in clauses for t in c.lefts)


def _negative(stance: Stance, certainty: Certainty, second: bool) -> Judged:
    """Return what is left of a stance that is negated: "does not believe", "did not deny"."""
    if stance is Stance.DENIES:
        return Stance.ASSERTS, Certainty.UNKNOWN if second else Certainty.POSSIBLE
    if stance is Stance.DOUBTS:
        return ASSERTED
    if stance is Stance.ASSERTS and certainty is Certainty.PROBABLE:
        return Stance.DOUBTS, Certainty.PROBABLY_NOT
    return stance, Certainty.UNKNOWN


def _by_content(reading: Reading, attribution: Attribution) -> Judged:
    """Return what plain saying does by what is said: foretell, ask, order, believe, suppose."""
    content = attribution.content
    if asks(reading.document.text, content):
        return NOTHING
    main = main_verb(reading, content)
    if main is None:
        return ASSERTED
    if _is_spoken(reading, attribution) and commands(reading, main, content):
        return ORDERED
    committed = UNFOUND if _finds_no_sign(main) else _own_commitment(reading, attribution, main)
    if committed is not None:
        return committed
    if leaves_open(reading, main, content) and not _is_spoken(reading, attribution):
        return Stance.ASSERTS, Certainty.CERTAIN_UNKNOWN
    stance = Stance.ASSERTS
    if foretells(main, told=True):
        own = own_subject(main, attribution.source) and wills(main)
        stance = Stance.INTENDS if own else Stance.PREDICTS
    conditional = hangs_on_condition(main, content) and (stance in OPENED or _would(main))
    return stance, Certainty.UNKNOWN if conditional else Certainty.CERTAIN


def _is_open_question(reading: Reading, attribution: Attribution) -> bool:
    """Whether the content is a "whether" clause: "did not indicate whether"."""
    main = main_verb(reading, attribution.content)
    return main is not None and leaves_open(reading, main, attribution.content)


def _finds_no_sign(main: Token) -> bool:
    """Whether a clause finds nothing for what it names: "there is no evidence that ...".

    So does one that calls it untrue: "it was not true that ...", and "nothing shows that ...".
    """
    parts = [c for c in main.children if c.lower_ == "nothing"]
    if any(
        (c.dep_ in relations.SUBJECTS and _backs(main)) or any(map(_backs, c.rights)) for c in parts
    ):
        return True
    if main.lemma_ == "be" and any(c.dep_ in relations.CCOMP for c in main.rights):
        told = [c for c in main.children if c.dep_ in relations.ADJ_COMPLEMENT]
        denied = any(c.dep_ in relations.NEG for c in main.children)
        true = denied and any(c.lemma_.lower() in TRUE for c in told)
        if true or any(c.lemma_.lower() in word_list("untrue") for c in told):
            return True
    nouns = (c for c in main.children if c.lemma_.lower() in SIGNS and c.pos_ == "NOUN")
    return any(any(c.lower_ == "no" for c in noun.lefts) and any(noun.rights) for noun in nouns)


def _backs(verb: Token) -> bool:
    """Whether a verb speaks for or against something: "to support claims that ..."."""
    return verb.lemma_ in BACKING and any(c.dep_ in _CCOMP_OR_XCOMP_OR_OBJ for c in verb.rights)


def _would(main: Token) -> bool:
    return any(c.lower_ in {"would", "'d", "’d", "could"} for c in main.lefts)


def _is_open(reading: Reading, content: list[Range]) -> bool:
    main = main_verb(reading, content)
    return main is not None and hangs_on_condition(main, content)


def _is_spoken(reading: Reading, attribution: Attribution) -> bool:
    """Whether the content begins in quotation marks, or is known to be spoken words."""
    if attribution.block or attribution.spoken:
        return True
    first = next(iter(reading.tokens_in(*attribution.content[0])), attribution.head)
    return reading.quote_at(first) not in {-1, reading.quote_at(attribution.head)}


def _own_commitment(reading: Reading, attribution: Attribution, main: Token) -> Judged | None:
    """Return what speakers say of their own mind: "I believe that ...", "he did not know whether".

    None where the clause has another subject, or does not speak of the mind.
    """
    subject = next((c for c in main.lefts if c.dep_ in relations.NSUBJ), None)
    selves = SELF if _is_spoken(reading, attribution) else ANAPHORS
    if subject is None or subject.lower_ not in selves:
        return None
    mind = next((c for c in main.rights if c.dep_ in relations.ADJ_COMPLEMENT), main)
    speech = withheld(mind) or mind
    if not any(c.dep_ in _CCOMP_OR_XCOMP_OR_OBJ for c in speech.rights):
        return None
    denied = negated(mind) or negated(main) or withheld(mind) is not None
    if speech.lemma_ == "know" and denied:
        return NOTHING
    judged = _committed(speech, performed=subject.lower_ in SELF and main.tag_ in {"VB", "VBP"})
    if judged is None or any(c.dep_ in relations.AUX and c.lemma_ == "have" for c in main.lefts):
        return None
    return _negative(*judged, second=False) if denied else judged


def _committed(speech: Token, *, performed: bool) -> Judged | None:
    """Return what a word for the mind commits its subject to, or None where it is none.

    "I promise that" is a promise, `performed` by saying it; "he promised it" tells of one.
    """
    word = cue_word(speech)
    if word is None or not word.frames & {"clause", "to"}:
        return None
    judged = _by_word(speech, word)
    # To say is no state of the mind, to be sure is one.
    spoken = judged == ASSERTED and word.pos != "ADJ"
    return None if spoken or (judged[0] in PERFORMED and not performed) else judged
