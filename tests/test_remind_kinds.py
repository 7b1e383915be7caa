"""Each kind of reminder: who gets it, when, what it says, and when it is silent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.events import Blocked
from storage.records import Duty, Membership, Preference, Presence, SignUp
from tests.remind_house import PROGRAMME, House, wall

STEPS = """
[samling.sign_up]
days_before = 21
binding = true
text = "Lunch is free."
[samling.practicalities]
text = "Bring your plan."
[samling.thanks]
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


def every_day(house: House, first: str, last: str) -> None:
    """A beat at the hour on each day of one month, «2026-11-16» to «20»."""
    month, day = first[:7], int(first[8:])
    for number in range(day, int(last) + 1):
        house.beats(f"{month}-{number:02}T13:30")


def with_(house: House, more: str, *swaps: tuple[str, str]) -> None:
    text = PROGRAMME
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    house.reads(text + more)


def takes(house: House, key: str, duty: Duty) -> None:
    with house.unit() as unit:
        person = unit.people.at("telegram", key)
        assert person is not None
        member = next(m for m in unit.people.memberships(person.id) if m.role == "participant")
        unit.people.take_duty(member, duty)


def begin(text: str) -> str:
    return text.partition("\n")[0]


# The report's ladder


def test_contact_and_deputy_hear_first_then_the_team_then_who_helps_and_then_nobody(
    house: House,
) -> None:
    for key in ("kari", "siri", "amir"):
        house.member(key)
    house.member("lars", "a", "facilitator")
    house.member("per", None, "facilitator")
    house.member("else", "b")
    takes(house, "kari", "contact")
    takes(house, "siri", "deputy")
    with_(house, "", ("days_before = 7", "days_before = 28"), ("2026-12-02", "2026-12-16"))
    with house.unit() as unit:
        house.delivers(unit, "team:nett/b", "s2")
    every_day(house, "2026-11-09", "30")
    heard = {
        key: [(at[:5], text) for at, text in house.heard(key) if "report before" in text]
        for key in ("kari", "siri", "amir", "else", "lars", "per")
    }
    due = "The report before Findings is due {}, Wednesday 18 November."
    assert [(at, begin(text)) for at, text in heard["kari"]] == [
        ("11-11", due.format("in a week")),
        ("11-17", due.format("tomorrow")),
        (
            "11-20",
            f"{due.format('two days ago')} It can still be delivered.".replace(" is ", " was "),
        ),
    ]
    assert "1 of 2 teams" not in heard["kari"][2][1]
    assert heard["siri"] == heard["kari"]
    assert heard["amir"] == heard["kari"][2:]
    assert (heard["else"], heard["per"]) == ([], [])
    ((at, text),) = heard["lars"]
    assert at == "11-24"
    assert text == (
        "A has not delivered the report before Findings yet. I do not remind them of it any more. "
        "Perhaps they need help: will you give them a ring?"
    )


def test_among_three_teams_a_late_one_hears_how_many_have_delivered_and_not_which(
    house: House,
) -> None:
    with_(house, "", ('[[team]]\nid = "b"', '[[team]]\nid = "c"\nname = "C"\n[[team]]\nid = "b"'))
    house.member("kari")
    with house.unit() as unit:
        house.delivers(unit, "team:nett/b", "s2")
        house.delivers(unit, "team:nett/c", "s2")
    house.beats("2026-11-27T13:30")
    assert "\n2 of 3 teams have delivered." in house.heard("kari")[0][1]


def test_where_contact_and_deputy_cannot_be_told_the_whole_team_hears(house: House) -> None:
    for key in ("kari", "siri", "amir"):
        house.member(key)
    takes(house, "kari", "contact")
    takes(house, "siri", "deputy")
    house.sitters["kari"].does(Blocked())
    with house.unit() as unit:
        person = unit.people.at("telegram", "siri")
        assert person is not None
        later = wall("2026-11-25T00:00").date()
        unit.preferences.keep(Preference(person.id, paused_until=later))
    house.beats("2026-11-24T13:30")
    assert "is due tomorrow" in house.heard("amir")[0][1]
    assert (house.heard("kari"), house.heard("siri")) == ([], [])


def test_the_file_s_contact_person_is_known_by_name(house: House) -> None:
    for key, name in (("kari", "Kari Nordmann"), ("siri", "Siri Larsen")):
        person = house.member(key)
        with house.unit() as unit:
            unit.people.name(person, name)
    with_(house, "", ('name = "A"', 'name = "A"\ncontact = "kari  nordmann"'))
    house.beats("2026-11-24T13:30")
    assert "is due tomorrow" in house.heard("kari")[0][1]
    assert all("report" not in text for _, text in house.heard("siri"))


def test_without_a_facilitator_the_organisers_are_told_and_once_for_all_teams(
    house: House,
) -> None:
    house.member("olga", None, "organiser")
    with_(house, "", ("days_before = 7", "days_before = 14"))
    every_day(house, "2026-11-16", "30")
    calls = [(at, text) for at, text in house.heard("olga") if "give them a ring" in text]
    assert [at for at, _ in calls] == ["11-24 13:30"]
    named = "These teams have not delivered the report before Findings yet:\n• A\n• B\nI do not"
    assert named in calls[0][1]


def test_nobody_rings_for_a_team_that_delivered_while_the_word_waited(house: House) -> None:
    house.member("lars", "a", "facilitator")
    with_(house, "", ("days_before = 7", "days_before = 14"))
    house.beats("2026-11-24T13:30", carried=False)
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
    house.deliver()
    assert all("a ring" not in text for _, text in house.heard("lars"))


def test_nobody_who_takes_part_alone_is_named_as_late(tmp_path: Path) -> None:
    alone = PROGRAMME.replace('[[team]]\nid = "a"\nname = "A"\n', "").replace(
        '[[team]]\nid = "b"\nname = "B"\n', ""
    )
    house = House(tmp_path, alone.replace("days_before = 7", "days_before = 14"))
    house.member("kari", None)
    house.member("lars", None, "facilitator")
    every_day(house, "2026-11-16", "30")
    assert any("was due" in text for _, text in house.heard("kari"))
    assert all("report" not in text for _, text in house.heard("lars"))
    house.close()


# Sign-up, practicalities, thanks


def test_sign_up_is_asked_for_until_answered_and_only_those_who_have_not(house: House) -> None:
    with_(house, STEPS)
    kari, siri = house.member("kari"), house.member("siri")
    house.member("olga", None, "organiser")
    house.beats("2026-08-06T13:30")
    (asked,) = house.heard("kari")
    when = "Thursday 10 September at 12:00 – Friday 11 September at 13:00"
    said = (
        f"Are you coming to Start, {when}? Please answer by Thursday 20 August (in two weeks).\n"
        "What you answer by then is binding.\nLunch is free."
    )
    assert asked == ("08-06 13:30", said)
    shown = house.last_to("kari").buttons
    assert [(b.text, b.data) for b in shown[:4]] == [
        ("I am coming", "signup:s1:y"),
        ("I am not coming", "signup:s1:n"),
        ("Someone else comes instead", "signup:s1:s"),
        ("I do not know yet", "signup:s1:u"),
    ]
    days = "2026-09-10/2026-09-11"
    with house.unit() as unit:
        for person, answer in ((kari, "coming"), (siri, "unsure")):
            told = SignUp("nett", "s1", person, answer, days, "", None, None, None, house.now)  # type: ignore[arg-type]
            unit.attendance.sign_up(told)
    every_day(house, "2026-08-07", "21")
    assert [at for at, _ in house.heard("kari")] == ["08-06 13:30"]
    assert [at for at, _ in house.heard("siri")] == ["08-06 13:30", "08-18 13:30"]
    assert house.heard("olga") == []


def test_an_answer_for_another_day_is_none(house: House) -> None:
    with_(house, STEPS)
    kari = house.member("kari")
    with house.unit() as unit:
        said = SignUp("nett", "s1", kari, "coming", "2026-09-03", "", None, None, None, house.now)
        unit.attendance.sign_up(said)
    house.beats("2026-08-18T13:30")
    assert begin(house.heard("kari")[0][1]).startswith("Are you coming to Start")


def test_two_working_days_before_the_practicalities_are_told(house: House) -> None:
    link, third = 'link = "https://meet.example"', '[[milestone]]\nid = "s3"'
    welcome = '[[milestone.agenda]]\nat = "2026-12-02T09:00"\nwhat = "Welcome"\n'
    more = (link, f'{link}\nmaterials = ["Guide"]')
    with_(house, STEPS, more, (third, f"{welcome}{third}"))
    house.member("lars", None, "facilitator")
    house.beats("2026-11-30T13:30")
    said = house.heard("lars")[0][1]
    assert (
        "The gathering Findings is in two days: Wednesday 2 December, 09:00–14:30.\n"
        "Online: https://meet.example\n"
        "Before then: Try one thing.\n"
        "Bring your plan.\n"
        "Materials: Guide\n\n"
        "Agenda:\n• 09:00 Welcome"
    ) in said


def test_thanks_come_the_next_working_day_with_homework_and_the_next_date(house: House) -> None:
    with_(house, STEPS)
    house.member("kari")
    house.member("lars", None, "facilitator")
    house.member("olga", None, "organiser")
    every_day(house, "2026-09-14", "25")
    thanks = (
        "Thank you for last time: Start\n"
        "Until next time: Try one thing.\n"
        "We meet again: Findings, Wednesday 2 December, 09:00–14:30."
    )
    assert house.heard("lars") == [("09-14 13:30", thanks)]
    assert house.heard("olga") == []
    assert [at for at, _ in house.heard("kari")] == ["09-14 13:30"]
    assert thanks in house.heard("kari")[0][1]


def test_thanks_are_not_said_a_fortnight_late(house: House) -> None:
    with_(house, STEPS)
    house.member("lars", None, "facilitator")
    house.beats("2026-09-28T13:30")
    assert house.heard("lars") == []


def test_who_was_not_there_gets_the_homework_alone(house: House) -> None:
    with_(house, STEPS)
    kari = house.member("kari")
    with house.unit() as unit:
        unit.attendance.note(Presence("nett", "s1", kari, "absent", house.now))
    house.beats("2026-09-14T13:30")
    assert house.heard("kari") == [("09-14 13:30", "Until next time (Start): Try one thing.")]


@pytest.mark.parametrize("answer", ["not-coming", "substitute"])
def test_who_does_not_come_hears_no_more_of_that_samling(house: House, answer: str) -> None:
    with_(house, STEPS, ('homework = "Try one thing."', ""))
    people = {key: house.member(key) for key in ("kari", "siri")}
    days = "2026-09-10/2026-09-11"
    with house.unit() as unit:
        for key, said in (("kari", answer), ("siri", "coming")):
            row = SignUp("nett", "s1", people[key], said, days, "", None, None, None, house.now)  # type: ignore[arg-type]
            unit.attendance.sign_up(row)
    every_day(house, "2026-08-20", "31")
    every_day(house, "2026-09-01", "20")
    assert house.heard("kari") == []
    assert [at[:5] for at, _ in house.heard("siri")] == ["08-27", "09-08", "09-11", "09-14"]


def test_who_said_that_they_would_not_come_and_came_is_thanked(house: House) -> None:
    with_(house, STEPS)
    kari = house.member("kari")
    with house.unit() as unit:
        days = "2026-09-10/2026-09-11"
        said = SignUp("nett", "s1", kari, "not-coming", days, "", None, None, None, house.now)
        unit.attendance.sign_up(said)
        unit.attendance.note(Presence("nett", "s1", kari, "here", house.now))
    house.beats("2026-09-14T13:30")
    assert house.heard("kari")[0][1].startswith("Thank you for last time: Start\n")


# Deadlines, modules, phases, dates that are not set


def test_a_deadline_is_told_twice_with_whether_it_binds(house: House) -> None:
    with_(
        house,
        '[[milestone]]\nid = "f"\nkind = "frist"\ntitle = "Plan"\nwhen = "2026-10-30"\n'
        'binding = true\nnote = "Send it by e-mail."\n',
    )
    house.member("kari")
    every_day(house, "2026-10-05", "31")
    assert house.heard("kari") == [
        (
            "10-16 13:30",
            "Deadline in two weeks, Friday 30 October: Plan.\nIt is binding.\nSend it by e-mail.",
        ),
        (
            "10-28 13:30",
            "Deadline in two days, Friday 30 October: Plan.\nIt is binding.\nSend it by e-mail.",
        ),
    ]


def test_a_deadline_that_comes_each_year_is_told_each_year_while_the_programme_lasts(
    house: House,
) -> None:
    with_(
        house,
        '[[milestone]]\nid = "g"\nkind = "frist"\ntitle = "Grant"\nwhen = "--04-01"\n'
        '[[milestone]]\nid = "s4"\nkind = "samling"\ntitle = "End"\nwhen = "2028-06-01"\n',
    )
    house.member("lars", None, "facilitator")
    for month in ("2027-03", "2028-03", "2029-03"):
        every_day(house, f"{month}-15", "31")
    said = [(f"{at:%Y-%m-%d}", begin(shown.text)) for at, _, shown in house.sent]
    assert said == [
        ("2027-03-18", "Deadline in two weeks, Thursday 1 April: Grant."),
        ("2027-03-30", "Deadline in two days, Thursday 1 April: Grant."),
        ("2028-03-17", "Deadline in 15 days, Saturday 1 April: Grant."),
        ("2028-03-30", "Deadline in two days, Saturday 1 April: Grant."),
    ]


def test_a_module_is_told_a_week_before_and_a_phase_that_it_begins_to_those_concerned(
    house: House,
) -> None:
    with_(
        house,
        '[[milestone]]\nid = "m"\nkind = "modul"\ntitle = "Course"\nwhen = "2026-10-14T09:00"\n'
        'place = "Bodø"\nconcerns = { functions = ["mentor"] }\n'
        '[[milestone]]\nid = "p"\nkind = "fase"\ntitle = "Trial"\nwhen = "2026-10-21/2026-11-20"\n'
        '[teams]\nfunctions = ["mentor", "HR"]\n',
    )
    people = {key: house.member(key) for key in ("kari", "siri", "amir")}
    with house.unit() as unit:
        for key, job in (("kari", "mentor"), ("siri", "HR")):
            unit.people.join(
                Membership(people[key], "nett", "participant", "a", job, wall("2026-08-03T10:00"))
            )
    every_day(house, "2026-10-01", "31")
    course = ("10-07 13:30", "Course is in a week: Wednesday 14 October at 09:00.\nPlace: Bodø")
    trial = ("10-14 13:30", "Trial begins in a week: 21 October – 20 November 2026.")
    assert house.heard("siri") == [trial]
    assert house.heard("kari") == house.heard("amir") == [course, trial]


def test_organisers_alone_are_asked_for_a_date_six_months_and_three_months_before(
    house: House,
) -> None:
    for key, role in (("olga", "organiser"), ("lars", "facilitator")):
        house.member(key, None, role)  # type: ignore[arg-type]
    house.member("kari")
    with_(house, "", ('"2027-02"', '"2027-05"'))
    asked = "Mentors has no date yet: May 2027, date to come."
    for at in ("2026-10-29", "2026-10-30", "2026-11-02", "2027-02-01", "2027-02-02", "2027-04-27"):
        house.beats(f"{at}T13:30")
    said = [at for at, text in house.heard("olga") if asked in text]
    assert said == ["10-30 13:30", "02-01 13:30"]
    assert [b.data for b in house.last_to("olga").buttons][:1] == ["date:s3"]
    assert all("Mentors" not in text for key in ("lars", "kari") for _, text in house.heard(key))


def test_nothing_hangs_on_a_cancelled_samling(house: House) -> None:
    with_(house, STEPS, ('mode = "digital"', 'mode = "digital"\ncancelled = true'))
    for key, role in (("kari", "participant"), ("lars", "facilitator"), ("olga", "organiser")):
        house.member(key, "a" if role == "participant" else None, role)  # type: ignore[arg-type]
    every_day(house, "2026-11-01", "30")
    every_day(house, "2026-12-01", "10")
    assert [house.heard(key) for key in ("kari", "lars")] == [[], []]
