import io
import zipfile

from variorum.case import Case
from variorum.model import Document
from variorum.publish.base.index import Index
from variorum.publish.exports.archive import stem, write_archive


def test_a_name_is_safe_whatever_the_file_was_called() -> None:
    paths = ("../../etc/passwd", "a b/ü ?*.txt", "")
    documents = tuple(Document.from_text(f"Words {p}.", path=p, title="A: b") for p in paths)
    index = Index(Case(documents=documents))
    assert [stem(index, d) for d in documents] == ["0001-passwd", "0002-ü", "0003-A-b"]


def test_the_archive_says_nothing_of_when_it_was_made() -> None:
    stream = io.BytesIO()
    write_archive([("a.txt", "ä")], stream)
    archive = zipfile.ZipFile(stream)
    assert archive.read("a.txt").decode("utf-8") == "ä"
    assert archive.getinfo("a.txt").date_time == (1980, 1, 1, 0, 0, 0)
