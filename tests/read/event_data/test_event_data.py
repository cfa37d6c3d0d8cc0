"""Event data sets of each layout become events; what is malformed becomes a gap with its line."""

from __future__ import annotations

import csv
import datetime
import io
import os
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import UnreadableDocument
from variorum.model import Event, Gap, content_id
from variorum.read.event_data.event_data import MOST_CHARS, layout_of, read_events


def named(header: str) -> list[str]:
    return header.split(",")


ACLED = named(
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp,population_1km,population_2km,population_5km,population_best"
)
OLD_ACLED = named(
    "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,"
    "sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,timestamp,iso3"
)
GED = named(
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
    "gwnoa,gwnob"
)
PLAIN = named(
    "id,date,event,actor1,actor2,place,lat,lon,country,deaths,source,notes,date_precision,"
    "place_precision,colour"
)

ACLED_ROW = {
    "event_id_cnty": "RUR101",
    "event_date": "2017-12-03",
    "year": "2017",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Red Guard",
    "assoc_actor_1": "Red Youth; Red Riders",
    "inter1": "Rebel group",
    "actor2": "Army of Ruritania",
    "iso": "999",
    "country": "Ruritania",
    "admin1": "Hills",
    "location": "Strelsau",
    "latitude": "35.95",
    "longitude": "-39.01",
    "geo_precision": "2",
    "source": "Ruritanian Wire; Hills Radio",
    "notes": "Red Guard and army clash at the bridge.",
    "fatalities": "4",
    "tags": "crowd size=no report",
    "timestamp": "1700000000",
}
GED_ROW = {
    "id": "7001",
    "type_of_violence": "1",
    "side_a": "Government of Ruritania",
    "side_b": "Red Guard",
    "source_article": '"Ruritanian Wire,2017-12-05,Bridge taken"',
    "source_office": "Ruritanian Wire;Hills Radio",
    "where_prec": "1",
    "where_coordinates": "Strelsau town",
    "latitude": "35.95",
    "longitude": "39.01",
    "country": "Ruritania",
    "date_prec": "2",
    "date_start": "2017-12-03 00:00:00.000",
    "date_end": "2017-12-05 00:00:00.000",
    "best": "5",
    "high": "9",
    "low": "4",
}
PLAIN_ROW = {
    "id": "a1",
    "date": "2017-12-03",
    "event": "bombing",
    "actor1": "Red Guard",
    "actor2": "Town of Strelsau",
    "deaths": "3",
}
LAYOUTS = {
    "ACLED": (ACLED, ACLED_ROW),
    "UCDP GED": (GED, GED_ROW),
    "plain": (PLAIN, PLAIN_ROW),
}


def table(columns: Sequence[str], *rows: dict[str, str]) -> str:
    made = io.StringIO()
    writer = csv.DictWriter(made, columns, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()


def write(folder: Path, text: str, name: str = "made-up.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding, newline="")
    return path


def read_all(path: Path) -> tuple[list[Event], list[Gap]]:
    found = list(read_events(path))
    events = [one for one in found if isinstance(one, Event)]
    return events, [one for one in found if isinstance(one, Gap)]


def read_row(folder: Path, layout: str, **changed: str) -> Event:
    columns, row = LAYOUTS[layout]
    events, gaps = read_all(write(folder, table(columns, row | changed)))
    assert gaps == []
    return events[0]


def why_not(folder: Path, layout: str, **changed: str) -> str:
    """Return why the second of three rows, otherwise good, is none, having seen the others kept."""
    columns, row = LAYOUTS[layout]
    path = write(folder, table(columns, row, row | changed, row))
    events, gaps = read_all(path)
    assert [event.line for event in events] == [2, 4]
    assert [(gap.what, gap.kind) for gap in gaps] == [(f"{path}, line 3", "document")]
    return gaps[0].why


def test_a_row_of_acled_says_who_what_where_and_when(tmp_path: Path) -> None:
    event = read_row(tmp_path, "ACLED")
    assert event == Event(
        id=content_id("event", "ACLED", "RUR101"),
        data_set="ACLED",
        row="RUR101",
        line=2,
        start="2017-12-03",
        end="2017-12-03",
        kind="Battles: Armed clash",
        actors=("Red Guard", "Army of Ruritania"),
        directed=False,
        associates=("Red Youth", "Red Riders"),
        place="Strelsau",
        lat=35.95,
        lon=-39.01,
        country="Ruritania",
        deaths=(None, 4, None),
        date_precision=1,
        place_precision=2,
        sources=("Ruritanian Wire", "Hills Radio"),
        notes="Red Guard and army clash at the bridge.",
        other={
            "year": "2017",
            "disorder_type": "Political violence",
            "assoc_actor_1": "Red Youth; Red Riders",
            "inter1": "Rebel group",
            "iso": "999",
            "admin1": "Hills",
            "tags": "crowd size=no report",
            "timestamp": "1700000000",
        },
    )


@pytest.mark.parametrize(
    ("written", "code", "start", "end"),
    [
        ("03 December 2017", "1", "2017-12-03", "2017-12-03"),
        ("3-December-2017", "1", "2017-12-03", "2017-12-03"),
        ("2017-12-03 00:00:00", "1", "2017-12-03", "2017-12-03"),
        ("2017-12-03", "", "2017-12-03", "2017-12-03"),
        # 3 December 2017 was a Sunday, the last day of its week.
        ("2017-12-03", "2", "2017-11-27", "2017-12-03"),
        ("2018-01-03", "2", "2018-01-01", "2018-01-07"),
        ("2016-02-15", "3", "2016-02-01", "2016-02-29"),
    ],
)
def test_acled_widens_the_day_to_the_week_or_month_it_is_known_by(
    tmp_path: Path, written: str, code: str, start: str, end: str
) -> None:
    event = read_row(tmp_path, "ACLED", event_date=written, time_precision=code)
    assert (event.start, event.end) == (start, end)
    assert event.date_precision == (int(code) if code else None)


@pytest.mark.parametrize(
    ("kind", "directed"),
    [
        ("Explosions/Remote violence", False),
        ("Violence against civilians", True),
        ("Battles", False),
        ("Riots", False),
    ],
)
def test_acled_says_who_did_it_to_whom_only_where_one_side_acts(
    tmp_path: Path, kind: str, directed: bool
) -> None:
    assert read_row(tmp_path, "ACLED", event_type=kind).directed is directed
    assert read_row(tmp_path, "ACLED", event_type=kind, actor2="").directed is False


def test_older_files_of_acled_in_capitals_and_semicolons_are_read(tmp_path: Path) -> None:
    row = {name: ACLED_ROW.get(name, "") for name in OLD_ACLED} | {"data_id": "5", "iso3": "RUR"}
    commas = table(OLD_ACLED, row)
    header, _, rest = commas.partition("\n")
    made = io.StringIO()
    csv.writer(made, delimiter=";").writerows(csv.reader(io.StringIO(header.upper() + "\n" + rest)))
    events, gaps = read_all(write(tmp_path, made.getvalue()))
    assert gaps == []
    assert events[0].model_copy(update={"other": {}}) == read_row(tmp_path, "ACLED").model_copy(
        update={"other": {}}
    )
    assert (events[0].other["DATA_ID"], events[0].other["ISO3"]) == ("5", "RUR")


def test_a_row_of_ucdp_ged_keeps_its_range_of_days_and_its_three_estimates(tmp_path: Path) -> None:
    event = read_row(tmp_path, "UCDP GED")
    assert event == Event(
        id=content_id("event", "UCDP GED", "7001"),
        data_set="UCDP GED",
        row="7001",
        line=2,
        start="2017-12-03",
        end="2017-12-05",
        kind="state-based conflict",
        actors=("Government of Ruritania", "Red Guard"),
        place="Strelsau town",
        lat=35.95,
        lon=39.01,
        country="Ruritania",
        deaths=(4, 5, 9),
        date_precision=2,
        place_precision=1,
        sources=("Ruritanian Wire", "Hills Radio"),
        other={"source_article": '"Ruritanian Wire,2017-12-05,Bridge taken"'},
    )


@pytest.mark.parametrize(
    ("code", "kind", "directed"),
    [
        ("1", "state-based conflict", False),
        ("2", "non-state conflict", False),
        ("3", "one-sided violence", True),
    ],
)
def test_only_one_sided_violence_of_ucdp_is_done_by_one_to_the_other(
    tmp_path: Path, code: str, kind: str, directed: bool
) -> None:
    event = read_row(tmp_path, "UCDP GED", type_of_violence=code)
    assert (event.kind, event.directed) == (kind, directed)


def test_the_estimates_of_older_files_of_ucdp_are_found_under_their_names(tmp_path: Path) -> None:
    text = table(GED, GED_ROW)
    for name in ("best", "high", "low"):
        text = text.replace(f'"{name}"', f'"{name}_est"')
    events, _ = read_all(write(tmp_path, text))
    assert (events[0].deaths, events[0].other.keys()) == ((4, 5, 9), {"source_article"})


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2017-12-03", "2017-12-03", "2017-12-03"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-12-03/2017-12-05", "2017-12-03", "2017-12-05"),
        ("2017-11/2017-12-05", "2017-11-01", "2017-12-05"),
    ],
)
def test_a_plain_row_may_give_a_day_a_month_or_an_interval(
    tmp_path: Path, date: str, start: str, end: str
) -> None:
    event = read_row(tmp_path, "plain", date=date)
    assert (event.start, event.end, event.kind) == (start, end, "bombing")
    assert (event.data_set, event.row, event.deaths) == ("made-up", "a1", (None, 3, None))
    assert (event.actors, event.directed) == (("Red Guard", "Town of Strelsau"), True)


def test_a_plain_row_needs_no_more_than_a_date_an_event_and_an_actor(tmp_path: Path) -> None:
    events, gaps = read_all(write(tmp_path, "date,event,actor1\n2017-12-03,strike,Dockers\n"))
    assert gaps == []
    assert (events[0].row, events[0].actors, events[0].directed) == ("2", ("Dockers",), False)


def test_lists_of_the_same_name_do_not_collide(tmp_path: Path) -> None:
    ids = set()
    for place in ("north", "south"):
        folder = tmp_path / place
        folder.mkdir()
        text = f"date,event,actor1,notes\n2017-12-03,strike,Dockers,in the {place}\n"
        ids |= {event.id for event in read_all(write(folder, text))[0]}
        ids |= {event.id for event in read_all(write(folder, text.upper()))[0]}
    assert len(ids) == 4


def test_a_later_edition_of_a_data_set_keeps_the_ids_of_its_rows(tmp_path: Path) -> None:
    before = read_row(tmp_path, "ACLED")
    after = read_row(tmp_path, "ACLED", fatalities="6", notes="Six died.")
    assert (before.id, before.deaths) == (after.id, (None, 4, None))
    assert after.deaths == (None, 6, None)


@pytest.mark.parametrize(
    ("layout", "column", "cell", "said"),
    [
        ("ACLED", "event_date", "", "'event_date' is empty"),
        ("ACLED", "event_date", "soon", "The event_date 'soon' is no date"),
        ("ACLED", "event_date", "03/04/2017", "'03/04/2017' is no date"),
        ("ACLED", "event_date", "2017-02-30", "'2017-02-30' is no date"),
        ("ACLED", "event_date", "31 February 2017", "'31 February 2017' is no date"),
        ("ACLED", "event_date", "2017-12", "'2017-12' is no date"),
        ("ACLED", "actor1", " ", "'actor1' is empty"),
        ("ACLED", "event_type", "", "'event_type' is empty"),
        ("ACLED", "event_id_cnty", "", "'event_id_cnty' is empty"),
        ("ACLED", "time_precision", "4", "time_precision '4' is none of the codes known"),
        ("ACLED", "time_precision", "day", "time_precision 'day' is no code"),
        ("ACLED", "geo_precision", "0", "which are 1, 2, 3"),
        ("ACLED", "latitude", "north", "latitude 'north' is no number"),
        ("ACLED", "latitude", "90.01", "latitude '90.01' is not between -90 and 90"),
        ("ACLED", "latitude", "nan", "latitude 'nan' is no number"),
        ("ACLED", "latitude", "3_5", "latitude '3_5' is no number"),
        ("ACLED", "longitude", "-180.5", "longitude '-180.5' is not between -180 and 180"),
        ("ACLED", "fatalities", "some", "fatalities 'some' is no number"),
        ("ACLED", "fatalities", "-1", "fatalities '-1' is negative"),
        ("ACLED", "fatalities", "1.5", "fatalities '1.5' is no number"),
        ("ACLED", "fatalities", "9" * 5000, f"fatalities '{'9' * 60}…' is no number"),
        ("UCDP GED", "side_a", "", "'side_a' is empty"),
        ("UCDP GED", "date_end", "2017-12-02", "date_end '2017-12-02' is over before it begins"),
        ("UCDP GED", "date_end", "", "'date_end' is empty"),
        ("UCDP GED", "type_of_violence", "4", "which are 1, 2, 3"),
        ("UCDP GED", "date_prec", "6", "which are 1, 2, 3, 4, 5"),
        ("UCDP GED", "where_prec", "8", "where_prec '8' is none"),
        ("UCDP GED", "low", "-2", "low '-2' is negative"),
        ("plain", "date", "2017-12-05/2017-12-03", "is over before it begins"),
        ("plain", "date", "2017-13", "'2017-13' is no date"),
        ("plain", "date", "2017-12-03/..", "is no date; write it as 2017-12-03, 2017-12 or"),
        ("plain", "date", "2017/2018/2019", "is no date"),
        ("plain", "actor1", "", "'actor1' is empty"),
        ("plain", "lon", "181", "lon '181' is not between"),
        ("plain", "date_precision", "high", "date_precision 'high' is no code"),
    ],
)
def test_a_malformed_row_is_named_by_its_line_and_the_rest_is_kept(
    tmp_path: Path, layout: str, column: str, cell: str, said: str
) -> None:
    why = why_not(tmp_path, layout, **{column: cell})
    assert said in why
    assert re.fullmatch(r"[^\n]+\.", why)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_place_may_be_without_coordinates(tmp_path: Path, layout: str) -> None:
    none = dict.fromkeys(("latitude", "longitude"), "") if layout != "plain" else {}
    event = read_row(tmp_path, layout, **none)
    assert (event.lat, event.lon) == (None, None)


@pytest.mark.parametrize("row", ["2017-12-03,strike", "2017-12-03,strike,Dockers,Port,x"])
def test_a_row_with_too_few_or_too_many_fields_is_a_gap(tmp_path: Path, row: str) -> None:
    good = "2017-12-03,strike,Dockers,Port\n"
    path = write(tmp_path, f"date,event,actor1,place\n{good}{row}\n{good}")
    events, gaps = read_all(path)
    assert [event.line for event in events] == [2, 4]
    assert [gap.what for gap in gaps] == [f"{path}, line 3"]
    assert re.match(r"The row has \d fields, and the header 4", gaps[0].why)


def test_lines_are_counted_on_through_quoted_line_breaks(tmp_path: Path) -> None:
    text = (
        "date,event,actor1,notes\r\n"
        '2017-12-03,strike,Dockers,"one\r\ntwo\nthree\rfour"\r\n'
        "\r\n"
        "soon,strike,Dockers,\r\n"
        '2017-12-03,strike,Dockers,"he said ""no"",\nthen left"\r\n'
        ",,,\r\n"
        "2017-12-04,strike,Dockers,"
    )
    path = write(tmp_path, text)
    events, gaps = read_all(path)
    assert [event.line for event in events] == [2, 8, 11]
    assert [gap.what for gap in gaps] == [f"{path}, line 7"]
    assert [event.notes for event in events] == [
        "one\r\ntwo\nthree\rfour",
        'he said "no",\nthen left',
        "",
    ]


@pytest.mark.parametrize("stray", ['"never closed', '"closed" too soon'])
def test_a_stray_quotation_mark_costs_its_own_row_only(tmp_path: Path, stray: str) -> None:
    good = '2017-12-03,strike,Dockers,"at\nnoon"\n'
    row = f"2017-12-03,strike,Dockers,{stray}\n"
    path = write(tmp_path, f"date,event,actor1,notes\n{good}{row}2017-12-04,strike,Dockers,\n")
    events, gaps = read_all(path)
    assert [event.line for event in events] == [2, 5]
    assert [gap.what for gap in gaps] == [f"{path}, line 4"]
    assert "no CSV" in gaps[0].why


def test_a_quotation_mark_left_open_before_a_thousand_rows_does_not_swallow_them(
    tmp_path: Path,
) -> None:
    rows = "2017-12-03,strike,Dockers of the port,a note that is long enough to fill it up\n" * 3000
    path = write(tmp_path, f'date,event,actor1,notes\n2017-12-03,strike,Dockers,"x\n{rows}')
    events, gaps = read_all(path)
    assert [gap.what for gap in gaps] == [f"{path}, line 2"]
    assert [event.line for event in events] == list(range(3, 3003))


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    path = write(tmp_path, table(PLAIN, PLAIN_ROW), encoding="utf-8-sig")
    assert read_all(path)[0][0].row == "a1"


def test_tabs_may_part_the_columns(tmp_path: Path) -> None:
    text = "date\tevent\tactor1\n2017-12-03\tstrike, then riot\tDockers\n"
    assert read_all(write(tmp_path, text))[0][0].kind == "strike, then riot"


def test_columns_without_a_name_are_kept_by_their_number(tmp_path: Path) -> None:
    events, _ = read_all(write(tmp_path, ",date,event,actor1\n17,2017-12-03,strike,Dockers\n"))
    assert events[0].other == {"column 1": "17"}


def test_another_encoding_is_refused_with_the_line(tmp_path: Path) -> None:
    text = "date,event,actor1\n2017-12-03,strike,Dockers\n2017-12-03,grève,Dockers\n"
    found = read_events(write(tmp_path, text, encoding="cp1252"))
    assert isinstance(next(found), Event)
    with pytest.raises(UnreadableDocument, match=r"Line 3 holds bytes that are not UTF-8; save"):
        next(found)
    with pytest.raises(UnreadableDocument, match="Line 1 holds bytes that are not UTF-8"):
        read_events(write(tmp_path, text, encoding="utf-16"))


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    text = "date,event,actor1\n2017-12-03,strike," + "x," * MOST_CHARS
    with pytest.raises(UnreadableDocument, match=r"ends on line 2 is longer than 1,000,000"):
        list(read_events(write(tmp_path, text)))


def test_a_header_of_no_known_layout_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    path = write(tmp_path, "date,event,who,id\n2017-12-03,strike,Dockers,1\n")
    with pytest.raises(UnreadableDocument) as error:
        read_events(path)
    assert str(error.value) == (
        f"{path}: Its columns are of no known layout: for ACLED it lacks event_id_cnty, event_date,"
        " event_type, actor1; for UCDP GED it lacks type_of_violence, side_a, date_start, date_end;"
        " for plain it lacks actor1."
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty"),
        (b"\xef\xbb\xbf", "no header of a CSV file"),
        (b"\n2017-12-03,strike,Dockers\n", "no header of a CSV file"),
        (b'"date\n', "no header of a CSV file"),
        (b"date,event,actor1,Date\n", "Two columns are called 'date'"),
        (b"%PDF-1.7\n", "but is a PDF"),
        (bytes(range(256)), "not UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_at_once(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "made-up.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=said):
        read_events(path)


def test_an_archive_named_csv_is_known_for_one(tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ged.csv", table(GED, GED_ROW))
    with pytest.raises(UnreadableDocument, match="is a zip archive; unpack it"):
        read_events(path)


def test_what_is_missing_or_no_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path, said in (
        (tmp_path / "none.csv", "cannot be opened"),
        (tmp_path, "is not a file"),
        (pipe, "is not a file"),
    ):
        with pytest.raises(UnreadableDocument, match=said):
            read_events(path)


def test_a_header_without_rows_has_no_events(tmp_path: Path) -> None:
    assert read_all(write(tmp_path, table(ACLED))) == ([], [])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_are_told_by_their_header_in_any_order(layout: str) -> None:
    columns = [name.title() for name in reversed(LAYOUTS[layout][0])]
    assert layout_of(columns) == layout
    assert layout_of(columns[:3]) is None


@pytest.mark.parametrize(
    "text",
    ["", "\n", "Fire in the port, two dead\n\nFour trucks left.", "---\ntitle: Fire\n---\n", '"'],
)
def test_a_report_is_no_event_file(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text, "report.txt")
    with pytest.raises(UnreadableDocument, match=r"no known layout|header of a CSV|is empty"):
        read_events(path)


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
WORD = CELL.filter(lambda cell: bool(cell.strip()))
DAY = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)).map(str)
COUNT = st.sampled_from(["", "0", "3", "12.0", "250"])
TYPED = {
    "event_date": DAY,
    "date_start": DAY,
    "date": DAY,
    "type_of_violence": st.sampled_from("123"),
    "latitude": st.sampled_from(["", "0", "-35.950", "9e1"]),
    "longitude": st.sampled_from(["", "180", "-.5"]),
    "lat": st.sampled_from(["", "35."]),
    "lon": st.sampled_from(["", "+39.01"]),
    **dict.fromkeys(("time_precision", "geo_precision", "date_prec"), st.sampled_from("123")),
    **dict.fromkeys(("where_prec", "date_precision"), st.sampled_from(["", "1", "5"])),
    "place_precision": st.sampled_from(["", "77"]),
    **dict.fromkeys(("fatalities", "best", "high", "low", "deaths"), COUNT),
    **dict.fromkeys(("event_id_cnty", "id", "event_type", "actor1", "side_a", "event"), WORD),
}


@st.composite
def rows(draw: st.DrawFn, layout: str) -> dict[str, str]:
    row = {name: draw(TYPED.get(name, CELL)) for name in LAYOUTS[layout][0]}
    return row | ({"date_end": row["date_start"]} if layout == "UCDP GED" else {})


def held(event: Event) -> set[str | float | None]:
    """Return all that the fields of an event say, and the days it may have been."""
    first, last = map(datetime.date.fromisoformat, (event.start, event.end))
    days = {str(first + datetime.timedelta(n)) for n in range((last - first).days + 1)}
    codes = {"state-based conflict": "1", "non-state conflict": "2", "one-sided violence": "3"}
    words = {event.row, event.kind, event.place, event.country, event.notes, *days}
    words |= {*event.actors, *event.associates, *event.sources, *event.other.values()}
    numbers = {event.lat, event.lon, *event.deaths, event.date_precision, event.place_precision}
    return {*words, codes.get(event.kind), *numbers}


def is_held(column: str, cell: str, event: Event) -> bool:
    found = held(event)
    if cell.strip() in found or event.other.get(column) == cell:
        return True
    if column in {"event_type", "sub_event_type"}:
        return cell.strip() in event.kind
    if column in {"source", "source_office"}:
        return all(part.strip() in found for part in cell.split(";") if part.strip())
    return column in TYPED and float(cell) in found


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
@settings(max_examples=40)
def test_every_cell_that_is_not_empty_is_found_again(
    layout: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    row = data.draw(rows(layout))
    text = table(LAYOUTS[layout][0], row)
    events, gaps = read_all(write(tmp_path_factory.mktemp("law"), text))
    assert gaps == []
    for column, cell in row.items():
        assert not cell.strip() or is_held(column, cell, events[0]), column
    assert set(events[0].other) <= {name for name, cell in row.items() if cell.strip()}


@given(data=st.data())
@settings(max_examples=40)
def test_each_row_is_an_event_or_a_gap_at_the_line_where_it_begins(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    drawn = data.draw(st.lists(rows("plain") | st.just({**PLAIN_ROW, "date": "soon"}), max_size=5))
    path = tmp_path_factory.mktemp("law") / "made-up.csv"
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text, begins = ",".join(PLAIN) + end, []
    for row in drawn:
        begins.append(1 + len(re.findall(r"\r\n|\r|\n", text)))
        made = io.StringIO()
        csv.DictWriter(made, PLAIN, quoting=csv.QUOTE_ALL, lineterminator="").writerow(row)
        text += made.getvalue() + end
    path.write_text(text, encoding="utf-8", newline="")
    found = [
        (one.line, True) if isinstance(one, Event) else (int(one.what.rpartition(" ")[2]), False)
        for one in read_events(path)
    ]
    assert found == [(n, row["date"] != "soon") for n, row in zip(begins, drawn, strict=True)]
