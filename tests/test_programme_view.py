"""The programme as it reads on a phone."""

import re
from pathlib import Path

import pytest

from handlers.markup import Html, plain, split
from handlers.programme import view
from handlers.tongue import tongue
from tests.room import Room
from tests.seated import seated
from tests.test_waiting import cancelled, example, oslo, programme_of

EXAMPLES = ["eksempel", "mentor-troms-finnmark", "nord-troms", "notteroy", "orkdal", "gjovik"]
EN = tongue("en")


def short(name: str, at: str) -> str:
    return plain(view.short(EN, example(name), oslo(at)))


def test_what_comes_next_stands_in_full() -> None:
    _, ahead, *_ = short("mentor-troms-finnmark", "2022-06-01T12:00").split("\n\n")
    assert ahead.splitlines() == [
        "Next: Introduksjon",
        "1–2 September 2022",
        "Tromsø",
        "Sign up by Thursday 11 August 2022",
        (
            "Themes: Introduksjon · Forventninger · Bli kjent · Hvordan komme i gang? · "
            "Forankringsarbeid · Hva er mentor?"
        ),
        "To do afterwards: Undersøkelser fra egen arbeidsplass, og lokal prosjektplan",
    ]


def test_the_others_stand_by_time_on_a_line_each() -> None:
    *_, others, _ = short("eksempel", "2026-11-20T12:00").split("\n\n")
    names = [line.split(":")[0].removeprefix("• ") for line in others.splitlines()]
    assert names == [
        "The other dates",
        "Getting to know each other, getting started (over)",
        "Local project plan to the project leader, deadline (over)",
        "Online meeting for mentors, module",
        "Application for the competence and innovation grant, deadline",
        "The mentor's part",
        "What makes it work",
        "Spreading it",
        "This is how we do it now",
    ]


def test_the_homework_of_the_last_samling_is_to_be_done_before_the_next() -> None:
    told = short("eksempel", "2026-11-20T12:00")
    assert "To do before this one: Spør minst fem nytilsatte" in told
    assert "To do before this one" not in short("eksempel", "2026-09-01T12:00")


def test_a_deadline_has_no_homework_before_it() -> None:
    told = short("eksempel", "2026-10-01T12:00")
    assert "Next: Local project plan" in told
    assert "To do before this one" not in told


def test_it_says_that_it_is_subject_to_change_where_it_is() -> None:
    assert "Subject to change." in short("eksempel", "2026-11-20T12:00")
    assert "Subject to change." not in short("orkdal", "2018-01-01T12:00")


def test_the_agenda_names_each_day_of_several() -> None:
    told = short("eksempel", "2026-09-01T12:00").splitlines()
    start = told.index("Agenda:")
    assert told[start + 1 : start + 3] == [
        "Thursday 10 September",
        "• 12:00–13:00 Lunsj og registrering",
    ]
    assert "Friday 11 September" in told


STATED = ("1 May 2022", "1–2 September 2022", "every 1 April")


@pytest.mark.parametrize("at", ["2016-01-01T12:00", "2022-12-10T12:00", "2030-01-01T12:00"])
@pytest.mark.parametrize("name", ["mentor-troms-finnmark", "nord-troms", "notteroy", "gjovik"])
def test_a_month_a_season_or_nothing_gets_no_day(name: str, at: str) -> None:
    programme = example(name)
    told = plain(view.whole(EN, programme, oslo(at)))
    for one in STATED if name == "mentor-troms-finnmark" else ():
        assert one in told
        told = told.replace(one, "")
    told = re.sub(r"Sign up by .*2022|next on \w+ 1 April \d+", "", told)  # counted, not made up
    for month in ["January", "April", "May", "August", "September", "December"]:
        assert f"1 {month}" not in told
        assert f"day {month}" not in told


def test_of_a_month_that_has_passed_no_date_is_to_come() -> None:
    line = "• Undersøkelser og prosjektplan"
    assert f"{line}: December 2022, date to come" in short(
        "mentor-troms-finnmark", "2022-06-01T12:00"
    )
    assert f"{line} (over): December 2022\n" in short("mentor-troms-finnmark", "2023-01-01T12:00")


def test_where_nothing_has_a_time_nothing_is_called_the_next() -> None:
    told = short("gjovik", "2026-01-01T12:00")
    assert "Next:" not in told
    assert "All dates\n• Strategisk kompetanseplanlegging, module: date to come" in told


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("at", ["2016-01-01T12:00", "2022-10-01T12:00", "2030-01-01T12:00"])
def test_every_programme_is_short_enough_and_the_whole_can_be_split(
    name: str, language: str, at: str
) -> None:
    t, programme = tongue(language), example(name)
    assert len(plain(view.short(t, programme, oslo(at)))) < 2200
    whole = view.whole(t, programme, oslo(at))
    for one in programme.milestone:
        assert t.pick(one.title) in plain(whole)
    assert all(len(plain(part)) <= 4096 for part in split(whole))


def test_a_programme_with_no_dates_says_so() -> None:
    programme = programme_of("2026-09-10").model_copy(update={"milestone": ()})
    told = view.short(EN, programme, oslo("2026-01-01T12:00"))
    assert told == Html(
        "<b>X</b>\n\nThe programme has no dates yet. They will stand here when they are set."
    )
    assert not view.is_shortened(EN, programme, oslo("2026-01-01T12:00"))


def test_what_an_organiser_wrote_is_escaped() -> None:
    programme = programme_of("2026-09-10").model_copy(update={"name": "<b>A & B"})
    told = view.short(EN, programme, oslo("2026-01-01T12:00"))
    assert told.startswith("<b>&lt;b&gt;A &amp; B</b>")


def test_one_who_has_not_joined_learns_what_is_needed(tmp_path: Path) -> None:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    stranger = room.sitter("9", language="en")
    stranger.says("/programme")
    assert stranger.last.text.startswith("You are not in a programme yet.")


def test_show_all_shows_every_samling_in_full(tmp_path: Path) -> None:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    kari = seated(room, "1", role="observer", team=None)
    kari.says("program")
    assert "Rekruttere og støtte mentorer" not in kari.last.text
    kari.taps("Show all")
    assert "Rekruttere og støtte mentorer" in kari.last.text


def test_one_in_several_programmes_chooses_between_them(tmp_path: Path) -> None:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    seated(room, "1")
    room.passes(days=1)
    room.holds("gjovik.toml")
    kari = seated(room, "1", "gjovikregionen-lederutdanning", team=None)
    kari.says("/programme")
    assert kari.screen[-2].text.startswith("Lederutdanning helse og omsorg")
    kari.taps("Learning network")
    assert kari.screen[-2].text == "From now on we talk about Learning network for a safe start."
    kari.says("/programme")
    assert kari.screen[-2].text.startswith("Learning network for a safe start")


@pytest.mark.parametrize("data", ["programme:sit:2", "programme:sit:x", "programme:sit:-1"])
def test_a_programme_that_they_are_not_in_is_not_chosen(tmp_path: Path, data: str) -> None:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    room.holds("orkdal.toml")
    kari = seated(room, "1")
    kari.presses(data)
    assert kari.last.text == "You are not in that programme any more."


def line_of(told: str, title: str) -> str:
    (line,) = [line for line in told.splitlines() if line.startswith(f"• {title}")]
    return line


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "desember 2022, dato kommer"),
        ("nn", "desember 2022, dato kjem"),
        ("en", "December 2022, date to come"),
    ],
)
def test_of_a_month_without_a_day_a_date_is_to_come(language: str, told: str) -> None:
    shown = view.short(tongue(language), example("mentor-troms-finnmark"), oslo("2022-06-01"))
    assert line_of(plain(shown), "Undersøkelser") == f"• Undersøkelser og prosjektplan: {told}"


def test_what_is_cancelled_says_so_and_nothing_of_what_it_would_have_been() -> None:
    programme = cancelled(example(), "samling-3", "nettmote-mentorer")
    told = plain(view.short(EN, programme, oslo("2026-11-20T12:00")))
    assert line_of(told, "The mentor's part") == (
        "• The mentor's part (cancelled): "
        "Wednesday 14 April 2027 at 12:00 – Thursday 15 April 2027 at 13:00"
    )
    assert (
        line_of(told, "Online") == "• Online meeting for mentors, module (cancelled): February 2027"
    )
    whole = plain(view.whole(EN, programme, oslo("2026-11-20T12:00")))
    (full,) = [one for one in whole.split("\n\n") if one.startswith("The mentor's part")]
    assert full.splitlines()[1:] == [
        "Wednesday 14 April 2027 at 12:00 – Thursday 15 April 2027 at 13:00"
    ]


def test_what_is_cancelled_is_not_over_when_its_day_has_passed() -> None:
    programme = cancelled(example(), "samling-2")
    told = plain(view.short(EN, programme, oslo("2027-01-20T12:00")))
    assert "What did we find, and what do we try? (cancelled): " in told


def test_a_cancelled_samling_gave_nobody_homework() -> None:
    at = oslo("2027-01-20T12:00")
    assert "before this one: Prøv ut ett tiltak" in plain(
        view._ahead(EN, example(), example().milestone[5], at)
    )
    programme = cancelled(example(), "samling-2")
    assert "before this one: Spør minst fem" in plain(
        view._ahead(EN, programme, programme.milestone[5], at)
    )


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-08-01T12:00", "Sign up by Thursday 20 August 2026, binding"),
        ("2026-08-20T23:59:59", "Sign up by Thursday 20 August 2026, binding"),
        ("2026-08-21T00:00", "The deadline for signing up was Thursday 20 August 2026, binding"),
    ],
)
def test_the_coming_samling_has_a_deadline_for_signing_up(at: str, told: str) -> None:
    assert told in short("eksempel", at).split("\n\n")[1].splitlines()


def test_the_deadline_for_signing_up_stands_on_its_line_where_something_else_comes_before() -> None:
    told = short("eksempel", "2026-10-01T12:00")
    assert "Next: Local project plan" in told
    assert line_of(told, "What did we find").endswith(
        ": Wednesday 2 December 2026, 09:00–14:30, Sign up by Wednesday 11 November 2026, binding"
    )
    assert told.count("Sign up by") == 1


def test_a_deadline_that_binds_says_so_and_one_that_does_not_is_silent() -> None:
    told = short("mentor-troms-finnmark", "2022-06-01T12:00")
    assert line_of(told, "Påmelding").endswith(", deadline (over): Sunday 1 May 2022, binding")
    assert line_of(short("eksempel", "2026-11-20T12:00"), "Local project plan").endswith(
        ", deadline (over): Friday 30 October 2026"
    )


def test_what_comes_back_every_year_says_when_it_does_so_next() -> None:
    title = "Application for the competence"
    assert line_of(short("eksempel", "2026-11-20T12:00"), title).endswith(
        "deadline: every 1 April, next on Thursday 1 April 2027"
    )
    assert line_of(short("eksempel", "2029-01-01T12:00"), title).endswith("deadline: every 1 April")


def test_what_is_not_for_everybody_says_whom_it_is_for() -> None:
    told = plain(view.whole(EN, example(), oslo("2026-11-20T12:00")))
    (module,) = [one for one in told.split("\n\n") if one.startswith("Online meeting")]
    assert module.splitlines()[-1] == "For: mentor"
    assert told.count("For: ") == 1
