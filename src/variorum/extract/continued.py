"""Voices that go on: a sentence without a source that still tells what the one before it told.

Most sentences after somebody's words are the report's own. Three kinds are not: figures after those
of a document ("a poll found 40 percent. Among women it is 50."), what follows "the drivers say this
is false", and what goes on with an account in one paragraph ("By their account it left at nine. The
aim was ..."). A paragraph that is one quotation goes on with the only speaker of the one before it.
The claim says that its speaker was inferred.
"""

from collections.abc import Sequence

from variorum.extract.document.outlets import is_outlet
from variorum.extract.document.reading import Reading
from variorum.language.english_words import is_moment
from variorum.language.features import is_past_tense
from variorum.language.word_lists import words
from variorum.model import Claim, Form, Role, SpeakerKind, Stance

CONTRASTS = words("extract", "contrasts") | words("extract", "contrary_openers")
FALSE = words("extract", "false_words")
POINTING = words("extract", "pointing")
ACCOUNTS = words("extract", "account_openers")
DEFINITE = words("extract", "definite") | POINTING
ACCOUNT = "It goes on with the account that the sentence before opens."
LONGEST_MARKS = 4
"""So many signs of a paragraph may stand outside its only quotation: its marks and stops."""
DOCUMENT = "It goes on with the figures of the document that the sentence before names."
QUOTED = "It quotes on whom the paragraph before reports."
CORRECTION = "It says what is right after its speaker called something false."


def continued(reading: Reading, told: Sequence[Claim], own: Sequence[Claim]) -> list[Claim]:
    """Return the document's own claims, those with the voice of the sentence before changed to it.

    `own` are in order of their place.
    """
    last: dict[int, Claim] = {}
    for claim in told:
        last[_sentence(reading, claim)] = claim
    plain = {_sentence(reading, claim) for claim in own}
    made = []
    for claim in own:
        at = _sentence(reading, claim)
        before = last.get(at - 1) if at - 1 not in plain else None
        why = _why(reading, before, claim, at) if before is not None and at not in last else None
        if before is not None and why is not None:
            last[at] = _in_voice(claim, before, why)
            plain.discard(at)
            made.append(last[at])
        else:
            made.append(claim)
    return made


def quoted_on(reading: Reading, told: Sequence[Claim], orphans: Sequence[Claim]) -> list[Claim]:
    """Return the quotations without a cue, those changed that go on with a paragraph before them.

    Such a quotation is a paragraph of its own, and the one before ends with what somebody says who
    is the only one to speak in it.
    """
    return [
        _in_voice(claim, before, QUOTED, claim.form) if before is not None else claim
        for claim in orphans
        for before in [_speaks_before(reading, told, claim)]
    ]


def _speaks_before(reading: Reading, told: Sequence[Claim], claim: Claim) -> Claim | None:
    here = reading.paragraph_at(claim.start)
    start, end = reading.paragraph_range(here)
    marks = len(reading.document.text[start:end].strip()) - (claim.content[-1].end - claim.start)
    beside = [one for one in told if reading.paragraph_at(one.start) == here - 1]
    if here == 0 or marks > LONGEST_MARKS or not beside:
        return None
    last = max(beside, key=lambda one: (one.content[-1].end, -one.start))
    closes = (
        reading.paragraph_at(reading.sentences[_sentence(reading, last) + 1].start_char) == here
    )
    named = last.speaker.kind not in {SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT}
    alone = len({one.speaker.name for one in beside}) == 1
    return last if named and alone and closes and last.stance is not Stance.ORDERS else None


def _sentence(reading: Reading, claim: Claim) -> int:
    tokens = reading.tokens_in(claim.content[0].start, claim.content[0].end)
    return reading.sentence_at(tokens[0].i) if len(tokens) else -1


def _why(reading: Reading, before: Claim, claim: Claim, at: int) -> str | None:
    """Return why a claim has the voice of the one before, or None."""
    opening = reading.sentences[at][0]
    start = before.content[-1].start
    same = reading.paragraph_at(start) == reading.paragraph_at(claim.start)
    if not same or opening.lower_ in CONTRASTS or before.stance is Stance.ORDERS:
        return None
    told = [t for s in before.content for t in reading.tokens_in(s.start, s.end)]
    said = [t.lower_ for t in told if not t.is_punct]
    if said and said[0] in POINTING and said[-1] in FALSE:  # "this is flatly false"
        return CORRECTION
    if _goes_on(reading, before, claim, at):
        return ACCOUNT
    numbers = (t for s in claim.content for t in reading.tokens_in(s.start, s.end) if t.like_num)
    beside = (t.doc[max(0, t.i - 1) : t.i + 2] for t in numbers)
    counts = any(not any(map(is_moment, near)) for near in beside)  # none of a day or a year
    return DOCUMENT if before.speaker.kind is SpeakerKind.DOCUMENT and counts else None


def _goes_on(reading: Reading, before: Claim, claim: Claim, at: int) -> bool:
    """Whether a sentence goes on with an account: all of it, undated, on what was named before."""
    sentence = reading.sentences[at]
    opens = [t.lower_ for t in reading.sentences[at - 1][:2]]
    cue = before.cue.exact.lower() if before.cue is not None else ""
    told = cue.startswith(tuple(ACCOUNTS)) and opens[:1] and opens[0] in ACCOUNTS
    if before.inferred != ACCOUNT and not told:
        return False
    last = max(t.idx for t in sentence if not t.is_space and not t.is_punct)
    whole = len(claim.content) == 1 and claim.content[0].end > last
    back = before.inferred == ACCOUNT or any(t.lower_ in DEFINITE for t in sentence[:2])
    other = any((t.like_num and is_moment(t)) or is_outlet(t) for t in sentence)
    past = any(is_past_tense(t) for t in (sentence.root, *sentence.root.lefts))
    text = {before.speaker.kind, before.speaker.role} & {SpeakerKind.DOCUMENT, Role.EXPERT_DOCUMENT}
    return whole and back and past and not text and not other


def _in_voice(claim: Claim, before: Claim, why: str, form: Form = Form.INDIRECT) -> Claim:
    """Return the claim as one of the speaker before, through the same relay."""
    key = Claim.identify(claim.document, before.speaker, None, claim.content, form)
    changed = {"id": key, "speaker": before.speaker, "relay": before.relay, "form": form}
    return claim.model_copy(update={**changed, "inferred": why})
