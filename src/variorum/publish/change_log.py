"""What changed in a record and when, kept as JSON Lines, as text and as an Atom feed.

The JSON Lines are what is kept; the text says the same for people, and the feed (RFC 4287) has the
last changes, the newest first.
"""

import datetime
import json
import os
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ATOM = "http://www.w3.org/2005/Atom"
# So many changes are in the feed.
MOST_ENTRIES = 100


class ChangeLog:
    """The changes of one case in three files that begin alike: .jsonl, .txt and .atom.

    Args:
        start: the path that their names begin with.
        title: what the case is called in the feed.
    """

    def __init__(self, start: Path, title: str) -> None:
        self.lines, self.text, self.feed = (
            start.with_name(f"{start.name}{end}") for end in (".jsonl", ".txt", ".atom")
        )
        self._title = title

    @property
    def files(self) -> frozenset[Path]:
        """The files themselves, which are no reports."""
        return frozenset(file.resolve() for file in (self.lines, self.text, self.feed))

    def add(self, lines: Sequence[str], told: dict[str, Any], when: datetime.datetime) -> None:
        """Keep a change.

        Args:
            lines: what changed, in words.
            told: the same for programs.
            when: when it was found, with its time zone.
        """
        at = when.isoformat(timespec="seconds")
        row = json.dumps({"at": at, "lines": list(lines), **told}, ensure_ascii=False)
        before = self.lines.read_bytes() if self.lines.exists() else b""
        torn = bool(before) and not before.endswith(b"\n")
        _append(self.lines, "\n" * torn + f"{row}\n")
        _append(self.text, "".join(f"{at}  {line}\n" for line in lines))
        self._write_feed()

    def changes(self) -> list[dict[str, Any]]:
        """Return all changes that were kept, the first first; half a line of a crash is none."""
        if not self.lines.exists():
            return []
        found = []
        for line in self.lines.read_text("utf-8").splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                continue
        return found

    def _write_feed(self) -> None:
        """Write the feed anew, whole or not at all."""
        changes = self.changes()[: -MOST_ENTRIES - 1 : -1]
        ElementTree.register_namespace("", ATOM)
        feed = ElementTree.Element(f"{{{ATOM}}}feed")
        _put(feed, "title", f"Changes in {self._title}")
        _put(feed, "id", _urn(str(self.lines.resolve())))
        _put(feed, "updated", changes[0]["at"])
        _put(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", "Variorum")
        for change in changes:
            entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
            _put(entry, "title", change["lines"][0])
            _put(entry, "id", _urn(json.dumps(change, sort_keys=True)))
            _put(entry, "updated", change["at"])
            _put(entry, "content", "\n".join(change["lines"]))
        part = self.feed.with_name(f"{self.feed.name}.part")
        part.write_bytes(ElementTree.tostring(feed, "utf-8", xml_declaration=True))
        part.replace(self.feed)


def _append(file: Path, words: str) -> None:
    with file.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(words)
        stream.flush()
        os.fsync(stream.fileno())


def _put(parent: ElementTree.Element, name: str, words: str) -> None:
    # Controls cannot stand in XML, not even escaped.
    kept = "".join(c for c in words if c >= " " or c in "\t\n")
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = kept


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn
