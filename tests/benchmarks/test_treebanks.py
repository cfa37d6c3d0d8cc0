"""How the speaker of a verb of saying was read, by the parse that a treebank has of it."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from variorum.model import Document
from variorum.pipeline import extract

ROOT = Path(__file__).resolve().parents[2]
BENCHMARK: dict[str, Any] = runpy.run_path(str(ROOT / "benchmarks" / "treebanks.py"))
TEXT = "El portavoz del puerto de Osten dijo que doce barcos salieron."
ROWS = """\
1\tEl\tel\tDET\t_\t_\t2\tdet\t_\t_
2\tportavoz\tportavoz\tNOUN\t_\t_\t7\tnsubj\t_\t_
3-4\tdel\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tel\tel\tDET\t_\t_\t5\tdet\t_\t_
5\tpuerto\tpuerto\tNOUN\t_\t_\t2\tnmod\t_\t_
6\tde\tde\tADP\t_\t_\t61\tcase\t_\t_
61\tOsten\tOsten\tPROPN\t_\t_\t5\tnmod\t_\t_
7\tdijo\tdecir\tVERB\t_\t_\t0\troot\t_\t_
8\tque\tque\tSCONJ\t_\t_\t11\tmark\t_\t_
9\tdoce\tdoce\tNUM\t_\t_\t10\tnummod\t_\t_
10\tbarcos\tbarco\tNOUN\t_\t_\t11\tnsubj\t_\t_
11\tsalieron\tsalir\tVERB\t_\t_\t7\tccomp\t_\tSpaceAfter=No
12\t.\t.\tPUNCT\t_\t_\t7\tpunct\t_\t_
"""


def read(tmp_path: Path) -> tuple[str, Any]:
    """Return the text of the file, and its one verb of saying."""
    path = tmp_path / "es_x-ud-dev.conllu"
    path.write_text(f"# sent_id = 1\n{ROWS}\n", "utf-8")
    ((text, words),) = BENCHMARK["sentences"](path)
    (asked,) = BENCHMARK["asked"](words)
    return text, asked


def test_a_sentence_has_its_text_and_its_verb_of_saying(tmp_path: Path) -> None:
    text, asked = read(tmp_path)
    assert text == TEXT
    assert text[asked.verb.start : asked.verb.end] == "dijo"
    assert text[slice(*asked.whole)] == "El portavoz del puerto de Osten"
    assert text[slice(*asked.clause)] == "que doce barcos salieron"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("portavoz del puerto de Osten", "ok"),
        ("El portavoz del puerto de Osten", "ok"),
        ("portavoz", "cut"),
        ("puerto de Osten", "cut"),
        ("portavoz del puerto de Osten dijo que", "over"),
        ("doce barcos", "wrong"),
        ("", "nobody"),
    ],
)
def test_how_a_speaker_was_read(tmp_path: Path, name: str, told: str) -> None:
    text, asked = read(tmp_path)
    document = Document.from_text(text, publisher="P", language="es")
    (claim,) = extract(document)
    start = text.index(name)
    whole = claim.content[0]
    span = whole.model_copy(update={"start": start, "end": start + len(name), "exact": name})
    spans = {"span": span if name else None, "full_span": None, "organisation": None}
    own = claim.model_copy(update={"speaker": claim.speaker.model_copy(update=spans)})
    assert BENCHMARK["state"](asked, text, [own])[0] == told
    assert BENCHMARK["state"](asked, text, []) == ("none", None)
    assert BENCHMARK["shares"](asked.clause, claim)
