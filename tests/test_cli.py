"""The command line: what it prints, what it writes and how it ends."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import variorum
from publish.truce import truce_case
from variorum.case import Case
from variorum.cli import app, main
from variorum.errors import UsageError
from variorum.store import Store

COMMANDS = ("build", "show", "report", "export")
TOLD = "Ten people left the town, the mayor said."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(variorum.__file__).parents[1])}


def real(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "variorum", *map(str, arguments)],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def case_file(ferry_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "ferry.db"
    with Store(path) as store:
        variorum.build(ferry_files, store=store)
    return path


@pytest.fixture(scope="session")
def truce_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "truce.db"
    with Store(path) as store:
        store.save(truce_case())
    return path


def test_the_version_is_that_of_the_package() -> None:
    found = run("--version")
    assert (found.exit_code, found.stdout) == (0, f"variorum {variorum.__version__}\n")


def test_help_names_every_command() -> None:
    found = run("--help")
    assert found.exit_code == 0
    assert [name for name in COMMANDS if f"  {name} " not in found.stdout] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command: str) -> None:
    found = run(command, "--help")
    assert found.exit_code == 0
    assert f"Example: variorum {command} " in found.stdout


def test_every_example_can_be_run(
    case_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(case_file, tmp_path / "case.db")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(TOLD, encoding="utf-8")
    shutil.copy(tmp_path / "reports" / "a.txt", tmp_path / "extra.md")
    for command in COMMANDS:
        help_text = " ".join(run(command, "--help").stdout.split())
        (example,) = re.findall(r"Example: variorum (.*)$", help_text)
        done = run(*example.replace("extra.pdf", "extra.md").split())
        assert (done.exit_code, done.stderr) == (0, ""), command
    assert (tmp_path / "case.html").exists()
    assert (tmp_path / "case.json").exists()


def test_a_build_says_what_it_made(ferry_files: list[Path], tmp_path: Path) -> None:
    found = run("build", *ferry_files, "-o", tmp_path / "ferry.db")
    assert found.exit_code == 0
    assert re.fullmatch(
        rf"5 reports, 1 language, \d+ claims, \d+ origins, \d+ questions, \d+ disputes: "
        rf"{tmp_path}/ferry\.db\nvariorum show {tmp_path}/ferry\.db prints it on one screen\n",
        found.stdout,
    )
    assert found.stderr == ""


def test_building_again_says_what_is_new_changed_and_gone(
    ferry_files: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "ferry.db"
    first, second, third = (
        run("build", *files, "-o", path).stdout
        for files in (ferry_files[:4], ferry_files, ferry_files)
    )
    assert "New" not in first
    assert re.search(r"\nNew: 1 report, \d+ claims", second)
    assert "\nNothing has changed since last time.\n" in third


def test_building_again_gives_the_same_bytes(ferry_files: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "ferry.db"
    exported = []
    for files in (ferry_files[:2], ferry_files, ferry_files):
        assert run("build", *files, "-o", path).exit_code == 0
        exported.append(run("export", path).stdout_bytes)
    assert exported[0] != exported[1] == exported[2]


@pytest.mark.parametrize("way", ["file", "folder", "glob"])
def test_reports_are_files_folders_or_globs(way: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    report = tmp_path / "in" / "a.txt"
    report.write_text(TOLD, encoding="utf-8")
    given = {"file": report, "folder": tmp_path / "in", "glob": tmp_path / "in" / "*.txt"}
    found = run("build", given[way], "-o", tmp_path / "case.db")
    assert (found.exit_code, found.stdout[:9]) == (0, "1 report,")


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_built(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "b.xyz").write_text("?", encoding="utf-8")
    found = run("build", tmp_path / "*", "-o", tmp_path / "case.db")
    assert found.exit_code == 1
    assert [line.partition(": ")[0] for line in found.stderr.splitlines()] == [
        str(tmp_path / "b.xyz"),
        str(tmp_path / "empty.txt"),
    ]
    assert found.stdout.startswith("1 report,")


def test_a_language_not_read_is_listed_and_no_failure(tmp_path: Path) -> None:
    text = "---\nlanguage: sv\n---\n\nTio personer lämnade staden.\n"
    (tmp_path / "sv.txt").write_text(text, encoding="utf-8")
    found = run("build", tmp_path, "-o", tmp_path / "case.db")
    assert found.exit_code == 0
    assert found.stderr.startswith(f"{tmp_path / 'sv.txt'}: Its language, sv, is not supported yet")


def test_a_case_is_shown_on_one_screen(case_file: Path, ferry_built: Case) -> None:
    found = run("show", case_file)
    assert found.exit_code == 0
    lines = found.stdout.splitlines()
    assert len(lines) <= 24
    assert lines[0] == "Deaths in Ardel, 12 March 2023"
    assert any(re.match(r" +\d people killed +.*23.*31", line) for line in lines)
    assert f"variorum show {case_file} 1 opens its quotations"[: 80 - 1] in lines[-1]
    assert ferry_built.disputes


def test_a_dispute_is_opened_by_its_number(case_file: Path, ferry_built: Case) -> None:
    first = next(dispute for dispute in ferry_built.disputes if dispute.rank == 1)
    found = run("show", case_file, 1)
    assert found.exit_code == 0
    assert found.stdout.startswith(f"1  {first.label}\n")
    assert "Why they cannot all be true" in found.stdout
    plain = json.loads(run("show", case_file, 1, "--json").stdout)
    assert [answer["label"] for answer in plain["answers"]]
    assert all(answer["quotations"] or answer["derived"] for answer in plain["answers"])
    assert plain["proofs"][0]["derivation"]


def test_the_screen_can_be_read_by_programs(case_file: Path, ferry_built: Case) -> None:
    plain = json.loads(run("show", case_file, "--json").stdout)
    assert plain["title"] == "Deaths in Ardel, 12 March 2023"
    assert plain["counts"]["reports"] == 5
    numbers = [dispute["number"] for dispute in plain["disputes"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= len(ferry_built.disputes)


def test_the_screen_is_narrowed_to_a_source_or_a_question(case_file: Path) -> None:
    by_hand = run("show", case_file, "--source", "brill", "--question", "KILLED").stdout
    assert re.search(r"people killed +31\n", by_hand)
    assert "rescued" not in by_hand
    assert len(run("show", case_file, "--limit", 1).stdout.splitlines()) < len(
        run("show", case_file).stdout.splitlines()
    )


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ((99,), "has no such dispute as 99; there are: 1"),
        (("--source", "zzz"), "is called 'zzz'; its reports are of Ardel Courier, Northwire"),
        ((1, "--question", "zzz"), "has no such dispute as 1; there are: none."),
        (("--json", "--gaps"), "'variorum export' has the rest."),
    ],
    ids=["number", "source", "question", "json"],
)
def test_what_is_not_there_is_one_sentence(
    asked: tuple[object, ...], sentence: str, case_file: Path
) -> None:
    found = run("show", case_file, *asked)
    assert isinstance(found.exception, UsageError)
    assert sentence in str(found.exception)


def test_a_report_is_one_page_beside_the_case(case_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "the-ferry.db"
    shutil.copy(case_file, path)
    found = run("report", path)
    assert (found.exit_code, found.stdout) == (0, f"Report: {path.with_suffix('.html')}\n")
    page = path.with_suffix(".html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "<title>Deaths in Ardel, 12 March 2023" in page


def test_a_report_takes_a_title_and_a_name(case_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert run("report", case_file, "-o", target, "--title", "A <b> title").exit_code == 0
    assert "A &lt;b&gt; title" in target.read_text("utf-8")


def test_json_is_the_record(case_file: Path, ferry_built: Case, tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    found = run("export", case_file, "--format", "json")
    assert found.stdout_bytes.decode("utf-8") == ferry_built.to_json()
    assert run("export", case_file, "-o", target).exit_code == 0
    assert target.read_bytes() == found.stdout_bytes
    assert json.loads(target.read_text("utf-8")).keys() >= {"documents", "claims"}


def test_csv_has_a_row_a_claim(case_file: Path, ferry_built: Case) -> None:
    found = run("export", case_file, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.stdout_bytes.decode("utf-8-sig"))))
    assert [row["claim"] for row in rows] == [claim.id for claim in ferry_built.claims]
    texts = {document.id: document.text for document in ferry_built.documents}
    assert {row["document"] for row in rows} <= set(texts)


def test_agreements_have_one_line_unless_they_are_asked_for(truce_file: Path) -> None:
    line = "Agreed 4 agreements with 11 terms: 1 partly kept, 2 breached"
    usual = " ".join(run("show", truce_file).stdout.split())
    assert line in usual
    assert "Agreement 1" not in usual
    assert "Agreed" not in run("show", truce_file, "--gaps").stdout


@pytest.mark.parametrize("flag", ["--agreements", "--all"])
def test_agreements_are_shown_with_their_terms_and_commitments(truce_file: Path, flag: str) -> None:
    found = run("show", truce_file, flag)
    assert found.exit_code == 0
    shown = " ".join(found.stdout.split())
    assert "Agreement 1: Ceasefire between the government of Orsan" in shown
    assert "8 terms: 1 partly kept, 2 breached" in shown
    assert "Promises, orders and predictions" in shown
    assert ("No contradiction was found in the reports" in shown) is (flag == "--all")


def test_a_case_without_agreements_has_no_line_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    assert run("build", tmp_path / "a.txt", "-o", tmp_path / "a.db").exit_code == 0
    assert "Agreed" not in run("show", tmp_path / "a.db").stdout
    asked = run("show", tmp_path / "a.db", "--agreements").stdout
    assert asked == "No agreement was found in the reports.\n"


def test_agreements_have_a_row_a_term(truce_file: Path, tmp_path: Path) -> None:
    found = run("export", truce_file, "--format", "agreements")
    rows = list(csv.DictReader(io.StringIO(found.stdout_bytes.decode("utf-8-sig"))))
    told = [term.id for agreement in truce_case().agreements for term in agreement.terms]
    assert sorted(row["term_id"] for row in rows) == sorted(told)
    target = tmp_path / "terms.csv"
    assert run("export", truce_file, "--format", "agreements", "-o", target).exit_code == 0
    assert target.read_bytes() == found.stdout_bytes


def test_compliance_has_a_row_for_each_claim_that_bears_on_a_term(truce_file: Path) -> None:
    found = run("export", truce_file, "--format", "compliance")
    rows = list(csv.DictReader(io.StringIO(found.stdout_bytes.decode("utf-8-sig"))))
    terms = [term for agreement in truce_case().agreements for term in agreement.terms]
    assert len(rows) == sum(len(term.compliance) for term in terms)
    assert {row["standing"] for row in rows} == {"potential", "alleged", "verified"}


@pytest.mark.parametrize("kind", ["agreements", "compliance"])
def test_a_case_without_agreements_is_exported_as_a_row_of_names(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    assert run("build", tmp_path / "a.txt", "-o", tmp_path / "a.db").exit_code == 0
    found = run("export", tmp_path / "a.db", "--format", kind)
    assert found.stdout.startswith("\ufeffagreement_id,label,")
    assert found.stdout.count("\n") == 1


@pytest.fixture
def workplace(case_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    shutil.copy(case_file, tmp_path / "ferry.db")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["build", "nowhere", "-o", "new.db"], "nowhere: There is no such file or folder"),
        (["build", "a.txt", "-o", "no/new.db"], "no/new.db cannot be written: the folder no is"),
        (["build", "a.txt", "-o", "a.txt"], "a.txt is not a case file; name another with -o"),
        (["show", "missing.db"], "missing.db does not exist; make it with 'variorum build"),
        (["report", "missing.db"], "missing.db does not exist"),
        (["export", "missing.db"], "missing.db does not exist"),
        (["show", "a.txt"], "a.txt is not a case file"),
        (["report", "ferry.db", "-o", "no/page.html"], "no/page.html cannot be written: No such"),
        (["export", "ferry.db", "-o", "no/case.json"], "no/case.json cannot be written: No such"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str],
    sentence: str,
    workplace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["variorum", *arguments])

    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert said.err.startswith(f"variorum: {sentence}")
    assert said.err.count("\n") == 1
    assert sorted(path.name for path in workplace.iterdir()) == ["a.txt", "ferry.db"]


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["build"], ["show"], ["export", "x.db", "--format", "xml"], ["--nonsense"]],
    ids=" ".join,
)
def test_a_command_that_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    found = run(*arguments)
    assert found.exit_code == 2
    assert "Usage: " in found.stderr


def test_a_real_run_is_quiet_where_nobody_watches(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    done = real("build", "a.txt", "-o", "case.db", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 report,")
    assert "\x1b" not in done.stdout
    assert "\r" not in done.stdout


def chunks(terminal: int) -> Iterator[str]:
    """Yield what was written to the terminal; its end is an error on Linux and empty elsewhere."""
    try:
        while chunk := os.read(terminal, 65536):
            yield chunk.decode("utf-8", "replace")
    except OSError as error:
        assert error.errno == errno.EIO  # noqa: PT017  (a generator cannot be in pytest.raises)


def test_a_real_run_shows_its_progress_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "variorum", "build", "a.txt"],
        cwd=tmp_path,
        env={**environment(), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
        timeout=300,
    )
    os.close(theirs)
    shown = "".join(chunks(ours))
    os.close(ours)
    assert all(stage in shown for stage in ("read", "extract", "compare"))
    assert done.stdout.startswith(b"1 report,")


def test_a_real_run_ends_with_2_and_no_traceback(tmp_path: Path) -> None:
    done = real("show", "missing.db", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "variorum: missing.db does not exist; make it with 'variorum build PATH -o missing.db'.\n"
    )


def test_a_setting_of_the_wrong_kind_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    monkeypatch.setenv("VARIORUM_SOLVER_SECONDS", "-1")
    done = real("build", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("variorum: VARIORUM_SOLVER_SECONDS is '-1': ")
    assert done.stderr.count("\n") == 1


def test_as_of_shows_what_could_be_known_and_leaves_the_case_as_it_is(tmp_path: Path) -> None:
    for day, number in (("2021-05-01", 12), ("2021-06-01", 40)):
        head = f"---\npublisher: Outlet {day}\npublished: {day}\n---\n\n"
        text = f"{head}The mayor said {number} died."
        (tmp_path / f"{day}.txt").write_text(text, "utf-8")
    case = tmp_path / "case.db"
    assert run("build", str(tmp_path / "*.txt"), "-o", str(case)).exit_code == 0
    early = run("export", str(case), "--as-of", "2021-05")
    assert [d["published"] for d in json.loads(early.stdout)["documents"]] == ["2021-05-01"]
    whole = run("export", str(case))
    assert len(json.loads(whole.stdout)["documents"]) == 2


def test_as_of_no_date_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said 12 people died.", "utf-8")
    case = tmp_path / "case.db"
    run("build", str(tmp_path / "a.txt"), "-o", str(case))
    found = run("show", str(case), "--as-of", "yesterday")
    assert isinstance(found.exception, UsageError)
    assert "is no date" in str(found.exception)


TRUCE = (
    "---\npublisher: Courier\npublished: 2031-04-01\n---\n\n"
    "The Upland Army and the River Front agreed on 31 March 2031 on a ceasefire that runs from "
    "1 April to 30 April. Under the deal the army must not shell the valley towns.\n"
)
GOOD = "date,event,actor1,actor2\n2031-04-09,shelling,Upland Army,River Front\n"
BAD = "never,shelling,Upland Army,River Front\n"


@pytest.fixture
def deal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with a case file of one agreement, an event data set and a damaged one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TRUCE, encoding="utf-8")
    (tmp_path / "events.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.csv").write_text(GOOD + BAD, encoding="utf-8")
    assert run("build", "a.txt", "-o", "case.db").exit_code == 0
    return tmp_path / "case.db"


def test_events_are_added_and_it_is_said_how_many_bear_on_a_term(deal: Path) -> None:
    found = run("add", "events.csv", "-o", "case.db")
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout == "1 event, 1 on the terms of agreements: case.db\n"
    rows = run("export", deal, "--format", "compliance").stdout_bytes.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(rows))
    assert (row["status"], row["standing"]) == ("breached", "potential")
    assert "an event data set" in row.values()


def test_the_example_of_adding_events_can_be_run(deal: Path) -> None:
    help_text = " ".join(run("add", "--help").stdout.split())
    (example,) = re.findall(r"Example: variorum (.*)$", help_text)
    assert deal.name in example
    done = run(*example.split())
    assert (done.exit_code, done.stderr) == (0, "")


def test_rows_that_cannot_be_read_are_listed_with_their_lines_and_the_others_kept(
    deal: Path,
) -> None:
    found = run("add", "bad.csv", "-o", deal)
    assert found.exit_code == 1
    assert found.stderr.startswith("bad.csv, line 3: The date 'never' is no date; ")
    assert found.stderr.count("\n") == 1
    assert found.stdout == f"1 event, 1 on the terms of agreements: {deal}\n"
    gaps = json.loads(run("export", deal).stdout)["gaps"]
    assert [gap["what"] for gap in gaps if "line" in gap["what"]] == ["bad.csv, line 3"]


def test_no_more_malformed_rows_are_printed_than_fit_on_a_page(deal: Path) -> None:
    (deal.parent / "bad.csv").write_text(GOOD + BAD * 30, encoding="utf-8")
    found = run("add", "bad.csv", "-o", "case.db")
    lines = found.stderr.splitlines()
    assert found.exit_code == 1
    assert len(lines) == 21
    assert all(re.match(r"bad\.csv, line \d+: The date", line) for line in lines[:20])
    assert lines[-1] == "and 10 more rows; 'variorum show case.db --gaps' lists them"


def test_malformed_rows_are_printed_in_the_order_of_their_lines(deal: Path) -> None:
    (deal.parent / "bad.csv").write_text(GOOD + BAD * 9, encoding="utf-8")
    found = run("add", "bad.csv", "-o", "case.db")
    lines = [int(n) for n in re.findall(r"line (\d+):", found.stderr)]
    assert lines == list(range(3, 12))


def test_adding_the_same_events_again_gives_the_same_bytes(deal: Path) -> None:
    exported = []
    for name in ("events.csv", "events.csv"):
        assert run("add", name, "-o", deal).exit_code == 0
        exported.append(run("export", deal).stdout_bytes)
    assert run("build", "a.txt", "-o", deal).exit_code == 0
    exported.append(run("export", deal).stdout_bytes)
    assert exported[0] == exported[1] == exported[2]
    assert b'"data_set": "events"' in exported[0]


def test_events_are_added_to_a_case_without_agreements(case_file: Path, deal: Path) -> None:
    shutil.copy(case_file, deal.parent / "ferry.db")
    before = run("export", "ferry.db").stdout_bytes
    found = run("add", "events.csv", "-o", "ferry.db")
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout == "1 event, 0 on the terms of agreements: ferry.db\n"
    assert run("export", "ferry.db").stdout_bytes == before


@pytest.mark.parametrize("command", ["show", "export", "report"])
def test_as_of_works_on_a_case_with_events(command: str, deal: Path) -> None:
    assert run("add", "events.csv", "-o", deal).exit_code == 0
    before = run("export", deal).stdout_bytes
    found = run(command, deal, "--as-of", "2031-04-10")
    assert (found.exit_code, found.stderr) == (0, "")
    assert run("export", deal).stdout_bytes == before


@pytest.mark.parametrize(
    ("day", "publishers"), [("2031-04-08", ["Courier"]), ("2031-04-10", ["Courier", "events"])]
)
def test_as_of_leaves_later_rows_out(deal: Path, day: str, publishers: list[str]) -> None:
    assert run("add", "events.csv", "-o", deal).exit_code == 0
    known = json.loads(run("export", deal, "--as-of", day).stdout)
    assert [document["publisher"] for document in known["documents"]] == publishers
    found = [term["compliance"] for a in known["agreements"] for term in a["terms"]]
    assert [len(each) for each in found] == [len(publishers) - 1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["add", "events.csv", "-o", "missing.db"], "missing.db does not exist; make it with"),
        (["add", "missing.csv"], "missing.csv: It cannot be opened (No such file or directory)"),
        (["add", "a.txt"], "a.txt: Its columns are of no known layout"),
        (["add", "events.csv", "-o", "a.txt"], "a.txt is not a case file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_events_that_cannot_be_added_are_one_sentence(
    arguments: list[str],
    sentence: str,
    deal: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = run("export", deal).stdout_bytes
    monkeypatch.setattr(sys, "argv", ["variorum", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert said.err.startswith(f"variorum: {sentence}")
    assert said.err.count("\n") == 1
    assert run("export", deal).stdout_bytes == before
    assert not Path("missing.db").exists()


def test_a_data_set_among_the_reports_is_listed_with_the_command_that_takes_it(deal: Path) -> None:
    found = run("build", ".", "-o", deal)
    assert found.exit_code == 1
    assert "Event data are added with 'variorum add FILE -o CASE'." in found.stderr
