"""An organiser changes the programme in the chat: typed, previewed, and told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.change.proposal import tables
from handlers.events import Address, Event, Said
from handlers.programme_file import Milestone, ProgrammeFile, dump, load, milestone, read_programme
from handlers.programme_file.read import read_tables
from tests.changing import LATER, PROGRAMME, SECOND, Town, wall
from tests.room import PROGRAMMES, Sitter


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    yield town
    town.close()


@pytest.fixture(name="ingrid")
def _ingrid(town: Town) -> Sitter:
    return town.member("ingrid", "organiser")


def stands(town: Town, which: str = "s2") -> Milestone:
    found = milestone(programme(town), which)
    assert found is not None
    return found


def programme(town: Town) -> ProgrammeFile:
    with town.unit() as unit:
        row = unit.programmes.find("nett")
    assert row is not None
    return load(row.body)


def version(town: Town) -> int:
    with town.unit() as unit:
        row = unit.programmes.find("nett")
    assert row is not None
    return row.version


def begins(sitter: Sitter, which: str, what: str) -> None:
    for said in ("/change", which, what):
        does = sitter.says if said.startswith("/") else sitter.taps
        does(said)


def test_a_date_is_changed_in_five_steps_and_told(town: Town, ingrid: Sitter) -> None:
    town.member("kari")
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember 2026 kl. 10–15")
    assert ingrid.last.text.split("\n\n", 1)[1] == (
        "This is what people read. Shall it be so?\n"
        "“Findings” is moved.\n"
        "Before: Wednesday 2 December 2026, 09:00–14:30\n"
        "Now: Wednesday 9 December 2026, 10:00–15:00\n"
        "The report before it is now due by Wednesday 2 December 2026"
        " (before: Wednesday 25 November 2026).\n"
        "Say by Wednesday 18 November 2026 whether you come.\n\n"
        "This concerns one person. They are told at once."
    )
    preview = ingrid.last.text.partition("Shall it be so?\n")[2].partition("\n\nThis concerns")[0]
    ingrid.taps("Change and tell one person")
    assert ingrid.last.text == (
        "It is changed.\nThis concerns one person. They are told at once.\n\n"
        "Change it in your programme file as well: the next import of the old file would set it "
        "back."
    )
    assert [(b.text, b.data) for b in ingrid.last.buttons] == [("Into my calendar", "calendar:s2")]
    town.passes_by()
    assert town.heard("kari")[0].startswith(preview + "\n\n")
    assert town.heard("ingrid") == []


def test_everything_can_be_typed(town: Town, ingrid: Sitter) -> None:
    for said in ("endre", "Findings: Wednesday 2 December 2026", "1", "9. desember", "ja"):
        ingrid.says(said)
    assert programme(town) == read_programme(town.source.replace(SECOND, LATER))
    assert ingrid.last.text.startswith("It is changed.")


def test_a_no_changes_nothing_and_forgets_what_was_written(town: Town, ingrid: Sitter) -> None:
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember")
    ingrid.taps("No")
    assert (ingrid.last.text, version(town)) == ("Fine, nothing was changed.", 1)
    assert town.connection.execute("SELECT COUNT(*) FROM draft").fetchone()[0] == 0


def test_a_place_is_changed(town: Town, ingrid: Sitter) -> None:
    begins(ingrid, "Start", "The place")
    ingrid.says("Bodø")
    ingrid.taps("Yes, change it")  # there is nobody to tell
    assert stands(town, "s1").place == "Bodø"


def test_what_becomes_digital_asks_for_the_link_and_has_no_place(
    town: Town, ingrid: Sitter
) -> None:
    begins(ingrid, "Start", "In person or online")
    ingrid.taps("online")
    assert "What is the link to the meeting?" in ingrid.last.text
    ingrid.says("meet.example")
    assert ingrid.last.text == "That is no link. It begins with https://"
    ingrid.says("https://meet.example/start")
    ingrid.taps("Yes, change it")
    one = stands(town, "s1")
    assert (one.mode, one.place, one.link) == ("digital", None, "https://meet.example/start")


def test_what_becomes_physical_asks_for_the_place_and_has_no_link(
    town: Town, ingrid: Sitter
) -> None:
    begins(ingrid, "Findings", "In person or online")
    ingrid.taps("in person")
    ingrid.says("hopp over")
    ingrid.taps("Yes, change it")
    one = stands(town)
    assert (one.mode, one.place, one.link) == ("physical", None, None)


def test_a_samling_is_cancelled_and_held_after_all(town: Town, ingrid: Sitter) -> None:
    town.member("kari")
    begins(ingrid, "Findings", "It is cancelled")
    ingrid.taps("Change and tell")
    assert stands(town).cancelled
    town.passes_by()
    begins(ingrid, "Findings", "Hold it after all")
    ingrid.taps("Change and tell")
    assert not stands(town).cancelled
    town.passes_by()
    heads = [text.splitlines()[0] for text in town.heard("kari")]
    assert heads == ["“Findings” is cancelled.", "“Findings” is held after all."]


def test_what_is_cancelled_and_has_passed_stays_and_asks_for_another_day(
    town: Town, ingrid: Sitter
) -> None:
    town.member("kari")
    begins(ingrid, "Findings", "It is cancelled")
    ingrid.taps("Change and tell")
    town.passes_by()
    town.now = wall("2026-12-10T10:00")
    ingrid.says("/change")
    labels = ingrid.last.labels
    assert "Findings: Wednesday 2 December 2026 (cancelled)" in labels
    assert not any(label.startswith("Start") for label in labels)
    ingrid.taps("Findings")
    assert ingrid.last.labels[:1] == ["Hold it after all"]
    ingrid.taps("Hold it after all")
    assert "When is “Findings” to be?" in ingrid.last.text
    ingrid.says("3. desember 2026")
    assert ingrid.last.text.startswith("That day has passed.")
    ingrid.says("20. januar 2027")
    ingrid.taps("Change and tell")
    town.passes_by()
    assert (stands(town).cancelled, str(stands(town).when.start)) == (  # type: ignore[union-attr]
        False,
        "2027-01-20 09:00:00",
    )
    assert town.heard("kari")[-1].startswith(
        "“Findings” is held after all.\nWednesday 20 January 2027, 09:00–14:30"
    )


def test_what_is_held_after_all_on_its_own_day_asks_for_no_date(ingrid: Sitter) -> None:
    begins(ingrid, "Findings", "It is cancelled")
    ingrid.taps("Yes, change it")
    begins(ingrid, "Findings", "Hold it after all")
    assert "Shall it be so?" in ingrid.last.text


@pytest.mark.parametrize(
    ("said", "off"),
    [
        ("5. desember 2026", "Saturday 5 December 2026"),
        ("6. desember 2026", "Sunday 6 December 2026"),
        ("17. mai 2027", "Monday 17 May 2027"),
        ("18.–19. desember 2026", "Saturday 19 December 2026"),
        ("29. desember 2026", "Tuesday 29 December 2026"),
    ],
)
def test_a_day_off_is_warned_of_and_not_refused(
    town: Town, ingrid: Sitter, said: str, off: str
) -> None:
    town.changes("[report]\n", "[reminders]\noff.christmas = true\n[report]\n")
    begins(ingrid, "Findings", "Date and time")
    ingrid.says(said)
    assert f"Note: {off} is no ordinary working day." in ingrid.last.text
    ingrid.taps("Yes, change it")
    assert ingrid.last.text.startswith("It is changed.")


def test_a_working_day_is_warned_of_only_where_a_deadline_falls_on_a_day_off(
    ingrid: Sitter,
) -> None:
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember")
    assert "Note:" not in ingrid.last.text
    ingrid.taps("No")
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("24. mai 2027")  # seven days after the seventeenth
    assert [line for line in ingrid.last.text.splitlines() if line.startswith("Note:")] == [
        (
            "Note: the deadline of the report is Monday 17 May 2027, and that is no ordinary "
            "working day."
        )
    ]


def test_a_deadline_for_signing_up_on_a_sunday_is_warned_of(ingrid: Sitter) -> None:
    begins(ingrid, "Findings", "The deadline for signing up")
    ingrid.says("15. november 2026")
    assert "Note: the deadline for signing up is Sunday 15 November 2026" in ingrid.last.text
    assert "deadline of the report is" not in ingrid.last.text


def test_a_day_off_that_stood_before_is_not_warned_of_anew(town: Town, ingrid: Sitter) -> None:
    town.changes(SECOND, SECOND + "\nreport_by = '2026-11-22'")  # a Sunday
    begins(ingrid, "Findings", "The link")
    ingrid.says("https://other.example")
    assert ("Shall it be so?" in ingrid.last.text, "Note:" in ingrid.last.text) == (True, False)


def test_the_examples_of_a_date_lie_ahead(ingrid: Sitter) -> None:
    begins(ingrid, "Findings", "Date and time")
    assert (
        "Such as: Wednesday 11 November 2026, 12:00–15:00, or 11–12 November 2026, or "
        "November 2026." in ingrid.last.text
    )


def test_a_deadline_is_changed(town: Town, ingrid: Sitter) -> None:
    begins(ingrid, "Findings", "The deadline of the report")
    ingrid.says("2. desember")
    assert ingrid.last.text.startswith("The deadline must lie ahead, and before Wednesday 2 Dec")
    ingrid.says("30. november")
    ingrid.taps("Yes, change it")
    assert str(stands(town).report_by) == "2026-11-30"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("snart", "I could not read that as a date."),
        ("3. august 2025", "That day has passed."),
        ("2. desember 2026", "So it is already."),
        ("28. mars 2027 kl. 02.30", "I could not read that as a date."),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_write(
    town: Town, ingrid: Sitter, said: str, answer: str
) -> None:
    begins(ingrid, "Findings", "Date and time")
    ingrid.says(said)
    assert (ingrid.last.text.startswith(answer), version(town)) == (True, 1)


def test_a_date_that_leaves_deadlines_behind_asks_for_them_before_the_yes(
    town: Town, ingrid: Sitter
) -> None:
    town.member("kari")
    town.now = wall("2026-11-09T10:00")
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("13. november")
    assert "the deadline of the report has passed. What is the new one?" in ingrid.last.text
    ingrid.says("13. november")
    assert "before Friday 13 November 2026" in ingrid.last.text
    ingrid.says("12. november")
    assert "the deadline for signing up has passed" in ingrid.last.text
    ingrid.says("i morgen")
    ingrid.says("10. november")
    assert "due by Thursday 12 November 2026" in ingrid.last.text
    ingrid.taps("Change and tell")
    town.passes_by()
    [text] = town.heard("kari")
    assert "Say by Tuesday 10 November 2026 whether you come." in text
    assert "has passed" not in "".join(one.text for one in ingrid.screen[-2:])
    one = stands(town)
    assert (str(one.report_by), str(one.sign_up_by)) == ("2026-11-12", "2026-11-10")


def test_the_button_after_an_import_asks_for_the_deadline_alone(town: Town, ingrid: Sitter) -> None:
    town.now = wall("2026-11-09T10:00")
    town.changes(SECOND, 'when = "2026-11-13T09:00/2026-11-13T14:30"')
    town.passes_by()
    ingrid.presses("change:report:s2")
    ingrid.says("12. november")
    ingrid.taps("Yes, change it")
    assert str(stands(town).report_by) == "2026-11-12"


def test_the_button_of_the_reminder_asks_for_the_date_alone(town: Town, ingrid: Sitter) -> None:
    town.member("kari")
    ingrid.presses("date:s3")
    assert "When is “Mentors” to be?" in ingrid.last.text
    ingrid.says("10. februar 2027")
    ingrid.taps("Change and tell")
    town.passes_by()
    assert town.heard("kari")[0].startswith("Hold the date: “Mentors”\nWednesday 10 February 2027")


def test_the_agenda_moves_along(town: Town, ingrid: Sitter) -> None:
    begins(ingrid, "Start", "Date and time")
    ingrid.says("17.–18. september")
    ingrid.taps("Yes, change it")
    moved = town.source.replace("2026-09-10", "2026-09-17").replace("-09-11", "-09-18")
    assert programme(town) == read_programme(moved)


def test_an_agenda_that_no_longer_fits_loses_its_times_and_that_is_said(
    town: Town, ingrid: Sitter
) -> None:
    begins(ingrid, "Start", "Date and time")
    ingrid.says("17. september kl. 13–15")
    assert "The times of the agenda no longer fit" in ingrid.last.text
    ingrid.taps("Yes, change it")
    assert [str(point.at) for point in stands(town, "s1").agenda] == ["Unset()"]


def test_the_reply_says_when_people_are_told(town: Town, ingrid: Sitter) -> None:
    town.member("kari")
    town.now = wall("2026-08-07T22:00")
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember")
    ingrid.taps("Change and tell")
    assert (
        "They are told on Monday 10 August at 09:00, for nobody is disturbed before."
        in ingrid.last.text
    )


# Two at once


def test_what_another_changed_meanwhile_is_shown_anew_and_not_overwritten(
    town: Town, ingrid: Sitter
) -> None:
    jonas = town.member("jonas", "organiser")
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember")
    begins(jonas, "Findings", "It is cancelled")
    jonas.taps("Change and tell")
    changed = version(town)
    ingrid.taps("Change and tell")
    assert (version(town), stands(town).cancelled) == (changed, True)
    ingrid.taps("Yes, change it")
    assert (stands(town).cancelled, "2026-12-09" in dump(programme(town))) == (True, True)


def test_a_yes_that_is_typed_to_an_old_preview_changes_nothing_yet(
    town: Town, ingrid: Sitter
) -> None:
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember")
    town.changes('place = "Tromsø"', 'place = "Bodø"')
    before = version(town)
    ingrid.says("ja")
    assert (version(town), "Now: Wednesday 9 December" in ingrid.last.text) == (before, True)
    ingrid.says("ja")
    assert version(town) == before + 1


def test_what_has_become_impossible_meanwhile_is_said(town: Town, ingrid: Sitter) -> None:
    town.member("kari")
    begins(ingrid, "Findings", "The deadline of the report")
    ingrid.says("30. november")
    town.changes(SECOND, 'when = "2026-11-25T09:00/2026-11-25T14:30"')
    ingrid.taps("Change and tell")
    assert "The programme was changed meanwhile, and this no longer fits:" in ingrid.last.text
    ingrid.taps("Let it be")
    assert (stands(town).report_by, ingrid.last.text) == (None, "Fine, nothing was changed.")


def test_what_was_taken_out_meanwhile_is_gone(town: Town, ingrid: Sitter) -> None:
    begins(ingrid, "Local plan", "Date and time")
    start, end = PROGRAMME.index('[[milestone]]\nid = "plan"'), PROGRAMME.index("[report]")
    town.changes(PROGRAMME[start:end], "")
    ingrid.says("1. november")
    assert ingrid.last.text.startswith("That is no longer in the programme")


# Who may


@pytest.mark.parametrize("role", ["participant", "facilitator", "observer"])
def test_only_organisers_change_anything(town: Town, role: str) -> None:
    per = town.member("per", role)  # type: ignore[arg-type]
    for data in ("change:s2", "change:report:s2", "change", "date:s3"):
        per.presses(data)
        assert per.last.text == "Only organisers can change the programme. Nothing was changed."
    per.says("/change")
    assert (version(town), "What do you want to change" in per.text) == (1, False)


def test_who_leads_no_longer_cannot_say_yes(town: Town, ingrid: Sitter) -> None:
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember")
    with town.unit() as unit:
        person = unit.people.at("telegram", "ingrid")
        assert person is not None
        unit.people.leave(person.id, "nett", "organiser")
    ingrid.taps("Yes, change it")
    assert version(town) == 1


def test_in_a_group_nothing_is_changed(town: Town, ingrid: Sitter) -> None:
    group = town.sitter("group", language="en")
    said = Said("m", "/change")
    town.answers(
        Event("telegram:1", "g", Address("telegram", "group"), ingrid.key, town.now, said,
              language="en", private=False)
    )  # fmt: skip
    town.deliver()
    assert group.last.text == "Write to me alone, not in a group, to change the programme."


@pytest.mark.parametrize(
    "data", ["change:nothing", "date:", "date", "change:report:x", "date:s2:9"]
)
def test_a_made_up_button_changes_nothing(town: Town, ingrid: Sitter, data: str) -> None:
    ingrid.presses(data)
    assert version(town) == 1


def test_what_is_over_is_not_offered(town: Town, ingrid: Sitter) -> None:
    town.now = wall("2026-12-03T10:00")
    ingrid.says("/change")
    assert ingrid.last.labels == ["Mentors: February 2027, date to come"]
    ingrid.presses("change:s2")
    assert ingrid.last.text.startswith("That is no longer in the programme, or it is over.")


def test_one_can_be_named_at_once(town: Town, ingrid: Sitter) -> None:
    ingrid.says("/change find")
    assert (len(town.sent), ingrid.last.text.splitlines()[0]) == (
        1,
        "What is changed about “Findings”?",
    )


def test_every_button_fits(ingrid: Sitter) -> None:
    begins(ingrid, "Findings", "Date and time")
    ingrid.says("9. desember")
    data = [b.data or "" for shown in ingrid.screen for b in shown.buttons]
    assert max(len(one.encode()) for one in data) <= 64


@pytest.mark.parametrize("path", sorted(PROGRAMMES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_programme_reads_the_same_from_what_is_kept(path: Path) -> None:
    read = read_programme(path.read_text("utf-8"))
    assert read_tables(tables(read)) == read


def test_an_old_button_changes_the_programme_that_it_was_shown_for(
    town: Town, ingrid: Sitter
) -> None:
    second = PROGRAMME.replace('id = "nett"', 'id = "second"').replace('"Network"', '"Second"')
    town.reads(second)
    town.member("ingrid", "organiser", programme="second")
    ingrid.says("/programme")
    ingrid.taps("Network")
    ingrid.says("/change")
    old = next(button for button in ingrid.last.buttons if button.text.startswith("Findings"))
    ingrid.says("/programme")
    ingrid.taps("Second")
    ingrid.presses(str(old.data))
    ingrid.taps("Date and time")
    ingrid.says("9. desember 2026 kl. 10–15")
    ingrid.taps("Yes, change it")
    with town.unit() as unit:
        versions = [unit.programmes.find(of) for of in ("nett", "second")]
    assert [row and row.version for row in versions] == [2, 1]
