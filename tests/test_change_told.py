"""A change is told once, to exactly those whom it concerns, and only what changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.changing import EARLIER, LATER, PLACE, PROGRAMME, SECOND, Town, wall
from tests.room import Shown

DEADLINES = "If you have put the deadlines into your calendar, you get them anew with /calendar."
ENTRY = "The calendar entry is attached. Open it, and it takes the place of the old one."
GOES = "Open what is attached, and it goes from your calendar."


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    yield town
    town.close()


def test_a_samling_that_moved_is_told_with_the_old_and_the_new(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, LATER)
    town.passes_by()
    assert town.heard("kari") == [
        "“Findings” is moved.\n"
        "Before: Wednesday 2 December 2026, 09:00–14:30\n"
        "Now: Wednesday 9 December 2026, 09:00–14:30\n"
        "The report before it is now due by Wednesday 2 December 2026"
        " (before: Wednesday 25 November 2026).\n"
        "Say by Wednesday 18 November 2026 whether you come.\n\n" + ENTRY + "\n\n" + DEADLINES
    ]
    buttons = [(b.text, b.data) for b in town.told("kari")[0].buttons]
    assert buttons == [("Do you come on the new date?", "signup:s2")]
    assert town.notices() == ["s2 told"]


def test_the_calendar_entry_comes_anew_with_the_message(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, EARLIER)
    town.passes_by()
    lines = town.entry("kari").splitlines()
    assert [line for line in lines if line.startswith(("UID", "SEQUENCE", "DTSTART;"))] == [
        "DTSTART;TZID=Europe/Oslo:20261125T090000",
        "UID:s2@nett.mellom",
        "SEQUENCE:1",
    ]


def test_a_place_alone_is_told_alone_and_nobody_signs_up_anew(town: Town) -> None:
    town.member("kari")
    town.changes(PLACE, 'place = "Bodø"')
    town.passes_by()
    wanted = f"Something is changed about “Start”.\nPlace: Bodø (before: Tromsø)\n\n{ENTRY}"
    assert (town.heard("kari"), town.told("kari")[0].labels) == ([wanted], [])


def test_what_becomes_digital_says_so_with_its_link(town: Town) -> None:
    town.member("kari")
    town.changes(
        'place = "Tromsø"\nmode = "physical"', 'mode = "digital"\nlink = "https://x.example"'
    )
    town.passes_by()
    assert town.heard("kari") == [
        (
            "Something is changed about “Start”.\nThe place Tromsø no longer holds.\n"
            f"How: online (before: in person)\nTo the meeting\n\n{ENTRY}"
        )
    ]


def test_what_is_cancelled_goes_from_the_calendar(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, SECOND + "\ncancelled = true")
    town.passes_by()
    assert town.heard("kari") == [
        (
            "“Findings” is cancelled.\n"
            "It was to be Wednesday 2 December 2026, 09:00–14:30.\n"
            f"You need not deliver the report before it.\n\n{GOES}\n\n{DEADLINES}"
        )
    ]
    assert {"METHOD:CANCEL", "STATUS:CANCELLED"} <= set(town.entry("kari").splitlines())
    assert town.told("kari")[0].labels == []


def test_what_is_held_after_all_is_told_in_full(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, SECOND + "\ncancelled = true")
    town.passes_by()
    town.now = wall("2026-08-10T10:00")
    town.changes("\ncancelled = true", "")
    town.passes_by()
    assert town.heard("kari")[1:] == [
        (
            "“Findings” is held after all.\n"
            "Wednesday 2 December 2026, 09:00–14:30\n"
            "How: online\nTo the meeting\n"
            "The report before it is due by Wednesday 25 November 2026.\n"
            "Say by Wednesday 11 November 2026 whether you come.\n\n"
            "The calendar entry is attached."
        )
    ]


def test_of_what_is_cancelled_nothing_more_is_told(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, SECOND + "\ncancelled = true")
    town.passes_by()
    town.changes(SECOND, LATER)
    town.passes_by()
    assert (len(town.heard("kari")), town.notices()) == (1, ["s2 told"])


def test_a_date_that_is_set_is_a_date_to_hold(town: Town) -> None:
    town.member("kari")
    town.changes('when = "2027-02"', 'when = "2027-02-10"')
    town.passes_by()
    [shown] = town.told("kari")
    assert shown.text == (
        "Hold the date: “Mentors”\nWednesday 10 February 2027\n"
        "The report before it is due by Wednesday 3 February 2027.\n"
        "Say by Wednesday 20 January 2027 whether you come.\n"
        "Say so at work now, so that it gets into the shift plan.\n\n"
        "The calendar entry is attached."
    )
    assert shown.labels == ["Do you come?"]


def test_a_date_to_hold_has_the_words_of_the_programme(tmp_path: Path) -> None:
    own = PROGRAMME.replace("[samling.hold_date]", "[samling.hold_date]\ntext = 'Ask Ingrid.'")
    town = Town(tmp_path, own)
    town.member("kari")
    town.changes('when = "2027-02"', 'when = "2027-02-10"')
    town.passes_by()
    assert "\nAsk Ingrid.\n" in town.heard("kari")[0]
    assert "shift plan" not in town.heard("kari")[0]
    town.close()


def test_where_no_dates_are_held_a_date_is_plainly_set(tmp_path: Path) -> None:
    town = Town(tmp_path, PROGRAMME.replace("[samling.hold_date]\n", ""))
    town.member("kari")
    town.changes('when = "2027-02"', 'when = "2027-02-10"')
    town.passes_by()
    assert town.heard("kari")[0].startswith("The date of “Mentors” is set.\nWednesday 10 February")
    assert "shift plan" not in town.heard("kari")[0]
    town.close()


def test_a_month_that_becomes_another_month_is_told_without_a_calendar_entry(town: Town) -> None:
    town.member("kari")
    town.changes('when = "2027-02"', 'when = "2027-03"')
    town.passes_by()
    [shown] = town.told("kari")
    assert (shown.text, shown.file) == (
        "“Mentors” is moved.\nBefore: February 2027, date to come\nNow: March 2027, date to come",
        None,
    )


def test_a_new_samling_with_a_day_is_told_and_one_without_is_not(town: Town) -> None:
    town.member("kari")
    more = '[[milestone]]\nid = "{0}"\nkind = "modul"\ntitle = "{0}"\nwhen = "{1}"\n[report]'
    town.changes("[report]", more.format("m1", "2027"[:0]))
    town.passes_by()
    town.changes("[report]", more.format("m2", "2026-10-05"))
    town.passes_by()
    wanted = "New in the programme: “m2”\nMonday 5 October 2026\n\nThe calendar entry is attached."
    assert (town.heard("kari"), town.notices()) == ([wanted], ["m2 told"])


def test_what_is_taken_out_is_told_by_its_old_title(town: Town) -> None:
    town.member("kari")
    start, end = PROGRAMME.index('[[milestone]]\nid = "plan"'), PROGRAMME.index("[report]")
    town.changes(PROGRAMME[start:end], "")
    town.passes_by()
    assert town.heard("kari") == [
        (
            "“Local plan” is no longer in the programme.\n"
            f"It was to be Friday 30 October 2026.\n\n{GOES}"
        )
    ]
    assert "STATUS:CANCELLED" in town.entry("kari").splitlines()


def test_what_is_over_before_and_after_is_not_told(town: Town) -> None:
    town.now = wall("2026-09-20T10:00")
    town.member("kari")
    town.changes(PLACE, 'place = "Bodø"')
    town.changes("2026-09-10T12:00/2026-09-11T13:00", "2026-09-10T12:00/2026-09-11T14:00")
    assert town.notices() == []


def test_themes_and_homework_are_no_news(town: Town) -> None:
    town.member("kari")
    town.changes(PLACE, PLACE + "\nthemes = ['x']\nhomework = 'y'")
    town.changes('title = "Start"', 'title = "Beginning"')
    assert town.notices() == []


def test_a_deadline_that_moves_alone_is_told(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, SECOND + "\nreport_by = '2026-11-20'")
    town.passes_by()
    assert town.heard("kari") == [
        (
            "Something is changed about “Findings”.\nThe report before it is now due by Friday 20 "
            f"November 2026 (before: Wednesday 25 November 2026).\n\n{ENTRY}\n\n{DEADLINES}"
        )
    ]


# Once


def test_two_changes_before_anyone_was_told_are_one_from_what_people_knew(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, LATER)
    town.changes(LATER, EARLIER)
    town.passes_by()
    [text] = town.heard("kari")
    assert text.splitlines()[1:3] == [
        "Before: Wednesday 2 December 2026, 09:00–14:30",
        "Now: Wednesday 25 November 2026, 09:00–14:30",
    ]
    assert town.notices() == ["s2 told", "s2 told"]


def test_news_that_never_went_out_is_told_with_the_next(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, LATER)
    town.beats()
    town.works()
    town.passes(days=13)
    town.beats()
    [waiting] = town.connection.execute("SELECT state FROM outbox WHERE verb = 'send'").fetchall()
    assert waiting["state"] == "waiting"
    town.passes(days=2)
    town.beats()
    assert town.heard("kari") == []
    town.changes(LATER, EARLIER)
    town.passes_by()
    [text] = town.heard("kari")
    assert "Before: Wednesday 2 December 2026, 09:00–14:30" in text


def test_back_again_before_anyone_was_told_is_nothing(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, LATER)
    town.changes(LATER, SECOND)
    assert town.notices() == ["s2 dropped", "s2 dropped"]
    town.passes_by()
    assert town.heard("kari") == []


def test_back_again_after_it_was_told_is_told(town: Town) -> None:
    town.member("kari")
    town.changes(SECOND, LATER)
    town.passes_by()
    town.changes(LATER, SECOND)
    town.passes_by()
    assert town.heard("kari")[1].splitlines()[:3] == [
        "“Findings” is moved.",
        "Before: Wednesday 9 December 2026, 09:00–14:30",
        "Now: Wednesday 2 December 2026, 09:00–14:30",
    ]


def test_several_changed_at_once_come_one_by_one_each_with_its_own_entry(town: Town) -> None:
    town.member("kari")
    source = town.source.replace(SECOND, LATER).replace('when = "2027-02"', 'when = "2027-02-10"')
    source = source.replace(PLACE, PLACE + "\ncancelled = true")
    town.changes(town.source, source)
    town.passes_by()
    told = {shown.text.splitlines()[0]: shown for shown in town.told("kari")}
    assert {head: shown.labels for head, shown in told.items()} == {
        "“Start” is cancelled.": [],
        "“Findings” is moved.": ["Do you come? “Findings”"],
        "Hold the date: “Mentors”": ["Do you come? “Mentors”"],
    }
    assert {head: methods(town, shown) for head, shown in told.items()} == {
        "“Start” is cancelled.": ["METHOD:CANCEL", "UID:s1@nett.mellom"],
        "“Findings” is moved.": ["METHOD:REQUEST", "UID:s2@nett.mellom"],
        "Hold the date: “Mentors”": ["METHOD:REQUEST", "UID:s3@nett.mellom"],
    }


def methods(town: Town, shown: Shown) -> list[str]:
    """What a file asks of a calendar, and of which entries."""
    assert shown.file is not None
    lines = town.files[shown.file].decode().splitlines()
    return [line for line in lines if line.startswith(("METHOD", "UID"))]


def test_many_changed_at_once_are_each_told_once_beside_their_file(tmp_path: Path) -> None:
    more = "".join(
        f'[[milestone]]\nid = "m{n}"\nkind = "modul"\ntitle = "Module {n}"\nwhen = "2026-10-{n}"\n'
        for n in range(10, 25)
    )
    town = Town(tmp_path, PROGRAMME.replace("[report]\n", more + "[report]\n"))
    town.member("kari")
    town.changes(town.source, town.source.replace("2026-10", "2026-11"))
    town.passes_by()
    told = town.told("kari")
    heads = {shown.text.splitlines()[0] for shown in told}
    assert (len(told), len(heads)) == (16, 16)
    assert all(shown.file is not None and len(shown.text) <= 1024 for shown in told)
    town.close()


def test_the_deadlines_are_spoken_of_only_where_they_moved_and_to_whom_they_concern(
    town: Town,
) -> None:
    for role in ("participant", "organiser", "observer"):
        town.member(role, role)
    town.changes(PLACE, 'place = "Bodø"')
    town.passes_by()
    town.changes(SECOND, LATER)
    town.passes_by()
    said = {key: [DEADLINES in text for text in town.heard(key)] for key in town.sitters}
    assert said == {
        "participant": [False, True],
        "organiser": [False, True],
        "observer": [False, False],
    }


def test_deadlines_that_have_passed_are_not_fetched_anew(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-11-30T10:00")
    town.changes(SECOND, SECOND + "\ncancelled = true")
    town.passes_by()
    [text] = town.heard("kari")
    assert ("You need not deliver the report before it." in text, DEADLINES in text) == (
        True,
        False,
    )


def test_without_a_report_before_it_none_is_spoken_of(town: Town) -> None:
    town.member("kari")
    town.changes(PLACE, PLACE + "\ncancelled = true")
    town.passes_by()
    assert "report" not in town.heard("kari")[0]


def test_who_joined_after_the_change_knows_it_already(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-08-04T20:00")
    town.changes(SECOND, LATER)
    town.now = wall("2026-08-04T21:00")
    town.member("per")
    town.now = wall("2026-08-04T22:00")
    town.changes(LATER, EARLIER)
    town.at("2026-08-05T09:00")
    before = [town.heard(key)[0].splitlines()[1] for key in ("kari", "per")]
    assert before == [
        "Before: Wednesday 2 December 2026, 09:00–14:30",
        "Before: Wednesday 9 December 2026, 09:00–14:30",
    ]


def test_who_joined_between_two_that_cancel_out_hears_how_it_is(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-08-04T20:00")
    town.changes(SECOND, LATER)
    town.now = wall("2026-08-04T21:00")
    town.member("per")
    town.changes(LATER, SECOND)
    town.at("2026-08-05T09:00")
    assert [len(town.heard(key)) for key in ("kari", "per")] == [0, 1]


def test_a_change_while_the_first_is_told_reaches_everybody_once(town: Town) -> None:
    people = [town.member(f"p{n}").key for n in range(4)]
    town.changes(SECOND, LATER)
    town.beats()
    assert town.works(6) == 6  # all four are heard out, and two have got it
    town.passes(minutes=1)
    town.changes(LATER, EARLIER)
    for _ in range(2):
        town.passes_by()
    nows = [[text.splitlines()[2] for text in town.heard(key)] for key in people]
    first, last = "Now: Wednesday 9 December", "Now: Wednesday 25 November"
    assert sorted([[line.split(" 2026")[0] for line in one] for one in nows]) == [
        [last], [last], [first, last], [first, last],
    ]  # fmt: skip
