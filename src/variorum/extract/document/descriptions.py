"""Who a noun phrase shows somebody to be, and which pronouns may mean them."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.language import features, relations
from variorum.language.english_words import is_moment, noun_lemma, role_words, word_list
from variorum.language.name_spans import is_name
from variorum.language.word_lists import pairs, words
from variorum.model import Role, SpeakerKind

_RELCL_ACL_APPOS_ADVCL = relations.RELCL | relations.ACL | relations.APPOS | relations.ADVCL
PRONOUNS = pairs("extract", "subject_forms")
SINGULAR = words("extract", "singular")
PERSON_ENDINGS = tuple(words("extract", "person_endings"))
DETERMINED = words("extract", "determined")
DOCUMENTS = words("extract", "documents")
DATED_BY = words("extract", "dated_by")
DAY_PARTS = words("extract", "day_parts")


@dataclass(frozen=True)
class Known:
    """Somebody as far as a mention tells: the token that names, and the name.

    `kind` is what sort of thing it is, for a pronoun to agree with; `named` says whether it has a
    name, `human` whether a plural is known for people, `guessed` that only the shape of a noun
    ("coroner") shows a person, and `text` that a text of theirs was named, which may be "it".
    """

    head: Token
    tokens: tuple[int, int]
    name: str
    kind: SpeakerKind
    role: Role
    gender: str | None = None
    prominent: bool = True
    named: bool = False
    human: bool = True
    guessed: bool = False
    text: bool = False

    @property
    def honest_kind(self) -> SpeakerKind:
        """The kind for the record: a person without a name is an unnamed source."""
        if self.kind is SpeakerKind.PERSON and not self.named:
            return SpeakerKind.UNNAMED
        return self.kind


def agrees(lower: str, known: Known) -> bool:
    """Whether a pronoun can mean somebody of that number, kind and gender."""
    if lower in SINGULAR:
        gender = "female" if lower == "she" else "male"
        source = known.kind is SpeakerKind.UNNAMED and noun_lemma(known.head) in role_words()
        return (known.kind is SpeakerKind.PERSON or source) and known.gender in {None, gender}
    if lower == "it":
        thing = known.kind in {SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}
        return known.text or (thing and not features.is_common_plural(known.head))
    if lower == "they":
        texts = known.kind is SpeakerKind.DOCUMENT and features.is_common_plural(known.head)
        return texts or (
            known.human and known.kind in {SpeakerKind.GROUP, SpeakerKind.ORGANISATION}
        )
    return False


def is_prominent(token: Token) -> bool:
    """Whether a later pronoun may well mean this: a subject, a document, who gives an account."""
    if not features.is_noun_form(token):
        return False
    if token.dep_ in relations.SUBJECTS:
        return token.head.dep_ not in relations.RELCL
    if token.dep_ in relations.POSS:
        return noun_lemma(token.head) in word_list("account")
    if token.dep_ in relations.COMPLEMENT and token.head.head.lower_ == "according":
        return True
    return token.dep_ in relations.OBJ and noun_lemma(token) in DOCUMENTS


def is_candidate(token: Token) -> bool:
    """Whether a token, not a subject, may still be who a pronoun means: a name, or people."""
    if features.is_common_plural(token):
        return noun_lemma(token) in role_words()
    if features.is_common_singular(token):
        found = role_words().get(noun_lemma(token)) if token.dep_ in relations.OBJ else None
        return found is not None and found.kind is SpeakerKind.PERSON
    return is_name(token) and token.dep_ not in relations.COMPOUND | relations.NMOD | relations.AMOD


def is_agent(head: Token) -> bool:
    """Whether a noun is made of what somebody does: "coroner", "violinist"."""
    lemma = noun_lemma(head)
    named_for_work = lemma.endswith(PERSON_ENDINGS) and features.is_common_noun(head)
    return named_for_work and lemma not in word_list("thing")


def antecedent(relative: Token) -> Token | None:
    """Return the noun that a relative clause belongs to."""
    clause = relative.head
    for _ in range(4):
        if clause.dep_ in relations.RELCL:
            return clause.head
        clause = clause.head
    return None


def is_definite(head: Token) -> bool:
    """Whether a noun stands bare or with "the", so that it can point back to a name."""
    lefts = [c for c in head.lefts if not c.is_punct]
    return len(lefts) == 1 and lefts[0].lower_ in DETERMINED


def head_of(doc: Doc, tokens: tuple[int, int]) -> Token:
    """Return the token of a range that says who is meant, also where the parse breaks it up."""
    root: Token = doc[tokens[0] : tokens[1]].root
    if features.is_noun_form(root) or root.tag_[:3] in {"PRP", "DT", "CD", "WP", "WDT", "EX"}:
        return root
    nouns = [t for t in doc[tokens[0] : tokens[1]] if features.is_noun_form(t)]
    while len(nouns) > 1 and nouns[0].i + 1 == nouns[1].i:
        nouns = nouns[1:]
    return nouns[0] if nouns else root


def partner(head: Token) -> Token | None:
    """Return who is joined to a noun by "and"; what is joined to its apposition is nobody else.

    A name beside a name is one of a list: "Ann Lee, Bo Fox and others".
    """
    beside = [c for c in head.rights if c.dep_ in relations.APPOS]
    listed = bool(beside) and is_name(head) and is_name(beside[0])
    joined: list[Token] = [*head.rights, *(beside[0].rights if listed else ())]
    apart = beside[0].i if beside and not listed else len(head.doc)
    conjuncts = (t for t in joined if t.dep_ in relations.CONJ and (t.i < apart or is_name(t)))
    return next(conjuncts, None)


def noun_phrase(head: Token) -> tuple[int, int]:
    """Return the noun phrase without article, relative clause and apposition."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    joined = partner(head)
    for child in head.rights:
        if child.dep_ in relations.APPOS and (
            child.left_edge.i == head.i + 1 or (joined is not None and child.i < joined.i)
        ):
            continue
        if child.dep_ in _RELCL_ACL_APPOS_ADVCL or features.is_verb_form(child):
            end = min(end, child.left_edge.i)
            break
    # A clause can hang on a noun from behind the verb: "A recording has leaked in which ...".
    after = (t for t in doc[head.i + 1 : end] if t.dep_ not in relations.AMOD)
    verbs = (
        t.i
        for t in after
        if features.is_relative(t)
        or (features.is_verb_form(t) and t.dep_ not in relations.COMPLEMENT)
    )
    end = next(verbs, end)
    while start < head.i and (_leads(doc[start]) or _dates(doc[start : head.i])):
        start += 1
    while end - 1 > head.i and (
        (doc[end - 1].is_punct and doc[end - 1].text != ")")
        or doc[end - 1].is_space
        or doc[end - 1].tag_ in {"POS", "IN", "WP", "CC"}
        or (doc[end - 1].like_num and end - 2 == head.i and features.is_common_noun(head))
    ):
        end -= 1
    return start, max(_untimed(doc, head.i + 1, end), head.i + 1)


def _untimed(doc: Doc, low: int, end: int) -> int:
    """Return the end of a phrase without the day that ends it: "statement on Tuesday"."""
    start = end
    while start > low and (is_moment(doc[start - 1]) or doc[start - 1].lower_ in DAY_PARTS):
        start -= 1
    last = doc[end - 1]
    if start == end or not (last.is_digit or last.lower_ in word_list("calendar")):
        return end
    return start - (start > low and doc[start - 1].lower_ in DATED_BY)


def _dates(before: Span) -> bool:
    """Whether the first of the words before a noun belongs to a date: "12 October drivers came"."""
    days = word_list("calendar")
    first, second = before[0], before[min(1, len(before) - 1)]
    return first.lower_ in days or (first.is_digit and second.lower_ in days)


def _leads(token: Token) -> bool:
    """Whether a word before a noun is no part of how somebody is called: "the", "her", a mark."""
    article = token.tag_ in {"DT", "CC"} and token.lower_ != "both"
    return article or token.is_punct or token.is_space
