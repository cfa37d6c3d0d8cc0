"""A BagIt bag (RFC 8493): files under data/, and the hash of each."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Packed:
    """A file of a bag: its path below data/, its SHA-256 and its size in bytes."""

    name: str
    sha256: str
    size: int


class Bag:
    """A bag that is being filled.

    Args:
        folder: an empty folder that becomes the bag.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files: list[Packed] = []

    def add(self, name: str, parts: Iterable[bytes]) -> Packed:
        """Write a file; its name must be plain: letters, digits, "-", "_", "." and "/"."""
        path = self._folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with path.open("wb") as stream:
            for part in parts:
                stream.write(part)
                digest.update(part)
                size += len(part)
        self.files.append(Packed(name, digest.hexdigest(), size))
        return self.files[-1]

    def close(self, facts: Mapping[str, str]) -> None:
        """Write the manifests and the facts about the bag, each on one line."""
        total = sum(file.size for file in self.files)
        told = {**facts, "Payload-Oxum": f"{total}.{len(self.files)}"}
        lines = {
            "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bag-info.txt": "".join(f"{k}: {' '.join(v.split())}\n" for k, v in told.items()),
            "manifest-sha256.txt": "".join(
                f"{file.sha256}  data/{file.name}\n"
                for file in sorted(self.files, key=lambda file: file.name)
            ),
        }
        tags = ""
        for name, text in lines.items():
            content = text.encode("utf-8")
            (self._folder / name).write_bytes(content)
            tags += f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        (self._folder / "tagmanifest-sha256.txt").write_bytes(tags.encode("utf-8"))
