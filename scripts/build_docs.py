"""Builds the documentation as a site that opens offline: Sphinx with the theme furo.

    python scripts/build_docs.py [FOLDER]

The pages are those of docs/ and the texts of the repository that they lead to, in CommonMark; the
reference of Python is made from the docstrings. Any warning ends the build. FOLDER is `site` where
none is named. Links to files that are no page, such as code, are told without a link.
"""

from __future__ import annotations

import importlib
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from sphinx.application import Sphinx
from sphinx.parsers import Parser

__all__ = ["MarkdownParser", "build", "main", "setup", "slug"]

ROOT = Path(__file__).resolve().parents[1]
# The pages by their part of the site, each as a path in the repository.
PARTS = {
    "Learn": ["docs/tutorial.md", "docs/own-folder.md", "docs/concepts.md"],
    "Do": [
        "docs/cite.md",
        "docs/decisions.md",
        "docs/desk.md",
        "docs/team.md",
        "docs/scale.md",
        "docs/languages.md",
        "docs/events.md",
        "docs/evidence.md",
        "docs/assistants.md",
        "docs/llm.md",
    ],
    "Look up": [
        "docs/cli.md",
        "docs/settings.md",
        "docs/reading.md",
        "docs/formats.md",
        "docs/vocabulary.md",
        "python",
    ],
    "Understand": [
        "docs/methods.md",
        "benchmarks/README.md",
        "src/variorum/extract/models/README.md",
        "examples/raqqa-2017/README.md",
    ],
    "Take part": [
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/dependencies.md",
        "CHANGELOG.md",
    ],
}
SETTINGS: dict[str, Any] = {
    "project": "Variorum",
    "author": "The Variorum team",
    "copyright": "The Variorum team, Apache License 2.0",
    "html_theme": "furo",
    "html_title": "Variorum",
    "html_copy_source": False,
    "html_show_sphinx": False,
    "extensions": ["sphinx.ext.autodoc", "sphinx.ext.napoleon", Path(__file__).stem],
    "napoleon_google_docstring": True,
    "autodoc_member_order": "bysource",
    "autodoc_typehints": "none",
    "highlight_language": "none",
}
HEAD = "Variorum\n========\n\n"
PYTHON = "Python\n======\n\nThe names that ``import variorum`` offers.\n\n"
INDENT = "   "


def name_of(page: str) -> str:
    """Return the name of a page in the site: of a README that of its folder."""
    path = Path(page)
    return (path.parent.name if path.name == "README.md" else path.stem).lower()


def slug(title: str) -> str:
    """Return the anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


class MarkdownParser(Parser):
    """Reads the CommonMark of our pages, with tables, into the nodes of docutils."""

    supported = ("markdown",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill `document` with what a page says."""
        self.setup_parse(inputstring, document)
        name = Path(document["source"]).stem
        origin = next((p for part in PARTS.values() for p in part if name_of(p) == name), name)
        tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(inputstring))
        _Page(document, (ROOT / origin).parent).fill(tree)
        self.finish_parse()


class _Page:
    """One page that is being made."""

    def __init__(self, document: nodes.document, folder: Path) -> None:
        self.document, self.folder = document, folder
        self.pages = {
            (ROOT / page).resolve(): name_of(page) for part in PARTS.values() for page in part
        }

    def fill(self, tree: SyntaxTreeNode) -> None:
        """Add the sections of a page, each within the one above it."""
        above: list[tuple[int, nodes.Element]] = [(0, self.document)]
        for node in tree.children:
            if node.type != "heading":
                above[-1][1].extend(self.block(node))
                continue
            level = int(node.tag[1:])
            while above[-1][0] >= level:
                above.pop()
            text = node.children[0].content.replace("`", "")
            section = nodes.section(ids=[slug(text)], names=[nodes.fully_normalize_name(text)])
            section += nodes.title(text, "", *self.inline(node.children[0]))
            above[-1][1].append(section)
            above.append((level, section))

    def block(self, node: SyntaxTreeNode) -> list[nodes.Node]:
        """Return the nodes of a block."""
        if node.type == "paragraph":
            return [nodes.paragraph("", "", *self.inline(node.children[0]))]
        if node.type in {"code_block", "fence"}:
            return [nodes.literal_block(node.content, node.content, language="none")]
        if node.type == "table":
            return [self.table(node)]
        made = BLOCKS[node.type]()
        for child in node.children:
            made.extend(self.block(child))
        return [made]

    def table(self, node: SyntaxTreeNode) -> nodes.table:
        """Return a table, its first row as its head."""
        head, *body = (row for part in node.children for row in part.children)
        group = nodes.tgroup(cols=len(head.children))
        group.extend(nodes.colspec(colwidth=1) for _ in head.children)
        for kind, rows in ((nodes.thead, [head]), (nodes.tbody, body)):
            part = kind()
            for row in rows:
                cells = (nodes.paragraph("", "", *self.inline(c.children[0])) for c in row.children)
                part.append(nodes.row("", *(nodes.entry("", cell) for cell in cells)))
            group.append(part)
        return nodes.table("", group)

    def inline(self, node: SyntaxTreeNode) -> list[nodes.Node]:
        """Return the nodes of a line of text."""
        return [made for child in node.children for made in self.word(child)]

    def word(self, node: SyntaxTreeNode) -> list[nodes.Node]:
        """Return the nodes of a part of a line."""
        if node.type in {"text", "softbreak", "hardbreak"}:
            return [nodes.Text(node.content if node.type == "text" else "\n")]
        if node.type == "code_inline":
            return [nodes.literal(node.content, node.content)]
        if node.type == "image":
            return [nodes.emphasis("", node.content)]
        inside = self.inline(node)
        if node.type != "link":
            return [WORDS[node.type]("", "", *inside)]
        address = self.address(str(node.attrs["href"]))
        return [nodes.reference("", "", *inside, refuri=address)] if address else inside

    def address(self, href: str) -> str:
        """Return where a link leads to in the site; "" where that is no page of it."""
        path, _, anchor = href.partition("#")
        if re.match(r"https?:", href) or not path:
            return href
        page = self.pages.get((self.folder / path).resolve())
        return f"{page}.html{'#' + anchor if anchor else ''}" if page else ""


BLOCKS: dict[str, Callable[[], nodes.Element]] = {
    "bullet_list": nodes.bullet_list,
    "ordered_list": nodes.enumerated_list,
    "list_item": nodes.list_item,
    "blockquote": nodes.block_quote,
    "hr": nodes.transition,
}
WORDS: dict[str, Callable[..., nodes.Element]] = {"em": nodes.emphasis, "strong": nodes.strong}


def _python() -> str:
    """Return the page of the public names, by their docstrings."""
    package = importlib.import_module("variorum")
    lines = [PYTHON]
    for name in package.__all__:
        found = getattr(package, name)
        if name.startswith("__"):
            continue
        kind = "class" if isinstance(found, type) else "function"
        where = "variorum.pipeline" if name in {"extract", "read"} else "variorum"
        kind = "exception" if kind == "class" and issubclass(found, Exception) else kind
        lines.append(f".. auto{kind}:: {where}.{name}\n")
    return "\n".join(lines)


def _index() -> str:
    """Return the first page: the beginning of the README, and the parts of the site."""
    readme = (ROOT / "README.md").read_text("utf-8").split("![")[0]
    told = readme.partition("\n\n")[2].replace("**", "*").replace("`", "``")
    trees = []
    for title, pages in PARTS.items():
        head = f".. toctree::\n{INDENT}:caption: {title}\n{INDENT}:maxdepth: 1\n\n"
        trees.append(head + "".join(f"{INDENT}{name_of(page)}\n" for page in pages))
    return HEAD + told + "\n".join(trees)


def setup(app: Sphinx) -> None:
    """Let Sphinx read our pages; this module is an extension of it."""
    app.add_source_suffix(".md", "markdown")
    app.add_source_parser(MarkdownParser)


def build(target: Path) -> int:
    """Build the site in a folder, which is emptied first; return 0, or 1 after a warning."""
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / "source"
        source.mkdir()
        for page in (page for part in PARTS.values() for page in part if page.endswith(".md")):
            shutil.copyfile(ROOT / page, source / f"{name_of(page)}.md")
        (source / "python.rst").write_text(_python(), encoding="utf-8")
        (source / "index.rst").write_text(_index(), encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        app = Sphinx(
            source,
            None,
            target,
            Path(made) / "trees",
            "html",
            confoverrides=SETTINGS,
            status=None,
            warningiserror=True,
        )
        app.build()
        return int(app.statuscode or app._warncount > 0)


def main() -> int:
    """Build the site where the command line says."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    done = build(target)
    print(f"{target / 'index.html'}" if not done else "The site has warnings.")
    return done


if __name__ == "__main__":
    sys.exit(main())
