"""Web archives are written here by warcio and read record by record."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from variorum.read import find, read, read_with_gaps

TOLD = "The mayor said that {} people were killed in the market on Sunday, and many were hurt."
WHEN = "2031-05-04T12:30:00Z"


def page(number: int | str) -> bytes:
    words = TOLD.format(number)
    return f"<html><title>Market</title><body><h1>Market</h1><p>{words}</p></body></html>".encode()


def warc(
    path: Path,
    captured: list[tuple[str, bytes, str, str]],
    *,
    kind: str = "response",
    gzip: bool = True,
) -> Path:
    """Write an archive of (address, bytes, media type, HTTP status)."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "a test"}))
        for url, data, media, status in captured:
            headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url,
                    kind,
                    payload=io.BytesIO(data),
                    http_headers=headers if kind == "response" else None,
                    warc_content_type=media if kind != "response" else "",
                    warc_headers_dict={"WARC-Date": WHEN},
                )
            )
    return path


def html(number: int | str, media: str = "text/html; charset=utf-8") -> tuple[str, bytes, str, str]:
    return f"https://gull.example/{number}", page(number), media, "200 OK"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "A.WARC.GZ"])
def test_every_page_is_a_document_with_its_address_and_its_time(tmp_path: Path, name: str) -> None:
    warc(tmp_path / name, [html(40), html(12)], gzip=name.lower().endswith("gz"))
    files = find([tmp_path])
    assert len(files) == 2
    for file, number in zip(files, (40, 12), strict=True):
        document = read(file)
        assert TOLD.format(number) in document.text
        assert document.url == f"https://gull.example/{number}"
        assert (document.captured, document.published) == (WHEN, None)
        assert document.path == str(file)
        assert f"{name}/20310504123000-0." in document.path
        assert file.is_file()


def test_a_page_is_what_it_would_be_as_a_file(tmp_path: Path) -> None:
    (file,) = find([warc(tmp_path / "a.warc.gz", [html(40)])])
    alone = tmp_path / "40.html"
    alone.write_bytes(page(40))
    assert read(file).id == read(alone).id
    assert file.read_bytes() == alone.read_bytes()
    assert file.stat().st_size >= len(page(40))


@pytest.mark.parametrize(
    "left_out",
    [
        ("https://gull.example/a.png", b"\x89PNG", "image/png", "200 OK"),
        ("https://gull.example/a.css", b"p {}", "text/css", "200 OK"),
        ("https://gull.example/a.js", b"let a", "application/javascript", "200 OK"),
        ("https://gull.example/robots.txt", b"User-agent: *", "text/plain", "200 OK"),
        ("https://gull.example/gone", page(1), "text/html", "404 Not Found"),
        ("https://gull.example/moved", page(1), "text/html", "301 Moved"),
    ],
)
def test_what_is_no_report_is_left_out(tmp_path: Path, left_out) -> None:
    (file,) = find([warc(tmp_path / "a.warc.gz", [left_out, html(40)])])
    assert "40 people" in read(file).text


def test_a_file_of_an_unknown_kind_is_listed(tmp_path: Path) -> None:
    odd = ("https://gull.example/a", b"\x00\x01", "application/x-odd", "200 OK")
    (file,) = find([warc(tmp_path / "a.warc.gz", [odd])])
    document, (gap,) = read_with_gaps(file)
    assert document is None
    assert "are not read" in gap.why


def test_texts_and_resources_are_read_too(tmp_path: Path) -> None:
    words = TOLD.format("forty").encode()
    row = ("https://gull.example/a", words, "text/plain", "200 OK")
    for kind in ("response", "resource", "conversion"):
        (file,) = find([warc(tmp_path / f"{kind}.warc.gz", [row], kind=kind)])
        assert read(file).text == words.decode()


def test_the_encoding_that_the_server_stated_counts(tmp_path: Path) -> None:
    words = "Мэр заявил, что в субботу на рынке погибли сорок человек и многие ранены."
    data = f"<html><body><p>{words}</p></body></html>".encode("koi8-r")
    row = ("https://gull.example/a", data, "text/html; charset=koi8-r", "200 OK")
    (file,) = find([warc(tmp_path / "a.warc.gz", [row])])
    assert read(file).text == words


def test_a_wacz_is_a_zip_of_archives(tmp_path: Path) -> None:
    inner = [warc(tmp_path / f"{n}.warc.gz", [html(n), html(n + 1)]) for n in (10, 20)]
    path = tmp_path / "b" / "a.wacz"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        for file in inner:
            archive.write(file, f"archive/{file.name}")
    texts = [read(file).text for file in find([path])]
    assert [TOLD.format(n) in text for n, text in zip((10, 11, 20, 21), texts, strict=True)] == [
        True
    ] * 4


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "a.wacz", "a.mbox"])
@pytest.mark.parametrize(
    "data", [b"", b"\x1f\x8b\x08broken", b"WARC/1.0\r\nbroken", b"PK\x03\x04no"]
)
def test_what_is_broken_or_empty_is_listed(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (file,) = find([tmp_path])
    assert file == tmp_path / name
    document, (gap,) = read_with_gaps(file)
    assert document is None
    assert "holds no page and no mail" in gap.why


def test_a_page_that_is_cut_off_is_listed_and_those_before_are_read(tmp_path: Path) -> None:
    whole = warc(tmp_path / "a.warc.gz", [html(40), html(12)]).read_bytes()
    path = tmp_path / "b.warc.gz"
    path.write_bytes(whole[:-60] + b"\x00" * 40)
    first, *rest = find([path])
    assert "40 people" in read(first).text
    assert any(read_with_gaps(file)[0] is None for file in rest)


def test_a_record_that_is_not_there_is_a_gap(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc.gz", [html(40)])
    for name in ("20310504123000-0.999999.html", "20310504123000-7.0.html", "nothing.html"):
        document, (gap,) = read_with_gaps(path / name)
        assert document is None
        assert "cannot be opened" in gap.why


def test_an_archive_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", [html(40)], gzip=False)
    assert len(find([path])) == 1
    warc(path, [html(40), html(12)], gzip=False)
    assert len(find([path])) == 2


def test_a_record_larger_than_allowed_is_refused(tmp_path: Path) -> None:
    large = ("https://gull.example/a", b"word " * 5_000_000, "text/plain", "200 OK")
    (file,) = find([warc(tmp_path / "a.warc.gz", [large])])
    document, (gap,) = read_with_gaps(file)
    assert document is None
    assert "more than the 20 MB allowed" in gap.why


def test_ten_thousand_records_take_little_memory(tmp_path: Path) -> None:
    filler = ("https://gull.example/a.png", b"\x00" * 20_000, "image/png", "200 OK")
    rows = [html(n) if n % 100 == 0 else filler for n in range(10_000)]
    path = warc(tmp_path / "a.warc.gz", rows)
    tracemalloc.start()
    try:
        files = find([path])
        assert TOLD.format(9_900) in read(files[-1]).text
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(files) == 100
    assert peak < 30_000_000


def test_the_documents_of_an_archive_are_those_of_its_pages_read_one_by_one(tmp_path: Path) -> None:
    warc(tmp_path / "a.warc.gz", [html(number) for number in range(30)])
    for number, member in enumerate(find([tmp_path / "a.warc.gz"])):
        alone = tmp_path / f"{number}.html"
        alone.write_bytes(page(number))
        one, other = read(member), read(alone)
        assert (one.id, one.text, one.title, one.published, one.language) == (
            other.id,
            other.text,
            other.title,
            other.published,
            other.language,
        )
