"""Credits: the agency or outlet that a report names as its source outside of its sentences.

Who only took part ("AFP contributed to this report", "with inputs from AP", a photograph) is no
source of the report, and gives no credit.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.bylines.agencies import agency_of, names_outlet, names_region
from variorum.language.files import LANGUAGES, section
from variorum.language.name_keys import fold
from variorum.language.word_lists import words
from variorum.model import Document, Span
from variorum.text import span, trim

HEAD_LINES, HEAD_CHARS, TAIL_LINES = 4, 600, 3
LONGEST_LINE = 160
LONGEST_BYLINE = 100
LONGEST_NAMES = 60
MOST_WORDS = 4
Range = tuple[int, int]

_NAMES = r"(?P<names>[^\n()\[\];]{2,60}?)"
_DATELINES = (
    # Such as "LIMA, May 3 (AP) -" and "MADRID (EFE).-"; "МОСКВА /ТАСС/."; "МОСКВА - РИА Новости."
    re.compile(rf"[^\n()/]{{0,60}}\({_NAMES}\)[.,]? ?[-–—]"),
    re.compile(rf"[^\n()/]{{0,60}}/{_NAMES}/"),
    re.compile(rf"[^\n()/.–—]{{1,60}} [-–—] {_NAMES}\.\s"),
)
# Behind a place in capitals an agency that we do not know counts as well: "SELM (Northwire) -".
_CAPITALS = re.compile(
    r"(?:[^\W\d_a-z]{2,}[, ]+){1,4}(?:[^\n()]{1,20})?\((?P<names>[A-Z][\w. ]+)\) ?[-–—]"
)
_SAID = r"(?:^(?:[a-z]{2,4}(?:/[a-z]{2,4})* )?|[.!?”\"’…]\s?)"
_ENDS = (
    # Such as "... in May. (Xinhua)", "... in May. - AFP" and, with the editors, "mh/dw (AFP, dpa)"
    re.compile(rf"{_SAID}[(\[]{_NAMES}[)\]]\.?\s*$", re.MULTILINE),
    re.compile(rf"{_SAID}[-–—©] ?{_NAMES}\s*$", re.MULTILINE),
)
_BARE_LINE = re.compile(r"[^\n()\[\].!?:;]+$")
_IN_PUBLISHER = re.compile(r"[^\n]*\((?P<names>[A-Z][\w.& ]{1,24})\)\s*$")
_VIA = re.compile(r"(?P<names>\S[^\n]*?) via \S")


@dataclass(frozen=True)
class Credit:
    """What a document credits: the name as written, the usual name, and where it stands.

    There is no `span` where the document's author or publisher tells it.
    """

    name: str
    outlet: str
    span: Span | None = None


@dataclass(frozen=True)
class _Forms:
    """How the lines that credit somebody are written in one language."""

    byline: re.Pattern[str]
    reporting: re.Pattern[str]
    labelled: re.Pattern[str]
    closing: re.Pattern[str]
    published: re.Pattern[str]
    between: re.Pattern[str]
    office: re.Pattern[str]


def _phrase(phrase: str) -> str:
    """Return the pattern of a phrase such as "(first) published|printed by"."""
    items = ((item.strip("()"), item[0] == "(") for item in phrase.split())
    made = (
        rf"(?:(?:{either})\s+)?" if optional else rf"(?:{either})\s+" for either, optional in items
    )
    return "".join(made).removesuffix(r"\s+")


@functools.cache
def _forms(language: str) -> _Forms:
    """Return the forms of a language; those of English where we have no file for it."""

    def any_of(key: str) -> str:
        if language in LANGUAGES:
            found = section(language, "credits")[key]
        else:
            found = sorted(words("bylines", key), key=lambda phrase: (-len(phrase), phrase))
        return "|".join(map(_phrase, found)) or r"(?!)"

    def form(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Forms(
        byline=form(rf"\W{{0,3}}(?:{any_of('by')})[: ]\s*"),
        reporting=form(rf"\W*(?:{any_of('reporting')}) (?P<names>[^\n;.)\]]+)"),
        labelled=form(rf"\W*(?:{any_of('labels')})\s?[:：]\s?{_NAMES}[)\]]?\.?\s*$"),
        closing=form(rf"\W*(?:{any_of('closing')})\s?[:：]\s?{_NAMES}[)\]]?\.?\s*$"),
        published=form(rf"\W*(?:{any_of('published')}) {_NAMES}(?:[.,)\]\n]| (?:on|in|at)\b|$)"),
        between=form(rf"\s*[,/|&+;]\s*|\s+(?:[-–—]|{any_of('between')})\s+"),
        office=form(rf"(?:the )?(?P<name>.+?)(?:\s+(?:{any_of('office')}))*$"),
    )


def credit(document: Document) -> Credit | None:
    """Return the first credit of a document, or None.

    Of several ("AP/Reuters") nobody can tell which words are whose; the first stands for them.
    """
    return next(iter(credits_of(document)), None)


def credits_of(document: Document) -> tuple[Credit, ...]:
    """Return what the document credits: by its text, else its author, else its publisher.

    Its own publisher is no credit.
    """
    own = {fold(document.name), agency_of(document.name)}
    for found in _candidates(document):
        others = tuple(c for c in found if fold(c.name) not in own and c.outlet not in own)
        if others:
            return others
    return ()


def _candidates(document: Document) -> Iterator[Sequence[Credit]]:
    """Yield the outlets that each form of credit names, in the order in which forms count."""
    text, forms = document.text, _forms(document.language or "")
    lines = [trim(text, *m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    places: list[Sequence[Range]] = []
    for start, end in [line for line in lines[:HEAD_LINES] if line[0] < HEAD_CHARS]:
        places += _in_head(text, start, end, forms)
    for start, end in lines[-TAIL_LINES:]:
        places += _in_tail(text, max(start, end - LONGEST_LINE), end, forms)
    for found in places:
        yield [_credit(text[a:b], span(document, a, b)) for a, b in found]
    yield from _of_metadata(document, forms)


def _of_metadata(document: Document, forms: _Forms) -> Iterator[Sequence[Credit]]:
    """Yield what the author and the publisher of a document say: "Jane Doe, Reuters"."""
    author, publisher = document.author or "", document.publisher or ""
    yield [_credit(author[a:b]) for a, b in _by(author, 0, len(author), forms)]
    for pattern in (_IN_PUBLISHER, _VIA):
        if (match := pattern.match(publisher)) and not names_region(match["names"]):
            named = _outlets(publisher, *match.span("names"), forms) or [match.span("names")]
            yield [_credit(publisher[a:b]) for a, b in named]


def _credit(name: str, where: Span | None = None) -> Credit:
    return Credit(name, agency_of(name) or name, where)


def _in_head(text: str, start: int, end: int, forms: _Forms) -> Iterator[Sequence[Range]]:
    """Yield the outlets named by a line near the top, form by form."""
    stop = min(end, start + LONGEST_LINE)
    for pattern in _DATELINES:
        if match := pattern.match(text, start, stop):
            yield _outlets(text, *match.span("names"), forms)
    if (match := _CAPITALS.match(text, start, stop)) and not names_region(match["names"]):
        yield [match.span("names")]
    if end - start <= LONGEST_BYLINE and (match := forms.byline.match(text, start, end)):
        yield _by(text, match.end(), end, forms)
    if end - start <= LONGEST_NAMES and _BARE_LINE.match(text, start, end):
        yield _alone(text, start, end, forms)
    for pattern in (forms.labelled, forms.published):
        if match := pattern.match(text, start, stop):
            yield _outlets(text, *match.span("names"), forms)[:1]


def _in_tail(text: str, start: int, end: int, forms: _Forms) -> Iterator[Sequence[Range]]:
    """Yield the outlets named by the end of a line near the end, form by form."""
    for pattern in (forms.labelled, forms.closing, forms.published):
        if match := pattern.match(text, start, end):
            yield _outlets(text, *match.span("names"), forms)[:1]
    if (match := forms.labelled.match(text, start, end)) and _is_title(match["names"]):
        yield [match.span("names")]
    for pattern in _ENDS:
        for match in pattern.finditer(text, start, end):
            yield _outlets(text, *match.span("names"), forms)
    if match := forms.reporting.match(text, start, end):
        yield _by(text, *match.span("names"), forms)
    if end - start <= LONGEST_NAMES and _BARE_LINE.match(text, start, end):
        yield _alone(text, start, end, forms)


def _parts(text: str, start: int, end: int, forms: _Forms) -> list[Range]:
    """Return the names of a list: "AP/Reuters", "Jane Doe, Reuters", without "staff writer"."""
    cuts = [m.span() for m in forms.between.finditer(text, start, end)]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    parts = [trim(text, a, b, strip=".-–—©") for a, b in zip(edges[::2], edges[1::2], strict=True)]
    named = (forms.office.match(text, a, b) for a, b in parts if a < b)
    return [match.span("name") for match in named if match]


def _outlets(text: str, start: int, end: int, forms: _Forms) -> list[Range]:
    """Return the outlets of a list of nothing else, or none."""
    parts = _parts(text, start, end, forms)
    return parts if all(names_outlet(text[a:b]) for a, b in parts) else []


def _by(text: str, start: int, end: int, forms: _Forms) -> list[Range]:
    """Return the outlet behind the names of a byline; alone it must be one of the agencies."""
    parts = _parts(text, start, end, forms)
    known = [p for p in parts if agency_of(text[slice(*p)])]
    return known or [p for p in parts[1:] if names_outlet(text[slice(*p)])][:1]


def _alone(text: str, start: int, end: int, forms: _Forms) -> list[Range]:
    """Return the agency of a line such as "Associated Press Writer", "Jane Doe, AFP"."""
    parts = _parts(text, start, end, forms)
    known = [p for p in parts if agency_of(text[slice(*p)])]
    names = all(len(text[a:b].split()) <= MOST_WORDS and text[a].isupper() for a, b in parts)
    return known if known == parts or (names and len(parts) == len(known) + 1) else []


def _is_title(name: str) -> bool:
    """Return whether words may be the name of an outlet that we do not know: "Northwire"."""
    parts = name.split()
    return len(parts) <= MOST_WORDS and all(part[0].isupper() for part in parts)
