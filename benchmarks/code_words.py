"""Counts the English words that stand in the code of variorum, not in a language's data.

    python benchmarks/code_words.py [FOLDER] [--show]

Counted is every lower-case English word (two letters or more) by which the program *reads*, in
`src/variorum/**/*.py`:

- in a set, list or tuple of strings, or in the keys or the values of a dictionary;
- in a string that is split at once ("and or but".split());
- in a group of alternatives of a regular expression ("(?:the|a|an)").

A list has three words or more: a rule may name a word or two ("if token.lower_ == 'to'").

Not counted, as they are no words of a text:

- docstrings, annotations, `__all__`, members of enumerations, and messages (a string of more than
  four words, or with a capital, a digit, a brace or a mark other than `'`, `-`, `.` and blank);
- labels of the parser (dependency relations, parts of speech) in a collection that holds no other;
- names of the program's own: a collection whose strings are all fields of a class, values of an
  enumeration, parameters, kinds of the taxonomy, or keys of a table, and codes of languages and
  scripts (a name with LANGUAGE, SCRIPT or CODE in it);
- modules that write and do not read: publish/, store/, decisions/, web/, case.py, cli.py,
  wording.py and the like, and the table of public names in `__init__.py`.
"""

from __future__ import annotations

import argparse
import ast
import functools
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml
from spacy.glossary import GLOSSARY

__all__ = ["counted", "words_in"]

SOURCE = Path(__file__).resolve().parents[1] / "src" / "variorum"
WRITERS = (
    "__init__",
    "publish",
    "store",
    "decisions",
    "web",
    "case",
    "cli",
    "wording",
    "settings",
    "errors",
)
PHRASE = re.compile(r"[a-z][a-z' .-]*")
WORD = re.compile(r"[a-z]{2,}(?:['-][a-z]+)*")
LONGEST_PHRASE = 4
FEWEST = 3
LABELS = frozenset({*GLOSSARY, "predet", "rel", "nummod", "npadvmod", "quantmod", "nmod", "relcl"})
SKIPPED = re.compile("__all__|__slots__|LANGUAGE|SCRIPT|CODE")
GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?([^()]*\|[^()]*)\)")
LITERAL = re.compile(r"[a-z][a-z' -]+")
REGEX_CALLS = frozenset({"compile", "match", "search", "fullmatch", "sub", "finditer", "findall"})


def counted(root: Path = SOURCE) -> dict[str, list[str]]:
    """Return the words that stand in each module below `root`, by the module's path."""
    own = _own_names(root)
    return {
        str(path.relative_to(root)): found
        for path in sorted(root.rglob("*.py"))
        if path.relative_to(root).parts[0].removesuffix(".py") not in WRITERS
        and (found := words_in(path.read_text("utf-8"), own))
    }


def words_in(source: str, own: frozenset[str] = frozenset()) -> list[str]:
    """Return the English words of one module's source; `own` are the program's own names."""
    tree = ast.parse(source)
    skipped = {id(node) for skipped in _skipped(tree) for node in ast.walk(skipped)}
    found: list[str] = []
    taken: dict[int, ast.Constant] = {}  # holds the nodes, so that no id is given twice
    for strings in _collections(tree, skipped):
        new = [node for node in strings if id(node) not in taken]
        taken.update((id(node), node) for node in new)
        values = [node.value for node in new]
        words = [word for value in values for word in _words(value)]
        if len(words) >= FEWEST and not _are_labels(values) and not set(values) <= own:
            found += words
    return found


def _words(value: str) -> list[str]:
    if not PHRASE.fullmatch(value) or len(value.split()) > LONGEST_PHRASE:
        return []
    return WORD.findall(value)


def _are_labels(values: list[str]) -> bool:
    return all(value in LABELS or value.removesuffix(":pass") in LABELS for value in values)


def _skipped(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield what holds no words of a text: annotations, enumerations, `__all__`."""
    for node in ast.walk(tree):
        match node:
            case ast.AnnAssign(annotation=skipped) | ast.arg(annotation=ast.expr() as skipped):
                yield skipped
            case ast.FunctionDef(returns=ast.expr() as skipped):
                yield skipped
            case ast.Assign(targets=[ast.Name(id=name)]) if SKIPPED.search(name):
                yield node
            case ast.ClassDef() if _is_enum(node):
                yield node
            case ast.Subscript(value=ast.Name(id="Literal")) | ast.Raise() | ast.JoinedStr():
                yield node


def _collections(tree: ast.Module, skipped: set[int]) -> Iterator[list[ast.Constant]]:
    """Yield the strings of each collection, outermost first, and those that are one."""
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            yield [each for item in node.elts for each in _strings(item)]
        elif isinstance(node, ast.Dict):
            yield [each for key in node.keys if key for each in _strings(key)]
            yield [each for value in node.values for each in _strings(value)]
        elif isinstance(node, ast.Call):
            yield from _called(node)


def _called(call: ast.Call) -> Iterator[list[ast.Constant]]:
    if not isinstance(call.func, ast.Attribute):
        return
    if call.func.attr == "split" and not call.args:
        for each in _strings(call.func.value):
            yield [ast.Constant(word) for word in each.value.split()]
    elif call.func.attr in REGEX_CALLS:
        for argument in call.args[:1]:
            for node in ast.walk(argument):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield [ast.Constant(word) for word in _alternatives(node.value)]


def _alternatives(pattern: str) -> list[str]:
    """Return the words that a group of a regular expression lists."""
    return [
        option
        for group in GROUP.findall(pattern)
        for option in group.split("|")
        if LITERAL.fullmatch(option)
    ]


def _strings(node: ast.AST) -> list[ast.Constant]:
    if isinstance(node, ast.Constant):
        return [node] if isinstance(node.value, str) and node.value else []
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return [each for item in node.elts for each in _strings(item)]
    return []


def _is_enum(node: ast.ClassDef) -> bool:
    return any((_named(base) or "").endswith("Enum") for base in node.bases)


def _named(node: ast.AST) -> str | None:
    if isinstance(node, ast.Call):
        return _named(node.func)
    return getattr(node, "id", None) or getattr(node, "attr", None)


@functools.cache
def _own_names(root: Path) -> frozenset[str]:
    """Return the fields, parameters, enumerated values, kinds and keys that the program names."""
    names: set[str] = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.arg):
                names.add(node.arg)
            elif isinstance(node, ast.ClassDef):
                names.update(_members(node))
    for path in root.rglob("*.yaml"):
        if "data" not in path.parts:
            names.update(_keys(yaml.safe_load(path.read_text("utf-8"))))
    return frozenset(names)


def _members(node: ast.ClassDef) -> Iterator[str]:
    for child in node.body:
        if isinstance(child, ast.AnnAssign):
            yield _named(child.target) or ""
        elif isinstance(child, ast.Assign) and _is_enum(node):
            yield from (each.value for each in _strings(child.value))


def _keys(value: object) -> Iterator[str]:
    """Yield the keys of the two upper levels of a table: those below are words of the language."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield str(key)
            if isinstance(below, dict):
                yield from map(str, below)


def main() -> None:
    """Print the count, and by module which words they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SOURCE)
    parser.add_argument("--show", action="store_true", help="print the words of each module")
    options = parser.parse_args()
    found = counted(options.folder)
    print(sum(map(len, found.values())), "English words in the code")
    for module, count in Counter({k: len(v) for k, v in found.items()}).most_common():
        print(f"{count:5} {module}" + (f": {' '.join(found[module])}" if options.show else ""))


if __name__ == "__main__":
    sys.exit(main())
