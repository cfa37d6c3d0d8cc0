"""Sources: whose words they are, as the grammar shows it."""

from spacy.tokens import Token

from variorum.extract.attribution.conjuncts import only_leads, resumed
from variorum.extract.document.claimants import may_speak
from variorum.language import features, relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import behind, children_of, first_child, governed, has_child
from variorum.language.english_words import is_moment, noun_lemma, word_list
from variorum.language.name_spans import is_name
from variorum.language.word_lists import words

_ADPOSITION_OR_AGENT = relations.ADPOSITION | relations.AGENT
_COMPOUND_OR_AMOD = relations.COMPOUND | relations.AMOD
_IOBJ_OR_OBJ_OR_NSUBJ_PASS = relations.IOBJ | relations.OBJ | relations.NSUBJ_PASS
WRITTEN_BY = words("extract", "written_by")
CITING = words("extract", "citing")
AS_SAYING = words("extract", "as_saying")
INVERTED = relations.of("OBJ IOBJ OBJECT_PREDICATE ATTRIBUTE MEASURE NSUBJ CCOMP")
SHARING = relations.of("CONJ XCOMP ADVCL COMPLEMENT_CLAUSE DEP AUX")
DESCRIBING = words("extract", "describing")
RAISING = words("extract", "raising")
ACTIVE = relations.NSUBJ | relations.CSUBJ
PASSIVE = relations.NSUBJ_PASS | relations.AUX_PASS
UNDERGOING = relations.OBJ | relations.NSUBJ_PASS
LONGEST_CLIMB = 6


def source_of(head: Token) -> Token | None:
    """Return the head of the noun phrase that answers for what the cue `head` introduces."""
    if head.lemma_ in word_list("hearing"):
        return next(governed(head, {"from"}), None)  # hearing alone names nobody
    if head.pos_ in {"NOUN", "PROPN"}:
        subject = _owner(head) or _subject(head)
        late = subject is not None and subject.dep_ in ACTIVE and subject.i > head.i
        thing = subject is not None and features.is_common_noun(subject) and not may_speak(subject)
        return None if late or thing else subject
    return _subject(head)


def agent_of(verb: Token) -> Token | None:
    """Return who does what a passive or a participle tells: "made by the union"."""
    phrases = (c for c in verb.rights if c.dep_ in relations.AGENT)
    return next((n for c in phrases for n in c.rights if n.dep_ in relations.COMPLEMENT), None)


def _own_subject(verb: Token) -> Token | None:
    """Return the agent of a passive verb, or the subject of an active one."""
    passive = False
    subject = None
    for child in verb.children:
        if child.is_punct:
            continue
        if child.dep_ in ACTIVE and (subject is None or only_leads(subject, child)):
            subject = child
        passive = passive or child.dep_ in PASSIVE
        if child.dep_ in relations.AGENT:
            return agent_of(verb)
    dated = subject is not None and is_moment(subject)
    return None if passive or dated else subject


def citation(verb: Token) -> Token | None:
    """Return who is cited in "..., the paper said, citing officials"."""
    for clause in children_of(verb, relations.ADVCL):
        if features.is_present_participle(clause) and clause.lemma_ in CITING:
            return next((c for c in clause.rights if c.dep_ in relations.OBJ), None)
    return None


def leads_to_saying(verb: Token) -> bool:
    """Whether a verb leads to what another says: "cites X as saying", "reports X as saying"."""
    said = behind(verb, "as") if verb.lemma_.lower() in AS_SAYING else None
    return said is not None and said.dep_ in relations.COMPLEMENT_CLAUSE


def speaker_after(cue: Token) -> Token | None:
    """Return the subject that stands behind its verb: "..., asked Captain Reed"."""
    after = [c for c in cue.rights if c.dep_ in INVERTED and c.pos_ in {"NOUN", "PROPN", "PRON"}]
    return after[0] if after and after[0].left_edge.i == cue.i + 1 else None


def _said_to_be(verb: Token) -> bool:
    """Whether a verb is the passive "said" of "fighters, said to be armed", tagged or not."""
    bare = verb.dep_ in relations.ACL | relations.ADVCL | relations.RELCL and features.is_past(verb)
    return (bare or verb.lemma_ == "say") and any(
        c.dep_ in relations.XCOMP and c.lower_ == "be" for c in verb.rights
    )


def _subject(verb: Token) -> Token | None:
    """Return the subject of `verb`, looked up along conjuncts, complements and participles."""
    if verb.pos_ == "ADJ" and verb.dep_ in relations.ADJ_COMPLEMENT:
        verb = verb.head
    if verb.lemma_ in RAISING or _said_to_be(verb):
        return None
    described = verb.dep_ in relations.XCOMP and verb.head.lemma_ in DESCRIBING
    if described and has_child(verb.head, PASSIVE):
        return first_child(verb.head, UNDERGOING)  # "the minister is said to have told them that"
    for climbed in range(LONGEST_CLIMB):
        passive, clause = has_child(verb, PASSIVE), verb.dep_ in relations.ACL | relations.CCOMP
        object_ = None if clause else first_child(verb, UNDERGOING)
        # "was hit by a shell and says"
        own = object_ if climbed and passive else _own_subject(verb)
        if own is not None or passive:
            return own
        if verb.dep_ in relations.ACL:
            noun = verb.head
            put = noun.dep_ in relations.OBJ and noun.lemma_ in word_list("statement")
            issuer = _own_subject(noun.head) if put else None  # "released a statement saying"
            return None if features.is_past_participle(verb) else issuer or noun
        shared = _shared(verb)
        if shared is None or shared[0] is None:
            return shared[1] if shared else None
        verb = shared[0]
    return None


def _shared(verb: Token) -> tuple[Token | None, Token | None] | None:
    """Return the verb whose subject `verb` shares, or else, second, the subject itself."""
    cue = resumed(verb)
    if cue is not None:
        return cue, None
    if verb.dep_ not in SHARING or (
        verb.dep_ in relations.ADVCL and features.is_past_participle(verb)
    ):
        return None
    up = verb.head
    if verb.dep_ in relations.COMPLEMENT_CLAUSE and up.dep_ in relations.ADPOSITION:
        up = up.head
        if up.lemma_ in CITING or leads_to_saying(up):
            return None, first_child(up, UNDERGOING)
    asked = (c for c in up.children if c.dep_ in relations.OBJ and c.pos_ != "NOUN")
    told = next(asked, None) if verb.dep_ in relations.XCOMP else None  # "asked him to say"
    return (up, None) if told is None else (None, told)


def _owner(noun: Token) -> Token | None:
    """Return whose statement a noun is: "the police's claim", "a claim by the police"."""
    for child in noun.children:
        if child.dep_ in relations.POSS:
            return child
        if child.dep_ in _ADPOSITION_OR_AGENT and child.lower_ in WRITTEN_BY:
            owner = next((c for c in child.children if c.dep_ in relations.COMPLEMENT), None)
            if owner is not None and noun_lemma(owner) in word_list("own words"):
                owner = next((c for c in owner.lefts if c.dep_ in relations.POSS), owner)
            if owner is not None and (
                child.lower_ != "of" or may_speak(owner) or features.is_possessive_pronoun(owner)
            ):
                return owner
        # "reports that it was shot down by them" tells its content.
        clause = any(c.dep_ in relations.MARK | relations.SUBJECTS for c in child.lefts)
        bare = child.dep_ in relations.ACL and not clause
        if bare and (agent := agent_of(child)) is not None:
            return agent
    people = [c for c in noun.lefts if c.pos_ == "ADJ" and c.is_title and not c.is_sent_start]
    before = [c for c in noun.lefts if c.dep_ in _COMPOUND_OR_AMOD and (is_name(c) or c in people)]
    return before[0] if before else None


def addressee(verb: Token) -> Token | None:
    """Return the head of the party told: "told Reuters", "said to Reuters", "was told"."""
    for child in verb.children:
        if child.dep_ in _IOBJ_OR_OBJ_OR_NSUBJ_PASS and child.dep_ not in relations.DEP:
            if child.pos_ == "ADP":
                return next((c for c in child.children if c.dep_ in relations.COMPLEMENT), None)
            return child
    return next(governed(verb, {"to"}), None)


def noun_range(head: Token, cue: Token) -> tuple[int, int]:
    """Return the token range of the noun phrase of `head`, short of the cue where it holds it."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if start <= cue.i < end:
        if cue.i > head.i:
            end = min([cue.i, *(c.left_edge.i for c in head.rights if c.right_edge.i >= cue.i)])
            end = max(end, head.i + 1)
        else:
            start = head.i
    doc = head.doc
    while end - 1 > head.i and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    if head.dep_ in relations.POSS and features.is_possessive_marker(doc[end - 1]):
        end -= 1
    depth = sum((t.text == "(") - (t.text == ")") for t in doc[start:end])
    return start, end + (depth > 0 and doc[end : end + 1].text == ")")


def accorded_to(token: Token) -> tuple[Token | None, int]:
    """Return who is named in "according to X" or "by X's account", and where the cue ends."""
    doc, after = token.doc, token.i + 1
    if token.lower_ == "according" and after < len(doc) and doc[after].lower_ == "to":
        governs = relations.COMPLEMENT | relations.COMPLEMENT_CLAUSE
        return first_child(doc[after], governs), after + 1
    opening = doc[token.i + 1 : sentence_of(token).end]
    at = next((t for t in opening if features.is_possessive_marker(t)), None)
    first = token.i == sentence_of(token).start and token.lower_ in {"by", "in"}
    if first and at is not None and at.nbor().lower_ in word_list("account"):
        return at.head, at.i + 2  # the parse at times hangs the account on what follows
    if (
        token.dep_ not in relations.ADPOSITION
        or token.lower_ not in {"by", "in"}
        or token.head.pos_ not in {"VERB", "AUX"}
    ):
        return None, after
    before = doc[token.i - 1] if token.i > sentence_of(token).start else None
    if before is not None and before.text != "," and before.dep_ not in relations.CC:
        return None, after
    for noun in token.rights:
        if noun.dep_ in relations.COMPLEMENT and noun.lemma_.lower() in word_list("account"):
            return next((c for c in noun.lefts if c.dep_ in relations.POSS), None), noun.i + 1
    return None, after
