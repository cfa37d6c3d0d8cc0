"""A report that only a script of its page holds is read from it."""

import json

from variorum.read import read_with_gaps
from variorum.read.web.page_scripts import LEAST, in_scripts

TOLD = [
    "The mayor said that forty people were killed in the market on Sunday, and many were hurt.",
    "The hospital said that it had counted fifty dead, and that it had no more beds for others.",
    "The army denied that a shell had hit the market, and said that it had not fired that day.",
    "A baker who lives beside the market said that he had seen two aircraft over the town at noon.",
]


def page(folder, script, kind="application/json"):
    path = folder / "a.html"
    body = "<h1>Market</h1><p>Please wait while the page is made.</p>"
    path.write_text(
        f"<html lang='en'><head><title>Market</title><script type='{kind}'>{script}</script></head>"
        f"<body>{body}</body></html>"
    )
    return path


def nested(told, depth):
    return told if not depth else {"a": nested(told, depth - 1)}


def test_paragraphs_under_the_same_keys_are_one_report(tmp_path):
    told = {"page": {"blocks": [{"type": "p", "text": words} for words in TOLD], "menu": ["Home"]}}
    document, _ = read_with_gaps(page(tmp_path, json.dumps(told)))
    assert document.text == "\n\n".join(TOLD)


def test_a_body_in_html_is_read_by_its_paragraphs(tmp_path):
    told = {"articleBody": "".join(f"<p>{words}</p>" for words in TOLD)}
    script = f"window.__DATA__ = {json.dumps(told)};"
    document, _ = read_with_gaps(page(tmp_path, script, "text/javascript"))
    assert document.text == "\n\n".join(TOLD)


def test_what_is_short_or_too_deep_is_left(tmp_path):
    short = read_with_gaps(page(tmp_path, json.dumps({"text": TOLD[0]})))[0]
    assert TOLD[0] not in short.text
    deep = read_with_gaps(page(tmp_path, json.dumps(nested({"text": TOLD}, 41))))[0]
    assert TOLD[0] not in deep.text
    kept = read_with_gaps(page(tmp_path, json.dumps(nested({"text": TOLD}, 37))))[0]
    assert TOLD[0] in kept.text


def test_a_page_with_its_own_text_keeps_it(tmp_path):
    path = page(tmp_path, json.dumps({"text": TOLD}))
    whole = path.read_text().replace("Please wait", f"{' '.join(TOLD)} Please wait")
    path.write_text(whole)
    assert "Please wait" in read_with_gaps(path)[0].text
    assert len(TOLD[0]) < LEAST
    assert callable(in_scripts)
