"""Signing up for a samling: four answers, what follows from them, and until when."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.attendance import samling
from handlers.events import Address, Event, Pressed
from handlers.markup import Html
from handlers.post import Letter, post
from handlers.programme_file import milestone
from storage.records import PushPart, SignUp
from tests.coming import PROGRAMME, START, TEXT, Comers, programme
from tests.room import Sitter
from tests.seated import seated

WHEN = "2026-09-10T12:00/2026-09-11T13:00"
FIRST = "2026-09-10/2026-09-11"
DUE = datetime(2026, 8, 27, 21, 59, 59, tzinfo=UTC)
BINDING = {"days_before = 14": "days_before = 14\nbinding = true"}
LATER = {WHEN: "2026-09-17T12:00/2026-09-18T13:00"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Comers]:
    here = Comers(tmp_path)
    yield here
    here.close()


def answered(room: Comers, samling: str = "samling-1") -> list[tuple[object, ...]]:
    """What stands of everybody, without whose it is and when it was said."""
    return [
        (one.answer, one.asked_for, one.days, one.lunch, one.dinner, one.overnight)
        for one in room.signed_up(samling)
    ]


def signs_up_in_full(kari: Sitter, *, typing: bool) -> None:
    answers = ("I come", "Both days", "Yes", "No", "Yes")
    for answer in answers:
        kari.says(answer) if typing else kari.taps(answer)


@pytest.mark.parametrize("typing", [True, False])
def test_who_comes_says_days_meals_and_bed_by_typing_or_by_tapping(
    room: Comers, *, typing: bool
) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    signs_up_in_full(kari, typing=typing)
    assert room.signed_up() == [
        SignUp(
            programme=PROGRAMME,
            milestone="samling-1",
            person=room.person("1"),
            answer="coming",
            asked_for=FIRST,
            days="2026-09-10,2026-09-11",
            lunch=True,
            dinner=False,
            overnight=True,
            said_at=START,
        )
    ]
    assert kari.last.text.startswith("Thank you, noted!")
    assert kari.last.labels == ["Change", "Add to the calendar"]
    assert kari.last.buttons[1].data == "calendar:samling-1"


def test_the_first_question_says_what_it_is_and_until_when(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    assert kari.last.text.split("\n") == [
        "Do you come to the gathering “Getting started”?",
        "Thursday 10 September 2026 at 12:00 – Friday 11 September 2026 at 13:00",
        "Tromsø",
        "Answer by Thursday 27 August.",
        "Mention it to your manager.",
    ]
    assert kari.last.labels[:4] == [
        "I come", "I do not come", "another comes in my place", "do not know yet"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I do not come", "not-coming"),
        ("nei", "not-coming"),
        ("kommer ikke", "not-coming"),
        ("do not know yet", "unsure"),
        ("4", "unsure"),
    ],
)
def test_who_does_not_come_is_asked_no_more(room: Comers, said: str, kept: str) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    kari.says(said)
    assert answered(room) == [(kept, FIRST, "", None, None, None)]
    assert "Add to the calendar" not in kari.last.labels


def test_nonsense_is_no_answer(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    kari.says("peanuts, please")
    kari.says("I come and do not come")
    assert answered(room) == []
    kari.says("I come")
    assert "Which days?" in kari.last.text


def test_a_digital_one_asks_the_first_question_alone(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-2:y")
    assert answered(room, "samling-2") == [
        ("coming", "2026-12-02/2026-12-02", "", None, None, None)
    ]


def test_who_sends_another_gives_no_name_and_orders_for_them(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:s")
    for said in ("2", "yes", "yes", "no"):
        kari.says(said)
    assert answered(room) == [("substitute", FIRST, "2026-09-10", True, True, False)]
    assert "reminders of their own? Ask the organiser for the team's invitation" in kari.last.text
    asked = [one.text for one in kari.screen if one.labels]
    assert not any("Name" in one for one in asked)


def test_of_three_days_any_may_be_chosen_and_none_is_all(room: Comers) -> None:
    kari, ola = room.comes("1"), room.comes("2")
    for one, days in ((kari, "1, 3"), (ola, "none")):
        one.presses("signup:samling-3:y")
        one.says(days)
        for said in ("yes", "yes", "yes"):
            one.says(said)
    assert sorted(one[2] for one in answered(room, "samling-3")) == [  # type: ignore[type-var]
        "2027-03-01,2027-03-02,2027-03-03",
        "2027-03-01,2027-03-03",
    ]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ('mode = "physical"', ("2026-09-10", ["2026-09-10"], True)),
        ('mode = "hybrid"', ("2026-09-10", ["2026-09-10"], True)),
        ('mode = "digital"', ("", [], False)),
        ("", ("2026-09-10", ["2026-09-10"], True)),
    ],
)
def test_meals_and_beds_are_for_where_people_meet(
    said: str, asked: tuple[str, list[str], bool]
) -> None:
    found = programme({'mode = "physical"': said})
    one = milestone(found, "samling-1")
    assert one is not None
    nights = [str(day) for day in samling.nights(found, one)]
    dinners = [str(day) for day in samling.dinner_days(found, one)]
    assert (",".join(nights), dinners, samling.has_lunch(found, one)) == asked


def test_a_day_with_an_evening_on_its_agenda_has_a_dinner() -> None:
    one_day = '"2026-09-10T12:00/2026-09-10T21:00"'
    evening = '[[milestone.agenda]]\nat = "2026-09-10T19:00"\nwhat = "Dinner"\n'
    for agenda, dinners in (("", []), (evening, ["2026-09-10"])):
        found = programme(
            {
                f'"{WHEN}"': one_day,
                '[[milestone]]\nid = "samling-2"': f'{agenda}[[milestone]]\nid = "samling-2"',
            }
        )
        one = milestone(found, "samling-1")
        assert one is not None
        assert [str(day) for day in samling.dinner_days(found, one)] == dinners
        assert samling.nights(found, one) == ()


def test_what_the_step_leaves_out_is_not_asked(room: Comers) -> None:
    room.changes({"days_before = 14": 'days_before = 14\nmeals = ["lunch"]\novernight = false'})
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    kari.says("both days")
    kari.says("yes")
    assert answered(room) == [("coming", FIRST, "2026-09-10,2026-09-11", True, None, None)]


def test_allergies_are_told_elsewhere(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    kari.says("both days")
    assert "Do not write allergies here: tell Ingrid Solli (tel. 12 34 56 78)." in kari.last.text
    room.changes({"days_before = 14": 'days_before = 14\nallergies = "https://form.example/a"'})
    kari.says("yes")
    kari.says("yes")
    kari.says("yes")
    assert "in the organiser's form, not here: https://form.example/a" in kari.last.text


# Buttons in reminders


def test_a_button_answers_at_once_and_goes_on_with_what_hangs_on_it(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    assert "Which days?" in kari.last.text
    assert answered(room) == [("coming", FIRST, "", None, None, None)]
    kari.says("both days")
    kari.presses("signup:samling-1:y")
    assert "Lunch?" in kari.last.text, "a second tap goes on where they stand"
    kari.presses("signup:samling-1:n")
    assert answered(room) == [("not-coming", FIRST, "", None, None, None)]
    with room.unit() as unit:
        assert unit.drafts.open_of("sign-up") == []


def test_an_old_button_shows_what_was_answered(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:n")
    before = room.signed_up()
    kari.presses("signup:samling-1:n")
    assert kari.last.text.startswith("You have answered:")
    assert kari.last.labels == ["Change"]
    assert room.signed_up() == before


def test_an_answer_is_changed_any_time_before(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:n")
    kari.taps("Change")
    assert "You have answered: I do not come" in kari.text
    kari.says("do not know yet")
    assert answered(room) == [("unsure", FIRST, "", None, None, None)]


@pytest.mark.parametrize(
    "data",
    ["signup:samling-9", "signup:samling-9:y", "signup", "signup::", "signup:samling-1:x"],
)
def test_a_button_with_nonsense_in_it_changes_nothing(room: Comers, data: str) -> None:
    kari = room.comes("1")
    kari.presses(data)
    assert kari.last.labels
    assert room.signed_up() == []


# Who, and until when


def test_signup_opens_the_next_one_leads_to_others_and_tells_what_was_answered(
    room: Comers,
) -> None:
    kari = room.comes("1")
    kari.says("/signup")
    assert "Do you come to the gathering “Getting started”?" in kari.last.text
    kari.taps("Another gathering")
    assert kari.last.labels == [
        "Thursday 10 September: Getting started",
        "Wednesday 2 December: Halfway",
        "Monday 1 March: Three days",
    ]
    kari.taps("Wednesday 2 December")
    assert "Do you come to the gathering “Halfway”?" in kari.last.text
    for one in ("samling-1", "samling-2"):
        kari.presses(f"signup:{one}:n")
    kari.says("kommer")
    assert "Do you come to the gathering “Three days”?" in kari.last.text
    kari.says("no")
    kari.says("kjem")
    assert kari.last.labels == [
        "Change: Getting started", "Change: Halfway", "Change: Three days"
    ]  # fmt: skip


@pytest.mark.parametrize("role", ["organiser", "observer"])
def test_those_who_do_not_take_part_are_not_asked(room: Comers, role: str) -> None:
    boss = room.comes("1", role=role, team=None)  # type: ignore[arg-type]
    boss.presses("signup:samling-1:y")
    boss.says("/signup")
    assert boss.text.count("That gathering is not one that you are asked to.") == 2
    assert room.signed_up() == []


def test_a_facilitator_signs_up_too(room: Comers) -> None:
    room.comes("1", role="facilitator", team=None).presses("signup:samling-2:y")
    assert [one.answer for one in room.signed_up("samling-2")] == ["coming"]


def test_one_that_concerns_another_team_is_not_asked(room: Comers) -> None:
    room.changes({'mode = "physical"': 'mode = "physical"\nconcerns = { teams = ["bergen"] }'})
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    assert room.signed_up() == []
    kari.says("/signup")
    assert "Do you come to the gathering “Halfway”?" in kari.last.text
    kari.taps("Another gathering")
    assert kari.last.labels == ["Wednesday 2 December: Halfway", "Monday 1 March: Three days"]


def test_a_stranger_and_a_group_are_refused(room: Comers) -> None:
    stranger = room.sitter("7", language="en")
    stranger.presses("signup:samling-1:y")
    assert stranger.last.text.startswith("You are not in a programme yet.")
    kari = room.comes("1")
    where = Address("telegram", "-100")
    press = Pressed("signup:samling-1:n", None, "press")
    room.answers(Event("telegram:1", "g1", where, "1", room.now, press, private=False))
    assert (room.signed_up(), kari.screen) == ([], [])


def test_a_cancelled_one_is_not_signed_up_for(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    room.changes({'mode = "physical"': 'mode = "physical"\ncancelled = true'})
    kari.says("I come")
    assert "“Getting started” is cancelled" in kari.last.text
    kari.presses("signup:samling-1:n")
    assert room.signed_up() == []


def test_after_a_deadline_that_does_not_bind_it_is_taken_as_late(room: Comers) -> None:
    room.now = DUE + timedelta(days=2)
    kari = room.comes("1")
    kari.presses("signup:samling-1:n")
    assert "after the deadline, Thursday 27 August" in kari.last.text
    assert [one.answer for one in room.signed_up()] == ["not-coming"]


def test_lateness_goes_by_when_it_was_said(room: Comers) -> None:
    room.changes(BINDING)
    room.comes("1")
    room.now = DUE + timedelta(hours=2)
    press = Pressed("signup:samling-1:n", None, "press")
    room.answers(Event("telegram:1", "l1", Address("telegram", "1"), "1", DUE, press))
    assert [one.said_at for one in room.signed_up()] == [DUE]


def test_when_it_is_over_nobody_is_asked(room: Comers) -> None:
    room.now = datetime(2027, 4, 1, tzinfo=UTC)
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    kari.says("/signup")
    assert room.signed_up() == []
    assert kari.last.text.startswith("There is no gathering to sign up for now.")


# What moved


def test_one_that_moved_asks_anew_and_no_old_draft_answers(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    old = kari.last
    begun = room.signed_up()
    room.changes(LATER)
    kari.presses(str(old.buttons[0].data), old.id)
    assert "has moved since I asked: now it is Thursday 17 September 2026" in kari.last.text
    kari.says("both days")
    assert room.signed_up() == begun
    kari.presses("signup:samling-1")
    assert "Thursday 17 September 2026 at 12:00" in kari.last.text
    kari.says("I do not come")
    moved = "2026-09-17/2026-09-18"
    assert answered(room) == [("not-coming", moved, "", None, None, None)]
    with room.unit() as unit:
        assert unit.drafts.open_of("sign-up") == []


def test_an_answer_from_before_it_moved_no_longer_counts(room: Comers) -> None:
    kari = room.comes("1")
    for one in ("samling-1", "samling-2", "samling-3"):
        kari.presses(f"signup:{one}:n")
    room.changes(LATER)
    kari.says("/signup")
    assert "Do you come to the gathering “Getting started”?" in kari.last.text
    assert "You have answered" not in kari.last.text


def test_what_was_answered_takes_back_the_reminder_that_waits(room: Comers) -> None:
    kari = room.comes("1")
    me = room.person("1")
    to = Address("telegram", "1")
    with room.unit() as unit:
        push = unit.pushes.add(me, room.now.date(), room.now)
        unit.pushes.add_part(
            PushPart(me, PROGRAMME, "signup", "samling-1", "x", push, spoken=True, state="owed")
        )
        letter = Letter(Html("Do you come?"), push=push, not_before=room.now + timedelta(hours=1))
        post(unit, to, letter, f"push:{push}", "en", room.now)
    kari.presses("signup:samling-1:n")
    with room.unit() as unit:
        row = unit.outbox.keyed(f"push:{push}")
        states = [part.state for part in unit.pushes.parts(push)]
    assert row is not None
    assert (row.state, states) == ("moot", ["moot"])


def test_no_text_of_the_programme_is_needed_for_a_sign_up(tmp_path: Path) -> None:
    assert 'text = "Mention' in TEXT
    here = Comers(tmp_path)
    here.changes({'text = "Mention it to your manager."': ""})
    kari = here.comes("1")
    kari.presses("signup:samling-1")
    assert kari.last.text.endswith("Answer by Thursday 27 August.")
    here.close()


def test_buttons_stay_with_their_programme(room: Comers) -> None:
    room.imports(programme({'id = "prove"': 'id = "other"'}))
    kari = room.comes("1")
    seated(room, "1", "other", team="oslo")
    kari.presses("signup:samling-1:n:@prove")
    assert [one.data for one in kari.last.buttons] == ["signup:samling-1:@prove"]
    kari.presses("signup:samling-1:u:@other")
    assert [one.answer for one in room.signed_up()] == ["not-coming"]
    with room.unit() as unit:
        assert [one.answer for one in unit.attendance.signed_up("other", "samling-1")] == ["unsure"]


def test_another_hour_of_the_same_days_asks_nobody_anew(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:n")
    room.changes({WHEN: "2026-09-10T10:00/2026-09-11T13:00"})
    kari.says("/status")
    assert "Are you coming" not in kari.last.text
    assert [one.answer for one in room.signed_up()] == ["not-coming"]
