"""The author is a person whom the page names; nobody is invented."""

import pytest
from lxml import html

from variorum.read.web import byline
from variorum.read.web.byline import authors

TOLD = "The mayor said that forty people were killed in the market on Sunday, and many were hurt."


def who(below="", head="", *, stated=(), sites=("The Gull", "gull"), found=None, after=""):
    page = f"<head>{head}</head><body><h1>Forty dead</h1>{below}<p>{TOLD}</p>{after}</body>"
    tree = html.fromstring(f"<html>{page}</html>")
    return authors(tree, next(tree.iter("h1")), stated, sites, found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<p>By Ana Ruiz</p>", "Ana Ruiz"),
        ("<p>Von Ana Ruiz und Jan de Vries</p>", "Ana Ruiz; Jan de Vries"),
        ("<p>Por Ana Ruiz y Luis Paz | 7 de mayo de 2031</p>", "Ana Ruiz; Luis Paz"),
        ("<p>Par <b>Ana Ruiz</b>, publié le 7 mai 2031</p>", "Ana Ruiz"),
        ("<p>Av Ana Ruiz og Per Dahl</p>", "Ana Ruiz; Per Dahl"),
        ("<p>Oleh: Budi Santoso</p>", "Budi Santoso"),
        ("<p>Автор: Анна Руис</p>", "Анна Руис"),
        ("<p>Автор Ганна Руїс та Іван Дах</p>", "Ганна Руїс; Іван Дах"),
        ("<p>بقلم: آنا رويز</p>", "آنا رويز"),
        ("<p>Yazan: Ayşe Yılmaz</p>", "Ayşe Yılmaz"),
        ("<p>Autor: Anna Nowak i Jan Kos</p>", "Anna Nowak; Jan Kos"),
        ("<span class='post-author'>Ana Ruiz</span>", "Ana Ruiz"),
        ("<a rel='author' href='/x'>Ana Ruiz</a>", "Ana Ruiz"),
        ("<a href='/author/ana'>Ana Ruiz</a>", "Ana Ruiz"),
        ("<div class='byline'><i>By</i> <b>Ana Ruiz</b><b>Follow</b></div>", "Ana Ruiz"),
        ("<div class='byline'>Ana Ruiz May 7, 2031</div>", "Ana Ruiz"),
        ("<div class='byline'><b>Ana</b></div>", "Ana"),
        ("<p>Autorin: Uta Berg, Leiterin des Hauses</p>", "Uta Berg"),
        ("<p>Текст: Анна Руис</p>", "Анна Руис"),
        ("<p>Текст: Ганна Руїс</p>", "Ганна Руїс"),
        ("<p>إعداد: آنا رويز</p>", "آنا رويز"),
        ("<p>نویسنده: آنا رویز</p>", "آنا رویز"),
        ("<p>Muhabir: Ayşe Yılmaz</p>", "Ayşe Yılmaz"),
        ("<p>Penulis: Budi Santoso</p>", "Budi Santoso"),
    ],
)
def test_bylines_in_many_languages(words, expected):
    assert who(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "<div class='byline'>The Gull</div>",
        "<div class='byline'>Gull staff</div>",
        "<div class='byline'>May 7, 2031</div>",
        "<div class='byline'><b>May</b><b>7, 2031</b></div>",
        "<div class='byline'>admin</div>",
        "<div class='byline'><b>Samstag</b></div>",
        "<div class='byline'>Leave a comment</div>",
        "<p>By the time the sun rose, nobody was left.</p>",
        "<p>Von der Redaktion</p>",
        "<p>Ministry of Health</p>",
        "<nav class='author'>Ana Ruiz</nav>",
    ],
)
def test_what_names_no_person_gives_no_author(words):
    assert who(words) is None


def test_a_reader_below_is_no_author():
    assert (
        who(
            after="<div class='comment'><i class='author'>Troll Meier</i></div>",
            found="Troll Meier",
        )
        is None
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta name='author' content='Ana Ruiz'>", "Ana Ruiz"),
        ("<meta name='author' content='aruiz'>", None),
        ("<meta name='author' content='Aruiz'>", None),
        ("<meta name='author' content='The Gull'>", None),
        ("<meta property='article:author' content='https://a.example/Ana Ruiz'>", None),
        (
            "<meta name='twitter:label1' content='Written by'>"
            "<meta name='twitter:data1' content='Ana Ruiz'>",
            "Ana Ruiz",
        ),
        (
            "<meta name='twitter:label1' content='Reading time'>"
            "<meta name='twitter:data1' content='Four Minutes'>",
            None,
        ),
    ],
)
def test_the_head_of_a_page_names_a_person_or_nobody(head, expected):
    assert who(head=head) == expected


def test_a_site_of_two_names_is_no_two_persons():
    told = "<meta name='author' content='Ana Ruiz &amp; Bo Lund'>"
    assert who(head=told) == "Ana Ruiz; Bo Lund"
    assert who(head=told, sites=["Ana Ruiz & Bo Lund"]) is None


def test_a_name_in_brackets_ends_the_text():
    long = f"<p>{TOLD} {TOLD} (Jan de Vries)</p>"
    tree = html.fromstring(f"<html><body><h1>Dead</h1>{long}</body></html>")
    held = byline.candidates(tree, next(tree.iter("h1")), (), (), None)[0]
    assert list(held.values()) == [("Jan de Vries",)]


def test_two_names_are_taken_where_one_of_them_is_stated_too():
    words = "<p class='byline'>Von <a href='/autor/ana-ruiz'>Ana Ruiz</a> und Jan Berg</p>"
    assert who(words, "<meta name='author' content='Ana Ruiz'>") == "Ana Ruiz; Jan Berg"


def test_a_name_in_a_menu_counts_where_it_is_stated():
    nav = "<nav><a href='/author/ana'>Ana Ruiz</a></nav>"
    assert who(nav) is None
    assert who(nav, "<meta name='author' content='Ana Ruiz'>") == "Ana Ruiz"


def test_who_is_stated_counts_and_who_is_only_found_where_it_is_a_name():
    assert who(stated=["Ana Ruiz"]) == "Ana Ruiz"
    assert who(found="Ana Ruiz") == "Ana Ruiz"
    assert who(found="Harbour Watch") is None


def test_a_name_of_which_only_little_is_the_sites_is_a_persons():
    assert who("<p>By Ana Gullman Ruiz</p>", sites=("gull",)) == "Ana Gullman Ruiz"
    assert who("<p>By Gull Now</p>", sites=("gull",)) is None


def test_a_byline_is_short():
    assert who("<p>By Ana Maria de la Cruz Ruiz</p>") == "Ana Maria de la Cruz Ruiz"
    assert who("<p>By Ana Maria Eva de la Cruz Ruiz</p>") is None
    assert who("<p>By Anamariadelacruzruizypaz Lopezdelossantosymas</p>") is None


def held(after: str, sites=("The Gull",)) -> dict[str, set[str]]:
    """Return the marks of each name on a page with something behind its report."""
    tree = html.fromstring(f"<html><body><h1>Dead</h1><p>{TOLD}</p>{after}</body></html>")
    written, marks = byline.candidates(tree, next(tree.iter("h1")), (), sites, None)
    return {"; ".join(written[one]): told for one, told in marks.items()}


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("<p>Eine Kolumne von Greta Holm</p>", "within inner body"),
        ("<p>Zdjęcia i słowa przez Zofia Lis</p>", "within inner body"),
        ("<p>© 2029-2031 Greta Holm. All rights reserved.</p>", "within rights body"),
        ("<p>Copyright (c) 2031 by Greta Holm</p>", "within rights body"),
        ("<p>It was over. <b>All went.</b> (Greta Holm) +++</p>", "within bracket body"),
        (f"<p class='author'>Greta Holm writes of the sea. {TOLD}</p>", "within opens body"),
    ],
)
def test_a_person_with_a_known_given_name_is_found_within_other_words(words, mark):
    (told,) = [marks for name, marks in held(words).items() if name in {"Greta Holm", "Zofia Lis"}]
    assert {mark, "given"} <= told


def test_other_words_with_capitals_are_no_persons_within_others():
    for words in ("© 2031 Harbour Trust", "A word by Harbour Trust", "(Harbour Trust)"):
        assert not [one for one in held(f"<p>{words}</p>") if "Harbour" in one]


def test_only_a_short_line_names_its_writer_by_the_way():
    for size, found in ((90, True), (130, False)):
        words = f"<p>{'a' * (size - 20)} said von Greta Holm</p>"
        assert ("Greta Holm" in held(words)) == found


def test_a_site_may_bear_the_name_of_its_owner_and_a_paper_is_none():
    assert {"owner", "site's", "given"} <= held("", ["Dr. Greta Holm", "gretaholm"])["Greta Holm"]
    assert held("", ["Greta Holm Times"]) == held("", ["Harbour Trust"]) == {}
    assert who("<p class='byline'>By Greta Holm</p>", sites=["Greta Holm"]) == "Greta Holm"
