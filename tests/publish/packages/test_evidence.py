"""Packages are checked by the libraries of BagIt and of RO-Crate."""

from __future__ import annotations

import hashlib
import json
import mailbox
import zipfile
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote

import bagit
import pytest
from rocrate.rocrate import ROCrate
from typer.testing import CliRunner

import variorum
from variorum.cli import app
from variorum.cli.package_command import package
from variorum.publish.packages.bag import Bag, Packed
from variorum.publish.packages.crate import METADATA, crate
from variorum.publish.packages.evidence import AS_READ, UNSURE, Original
from variorum.store import Store

REPORT = "The mayor said that 13 people were killed in the fire at Vik on 3 May 2019."
OTHER = "Police said that 40 people were killed in the fire at Vik on 3 May 2019."
# Names that are trouble to a shell, a manifest, a page or another system.
HOSTILE = ["a\nb %0A.txt", "x..%2f..%2fetc.txt", '"><script>.txt', "e\u0301ma\u00efl \u202e.txt"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of reports with hostile names and of a mailbox, one of the reports decided on."""
    place = tmp_path_factory.mktemp("evidence")
    reports = place / "reports"
    reports.mkdir()
    for number, name in enumerate(HOSTILE):
        (reports / name).write_text(f"{(REPORT, OTHER)[number % 2]} {number}.", encoding="utf-8")
    box = mailbox.mbox(reports / "mails.mbox")
    for number in range(2):
        mail = EmailMessage()
        mail["Subject"], mail["From"] = f"Fire {number}", "desk@example.org"
        mail.set_content(f"The fire brigade said that {number + 4} people were hurt in Vik.\n")
        box.add(mail)
    box.close()
    run("build", reports, "-o", place / "case.db", "--workers", 1)
    case = variorum.open_case(place / "case.db")
    claim = case.claims[0].id
    run("decide", place / "case.db", "reject", claim, "--by", "Ada", "--why", "A rumour.")
    return place


def run(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def packed(folder: Path, output: Path, *more: object) -> Path:
    done = run("package", folder / "case.db", "-o", output, "--day", "2026-01-02", *more)
    assert done.exit_code == 0, (done.output, done.exception)
    return output


def described(bag: Path) -> dict[str, dict]:
    graph = json.loads((bag / "data" / METADATA).read_text("utf-8"))["@graph"]
    return {one["@id"]: one for one in graph}


def test_a_package_is_a_valid_bag_and_crate_with_every_part(folder: Path, tmp_path: Path) -> None:
    bag = packed(folder, tmp_path / "evidence", "--title", "The fire\nBag-Size: 0")
    checked = bagit.Bag(str(bag))
    checked.validate()
    assert checked.info["Bagging-Date"] == "2026-01-02"
    assert checked.info["External-Description"] == "The fire Bag-Size: 0"
    loaded = ROCrate(bag / "data")
    held = {path.relative_to(bag / "data").as_posix() for path in bag.rglob("data/**/*.*")}
    told = {unquote(one.id) for one in loaded.data_entities}
    assert told == held - {METADATA}
    assert loaded.name.startswith("The fire")
    for key, facts in described(bag).items():
        if facts["@type"] == "File":
            content = (bag / "data" / unquote(key)).read_bytes()
            assert facts["sha256"] == hashlib.sha256(content).hexdigest()
            assert facts["contentSize"] == str(len(content))
    assert {"report.html", "case.db", "decisions.jsonl", "exports/record.json"} <= told


def test_the_texts_hash_to_their_ids_and_the_case_opens(folder: Path, tmp_path: Path) -> None:
    bag = packed(folder, tmp_path / "evidence")
    before = variorum.open_case(folder / "case.db")
    facts = described(bag)
    texts = [one for key, one in facts.items() if key.startswith("texts/")]
    assert sorted(one["sha256"] for one in texts) == sorted(d.id for d in before.documents)
    again = variorum.open_case(bag / "data" / "case.db")
    assert again.to_json() == before.to_json()
    assert (bag / "data/exports/record.json").read_text("utf-8") == _standing(before)
    (line,) = (bag / "data/decisions.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["who"] == "Ada"


def _standing(case) -> str:
    return case.without_rejected().to_json()


def test_hostile_names_stand_in_the_metadata_and_nowhere_else(folder: Path, tmp_path: Path) -> None:
    bag = packed(folder, tmp_path / "evidence")
    names = [path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()]
    plain = {"-", "_", ".", "/"}
    assert all(char.isalnum() or char in plain for name in names for char in name)
    assert not [name for name in names if ".." in name]
    originals = {one.get("alternateName", "").rpartition("/")[2] for one in described(bag).values()}
    assert set(HOSTILE) <= originals


def test_a_mailbox_is_in_it_once(folder: Path, tmp_path: Path) -> None:
    bag = packed(folder, tmp_path / "evidence")
    boxes = list((bag / "data" / "files").glob("*.mbox"))
    assert len(boxes) == 1
    assert boxes[0].read_bytes() == (folder / "reports" / "mails.mbox").read_bytes()
    assert described(bag)[f"files/{boxes[0].name}"]["description"] == AS_READ


def test_files_that_changed_or_are_gone_are_told(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("kept.txt", "changed.txt", "gone.txt"):
        (reports / name).write_text(f"{REPORT} {name}", encoding="utf-8")
    run("build", reports, "-o", tmp_path / "case.db", "--workers", 1)
    (reports / "changed.txt").write_text("Other words.", encoding="utf-8")
    (reports / "gone.txt").unlink()
    done = run("package", tmp_path / "case.db", "-o", tmp_path / "evidence")
    assert done.exit_code == 1
    assert "gone.txt: It is not there any more; its text is in the package." in done.stderr
    bagit.Bag(str(tmp_path / "evidence")).validate()
    facts = described(tmp_path / "evidence").values()
    told = {
        Path(one["alternateName"]).name: one["description"]
        for one in facts
        if one["@id"].startswith("files/")
    }
    assert told == {"kept.txt": AS_READ, "changed.txt": UNSURE}


def test_a_zip_holds_the_same_and_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    one, two = (packed(folder, tmp_path / n / "evidence.zip") for n in _made(tmp_path))
    assert one.read_bytes() == two.read_bytes()
    zipfile.ZipFile(one).extractall(tmp_path / "out")
    bagit.Bag(str(tmp_path / "out" / "evidence")).validate()


def _made(place: Path) -> list[str]:
    for name in "ab":
        (place / name).mkdir()
    return ["a", "b"]


def test_without_files_and_an_empty_case(folder: Path, tmp_path: Path) -> None:
    bag = packed(folder, tmp_path / "evidence", "--no-files")
    assert not (bag / "data" / "files").exists()
    with Store(tmp_path / "empty.db"):
        pass
    done = run("package", tmp_path / "empty.db", "-o", tmp_path / "none")
    assert done.exit_code == 0, done.exception
    bagit.Bag(str(tmp_path / "none")).validate()
    assert ROCrate(tmp_path / "none" / "data").name


def test_nothing_is_overwritten_and_a_failure_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    done = run("package", folder / "case.db", "-o", folder)
    assert "is there already; name another" in str(done.exception)
    done = run("package", folder / "case.db", "-o", tmp_path / "no" / "evidence")
    assert "cannot be read or written" in str(done.exception)
    done = run("package", tmp_path / "none.db", "-o", tmp_path / "evidence")
    assert "does not exist" in str(done.exception)
    assert list(tmp_path.iterdir()) == []
    assert package.__doc__


def test_a_bag_and_a_crate_of_their_own(tmp_path: Path) -> None:
    bag = Bag(tmp_path)
    file = bag.add("a/b.txt", [b"one ", b"two"])
    assert file == Packed("a/b.txt", hashlib.sha256(b"one two").hexdigest(), 7)
    facts = {"name": "A", "url": None}
    told = crate({"name": "All", "datePublished": "2026-01-02"}, [(file, facts)], "1")
    bag.add(METADATA, [told.encode()])
    bag.close({"Bagging-Date": "2026-01-02"})
    bagit.Bag(str(tmp_path)).validate()
    (tmp_path / "data/a/b.txt").write_text("one TWO", encoding="utf-8")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path)).validate()
    assert "url" not in next(one for one in json.loads(told)["@graph"] if one["@id"] == "a/b.txt")
    assert Original(tmp_path, (), True).sure
