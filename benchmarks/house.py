"""Measures the layout of the source, and checks the measures that have a bound.

    python benchmarks/house.py [--check] [--slow]

Without options the cheap measures are printed, which read the source and import nothing of it.
`--check` exits with 1 when one is out of its bound. `--slow` adds the start (the time and memory of
`variorum --version` and `import variorum` against those of `import typer`), and runs what stands
beside it to measure a build that is ended and resumed, in two processes, and of long texts.

- *largest folder*: Python and data files that stand side by side in a folder of src/variorum.
- *repeated names*: names of files that stand in more than one folder (`__init__.py` and the files
  of a word list or a table beside its module aside).
- *rings*: groups of rooms that import each other in a ring, at each depth of the package.
- *untested modules*: modules that no file below tests/ imports by their own path.
- *SUBJECTS*, *Phrases*: how often that constant and that class are defined.
- *EDTF to days*: functions that make the first and last day of an EDTF string.
- *English words*: see `code_words.py`.
- *labels*: relations of the parser's own naming scheme that stand in the code outside `language/`.
- *lines*: lines of all Python files of the package.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import grimp

from code_words import counted

__all__ = ["Measure", "builds", "cheap", "slow"]

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "variorum"
TESTS = ROOT / "tests"
MOST_FILES = 18
LINES_BEFORE = 40_215
LINES_SAVED = 1_500
MOST_WORDS = 300
MOST_START = 3.0
MOST_MEGABYTES = 60.0
REPEATS = 5
BUILDS = ("resume.py", "workers.py", "linear.py", "memory.py")
# Relations that Universal Dependencies names otherwise: nobody writes them by chance.
LABELS = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "csubj",
        "csubjpass",
        "dobj",
        "pobj",
        "auxpass",
        "relcl",
        "attr",
        "acomp",
        "xcomp",
        "ccomp",
        "advcl",
        "pcomp",
        "npadvmod",
        "nummod",
        "amod",
        "prt",
        "poss",
    ]
)
# A file that is the data of another, or the same file of another language or room.
SIDE_FOLDERS = ("language/data", "language/english")


@dataclass(frozen=True)
class Measure:
    """A measure of the source: its figure, the most that it may be, and what makes it up."""

    name: str
    figure: float
    most: float | None = None
    details: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the figure is within its bound."""
        return self.most is None or self.figure <= self.most

    def __str__(self) -> str:
        bound = "" if self.most is None else f"   at most {self.most:,g}"
        fault = "" if self.holds else "   NOT MET"
        return f"{self.name:18} {self.figure:>8,.6g}{bound}{fault}"


def cheap() -> list[Measure]:
    """Return the measures that need the source only."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in trees)
    words = counted()
    return [
        _largest_folder(),
        _listed("repeated names", repeated_names()),
        _listed("rings", rings()),
        _listed("untested modules", untested()),
        _listed("SUBJECTS", _defined(trees, "SUBJECTS"), most=1),
        _listed("Phrases", _defined(trees, "Phrases"), most=1),
        _listed("EDTF to days", _edtf_readers(trees), most=1),
        _listed("labels", _labels(trees), most=None),
        Measure(
            "English words",
            sum(map(len, words.values())),
            MOST_WORDS - 1,
            tuple(f"{module}: {' '.join(found)}" for module, found in words.items()),
        ),
        Measure("lines", lines, LINES_BEFORE - LINES_SAVED),
    ]


def slow() -> list[Measure]:
    """Return the time and memory of a start, in processes of their own."""
    run = [sys.executable, "-c"]
    typer, _ = _started([*run, "import typer"])
    measures = []
    for name, command in (
        ("--version", [sys.executable, "-m", "variorum", "--version"]),
        ("import variorum", [*run, "import variorum"]),
    ):
        seconds, megabytes = _started(command)
        measures.append(Measure(f"{name}, typers", seconds / typer, MOST_START))
        measures.append(Measure(f"{name}, MB", megabytes, MOST_MEGABYTES))
    return measures


def builds() -> int:
    """Run the scripts that measure builds, where they are there; return how many fail."""
    scripts = [path for name in BUILDS if (path := Path(__file__).with_name(name)).exists()]
    ended = [subprocess.run([sys.executable, path], check=False) for path in scripts]
    return sum(each.returncode != 0 for each in ended)


def _listed(name: str, found: Iterable[str], most: float | None = 0) -> Measure:
    details = tuple(found)
    return Measure(name, len(details), most, details)


def _files() -> list[Path]:
    return [p for p in SOURCE.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def _largest_folder() -> Measure:
    counts = Counter(str(path.parent.relative_to(SOURCE.parent)) for path in _files())
    (folder, most), *_ = counts.most_common(1)
    return Measure("largest folder", most, MOST_FILES, (folder,))


def repeated_names() -> Iterator[str]:
    """Yield each file name that stands in several folders, with the folders."""
    folders: dict[str, list[str]] = defaultdict(list)
    for path in _files():
        folder = str(path.parent.relative_to(SOURCE))
        data = path.suffix != ".py" and folder.startswith(SIDE_FOLDERS)
        if path.name not in {"__init__.py", "README.md"} and not data:
            folders[path.name].append(folder)
    for name, places in sorted(folders.items()):
        if len(places) > 1:
            yield f"{name}: {', '.join(sorted(places))}"


def rings() -> Iterator[str]:
    """Yield each ring of imports between the children of a package, at any depth."""
    graph = grimp.build_graph("variorum", cache_dir=None)
    packages = {name.rpartition(".")[0] for name in graph.modules} - {""}
    for package in sorted(packages):
        depth = package.count(".") + 1
        edges: dict[str, set[str]] = defaultdict(set)
        for module in graph.find_descendants(package):
            one = module.split(".")[depth]
            for imported in graph.find_modules_directly_imported_by(module):
                if imported.startswith(package + ".") and imported.split(".")[depth] != one:
                    edges[one].add(imported.split(".")[depth])
        for ring in _components(edges):
            yield f"{package}: {' '.join(sorted(ring))}"


def _components(edges: Mapping[str, set[str]]) -> Iterator[frozenset[str]]:
    """Yield the sets of nodes that each reach each other, of two nodes or more."""
    reached = {node: _reached(node, edges) for node in list(edges)}
    found = {
        frozenset(other for other in there if node in reached.get(other, ()))
        for node, there in reached.items()
        if node in there
    }
    yield from sorted(found, key=sorted)


def _reached(node: str, edges: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(edges.get(node, ()))
    while waiting:
        other = waiting.pop()
        if other not in seen:
            seen.add(other)
            waiting += edges.get(other, ())
    return seen


def untested() -> Iterator[str]:
    """Yield each module that no test imports by its own path."""
    imported = {name for path in TESTS.rglob("*.py") for name in _imports(path)}
    for path in sorted(SOURCE.rglob("*.py")):
        module = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        if path.name != "__init__.py" and module not in imported:
            yield module


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _defined(trees: Mapping[Path, ast.Module], name: str) -> Iterator[str]:
    """Yield the modules that define a constant or class of that name, private or public."""
    for path, tree in trees.items():
        for node in tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [node]
            for target in targets:
                found = getattr(target, "id", None) or getattr(target, "name", None)
                found = found or getattr(getattr(target, "target", None), "id", "")
                if found.strip("_") == name:
                    yield str(path.relative_to(SOURCE))


def _edtf_readers(trees: Mapping[Path, ast.Module]) -> Iterator[str]:
    """Yield the functions that take one string of EDTF and return two days."""
    days = re.compile(r"tuple\[(datetime\.)?date, (datetime\.)?date\]( \| None)?")
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.returns and len(node.args.args) == 1:
                (argument,) = node.args.args
                kind = ast.unparse(argument.annotation) if argument.annotation else ""
                if days.fullmatch(ast.unparse(node.returns)) and kind in {"str", "str | None"}:
                    yield f"{path.relative_to(SOURCE)}: {node.name}"


def _labels(trees: Mapping[Path, ast.Module]) -> Iterator[str]:
    for path, tree in trees.items():
        if path.relative_to(SOURCE).parts[0] != "language":
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and node.value in LABELS:
                    yield f"{path.relative_to(SOURCE)}: {node.value}"


def _started(command: list[str]) -> tuple[float, float]:
    """Return the median seconds of a command, and the most memory of its last run in megabytes."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE.parent)}
    seconds = []
    megabytes = 0.0
    for _ in range(REPEATS):
        begun = time.perf_counter()
        with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - begun)
        megabytes = usage.ru_maxrss / 1024
    return statistics.median(seconds), megabytes


def main() -> int:
    """Print the measures, and with --check tell by the exit status whether all hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is not met")
    parser.add_argument("--slow", action="store_true", help="measure the start as well")
    parser.add_argument("--details", action="store_true", help="print what each figure is made of")
    options = parser.parse_args()
    # The system counts a new process's memory from that of its parent, which is small yet.
    started = slow() if options.slow else []
    measures = cheap() + started
    for measure in measures:
        print(measure)
        if options.details or (options.check and not measure.holds):
            print("".join(f"    {detail}\n" for detail in measure.details), end="")
    failed = builds() if options.slow else 0
    return int(options.check and (failed > 0 or not all(measure.holds for measure in measures)))


if __name__ == "__main__":
    sys.exit(main())
