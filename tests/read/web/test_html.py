from pathlib import Path

import pytest

from variorum.errors import UnreadableDocument
from variorum.read import read, read_with_gaps
from variorum.read.content import Source
from variorum.read.web import html
from variorum.settings import Settings

ARTICLE = """<h1>Convoy leaves the port</h1>
<p>The convoy of 40 trucks left the port at dawn, the ministry said on Monday.</p>
<p>Drivers told the paper that the trip took three days. <em>Nobody</em> was paid.</p>
<blockquote><p>We were promised money, and we were given none of it.</p></blockquote>
<ul><li>One truck broke down.</li><li>Another turned back.</li></ul>
<h2>UPDATE 2 (27 November 2017):</h2>
<p>The ministry corrected its count to 50 trucks after the drivers' protest.</p>"""


def page(head: str = "", body: str = ARTICLE, lang: str = ' lang="en-GB"') -> str:
    return (
        f"<!DOCTYPE html><html{lang}><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{body}</article><script>alert('no')</script>"
        "<footer>Copyright 2026</footer></body></html>"
    )


def write(folder: Path, words: str, encoding: str = "utf-8") -> Path:
    path = folder / "page.html"
    path.write_bytes(words.encode(encoding))
    return path


HEAD = """<title>Convoy leaves the port | The Harbour Times</title>
<meta property="og:site_name" content="The Harbour Times"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://example.org/convoy">
<meta property="article:published_time" content="2017-11-14T10:00:00Z">
<meta property="article:modified_time" content="2019-01-01T10:00:00Z">"""


def test_the_article_becomes_blocks_and_the_rest_stays_out(tmp_path: Path) -> None:
    document = read(write(tmp_path, page(HEAD)))
    blocks = document.text.split("\n\n")
    assert "Drivers told the paper that the trip took three days. Nobody was paid." in blocks
    assert "We were promised money, and we were given none of it." in blocks
    assert any("One truck broke down." in block for block in blocks)
    assert not any(word in document.text for word in ("alert", "Home", "Copyright"))
    assert [(s.label, s.published) for s in document.sections] == [("UPDATE 2", "2017-11-27")]


def test_a_page_says_who_published_it_and_when(tmp_path: Path) -> None:
    document = read(write(tmp_path, page(HEAD)))
    assert document.title == "Convoy leaves the port"
    assert document.publisher == "The Harbour Times"
    assert document.author == "Ann Lee"
    assert document.url == "https://example.org/convoy"
    assert document.published == "2017-11-14"
    assert document.language == "en"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("", "", None),
        ("<meta property='article:modified_time' content='2019-01-01'>", "", None),
        ("<meta name='date' content='2017-11'>", "", "2017-11"),
        ('<script type="application/ld+json">{"datePublished": "2017-11-14T10:00:00"}</script>', "",
         "2017-11-14"),
        ("", "<p class='date'>14 November 2017</p>", "2017-11-14"),
        ("", "<time datetime='2017-11-14T08:00' pubdate>this morning</time>", "2017-11-14"),
        ("", "<p>Many left in November 2017, others later.</p>", None),
    ],
)  # fmt: skip
def test_no_date_is_invented(tmp_path: Path, head: str, body: str, published: str | None) -> None:
    assert read(write(tmp_path, page(head, ARTICLE + body))).published == published


def test_a_page_in_an_old_code_page_is_read_as_it_declares(tmp_path: Path) -> None:
    body = "<p>Министр заявил в понедельник, что грузовики покинули город на рассвете.</p>"
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    document = read(write(tmp_path, page(head, body, lang=""), "cp1251"))
    assert "Министр заявил в понедельник" in document.text
    assert document.language == "ru"


def test_a_short_page_is_read_whole(tmp_path: Path) -> None:
    assert read(write(tmp_path, "<html><body><p>They left.</p></body></html>")).text == "They left."


def test_a_page_built_by_scripts_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "<html><head><title>x</title></head><body><script>go()</script></body>")
    with pytest.raises(UnreadableDocument, match="No words"):
        read(path)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 50_000 + "The convoy left." + "</div>" * 50_000,
        "<p>" + "<b>" * 50_000 + "The convoy left.",
        "<table><tr><td>" * 5_000 + "The convoy left.",
        '<script type="application/ld+json">' + '{"a":' * 50_000 + "</script><p>They left.</p>",
    ],
)
def test_a_hostile_page_is_read_or_refused(tmp_path: Path, hostile: str) -> None:
    path = write(tmp_path, f"<html><body>{hostile}</body></html>")
    document, gaps = read_with_gaps(path)
    assert document is None or "left." in document.text
    assert document is not None or "No words" in gaps[0].why


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    laugh = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    document = read(write(tmp_path, laugh + "<html><body><p>They laughed: &b;</p></body></html>"))
    assert "haha" not in document.text


@pytest.mark.parametrize("gap", [0, 4_000])
def test_an_encoding_is_the_one_that_the_head_declares(gap: int) -> None:
    # Without the declaration the bytes look like an Arabic encoding.
    words = "<p>Die Fähre fährt über den Fluß, sagte der Bürgermeister am Montag.</p>"
    head = f"<html><head>{' ' * gap}<meta charset='iso-8859-1'></head>"
    data = f"{head}<body>{words}</body></html>".encode("iso-8859-1")
    content = html.read(Source("a.html", ".html", data, Settings()))
    assert "Fähre fährt über den Fluß" in content.text


def test_a_page_without_an_article_gives_the_words_it_has() -> None:
    assert html.main_text("<html><body><div>Two buses.</div></body></html>") == "Two buses."
    assert html.main_text("<html><body></body></html>") == ""
