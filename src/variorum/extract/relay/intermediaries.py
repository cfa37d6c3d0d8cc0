"""Passing on: whom the words beside a cue name between the document and the speaker.

Everything here asks an attribution only for its cue's head, its source and its content, so that it
does not matter how the attribution was found.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from variorum.extract.attribution import sources
from variorum.extract.document.claimants import may_speak
from variorum.extract.document.outlets import is_outlet
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import governed
from variorum.language.english_words import is_moment, role_of, word_list
from variorum.language.features import is_past, is_past_participle, is_present_participle
from variorum.language.name_spans import is_name
from variorum.language.word_lists import words
from variorum.model import Role, SpeakerKind

_COMPOUND_OR_POSS = relations.COMPOUND | relations.POSS
THAT_CLAUSES = relations.ACL | relations.RELCL | relations.CCOMP
VENUES = words("extract", "venues")
CHANNELS = words("extract", "channels")
BETWEEN = words("extract", "between")
ADDRESSING = words("extract", "addressing")
INSIDE = relations.DET | relations.COMPOUND | relations.AMOD | relations.POSS | relations.CASE
BESIDE = relations.COMPOUND | relations.POSS | relations.NMOD
BY = frozenset({"by"})
MOST = 2


def passed_through(attribution: Attribution, speaker: Token | None = None) -> list[Token]:
    """Return who passed the claim on by the words beside its cue, the last to do so first.

    `speaker` is the noun that names the source, where that is another than the source itself.
    """
    speaker = speaker or attribution.source
    found = [attribution.citer] if attribution.citer is not None else []
    found += _beside_cue(attribution)
    if speaker is not None:
        found += _behind(speaker)
    own = attribution.source
    links = []
    for token in found:
        told = any(start <= token.idx < end for start, end in attribution.content)
        if token not in links and token != own and not told:
            links.append(token)
    return links[:MOST]


def _beside_cue(attribution: Attribution) -> Iterator[Token]:
    """Yield whom the cue's own clause names: who was told, who carried it, by which channel."""
    head = attribution.head
    told = sources.addressee(head)
    if told is not None and is_outlet(told):
        yield told
    if (citer := _citer(head)) is not None and citer != attribution.source:
        yield citer
    for channel in governed(head, CHANNELS):
        if is_outlet(channel) or channel.lemma_.lower() in word_list("interpreter"):
            yield channel
    for meeting in governed(head, VENUES):
        if meeting.lemma_.lower() in word_list("venue"):
            yield from _published_by(meeting)
    for clause in head.children:
        if clause.dep_ in relations.ADVCL | relations.ACL and clause.i != head.i:
            yield from _of_participle(clause)


def _of_participle(clause: Token) -> Iterator[Token]:
    """Yield the outlet of "Speaking to Sky News, ..." or "Interviewed by the BBC, ..."."""
    if is_present_participle(clause) and clause.lemma_ in ADDRESSING:
        told = [t for t in governed(clause, BETWEEN) if is_outlet(t)]
        yield from told[:1]
    if is_past_participle(clause):
        yield from _agents_that_pass(clause)


def _published_by(work: Token) -> list[Token]:
    """Return who put out "a report for the BBC", "a BBC interview", "a video released by X"."""
    owners = [t for t in work.children if t.dep_ in _COMPOUND_OR_POSS and is_outlet(t)]
    doc, i = work.doc, work.i + 1
    if i < len(doc) and doc[i].lower_ in BETWEEN:
        i += 1
        while i + 1 < len(doc) and doc[i].dep_ in INSIDE:
            i += 1
        owners += [doc[i]] if i < len(doc) and is_outlet(doc[i]) else []
    for clause in work.rights:
        carried = is_past(clause) and clause.lemma_ in word_list("passing")
        owners += governed(clause, BY) if carried else []
    return owners[:1]


def _behind(speaker: Token) -> list[Token]:
    """Return who stands behind a speaker: "the BBC reporter Ann Lee", "a memo seen by Reuters"."""
    if speaker.dep_ in relations.APPOS and role_of(speaker.head) is not None:
        speaker = speaker.head
    role = role_of(speaker)
    works = role is not None and role.role is Role.NEWS_REPORT and role.kind is SpeakerKind.PERSON
    found = []
    if works or is_name(speaker) or (role and role.kind is SpeakerKind.UNNAMED):
        beside = [c for c in speaker.lefts if c.dep_ in BESIDE]
        beside += [g for c in beside for g in c.lefts if role_of(c) is not None]
        found = [c for c in beside if is_outlet(c) and role_of(c) is None]
    for clause in speaker.rights:
        if is_past(clause) and clause.dep_ in relations.ACL | relations.RELCL:
            found += _agents_that_pass(clause)
    return found


def _agents_that_pass(clause: Token) -> list[Token]:
    """Return whoever quotes or translates, and an outlet that carries, saw or interviewed."""
    if clause.lemma_ in word_list("citing"):
        return list(governed(clause, BY))[:1]
    carries = clause.lemma_ in word_list("passing")
    return [t for t in governed(clause, BY) if carries and is_outlet(t)]


def _citer(head: Token) -> Token | None:
    """Return who cites in "the agency cited a source as saying that ..."."""
    verb = head
    if head.dep_ in relations.COMPLEMENT_CLAUSE and head.head.lower_ == "as":
        verb = head.head.head
    elif not sources.leads_to_saying(head):
        return None
    if verb.lemma_.lower() not in sources.AS_SAYING:
        return None
    if agent := next(governed(verb, BY), None):
        return agent
    subject = next((c for c in verb.children if c.dep_ in relations.NSUBJ), None)
    if subject is None or not is_moment(subject):
        return subject
    before = [
        t for t in verb.doc[sentence_of(verb).start : subject.i] if t.lower_ in word_list("outlet")
    ]
    return before[-1] if before else None


def with_citation(attribution: Attribution) -> Attribution:
    """Return the attribution with whoever the source cites as its source: "X said, citing Y"."""
    head, source = attribution.head, attribution.source
    if source is None or attribution.citer is not None:
        return attribution
    if (told := _of_cited_text(attribution)) is not None:
        return told
    cited = _cited(head)
    if cited is None and sources.leads_to_saying(head) and _citer(head) == source:
        cited = next((c for c in head.rights if c.dep_ in relations.OBJ), None)
    if cited is None or cited == source:
        return attribution
    place: Range = sources.noun_range(cited, head)
    return replace(attribution, source=cited, source_range=place, citer=source)


def _of_cited_text(attribution: Attribution) -> Attribution | None:
    """Return what a text says that the source cites: "CNN cited an assessment that 100 died"."""
    head, content = attribution.head, attribution.content
    text = next((c for c in head.rights if c.dep_ in relations.OBJ), None)
    if head.lemma_ not in sources.CITING or text is None:
        return None
    thats = (c.left_edge for c in text.rights if c.dep_ in THAT_CLAUSES)
    that = next((t for t in thats if t.lower_ == "that" and t.dep_ in relations.MARK), None)
    if that is None or len(content) != 1 or not content[0][0] <= that.idx < content[0][1]:
        return None
    return replace(
        attribution,
        source=text,
        source_range=(text.left_edge.i, that.i),
        content=[(that.idx, content[0][1])],
        citer=attribution.source,
    )


def _cited(verb: Token) -> Token | None:
    """Return who is cited in "..., the paper said, citing officials"."""
    clauses = [verb, *(c for c in verb.children if c.dep_ in relations.CCOMP | relations.XCOMP)]
    for clause in (c for v in clauses for c in v.children):
        if (
            clause.dep_ not in relations.ADVCL
            or not is_present_participle(clause)
            or clause.lemma_ not in sources.CITING
        ):
            continue
        cited = next((c for c in clause.rights if c.dep_ in relations.OBJ), None)
        if cited is not None and may_speak(cited):
            return cited
    return None
