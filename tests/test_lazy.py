"""Starting is light, and packages that can be called stay packages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import variorum
from variorum.cli import COMMANDS

HEAVY = {
    "altair",
    "jinja2",
    "numpy",
    "onnxruntime",
    "pydantic",
    "rich",
    "scipy",
    "spacy",
    "sqlalchemy",
    "trafilatura",
    "vl_convert",
    "yaml",
    "z3",
}
FORMS = ("import variorum.extract.claims as m", "import variorum", "from variorum import extract")


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code; what it prints is left."""
    script = f"import sys, json\n{code}\nsys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(Path(variorum.__file__).parents[1])},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr))


def command(*words: str) -> str:
    return f"""
from variorum.cli import app
try:
    app({list(words)!r})
except SystemExit as ended:
    assert ended.code == 0, ended.code
"""


def test_importing_the_package_loads_nothing_heavy() -> None:
    found = loaded("import variorum; dir(variorum); variorum.__version__")
    assert found & HEAVY == set()
    assert {name for name in found if name.startswith("variorum.")} == {"variorum.lazy"}


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_the_version_and_the_help_load_nothing_heavy(word: str) -> None:
    assert loaded(command(word)) & HEAVY == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_loads_no_model_and_no_solver(name: str) -> None:
    assert loaded(command(name, "--help")) & {"onnxruntime", "z3"} == set()


def test_showing_a_case_loads_no_model_no_solver_and_no_charts(tmp_path: Path) -> None:
    case = tmp_path / "case.db"
    make = f"from variorum.store import Store\nStore({str(case)!r}).close()\n"
    found = loaded(make + command("show", str(case), "--all"))
    assert "sqlalchemy" in found
    assert found & {"spacy", "onnxruntime", "z3", "altair", "vl_convert", "jinja2"} == set()


@pytest.mark.parametrize("first", FORMS)
def test_a_package_is_called_and_imported_from_in_any_order(first: str) -> None:
    found = loaded(f"""
{first}
import variorum
import variorum.extract.claims as claims
from variorum.extract.claims import claims_of
document = variorum.Document.from_text("The mayor said ten people left.", language="en")
assert "mayor" in [claim.speaker.name for claim in variorum.extract(document)]
assert callable(claims.claims_of) and variorum.extract.claims is claims
assert variorum.extract.extract is not variorum.extract
""")
    assert "spacy" in found


def test_reading_is_a_package_and_a_function(tmp_path: Path) -> None:
    loaded(f"""
import variorum.read.html as html
import variorum
from pathlib import Path
file = Path({str(tmp_path)!r}, "a.txt")
file.write_text("Ten people left the town, the mayor said.", "utf-8")
assert variorum.read(file).text == file.read_text("utf-8")
assert variorum.read.html is html
""")
