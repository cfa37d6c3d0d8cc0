"""Who acts where the verb stands last: the subject opens its clause.

"In that meeting, the mayor in answer to a question said": words that lead elsewhere are passed up
to their comma, and the subject ends where the next of them begins.
"""

from itertools import pairwise

from variorum.extract.lexical.lexical_sources import (
    BREAKS,
    LONGEST,
    NAMES,
    OPENING,
    WORDS_BETWEEN,
    Sources,
)

_COMMAS = frozenset({",", "،"})


def actor(sources: Sources, first: int, last: int) -> tuple[int, int]:
    """Return who acts in words[first:last], whose verb stands at word `last`; it may be empty."""
    first = max([first, *(k + 1 for k in range(first, last) if sources.text.form(k) == ":")])
    subject = _opening(sources, first, last)
    low = subject[1] if subject[0] < subject[1] else first
    words, text = sources.words, sources.text
    verbs = [k for k in range(low, last) if words.finite.at(text, k) is not None]
    clauses = [k for k in range(low, last) if words.that.at(text, k) is not None]
    joined = bool(verbs) and words.joins.at(text, verbs[-1] + 1) is not None
    apart = bool(verbs) and (low == first or (joined and len(verbs) > len(clauses)))
    own = _opening(sources, verbs[-1] + 1, last) if apart else subject
    return own if own[0] < own[1] else subject


def _opening(sources: Sources, first: int, last: int) -> tuple[int, int]:
    """Return the subject that opens words[first:last], past the words that lead elsewhere."""
    that = sources.words.that.at(sources.text, first)
    low = _past_leads(sources, first if that is None else that.end, last)
    while low < last:
        end = _end(sources, low, last)
        acted_on = sources.words.object_marks.at(sources.text, end) is not None
        acted_on = acted_on or all(sources.words.these.at(sources.text, k) for k in range(low, end))
        if not acted_on:
            return sources.trimmed(low, end)
        comma = _comma_behind(sources, low, last)
        if comma is None:
            # The first role that no preposition leads behind words without a comma.
            low = next((k for k in range(low + 2, last) if sources.is_role(k)), last)
            return sources.trimmed(low, _end(sources, low, last))
        low = _past_leads(sources, comma + 1, last)
    return last, last


def _comma_behind(sources: Sources, low: int, last: int) -> int | None:
    """Return the comma that ends what word `low` leads to: of a clause, that behind its verb."""
    words, text = sources.words, sources.text
    comma = _comma(sources, low, last)
    if comma is not None and any(words.that.at(text, k) for k in range(low, comma)):
        commas = (k for k in range(comma, last) if text.form(k) in _COMMAS)
        verbs = (words.finite, words.auxiliaries)
        return next((k for k in commas if any(v.at(text, k - 1) for v in verbs)), comma)
    return comma


def _past_leads(sources: Sources, low: int, last: int) -> int:
    """Return the place past the commas and words that open a clause: "but", "meanwhile"."""
    words, text = sources.words, sources.text
    while low < last:
        lead = words.leads.at(text, low) or words.weekdays.at(text, low)
        if lead is None and text.form(low) not in _COMMAS:
            break
        low = low + 1 if lead is None else lead.end
    return low


def _end(sources: Sources, low: int, last: int) -> int:
    """Return where the subject ends that begins at word `low`."""
    text, k = sources.text, low
    while k < min(last, low + LONGEST):
        link = sources.words.links.at(text, k)
        stops = text.form(k) in BREAKS | _COMMAS or sources.ends_at(k)
        if link is None and (stops or (k > low and sources.words.these.at(text, k))):
            break
        k = k + 1 if link is None else link.end
    return k


def topic(sources: Sources, first: int, last: int) -> tuple[int, int]:
    """Return who opens words, where cases are endings; what tells when or why ends at a comma."""
    words, text = sources.words, sources.text
    low = sources.past_when(_past_leads(sources, first, last), last)
    mark = next(words.subject_marks.find(text, low, last), None)
    named = mark is not None and any(map(sources.names_somebody, range(low, mark.start)))
    if (
        mark is not None
        and named
        and not any(text.form(k) in _COMMAS for k in range(low, mark.start))
    ):
        return sources.trimmed(low, mark.start)
    comma = _comma(sources, low, last)
    adverb = words.adverbial  # "although" and what else ends what tells when or why
    while comma and adverb.at(text, comma - 1) and not sources.is_name(comma - 1):
        low = _past_leads(sources, comma + 1, last)
        comma = _comma(sources, low, last)
    if comma is not None and _is_nominal(sources, low, comma):
        clauses = [k for k in range(low, comma - 1) if words.participles.at(text, k)]
        clauses = [k for k in clauses if not text.is_capital(k) and sources.is_name(k + 1)]
        return sources.trimmed(clauses[-1] + 1 if clauses else low, comma)
    return _without_case(sources, *sources.first(low, last))


def _comma(sources: Sources, low: int, last: int) -> int | None:
    return next((k for k in range(low, last) if sources.text.form(k) in _COMMAS), None)


def _is_nominal(sources: Sources, low: int, comma: int) -> bool:
    """Whether words[low:comma] may be a subject: up to several of a kind, a role or a name."""
    words, text = sources.words, sources.text
    if words.plurals.at(text, comma - 1) is not None:
        return True
    names = [k for k in range(low, comma) if sources.is_name(k) or sources.is_role(k)]
    clause = any(words.participles.at(text, k) for k in range(low, comma))
    near = all(b - a <= WORDS_BETWEEN + 1 for a, b in pairwise(names))
    return bool(names) and names[-1] == comma - 1 and (near or clause)


def _without_case(sources: Sources, low: int, high: int) -> tuple[int, int]:
    """Return a source without the name at its end whose ending tells that it is no subject."""
    text = sources.text
    if low >= high or not text.form(high).startswith("'"):
        return low, high
    begun = high
    while begun > low and sources.is_name(begun - 1):
        begun -= 1
    if high - begun > NAMES:  # "the expert Ana Ruiz Reuters"
        return low, high - 1
    return sources.trimmed(low, begun)


def behind(sources: Sources, i: int, end: int) -> tuple[int, int]:
    """Return the names and roles that alone follow a verb, to the end of its sentence."""
    text = sources.text
    while end > i and not text.words[end - 1].is_word:
        end -= 1
    named = all(sources.is_name(k) or sources.is_role(k) for k in range(i, end))
    return (i, end) if named and end - i <= NAMES + 1 else (i, i)


def past_told(sources: Sources, i: int) -> int:
    """Return the place past whom it was told to: a name with its ending, before a comma or mark."""
    text, k = sources.text, i
    while sources.is_name(k):
        k += 1
    ends = sources.words.told.at(text, k) is not None
    return k + 1 if ends and text.form(k + 1) in _COMMAS | OPENING | {'"'} else i
