"""Who does what a clause tells: names, roles such as "the army", and who speaks of himself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.language.name_keys import fold
from variorum.language.spelling import sound
from variorum.language.word_lists import words
from variorum.model import Claim, Mention, SpeakerKind
from variorum.statements.statement_phrases import Lexicon, Words

LEADING = tuple(words("statements", "leading"))
# Words of so few letters before what is done name nobody, if there are no more than so many.
SHORT = 4
OPENING = 2
# A name in quotation marks, from its first letter on: «قسد».
NAME = re.compile(r'([^“”„«»"]+)[”“»"]\s*')
APPOSED = 5
_WORD = re.compile(r"\w{4,}")
NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION})
OFFICES = words("statements", "offices")
OF_ONE_STATE = words("statements", "of_one_state")
OFFICES_OF = words("statements", "offices_of")
ARTICLES = words("statements", "articles")
SUBORDINATORS = words("statements", "subordinators")


@dataclass(frozen=True, order=True)
class Doer:
    """Somebody who does something: what they are called, and how sure that is."""

    name: str
    role: str = ""
    """What sort of body it is, such as army, where its name says so."""
    known: bool = True
    """Whether it is a name or a role, and not just any noun."""
    written: str = ""
    """The name as the document writes it, where the case may know the actor by another."""
    person: bool = False


Doers = tuple[Doer, ...]


def speaker(claim: Claim, lexicon: Lexicon) -> Doer:
    """Return the one who speaks, by the role where that is all of the name."""
    doer = _named(claim.speaker.name, lexicon)
    known = claim.speaker.kind in NAMED or doer.role == doer.name
    return replace(doer, known=known)


def before(words: Words, first: int, last: int, lexicon: Lexicon) -> Doers:
    """Return who does what the words from `last` on tell, of those named from `first` on.

    "Officials of the council": the council. Who stands behind "with" or "by" only helps.
    """
    # "The office believes that the army fired": who stands before "that" did not.
    opened = (i for i in range(last - 2, first - 1, -1) if words.words[i].form in SUBORDINATORS)
    first = next(opened, first - 1) + 1
    named = within(words, first, last, lexicon)
    if named:
        return named
    i = last - 1
    while i >= first and words.words[i].form in lexicon.passed_over:
        i -= 1
    if i >= first and words.words[i].form in lexicon.joining:
        return ()  # "opened fire and conducted raids"
    if i < first or words.words[i].form in lexicon.pronouns:
        own = _speaks(words.claim) and first - words.content_start <= OPENING
        return (speaker(words.claim, lexicon),) if own else ()
    role = next(lexicon.roles.meanings(words.cut, i), "")
    office = words.words[i - 1].form if i > first else ""
    if office in OFFICES_OF and (role in OFFICES or not role):
        name = f"{office} {role or words.words[i].form}"
        return (Doer(name, name if role else "", known=bool(role)),)
    joined = [k for k in range(first, i) if words.words[k].form == "and"]
    ahead = (r for k in joined for r in lexicon.roles.meanings(words.cut, k - 1) if k > first)
    others = tuple(Doer(other, other) for other in ahead)
    # Of several who act together, some may be nobody that is known.
    sure = bool(role) and len(others) == len(joined)
    return (*others, Doer(role or words.words[i].form, role, known=sure))


def beside(
    words: Words, place: tuple[int, int], lexicon: Lexicon, side: range | None = None
) -> Doers:
    """Return the doer in a language without a parser: the nearest role in the clause.

    Where the clause opens with what is done, or with a pronoun before it, its speaker does it. Of
    those on the side where the doer stands, if it is given, there must be one alone.
    """
    if side is not None and (found := named_in(words, side, lexicon)):
        return found if len(found) == 1 else ()
    clause = words.clause(*place)
    named = within(words, clause.first, clause.last, lexicon)
    roles = [
        (abs(i - place[0]), name)
        for i in range(clause.first, clause.last)
        if not place[0] <= i < place[1]
        for name in lexicon.roles.meanings(words.cut, i)
    ]
    if side is not None and (named or roles):
        return ()
    if named or roles:
        return named[:1] or (Doer(min(roles)[1], min(roles)[1]),)
    ahead = words.words[clause.first : place[0]]
    told = words.text[ahead[0].start : words.words[place[0]].start] if ahead else ""
    if quoted := NAME.fullmatch(told):
        return (_named(quoted[1], lexicon),)
    opens = len(ahead) <= OPENING and all(
        len(word.form) <= SHORT or word.form in lexicon.passed_over for word in ahead
    )
    return (speaker(words.claim, lexicon),) if opens and _speaks(words.claim) else ()


def named_in(words: Words, side: range, lexicon: Lexicon) -> Doers:
    """Return those who are named or told by their role in a range of words, each once."""
    named = within(words, side.start, side.stop, lexicon)
    known = {_role(fold(doer.name).split(), lexicon) for doer in named}
    roles = dict.fromkeys(r for i in side for r in lexicon.roles.meanings(words.cut, i))
    return (*named, *(Doer(role, role) for role in roles if role not in known))


def heading(words: Words, first: int, last: int, lexicon: Lexicon) -> Doers:
    """Return the first name of a sentence, before what is put in between commas of it.

    Of several that "and" joins, all may have done it.
    """
    if any(word.form == "and" for word in words.words[first:last]):
        found = within(words, first, last, lexicon)
        if len(found) > 1 or any(doer.person for doer in found):
            return tuple(replace(doer, known=len(found) > 1) for doer in found)
    for i in range(first, last):
        near = words.words[max(first, i - APPOSED) : i]
        if any(word.form in {*lexicon.linking, "of"} for word in near):
            continue
        if found := within(words, i, i + 1, lexicon):
            return found
    return ()


def within(words: Words, first: int, last: int, lexicon: Lexicon) -> Doers:
    """Return the doers named in words[first:last]."""
    found = []
    for mention in words.claim.actors:
        at = _word_at(words, mention, first, last)
        if at is not None and not _linked(words, at, first, lexicon):
            person = mention.kind is SpeakerKind.PERSON
            found.append(replace(_named(mention.full, lexicon), person=person))
    return tuple(dict.fromkeys(found))


def _named(name: str, lexicon: Lexicon) -> Doer:
    plain = [w for w in fold(name).split() if not w.endswith(LEADING)]
    role = _role(plain[-1:] or [fold(name)], lexicon)
    alone = role and len(plain) == 1
    return Doer(role, role) if alone else Doer(name, role, written=name)


def _speaks(claim: Claim) -> bool:
    """Return whether somebody speaks who can be told: not the report, nor who is not described."""
    speaker = claim.speaker
    nobody = speaker.kind is SpeakerKind.UNNAMED and speaker.name in {"", speaker.kind.value}
    return speaker.kind is not SpeakerKind.DOCUMENT and not nobody


def _role(words: Sequence[str], lexicon: Lexicon) -> str:
    return next((role for word in words for role in lexicon.role_of(word)), "")


def _word_at(words: Words, mention: Mention, first: int, last: int) -> int | None:
    """Return the word at which a mention starts, if it lies in words[first:last]."""
    start = mention.span.start - words.offset
    if mention.span.document != words.part.document:
        return None
    return next((i for i in range(first, last) if words.words[i].start == start), None)


def _linked(words: Words, at: int, first: int, lexicon: Lexicon) -> bool:
    i = at - 1
    while i >= first and words.words[i].form in ARTICLES:
        i -= 1
    return i >= first and words.words[i].form in lexicon.linking


def excludes(one: Doers, other: Doers) -> bool:
    """Return whether two accounts name nobody who could be the same.

    A role may be that of a name which does not say what it is, and any noun anybody's.
    """
    if not one or not other or not all(doer.known for doer in (*one, *other)):
        return False
    return not any(_may_be(a, b) for a in one for b in other)


def _may_be(one: Doer, other: Doer) -> bool:
    # Whoever a body sends is a person of it, and bodies go by the first letters of their names.
    if one.name == other.name or one.person != other.person or _share_a_word(one, other):
        return True
    roles = [doer.role for doer in (one, other)]
    if set(roles) <= set(OF_ONE_STATE):
        return True
    if all(doer.role == doer.name for doer in (one, other)):
        return False
    # Between two full names, or a name and a role it does not have, only the names decide.
    alone = any(doer.role == doer.name for doer in (one, other))
    return alone and ("" in roles or roles[0] == roles[1])


def _share_a_word(one: Doer, other: Doer) -> bool:
    """Return whether one name has a word of the other, or is made of its first letters: ISIS."""
    short, full = sorted((one.name, other.name), key=len)
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    # "Los islamistas shebab" are "Al-Shabaab".
    words = ({sound(word) for word in _WORD.findall(name)} for name in (short, full))
    shared = set.intersection(*words)
    return bool(shared) or (short.isupper() and len(initials) > 1 and short.startswith(initials))
