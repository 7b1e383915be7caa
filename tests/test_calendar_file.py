"""A calendar file says what the programme says, to readers that are not the ones who wrote it."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handlers.entries import calendar_file, file_name
from handlers.programme_file import ProgrammeFile
from handlers.tongue import tongue
from tests.calendar_programme import Kept, milestone, programme
from tests.calendars import Line, events, instant, moment, read
from tests.room import Room

OSLO = ZoneInfo("Europe/Oslo")
EVERYTHING = {
    "place": '"Tromsø; rom 2, nord"',
    "link": '"https://møte.example/a?b=1,2;3"',
    "themes": '["Bli kjent", "Hva er det, egentlig?"]',
    "materials": '["Kort"]',
    "homework": '"Spør fem."',
    "note": '"Ta med\\nsko\\\\stav."',
    "agenda": '[{ at = "2026-09-10T12:00/2026-09-10T13:00", what = "Lunsj, og litt til" }]',
}


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    yield kept
    kept.room.close()


def whole(kept: Kept, *parts: str) -> bytes:
    kept.imports(programme(*parts))
    return kept.file()


def test_an_entry_says_what_the_file_says(kept: Kept) -> None:
    first = milestone("s1", "2026-09-10T12:00/2026-09-11T13:00", **EVERYTHING)
    later = milestone("s2", "2026-12-02/2026-12-03", mode='"digital"')
    found = events(whole(kept, first, later))
    assert sorted(found) == ["s1@nett.mellom", "s2.report@nett.mellom", "s2@nett.mellom"]
    one = found["s1@nett.mellom"]
    assert {name: one.text(name) for name in ("SUMMARY", "LOCATION", "STATUS", "TRANSP")} == {
        "SUMMARY": "Gathering: S1",
        "LOCATION": "Tromsø; rom 2, nord",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
    }
    assert one["URL"].value == "https://m%C3%B8te.example/a?b=1,2;3"
    assert one.text("DESCRIPTION") == (
        "Nettverket\n\n"
        "The meeting: https://m%C3%B8te.example/a?b=1,2;3\n"
        "Themes: Bli kjent · Hva er det, egentlig?\n"
        "Materials: Kort\n"
        "Ta med\nsko\\stav.\n\n"
        "Agenda:\n• 12:00–13:00 Lunsj, og litt til"
    )
    assert (one["DTSTART"].params, one["DTSTART"].value) == (
        {"TZID": "Europe/Oslo"},
        "20260910T120000",
    )
    assert one["DTEND"].value == "20260911T130000"
    assert one["ORGANIZER"].params == {"CN": "Havnes kommune"}
    assert one["ORGANIZER"].value == "mailto:kari@havnes.example"
    assert [each["TRIGGER"].value for each in one.every("VALARM")] == ["-P1D"]
    two = found["s2@nett.mellom"]
    assert two.text("LOCATION") == "online"
    assert "To do before this one: Spør fem." in two.text("DESCRIPTION")


def test_whole_days_end_with_the_day_after_and_deadlines_take_nobodys_time(kept: Kept) -> None:
    found = events(
        whole(
            kept,
            milestone("s1", "2026-09-10"),
            milestone("s2", "2026-12-02/2026-12-03"),
            milestone("plan", "2026-10-30", "frist"),
            milestone("soknad", "2026-11-05T12:00", "frist"),
            milestone("e-kurs", "2026-10-01/2026-10-14", "modul"),
            milestone("prat", "2026-10-20T09:00/2026-10-20T10:00", "modul"),
            milestone("prove", "2026-10-01/2026-12-31", "fase"),
        )
    )
    told = {
        uid.removesuffix("@nett.mellom"): (
            one["DTSTART"].value,
            one["DTEND"].value if one.has("DTEND") else None,
            one.text("TRANSP"),
            one.every("VALARM")[0]["TRIGGER"].value,
        )
        for uid, one in found.items()
    }
    assert told == {
        "s1": ("20260910", "20260911", "OPAQUE", "-PT15H"),
        "s2": ("20261202", "20261204", "OPAQUE", "-PT15H"),
        "s2.report": ("20261125", "20261126", "TRANSPARENT", "-PT15H"),
        "plan": ("20261030", "20261031", "TRANSPARENT", "-PT15H"),
        "soknad": ("20261105T120000", None, "TRANSPARENT", "-P1DT3H"),
        "e-kurs": ("20261001", "20261015", "TRANSPARENT", "-PT15H"),
        "prat": ("20261020T090000", "20261020T100000", "OPAQUE", "-P1D"),
        "prove": ("20261001", "20270101", "TRANSPARENT", "-PT15H"),
    }
    assert {one.params.get("VALUE") for each in found.values() for one in each.lines
            if one.name == "DTSTART" and len(one.value) == 8} == {"DATE"}  # fmt: skip


def test_no_day_is_made_up(kept: Kept) -> None:
    parts = [milestone("a"), milestone("b", "2026-12"), milestone("c", "vår 2027")]
    assert whole(kept, *parts, milestone("d", "høst")) == b""
    assert kept.file(only="b") == b""


def test_what_comes_back_each_year_stands_once_a_year_while_the_programme_lasts(
    kept: Kept,
) -> None:
    parts = [
        milestone("s1", "2026-09-10"),
        milestone("tilskudd", "--04-01", "frist"),
        milestone("skudd", "--02-29", "frist"),
        milestone("s2", "2028-05-10"),
    ]
    found = events(whole(kept, *parts))
    days = {uid.split("@")[0]: one["DTSTART"].value for uid, one in found.items()}
    assert {key: day for key, day in days.items() if key[0] != "s" or key[1] == "k"} == {
        "tilskudd.2027": "20270401",
        "tilskudd.2028": "20280401",
        "skudd.2027": "20270228",
        "skudd.2028": "20280229",
    }
    assert not any(one.has("RRULE") for one in found.values())
    kept.imports(programme(*parts))
    kept.room.now = datetime(2027, 4, 2, tzinfo=UTC)
    assert list(events(kept.file(only="tilskudd"))) == ["tilskudd.2028@nett.mellom"]


def test_without_any_other_date_it_stands_once_for_the_next_time(kept: Kept) -> None:
    content = whole(kept, milestone("tilskudd", "--04-01", "frist"))
    assert list(events(content)) == ["tilskudd.2027@nett.mellom"]


def test_a_leap_day_is_a_day(kept: Kept) -> None:
    one = events(whole(kept, milestone("s1", "2028-02-29")))["s1@nett.mellom"]
    assert (moment(one["DTSTART"]), moment(one["DTEND"])) == (date(2028, 2, 29), date(2028, 3, 1))


@pytest.mark.parametrize(
    "wall",
    [
        "2026-03-28T12:00",
        "2026-03-29T01:59",
        "2026-03-29T03:00",
        "2026-03-29T03:59",
        "2026-10-24T12:00",
        "2026-10-25T01:59",
        "2026-10-25T02:30",
        "2026-10-25T03:00",
        "2027-01-01T00:00",
        "2028-07-01T12:00",
    ],
)
@pytest.mark.parametrize(
    "zone", ["Europe/Oslo", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]
)
def test_a_time_on_the_wall_is_that_instant_whoever_reads(kept: Kept, wall: str, zone: str) -> None:
    kept.imports(programme(milestone("s1", wall), milestone("s2", "2028-12-01T09:00"), zone=zone))
    calendar = read(kept.file())
    (one,) = (e for e in calendar.every("VEVENT") if e.text("UID") == "s1@nett.mellom")
    there = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone), fold=0)
    assert instant(calendar, one["DTSTART"]) == there.astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "walls"),
    [
        ("Asia/Almaty", ["2024-02-01T12:00", "2024-03-01T12:00", "2024-12-01T12:00"]),
        ("Africa/Casablanca", ["2026-01-10T12:00", "2026-03-01T12:00", "2026-07-01T12:00"]),
    ],
)
def test_clocks_that_follow_no_rule_are_told_one_change_at_a_time(
    kept: Kept, zone: str, walls: list[str]
) -> None:
    parts = [milestone(f"s{number}", wall) for number, wall in enumerate(walls)]
    kept.imports(programme(*parts, zone=zone))
    calendar = read(kept.file())
    held = [one for one in calendar.every("VEVENT") if len(one["DTSTART"].value) > 8]
    assert [instant(calendar, one["DTSTART"]) for one in held] == [
        datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for wall in walls
    ]


def test_three_years_are_read_right_out_of_the_zone_in_the_file(kept: Kept) -> None:
    content = whole(kept, milestone("s1", "2026-01-02T09:00"), milestone("s2", "2028-12-01T09:00"))
    calendar = read(content)
    line = calendar.every("VEVENT")[0]["DTSTART"]
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for day in range(3 * 365):
        # Every hour where clocks change (on the last Sundays), one an evening elsewhere.
        near = (start + timedelta(days=day)).month in {3, 10}
        for hour in range(24) if near else (20,):
            local = (start + timedelta(days=day, hours=hour)).astimezone(OSLO)
            said = Line(line.name, line.params, local.strftime("%Y%m%dT%H%M%S"))
            assert instant(calendar, said) == local.replace(fold=0).astimezone(UTC)


def test_vobject_reads_the_same(kept: Kept) -> None:
    content = whole(
        kept,
        milestone("s1", "2026-03-29T03:30/2026-03-29T05:00", place=EVERYTHING["place"]),
        milestone("s2", "2026-10-25T08:00/2026-10-25T09:00"),
        milestone("s3", "2026-12-02/2026-12-03"),
    )
    calendar = vobject.readOne(content.decode())
    found = {one.uid.value: one for one in calendar.vevent_list}
    starts = {uid.split("@")[0]: one.dtstart.value for uid, one in found.items()}
    assert starts["s1"].astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert starts["s2"].astimezone(UTC) == datetime(2026, 10, 25, 7, tzinfo=UTC)
    assert starts["s3"] == date(2026, 12, 2)
    assert found["s1@nett.mellom"].location.value == "Tromsø; rom 2, nord"
    assert found["s1@nett.mellom"].valarm.trigger.value == timedelta(days=-1)
    assert (calendar.method.value, calendar.version.value) == ("PUBLISH", "2.0")


def letters(text: str) -> str:
    """What a person reads: a calendar file holds no control characters, nor do our texts."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=300
).filter(
    lambda text: bool(letters(text)) and r"\N" not in text
)  # icalendar takes it for a new line


@example(title="a\u2028b", place="a\x85b", note="a\r\nb\rc\u2029d", name="a\x0bb")
@example(title="a\\,;", place="a\\n", note="\\;\n,", name="Nett, \\n; to")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=TEXTS, place=TEXTS, note=TEXTS, name=TEXTS)
def test_any_words_come_through(kept: Kept, title: str, place: str, note: str, name: str) -> None:
    said = programme(milestone("s1", "2026-09-10T12:00"))
    held = said.milestone[0].model_copy(update={"title": title, "place": place, "note": note})
    update = {"milestone": (held,), "name": name, "organisers": (name,)}
    said = ProgrammeFile.model_validate(
        said.model_copy(update=update).model_dump(mode="json", by_alias=True, exclude_none=True)
    )
    kept.imports(said, days=0)
    content = kept.file()
    calendar = read(content)
    one = calendar.every("VEVENT")[-1]
    assert letters(one.text("SUMMARY")) == letters(f"Gathering: {title}")
    assert letters(one.text("LOCATION")) == letters(place)
    assert letters(note) in letters(one.text("DESCRIPTION"))
    assert letters(calendar.text("X-WR-CALNAME")) == letters(name)
    assert vobject.readOne(content.decode()).vevent.location.value == one.text("LOCATION")


def test_the_same_data_are_the_same_bytes(kept: Kept) -> None:
    content = whole(kept, milestone("s1", "2026-09-10T12:00", **EVERYTHING))
    kept.room.passes(hours=200)
    assert kept.file() == content


def test_whoever_reads_it_reads_their_language(kept: Kept) -> None:
    content = whole(kept, milestone("s1", "2026-09-10", title='{ nb = "Hei", en = "Hello" }'))
    title = events(content)["s1@nett.mellom"].text("SUMMARY")
    norsk = events(kept.file(language="nb"))["s1@nett.mellom"].text("SUMMARY")
    assert (title, norsk.endswith(": Hei")) == ("Gathering: Hello", True)


def test_without_an_address_nobody_gets_the_mail(kept: Kept) -> None:
    said = programme(milestone("s1", "2026-09-10"))
    bare = said.model_copy(update={"contact": (), "organisers": ('Kari "x" ^ Co',)})
    kept.imports(bare)
    line = events(kept.file())["s1@nett.mellom"]["ORGANIZER"]
    assert (line.params, line.value) == ({"CN": "Kari x Co"}, "mailto:noreply@mellom.invalid")


@pytest.mark.parametrize("name", ["eksempel", "mentor-troms-finnmark"])
def test_the_programmes_that_are_real_read_whole(tmp_path: Path, name: str) -> None:
    room = Room(tmp_path, datetime(2022, 8, 1, tzinfo=UTC))
    said = room.holds(f"{name}.toml")
    with room.unit() as unit:
        content = calendar_file(unit, said, tongue("nb"), room.now, member=None)
    room.close()
    found = events(content)
    dated = [one for one in said.milestone if f"{one.id}@{said.id}.mellom" in found]
    assert (len(dated) > 1, len(vobject.readOne(content.decode()).vevent_list)) == (
        True,
        len(found),
    )


def test_a_name_is_one_that_every_file_system_takes() -> None:
    said = programme(milestone("s1", "2026-09-10", title='"Hva? Hvem: \\"alle\\" / ingen"'))
    long = said.model_copy(update={"name": "Å" * 400})
    t = tongue("en")
    assert file_name(t, said) == "Calendar Nettverket.ics"
    assert file_name(t, said, "s1") == "Calendar Hva Hvem alle ingen.ics"
    assert len(file_name(t, long).encode()) < 200


def test_icalendar_is_loaded_when_a_file_is_made_and_not_before() -> None:
    assert "icalendar" not in _loaded_by("import handlers.desk")


def _loaded_by(code: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(ended.stdout.split())
